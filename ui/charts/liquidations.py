"""Dollars liquidated in each ten seconds, stacked by exchange or by side, over the outline of the other road."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from model.session import Session
from model.timeline import Branch
from ui.charts.chart import Table
from ui.charts.halts import draw_halts, name_halts, under_the_hatch
from ui.charts.history import BIN_STEPS, Values, liquidated_bins, liquidated_sides
from ui.charts.polyline import polyline
from ui.charts.time_chart import TimeChart, named_value
from ui.charts.tint import shade
from ui.text import money, translate
from ui.theme import current, font, mixed, with_alpha

LEAST_TOP = 1e7
NICE = (1.0, 2.0, 5.0, 10.0)
FINE = (1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Upper ends where a chart should fill its room rather than stay still."""


def nice_top(value: float, least: float = LEAST_TOP, steps: tuple[float, ...] = NICE) -> float:
    """The nearest step with zeros that is not less."""
    value = max(value, least)
    power = 10.0 ** np.floor(np.log10(value))
    return float(next(power * nice for nice in steps if power * nice >= value * 0.999))


BY_EXCHANGE, BY_SIDE = 0, 1


class LiquidationsChart(TimeChart):
    """Bars from the bottom, the first part lowest."""

    key = "liquidations"
    pace_ms = 570

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._top = LEAST_TOP
        self.bins: Values = np.zeros((0, 0))
        """(bins, parts) of what is drawn."""
        self.reading = BY_EXCHANGE
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Liquidations over time"))

    def title(self) -> str:
        """What is shown."""
        return self.wordings()[0]

    def wordings(self) -> tuple[str, ...]:
        """With what dashed lines mean, or without; last in few words."""
        return self.with_other(self.tr("dollars liquidated per 10 s"), self.tr("$ per 10 s"))

    def choices(self) -> tuple[str, ...]:
        """Two ways to part the bars."""
        return self.tr("by exchange"), self.tr("by side")

    def chosen(self, choice: int) -> None:
        """Part the bars another way."""
        self.reading = choice
        self._key = None

    def empty(self) -> str:
        """Before the first second."""
        return "" if self.session.horizon else self.tr("Nothing is liquidated yet: press play.")

    def parts(self) -> tuple[str, ...]:
        """Names of what is stacked."""
        if self.reading == BY_EXCHANGE:
            return self.session.exchanges
        return self.tr("leveraged longs"), self.tr("leveraged shorts"), self.tr("market makers")

    def _read(self, branch: Branch) -> Values:
        return liquidated_bins(branch) if self.reading == BY_EXCHANGE else liquidated_sides(branch)

    def limits(self) -> tuple[float, float]:
        """From nothing to the highest bar."""
        return 0.0, self._top

    def written(self, value: float) -> str:
        """In dollars."""
        return money(value)

    def tint(self, part: int) -> QColor:
        """Red for all parts, paler for each further one."""
        return shade(current().liquidation, part, len(self.parts()))

    def measure(self) -> None:
        """Read the bars; the axis holds the tallest of both roads."""
        self.bins = self._read(self.session.branch)
        tallest = [float(bins.sum(axis=1).max()) for bins in (self.bins, self._ghost()) if bins.size]
        self._top = nice_top(max(tallest, default=0.0))

    def _ghost(self) -> Values:
        return np.zeros((0, 0)) if self.other is None else self._read(self.other)

    def draw_past(self, painter: QPainter) -> None:
        """Bars, and the other road's outline."""
        draw_halts(self, painter)
        floor, left = self.plot.bottom(), self.plot.left()
        scale, step = self.plot.height() / self._top, self.plot.width() * BIN_STEPS / max(self.end, 1)
        width = max(step, 1.0)
        tints = [self.tint(part) for part in range(len(self.parts()))]
        for n in np.flatnonzero(self.bins.sum(axis=1) > 0).tolist():
            y, x = floor, left + n * step
            for part, dollars in enumerate(self.bins[n].tolist()):
                height = dollars * scale
                painter.fillRect(QRectF(x, y - height, width, height), tints[part])
                y -= height
        self._draw_ghost(painter, floor, scale)
        self._draw_legend(painter)
        if not self.aligned:  # above another chart on the same axis the words stand once
            name_halts(self, painter, under_the_hatch(self) + painter.fontMetrics().height())

    def _draw_ghost(self, painter: QPainter, floor: float, scale: float) -> None:
        """Steps as wide as the bars; along the bottom nothing."""
        totals = self._ghost().sum(axis=1) if self._ghost().size else np.zeros(0)
        heights = np.repeat(np.concatenate(([0.0], totals, [0.0])), 2)
        edges = np.repeat(np.arange(totals.size + 3), 2)[1:-1] - 1
        xs = self.plot.left() + self.plot.width() * np.clip(edges, 0, totals.size) * BIN_STEPS / max(self.end, 1)
        painter.setPen(QPen(mixed(current().liquidation, current().text, 0.4), 1, Qt.PenStyle.DashLine))
        some = np.flatnonzero(heights > 0)
        if some.size:
            part = slice(some[0] - 1, some[-1] + 2)
            painter.drawPolyline(polyline(xs[part], floor - heights[part] * scale))

    def _draw_legend(self, painter: QPainter) -> None:
        """Names in the order of the stack, each with its tint, on one ground below the uppermost line of the grid."""
        theme, left, top = current(), self.plot.left() + 8, self.plot.top() + 4
        painter.setFont(font("small"))
        metrics = painter.fontMetrics()
        size = metrics.ascent() * 0.8
        widths = [size + metrics.horizontalAdvance(name) + 16 for name in self.parts()]
        painter.fillRect(QRectF(left - 2, top - 2, sum(widths) - 8, size + 5), with_alpha(theme.panel, 0.8))
        for part, name in enumerate(self.parts()):
            painter.fillRect(QRectF(left, top, size, size), QBrush(self.tint(part)))
            painter.setPen(theme.text_soft)
            painter.drawText(QPointF(left + size + 4, top + size - 1), name)
            left += widths[part]

    def told(self, step: int) -> list[str]:
        """Dollars of this ten seconds, by part."""
        place = max(step - 1, 0) // BIN_STEPS
        if place >= len(self.bins):
            return []
        row = self.bins[place].tolist()
        lines = [named_value(name, money(dollars)) for name, dollars in zip(self.parts(), row, strict=True)]
        return [*lines, translate("Charts", "together {money}").format(money=money(sum(row)))]

    def table(self) -> Table:
        """A row for each ten seconds: when they begin, dollars of each part."""
        unit = translate("Charts", "{name} [$]")
        columns = (translate("Charts", "second"), *(unit.format(name=name) for name in self.parts()))
        return Table(columns, [(n * BIN_STEPS, *row) for n, row in enumerate(self._read(self.session.branch).tolist())])
