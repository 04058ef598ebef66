"""Gauges below a column: bids left of the normal book, insurance fund, confidence."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui import text
from ui.lettering import Look
from ui.stage.shown import UNSEEN, Shown
from ui.text import translate

BAR, THIN = 6.0, 4.0
"""Height of a bar below words side by side, and below one of three lines."""
GAP = 14.0


class Gauge(NamedTuple):
    """A part of a whole: what it is called, from many words to few, how much, in which colour."""

    names: tuple[str, ...]
    part: float
    color: QColor
    measure: str


def gauges_of(venue: Shown, look: Look) -> tuple[Gauge, ...]:
    """The gauges of a venue; one that a lesson has not introduced has no value and is left out."""
    theme = look.theme
    bids = (translate("Stage", "bids left, of normal"), translate("Stage", "bids, of normal"),
            translate("Stage", "bids left"), translate("Stage", "bids"))  # fmt: skip
    fund = (translate("Stage", "insurance fund, of its start"), translate("Stage", "fund, of its start"),
            translate("Stage", "insurance fund"), translate("Stage", "fund"))  # fmt: skip
    gauges = (
        Gauge(bids, venue.depth_ratio, theme.bid, "stage.depth_ratio"),
        Gauge(fund, venue.fund_ratio, theme.fund, "stage.fund"),
        Gauge((translate("Stage", "confidence"),), venue.confidence, theme.confidence, "stage.confidence"),
    )
    return tuple(gauge for gauge in gauges if gauge.part is not UNSEEN)


def _value_width(look: Look) -> float:
    return look.small_bold.width(text.percent(1.0, 0)) + 8


def _name(gauge: Gauge, room: float, look: Look) -> str:
    """The name with the most words that there is room for."""
    room -= _value_width(look)
    return next(
        (name for name in gauge.names if look.small.width(name) <= room), look.small.fitted(gauge.names[-1], room)
    )


def layout_for(venues: list[Shown], look: Look, room: float) -> str:
    """How gauges stand in every column: all "beside" each other, equally wide, or "stacked"."""
    gauges = gauges_of(venues[0], look) if venues else ()
    needs = [look.small.width(gauge.names[-1]) + _value_width(look) for gauge in gauges]
    return "stacked" if needs and max(needs) > _width(room, len(gauges)) else "beside"


def _width(room: float, count: int) -> float:
    """Width of one of so many gauges beside each other."""
    return (room - GAP * (count - 1)) / count


def height_of(look: Look, layout: str, count: int) -> float:
    """Room that so many gauges need."""
    row = look.small.height + BAR + 5 if count else 0.0
    return pitch(look) * count if layout == "stacked" else row


def pitch(look: Look) -> float:
    """Height of one of three lines."""
    return look.small.height + THIN + 1


def measure_at(room: QRectF, venue: Shown, look: Look, layout: str, place: QPointF) -> str:
    """Key of the gauge at a place; empty if none is there."""
    if not room.contains(place):
        return ""
    gauges = gauges_of(venue, look)
    if not gauges:
        return ""
    if layout == "stacked":
        return gauges[min(int((place.y() - room.top()) / pitch(look)), len(gauges) - 1)].measure
    each = _width(room.width(), len(gauges)) + GAP
    return gauges[min(int((place.x() - room.left()) / each), len(gauges) - 1)].measure


def draw_gauges(painter: QPainter, room: QRectF, venue: Shown, look: Look, layout: str) -> None:
    """Draw the gauges of a column."""
    gauges = gauges_of(venue, look)
    if not gauges:
        return
    if layout == "stacked":
        for n, gauge in enumerate(gauges):
            row = QRectF(room.left(), room.top() + n * pitch(look), room.width(), pitch(look))
            _draw(painter, row, gauge, look, THIN)
        return
    each = _width(room.width(), len(gauges))
    for n, gauge in enumerate(gauges):
        _draw(painter, QRectF(room.left() + n * (each + GAP), room.top(), each, room.height()), gauge, look)


def _draw(painter: QPainter, room: QRectF, gauge: Gauge, look: Look, tall: float = BAR) -> None:
    value = text.percent(gauge.part, 0)
    look.small_bold.write_right(painter, QPointF(room.right(), room.top()), value, look.theme.text)
    look.small.write(painter, room.topLeft(), _name(gauge, room.width(), look), look.theme.text_soft)
    _fill(painter, QRectF(room.left(), room.top() + look.small.height, room.width(), tall), gauge, look)


def _fill(painter: QPainter, bar: QRectF, gauge: Gauge, look: Look) -> None:
    painter.fillRect(bar, look.theme.gauge)
    part = min(max(gauge.part, 0.0), 1.0) if gauge.part == gauge.part else 0.0
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * part, bar.height()), gauge.color)
