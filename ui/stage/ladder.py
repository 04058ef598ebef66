"""A book as bars, what liquidations eat of it, and the hatching of a halt: what is left in the glass."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from ui import text
from ui.lettering import Look
from ui.stage.canvas import Canvas, Rows
from ui.stage.scale import Axis
from ui.stage.shown import Bars, Shown
from ui.text import translate
from ui.theme import mixed, with_alpha

BITE = 0.11
"""Part of red in the band that marks eaten prices for the back row; dollars are the solid bars on it."""
GHOST_BODY, GHOST_LINE = 0.28, 2.0
"""The compared road's book: part of its colour in its body, and width of the line at its end."""
BREAKS, BREAK = (5.0, 10.0), 2.0
"""A bar that is longer than its column is cut through so far from the end, so wide."""
LEAST_EATEN = 5.0
"""Pixels that a red bar is wide at least."""
LEAST_GAP = 4.0
"""Bars at least this high leave a line of pixels between them."""


def draw_side(canvas: Canvas, rows: Rows, bars: Bars, scale: float, look: Look, colors: tuple[QColor, QColor]) -> None:
    """Fill one side's bars: market makers' share first, darker, then the rest; a bar that is cut ends in a break."""
    limit = canvas.pixels.shape[1] / canvas.ratio
    maker, rest = colors
    widths, makers = np.minimum(bars.usd * scale, limit), np.minimum(bars.maker_usd * scale, limit)
    canvas.fill(rows, makers, widths, rest)
    canvas.fill(rows, 0.0, makers, maker)
    cut = np.flatnonzero(bars.usd * scale > limit)
    for away in BREAKS if cut.size else ():
        canvas.fill(Rows(rows.top[cut], rows.height[cut]), limit - away, limit - away + BREAK, look.theme.panel)


def bar_rows(edges: NDArray[np.float64], axis: Axis, low: float, high: float, gaps: bool = True) -> Rows:
    """The row of each bar, cut to a range of prices and to the axis; with `gaps` a line is left free between high bars."""
    low, high = max(low, axis.low), min(high, axis.high)
    borders = np.minimum(np.maximum(edges, low), max(low, high))
    y = axis.bottom - axis.top - (borders - axis.low) / (axis.high - axis.low) * (axis.bottom - axis.top)
    heights = y[:-1] - y[1:]
    return Rows(y[1:], heights - np.where(gaps & (heights >= LEAST_GAP), 1.0, 0.0))


def draw_book(canvas: Canvas, venue: Shown, edges: NDArray[np.float64], axis: Axis, scale: float, look: Look) -> None:
    """Draw both sides."""
    theme, mid = look.theme, _middle(venue, axis)
    for low, high, bars, colors in (
        (axis.low, mid, venue.bids, (theme.bid_maker, theme.bid)),
        (mid, axis.high, venue.asks, (theme.ask_maker, theme.ask)),
    ):
        if venue.halted_for > 0:  # no hatching between the bars
            canvas.fill(bar_rows(edges, axis, low, high, gaps=False), 0.0, bars.usd * scale, theme.panel)
        draw_side(canvas, bar_rows(edges, axis, low, high), bars, scale, look, colors)


def draw_ghost(
    canvas: Canvas, venue: Shown, edges: NDArray[np.float64], axis: Axis, scale: float, look: Look, edge: bool
) -> None:
    """The compared road's book: a faint body behind the bars, or with `edge` the line where it ends, before them."""
    if venue.ghost is None:
        return
    mid, bids, asks = venue.ghost
    middle = mid if math.isfinite(mid) else _middle(venue, axis)
    body, line = mixed(look.theme.panel, look.theme.ghost, GHOST_BODY), look.theme.text_soft
    limit = canvas.pixels.shape[1] / canvas.ratio
    for bars, low, high in ((bids, axis.low, middle), (asks, middle, axis.high)):
        rows, widths = bar_rows(edges, axis, low, high, gaps=False), np.clip(bars.usd * scale, GHOST_LINE, limit)
        seen = np.flatnonzero(rows.height > 0)
        rows, widths = Rows(rows.top[seen], rows.height[seen]), widths[seen]
        if not edge:
            canvas.fill(rows, 0.0, widths, body)
            continue
        canvas.fill(rows, widths - GHOST_LINE, widths, line)
        steps = Rows(rows.top[:-1], np.full(max(seen.size - 1, 0), GHOST_LINE))  # from each bar to the one above it
        canvas.fill(steps, np.minimum(widths[:-1], widths[1:]) - GHOST_LINE, np.maximum(widths[:-1], widths[1:]), line)


def _middle(venue: Shown, axis: Axis) -> float:
    return venue.mid if math.isfinite(venue.mid) else (axis.low + axis.high) / 2


def reach(
    venue: Shown, edges: NDArray[np.float64], axis: Axis, scale: float, span: tuple[float, float]
) -> float:  # fmt: skip
    """How far the bars between two heights reach from the column's left edge, in pixels."""
    size = edges[1] - edges[0]
    first = max(int((axis.price(span[1]) - edges[0]) / size), 0)
    last = max(int((axis.price(span[0]) - edges[0]) / size) + 1, first)
    sides = [side[first:last] for side in (venue.bids.usd, venue.asks.usd, venue.eaten)]
    return max((float(side.max()) for side in sides if side.size), default=0.0) * scale


def sold_at(venue: Shown, edges: NDArray[np.float64], axis: Axis) -> tuple[float, float]:
    """Price and dollars of the red bar in the middle of what liquidations sold just now.

    Without any, the price of the last trade and nothing.
    """
    price, usd = venue.last if math.isfinite(venue.last) else _middle(venue, axis), 0.0
    places = np.flatnonzero(venue.eaten)
    if places.size:
        dollars = venue.eaten[places]
        n = places[np.argmin(np.abs(places - places @ dollars / dollars.sum()))]
        price, usd = float(edges[n] + edges[n + 1]) / 2, float(venue.eaten[n])
    return min(max(price, axis.low), axis.high), usd


def say_empty(painter: QPainter, plot: QRectF, venue: Shown, axis: Axis, look: Look) -> None:
    """Say in words where a side is empty."""
    y = min(max(axis.y(_middle(venue, axis)), plot.top()), plot.bottom())
    below = QRectF(plot.left(), y, plot.width(), plot.bottom() - y)
    above = QRectF(plot.left(), plot.top(), plot.width(), y - plot.top())
    for room, words in zip((below, above), empty_words(venue, axis), strict=True):
        if words:
            look.heading.write_centred(painter, room, words, look.theme.text)


def empty_words(venue: Shown, axis: Axis) -> tuple[str, str]:
    """What to say where bids and asks should be: nothing, or that there are none, or none in sight."""
    bids = asks = ""
    if not math.isfinite(venue.best_bid):
        bids = translate("Stage", "no bids")
    elif venue.best_bid < axis.low:
        bids = translate("Stage", "no bids above {price}").format(price=text.price(axis.low))
    if not math.isfinite(venue.best_ask):
        asks = translate("Stage", "no asks")
    elif venue.best_ask > axis.high:
        asks = translate("Stage", "no asks below {price}").format(price=text.price(axis.high))
    return bids, asks


def draw_bite(canvas: Canvas, rows: Rows, eaten: NDArray[np.float64], look: Look) -> None:
    """Mark with a faint red band the prices that liquidations took in this second."""
    places = np.flatnonzero(eaten > 0)
    if not places.size:
        return
    width = canvas.pixels.shape[1] / canvas.ratio
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    lowest, highest = np.array([run[0] for run in runs]), np.array([run[-1] for run in runs])
    top = rows.top[highest]
    band = Rows(top, rows.top[lowest] + rows.height[lowest] - top)
    canvas.fill(band, 0.0, width, mixed(look.theme.panel, look.theme.liquidation, BITE))


def draw_eaten(canvas: Canvas, rows: Rows, eaten: NDArray[np.float64], scale: float, look: Look) -> None:
    """Draw in red what liquidations took in this second, at the prices where they took it."""
    places = np.flatnonzero(eaten > 0)
    limit = canvas.pixels.shape[1] / canvas.ratio
    widths = np.clip(eaten[places] * scale, LEAST_EATEN, limit)
    canvas.fill(Rows(rows.top[places], rows.height[places]), 0.0, widths, look.theme.liquidation)


def hatch(canvas: Canvas, look: Look) -> None:
    """Hatch a halted column."""
    halt, painter = look.theme.halt, QPainter(canvas.image)
    plot = QRectF(0, 0, canvas.pixels.shape[1] / canvas.ratio, canvas.pixels.shape[0] / canvas.ratio)
    painter.fillRect(plot, with_alpha(halt, 0.06))
    painter.fillRect(plot, QBrush(with_alpha(halt, 0.5 if look.theme.dark else 0.9), Qt.BrushStyle.BDiagPattern))
    painter.end()
