"""Where from? Every number of the screen in one table, with what it means and what the post and others say of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.plain_table import PlainTable
from ui.dialogs.room import open_wide
from ui.sources import Source, all_sources
from ui.theme import pixels

AIR, UNIT_WIDE, TOLD_LINES = 10, 8, 10
"""Pixels around the explanation; width of the units and height of the explanation in heights of text."""


class WhereFromDialog(QDialog):
    """Table above, the chosen number in full below; typing in the field finds."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        """With a key, that number is chosen."""
        super().__init__(parent)
        self.sources = all_sources()
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.textChanged.connect(self._find)
        self.table = PlainTable(len(self.sources), 3, stretches=0)
        self.table.currentCellChanged.connect(lambda *_: self._tell())
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("role", "small")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(AIR)
        self._card = self._framed()
        for widget in (self._hint, self.field, self.table, self._card, self._buttons):
            column.addWidget(widget)
        column.setStretchFactor(self.table, 3)
        column.setStretchFactor(self._card, 2)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(2, pixels("body") * UNIT_WIDE)
        open_wide(self, 820, 640)
        self.retranslate()
        self.choose(key or self.sources[0].key)

    def _framed(self) -> QScrollArea:
        """The explanation in a frame of its own; its height is the same whatever it tells, so that the table stands still."""
        self.told.setContentsMargins(AIR, AIR, AIR, AIR)
        card = QScrollArea(widgetResizable=True)
        card.setProperty("card", True)
        card.setWidget(self.told)
        card.setMaximumHeight(pixels("body") * TOLD_LINES)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        return card

    def retranslate(self) -> None:
        """Write all words again."""
        self.sources = all_sources()
        self.setWindowTitle(self.tr("Where from?"))
        self._hint.setText(
            self.tr(
                "M measured in this run, C claimed in the post, R reported elsewhere, § a published rule, A assumed by us."
            )
        )
        self.field.setPlaceholderText(self.tr("Find a number"))
        self.field.setAccessibleName(self.tr("Find a number"))
        self.told.setAccessibleName(self.tr("About the chosen number"))
        self._card.setAccessibleName(self.tr("About the chosen number"))
        self.table.setAccessibleName(self.tr("Numbers and where they come from"))
        self.table.setHorizontalHeaderLabels([self.tr("Number"), self.tr("Kind"), self.tr("Unit")])
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        kind = self.tr("{badge} {kind}")
        for row, source in enumerate(self.sources):
            words = (source.title, kind.format(badge=source.badge, kind=source.kind), source.unit)
            self.table.write(row, words)
        self._tell()

    def choose(self, key: str) -> None:
        """Show a number."""
        row = next((row for row, source in enumerate(self.sources) if source.key == key), 0)
        self.table.setCurrentCell(row, 0)
        item = self.table.item(row, 0)
        if item is not None:
            self.table.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtCenter)

    def chosen(self) -> Source | None:
        """The number that is shown."""
        row = self.table.currentRow()
        return self.sources[row] if 0 <= row < len(self.sources) else None

    def _find(self, words: str) -> None:
        """Leave only the numbers that have these words."""
        wanted = words.casefold().split()
        first = -1
        for row, source in enumerate(self.sources):
            text = " ".join((source.title, source.kind, source.meaning, source.key)).casefold()
            found = all(word in text for word in wanted)
            self.table.setRowHidden(row, not found)
            first = row if found and first < 0 else first
        if first >= 0:
            self.table.setCurrentCell(first, 0)

    def _tell(self) -> None:
        source = self.chosen()
        if source is None:
            self.told.clear()
            return
        lines = [
            self.tr("{title}: {meaning}").format(title=source.title, meaning=source.meaning),
            self.tr("Where from: {origin}.").format(origin=source.origin),
        ]
        if source.claimed:
            lines.append(self.tr("The post claims: {claim}").format(claim=source.claimed))
        if source.reported:
            lines.append(self.tr("Others report: {report}").format(report=source.reported))
        self.told.setText("\n".join(lines))
