"""One place for charts, or two side by side: then a cause and its effect are seen at once, three or four charts in all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui.charts.tabs import ChartTabs
from ui.deed import Deed
from ui.player import Player
from ui.text import translate
from ui.theme import pixels

LEAST_LINES = 29
"""Each of two places is at least so many heights of small text wide: its axes and labels, and as much again of a plot."""
FIRST_BESIDE = "book-over-time"
"""What the second place shows when it is opened for the first time."""


class ChartsBeside(QWidget):
    """The second place. Its charts are made when it is opened for the first time."""

    closed = Signal()
    """Its button was pressed."""
    chose = Signal()
    """Another of its charts came into sight."""

    def __init__(self, session: Session, player: Player | None, first: ChartTabs) -> None:
        super().__init__()
        self._session, self._player, self._first = session, player, first
        self.tabs: ChartTabs | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def made(self) -> ChartTabs:
        """Its charts: those of the run on stage, since a plan of many runs is carried out in one place only."""
        if self.tabs is None:
            self.tabs = ChartTabs(self._session, self._player, second=True)
            self.tabs.refused.connect(self._first.refused)
            self.tabs.split.clicked.connect(self.closed)
            self.tabs.currentChanged.connect(self.chose)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.tabs)
        return self.tabs

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw the chart in sight again."""
        if self.tabs is not None:
            self.tabs.refresh(change, frame)


class ChartPair(QSplitter):
    """Holds both places and shows the second where it is wanted, has its turn, and fits."""

    turned = Signal()
    """The user opened or closed the second place, or chose another chart for it."""
    crowded = Signal(str)
    """One sentence that says why the second place is not seen."""

    def __init__(self, session: Session, player: Player | None = None, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.first = ChartTabs(session, player)
        self.beside = ChartsBeside(session, player, self.first)
        self.addWidget(self.first)
        self.addWidget(self.beside)
        self.chosen = ""
        """Key of the chart that the second place shows; empty while it is closed."""
        self._has_turn = True
        self.first.split.clicked.connect(self.turn)
        self.beside.closed.connect(self.turn)
        self.beside.chose.connect(self._chose)

    @property
    def is_double(self) -> bool:
        """Whether the user wants two places."""
        return bool(self.chosen)

    def open(self, key: str) -> None:
        """Open the second place on a chart, or close it for none; an unknown name counts as none."""
        names = self.beside.made().names() if key else []
        self.chosen = key if key in names else ""
        if self.chosen:
            self.beside.made().open(key)
        self.settle()

    def turn(self) -> None:
        """Open the second place, or close it."""
        last = self.beside.tabs.current_key() if self.beside.tabs is not None else FIRST_BESIDE
        self.open("" if self.is_double else last)
        self.turned.emit()
        if self.is_double and self.beside.isHidden():
            self.crowded.emit(translate("Charts", "There is no room here for charts side by side: make the window "
                                                  "broader, or hide one of its sides (menu View)."))  # fmt: skip

    def _chose(self) -> None:
        if self.beside.tabs is not None and self.is_double:
            self.chosen = self.beside.tabs.current_key()
            self.turned.emit()

    def give_turn(self, has_turn: bool) -> None:
        """Whether the second place may be seen at all: not in a lesson, nor where the charts are closed to their names."""
        self._has_turn = has_turn
        self.settle()

    def settle(self) -> None:
        """Show the second place, or hide it."""
        fits = self.width() >= 2 * LEAST_LINES * pixels("small") + self.handleWidth()
        double = self.is_double and self._has_turn and fits
        if double == self.beside.isHidden():
            self.beside.setVisible(double)
            if double:
                self.setSizes([1, 1])
        self.first.offer_split(self._has_turn and fits and not double)
        if self.beside.tabs is not None:
            self.beside.tabs.offer_split(double)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self.settle()

    # --- what keys and menus can do ---------------------------------------------------------------------------------

    def active(self) -> ChartTabs:
        """The place that the keyboard is in, else the first."""
        tabs, focused = self.beside.tabs, QApplication.focusWidget()
        inside = tabs is not None and tabs.isVisible() and focused is not None and tabs.isAncestorOf(focused)
        return tabs if tabs is not None and inside else self.first

    def deeds(self) -> list[Deed]:
        """What keys and menus can do with the chart in sight, and with the places."""
        words = translate
        return [
            Deed("next_chart", ("Ctrl+Tab",), words("Actions", "Next chart"), lambda: self.active().turn(1), menu="view"),
            Deed("last_chart", ("Ctrl+Shift+Tab",), words("Actions", "Chart before"), lambda: self.active().turn(-1),
                 menu="view"),
            Deed("charts_beside", ("Ctrl+D",), words("Actions", "Charts side by side, and back"), self.turn, menu="view",
                 checked=lambda: self.is_double),
            Deed("copy_chart", ("Ctrl+C",), words("Actions", "Copy this chart as a picture"),
                 lambda: self.active().do("copy"), menu="edit"),
            Deed("copy_numbers", ("Ctrl+Shift+C",), words("Actions", "Copy this chart's numbers"),
                 lambda: self.active().do("copy_numbers"), menu="edit"),
            Deed("save_chart", ("Ctrl+E",), words("Actions", "Save this chart as PNG, SVG or CSV"),
                 lambda: self.active().do("save"), menu="file"),
        ]  # fmt: skip
