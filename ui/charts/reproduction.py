"""Whether the fire spreads: R over time, the dollars that one dollar liquidated sets off a minute later."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from model.session import REPRODUCTION_LEAST, REPRODUCTION_WINDOW, Session
from model.timeline import Branch
from ui.charts.halts import first_halt
from ui.charts.history import liquidated_before, liquidated_within, reproductions
from ui.charts.lines import LinesChart, Series
from ui.charts.time_chart import named_value
from ui.text import money, number, reproduction, translate
from ui.theme import current, font

LITTLE = 0.15
"""A line that covers less of the axis than this is told why it is so short."""


class ReproductionChart(LinesChart):
    """One line; above 1 the fire spreads. It begins when enough was liquidated the minute before for R to mean anything."""

    key = "reproduction"
    pace_ms = 390
    names_halts = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._silent = self._waits = True
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Reproduction number over time"))

    def title(self) -> str:
        """What is shown."""
        return self.wordings()[0]

    def wordings(self) -> tuple[str, ...]:
        """With what dashed lines mean, or without; last in few words."""
        words = self.tr("R: dollars set off by each dollar; above 1 it spreads")
        return self.with_other(words, self.tr("R; above 1 it spreads"))

    def own_choices(self) -> tuple[str, ...]:
        """Its name where it takes turns."""
        return (self.tr("R over time"),)

    def floors(self) -> tuple[float, ...]:
        """Nothing."""
        return (0.0,)

    def ceilings(self) -> tuple[float, ...]:
        """Room for 1 and some more; the line keeps to the edge where it is beyond, and the readout tells the number."""
        return (2.0, 5.0)

    def written(self, value: float) -> str:
        """A bare number."""
        return number(value, 0 if value == int(value) else 1)

    def written_exactly(self, value: float) -> str:
        """With two decimals."""
        return number(value, 2)

    def unit(self) -> str:
        """Of the saved numbers."""
        return translate("Charts", "$ per $")

    def series(self, branch: Branch) -> list[Series]:
        """One line: the model's numbers, all of them."""
        return [Series(self.tr("R"), current().liquidation, 1.6, reproductions(branch, REPRODUCTION_WINDOW))]

    def drawn(self, branch: Branch) -> list[Series]:
        """The line where it means something."""
        enough = liquidated_before(branch, REPRODUCTION_WINDOW) >= REPRODUCTION_LEAST
        return [line._replace(values=np.where(enough, line.values, np.nan)) for line in self.series(branch)]

    def draw_past(self, painter: QPainter) -> None:
        """The border between a fire that spreads and one that dies, and the line."""
        y = self.y_of(1.0)
        painter.setPen(QPen(current().text_soft, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(self.plot.left(), y), QPointF(self.plot.right(), y))
        super().draw_past(painter)
        self._draw_why(painter)

    def _draw_why(self, painter: QPainter) -> None:
        """Why so little is drawn, where the line covers little and leaves room before it."""
        plot, found = self.plot, [line.values for road in self._roads() for line in self.drawn(road)]
        drawn = [np.flatnonzero(np.isfinite(values)) for values in found]
        drawn = [steps for steps in drawn if steps.size]
        if not drawn or max(steps.size for steps in drawn) > LITTLE * self.end:
            return
        end = min(self.x_of(min(int(steps[0]) for steps in drawn)), first_halt(self))
        room = QRectF(plot.left() + 6, plot.top(), end - plot.left() - 12, self.y_of(1.0) - plot.top())
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("small"))
        taken = painter.boundingRect(room, wrap, self._why())
        if room.contains(taken):
            painter.fillRect(taken.adjusted(-3, 0, 3, 0), current().panel)  # no line of the grid runs through it
            painter.setPen(current().text_faint)
            painter.drawText(room, wrap, self._why())

    def _why(self) -> str:
        """Too little for R so far or, where there was enough, that R begins a minute later."""
        if not self._waits:
            later = self.tr(
                "R compares a minute with the one before it: it begins a minute after {least} were liquidated."
            )
            return later.format(least=money(REPRODUCTION_LEAST))
        words = self.tr("Too little is liquidated for R: it is drawn from {least} in a minute on.")
        return words.format(least=money(REPRODUCTION_LEAST))

    def measure(self) -> None:
        """The axis, and whether there is anything to draw yet, or to compare."""
        super().measure()
        most = max(float(liquidated_within(road, REPRODUCTION_WINDOW).max()) for road in self._roads())
        self._waits = most < REPRODUCTION_LEAST
        self._silent = not any(np.isfinite(line.values).any() for road in self._roads() for line in self.drawn(road))

    def empty(self) -> str:
        """While too little is liquidated, or was a minute ago."""
        if self._silent and self.session.horizon:
            return self._why()
        return super().empty()

    def labels(self, step: int) -> list[tuple[str, float, QColor]]:
        """R as it is shown everywhere."""
        shown = reproduction(self.session.reproduction(step), self.session.liquidated_before(step))
        top = self.limits()[1]
        return [(named_value(self.tr("R"), shown), min(value, top), color) for _, value, color in super().labels(step)]

    def told(self, step: int) -> list[str]:
        """The exact number, and why it is not drawn if it is not."""
        lines, before = super().told(step), self.session.liquidated_before(min(step, self.session.horizon))
        if lines and before < REPRODUCTION_LEAST:
            why = self.tr("not drawn: {money} the minute before, under {least}")
            lines.append(why.format(money=money(before), least=money(REPRODUCTION_LEAST)))
        return lines
