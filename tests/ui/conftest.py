"""A small market, a clock that only tests move, and the look as it was."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale

from model.scenario import find_scenario
from model.session import Session
from tests.doubling import Doubling
from ui import theme
from ui.actions import Actions
from ui.announcer import Announcer
from ui.appearance import Appearance
from ui.charts.tabs import ChartTabs
from ui.dialogs.margin_calculator import margin_deed
from ui.file_actions import Files
from ui.habits import take_up_habits
from ui.help_deeds import HelpDeeds
from ui.language import speak
from ui.player import Player
from ui.settings import Forgetful, Settings
from ui.style import apply_style
from ui.time_actions import TimeActions
from ui.window import Window


class Everything:
    """The window with all its habits, as the program opens it."""

    def __init__(self, session, player, store, folder):
        self.settings = Settings(store)
        self.session, self.player = session, player
        self.window = Window(session, player)
        self.actions = Actions(self.window, session, player, self.settings)
        self.appearance = Appearance(self.settings, self.window)
        self.appearance.take_up()
        self.actions.add(lambda: [margin_deed(self.window, session)])
        self.actions.add(self.window.chart_pair.deeds)
        self.bar = take_up_habits(self.window, self.actions, self.appearance, self.settings)
        self.files = Files(self.window, session, player, self.settings, folder)
        self.files.said.connect(self.window.say)
        self.time_actions = TimeActions(self.window, session, player)
        self.actions.add(self.files.deeds)
        self.actions.add(self.time_actions.deeds)
        self.help = self.window.findChild(HelpDeeds)
        self.announcer = self.window.findChild(Announcer)
        self.window.resize(1280, 720)


SMALL = {"accounts.count": 2000, "run.steps": 900}


class FakeClock:
    """Seconds that pass when a test says so."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def session():
    return Session(find_scenario("classroom").with_values(SMALL))


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def player(session, clock, qapp):
    return Player(session, clock)


@pytest.fixture(autouse=True)
def same_look(qapp):
    """The look and the language as they were, and no window left behind to be restyled by the tests that follow."""
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    theme.keeper.set_theme(theme.DARK.name)
    theme.keeper.set_scale(1.0)
    theme.keeper.set_still(False)
    apply_style()
    speak(qapp, "en")


@pytest.fixture
def doubled(qapp):
    """Every text that can be translated stands twice."""
    tongue = Doubling()
    qapp.installTranslator(tongue)
    yield
    qapp.removeTranslator(tongue)


@pytest.fixture
def opened(qtbot, session, player, tmp_path_factory):
    """Opens the window with all its habits on a store of settings."""

    def open_on(store):
        made = Everything(session, player, store, tmp_path_factory.mktemp("saves"))
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        made.window.setFocus()
        return made

    return open_on


@pytest.fixture
def everything(opened):
    store = Forgetful()
    store.setValue("theme", "dark")
    store.setValue("welcomed", True)
    return opened(store)


@pytest.fixture
def all_new(opened):
    """As at the very first start."""
    return opened(Forgetful())


@pytest.fixture
def enter(qtbot, tmp_path):
    """Opens a lesson in a window of its own."""
    from tests.ui.lesson_room import Room

    rooms = []

    def open_room(lesson, size=(1280, 720)):
        room = Room(qtbot, tmp_path, lesson.scenario, size)
        rooms.append(room)
        room.lessons.open(lesson)
        room.settle()
        return room

    before = QLocale()
    yield open_room
    speak(QCoreApplication.instance(), "en")
    QLocale.setDefault(before)
    for room in rooms:
        room.leave()


@pytest.fixture
def drives():
    """Connects a view to a session as the window does."""

    def connect(session, *views):
        session.listen(lambda change: [view.refresh(change, session.frame()) for view in views])

    return connect


@pytest.fixture
def tabs(qtbot, session, drives):
    """The charts of the small market."""
    made = ChartTabs(session)
    qtbot.addWidget(made)
    drives(session, made)
    made.resize(1000, 400)
    made.show()
    return made
