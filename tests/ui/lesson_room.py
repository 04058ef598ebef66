"""A window with a lesson in it, and hands on its keys."""

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication

from model.lesson_file import read_lesson
from model.session import Session
from tests.ui.conftest import SMALL, FakeClock
from ui import language
from ui.actions import Actions
from ui.lesson.words import Given
from ui.lesson_actions import LessonActions
from ui.player import Player
from ui.settings import Settings
from ui.window import Window

LONGEST = 20_000
BETWEEN_PICTURES = 20
"""Frames of the player for one drawing of the window: a lesson plays faster than it could be watched."""
RUNS = {}
"""Roads that lessons have in common are played ahead once for all tests of a process."""
K = Qt.Key


class Room:
    """The window, the lesson's keys, and a clock that only moves when somebody waits."""

    def __init__(self, qtbot, tmp_path, scenario, size=(1280, 720)):
        self.qtbot = qtbot
        self.clock = FakeClock()
        self.session = Session(scenario)
        self.player = Player(self.session, self.clock)
        self.settings = Settings(QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat))
        self.window = Window(self.session, self.player)
        self.actions = Actions(self.window, self.session, self.player, self.settings)
        self.lessons = LessonActions(self.window, self.session, self.player, self.settings, self.actions)
        self.guide, self.panel = self.lessons.guide, self.lessons.panel
        self.guide.planner.runs = RUNS
        self.window.resize(*size)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.setFocus()

    def settle(self):
        """Wait until the lesson stands still."""
        for _ in range(LONGEST):
            self.guide.planner.finish()
            QCoreApplication.processEvents()
            if self.player.target is not None or self.player.is_playing:
                for _ in range(BETWEEN_PICTURES):
                    self.clock.now += 0.25
                    self.player.tick()
            elif not self.guide.is_travelling and not self.guide._soon.isActive():
                return
        raise AssertionError("the lesson does not come to rest")

    def key(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        """Press keys, wherever the keyboard is, and wait for what they set off."""
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def press(self, name):
        """Do a deed."""
        self.actions.by_name[name].trigger()
        self.settle()

    def speak(self, code):
        """Change the window's language while it stands."""
        if language.current_language() != code:
            language.speak(QCoreApplication.instance(), code)
            language.relabel()
            QCoreApplication.processEvents()

    def visible(self):
        """Names of the parts in sight."""
        return {name for name, part in self.window.parts.items() if not part.isHidden()}

    def taking_turns(self):
        """Names of the parts that a strip offers, where a low or narrow window has no room for all at once."""
        offered = self.window.layout_keeper.turns.offered
        return {name for entries in offered.values() for entry in entries for name in entry}

    def go_to(self, step):
        """Go through the lesson to a step, committing to whatever is asked on the way."""
        while self.guide.step.id != step:
            if self.guide.wants_guess:
                self.guide.guess(Given(value=0.0, choice=1))
            self.press("lesson_next")

    def leave(self):
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def small(name):
    """A shipped lesson in a market that is made in a moment."""
    lesson = read_lesson(name)
    return lesson._replace(scenario=lesson.scenario.with_values(SMALL), expects=(), trials=())


def answer_by_keys(room):
    """Commit to a guess with the keys alone, where the keyboard stands."""
    card = room.panel.guess
    assert card is not None
    if card.is_counting:
        room.key(K.Key_Return, K.Key_Down, K.Key_Return, K.Key_Return)  # a hand for the first answer, two for the next
        while QApplication.focusWidget() is not card.count:
            room.qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
    room.key(K.Key_Return)
