"""When the asset on stage was paused: hatched, with the length of the pause."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from ui.charts.history import halted_spans
from ui.charts.time_chart import TimeChart
from ui.text import duration, translate
from ui.theme import current, font, pixels, with_alpha


def draw_halts(chart: TimeChart, painter: QPainter) -> None:
    """Mark every pause in a chart over time."""
    theme, plot, session = current(), chart.plot, chart.session
    painter.setFont(font("small"))
    for first, last in halted_spans(session.branch, session.asset, len(session.symbols)):
        box = QRectF(chart.x_of(first), plot.top(), max(chart.x_of(last + 1) - chart.x_of(first), 1.5), plot.height())
        painter.fillRect(box, with_alpha(theme.halt, 0.16))
        strip = QRectF(box.left(), box.top(), box.width(), pixels("small") * 1.4)
        painter.fillRect(strip, QBrush(with_alpha(theme.halt, 0.5), Qt.BrushStyle.BDiagPattern))
        painter.setPen(theme.halt_text)
        words = translate("Charts", "halt {duration}").format(duration=duration(last - first))
        if painter.fontMetrics().horizontalAdvance(words) + 4 <= box.width():
            painter.drawText(QPointF(box.left() + 2, plot.top() + pixels("small")), words)
