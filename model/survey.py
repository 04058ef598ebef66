"""What charts over time need and the record does not hold: each road's order books and makers, looked at every few seconds.

A look is kept when its second is on screen anyway; the others are made up for in slices, by a second cursor that replays
the road while nobody waits. Since a replayed second is the same second to the last bit, it does not matter which of the
two made a look, nor from where one jumped. A look is kept once, on the road on which its second was lived, so a branch
shares its parent's past. Books are looked at for one asset at a time; the assets looked at longest ago are forgotten.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.market import Market, copy
from model.timeline import KEYFRAME_STEPS, Branch, Cursor, Timeline

STRIDES = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)
MOST_LOOKS = 1440
"""A run is looked at no more often than this."""
BAND = 0.001
"""Height of a price band, in parts of the asset's first index."""
MOST_BOOKS = 6
"""Roads and assets whose books are remembered."""


class Depth(NamedTuple):
    """All exchanges' books of one asset: where orders rest, by exchange and price band."""

    band: NDArray[np.int32]
    """Number of the band; band n holds prices from n to n + 1 times BAND of the first index."""
    exchange: NDArray[np.int8]
    is_bid: NDArray[np.bool_]
    usd: NDArray[np.float32]
    """Dollars resting, at their own prices."""


class Firms(NamedTuple):
    """Every market maker: dollars lost since the start (negative: gained), part of its orders that stands, its state."""

    loss: NDArray[np.float64]
    orders: NDArray[np.float64]
    failing: NDArray[np.int8]
    """0 quotes, 1 is being sold, 2 is out."""


def depth_of(market: Market, asset: int) -> Depth:
    """Look at an asset's books."""
    assets, found = market.asset.size, []
    row = market.asset[asset]
    height, worth = float(row["index_start"]) * BAND, int(row["tick_value"]) * 1e-6
    for x in range(market.exchange.size):
        book = market.books.book[x * assets + asset]
        orders = market.books.orders[book["slot_base"] : book["slot_base"] + book["slots"]]
        orders = orders[orders["price"] > 0]
        places = (orders["price"] / height).astype(np.int64) * 2 + (orders["side"] > 0)
        bands, place = np.unique(places, return_inverse=True)
        usd = np.bincount(place, orders["quantity"] * orders["price"] * worth, bands.size)
        found.append((bands, np.full(bands.size, x, np.int8), usd))
    bands = np.concatenate([part[0] for part in found])
    return Depth(
        (bands // 2).astype(np.int32), np.concatenate([part[1] for part in found]), bands % 2 == 1,
        np.concatenate([part[2] for part in found]).astype(np.float32),
    )  # fmt: skip


def firms_of(market: Market) -> Firms:
    """Look at the makers."""
    firms = market.maker
    shown = 1.0 - float(market.settings["makers_size_cut"][0]) * firms["stress"]
    return Firms(
        (firms["equity_start"] - firms["equity"]) * 1e-6,
        np.where(firms["failing"] == 0, shown, 0.0),
        firms["failing"].astype(np.int8),
    )


def at_once(work: Callable[[], Cursor]) -> Cursor:
    """Do a piece of work here and now."""
    return work()


class Survey:
    """All looks of one run."""

    def __init__(self, timeline: Timeline) -> None:
        """Nothing looked at yet."""
        self._timeline = timeline
        self.stride = next((s for s in STRIDES if timeline.length / s <= MOST_LOOKS), STRIDES[-1])
        """Seconds from one look to the next."""
        self._firms: dict[int, dict[int, Firms]] = {}
        self._depth: dict[tuple[int, int], dict[int, Depth]] = {}
        self._known: dict[tuple[int, int], int] = {}
        """Second up to which nothing is missing, by road and asset: where the next search begins."""
        self._scout: Cursor | None = None

    def band_usd(self, asset: int) -> float:
        """Height of an asset's price bands in dollars."""
        row = self._timeline.here.market.asset[asset]
        return float(row["index_start"]) * BAND * float(row["tick_usd"])

    def _home(self, branch: Branch, step: int) -> int:
        """Number of the road on which a second of a branch was lived."""
        while branch.parent is not None and step <= branch.fork:
            branch = self._timeline.branches[branch.parent]
        return branch.number

    def _shelf(self, home: int, asset: int) -> dict[int, Depth]:
        """The looks at an asset's books on one road, moved to the end of the order of forgetting."""
        shelf = self._depth.pop((home, asset), {})
        self._depth[home, asset] = shelf
        if len(self._depth) > MOST_BOOKS:
            self._depth.pop(next(iter(self._depth)))
            self._known = {}
        return shelf

    def note(self, market: Market, branch: Branch, step: int, asset: int) -> None:
        """Look at a market that stands between two seconds, if this one is wanted and not looked at yet."""
        if step % self.stride:
            return
        home = self._home(branch, step)
        firms, shelf = self._firms.setdefault(home, {}), self._shelf(home, asset)
        if step not in firms:
            firms[step] = firms_of(market)
        if step not in shelf:
            shelf[step] = depth_of(market, asset)

    def depth(self, branch: Branch, asset: int) -> dict[int, Depth]:
        """All looks at an asset's books on a road, by second."""
        found: dict[int, Depth] = {}
        for road, last in self._road(branch):
            shelf = self._depth.get((road.number, asset), {})
            found.update({step: look for step, look in shelf.items() if step <= last and step not in found})
        return found

    def firms(self, branch: Branch) -> dict[int, Firms]:
        """All looks at the makers on a road, by second, in order."""
        found: dict[int, Firms] = {}
        for road, last in self._road(branch):
            looks = self._firms.get(road.number, {})
            found.update({step: look for step, look in looks.items() if step <= last})
        return dict(sorted(found.items()))

    def _road(self, branch: Branch) -> list[tuple[Branch, int]]:
        """A branch and those it came from, each with the last second that it lends."""
        roads, last = [(branch, branch.horizon)], branch.horizon
        while branch.parent is not None:
            last = min(last, branch.fork)
            branch = self._timeline.branches[branch.parent]
            roads.append((branch, last))
        return roads

    def missing(self, branch: Branch, asset: int) -> int | None:
        """The first second of a road that is still to be looked at; none when all is known."""
        known = (branch.number, asset)
        for step in range(self._known.get(known, 0), branch.horizon + 1, self.stride):
            home = self._home(branch, step)
            if step not in self._depth.get((home, asset), {}) or step not in self._firms.get(home, {}):
                return step
            self._known[known] = step
        return None

    def make_up(
        self, branch: Branch, asset: int, seconds: int, do: Callable[[Callable[[], Cursor]], Cursor] = at_once
    ) -> bool:
        """Replay at most so many seconds towards the next missing look; whether there was one. `do` does the replay.

        Only between two seconds of the market on screen: the record's log is shared.
        """
        target = self.missing(branch, asset)
        if target is None or self._timeline.here.phase:
            if target is None:
                self._scout = None
            return False
        scout = self._scout = do(lambda: self._replay(branch, target, seconds))
        self.note(scout.market, branch, scout.step, asset)
        return True

    def _replay(self, branch: Branch, target: int, seconds: int) -> Cursor:
        """Move the second cursor towards a second of a road."""
        near = max(frame.step for frame in branch.keyframes if frame.step <= target)
        timeline, scout = self._timeline, self._scout
        if scout is None:
            scout = Cursor(copy(timeline.here.market), branch, timeline.length, timeline.names)
        if scout.branch is not branch:
            scout.change_branch(branch, near)
        if scout.step > target or near > scout.step + KEYFRAME_STEPS:
            scout.go(near)
        else:
            scout.go(min(target, scout.step + seconds))
        return scout
