"""Circuit breakers of other markets, through the engine: when they pause what, and what traders who see them coming do."""

import numpy as np
import pytest

from model.breaker import BAND_PAUSE, CME_PAUSE, LEVEL_PAUSE, LIMIT_SECONDS
from model.engine import advance
from model.events import Event
from model.units import STEPS_PER_DAY

SECONDS = 300


@pytest.fixture(scope="module")
def run(small, market_of):
    def followed(seconds=SECONDS, **values):
        market, record = market_of(small(breaker__on=True, **values))
        advance(market, record, seconds)
        log = record.log[: record.written[0]]
        return market, log[log["kind"] == Event.HALT], record

    return followed


@pytest.mark.parametrize(("rule", "level"), [("us", 0.07), ("china", 0.05)])
def test_a_market_wide_rule_pauses_everything_when_btc_is_down(run, rule, level):
    market, halts, record = run(breaker__rule=rule)
    step = int(halts["step"][0])
    same = halts[halts["step"] == step]
    assert len(same) == market.books.book.size
    assert (same["quantity"] == LEVEL_PAUSE).all()
    btc = record.assets[:, 0] / market.asset["index_start"][0]
    assert btc[step] <= 1 - level < btc[step - 1]


def test_the_last_level_ends_the_day(run):
    market, halts, _ = run(2000, breaker__rule="china", run__steps=2000, shock__size=-0.3)
    last = halts[halts["step"] == halts["step"].max()]
    assert (last["quantity"] == STEPS_PER_DAY).all()
    assert market.run["breaker_level"][0] == 2
    assert (market.books.book["halted_until"] > STEPS_PER_DAY).all()


def test_a_deep_enough_first_fall_skips_levels(small, market_of):
    market, record = market_of(small(breaker__on=True, breaker__rule="us", shock__size=0.0))
    advance(market, record, 5)
    market.asset["index_start"][0] *= 2
    advance(market, record, 1)
    assert market.run["breaker_level"][0] == 3
    assert (market.books.book["halted_until"] == 6 + STEPS_PER_DAY).all()


def test_a_band_pauses_an_asset_only_after_its_limit_state_has_lasted(run):
    market, halts, record = run(breaker__rule="luld")
    assert (halts["quantity"] == BAND_PAUSE).all()
    a, step = int(halts["asset"][0]), int(halts["step"][0])
    path = record.assets[: step + 1, a].astype(float)
    mean = market.asset["price"][a] * np.ones(step + 1)
    for t in range(1, step + 1):
        mean[t] = mean[t - 1] + (path[t] - mean[t - 1]) / 300
    outside = path < mean * (1 - 0.05)
    assert outside[step - LIMIT_SECONDS + 1 : step + 1].all()
    assert not outside[step - LIMIT_SECONDS]


def test_the_rule_of_cme_pauses_early_and_shortly(run):
    _, halts, record = run(breaker__rule="cme")
    assert (halts["quantity"] == CME_PAUSE).all()
    a, step = int(halts["asset"][0]), int(halts["step"][0])
    path = record.assets[1 : step + 1, a]
    assert path[-1] <= 0.965 * path.max() * 1.0001
    assert halts["step"][0] < run(breaker__rule="us")[1]["step"][0]


def test_traders_with_anticipation_bring_the_halt_nearer(run):
    _, calm, _ = run(900, breaker__rule="china", shock__size=-0.055, shock__selling=0.0)
    _, hurried, _ = run(900, breaker__rule="china", shock__size=-0.055, shock__selling=0.0, breaker__anticipation=20.0)
    assert hurried.size > 0
    assert calm.size == 0 or hurried["step"][0] < calm["step"][0]


def test_only_the_first_exchange_pauses_where_the_scope_says_so(run):
    _, halts, _ = run(breaker__rule="us", breaker__scope="first only")
    assert set(halts["exchange"].tolist()) == {0}


def test_anticipation_leaves_no_trace_where_the_breaker_is_off(small, market_of):
    worlds = []
    for value in (0.0, 50.0):
        market, record = market_of(small(breaker__anticipation=value))
        advance(market, record, 200)
        worlds.append(record.books["double_mid"].copy())
    assert (worlds[0] == worlds[1]).all()
