"""A book as bars, what liquidations eat of it, and the hatching of a halt: what is left in the glass."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
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
LEAST_GAP = 4.0
"""Bars at least this high leave a line of pixels between them."""


def draw_side(canvas: Canvas, rows: Rows, bars: Bars, scale: float, colors: tuple[QColor, QColor]) -> None:
    """Fill one side's bars: market makers' share first, darker, then the rest."""
    limit = canvas.pixels.shape[1] / canvas.ratio
    maker, rest = colors
    widths, makers = np.minimum(bars.usd * scale, limit), np.minimum(bars.maker_usd * scale, limit)
    canvas.fill(rows, makers, widths, rest)
    canvas.fill(rows, 0.0, makers, maker)


def bar_rows(edges: NDArray[np.float64], axis: Axis, low: float, high: float) -> Rows:
    """The row of each bar, cut to a range of prices and to the axis."""
    low, high = max(low, axis.low), min(high, axis.high)
    borders = np.minimum(np.maximum(edges, low), max(low, high))
    y = axis.bottom - axis.top - (borders - axis.low) / (axis.high - axis.low) * (axis.bottom - axis.top)
    heights = y[:-1] - y[1:]
    return Rows(y[1:], heights - np.where(heights >= LEAST_GAP, 1.0, 0.0))


def draw_book(canvas: Canvas, venue: Shown, edges: NDArray[np.float64], axis: Axis, scale: float, look: Look) -> None:
    """Draw both sides."""
    theme, mid = look.theme, _middle(venue, axis)
    draw_side(canvas, bar_rows(edges, axis, axis.low, mid), venue.bids, scale, (theme.bid_maker, theme.bid))
    draw_side(canvas, bar_rows(edges, axis, mid, axis.high), venue.asks, scale, (theme.ask_maker, theme.ask))


def draw_ghost(
    canvas: Canvas, venue: Shown, edges: NDArray[np.float64], axis: Axis, scale: float, look: Look, edge: bool
) -> None:
    """The compared road's book: a faint body behind the bars, or with `edge` the line where it ends, before them."""
    if venue.ghost is None:
        return
    mid, bids, asks = venue.ghost
    middle = mid if math.isfinite(mid) else _middle(venue, axis)
    body, line = mixed(look.theme.panel, look.theme.ghost, GHOST_BODY), look.theme.ghost
    limit = canvas.pixels.shape[1] / canvas.ratio
    for bars, low, high in ((bids, axis.low, middle), (asks, middle, axis.high)):
        rows, widths = bar_rows(edges, axis, low, high), np.minimum(bars.usd * scale, limit)
        seen = np.flatnonzero((widths >= GHOST_LINE) & (rows.height > 0))
        cut = Rows(rows.top[seen], rows.height[seen] + (1.0 if edge else 0.0))  # one line, without the bars' gaps
        canvas.fill(cut, widths[seen] - GHOST_LINE if edge else 0.0, widths[seen], line if edge else body)


def _middle(venue: Shown, axis: Axis) -> float:
    return venue.mid if math.isfinite(venue.mid) else (axis.low + axis.high) / 2


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
    widths = np.clip(eaten[places] * scale, 5.0, limit)
    canvas.fill(Rows(rows.top[places], rows.height[places]), 0.0, widths, look.theme.liquidation)


def hatch(canvas: Canvas, look: Look) -> None:
    """Hatch a halted column."""
    halt, painter = look.theme.halt, QPainter(canvas.image)
    plot = QRectF(0, 0, canvas.pixels.shape[1] / canvas.ratio, canvas.pixels.shape[0] / canvas.ratio)
    painter.fillRect(plot, with_alpha(halt, 0.06))
    painter.fillRect(plot, QBrush(with_alpha(halt, 0.5 if look.theme.dark else 0.9), Qt.BrushStyle.BDiagPattern))
    painter.end()


def say_halt(painter: QPainter, plot: QRectF, venue: Shown, look: Look) -> None:
    """Say how long a column is halted and what waits."""
    time, usd = text.countdown(venue.halted_for), text.money(venue.waiting_usd)
    lines = [(translate("Stage", "trading paused, re-opens in {time}"), translate("Stage", "re-opens in {time}"))]
    if venue.waiting_usd >= 1:
        lines.append((translate("Stage", "{usd} of called positions wait"), translate("Stage", "{usd} waiting")))
    for n, templates in enumerate(lines):
        forms = [template.format(time=time, usd=usd) for template in templates]
        room = plot.width() - 12
        short = forms[0] if look.small_bold.width(forms[0]) <= room else look.small_bold.fitted(forms[1], room)
        place = QPointF(plot.right() - 6, plot.top() + 6 + n * (look.small_bold.height + 2))
        look.small_bold.write_backed(painter, place, short, look.theme.halt_text, look.theme.panel)
