"""Shades, cells, rows and sums of charts can be read however narrow they are."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from tests.ui.chart_room import opened, written
from tests.ui.test_theme import contrast
from ui import theme
from ui.charts.claims import ClaimsChart
from ui.charts.ledger import OWNER_TINTS, PAID, PAYER_TINTS, WON, tint
from ui.charts.run_bar import RunBar
from ui.charts.tint import readable_on, shade, shorts_color
from ui.text import NONE, money, unbroken
from ui.theme import THEMES, font

each_theme = pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)


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
