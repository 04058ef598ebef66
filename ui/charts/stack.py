"""Two charts on one time axis, one above the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change
from ui.charts.chart import Chart
from ui.charts.one_place import OnePlace
from ui.charts.time_chart import TimeChart
from ui.theme import pixels

LINES_FOR_TWO = 16
"""Height, in lines of small text, that two charts need."""


class Stack(QWidget):
    """The upper chart has three parts of the height, the lower two; the time is written once, below."""

    def __init__(self, above: TimeChart, below: TimeChart, *, takes_turns: bool = True) -> None:
        """Where there is no room for both they take turns, or the upper one stands alone."""
        super().__init__()
        self.above, self.below = above, below
        above.aligned, below.aligned = (below,), (above,)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above, 3)
        column.addWidget(below, 2)
        self._place = OnePlace(above, below, self) if takes_turns else None
        self._divide()

    def _divide(self) -> None:
        both = self.height() >= pixels("small") * LINES_FOR_TWO
        self.above.has_time_labels = not both or self.above.parentWidget() is not self  # it may be drawn for itself
        if self._place is not None:
            self._place.settle(both)
        else:
            self.below.setVisible(both)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two, one alone."""
        super().resizeEvent(event)
        self._divide()

    def bring(self, chart: Chart) -> None:
        """Show a chart, if there is room for one only."""
        if self._place is not None:
            self._place.bring(chart)

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw again what is in sight."""
        first = self.above if self._place is None else self._place.shown
        for chart in (self.above, self.below):
            if chart is first or chart.isVisible():
                chart.refresh(change, frame)
