"""Which parts of the window are shown and how they share it; remembered, and restored by one deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.settings import Settings
from ui.theme import pixels
from ui.turns import SIDES, Room, Strip, Turns

if TYPE_CHECKING:
    from ui.window import Window

GAP = 6
EDGES = 4
"""The edge of a part with the air inside it, on both sides together."""
SIDE_SIZES = ((0.158, 236, 330), (0.25, 290, 520))
"""Width of the left and the right side: part of the window, least and most pixels."""
SIDE_LINES, SIDE_MOST, SIDE_MOST_ALONE = (18.6, 20.6), (0.23, 0.28), 0.38
"""A side is at least so many lines of text wide, up to this part of the window, or to that if it is the only one."""
RIGHT_LEAST_LINES = 11.5
LEAST_LINES = {"switches": 12, "difference": 7, "tiles": 8, "story": 6}
"""So many lines of text a part is high at least, or it takes turns with its neighbours."""
DIFFERENCE_PART = 0.52
"""The difference is at most this part of its side high, or what the switches leave."""
NARROW_LINES = 62
"""In a window narrower than so many lines of text are high the time line has a row of its own."""
STAGE_PART = 0.6
"""Height of the stage against stage and charts together."""
ROWS_LINES = 60
"""A window lower than so many lines of text shows of each switch its name alone."""
LOW_LINES = 47
"""A window lower than so many lines of text shows of the charts only their names, until one is clicked."""
HIDEABLE = ("switches", "difference", "stage", "charts", "totals", "tiles", "story", "transport")
STAGE_ALONE = ("stage", "transport")
FEW_LINES = 32
"""In a window lower than so many lines of text a lesson's text needs all the height beside the stage."""
FEW_ROWS_LINES = 45
"""A window lower than this shows of each of the few switches in a lesson its name alone: the text needs the height."""
FEW_PART = 0.4
"""The few switches inside a lesson are at most this part of its side high."""
ROUNDS = 3
"""So often at most the room is divided anew because dividing it changed it."""
UNBOUNDED = 16_777_215
"""Qt's word for no limit of a size."""


class LayoutKeeper(QObject):
    """Hides, shows and sizes the parts of a window."""

    def __init__(self, window: Window, splitters: dict[str, QSplitter], holders: dict[str, QWidget]) -> None:
        """`splitters` are left, middle, lists, body and charts; `holders` the sides of the body: left, middle, right."""
        super().__init__(window)
        self._window, self._splitters, self._holders = window, splitters, holders
        self._settings: Settings | None = None
        self.hidden: set[str] = set()
        """Parts that the user does not want to see."""
        self._lesson: frozenset[str] | None = None
        """What a lesson shows, instead of what the user wants to see."""
        self._charts_open: bool | None = None
        """Whether the charts were opened or closed by hand; none: by the room there is."""
        self.opens_charts = False
        """Whether a lesson is about a chart, which then is open in a low window too, until it is closed by hand."""
        self._shares: dict[str, list[float]] = {}
        self._dividing = False
        self._stale = False
        """Whether the room changed while it was divided: what came or went took some of it."""
        self.stage_alone = False
        self._full_before = False
        self.turns = Turns(self)
        self.turns.changed.connect(self.divide)
        self.strips = {side: Strip(self.turns.bring) for side in holders}
        for side, strip in self.strips.items():
            column = holders[side].layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(0, strip)
        for name, splitter in splitters.items():
            splitter.splitterMoved.connect(lambda _place, _at, moved=name: self._moved(moved))
        window.charts.tabBarClicked.connect(self._turn_charts)
        window.chart_pair.turned.connect(self._turn_pair)
        window.difference.resized.connect(self.divide)
        window.switches.resized.connect(self.divide)
        window.switches.trader.opened.connect(lambda: self.turns.bring("switches"))
        splitters["body"].installEventFilter(self)
        self._escape = QShortcut(Qt.Key.Key_Escape, window)
        self._escape.activated.connect(lambda: self.show_stage_alone(False))
        self._escape.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the room for everything is another one."""
        if event.type() == QEvent.Type.Resize:
            self._stale = self._dividing
            self.divide()
        return False

    # --- what is remembered -----------------------------------------------------------------------------------------

    def remember(self, settings: Settings) -> None:
        """Take up what was remembered, and remember from now on."""
        self._settings = settings
        self.hidden = {name for name in settings.hidden_parts if name in HIDEABLE}
        self._charts_open = settings.charts_open
        self._window.chart_pair.open(settings.chart_beside)
        counts = {name: splitter.count() for name, splitter in self._splitters.items()}
        self._shares = {name: shares for name, shares in settings.shares.items() if len(shares) == counts.get(name, -1)}
        self.apply()

    def _keep(self) -> None:
        if self._settings is not None:
            self._settings.hidden_parts = sorted(self.hidden)
            self._settings.charts_open = self._charts_open
            self._settings.chart_beside = self._window.chart_pair.chosen
            self._settings.shares = self._shares

    # --- hiding and showing -----------------------------------------------------------------------------------------

    def is_shown(self, name: str) -> bool:
        """Whether a part is wanted on screen."""
        return name not in self.hidden

    def show_part(self, name: str, wanted: bool) -> None:
        """Show a part or hide it."""
        self.hidden = self.hidden - {name} if wanted else self.hidden | {name}
        if wanted:
            self.turns.front(name)
        self.apply()
        self._keep()

    def turn_part(self, name: str) -> None:
        """Show a part if it is hidden, else hide it."""
        self.show_part(name, name in self.hidden)

    def restore(self) -> None:
        """Show every part, each with its own share of the window."""
        self.hidden, self._shares, self._charts_open = set(), {}, None
        self._window.chart_pair.open("")
        if self.stage_alone:
            self.show_stage_alone(False)
        self.apply()
        self._keep()

    def show_stage_alone(self, wanted: bool) -> None:
        """Give the whole screen to the stage and a thin transport, or give it back."""
        if wanted == self.stage_alone:
            return
        window = self._window
        self.stage_alone = wanted
        if wanted:
            self._full_before = window.isFullScreen()
        window.transport.set_thin(wanted)
        window.stage.set_alone(wanted)
        self.apply()
        self._escape.setEnabled(wanted)
        if wanted or not self._full_before:
            window.setWindowState(
                window.windowState() | Qt.WindowState.WindowFullScreen
                if wanted
                else window.windowState() & ~Qt.WindowState.WindowFullScreen
            )

    def show_only(self, names: frozenset[str] | None) -> None:
        """Show exactly these parts, for a lesson; for none what the user wants to see.

        What the lesson has newly brought into sight is in front; nothing new, and the stage is.
        """
        fresh = (names or frozenset()) - (self._lesson if self._lesson is not None else names or frozenset())
        self._lesson = names
        self.turns.front(
            "stage", *(name for name in reversed(HIDEABLE) if name in fresh and name not in SIDES["middle"])
        )
        self.apply()

    def _wants(self, name: str) -> bool:
        if self.stage_alone:
            return name in STAGE_ALONE
        return name in self._lesson if self._lesson is not None else name not in self.hidden

    def apply(self) -> None:
        """Show the parts that are wanted, hide the others, and what holds nothing but hidden parts."""
        self.divide()

    # --- sizes ------------------------------------------------------------------------------------------------------

    def _moved(self, name: str) -> None:
        """The user drew an edge: keep the shares."""
        if self._dividing:
            return
        sizes = self._splitters[name].sizes()
        total = sum(sizes)
        if total > 0 and all(sizes):
            self._shares[name] = [size / total for size in sizes]
            self._keep()

    def _turn_charts(self, place: int) -> None:
        """A click on the name of the chart in sight closes the charts to their names; any click opens them again."""
        if self.charts_closed:
            self._charts_open = True
        elif self.is_low and place == self._window.charts.currentIndex():
            self._charts_open = self.opens_charts = False
        else:
            return
        self.divide()
        self._keep()

    def _turn_pair(self) -> None:
        """A second place for charts was opened or closed: that asks for open charts, and is remembered."""
        if self._window.chart_pair.is_double and self.charts_closed:
            self._charts_open = True
        self.divide()
        self._keep()

    @property
    def is_low(self) -> bool:
        """Whether the window is too low for stage and charts at this size of text."""
        return self._window.height() < LOW_LINES * pixels("body")

    @property
    def charts_closed(self) -> bool:
        """Whether only the names of the charts are shown."""
        if not self._wants("stage") or self.stage_alone or not self.is_low:
            return False
        return not (self._charts_open or self.opens_charts)

    def divide(self) -> None:
        """Give each part its share of the window, or its turn."""
        if self._dividing:
            return
        self._dividing = True
        try:
            for _ in range(ROUNDS):
                self._stale = False
                window, line = self._window, pixels("body")
                window.transport.set_narrow(window.width() < NARROW_LINES * line)
                rows_lines = FEW_ROWS_LINES if self._has_few else ROWS_LINES
                window.switches.set_compact(window.height() < rows_lines * line)
                self._show()
                left, right = self._divide_sides()
                self._divide_middle()
                self._divide_columns(left, right)
                if not self._stale:
                    break
        finally:
            self._dividing = False

    @property
    def _has_few(self) -> bool:
        """Whether a lesson has so few switches, and the window is so high, that they stand in the lesson."""
        roomy = self._window.height() >= FEW_LINES * pixels("body")
        return self._lesson is not None and self._window.switches.is_few and not self.stage_alone and roomy

    def _move_switches(self) -> bool:
        """Put a lesson's one or two switches into the lesson, so that no column is held open for them; else back.

        Returns whether they stand there.
        """
        window, part, left = self._window, self._window.parts["switches"], self._splitters["left"]
        beside, low = window.beside, window.beside_low
        if self._has_few and low is not None and beside is not None and not beside.isHidden():
            if left.isAncestorOf(part):
                low.addWidget(part)
            part.setFixedHeight(min(window.switches.wanted_height + EDGES, round(self._height * FEW_PART)))
            return True
        if not left.isAncestorOf(part):
            part.setMinimumHeight(0)
            part.setMaximumHeight(UNBOUNDED)
            left.insertWidget(0, part)
        return False

    def _show(self) -> None:
        """Show what is wanted and has its turn."""
        parts, turns = self._window.parts, self.turns
        wanted = {name for name in parts if self._wants(name)}
        moved = {"switches"} if self._move_switches() else set()
        sided = {name for names in SIDES.values() for name in names} - moved
        shown = turns.arrange(wanted & sided, self._room(wanted)) | (wanted - sided)
        for name, part in parts.items():
            part.setVisible(name in shown)
        for side, holder in self._holders.items():
            holder.setVisible(bool(shown & sided & set(SIDES[side])))
            self.strips[side].offer(turns.offered.get(side, []), shown)
        self._splitters["lists"].setVisible(bool(shown & {"tiles", "story"}))
        self._splitters["body"].setVisible(bool(shown & sided))

    def _room(self, wanted: set[str]) -> Room:
        """What there is, and what the parts need."""
        window, line = self._window, pixels("body")
        left = max(SIDE_SIZES[0][1], window.switches.minimumSizeHint().width() + EDGES if "switches" in wanted else 0)
        right = max(SIDE_SIZES[1][1], round(RIGHT_LEAST_LINES * line))
        needs = {"switches": window.switches.wanted_height, "difference": window.difference.height_for(left)}
        heights = {name: min(needs.get(name, UNBOUNDED), lines * line) for name, lines in LEAST_LINES.items()}
        heights |= {"totals": window.totals.height_for(right - EDGES) + EDGES, "stage": 0, "charts": 0}
        return Room(self._width, self._height, line, {"left": left, "middle": 0, "right": right}, heights, GAP)

    def _set(self, name: str, sizes: list[int]) -> list[int]:
        """Divide a row or column as the user did, else by these sizes; returns the sizes taken."""
        shares = self._shares.get(name)
        taken = [round(share * sum(sizes)) for share in shares] if shares else sizes
        self._splitters[name].setSizes(taken)
        return taken

    @property
    def _width(self) -> int:
        """Width for the sides of the window."""
        window = self._window
        width = (window.centralWidget() or window).width() - 2 * GAP
        if window.beside is not None and not window.beside.isHidden():
            width -= window.beside.minimumWidth() + GAP
        return width

    @property
    def _height(self) -> int:
        return max(self._splitters["body"].height(), 320)

    def _divide_sides(self) -> tuple[int, int]:
        """Returns the widths of the left and the right side."""
        width, room = self._width, self._room({"switches"} if not self._window.parts["switches"].isHidden() else set())
        shown = [side for side, holder in self._holders.items() if not holder.isHidden()]
        sides = {}
        for side, (part, low, high), lines, most in zip(
            ("left", "right"), SIDE_SIZES, SIDE_LINES, SIDE_MOST, strict=True
        ):
            wordy = round(min(lines * room.line, width * (most if len(shown) > 2 else SIDE_MOST_ALONE)))
            sides[side] = max(round(min(max(part * width, low), high)), wordy, room.widths[side])
        if "middle" not in shown:
            sides = {side: (width if len(shown) == 1 else width // 2) for side in sides}
        rest = width - sum(sides[side] + GAP for side in sides if side in shown)
        sizes = [sides["left"], rest, sides["right"]]
        if len(shown) < len(self._holders):
            self._splitters["body"].setSizes(sizes)
            return sides["left"], sides["right"]
        taken = self._set("body", sizes)
        return taken[0], taken[-1]

    def _divide_middle(self) -> None:
        charts, height = self._window.parts["charts"], self._height
        self._window.charts.set_closed(self.charts_closed)
        self._window.chart_pair.give_turn(self._lesson is None and not self.charts_closed)
        if self.charts_closed:
            strip = self._window.charts.tabBar().sizeHint().height() + 4
            charts.setFixedHeight(strip)
            self._splitters["middle"].setSizes([height - strip - GAP, strip])
            return
        charts.setMinimumHeight(0)
        charts.setMaximumHeight(UNBOUNDED)
        pair = self._splitters["charts"].width()
        self._set("charts", [pair // 2, pair // 2])
        self._set("middle", [round(height * STAGE_PART), round(height * (1 - STAGE_PART))])

    def _divide_columns(self, left: int, right: int) -> None:
        window, height = self._window, self._height
        numbers = window.parts["totals"]
        if self._splitters["lists"].isHidden():
            numbers.setMinimumHeight(0)
            numbers.setMaximumHeight(UNBOUNDED)
        else:
            numbers.setFixedHeight(window.totals.height_for(right - EDGES) + EDGES)
        rest = height - (0 if numbers.isHidden() else numbers.height()) - 2 * GAP
        self._set("lists", [round(rest * 0.54), round(rest * 0.46)])
        spare = height - window.switches.wanted_height - 2 * GAP  # a lesson may show one switch alone
        low = min(window.difference.height_for(left - EDGES) + EDGES, max(round(height * DIFFERENCE_PART), spare))
        self._set("left", [height - low - GAP, low])
