"""A line of words that is never wrapped: what has no room ends in three dots after a whole word; the tip tells all."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LEAST_LETTERS = 4
DOTS = "…"
UNSPACED = "\u2e80"
"""From here on letters stand that are written without spaces, between any two of which words may be cut."""


class OneLine(QLabel):
    """A label as wide as it is given; `text` is always the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a few letters."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * LEAST_LETTERS, metrics.height())

    def set_tip(self, tip: str) -> None:
        """What the tip says below the words that are cut."""
        self._tip = tip
        self._renew()

    def setText(self, text: str) -> None:
        """Qt: other words."""
        super().setText(text)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width."""
        super().resizeEvent(event)
        self._renew()

    def shown(self) -> str:
        """The words as they are drawn."""
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        return short if short == self.text() or not short.endswith(DOTS) else whole_words(self.text(), len(short) - 1)

    def _renew(self) -> None:
        cut = self.shown() != self.text()
        self.setToolTip("\n".join(part for part in (self.text() if cut else "", self._tip) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown())
        painter.end()


def whole_words(text: str, count: int) -> str:
    """The first letters of a text, at most so many, and dots: no word and no number is cut, unless it is the first."""
    end = count
    while 0 < end < len(text) and all(" " < letter < UNSPACED for letter in text[end - 1 : end + 1]):
        end -= 1
    return (text[:end].rstrip() if text[:end].strip() else text[:count]) + DOTS
