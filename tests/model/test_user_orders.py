"""The user's own orders: they meet the book like anybody's, wait in its queue, and can be liquidated."""

import numpy as np
import pytest

from model.bad_input import BadInput
from model.deleveraging import deleverage, gain_of, socialise
from model.edits import ORDER
from model.events import Event
from model.invariants import money, problems
from model.market import FUND_PARTY, HEDGE_PARTY, USER_ORDERS, USER_PARTY
from model.orders import (
    BUY,
    CANCELLED,
    DONE,
    REFUSED,
    RESTING,
    SELL,
    Names,
    Order,
    account_of,
    read_order,
    standings,
    write_order,
)
from model.standings import standings as owned
from model.story import Teller
from model.timeline import Timeline
from model.waterfall import cost, paid, transfers

NAMES = Names(("Binance", "OKX", "Bybit"), ("BTC", "ETH", "DEFI", "SOL"))


@pytest.fixture
def timeline(small):
    return Timeline(small(accounts__count=600))


def order(timeline, text, step=None):
    """Send an order, and go on by a second (or to a step)."""
    here = timeline.here
    timeline.edit(ORDER, text)
    here.forward(here.step + 1 if step is None else step)
    return standings(here.market)


def own(timeline):
    """Lots that the user holds in each book outside margin accounts."""
    market = timeline.here.market
    return market.position[:, market.maker.size + USER_PARTY]


@pytest.mark.parametrize(
    "text",
    ["sell DEFI on Binance $50000", "buy BTC on OKX $2000000 at 110000 with 10x", "cancel 2", "close 1"],
)
def test_an_order_is_written_as_it_is_read(text):
    assert write_order(read_order(text, NAMES), NAMES) == text


@pytest.mark.parametrize(
    "text",
    ["", "sell", "sell XYZ on Binance $5", "sell BTC on Nowhere $5", "sell BTC on OKX $0", "buy BTC on OKX $5 with 500x",
     "buy BTC on OKX $5 at 1.2.3", "cancel 0", "cancel 65", "sell BTC on OKX $99999999999999"],
)  # fmt: skip
def test_what_is_no_order_is_one_sentence(text):
    with pytest.raises(BadInput) as told:
        read_order(text, NAMES)
    assert "\n" not in str(told.value)


def test_a_market_order_walks_the_book_and_the_average_is_between_touch_and_last(timeline):
    here = timeline.here
    here.go(10)
    touch = int(here.market.books.book["best_bid"][0]) * float(here.market.asset["tick_usd"][0])
    (sold,) = order(timeline, "sell BTC on Binance $200000000")
    assert sold.state == DONE
    assert sold.filled_usd == pytest.approx(2e8, rel=0.05)
    assert sold.average < touch
    assert own(timeline)[0] < 0
    assert sold.position == pytest.approx(own(timeline)[0] * float(here.market.asset["lot"][0]))


def test_a_limit_order_waits_behind_those_that_came_before(timeline):
    here = timeline.here
    here.go(10)
    price = int(here.market.books.book["best_bid"][0]) * float(here.market.asset["tick_usd"][0]) * 0.99
    (waiting,) = order(timeline, f"buy BTC on Binance $100000 at {price:.0f}")
    assert waiting.state == RESTING
    assert waiting.ahead_usd > 1e6
    assert waiting.left_usd == pytest.approx(1e5, rel=0.01)
    _, cancel = order(timeline, "cancel 1")
    assert (standings(here.market)[0].state, cancel.state) == (CANCELLED, DONE)
    assert own(timeline)[0] == 0


def test_a_waiting_order_is_filled_at_its_limit_when_the_price_falls_to_it(timeline):
    here = timeline.here
    here.go(20)
    price = float(here.market.asset["index"][0] * here.market.asset["tick_usd"][0]) * 0.97
    order(timeline, f"buy BTC on Binance $5000000 at {price:.0f}", 400)
    (bought,) = standings(here.market)
    assert bought.state == DONE
    assert bought.average == pytest.approx(round(price / 2) * 2, rel=1e-3)
    assert Event.USER_FILL in timeline.here.branch.log()["kind"]


def test_a_leveraged_long_is_liquidated_in_the_crash_and_its_margin_is_lost(timeline):
    here = timeline.here
    here.go(20)
    (held,) = order(timeline, "buy ETH on OKX $1000000 with 20x")
    assert held.margin == pytest.approx(5e4, rel=0.05)
    mark = float(here.market.books.book["mark"][1] * here.market.asset["tick_usd"][1])
    assert mark * 0.93 < held.liquidation < mark
    here.go(500)
    (after,) = standings(here.market)
    assert after.liquidated
    assert after.position == 0
    assert -1.2 * held.margin < after.profit < -0.5 * held.margin


def test_a_leveraged_short_gains_in_the_crash_and_can_be_closed(timeline):
    here = timeline.here
    here.go(20)
    order(timeline, "sell ETH on Binance $1000000 with 3x", 300)
    (held,) = standings(here.market)
    assert held.profit > 0
    closed, _ = order(timeline, "close 1")
    assert closed.position == 0
    assert closed.profit > 0


def test_nothing_to_cancel_or_close_is_refused(timeline):
    order(timeline, "cancel 1")
    found = order(timeline, "close 1")
    assert [own.state for own in found] == [REFUSED, REFUSED]


def test_an_order_in_a_halt_is_refused(timeline):
    here = timeline.here
    timeline.edit("breaker.threshold", 0.02)
    timeline.edit("breaker.on", True)
    while not (here.market.books.book["halted_until"] > here.step + 3).any():
        here.forward(here.step + 1)
    k = int(np.flatnonzero(here.market.books.book["halted_until"] > here.step + 3)[0])
    symbol, venue = timeline.names.symbols[k % 5], timeline.names.exchanges[k // 5]
    assert order(timeline, f"buy {symbol} on {venue} $1000")[-1].state == REFUSED


def test_money_contracts_books_and_lists_hold_whatever_the_user_does(small):
    timeline = Timeline(small(accounts__count=600, breaker__on=True, breaker__threshold=0.15))
    here = timeline.here
    start = money(here.market)
    plan = ["buy BTC on Binance $3000000 at 112000 with 25x", "sell ETH on OKX $9000000 with 10x",
            "buy DEFI on Binance $500000 with 5x", "sell SOL on Bybit $4000000 at 230 with 50x", "close 2", "cancel 4",
            "buy BTC on OKX $90000000 at 108000 with 100x", "close 1", "sell DEFI on Binance $50000", "close 9"]  # fmt: skip
    for n, text in enumerate(plan):
        here.go(20 + 30 * n)
        timeline.edit(ORDER, text)
        for _ in range(29):
            here.forward(here.step + 1)
            assert problems(here.market, start) == []
    assert sum(own.liquidated for own in standings(here.market)) > 0


def test_an_order_in_the_past_is_a_road_and_the_old_one_is_untouched(timeline):
    timeline.here.go(200)
    untouched = timeline.digest()
    timeline.here.go(100)
    timeline.edit(ORDER, "sell BTC on Binance $300000000")
    timeline.here.go(200)
    assert timeline.digest() != untouched
    assert timeline.other().number == 0
    timeline.switch(0)
    assert timeline.digest() == untouched


def test_words_of_an_order_are_dollars():
    assert write_order(Order(BUY, 0, 0, 1e9, 0.0095, 0.0), NAMES) == "buy BTC on Binance $1000000000 at 0.0095"
    assert read_order("sell SOL on Bybit $1.5", NAMES) == Order(SELL, 3, 2, 1.5)


def test_a_users_winning_short_is_deleveraged_when_it_ranks_first(small):
    """Of all shorts in a book the user's has the largest profit and leverage: what a fund holds is closed against it."""
    timeline = Timeline(small(accounts__count=600, full_margin__share=0.0, adl__on=False))
    here = timeline.here
    here.go(20)
    order(timeline, "sell BTC on Binance $2000000 with 60x", 200)
    market, record, n = here.market, here.branch.record, account_of(here.market, 0)
    fund = market.maker.size + FUND_PARTY
    (held,) = standings(market)
    assert held.profit > 0
    lots = -int(market.account["position"][n]) // 2
    hedgers = market.maker.size + HEDGE_PARTY
    market.position[0, hedgers] += market.position[0, fund] - lots
    market.position[0, fund] = lots
    market.books.book["fund_cost"][0] = lots * int(market.books.book["mark"][0]) * int(market.asset["tick_value"][0])
    start, before = money(market), int(market.account["position"][n])
    record.written[0] = 0
    deleverage(market, record, 0)
    told = record.log[: record.written[0]]
    assert [int(who) for who in told["who"][told["kind"] == Event.DELEVERAGED]] == [n]
    assert int(market.account["position"][n]) == before + lots
    assert market.position[0, fund] == 0
    assert problems(market, start) == []
    own = range(market.account.size - USER_ORDERS, market.account.size)
    teller = Teller(3, own)
    teller.hear(here.branch.log())
    lines = teller.hear(np.concatenate((here.branch.log(), told)))
    (line,) = [line for line in lines if line.template == "own_closed"]
    assert (line.values["number"], line.values["usd"]) == ("1", pytest.approx(float(told["usd"][0]) * 1e-6))


def test_in_a_crash_the_users_short_is_deleveraged_and_what_it_gained_stays_in_its_account(timeline):
    here = timeline.here
    here.go(20)
    order(timeline, "sell BTC on Binance $2000000 with 20x", 300)
    n = account_of(here.market, 0)
    log = here.branch.log()
    closed = log[(log["kind"] == Event.DELEVERAGED) & (log["who"] == n)]
    (after,) = standings(here.market)
    sold = int(log["quantity"][log["kind"] == Event.USER_FILL][0])
    assert 0 < closed["quantity"].sum() <= sold
    assert after.position == pytest.approx((int(closed["quantity"].sum()) - sold) * float(here.market.asset["lot"][0]))
    assert after.profit > 0
    assert not after.liquidated


def test_a_users_account_bears_its_share_of_a_loss_that_is_shared_out(small):
    timeline = Timeline(small(accounts__count=600, adl__on=False))
    here = timeline.here
    here.go(20)
    order(timeline, "sell BTC on Binance $2000000 with 5x", 300)
    market, n = here.market, account_of(here.market, 0)
    fund = market.maker.size + FUND_PARTY
    gain, cash = gain_of(market, n), int(market.account["cash"][n])
    assert gain > 0
    market.position[:, fund] = 0
    market.cash[fund, 0] = -gain
    start = money(market)
    socialise(market, here.branch.record, 0)
    assert money(market) == start
    assert 0 < cash - int(market.account["cash"][n]) < gain
    other = int(market.exchange["socialised"][0])
    market.cash[fund, 1] = -gain
    cash = int(market.account["cash"][n])
    socialise(market, here.branch.record, 1)
    assert int(market.account["cash"][n]) == cash, "another exchange's loss is not its own"
    assert int(market.exchange["socialised"][0]) == other


def test_the_leverage_cap_limits_what_the_user_can_open_and_hold(timeline):
    here = timeline.here
    here.go(5)
    (free,) = order(timeline, "buy BTC on Binance $1000000 with 50x")
    assert free.margin == pytest.approx(free.filled_usd / 50, rel=1e-6)
    timeline.edit("cap.leverage", 4.0)
    timeline.edit("cap.on", True)
    here.go(10)
    _, capped = order(timeline, "sell ETH on OKX $1000000 with 50x")
    assert capped.margin == pytest.approx(capped.filled_usd / 4, rel=1e-6)
    here.go(59)
    start = money(here.market)
    assert standings(here.market)[0].margin == free.margin
    here.go(62)
    reviewed, _ = standings(here.market)
    assert reviewed.margin == pytest.approx(reviewed.filled_usd / 4, rel=0.02)
    assert reviewed.liquidation < free.liquidation
    assert problems(here.market, start) == []


@pytest.mark.parametrize("policy", [{}, {"fund__size_usd": 1e7, "adl__drawdown": 0.05}, {"cap__on": True}])
def test_the_ledger_and_everyones_gains_add_up_exactly_with_user_orders(small, policy):
    timeline = Timeline(small(accounts__count=600, **policy))
    here = timeline.here
    at_start, fund = owned(here.market).sum(), funds(here.market)
    plan = ["buy BTC on Binance $30000000 with 25x", "sell ETH on OKX $9000000 with 10x",
            "buy DEFI on Binance $5000000 with 50x", "sell BTC on Bybit $4000000 with 20x",
            "sell DEFI on OKX $50000", "close 2"]  # fmt: skip
    for n, text in enumerate(plan):
        here.go(20 + 40 * n)
        timeline.edit(ORDER, text)
    here.go(500)
    assert any(line.liquidated for line in standings(here.market))
    record, log = here.branch.record.exchanges[: here.step + 1], here.branch.log()
    columns = paid(record)
    assert (sum(columns.values()) == cost(record)).all()
    own = range(here.market.account.size - USER_ORDERS, here.market.account.size)
    mine = [t for t in transfers(log) if t.who in own]
    assert mine, "a liquidated account of the user's is a line of the ledger"
    assert (fund - funds(here.market) == columns["insurance"][-1]).all()
    assert owned(here.market).sum() == at_start


def funds(market):
    """Each insurance fund's money, with what it took over counted at what that cost."""
    cost = market.books.book["fund_cost"].reshape(market.exchange.size, -1).sum(axis=1)
    return market.cash[market.maker.size + FUND_PARTY] + cost


def test_the_story_tells_what_the_users_orders_met_with(timeline):
    here = timeline.here
    here.go(20)
    order(timeline, "buy ETH on OKX $1000000 with 20x", 60)
    order(timeline, "sell DEFI on Binance $50000", 500)
    own = range(here.market.account.size - USER_ORDERS, here.market.account.size)
    lines = Teller(3, own).hear(here.branch.log())
    mine = [line for line in lines if line.template in ("bought", "sold", "own_call", "own_takeover", "own_closed")]
    assert [(line.template, line.values["number"]) for line in mine][:2] == [("bought", "1"), ("sold", "2")]
    assert any(line.template == "own_call" and line.values["number"] == "1" for line in mine)
    fills = here.branch.log()[here.branch.log()["kind"] == Event.USER_FILL]
    assert [line.values["usd"] for line in mine[:2]] == [float(usd) * 1e-6 for usd in fills["usd"][:2]]
    assert Teller(3).hear(here.branch.log()) != lines, "without its accounts their fate is not told"


def test_closing_a_position_is_told_as_a_trade_of_the_order_that_closed_it(timeline):
    here = timeline.here
    here.go(20)
    order(timeline, "sell ETH on Binance $1000000 with 3x", 100)
    order(timeline, "close 1")
    fills = here.branch.log()[here.branch.log()["kind"] == Event.USER_FILL]
    assert [(int(row["who"]), int(row["side"])) for row in fills] == [(0, -1), (1, 1)]
    assert fills["quantity"][0] == fills["quantity"][1]
