"""The user's own orders: they meet the book like anybody's, wait in its queue, and can be liquidated."""

import numpy as np
import pytest

from model.bad_input import BadInput
from model.edits import ORDER
from model.events import Event
from model.invariants import money, problems
from model.market import USER_PARTY
from model.orders import BUY, CANCELLED, DONE, REFUSED, RESTING, SELL, Names, Order, read_order, standings, write_order
from model.timeline import Timeline

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
