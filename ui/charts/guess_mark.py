"""A guess drawn into a chart: a line from the moment it was made to the moment that answers it, with its words."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.theme import current, font, with_alpha

if TYPE_CHECKING:
    from ui.charts.time_chart import TimeChart

UP, FLAT, DOWN = 1, 0, -1


class GuessMark(NamedTuple):
    """One guess: from which second to which, in words, and its value on the chart's axis if it stands there."""

    first: int
    last: int
    words: str
    value: float | None = None
    outcome: float | None = None
    """What it really was, once it is known, on the same axis."""
    direction: int | None = None
    """Up, about the same or down, from the height at which it was made."""
    row: int = 0
    """Line on which its words stand, below those of other guesses of the same time."""


def draw_guess(chart: "TimeChart", painter: QPainter, mark: GuessMark) -> None:
    """Draw one guess over the past."""
    theme, plot = current(), chart.plot
    left = min(max(chart.x_of(mark.first), plot.left()), plot.right())
    right = min(max(chart.x_of(mark.last), left + 24.0), plot.right())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), with_alpha(theme.accent, 0.08))
    painter.setPen(QPen(theme.accent, 2.2, Qt.PenStyle.DashDotLine))
    top = plot.top() + 4
    if mark.value is not None:
        y = min(max(chart.y_of(mark.value), plot.top()), plot.bottom())
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        top = y + 2 if y + 30 < plot.bottom() else y - 26
    elif mark.direction is not None:
        _draw_arrow(painter, QPointF((left + right) / 2 + 40.0 * mark.row, plot.center().y()), mark.direction)
    if mark.outcome is not None:
        y = min(max(chart.y_of(mark.outcome), plot.top()), plot.bottom())
        painter.setPen(QPen(theme.text, 2.2))
        painter.drawLine(QPointF(right - 10, y), QPointF(right + 10, y))
    painter.setFont(font("small", bold=True))
    top += mark.row * (painter.fontMetrics().height() + 4)
    width = painter.fontMetrics().horizontalAdvance(mark.words) + 10
    box = QRectF(min(left + 4, plot.right() - width), top, width, painter.fontMetrics().height() + 2)
    painter.fillRect(box, with_alpha(theme.panel, 0.8))
    painter.setPen(theme.accent)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.words)
    painter.restore()


def _draw_arrow(painter: QPainter, center: QPointF, direction: int) -> None:
    """An arrow up, down, or to the right for about the same."""
    size = 16.0
    tips = {
        UP: ((0, -size), (-size, size), (size, size)),
        DOWN: ((0, size), (-size, -size), (size, -size)),
        FLAT: ((size, 0), (-size, -size), (-size, size)),
    }
    painter.setBrush(with_alpha(current().accent, 0.35))
    painter.drawPolygon(QPolygonF([center + QPointF(x, y) for x, y in tips[direction]]))
