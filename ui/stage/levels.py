"""The price lines of a column, last and mark, and the words beside them, which never cover each other."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui import text
from ui.lettering import Lettering, Look
from ui.stage.scale import Axis
from ui.stage.shown import Shown
from ui.text import translate
from ui.theme import with_alpha

MOST_WIDTH = 0.5
"""Words wider than this part of a column give way to their short form."""
GROUND = 0.92
"""How much of what is behind the words their ground hides."""
OVERHANG = 4.0
"""A price's line begins so far left of its column."""
NEAR = 3.0
"""A line so near above or below words ends before them, or it would touch the letters."""
WAIT_EDGE = 4.0
BESIDE = 6.0
"""Pixels of a ground besides its words."""
Reach = Callable[[float, float], float]
"""How far from the column's left edge the bars between two heights reach, in pixels."""


class Label(NamedTuple):
    """Words that belong at a height."""

    y: float
    """Where their middle should be."""
    forms: tuple[str, ...]
    """The words, and fewer of them where there is less room."""
    letters: Lettering
    color: QColor
    pen: QPen | None = None
    """The line that is drawn at this height, up to the words."""
    kind: str = ""
    """What it tells, if every column tells that: all columns tell it in the same form."""


def placed(labels: list[Label], top: float, bottom: float) -> list[tuple[float, Label]]:
    """Top of each label: as near as possible to where it belongs, in order, without overlap, inside top and bottom."""
    blocks: list[tuple[list[Label], float, float]] = []
    for label in sorted(labels, key=lambda label: label.y):
        own, wish, height = [label], label.y - label.letters.height / 2, label.letters.height + 1
        while blocks and sum(blocks[-1][1:]) > wish:
            before, above, tall = blocks.pop()
            wish = (above * len(before) + (wish - tall) * len(own)) / (len(before) + len(own))
            own, height = before + own, tall + height
            wish = min(max(wish, top), bottom - height + 1)
        blocks.append((own, min(max(wish, top), bottom - height + 1), height))
    tops = []
    for own, y, _ in blocks:
        for label in own:
            tops.append((y, label))
            y += label.letters.height + 1
    return tops


def _prices(venues: tuple[Shown, Shown], axis: Axis, look: Look) -> list[Label]:
    labels = []
    venue, told = venues
    if axis.low < venue.mark < axis.high:
        price = text.price(told.mark)
        forms = translate("Stage", "mark {price}").format(price=price), price
        pen = QPen(look.theme.mark, 1.4, Qt.PenStyle.DotLine)
        labels.append(Label(axis.y(venue.mark), forms, look.small, look.theme.text_soft, pen, "mark"))
    if axis.low < venue.last < axis.high:
        price = text.price(told.last)
        forms = translate("Stage", "last {price}").format(price=price), price
        pen = QPen(look.theme.last, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        labels.append(Label(axis.y(venue.last), forms, look.small, look.theme.text, pen, "last"))
    return labels


def _own(painter: QPainter, plot: QRectF, venue: Shown, axis: Axis, look: Look) -> list[Label]:
    """Small signs where the user's own orders wait and where own positions would be liquidated; returns their labels."""
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
            words = translate("Stage", "you {number}: liquidated at {price}")
        elif mine.side > 0:
            words = translate("Stage", "you {number}: buy {usd}, {ahead} ahead")
        else:
            words = translate("Stage", "you {number}: sell {usd}, {ahead} ahead")
        told = words.format(number=mine.number, price=text.price(mine.price), usd=text.money(mine.usd),
                            ahead=text.money(mine.ahead_usd))  # fmt: skip
        short = translate("Stage", "you {number}").format(number=mine.number)
        pen = QPen(color, 1, Qt.PenStyle.DashLine) if mine.side == 0 else None
        labels.append(Label(y, (told, short), look.small_bold, color, pen))
    return labels


def _eaten(told: Shown, y: float, look: Look, flowing: bool) -> list[Label]:
    """The dollars just liquidated, at the height of the price at which they were sold."""
    if told.eaten_usd < 1000:
        return []
    template = translate("Stage", "▼ {usd} a second") if flowing else translate("Stage", "▼ {usd} in this second")
    usd = text.money(told.eaten_usd)
    short = translate("Stage", "▼ {usd}").format(usd=usd)
    return [Label(y, (template.format(usd=usd), short), look.strong, look.theme.liquidation, kind="sold")]


def written(label: Label, plot: QRectF, reach: float) -> str:
    """The words of a label as they are written in a column whose bars reach so far: in short rather than over bars."""
    width = label.letters.width(label.forms[0])
    has_room = width <= plot.width() * MOST_WIDTH and width + reach + OVERHANG <= plot.width()
    return label.letters.fitted(label.forms[0 if has_room else -1], plot.width() - OVERHANG)


class Levels(NamedTuple):
    """The price lines of a column and their words, each with its room."""

    labels: list[Label]
    words: list[str]
    boxes: list[QRectF]

    def free_until(self, y: float, right: float) -> float:
        """Where the first words at a height begin; the right end if there are none."""
        near = (box.left() for box in self.boxes if box.top() - NEAR <= y <= box.bottom() + NEAR)
        return min(near, default=right)


def levels_of(
    painter: QPainter, plot: QRectF, venues: tuple[Shown, Shown], axis: Axis, sold_y: float, look: Look, flowing: bool,
    reach: Reach,
) -> Levels:  # fmt: skip
    """The lines of a column and what stands at their right end, with the dollars just liquidated.

    `venues` are the column now, for the lines, and as the words tell it; `sold_y` is the height of what was liquidated.
    """
    venue, told = venues
    labels = [*_own(painter, plot, venue, axis, look), *_prices(venues, axis, look)]
    rooms = placed([*labels, *_eaten(told, sold_y, look, flowing)], plot.top(), plot.bottom())
    words = [written(label, plot, reach(y, y + label.letters.height)) for y, label in rooms]
    boxes = []
    for (y, label), told_so in zip(rooms, words, strict=True):
        width = label.letters.width(told_so) + BESIDE
        boxes.append(QRectF(plot.right() - width, y, width, label.letters.height))
    found = Levels([label for _, label in rooms], words, boxes)
    if told.halted_for > 0 and told.waiting_usd >= 1:
        _add_waiting(found, plot, told, look, reach)
    return found


def alike(columns: list[Levels]) -> list[Levels]:
    """The same with every price, and what waits, told in one form: the shortest that any column needs."""
    forms: dict[str, int] = {}
    for column in columns:
        for label, words in zip(column.labels, column.words, strict=True):
            form = label.forms.index(words) if words in label.forms else len(label.forms) - 1
            forms[label.kind] = max(forms.get(label.kind, 0), form)
    for column in columns:
        for n, (label, box) in enumerate(zip(column.labels, column.boxes, strict=True)):
            if label.kind and column.words[n] in label.forms:
                column.words[n] = label.forms[forms[label.kind]]
                box.setLeft(box.right() - label.letters.width(column.words[n]) - BESIDE)
    return columns


def _add_waiting(found: Levels, plot: QRectF, told: Shown, look: Look, reach: Reach) -> None:
    """What waits for the re-opening, where neither bars nor words are, above or below; in short rather than over them."""
    letters, usd = look.small_bold, text.money(told.waiting_usd)
    forms = (
        translate("Stage", "{usd} of called positions wait").format(usd=usd),
        translate("Stage", "{usd} waiting").format(usd=usd), usd,
    )  # fmt: skip
    tops = (plot.top() + WAIT_EDGE, plot.bottom() - WAIT_EDGE - letters.height)
    free = [plot.width() - reach(top, top + letters.height) - OVERHANG for top in tops]
    places = [
        (words, QRectF(plot.right() - width, top, width, letters.height), room)
        for words, width in ((words, letters.width(words) + BESIDE) for words in forms)
        for top, room in zip(tops, free, strict=True)
    ]
    words, box, _ = next(
        (
            (words, box, room)
            for words, box, room in places
            if box.width() <= room and not any(box.intersects(other) for other in found.boxes)
        ),
        places[-2],
    )
    found.labels.append(Label(box.center().y(), forms, letters, look.theme.halt_text, kind="waiting"))
    found.words.append(words)
    found.boxes.append(box)


def draw_levels(painter: QPainter, plot: QRectF, levels: Levels, look: Look) -> None:
    """Draw each line from the column's left edge to the first words at its height, and all words."""
    for label in levels.labels:
        if label.pen is not None:
            y = round(label.y) + (0.0 if label.pen.width() == 2 else 0.5)
            painter.setPen(label.pen)
            painter.drawLine(QLineF(plot.left() - OVERHANG, y, levels.free_until(y, plot.right()), y))
    ground = with_alpha(look.theme.panel, GROUND)
    for label, words, box in zip(*levels, strict=True):
        label.letters.write_backed(painter, QPointF(box.right() - 2, box.top()), words, label.color, ground)
