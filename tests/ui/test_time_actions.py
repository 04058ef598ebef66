"""What the time line brings to the window: the tree of roads, why this, steps by kind of event, the user's orders."""

import re
from decimal import Decimal

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt

from model import causes
from model.events import Event
from model.orders import BUY, RESTING, SELL, Order
from ui import text
from ui.dialogs.roads import RoadsDialog
from ui.dialogs.why import WhyDialog, link_text, move_text, pause_text
from ui.event_steps import EventSteps, matches
from ui.panels.trader import TraderForm, order_lines


@pytest.fixture
def crashed(session):
    session.go(880)
    return session


def settle(player, clock):
    for _ in range(4000):
        if player.target is None:
            return
        clock.now += 0.02
        player.tick()


def test_a_chain_of_causes_ends_at_the_news_or_at_chance(crashed):
    log = crashed.branch.log()
    sold = np.flatnonzero(log["kind"] == Event.LIQUIDATION)
    for event in (int(sold[0]), int(sold[-1]), int(sold[np.argmax(log["usd"][sold])])):
        links = causes.chain(log, event)
        assert [link.event for link in links] == sorted((link.event for link in links), reverse=True)
        assert links[-1].kind == Event.NEWS or log["cause"][links[-1].event] < 0
        assert all(link_text(link, crashed) for link in links)


def test_every_kind_of_event_can_be_told():
    assert set(causes.TEMPLATES) == set(Event)


def test_what_an_event_caused_is_all_that_leads_back_to_it(crashed):
    log = crashed.branch.log()
    news = int(np.flatnonzero(log["kind"] == Event.NEWS)[0])
    sold = np.flatnonzero(np.isin(log["kind"], causes.SOLD))
    for event in (news, int(sold[len(sold) // 2])):
        found = causes.effects(log, event, 3)
        led = [n for n in sold if n != event and event in [link.event for link in causes.chain(log, int(n))]]
        assert found.all == len(led)
        assert found.all_usd == pytest.approx(log["usd"][led].sum() * 1e-6)
        assert found.direct == sum(log["cause"][n] == event for n in sold)


def test_a_price_moves_parts_add_up_to_the_move(crashed):
    move = crashed.move(0, 0)
    assert sum(part.share for part in move.parts) == pytest.approx(1.0)


def test_why_tells_the_chain_and_goes_to_its_moments(qtbot, crashed):
    dialog = WhyDialog(crashed)
    qtbot.addWidget(dialog)
    log = crashed.branch.log()
    event = int(np.flatnonzero(log["kind"] == Event.LIQUIDATION)[-1])
    dialog.show_event(event)
    assert dialog.list.count() >= 2
    with qtbot.waitSignal(dialog.visited) as visited:
        dialog.list.itemActivated.emit(dialog.list.item(0))
    assert visited.args == [event]
    assert "the liquidation at" in dialog.caused.text()
    dialog.show_move(0, 0)
    assert crashed.symbols[0] in dialog.list.item(0).text()
    assert dialog.list.selectedItems() == []


@pytest.mark.parametrize("step", [640, 700, 880])
def test_the_parts_of_a_move_add_up_to_it_as_they_are_written(session, step):
    session.go(step)
    for exchange in range(3):
        for asset in range(len(session.symbols)):
            move = session.move(exchange, asset)
            head, *lines = move_text(move, session)
            parts = [Decimal(line.split(" %")[0].replace("−", "-")) for line in lines]
            fell = re.search(r"(fell|rose) by ([\d.]+) %", head)
            whole = Decimal(fell[2]) * (-1 if fell[1] == "fell" else 1) if fell else 0
            assert sum(parts) == whole
            assert 0 not in parts


def test_a_price_in_a_halt_is_told_as_one_that_moved_before(qtbot, session):
    session.go(340)
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.05)
    session.go(640)
    for asset in range(len(session.symbols)):
        session.select(asset)
        for place, venue in enumerate(session.picture().venues):
            assert bool(pause_text(session.move(place, asset))) == (venue.halted_for > 0)
    log = session.branch.log()
    paused = log[log["kind"] == Event.HALT][0]
    first, place = int(paused["step"]), (int(paused["exchange"]), int(paused["asset"]))
    dialog = WhyDialog(session)
    qtbot.addWidget(dialog)
    for after, told in ((20, "Paused since {}: all this happened before."), (100, "Paused since {}.")):
        session.go(first + after)
        dialog.show_move(*place)
        lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert told.format(text.clock(first)) in lines


def test_the_news_is_told_in_the_same_words_by_why_and_by_the_story(crashed):
    news = next(line for line in crashed.story() if line.kind == Event.NEWS)
    told = link_text(causes.link_of(crashed.branch.log(), news.event), crashed)
    assert told.endswith(text.line_text(news, crashed).replace("\u00a0", " "))
    assert "begins to fall by" in told


def test_good_news_makes_the_value_rise(crashed):
    log = crashed.branch.log().copy()
    event = int(np.flatnonzero(log["kind"] == Event.NEWS)[0])
    log["usd"][event] = -log["usd"][event]
    told = link_text(causes.link_of(log, event), crashed)
    assert "begins to rise by" in told
    assert "−" not in told


def test_arbitrageurs_who_wait_in_their_own_book_trade_with_no_other_exchange(session):
    session.go(640)
    names = session.exchanges
    moves = [session.move(exchange, asset) for exchange in range(len(names)) for asset in range(len(session.symbols))]
    assert any(part.name == "patience" for move in moves for part in move.parts)
    for move in moves:
        assert all(part.source != move.exchange for part in move.parts if part.name == "arbitrage")


def test_why_names_the_cause_whose_effects_it_counts_and_wraps_lines_where_they_are_set_in(qtbot, crashed):
    dialog = WhyDialog(crashed)
    qtbot.addWidget(dialog)
    news = int(np.flatnonzero(crashed.branch.log()["kind"] == Event.NEWS)[0])
    dialog.show_event(news)
    dialog.resize(300, 500)
    dialog.show()
    QCoreApplication.processEvents()
    assert "the news of 00:05:00" in dialog.caused.text()
    assert dialog.counted.isVisible()
    item = dialog.list.item(0)
    line = dialog.list.fontMetrics().height()
    assert dialog.list.visualItemRect(item).height() > 2 * line
    assert dialog.list.visualItemRect(item).width() <= dialog.list.viewport().width()


@pytest.mark.parametrize("kind", ["liquidation", "hop", "fund"])
def test_steps_by_kind_stop_at_every_event_of_the_kind_and_nowhere_else(session, player, clock, kind):
    steps = EventSteps(session, player)
    visited = []
    for _ in range(3):
        steps.forward(kind)
        settle(player, clock)
        visited.append(session.step)
    rows = session.branch.log()
    wanted = sorted(set(rows["step"][matches(kind, rows)].tolist()))
    assert visited == [*wanted, session.length, session.length, session.length][:3]
    if len(wanted) > 1:
        steps.back(kind)
        assert session.step == visited[1]


def test_steps_go_to_the_trades_of_the_users_own_orders(session, player, clock):
    session.go(30)
    session.roads.order(Order(BUY, 0, 0, 50_000.0))
    session.go(60)
    session.roads.order(Order(SELL, 0, 1, 50_000.0))
    session.go(200)
    steps = EventSteps(session, player)
    steps.back("fill")
    assert session.step == 61
    steps.back("fill")
    assert session.step == 31
    steps.forward("fill")
    assert session.step == 61


def test_the_tree_shows_roads_and_can_rename_compare_and_remove_them(qtbot, session):
    session.go(40)
    session.change("breaker.on", True)
    session.go(60)
    dialog = RoadsDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    session.listen(dialog.hear)
    child = dialog.tree.topLevelItem(0).child(0)
    dialog.tree.setCurrentItem(child)
    session.roads.rename(1, "the cure")
    assert "the cure" in dialog.tree.topLevelItem(0).child(0).text(0)
    qtbot.mouseClick(dialog.buttons["remove"], Qt.MouseButton.LeftButton)
    assert session.branch.number == 0
    assert dialog.tree.topLevelItem(0).childCount() == 0
    session.roads.undo()
    assert dialog.tree.topLevelItem(0).childCount() == 1


def test_the_ticket_sends_what_it_says_and_tells_what_became_of_it(qtbot, session):
    form = TraderForm(session)
    qtbot.addWidget(form)
    qtbot.mouseClick(form.quick, Qt.MouseButton.LeftButton)
    session.forward()
    (sold,) = session.orders()
    assert sold.filled_usd == pytest.approx(5e4, rel=0.01)
    form.limit.setValue(100_000)
    form.leverage.setValue(10)
    qtbot.mouseClick(form.buy, Qt.MouseButton.LeftButton)
    session.forward()
    assert session.orders()[1].state == RESTING
    assert len(order_lines(session.orders()[1], session)) == 2
    form.show_orders()
    marks = session.picture().venues[0].mine
    assert [(mark.number, mark.side) for mark in marks] == [(2, 1)]
