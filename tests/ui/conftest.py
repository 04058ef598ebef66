"""A small market, a clock that only tests move, and the look as it was."""

import gc

import pytest
from PySide6.QtCore import QEvent

from model.scenario import find_scenario
from model.session import Session
from ui import theme
from ui.player import Player

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
    """The look as it was, and no window left behind to be restyled by the tests that follow."""
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    theme.keeper.set_theme(theme.DARK.name)
    theme.keeper.set_scale(1.0)


@pytest.fixture
def drives():
    """Connects a view to a session as the window does."""

    def connect(session, *views):
        session.listen(lambda change: [view.refresh(change, session.frame()) for view in views])

    return connect
