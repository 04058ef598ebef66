"""What all charts have in common: a title, a readout under the pointer or the keyboard, a menu, and numbers to save.

A chart paints itself onto any painter, so the same code serves the screen, a picture and a vector file.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui.charts.heading import Heading
from ui.controls.segments import Segments
from ui.sources import SOURCE, asking, source_line
from ui.text import clock, translate
from ui.theme import current, font, keeper

WALK = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}  # fmt: skip
"""Keys that move the readout, and by how many places."""
KEYS = (*WALK, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
NEAR_POINTER = 12.0


class Table(NamedTuple):
    """The numbers of a chart: names of the columns with their units, and rows."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[float | int | str, ...]]


class Chart(QWidget):
    """A painted view of a session. A subclass says what it shows and paints it."""

    key = ""
    """Its name in commands and file names."""
    of_this_run = True
    """Whether it shows the run on stage, up to this moment."""
    titled_by_reading = False
    """Whether the title already says which reading is chosen."""
    sought = Signal(int)
    """The second that the user pressed."""
    wanted = Signal(str)
    """What the menu was asked for: copy or save."""
    yielded = Signal(object, int)
    """The chart to which it gives its place, and that chart's reading."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.alone = False
        """Drawn for a file, where no button beside the title says which reading it is."""
        self._hover: QPointF | None = None
        self._picture, self._pictured = QPixmap(), object()
        self.heading = Heading(self)
        self.setProperty(SOURCE, self.source)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 70)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        keeper.changed.connect(self.restyle)

    # --- what a chart says of itself --------------------------------------------------------------------------------

    def title(self) -> str:
        """What is shown, with its unit."""
        raise NotImplementedError

    def wordings(self) -> tuple[str, ...]:
        """The title, then shorter ones; the longest that has room is written."""
        return (self.title(),)

    @property
    def source(self) -> str:
        """Key of what model/provenance.py says of the chart's numbers."""
        return "chart." + self.key

    def full_title(self, title: str = "") -> str:
        """The title with the chosen reading, as it stands where the buttons are not seen; or a shorter one with it."""
        title = title or self.title()
        if not self.choices() or self.titled_by_reading:
            return title
        reading = self.own_choices()[self.heading.choice]
        return translate("Charts", "{title} · {reading}").format(title=title, reading=reading)

    def caption(self) -> str:
        """Which run and which moment a picture of the chart is of."""
        session = self.session
        words = translate("Charts", "{scenario}, seed {seed}, {clock}")
        return words.format(
            scenario=translate("Scenarios", session.scenario.title), seed=str(session.seed), clock=clock(session.step)
        )

    def empty(self) -> str:
        """Why there is nothing to see, in a sentence; nothing if there is something."""
        return ""

    def paint(self, painter: QPainter) -> None:
        """Draw all of it, the readout apart."""
        raise NotImplementedError

    def told_at(self, place: QPointF) -> list[str]:
        """Exact numbers at a place, one line each; none where there is nothing."""
        return []

    def spots(self) -> list[QPointF]:
        """Places through which the keyboard walks, in order."""
        return []

    def table(self) -> Table:
        """The numbers that are drawn."""
        raise NotImplementedError

    def choices(self) -> tuple[str, ...]:
        """Names of the ways in which the chart can be read; none if there is one."""
        return ()

    def chosen(self, choice: int) -> None:
        """Read the chart another way."""

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show a frame; whoever shows more than words for a screen reader reads the session here."""
        self.describe(change)

    # --- a choice of readings ---------------------------------------------------------------------------------------

    def offer(self, choice: int = 0) -> None:
        """Show the choices at the top right, with one of them in force."""
        self.heading.offer(choice)

    def choose(self, choice: int) -> None:
        """Read the chart another way, and draw it."""
        self.chosen(choice)
        self.heading.place()
        self.update()

    def own_choices(self) -> tuple[str, ...]:
        """Its ways of reading or, where it takes turns with another chart, its name."""
        return self.choices() or (self.accessibleName(),)

    @property
    def segments(self) -> Segments | None:
        """The buttons of the choices."""
        return self.heading.segments

    @property
    def badge(self) -> QRectF:
        """Where the letter stands that says where the numbers come from."""
        return self.heading.badge

    def title_left(self) -> float:
        """Where the title begins."""
        return 6.0

    @property
    def head(self) -> float:
        """Height of the row of title and choices."""
        return self.heading.height

    def resizeEvent(self, event: QEvent) -> None:
        """Qt: another size."""
        self.heading.place()

    def restyle(self) -> None:
        """Another look."""
        self.heading.place()
        self.update()

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paint_empty(self, painter: QPainter, room: QRectF) -> None:
        """Say why there is nothing."""
        painter.setFont(font("body"))
        painter.setPen(current().text_soft)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty())

    def from_picture(self, painter: QPainter, look: object, draw: Callable[[QPainter], None]) -> None:
        """Draw; on screen from a picture that is kept as long as `look` and the chart's looks are the same."""
        if painter.device() is not self:
            draw(painter)
            return
        ratio = self.devicePixelRatio()
        whole = (look, self.size(), current().name, keeper.scale, ratio)
        if whole != self._pictured:
            self._pictured = whole
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            fresh = QPainter(self._picture)
            draw(fresh)
            fresh.end()
        painter.drawPixmap(0, 0, self._picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: everything, then the readout."""
        painter = QPainter(self)
        self.paint(painter)
        if self._hover is not None and self.rect().contains(self._hover.toPoint()):
            lines = self.told_at(self._hover)
            if lines:
                self.paint_readout(painter, self._hover, [*lines, source_line(self.source)])
        if self.hasFocus():
            painter.setPen(QPen(current().accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def paint_readout(self, painter: QPainter, place: QPointF, lines: list[str]) -> None:
        """A box beside a place, inside the chart; its last line says where the numbers come from."""
        theme = current()
        painter.setFont(font("small"))
        metrics = QFontMetricsF(painter.font())
        width = max(metrics.horizontalAdvance(line) for line in lines) + 14
        height = metrics.lineSpacing() * len(lines) + 8
        left = place.x() + NEAR_POINTER
        if left + width > self.width():
            left = max(place.x() - NEAR_POINTER - width, 0.0)
        top = min(max(place.y() - height / 2, 0.0), max(self.height() - height - 1, 0.0))
        painter.setPen(QPen(theme.panel_edge, 1))
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(QRectF(left, top, width, height), 4, 4)
        for n, line in enumerate(lines):
            painter.setPen(theme.text if n < len(lines) - 1 else theme.text_faint)
            painter.drawText(QPointF(left + 7, top + 4 + metrics.ascent() + n * metrics.lineSpacing()), line)

    # --- pointer and keyboard ---------------------------------------------------------------------------------------

    def hover(self, place: QPointF | None) -> None:
        """Read the numbers at a place, or nowhere."""
        self._hover = place
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: show exact numbers."""
        self.hover(event.position())
        over = self.badge.contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: hide them."""
        self.hover(None)

    def event(self, event: QEvent) -> bool:
        """Qt: while the keyboard is here, its arrows belong to the readout and not to time; a tip for the letter."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if self.hasFocus() and plain and event.key() in KEYS:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, place: QPointF) -> str:
        """What a tip says at a place."""
        return self.heading.tip_at(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows move the readout, Enter presses there, Escape hides it."""
        if event.key() in WALK:
            self.walk(WALK[Qt.Key(event.key())])
            told = self.told_at(self._hover) if self._hover is not None else []
            told = [self.title(), *told, source_line(self.source)]
            self.setAccessibleDescription(translate("Charts", "; ").join(told))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hover is not None:
            self.press(self._hover)
        elif event.key() == Qt.Key.Key_Escape and self._hover is not None:
            self.hover(None)
        elif event.key() == Qt.Key.Key_Menu:
            self.menu().popup(self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def walk(self, places: int) -> None:
        """Move the readout by so many places."""
        spots = self.spots()
        if not spots:
            return
        if self._hover is None:
            self.hover(spots[-1 if places < 0 else 0])
            return
        x, y = self._hover.x(), self._hover.y()
        nearest = min(range(len(spots)), key=lambda n: abs(spots[n].x() - x) + abs(spots[n].y() - y))
        self.hover(spots[min(max(nearest + places, 0), len(spots) - 1)])

    def moment_at(self, place: QPointF) -> int:
        """The second that a press at a place leads to; −1 where it leads nowhere."""
        return -1

    def moment_told(self, place: QPointF) -> list[str]:
        """That a press leads there, in a line of the readout."""
        moment = self.moment_at(place)
        return [translate("Charts", "press: to {clock}").format(clock=clock(moment))] if moment >= 0 else []

    def press(self, place: QPointF) -> None:
        """Jump to the second that a place stands for."""
        moment = self.moment_at(place)
        if moment >= 0:
            self.sought.emit(moment)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: act on a place; on the letter, tell where the numbers come from."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.badge.contains(event.position()):
            asking.asked.emit(self.source)
        else:
            self.press(event.position())

    def menu(self) -> QMenu:
        """What can be done with the chart."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, words in (
            ("copy", translate("Charts", "Copy picture")),
            ("copy_numbers", translate("Charts", "Copy numbers")),
            ("save", translate("Charts", "Save as PNG, SVG or CSV…")),
        ):
            made.addAction(words).triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
        made.addSeparator()
        origin = made.addAction(translate("Charts", "Where do these numbers come from?"))
        origin.triggered.connect(lambda: asking.asked.emit(self.source))
        return made

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the menu."""
        self.menu().popup(event.globalPos())

    def told_now(self) -> list[str]:
        """Exact numbers of this moment, for whoever cannot see them."""
        return []

    def describe(self, change: Change) -> None:
        """Words for a screen reader, renewed when the market stands on something new, not in every frame."""
        if change != Change.MOMENT or not self.accessibleDescription():
            said = [self.full_title(), *self.told_now(), source_line(self.source)]
            self.setAccessibleDescription(self.empty() or translate("Charts", "; ").join(said))
            self.heading.place()  # another title may need more room

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard has come; the words are those of now."""
        self.describe(Change.RESET)
        super().focusInEvent(event)
