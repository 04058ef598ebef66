"""The line above the columns: what is on stage, what the marks mean, the depth scale, and the time."""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from model.frame import Picture
from ui import text
from ui.lettering import Look
from ui.stage.scale import nice_step
from ui.text import translate

GAP = 16.0
SWATCH = 10.0
ROUND = 8.0
"""The room for the legend is rounded to this, so that it keeps its size while the clock's digits change theirs."""


def draw_title(painter: QPainter, room: QRectF, picture: Picture, phase: str, look: Look) -> QRectF:
    """Write the asset at the left and the time at the right; returns what is left between."""
    name = translate("Stage", "{asset} perpetual").format(asset=picture.symbol)
    left = look.title.write(painter, room.topLeft(), name, look.theme.text)
    base = room.top() + (look.title.height - look.body.height) * 0.7
    clock = text.clock(picture.step)
    width = look.strong.write_right(painter, QPointF(room.right(), base), clock, look.theme.text)
    second = translate("Stage", "second {number}").format(number=text.number(picture.step))
    if phase:
        second = translate("Stage", "next second, done: {phase}").format(phase=phase)
    space = room.width() - left - width - 3 * GAP
    second = look.small.fitted(second, space)
    low = room.top() + (look.title.height - look.small.height) * 0.75
    width += 10 + look.small.write_right(painter, QPointF(room.right() - width - 10, low), second, look.theme.text_soft)
    first, last = math.ceil(room.left() + left + GAP), (room.right() - width - GAP) // ROUND * ROUND
    return QRectF(first, math.floor(low), last - first, math.ceil(look.small.height))


def _entry_width(words: str, look: Look, mark: float = SWATCH) -> float:
    return mark + 5 + look.small.width(words) + GAP


def draw_legend(
    painter: QPainter, room: QRectF, scale: tuple[float, float, float], look: Look, compared: bool = False
) -> None:
    """Explain the marks, as many as fit; `compared`: another road's book as well.

    `scale`: pixels per dollar, height of a bar in dollars, starting price.
    """
    per_usd, bin_usd, start = scale
    theme = look.theme
    dollars = nice_step(45 / per_usd)
    words = translate("Stage", "{usd} per {percent} of price").format(
        usd=text.money(dollars), percent=text.percent(bin_usd / start, 2 if bin_usd / start < 0.001 else 1)
    )
    x = room.left()
    length = dollars * per_usd
    middle = room.center().y()
    colours = (translate("Stage", "bids"), translate("Stage", "asks"))
    sides = sum(_entry_width(side, look) for side in colours) - GAP
    whole = _entry_width(words, look, length)
    needed = whole + sides if sides <= room.width() else whole
    if needed <= room.width():  # a scale never stands in the place of one of the two colours
        painter.fillRect(QRectF(x, middle - 1, length, 2), theme.text_soft)
        painter.fillRect(QRectF(x, middle - 4, 1.5, 8), theme.text_soft)
        painter.fillRect(QRectF(x + length - 1.5, middle - 4, 1.5, 8), theme.text_soft)
        look.small.write(painter, QPointF(x + length + 5, room.top()), words, theme.text_soft)
        x += _entry_width(words, look, length)
    entries: tuple[tuple[str, QColor | None, QColor | None], ...] = (
        (translate("Stage", "bids"), theme.bid, None),
        (translate("Stage", "asks"), theme.ask, None),
        *(((translate("Stage", "other road"), theme.ghost, theme.panel),) if compared else ()),
        (translate("Stage", "left part: market makers"), theme.bid_maker, theme.ask_maker),
        (translate("Stage", "normal book"), None, None),
    )
    for words, first, second in entries:
        if _entry_width(words, look) - GAP > room.right() - x:
            return
        _draw_mark(painter, QRectF(x, middle - SWATCH / 2, SWATCH, SWATCH), first, second, theme.ghost)
        look.small.write(painter, QPointF(x + SWATCH + 5, room.top()), words, theme.text_soft)
        x += _entry_width(words, look)


def _draw_mark(painter: QPainter, box: QRectF, first: QColor | None, second: QColor | None, ghost: QColor) -> None:
    if first is None:
        pen = QPen(ghost, 1.4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.5, 2.0])
        painter.setPen(pen)
        painter.drawLine(QLineF(box.left() - 4, box.center().y(), box.right(), box.center().y()))
        return
    painter.fillRect(box, first)
    if second is not None:
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), box.height() / 2), second)
