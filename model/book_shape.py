"""The shape of a normal book: how much rests within each distance from the price; ours, or one taken from a real book."""

from itertools import pairwise
from typing import NamedTuple

from model.bad_input import say
from model.numeric import power

FEWEST, MOST = 3, 64
FARTHEST = 0.06
UNIT_DISTANCE = 0.02
"""Depth is counted against that within this distance, 2 % of the price."""
TOUCH_POWER = 0.8
"""Resting orders grow with distance to this power up to the first per cent."""
MEASURED = ((0.0, 0.0), (0.01, 0.436), (0.02, 1.0), (0.03, 1.433), (0.04, 1.6), (0.05, 1.716), (0.06, 1.8))
"""Bids within each distance against those within 2 %: most are one to three per cent away [measured: BTC perpetual, Binance]."""
KEYS = ("spread_bps", "distance", "depth", "source")


def cumulative_depth(distance: float) -> float:
    """Resting orders of one side up to a distance (part of price), against those within 2 %."""
    (_, _), (near, part), *_ = MEASURED
    if distance <= near:
        return part * power(distance / near, TOUCH_POWER)
    last = (MEASURED[-2], MEASURED[-1])
    low, high = next((pair for pair in pairwise(MEASURED) if distance <= pair[1][0]), last)
    return low[1] + (high[1] - low[1]) * (distance - low[0]) / (high[0] - low[0])


class BookShape(NamedTuple):
    """Resting orders of one side of the first asset: `depth[n]` rests within `distance[n]`, against that within 2 %."""

    spread_bps: float
    distance: tuple[float, ...]
    depth: tuple[float, ...]
    source: str = ""

    def within(self, distance: float) -> float:
        """Resting orders of one side up to a distance, by straight lines; beyond the last point the last line goes on."""
        points = list(zip((0.0, *self.distance), (0.0, *self.depth), strict=True))
        last = (points[-2], points[-1])
        low, high = next((pair for pair in pairwise(points) if distance <= pair[1][0]), last)
        return low[1] + (high[1] - low[1]) * (distance - low[0]) / (high[0] - low[0])


def _numbers(value: object) -> list[float] | None:
    if not isinstance(value, list) or not all(isinstance(n, int | float) and not isinstance(n, bool) for n in value):
        return None
    return [float(n) for n in value]


def _rises(values: list[float]) -> bool:
    return all(low < high for low, high in pairwise((0.0, *values)))


def shape_of(table: object) -> tuple[BookShape | None, list[tuple[str, str]]]:
    """The shape that a `[book]` table describes, or what is wrong with it: pairs of key and what was expected."""
    if not isinstance(table, dict):
        return None, [("book", say("Problems", "a table [{name}]", name="book"))]
    names = ", ".join(KEYS)
    problems: list[tuple[str, str]] = [
        ("book." + str(key), say("Problems", "one of {names}", names=names)) for key in table if key not in KEYS
    ]
    spread = table.get("spread_bps")
    if isinstance(spread, bool) or not isinstance(spread, int | float) or not 0 < spread <= 1000:
        problems.append(("book.spread_bps", say("Problems", "a number above 0 and up to {high}", high=1000)))
    distance, depth = _numbers(table.get("distance")), _numbers(table.get("depth"))
    if distance is None or not FEWEST <= len(distance) <= MOST or not _rises(distance) or distance[-1] > FARTHEST:
        bounds = {"few": FEWEST, "most": MOST, "far": FARTHEST}
        rising = say("Problems", "{few} to {most} numbers that rise, above 0 and up to {far}", **bounds)
        problems.append(("book.distance", rising))
    if depth is None or not _rises(depth) or (distance is not None and len(depth) != len(distance)):
        problems.append(("book.depth", say("Problems", "as many numbers as book.distance has, above 0, that rise")))
    if not isinstance(table.get("source", ""), str):
        problems.append(("book.source", say("Problems", "text in quotes")))
    if problems or distance is None or depth is None or not isinstance(spread, int | float):
        return None, problems
    return BookShape(float(spread), tuple(distance), tuple(depth), str(table.get("source", ""))), []
