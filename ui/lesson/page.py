"""A document that grows and is written as PDF, each heading on the page of what belongs to it."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextImageFormat,
)

from ui.text import number as words_of

WIDTH = 640
"""Width of a picture on the page, in the document's pixels; the page's text is a little wider."""
POINTS = 10.5
DOTS_PER_INCH = 300
MARGIN_CM, CM_PER_INCH = 2.0, 2.54
MOST_OF_A_PAGE = 0.7


def margin_of(writer: QPdfWriter) -> int:
    """What is left free around a page, in the writer's dots."""
    return round(MARGIN_CM / CM_PER_INCH * writer.logicalDpiY())


class Page:
    """A document that grows: headings, paragraphs of Markdown, pictures, lines to write on."""

    def __init__(self, title: str) -> None:
        self.document = QTextDocument()
        font = QFont()
        font.setPointSizeF(POINTS)
        self.document.setDefaultFont(font)
        self.document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
        self._cursor = QTextCursor(self.document)
        self._pictures = 0
        self._headings: list[int] = []

    def _block(self, above: float = 4, below: float = 2) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        self._cursor.insertBlock(form, QTextCharFormat())

    def heading(self, words: str, level: int) -> None:
        """A heading of level 1, 2 or 3."""
        self._block(14 if level < 3 else 8, 4)
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setFontPointSize(POINTS + {1: 9, 2: 3.5, 3: 0}[level])
        self._cursor.insertText(words, form)
        self._headings.append(self._cursor.blockNumber())

    def words(self, text: str) -> None:
        """A line as it is."""
        self._block()
        self._cursor.insertText(text)

    def markdown(self, text: str) -> None:
        """Paragraphs, lists and emphasis."""
        if text:
            self._block()
            self._cursor.insertFragment(QTextDocumentFragment.fromMarkdown(text))
            self._cursor.movePosition(QTextCursor.MoveOperation.End)
            self._flatten_empty()

    def _flatten_empty(self) -> None:
        """A list begins with a block of its own and leaves the one before it empty: it takes no room."""
        first = self._cursor.currentList()
        before = first.item(0).previous() if first is not None else self._cursor.block().previous()
        if first is not None and before.isValid() and not before.text():
            form = QTextBlockFormat()
            form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            QTextCursor(before).setBlockFormat(form)

    def points(self, items: tuple[str, ...]) -> None:
        """A list."""
        self.markdown("\n".join("- {item}".format(item=item) for item in items))

    def lines(self, count: int) -> None:
        """Room to write."""
        for _ in range(count):
            self._block(10, 0)
            self._cursor.insertText("_" * 74)

    def picture(self, image: QImage) -> None:
        """A picture over the width of the page."""
        self._pictures += 1
        name = "picture-{number}".format(number=self._pictures)
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        form = QTextImageFormat()
        form.setName(name)
        form.setWidth(WIDTH)
        form.setHeight(WIDTH * image.height() / image.width())
        self._block(6, 6)
        self._cursor.insertImage(form)

    def _laid_out(self, writer: QPdfWriter) -> QTextDocument:
        """The document as it will stand on paper: one page below the other, without margins."""
        margin = margin_of(writer)
        laid = self.document.clone()
        laid.documentLayout().setPaintDevice(writer)
        laid.setDocumentMargin(0)
        laid.setPageSize(QSizeF(writer.width() - 2 * margin, writer.height() - 2 * margin))
        return laid

    def _keep_together(self, writer: QPdfWriter) -> None:
        """A heading begins the next page with what belongs to it, instead of leaving it at the foot of this one.

        What is longer than most of a page may break, but not between heading and what follows.
        """
        after = [*(place - 1 for place in self._headings[1:]), self.document.blockCount() - 1]
        for place, last in zip(self._headings, after, strict=True):
            laid = self._laid_out(writer)
            layout, height = laid.documentLayout(), laid.pageSize().height()
            block = laid.findBlockByNumber(place)
            below = block.next()
            top, end = layout.blockBoundingRect(block).top(), layout.blockBoundingRect(below).bottom()
            whole = layout.blockBoundingRect(laid.findBlockByNumber(last)).bottom()
            end = whole if whole - top < MOST_OF_A_PAGE * height else end
            if below.isValid() and top // height != end // height:
                cursor = QTextCursor(self.document.findBlockByNumber(place))
                form = QTextBlockFormat(cursor.blockFormat())
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(form)

    def write(self, path: Path) -> None:
        """As PDF, on A4."""
        writer = QPdfWriter(str(path))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        writer.setResolution(DOTS_PER_INCH)
        writer.setTitle(self.document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
        self._keep_together(writer)
        laid = self._laid_out(writer)
        painter = QPainter(writer)
        for number in range(laid.pageCount()):
            if number:
                writer.newPage()
            self._draw(painter, laid, number, margin_of(writer))
        painter.end()

    def _draw(self, painter: QPainter, laid: QTextDocument, number: int, margin: int) -> None:
        """One page, with its number below."""
        size = laid.pageSize()
        room = QRectF(0, number * size.height(), size.width(), size.height())
        painter.save()
        painter.translate(margin, margin - room.top())
        painter.setClipRect(room)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = room
        context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        laid.documentLayout().draw(painter, context)
        painter.restore()
        painter.setPen(QColor("black"))
        painter.setFont(laid.defaultFont())
        below = QRectF(margin, margin + size.height(), size.width(), margin * 0.6)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words_of(number + 1))
