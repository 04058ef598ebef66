"""A second session on the same road, for pictures that must not disturb the one being watched."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from model.session import Change, Session
from model.timeline import Edit
from ui import theme
from ui.charts.scouting import Scouting
from ui.charts.tabs import ChartTabs
from ui.stage.stage import Stage
from ui.style import apply_style
from ui.text import phase_title
from ui.window import Window

CHUNK = 5
"""Seconds of the market computed between two looks at the clock."""
BUDGET = 0.02
"""Seconds of the room that one piece of work takes at most."""
VIEWS = ("window", "stage", "charts")


class Replica:
    """Computes the market again with the same edits at the same seconds: bit for bit the same road."""

    def __init__(self, session: Session, edits: Sequence[Edit] | None = None) -> None:
        """The road in sight; other `edits` than its own make another road of the same weather."""
        self.session = Session(session.scenario, worker=session.worker)
        self.session.asset = session.asset
        self._edits = list(session.branch.edits if edits is None else edits)

    def advance(self, step: int) -> bool:
        """Compute a little towards a second; true when there."""
        mine, end = self.session, time.perf_counter() + BUDGET
        while True:
            while self._edits and self._edits[0].step <= mine.step:
                edit = self._edits.pop(0)
                mine.timeline.edit(edit.key, edit.value)
            if mine.step >= step:
                return True
            stop = min([step, mine.step + CHUNK, *(edit.step for edit in self._edits[:1])])
            mine.forward(stop - mine.step)
            if time.perf_counter() > end:
                return False


class Canvas:
    """One view, or a whole window, that nobody sees, and what it shows as a picture."""

    def __init__(self, session: Session, view: str, size: QSize, reading: int = 0) -> None:
        """`view` is one of `VIEWS`, or a chart's key with one of its readings; a stage is made faster than a window."""
        self._session, self._size = session, size
        self._tabs: ChartTabs | None = None
        self.widget: QWidget
        if view == "stage":
            self.widget = Stage()
        elif view == "window":
            self.widget = Window(session)
        else:
            apply_style()
            self._tabs = ChartTabs(session)
            self.widget = self._tabs if view == "charts" else self._chart(view, reading)
        self.widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.widget.setMinimumSize(0, 0)
        self.widget.resize(size)
        self.widget.show()

    def _chart(self, key: str, reading: int) -> QWidget:
        """A chart without its tabs, together with what stands on the same page."""
        assert self._tabs is not None
        chart = self._tabs.open(key)
        page = self._tabs.currentWidget()
        page.setParent(None)  # before the reading is chosen: another tab comes into sight, and a chart may be read anew
        if chart.segments is not None and 0 <= reading < len(chart.choices()):
            chart.segments.choose(reading)
            chart.chosen(reading)
        return page

    def _draw(self) -> None:
        if isinstance(self.widget, Window):
            self.widget.show_now()
        elif isinstance(self.widget, Stage):
            self.widget.set_frame(self._session.frame(), 0.0, phase_title(self._session, self._session.phase))
        else:
            change = Change.MOMENT | Change.VALUES  # not a mere flow of time, so that nothing waits for its turn
            self.widget.refresh(change, self._session.frame())  # type: ignore[attr-defined]

    def is_ready(self) -> bool:
        """Whether everything that it shows is known; if not, a little more is made known."""
        if self._tabs is None:
            return True
        self._draw()
        working = [scouting for scouting in self.widget.findChildren(Scouting) if scouting.is_working]
        for scouting in working:
            scouting.work()
        return not working

    def picture(self) -> QImage:
        """The moment now."""
        self._draw()
        image = QImage(self._size, QImage.Format.Format_RGB32)
        image.fill(theme.current().panel)
        painter = QPainter(image)
        self.widget.render(painter, QPoint())
        painter.end()
        return image

    def close(self) -> None:
        """Put the widget away."""
        for widget in (self.widget, self._tabs):
            if widget is not None:
                widget.close()
                widget.deleteLater()
