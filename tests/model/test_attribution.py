"""Whose move was it: every half-tick of every book has one direct kind and an ultimate origin."""

import numpy as np
import pytest

from model.attribution import COLUMN_AUCTION, COLUMN_LIQUIDATION, COLUMN_MAKER, COLUMN_NEWS, column_names, origin_of
from model.book import double_mid
from model.calls import WINDOW
from model.engine import advance
from model.events import Channel, Event
from model.market import ORIGIN_LIQUIDATION, RING
from model.session import Session

SECONDS = 330
HALTING = {"breaker__on": True, "breaker__threshold": 0.06, "breaker__pause": 40, "breaker__window": 120}
ACROSS = {Channel.MAKER, Channel.ARBITRAGE, Channel.INDEX}
POLICIES = {
    "none": {},
    "breaker": HALTING,
    "breaker on one exchange": {**HALTING, "breaker__scope": "first only"},
    "gradual": {"gradual__on": True},
    "last price marks": {"mark__rule": "last"},
}


def mids(market):
    return np.array([double_mid(market.books, k) for k in range(market.books.book.size)])


@pytest.mark.parametrize("policy", POLICIES)
def test_the_bookings_of_every_second_sum_to_the_move_of_every_mid(small, market_of, policy):
    market, record = market_of(small(**POLICIES[policy]))
    first = before = mids(market)
    moved = 0
    for step in range(1, SECONDS + 1):
        advance(market, record, 1)
        now = mids(market)
        booked = market.moves[:, step % RING].sum(axis=1)
        assert (booked == now - before).all(), (step, (booked - (now - before)).tolist())
        assert np.allclose(market.origin.sum(axis=1), now - first, rtol=0, atol=1e-4), step
        moved += abs(now - before).sum()
        before = now
    assert moved > 10_000


def test_every_kind_of_cause_occurs_in_a_crash_with_halts(small, market_of):
    market, record = market_of(small(**HALTING))
    columns = np.zeros(market.moves.shape[2], np.int64)
    for step in range(1, SECONDS + 1):
        advance(market, record, 1)
        columns += abs(market.moves[:, step % RING]).sum(axis=0)
    names = column_names(("a", "b", "c"))
    assert len(names) == columns.size
    used = {name.split(":")[0] for name, moves in zip(names, columns, strict=True) if moves}
    assert {"liquidation", "noise", "value", "news", "maker", "arbitrage"} <= used
    assert names[COLUMN_LIQUIDATION] == "liquidation"
    assert names[COLUMN_AUCTION] == "auction"
    assert names[COLUMN_NEWS] == "news"
    assert names[COLUMN_MAKER] == "maker:a"


@pytest.fixture(scope="module")
def session(small):
    session = Session(small(**HALTING, gradual__on=True))
    session.forward(SECONDS)
    return session


def test_every_liquidation_and_margin_call_has_a_cause_that_exists(session):
    log = session.branch.log()
    caused = log[np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH, Event.MARGIN_CALL])]
    assert caused.size > 100
    assert set(caused["channel"].tolist()) <= set(Channel) - {Channel.NONE}
    assert ((caused["source"] >= 0) & (caused["source"] < 3)).all()
    assert ((caused["delay"] >= 0) & (caused["delay"] < WINDOW)).all()
    assert (caused["delay"] < caused["step"]).all()


def test_a_cause_is_an_earlier_event(session):
    log = session.branch.log()
    numbers = np.arange(log.size)
    assert (log["cause"] < numbers).all()
    assert (log["cause"] >= -1).all()
    assert (np.diff(log["step"]) >= 0).all()


def test_a_cause_from_another_exchange_came_by_makers_arbitrage_or_the_index(session):
    log = session.branch.log()
    caused = log[np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH, Event.MARGIN_CALL])]
    across = np.isin(caused["channel"], list(ACROSS))
    assert (across == (caused["source"] != caused["exchange"])).all()
    assert across.any()
    assert not across.all()


def test_hops_are_the_liquidations_of_this_second_whose_source_is_another_exchange(session):
    hops = 0
    log = session.branch.log()
    for step in np.unique(log["step"][np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH])]):
        session.go(int(step))
        for hop in session.picture().hops:
            row = log[hop.event]
            assert hop.source != hop.exchange
            assert (row["source"], row["exchange"], row["asset"], row["step"]) == (
                hop.source, hop.exchange, session.asset, step
            )  # fmt: skip
            hops += hop.count
    assert hops > 10


def test_an_auction_of_waiting_liquidations_counts_as_liquidation():
    assert origin_of(COLUMN_AUCTION, 2) == origin_of(COLUMN_LIQUIDATION, 2) == ORIGIN_LIQUIDATION + 2


def test_the_contagion_matrix_sums_to_what_was_liquidated(session):
    market = session.timeline.here.market
    by_exchange = market.exchange["liquidated"] * 1e-6
    assert by_exchange.sum() > 1e6
    assert np.allclose(market.contagion.sum(axis=0), by_exchange, rtol=1e-9)
