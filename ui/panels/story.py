"""The story: one plain sentence for each event that matters, newest first; a press goes to its moment."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from model.events import Event
from model.frame import Frame
from model.session import Change, Session
from model.story import Line
from ui.controls.pace import Pace
from ui.player import Player
from ui.text import clock, line_text, translate
from ui.theme import Theme, current, font, keeper, pixels

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
MARKER, PAD = 4, 4
RED = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH, Event.MAKER_LIQUIDATION)
YELLOW = (Event.HALT, Event.RESUME)


def marker_color(theme: Theme, kind: int) -> QColor:
    """Colour of a line's marker; the sentence says the same."""
    if kind in RED:
        return theme.liquidation
    if kind in YELLOW:
        return theme.halt
    if kind == Event.WITHDRAWAL:
        return theme.confidence
    return theme.fund if kind == Event.BAD_DEBT else theme.text


class StoryModel(QAbstractListModel):
    """The lines told so far, newest first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines: list[Line] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Sentence, clock, and the same in one for a screen reader."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line_text(line, self._session)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told = translate("Story", "{clock}: {sentence}")
            return told.format(clock=clock(line.step), sentence=line_text(line, self._session))
        return line if role == LINE_ROLE else None

    def tell(self, lines: list[Line]) -> None:
        """Take the story up to now, oldest first: add what is new at the top, or begin again."""
        fresh = len(lines) - len(self.lines)
        if fresh >= 0 and lines[: len(self.lines)] == self.lines[::-1]:
            if fresh:
                self.beginInsertRows(QModelIndex(), 0, fresh - 1)
                self.lines = lines[::-1]
                self.endInsertRows()
            return
        self.beginResetModel()
        self.lines = lines[::-1]
        self.endResetModel()


class StoryPainter(QStyledItemDelegate):
    """Draws a line: marker, clock, sentence on as many rows as it needs."""

    def _clock_width(self) -> int:
        return QFontMetrics(font("small")).horizontalAdvance("00:00:00") + 2 * PAD + MARKER + 6

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped sentence."""
        view = option.widget
        room = (view.viewport().width() if isinstance(view, QListView) else 300) - self._clock_width() - PAD
        box = QFontMetrics(font("body")).boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(room, box.height() + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        theme, line = current(), index.data(LINE_ROLE)
        box = QRectF(option.rect)
        painter.save()
        chosen = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.raised)
        painter.fillRect(QRectF(box.left() + 2, box.top() + PAD, MARKER, box.height() - 2 * PAD),
                         marker_color(theme, line.kind))  # fmt: skip
        painter.setFont(font("small"))
        painter.setPen(theme.text_faint)
        baseline = box.top() + PAD + QFontMetrics(font("body")).ascent()
        painter.drawText(QPointF(box.left() + MARKER + 8, baseline), clock(line.step))
        painter.setFont(font("body"))
        painter.setPen(theme.text)
        left = self._clock_width()
        painter.drawText(box.adjusted(left, PAD, -PAD, 0), Qt.TextFlag.TextWordWrap, index.data())
        painter.restore()


class StoryView(QListView):
    """A list whose lines are wrapped again when its width changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure all lines again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class StoryPanel(QWidget):
    """Title and list."""

    def __init__(self, session: Session, player: Player | None = None, parent: QWidget | None = None) -> None:
        """With a player, it pauses when a line is pressed."""
        super().__init__(parent)
        self._session, self._player = session, player
        self.story = StoryModel(session)
        self.view = StoryView(resizeMode=QListView.ResizeMode.Adjust)
        self.view.setMouseTracking(True)
        self.view.setModel(self.story)
        self.view.setItemDelegate(StoryPainter(self.view))
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self.visit)
        self.view.activated.connect(self.visit)
        self._title = QLabel()
        self._title.setProperty("role", "faint")
        self._empty = QLabel(wordWrap=True)
        self._empty.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 5)
        column.setSpacing(4)
        column.addWidget(self._title)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._empty, 1)
        column.addWidget(self.view, 1)
        self._pace = Pace(self._tell, self)
        keeper.changed.connect(self._dress)
        self.retranslate()
        self._tell()

    def retranslate(self) -> None:
        """Write all words again."""
        self._title.setText(self.tr("STORY"))
        self._empty.setText(self.tr("Nothing has happened yet. Press space and watch."))
        self.view.setAccessibleName(self.tr("Story, newest first; enter goes to the moment"))

    def _dress(self) -> None:
        self.view.doItemsLayout()
        self.view.setMinimumHeight(pixels("body") * 3)

    def visit(self, index: Index) -> None:
        """Go to the moment of a line, with its asset on stage."""
        line: Line = index.data(LINE_ROLE)
        if self._player is not None:
            self._player.pause()
        asset = line.values.get("asset", -1)
        if isinstance(asset, int) and 0 <= asset < len(self._session.symbols) and asset != self._session.asset:
            self._session.select(asset)
        self._session.go(line.step)

    def _tell(self) -> None:
        self.story.tell(self._session.story())
        self._empty.setVisible(not self.story.lines)
        self.view.setVisible(bool(self.story.lines))

    def refresh(self, change: Change, frame: Frame) -> None:
        """Tell the story up to this moment."""
        self._pace.follow(change, self._session)
