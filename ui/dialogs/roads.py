"""The tree of roads: which left which, when, by what change; go there, rename, compare, remove."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.session import Change, Session
from model.timeline import Branch
from ui.controls.eliding import ElidingButton
from ui.dialogs.room import open_wide
from ui.panels.roads import road_change, road_name
from ui.text import clock, money
from ui.theme import pixels

LEAST_COLUMN = 5
"""Width in heights of text."""
NUMBER_ROLE = Qt.ItemDataRole.UserRole


class RoadsDialog(QDialog):
    """Stays open beside the window; what is removed here comes back with undo."""

    chosen = Signal(int)
    """Number of the road that the user wants to stand on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Roads"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Tree of roads"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setHeaderLabels([self.tr("Road"), self.tr("Left at"), self.tr("Computed to"), self.tr("Liquidated")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in (1, 2, 3):
            self.tree.header().setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
            self.tree.headerItem().setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setMinimumSectionSize(pixels("body") * LEAST_COLUMN)
        self.tree.itemActivated.connect(lambda item: self.chosen.emit(item.data(0, NUMBER_ROLE)))
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.buttons = {
            "go": ElidingButton(self.tr("Go there")),
            "compare": ElidingButton(self.tr("Compare with it")),
            "rename": ElidingButton(self.tr("Rename …")),
            "remove": ElidingButton(self.tr("Remove")),
        }
        acts = {"go": self._go, "compare": self._compare, "rename": self._rename, "remove": self._remove}
        row = QHBoxLayout()
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=acts[name]: act())
            row.addWidget(button)
        hint = QLabel(
            self.tr("● marks the road that is watched, ◌ the one it is compared with. Ctrl+Z undoes."), wordWrap=True
        )
        hint.setProperty("role", "faint")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tree)
        column.addLayout(row)
        column.addWidget(hint)
        column.addWidget(close)
        open_wide(self, 760, 420)
        self.fill()

    def hear(self, change: Change) -> None:
        """Follow the session."""
        if change & (Change.BRANCHES | Change.RESET) and self.isVisible():
            self.fill()

    def fill(self) -> None:
        """Show all roads again, the one that was chosen stays chosen."""
        chosen = self.number()
        self.tree.clear()
        items: dict[int, QTreeWidgetItem] = {}
        for branch in self._session.timeline.roads():
            items[branch.number] = item = self._item(branch)
            parent = self._session.timeline.parent_of(branch)
            if parent is None:
                self.tree.addTopLevelItem(item)
            else:
                items[parent.number].addChild(item)
        self.tree.expandAll()
        here = self._session.branch.number
        self.tree.setCurrentItem(items.get(here if chosen is None else chosen, items[here]))
        self._enable()

    def _item(self, branch: Branch) -> QTreeWidgetItem:
        rival = self._session.timeline.rival()
        sign = "● " if branch is self._session.branch else ("◌ " if branch is rival else "")
        sold = float(branch.record.totals["liquidated"][branch.horizon])
        left = "" if branch.parent is None else clock(branch.fork)
        item = QTreeWidgetItem([sign + road_change(branch), left, clock(branch.horizon), money(sold)])
        item.setToolTip(0, road_name(branch))
        item.setData(0, NUMBER_ROLE, branch.number)
        for column in (1, 2, 3):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def number(self) -> int | None:
        """The road that is chosen in the tree."""
        item = self.tree.currentItem()
        return None if item is None else int(item.data(0, NUMBER_ROLE))

    def _enable(self) -> None:
        number, here = self.number(), self._session.branch.number
        self.buttons["go"].setEnabled(number is not None and number != here)
        self.buttons["compare"].setEnabled(number is not None and number != here)
        self.buttons["rename"].setEnabled(number is not None)
        self.buttons["remove"].setEnabled(bool(number))

    def _go(self) -> None:
        number = self.number()
        if number is not None:
            self.chosen.emit(number)

    def _compare(self) -> None:
        self._session.roads.compare_with(self.number())

    def _rename(self) -> None:
        number = self.number()
        if number is None:
            return
        now = road_name(self._session.timeline.branches[number])
        name, agreed = QInputDialog.getText(self, self.tr("Rename"), self.tr("Name of this road"), text=now)
        if agreed:
            self._session.roads.rename(number, name)

    def _remove(self) -> None:
        number = self.number()
        if number:
            self._session.roads.remove(number)
