"""The post's claims: all there, each measured by its function, and every verdict computed from what was measured."""

import json

import pytest

from model import claims, commands
from model.claims import BUTTON, CLAIMS, MARKET, arms_by_seed, judge, off_by, plans, verdict_of
from model.compare import NONE
from model.ensemble import Row, do
from model.facts import in_chain
from model.printed import claim_lines
from model.scenario import POLICIES, find_scenario

BY_ID = {claim.id: claim for claim in CLAIMS}
QUIET = {
    "liquidated_usd": 40e9, "makers_share": 0.35, "makers_usd": 14e9, "maker_loss_usd": 9e8, "maker_withdrawal": 0.8,
    "btc_spread_ratio": 5.0, "alt_depth_left": 0.2, "defi_depth_usd": 5e5, "worst_minute_traded": -0.91, "large_btc_sold": 100.0,
    "market_value_lost_usd": 90e9, "sale_thinnest": 0.5,
}  # fmt: skip


def rows_of(study, policy, numbers, seeds=10):
    """Rows that scatter by a hundredth around given numbers."""
    return [
        Row(seed, policy, "", {name: value * (0.99 + 0.02 * seed / seeds) for name, value in numbers.items()})
        for seed in range(seeds + 1)
    ]


def told(rows, number):
    return next(row for row in judge(rows) if row["id"] == number)


def test_there_are_the_posts_twenty_three_claims_in_order():
    assert [claim.id for claim in CLAIMS] == list(range(1, 24))
    assert all(claim.text.endswith(".") for claim in CLAIMS)
    assert all(claim.low <= claim.high for claim in CLAIMS)


def test_a_market_that_does_what_is_claimed_reproduces_it():
    rows = {MARKET: rows_of(MARKET, NONE, QUIET), BUTTON: rows_of(BUTTON, NONE, QUIET)}
    for number in (1, 2, 3, 4, 5, 6, 7, 8, 10, 12):
        assert told(rows, number)["verdict"] == "reproduced", number


@pytest.mark.parametrize(
    ("number", "name", "wrong"),
    [
        (1, "liquidated_usd", 30e9),
        (2, "makers_share", 0.2),
        (3, "maker_loss_usd", 1e8),
        (5, "btc_spread_ratio", 9.0),
        (12, "worst_minute_traded", -0.5),
    ],
)
def test_a_planted_wrong_value_changes_the_verdict(number, name, wrong):
    rows = {MARKET: rows_of(MARKET, NONE, QUIET | {name: wrong})}
    row = told(rows, number)
    assert row["verdict"] == "not reproduced"
    assert "claim" in row["why"]


def test_how_far_off_is_said_in_parts_of_the_claim():
    assert off_by(30e9, 40e9, 40e9) == "the median is 25% below the claim"
    assert off_by(0.896, 0.9, 1.0) == "the median is 0.4% below the claim"
    assert off_by(9.0, 4.0, 6.0) == "the median is 50% above the claim"


def test_a_claimed_point_must_lie_in_the_range_and_a_range_must_hold_the_median():
    point, span = BY_ID[1], BY_ID[5]
    assert verdict_of(point, {"p10": 35e9, "p50": 36e9, "p90": 41e9})[0] == "reproduced"
    assert verdict_of(point, {"p10": 35e9, "p50": 36e9, "p90": 39e9})[0] == "not reproduced"
    assert verdict_of(span, {"p10": 1.0, "p50": 5.0, "p90": 9.0})[0] == "reproduced"
    assert verdict_of(span, {"p10": 1.0, "p50": 7.0, "p90": 9.0})[0] == "not reproduced"


def test_cures_are_judged_on_common_seeds():
    rows = {MARKET: rows_of(MARKET, NONE, QUIET) + rows_of(MARKET, "gradual", QUIET | {"liquidated_usd": 10e9})}
    row = told(rows, 17)
    assert row["verdict"] == "reproduced"
    assert row["measured"]["p50"] == pytest.approx(0.75)
    worse = {MARKET: rows_of(MARKET, NONE, QUIET) + rows_of(MARKET, "gradual", QUIET | {"liquidated_usd": 50e9})}
    assert told(worse, 17)["verdict"] == "not reproduced"


def test_a_policy_that_is_not_there_is_named(monkeypatch):
    kept = dict(POLICIES)
    monkeypatch.setattr(claims, "POLICIES", {name: kept[name] for name in kept if name != "gradual"})
    row = told({MARKET: rows_of(MARKET, NONE, QUIET)}, 17)
    assert (row["verdict"], row["measured"]) == ("not measured", None)
    assert "gradual" in row["why"]
    assert "gradual" not in plans(find_scenario("classroom"), find_scenario("nuclear-button"), (1,))[MARKET].policies


def test_an_input_proves_nothing():
    assert told({}, 14)["verdict"] == "input"
    assert told({}, 14)["measured"] is None


def test_what_no_run_holds_is_not_measured():
    row = told({MARKET: [Row(1, NONE, "", {})]}, 20)
    assert (row["verdict"], row["measured"]) == ("not measured", None)


def test_the_chain_is_counted_in_pairs_from_the_starting_exchange():
    assert in_chain([10, 20, 30], 0) == 1
    assert in_chain([10, 30, 20], 0) == pytest.approx(2 / 3)
    assert in_chain([20, 10, 30], 1) == 1
    assert in_chain([10, 10, None], 0) == pytest.approx(2 / 3)
    assert in_chain([None, None, None], 0) is None
    assert in_chain([5], 0) is None


@pytest.fixture(scope="module")
def run_rows(small):
    """One seed of a small crash without and with gradual liquidation, and the nuclear button cut down."""
    button = find_scenario("nuclear-button").with_values({"accounts.count": 500, "shock.length": 240})
    asked = plans(small(), button, (7,), 600)
    picked = {
        study: [work for work in plan.works() if work.policy in (NONE, "gradual", "ban")]
        for study, plan in asked.items()
    }
    return {study: [do(work) for work in works] for study, works in picked.items()}


def test_every_measure_finds_its_number_in_a_real_run(run_rows):
    seeds = arms_by_seed(run_rows)
    without = set(POLICIES) - {NONE, "gradual", "ban"}
    for claim in CLAIMS:
        if claim.measure and claim.needs not in without and claim.needs in {NONE, *POLICIES}:
            value = claim.measure(seeds[0])
            assert value is not None, claim.id
            assert value == pytest.approx(value), claim.id  # a number, not NaN


def test_a_full_ban_saves_the_collateral_that_full_margin_loses(run_rows):
    row = told(run_rows, 16)
    assert told(run_rows, 10)["measured"]["p50"] > 50
    assert row["measured"]["p50"] == pytest.approx(1.0)


def test_every_reading_of_the_sale_is_given(run_rows):
    readings = told(run_rows, 8)["readings"]
    assert readings["sale_thinnest_before"]["p50"] < told(run_rows, 8)["measured"]["p50"]
    assert readings["sale_routed"]["p50"] <= readings["sale_largest"]["p50"] <= 1
    assert readings["sale_depth_routed_usd"]["p50"] < readings["sale_depth_routed_before_usd"]["p50"]


def test_the_table_has_every_claim_and_counts_the_verdicts(run_rows):
    lines = claim_lines(judge(run_rows))
    assert sum(line.startswith(f"{number:>2}  ") for number in BY_ID for line in lines) == len(CLAIMS)
    assert sum(int(part.split()[0]) for part in lines[-1].split(", ")) == len(CLAIMS)


def test_the_command_writes_every_row_in_the_agreed_form(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("model.claims.NEEDED", ())
    out = tmp_path / "claims.json"
    small = ["--set", "accounts.count=300", "--set", "market.assets=3"]
    assert (
        commands.main(
            ["claims", "classroom", "--seeds", "1", "--steps", "120", "--workers", "1", *small, "--json", str(out)]
        )
        == 0
    )
    found = json.loads(out.read_text(encoding="utf-8"))
    assert [row["id"] for row in found["claims"]] == list(range(1, 24))
    for row in found["claims"]:
        assert {"id", "text", "claimed", "reported", "measured", "verdict", "provenance"} <= set(row)
    assert "reproduced" in capsys.readouterr().out
