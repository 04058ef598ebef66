"""The whole window: opens complete and paused, follows the session, fits."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from model.session import Change
from ui import theme
from ui.window import Window


class Doubling(QTranslator):
    """A language in which everything takes twice the room."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return text + " " + text if text and "{" not in text else text

    def isEmpty(self):  # noqa: N802 - Qt calls it
        return False


@pytest.fixture
def window(qtbot, session):
    made = Window(session)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle(window):
    window.draw()
    QCoreApplication.processEvents()


def test_it_opens_paused_on_a_complete_market(window, session):
    assert session.step == 0
    assert not window.player.is_playing
    assert [shown.name for shown in window.stage.drawn()] == list(session.exchanges)
    assert len(window.tiles.drawn()) == len(session.symbols)
    assert window.totals.drawn() == session.frame().after.totals
    assert str(session.seed) in window.top.seed.text()


def test_every_view_follows_the_session(window, session):
    session.go(600)
    settle(window)
    after = session.frame().after
    assert [shown.mid for shown in window.stage.drawn()] == [venue.mid for venue in after.venues]
    assert window.totals.drawn() == after.totals
    assert [tile.change for tile in window.tiles.drawn()] == [tile.change for tile in after.tiles]


def test_many_changes_are_drawn_once(window, session, monkeypatch):
    drawings = []
    draw = window.draw
    monkeypatch.setattr(window._due, "timeout", None, raising=False)
    window._due.timeout.connect(lambda: drawings.append(1))
    settle(window)
    for step in range(1, 30):
        session.go(step)
    QCoreApplication.processEvents()
    assert len(drawings) <= 1
    draw()


def test_a_tile_puts_its_asset_on_stage(window, session, qtbot):
    qtbot.mouseClick(window.tiles, Qt.MouseButton.LeftButton, pos=window.tiles.rooms()[1].center().toPoint())
    settle(window)
    assert session.asset == 1
    assert session.frame().after.symbol == session.symbols[1]


def test_the_seed_can_be_copied_and_thrown_anew(window, session, qtbot):
    before = session.seed
    qtbot.mouseClick(window.top.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(before)
    session.go(5)
    qtbot.mouseClick(window.top.dice, Qt.MouseButton.LeftButton)
    settle(window)
    assert session.step == 0
    assert str(session.seed) in window.top.seed.text()


def test_another_scenario_is_chosen_from_the_top_bar(window, session):
    window.top._fill_scenarios()
    action = next(action for action in window.top.scenario.menu().actions() if "One order book" in action.text())
    action.trigger()
    settle(window)
    assert session.scenario.name == "one-book"
    assert len(window.stage.drawn()) == 1
    assert "One order book" in window.windowTitle()


def test_help_is_asked_for(window, qtbot):
    with qtbot.waitSignal(window.help_wanted):
        qtbot.mouseClick(window.top.help, Qt.MouseButton.LeftButton)


def test_every_button_has_a_name_that_can_be_spoken(window):
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    assert buttons
    assert [b.objectName() or type(b).__name__ for b in buttons if not (b.accessibleName() or b.text())] == []


def inside(child, window):
    corner = child.mapTo(window, child.rect().topLeft())
    room = child.rect().translated(corner)
    return window.rect().contains(room)


def check_fit(window):
    for view in (*window.views, window.stage):
        assert inside(view, window), type(view).__name__
        assert view.width() >= view.minimumSizeHint().width(), type(view).__name__
    assert window.stage.height() >= 260
    assert window.stage.width() >= 360
    cut = [
        label.text()
        for label in window.top.findChildren(QLabel)
        if label.isVisible() and label.width() < label.minimumSizeHint().width()
    ]
    assert cut == []


@pytest.mark.parametrize("look", sorted(theme.THEMES))
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_everything_fits_in_every_look(window, session, look, size):
    theme.set_theme(look)
    window.resize(*size)
    session.go(620)
    settle(window)
    settle(window)
    assert (window.width(), window.height()) == size
    check_fit(window)


def test_everything_fits_in_a_language_twice_as_long(qtbot, qapp, session):
    language = Doubling()
    qapp.installTranslator(language)
    try:
        window = Window(session)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        settle(window)
        settle(window)
        assert (window.width(), window.height()) == (1280, 720)
        check_fit(window)
    finally:
        qapp.removeTranslator(language)


def test_a_hidden_view_learns_what_it_missed(window, session):
    window.totals.hide()
    settle(window)
    session.go(300)
    settle(window)
    window.totals.show()
    settle(window)
    assert window.totals.drawn() == session.frame().after.totals


def test_halts_and_new_values_are_heard_with_their_flags(window, session):
    heard = []
    session.listen(heard.append)
    session.change("breaker.on", True)
    assert heard
    assert heard[-1] & Change.VALUES
    settle(window)
