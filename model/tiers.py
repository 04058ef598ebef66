"""Tiers: the larger a position, the larger the share of its value that must be left to keep it open.

A table is a float64 array of shape (tiers, 3): upper notional in dollars (inclusive), maintenance rate, cumulative
maintenance amount `cum`. What lies above the last row belongs to it. `cum` makes the two readings one: the whole
notional at the rate of its tier less `cum` is the same as each slice of the notional at its own tier's rate, so nothing
jumps at a border.

The example tables are those Binance published for BTCUSDT, SOLUSDT and a small contract in October 2024.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.kernels import kernel

MILLION = 1e6
BTC_TIERS = (
    (5e4, 0.004),
    (6e5, 0.005),
    (3 * MILLION, 0.0065),
    (12 * MILLION, 0.01),
    (70 * MILLION, 0.02),
    (100 * MILLION, 0.025),
    (230 * MILLION, 0.05),
    (480 * MILLION, 0.1),
    (600 * MILLION, 0.125),
    (800 * MILLION, 0.15),
    (1_200 * MILLION, 0.25),
    (1_800 * MILLION, 0.5),
)
SOL_TIERS = (
    (2e4, 0.005),
    (1e5, 0.0065),
    (8e5, 0.01),
    (4 * MILLION, 0.02),
    (8 * MILLION, 0.025),
    (40 * MILLION, 0.05),
    (80 * MILLION, 0.1),
    (100 * MILLION, 0.125),
    (200 * MILLION, 0.25),
    (400 * MILLION, 0.5),
)
SMALL_TIERS = (
    (1e4, 0.006),
    (5e4, 0.01),
    (8e4, 0.015),
    (2e5, 0.02),
    (6e5, 0.025),
    (2 * MILLION, 0.05),
    (4 * MILLION, 0.1),
    (5 * MILLION, 0.125),
    (12 * MILLION, 0.25),
    (20 * MILLION, 0.5),
)
TIERS_OF_KIND = {"BTC": BTC_TIERS, "ETH": BTC_TIERS, "SOL": SOL_TIERS}


def tier_table(rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """A table from rows of upper notional and rate, lowest tier first.

    cum of a tier = its lower border × (its rate − the rate below) + cum of the tier below (Binance's published
    recurrence). Uppers must rise and rates must not fall, within 0 ≤ rate < 1; ValueError says which row does not.
    """
    table = np.zeros((len(rows), 3))
    floor, rate_below, cum = 0.0, 0.0, 0.0
    for n, (upper, rate) in enumerate(rows):
        if not upper > floor:
            message = "the upper notional of tier {tier} must be above {floor}"
            raise ValueError(message.format(tier=n + 1, floor=floor))
        if not rate_below <= rate < 1.0:
            message = "the rate of tier {tier} must be at least {rate} and below 1"
            raise ValueError(message.format(tier=n + 1, rate=rate_below))
        if n:
            cum += floor * (rate - rate_below)
        table[n] = upper, rate, cum
        floor, rate_below = upper, rate
    if not len(rows):
        message = "a table must have a tier"
        raise ValueError(message)
    return table


def one_tier(rate: float, cum: float = 0.0) -> NDArray[np.float64]:
    """A table of one row, for a calculation that names its rate and its cumulative amount."""
    return np.array([[np.inf, rate, cum]])


def default_tiers(kind: str) -> NDArray[np.float64]:
    """The example table of an asset: "BTC" (ETH uses it too), "SOL", and for every other name the small contract's."""
    return tier_table(TIERS_OF_KIND.get(kind.upper().removesuffix("USDT"), SMALL_TIERS))


@kernel()
def tier_of(tiers, notional):
    """Row of the tier that a notional in dollars falls in, counted from 0; an upper border is inclusive."""
    n = 0
    while n < tiers.shape[0] - 1 and notional > tiers[n, 0]:
        n += 1
    return n


@kernel()
def maintenance_margin(tiers, notional):
    """Dollars that must be left of a position worth `notional` dollars: its rate on all of it, less `cum`."""
    n = tier_of(tiers, notional)
    return notional * tiers[n, 1] - tiers[n, 2]
