"""Each chart draws exactly the model's numbers, also after jumping back."""

import csv
import io
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect
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
from ui.charts import heat, saving
from ui.charts.chart import Chart
from ui.charts.reproduction import ReproductionChart
from ui.charts.tabs import ChartTabs
from ui.text import MOST_SHOWN
from ui.theme import font


@pytest.fixture
def tabs(qtbot, session, drives):
    made = ChartTabs(session)
    qtbot.addWidget(made)
    drives(session, made)
    made.resize(1000, 400)
    made.show()
    return made


def opened(tabs, key):
    """A chart in sight that knows everything it shows."""
    chart = tabs.open(key)
    if hasattr(chart, "scouting"):
        chart.scouting.finish()
    chart.grab()
    return chart


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


def test_what_the_handbook_and_the_tip_say_of_r_is_the_rule():
    said = [BY_MEASURE[key].definition for key in ("totals.reproduction", "chart.reproduction")]
    pages = [(RESOURCES / "handbook" / language / "model.md").read_text("utf-8") for language in ("en", "zh_CN")]
    million, most = REPRODUCTION_LEAST / 1e6, MOST_SHOWN
    assert all("${:.0f} million".format(million) in words for words in said)
    assert all("${:.0f} M".format(million) in page for page in pages)
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


def charts_of(tabs):
    return {chart.key: chart for view in tabs.charts for chart in tabs.of(view)}


def test_every_chart_has_a_name_a_title_and_words_for_a_screen_reader(tabs, session):
    session.go(700)
    charts = tabs.findChildren(Chart)
    assert all(chart.key and chart.accessibleName() for chart in charts)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        assert chart.title()
        assert chart.accessibleDescription() or key in ("reproduction", "withdrawals", "liquidations") or chart.title()


def test_every_chart_says_why_it_is_empty_or_shows_something(tabs, session):
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        if chart.empty():
            assert chart.empty().endswith((".", ":"))
            assert chart.told_at(QPointF(chart.rect().center())) == []
    session.go(850)
    for key in charts_of(tabs):
        assert (opened(tabs, key).empty() == "") is (key != "ensemble"), key


@pytest.mark.parametrize("kind", ["csv", "svg", "png"])
def test_every_chart_can_be_saved(tabs, session, tmp_path, kind):
    session.go(700)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        path = tmp_path / f"{key}.{kind}"
        tabs.save(chart, path)
        data = path.read_bytes()
        if kind == "csv":
            rows = list(csv.reader(io.StringIO(data.decode())))
            assert len({len(row) for row in rows}) == 1
            assert len(rows) == len(chart.table().rows) + 1
        elif kind == "svg":
            assert b"<svg" in data
            assert b"<image" not in data or key == "book-over-time", key
        else:
            assert data.startswith(b"\x89PNG")
    assert len(list(tmp_path.iterdir())) == len(charts_of(tabs))


def test_a_saved_picture_says_what_it_is_of(tabs, session, qapp):
    session.go(400)
    session.change("gradual.on", True)
    session.go(640)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        words = saving.svg(chart).decode()
        whole = saving.caption(chart)
        assert whole in words or whole[:12] in words, key
        assert chart.alone is False
        if chart.of_this_run:
            assert f"seed {session.seed}, 00:10:40; Gradual liquidation on from 00:06:40" in whole, key
        else:
            assert "seed" not in whole
        picture = saving.picture(chart)
        assert picture.width() == 2 * chart.width()
        assert picture.height() > 2 * chart.height()
        width, box = re.search(r'svg width="([\d.]+)mm".*?viewBox="0 0 (\d+)', words, re.DOTALL).groups()
        assert float(width) / 25.4 * 96 == pytest.approx(float(box), abs=0.5), "a pixel is a pixel of a browser"
        families = re.findall(r'font-family="([^"]*)"', words)
        assert families
        assert ET.fromstring(words).tag.endswith("svg")
        assert all(family.endswith(", sans-serif") for family in families)


def test_a_saved_picture_names_the_reading_that_the_buttons_show_on_screen(tabs, session):
    session.go(640)
    for key in ("liquidations", "contagion", "book-over-time", "ensemble"):
        chart = opened(tabs, key)
        for place, name in enumerate(chart.choices()):
            chart.segments.choose(place)
            chart._choose(place)
            assert chart.full_title().endswith(name)
            assert chart.full_title() in saving.svg(chart).decode()


def test_numbers_in_other_letters_say_their_encoding_and_english_ones_stay_plain(tabs, session, qapp):
    from ui import language

    session.go(100)
    chart = opened(tabs, "prices")
    assert saving.numbers(chart).startswith(b"second,")
    language.speak(qapp, "zh_CN")
    assert saving.numbers(chart).startswith("\ufeff".encode())
    assert "山寨币" in saving.numbers(chart).decode("utf-8-sig")


def test_saved_numbers_are_the_drawn_ones_in_full(tabs, session):
    session.go(700)
    chart = opened(tabs, "prices")
    rows = list(csv.reader(io.StringIO(saving.written(chart.table()))))
    btc = chart.series(session.branch)[0].values
    assert [float(row[1]) for row in rows[1:]] == btc.tolist()
    assert all("[" in name for name in rows[0][1:])


def test_a_place_that_cannot_be_written_is_one_sentence(tabs, session, tmp_path, qtbot):
    chart = opened(tabs, "prices")
    for path in (tmp_path / "nowhere" / "a.png", tmp_path / "a.gif"):
        with qtbot.waitSignal(tabs.refused) as refused:
            tabs.save(chart, path)
        assert refused.args[0].count("\n") == 0
        assert not path.exists()


def test_arrows_walk_through_the_numbers_and_enter_jumps(tabs, session, qtbot):
    from PySide6.QtCore import Qt

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
    from PySide6.QtCore import Qt

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
    bar, corner = tabs.tabBar(), tabs.cornerWidget()
    shown = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
    room = corner.x() if corner.isVisible() else tabs.width()
    assert all(bar.tabRect(place).right() + bar.x() <= room for place in shown)
    listed = [action.text() for action in corner.menu().actions()]
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
