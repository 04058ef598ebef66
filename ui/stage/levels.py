"""The price lines of a column, last and mark, and the words beside them, which never cover each other."""

import math
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui import text
from ui.lettering import Lettering, Look
from ui.stage.scale import Axis
from ui.stage.shown import Shown
from ui.text import translate


class Label(NamedTuple):
    """Words that belong at a height."""

    y: float
    """Where their middle should be."""
    words: str
    letters: Lettering
    color: QColor
    short: str = ""
    """What is written where there is no room for the words."""


def placed(labels: list[Label], top: float, bottom: float) -> list[tuple[float, Label]]:
    """Top of each label: as near as possible to where it belongs, in order, without overlap, inside top and bottom."""
    ordered = sorted(labels, key=lambda label: label.y)
    tops: list[float] = []
    floor = top
    for label in ordered:
        tops.append(max(label.y - label.letters.height / 2, floor))
        floor = tops[-1] + label.letters.height + 1
    ceiling = bottom
    for n in range(len(ordered) - 1, -1, -1):
        tops[n] = min(tops[n], ceiling - ordered[n].letters.height)
        ceiling = tops[n] - 1
    return list(zip(tops, ordered, strict=True))


def _lines(painter: QPainter, plot: QRectF, venues: tuple[Shown, Shown], axis: Axis, look: Look) -> list[Label]:
    labels = []
    venue, told = venues
    if axis.low < venue.mark < axis.high:
        y = axis.y(venue.mark)
        painter.setPen(QPen(look.theme.mark, 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(plot.left() - 4, round(y) + 0.5, plot.right(), round(y) + 0.5))
        words = translate("Stage", "mark {price}").format(price=text.price(told.mark))
        labels.append(Label(y, words, look.small, look.theme.text_soft, text.price(told.mark)))
    if axis.low < venue.last < axis.high:
        y = axis.y(venue.last)
        painter.fillRect(QRectF(plot.left() - 4, round(y) - 1, plot.width() + 4, 2), look.theme.last)
        words = translate("Stage", "last {price}").format(price=text.price(told.last))
        labels.append(Label(y, words, look.small, look.theme.text, text.price(told.last)))
    return labels


def _own(painter: QPainter, plot: QRectF, venue: Shown, axis: Axis, look: Look) -> list[Label]:
    """Small signs where the user's own orders wait and where own positions would be liquidated, with their words."""
    labels = []
    for mine in venue.mine:
        if not axis.low < mine.price < axis.high:
            continue
        y = axis.y(mine.price)
        color = look.theme.liquidation if mine.side == 0 else look.theme.accent
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(
            QPolygonF([QPointF(plot.left() - 4, y - 5), QPointF(plot.left() + 5, y), QPointF(plot.left() - 4, y + 5)])
        )
        if mine.side == 0:
            painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(plot.left(), round(y) + 0.5, plot.right(), round(y) + 0.5))
            words = translate("Stage", "you {number}: liquidated at {price}")
        elif mine.side > 0:
            words = translate("Stage", "you {number}: buy {usd}, {ahead} ahead")
        else:
            words = translate("Stage", "you {number}: sell {usd}, {ahead} ahead")
        told = words.format(number=mine.number, price=text.price(mine.price), usd=text.money(mine.usd),
                            ahead=text.money(mine.ahead_usd))  # fmt: skip
        labels.append(Label(y, told, look.small_bold, color))
    return labels


def draw_levels(
    painter: QPainter, plot: QRectF, venues: tuple[Shown, Shown], axis: Axis, look: Look, flowing: bool
) -> QRectF:
    """Draw the lines, and at their right end their words and the dollars just liquidated; returns the words' room.

    `venues` are the column now, for the lines, and as the words tell it.
    """
    venue, told = venues
    labels = [*_own(painter, plot, venue, axis, look), *_lines(painter, plot, venues, axis, look)]
    if told.eaten_usd >= 1000:
        template = translate("Stage", "▼ {usd} a second") if flowing else translate("Stage", "▼ {usd} in this second")
        words = template.format(usd=text.money(told.eaten_usd))
        if look.strong.width(words) > plot.width():
            words = translate("Stage", "▼ {usd}").format(usd=text.money(told.eaten_usd))
        price = venue.last if math.isfinite(venue.last) else venue.mid
        y = axis.y(price) + look.small.height + 1
        labels.append(Label(y, words, look.strong, look.theme.liquidation))
    room = QRectF()
    for y, label in placed(labels, plot.top(), plot.bottom()):
        fits = not label.short or label.letters.width(label.words) <= plot.width()
        words = label.letters.fitted(label.words if fits else label.short, plot.width())
        label.letters.write_backed(painter, QPointF(plot.right() - 2, y), words, label.color, look.theme.panel)
        width = label.letters.width(words)
        room = room.united(QRectF(plot.right() - width - 2, y, width, label.letters.height))
    return room
