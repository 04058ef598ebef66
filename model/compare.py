"""Cures side by side: the same seeds with and without each policy, benefit and price in one row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from model.bad_input import BadInput
from model.headless import run
from model.outcome import outcome
from model.scenario import POLICIES, Scenario
from model.stopwatch import Stopwatch
from model.timeline import Edit

NONE, ALL = "none", "all"
FURTHER_PRICES = ("margin_brought_usd", "premiums_usd", "rescue_result_usd", "insurance_result_usd")
"""What only some cures cost: margin that traders must bring, premiums, and what the funds that buy are left with."""


def parse_seeds(text: str) -> list[int]:
    """Seeds of a command line: 7, 1-20, 1..20, or several of these with commas."""
    seeds: list[int] = []
    for part in text.split(","):
        first, _, last = part.replace("..", "-").partition("-")
        try:
            low, high = int(first), int(last or first)
        except ValueError:
            raise BadInput("--seed", text, "whole numbers such as 7, 1-20 or 1..20") from None
        if not 0 <= low <= high < low + 100_000:
            raise BadInput("--seed", text, "a range that rises, of at most 100,000 seeds")
        seeds.extend(range(low, high + 1))
    return seeds


def policy_edits(names: Sequence[str]) -> list[Edit]:
    """Policies, by name, as edits before the first second."""
    edits = []
    for name in names:
        if name not in POLICIES:
            raise BadInput("--policy", name, f"one of {', '.join(POLICIES)}")
        edits += [Edit(0, key, value) for key, value in POLICIES[name].items()]
    return edits


def arms_of(policies: Sequence[str]) -> dict[str, list[Edit]]:
    """What is compared: nothing, each policy alone, and all together if there are several."""
    arms = {NONE: policy_edits([])} | {policy: policy_edits([policy]) for policy in policies}
    return arms | {ALL: policy_edits(policies)} if len(policies) > 1 else arms


def row_of(scenario: Scenario, policy: str, edits: Sequence[Edit], steps: int | None = None) -> dict[str, Any]:
    """One run in a few numbers: benefit first, price after."""
    watch = Stopwatch()
    return row_from(outcome(run(scenario, steps, edits), watch.seconds), policy)


def row_from(found: dict[str, Any], policy: str) -> dict[str, Any]:
    """An outcome in the few numbers by which policies are compared."""
    lows = list(found["low_change"].values())
    return {
        "policy": policy,
        "seed": found["seed"],
        "digest": found["digest"],
        "liquidated_usd": found["liquidated_usd"]["total"],
        "makers_usd": found["liquidated_usd"]["makers"],
        "low_btc": lows[0],
        "low_median_alt": float(np.median(lows[2:])) if len(lows) > 2 else lows[-1],
        "maker_withdrawal": found["maker_withdrawal"],
        **found["costs"],
    }


def compare(
    scenario: Scenario,
    policies: Sequence[str],
    seeds: Iterable[int],
    steps: int | None = None,
    told: Callable[[dict[str, Any]], None] = lambda row: None,
) -> list[dict[str, Any]]:
    """Rows of every seed and arm, in this order; `told` hears of each as it is finished."""
    rows = []
    arms = arms_of(policies)
    for seed in seeds:
        for policy, edits in arms.items():
            row = row_of(scenario._replace(seed=seed), policy, edits, steps)
            rows.append(row)
            told(row)
    return rows


def verdicts(rows: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """For each policy against nothing, over common seeds: medians, 10–90 % ranges, and in how many it was better."""
    base = {row["seed"]: row for row in rows if row["policy"] == NONE}
    found: dict[str, dict[str, Any]] = {}
    for policy in dict.fromkeys(row["policy"] for row in rows):
        pairs = [(row, base[row["seed"]]) for row in rows if row["policy"] == policy and row["seed"] in base]
        if policy == NONE or not pairs:
            continue
        saved = np.array([old["liquidated_usd"] - new["liquidated_usd"] for new, old in pairs])
        found[policy] = {
            "runs": len(pairs),
            "better": int((saved > 0).sum()),
            "worse": int((saved < 0).sum()),
            "less_liquidated_usd": spread_of(saved),
            "low_btc_points": spread_of(np.array([100 * (new["low_btc"] - old["low_btc"]) for new, old in pairs])),
            "low_median_alt_points": spread_of(
                np.array([100 * (new["low_median_alt"] - old["low_median_alt"]) for new, old in pairs])
            ),
            "halted_asset_minutes": spread_of(np.array([new["halted_asset_minutes"] for new, _ in pairs])),
            "trapped_usd": spread_of(np.array([new["trapped_usd"] for new, _ in pairs])),
            "owed_usd": spread_of(np.array([new["owed_usd"] for new, _ in pairs])),
            "more_bad_debt_usd": spread_of(np.array([new["bad_debt_usd"] - old["bad_debt_usd"] for new, old in pairs])),
            **{
                name: spread_of(np.array([new[name] - old[name] for new, old in pairs]))
                for name in FURTHER_PRICES
                if name in pairs[0][0]
            },
            "fund_usd": spread_of(np.array([new["fund_change_usd"] - old["fund_change_usd"] for new, old in pairs])),
        }
    return found


def spread_of(values: np.ndarray[Any, np.dtype[np.float64]], digits: int = 4) -> dict[str, float]:
    """Median and 10–90 % range."""
    low, middle, high = np.quantile(values, [0.1, 0.5, 0.9])
    return {"p10": round(float(low), digits), "p50": round(float(middle), digits), "p90": round(float(high), digits)}
