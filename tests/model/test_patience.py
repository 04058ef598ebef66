"""Patient traders narrow the gaps that takers leave, without an opinion on the price and without trading with themselves."""

import numpy as np
import pytest

from model.book import double_mid
from model.engine import PHASES, advance
from model.invariants import money, problems
from model.market import ARBITRAGE_PARTY, NOISE_PARTY
from model.patience import PATIENT_ORDERS, leave, patient_slot, refill

CRASHING = 110


@pytest.fixture
def gaping(small, market_of):
    """A crash within a second, just before the gaps are filled; arbitrageurs hold nothing that they would work off."""
    market, record = market_of(small())
    advance(market, record, CRASHING)
    for phase in PHASES:
        if phase.name == "refill":
            break
        phase.kernel(market, record)
    first = market.maker.size
    market.position[:, first + NOISE_PARTY] += market.position[:, first + ARBITRAGE_PARTY]
    market.position[:, first + ARBITRAGE_PARTY] = 0
    return market, record


def standing(market):
    first = np.array([patient_slot(market, k) for k in range(market.books.book.size)])
    slots = (first[:, None] + np.arange(PATIENT_ORDERS)).ravel()
    return market.books.orders[slots].reshape(-1, PATIENT_ORDERS)


def test_gaps_of_a_crash_are_narrower_by_patience(small, market_of):
    spreads = {}
    for size in (0.0, 0.003):
        market, record = market_of(small(arbitrage__patience=size))
        advance(market, record, 200)
        rows = record.books[60:200, 0]
        spreads[size] = rows["spread"].mean() / market.books.book["normal_spread"][0]
    assert spreads[0.003] < 0.5 * spreads[0.0]


def test_both_sides_are_offered_around_the_mid_which_stays(gaping):
    market, record = gaping
    start = money(market)
    for k in range(market.books.book.size):
        leave(market, k)
    mids = [double_mid(market.books, k) for k in range(market.books.book.size)]
    refill(market, record)
    pairs = standing(market)
    posted = (pairs["price"] > 0).all(axis=1)
    assert posted[0]
    assert ((pairs["price"] > 0).any(axis=1) == posted).all()
    assert (pairs["quantity"][posted, 0] == pairs["quantity"][posted, 1]).all()
    assert (pairs["party"][posted] == market.maker.size + ARBITRAGE_PARTY).all()
    after = [double_mid(market.books, k) for k in range(market.books.book.size)]
    assert np.abs(np.subtract(after, mids)).max() <= 1
    assert problems(market, start) == []


def test_nobody_is_patient_where_confidence_or_capital_is_gone(gaping):
    market, record = gaping
    for gone, value in (("confidence", 0.0), ("customer_money", 0)):
        before = market.exchange[gone].copy()
        market.exchange[gone] = value
        if gone == "customer_money":
            market.exchange["withdrawn"] += 1
        refill(market, record)
        assert not standing(market)["price"].any()
        market.exchange[gone] = before
    refill(market, record)
    assert standing(market)["price"].any()


def test_arbitrageurs_never_trade_with_their_own_patient_orders(small, market_of):
    market, record = market_of(small())
    own = met = 0
    for _ in range(200):
        for phase in PHASES:
            phase.kernel(market, record)
        fills = market.books.fills[: int(market.books.fill_count[0])]
        patient = fills["party"] == market.maker.size + ARBITRAGE_PARTY
        own += int((patient & (fills["taker"] == -1 - market.maker.size - ARBITRAGE_PARTY)).sum())
        met += int(patient.sum())
    assert own == 0
    assert met > 0


def test_what_patient_traders_hold_they_offer_at_the_best_price_of_others(small, market_of):
    market, record = market_of(small())
    advance(market, record, 20)
    party = market.maker.size + ARBITRAGE_PARTY
    market.position[0, party] += 1_000_000
    for step in (20, 21):
        market.run["step"] = step
        refill(market, record)
    bid, ask = standing(market)[0]
    assert bid["price"] == 0
    assert ask["price"] == market.books.book["best_ask"][0]
    assert ask["quantity"] > 0
