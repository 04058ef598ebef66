"""Each chart draws exactly the model's numbers, also after jumping back."""

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF

from model.events import Event
from model.liquidation_map import prices_of
from model.market import OTHER_PARTIES
from model.provenance import BY_MEASURE
from model.scenario import RESOURCES
from model.session import REPRODUCTION_LEAST
from model.standings import GROUPS, PARTIES
from model.survey import BAND, depth_of, firms_of
from model.waterfall import PAYERS, cost
from tests.ui.chart_room import opened
from ui.charts import heat, saving
from ui.charts.reproduction import ReproductionChart
from ui.text import MOST_SHOWN
from ui.theme import font


def bands_by_hand(session, asset):
    """(band, exchange, is bid) → dollars of the market as it stands, order by order."""
    market, found = session.timeline.here.market, {}
    row = market.asset[asset]
    for x in range(len(session.exchanges)):
        book = market.books.book[x * len(session.symbols) + asset]
        for order in market.books.orders[book["slot_base"] : book["slot_base"] + book["slots"]]:
            if order["price"] > 0:
                key = (int(order["price"] / (row["index_start"] * BAND)), x, bool(order["side"] > 0))
                usd = int(order["quantity"]) * int(order["price"]) * int(row["tick_value"]) * 1e-6
                found[key] = found.get(key, 0.0) + usd
    return found


def test_looks_at_the_book_hold_every_resting_dollar_wherever_one_jumped_from(tabs, session):
    session.go(700)
    chart = opened(tabs, "book-over-time")
    session.go(120)
    chart = opened(tabs, "book-over-time")
    looks = session.survey.depth(session.branch, session.asset)
    assert sorted(looks) == list(range(0, 701, session.survey.stride))
    for step in (0, 300, 531, 700):
        session.go(step)
        look, true = looks[step], bands_by_hand(session, session.asset)
        keys = zip(look.band.tolist(), look.exchange.tolist(), look.is_bid.tolist(), strict=True)
        kept = dict(zip(keys, look.usd.tolist(), strict=True))
        assert kept == pytest.approx(true, rel=1e-6)
        fresh = depth_of(session.timeline.here.market, session.asset)
        assert all((mine == again).all() for mine, again in zip(look, fresh, strict=True))
    assert chart.first == round(chart.limits()[0] / session.survey.band_usd(0))


def test_the_heat_map_shows_each_band_in_the_shade_of_its_dollars(tabs, session):
    session.go(600)
    chart = opened(tabs, "book-over-time")
    for exchange in (-1, 1):
        chart.chosen(exchange + 1)
        chart.grab()
        rows = chart.heat.shape[0]
        for step in (10, 450, 600):
            session.go(step)
            sums = {}
            for (band, x, is_bid), usd in bands_by_hand(session, session.asset).items():
                if exchange in (-1, x) and chart.first <= band < chart.first + rows:
                    sums.setdefault(band, [0.0, 0.0])[int(is_bid)] += usd
            column = chart.heat[::-1, step // session.survey.stride]
            assert set(np.flatnonzero(column).tolist()) == {band - chart.first for band in sums}
            for band, (asks, bids) in sums.items():
                shade = int(heat.shades(np.array([max(bids, asks)]), chart.brightest)[0])
                drawn = int(column[band - chart.first])
                assert (
                    abs(drawn - (shade if bids >= asks else shade + heat.SHADES)) <= 1
                )  # a look keeps single precision
        session.go(600)


def test_dots_on_the_heat_map_add_up_to_the_log(tabs, session):
    session.go(800)
    chart = opened(tabs, "book-over-time")
    _, log = session.events(0, 800)
    sold = log[np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH]) & (log["asset"] == 0)]
    assert sold.size
    assert sum(dot.usd for dot in chart.dots) == pytest.approx(sold["usd"].sum() * 1e-6)
    longs = sold[sold["side"] > 0]["usd"].sum() * 1e-6
    assert sum(dot.usd for dot in chart.dots if dot.is_long) == pytest.approx(longs)


def test_a_branch_shares_its_parents_looks_and_sees_its_own(tabs, session):
    session.go(400)
    opened(tabs, "book-over-time")
    before = session.survey.depth(session.branch, 0)
    session.go(300)
    session.change("gradual.on", True)
    session.go(450)
    opened(tabs, "book-over-time")
    after = session.survey.depth(session.branch, 0)
    assert all(after[step] is before[step] for step in range(0, 301))
    assert sorted(after) == list(range(0, 451))


def test_looking_never_changes_the_market(tabs, session):
    session.go(700)
    digest, events = session.digest(), session.branch.told
    opened(tabs, "makers")
    session.select(3)
    opened(tabs, "book-over-time")
    assert (session.digest(), session.branch.told) == (digest, events)
    session.go(710)
    assert session.events(701, 710)[1].size == session.branch.told - events


def test_makers_panels_are_the_firms_and_their_orders_sum_to_the_record(tabs, session):
    session.go(750)
    chart = opened(tabs, "makers")
    assert chart.steps.tolist() == list(range(0, 751, session.survey.stride))
    weights = np.array([weight for weight, _ in chart.firms])
    for step in (1, 500, 750):
        recorded = float(session.branch.record.totals["orders"][step])
        assert ((1.0 - chart.withdrawn[step]) * weights).sum() == pytest.approx(recorded, abs=1e-12)
        session.go(step)
        firms = session.timeline.here.market.maker
        loss = (firms["equity_start"] - firms["equity"]) / firms["loss_limit"]
        np.testing.assert_allclose(chart.loss[step], loss)
        np.testing.assert_array_equal(firms_of(session.timeline.here.market).failing, chart.failing[step])


def test_a_firms_head_tells_its_state_of_now_and_not_of_later(tabs, session):
    session.go(900)
    chart = opened(tabs, "makers")
    fallen = [m for m in range(len(chart.firms)) if chart.failing[-1, m]]
    assert fallen
    for step in (900, 60):
        session.go(step)
        chart.grab()
        place = chart.place_of(step)
        for m in range(len(chart.firms)):
            words, _ = chart._summary(m)
            assert words.startswith("limit") is bool(chart.failing[place, m] == 0), (step, m)


@pytest.mark.parametrize("step", [0, 500, 800])
def test_the_liquidation_map_holds_every_filed_position_once(tabs, session, step):
    session.go(step)
    session.select(2)
    chart = opened(tabs, "liquidation-map")
    shown, market = chart.shown, session.timeline.here.market
    prices, dollars, exchanges, unpriced = prices_of(market, 2)
    account = market.account
    mine = (account["trigger"] > 0) & (account["book"] % len(session.symbols) == 2)
    marks = market.books.book["mark"][account["book"][mine]]
    true = np.abs(account["position"][mine] * marks * (market.asset["tick_value"][2] * 1e-6)).sum()
    own = market.leg["trigger"] > 0
    assert np.abs(dollars).sum() == pytest.approx(true) or own.any()
    assert shown.longs.sum() + shown.shorts.sum() + shown.beyond == pytest.approx(np.abs(dollars).sum())
    for n in (0, 70, 85, 159):
        inside = (prices >= shown.edges[n]) & (prices < shown.edges[n + 1])
        for x in range(len(session.exchanges)):
            here = dollars[inside & (exchanges == x)]
            assert shown.longs[x, n] == pytest.approx(here[here > 0].sum())
            assert shown.shorts[x, n] == pytest.approx(-here[here < 0].sum())
    assert shown.unpriced == unpriced


def test_longs_wait_below_the_mark_and_shorts_above(tabs, session):
    session.go(350)
    shown = opened(tabs, "liquidation-map").shown
    middle = len(shown.edges) // 2
    assert shown.longs[:, middle + 2 :].sum() == 0
    assert shown.shorts[:, : middle - 2].sum() == 0


@pytest.mark.parametrize("step", [0, 300, 777])
def test_who_paid_adds_up_to_what_it_cost_and_who_won_to_nothing(tabs, session, step):
    session.go(800)
    session.go(step)
    chart = opened(tabs, "ledger")
    rows = session.branch.record.exchanges[step]
    assert [row.whole for row in chart.rows[:-1]] == cost(rows).tolist()
    for row in chart.rows:
        assert sum(part.micro for part in row.parts) == row.whole
        assert len(row.parts) == len(PAYERS)
    assert chart.rows[-1].whole == int(cost(rows).sum())
    chart.chosen(1)
    assert len(session.gains()) == len(GROUPS) + OTHER_PARTIES <= len(GROUPS) + len(PARTIES)
    assert session.gains().sum() == 0
    for x, row in enumerate(chart.rows[:-1]):
        assert sum(part.micro for part in row.parts) == row.whole == 0
        assert [part.micro for part in row.parts[:-1]] == session.gains()[:, x].tolist()
    assert any(part.micro for part in chart.rows[0].parts) or step == 0


def test_ledger_pieces_are_as_long_as_their_dollars(tabs, session):
    session.go(800)
    chart = opened(tabs, "ledger")
    low, high = chart.limits()
    for _, part, box in chart.pieces():
        wide = abs(part.micro) * 1e-6 / (high - low) * chart.plot.width()
        assert box.width() == pytest.approx(max(wide, 2.0))
        assert chart.rect().contains(box.toRect())


def test_contagion_by_ultimate_origin_is_the_models_and_adds_up_to_what_traders_lost(tabs, session):
    session.go(800)
    session.go(650)
    chart = opened(tabs, "contagion")
    np.testing.assert_array_equal(chart.dollars, session.timeline.here.market.contagion)
    rows = session.branch.record.exchanges[650]
    np.testing.assert_allclose(chart.dollars.sum(axis=0), rows["liquidated"])
    np.testing.assert_allclose(chart.shown().sum(axis=0), rows["liquidated"])


def test_r_over_time_is_the_sessions_r(tabs, session):
    session.go(800)
    (line,) = opened(tabs, "reproduction").series(session.branch)
    for step in (0, 100, 520, 660, 800):
        assert line.values[step] == pytest.approx(session.reproduction(step), nan_ok=True)


def test_r_is_drawn_from_the_stated_amount_on_and_saved_whole(tabs, session):
    session.go(800)
    chart = opened(tabs, "reproduction")
    (line,), (drawn,) = chart.series(session.branch), chart.drawn(session.branch)
    total = session.branch.record.totals["liquidated"]
    for step in range(801):
        before = total[max(step - 60, 0)] - total[max(step - 120, 0)]
        assert before == session.liquidated_before(step)
        if before < REPRODUCTION_LEAST:
            assert np.isnan(drawn.values[step])
        else:
            assert drawn.values[step] == line.values[step]
    assert np.isfinite(drawn.values).any()
    assert chart.limits() in ((0.0, 2.0), (0.0, 5.0))
    steps = np.flatnonzero(np.isfinite(drawn.values))
    drawn_at = chart.points(steps, drawn.values[steps])
    assert all(chart.plot.top() - 0.01 <= drawn_at.at(n).y() <= chart.plot.bottom() + 0.01 for n in range(steps.size))
    assert (np.isfinite(line.values) & np.isnan(drawn.values)).any()
    saved = [row[1] for row in chart.table().rows]
    assert saved == ["" if np.isnan(value) else value for value in line.values.tolist()]
    hidden = int(np.flatnonzero(np.isfinite(line.values) & np.isnan(drawn.values))[0])
    assert len(chart.told(hidden)) == 2
    assert "$100 M" in chart.told(hidden)[1]


def test_a_chart_without_r_says_of_which_minute_too_little_was_liquidated(tabs, session):
    session.go(200)
    chart = opened(tabs, "reproduction")
    assert chart.empty().startswith("Too little is liquidated")
    session.go(800)
    total = session.branch.record.totals["liquidated"][:801]
    within = total - total[np.maximum(np.arange(801) - 60, 0)]
    begins = int(np.argmax(within >= REPRODUCTION_LEAST))
    assert begins
    session.new_run()
    session.go(begins)
    chart.grab()
    assert chart.empty().startswith("R compares a minute with the one before it")
    session.go(begins + 61)
    chart.grab()
    assert not chart.empty()


def test_what_the_handbook_and_the_tip_say_of_r_is_the_rule():
    said = [BY_MEASURE[key].definition for key in ("totals.reproduction", "chart.reproduction")]
    pages = [(RESOURCES / "handbook" / language / "model.md").read_text("utf-8") for language in ("en", "zh_CN")]
    million, most = REPRODUCTION_LEAST / 1e6, MOST_SHOWN
    assert all("${:.0f} million".format(million) in words for words in said)
    assert "${:.0f} M".format(million) in pages[0]
    assert "${:.0f} 亿".format(million / 100) in pages[1]
    assert "{:.0f}".format(most) in said[0]
    assert "up to {:.0f};".format(ReproductionChart.ceilings(None)[-1]) in said[1]
    assert "> {:.0f}".format(most) in pages[0]
    assert "> {:.0f}".format(most) in pages[1]


def test_the_present_never_covers_the_end_of_a_line(tabs, session):
    session.go(session.length)
    chart = opened(tabs, "prices")
    assert chart.end == session.length
    x = chart.x_of(session.step)
    assert x == pytest.approx(chart.plot.right())
    words = [name for name, _, _ in chart.labels(session.step)]
    wide = QFontMetricsF(font("small", bold=True))
    assert any(words)
    assert all(x + 6 + wide.horizontalAdvance(name) <= chart.width() for name in words)
    with_labels = saving.picture(chart)
    chart.labels = lambda step: [
        ("a name that is much too long for the room beside the axes −88.8 %", -0.05, QColor("red"))
    ]
    shifted = saving.picture(chart)
    past = QRect(0, 0, round((x - 2) * saving.SHARPNESS), chart.height() * saving.SHARPNESS)
    assert with_labels.copy(past) == shifted.copy(past)
    assert with_labels != shifted


def test_sides_and_exchanges_add_up_to_the_same_bars(tabs, session):
    session.go(800)
    chart = opened(tabs, "liquidations")
    by_exchange = chart.bins.sum(axis=1)
    chart.chosen(1)
    chart.grab()
    np.testing.assert_allclose(chart.bins.sum(axis=1), by_exchange, atol=1e-3)
    assert chart.bins[:, 0].sum() == pytest.approx(session.branch.record.totals["long"][800])


def test_withdrawals_are_the_records(tabs, session):
    session.go(800)
    for x, line in enumerate(opened(tabs, "withdrawals").series(session.branch)):
        np.testing.assert_array_equal(line.values, session.branch.record.exchanges["withdrawn"][:801, x])


def test_the_aftermath_is_the_models(tabs, session):
    session.go(700)
    chart = opened(tabs, "aftermath")
    true = session.aftermath()
    for reading, table in enumerate((true.revenue_usd / true.normal_revenue_usd, true.trust)):
        chart.chosen(reading)
        for x, line in enumerate(chart.lines()):
            np.testing.assert_allclose(line.values, table[:, x])
    chart.chosen(3)
    np.testing.assert_array_equal(chart.lines()[0].values, true.small_caps_usd)


# --- every chart ----------------------------------------------------------------------------------------------------
