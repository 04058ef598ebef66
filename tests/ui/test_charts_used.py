"""Charts in use: named, told, walked through, pressed, and always within reach."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from model.events import Event
from tests.ui.chart_room import charts_of, opened
from ui.charts.chart import Chart


def test_every_chart_has_a_name_a_title_and_words_for_a_screen_reader(tabs, session):
    session.go(700)
    charts = tabs.findChildren(Chart)
    assert all(chart.key and chart.accessibleName() for chart in charts)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        assert chart.title()
        assert chart.accessibleDescription(), key


def test_every_chart_says_why_it_is_empty_or_shows_something(tabs, session):
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        if chart.empty():
            assert chart.empty().endswith((".", ":"))
            assert chart.told_at(QPointF(chart.rect().center())) == []
    session.go(850)
    for key in charts_of(tabs):
        assert (opened(tabs, key).empty() == "") is (key != "ensemble"), key


def test_arrows_walk_through_the_numbers_and_enter_jumps(tabs, session, qtbot):
    session.go(800)
    for key in ("prices", "liquidation-map", "contagion", "ledger", "makers", "aftermath"):
        chart = opened(tabs, key)
        chart.hover(None)
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        told = set()
        for _ in range(4):
            qtbot.keyClick(chart, Qt.Key.Key_Left)
            told.add(chart.accessibleDescription())
        assert len(told) >= 2, key
    chart = opened(tabs, "prices")
    chart.hover(QPointF(chart.x_of(300), chart.plot.center().y()))
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert abs(session.step - 300) <= 2


def test_a_press_leads_to_the_second_that_the_place_stands_for(tabs, session, qtbot):
    sought = []
    tabs.sought.connect(sought.append)
    session.go(880)
    makers = opened(tabs, "makers")
    box = makers.panels()[2]
    qtbot.mouseClick(
        makers, Qt.MouseButton.LeftButton, pos=QPointF(box.left() + box.width() / 3, box.center().y()).toPoint()
    )
    assert session.step == sought.pop() > 0
    for key in ("prices", "liquidations", "book-over-time", "depth-left", "confidence", "withdrawals", "reproduction"):
        session.go(880)
        chart = opened(tabs, key)
        at = QPointF(chart.x_of(420), chart.plot.center().y()).toPoint()
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
        assert session.step == chart.step_at(at.x()), key
        assert abs(session.step - 420) <= 3, key
    session.go(880)
    chart = opened(tabs, "contagion")
    spread = {}
    _, log = session.events(0, 880)
    for row in log[np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH])].tolist():
        event = dict(zip(log.dtype.names, row, strict=True))
        own = event["channel"] >= 5 and event["source"] >= 0
        cause = 4 + event["source"] if own else event["channel"] - 1
        key = cause, event["exchange"]
        spread[key] = max(spread.get(key, (0, 0)), (event["usd"], -event["step"]))
    assert len(chart.shown()) == 4 + len(session.exchanges)
    moments = {(row, column): chart.moment_at(box.center()) for row, column, box in chart.cells()}
    assert {cell: step for cell, step in moments.items() if step >= 0} == {
        cell: -negative for cell, (_, negative) in spread.items()
    }
    chart = opened(tabs, "ledger")
    paid_rows = session.branch.record.exchanges["margin_paid"] + session.branch.record.exchanges["fund_fees"]
    for row, part, box in chart.pieces():
        if part.number == 0 and row.name in session.exchanges:
            x = session.exchanges.index(row.name)
            growth = np.diff(paid_rows[:881, x])
            assert growth[chart.moment_at(box.center()) - 1] == growth.max()
    chart = opened(tabs, "liquidation-map")
    marks = session.branch.record.books["mark"][1:881, 0 :: len(session.symbols)] * session.tick_usd(0)
    reached = 0
    for spot in chart.spots():
        moment, low, high = chart.moment_at(spot), chart.shown.edges[0], chart.shown.edges[-1]
        value = low + (spot.x() - chart.plot.left()) / chart.plot.width() * (high - low)
        if moment < 0:
            assert (marks >= value).all() or (marks < value).all()
            continue
        reached += 1
        assert ((marks[moment - 1] >= value) != (marks[0] >= value)).any()
        assert ((marks[: moment - 1] >= value) == (marks[0] >= value)).all()
    assert reached
    told = chart.told_at(next(spot for spot in chart.spots() if chart.moment_at(spot) >= 0))
    assert told[-1].startswith("press: to 00:")


@pytest.mark.parametrize("scale", [1.0, 1.8])
@pytest.mark.parametrize("width", [560, 700, 900, 1400])
def test_no_tab_is_cut_and_every_chart_can_be_reached(tabs, width, scale):
    from ui import theme
    from ui.style import apply_style

    theme.keeper.set_scale(scale)
    apply_style()
    tabs.resize(width, 400)
    tabs.grab()
    bar, corner, more = tabs.tabBar(), tabs.cornerWidget(), tabs.more
    shown = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
    room = corner.x() if corner.isVisible() else tabs.width()
    assert all(bar.tabRect(place).right() + bar.x() <= room for place in shown)
    listed = [action.text() for action in more.menu().actions()]
    assert {tabs.tabText(place) for place in shown} | set(listed) == {tabs.tabText(n) for n in range(tabs.count())}
    tabs.setCurrentIndex(tabs.count() - 1)
    assert tabs.isTabVisible(tabs.count() - 1)
    assert tabs.currentIndex() == tabs.count() - 1


def test_every_chart_tells_exact_numbers_somewhere_and_has_a_table(tabs, session):
    session.go(880)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        if key == "ensemble":
            continue  # it has runs of its own; see test_many_runs
        x = chart.x_of(640) if hasattr(chart, "step_at") else 0.0
        places = [QPointF(x, chart.plot.center().y())] if x else chart.spots()
        told = next((lines for place in places if (lines := chart.told_at(place))), [])
        assert any(figure.isdigit() for line in told for figure in line), key
        table = chart.table()
        assert len(table.columns) > 1, key
        assert table.rows, key


def test_charts_keep_their_height_whatever_happens(tabs, session):
    heights = {}
    for step in (0, 500, 900):
        session.go(step)
        for key in charts_of(tabs):
            heights.setdefault(key, set()).add(
                (opened(tabs, key).height(), round(getattr(opened(tabs, key), "head", 0)))
            )
    assert {key: found for key, found in heights.items() if len(found) > 1} == {}


def test_where_only_names_are_seen_the_words_how_to_open_them_come_before_a_second_name(tabs):
    tabs.setCurrentIndex(0)
    tabs.set_closed(True)
    metrics = tabs.fontMetrics()
    one = metrics.horizontalAdvance("Prices") + 60
    tabs.resize(one + tabs.hint.sizeHint().width() + tabs.more.sizeHint().width() + 40, 200)
    assert not tabs.hint.isHidden()
    assert tabs.isTabVisible(0)
    tabs.resize(tabs.hint.sizeHint().width() + 20, 200)
    assert tabs.hint.isHidden()
    assert tabs.hint.text() in tabs.tabToolTip(0)
    assert tabs.hint.text() in tabs.more.toolTip()
    tabs.set_closed(False)
    assert tabs.more.toolTip() == ""
