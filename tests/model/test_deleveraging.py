"""Auto-deleveraging and socialised loss: published ranks, exact transfers, no one below nothing."""

import numpy as np
import pytest

from model.backstop import fund_equity
from model.deleveraging import adl_score, sift
from model.events import Event
from model.headless import run
from model.invariants import money
from model.market import FUND_PARTY
from model.scenario import find_scenario
from model.timeline import Timeline

SMALL = {"accounts.count": 6000, "run.steps": 900, "fund.size_usd": 2e7}


def ranks(scores):
    """Places in the order in which a heap gives them out."""
    order = np.arange(scores.size)
    for n in range(scores.size // 2 - 1, -1, -1):
        sift(scores, order, n, scores.size)
    found = []
    for size in range(scores.size - 1, -1, -1):
        found.append(int(order[0]))
        order[0] = order[size]
        sift(scores, order, 0, size)
    return found


def test_ranks_follow_the_published_table_of_six_accounts():
    # BitMEX's example: (quantity, score) of accounts 1 to 6; a short of 20 closes 10 of account 2, then 10 of account 5.
    quantity = [10, 10, 20, 30, 20, 10]
    order = ranks(np.array([3.0, 6.0, 1.0, 4.0, 5.0, 2.0]))
    left, closed = 20, {}
    for place in order:
        part = min(left, quantity[place], 10 if place == order[0] else left)
        if part:
            closed[place + 1] = part
        left -= part
    assert closed == {2: 10, 5: 10}


@pytest.mark.parametrize("count", [1, 2, 3, 17, 200])
def test_a_heap_gives_scores_from_the_highest_down(count):
    scores = np.array([(7919 * n * n + 104729 * n) % 1009 for n in range(count)], np.float64)
    given = scores[ranks(scores)]
    assert (np.diff(given) <= 0).all()


def test_a_larger_profit_or_leverage_ranks_sooner_and_losers_rank_behind_all_winners():
    def score(entry, equity):
        return adl_score(0, -1, entry, 100, 1000.0, equity)

    assert score(150, 500.0) > score(120, 500.0) > score(90, 500.0)
    assert score(150, 200.0) > score(150, 500.0)
    assert 0 > score(90, 500.0) > score(90, 1000.0)


def test_hyperliquid_ranks_by_price_ratio_times_leverage():
    assert adl_score(1, 1, 80, 100, 1000.0, 500.0) == pytest.approx(100 / 80 * 2)
    assert adl_score(1, -1, 125, 100, 1000.0, 250.0) == pytest.approx(125 / 100 * 4)


def test_a_low_fund_deleverages_winners_and_every_close_is_against_the_other_side():
    done = run(find_scenario("classroom").with_values(SMALL))
    closed = done.log[done.log["kind"] == Event.DELEVERAGED]
    taken = done.log[done.log["kind"] == Event.TAKEOVER]
    assert closed.size > 0
    assert set(closed["side"]) <= {-s for s in set(taken["side"])}
    assert done.market.exchange["deleveraged"].sum() >= closed["usd"].sum()
    first_taken = {(int(row["exchange"]), int(row["asset"])): int(row["step"]) for row in taken[::-1]}
    for row in closed:
        assert int(row["step"]) >= first_taken[int(row["exchange"]), int(row["asset"])]


def test_without_deleveraging_the_fund_keeps_what_it_took_and_someone_pays():
    on = run(find_scenario("classroom").with_values(SMALL))
    off = run(find_scenario("classroom").with_values({**SMALL, "adl.on": False}))
    assert not (off.log["kind"] == Event.DELEVERAGED).any()
    assert off.market.exchange["deleveraged"].sum() == 0
    assert off.market.exchange["bad_debt"].sum() >= on.market.exchange["bad_debt"].sum()


def test_socialised_loss_takes_no_more_than_gains_and_leaves_the_money_in_the_market():
    line = Timeline(find_scenario("classroom").with_values(SMALL))
    line.here.go(500)
    market = line.here.market
    fund = market.maker.size + FUND_PARTY
    market.position[:, fund] = 0
    from model.deleveraging import gain_of, socialise

    gains = sum(gain_of(market, i) for i in range(int(market.first_account[20])))
    market.cash[fund, 0] = -min(gains // 2, 10**15)
    before = money(market)
    socialise(market, line.here.branch.record, 0)
    assert money(market) == before
    assert market.exchange["socialised"][0] > 0
    assert market.cash[fund, 0] == pytest.approx(0, abs=market.account.size)
    assert fund_equity(market, 0) <= 0
