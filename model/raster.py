"""A book turned into bars, and bars into pixels: the part of a picture that is paid for in every frame.

Some hundred price levels and bars cost less in a compiled loop than as calls of a painter or of numpy.
"""

import numpy as np
from numpy.typing import NDArray

from model.kernels import kernel

Values = NDArray[np.float64]


@kernel()
def _gather(ladder, spans, edges, bars):
    """Add each level's dollars to the bars that its span covers, in proportion; bids to rows 0 and 1, asks to 2 and 3."""
    levels, count = ladder.shape[1], edges.size - 1
    first, height = edges[0], (edges[count] - edges[0]) / count
    for i in range(levels):
        low, high = spans[0, i], spans[1, i]
        row = 0 if ladder[2, i] > 0 else 2
        start = min(max(int((low - first) / height) - 1, 0), count)
        end = min(max(int((high - first) / height) + 2, 0), count)
        for n in range(start, end):
            part = (min(high, edges[n + 1]) - max(low, edges[n])) / (high - low)
            if part > 0:
                bars[row, n] += ladder[0, i] * part
                bars[row + 1, n] += ladder[1, i] * part


def gathered(ladder: Values, spans: Values, edges: Values) -> Values:
    """(4, bars) dollars in each bar: bids, market makers' bids, asks, market makers' asks.

    `ladder` (3, levels): dollars, market makers' dollars, 1 for a bid; `spans` (2, levels): lowest and highest price that
    a level stands for; `edges` (bars + 1,): borders of the bars, equally far apart, rising.
    """
    bars = np.zeros((4, edges.size - 1))
    _gather(ladder, spans, edges, bars)
    return bars


@kernel()
def _fill(pixels, tops, heights, left, right, ratio, color):
    """Fill a stretch of each row; what reaches beyond the picture is cut, what has no size is left out."""
    height, width = pixels.shape
    for i in range(tops.size):
        first = int(np.floor(tops[i] * ratio + 0.5))
        last = max(int(np.floor((tops[i] + heights[i]) * ratio + 0.5)), first + 1)
        start, end = int(np.floor(left[i] * ratio + 0.5)), int(np.floor(right[i] * ratio + 0.95))
        if heights[i] > 0:
            for y in range(max(first, 0), min(last, height)):
                for x in range(max(start, 0), min(end, width)):
                    pixels[y, x] = color


def fill(
    pixels: NDArray[np.uint32], rows: tuple[Values, Values], sides: tuple[Values | float, Values | float], ratio: float,
    color: int,
) -> None:  # fmt: skip
    """Give stretches of a picture one colour.

    `rows`: (n,) distances from the top, and (n,) heights; `sides`: left and right ends, one for all or (n,); times `ratio` in
    pixels. A row with any height is at least one pixel high.
    """
    tops, heights = rows
    left, right = (np.full(tops.size, side, np.float64) if isinstance(side, float) else side for side in sides)
    _fill(pixels, tops, heights, left, right, float(ratio), color)
