"""Charts draw exactly what the record holds."""

import gc

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from model.events import Channel, Event
from model.provenance import BY_MEASURE
from model.timeline import Timeline
from ui.charts.contagion import contagion
from ui.charts.history import halted_spans, liquidated_bins, thinned
from ui.sources import asking, source_at_focus, source_line, source_of, source_tip


def points_of(chart, values):
    steps = thinned(values, int(chart.plot.width()) // 2)
    polygon = chart.points(steps, values[steps])
    return [(chart.step_at(point.x()), point.y()) for point in (polygon.at(n) for n in range(polygon.count()))]


def test_price_lines_are_the_recorded_index(tabs, session):
    session.go(800)
    session.select(4)
    chart = tabs.together.above
    chart.grab()
    assets = session.branch.record.assets[:801].astype(float)
    change = assets[1:] / assets[1] - 1
    btc, median, staged = chart.series(session.branch)
    np.testing.assert_allclose(btc.values[1:], change[:, 0])
    np.testing.assert_allclose(median.values[1:], np.median(change[:, 2:], axis=1), rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(staged.values[1:], change[:, 4])
    for step, y in points_of(chart, btc.values):
        assert y == pytest.approx(chart.y_of(btc.values[step]), abs=1.0)


def test_the_axis_holds_every_line(tabs, session):
    session.go(900)
    chart = tabs.together.above
    chart.grab()
    low, high = chart.limits()
    for line in chart.series(session.branch):
        assert low <= line.values.min() <= line.values.max() <= high


def test_thinning_keeps_the_lowest_the_highest_and_the_last():
    values = np.sin(np.arange(5000) / 50.0)
    values[1234], values[4321] = -7, 7
    steps = thinned(values, 300)
    assert {1234, 4321, 4999} <= set(steps.tolist())
    assert steps.size < 400


def test_liquidation_bars_add_up_to_the_record(tabs, session):
    session.go(873)
    bins = liquidated_bins(session.branch)
    rows = session.branch.record.exchanges[873]
    np.testing.assert_allclose(bins.sum(axis=0), rows["liquidated"] + rows["makers"])
    chart = tabs.together.below
    chart.grab()
    np.testing.assert_allclose(chart.bins, bins)
    assert chart.limits()[1] >= bins.sum(axis=1).max()


def test_halts_are_those_of_the_asset_on_stage(session):
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.06)
    session.go(900)
    for asset in range(3):
        halted = session.branch.record.books["halted"][:901, asset :: len(session.symbols)].any(axis=1)
        spans = halted_spans(session.branch, asset, len(session.symbols))
        assert sum(last - first + 1 for first, last in spans) == halted.sum()
        assert all(halted[first : last + 1].all() for first, last in spans)


def test_the_contagion_table_adds_up_to_the_log(session):
    session.go(700)
    table = contagion(session)
    _, log = session.events(0, 700)
    sold = log[np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH])]
    assert table.sum() == pytest.approx(sold["usd"].sum() * 1e-6)
    hop = sold[(sold["source"] == 0) & (sold["exchange"] == 1) & (sold["channel"] >= Channel.DIRECT)]
    assert table[1, 1] == pytest.approx(hop["usd"].sum() * 1e-6)


def test_a_press_in_a_chart_jumps_there(qtbot, tabs, session):
    session.go(800)
    chart = tabs.together.above
    place = QPoint(round(chart.x_of(300)), round(chart.plot.center().y()))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert abs(session.step - 300) <= 2


def test_hovering_tells_exact_numbers(tabs, session):
    session.go(800)
    tabs.grab()
    assert any("BTC" in line for line in tabs.together.above.told(500))
    assert len(tabs.together.below.told(500)) == len(session.exchanges) + 1
    assert tabs.together.above.told(10_000) == []


@pytest.mark.parametrize("theme_name", ["dark", "light", "projector"])
def test_every_tab_can_be_drawn_at_every_moment(tabs, session, theme_name):
    from ui import theme

    theme.set_theme(theme_name)
    session.go(500)
    session.change("gradual.on", True)
    for step in (500, 0, 880, 1):
        session.go(step)
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            assert not tabs.grab().isNull()


def all_charts(tabs):
    return [chart for view in tabs.charts for chart in tabs.of(view)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_chart_says_where_its_numbers_come_from(tabs, session, qtbot):
    session.go(880)
    asked = []
    asking.asked.connect(asked.append)
    for chart in all_charts(tabs):
        tabs.open(chart.key)
        chart.setVisible(True)
        chart.grab()
        assert BY_MEASURE[chart.source].definition in source_tip(source_at_focus(chart))
        place = chart.badge.center().toPoint()
        assert chart.rect().contains(place)
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
        assert asked.pop() == chart.source
        chart.event(QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
        assert QToolTip.text() == source_tip(chart.source)
        chart.menu().actions()[-1].trigger()
        assert asked.pop() == chart.source
    QToolTip.hideText()
    asking.asked.disconnect(asked.append)
    assert session.step == 880


def test_the_readout_ends_with_where_its_numbers_come_from(tabs, session, qtbot):
    session.go(880)
    for chart in all_charts(tabs):
        tabs.open(chart.key)
        chart.setVisible(True)
        chart.grab()
        written = []
        chart.paint_readout = lambda painter, place, lines, written=written: written.append(lines)
        for spot in [chart.plot.center()] if hasattr(chart, "plot") else chart.spots()[:1]:
            chart.hover(spot)
            told = chart.told_at(spot)
            chart.grab()
            assert not told or written == [[*told, source_line(chart.source)]]


def test_what_is_calculated_or_claimed_is_not_called_measured_in_this_run():
    badges = {key: source_of("chart." + key).badge for key in ("aftermath", "claims", "ensemble", "prices")}
    assert badges == {"aftermath": "A", "claims": "C", "ensemble": "M", "prices": "M"}
    assert "in this run" not in source_line("chart.ensemble")


def test_a_chart_out_of_sight_does_not_keep_a_run_that_is_over(tabs, session):
    of_others = {id(one) for one in gc.get_objects() if isinstance(one, Timeline) and one is not session.timeline}
    session.go(500)
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        tabs.grab()
    for hidden in (0, 3):
        tabs.setCurrentIndex(hidden)
        session.new_run(seed=hidden + 1)
        session.go(100)
        tabs.grab()
    gc.collect()
    left = [one for one in gc.get_objects() if isinstance(one, Timeline) and id(one) not in of_others]
    assert left == [session.timeline]
