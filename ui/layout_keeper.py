"""Which parts of the window are shown and how they share it; remembered, and restored by one deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from ui.settings import Settings
from ui.theme import pixels

if TYPE_CHECKING:
    from ui.window import Window

GAP = 6
SIDES = ((0.158, 236, 330), (0.25, 290, 520))
"""Width of the left and the right side: part of the window, least and most pixels."""
LEFT_LINES, LEFT_MOST = 18.6, 0.23
"""The left side is at least so many lines of text wide, up to this part of the window."""
STAGE_PART = 0.6
"""Height of the stage against stage and charts together."""
ROWS_LINES = 60
"""A window lower than so many lines of text shows of each switch its name alone."""
LOW_LINES = 47
"""A window lower than so many lines of text shows of the charts only their names, until one is clicked."""
HIDEABLE = ("switches", "difference", "stage", "charts", "totals", "tiles", "story", "transport")
STAGE_ALONE = ("stage", "transport")


def has_something(splitter: QSplitter) -> bool:
    """Whether any part of a row or column is wanted on screen."""
    parts = (splitter.widget(n) for n in range(splitter.count()))
    return any(part is not None and not part.isHidden() for part in parts)


class LayoutKeeper(QObject):
    """Hides, shows and sizes the parts of a window."""

    def __init__(self, window: Window, splitters: dict[str, QSplitter], right: QWidget) -> None:
        """`splitters` are left, middle, lists and body; `right` holds totals and lists."""
        super().__init__(window)
        self._window, self._splitters, self._right = window, splitters, right
        self._settings: Settings | None = None
        self.hidden: set[str] = set()
        """Parts that the user does not want to see."""
        self._charts_open: bool | None = None
        """Whether the charts were opened or closed by hand; none: by the room there is."""
        self.opens_charts = False
        """Whether a lesson is about a chart, which then is open in a low window too, until it is closed by hand."""
        self._shares: dict[str, list[float]] = {}
        self._dividing = False
        self.stage_alone = False
        self._full_before = False
        for name, splitter in splitters.items():
            splitter.splitterMoved.connect(lambda _place, _at, moved=name: self._moved(moved))
        window.charts.tabBarClicked.connect(self._turn_charts)
        window.difference.resized.connect(self.divide)
        self._escape = QShortcut(Qt.Key.Key_Escape, window)
        self._escape.activated.connect(lambda: self.show_stage_alone(False))
        self._escape.setEnabled(False)

    # --- what is remembered -----------------------------------------------------------------------------------------

    def remember(self, settings: Settings) -> None:
        """Take up what was remembered, and remember from now on."""
        self._settings = settings
        self.hidden = {name for name in settings.hidden_parts if name in HIDEABLE}
        self._charts_open = settings.charts_open
        counts = {name: splitter.count() for name, splitter in self._splitters.items()}
        self._shares = {name: shares for name, shares in settings.shares.items() if len(shares) == counts.get(name, -1)}
        self.apply()

    def _keep(self) -> None:
        if self._settings is not None:
            self._settings.hidden_parts = sorted(self.hidden)
            self._settings.charts_open = self._charts_open
            self._settings.shares = self._shares

    # --- hiding and showing -----------------------------------------------------------------------------------------

    def is_shown(self, name: str) -> bool:
        """Whether a part is wanted on screen."""
        return name not in self.hidden

    def show_part(self, name: str, wanted: bool) -> None:
        """Show a part or hide it."""
        self.hidden = self.hidden - {name} if wanted else self.hidden | {name}
        self.apply()
        self._keep()

    def turn_part(self, name: str) -> None:
        """Show a part if it is hidden, else hide it."""
        self.show_part(name, name in self.hidden)

    def restore(self) -> None:
        """Show every part, each with its own share of the window."""
        self.hidden, self._shares, self._charts_open = set(), {}, None
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
        self.apply()
        self._escape.setEnabled(wanted)
        if wanted or not self._full_before:
            window.setWindowState(
                window.windowState() | Qt.WindowState.WindowFullScreen
                if wanted
                else window.windowState() & ~Qt.WindowState.WindowFullScreen
            )

    def _wants(self, name: str) -> bool:
        return name in STAGE_ALONE if self.stage_alone else name not in self.hidden

    def apply(self) -> None:
        """Hide the parts that are not wanted, and what holds nothing but hidden parts."""
        parts: dict[str, QFrame] = self._window.parts
        for name, part in parts.items():
            part.setVisible(self._wants(name))
        for name in ("left", "middle", "lists"):
            self._splitters[name].setVisible(has_something(self._splitters[name]))
        self._right.setVisible(self._wants("totals") or not self._splitters["lists"].isHidden())
        self._splitters["body"].setVisible(has_something(self._splitters["body"]))
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

    @property
    def is_low(self) -> bool:
        """Whether the window is too low for stage and charts at this size of text."""
        return self._window.height() < LOW_LINES * pixels("body")

    @property
    def charts_closed(self) -> bool:
        """Whether only the names of the charts are shown."""
        if "stage" in self.hidden or self.stage_alone or not self.is_low:
            return False
        return not (self._charts_open or self.opens_charts)

    def divide(self) -> None:
        """Give each part its share of the window."""
        self._dividing = True
        try:
            left, right = self._divide_sides()
            self._divide_middle()
            self._divide_columns(left, right)
        finally:
            self._dividing = False

    def _set(self, name: str, sizes: list[int]) -> list[int]:
        """Divide a row or column as the user did, else by these sizes; returns the sizes taken."""
        shares = self._shares.get(name)
        taken = [round(share * sum(sizes)) for share in shares] if shares else sizes
        self._splitters[name].setSizes(taken)
        return taken

    def _divide_sides(self) -> tuple[int, int]:
        """Returns the widths of the left and the right side."""
        window = self._window
        width = (window.centralWidget() or window).width() - 2 * GAP
        if window.beside is not None and not window.beside.isHidden():
            width -= window.beside.minimumWidth() + GAP
        sides = [round(min(max(part * width, low), high)) for part, low, high in SIDES]
        wordy = min(round(LEFT_LINES * pixels("body")), round(LEFT_MOST * width))
        sides[0] = max(sides[0], wordy, window.switches.minimumSizeHint().width() + 2,
                       window.difference.minimumSizeHint().width() + 2)  # fmt: skip
        taken = self._set("body", [sides[0], width - sum(sides) - 2 * GAP, sides[1]])
        return taken[0], taken[-1]

    @property
    def _height(self) -> int:
        return max(self._splitters["body"].height(), 400)

    def _divide_middle(self) -> None:
        charts, height = self._window.parts["charts"], self._height
        if self.charts_closed:
            strip = self._window.charts.tabBar().sizeHint().height() + 4
            charts.setFixedHeight(strip)
            self._splitters["middle"].setSizes([height - strip - GAP, strip])
            return
        charts.setMinimumHeight(0)
        charts.setMaximumHeight(16_777_215)
        self._set("middle", [round(height * STAGE_PART), round(height * (1 - STAGE_PART))])

    def _divide_columns(self, left: int, right: int) -> None:
        window, height = self._window, self._height
        window.switches.set_compact(window.height() < ROWS_LINES * pixels("body"))
        numbers = window.parts["totals"]
        numbers.setFixedHeight(window.totals.height_for(right - 2) + 2)
        rest = height - (0 if numbers.isHidden() else numbers.height()) - 2 * GAP
        self._set("lists", [round(rest * 0.54), round(rest * 0.46)])
        spare = height - window.switches.wanted_height - 2 * GAP  # a lesson may show one switch alone
        low = min(window.difference.height_for(left - 2) + 2, max(round(height * 0.34), spare))
        self._set("left", [height - low - GAP, low])
