"""Whether the fire spreads: R over time, the dollars that one dollar liquidated sets off a minute later."""

from PySide6.QtWidgets import QWidget

from model.session import REPRODUCTION_WINDOW, Session
from model.timeline import Branch
from ui.charts.history import reproductions
from ui.charts.lines import LinesChart, Series
from ui.text import number, translate
from ui.theme import current


class ReproductionChart(LinesChart):
    """One line; above 1 the fire spreads."""

    key = "reproduction"
    pace_ms = 390
    shows_halts = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Reproduction number over time"))

    def title(self) -> str:
        """What is shown."""
        return self.tr("R: dollars set off by each dollar of the minute before; above 1 it spreads")

    def floors(self) -> tuple[float, ...]:
        """Nothing."""
        return (0.0,)

    def ceilings(self) -> tuple[float, ...]:
        """Room for 1 and some more. The first dollars can have any R; what is beyond the axis, the readout tells."""
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
        """One line."""
        return [Series(self.tr("R"), current().liquidation, 1.6, reproductions(branch, REPRODUCTION_WINDOW))]
