"""The charts in tabs; only the one in sight is drawn. Tabs for which there is no room wait in a menu, none is cut."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMenu, QTabWidget, QToolButton, QWidget

from model.bad_input import BadInput
from model.frame import Frame
from model.session import Change, Session
from ui.charts import saving
from ui.charts.aftermath import AftermathChart
from ui.charts.book_over_time import BookOverTime
from ui.charts.chart import Chart
from ui.charts.claims import ClaimsView
from ui.charts.contagion import ContagionView
from ui.charts.depth import DepthChart
from ui.charts.ensemble import EnsembleView
from ui.charts.ledger import LedgerChart
from ui.charts.liquidation_map import LiquidationMapChart
from ui.charts.liquidations import LiquidationsChart
from ui.charts.makers import MakersChart
from ui.charts.prices import PricesChart
from ui.charts.run_bar import RunBar
from ui.charts.stack import Stack
from ui.charts.trust import TrustChart, WithdrawalsChart
from ui.controls.signs import sign
from ui.player import Player
from ui.problem_words import problem_words
from ui.text import number
from ui.theme import font, keeper, pixels

LEAST_LINES = 14
"""So many heights of text wide at least."""
TAB_PADDING = 24
"""Pixels of a tab beside its words."""
CORNER_MARGIN = 4
TAB_LINE = 2
"""Height of the line under the tab in sight: the words beside the tabs stand as high as theirs."""


Tab = Chart | Stack | ContagionView | EnsembleView | ClaimsView


class ChartTabs(QTabWidget):
    """All charts of a session. A click in a chart jumps in time."""

    sought = Signal(int)
    refused = Signal(str)
    """One sentence that says why a chart could not be saved."""

    def __init__(
        self, session: Session, player: Player | None = None, parent: QWidget | None = None, *, second: bool = False
    ) -> None:
        """Without a player, a click jumps at once, however far the second is.

        The second of two places has the charts of the run on stage; a plan of many runs is carried out in the first only.
        """
        super().__init__(parent)
        self._session = session
        self._folder = Path.home()
        self._offered = frozenset(range(99))
        self._names: tuple[str, ...] = ()
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.tabBar().setUsesScrollButtons(False)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self.more = QToolButton()
        self.more.setProperty("kind", "tool")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self._closed = False
        self.hint = QLabel()
        """Says how to open charts of which only the names are seen."""
        self.hint.setProperty("role", "faint")
        self.hint.hide()
        self.split = QToolButton()
        """Opens a second place for charts, or closes it."""
        self.split.setProperty("kind", "tool")
        self.split.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.split.hide()
        self._is_second = second
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, CORNER_MARGIN, TAB_LINE)
        row.setSpacing(2)
        row.addWidget(self.hint)
        row.addWidget(self.more)
        row.addWidget(self.split)
        self.setCornerWidget(corner, Qt.Corner.TopRightCorner)
        self.together = Stack(PricesChart(session), LiquidationsChart(session), takes_turns=False)
        self.trust = Stack(TrustChart(session), WithdrawalsChart(session))
        self.liquidations = LiquidationsChart(session)
        self.liquidations.offer()
        of_run = (
            self.together, self.liquidations, BookOverTime(session), LiquidationMapChart(session), ContagionView(session),
            LedgerChart(session), MakersChart(session), DepthChart(session), self.trust, AftermathChart(session),
        )  # fmt: skip
        self.charts: tuple[Tab, ...] = of_run if second else (*of_run, EnsembleView(session), ClaimsView(session))
        for view in self.charts:
            self.addTab(view, "")
        for chart in self.findChildren(Chart):
            chart.sought.connect(self.sought)
            chart.wanted.connect(lambda deed, chart=chart: self.do(deed, chart))
        for bar in self.findChildren(RunBar):
            bar.failed.connect(self.refused)
        self.sought.connect(player.seek if player is not None else session.go)
        self.currentChanged.connect(self._catch_up)
        keeper.changed.connect(self._dress)
        self.retranslate()
        self._dress()

    # --- tabs -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write all words again."""
        names = (
            self.tr("Prices"), self.tr("Liquidations"), self.tr("Book over time"), self.tr("Where the next ones wait"),
            self.tr("Contagion"), self.tr("Ledger"), self.tr("Makers"), self.tr("Depth left"), self.tr("Confidence"),
            self.tr("90 days"), self.tr("Many runs"), self.tr("Claims"),
        )  # fmt: skip
        self._names = names[: self.count()]
        self.setAccessibleName(self.tr("Charts, second place") if self._is_second else self.tr("Charts"))
        self.more.setAccessibleName(self.tr("More charts"))
        self.hint.setText(self.tr("▸ press a name to open"))
        split = (
            self.tr("Close the second place (Ctrl+D)") if self._is_second else self.tr("Charts side by side (Ctrl+D)")
        )
        self.split.setAccessibleName(split)
        self.split.setToolTip(split)
        self._fit()

    def _dress(self) -> None:
        """The sign in the colours and the size in force."""
        size = pixels("body")
        self.split.setIcon(sign("close" if self._is_second else "split", size))
        self.split.setIconSize(QSize(size, size))
        self._fit()

    def offer_split(self, wanted: bool) -> None:
        """Show the button of the second place, or hide it."""
        if wanted == self.split.isHidden():
            self.split.setVisible(wanted)
            self._fit()

    def set_closed(self, closed: bool) -> None:
        """Only the names are seen: none of them looks open, and a few words say how to open one."""
        if closed != self._closed:
            self._closed = closed
            bar = self.tabBar()
            bar.setProperty("closed", closed)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """The smallest size: one name, and the list of the others."""
        return QSize(pixels("body") * LEAST_LINES, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many tabs as there is room for, the current one always; the rest is listed in the menu."""
        metrics, bold = QFontMetrics(font("body")), QFontMetrics(font("body", bold=True))
        widths = [metrics.horizontalAdvance(name) + TAB_PADDING for name in self._names]
        at = max(self.currentIndex(), 0)
        if at < len(widths):  # only the tab in sight is bold
            widths[at] = bold.horizontalAdvance(self._names[at]) + TAB_PADDING
        room = self.width() - 8 - (0 if self.split.isHidden() else self.split.sizeHint().width())
        wide = self.hint.sizeHint().width() + self.more.sizeHint().width()
        self.hint.setVisible(self._closed and sum(widths[at : at + 1]) <= room - wide)  # before a second name
        room -= 0 if self.hint.isHidden() else self.hint.sizeHint().width()
        if sum(width for place, width in enumerate(widths) if place in self._offered) > room:
            self.more.setText(self._more_words(self.count()))
            room -= self.more.sizeHint().width() + CORNER_MARGIN
        shown, used = {self.currentIndex()}, widths[self.currentIndex()] if self.count() else 0
        for place, width in enumerate(widths):
            if place not in shown and place in self._offered:
                if used + width > room:
                    break
                shown.add(place)
                used += width
        for place in range(self.count()):
            self.setTabVisible(place, place in shown)
        for place, name in enumerate(self._names):
            narrow = widths[place] > room
            measure = bold if place == self.currentIndex() else metrics
            elided = measure.elidedText(name, Qt.TextElideMode.ElideRight, room - TAB_PADDING)
            self.setTabText(place, elided if narrow else name)
            parts = (name if narrow else "", self.hint.text() if self._closed else "")
            self.setTabToolTip(place, "\n".join(part for part in parts if part))
        self.more.setToolTip(self.hint.text() if self._closed else "")
        bar = self.tabBar()
        self.cornerWidget().setFixedHeight(bar.sizeHint().height())
        QCoreApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))  # else it may stay scrolled
        self._list([place for place in range(self.count()) if place not in shown and place in self._offered])

    def _more_words(self, count: int) -> str:
        return self.tr("{count} more ▾").format(count=number(count))

    def _list(self, hidden: list[int]) -> None:
        self.more.setVisible(bool(hidden))
        self.more.setText(self._more_words(len(hidden)))
        menu = self.more.menu()
        menu.clear()
        for place in hidden:
            menu.addAction(self._names[place]).triggered.connect(
                lambda _=False, place=place: self.setCurrentIndex(place)
            )

    def setCurrentIndex(self, place: int) -> None:
        """Qt: a tab that waits in the menu comes into sight."""
        self.setTabVisible(place, True)
        super().setCurrentIndex(place)
        self._fit()

    def of(self, view: QWidget) -> list[Chart]:
        """The charts of a tab, the main one first."""
        return [view] if isinstance(view, Chart) else view.findChildren(Chart)

    def open(self, key: str) -> Chart:
        """Bring a chart into sight."""
        found = [(chart, n) for n, view in enumerate(self.charts) for chart in self.of(view) if chart.key == key]
        chart, place = max(found, key=lambda pair: self.of(self.charts[pair[1]])[0] is pair[0])
        self.setCurrentIndex(place)
        view = self.charts[place]
        if isinstance(view, Stack | ContagionView):
            view.bring(chart)
        return chart

    def turn(self, places: int) -> None:
        """Go to another tab, round and round."""
        offered = [place for place in range(self.count()) if place in self._offered]
        at = offered.index(self.currentIndex()) if self.currentIndex() in offered else 0
        self.setCurrentIndex(offered[(at + places) % len(offered)])

    # --- drawing ----------------------------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """The key of each tab's main chart, by which lessons call it."""
        return [self.of(view)[0].key for view in self.charts]

    def show_only(self, names: frozenset[str]) -> None:
        """Offer only the tabs of these names; all of them for none."""
        self._offered = frozenset(place for place, name in enumerate(self.names()) if not names or name in names)
        if self.currentIndex() not in self._offered:
            self.setCurrentIndex(min(self._offered))
        self._fit()

    def _catch_up(self, place: int) -> None:
        self.charts[place].refresh(Change.RESET, self._session.frame())

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw the chart in sight again."""
        self.charts[self.currentIndex()].refresh(change, frame)

    # --- copies -----------------------------------------------------------------------------------------------------

    def current_key(self) -> str:
        """The name of the tab in sight, as `open` and lessons call it."""
        return self.names()[self.currentIndex()]

    def current(self) -> Chart:
        """The chart that the keyboard is in, else the main one of the tab in sight."""
        charts = self.of(self.charts[self.currentIndex()])
        return next((chart for chart in charts if chart.hasFocus()), charts[0])

    def do(self, deed: str, chart: Chart | None = None) -> None:
        """Copy or save a chart; without one, that in sight."""
        chosen = chart if chart is not None else self.current()
        if deed == "copy":
            QGuiApplication.clipboard().setImage(saving.picture(chosen))
        elif deed == "copy_numbers":
            QGuiApplication.clipboard().setText(saving.written(chosen.table(), "excel-tab"))
        else:
            self._ask(chosen)

    def _ask(self, chart: Chart) -> None:
        name = "{key}-{step:05d}.png".format(key=chart.key, step=self._session.step)
        kinds = self.tr("Picture (*.png);;Vector picture (*.svg);;Numbers (*.csv)")
        path, kind = QFileDialog.getSaveFileName(self, self.tr("Save this chart"), str(self._folder / name), kinds)
        if path:
            ending = kind.rpartition("*")[2].rstrip(")")
            self.save(chart, Path(path) if Path(path).suffix else Path(path + ending))

    def save(self, chart: Chart, path: Path) -> None:
        """Write a chart; a place that cannot be written is told in one sentence."""
        try:
            saving.save(chart, path)
            self._folder = path.parent
        except BadInput as problem:
            self.refused.emit(problem_words(problem))
