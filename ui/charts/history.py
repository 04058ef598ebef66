"""What the charts read of a road's record: series over the seconds that have been computed."""

import weakref
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.session import Session
from model.timeline import Branch

Values = NDArray[np.float64]
ALTS = 2
"""Place of the first altcoin; before it stand BTC and ETH."""
BIN_STEPS = 10


class Span(NamedTuple):
    """Seconds from the first to the last, both included."""

    first: int
    last: int


def asset_change(branch: Branch, asset: int) -> Values:
    """Change of an asset's index against its first second, for each second up to the computed end."""
    rows = branch.record.assets[: branch.horizon + 1, asset].astype(np.float64)
    if rows.size > 1:
        rows[0] = rows[1]
        return rows / rows[1] - 1.0
    return np.zeros(rows.size)


def spans_of(happens: NDArray[np.bool_]) -> list[Span]:
    """From where to where something happens."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], happens.astype(np.int8), [0]))))
    return [Span(int(a), int(b) - 1) for a, b in edges.reshape(-1, 2)]


def halted_spans(branch: Branch, asset: int, assets: int) -> list[Span]:
    """When an asset was paused on any exchange."""
    halted = branch.record.books["halted"][: branch.horizon + 1, asset::assets]
    return spans_of(np.any(halted, axis=1))


def _binned(total: Values, horizon: int) -> Values:
    """(bins, columns) growth of running totals in each ten seconds."""
    edges = np.minimum(np.arange(0, horizon + BIN_STEPS, BIN_STEPS), horizon)
    return np.diff(total[edges], axis=0) if edges.size > 1 else np.zeros((0, total.shape[1]))


def liquidated_bins(branch: Branch) -> Values:
    """(bins, exchanges) dollars liquidated in each ten seconds, traders and makers."""
    rows = branch.record.exchanges[: branch.horizon + 1]
    return _binned(rows["liquidated"] + rows["makers"], branch.horizon)


def liquidated_sides(branch: Branch) -> Values:
    """(bins, 3) dollars of leveraged longs, leveraged shorts and market makers liquidated in each ten seconds."""
    rows = branch.record.totals[: branch.horizon + 1]
    shorts = rows["liquidated"] - rows["makers"] - rows["long"]
    return _binned(np.stack((rows["long"], shorts, rows["makers"]), axis=1), branch.horizon)


def liquidated_within(branch: Branch, window: int) -> Values:
    """Dollars liquidated in the last window, for each second up to the computed end."""
    total = branch.record.totals["liquidated"][: branch.horizon + 1]
    within: Values = total - total[np.maximum(np.arange(total.size) - window, 0)]
    return within


def liquidated_before(branch: Branch, window: int) -> Values:
    """Dollars liquidated in the window before the last one, for each second up to the computed end."""
    total = branch.record.totals["liquidated"][: branch.horizon + 1]
    steps = np.arange(total.size)
    before: Values = total[np.maximum(steps - window, 0)] - total[np.maximum(steps - 2 * window, 0)]
    return before


def reproductions(branch: Branch, window: int) -> Values:
    """R of each second up to the computed end; NaN where nothing was liquidated a window before."""
    rows = branch.record.totals[: branch.horizon + 1]
    base = liquidated_before(branch, window)
    caused = rows["caused"] - rows["caused"][np.maximum(np.arange(rows.size) - window, 0)]
    return np.divide(caused, base, out=np.full(rows.size, np.nan), where=base > 0)


def thinned(values: Values, places: int) -> NDArray[np.int64]:
    """Seconds to draw when there is room for so many: evenly spaced, with the lowest, the highest and the last."""
    stride = max(1, values.size // max(places, 1))
    chosen = np.arange(0, values.size, stride)
    if values.size == 0 or np.isnan(values).all():
        return chosen
    extra = [int(np.nanargmin(values)), int(np.nanargmax(values)), values.size - 1]
    return np.unique(np.concatenate((chosen, np.array(extra, np.int64))))


class Medians:
    """The median altcoin of each road, and whether it is paused; each second computed once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._run: Callable[[], object] = lambda: None
        """Weak: a chart that is out of sight must not keep a run that is over."""
        self._kept: dict[int, Values] = {}
        self._paused: dict[int, NDArray[np.bool_]] = {}

    def _fresh_run(self) -> None:
        """Forget what was kept of another run."""
        if self._run() is not self._session.timeline:
            self._run, self._kept, self._paused = weakref.ref(self._session.timeline), {}, {}

    def paused(self, branch: Branch) -> list[Span]:
        """When half of the altcoins or more were paused on some exchange."""
        self._fresh_run()
        assets, rows = len(self._session.symbols), branch.record.books["halted"]
        kept = self._paused.get(branch.number, np.zeros(0, np.bool_))
        if assets > ALTS and kept.size <= branch.horizon:
            fresh = rows[kept.size : branch.horizon + 1]
            halted = fresh.reshape(len(fresh), -1, assets)[:, :, ALTS:].any(axis=1)
            kept = self._paused[branch.number] = np.concatenate((kept, halted.mean(axis=1) >= 0.5))
        return spans_of(kept[: branch.horizon + 1])

    def change(self, branch: Branch) -> Values:
        """Median change of all altcoins, for each second up to the computed end."""
        self._fresh_run()
        rows = branch.record.assets
        if rows.shape[1] <= ALTS:
            return np.zeros(0)
        kept = self._kept.get(branch.number, np.zeros(1))
        if kept.size <= branch.horizon:
            fresh = rows[kept.size : branch.horizon + 1, ALTS:] / rows[1, ALTS:] - 1.0
            kept = np.concatenate((kept, np.median(fresh, axis=1)))
            self._kept[branch.number] = kept
        return kept[: branch.horizon + 1]
