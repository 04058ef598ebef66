"""When the asset on stage was paused: hatched, with the length of the pause beside it or in it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter

from ui.charts.history import Span, halted_spans
from ui.charts.time_chart import TimeChart
from ui.text import duration, translate
from ui.theme import current, font, pixels, with_alpha

LEAST_WIDTH = 1.5
STRIP = 3.0
"""Height in pixels of the strip that marks pauses of altcoins."""


def draw_halts(chart: TimeChart, painter: QPainter) -> None:
    """Mark every pause of the asset on stage, behind whatever is drawn over it."""
    theme = current()
    for span in _spans(chart):
        box = _box(chart, span)
        painter.fillRect(box, with_alpha(theme.halt, 0.16))
        top = QRectF(box.left(), box.top(), box.width(), _hatch_height())
        painter.fillRect(top, QBrush(with_alpha(theme.halt, 0.6), Qt.BrushStyle.BDiagPattern))


def name_halts(chart: TimeChart, painter: QPainter, top: float) -> None:
    """Write how long the pauses were, each in its band or, where that is too narrow, beside it, on a ground of its own."""
    theme, plot, spans = current(), chart.plot, _spans(chart)
    if not spans:
        return
    painter.setFont(font("small"))
    metrics = painter.fontMetrics()
    boxes = [_box(chart, span) for span in spans]
    ends = [*(box.left() for box in boxes[1:]), plot.right()]
    free = plot.left()
    for span, box, end in zip(spans, boxes, ends, strict=True):
        words = translate("Charts", "pause {duration}").format(duration=duration(span.last - span.first))
        wide = metrics.horizontalAdvance(words) + 6
        inside, before = box.left(), box.left() - wide - 1
        left = inside if wide <= box.width() else before if before >= free else box.right() + 1
        if left + wide <= max(end, box.right()):
            ground = QRectF(left, top, wide, metrics.height())
            painter.fillRect(ground, with_alpha(theme.panel, 0.8))
            painter.setPen(theme.halt_text)
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
            free = left + wide
        free = max(free, box.right())


def under_the_hatch(chart: TimeChart) -> float:
    """Where the words of pauses stand below the top of the plot."""
    return chart.plot.top() + _hatch_height() + 1


def above_the_axis(chart: TimeChart) -> float:
    """Where they stand above its bottom, and above the strip of the altcoins."""
    return chart.plot.bottom() - STRIP - 2 - QFontMetrics(font("small")).height()


def draw_pauses_of_altcoins(chart: TimeChart, painter: QPainter, spans: list[Span]) -> None:
    """A thin strip along the bottom while half of the altcoins or more were paused: there their median stands still."""
    plot = chart.plot
    for span in spans:
        box = _box(chart, span)
        strip = QRectF(box.left(), plot.bottom() - STRIP, box.width(), STRIP)
        painter.fillRect(strip, current().halt)


def _box(chart: TimeChart, span: Span) -> QRectF:
    plot, left = chart.plot, chart.x_of(span.first)
    return QRectF(left, plot.top(), max(chart.x_of(span.last + 1) - left, LEAST_WIDTH), plot.height())


def _spans(chart: TimeChart) -> list[Span]:
    session = chart.session
    return halted_spans(session.branch, session.asset, len(session.symbols))


def _hatch_height() -> float:
    return pixels("small") * 0.5
