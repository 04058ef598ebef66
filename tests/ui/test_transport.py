"""The bottom bar: buttons, time line, roads."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF

from model.events import Event
from model.orders import Order
from model.session import Change
from ui.panels.milestones import FILL, FIRST, HOP, NEWS, Mark, Milestones, mark_text
from ui.panels.roads import road_name
from ui.panels.transport import TransportBar
from ui.text import line_text, money
from ui.theme import font


@pytest.fixture
def bar(qtbot, session, player, drives):
    made = TransportBar(session, player)
    qtbot.addWidget(made)
    drives(session, made)
    made.resize(1400, 90)
    made.show()
    return made


def settle(widget):
    """Let the layout follow."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        widget.grab()


def press(qtbot, bar, name):
    qtbot.mouseClick(bar.buttons[name], Qt.MouseButton.LeftButton)


def test_the_buttons_step_by_second_and_by_cause(qtbot, bar, session):
    press(qtbot, bar, "forward")
    assert (session.step, session.phase) == (1, 0)
    press(qtbot, bar, "forward_cause")
    assert (session.step, session.phase) == (1, 1)
    press(qtbot, bar, "back_cause")
    assert (session.step, session.phase) == (1, 0)
    press(qtbot, bar, "back")
    assert session.step == 0


def test_steps_are_possible_only_while_paused(qtbot, bar, player):
    press(qtbot, bar, "play")
    assert player.is_playing
    assert not bar.buttons["forward"].isEnabled()
    press(qtbot, bar, "play")
    assert bar.buttons["forward"].isEnabled()
    assert not bar.buttons["back"].isEnabled()


def test_the_phase_is_named_inside_a_second(bar, session):
    session.forward_cause()
    assert "news" in bar.status.text()


def test_a_press_on_the_line_goes_there_and_dragging_follows(qtbot, bar, session, player, clock):
    session.go(600)
    line = bar.line
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(100)), line.height() - 12))
    assert abs(session.step - 100) < 3
    qtbot.mouseMove(line, QPoint(round(line.x_of(550)), line.height() - 12))
    assert abs(session.step - 550) < 3
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(550)), line.height() - 12))
    assert player.target is None


def test_dragging_into_the_future_shows_progress(qtbot, bar, session, player):
    line = bar.line
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(800)), line.height() - 12))
    assert player.target is not None
    assert bar.progress.isVisible()
    assert "computing" in bar.status.text()
    player.pause()
    assert not bar.progress.isVisible()


def test_places_on_the_line_and_seconds_agree(bar, session):
    for step in (0, 1, 450, 899, 900):
        assert abs(bar.line.step_at(bar.line.x_of(step)) - step) <= 1


def test_marks_are_the_first_events_of_the_log(session):
    session.go(900)
    found = Milestones()
    found.update(session)
    _, log = session.events(0, 900)
    for mark in found.marks:
        if mark.kind == FIRST:
            rows = log[(log["kind"] == Event.LIQUIDATION) & (log["exchange"] == mark.exchange)]
            assert mark.step == rows["step"][0]
    assert {mark.exchange for mark in found.marks if mark.kind == FIRST} == {0, 1, 2}
    assert [mark.step for mark in found.marks if mark.kind == NEWS] == [log["step"][log["kind"] == Event.NEWS][0]]


def test_the_first_hop_each_way_and_the_users_own_trades_have_marks(bar, session):
    session.go(30)
    session.roads.order(Order(1, 0, 1, 50_000.0))
    session.go(900)
    found = bar.line.milestones
    found.update(session)
    _, log = session.events(0, 900)
    sold = log[np.isin(log["kind"], (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)) & (log["source"] >= 0)]
    ways = {(int(row["source"]), int(row["exchange"])) for row in sold if row["source"] != row["exchange"]}
    hops = {(mark.source, mark.exchange): mark.step for mark in found.marks if mark.kind == HOP}
    assert set(hops) == ways
    assert ways
    for (source, exchange), step in hops.items():
        assert step == sold["step"][(sold["source"] == source) & (sold["exchange"] == exchange)][0]
    (fill,) = [mark for mark in found.marks if mark.kind == FILL]
    assert (fill.step, fill.exchange) == (31, 1)
    assert mark_text(fill, session) == "Your order trades on OKX"
    assert {mark_text(mark, session) for mark in found.marks if mark.kind == HOP} == {
        f"First hop from {session.exchanges[a]} to {session.exchanges[b]}" for a, b in ways
    }


def test_marks_gathered_bit_by_bit_are_those_of_one_reading(session):
    slowly, at_once = Milestones(), Milestones()
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.08)
    for step in range(0, 900, 37):
        session.go(step)
        slowly.update(session)
    session.go(900)
    slowly.update(session)
    at_once.update(session)
    assert slowly.marks == at_once.marks
    assert slowly.halts == at_once.halts
    assert slowly.halts


def test_a_new_road_gets_a_chip_and_a_press_changes_back(qtbot, bar, session):
    session.go(60)
    session.change("breaker.on", True)
    assert session.branch.number == 1
    assert bar.roads.chips[1].text() == "Circuit breaker on, since 00:01:00"
    assert bar.roads.chips[1].isChecked()
    qtbot.mouseClick(bar.roads.chips[0], Qt.MouseButton.LeftButton)
    assert session.branch.number == 0
    assert session.step == 60
    assert road_name(session.branch) == "original"


def test_changing_to_a_road_that_is_less_far_computes_the_rest(bar, session, player, clock):
    session.go(60)
    session.change("gradual.on", True)
    session.go(500)
    bar.take_road(0)
    assert session.branch.number == 0
    while player.target is not None:
        clock.now += 0.016
        player.tick()
    assert session.step == 500


def test_the_first_liquidations_of_one_moment_share_a_name_at_their_mark(bar, session):
    line, metrics = bar.line, QFontMetricsF(font("small"))
    for steps in ((600, 600, 600), (600, 601, 604), (100, 400, 800)):
        line.milestones.marks = [Mark(step, FIRST, exchange) for exchange, step in enumerate(steps)]
        names = [name for name in line.names(metrics) if name.kind == FIRST]
        told = ["Binance, OKX, Bybit"] if steps[0] > 100 else ["Binance", "OKX", "Bybit"]
        assert [name.words.rpartition(": ")[2] for name in names] == told
        assert names[0].words.startswith("first liquidation: ")
        for name, step in zip(names, steps, strict=False):
            assert name.left - 5 <= line.x_of(step) <= name.left + metrics.horizontalAdvance(name.words) + 5


def test_news_makes_room_for_the_first_liquidation_right_after_it(bar):
    line, metrics = bar.line, QFontMetricsF(font("small"))
    step = 300 + round(30 / (line.x_of(1) - line.x_of(0)))
    line.milestones.marks = [Mark(300, NEWS, -1), Mark(300 + (step - 300) // 2, FIRST, 0)]
    assert [name.kind for name in line.names(metrics)] == ["", NEWS, FIRST, ""]


def test_news_at_the_very_beginning_and_the_first_liquidation_are_named_rather_than_the_beginning(bar):
    line, metrics = bar.line, QFontMetricsF(font("small"))
    second = line.x_of(1) - line.x_of(0)
    news = round(0.6 * metrics.horizontalAdvance("news") / second)
    line.milestones.marks = [Mark(news, NEWS, -1), Mark(news + round(26 / second), FIRST, 0)]
    names = line.names(metrics)
    assert [name.kind for name in names] == [NEWS, FIRST, ""]
    assert names[0].left >= 0
    line.milestones.marks = [Mark(news, NEWS, -1), Mark(news + 1, FIRST, 0)]
    assert [name.kind for name in line.names(metrics)] == ["", NEWS, ""], "nothing is left out for nothing"


@pytest.mark.parametrize("width", [900, 1400, 2400])
def test_no_name_on_the_time_line_covers_another_and_its_ends_are_told(bar, session, width):
    session.go(900)
    bar.resize(width, 90)
    bar.line.milestones.update(session)
    metrics = QFontMetricsF(font("small"))
    names = bar.line.names(metrics)
    ends = [name.left + metrics.horizontalAdvance(name.words) for name in names]
    assert all(end < name.left for end, name in zip(ends, names[1:], strict=False))
    assert ends[-1] <= bar.line.width()
    assert (names[0].words, names[-1].words) == ("0", "15 min")


def test_the_tip_of_a_mark_tells_of_every_mark_that_stands_there(bar):
    line = bar.line
    line.milestones.marks = [Mark(600, FIRST, 0), Mark(600, FIRST, 1), Mark(600, HOP, 1, 0), Mark(800, NEWS, -1)]
    said = line.tip_at(QPointF(line.x_of(600), 5)).splitlines()
    assert [words.partition("  ")[2] for words in said] == [
        "First liquidation on Binance", "First liquidation on OKX", "First hop from Binance to OKX",
    ]  # fmt: skip
    assert line.tip_at(QPointF(line.x_of(700), 5)) == "00:11:40"


def test_a_road_names_its_changes_in_one_sentence(session):
    session.go(60)
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.05)
    assert road_name(session.branch) == "Circuit breaker on, fall 5 %, since 00:01:00"


def test_a_chip_is_hidden_only_where_there_is_no_room(bar, session):
    session.go(60)
    session.change("breaker.on", True)
    roads = bar.roads
    needed = sum(part.sizeHint().width() for part in (*roads.chips.values(), roads.all, roads._title))
    needed += 3 * roads._row.spacing()
    roads.resize(needed, roads.height())
    assert all(not chip.isHidden() for chip in roads.chips.values())
    roads.resize(needed - 1, roads.height())
    assert roads.chips[0].isHidden()


def test_beside_a_stage_alone_one_line_tells_the_total_and_the_newest_sentence(bar, session):
    session.go(880)
    bar.set_thin(True)
    newest = line_text(session.story()[-1], session)
    assert bar.told.isVisible()
    assert newest in bar.told.text()
    assert money(session.picture().totals.liquidated) in bar.told.text()
    assert "Esc" in bar.leave.text()
    session.go(300)
    bar.refresh(Change.MOMENT, session.frame())
    assert newest not in bar.told.text()
    bar.set_thin(False)
    assert not bar.told.isVisible()
    assert not bar.leave.isVisible()


@pytest.mark.parametrize("width", range(500, 1500, 50))
def test_the_sentence_beside_a_stage_alone_ends_with_a_sentence_or_else_with_a_word(bar, session, width):
    session.go(880)
    bar.set_thin(True)
    bar.resize(width, 90)
    settle(bar)
    shown, whole = bar.told.shown(), bar._news[0]
    assert shown.endswith(("…", "."))
    sentence = line_text(session.story()[-1], session)
    first = bar._news[-1].partition(sentence)[0] + sentence.partition(". ")[0] + "."
    if shown.endswith("…"):
        assert bar.leave.isHidden()
        assert bar.told.fontMetrics().horizontalAdvance(first) > bar.told.width()
    assert set(shown.rstrip("…").split()) <= set(whole.split())
    assert shown == whole or whole in bar.told.toolTip()
    assert sentence.split()[0] in shown


def test_beside_a_stage_alone_the_names_on_the_time_line_grow_with_the_screen(bar):
    usual, height = bar.line.letters().pixelSize(), bar.line.sizeHint().height()
    bar.set_thin(True)
    bar.resize(1900, 90)
    settle(bar)
    assert bar.line.letters().pixelSize() >= 1.4 * usual
    assert bar.line.sizeHint().height() > height
    bar.set_thin(False)
    assert bar.line.letters().pixelSize() == usual


def test_every_control_says_what_it_is(bar):
    assert all(button.accessibleName() for button in bar.buttons.values())
    assert bar.line.accessibleName()
