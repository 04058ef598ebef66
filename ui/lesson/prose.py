"""Markdown as a label: paragraphs with air between them, in the size and colours of the look."""

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import current, keeper, pixels

AIR = 0.55
"""Space below a paragraph, in parts of the letters' size."""


class Prose(QLabel):
    """Text to be read, larger than the words of controls."""

    def __init__(self, size: float = 1.0, parent: QWidget | None = None) -> None:
        """`size` is against body text."""
        super().__init__(parent)
        self.setWordWrap(True)
        self._size, self.words = size, ""
        keeper.changed.connect(self._write)

    def set_markdown(self, words: str) -> None:
        """Show a text."""
        self.words = words
        self._write()

    def _write(self) -> None:
        if not self.words:
            self.setText("")
            return
        letters = round(pixels("body") * self._size)
        font = QFont()
        font.setPixelSize(letters)
        document = QTextDocument()
        document.setDefaultFont(font)
        document.setMarkdown(self.words)
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            form = QTextBlockFormat(block.blockFormat())
            form.setTopMargin(0)
            inside = block.textList() is not None and block.next().textList() is not None
            form.setBottomMargin(letters * (AIR / 2 if inside else AIR) if block.next().isValid() else 0)
            cursor.setBlockFormat(form)
            block = block.next()
        self.setStyleSheet("color: {color};".format(color=current().text.name()))
        self.setText(document.toHtml())
