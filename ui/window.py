"""The main window: stage in the middle, switches left, market right, time below; one listener, one drawing a frame."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui import text, theme
from ui.charts.pair import ChartPair
from ui.layout_keeper import GAP, LayoutKeeper
from ui.panels.difference import DifferencePanel
from ui.panels.story import StoryPanel
from ui.panels.switches import SwitchesPanel
from ui.panels.tiles import Tiles
from ui.panels.top_bar import TopBar
from ui.panels.totals import TotalsPanel
from ui.panels.transport import TransportBar
from ui.player import FRAME_MS, Player
from ui.stage.stage import Stage
from ui.style import apply_style
from ui.text import translate

TURNS = 4
"""While time flows, the stage is drawn every frame and the views around it in turn, each every so many frames."""
STILL_MS = 400
"""With reduced motion a picture stands at least so long."""
REST_MS = 8
"""After a drawing the next one waits at least so long."""


class View(Protocol):
    """Whatever draws a frame."""

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show a frame."""

    def isVisible(self) -> bool:
        """Whether anybody can see it."""


def framed(widget: QWidget) -> QFrame:
    """A widget as a panel with an edge."""
    frame = QFrame()
    frame.setProperty("panel", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(widget)
    return frame


def holder(*widgets: QWidget) -> QWidget:
    """Widgets below each other, the last one as high as there is room."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for place, widget in enumerate(widgets, 1):
        column.addWidget(widget, place // len(widgets))
    return made


class Body(QSplitter):
    """The sides of the window. What has no room in it takes turns, so that it never asks for more than there is."""

    def minimumSizeHint(self) -> QSize:
        """Qt: as small as the smallest window leaves it."""
        return QSize(480, 320)


class Window(QMainWindow):
    """Everything on screen."""

    help_wanted = Signal()

    def __init__(self, session: Session, player: Player | None = None) -> None:
        super().__init__()
        apply_style()
        self.session = session
        self.player = player if player is not None else Player(session, parent=self)
        self._change = Change(0)
        self._unseen: dict[int, Change] = {}
        self._turn = 0
        self._due = QTimer(self, interval=0, singleShot=True)
        self._due.timeout.connect(self.draw)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._rest.timeout.connect(self._rested)
        self.beside: QWidget | None = None
        self.beside_low: QVBoxLayout | None = None
        """Where in what stands beside the rest a few switches have room."""
        """What stands to the left of everything else: a lesson."""
        self._make_views()
        self._lay_out()
        self.tiles.chosen.connect(session.select)
        self.chart_pair.turned.connect(lambda: self._hear(Change.RESET))
        self.chart_pair.crowded.connect(self.say)
        self.top.help_wanted.connect(self.help_wanted)
        session.listen(self._hear)
        self.player.changed.connect(self._hear_player)
        self.player.fraction.connect(self._hear_player)
        self.player.aside.ended.connect(self._rested)
        theme.keeper.changed.connect(self._restyle)
        self._title()
        self._hear(Change.RESET | Change.MOMENT | Change.VALUES | Change.BRANCHES | Change.ASSET)
        self.draw()

    def _make_views(self) -> None:
        session, player = self.session, self.player
        self.top = TopBar(session)
        self.switches = SwitchesPanel(session)
        self.difference = DifferencePanel(session)
        self.stage = Stage()
        self.chart_pair = ChartPair(session, player)
        self.charts = self.chart_pair.first
        self.totals = TotalsPanel(session)
        self.tiles = Tiles(session)
        self.story = StoryPanel(session, player)
        self.transport = TransportBar(session, player)
        self.views: tuple[View, ...] = (
            self.top, self.switches, self.difference, self.charts, self.totals, self.tiles, self.story, self.transport,
            self.chart_pair.beside,
        )  # fmt: skip
        self.parts: dict[str, QFrame] = {
            "top": framed(self.top), "switches": framed(self.switches), "difference": framed(self.difference),
            "stage": framed(self.stage), "charts": framed(self.chart_pair), "totals": framed(self.totals),
            "tiles": framed(self.tiles), "story": framed(self.story), "transport": framed(self.transport),
        }  # fmt: skip
        """What can be hidden, by name, each with its edge."""

    def _lay_out(self) -> None:
        left, middle, lists = (QSplitter(Qt.Orientation.Vertical) for _ in range(3))
        for splitter, names, shares in (
            (left, ("switches", "difference"), (3, 1)),
            (middle, ("stage", "charts"), (6, 4)),
            (lists, ("tiles", "story"), (1, 1)),
        ):
            for name, share in zip(names, shares, strict=True):
                splitter.addWidget(self.parts[name])
                splitter.setStretchFactor(splitter.count() - 1, share)
        holders = {"left": holder(left), "middle": holder(middle), "right": holder(self.parts["totals"], lists)}
        body = Body(Qt.Orientation.Horizontal)
        for side in holders.values():
            body.addWidget(side)
        for splitter in (left, middle, lists, body, self.chart_pair):
            splitter.setHandleWidth(GAP)
            splitter.setChildrenCollapsible(False)
        body.setStretchFactor(1, 1)
        whole = QWidget()
        self._whole = column = QVBoxLayout(whole)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.addWidget(body, 1)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.parts["top"])
        column.addLayout(self._row, 1)
        column.addWidget(self.parts["transport"])
        self.setCentralWidget(whole)
        splitters = {"left": left, "middle": middle, "lists": lists, "body": body, "charts": self.chart_pair}
        self.layout_keeper = LayoutKeeper(self, splitters, holders)

    def put_beside(self, widget: QWidget, low: QVBoxLayout | None = None) -> None:
        """Put a lesson to the left of the stage and all that surrounds it, below the top bar and above the transport."""
        self.beside, self.beside_low = widget, low
        self._row.insertWidget(0, widget)

    def say(self, sentence: str) -> None:
        """Say one sentence in the top bar for a while: something was done, or could not be."""
        self.top.say(sentence)

    def add_line(self, line: QWidget) -> None:
        """Put a line of words right below the top bar."""
        self._whole.insertWidget(1, line)

    # --- one announcement, one drawing ------------------------------------------------------------------------------

    def _hear(self, change: Change) -> None:
        """Note what changed; draw it soon, all of it once."""
        self._change |= change
        if not self._rest.isActive() and not self._due.isActive():
            self._due.start()

    def _hear_player(self) -> None:
        self._hear(Change.MOMENT)

    def _rested(self) -> None:
        if self._change:
            self._due.start()

    def draw(self) -> None:
        """Show the moment now in every view that can be seen; a hidden one is told when it comes back.

        While the market is between two moments, what was drawn last stays.
        """
        self._due.stop()
        if self.session.worker.is_busy:
            return
        change, self._change = self._change, Change(0)
        if change & Change.RESET:
            self._title()
        frame = self.session.frame(1.0 if theme.keeper.still else self.player.part)
        if self.stage.isVisible() or not self.isVisible():
            elapsed = float(self._pause_ms or FRAME_MS) if self.player.is_playing else 0.0
            self.stage.set_frame(frame, elapsed, text.phase_title(self.session, frame.after.phase))
        self._turn += 1
        flowing = self.player.is_playing and change == Change.MOMENT
        for place, view in enumerate(self.views):
            missed = self._unseen.pop(id(view), Change(0)) | change
            waits = flowing and (place + self._turn) % TURNS != 0
            if not waits and (view.isVisible() or not self.isVisible()):
                view.refresh(missed, frame)
            else:
                self._unseen[id(view)] = missed
        self._rest.start(self._pause_ms or REST_MS)

    @property
    def _pause_ms(self) -> int:
        """Without motion a playing market is a row of still pictures, too few a second to flash; 0 with motion."""
        return STILL_MS if theme.keeper.still and self.player.is_playing else 0

    def show_now(self) -> None:
        """Show the moment now everywhere at once, for a picture: nothing waits for its turn."""
        self._hear(Change.MOMENT | Change.VALUES)
        self.draw()

    def _title(self) -> None:
        title = translate("Scenarios", self.session.scenario.title)
        self.setWindowTitle(self.tr("Cascade Lab: {title}").format(title=title))

    # --- sizes ------------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        apply_style()
        self.layout_keeper.divide()
        self._hear(Change.MOMENT)

    def retranslate(self) -> None:
        """Write all words again."""
        self._title()
        self._hear(Change.RESET | Change.MOMENT | Change.VALUES | Change.BRANCHES | Change.ASSET)

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(1600, 900)

    def minimumSizeHint(self) -> QSize:
        """The smallest size that the window can have."""
        return QSize(1024, 640)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: a closed window draws no more."""
        self._due.stop()
        self._rest.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self.layout_keeper.divide()
