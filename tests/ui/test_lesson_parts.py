"""What a lesson shows, hides and locks, and what it gives back."""

import math

import pytest
from PySide6.QtCore import Qt

from model.lesson import CHARTS, DETAILS, PARTS, is_locked
from model.lesson_measures import MEASURES
from tests.doubling import Doubling
from tests.ui.lesson_room import K, small
from ui import theme
from ui.lesson.goal_card import titles
from ui.lesson.words import Given
from ui.lettering import Look
from ui.stage.gauges import gauges_of
from ui.stage.shown import HIDEABLE
from ui.style import apply_style
from ui.theme import pixels


def test_what_a_lesson_can_name_exists_in_the_window(enter):
    room = enter(small("3-laboratory"))
    assert set(PARTS) == set(room.window.parts)
    assert tuple(room.window.charts.names()) == CHARTS
    assert set(titles()) == set(MEASURES)
    assert {f"totals.{name}" for name in DETAILS["totals"]} == {item.measure for item in room.window.totals.figures()}
    assert {f"difference.{name}" for name in DETAILS["difference"]} == {
        row.measure for row in room.window.difference.rows
    }
    assert set(DETAILS["stage"]) == {"book", *HIDEABLE}


def test_nothing_is_shown_that_was_not_introduced(enter):
    room = enter(small("04-makers-leave"))
    assert room.visible() == {"top", "stage", "transport"}
    room.press("lesson_next")
    assert room.visible() == {"top", "stage", "transport", "charts", "story"}
    shown = [name for n, name in enumerate(room.window.charts.names()) if room.window.charts.isTabVisible(n)]
    assert shown == ["depth-left"]
    room.go_to("gone")
    assert {item.measure for item in room.window.totals.figures()} == {
        "totals.liquidated", "totals.makers", "totals.makers_orders"
    }  # fmt: skip
    room.press("lesson_explore")
    assert len(room.window.totals.figures()) == len(DETAILS["totals"])


def test_one_switch_alone_stands_in_the_lesson_and_holds_no_column_open(enter):
    room = enter(small("09-circuit-breakers"))
    room.go_to("sooner")
    window = room.window
    part, left = window.parts["switches"], window.layout_keeper._holders["left"]
    assert window.switches.is_few
    assert part.isVisible()
    assert room.lessons.frame.isAncestorOf(part)
    assert not left.isVisible()
    row = next(row for row in window.switches.rows if row.isVisible())
    bottom = row.mapTo(part, row.rect().bottomLeft()).y()
    assert bottom < part.height(), "nothing of it need be scrolled to"
    assert row.summary.isVisible(), "there is room to say how it is set"
    room.press("lesson_explore")
    assert part.isVisible()
    assert left.isAncestorOf(part)
    assert part.height() > 200
    room.press("lesson_explore")
    assert room.lessons.frame.isAncestorOf(part)
    room.press("lesson_end")
    assert left.isAncestorOf(part)


@pytest.fixture
def long_words(qapp):
    """The projector's look, in a language in which everything is twice as long."""
    theme.set_theme("projector")
    apply_style()
    doubling = Doubling()
    qapp.installTranslator(doubling)
    yield
    qapp.removeTranslator(doubling)


def test_a_switch_in_the_lesson_takes_no_more_room_than_its_words_need(enter, long_words):
    room = enter(small("09-circuit-breakers"))
    room.go_to("sooner")
    part = room.window.parts["switches"]
    row = next(row for row in room.window.switches.rows if row.isVisible())
    bottom = row.mapTo(part, row.rect().bottomLeft()).y()
    assert room.lessons.frame.isAncestorOf(part)
    assert room.window.switches.area.verticalScrollBar().maximum() == 0
    assert part.height() - bottom < pixels("body") * 0.6


def test_the_stage_keeps_to_itself_what_no_step_has_introduced(enter):
    room = enter(small("01-order-book"))

    def seen():
        room.window.draw()
        venue = room.window.stage.drawn()[0]
        gauges = {gauge.measure for gauge in gauges_of(venue, Look.now())}
        return gauges, math.isfinite(venue.mark), math.isfinite(venue.liquidated_usd)

    assert seen() == (set(), False, False)
    room.go_to("nothing")
    assert seen() == ({"stage.depth_ratio"}, False, False)
    room.go_to("healed")
    assert seen() == ({"stage.depth_ratio"}, False, True)
    room.press("lesson_explore")
    assert seen() == ({"stage.depth_ratio", "stage.fund", "stage.confidence"}, True, True)
    room.press("lesson_explore")
    room.press("lesson_blank")
    assert seen() == ({"stage.depth_ratio"}, False, True)


def test_a_chart_that_a_step_is_about_is_open_in_a_low_window_too(enter):
    room = enter(small("01-order-book"))
    theme.keeper.set_scale(1.4)
    room.go_to("chance")
    assert room.window.layout_keeper.is_low
    assert not room.window.layout_keeper.charts_closed
    assert room.window.parts["charts"].height() > 100
    room.guide.close()
    room.settle()
    assert room.window.layout_keeper.charts_closed


def test_a_text_longer_than_its_room_is_read_on_by_keys(enter):
    room = enter(small("02-leverage"))
    theme.keeper.set_scale(theme.SCALE_HIGH)
    room.settle()
    bar = room.panel.area.verticalScrollBar()
    assert "Shift+↓" in room.panel.status.text()
    for _ in range(20):
        room.key(K.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == bar.maximum() > 0
    assert "Shift+↓" not in room.panel.status.text()
    for _ in range(20):
        room.key(K.Key_Up, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


def test_exploring_frees_everything_and_the_way_back_loses_nothing(enter):
    room = enter(small("03-reproduction"))
    guide, session = room.guide, room.session
    room.press("lesson_next")
    place = (guide.number, session.step, session.branch.number)
    with pytest.raises(ValueError, match="lesson holds"):
        session.change("breaker.on", True)
    room.press("lesson_explore")
    assert room.visible() == set(room.window.parts)
    session.change("breaker.on", True)
    session.forward(50)
    roads = len(session.timeline.branches)
    room.press("lesson_explore")
    assert (guide.number, session.step, session.branch.number) == place
    assert len(session.timeline.branches) == roads == 2
    room.press("lesson_explore")
    session.new_run(seed=99)
    room.press("lesson_explore")
    assert (guide.number, session.step, session.seed) == (place[0], place[1], guide.lesson.scenario.seed)


def test_locks_hold_the_switch_on_screen_and_by_its_digit(enter):
    room = enter(small("2-one-cure"))
    rows = {row.switch.key: row for row in room.window.switches.rows}
    assert not rows["gradual.on"].isHidden()
    assert rows["rescue.on"].isHidden()
    told = []
    room.actions.refused.connect(told.append)
    room.actions.flip("confidence.on")
    assert len(told) == 1
    assert room.session.values["confidence.on"] is True
    room.actions.flip("gradual.on")
    assert room.session.values["gradual.on"] is True
    assert is_locked("shock.size", room.guide.lesson.locks(0), room.guide.lesson.free(0))


def test_one_key_leaves_nothing_but_the_stage_and_gives_it_back(enter):
    room = enter(small("03-reproduction"))
    before = room.visible()
    room.press("lesson_blank")
    assert room.visible() == {"stage"}
    assert not room.lessons.frame.isVisible()
    room.press("lesson_blank")
    assert room.visible() == before
    assert room.lessons.frame.isVisible()


def test_a_lesson_that_is_left_gives_back_the_parts_as_they_were(enter):
    room = enter(small("03-reproduction"))
    room.lessons.guide.close()
    room.settle()
    room.window.layout_keeper.show_part("story", False)
    room.window.layout_keeper.show_part("difference", False)
    before = room.visible()
    assert "story" not in before
    room.lessons.open(small("03-reproduction"))
    room.settle()
    room.press("lesson_blank")
    room.press("lesson_blank")
    room.lessons.guide.close()
    room.settle()
    assert room.visible() == before
    room.window.layout_keeper.restore()
    assert {"story", "difference"} <= room.visible()


def test_a_lesson_about_the_news_shows_its_controls_without_the_switches(enter):
    lesson = small("01-order-book")
    room = enter(lesson)
    room.guide.guesses = {step.id: Given(value=0.0, choice=0) for step in lesson.steps if step.guess}
    room.guide.enter(len(lesson.steps) - 1)
    room.settle()
    switches = room.window.switches
    assert switches.shock.isVisible()
    assert not any(row.isVisible() for row in switches.rows)
    assert not switches.trader.isVisible()


def test_a_second_is_walked_cause_by_cause_where_nothing_is_asked_and_space_still_goes_on(enter):
    room = enter(small("01-order-book"))
    room.go_to("inside")
    room.key(K.Key_Period, K.Key_Period)
    assert (room.session.step, room.session.phase) == (600, 2)
    room.key(K.Key_Comma)
    assert (room.session.step, room.session.phase) == (600, 1)
    room.key(K.Key_Space)
    assert room.guide.step.id == "fear"
