"""When the asset on stage was paused: hatched, with the length of the pause beside it or in it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter

from ui.charts.history import Span, halted_spans
from ui.charts.time_chart import TimeChart, named_value
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


def name_halts(chart: TimeChart, painter: QPainter, *tops: float, of: str = "") -> None:
    """Write how long the pauses were, each in its band or, where that is too narrow, beside it, on a ground of its own.

    Of several heights each takes the first where no line is covered; `of` says what was paused, if it needs to be said.
    """
    plot, spans = chart.plot, _spans(chart)
    if not spans:
        return
    painter.setFont(font("small"))
    metrics = painter.fontMetrics()
    boxes = [_box(chart, span) for span in spans]
    ends = [*(box.left() for box in boxes[1:]), plot.right()]
    free = plot.left()
    for span, box, end in zip(spans, boxes, ends, strict=True):
        words = named_value(of, _length(chart, span)) if of else _length(chart, span)
        wide = metrics.horizontalAdvance(words) + 6
        inside, before = box.left(), box.left() - wide - 1
        left = inside if wide <= box.width() else before if before >= free else box.right() + 1
        if left + wide <= max(end, box.right()):
            _write(chart, painter, words, [QRectF(left, top, wide, metrics.height()) for top in tops])
            free = left + wide
        free = max(free, box.right())


def _write(chart: TimeChart, painter: QPainter, words: str, rooms: list[QRectF]) -> None:
    """Write on a ground of its own in the first room where it covers no line; in the first of all if there is none."""
    ground = next((room for room in rooms if not chart.has_line_in(room)), rooms[0])
    painter.fillRect(ground, with_alpha(current().panel, 0.8))
    painter.setPen(current().halt_text)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)


def _length(chart: TimeChart, span: Span) -> str:
    """How long a pause was or, where the computed time ends in it, how long it has been."""
    still = span.last == chart.session.horizon
    words = translate("Charts", "paused for {duration} so far") if still else translate("Charts", "pause {duration}")
    return words.format(duration=duration(span.last - span.first))


def first_halt(chart: TimeChart) -> float:
    """Where the first pause begins; the end of the axis where there is none."""
    spans = _spans(chart)
    return _box(chart, spans[0]).left() if spans else chart.plot.right()


def under_the_hatch(chart: TimeChart) -> float:
    """Where the words of pauses stand below the top of the plot."""
    return chart.plot.top() + _hatch_height() + 1


def above_the_axis(chart: TimeChart) -> float:
    """Where words stand above its bottom, and above the strip of the altcoins."""
    return chart.plot.bottom() - STRIP - 2 - QFontMetrics(font("small")).height()


def draw_pauses_of_altcoins(chart: TimeChart, painter: QPainter, spans: list[Span]) -> None:
    """A thin strip along the bottom while half of the altcoins or more were paused: there their median stands still."""
    plot = chart.plot
    for span in spans:
        box = _box(chart, span)
        strip = QRectF(box.left(), plot.bottom() - STRIP, box.width(), STRIP)
        painter.fillRect(strip, current().halt)
    if spans:
        _name_strip(chart, painter, _box(chart, spans[0]).left())


def _name_strip(chart: TimeChart, painter: QPainter, first: float) -> None:
    """Say what the strip is: left of where it begins or, where there is no room, above it."""
    plot = chart.plot
    painter.setFont(font("small"))
    metrics, words = painter.fontMetrics(), translate("Charts", "altcoins paused")
    wide, tall = metrics.horizontalAdvance(words) + 8, metrics.height()
    before = QRectF(first - wide, plot.bottom() - tall - 1, wide, tall)
    above = QRectF(min(first, plot.right() - wide), above_the_axis(chart), wide, tall)
    _write(chart, painter, words, [before, above] if before.left() >= plot.left() else [above])


def _box(chart: TimeChart, span: Span) -> QRectF:
    plot, left = chart.plot, chart.x_of(span.first)
    return QRectF(left, plot.top(), max(chart.x_of(span.last + 1) - left, LEAST_WIDTH), plot.height())


def _spans(chart: TimeChart) -> list[Span]:
    session = chart.session
    return halted_spans(session.branch, session.asset, len(session.symbols))


def _hatch_height() -> float:
    return pixels("small") * 0.5
