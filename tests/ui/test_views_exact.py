"""A view shows exactly the model's number: for every view a test that reads back what is drawn and compares it with the record.

`READ_BACK` names them all; the last test holds the window to it, so that a new view cannot come without one.
"""

import importlib
import re

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from model.claims import CLAIMS, judge
from model.ensemble import Row
from model.events import Event
from model.frame import Frame
from model.orders import BUY, SELL, Order
from ui import text
from ui.charts.chart import Chart
from ui.charts.claims import ClaimsView, written
from ui.dialogs.story_table import StoryTableDialog
from ui.panels.difference import rows_of
from ui.panels.tiles import Tiles
from ui.panels.totals import TotalsPanel
from ui.panels.trader import TraderForm, order_lines
from ui.stage.scale import normal_bars
from ui.stage.stage import Stage
from ui.window import Window

STEPS = (1, 340, 619, 880)
READ_BACK = {
    "stage": "test_views_exact.test_every_number_of_the_stage_is_the_records",
    "tiles": "test_views_exact.test_every_tile_is_the_records",
    "totals": "test_views_exact.test_every_total_is_written_as_the_record_has_it",
    "difference": "test_views_exact.test_the_difference_is_that_of_the_two_records",
    "story": "test_views_exact.test_the_story_table_holds_every_sentence_in_order",
    "switches": "test_switches.test_going_back_before_an_edit_shows_the_values_of_that_moment",
    "transport": "test_transport.test_marks_are_the_first_events_of_the_log",
    "top": "test_window.test_the_seed_can_be_copied_and_thrown_anew",
    "trader": "test_views_exact.test_the_desk_tells_every_order_as_it_stands",
    "prices": "test_charts.test_price_lines_are_the_recorded_index",
    "liquidations": "test_charts.test_liquidation_bars_add_up_to_the_record",
    "book-over-time": "test_charts_exact.test_the_heat_map_shows_each_band_in_the_shade_of_its_dollars",
    "liquidation-map": "test_charts_exact.test_the_liquidation_map_holds_every_filed_position_once",
    "contagion": "test_charts_exact.test_contagion_by_ultimate_origin_is_the_models_and_adds_up_to_what_traders_lost",
    "reproduction": "test_charts_exact.test_r_over_time_is_the_sessions_r",
    "ledger": "test_charts_exact.test_who_paid_adds_up_to_what_it_cost_and_who_won_to_nothing",
    "makers": "test_charts_exact.test_makers_panels_are_the_firms_and_their_orders_sum_to_the_record",
    "depth-left": "test_views_exact.test_depth_left_and_confidence_are_the_records",
    "confidence": "test_views_exact.test_depth_left_and_confidence_are_the_records",
    "withdrawals": "test_charts_exact.test_withdrawals_are_the_records",
    "aftermath": "test_charts_exact.test_the_aftermath_is_the_models",
    "ensemble": "test_many_runs.test_runs_are_carried_out_beside_the_window_and_strips_show_exactly_their_differences",
    "claims": "test_views_exact.test_the_claims_table_writes_what_the_runs_measure",
}


@pytest.fixture
def crashed(session):
    session.go(900)
    return session


def per_asset(session, column, step):
    """A column of the record's books in a second: (exchanges, assets)."""
    return session.branch.record.books[column][step].reshape(-1, len(session.symbols)).astype(float)


@pytest.mark.parametrize("step", STEPS)
def test_every_number_of_the_stage_is_the_records(qtbot, crashed, step):
    session, stage = crashed, Stage()
    qtbot.addWidget(stage)
    stage.resize(1000, 520)
    for asset in (0, 3):
        session.select(asset)
        session.go(step)
        picture = session.frame().after
        stage.set_frame(Frame(picture, picture, 1.0))
        tick = session.tick_usd(asset)
        rows = session.branch.record.exchanges[step]
        _, log = session.events(step, step)
        for x, shown in enumerate(stage.drawn()):
            assert shown.mid == pytest.approx(per_asset(session, "double_mid", step)[x, asset] * 0.5 * tick)
            assert shown.mark == pytest.approx(per_asset(session, "mark", step)[x, asset] * tick)
            spread = per_asset(session, "spread", step)[x, asset]
            assert shown.spread == pytest.approx(spread * tick if spread else np.nan, nan_ok=True)
            assert shown.liquidated_usd == pytest.approx(per_asset(session, "liquidated", step)[x, asset], rel=1e-6)
            assert shown.confidence == pytest.approx(rows["confidence"][x])
            first = session.branch.record.exchanges["fund"][1][x]
            assert shown.fund_ratio == pytest.approx(rows["fund"][x] / first, rel=1e-3)
            assert (shown.halted_for > 0) is bool(per_asset(session, "halted", step)[x, asset])
        sold = log[np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH]) & (log["asset"] == asset)]
        across = sold[(sold["source"] >= 0) & (sold["source"] != sold["exchange"])]
        stage.grab()
        assert sum(hop.usd for hop in picture.hops) == pytest.approx(across["usd"].sum() * 1e-6)
        assert {(hop.source, hop.exchange) for hop in picture.hops} == set(
            zip(across["source"].tolist(), across["exchange"].tolist(), strict=True)
        )


def test_the_outline_of_the_stage_holds_the_normal_depth(session):
    picture = session.picture()
    for x, venue in enumerate(picture.venues):
        bars = normal_bars(picture, x, picture.price_start * 0.001, 20)
        book = session.timeline.here.market.books.book[x * len(session.symbols)]
        lots = float(book["normal_lots"]) * session.timeline.here.market.asset["tick_value"][0] * 1e-6
        price = session.timeline.here.market.asset["price"][0]
        assert bars.sum() == pytest.approx(lots * price, rel=0.005), venue.name
        assert (bars > 0).all()


@pytest.mark.parametrize("step", STEPS)
def test_every_tile_is_the_records(qtbot, crashed, step):
    session, tiles = crashed, Tiles(crashed)
    qtbot.addWidget(tiles)
    tiles.resize(440, 380)
    session.go(step)
    picture = session.frame().after
    tiles.refresh(0, Frame(picture, picture, 1.0))
    index = session.branch.record.assets.astype(float)
    start = session.timeline.here.market.asset["index_start"]
    depth = per_asset(session, "bid_2", step).sum(axis=0) / per_asset(session, "bid_2", 1).sum(axis=0)
    halted = per_asset(session, "halted", step).any(axis=0)
    for a, shown in enumerate(tiles.drawn()):
        assert shown.symbol == session.symbols[a]
        assert shown.change == pytest.approx(index[step, a] / start[a] - 1, abs=1e-6)
        assert shown.depth_ratio == pytest.approx(depth[a], rel=1e-5)
        assert shown.halted is bool(halted[a])


@pytest.mark.parametrize("step", STEPS)
def test_every_total_is_written_as_the_record_has_it(qtbot, crashed, step):
    session, panel = crashed, TotalsPanel(crashed)
    qtbot.addWidget(panel)
    session.go(step)
    picture = session.frame().after
    panel.refresh(0, Frame(picture, picture, 1.0))
    row, first = session.branch.record.totals[step], session.branch.record.totals[1]
    rows = session.branch.record.exchanges[step]
    traders = float(row["liquidated"] - row["makers"])
    r = text.reproduction(session.reproduction(step), session.liquidated_before(step))
    assert {figure.measure.removeprefix("totals."): figure.value for figure in panel.figures()} == {
        "liquidated": text.money(float(row["liquidated"])), "leveraged": text.money(traders),
        "makers": text.money(float(row["makers"])), "bad_debt": text.money(float(row["bad_debt"])),
        "market_value_lost": text.money(max(float(first["market_value"] - row["market_value"]), 0.0)),
        "reproduction": r, "makers_orders": text.percent(float(row["orders"]), 0),
        "fund": text.money(float(rows["fund"].sum())), "withdrawn": text.money(float(row["withdrawn"])),
    }  # fmt: skip
    assert float(rows["withdrawn"].sum()) == pytest.approx(float(row["withdrawn"]))


def test_the_difference_is_that_of_the_two_records(qtbot, session):
    window = Window(session)
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    session.go(350)
    session.change("gradual.on", True)
    session.go(880)
    session.timeline.other()
    window.show()
    window.show_now()
    mine, theirs = session.branch.record, session.timeline.rival().record
    sold = float(mine.totals["liquidated"][880] - theirs.totals["liquidated"][880])
    low = [float((record.assets[1:881, 0] / record.assets[1, 0]).min()) for record in (mine, theirs)]
    rows = {row.measure: row.value for row in window.difference.rows}
    assert rows["difference.liquidated"] == rows_of(session.difference(), session.symbols[0])[0].value
    assert text.money(abs(sold)) in rows["difference.liquidated"]
    assert rows["difference.low_asset"] == text.points((low[0] - low[1]) * 100)
    debt = float(mine.totals["bad_debt"][880] - theirs.totals["bad_debt"][880])
    assert text.money(debt).lstrip("+") in rows["difference.bad_debt"]
    shown = {label.text() for label in window.difference.findChildren(QLabel)}
    assert set(rows.values()) <= shown


def test_the_story_table_holds_every_sentence_in_order(qtbot, crashed, player):
    dialog = StoryTableDialog(crashed, player)
    qtbot.addWidget(dialog)
    story = crashed.story()
    assert dialog.table.rowCount() == len(story) > 5
    for row, line in enumerate(story):
        assert dialog.table.item(row, 0).text() == text.clock(line.step)
        assert dialog.table.item(row, 1).text() == text.line_text(line, crashed)


def test_the_desk_tells_every_order_as_it_stands(qtbot, session):
    form = TraderForm(session)
    qtbot.addWidget(form)
    session.roads.order(Order(SELL, 0, 0, 2e6))
    session.roads.order(Order(BUY, 0, 1, 1e6, 100_000.0, 20.0))
    session.roads.order(Order(BUY, 1, 0, 3e6, 0.0, 25.0))
    for step in (2, 300, 900):
        session.go(step)
        form.show_orders()
        shown = [form._list.itemAt(n).widget().findChild(QLabel).text() for n in range(form._list.count())]
        assert shown == ["\n".join(order_lines(own, session)) for own in reversed(session.orders())]
        desk = session.timeline.here.market.user
        for n, own in enumerate(session.orders()):
            value = session.timeline.here.market.asset["tick_value"][own.asset] * 1e-6
            assert own.filled_usd == pytest.approx(float(desk["cost"][n]) * value)
            if own.filled_usd:
                assert text.money(own.filled_usd) in shown[len(shown) - 1 - n]


def test_depth_left_and_confidence_are_the_records(tabs, session):
    session.go(880)
    for asset in (0, 2):
        session.select(asset)
        depth = tabs.open("depth-left").series(session.branch)
        market = session.timeline.here.market
        for x, line in enumerate(depth):
            k = x * len(session.symbols) + asset
            lots = float(market.books.book["normal_lots"][k]) * market.asset["tick_value"][asset] * 1e-6
            for step in STEPS[:-1]:
                bids = per_asset(session, "bid_2", step)[x, asset]
                mid = per_asset(session, "double_mid", step)[x, asset] * 0.5
                assert line.values[step] == pytest.approx(bids / (lots * mid))
                session.go(step)
                assert line.values[step] == pytest.approx(session.picture().venues[x].depth_ratio, rel=1e-5)
            session.go(880)
    for x, line in enumerate(tabs.open("confidence").series(session.branch)):
        np.testing.assert_array_equal(line.values[1:], session.branch.record.exchanges["confidence"][1:881, x])


def test_the_claims_table_writes_what_the_runs_measure(qtbot, session):
    view = ClaimsView(session)
    qtbot.addWidget(view)
    view.resize(1000, 300)
    numbers = {"liquidated_usd": 3.9e10, "makers_share": 0.31, "worst_minute": 0.5}
    view.bar.rows = {
        "market": [
            Row(seed, "none", "", {name: value * (1 + 0.01 * seed) for name, value in numbers.items()})
            for seed in range(1, 12)
        ]
    }
    view.bar.progressed.emit()
    chart = view.chart
    assert chart.judged == judge(view.bar.rows)
    measured = [row for row in chart.judged if row["measured"] is not None]
    assert measured
    for row in chart.judged:
        told = chart.measured_text(row)
        if row["measured"] is None:
            assert told == text.NONE
        else:
            assert all(written(row["measured"][name], row["unit"]) in told for name in ("p10", "p50", "p90"))
    table = {row[0]: row for row in chart.table().rows}
    assert set(table) == {claim.id for claim in CLAIMS}
    for row in measured:
        assert list(table[row["id"]][5:8]) == [row["measured"][name] for name in ("p10", "p50", "p90")]
        assert table[row["id"]][8] == row["verdict"]
    assert chart.title().startswith("11 seeds: ")


def test_every_view_has_a_test_that_reads_it_back(qtbot, session):
    window = Window(session)
    qtbot.addWidget(window)
    charts = {chart.key for chart in window.charts.findChildren(Chart)}
    assert set(READ_BACK) == charts | set(window.parts) - {"charts"} | {"trader"}
    for name in READ_BACK.values():
        module, _, function = name.partition(".")
        assert hasattr(importlib.import_module("tests.ui." + module), function), name
        assert re.match(r"test_\w+", function)
