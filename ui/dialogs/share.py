"""Everything as one code: copy it into a message, paste one that came."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from model.bad_input import BadInput
from model.saved import Saved, from_code, to_code
from ui.dialogs.room import size_within
from ui.theme import pixels

CODE_LINES, PASTED_LINES, FEWEST_LINES, WIDE = 6, 4, 2, 42
"""Lines that are seen at once, and on a small screen; width of the box in heights of text."""


class ShareDialog(QDialog):
    """The code of what is on screen, and a field for another one."""

    opened = Signal(object)
    """What a pasted code says."""

    def __init__(self, saved: Saved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Share"))
        column = QVBoxLayout(self)
        hint = QLabel(self.tr("This code holds the scenario, the seed, every road and the second that is shown."))
        hint.setWordWrap(True)
        self.code = QPlainTextEdit(to_code(saved), readOnly=True)
        self.code.setAccessibleName(self.tr("Code of what is shown"))
        self.copy = QPushButton(self.tr("Copy the code"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.toPlainText()))
        self.pasted = QPlainTextEdit()
        self.pasted.setPlaceholderText(self.tr("Paste a code here to open it"))
        self.pasted.setAccessibleName(self.tr("A code to open"))
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("role", "halt")
        self.problem.hide()
        self.open_it = QPushButton(self.tr("Open the pasted code"))
        self.open_it.clicked.connect(self.take)
        self.open_it.setEnabled(False)
        self.pasted.textChanged.connect(lambda: self.open_it.setEnabled(bool(self.pasted.toPlainText().strip())))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for widget in (hint, self.code, self.copy, self.pasted, self.problem, self.open_it, buttons):
            column.addWidget(widget)
        column.insertStretch(column.count() - 1, 1)
        for field, lines in ((self.code, CODE_LINES), (self.pasted, PASTED_LINES)):
            field.setTabChangesFocus(True)
            self._set_in_lines(field, lines)
        width = pixels("body") * WIDE
        size_within(self, width, column.totalHeightForWidth(width))

    def _set_in_lines(self, field: QPlainTextEdit, lines: int) -> None:
        """Letters of one width, broken anywhere, in whole lines."""
        field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPixelSize(pixels("body"))
        field.setFont(letters)
        field.ensurePolished()
        line = ceil(QFontMetricsF(letters).lineSpacing())
        around = 2 * field.frameWidth() + round(field.document().documentMargin())
        field.setMinimumHeight(FEWEST_LINES * line + around)
        field.setMaximumHeight(lines * line + around)

    def take(self) -> None:
        """Open what was pasted, or say what is wrong with it."""
        try:
            saved = from_code(self.pasted.toPlainText(), self.tr("code"))
        except BadInput as problem:
            self.problem.setText(str(problem))
            self.problem.show()
            return
        self.accept()
        self.opened.emit(saved)
