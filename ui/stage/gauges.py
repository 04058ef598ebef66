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
    """A part of a whole: what it is called in full and in short, how much, in which colour."""

    name: str
    short: str
    part: float
    color: QColor
    measure: str


def gauges_of(venue: Shown, look: Look) -> tuple[Gauge, ...]:
    """The gauges of a venue; one that a lesson has not introduced has no value and is left out."""
    theme = look.theme
    gauges = (
        Gauge(translate("Stage", "bids left"), translate("Stage", "bids"), venue.depth_ratio, theme.bid,
              "stage.depth_ratio"),
        Gauge(translate("Stage", "insurance fund"), translate("Stage", "fund"), venue.fund_ratio, theme.fund,
              "stage.fund"),
        Gauge(
            translate("Stage", "confidence"), translate("Stage", "confidence"), venue.confidence, theme.confidence,
            "stage.confidence",
        ),
    )  # fmt: skip
    return tuple(gauge for gauge in gauges if gauge.part is not UNSEEN)


def _needs(gauges: tuple[Gauge, ...], look: Look, short: bool) -> list[float]:
    value = look.small_bold.width(text.percent(1.0, 0)) + 8
    return [look.small.width(gauge.short if short else gauge.name) + value for gauge in gauges]


def layout_for(venues: list[Shown], look: Look, room: float) -> str:
    """How gauges stand in every column: side by side with "long" or "short" names, or "stacked"."""
    gauges = gauges_of(venues[0], look) if venues else ()
    if not gauges:
        return "long"
    for layout in ("long", "short"):
        if sum(_needs(gauges, look, layout == "short")) + GAP * (len(gauges) - 1) <= room:
            return layout
    return "stacked"


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
    needs = _needs(gauges, look, layout == "short")
    spare = (room.width() - GAP * (len(gauges) - 1) - sum(needs)) / len(gauges)
    x = room.left()
    for gauge, need in zip(gauges, needs, strict=True):
        x += need + spare + GAP
        if place.x() < x:
            return gauge.measure
    return ""


def draw_gauges(painter: QPainter, room: QRectF, venue: Shown, look: Look, layout: str) -> None:
    """Draw the gauges of a column."""
    gauges = gauges_of(venue, look)
    if not gauges:
        return
    if layout == "stacked":
        for n, gauge in enumerate(gauges):
            row = QRectF(room.left(), room.top() + n * pitch(look), room.width(), pitch(look))
            _draw(painter, row, gauge, look, True, THIN)
        return
    needs = _needs(gauges, look, layout == "short")
    spare = (room.width() - GAP * (len(gauges) - 1) - sum(needs)) / len(gauges)
    x = room.left()
    for gauge, need in zip(gauges, needs, strict=True):
        _draw(painter, QRectF(x, room.top(), need + spare, room.height()), gauge, look, layout == "short")
        x += need + spare + GAP


def _draw(painter: QPainter, room: QRectF, gauge: Gauge, look: Look, short: bool, tall: float = BAR) -> None:
    value = text.percent(gauge.part, 0)
    width = look.small_bold.write_right(painter, QPointF(room.right(), room.top()), value, look.theme.text)
    name = look.small.fitted(gauge.short if short else gauge.name, room.width() - width - 4)
    look.small.write(painter, room.topLeft(), name, look.theme.text_soft)
    _fill(painter, QRectF(room.left(), room.top() + look.small.height, room.width(), tall), gauge, look)


def _fill(painter: QPainter, bar: QRectF, gauge: Gauge, look: Look) -> None:
    painter.fillRect(bar, look.theme.gauge)
    part = min(max(gauge.part, 0.0), 1.0) if gauge.part == gauge.part else 0.0
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * part, bar.height()), gauge.color)
