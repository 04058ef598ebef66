"""Whether customers still trust their exchange: confidence over time, by exchange."""

import numpy as np
from PySide6.QtWidgets import QWidget

from model.session import Session
from model.timeline import Branch
from ui.charts.lines import LinesChart, Series
from ui.charts.time_chart import named_value
from ui.text import money, percent
from ui.theme import current


class TrustChart(LinesChart):
    """One line an exchange; hover tells what was withdrawn."""

    shows_halts = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Confidence over time"))

    def title(self) -> str:
        """What is shown."""
        return self.tr("customers' confidence; dashed: the other road")

    def floors(self) -> tuple[float, ...]:
        """None left."""
        return (0.0,)

    def ceilings(self) -> tuple[float, ...]:
        """All of it."""
        return (1.0,)

    def written(self, value: float) -> str:
        """In percent."""
        return percent(value, 0)

    def written_exactly(self, value: float) -> str:
        """In percent, with a decimal."""
        return percent(value, 1)

    def series(self, branch: Branch) -> list[Series]:
        """One line an exchange."""
        theme, rows = current(), branch.record.exchanges["confidence"][: branch.horizon + 1]
        lines = []
        for x, name in enumerate(self.session.exchanges):
            column = rows[:, x].astype(np.float64)
            column[0] = 1.0
            lines.append(Series(name, theme.venue[x % len(theme.venue)], 1.8, column))
        return lines

    def told(self, step: int) -> list[str]:
        """Confidence, and dollars withdrawn so far."""
        lines = super().told(step)
        if step <= self.session.horizon:
            gone = float(self.session.branch.record.totals["withdrawn"][step])
            lines.append(named_value(self.tr("withdrawn"), money(gone)))
        return lines
