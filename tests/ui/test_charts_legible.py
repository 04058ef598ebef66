"""What a class reads off the charts: titles, axes, labels, and nothing that nobody has looked at."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from tests.doubling import Doubling
from tests.ui.chart_room import charts_of, opened
from tests.ui.test_theme import contrast
from ui import theme
from ui.charts.claims import ClaimsChart
from ui.charts.halts import above_the_axis, name_halts, under_the_hatch
from ui.charts.history import Medians, halted_spans
from ui.charts.ledger import OWNER_TINTS, PAID, PAYER_TINTS, WON, tint
from ui.charts.run_bar import RunBar
from ui.charts.time_chart import apart, axis_time, nice_ticks
from ui.charts.tint import readable_on, shade, shorts_color
from ui.charts.unseen import unseen_spans
from ui.style import apply_style
from ui.text import NONE, money, unbroken
from ui.theme import THEMES, font

each_theme = pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)


@pytest.fixture
def doubled():
    tongue = Doubling()
    QApplication.installTranslator(tongue)
    yield
    QApplication.removeTranslator(tongue)


@pytest.fixture(autouse=True)
def the_look_is_put_back():
    yield
    theme.set_theme("dark")
    theme.keeper.set_scale(1.0)


def painted(chart):
    """A picture of a chart as its own paint makes it."""
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    return image


def written(chart, paint):
    """What a painter is asked to write, with the room it is given."""
    said = []

    class Ear(QPainter):
        def drawText(self, *words):  # noqa: N802 - Qt's name
            said.append(words)
            return QPainter.drawText(self, *words)

    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = Ear(image)
    paint(painter)
    painter.end()
    return said


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


# --- colours --------------------------------------------------------------------------------------------------------


@each_theme
@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_every_shade_of_a_stack_stands_out_from_the_panel(look, count):
    theme.set_theme(look.name)
    for color in (look.liquidation, look.bid, shorts_color()):
        shades = [shade(color, place, count) for place in range(count)]
        assert min(contrast(tone, look.panel) for tone in shades) >= 2.2
        assert shades[0] == color
        assert len({tone.name() for tone in shades}) == count


@each_theme
def test_who_paid_has_no_exchanges_colour_and_its_numbers_can_be_read(look):
    theme.set_theme(look.name)
    for reading, names in ((PAID, PAYER_TINTS), (WON, OWNER_TINTS)):
        assert len(set(names)) == len(names)
        assert not {"venue 0", "venue 1", "venue 2"} & {name.rstrip("/") for name in names}
        for number in range(len(names)):
            ground = tint(reading, number).color()
            assert contrast(readable_on(ground), ground) >= 3.5


# --- tables ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [430, 560, 1000])
def test_cells_of_contagion_hold_their_numbers_beside_the_longest_names(tabs, session, doubled, width):
    session.go(800)
    tabs.resize(width, 300)
    chart = opened(tabs, "contagion")
    metrics, rows = QFontMetricsF(font("small")), chart.shown()
    for row, column, box in chart.cells():
        assert metrics.horizontalAdvance(money(float(rows[row, column]))) <= box.width()
    box = chart.cells()[0][2]
    assert chart.tip_at(QPointF(4, box.center().y())) == chart.names()[0]


@pytest.mark.parametrize("width", [430, 560, 1000])
def test_numbers_of_the_ledgers_axis_keep_apart(tabs, session, width):
    session.go(800)
    tabs.resize(width, 300)
    theme.keeper.set_scale(1.5)
    chart, metrics = opened(tabs, "ledger"), QFontMetricsF(font("small"))
    said = written(chart, lambda painter: (painter.setFont(font("small")), chart._draw_axis(painter)))
    spans = sorted(
        (
            box.center().x() - metrics.horizontalAdvance(words) / 2,
            box.center().x() + metrics.horizontalAdvance(words) / 2,
        )
        for box, _, words in said
    )
    assert all(before[1] < after[0] for before, after in itertools.pairwise(spans))


def test_the_ledger_says_every_payers_part_and_the_sum(tabs, session):
    session.go(800)
    chart = opened(tabs, "ledger")
    said = " ".join(words[-1] for words in written(chart, chart._draw))
    for row in chart.rows:
        for part in row.parts:
            assert not part.micro or money(abs(part.micro) * 1e-6) in said
        assert "= " + money(row.whole * 1e-6) in said
    assert "$0" in said.split()


@pytest.mark.parametrize("width", [560, 614, 700, 1000])
def test_a_payer_has_its_number_in_the_bar_in_all_rows_or_in_none(tabs, session, width):
    session.go(800)
    tabs.resize(width, 260)
    chart = opened(tabs, "ledger")
    outside = chart._outside()
    for number in range(len(PAYER_TINTS)):
        parts = {part for row in chart.rows for part in row.parts if part.micro and part.number == number}
        assert not parts & outside or parts <= outside, number


@pytest.mark.parametrize("size", [(560, 220), (560, 300), (1000, 400)])
def test_the_legend_of_the_ledger_leaves_the_rows_their_room(tabs, session, doubled, size):
    session.go(800)
    tabs.resize(*size)
    chart = opened(tabs, "ledger")
    chart.choose(WON)
    tall = chart.plot.height() / len(chart.rows)
    assert tall >= QFontMetricsF(font("small")).ascent()
    assert chart.plot.bottom() < chart.height()


@pytest.mark.parametrize("width", [430, 620, 1000])
def test_rows_of_claims_are_as_high_as_their_words(qtbot, session, width):
    chart = ClaimsChart(session, RunBar(lambda seeds: {}))
    qtbot.addWidget(chart)
    chart.show()
    chart.resize(width, chart.height())
    metrics, heights = QFontMetricsF(font("small")), set()
    for n, row in enumerate(chart.judged):
        boxes = chart.boxes(n)
        for box, words in zip(boxes, chart._cells(row), strict=False):
            needed = metrics.boundingRect(
                QRectF(0, 0, box.width(), 1000), Qt.TextFlag.TextWordWrap, unbroken(words)
            ).height()
            assert needed + 4 <= box.height() + 1, row["id"]
        heights.add(round(boxes[0].height()))
        if n:
            assert boxes[0].top() == pytest.approx(chart.boxes(n - 1)[0].bottom())
    assert len(heights) > 1
    assert chart.boxes(len(chart.judged) - 1)[0].bottom() <= chart.height()


def test_nothing_is_called_measured_before_it_is(qtbot, session):
    chart = ClaimsChart(session, RunBar(lambda seeds: {}))
    qtbot.addWidget(chart)
    for row in chart.judged:
        assert chart.has_source(row) is not row["provenance"].startswith("measured")


@pytest.mark.parametrize("width", [560, 620, 830, 1000, 1300])
def test_heads_of_claims_are_not_cut_and_no_cell_is_empty(qtbot, session, width):
    chart = ClaimsChart(session, RunBar(lambda seeds: {}))
    qtbot.addWidget(chart)
    chart.show()
    chart.resize(width, chart.height())
    said = [words[-1] for words in written(chart, chart._draw)]
    assert set(chart.heads()) <= set(said)
    assert not any(words.endswith("…") for words in said)
    unmeasured = [row for row in chart.judged if not chart.has_source(row)]
    assert said.count(NONE) >= 2 * len(unmeasured)


def test_choices_that_were_replaced_do_not_follow_the_language(tabs, session):
    session.go(700)
    tabs.resize(560, 300)
    chart = opened(tabs, "contagion")
    replaced = chart.segments
    tabs.resize(1200, 300)
    assert chart.segments is not replaced
    replaced.retranslate()
    chart.segments.retranslate()


def test_a_chart_taken_out_of_its_stack_says_its_times(tabs, session):
    session.go(300)
    stack = tabs.together
    tabs.resize(1000, 600)
    tabs.grab()
    assert not stack.above.has_time_labels
    stack.above.setParent(None)
    tabs.resize(1000, 700)
    tabs.grab()
    assert stack.above.has_time_labels
    stack.above.deleteLater()
