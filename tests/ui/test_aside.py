"""Long work beside the window's thread: the loop goes on, nothing is computed on it, and the market is the same."""

import threading

import pytest
from PySide6.QtCore import QTimer

from model import cursor, timeline
from model.market import digest
from model.orders import SELL, Order
from model.session import Change, Session
from ui import aside
from ui.aside import Aside
from ui.window import Window


@pytest.fixture
def large(monkeypatch):
    """Every market counts as large, and no work is so short that the window waits for it."""
    monkeypatch.setattr(aside, "LARGE", 0)
    monkeypatch.setattr(aside, "GRACE", 0.0)


@pytest.fixture
def computed(monkeypatch):
    """Which threads computed seconds, restored, kept or opened a market, and how often."""
    counts = {}

    def counting(module, name):
        real = getattr(module, name)

        def counted(*arguments):
            place = name, threading.current_thread() is threading.main_thread()
            counts[place] = counts.get(place, 0) + 1
            return real(*arguments)

        monkeypatch.setattr(module, name, counted)

    for module, name in (
        (cursor, "advance"),
        (cursor, "restore"),
        (cursor, "keep"),
        (timeline, "genesis"),
        (timeline, "digest"),
    ):
        counting(module, name)
    return counts


def walk(session):
    """A little of everything that a user can do."""
    session.forward(40)
    session.back()
    session.back_cause()
    session.forward_cause()
    session.forward()
    session.go(400)
    session.change("breaker.on", True)
    session.forward(20)
    session.difference()
    session.go(100)
    session.roads.order(Order(SELL, 0, 0, 5e7))
    session.forward(30)
    session.roads.undo()
    session.roads.redo()
    session.take_branch(0)
    session.roads.compare_with(1)
    session.difference()
    session.roads.remove(1)
    session.roads.undo()
    saved = session.roads.snapshot(hashed=True)
    session.new_run(seed=5)
    session.forward(10)
    session.roads.undo()
    session.roads.open(saved)
    session.roads.is_as_saved()
    return session.step, digest(session.timeline.here.market), saved


def test_the_loop_goes_on_while_work_is_under_way(qtbot, large):
    worker, gate = Aside(), threading.Event()
    qtbot.wait(0)
    seen = []
    QTimer.singleShot(0, lambda: (seen.append(worker.is_busy), gate.set()))
    assert worker.do(lambda: gate.wait(60), 1), "only the loop could open the gate"
    assert seen == [True]
    assert not worker.is_busy
    worker.close()


def test_what_goes_wrong_aside_goes_wrong_where_it_was_asked_for(qtbot, large):
    worker = Aside()
    with pytest.raises(ValueError, match="no such second"):
        worker.do(lambda: int("no such second"), 1)
    assert not worker.is_busy
    worker.close()


def test_work_asked_for_while_other_work_is_under_way_comes_after_it(qtbot, large):
    worker, gate, order = Aside(), threading.Event(), []

    def inner():
        QTimer.singleShot(0, gate.set)
        gate.set()
        worker.do(lambda: order.append("second"), 1)

    QTimer.singleShot(0, inner)
    worker.do(lambda: (gate.wait(60), order.append("first")), 1)
    assert order == ["first", "second"]
    worker.close()


def test_nothing_of_a_large_market_is_computed_on_the_windows_thread(qtbot, session, player, large, computed):
    window = Window(session, player)
    qtbot.addWidget(window)
    window.show()
    walk(session)
    assert {name for name, on_window in computed if not on_window} == {
        "advance",
        "restore",
        "keep",
        "genesis",
        "digest",
    }
    assert not {place: count for place, count in computed.items() if place[1]}


def test_a_market_computed_aside_is_the_same_market_and_each_change_is_announced_once(qtbot, session, player, large):
    quiet = Session(session.scenario)
    told, expected = [], []
    session.listen(told.append)
    quiet.listen(expected.append)
    assert walk(session) == walk(quiet)
    rare = [change for change in told if change != Change.MOMENT]
    assert rare == [change for change in expected if change != Change.MOMENT]
    assert len(rare) > 10


def test_views_wait_while_the_market_is_between_two_moments(qtbot, session, player, large):
    window = Window(session, player)
    qtbot.addWidget(window)
    window.show()
    drawn = []

    def work():
        window.draw()
        drawn.append(window.stage.drawn()[0].mid)

    session.forward(5)
    window.draw()
    before = window.stage.drawn()[0].mid
    gate = threading.Event()
    QTimer.singleShot(0, lambda: (work(), gate.set()))
    session.do(lambda: (session.timeline.here.forward(300), gate.wait(60)))
    assert drawn == [before]
    window.draw()
    assert window.stage.drawn()[0].mid == session.frame().after.venues[0].mid != before


def test_a_sign_of_progress_shows_when_work_takes_longer_than_a_blink(qtbot, session, player, large, monkeypatch):
    monkeypatch.setattr(aside, "BLINK_MS", 0)
    window = Window(session, player)
    qtbot.addWidget(window)
    window.show()
    gate, shown = threading.Event(), []
    player.aside.blinked.connect(lambda: (shown.append(window.transport.progress.isVisible()), gate.set()))
    assert session.do(lambda: gate.wait(60))
    assert shown == [True, False]
    assert not window.transport.progress.isVisible()
