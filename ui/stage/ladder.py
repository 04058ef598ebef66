"""A book as bars, what liquidations eat of it, and the hatching of a halt: what is left in the glass."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from ui import text
from ui.lettering import Look
from ui.stage.scale import Axis
from ui.stage.shown import Bars, Shown
from ui.text import translate
from ui.theme import mixed, with_alpha

Rows = list[tuple[float, float]]
"""Top and height of each bar in pixels."""
BITE = 0.16
"""Part of red in the band that marks eaten prices for the back row; dollars are the solid bars on it."""
LEAST_GAP = 4.0
"""Bars at least this high leave a line of pixels between them."""


def draw_side(
    painter: QPainter,
    plot: QRectF,
    rows: list[tuple[float, float]],
    bars: Bars,
    scale: float,
    colors: tuple[QColor, QColor],
) -> None:
    """Fill one side's bars: market makers' share first, darker, then the rest."""
    left, limit = plot.left(), plot.width()
    maker, rest = colors
    widths = np.minimum(bars.usd * scale, limit).tolist()
    makers = np.minimum(bars.maker_usd * scale, limit).tolist()
    for (y, height), width, made in zip(rows, widths, makers, strict=True):
        if height <= 0 or width < 0.05:
            continue
        if made > 0.05:
            painter.fillRect(QRectF(left, y, made, height), maker)
        if width - made > 0.05:
            painter.fillRect(QRectF(left + made, y, max(width - made, 0.6), height), rest)


def bar_rows(edges: NDArray[np.float64], axis: Axis, low: float, high: float) -> Rows:
    """Top and height in pixels of each bar, cut to a range of prices and to the axis."""
    low, high = max(low, axis.low), min(high, axis.high)
    borders = np.clip(edges, low, max(low, high))
    y = axis.bottom - (borders - axis.low) / (axis.high - axis.low) * (axis.bottom - axis.top)
    heights = y[:-1] - y[1:]
    gap = np.where(heights >= LEAST_GAP, 1.0, 0.0)
    return list(zip(y[1:].tolist(), (heights - gap).tolist(), strict=True))


def draw_book(painter: QPainter, plot: QRectF, venue: Shown, edges: NDArray[np.float64], axis: Axis, scale: float,
              look: Look) -> None:  # fmt: skip
    """Draw both sides, and say in words where one is empty."""
    theme = look.theme
    mid = venue.mid if math.isfinite(venue.mid) else (axis.low + axis.high) / 2
    draw_side(painter, plot, bar_rows(edges, axis, axis.low, mid), venue.bids, scale, (theme.bid_maker, theme.bid))
    draw_side(painter, plot, bar_rows(edges, axis, mid, axis.high), venue.asks, scale, (theme.ask_maker, theme.ask))
    y = min(max(axis.y(mid), plot.top()), plot.bottom())
    below = QRectF(plot.left(), y, plot.width(), plot.bottom() - y)
    above = QRectF(plot.left(), plot.top(), plot.width(), y - plot.top())
    for room, words in zip((below, above), empty_words(venue, axis), strict=True):
        if words:
            look.heading.write_centred(painter, room, words, theme.text)


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


def draw_bite(painter: QPainter, plot: QRectF, rows: Rows, eaten: NDArray[np.float64], look: Look) -> None:
    """Mark with a faint red band the prices that liquidations took in this second."""
    places = np.flatnonzero(eaten > 0)
    if not places.size:
        return
    bite = mixed(look.theme.panel, look.theme.liquidation, BITE)
    for run in np.split(places, np.flatnonzero(np.diff(places) > 1) + 1):
        top, (low, height) = rows[run[-1]][0], rows[run[0]]
        painter.fillRect(QRectF(plot.left(), top, plot.width(), low + height - top), bite)


def draw_eaten(
    painter: QPainter, plot: QRectF, rows: Rows, eaten: NDArray[np.float64], scale: float, look: Look
) -> None:
    """Draw in red what liquidations took in this second, at the prices where they took it."""
    red = look.theme.liquidation
    for n in np.flatnonzero(eaten > 0).tolist():
        y, height = rows[n]
        if height > 0:
            width = min(max(float(eaten[n]) * scale, 5.0), plot.width())
            painter.fillRect(QRectF(plot.left(), y, width, height), red)


def hatch(painter: QPainter, plot: QRectF, look: Look) -> None:
    """Hatch a halted column."""
    halt = look.theme.halt
    painter.fillRect(plot, with_alpha(halt, 0.06))
    painter.fillRect(plot, QBrush(with_alpha(halt, 0.5 if look.theme.dark else 0.9), Qt.BrushStyle.BDiagPattern))
    painter.fillRect(QRectF(plot.left() - 3, plot.top(), 3, plot.height()), halt)


def say_halt(painter: QPainter, plot: QRectF, venue: Shown, look: Look) -> None:
    """Say how long a column is halted and what waits."""
    said = translate("Stage", "trading paused, re-opens in {time}").format(time=text.countdown(venue.halted_for))
    lines = [said]
    if venue.waiting_usd >= 1:
        lines.append(translate("Stage", "{usd} of called positions wait").format(usd=text.money(venue.waiting_usd)))
    for n, line in enumerate(lines):
        short = look.small_bold.fitted(line, plot.width() - 12)
        place = QPointF(plot.right() - 6, plot.top() + 6 + n * (look.small_bold.height + 2))
        look.small_bold.write_backed(painter, place, short, look.theme.halt_text, look.theme.panel)
