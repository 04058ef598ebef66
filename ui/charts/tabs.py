"""The charts in tabs; only the one in sight is drawn."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui.charts.contagion import ContagionChart
from ui.charts.depth import DepthChart
from ui.charts.liquidations import LiquidationsChart
from ui.charts.prices import PricesChart
from ui.charts.time_chart import TimeChart
from ui.charts.trust import TrustChart
from ui.player import Player
from ui.theme import pixels

LINES_FOR_TWO = 16
"""Height, in lines of small text, that two charts need."""


class Together(QWidget):
    """Prices above liquidations, on one time axis."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.prices, self.liquidations = PricesChart(session), LiquidationsChart(session)
        self.prices.has_time_labels = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.prices, 3)
        column.addWidget(self.liquidations, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two, prices alone; liquidations have their own tab."""
        super().resizeEvent(event)
        both = self.height() >= pixels("small") * LINES_FOR_TWO
        self.liquidations.setVisible(both)
        self.prices.has_time_labels = not both

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw both again."""
        self.prices.refresh(change, frame)
        self.liquidations.refresh(change, frame)


class ChartTabs(QTabWidget):
    """All charts of a session. A click in a chart jumps in time."""

    sought = Signal(int)

    def __init__(self, session: Session, player: Player | None = None, parent: QWidget | None = None) -> None:
        """Without a player, a click jumps at once, however far the second is."""
        super().__init__(parent)
        self._session = session
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.together = Together(session)
        self.charts = (
            self.together, LiquidationsChart(session), DepthChart(session), ContagionChart(session), TrustChart(session)
        )  # fmt: skip
        for chart in self.charts:
            self.addTab(chart, "")
        for time_chart in self.findChildren(TimeChart):
            time_chart.sought.connect(self.sought)
        self.sought.connect(player.seek if player is not None else session.go)
        self.currentChanged.connect(self._catch_up)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        names = (self.tr("Prices"), self.tr("Liquidations"), self.tr("Depth left"), self.tr("Contagion"),
                 self.tr("Confidence"))  # fmt: skip
        for place, name in enumerate(names):
            self.setTabText(place, name)

    def names(self) -> list[str]:
        """The name of each chart by which lessons call it: that of its class; prices stand for the two together."""
        words = (type(chart).__name__.removesuffix("Chart").lower() for chart in self.charts)
        return ["prices" if name == "together" else name for name in words]

    def _catch_up(self, place: int) -> None:
        self.charts[place].refresh(Change.RESET, self._session.frame())

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw the chart in sight again."""
        self.charts[self.currentIndex()].refresh(change, frame)
