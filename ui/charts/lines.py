"""Lines over time: this road's, and the other road's dashed behind them."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from model.timeline import Branch
from ui.charts.chart import Table
from ui.charts.halts import above_the_axis, draw_halts, name_halts, under_the_hatch
from ui.charts.history import Values, thinned
from ui.charts.polyline import polyline
from ui.charts.time_chart import TimeChart, named_value
from ui.text import change, translate
from ui.theme import current, mixed

GHOST_DASHES = [4.0, 3.0]
PIXELS_A_POINT = 2
PALER = 0.35
"""How much paler than its line the same line of the other road is."""


class Series(NamedTuple):
    """One line: its name, colour, width, and a value for each second from the first."""

    name: str
    color: QColor
    width: float
    values: Values


class LinesChart(TimeChart):
    """A chart of lines in percent."""

    names_halts = True
    """Whether pauses say how long they are, or are only marked."""
    _limits = (-0.1, 0.02)
    _names: tuple[str, ...] = ()
    _lines: tuple[Series, ...] = ()
    """Lines of this road as last drawn."""

    def series(self, branch: Branch) -> list[Series]:
        """The lines of a road."""
        raise NotImplementedError

    def drawn(self, branch: Branch) -> list[Series]:
        """The lines as they are drawn: all of them, unless a chart leaves out what would say nothing."""
        return self.series(branch)

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

    def measure(self) -> None:
        """Take the nearest ends that hold all lines."""
        drawn = [line for road in self._roads() for line in self.drawn(road)]
        self._names = tuple(dict.fromkeys(line.name for line in drawn))
        lines = [line.values[np.isfinite(line.values)] for line in drawn]
        found = [values for values in lines if values.size]
        low = min((float(values.min()) for values in found), default=0.0)
        high = max((float(values.max()) for values in found), default=0.0)
        floor = next((limit for limit in self.floors() if limit <= low), self.floors()[-1])
        ceiling = next((limit for limit in self.ceilings() if limit >= high), self.ceilings()[-1])
        self._limits = (floor, ceiling)

    def draw_past(self, painter: QPainter) -> None:
        """Halts behind, ghost between, this road in front."""
        draw_halts(self, painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.other is not None:
            for line in self.drawn(self.other):
                pen = QPen(mixed(line.color, current().panel, PALER), 1.4)
                pen.setDashPattern(GHOST_DASHES)
                self._draw_line(painter, line.values, pen)
        self._lines = tuple(self.drawn(self.session.branch))
        for line in self._lines:
            self._draw_line(painter, line.values, QPen(line.color, line.width))
        if self.names_halts:
            name_halts(self, painter, *self.halts_named_at(), of=self.halts_of())

    def halts_of(self) -> str:
        """What was paused, where the chart shows more than one thing that can be; else nothing."""
        return ""

    def halts_named_at(self) -> tuple[float, ...]:
        """How high the words of pauses may stand: first where such lines seldom are."""
        return above_the_axis(self), under_the_hatch(self)

    def has_line_in(self, room: QRectF) -> bool:
        """Whether a line of this road runs through it."""
        part, (low, high) = slice(self.step_at(room.left()), self.step_at(room.right()) + 1), self.limits()
        scale = self.plot.height() / (high - low)
        least, most = (low + (self.plot.bottom() - y) / scale for y in (room.bottom(), room.top()))
        values = [line.values[part] for line in self._lines]
        return any(bool(((least <= line) & (line <= most)).any()) for line in values)

    def _draw_line(self, painter: QPainter, values: Values, pen: QPen) -> None:
        """A line, interrupted where there is no value."""
        painter.setPen(pen)
        steps = thinned(values, int(self.plot.width()) // PIXELS_A_POINT)
        steps = steps[np.isfinite(values[steps])]
        gaps = np.flatnonzero(np.isnan(values))
        places = np.searchsorted(gaps, steps)
        for run in np.split(steps, np.flatnonzero(np.diff(places)) + 1):
            if run.size > 1:
                painter.drawPolyline(self.points(run, values[run]))

    def points(self, steps: NDArray[np.int64], values: Values) -> QPolygonF:
        """Where values of some seconds are drawn."""
        plot, (low, high) = self.plot, self.limits()
        xs = plot.left() + plot.width() * steps / max(self.end, 1)
        held = np.clip(values, low, high)  # a vector file does not cut at the edge of the axes
        ys = plot.bottom() - plot.height() * (held - low) / (high - low)
        return polyline(xs, ys)

    def labels(self, step: int) -> list[tuple[str, float, QColor]]:
        """Each line's name and value here; the other road's once."""
        written = []
        for line in self.drawn(self.session.branch):
            if line.values.size > step and np.isfinite(line.values[step]):
                value = float(line.values[step])
                written.append((named_value(line.name, self.written_exactly(value)), value, line.color))
        return written

    def widest(self) -> list[str]:
        """Each line's name with the widest usual value."""
        return [named_value(name, self.widest_value()) for name in self._names]

    def widest_value(self) -> str:
        """A loss of two figures."""
        return self.written_exactly(-0.888)

    def table(self) -> Table:
        """A row a second: each line of this road, then of the other."""
        columns, values = [translate("Charts", "second")], []
        for road in reversed(self._roads()):
            own = road is self.session.branch
            for line in self.series(road):
                name = line.name if own else translate("Charts", "{line} (other road)").format(line=line.name)
                columns.append(translate("Charts", "{name} [{unit}]").format(name=name, unit=self.unit()))
                values.append([value if math.isfinite(value) else "" for value in line.values.tolist()])
        length = max((len(column) for column in values), default=0)
        rows = [(n, *(column[n] if n < len(column) else "" for column in values)) for n in range(length)]
        return Table(tuple(columns), rows)

    def empty(self) -> str:
        """Before the first second."""
        return "" if self.session.horizon else translate("Charts", "No time has passed yet: press play.")

    def unit(self) -> str:
        """Unit of the values as they are saved."""
        return translate("Charts", "1 = 100 %")

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
