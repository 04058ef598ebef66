"""What the time line brings to the window: the tree of roads, why this, steps by kind of event, the user's orders."""

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from model.events import Event
from model.frame import Hop
from model.session import Change, Session
from model.story import Line
from ui.deed import Deed
from ui.dialogs.roads import RoadsDialog
from ui.dialogs.why import WhyDialog
from ui.event_steps import EventSteps
from ui.panels.story import LINE_ROLE
from ui.player import Player
from ui.text import translate
from ui.window import Window

SOLD = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH, Event.MAKER_LIQUIDATION)


class TimeActions(QObject):
    """Dialogs of causes and roads, opened from keys, story lines, hops and marks."""

    def __init__(self, window: Window, session: Session, player: Player) -> None:
        super().__init__(window)
        self._window, self._session, self._player = window, session, player
        self.steps = EventSteps(session, player)
        self.why: WhyDialog | None = None
        self.roads: RoadsDialog | None = None
        view = window.story.view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._story_menu)
        view.doubleClicked.connect(self._why_line)
        window.stage.hop_chosen.connect(self._why_hop)
        window.transport.line.why_wanted.connect(self._why_step)
        window.transport.roads.tree_wanted.connect(self.show_roads)
        session.listen(self._hear)

    def deeds(self) -> list[Deed]:
        """Keys and menu lines."""
        words, trader = translate, self._window.switches.trader
        return [
            *self.steps.deeds(),
            Deed("why", ("W",), words("TimeActions", "Why this? Causes of what is on stage"), self.ask_why, menu="time"),
            Deed("roads", ("G",), words("TimeActions", "Tree of roads"), self.show_roads, menu="edit"),
            Deed("sell", ("S",), words("TimeActions", "Sell $50,000 of the asset on stage now"), trader.quick_sell, menu="edit"),
        ]  # fmt: skip

    def _hear(self, change: Change) -> None:
        if self.roads is not None:
            self.roads.hear(change)

    # --- roads ------------------------------------------------------------------------------------------------------

    def show_roads(self) -> None:
        """Open the tree beside the window."""
        if self.roads is None:
            self.roads = RoadsDialog(self._session, self._window)
            self.roads.chosen.connect(self._window.transport.take_road)
        self.roads.show()
        self.roads.fill()
        self.roads.raise_()

    # --- why --------------------------------------------------------------------------------------------------------

    def ask_why(self) -> None:
        """The chosen line of the story, else the largest liquidation of this second, else the price on stage."""
        view = self._window.story.view
        index = view.currentIndex()
        if view.hasFocus() and index.isValid():
            self._why_line(index)
            return
        self._why_step(self._session.step)

    def _why_step(self, step: int) -> None:
        first, rows = self._session.events(step, step)
        sold = np.isin(rows["kind"], SOLD) & (rows["asset"] == self._session.asset)
        places = np.flatnonzero(sold if sold.any() else np.isin(rows["kind"], SOLD))
        if not places.size:
            places = np.arange(rows.size)
        if places.size:
            self.explain(first + int(places[np.argmax(rows["usd"][places])]))
            return
        self._dialog().show_move(0, self._session.asset)

    def _why_line(self, index: QModelIndex) -> None:
        line: Line = index.data(LINE_ROLE)
        self.explain(line.event)

    def _why_hop(self, hop: Hop) -> None:
        self.explain(hop.event)

    def _story_menu(self, place: QPoint) -> None:
        view = self._window.story.view
        index = view.indexAt(place)
        if index.isValid():
            menu = QMenu(view)
            menu.addAction(self.tr("Why this?")).triggered.connect(lambda: self._why_line(index))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(view.viewport().mapToGlobal(place))

    def explain(self, event: int) -> None:
        """Open the chain of an event."""
        if 0 <= event < self._session.branch.told:
            self._dialog().show_event(event)

    def _dialog(self) -> WhyDialog:
        self._player.pause()
        if self.why is None:
            self.why = WhyDialog(self._session, self._window)
            self.why.visited.connect(self._visit)
        self.why.show()
        self.why.raise_()
        return self.why

    def _visit(self, event: int) -> None:
        row = self._session.branch.log()[event]
        asset = int(row["asset"])
        if asset >= 0 and asset != self._session.asset:
            self._session.select(asset)
        self._player.seek(int(row["step"]))
