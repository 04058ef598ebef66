"""The list of keys, made from the table of actions."""

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableWidgetItem, QVBoxLayout, QWidget

from ui.dialogs.plain_table import PlainTable
from ui.dialogs.room import open_wide
from ui.theme import current, font

PLAY = ("play", "faster", "slower", "restart", "forward", "back", "forward_cause", "back_cause")
"""Of the actions about time, those that play and step; the others jump."""
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class ShortcutsDialog(QDialog):
    """Two columns, keys and what they do, in chapters."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        """An action's data is its menu, its object name the deed."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.table = PlainTable(0, 2, stretches=1)
        self.table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        self.table.setAccessibleName(self.tr("Keys and what they do"))
        self._write(actions)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(buttons)
        open_wide(self, 560, 620)

    def _chapters(self) -> dict[str, str]:
        """Chapters by name, in their order; what belongs to no other is in the last."""
        return {
            "play": self.tr("Play and step"), "jump": self.tr("Jump"), "switches": self.tr("Switches"),
            "lessons": self.tr("Lessons"), "view": self.tr("View"), "edit": self.tr("Runs and roads"),
            "file": self.tr("Files and pictures"), "help": self.tr("Help and the rest"),
        }  # fmt: skip

    def _chapter_of(self, action: QAction) -> str:
        menu = str(action.data() or "").split("/")[0]
        if menu == "time":
            return "play" if action.objectName() in PLAY else "jump"
        return menu if menu in self._chapters() else "help"

    def _write(self, actions: Sequence[QAction]) -> None:
        for name, title in self._chapters().items():
            rows = [(self._keys(action), action.text()) for action in actions if self._chapter_of(action) == name]
            if name == "help":
                rows.append((self.tr("Tab, Enter"), self.tr("Go to the next control; press it")))
            if rows:
                self._head(title)
            for row in rows:
                self.table.insertRow(self.table.rowCount())
                self.table.write(self.table.rowCount() - 1, row)

    def _head(self, title: str) -> None:
        """A chapter's title, over both columns."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        item = QTableWidgetItem(title)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(font("small", bold=True))
        item.setForeground(current().text_soft)
        self.table.setItem(row, 0, item)
        self.table.setSpan(row, 0, 1, 2)

    def _keys(self, action: QAction) -> str:
        """The keys of an action, one or the other."""
        keys = [self._named(key) for key in action.shortcuts()]
        return reduce(lambda one, other: self.tr("{one} or {other}").format(one=one, other=other), keys) if keys else ""

    def _named(self, key: QKeySequence) -> str:
        """A key as it is printed on the keyboard: arrows as arrows."""
        words = key.toString(QKeySequence.SequenceFormat.NativeText)
        last = key.toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")[2]
        if last not in ARROWS:
            return words
        plain = QKeySequence(last).toString(QKeySequence.SequenceFormat.NativeText)
        return words.removesuffix(plain) + ARROWS[last]
