"""The handbook inside the window: contents at the left, the text at the right, and a search over all pages."""

import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.room import open_wide
from ui.language import SOURCE_LANGUAGE, TRANSLATIONS, current_language
from ui.text import counted
from ui.theme import current, font, keeper, pixels

HANDBOOK = TRANSLATIONS.parent / "handbook"
LIST_WIDE, TEXT_WIDE = 18, 46
"""In heights of text."""
MARGIN, AIR = 15, 0.6
"""Pixels around a page; space below a paragraph in heights of text."""
HEADINGS = ("title", "heading", "body")
HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)


class Page(NamedTuple):
    """One page: the file's name, its title, its text."""

    name: str
    title: str
    text: str


def read_page(path: Path) -> Page | None:
    """A page from its file; none if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    found = HEADING.search(text)
    return Page(path.stem, found[1] if found else path.stem, text)


CONTENTS, LINK = "contents", re.compile(r"\]\(([\w-]+)\.md\)")
"""The page to begin with, and its links, which are in the order of reading."""


def pages(language: str, folder: Path = HANDBOOK) -> list[Page]:
    """All pages in the order of the contents, others after them; a page that this language lacks is given in English."""
    ways = [folder / SOURCE_LANGUAGE, folder / language]
    files = {path.stem: path for way in ways if way.is_dir() for path in sorted(way.glob("*.md"))}
    contents = read_page(files[CONTENTS]) if CONTENTS in files else None
    first = [CONTENTS, *LINK.findall(contents.text)] if contents is not None else []
    order = sorted(files, key=lambda name: (first.index(name) if name in first else len(first), name))
    made = (read_page(files[name]) for name in order)
    return [page for page in made if page is not None]


class Text(QTextBrowser):
    """Shows a page; a link to another page or a place in one is followed inside."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Qt: nothing but pictures beside the page; never anything from a network."""
        if QUrl(name).scheme() in ("http", "https"):
            return None
        return super().loadResource(kind, name)


def set_out(document: QTextDocument) -> None:
    """Air around paragraphs, titles in the sizes of the look, tables with its lines."""
    body = pixels("body")
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    document.setDocumentMargin(MARGIN)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format().toTableFormat()
            form.setBorderBrush(current().panel_edge)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setCellPadding(body * 0.4)
            form.setTopMargin(body * AIR)
            form.setBottomMargin(body * AIR)
            frame.setFormat(form)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        level = block.blockFormat().headingLevel()
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()  # in place of Markdown's own, whose step in size would win
            letters.setFont(font(HEADINGS[min(level, len(HEADINGS)) - 1], bold=True))
            cursor.setCharFormat(letters)
        if cursor.currentTable() is None:
            air = QTextBlockFormat()
            air.setTopMargin(body if level and block.position() else 0)
            air.setBottomMargin(body * (AIR / 3 if block.textList() else AIR))
            cursor.mergeBlockFormat(air)
        block = block.next()
    cursor.endEditBlock()


class HandbookDialog(QDialog):
    """Reads the handbook of the language in force."""

    def __init__(self, parent: QWidget | None = None, folder: Path = HANDBOOK) -> None:
        super().__init__(parent)
        self._folder = folder
        self.pages: list[Page] = []
        self.contents = QListWidget()
        self.contents.currentRowChanged.connect(self._show)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self.find_next)
        self.text = Text()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.found = QLabel(wordWrap=True)
        self.found.setProperty("role", "small")
        self.found.hide()
        self.next = QPushButton(autoDefault=False)
        self.next.clicked.connect(self.find_next)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._arrange()
        keeper.changed.connect(self._dress)
        self.retranslate()
        open_wide(self, 940, 680)

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.next)
        column.addLayout(row)
        column.addWidget(self.found)
        column.addWidget(self.contents, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(left)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([pixels("body") * LIST_WIDE, pixels("body") * TEXT_WIDE])
        whole = QVBoxLayout(self)
        whole.addWidget(parts, 1)
        whole.addWidget(self._buttons)

    def retranslate(self) -> None:
        """Write all words again, in the language in force."""
        self.setWindowTitle(self.tr("Handbook"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.text.setAccessibleName(self.tr("Page of the handbook"))
        self.field.setPlaceholderText(self.tr("Search the handbook"))
        self.field.setToolTip(self.tr("Search the handbook"))  # a narrow list has no room for all of it
        self.field.setAccessibleName(self.tr("Search the handbook"))
        self.next.setText(self.tr("Next"))
        self.next.setAccessibleName(self.tr("Next place found"))
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        row = max(self.contents.currentRow(), 0)
        self.pages = pages(current_language(), self._folder)
        self.contents.clear()
        for page in self.pages:
            self.contents.addItem(QListWidgetItem(page.title))
        self.contents.setCurrentRow(min(row, len(self.pages) - 1))
        if not self.pages:
            self.text.setPlainText(self.tr("There is no handbook in this copy of the program."))
        self._find(self.field.text())
        self._dress()

    def _dress(self) -> None:
        base = self.text.font()
        base.setPixelSize(pixels("body"))
        self.text.document().setDefaultFont(base)
        self._show(self.contents.currentRow())

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.pages):
            self.text.setSearchPaths([str(self._folder / current_language()), str(self._folder / SOURCE_LANGUAGE)])
            self.text.setMarkdown(self.pages[row].text)
            set_out(self.text.document())

    def open_page(self, name: str) -> bool:
        """Turn to a page by the name of its file; false if there is none."""
        row = next((row for row, page in enumerate(self.pages) if page.name == name), -1)
        if row >= 0:
            self.contents.setCurrentRow(row)
        return row >= 0

    def _follow(self, link: QUrl) -> None:
        """A link inside the handbook turns the page; one out of it is not followed: the program works offline."""
        name = Path(link.path()).stem
        if name and not link.scheme():
            self.open_page(name)
        if link.hasFragment():
            self.text.scrollToAnchor(link.fragment())

    def _find(self, words: str) -> None:
        """Mark the pages that have these words, and go to the first place."""
        wanted = words.casefold().strip()
        hits = [page.text.casefold().count(wanted) if wanted else 0 for page in self.pages]
        for row, page in enumerate(self.pages):
            item = self.contents.item(row)
            item.setText(
                self.tr("{title} ({count})").format(title=page.title, count=hits[row]) if hits[row] else page.title
            )
        self.next.setEnabled(any(hits))
        self.found.setVisible(bool(wanted))
        if not wanted:
            return
        told = self.tr("found {times} on {pages}")
        times = counted(sum(hits), self.tr("{count} time"), self.tr("{count} times"))
        pages = counted(sum(1 for hit in hits if hit), self.tr("{count} page"), self.tr("{count} pages"))
        self.found.setText(told.format(times=times, pages=pages) if any(hits) else self.tr("found nowhere"))
        row = self.contents.currentRow()
        if any(hits) and not hits[row]:
            self.contents.setCurrentRow(next(place for place, hit in enumerate(hits) if hit))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.find(words.strip(), QTextDocument.FindFlag(0))

    def find_next(self) -> None:
        """Go to the next place; after the last of a page, to the next page that has one."""
        wanted = self.field.text().strip()
        if not wanted or self.text.find(wanted, QTextDocument.FindFlag(0)):
            return
        rows, here = len(self.pages), self.contents.currentRow()
        for away in range(1, rows + 1):
            row = (here + away) % rows
            if wanted.casefold() in self.pages[row].text.casefold():
                self.contents.setCurrentRow(row)
                self.text.moveCursor(QTextCursor.MoveOperation.Start)
                self.text.find(wanted, QTextDocument.FindFlag(0))
                return
