"""Letters of custom-painted views: fonts with their measures, measured once for each theme and text size."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText

from ui.theme import Theme, current, font

CACHE_LIMIT = 4000


class Lettering:
    """One font and its measures."""

    def __init__(self, role: str, bold: bool = False, stretch: int = 100) -> None:
        """`stretch`: percent of the letters' own width."""
        self.font = font(role, bold)
        self.font.setStretch(stretch)
        self.metrics = QFontMetricsF(self.font)
        self.height = self.metrics.height()
        self._widths: dict[str, float] = {}
        self._short: dict[tuple[str, float], str] = {}
        self._ready: dict[str, QStaticText] = {}

    def width(self, text: str) -> float:
        """Width of a text in pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > CACHE_LIMIT:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def _prepared(self, text: str) -> QStaticText:
        """The text laid out; most texts are the same from frame to frame."""
        found = self._ready.get(text)
        if found is None:
            if len(self._ready) > CACHE_LIMIT:
                self._ready.clear()
            found = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(font=self.font)
            self._ready[text] = found
        return found

    def fitted(self, text: str, room: float) -> str:
        """The text, shortened with an ellipsis if it is wider than the room."""
        if self.width(text) <= room:
            return text
        found = self._short.get((text, room))
        if found is None:
            if len(self._short) > CACHE_LIMIT:
                self._short.clear()
            found = self._short[text, room] = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return found

    def write(self, painter: QPainter, place: QPointF, text: str, color: QColor) -> float:
        """Write with the top left corner at a place; returns the width."""
        painter.setFont(self.font)
        painter.setPen(color)
        painter.drawStaticText(place, self._prepared(text))
        return self.width(text)

    def write_right(self, painter: QPainter, place: QPointF, text: str, color: QColor) -> float:
        """Write with the top right corner at a place; returns the width."""
        width = self.width(text)
        self.write(painter, QPointF(place.x() - width, place.y()), text, color)
        return width

    def write_centred(self, painter: QPainter, room: QRectF, text: str, color: QColor) -> None:
        """Write in the middle of a room, shortened if need be."""
        short = self.fitted(text, room.width())
        corner = QPointF(room.center().x() - self.width(short) / 2, room.center().y() - self.height / 2)
        self.write(painter, corner, short, color)

    def write_backed(self, painter: QPainter, place: QPointF, text: str, color: QColor, ground: QColor) -> None:
        """Write right-aligned over a ground that keeps lines and bars behind from mixing with the letters."""
        width = self.width(text)
        room = QRectF(place.x() - width - 4, place.y(), width + 6, self.height)
        painter.fillRect(room, ground)
        self.write(painter, QPointF(place.x() - width, place.y()), text, color)


class Look(NamedTuple):
    """Everything a painter needs to know of the theme in force."""

    theme: Theme
    title: Lettering
    heading: Lettering
    body: Lettering
    strong: Lettering
    small: Lettering
    small_bold: Lettering

    @classmethod
    def now(cls) -> "Look":
        """The look in force."""
        return cls(
            current(), Lettering("title"), Lettering("heading"), Lettering("body"), Lettering("body", True),
            Lettering("small"), Lettering("small", True),
        )  # fmt: skip
