"""Letters of custom-painted views: fonts with their measures, measured once for each theme and text size."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QStaticText, QTextLayout

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
        self._ready: dict[str, tuple[QStaticText, float]] = {}

    def width(self, text: str) -> float:
        """Width of a text in pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > CACHE_LIMIT:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def _prepared(self, text: str) -> tuple[QStaticText, float]:
        """The text laid out, and how far up it must be moved; most texts are the same from frame to frame.

        Letters that another font lends stand higher than this one's own: without the move their whole line would sink.
        """
        found = self._ready.get(text)
        if found is None:
            if len(self._ready) > CACHE_LIMIT:
                self._ready.clear()
            words = QStaticText(text)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            words.prepare(font=self.font)
            lent = words.size().height() > self.height + 0.5
            found = self._ready[text] = words, self._ascent_of(text) - self.metrics.ascent() if lent else 0.0
        return found

    def _ascent_of(self, text: str) -> float:
        layout = QTextLayout(text, self.font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return line.ascent()

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
        words, lift = self._prepared(text)
        painter.drawStaticText(QPointF(place.x(), place.y() - lift) if lift else place, words)
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


def chip_room(metrics: QFontMetricsF, left: float, middle: float, letter: str) -> QRectF:
    """Room of a letter's chip whose left edge and middle are given."""
    tall = metrics.ascent() + metrics.descent() * 0.5
    return QRectF(left, middle - tall / 2, max(metrics.horizontalAdvance(letter) + 8, tall), tall)


def draw_chip(painter: QPainter, room: QRectF, letter: str) -> None:
    """A letter in a thin frame: it says where a number comes from and is no part of the number ("M" is no million)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(current().text_faint, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, 4, 4)
    painter.setPen(current().text_soft)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


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
