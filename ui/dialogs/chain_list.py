"""The lines of a chain of causes: set in, wrapped where they are set in, and marked where they lead to a moment."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import current, font, pixels, with_alpha

Index = QModelIndex | QPersistentModelIndex
EVENT_ROLE, INDENT_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ARROW = "→"
AIR, PAD, INDENT = 4, 9, 1.6
"""Pixels above and below a line and at its sides; heights of text by which a line is set in."""


class ChainPainter(QStyledItemDelegate):
    """Draws a line; one that leads to a moment has the colour of a link and an arrow."""

    def _room(self, line: QRect, index: Index) -> QRect:
        """Where the words of a line are."""
        return line.adjusted(PAD + round(index.data(INDENT_ROLE) * INDENT * pixels("body")), AIR, -PAD, -AIR)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the words need there."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        room = self._room(QRect(0, 0, width, 10_000), index)
        words = QFontMetrics(font("body")).boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(width, words.height() + 2 * AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        theme, room, leads = current(), self._room(option.rect, index), index.data(EVENT_ROLE) >= 0
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = QStyleOptionViewItem(option)
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, ground, painter, option.widget
        )
        painter.save()
        if leads and not chosen and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, with_alpha(theme.accent, 0.12))
        painter.setFont(font("body"))
        painter.setPen(theme.accent if leads and not chosen else theme.text)
        if leads:
            arrow = QRect(room.left() - round(INDENT * pixels("body")), room.top(), room.width(), room.height())
            painter.drawText(arrow, Qt.AlignmentFlag.AlignTop, ARROW)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, index.data())
        painter.restore()


class ChainList(QListWidget):
    """Enter or a double click on a line with an arrow goes to its moment."""

    visited = Signal(int)
    """Number of the event whose moment the user wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(ChainPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.itemActivated.connect(self._visit)

    def add(self, words: str, event: int = -1, indent: int = 0) -> None:
        """Add a line; with an event, it leads to its moment."""
        item = QListWidgetItem(words)
        item.setData(EVENT_ROLE, event)
        item.setData(INDENT_ROLE, indent)
        self.addItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size; all lines are measured again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _visit(self, item: QListWidgetItem) -> None:
        event = int(item.data(EVENT_ROLE))
        if event >= 0:
            self.visited.emit(event)
