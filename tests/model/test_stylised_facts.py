"""Every stylised fact is measured right on series whose fact is known."""

import numpy as np
import pytest

from model.ensemble import Plan, do
from model.scenario import find_scenario
from model.stylised_facts import (
    FACTS,
    Samples,
    autocorrelation,
    excess_kurtosis,
    facts_of,
    facts_report,
    impact_exponent,
    summed,
    tail_index,
)

CHANCE = np.random.default_rng(3)


def test_the_tail_index_of_a_pareto_law_is_its_exponent():
    assert tail_index(CHANCE.pareto(3.0, 200_000) + 1.0) == pytest.approx(3.0, rel=0.05)


def test_a_small_tail_is_worked_out_by_hand():
    values = np.concatenate([np.full(38, 1.0), [np.e, -np.e]])
    assert tail_index(values, 0.05) == pytest.approx(1.0)


def test_a_constant_has_no_tail():
    assert np.isnan(tail_index(np.zeros(100)))


def test_a_coin_has_an_excess_kurtosis_of_minus_two_and_a_normal_law_none():
    assert excess_kurtosis(np.array([1.0, -1.0] * 50)) == pytest.approx(-2.0)
    assert excess_kurtosis(CHANCE.normal(size=200_000)) == pytest.approx(0.0, abs=0.05)


def test_an_alternating_series_has_an_autocorrelation_of_about_minus_one():
    assert autocorrelation([np.array([[1.0], [-1.0]] * 100)]) == pytest.approx(-1.0, abs=0.02)


def test_an_autoregressive_series_has_its_coefficient():
    values = [0.0]
    for noise in CHANCE.normal(size=20_000):
        values.append(0.3 * values[-1] + noise)
    assert autocorrelation([np.array(values)[:, None]]) == pytest.approx(0.3, abs=0.03)


def test_assets_that_differ_in_level_do_not_look_like_memory():
    table = CHANCE.normal(size=(500, 2)) + np.array([0.0, 50.0])
    assert abs(autocorrelation([table])) < 0.1


@pytest.mark.parametrize("exponent", [0.5, 1.0])
def test_the_exponent_of_a_made_impact_is_found(exponent):
    flow = CHANCE.normal(size=50_000)
    moves = np.sign(flow) * np.abs(flow) ** exponent + 0.2 * CHANCE.normal(size=flow.size)
    assert impact_exponent(flow, moves) == pytest.approx(exponent, abs=0.1)


def test_too_little_flow_tells_nothing():
    assert np.isnan(impact_exponent(np.ones(20), np.ones(20)))


def test_returns_are_summed_over_whole_spans_only():
    assert summed(np.arange(14.0).reshape(7, 2), 3).tolist() == [[6.0, 9.0], [24.0, 27.0]]


def test_runs_too_short_for_five_minutes_tell_nothing_but_the_hump():
    none = np.zeros((0, 1), np.float32)
    found = facts_of([Samples(none, none, none, np.ones(6))])
    assert [name for name, value in found.items() if not np.isnan(value)] == ["hump"]


def test_the_deepest_band_is_the_hump():
    bands = np.array([1.0, 1.4, 0.9, 0.5, 0.2, 0.1])
    run = Samples(np.zeros((9, 1), np.float32), np.zeros((9, 1), np.float32), np.zeros((9, 1), np.float32), bands)
    assert facts_of([run])["hump"] == pytest.approx(0.015)


def test_fat_tailed_returns_hold_the_facts_that_normal_ones_do_not():
    def run(draw):
        returns = draw.reshape(-1, 4).astype(np.float32)
        return Samples(returns, np.zeros_like(returns), np.zeros_like(returns), np.ones(6))

    fat = facts_of([run(CHANCE.standard_t(3.5, 40_000))])
    thin = facts_of([run(CHANCE.normal(size=40_000))])
    assert 2 <= fat["tail_index"] <= 4.5 < thin["tail_index"]
    assert fat["excess_kurtosis"] > 3 > thin["excess_kurtosis"]
    assert fat["kurtosis_falls"] < 1


def test_a_run_leaves_samples_of_every_five_minutes():
    plan = Plan(find_scenario("one-book"), (), (1,), 1000, sampled=True)
    row = do(plan.works()[0])
    assert row.samples.returns.shape == (3, 1)
    assert row.samples.flow.shape == row.samples.moves.shape == (3, 1)
    assert np.abs(row.samples.flow).max() > 0
    assert row.samples.bands[0] > 0
    report = facts_report({"pooled": [row.samples], "nothing": []})
    assert [line["fact"] for line in report] == [fact.name for fact in FACTS]
    assert "nothing" not in report[0]
