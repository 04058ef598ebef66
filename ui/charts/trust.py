"""Whether customers still trust their exchange: confidence over time above, the money that they took out below."""

import numpy as np
from PySide6.QtWidgets import QWidget

from model.session import Session
from model.timeline import Branch
from ui.charts.lines import LinesChart, Series
from ui.text import money, percent, translate
from ui.theme import current


class TrustChart(LinesChart):
    """Confidence, one line an exchange."""

    key = "confidence"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Confidence over time"))

    def title(self) -> str:
        """What is shown."""
        return self.wordings()[0]

    def wordings(self) -> tuple[str, ...]:
        """With what dashed lines mean, or without."""
        return self.with_other(self.tr("customers' confidence"), self.tr("confidence"))

    def own_choices(self) -> tuple[str, ...]:
        """Its name where it takes turns."""
        return (self.tr("confidence"),)

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


class WithdrawalsChart(LinesChart):
    """Dollars withdrawn so far, one line an exchange."""

    key = "withdrawals"
    pace_ms = 350
    names_halts = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Withdrawals over time"))

    def title(self) -> str:
        """What is shown."""
        return self.wordings()[0]

    def wordings(self) -> tuple[str, ...]:
        """With what dashed lines mean, or without."""
        return self.with_other(self.tr("dollars withdrawn since the start"), self.tr("withdrawals"))

    def own_choices(self) -> tuple[str, ...]:
        """Its name where it takes turns."""
        return (self.tr("withdrawals"),)

    def floors(self) -> tuple[float, ...]:
        """Nothing."""
        return (0.0,)

    def ceilings(self) -> tuple[float, ...]:
        """Round sums."""
        return tuple(nice * power for power in (1e7, 1e8, 1e9, 1e10, 1e11, 1e12) for nice in (1.0, 2.0, 5.0))

    def written(self, value: float) -> str:
        """In dollars."""
        return money(value)

    def written_exactly(self, value: float) -> str:
        """In dollars."""
        return money(value)

    def widest_value(self) -> str:
        """Billions."""
        return money(88.8e9)

    def unit(self) -> str:
        """Of the saved numbers."""
        return translate("Charts", "$")

    def series(self, branch: Branch) -> list[Series]:
        """One line an exchange."""
        theme, rows = current(), branch.record.exchanges["withdrawn"][: branch.horizon + 1]
        return [
            Series(name, theme.venue[x % len(theme.venue)], 1.8, rows[:, x].astype(np.float64))
            for x, name in enumerate(self.session.exchanges)
        ]
