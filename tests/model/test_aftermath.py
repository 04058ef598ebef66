"""Ninety days after: revenue and small coins follow trust and depth, by hand-checked sums."""

import numpy as np
import pytest

from model.aftermath import AFTERMATH, DEFAULTS, EndState, after, aftermath, end_state, small_caps
from model.genesis import genesis
from model.market import digest
from model.scenario import find_scenario
from model.session import Session


def state(trust=1.0, depth=1.0, value=1.0):
    """One exchange, BTC, ETH and four altcoins; $100 M of volume a day in each book."""
    return EndState(
        np.array([trust]),
        np.full((1, 6), depth),
        np.full((1, 6), 100e6),
        np.array([9e9, 8e9, 3e9, 1e9, 2e9, 4e9]),
        np.full(6, value),
    )


def test_a_market_left_whole_earns_as_before():
    found = aftermath(state())
    assert found.revenue_change == pytest.approx(0)
    assert found.small_caps_change_usd == pytest.approx(0)
    assert found.normal_revenue_usd.sum() == pytest.approx(600e6 * 7e-4)
    assert len(found.trust) == 91


def test_trust_returns_by_half_in_its_half_life():
    found = aftermath(state(trust=0.2), {"trust_half_life": 30.0})
    assert found.trust[30, 0] == pytest.approx(0.6)
    assert found.trust[60, 0] == pytest.approx(0.8)


def test_revenue_is_fees_times_volume_by_trust_and_the_root_of_depth():
    found = aftermath(state(trust=0.5, depth=0.25))
    assert found.revenue_usd[0, 0] == pytest.approx(600e6 * 7e-4 * 0.5 * 0.5)
    assert found.revenue_change < -0.1
    assert (np.diff(found.revenue_usd[:, 0]) > 0).all()


def test_depth_comes_back_no_further_than_trust():
    found = aftermath(state(trust=0.3, depth=0.0), {"trust_half_life": 3650.0, "depth_half_life": 1.0, "days": 20})
    assert found.depth[-1] == pytest.approx(np.full(6, found.trust[-1, 0]), abs=0.01)
    assert (found.depth <= found.trust).all()


def test_small_caps_are_the_smaller_half_of_the_altcoins():
    assert small_caps(state(), 0.5).tolist() == [3, 4]
    assert small_caps(state(), 0.1).tolist() == [3]


def test_a_day_closes_a_part_of_the_gap_to_the_discounted_value():
    found = aftermath(state(trust=0.0, depth=0.0), {"trust_half_life": 3650.0, "depth_half_life": 3650.0, "days": 1})
    gone = 0.05 * (0.10 + 0.15)
    assert found.small_caps_change_usd == pytest.approx(-3e9 * gone, rel=1e-3)


def test_coins_below_their_value_recover():
    assert aftermath(state(value=1.2)).small_caps_change_usd > 0


def test_a_fresh_market_is_whole():
    market = genesis(find_scenario("one-book"))
    before = digest(market)
    found = end_state(market, 70.0)
    assert found.trust == pytest.approx([1.0])
    assert found.depth[0, 0] == pytest.approx(1.0, abs=0.1)
    assert found.volume_usd[0, 0] == pytest.approx(70 * 400e6, rel=1e-3)
    assert after(market).revenue_change > -0.1
    assert digest(market) == before


def test_a_session_tells_the_aftermath_of_the_second_it_stands_at(small):
    session = Session(small(accounts__count=500))
    whole = session.aftermath()
    session.forward(300)
    market = session.timeline.here.market
    market.exchange["confidence"][:] = 0.4
    assert session.aftermath().revenue_change < whole.revenue_change - 0.1


@pytest.mark.parametrize("parameter", AFTERMATH, ids=lambda parameter: parameter.key)
def test_every_number_of_the_aftermath_is_declared_within_its_limits(parameter):
    assert parameter.low <= parameter.default <= parameter.high
    assert parameter.help.endswith(".")
    assert DEFAULTS[parameter.key.split(".")[1]] == parameter.default
