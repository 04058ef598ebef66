"""One answer out of several: a button whose words may run over several lines."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import current, font, keeper, pixels

PAD, ABOVE = 8, 4
"""Pixels beside the words, and above and below them: three answers are to be seen at once in a low window."""
ROLE = "body"


class Choice(QAbstractButton):
    """A letter and a sentence; up and down move between neighbours, enter chooses."""

    moved = Signal(int)
    """Up (−1) or down (1) was pressed."""

    def __init__(self, letter: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)  # fixed would forbid more lines
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keeper.changed.connect(self.updateGeometry)

    def _left(self) -> int:
        return round(pixels(ROLE) * 1.7) + 2 * PAD

    def words_box(self, width: int) -> QRect:
        """Where the words stand in a button of this width."""
        room = QRect(self._left(), ABOVE, max(width - self._left() - PAD, 20), 10_000)
        return QFontMetrics(font(ROLE)).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())

    def hasHeightForWidth(self) -> bool:
        """Qt: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as the wrapped words."""
        return max(self.words_box(width).height(), round(pixels(ROLE) * 1.7)) + 2 * ABOVE

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """The smallest size."""
        return QSize(120, round(pixels(ROLE) * 1.7) + 2 * ABOVE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the neighbour, enter chooses on every system; space is not ours, it plays."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Letter in a ring, words beside it; the chosen one is filled and ticked."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = theme.accent if self.hasFocus() or self.isChecked() or self.underMouse() else theme.panel_edge
        painter.setPen(QPen(edge, 2 if self.hasFocus() or self.isChecked() else 1))
        painter.setBrush(theme.accent if self.isChecked() else theme.raised)
        painter.drawRoundedRect(box, 5, 5)
        ink = theme.on_accent if self.isChecked() else theme.text
        size = pixels(ROLE) * 1.6
        ring = QRectF(PAD, (self.height() - size) / 2, size, size)
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setFont(font(ROLE, bold=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, "\u2713" if self.isChecked() else self._letter)
        painter.setFont(font(ROLE))
        words = self.words_box(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self.text())
