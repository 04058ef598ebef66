"""The post's claims, each measured on this market and judged by the same rule.

A claim names a point or a range. It is measured once for every seed; its verdict is computed from the seeds' median and
10–90 % range and never written by hand:

    reproduced       a claimed point lies inside the 10–90 % range; in a claimed range lies the median
    not reproduced   otherwise, with how far the median is from what is claimed
    input            the number is one that we put in, so it proves nothing
    not measured     the runs hold nothing to measure it by, with the reason
"""

from collections.abc import Callable, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

import numpy as np

from model.breaker import US_LEVELS
from model.compare import NONE, spread_of
from model.ensemble import Plan, Row
from model.facts import Numbers
from model.parameters import QT_TRANSLATE_NOOP as T
from model.scenario import POLICIES, Scenario

MARKET, BUTTON = "market", "button"
"""The two studies: the scenario that is asked about, and the nuclear button."""
Arms = Mapping[tuple[str, str], Numbers]
"""One seed's numbers by study and policy."""
Measure = Callable[[Arms], float | None]
REPRODUCED, NOT_REPRODUCED, INPUT, NOT_MEASURED = "reproduced", "not reproduced", "input", "not measured"
EL_SALVADOR_USD = 35e9
NOVEMBER_2022 = 0.168 / 11
"""Part of customers' balances withdrawn a day when FTX failed [reported]."""
FUND_USD, PROFIT_PART = 5e9, 0.20
NOTHING_THERE = "the runs hold nothing to measure it by"
NO_POLICY = "policy {policy} is not there"
BELOW, ABOVE = "the median is {part} below the claim", "the median is {part} above the claim"
TOGETHER = next((name for name in ("together", "all") if name in POLICIES), "together")
"""The policy that switches the post's cures on, all of them."""
NEEDED = ("breaker", "gradual", "insurance", "rescue", TOGETHER)
"""Policies that the claims compare; those that this version has are run."""


class Claim(NamedTuple):
    """A row of the claims table."""

    id: int
    text: str
    low: float
    high: float
    unit: str
    """How its numbers are written: part, usd, times, btc or none."""
    reported: str
    """What others report, in words."""
    measured_as: str
    """What is measured, in words."""
    measure: Measure | None
    """None for an input."""
    needs: str = NONE
    """The policy without which it cannot be measured."""
    provenance: str = "measured"
    readings: tuple[tuple[str, Measure], ...] = ()
    """Further numbers beside it, by name."""


def of(name: str, scale: float = 1.0, study: str = MARKET, policy: str = NONE) -> Measure:
    """A number of one arm."""

    def measure(arms: Arms) -> float | None:
        value = arms.get((study, policy), {}).get(name)
        return None if value is None else scale * value

    return measure


def less(name: str, policy: str, study: str = MARKET, part: bool = True) -> Measure:
    """By how much a policy lowers a number on the same seed: as a part of what it is without, or in its own unit."""

    def measure(arms: Arms) -> float | None:
        without, given = arms.get((study, NONE), {}).get(name), arms.get((study, policy), {}).get(name)
        if without is None or given is None or (part and without == 0):
            return None
        return (without - given) / without if part else without - given

    return measure


def nearest_rule(_arms: Arms) -> float | None:
    """The published threshold nearest to the claimed one."""
    return min(US_LEVELS, key=lambda threshold: abs(threshold - 0.15))


LESS = "liquidated_usd"
SOME = 1e-9
"""More than nothing."""
SALE_READINGS = tuple(
    (name, of(name))
    for name in (
        "sale_routed_before", "sale_largest_before", "sale_thinnest_before", "sale_last_fall_before", "sale_dear_usd_before",
        "sale_depth_routed_before_usd", "sale_depth_largest_before_usd", "sale_whole_largest_before_usd",
        "sale_routed", "sale_largest", "sale_last_fall", "sale_dear_usd",
        "sale_depth_routed_usd", "sale_depth_largest_usd", "sale_whole_largest_usd",
    )
)  # fmt: skip
C = Claim

CLAIMS: tuple[Claim, ...] = (
    C(1, T("Claims", "$40 B of positions are liquidated, one and a half times El Salvador's yearly product."), 40e9, 40e9, "usd",
      T("Claims", "$19.1 to 19.4 B in the press; one market maker speaks of $25 to 30 B or more. El Salvador's product is about $35 B."),
      T("Claims", "dollars liquidated in the whole run"), of(LESS), NONE, "measured",
      (("times_el_salvador", of(LESS, 1 / EL_SALVADOR_USD)),)),
    C(2, T("Claims", "Market makers bear 35 % of it ($14 B), leveraged traders 65 % ($26 B)."), 0.35, 0.35, "part", "–",
      T("Claims", "market makers' part of the dollars liquidated"), of("makers_share"), NONE, "measured",
      (("makers_usd", of("makers_usd")),)),
    C(3, T("Claims", "The largest market makers lose more than $500 M in a day."), 500e6, inf, "usd",
      T("Claims", "Losses of $16 to 35 M were reported."), T("Claims", "largest loss of one firm by the end of the run"), of("maker_loss_usd")),
    C(4, T("Claims", "Market makers withdraw more than half of their orders."), 0.5, 1.0, "part",
      T("Claims", "Supported, even understated: 87 to 90 % were gone."), T("Claims", "part of makers' normal order size missing at worst"),
      of("maker_withdrawal")),
    C(5, T("Claims", "Spreads widen by 300 to 500 %; BTC's from $10 to $50."), 4.0, 6.0, "times",
      T("Claims", "The direction is right."), T("Claims", "BTC's spread against normal, mean of the worst ten minutes"), of("btc_spread_ratio")),
    C(6, T("Claims", "The liquidity of the hundred largest altcoins falls by 80 %."), 0.8, 0.8, "part",
      T("Claims", "The right order of magnitude."),
      T("Claims", "bids within 2 % that are missing, worst ten minutes of each altcoin, mean over altcoins"),
      lambda arms: None if (left := of("alt_depth_left")(arms)) is None else 1.0 - left),
    C(7, T("Claims", "A DeFi token's depth shrinks from $5 M to $500,000."), 5e5, 5e5, "usd",
      T("Claims", "One token fell by 98 %."), T("Claims", "bids within 2 % on all exchanges, mean of the worst ten minutes"),
      of("defi_depth_usd"), NONE, "measured", (("before_usd", of("defi_depth_before_usd")),)),
    C(8, T("Claims", "Selling $50,000 of that token could cost 40 %."), 0.4, 1.0, "part",
      T("Claims", "Depends on what depth means; all readings are given."),
      T("Claims", "loss against the mid on the exchange where it is worst, looked at each minute"), of("sale_thinnest"), NONE, "measured",
      SALE_READINGS),
    C(9, T("Claims", "Net withdrawals from exchanges are the highest since 2022."), NOVEMBER_2022, inf, "part",
      T("Claims", "Unverified. In November 2022 16.8 % of the balances left within eleven days."),
      T("Claims", "part of customers' money withdrawn, as a daily rate"), of("withdrawn_a_day")),
    C(10, T("Claims", "A trader loses 100 BTC of collateral to a falling altcoin."), 100, 100, "btc",
      T("Claims", "The mechanism is real."), T("Claims", "BTC of the large account sold in the scenario nuclear-button"),
      of("large_btc_sold", 1.0, BUTTON)),
    C(11, T("Claims", "Liquidations spread from Binance to OKX to Bybit."), 1.0, 1.0, "part",
      T("Claims", "The order by size is disputed."),
      T("Claims", "pairs of exchanges whose first liquidations come in the chain's order, from the starting exchange on"), of("in_chain")),
    C(12, T("Claims", "A coin can lose 90 % in one minute."), 0.9, 1.0, "part",
      T("Claims", "Only on thin pairs; BTC's worst minute was −5.0 %."),
      T("Claims", "worst fall within a minute of the price at which any asset traded on one exchange, without a breaker"),
      of("worst_minute_traded", -1.0), NONE, "measured", (("index", of("worst_minute", -1.0)),)),
    C(13, T("Claims", "In stock markets a fall of 15 % triggers a circuit breaker."), 0.15, 0.15, "part",
      T("Claims", "US exchanges pause at 7, 13 and 20 %."), T("Claims", "nearest threshold in the published rule"), nearest_rule, NONE, "rule"),
    C(14, T("Claims", "A rescue fund of $5 B would be 20 % of the exchanges' profits of 2024."), FUND_USD, FUND_USD, "usd",
      T("Claims", "Implies profits of $25 B; unverified."), T("Claims", "size of the rescue fund, a parameter"), None, NONE, "claimed",
      (("implied_profits_usd", lambda _arms: FUND_USD / PROFIT_PART),)),
    C(15, T("Claims", "Projects that pay for liquidity insurance keep their books alive."), SOME, 1.0, "part", "–",
      T("Claims", "part of the liquidations avoided by it"), less(LESS, "insurance"), "insurance", "measured",
      (("defi_depth_usd", of("defi_depth_usd", 1.0, MARKET, "insurance")),)),
    C(16, T("Claims", "A ban on full margin keeps collateral from being sold for another position."), 1.0, 1.0, "part", "–",
      T("Claims", "part of the large account's BTC saved by the ban, scenario nuclear-button"), less("large_btc_sold", "ban", BUTTON), "ban"),
    C(17, T("Claims", "Liquidating in batches, one every 5 % of further fall, limits the cascade."), SOME, 1.0, "part",
      T("Claims", "Exchanges have variants of it."), T("Claims", "part of the liquidations avoided by it"), less(LESS, "gradual"), "gradual",
      "measured", (("owed_usd", of("owed_usd", 1.0, MARKET, "gradual")),)),
    C(18, T("Claims", "A fall of 30 % within fifteen minutes would set off the pause of five minutes."), SOME, 1.0, "part",
      T("Claims", "Not on BTC; on ten of eleven altcoins, but after the worst minute."),
      T("Claims", "part of altcoins on which the rule would have fired"), of("alts_falling_fast"), NONE, "measured",
      (("btc_quarter_hour", of("btc_quarter_hour")), ("liquidations_avoided", less(LESS, "breaker")))),
    C(19, T("Claims", "A fund that steps in beyond $10 B of liquidations comes in time."), 0.5, 1.0, "part",
      T("Claims", "Live figures showed $7 B when most had happened."),
      T("Claims", "part of the liquidations still ahead when $10 B are reached; in time means half or more"), of("ahead_of_trigger")),
    C(20, T("Claims", "Exchanges' revenue falls by 40 to 60 % over three months."), -0.60, -0.40, "part",
      T("Claims", "Unverified."), T("Claims", "revenue of the ninety days after the run against normal"), of("revenue_change"), NONE,
      "measured on assumed rules"),
    C(21, T("Claims", "Small coins lose another $20 to 30 B."), 20e9, 30e9, "usd",
      T("Claims", "Unverified."), T("Claims", "market value lost in the ninety days after the run"), of("small_caps_change_usd", -1.0), NONE,
      "measured on assumed rules"),
    C(22, T("Claims", "$5 B of rescue prevent $50 B of damage."), 50e9, 50e9, "usd",
      T("Claims", "Unverified."), T("Claims", "market value that is not lost at the worst moment, with against without the fund"),
      less("market_value_lost_usd", "rescue", MARKET, False), "rescue", "measured",
      (("liquidations_avoided_usd", less(LESS, "rescue", MARKET, False)),)),
    C(23, T("Claims", "All the cures together prevent it."), 0.9, 1.0, "part", "–",
      T("Claims", "part of the liquidations avoided; prevented means nine tenths or more"), less(LESS, TOGETHER), TOGETHER),
)  # fmt: skip


def plans(scenario: Scenario, button: Scenario, seeds: tuple[int, ...], steps: int | None = None) -> dict[str, Plan]:
    """What has to be run to measure every claim."""
    there = tuple(policy for policy in NEEDED if policy in POLICIES)
    return {
        MARKET: Plan(scenario, there, seeds, steps, together=False),
        BUTTON: Plan(button, tuple(policy for policy in ("ban",) if policy in POLICIES), seeds, steps, together=False),
    }


def arms_by_seed(rows: Mapping[str, Sequence[Row]]) -> list[Arms]:
    """Numbers of each seed by study and policy."""
    found: dict[int, dict[tuple[str, str], Numbers]] = {}
    for study, runs in rows.items():
        for row in runs:
            found.setdefault(row.seed, {})[study, row.policy] = row.numbers
    return [found[seed] for seed in sorted(found)]


def _spread(seeds: Sequence[Arms], measure: Measure) -> dict[str, float] | None:
    values = [value for arms in seeds if (value := measure(arms)) is not None]
    return spread_of(np.array(values), 6) if values else None


def off_by(middle: float, low: float, high: float) -> str:
    """How far a median is from what is claimed, in words: in parts of the claim, or in its own unit if that is zero."""
    bound = low if middle < low else high
    gap = abs(middle - bound)
    part = f"{gap / abs(bound):{'.0%' if gap > 0.01 * abs(bound) else '.1%'}}" if abs(bound) > 1e-6 else f"{gap:.3g}"
    return (BELOW if middle < bound else ABOVE).format(part=part)


def verdict_of(claim: Claim, measured: Mapping[str, float] | None) -> tuple[str, str]:
    """Verdict of a claim, and why, from what was measured."""
    if claim.measure is None:
        return INPUT, ""
    if claim.needs != NONE and claim.needs not in POLICIES:
        return NOT_MEASURED, NO_POLICY.format(policy=claim.needs)
    if measured is None:
        return NOT_MEASURED, NOTHING_THERE
    low, middle, high = measured["p10"], measured["p50"], measured["p90"]
    holds = low <= claim.low <= high if claim.low == claim.high else claim.low <= middle <= claim.high
    if holds:
        return REPRODUCED, ""
    return NOT_REPRODUCED, off_by(middle, claim.low, claim.high)


def judge(rows: Mapping[str, Sequence[Row]], claims: Sequence[Claim] = CLAIMS) -> list[dict[str, Any]]:
    """Every claim with what was measured over the seeds and its verdict."""
    seeds = arms_by_seed(rows)
    judged = []
    for claim in claims:
        measured = _spread(seeds, claim.measure) if claim.measure else None
        verdict, why = verdict_of(claim, measured)
        judged.append(
            {
                "id": claim.id,
                "text": claim.text,
                "claimed": {"low": claim.low, "high": None if claim.high == inf else claim.high},
                "unit": claim.unit,
                "reported": claim.reported,
                "measured_as": claim.measured_as,
                "measured": measured,
                "verdict": verdict,
                "why": why,
                "provenance": claim.provenance if claim.measure else "claimed",
                "readings": {name: _spread(seeds, measure) for name, measure in claim.readings},
            }
        )
    return judged
