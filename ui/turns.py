"""Which parts of the window stand in it together, and which take turns because there is not room for all.

Where room is scarce the stage keeps its place and the rest makes way in a fixed order: first the parts of one side take
turns in it, then the two sides take turns beside the stage, at last stage and sides take turns in the whole width. What
is not in sight is one press on its name away.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from model.parameters import QT_TRANSLATE_NOOP
from ui.controls.eliding import ElidingTool
from ui.text import translate

SIDES = {"left": ("switches", "difference"), "middle": ("stage", "charts"), "right": ("totals", "tiles", "story")}
"""The parts of each side of the window, from above."""
BESIDE_LINES, ALONE_LINES = 27, 18
"""Least width of the stage in heights of body text: with both sides beside it, and with one."""
NAMES = {
    ("switches",): QT_TRANSLATE_NOOP("Turns", "What if"),
    ("difference",): QT_TRANSLATE_NOOP("Turns", "Difference"),
    ("stage",): QT_TRANSLATE_NOOP("Turns", "Stage"),
    ("charts",): QT_TRANSLATE_NOOP("Turns", "Charts"),
    ("totals",): QT_TRANSLATE_NOOP("Turns", "Totals"),
    ("tiles",): QT_TRANSLATE_NOOP("Turns", "Assets"),
    ("story",): QT_TRANSLATE_NOOP("Turns", "Story"),
}
SIDE_NAMES = {
    "left": QT_TRANSLATE_NOOP("Turns", "What if"),
    "middle": QT_TRANSLATE_NOOP("Turns", "Stage"),
    "right": QT_TRANSLATE_NOOP("Turns", "Market"),
}

Entry = tuple[str, ...]
"""Parts that come and go together."""


class Room(NamedTuple):
    """What there is, in pixels, and what the parts need at least."""

    width: int
    height: int
    line: int
    """Height of body text."""
    widths: Mapping[str, int]
    """Least width of each side."""
    heights: Mapping[str, int]
    """Least height of each part."""
    gap: int


def name_of(entry: Entry) -> str:
    """What parts that come together are called."""
    if entry in NAMES:
        return translate("Turns", NAMES[entry])
    side = next(side for side, parts in SIDES.items() if set(entry) <= set(parts))
    return translate("Turns", SIDE_NAMES[side])


def places_of(wanted: set[str], room: Room) -> list[list[str]]:
    """The sides that have wanted parts, those that take turns in one list."""
    sides = [side for side, parts in SIDES.items() if wanted & set(parts)]
    outer = [side for side in sides if side != "middle"]
    if "middle" not in sides:
        return [[side] for side in sides]
    stage = BESIDE_LINES if len(outer) > 1 else ALONE_LINES
    if sum(room.widths[side] + room.gap for side in outer) + stage * room.line <= room.width:
        return [[side] for side in sides]
    broadest = max((room.widths[side] for side in outer), default=0)
    if len(outer) > 1 and broadest + room.gap + ALONE_LINES * room.line <= room.width:
        return [["middle"], outer]
    return [sides]


def entries_of(place: list[str], wanted: set[str], room: Room) -> list[Entry]:
    """What takes turns in a place: a side as a whole if it is high enough for its parts, else each part."""
    made: list[Entry] = []
    for side in place:
        parts = tuple(name for name in SIDES[side] if name in wanted)
        high = sum(room.heights[name] + room.gap for name in parts) - room.gap
        together = side == "middle" or high <= room.height
        made += [parts] if together else [(name,) for name in parts]
    return made


class Turns(QObject):
    """Remembers what was brought to the front, and says what is in sight."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fronts: list[str] = []
        """Parts that were brought to the front, the latest last."""
        self.offered: dict[str, list[Entry]] = {}
        """For each side, what takes turns in its place; one entry alone has no turns."""
        self.shown: set[str] = set()

    def arrange(self, wanted: set[str], room: Room) -> set[str]:
        """The parts in sight, of those that are wanted."""
        self.offered, self.shown = {}, set()
        for place in places_of(wanted, room):
            entries = entries_of(place, wanted, room)
            self.shown |= set(self._front_of(entries))
            self.offered |= dict.fromkeys(place, entries)
        return self.shown

    def _front_of(self, entries: list[Entry]) -> Entry:
        brought = [entry for name in reversed(self._fronts) for entry in entries if name in entry]
        standing = [entry for entry in entries if "stage" in entry]
        return [*brought, *standing, *entries][0]

    def front(self, *names: str) -> None:
        """Bring parts to the front, the last one foremost, where they take turns with others."""
        self._fronts = [name for name in self._fronts if name not in names] + list(names)

    def bring(self, name: str) -> None:
        """The user wants to see a part now."""
        self.front(name)
        self.changed.emit()

    def next(self) -> None:
        """Bring the next of what takes turns to the front, round and round."""
        for side in ("middle", "left", "right"):
            entries = self.offered.get(side, [])
            if len(entries) > 1:
                at = next(n for n, entry in enumerate(entries) if set(entry) <= self.shown)
                self.bring(entries[(at + 1) % len(entries)][0])
                return


class Strip(QWidget):
    """The names of what takes turns in a place; in a narrow one a single button with a list."""

    def __init__(self, bring: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bring = bring
        self._entries: list[Entry] = []
        self.buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.list = ElidingTool(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list.setMenu(QMenu(self.list))
        self._row.addWidget(self.list)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def offer(self, entries: list[Entry], shown: set[str]) -> None:
        """Show what takes turns, marking what is in sight; nothing where nothing does."""
        if entries != self._entries:
            self._entries = list(entries)
            for button in self.buttons:
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.buttons = [self._button(entry) for entry in entries]
            for place, button in enumerate(self.buttons):
                self._row.insertWidget(place, button)
        self._mark(shown)
        self.setVisible(len(entries) > 1)
        self._fit()

    def _button(self, entry: Entry) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setText(name_of(entry))
        button.setAccessibleName(name_of(entry))
        button.clicked.connect(lambda: self._bring(entry[0]))
        return button

    def _mark(self, shown: set[str]) -> None:
        menu = self.list.menu()
        menu.clear()
        for entry, button in zip(self._entries, self.buttons, strict=True):
            here = set(entry) <= shown
            button.setChecked(here)
            action = menu.addAction(name_of(entry))
            action.setCheckable(True)
            action.setChecked(here)
            action.triggered.connect(lambda _=False, name=entry[0]: self._bring(name))
            if here:
                self.list.setText(translate("Turns", "{name} ▾").format(name=name_of(entry)))
        self.list.setAccessibleName(translate("Turns", "What is shown here"))
        self.list.setToolTip(translate("Turns", "There is not room for everything: choose what is shown (F6)"))

    def retranslate(self) -> None:
        """Write all words again."""
        entries, self._entries = self._entries, []
        marked = {
            name for entry, button in zip(entries, self.buttons, strict=True) if button.isChecked() for name in entry
        }
        self.offer(entries, marked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = sum(button.sizeHint().width() + self._row.spacing() for button in self.buttons)
        narrow = wanted > self.width()
        for button in self.buttons:
            button.setVisible(not narrow)
        self.list.setVisible(narrow)
