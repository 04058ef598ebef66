"""How far prices fell: BTC, the asset on stage and the median altcoin, with halts and the road not taken."""

from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from model.session import Session
from model.timeline import Branch
from ui.charts.halts import above_the_axis, draw_pauses_of_altcoins, under_the_hatch
from ui.charts.history import Medians, asset_change
from ui.charts.lines import LinesChart, Series
from ui.text import translate
from ui.theme import current, font

FLOORS = (-0.05, -0.10, -0.20, -0.40, -0.60, -0.80, -1.0)
CEILINGS = (0.02, 0.05, 0.10, 0.20, 0.50, 1.0, 3.0)


class PricesChart(LinesChart):
    """Change of the index since the first second."""

    key = "prices"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._medians = Medians(session)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Prices over time"))

    def title(self) -> str:
        """What is shown."""
        return self.wordings()[0]

    def wordings(self) -> tuple[str, ...]:
        """With what dashed lines mean, or without; what is shown stays."""
        return self.with_other(self.tr("change of the index since the start"))

    def floors(self) -> tuple[float, ...]:
        """Down to −100 %."""
        return FLOORS

    def ceilings(self) -> tuple[float, ...]:
        """A little above zero, or more."""
        return CEILINGS

    def series(self, branch: Branch) -> list[Series]:
        """BTC, median altcoin, and the asset on stage if it is another one."""
        theme, asset = current(), self.session.asset
        lines = [Series(self.session.symbols[0], theme.text, 2.4, asset_change(branch, 0))]
        if self._medians.change(branch).size:
            name = translate("Charts", "median alt")
            lines.append(Series(name, theme.altcoin, 2.0, self._medians.change(branch)))
        if asset:
            lines.append(Series(self.session.symbols[asset], theme.staged, 2.0, asset_change(branch, asset)))
        return lines

    def halts_of(self) -> str:
        """The asset on stage; the altcoins have a strip of their own."""
        return self.session.symbols[self.session.asset]

    def halts_named_at(self) -> tuple[float, ...]:
        """Under the hatch or above the name of the altcoins' strip: beside the strip they would read as its name."""
        return under_the_hatch(self), above_the_axis(self) - QFontMetrics(font("small")).height()

    def draw_past(self, painter: QPainter) -> None:
        """The lines; below them, when the altcoins were paused."""
        super().draw_past(painter)
        draw_pauses_of_altcoins(self, painter, self._medians.paused(self.session.branch))
