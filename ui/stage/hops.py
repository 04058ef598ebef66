"""Hops: liquidations whose cause lies on another exchange, as dots that fly from column to column along an arc."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from model.frame import Hop
from ui import text
from ui.lettering import Look
from ui.text import translate
from ui.theme import keeper, with_alpha

LIFE_MS, FADE_MS = 2000.0, 600.0
STEADY_MS = 700.0
"""A badge keeps its words at least so long."""
FLIGHT_MS = 1100.0
DOTS = 5
REST = 0.1
"""Where the first dot rests while time stands still."""
ALONG, NEAR = 20, 16.0
"""An arc is felt at so many places, within so many pixels."""
BADGE_WIDTH = 0.9
"""A badge is at most as wide as this part of a column, or its words become shorter."""
PADDING = 18.0
ABOVE = 8.0
"""Pixels between an arc and its badge, so that no dot flies under it."""
MOST = 5
"""Arcs drawn at once, the largest first."""
HOLD, KEPT = 10.0, 40
"""Pixels that an arc's ends let pass before they follow, and arcs that are kept as pictures."""


@dataclass
class Arc:
    """A hop on its way: what its badge says, what came since, and how long ago."""

    hop: Hop
    age: float = 0.0
    told: float = 0.0
    """Milliseconds since the badge last changed."""
    waiting: float = 0.0
    """Dollars that came since."""
    ends: "Place | None" = None
    """Where it was drawn."""

    @property
    def strength(self) -> float:
        """How visible it still is, 0 to 1; without motion it stands and is gone."""
        if keeper.still:
            return 1.0
        return min(max((LIFE_MS - self.age) / FADE_MS, 0.0), 1.0)


class Place(NamedTuple):
    """Where an arc begins and ends."""

    leave: QPointF
    arrive: QPointF


class Sold(NamedTuple):
    """Where liquidations sold in a column's book: the height of their price, and what is to be found at it."""

    left: float
    """Where the column's line begins."""
    bite: float
    """Right of what was eaten."""
    right: float
    """Where the words at the line's end begin."""
    y: float


def _place_of(sold: list[Sold], hop: Hop) -> Place:
    """From the price sold on one exchange to the price eaten on the other."""
    source, target = sold[hop.source], sold[hop.exchange]
    leave = source.right if hop.exchange > hop.source else source.left
    return Place(QPointF(leave, source.y), QPointF(target.bite, target.y))


class HopTrail:
    """The arcs in the air.

    When play is paused they stay as they are; a moment that is visited shows its own and nothing else.
    """

    def __init__(self) -> None:
        self.arcs: dict[tuple[int, int], Arc] = {}
        self.phase = REST
        self.drawn: list[tuple[QPainterPath, Arc]] = []
        """The arcs of the last picture."""
        self.badges: list[tuple[QRectF, Hop]] = []
        """Their badges."""
        self._moment: tuple[int, int] | None = None

    def take(self, hops: tuple[Hop, ...], moment: tuple[int, int], elapsed_ms: float) -> None:
        """Take in the hops of a moment, and let what flies grow older."""
        merged: dict[tuple[int, int], Hop] = {}
        for hop in hops:
            old = merged.get((hop.source, hop.exchange))
            merged[hop.source, hop.exchange] = (
                hop if old is None else old._replace(usd=old.usd + hop.usd, count=old.count + hop.count)
            )
        if elapsed_ms <= 0 and moment == self._moment:
            return
        if elapsed_ms <= 0:
            self.arcs = {pair: Arc(hop) for pair, hop in merged.items()}
            self.phase, self._moment = REST, moment
            return
        self.phase = (self.phase + elapsed_ms / FLIGHT_MS / DOTS) % 1.0
        for arc in self.arcs.values():
            arc.age += elapsed_ms
            arc.told += elapsed_ms
        if moment == self._moment and keeper.still:
            return
        if moment != self._moment:
            self._moment = moment
            for pair, hop in merged.items():
                self._add(pair, hop)
        self.arcs = {pair: arc for pair, arc in self.arcs.items() if arc.age < LIFE_MS}

    def at(self, place: QPointF) -> Hop | None:
        """The hop whose arc or badge is under the pointer."""
        for box, hop in self.badges:
            if box.contains(place):
                return hop
        for path, arc in reversed(self.drawn):
            for n in range(1, ALONG):
                point = path.pointAtPercent(n / ALONG) - place
                if math.hypot(point.x(), point.y()) <= NEAR:
                    return arc.hop
        return None

    def _add(self, pair: tuple[int, int], hop: Hop) -> None:
        arc = self.arcs.get(pair)
        if arc is None:
            self.arcs[pair] = Arc(hop)
            return
        arc.waiting += hop.usd
        arc.age = 0.0
        if arc.told >= STEADY_MS:
            arc.hop = hop._replace(usd=arc.waiting)
            arc.told, arc.waiting = 0.0, 0.0


def badge_words(hop: Hop) -> tuple[str, str, str]:
    """Kind of cause, delay and dollars of a hop; delay and dollars; dollars alone."""
    told = translate("Stage", "via {channel}, {delay} later: {usd}")
    at_once = translate("Stage", "via {channel}, at once: {usd}")
    short = translate("Stage", "{delay} · {usd}")
    channel, delay, usd = text.channel_name(hop.channel), text.duration(hop.delay), text.money(hop.usd)
    whole = (told if hop.delay > 0 else at_once).format(channel=channel, delay=delay, usd=usd)
    return whole, short.format(delay=delay, usd=usd), usd


def path_of(start: QPointF, end: QPointF, room: QRectF, hop: Hop) -> QPainterPath:
    """The arc between two columns: rightward over, leftward under, farther means higher."""
    way = end.x() - start.x()
    rise = min(room.height() * 0.3, 40 + abs(way) * 0.22) * (1 if hop.exchange > hop.source else -1)
    path = QPainterPath(start)
    first = QPointF(start.x() + way * 0.3, start.y() - rise)
    second = QPointF(start.x() + way * 0.7, end.y() - rise)
    for point in (first, second):
        point.setY(min(max(point.y(), room.top() - rise * 0.2), room.bottom() - rise * 0.2))
    path.cubicTo(first, second, end)
    return path


class ArcPictures:
    """Arcs drawn a moment ago: while prices tremble, an arc is shown again instead of drawn again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], tuple[QPointF, QPixmap]] = {}

    def show(self, painter: QPainter, path: QPainterPath, key: tuple[object, ...], pen: QPen) -> None:
        """Show a path with its head; `key` names all that it was made from."""
        ratio = painter.device().devicePixelRatioF()
        found = self._kept.get((*key, ratio))
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            found = self._kept[(*key, ratio)] = self._drawn(path, pen, ratio)
        painter.drawPixmap(*found)

    def _drawn(self, path: QPainterPath, pen: QPen, ratio: float) -> tuple[QPointF, QPixmap]:
        size = 6.0 + pen.widthF()
        room = path.boundingRect().adjusted(-size, -size, size, size).toAlignedRect()
        pixmap = QPixmap(room.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-room.topLeft())
        painter.setPen(pen)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pen.color().rgb()))
        _draw_head(painter, path, size)
        painter.end()
        return QPointF(room.topLeft()), pixmap


def _held(arc: Arc, place: Place) -> Place:
    """The ends of an arc, which stay where they are while prices merely tremble."""
    old = arc.ends
    if old is None or max((a - b).manhattanLength() for a, b in zip(old, place, strict=True)) > HOLD:
        arc.ends = place
    return arc.ends or place


def draw_arcs(
    painter: QPainter, room: QRectF, sold: list[Sold], trail: HopTrail, pictures: ArcPictures, look: Look
) -> list[Hop]:
    """Draw the largest arcs with their dots; returns their hops."""
    arcs = sorted(trail.arcs.values(), key=lambda arc: -arc.hop.usd)[:MOST]
    arcs = [arc for arc in arcs if arc.hop.source < len(sold) and arc.hop.exchange < len(sold)]
    trail.drawn = []
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arc in reversed(arcs):
        start, end = _held(arc, _place_of(sold, arc.hop))
        path = path_of(start, end, room, arc.hop)
        trail.drawn.append((path, arc))
        red = look.theme.liquidation
        width = float(round(min(1.8 + 5.0 * math.sqrt(arc.hop.usd / 1e8), 11.0)))
        key = (start.toTuple(), end.toTuple(), room.getRect(), arc.hop.exchange > arc.hop.source, width, red.rgb())
        painter.setOpacity(arc.strength)
        pen = QPen(with_alpha(red, 0.5), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pictures.show(painter, path, key, pen)
        _draw_dots(painter, path, 3.2 + width * 0.22, trail.phase, red)
    painter.restore()
    return [arc.hop for arc in arcs]


def draw_badges(
    painter: QPainter, room: QRectF, column: float, words: list[QRectF], trail: HopTrail, look: Look
) -> None:
    """Draw the badges of the arcs drawn, clear of words that stand in the books; the largest hop chooses first.

    `column` is the width of a book: no badge covers all of one.
    """
    most = column * BADGE_WIDTH
    trail.badges = []
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for path, arc in reversed(trail.drawn):
        forms = badge_words(arc.hop)
        told = next((form for form in forms if look.small_bold.width(form) + PADDING <= most), forms[-1])
        taken = [*words, *(box for box, _ in trail.badges)]
        box = _badge_room(room, path.pointAtPercent(0.5), told, arc.hop, taken, look)
        _draw_badge(painter, box, told, arc.strength, look)
        trail.badges.append((box, arc.hop))
    painter.restore()


def _draw_dots(painter: QPainter, path: QPainterPath, radius: float, phase: float, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for n in range(0 if keeper.still else DOTS):
        painter.drawEllipse(path.pointAtPercent((phase + n / DOTS) % 1.0), radius, radius)


def _draw_head(painter: QPainter, path: QPainterPath, size: float) -> None:
    tip = path.pointAtPercent(1.0)
    angle = math.radians(-path.angleAtPercent(0.97))
    sides = [
        QPointF(tip.x() + size * math.cos(angle + turn), tip.y() + size * math.sin(angle + turn))
        for turn in (2.6, -2.6)
    ]
    painter.drawPolygon(QPolygonF([tip, *sides]))


def _badge_room(room: QRectF, middle: QPointF, words: str, hop: Hop, taken: list[QRectF], look: Look) -> QRectF:
    """Where a badge stands: outside the bend of its arc, and clear of what is taken, farther out or else farther in."""
    width, height = look.small_bold.width(words) + PADDING, look.small_bold.height + 6
    left = min(max(middle.x() - width / 2, room.left()), room.right() - width)
    way = -1 if hop.exchange > hop.source else 1
    top = middle.y() - height / 2 + way * (height / 2 + ABOVE)
    first = QRectF(left, min(max(top, room.top()), room.bottom() - height), width, height)
    for step in (4 * way, -4 * way):
        box = QRectF(first)
        while box.top() >= room.top() and box.bottom() <= room.bottom():
            if not any(box.intersects(other) for other in taken):
                return box
            box.translate(0, step)
    return first


def _draw_badge(painter: QPainter, box: QRectF, words: str, strength: float, look: Look) -> None:
    painter.setOpacity(strength)
    painter.setPen(QPen(look.theme.liquidation, 1.4))
    painter.setBrush(look.theme.panel)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    look.small_bold.write_centred(painter, box, words, look.theme.text)
    painter.setOpacity(1.0)
