"""What a column shows: a venue between two moments, its numbers and its bars."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.frame import Beside, Ladder, Mine, Venue
from model.raster import gathered

REACH = 1.42
"""An order stands for the stretch from its distance from the mid divided by this to its distance times this: market
makers quote a few rungs, each about twice as far as the one before, for the smooth book that the outline shows."""


class Bars(NamedTuple):
    """Dollars in each bar of one side, all and market makers' part."""

    usd: NDArray[np.float64]
    maker_usd: NDArray[np.float64]


class Shown(NamedTuple):
    """One exchange's column, ready to draw. Prices and amounts in dollars; NaN where there is none."""

    name: str
    mid: float
    last: float
    mark: float
    best_bid: float
    best_ask: float
    change: float
    spread: float
    spread_ratio: float
    depth_ratio: float
    halted_for: int
    fund_ratio: float
    confidence: float
    liquidated_usd: float
    eaten_usd: float
    """Executed by liquidations in this second."""
    waiting_usd: float
    bids: Bars
    asks: Bars
    asset: str
    """Symbol of what is traded."""
    eaten: NDArray[np.float64]
    """Dollars of liquidations executed in this second, in each bar."""
    mine: tuple[Mine, ...] = ()
    ghost: tuple[float, Bars, Bars] | None = None
    """Of the compared road's book: mid, bids and asks."""


UNSEEN = float("nan")
"""This very number stands for a value that is kept out of sight."""
HIDEABLE = ("liquidated", "mark", "depth_ratio", "fund", "confidence")
"""What can be kept out of sight."""
BLENDED = (
    "mid", "last", "mark", "best_bid", "best_ask", "spread", "spread_ratio", "depth_ratio", "fund_ratio", "confidence",
    "liquidated_usd", "waiting_usd",
)  # fmt: skip


def between(before: float, after: float, fraction: float) -> float:
    """A number on its way; the later one where one of them is missing."""
    if fraction >= 1.0 or not (math.isfinite(before) and math.isfinite(after)):
        return after
    return before + (after - before) * fraction


def bars_of(ladder: Ladder, edges: NDArray[np.float64], venue: Venue | Beside) -> tuple[Bars, Bars]:
    """Bids and asks in bars: each price level spread over the stretch it stands for, never across the best price."""
    price = ladder.price
    distance, half = np.abs(price - venue.mid), (edges[1] - edges[0]) * 0.5
    near, far = np.maximum(distance * (1 - 1 / REACH), half), np.maximum(distance * (REACH - 1), half)
    low = np.maximum(price - np.where(ladder.is_bid, far, near), 0.0)  # no order stands for a price below nothing
    high = price + np.where(ladder.is_bid, near, far)
    tiny = half * 2e-3
    if math.isfinite(venue.best_bid):
        high = np.where(ladder.is_bid, np.minimum(high, venue.best_bid + tiny), high)
    if math.isfinite(venue.best_ask):
        low = np.where(ladder.is_bid, low, np.maximum(low, venue.best_ask - tiny))
    bars = gathered(np.stack((ladder.usd, ladder.maker_usd, ladder.is_bid)), np.stack((low, high)), edges)
    return Bars(bars[0], bars[1]), Bars(bars[2], bars[3])


def eaten_bars(venue: Venue, edges: NDArray[np.float64]) -> NDArray[np.float64]:
    """Dollars of this second's liquidations in each bar."""
    return np.histogram(venue.eaten_price, edges, weights=venue.eaten_usd)[0].astype(np.float64)


def _mixed(before: Bars, after: Bars, fraction: float) -> Bars:
    return Bars(
        before.usd + (after.usd - before.usd) * fraction,
        before.maker_usd + (after.maker_usd - before.maker_usd) * fraction,
    )


def ghost_of(venue: Venue, edges: NDArray[np.float64]) -> tuple[float, Bars, Bars] | None:
    """The compared road's book in bars; none if there is none."""
    other = venue.beside
    return None if other is None else (other.mid, *bars_of(other.ladder, edges, other))


def without(venue: Shown, names: frozenset[str]) -> Shown:
    """The column with some of what can be hidden out of sight."""

    def seen(name: str, value: float) -> float:
        return UNSEEN if name in names else value

    return venue._replace(
        liquidated_usd=seen("liquidated", venue.liquidated_usd), mark=seen("mark", venue.mark),
        depth_ratio=seen("depth_ratio", venue.depth_ratio), fund_ratio=seen("fund", venue.fund_ratio),
        confidence=seen("confidence", venue.confidence),
    )  # fmt: skip


def shown(
    before: Venue, after: Venue, fraction: float, edges: NDArray[np.float64], start: float, asset: str
) -> Shown:  # fmt: skip
    """A venue between two moments; what is counted in one second grows with the fraction."""
    bids, asks = bars_of(after.ladder, edges, after)
    if fraction < 1.0 and before is not after:
        old_bids, old_asks = bars_of(before.ladder, edges, before)
        bids, asks = _mixed(old_bids, bids, fraction), _mixed(old_asks, asks, fraction)
    number = {name: between(getattr(before, name), getattr(after, name), fraction) for name in BLENDED}
    change = number["mid"] / start - 1.0 if start > 0 else math.nan
    grown = min(max(fraction, 0.0), 1.0)
    return Shown(
        name=after.name, asset=asset, change=change, halted_for=after.halted_for, bids=bids, asks=asks,
        eaten_usd=float(after.eaten_usd.sum()) * grown,
        eaten=eaten_bars(after, edges) * grown, mine=after.mine, ghost=ghost_of(after, edges), **number,
    )  # fmt: skip
