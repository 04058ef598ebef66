"""Roads taken and not taken: one chip each, named by the change that it began with; a press changes to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from model.frame import Frame
from model.parameter import Kind
from model.parameters import BY_KEY
from model.session import Change, Session
from model.timeline import ORDER, Branch
from ui.controls.eliding import ElidingTool
from ui.text import clock, locale, parameter_title, translate, value_text
from ui.theme import pixels

TITLE_LINES = 16
"""A row narrower than so many heights of text leaves its title out."""
SHOWN = 6
"""Chips in the row at most."""


def road_change(branch: Branch) -> str:
    """What a road began with: "Circuit breaker on, fall 5 %"."""
    if branch.name:
        return branch.name
    edits = [edit for edit in branch.edits if edit.step == branch.fork]
    if branch.parent is None or not edits:
        return translate("Roads", "original")
    parts: list[str] = []
    for edit in edits:
        if edit.key == ORDER:
            parts.append(translate("Roads", "your order: {order}").format(order=str(edit.value)))
            continue
        parameter = BY_KEY[edit.key]
        choice = parameter.kind is Kind.CHOICE
        title = parameter_title(parameter)
        if parts:
            title = inside(title)
        template = translate("Roads", "{title}: {value}") if choice else translate("Roads", "{title} {value}")
        parts.append(template.format(title=title, value=value_text(parameter, edit.value)))
    return translate("Roads", ", ").join(parts)


def inside(title: str) -> str:
    """A title as it is written inside a sentence: without its capital, unless it is all capitals."""
    return locale().toLower(title[:1]) + title[1:] if title[1:2].islower() else title


def road_name(branch: Branch) -> str:
    """A road by its change and its beginning: "Circuit breaker on, fall 5 %, since 00:14:20"."""
    begun = branch.parent is not None and any(edit.step == branch.fork for edit in branch.edits)
    if branch.name or not begun:
        return road_change(branch)
    return translate("Roads", "{what}, since {clock}").format(what=road_change(branch), clock=clock(branch.fork))


class RoadsBar(QWidget):
    """The chips in one row, as many as fit; a list holds all of them."""

    chosen = Signal(int)
    """Number of the road that the user wants."""
    tree_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.chips: dict[int, QToolButton] = {}
        """The chips in the row, by road number, in the order of their roads."""
        self._title = QLabel()
        self._title.setProperty("role", "faint")
        self.all = ElidingTool(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.all.setProperty("kind", "chip")
        self.all.setMenu(QMenu(self.all))
        self.all.menu().aboutToShow.connect(self._fill_menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._title)
        self._row.addWidget(self.all)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self._title.setText(self.tr("road"))
        self._fill()

    def _wanted(self) -> list[int]:
        """Numbers of the roads, those that must be in sight first: ours, the one it left, the first, the latest."""
        timeline, here = self._session.timeline, self._session.branch
        latest = [branch.number for branch in reversed(timeline.roads())]
        rival = timeline.rival()
        return list(dict.fromkeys([here.number, rival.number if rival else 0, 0, *latest]))[:SHOWN]

    def _fill(self) -> None:
        for chip in self.chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {number: self._chip(number) for number in sorted(self._wanted())}
        for place, chip in enumerate(self.chips.values()):
            self._row.insertWidget(place + 1, chip)
        self.all.setText(self.tr("all {count}").format(count=str(len(self._session.timeline.roads()))))
        self.all.setAccessibleName(self.tr("All roads"))
        self._fit()

    def _chip(self, number: int) -> QToolButton:
        name = road_name(self._session.timeline.branches[number])
        chip = ElidingTool()
        chip.setText(name)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setAccessibleName(self.tr("Road: {name}").format(name=name))
        chip.setToolTip(self.tr("Go on along this road. Nothing is lost by changing roads."))
        chip.clicked.connect(lambda: self._press(number))
        return chip

    def _press(self, number: int) -> None:
        self._mark()
        if number != self._session.branch.number:
            self.chosen.emit(number)

    def _fill_menu(self) -> None:
        menu = self.all.menu()
        menu.clear()
        for branch in self._session.timeline.roads():
            action = menu.addAction(road_name(branch))
            action.setCheckable(True)
            action.setChecked(branch is self._session.branch)
            action.triggered.connect(lambda _, number=branch.number: self._press(number))
        menu.addSeparator()
        menu.addAction(self.tr("Tree of roads: rename, compare, remove …")).triggered.connect(self.tree_wanted)

    def _fit(self) -> None:
        """Hide the chips that have no room, least wanted first."""
        self._title.setVisible(self.width() >= TITLE_LINES * pixels("body"))
        self.all.setVisible(len(self._session.timeline.roads()) > 1)
        beside = [part for part in (self._title, self.all) if not part.isHidden()]
        room = self.width() - sum(part.sizeHint().width() + self._row.spacing() for part in beside)
        room += self._row.spacing()  # none after the last
        for number in self._wanted():
            chip = self.chips.get(number)
            if chip is None:  # a road that is newer than the last refresh
                continue
            width = chip.sizeHint().width() + self._row.spacing()
            chip.setVisible(width <= room or number == self._session.branch.number)
            room -= width
        self._mark()

    def _mark(self) -> None:
        for number, chip in self.chips.items():
            chip.setChecked(number == self._session.branch.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._fit()

    def refresh(self, change: Change, frame: Frame) -> None:
        """Add a chip for a new road, mark the one we are on."""
        names = {number: road_name(self._session.timeline.branches[number]) for number in sorted(self._wanted())}
        if names != {number: chip.text() for number, chip in self.chips.items()} or change & Change.BRANCHES:
            self._fill()
        self._mark()
