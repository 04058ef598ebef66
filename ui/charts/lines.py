"""Lines over time: this road's, and the other road's dashed behind them."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from shiboken6 import VoidPtr

from model.timeline import Branch
from ui.charts.history import Values, halted_spans, thinned
from ui.charts.time_chart import TimeChart, named_value
from ui.text import change, duration, translate
from ui.theme import current, font, pixels, with_alpha

GHOST_DASHES = [4.0, 3.0]
POINT_BYTES = 16
"""Two doubles: a polygon's points are written by numpy, a hundred times faster than one by one."""
PIXELS_A_POINT = 2


def _memory(polygon: QPolygonF) -> Any:
    """The points of a polygon as writable memory; neither stub knows of this."""
    pointer: Any = VoidPtr
    return pointer(polygon.data(), polygon.size() * POINT_BYTES, True)


class Series(NamedTuple):
    """One line: its name, colour, width, and a value for each second from the first."""

    name: str
    color: QColor
    width: float
    values: Values


class LinesChart(TimeChart):
    """A chart of lines in percent."""

    shows_halts = True

    def series(self, branch: Branch) -> list[Series]:
        """The lines of a road."""
        raise NotImplementedError

    def floors(self) -> tuple[float, ...]:
        """Lower ends that the axis may have, nearest first."""
        raise NotImplementedError

    def ceilings(self) -> tuple[float, ...]:
        """Upper ends that the axis may have, nearest first."""
        raise NotImplementedError

    def limits(self) -> tuple[float, float]:
        """The nearest ends that hold all lines of both roads."""
        return self._limits

    def written(self, value: float) -> str:
        """As a change in percent."""
        return change(value, 0)

    def _roads(self) -> list[Branch]:
        return [self.session.branch] if self.other is None else [self.other, self.session.branch]

    def _measure(self) -> None:
        found = [line.values for road in self._roads() for line in self.series(road) if line.values.size]
        low = min((float(np.nanmin(values)) for values in found), default=0.0)
        high = max((float(np.nanmax(values)) for values in found), default=0.0)
        floor = next((limit for limit in self.floors() if limit <= low), self.floors()[-1])
        ceiling = next((limit for limit in self.ceilings() if limit >= high), self.ceilings()[-1])
        self._limits = (floor, ceiling)

    _limits = (-0.1, 0.02)

    def _draw_layer(self) -> None:
        self._measure()
        super()._draw_layer()

    def draw_past(self, painter: QPainter) -> None:
        """Halts behind, ghost between, this road in front."""
        if self.shows_halts:
            self._draw_halts(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.other is not None:
            pen = QPen(current().ghost, 1.4)
            pen.setDashPattern(GHOST_DASHES)
            for line in self.series(self.other):
                self._draw_line(painter, line.values, pen)
        for line in self.series(self.session.branch):
            self._draw_line(painter, line.values, QPen(line.color, line.width))

    def _draw_line(self, painter: QPainter, values: Values, pen: QPen) -> None:
        if values.size < 2:
            return
        steps = thinned(values, int(self.plot.width()) // PIXELS_A_POINT)
        painter.setPen(pen)
        painter.drawPolyline(self.points(steps, values[steps]))

    def points(self, steps: NDArray[np.int64], values: Values) -> QPolygonF:
        """Where values of some seconds are drawn."""
        plot, (low, high) = self.plot, self.limits()
        xs = plot.left() + plot.width() * steps / max(self.end, 1)
        ys = plot.bottom() - plot.height() * (values - low) / (high - low)
        polygon = QPolygonF()
        polygon.resize(steps.size)
        memory = np.frombuffer(_memory(polygon), np.float64).reshape(-1, 2)
        memory[:, 0], memory[:, 1] = xs, ys
        return polygon

    def _draw_halts(self, painter: QPainter) -> None:
        theme, plot = current(), self.plot
        painter.setFont(font("small"))
        for first, last in halted_spans(self.session.branch, self.session.asset, len(self.session.symbols)):
            box = QRectF(self.x_of(first), plot.top(), max(self.x_of(last + 1) - self.x_of(first), 1.5), plot.height())
            painter.fillRect(box, with_alpha(theme.halt, 0.16))
            strip = QRectF(box.left(), box.top(), box.width(), pixels("small") * 1.4)
            painter.fillRect(strip, QBrush(with_alpha(theme.halt, 0.5), Qt.BrushStyle.BDiagPattern))
            painter.setPen(theme.halt_text)
            words = translate("Charts", "halt {duration}").format(duration=duration(last - first))
            if painter.fontMetrics().horizontalAdvance(words) + 4 <= box.width():
                painter.drawText(QPointF(box.left() + 2, plot.top() + pixels("small")), words)

    def labels(self, step: int) -> list[tuple[str, float, QColor]]:
        """Each line's name and value here; the other road's once."""
        written, theme = [], current()
        for line in self.series(self.session.branch):
            if line.values.size > step:
                value = float(line.values[step])
                color = theme.ask_text if line.color == theme.ask else line.color
                written.append((named_value(line.name, self.written_exactly(value)), value, color))
        return written

    def written_exactly(self, value: float) -> str:
        """A value with one decimal."""
        return change(value, 1)

    def told(self, step: int) -> list[str]:
        """Exact numbers of both roads."""
        lines = []
        for road in reversed(self._roads()):
            for line in self.series(road):
                if line.values.size > step:
                    words = named_value(line.name, self.written_exactly(float(line.values[step])))
                    ghost = translate("Charts", "{line} (other road)").format(line=words)
                    lines.append(words if road is self.session.branch else ghost)
        return lines
