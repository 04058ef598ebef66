"""The market makers, firm by firm: loss against its limit, and the part of its orders that it has withdrawn."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from model.frame import Frame
from model.session import Change, Session
from model.survey import Firms
from ui.charts.chart import Chart, Table
from ui.charts.polyline import polyline
from ui.charts.scouting import Scouting
from ui.charts.time_chart import axis_time, end_of, named_value
from ui.charts.unseen import hatch_unseen, unseen_spans, wordings_looking
from ui.controls.pace import Pace
from ui.text import clock, money, number, percent, translate
from ui.theme import current, font, pixels, with_alpha

CEILINGS = (1.25, 1.5, 2.0, 3.0, 4.0, 5.0, 7.5, 10.0, 20.0, 50.0, 100.0, 1000.0)
"""Upper ends that the common axis may have, in parts of a firm's limit."""
QUOTES, BEING_SOLD, OUT = 0, 1, 2
SHAPE = 3.2
"""Width of a panel against its height, about."""
LINE = 1.6
LEAST_PANEL = 6.0
"""A panel is at least so wide, in lines of small text."""
SOLD = "▼"
"""Stands for a liquidation, as on the stage, where the words have no room."""


class MakersChart(Chart):
    """A small panel a firm, all on one scale: 100 % is the loss limit, and all orders withdrawn."""

    key = "makers"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.scouting = Scouting(session, self, self._known)
        self.steps: NDArray[np.int64] = np.zeros(0, np.int64)
        """Seconds of the looks that are drawn."""
        self.loss: NDArray[np.float64] = np.zeros((0, 0))
        """(looks, firms) loss since the start, in parts of the limit."""
        self.withdrawn: NDArray[np.float64] = np.zeros((0, 0))
        self.failing: NDArray[np.int8] = np.zeros((0, 0), np.int8)
        self.firms = session.makers()
        self._pace = Pace(self._read, self, 410)
        self._read()
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Market makers"))

    def title(self) -> str:
        """What is shown."""
        return self.tr("each firm: loss in parts of its limit (orange), orders withdrawn (blue); dashed: 100 %")

    def wordings(self) -> tuple[str, ...]:
        """While seconds are missing, how far the looking is; last in few words."""
        titles = (
            self.title(),
            self.tr("loss in parts of the limit (orange), orders withdrawn (blue)"),
            self.tr("loss of limit: orange; withdrawn: blue"),
        )
        if self.scouting.is_working:
            needed = self.session.horizon // self.session.survey.stride + 1
            return wordings_looking(titles, min(self.steps.size / needed, 1.0))
        return titles

    def empty(self) -> str:
        """Before the first second, or without makers."""
        if not self.firms:
            return self.tr("There are no market makers in this scenario.")
        return "" if self.session.horizon else translate("Charts", "No time has passed yet: press play.")

    # --- what is read -----------------------------------------------------------------------------------------------

    def refresh(self, change: Change, frame: Frame) -> None:
        """Read again, and make up for what nobody saw."""
        self._pace.follow(change, self.session)
        self.describe(change)
        self.scouting.ask()
        self.update()

    def showEvent(self, event: object) -> None:
        """Qt: in sight."""
        self.scouting.ask()

    def _known(self) -> None:
        self._pace.ask(at_once=not self.scouting.is_working)

    def _read(self) -> None:
        self.firms = self.session.makers()
        looks = self.session.survey.firms(self.session.branch)
        limits = np.array([limit for _, limit in self.firms])
        self.steps = np.array(list(looks), np.int64)
        found: list[Firms] = list(looks.values())
        if found:
            self.loss = np.array([look.loss for look in found]) / np.maximum(limits, 1.0)
            self.withdrawn = 1.0 - np.array([look.orders for look in found])
            self.failing = np.array([look.failing for look in found])
        self.update()

    @property
    def high(self) -> float:
        """Upper end of all panels."""
        most = float(self.loss.max()) if self.loss.size else 0.0
        return next((ceiling for ceiling in CEILINGS if ceiling >= most * 1.02), CEILINGS[-1])

    def place_of(self, step: int) -> int | None:
        """Number of the last look up to a second."""
        place = int(np.searchsorted(self.steps, step, side="right")) - 1
        return place if place >= 0 else None

    # --- places -----------------------------------------------------------------------------------------------------

    def panels(self) -> list[QRectF]:
        """The room of each firm's curve."""
        small, count = pixels("small"), len(self.firms)
        left = QFontMetricsF(font("small")).horizontalAdvance(percent(10, 0)) + 10
        room = QRectF(left, self.head, self.width() - left - 6, self.height() - self.head - small * 1.6)
        columns = self._columns(room)
        wide, tall = room.width() / columns, room.height() / -(-count // columns)
        return [
            QRectF(
                room.left() + n % columns * wide, room.top() + n // columns * tall + small * 1.5,
                wide - small * 1.2, max(tall - small * 1.8, 1.0),
            )
            for n in range(count)
        ]  # fmt: skip

    def _columns(self, room: QRectF) -> int:
        """So many that the panels have about their shape and the last row is as full as can be."""
        count = len(self.firms)
        most = max(int(room.width() / (LEAST_PANEL * pixels("small"))), 1)
        head = 1.8 * pixels("small")
        columns = min(range(1, min(count, most) + 1), key=lambda n: abs(
            room.width() / n / max(room.height() / -(-count // n) - head, 1.0) - SHAPE))  # fmt: skip
        return -(-count // -(-count // columns))

    def _step_at(self, box: QRectF, x: float) -> int:
        part = min(max((x - box.left()) / max(box.width(), 1.0), 0.0), 1.0)
        return min(round(part * end_of(self.session)), self.session.horizon)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """The panels as last read, and the present."""
        session = self.session
        place = self.place_of(session.step)
        states = b"" if place is None else self.failing[place].tobytes()
        is_working = self.scouting.is_working
        look = (id(self.steps), session.branch.number, end_of(session), bool(self.empty()), states, is_working)
        self.from_picture(painter, look, self._draw)
        if self.empty():
            return
        for box in self.panels():
            x = box.left() + box.width() * session.step / end_of(session)
            painter.fillRect(QRectF(round(x), box.top(), 1, box.height()), current().last)

    def _draw(self, painter: QPainter) -> None:
        theme = current()
        painter.fillRect(self.rect(), theme.panel)
        self.heading.paint(painter)
        if self.empty():
            self.paint_empty(painter, QRectF(self.rect()))
            return
        panels, end = self.panels(), end_of(self.session)
        stride = self.session.survey.stride
        unseen = unseen_spans(self.steps.tolist(), self.session.horizon, stride)
        for m, box in enumerate(panels):
            for first, last in unseen:
                scale = box.width() / end
                hatch_unseen(
                    painter, QRectF(box.left() + first * scale, box.top(), (last - first) * scale, box.height())
                )
            self._draw_panel(painter, m, box)
        self._draw_axes(painter, panels)

    def _draw_axes(self, painter: QPainter, panels: list[QRectF]) -> None:
        """The times under the last panel of each column, the limit once a row."""
        small, end = pixels("small"), end_of(self.session)
        painter.setFont(font("small"))
        painter.setPen(current().text_faint)
        first, last = axis_time(0, end), axis_time(end, end)
        metrics = QFontMetricsF(painter.font())
        for box in {round(box.left()): box for box in panels}.values():
            y, wide = box.bottom() + small * 1.15, metrics.horizontalAdvance(last)
            fits = metrics.horizontalAdvance(first) + wide + small < box.width()
            painter.drawText(QPointF(box.left(), y), first if fits else number(0))
            painter.drawText(QPointF(box.right() - wide, y), last)
        for box in panels:
            if box.left() == panels[0].left():
                y = box.bottom() - box.height() / self.high
                side = QRectF(0, y - small, box.left() - 5, 2 * small)
                painter.drawText(side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(1, 0))

    def _draw_panel(self, painter: QPainter, m: int, box: QRectF) -> None:
        theme = current()
        floor, unit = box.bottom(), box.height() / self.high
        self._draw_state(painter, m, box)
        painter.setPen(QPen(theme.grid, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(QPen(theme.text_faint, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(box.left(), floor - unit), QPointF(box.right(), floor - unit))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(box)
        xs = box.left() + box.width() * self.steps / end_of(self.session)
        for values, color in ((self.withdrawn, theme.bid), (self.loss, theme.ask)):
            painter.setPen(QPen(color, LINE))
            for run in self.runs():
                ys = floor - unit * np.clip(values[run, m], 0.0, self.high)
                painter.drawPolyline(polyline(xs[run], ys))
        painter.restore()
        self._draw_head(painter, m, box)

    def runs(self) -> list[slice]:
        """The looks in pieces without a gap: what nobody has looked at is not drawn, and not bridged by a straight line."""
        if not self.steps.size:
            return []
        cuts = (np.flatnonzero(np.diff(self.steps) > self.session.survey.stride) + 1).tolist()
        return [slice(a, b) for a, b in zip([0, *cuts], [*cuts, self.steps.size], strict=True)]

    def _draw_state(self, painter: QPainter, m: int, box: QRectF) -> None:
        """Hatched while the firm is sold, flat once it is out."""
        theme = current()
        states = self.failing[:, m] if self.failing.size else np.zeros(0, np.int8)
        for state, pattern in ((BEING_SOLD, Qt.BrushStyle.BDiagPattern), (OUT, Qt.BrushStyle.SolidPattern)):
            edges = np.flatnonzero(np.diff(np.concatenate(([0], (states == state).astype(np.int8), [0]))))
            for first, last in edges.reshape(-1, 2):
                a, b = self.steps[first], self.steps[min(last, self.steps.size - 1)]
                scale = box.width() / end_of(self.session)
                span = QRectF(box.left() + a * scale, box.top(), max((b - a) * scale, 1.5), box.height())
                painter.fillRect(span, QBrush(with_alpha(theme.liquidation, 0.22), pattern))

    def _draw_head(self, painter: QPainter, m: int, box: QRectF) -> None:
        """Name, and the state now in words."""
        theme, small = current(), pixels("small")
        painter.setFont(font("small", bold=True))
        painter.setPen(theme.text)
        name = self.tr("M{number}").format(number=m + 1)
        painter.drawText(QPointF(box.left(), box.top() - small * 0.35), name)
        left = box.left() + QFontMetricsF(painter.font()).horizontalAdvance(name) + small * 0.6
        painter.setFont(font("small"))
        words, color = self._summary(m)
        metrics = QFontMetricsF(painter.font())
        painter.setPen(color)
        room = box.right() + small * 0.8 - left
        if metrics.horizontalAdvance(words) > room:
            limit = money(self.firms[m][1])
            words = SOLD if color != theme.text_soft else limit if metrics.horizontalAdvance(limit) <= room else ""
        painter.drawText(QPointF(left, box.top() - small * 0.35), words)

    def _summary(self, m: int) -> tuple[str, QColor]:
        theme, place = current(), self.place_of(self.session.step)
        if place is None:
            return "", theme.text_soft
        state = int(self.failing[place, m])
        if state == BEING_SOLD:
            return self.tr("being liquidated"), theme.liquidation
        if state == OUT:
            return self.tr("liquidated"), theme.liquidation
        words = self.tr("limit {usd}").format(usd=money(self.firms[m][1]))
        return words, theme.text_soft

    # --- exact numbers ----------------------------------------------------------------------------------------------

    def told_at(self, place: QPointF) -> list[str]:
        """One firm at one look."""
        if self.empty():
            return []
        small = pixels("small")
        for m, box in enumerate(self.panels()):
            if box.adjusted(0, -small * 1.4, 0, 2).contains(place):
                look = self.place_of(self._step_at(box, place.x()))
                return [] if look is None else self._told(m, look)
        return []

    def _told(self, m: int, look: int) -> list[str]:
        limit = self.firms[m][1]
        loss = float(self.loss[look, m])
        head = self.tr("M{number} at {time}").format(number=m + 1, time=clock(int(self.steps[look])))
        words = self.tr("lost {usd}, {part} of its limit of {limit}")
        state = int(self.failing[look, m])
        states = (self.tr("quotes"), self.tr("being liquidated"), self.tr("liquidated"))
        return [
            head,
            words.format(usd=money(loss * limit), part=percent(loss, 0), limit=money(limit)),
            named_value(self.tr("orders withdrawn"), percent(float(self.withdrawn[look, m]), 0)),
            states[state],
        ]

    def spots(self) -> list[QPointF]:
        """Each firm, at the present."""
        part = self.session.step / end_of(self.session)
        return [QPointF(box.left() + box.width() * part, box.center().y()) for box in self.panels()]

    def press(self, place: QPointF) -> None:
        """Jump in time."""
        for box in self.panels():
            if box.contains(place) and not self.empty():
                self.sought.emit(self._step_at(box, place.x()))
                return

    def table(self) -> Table:
        """A row for each look and firm."""
        columns = ("second [s]", "firm", "loss [$]", "loss limit [$]", "orders withdrawn [1 = 100 %]", "state")
        states = ("quotes", "being liquidated", "liquidated")
        rows = []
        for look, step in enumerate(self.steps.tolist()):
            for m, (_, limit) in enumerate(self.firms):
                numbers = float(self.loss[look, m]) * limit, limit, float(self.withdrawn[look, m])
                rows.append((step, f"M{m + 1}", *numbers, states[int(self.failing[look, m])]))
        return Table(columns, rows)
