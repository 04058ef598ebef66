"""The program with a window: reads its arguments, shows at once what it is doing, opens the market paused."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ui.appearance import Appearance
from ui.errors import ErrorCatcher, tell
from ui.language import languages, speak, system_language
from ui.settings import Settings
from ui.start import DEFAULT_SCENARIO, Preparation, StartWindow
from ui.style import apply_style

if TYPE_CHECKING:
    from model.session import Session

DONE, FAILED, BAD_INPUT = 0, 1, 2
ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "cascade-lab.png"
WINDOW_SIZE = (1600, 900)
PAINTED = "painted"
"""What a program that was asked to open and quit says when its window has been painted."""


class Refusal(Exception):  # noqa: N818 - it is a sentence, not an error of the program
    """A wrong argument, in one sentence."""


class Reader(argparse.ArgumentParser):
    """Reads arguments; a wrong one is one sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuse instead of printing the usage."""
        raise Refusal("main.py: {message}.".format(message=message))


def seed_of(words: str) -> int:
    """A seed as it may be written."""
    if not words.isdecimal() or int(words) >= 2**63:
        raise argparse.ArgumentTypeError("expected a whole number from 0 to 9223372036854775807")
    return int(words)


def reader() -> Reader:
    """What the window takes."""
    made = Reader(prog="main.py", description=__doc__, allow_abbrev=False)
    made.add_argument("--scenario", metavar="S", help="a shipped scenario's name, or a file")
    made.add_argument("--lesson", metavar="L", default="", help="a lesson's name or number, or its folder")
    made.add_argument("--seed", type=seed_of, metavar="N", help="another seed than the scenario's")
    made.add_argument("--presenter", action="store_true", help="projector look, full screen")
    made.add_argument("--language", metavar="L", help="language of the window")
    made.add_argument("--reset-settings", action="store_true", help="forget look, place and habits, then open")
    made.add_argument("--self-test", action="store_true", help="try the whole program out without a display and quit")
    made.add_argument("--open-and-quit", action="store_true", help="open, paint once and quit: to time a start")
    made.add_argument("--smoke", action="store_true", help="test the window by itself and quit")
    return made


def begin_language(app: QApplication, wished: str | None, settings: Settings) -> None:
    """Speak the language of the arguments, the settings or the system; `Refusal` if a named one is not there."""
    if wished is not None and wished not in languages():
        raise Refusal("--language {given}: expected one of {known}.".format(
            given=wished, known=", ".join(languages())))  # fmt: skip
    kept = settings.language if settings.language in languages() else system_language()
    speak(app, wished or kept)


class Program(QObject):
    """From the start window to the main window."""

    def __init__(self, app: QApplication, options: argparse.Namespace, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._options, self._settings = app, options, settings
        self.catcher = ErrorCatcher(shows=not (options.smoke or options.self_test), parent=self)
        self.catcher.install()
        self._dress()
        self.start_window = StartWindow()
        self.start_window.closed.connect(app.quit)
        self._preparation = Preparation(options.scenario or DEFAULT_SCENARIO, options.seed, options.lesson)
        self._preparation.ready.connect(self.open)
        self._preparation.failed.connect(self.refuse)

    def _dress(self) -> None:
        self.appearance = Appearance(self._settings, self)
        self.appearance.take_up(self._options.presenter)
        apply_style()

    def start(self) -> None:
        """Show the start window and begin; while everything is being made nothing is garbage."""
        gc.disable()
        self.start_window.show()
        self._preparation.start()

    def refuse(self, error: Exception) -> None:
        """The market cannot be opened: one sentence, exit status 2 for bad input."""
        gc.enable()
        if isinstance(error, ValueError) and sys.stderr is not None:
            sys.stderr.write(str(error) + "\n")
            self._app.exit(BAD_INPUT)
            return
        self.catcher.catch(type(error), error, error.__traceback__)
        if self._options.smoke or self._options.self_test:
            self._app.exit(FAILED)

    def open(self, session: object) -> None:
        """The market stands: open the main window on it, paused."""
        from model.session import Session
        from ui.actions import Actions
        from ui.dialogs.margin_calculator import margin_deed
        from ui.habits import take_up_habits
        from ui.help_deeds import HelpDeeds
        from ui.lesson_actions import LessonActions
        from ui.player import Player
        from ui.window import Window

        assert isinstance(session, Session)
        self.player = Player(session, parent=self)
        self.window = Window(session, self.player)
        self.catcher.pause = self.player.pause
        self.actions = Actions(self.window, session, self.player, self._settings)
        self.actions.add(lambda: [margin_deed(self.window, session)])
        self.actions.refused.connect(self._tell)
        self.actions.add(self.window.chart_pair.deeds)
        self.window.charts.refused.connect(self._tell)
        self.window.help_wanted.connect(self.actions.show_keys)
        self._open_files(session)
        take_up_habits(self.window, self.actions, self.appearance, self._settings)
        self.lessons = LessonActions(self.window, session, self.player, self._settings, self.actions)
        self.lessons.told.connect(self._tell)
        hints = self.window.findChild(HelpDeeds)
        assert hints is not None  # it is among the habits
        self.lessons.tour_offered.connect(hints.hints_give_way)
        self.lessons.tour_answered.connect(hints.tour_answered)
        self._place()
        self.window.setFocus()
        self.start_window.closed.disconnect()
        self.start_window.close()
        if self._options.smoke:
            from ui.smoke import Smoke

            Smoke(self.window, session, self.player, self.catcher).start()
        elif not (self._options.open_and_quit or self._options.self_test):
            self.lessons.welcome(self._preparation.lesson, self._options.presenter)
        gc.enable()
        if self._options.open_and_quit:
            self.window.repaint()
            if sys.stdout is not None:
                sys.stdout.write(PAINTED + "\n")
                sys.stdout.flush()
            QTimer.singleShot(0, self, self._app.quit)
        else:
            QTimer.singleShot(0, self, self._preparation.finish)
        if self._options.self_test:
            QTimer.singleShot(0, self, self._try_out)

    def _try_out(self) -> None:
        from ui.self_test import self_test

        self._app.exit(self_test(self.window, self.window.session, self.player, self.catcher))

    def _open_files(self, session: "Session") -> None:
        """Files, and what else the time line brings; what a crash has left is offered."""
        from ui.file_actions import Files
        from ui.time_actions import TimeActions

        self.files = Files(self.window, session, self.player, self._settings)
        self.files.refused.connect(self._tell)
        self.files.said.connect(self.window.say)
        self.time_actions = TimeActions(self.window, session, self.player)
        for deeds in (self.files.deeds, self.time_actions.deeds):
            self.actions.add(deeds)
        self._app.aboutToQuit.connect(self.files.autosave.close)
        tried = self._options.smoke or self._options.open_and_quit or self._options.self_test
        if not tried and not (self._options.scenario or "").endswith(".cascade"):
            self._offer = self.files.offer_left_work()

    def _tell(self, sentence: str) -> None:
        self._box = tell(sentence)

    def _place(self) -> None:
        """Where the window was last time; full screen for a presenter."""
        if not (self._settings.geometry and self.window.restoreGeometry(self._settings.geometry)):
            self.window.resize(*WINDOW_SIZE)
        if self._options.presenter:
            self.window.showFullScreen()
        else:
            self.window.show()
            self._app.aboutToQuit.connect(self._remember_place)

    def _remember_place(self) -> None:
        self._settings.geometry = self.window.saveGeometry()


def main(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; the exit status."""
    try:
        options = reader().parse_args(arguments)
        app = QApplication.instance() or QApplication(["cascade-lab"])
        assert isinstance(app, QApplication)
        app.setApplicationName("Cascade Lab")
        app.setOrganizationName("Cascade Lab")
        app.setWindowIcon(QIcon(str(ICON)))
    except Refusal as refusal:
        if sys.stderr is not None:  # a windowed program has none
            sys.stderr.write(str(refusal) + "\n")
        return BAD_INPUT
    with TemporaryDirectory() as folder:  # the self-test leaves the user's own settings alone
        tested = options.smoke or options.self_test
        own = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat) if tested else None
        settings = Settings(own)
        if options.reset_settings:
            settings.reset()
        try:
            begin_language(app, options.language, settings)
        except Refusal as refusal:
            if sys.stderr is not None:
                sys.stderr.write(str(refusal) + "\n")
            return BAD_INPUT
        program = Program(app, options, settings)
        program.start()
        status = app.exec()
    sys.excepthook = sys.__excepthook__
    return status
