"""Two charts on one time axis, one above the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change
from ui.charts.time_chart import TimeChart
from ui.theme import pixels

LINES_FOR_TWO = 16
"""Height, in lines of small text, that two charts need."""


class Stack(QWidget):
    """The upper chart has three parts of the height, the lower two; the time is written once, below."""

    def __init__(self, above: TimeChart, below: TimeChart) -> None:
        super().__init__()
        self.above, self.below = above, below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above, 3)
        column.addWidget(below, 2)
        self._divide()

    def _divide(self) -> None:
        both = self.height() >= pixels("small") * LINES_FOR_TWO
        self.below.setVisible(both)
        self.above.has_time_labels = not both

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for two, the upper one alone."""
        super().resizeEvent(event)
        self._divide()

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw both again."""
        self.above.refresh(change, frame)
        if self.below.isVisible():
            self.below.refresh(change, frame)
