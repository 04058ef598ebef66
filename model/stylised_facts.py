"""Stylised facts: what the prices of most markets have in common, measured on those of this one.

Returns are logarithmic, over five minutes, each divided by the asset's calm volatility, so that assets and runs can be
pooled. Real markets show [literature: Cont 2001; Bouchaud and others 2018]: fat tails (tail index 2 to 4.5), excess
kurtosis above 3 that falls with the time scale, returns without memory, absolute returns with memory, an impact that
grows with about the square root of the traded size, and a hump of resting orders a little away from the touch.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.book import double_mid
from model.market import NOISE_PARTY, Market
from model.parameters import QT_TRANSLATE_NOOP as T

Numbers = NDArray[np.float64]
SCALE, LONG_SCALE = 300, 1800
"""Seconds of a return, and of the longer one that kurtosis is compared at."""
TAIL_PART = 0.05
"""Part of the largest absolute returns that the tail index is read from."""
SIZE_CLASSES, LEAST_IN_CLASS = 10, 20
BAND, BANDS = 0.01, 6
"""Width of a band of distances from the mid, and how many are looked at."""


class Fact(NamedTuple):
    """One fact: its name, what it is, and the range that real markets show."""

    name: str
    title: str
    low: float
    high: float


FACTS = (
    Fact("tail_index", T("Facts", "tail index of absolute returns (Hill)"), 2.0, 4.5),
    Fact("excess_kurtosis", T("Facts", "excess kurtosis of returns"), 3.0, np.inf),
    Fact("kurtosis_falls", T("Facts", "excess kurtosis at 30 min against 5 min"), -np.inf, 1.0),
    Fact("autocorrelation", T("Facts", "autocorrelation of returns, lag 1"), -0.05, 0.05),
    Fact("absolute_autocorrelation", T("Facts", "autocorrelation of absolute returns, lag 1"), 0.15, 0.4),
    Fact("impact_exponent", T("Facts", "exponent of market impact"), 0.4, 0.6),
    Fact("hump", T("Facts", "distance of the deepest 1 % band of bids"), 0.01, 0.03),
)


class Samples(NamedTuple):
    """What one run leaves for the facts; N five-minute spans, A assets, B books."""

    returns: NDArray[np.float32]
    """(N, A) of the index, in calm standard deviations."""
    flow: NDArray[np.float32]
    """(N, B) net buying of noise traders and news sellers, in normal depths."""
    moves: NDArray[np.float32]
    """(N, B) logarithmic change of the mid, in calm standard deviations."""
    bands: NDArray[np.float64]
    """(BANDS,) mean bids per band of distance, in normal depths."""


class Sampler:
    """Looks at a market every five minutes of a run."""

    def __init__(self) -> None:
        """Nothing seen so far."""
        self._index: list[Numbers] = []
        self._held: list[NDArray[np.int64]] = []
        self._mids: list[Numbers] = []
        self._bands: list[Numbers] = []
        self._scale = np.ones(1)
        self._normal = np.ones(1)

    def look(self, market: Market) -> None:
        """Note prices, positions and the shape of the books, if five minutes have passed."""
        if int(market.run["step"][0]) % SCALE:
            return
        books = market.books.book
        self._scale = market.asset["volatility"] * np.sqrt(float(SCALE))
        self._normal = books["normal_lots"].astype(np.float64)
        mids = np.array([double_mid(market.books, k) for k in range(books.size)]) * 0.5
        self._index.append(market.asset["index"].copy())
        self._held.append(market.position[:, market.maker.size + NOISE_PARTY].copy())
        self._mids.append(mids)
        self._bands.append(_bands(market, mids))

    def samples(self) -> Samples:
        """Differences of what was seen."""
        index, mids = np.log(np.array(self._index)), np.log(np.maximum(np.array(self._mids), 0.5))
        held = np.array(self._held, np.float64)
        books = np.tile(self._scale, mids.shape[1] // self._scale.size)
        return Samples(
            (np.diff(index, axis=0) / self._scale).astype(np.float32),
            (np.diff(held, axis=0) / self._normal).astype(np.float32),
            (np.diff(mids, axis=0) / books).astype(np.float32),
            np.mean(self._bands, axis=0),
        )


def _bands(market: Market, mids: Numbers) -> Numbers:
    """Mean over books of bids in each band of distance, in normal depths."""
    orders = market.books.orders.reshape(mids.size, -1)
    bids = (orders["side"] > 0) & (orders["price"] > 0)
    distance = 1.0 - orders["price"] / mids[:, None]
    lots = orders["quantity"] / market.books.book["normal_lots"][:, None]
    rows = []
    for band in range(BANDS):
        inside = bids & (distance >= band * BAND) & (distance < (band + 1) * BAND)
        rows.append(float(np.where(inside, lots, 0.0).sum(axis=1).mean()))
    return np.array(rows)


def tail_index(values: Numbers, part: float = TAIL_PART) -> float:
    """Hill's estimate of the exponent with which the largest absolute values become rare."""
    ordered = np.sort(np.abs(values[np.isfinite(values)]))[::-1]
    count = int(ordered.size * part)
    if count < 2 or ordered[count] <= 0:
        return float("nan")
    return float(1.0 / np.mean(np.log(ordered[:count] / ordered[count])))


def excess_kurtosis(values: Numbers) -> float:
    """Fourth moment against a normal distribution's, which has 0."""
    if values.size < 2:
        return float("nan")
    centred = values - values.mean()
    variance = float((centred**2).mean())
    return float((centred**4).mean() / variance**2 - 3.0) if variance > 0 else float("nan")


def autocorrelation(series: Sequence[Numbers], lag: int = 1) -> float:
    """Correlation of values with those `lag` rows earlier, pooled over series (rows are times, columns assets).

    Every column's own mean is taken off first, so that assets that differ do not look like memory.
    """
    pairs = []
    for table in series:
        if len(table) > lag + 1:
            centred = table - table.mean(axis=0)
            pairs.append((centred[lag:].ravel(), centred[:-lag].ravel(), (centred**2).mean() * centred[lag:].size))
    squares = sum(pair[2] for pair in pairs)
    return float(sum(now @ before for now, before, _ in pairs) / squares) if squares > 0 else float("nan")


def impact_exponent(flow: Numbers, moves: Numbers) -> float:
    """Slope of log mean move (in the flow's direction) against log size of the flow, over classes of equal counts."""
    size, along = np.abs(flow), moves * np.sign(flow)
    known = (size > 0) & np.isfinite(along)
    size, along = size[known], along[known]
    if size.size < SIZE_CLASSES * LEAST_IN_CLASS:
        return float("nan")
    order = np.argsort(size, kind="stable")
    sizes = np.array([piece.mean() for piece in np.array_split(size[order], SIZE_CLASSES)])
    means = np.array([piece.mean() for piece in np.array_split(along[order], SIZE_CLASSES)])
    rising = means > 0
    if rising.sum() < SIZE_CLASSES // 2:
        return float("nan")
    return float(np.polyfit(np.log(sizes[rising]), np.log(means[rising]), 1)[0])


def summed(returns: Numbers, count: int) -> Numbers:
    """Returns over `count` rows at a time; a rest is left out."""
    whole = len(returns) // count * count
    return returns[:whole].reshape(-1, count, returns.shape[1]).sum(axis=1)


def facts_of(runs: Sequence[Samples]) -> dict[str, float]:
    """Every fact over pooled runs; NaN where there is too little to tell."""
    tables = [run.returns.astype(np.float64) for run in runs]
    values = np.concatenate([table.ravel() for table in tables])
    longer = np.concatenate([summed(table, LONG_SCALE // SCALE).ravel() for table in tables])
    short_kurtosis = excess_kurtosis(values)
    bands = np.mean([run.bands for run in runs], axis=0)
    return {
        "tail_index": tail_index(values),
        "excess_kurtosis": short_kurtosis,
        "kurtosis_falls": excess_kurtosis(longer) / short_kurtosis if longer.size else float("nan"),
        "autocorrelation": autocorrelation(tables),
        "absolute_autocorrelation": autocorrelation([np.abs(table) for table in tables]),
        "impact_exponent": impact_exponent(
            np.concatenate([run.flow.astype(np.float64).ravel() for run in runs]),
            np.concatenate([run.moves.astype(np.float64).ravel() for run in runs]),
        ),
        "hump": (int(np.argmax(bands)) + 0.5) * BAND,
    }


def facts_report(groups: dict[str, Sequence[Samples]]) -> list[dict[str, Any]]:
    """A row for each fact: its range in real markets, and its value in every group of runs with whether it lies inside."""
    found = {name: facts_of(runs) for name, runs in groups.items() if runs}
    rows: list[dict[str, Any]] = []
    for fact in FACTS:
        row: dict[str, Any] = {
            "fact": fact.name,
            "title": fact.title,
            "low": _finite(fact.low),
            "high": _finite(fact.high),
        }
        for name, values in found.items():
            value = values[fact.name]
            row[name] = {"value": _finite(value), "holds": bool(fact.low <= value <= fact.high)}
        rows.append(row)
    return rows


def _finite(value: float) -> float | None:
    return round(float(value), 4) if np.isfinite(value) else None
