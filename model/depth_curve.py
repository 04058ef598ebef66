"""The normal book as it is drawn: a smooth curve that keeps the dollars of every measured band.

The market itself is filled band by band, evenly within each; drawn so, the outline would have steps where nothing was measured.
"""

from collections.abc import Callable
from itertools import pairwise

KNOTS = (0.0, 0.001, 0.002, 0.0035, 0.005, 0.0075, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06)
"""Distances at which the curve is exact: closer together near the price, where depth grows fast, then every per cent."""


def _slopes(xs: tuple[float, ...], ys: list[float]) -> list[float]:
    """A slope at each knot that keeps the curve rising: the weighted harmonic mean of its neighbours (Fritsch, Butland)."""
    wide = [b - a for a, b in pairwise(xs)]
    steep = [(b - a) / width for (a, b), width in zip(pairwise(ys), wide, strict=True)]
    found = [steep[0]]
    for n in range(1, len(steep)):
        first, second = 2 * wide[n] + wide[n - 1], wide[n] + 2 * wide[n - 1]
        level = steep[n - 1] <= 0 or steep[n] <= 0
        found.append(0.0 if level else (first + second) / (first / steep[n - 1] + second / steep[n]))
    return [*found, steep[-1]]


def smoothed(within: Callable[[float], float]) -> Callable[[float], float]:
    """The same running total of depth by distance, exact at the knots and smooth between; straight beyond the last."""
    ys = [within(x) if x > 0 else 0.0 for x in KNOTS]
    slopes = _slopes(KNOTS, ys)

    def total(distance: float) -> float:
        if distance >= KNOTS[-1]:
            return ys[-1] + slopes[-1] * (distance - KNOTS[-1])
        n = next(n for n, border in enumerate(KNOTS[1:]) if distance < border)
        width = KNOTS[n + 1] - KNOTS[n]
        t = (distance - KNOTS[n]) / width
        rising, falling = t * t * (3 - 2 * t), (1 - t) * (1 - t) * (1 + 2 * t)
        bent = width * t * (1 - t) * (slopes[n] * (1 - t) - slopes[n + 1] * t)
        return ys[n] * falling + ys[n + 1] * rising + bent

    return total
