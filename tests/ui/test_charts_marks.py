"""What charts mark: prices and pauses are told where they stand, legends keep to their room, nothing lies beyond the present."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QImage, QPainter

from tests.ui.chart_room import opened, painted, written
from ui import theme
from ui.charts.halts import above_the_axis, name_halts, under_the_hatch
from ui.charts.history import Medians, halted_spans
from ui.text import money
from ui.theme import THEMES, font

each_theme = pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)


@pytest.mark.parametrize("size", [(430, 220), (560, 220), (1100, 380)])
def test_the_liquidation_map_always_says_what_its_colours_mean_and_has_prices(tabs, session, size):
    session.go(700)
    tabs.resize(*size)
    chart = opened(tabs, "liquidation-map")
    said = [words[-1] for words in written(chart, chart._draw)]
    assert any(words.startswith("blue: longs") for words in said) or {"longs", "shorts"} <= set(said)
    assert len([words for words in said if words.endswith(("%", "%)"))]) >= 2
    assert any(words.startswith("mark $") for words in said)
    assert chart.tr("added up") in said


@pytest.mark.parametrize("width", [430, 560, 614, 700, 1100])
def test_the_legend_of_the_liquidation_map_ends_where_the_other_axis_begins(tabs, session, width):
    session.go(700)
    tabs.resize(width, 220)
    chart = opened(tabs, "liquidation-map")
    metrics = QFontMetricsF(font("small"))
    for place, words in written(chart, chart._draw_legend):
        assert place.x() + metrics.horizontalAdvance(words) <= chart.plot.right() + 1, words


def test_what_is_not_on_the_liquidation_map_is_told_before_longer_words_on_its_colours(tabs, session):
    session.go(700)
    chart = opened(tabs, "liquidation-map")
    assert chart.shown.unpriced
    metrics = QFontMetrics(font("small"))
    told = [chart.told_beside(room, metrics) for room in range(0, 1500, 10)]
    amounts = [money(chart.shown.unpriced) in " ".join(lines) for lines in told]
    assert amounts == sorted(amounts)
    assert {len(lines) for lines in told} == {0, 1, 2}
    assert not any("sold" in lines[0] for lines in told if len(lines) == 1)


def test_the_right_axis_of_the_liquidation_map_tells_what_it_counts(tabs, session, doubled):
    session.go(700)
    tabs.resize(560, 220)
    chart = opened(tabs, "liquidation-map")
    place = QPointF(chart.plot.right() + 12, chart.plot.top() + 24)
    assert chart.tip_at(place) == chart.tr("added up")


def test_the_lines_of_the_liquidation_map_stop_at_the_mark(tabs, session):
    session.go(700)
    chart, lines = opened(tabs, "liquidation-map"), []

    class Hand(QPainter):
        def drawPolyline(self, points):  # noqa: N802 - Qt's name
            lines.append([points.at(n) for n in range(points.count())])

    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = Hand(image)
    chart._draw_lines(painter)
    painter.end()
    mark = chart.x_of(float(chart.shown.marks.mean()))
    longs, shorts = lines[0], lines[-1]
    assert max(point.x() for point in longs) == pytest.approx(mark)
    assert min(point.x() for point in shorts) == pytest.approx(mark)


def test_each_price_on_the_book_over_time_is_told_with_its_exchange(tabs, session):
    session.go(700)
    chart = opened(tabs, "book-over-time")
    assert [words.split()[0] for words, _, _ in chart.labels(700)] == list(session.exchanges)
    whole = [words.split()[-1] for words, _, _ in chart.labels(700)]
    chart.chosen(2)
    assert [words.split()[0] for words, _, _ in chart.labels(700)] == [session.exchanges[1]]
    chart.chosen(0)
    session.go(900)
    for width in (420, 560):
        tabs.resize(width, 300)
        assert [words.split()[-1] for words, _, _ in chart.labels(700)] == whole


@pytest.mark.parametrize("width", [560, 1100])
def test_the_legend_of_the_book_ends_at_the_edge(tabs, session, doubled, width):
    session.go(700)
    tabs.resize(width, 300)
    chart = opened(tabs, "book-over-time")
    metrics = QFontMetricsF(font("small"))
    said = written(chart, lambda painter: chart._draw_legend(painter, theme.current()))
    assert len(said) >= 6
    for place, words in said:
        assert place.x() + metrics.horizontalAdvance(words) <= chart.width() - 1, words


def test_nothing_of_the_book_is_drawn_beyond_the_present(tabs, session):
    session.survey.stride = 10
    session.go(605)
    tabs.resize(1600, 300)
    chart = opened(tabs, "book-over-time")
    chart.dots = []
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    chart.draw_ground(painter)
    painter.end()
    x, plot = round(chart.x_of(605)) + 3, chart.plot
    colors = {image.pixelColor(x, y).name() for y in range(round(plot.top()) + 1, round(plot.bottom()) - 1)}
    assert colors <= {theme.current().panel.name(), theme.current().grid.name()}


# --- pauses ---------------------------------------------------------------------------------------------------------


def test_a_pause_is_named_inside_the_plot_and_never_over_another(tabs, session):
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.03)
    session.change("breaker.pause", 30)
    session.go(900)
    spans = halted_spans(session.branch, 0, len(session.symbols))
    assert spans
    for key in ("prices", "liquidations", "book-over-time", "confidence", "depth-left"):
        chart = opened(tabs, key)
        for top in (under_the_hatch(chart), above_the_axis(chart)):
            said = written(chart, lambda painter, chart=chart, top=top: name_halts(chart, painter, top))
            assert said, key
            rooms = [room for room, *_ in said]
            assert all(words == "pause 30 s" for *_, words in said), key
            assert all(chart.plot.adjusted(-1, -1, 1, 1).contains(room) for room in rooms), key
            assert not any(a.intersects(b) for a, b in itertools.combinations(rooms, 2)), key
        last = spans[-1]
        image = painted(chart)
        x, y = round(chart.x_of((last.first + last.last) / 2)), round(chart.plot.top() + chart.plot.height() * 0.3)
        assert image.pixelColor(x, y) != theme.current().panel, key


def test_a_pause_that_runs_says_so_and_the_altcoins_strip_has_its_own_name(tabs, session):
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.03)
    session.change("breaker.pause", 60)
    session.go(900)
    first, last = halted_spans(session.branch, 0, len(session.symbols))[0]
    session.new_run()
    session.go(first + 30)
    chart = opened(tabs, "prices")
    said = {words[-1]: words[0] for words in written(chart, chart.draw_past)}
    assert "BTC paused for 30 s so far" in said
    assert "altcoins paused" in said
    rooms = list(said.values())
    assert not any(a.intersects(b) for a, b in itertools.combinations(rooms, 2))
    session.go(last + 30)
    chart.grab()
    said = [words[-1] for words in written(chart, chart.draw_past)]
    assert not any("so far" in words for words in said)


@pytest.mark.parametrize("size", [(614, 280), (680, 280), (1100, 380)])
def test_words_of_a_pause_cover_no_price_where_there_is_room(tabs, session, size):
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.03)
    session.go(700)
    tabs.resize(*size)
    chart = opened(tabs, "prices")
    rooms = [words[0] for words in written(chart, chart.draw_past)]
    assert rooms
    for line in chart.drawn(session.branch):
        points = chart.points(np.arange(line.values.size), line.values)
        places = [points.at(n) for n in range(points.count())]
        assert not any(room.contains(place) for room in rooms for place in places), line.name


def test_pauses_of_altcoins_are_those_of_the_record(session):
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.04)
    medians = Medians(session)
    found = []
    for step in (400, 900):
        session.go(step)
        found = medians.paused(session.branch)
    count = len(session.symbols)
    halted = session.branch.record.books["halted"][:901].reshape(901, -1, count)[:, :, 2:].any(axis=1)
    many = np.flatnonzero(halted.mean(axis=1) >= 0.5).tolist()
    assert [step for first, last in found for step in range(first, last + 1)] == many
