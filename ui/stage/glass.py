"""The glass that was full: the normal book behind the bars, drawn once and then only moved up and down."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ui.lettering import Look
from ui.stage.canvas import Canvas, Pixels, Rows, Values, pixel
from ui.theme import Theme, mixed

TINT = 0.08
PEN, DASH, GAP = 1.3, 5.2, 3.9
"""Width of the rim's line, length of a dash and of the gap after it."""


class Shape(NamedTuple):
    """What a glass looks like: size of its plot, height of a bar, and widths of the bars from the mid outward."""

    width: float
    height: float
    row: float
    widths: tuple[float, ...]


def _corners(steps: Values, widths: Values) -> tuple[Values, Values]:
    """Distances from the mid price and places of the corners of a line through the ends of the bars."""
    return np.concatenate(((0.0,), (steps[:-1] + steps[1:]) / 2)), np.concatenate((widths[:1], widths))


def dashes(steps: Values, widths: Values, ratio: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows below the mid price and columns of a dashed line through the ends of the bars, in pixels of the screen.

    `steps` are the borders of the bars, from 0 on. A row holds one stretch of the line, which never turns back to the mid price.
    """
    corners, places = _corners(steps, widths)
    length = np.concatenate(((0.0,), np.cumsum(np.hypot(np.diff(corners), np.diff(places)))))
    borders = np.arange(round(steps[-1] * ratio) + 1) / ratio
    x, along = np.interp(borders, corners, places), np.interp(borders, corners, length)
    left = np.minimum(x[:-1], x[1:])
    counts = np.maximum(np.ceil((np.abs(np.diff(x)) + PEN) * ratio), 1).astype(np.intp)
    rows = np.repeat(np.arange(counts.size), counts)
    offset = np.arange(rows.size) - np.repeat(np.cumsum(counts) - counts, counts)
    part = offset / counts[rows]
    part = np.where(x[1:][rows] < x[:-1][rows], 1 - part, part)
    drawn = (along[:-1][rows] + (along[1:] - along[:-1])[rows] * part) % (DASH + GAP) < DASH
    return rows[drawn], (np.floor(left[rows] * ratio).astype(np.intp) + offset)[drawn]


class Glass:
    """One column's normal book, twice as high as its plot, with the mid price in the middle."""

    def __init__(self) -> None:
        self._shape: Shape | None = None
        self._theme: Theme | None = None
        self._ratio = 0.0
        self._sheet: Canvas | None = None
        self._filling: Pixels = np.zeros((0, 0), np.uint32)
        self._rim: tuple[NDArray[np.intp], NDArray[np.intp]] = (np.zeros(0, np.intp), np.zeros(0, np.intp))
        self._color = 0

    def fit(self, shape: Shape, look: Look, ratio: float) -> None:
        """Take a shape; nothing is drawn again as long as it stays the same."""
        if shape == self._shape and look.theme is self._theme and ratio == self._ratio:
            return
        self._shape, self._theme, self._ratio = shape, look.theme, ratio
        sheet = Canvas(shape.width, 2 * shape.height, ratio)
        sheet.pixels[:] = pixel(look.theme.panel)
        steps: Values = (np.arange(len(shape.widths) + 1) * shape.row).astype(np.float64)
        widths = np.array(shape.widths)
        lines = (np.arange(round(steps[-1] * ratio)) + 0.5) / ratio
        filled = np.interp(lines, *_corners(steps, widths))  # smooth as the rim, or its bars would stick out of it
        for way, color in ((-1, look.theme.ask), (1, look.theme.bid)):
            tops = shape.height + way * lines - 0.5 / ratio
            sheet.fill(Rows(tops, np.full(lines.size, 0.5 / ratio)), 0.0, filled, mixed(look.theme.panel, color, TINT))
        self._sheet, self._filling = sheet, sheet.pixels
        down, right = dashes(steps, widths, ratio)
        seen = down < sheet.pixels.shape[0] // 2
        down, right = down[seen], np.minimum(right[seen], sheet.pixels.shape[1] - 1)
        middle = sheet.pixels.shape[0] // 2
        self._rim = np.concatenate((middle - 1 - down[::-1], middle + down)), np.concatenate((right[::-1], right))
        self._color = pixel(look.theme.ghost)

    def _above(self, canvas: Canvas, mid_y: float) -> int:
        """Rows of the glass above the canvas when the mid price stands at a height of it."""
        middle = self._filling.shape[0] // 2
        return min(max(middle - round(mid_y * canvas.ratio), 0), self._filling.shape[0] - canvas.pixels.shape[0])

    def draw_filling(self, canvas: Canvas, mid_y: float) -> None:
        """Cover the canvas with the faint filling around the mid price's row."""
        above = self._above(canvas, mid_y)
        canvas.pixels[:] = self._filling[above : above + canvas.pixels.shape[0]]

    def draw_rim(self, canvas: Canvas, mid_y: float) -> None:
        """Draw the dashed rim."""
        rows, columns = self._rim
        above = self._above(canvas, mid_y)
        first, last = np.searchsorted(rows, (above, above + canvas.pixels.shape[0]))
        canvas.pixels[rows[first:last] - above, columns[first:last]] = self._color
