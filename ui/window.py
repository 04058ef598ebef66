"""The main window: stage in the middle, switches left, market right, time below; one listener, one drawing a frame."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui import text, theme
from ui.charts.tabs import ChartTabs
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

TURNS = 3
"""While time flows, the stage is drawn every frame and the views around it in turn, each every so many frames."""
REST_MS = 8
"""After a drawing the next one waits at least so long."""
GAP = 6
SIDES = ((0.158, 236, 330), (0.25, 290, 520))
"""Width of the left and the right side: part of the window, least and most pixels."""
STAGE_PART, STAGE_PART_LOW, LOW = 0.6, 0.66, 640
"""Height of the stage against stage and charts together; in a window lower than LOW the stage has more."""


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
        self._make_views()
        self._lay_out()
        self.tiles.chosen.connect(session.select)
        self.top.help_wanted.connect(self.help_wanted)
        session.listen(self._hear)
        self.player.changed.connect(self._hear_player)
        self.player.fraction.connect(self._hear_player)
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
        self.charts = ChartTabs(session, player)
        self.totals = TotalsPanel(session)
        self.tiles = Tiles(session)
        self.story = StoryPanel(session, player)
        self.transport = TransportBar(session, player)
        self.views: tuple[View, ...] = (
            self.top, self.switches, self.difference, self.charts, self.totals, self.tiles, self.story, self.transport
        )  # fmt: skip
        self.parts: dict[str, QFrame] = {
            name: framed(getattr(self, name))
            for name in (
                "top", "switches", "difference", "stage", "charts", "totals", "tiles", "story", "transport"
            )
        }  # fmt: skip
        """What can be hidden, by name, each with its edge."""

    def _lay_out(self) -> None:
        left, lists = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        for splitter, names, shares in (
            (left, ("switches", "difference"), (3, 1)),
            (self._middle, ("stage", "charts"), (6, 4)),
            (lists, ("tiles", "story"), (1, 1)),
        ):
            for name, share in zip(names, shares, strict=True):
                splitter.addWidget(self.parts[name])
                splitter.setStretchFactor(splitter.count() - 1, share)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._numbers = self.parts["totals"]
        column.addWidget(self._numbers)
        column.addWidget(lists, 1)
        self._left, self._right = left, lists
        self._body = QSplitter(Qt.Orientation.Horizontal)
        for part in (left, self._middle, right):
            self._body.addWidget(part)
        for splitter in (left, self._middle, lists, self._body):
            splitter.setHandleWidth(GAP)
            splitter.setChildrenCollapsible(False)
        self._body.setStretchFactor(1, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.parts["top"])
        column.addWidget(self._body, 1)
        column.addWidget(self.parts["transport"])
        self.setCentralWidget(whole)

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
        """Show the moment now in every view that can be seen; a hidden one is told when it comes back."""
        self._due.stop()
        change, self._change = self._change, Change(0)
        if change & Change.RESET:
            self._title()
        frame = self.session.frame(self.player.part)
        if self.stage.isVisible() or not self.isVisible():
            elapsed = float(FRAME_MS) if self.player.is_playing else 0.0
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
        self._rest.start()

    def _title(self) -> None:
        title = translate("Scenarios", self.session.scenario.title)
        self.setWindowTitle(self.tr("Cascade Lab: {title}").format(title=title))

    # --- sizes ------------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        apply_style()
        self._divide()
        self._hear(Change.MOMENT)

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(1600, 900)

    def minimumSizeHint(self) -> QSize:
        """The smallest size that the window can have."""
        return QSize(1024, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Give each part its share of the window."""
        width = (self.centralWidget() or self).width() - 2 * GAP  # a lesson beside it takes its own room
        sides = [round(min(max(part * width, low), high)) for part, low, high in SIDES]
        sides[0] = max(sides[0], self.switches.minimumSizeHint().width() + 2)
        self._body.setSizes([sides[0], width - sum(sides) - 2 * GAP, sides[1]])
        height = max(self._body.height(), 400)
        stage = STAGE_PART if height > LOW else STAGE_PART_LOW
        self._middle.setSizes([round(height * stage), round(height * (1 - stage))])
        self._numbers.setFixedHeight(self.totals.height_for(sides[1] - 2) + 2)
        rest = height - self._numbers.height() - 2 * GAP
        self._right.setSizes([round(rest * 0.54), round(rest * 0.46)])
        low = min(self.difference.sizeHint().height() + 2, round(height * 0.34))
        self._left.setSizes([height - low - GAP, low])
