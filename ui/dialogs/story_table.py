"""The whole story as a table, for the keyboard and the screen reader: time, sentence; Enter goes to the moment."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from model.session import Session
from ui.dialogs.plain_table import PlainTable
from ui.dialogs.room import open_wide
from ui.player import Player
from ui.text import clock, line_text


class StoryTableDialog(QDialog):
    """All sentences up to now, oldest first."""

    def __init__(self, session: Session, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._player = session, player
        self._lines = session.story()
        self.table = PlainTable(len(self._lines), 2, stretches=1)
        self.table.cellActivated.connect(lambda row, _column: self.visit(row))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(self._buttons)
        open_wide(self, 720, 560)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setWindowTitle(self.tr("The story so far"))
        self.table.setAccessibleName(self.tr("The story so far; Enter goes to the moment"))
        self.table.setHorizontalHeaderLabels([self.tr("Time"), self.tr("What happened")])
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        for row, line in enumerate(self._lines):
            self.table.write(row, (clock(line.step), line_text(line, self._session)))

    def visit(self, row: int) -> None:
        """Go to the moment of a sentence."""
        self._player.pause()
        self._session.go(self._lines[row].step)
        self.accept()
