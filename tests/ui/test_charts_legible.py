"""What a class reads off the charts: titles, axes, and nothing that nobody has looked at."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtWidgets import QToolTip

from tests.ui.chart_room import charts_of, opened, painted
from ui import theme
from ui.charts.time_chart import apart, axis_time, nice_ticks
from ui.charts.unseen import unseen_spans
from ui.style import apply_style
from ui.theme import THEMES, font

each_theme = pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)


# --- seconds that nobody has looked at ------------------------------------------------------------------------------


def test_no_line_leads_through_seconds_that_nobody_has_looked_at(tabs, session):
    session.go(700)
    chart = tabs.open("makers")
    chart.scouting._timer.stop()
    stride = session.survey.stride
    known = chart.steps.tolist()
    assert unseen_spans(known, 700, stride)
    for run in chart.runs():
        assert (np.diff(chart.steps[run]) == stride).all()
    assert [step for run in chart.runs() for step in chart.steps[run].tolist()] == known
    box, ask = chart.panels()[0], theme.current().ask
    image = painted(chart)
    between = {
        image.pixelColor(round(box.left() + box.width() * 350 / 900) + x, y).name()
        for x in range(-5, 6) for y in range(round(box.top()), round(box.bottom()))
    }  # fmt: skip
    assert ask.name() not in between
    chart.scouting.finish()
    assert len(chart.runs()) == 1
    assert unseen_spans(chart.steps.tolist(), 700, stride) == []


@pytest.mark.parametrize("key", ["makers", "book-over-time"])
def test_a_chart_says_how_far_the_looking_is(tabs, session, key):
    session.go(700)
    chart = tabs.open(key)
    chart.scouting.ask()
    assert chart.scouting.is_working
    painted(chart)
    assert "%" in chart.heading.written
    assert chart.heading.written in chart.wordings()
    chart.scouting.finish()
    painted(chart)
    assert chart.heading.written in chart.wordings()
    assert "skipped" not in chart.heading.written


@pytest.mark.parametrize("key", ["makers", "book-over-time"])
def test_a_short_title_keeps_the_key_to_the_colours_while_it_looks(tabs, session, key):
    session.go(700)
    chart = tabs.open(key)
    chart.scouting.ask()
    looking = chart.wordings()
    chart.scouting.finish()
    known = chart.wordings()
    widths = [QFontMetricsF(font("small")).horizontalAdvance(words) for words in looking]
    assert widths == sorted(widths, reverse=True)
    for title in known:
        assert any(words.startswith(title) and "%" in words for words in looking), title


def test_gaps_are_where_looks_are_missing():
    assert unseen_spans([0, 10, 20], 20, 10) == []
    assert unseen_spans([0, 30], 40, 10) == [(10, 30), (40, 40)]
    assert unseen_spans([], 25, 10) == [(0, 25)]


# --- titles and choices ---------------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("width", [420, 560, 700, 1100])
def test_titles_never_run_into_the_choices_and_a_cut_one_tells_the_rest(tabs, session, doubled, width):
    session.go(700)
    tabs.resize(width, 260)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        painted(chart)
        heading = chart.heading
        end = heading.segments.x() if heading.segments is not None and heading.segments.isVisible() else chart.width()
        assert heading.badge.right() - 7 <= end, key
        if heading.written != chart.title():
            place = heading.room.center().toPoint()
            chart.event(QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
            assert QToolTip.text() == chart.title(), key
    QToolTip.hideText()


def test_wordings_begin_with_the_title_and_get_shorter(tabs, session):
    session.go(700)
    metrics = QFontMetricsF(font("small"))
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        widths = [metrics.horizontalAdvance(words) for words in chart.wordings()]
        assert chart.wordings()[0] == chart.title(), key
        assert widths == sorted(widths, reverse=True), key


def test_titles_speak_of_the_other_road_only_while_there_is_one(tabs, session):
    session.go(500)
    keys = ("prices", "liquidations", "depth-left", "confidence", "withdrawals", "reproduction")
    assert not any("other road" in opened(tabs, key).title() for key in keys)
    session.go(300)
    session.change("gradual.on", True)
    session.go(500)
    assert all("other road" in opened(tabs, key).title() for key in keys)


def test_short_titles_too_say_what_is_dashed(tabs, session):
    session.go(500)
    session.go(300)
    session.change("gradual.on", True)
    session.go(500)
    tabs.resize(600, 220)
    for key in ("prices", "liquidations", "confidence", "withdrawals"):
        chart = opened(tabs, key)
        painted(chart)
        assert "other road" in chart.heading.written, key


def test_a_title_of_the_ledger_speaks_of_what_is_left_of_zero_however_short(tabs, session):
    session.go(800)
    chart = opened(tabs, "ledger")
    assert any(part.micro < 0 for row in chart.rows for part in row.parts)
    assert all("left" in words for words in chart.wordings())


def test_contagion_tells_rows_from_columns_however_narrow(tabs, session):
    session.go(700)
    for words in opened(tabs, "contagion").wordings():
        assert "rows" in words
        assert "columns" in words


def test_what_has_no_room_beside_or_below_can_be_chosen(tabs, session):
    session.go(800)
    tabs.resize(560, 200)
    for first, second in (("contagion", "reproduction"), ("confidence", "withdrawals")):
        chart, other = opened(tabs, first), charts_of(tabs)[second]
        assert other.isHidden()
        names = chart.heading.names()
        assert names[: len(chart.own_choices())] == chart.own_choices()
        chart.segments.chosen.emit(len(names) - 1)
        assert chart.isHidden()
        assert not other.isHidden()
        assert other.segments.choice == len(names) - 1
        other.segments.chosen.emit(0)
        assert other.isHidden()
        assert chart.heading.choice == 0
        assert opened(tabs, second) is other
        assert not other.isHidden()
        tabs.resize(1000, 500)
        assert not chart.isHidden()
        assert not other.isHidden()
        assert chart.heading.names() == (chart.choices() or chart.own_choices())
        tabs.resize(560, 200)


def test_before_the_runs_no_choice_describes_a_plot_that_is_not_there(tabs, session):
    chart = opened(tabs, "ensemble")
    assert chart.segments.isHidden()
    assert "right" not in chart.title()


def test_as_many_tabs_are_shown_as_there_is_room_for(tabs):
    apply_style()
    for width, place in itertools.product(range(500, 1000, 50), (0, 3)):
        tabs.resize(width, 300)
        tabs.setCurrentIndex(place)
        tabs.grab()
        shown = [n for n in range(tabs.count()) if tabs.isTabVisible(n)]
        end = max(tabs.tabBar().tabRect(n).right() for n in shown)
        hidden = [n for n in range(tabs.count()) if n not in shown]
        if hidden:
            following = QFontMetricsF(font("body")).horizontalAdvance(tabs._names[hidden[0]])
            assert end + following + 24 > tabs.cornerWidget().x() - 8 - 4 * len(shown), (width, place)


# --- axes and labels ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", range(2, 9))
@pytest.mark.parametrize("limits", [(0.0, 1.2), (-0.1, 0.02), (-0.4, 0.4), (0.0, 90.0), (0.0, 5e9), (-1.6e6, 240e6)])
def test_an_axis_has_three_labels_where_they_have_room(limits, room):
    ticks = nice_ticks(*limits, room)
    assert len(ticks) <= room + 1
    assert all(limits[0] - 1e-6 <= tick <= limits[1] + 1e-6 for tick in ticks)
    assert len(ticks) >= 3 or len(nice_ticks(*limits, room + 1)) > room + 1 or room == 2
    if limits[0] <= 0 <= limits[1]:
        assert 0 in ticks


def test_times_on_an_axis_have_their_unit():
    assert [axis_time(step, 900) for step in (0, 300, 900)] == ["0 min", "5 min", "15 min"]
    assert axis_time(90, 120) == "1:30 min"
    assert [axis_time(step, 7200) for step in (0, 5400)] == ["0:00 h", "1:30 h"]


def test_labels_that_crowd_stay_around_their_middle():
    assert apart([50.0], 10, 0, 100) == [50.0]
    assert apart([50.0, 50.0], 10, 0, 100) == [45.0, 55.0]
    assert apart([50.0, 51.0, 90.0], 10, 0, 100) == [45.5, 55.5, 90.0]
    assert apart([1.0, 2.0], 10, 0, 100) == [0.0, 10.0]
    assert apart([99.0, 100.0], 10, 0, 100) == [90.0, 100.0]


def test_the_axis_keeps_no_more_room_than_its_labels_need(tabs, session):
    session.go(800)
    bold = QFontMetricsF(font("small", bold=True))
    for key in ("prices", "depth-left", "confidence", "reproduction"):
        chart = opened(tabs, key)
        needed = max((bold.horizontalAdvance(words) for words, _, _ in chart.labels(800)), default=0.0)
        others = [bold.horizontalAdvance(words) for one in chart.aligned for words, _, _ in one.labels(800)]
        room = chart.width() - chart.plot.right()
        assert max([needed, *others]) + 12 <= room, key
        assert room <= max([needed, *others]) + 60, key
    assert charts_of(tabs)["confidence"].plot.right() == charts_of(tabs)["withdrawals"].plot.right()
    chart = opened(tabs, "liquidations")
    assert chart.width() - chart.plot.right() < 60
