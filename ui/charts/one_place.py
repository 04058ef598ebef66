"""Two charts side by side or one above the other; where there is room for one, they take turns by their choices."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.charts.chart import Chart


class OnePlace(QObject):
    """Knows whether both charts have room, and which is in sight if not."""

    def __init__(self, first: Chart, second: Chart, view: QWidget) -> None:
        super().__init__(view)
        self._view, self._charts = view, (first, second)
        self._both = True
        self.shown = first
        for chart in self._charts:
            chart.yielded.connect(self._turn)

    def settle(self, both: bool) -> None:
        """Show both, or the one that has its turn."""
        first, second = self._charts
        if both != self._both:
            self._both = both
            first.heading.after = () if both else (second,)
            second.heading.before = () if both else (first,)
            for chart in self._charts:
                chart.offer(max(chart.heading.choice, 0))
        for chart in self._charts:
            chart.setVisible(both or chart is self.shown)
        layout = self._view.layout()
        if layout is not None:
            layout.activate()  # at once, or the one that stays keeps half the room for a frame

    def bring(self, chart: Chart) -> None:
        """Give a chart its turn."""
        if chart in self._charts:
            self.shown = chart
            self.settle(self._both)

    def _turn(self, chart: Chart, choice: int) -> None:
        hidden = next(one for one in self._charts if one is not chart)
        had_focus = hidden.isAncestorOf(hidden.window().focusWidget() or hidden.window())
        self.bring(chart)
        for one in self._charts:
            one.offer(choice if one is chart else max(one.heading.choice, 0))
        chart.choose(choice)
        if had_focus and chart.segments is not None:
            chart.setFocus()
