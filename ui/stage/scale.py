"""The two scales that all columns share: the price axis, which follows the market smoothly, and dollars per bar."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.frame import Picture

HALF_SPANS = (0.01, 0.0125, 0.016, 0.02, 0.025, 0.03, 0.04, 0.055, 0.075, 0.1, 0.14, 0.19, 0.26, 0.36, 0.5)
"""Half heights of the axis, as parts of the starting price."""
LEAST_HALF = 0.03
"""Least half height, as a part of the price now."""
MARGIN = 0.7
"""The best prices keep within this part of the half height."""
BINS = (0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02)
"""Heights of a bar, as parts of the starting price."""
BARS = 64
"""Bars that fill the axis, about."""
DEAD_BAND = 0.18
"""The market may leave the middle by this part of the half height before the axis follows."""
EASE = 0.14
"""Part of the way that the axis goes in one frame."""
FAR_STEPS = 240
"""A longer jump in time is not followed but taken at once."""


class Axis(NamedTuple):
    """Prices from bottom to top of a span of pixels."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, price: float) -> float:
        """Pixel row of a price."""
        return self.bottom - (price - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def price(self, y: float) -> float:
        """Price at a pixel row."""
        return self.low + (self.bottom - y) / max(self.bottom - self.top, 1.0) * (self.high - self.low)

    def ticks(self, gap: float) -> list[float]:
        """Round prices at least so many pixels apart."""
        step = nice_step((self.high - self.low) * gap / max(self.bottom - self.top, 1.0))
        first = math.ceil(self.low / step)
        return [n * step for n in range(first, math.floor(self.high / step) + 1)]


def nice_step(least: float) -> float:
    """The smallest of 1, 2, 5 × a power of ten that is no smaller than `least`."""
    power = 10.0 ** math.floor(math.log10(max(least, 1e-12)))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= least * (1 - 1e-9))


class PriceScale:
    """Where the axis stands. It stays until the market leaves its middle, then follows; it widens before it is left."""

    def __init__(self) -> None:
        self.centre = math.nan
        self.half = LEAST_HALF
        """Half height as a part of the starting price, on its way to `aim`."""
        self.aim = LEAST_HALF
        self.bin_usd = 1.0
        self._start = 1.0
        self._following = False
        self._seen: tuple[str, float, int] = ("", 0.0, 0)

    def follow(self, picture: Picture, smooth: bool) -> None:
        """Take in a picture; without `smooth`, or after a jump, stand at once where the market is."""
        middle, need = _extent(picture)
        symbol, start, step = self._seen
        same = symbol == picture.symbol and start == picture.price_start and abs(picture.step - step) <= FAR_STEPS
        self._seen = (picture.symbol, picture.price_start, picture.step)
        self._start = picture.price_start
        if not (smooth and same and math.isfinite(self.centre)):
            self.centre, self.aim = middle, _span_for(need)
            self.half = self.aim
        else:
            self._ease(middle, need)
        self.bin_usd = picture.price_start * _bin_for(self.aim)

    def _ease(self, middle: float, need: float) -> None:
        off = abs(middle - self.centre) / (self.half * self._start)
        if off > DEAD_BAND:
            self._following = True
        if self._following:
            self.centre += (middle - self.centre) * EASE
            self._following = off > 0.02
        wanted = _span_for(need)
        if wanted > self.aim or _span_for(need * 1.3) < self.aim:
            self.aim = wanted
        self.half += (self.aim - self.half) * EASE
        if abs(self.aim - self.half) < 0.004 * self.aim:
            self.half = self.aim

    def axis(self, top: float, bottom: float) -> Axis:
        """The axis on a span of pixels."""
        reach = self._start * self.half
        return Axis(self.centre - reach, self.centre + reach, top, bottom)

    def edges(self) -> NDArray[np.float64]:
        """Borders of the bars: whole multiples of a bar's height, so that bars stand still while the axis moves."""
        reach = self._start * max(self.half, self.aim)
        first = math.floor((self.centre - reach) / self.bin_usd)
        last = math.ceil((self.centre + reach) / self.bin_usd)
        return np.arange(first, last + 1, dtype=np.float64) * self.bin_usd


def _extent(picture: Picture) -> tuple[float, float]:
    """Middle of the market, and the half height that it needs, as a part of the starting price."""
    mids = [venue.mid for venue in picture.venues if math.isfinite(venue.mid) and venue.mid > 0]
    middle = float(np.median(mids)) if mids else picture.price_start
    best = [p for v in picture.venues for p in (v.mid, v.best_bid, v.best_ask) if math.isfinite(p) and p > 0]
    reach = max((abs(price - middle) for price in best), default=0.0)
    return middle, max(reach / MARGIN, LEAST_HALF * middle * 0.98) / picture.price_start


def _span_for(need: float) -> float:
    return next((half for half in HALF_SPANS if half >= need), HALF_SPANS[-1])


def _bin_for(half: float) -> float:
    return next((size for size in BINS if 2 * half / size <= BARS), BINS[-1])


def normal_bars(picture: Picture, exchange: int, bin_usd: float, count: int) -> NDArray[np.float64]:
    """The normal book of an exchange: dollars in the first `count` bars from the mid outward, of either side."""
    borders = np.arange(count + 1) * bin_usd / picture.price_start
    known = picture.outline_distance
    within = np.interp(borders, known, picture.outline_usd[exchange])
    slope = (picture.outline_usd[exchange][-1] - picture.outline_usd[exchange][-2]) / (known[-1] - known[-2])
    return np.diff(within + np.maximum(borders - known[-1], 0.0) * slope)


class NormalBooks:
    """The normal books of a picture in bars, worked out anew only when another asset or another height of bars comes."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._books: list[NDArray[np.float64]] = []

    def of(self, picture: Picture, bin_usd: float) -> list[NDArray[np.float64]]:
        """Dollars in `2 * BARS` bars from the mid outward, for each exchange."""
        key = (picture.outline_usd, bin_usd, picture.price_start)
        if not self._key or key[0] is not self._key[0] or key[1:] != self._key[1:]:
            self._key = key
            self._books = [normal_bars(picture, x, bin_usd, 2 * BARS) for x in range(len(picture.venues))]
        return self._books

    def fullest(self, picture: Picture, bin_usd: float) -> float:
        """Dollars a bar that fill a column's width: the first bar of the fullest normal book of all exchanges."""
        return max(max((float(bars[0]) for bars in self.of(picture, bin_usd)), default=0.0), 1.0)
