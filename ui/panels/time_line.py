"""The time line: how far the market is computed, where we are, what happened when; drag it anywhere."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui.controls.pace import Pace
from ui.panels.milestones import FILL, FIRST, FUND, HOP, MAKER, NEWS, WITHDRAWAL, Mark, Milestones, mark_text
from ui.text import clock, duration, exchange_name, number, translate
from ui.theme import Theme, current, font, keeper, worn

MARGIN = 12
HANDLE = 8
HIT = 7
WHEEL_STEPS = 10
TRACK = 7
ABOVE, BELOW = 16, 18
"""Pixels for the marks between names and track, and for the roads under it."""
DROP = ((-1.0, -1.4), (1.0, -1.4), (0.0, 0.0))
SHAPES = {
    HOP: ((-1.2, -0.9), (0.2, -0.9), (0.2, -1.5), (1.4, -0.6), (0.2, 0.3), (0.2, -0.3), (-1.2, -0.3)),
    FILL: ((0.0, -1.6), (1.0, -0.6), (0.0, 0.4), (-1.0, -0.6)),
}
"""Marks by kind, in parts of their size: an arrow for a hop, a diamond for an order of the user's own, else a drop."""
TIP = 5
"""A mark ends so far above the track that the handle, when it stands there, does not hide it."""
LANES = 3
"""Roads drawn under the track."""
NAME_GAP = 10.0
SLACK = 4.0
"""A name that is not in the middle of its mark begins or ends no farther from it; hops so near a first one are left out."""
TOLD = 6
"""Marks at one place that a tip tells of at most."""


class Name(NamedTuple):
    """Words above a mark, or above several that are too near for each to have its own."""

    left: float
    words: str
    kind: str


class TimeLine(QWidget):
    """A painted line from the first second to the last."""

    sought = Signal(int)
    """The second that the user wants to see."""
    why_wanted = Signal(int)
    """Second of a mark whose causes the user wants to know."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.milestones = Milestones()
        self._pace = Pace(self._read, self)
        self._dragging = False
        self._larger = 1.0
        """How much larger than elsewhere its letters are."""
        self.target: int | None = None
        """Second that is being computed towards."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()
        keeper.changed.connect(self.updateGeometry)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Time line"))
        self.setAccessibleDescription(self.tr("Up and down move by ten seconds, home and end to the ends."))

    def set_larger(self, larger: float) -> None:
        """Write in letters so much larger than elsewhere: beside a stage that has the whole screen."""
        if larger != self._larger:
            self._larger = larger
            self.updateGeometry()
            self.update()

    def letters(self) -> QFont:
        """The letters of the names."""
        with worn(current().name, keeper.scale * self._larger):
            return font("small")

    def sizeHint(self) -> QSize:
        """Room for a row of names above the track and lanes below."""
        return QSize(400, round(self._track_y) + TRACK + BELOW)

    def minimumSizeHint(self) -> QSize:
        """As high, less wide."""
        return QSize(160, self.sizeHint().height())

    # --- where things stand -----------------------------------------------------------------------------------------

    def x_of(self, step: float) -> float:
        """Place of a second."""
        return MARGIN + (self.width() - 2 * MARGIN) * step / max(self._session.length, 1)

    def step_at(self, x: float) -> int:
        """Second at a place."""
        share = (x - MARGIN) / max(self.width() - 2 * MARGIN, 1)
        return round(min(max(share, 0.0), 1.0) * self._session.length)

    @property
    def _track_y(self) -> float:
        return self.letters().pixelSize() * 1.25 + ABOVE

    def _mark_at(self, position: QPointF) -> Mark | None:
        near = [mark for mark in self.milestones.marks if abs(self.x_of(mark.step) - position.x()) <= HIT]
        if position.y() > self._track_y + TRACK:
            return None
        return min(near, key=lambda mark: abs(self.x_of(mark.step) - position.x()), default=None)

    # --- what changes it --------------------------------------------------------------------------------------------

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show this moment."""
        self._pace.follow(change, self._session)
        self.update()

    def _read(self) -> None:
        self.milestones.update(self._session)
        self.update()

    def seek(self, step: int) -> None:
        """Ask for a second."""
        self.sought.emit(max(0, min(step, self._session.length)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a mark, or grab the handle; the right button asks a mark for its causes."""
        asked = self._mark_at(event.position()) if event.button() == Qt.MouseButton.RightButton else None
        if asked is not None:
            self.why_wanted.emit(asked.step)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        mark = self._mark_at(event.position())
        self._dragging = mark is None
        self.seek(mark.step if mark else self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or say what is under the pointer."""
        if self._dragging:
            self.seek(self.step_at(event.position().x()))
            return
        QToolTip.showText(event.globalPosition().toPoint(), self.tip_at(event.position()), self)

    def tip_at(self, position: QPointF) -> str:
        """What to say of a place: its second, or every mark that stands there."""
        mark = self._mark_at(position)
        if mark is None:
            return clock(self.step_at(position.x()))
        x = self.x_of(mark.step)
        here = [other for other in self.milestones.marks if abs(self.x_of(other.step) - x) <= SLACK / 2]
        template = translate("TimeLine", "{clock}  {what}")
        lines = [template.format(clock=clock(other.step), what=mark_text(other, self._session)) for other in here]
        return "\n".join(lines[:TOLD])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the handle go."""
        self._dragging = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ten seconds a notch."""
        notches = round(event.angleDelta().y() / 120)
        if notches:
            self.seek(self._session.step - notches * WHEEL_STEPS)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys when the line has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in self._moves()
        ):
            event.accept()
            return True
        return super().event(event)

    def _moves(self) -> dict[int, int]:
        session = self._session
        return {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: session.horizon,
            Qt.Key.Key_Up: session.step + WHEEL_STEPS,
            Qt.Key.Key_Down: session.step - WHEEL_STEPS,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home, end, and ten seconds up and down."""
        step = self._moves().get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.seek(step)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, halts, roads, marks, handle."""
        theme, painter, y = current(), QPainter(self), self._track_y
        painter.fillRect(self.rect(), theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._bar(painter, 0, self._session.length, theme.gauge)
        self._bar(painter, 0, self._session.horizon, theme.text_faint)
        self._bar(painter, 0, self._session.step, theme.text_soft)
        for start, stop in self.milestones.halts:
            x = self.x_of(start)
            painter.setBrush(theme.halt)
            painter.drawRect(QRectF(x, y - 2, max(self.x_of(min(stop, self._session.length)) - x, 2), TRACK + 4))
        self._draw_roads(painter, theme)
        self._draw_marks(painter, theme)
        if self.target is not None:
            painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(self.x_of(self.target), y - 6), QPointF(self.x_of(self.target), y + TRACK + 6))
        painter.setPen(QPen(theme.accent, 2) if self.hasFocus() else QPen(theme.panel, 1))
        painter.setBrush(theme.text)
        painter.drawEllipse(QPointF(self.x_of(self._session.step), y + TRACK / 2), HANDLE, HANDLE)
        self._write_names(painter, theme)

    def _bar(self, painter: QPainter, start: int, stop: int, color: QColor) -> None:
        x = self.x_of(start)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(x, self._track_y, self.x_of(stop) - x, TRACK), TRACK / 2, TRACK / 2)

    def _draw_roads(self, painter: QPainter, theme: Theme) -> None:
        """Each road but the first as a line that leaves the track; the one we are on named."""
        here = self._session.branch
        roads = [branch for branch in self._session.timeline.roads() if branch.parent is not None]
        roads = [road for road in roads if road is not here][-(LANES - 1) :] + ([here] if here in roads else [])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        roads = [road for road in roads if road.horizon > road.fork]
        for lane, road in enumerate(reversed(roads)):
            painter.setPen(QPen(theme.accent if road is here else theme.ghost, 2 if road is here else 1))
            x, y = self.x_of(road.fork), self._track_y + TRACK + 5 + 4 * lane
            painter.drawLine(QPointF(x, self._track_y + TRACK), QPointF(x, y))
            painter.drawLine(QPointF(x, y), QPointF(max(self.x_of(road.horizon), x + 3), y))

    def _draw_marks(self, painter: QPainter, theme: Theme) -> None:
        colors = {NEWS: theme.text, FIRST: theme.liquidation, FUND: theme.fund, MAKER: theme.text_faint,
                  WITHDRAWAL: theme.confidence, HOP: theme.liquidation, FILL: theme.accent}  # fmt: skip
        y, marks = self._track_y - TIP, self.milestones.marks
        firsts = [self.x_of(mark.step) for mark in marks if mark.kind == FIRST]
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in sorted(marks, key=lambda mark: mark.kind == FIRST):  # the first liquidations above all others
            x = self.x_of(mark.step)
            if mark.kind == HOP and any(abs(x - first) <= SLACK for first in firsts):
                continue
            painter.setBrush(colors[mark.kind])
            size = 5.0 if mark.kind in (NEWS, FIRST) else 3.5
            painter.drawPolygon(
                QPolygonF([QPointF(x + dx * size, y + dy * size) for dx, dy in SHAPES.get(mark.kind, DROP)])
            )

    def _write_names(self, painter: QPainter, theme: Theme) -> None:
        """The names of the marks, and when the line begins and ends."""
        painter.setFont(self.letters())
        base = self._track_y - TIP - 10
        for name in self.names(QFontMetricsF(painter.font())):
            colors = {NEWS: theme.text_soft, FIRST: theme.liquidation}
            painter.setPen(colors.get(name.kind, theme.text_faint))
            painter.drawText(QPointF(name.left, base), name.words)

    def names(self, metrics: QFontMetricsF) -> list[Name]:
        """Words above the track from left to right, none over another: the ends of the line, and the marks that have names."""
        begin, end = number(0), duration(self._session.length)
        found = [Name(MARGIN - metrics.horizontalAdvance(begin) / 2, begin, "")]
        last = Name(self.width() - MARGIN / 2 - metrics.horizontalAdvance(end), end, "")
        for group in self._groups(metrics):
            name = self._above(group, found[-1], last, metrics)
            if name is None and found[-1].kind == NEWS:
                found = self._after_news(group, found, last, metrics)
            found += [name] if name is not None else []
        return [*found, last]

    def _after_news(self, group: list[Mark], found: list[Name], last: Name, metrics: QFontMetricsF) -> list[Name]:
        """The names with that of a group, for which news moves to the left, over the beginning if need be: that tells least.

        As they were if there is no room in spite of that.
        """
        *before, news = found
        for kept in (before, [name for name in before if name.kind]):
            moved = self._ended(news, kept[-1] if kept else Name(0.0, "", ""), metrics)
            name = self._above(group, moved, last, metrics)
            if name is not None:
                return [*kept, moved, name]
        return found

    def _above(self, group: list[Mark], before: Name, after: Name, metrics: QFontMetricsF) -> Name | None:
        """The words of a group over its middle, or as near as its neighbours leave room; none if that is not at its marks."""
        free = before.left + metrics.horizontalAdvance(before.words) + NAME_GAP
        first, middle = self.x_of(group[0].step), self.x_of((group[0].step + group[-1].step) / 2)
        for words in self._forms(group):
            width = metrics.horizontalAdvance(words)
            left = min(max(middle - width / 2, free), after.left - NAME_GAP - width)
            if free <= left <= first + SLACK and left + width >= first - SLACK:
                return Name(left, words, group[0].kind)
        return None

    def _ended(self, name: Name, before: Name, metrics: QFontMetricsF) -> Name:
        """A name moved to the left, so that it ends where its mark is: room for the next one."""
        width = metrics.horizontalAdvance(name.words)
        free = before.left + (metrics.horizontalAdvance(before.words) + NAME_GAP if before.words else 0.0)
        return name._replace(left=max(min(name.left, name.left - width / 2 + SLACK), free))

    def _groups(self, metrics: QFontMetricsF) -> list[list[Mark]]:
        """The marks that have names; first liquidations whose names would meet share one."""
        groups: list[list[Mark]] = []
        for mark in self.milestones.marks:
            if mark.kind not in (NEWS, FIRST):
                continue
            before = groups[-1] if groups and groups[-1][-1].kind == mark.kind else None
            room = sum(metrics.horizontalAdvance(exchange_name(self._session, one.exchange))
                       for one in (*(before or ()), mark)) / 2 + NAME_GAP  # fmt: skip
            if before and self.x_of(mark.step) - self.x_of(before[-1].step) < room:
                before.append(mark)
            else:
                groups.append([mark])
        return groups

    def _forms(self, group: list[Mark]) -> list[str]:
        """The words above a group of marks, from many to few; none is better than a name at the wrong time."""
        if group[0].kind == NEWS:
            return [self.tr("news")]
        names = translate("TimeLine", ", ").join(exchange_name(self._session, mark.exchange) for mark in group)
        return [self.tr("first liquidation: {names}").format(names=names), names]
