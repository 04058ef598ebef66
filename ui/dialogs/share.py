"""Everything as one code: copy it into a message, paste one that came."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from model.bad_input import BadInput
from model.saved import Saved, from_code, to_code
from ui.dialogs.room import EDGE, polish, size_within
from ui.problem_words import problem_words
from ui.theme import pixels

MOST_LINES, WIDE = 6, 42
"""Lines that are seen at once; width of the box in heights of text."""


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
        for field in (self.code, self.pasted):
            field.setTabChangesFocus(True)
            field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._column = column
        self._fit()

    def _fit(self) -> None:
        """Letters of one width in the size of the look, in as many whole lines as the screen has room for."""
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPixelSize(pixels("body"))  # the system's own size is too small for a projector
        for field in (self.code, self.pasted):
            field.setFont(letters)
        polish(self)
        line, screen = ceil(QFontMetricsF(self.code.font()).lineSpacing()), self.screen().availableSize()
        width = min(pixels("body") * WIDE, screen.width() - EDGE)
        for lines in range(MOST_LINES, 1, -1):
            for field in (self.code, self.pasted):
                field.setFixedHeight(lines * line + 2 * field.frameWidth() + round(field.document().documentMargin()))
            self._column.invalidate()
            if self._column.totalHeightForWidth(width) <= screen.height() - EDGE:
                break
        size_within(self, width, self._column.totalHeightForWidth(width))

    def take(self) -> None:
        """Open what was pasted, or say what is wrong with it."""
        try:
            saved = from_code(self.pasted.toPlainText(), self.tr("code"))
        except BadInput as problem:
            self.problem.setText(problem_words(problem))
            self.problem.show()
            return
        self.accept()
        self.opened.emit(saved)
