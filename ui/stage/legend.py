"""The line above the columns, or more than one: what is on stage, what the marks mean, the depth scale, and the time."""

import math
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from model.frame import Picture
from ui import text
from ui.lettering import Look
from ui.stage.scale import nice_step
from ui.stage.sheet import Sheet
from ui.text import translate
from ui.theme import mixed

GAP = 16.0
SWATCH = 0.68
"""Size of a colour's sample against the height of the letters beside it."""
ROUND = 8.0
"""The room for the legend is rounded to this, so that it keeps its size while the clock's digits change theirs."""
SCALE_LONG, SCALE_SHORT = 45.0, 20.0
"""Pixels that the depth scale is long at least."""
LINE_GAP = 2.0
"""Pixels between two lines."""
MOST_ROWS = 3


class Marks(NamedTuple):
    """What there is to explain."""

    per_usd: float
    """Pixels for a dollar in a bar."""
    bin_usd: float
    """Height of a bar."""
    start: float
    compared: bool
    """Whether another road's book stands behind."""
    liquidated: bool
    halted: bool
    selling: bool
    """Whether liquidations can be seen in a book: not while all exchanges are halted."""


class Entry(NamedTuple):
    """One explanation: the kind of its mark, words, and the mark's width."""

    kind: str
    words: str
    mark: float

    def width(self, look: Look) -> float:
        """Room that it needs."""
        return self.mark + 5 + look.small.width(self.words)


def _depth(marks: Marks, look: Look, short: bool) -> Entry:
    dollars = nice_step((SCALE_SHORT if short else SCALE_LONG) / marks.per_usd)
    part = marks.bin_usd / marks.start
    percent = text.percent(part, 2 if part < 0.001 else 1)
    template = (
        translate("Stage", "{usd} per {percent}") if short else translate("Stage", "{usd} per {percent} of price")
    )
    return Entry("depth", template.format(usd=text.money(dollars), percent=percent), dollars * marks.per_usd)


def entries(marks: Marks, look: Look, short: bool = False) -> list[Entry]:
    """What there is to explain, the most important first; `short`: in fewer words."""
    size = round(look.small.height * SWATCH)
    found = [Entry("bids", translate("Stage", "bids"), size), Entry("asks", translate("Stage", "asks"), size)]
    if marks.compared:
        found.append(Entry("other", translate("Stage", "other road"), size))
    found.append(_depth(marks, look, short))
    found.append(Entry("normal", translate("Stage", "normal book"), 1.8 * size))
    if marks.halted:
        found.append(Entry("halt", translate("Stage", "halted, $ waiting"), size))
    makers = translate("Stage", "makers") if short else translate("Stage", "left part: market makers")
    found.append(Entry("makers", makers, size))
    if marks.liquidated:
        found.append(Entry("liquidated", translate("Stage", "liquidated now"), size))
    return found


def placed(found: list[Entry], rooms: list[QRectF], look: Look) -> list[tuple[QPointF, Entry]]:
    """Where each entry stands: in the first line that has room for it; one that no line has room for is left out."""
    ends = [room.left() for room in rooms]
    standing = []
    for entry in found:
        width = entry.width(look)
        line = next((n for n, room in enumerate(rooms) if ends[n] + width <= room.right()), None)
        if line is not None:
            standing.append((QPointF(ends[line], rooms[line].top()), entry))
            ends[line] += width + GAP
    return standing


def rows_for(width: float, symbol: str, marks: Marks, look: Look) -> int:
    """Lines that the title needs so that every mark on stage is told: as many as it takes, but not the stage itself."""
    must = entries(marks._replace(liquidated=marks.liquidated and marks.selling), look, short=True)
    samples = [entry._replace(mark=2.5 * SCALE_SHORT) if entry.kind == "depth" else entry for entry in must]
    clock = look.strong.width(text.clock(0))
    left = look.title.width(_title(symbol, width, clock, look))
    for count in range(1, MOST_ROWS):
        rooms = _rooms(QRectF(0, 0, width - ROUND, height_of(look, count)), left, clock, look)
        if len(placed(samples, rooms, look)) == len(samples):
            return count
    return MOST_ROWS


def height_of(look: Look, rows: int) -> int:
    """Height of the title."""
    return math.ceil(look.title.height) + (rows - 1) * math.ceil(look.small.height + LINE_GAP)


def _title(symbol: str, width: float, clock: float, look: Look) -> str:
    """What is on stage, as it fits beside the clock."""
    name = translate("Stage", "{asset} perpetual").format(asset=symbol)
    return look.title.fitted(name, width - clock - GAP)


class Legend:
    """The title and what stands in it; placed and drawn anew only when it says something else."""

    def __init__(self) -> None:
        self._sheet = Sheet()
        self._key: tuple[object, ...] = ()
        self._rooms: list[QRectF] = []
        self._tells_second = True
        self.standing: list[tuple[QPointF, Entry]] = []
        """What is explained, and where."""

    def draw(self, painter: QPainter, room: QRectF, picture: Picture, phase: str, marks: Marks, look: Look) -> None:
        """Write the asset at the left and the time at the right, and between or below them explain the marks."""
        clock = look.strong.width(text.clock(picture.step))
        title, second = _title(picture.symbol, room.width(), clock, look), _second(picture, phase)
        widths = (look.title.width(title), clock, look.small.width(second))
        key = (marks, room.getRect(), widths, phase, id(look))
        if key != self._key:
            self._key = key
            self._place(room, widths, bool(phase), marks, look)
        self._sheet.show(
            painter, room if len(self._rooms) > 1 else self._rooms[0], (marks, self._rooms[0].getRect(), id(look)),
            look.theme.panel, lambda own: draw_entries(own, self.standing, look),
        )  # fmt: skip
        look.title.write(painter, room.topLeft(), title, look.theme.text)
        base = room.top() + (look.title.height - look.body.height) * 0.7
        look.strong.write_right(painter, QPointF(room.right(), base), text.clock(picture.step), look.theme.text)
        if self._tells_second:
            corner = QPointF(room.right() - clock - 10, _line_top(room, look))
            second = look.small.fitted(second, room.width() - widths[0] - clock - 3 * GAP)
            look.small.write_right(painter, corner, second, look.theme.text_soft)

    def _place(
        self, room: QRectF, widths: tuple[float, float, float], in_steps: bool, marks: Marks, look: Look
    ) -> None:  # fmt: skip
        """Place the entries; `widths` are those of title, clock and second, which gives way: the clock says the same."""
        left, clock, second = widths
        whole = entries(marks, look)
        self._rooms = _rooms(room, left, clock + 10 + second, look)
        self._tells_second = in_steps or len(placed(whole, self._rooms, look)) == len(whole)
        if not self._tells_second:
            self._rooms = _rooms(room, left, clock, look)
        long, short = (placed(form, self._rooms, look) for form in (whole, entries(marks, look, short=True)))
        self.standing = short if {entry.kind for _, entry in short} - {entry.kind for _, entry in long} else long


def _second(picture: Picture, phase: str) -> str:
    if phase:
        return translate("Stage", "next second, done: {phase}").format(phase=phase)
    return translate("Stage", "second {number}").format(number=text.number(picture.step))


def _line_top(room: QRectF, look: Look) -> float:
    return room.top() + (look.title.height - look.small.height) * 0.75


def _rooms(room: QRectF, left: float, right: float, look: Look) -> list[QRectF]:
    """The room between the title's words, and the lines below them if the title has more than one."""
    low, height = math.floor(_line_top(room, look)), math.ceil(look.small.height)
    first, last = math.ceil(room.left() + left + GAP), (room.right() - right - GAP) // ROUND * ROUND
    rooms = [QRectF(first, low, max(last - first, 0.0), height)]
    below, pitch = room.top() + height_of(look, 1), height_of(look, 2) - height_of(look, 1)
    while below + pitch <= room.bottom():
        rooms.append(QRectF(room.left(), below + LINE_GAP, room.width(), height))
        below += pitch
    return rooms


def draw_entries(painter: QPainter, standing: list[tuple[QPointF, Entry]], look: Look) -> None:
    """Draw the marks with their words."""
    for corner, entry in standing:
        middle, size = corner.y() + look.small.height / 2, round(look.small.height * SWATCH)
        box = QRectF(corner.x(), round(middle - size / 2), entry.mark, size)
        _draw_mark(painter, box, entry.kind, look)
        look.small.write(painter, QPointF(corner.x() + entry.mark + 5, corner.y()), entry.words, look.theme.text_soft)


def _draw_mark(painter: QPainter, box: QRectF, kind: str, look: Look) -> None:
    theme, middle = look.theme, round(box.center().y())
    plain = {"bids": theme.bid, "asks": theme.ask, "liquidated": theme.liquidation}
    if kind in plain:
        painter.fillRect(box, plain[kind])
    elif kind == "makers":
        _draw_halves(painter, box, theme.bid_maker, theme.ask_maker)
    elif kind == "other":
        painter.fillRect(box, mixed(theme.panel, theme.ghost, 0.28))
        painter.fillRect(QRectF(box.right() - 2, box.top(), 2, box.height()), theme.text_soft)
    elif kind == "halt":
        painter.fillRect(box, QBrush(theme.halt, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(theme.halt, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
    elif kind == "depth":
        painter.fillRect(QRectF(box.left(), middle - 1, box.width(), 2), theme.text_soft)
        for x in (box.left(), box.right() - 1.5):
            painter.fillRect(QRectF(x, middle - 4, 1.5, 8), theme.text_soft)
    else:
        pen = QPen(theme.ghost, 1.4, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))


def _draw_halves(painter: QPainter, box: QRectF, upper: QColor, lower: QColor) -> None:
    half = box.height() / 2
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), half), upper)
    painter.fillRect(QRectF(box.left(), box.top() + half, box.width(), half), lower)
