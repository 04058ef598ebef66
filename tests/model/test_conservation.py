"""Nothing is lost or made: money, contracts, orders and accounts, after every second of a crash."""

import numpy as np
import pytest

from model.deleveraging import socialise
from model.engine import advance
from model.events import Event
from model.invariants import book_problems, contracts, money, problems, trigger_problems
from model.market import FUND_PARTY

SECONDS = 360
HALTING = {"breaker__on": True, "breaker__threshold": 0.06, "breaker__pause": 40, "breaker__window": 120}
POLICIES = {
    "none": {},
    "breaker": HALTING,
    "breaker on one exchange": {**HALTING, "breaker__scope": "first only"},
    "gradual": {"gradual__on": True},
    "both": {**HALTING, "gradual__on": True, "gradual__distance": 0.02},
    "confidence gone": {"confidence__on": True, "confidence__rate": 50},
    "last price marks": {"mark__rule": "last"},
    "deleveraging": {"fund__size_usd": 1e7, "adl__drawdown": 0.05, "adl__rank": "hyperliquid"},
    "full margin": {"full_margin__share": 0.4, "full_margin__haircut": "none"},
    "full margin with halts": {**HALTING, "full_margin__share": 0.4},
    "full margin banned": {**HALTING, "full_margin__share": 0.4, "full_margin__ban": True},
    "upward shock": {"shock__size": 0.25, "accounts__short_share": 0.9},
    "rescue": {"rescue__on": True, "rescue__trigger_usd": 1e8},
    "rescue backs makers": {"rescue__on": True, "rescue__trigger_usd": 1e8, "rescue__mode": "backs makers"},
    "insurance": {"insurance__on": True, "insurance__depth": 1.0},
    "cap": {"cap__on": True, "cap__leverage": 6},
    "obligation": {"obligation__on": True},
    "freeze": {"freeze__on": True, "confidence__rate": 50, "confidence__shock": 0.3},
    "futures halts": {"breaker__on": True, "breaker__rule": "cme", "breaker__anticipation": 5},
    "all cures": {
        **HALTING,
        "gradual__on": True,
        "full_margin__share": 0.4,
        "full_margin__ban": True,
        "rescue__on": True,
        "rescue__trigger_usd": 1e8,
        "insurance__on": True,
    },
}


@pytest.mark.parametrize("policy", POLICIES)
def test_every_invariant_holds_after_every_second_of_a_crash(small, market_of, policy):
    market, record = market_of(small(**POLICIES[policy]))
    start = money(market)
    assert problems(market, start) == []
    for step in range(1, SECONDS + 1):
        before = market.account["position"].copy()
        cash, shared = market.account["cash"].copy(), market.exchange["socialised"].sum()
        advance(market, record, 1)
        assert problems(market, start) == [], step
        after = market.account["position"]
        assert (abs(after) <= abs(before)).all(), "a liquidation never makes a position larger"
        assert (after * before >= 0).all(), "nor turns it round"
        idle = (after == before) & (market.exchange["socialised"].sum() == shared)
        change = market.account["cash"][idle] - cash[idle]
        assert (change == 0).all() or (policy == "cap" and change.min() >= 0), "and nobody else's money moves"
        assert (market.account["cash"][after == 0] >= 0).all(), "and nobody is left with a debt"
        closed = (market.leg["lots"] == 0).all(axis=1) & (market.portfolio["state"] == 0)
        assert (market.portfolio["cash"][closed] >= 0).all(), "nor in full margin"
    kinds = set(record.log["kind"][: record.written[0]].tolist())
    assert {Event.LIQUIDATION, Event.LIQUIDATION_BATCH} & kinds, "a run without a liquidation would prove nothing"
    if "breaker__on" in POLICIES[policy]:
        assert {Event.HALT, Event.RESUME} <= kinds
    if "gradual__on" in POLICIES[policy]:
        assert Event.LIQUIDATION_BATCH in kinds
    if policy == "deleveraging":
        assert Event.DELEVERAGED in kinds
    if policy == "cap":
        assert market.exchange["brought"].sum() > 0
    if policy.startswith("rescue"):
        assert market.run["rescued"][0] > 0
    if policy == "insurance":
        assert market.exchange["premiums"].sum() > 0
    if policy == "freeze":
        assert Event.FREEZE in kinds
    if policy == "confidence gone":
        assert market.exchange["cash_withdrawn"].sum() > 0


def test_a_shared_loss_goes_from_winners_to_the_fund_and_nowhere_else(small, market_of):
    market, record = market_of(small())
    advance(market, record, 150)
    start = money(market)
    fund = market.maker.size + FUND_PARTY
    lost = market.cash[fund, 0] + 10**13
    market.cash[fund, 0] -= lost
    market.cash[0, 0] += lost
    winners = market.account["cash"].copy()
    owned = market.portfolio["cash"].sum() + market.leg["cash"].sum()
    socialise(market, record, 0)
    paid = winners - market.account["cash"]
    in_full_margin = owned - market.portfolio["cash"].sum() - market.leg["cash"].sum()
    assert problems(market, start) == []
    assert in_full_margin > 0
    assert paid.sum() + in_full_margin == market.exchange["socialised"][0] > 0
    assert (paid >= 0).all()
    assert (market.account["book"][paid > 0] < market.asset.size).all(), "only those of the exchange pay"


@pytest.fixture
def broken(small, market_of):
    market, record = market_of(small())
    advance(market, record, 100)
    return market


def test_a_lost_micro_dollar_is_found(broken):
    start = money(broken)
    broken.cash[0, 0] -= 1
    assert problems(broken, start) == ["money is not conserved: -1 micro-dollars more than at the start"]


def test_a_contract_with_one_side_is_found(broken):
    broken.position[3, 0] += 2
    assert contracts(broken).tolist() == [0, 0, 0, 2] + [0] * (broken.books.book.size - 4)


@pytest.mark.parametrize("damage", ["lots", "queue", "tail", "bit", "summary", "best", "pool", "cross"])
def test_a_damaged_book_is_found(broken, damage):
    books = broken.books
    assert book_problems(broken) == []
    slot = int(np.flatnonzero(books.orders["price"] > 0)[0])
    level = int(books.book["level_base"][0] + books.book["best_bid"][0])
    if damage == "lots":
        books.orders["quantity"][slot] = 0
    elif damage == "queue":
        books.orders["previous"][slot] = slot
    elif damage == "tail":
        books.levels["tail"][level] = -1
    elif damage == "bit":
        books.words[level // 64] = 0
    elif damage == "summary":
        books.summary[0] ^= np.uint64(1)
    elif damage == "best":
        books.book["best_bid"][0] -= 1
    elif damage == "pool":
        books.book["free"][0] = -1
    else:
        books.orders["side"][slot] *= -1
    assert book_problems(broken)


@pytest.mark.parametrize("damage", ["list", "bit", "best", "closed", "side"])
def test_damaged_trigger_lists_are_found(broken, damage):
    account, triggers = broken.account, broken.triggers
    assert trigger_problems(broken) == []
    i = int(np.flatnonzero(account["trigger"] > 0)[0])
    if damage == "list":
        account["trigger"][i] += 1
    elif damage == "bit":
        triggers.words[1, :] = 0
    elif damage == "best":
        broken.books.book["long_top"][0] += 1
    elif damage == "closed":
        account["position"][i] = 0
    else:
        account["position"][i] *= -1
    assert trigger_problems(broken)


def test_a_filed_account_in_a_queue_of_called_ones_is_found(broken):
    i = int(np.flatnonzero(broken.account["trigger"] > 0)[0])
    broken.books.book["queue"][0] = i
    assert (
        "book 0: its queue of called accounts holds one that is filed, closed or of another book"
        in trigger_problems(broken)
    )
