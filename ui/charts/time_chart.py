"""A chart over the time of a run: axes, grid, cursor, hover and click; each chart itself draws what happened.

The past is drawn once into a picture and reused until it grows by a pixel; cursor, numbers and hover are drawn over it.
"""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from model.frame import Frame
from model.session import Change, Session
from model.timeline import Branch
from ui.charts.chart import Chart
from ui.charts.guess_mark import GuessMark, draw_guess
from ui.controls.pace import Pace
from ui.text import clock, translate
from ui.theme import current, font, keeper, pixels, with_alpha

TIME_STEPS = (10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400)
TICK_ROOM = 5.8
"""Room that a label of the time axis needs, in lines of small text."""
ENDS = (900, 1800, 3600, 5400, 7200, 14400, 28800, 43200, 86400)
"""Where the time axis may end before the run does: it grows by leaps, never by a pixel."""
LEFT_ROOM = 5.3
"""Room left of the axes, in lines of small text: for "$10.0 M"."""
LABEL_GAP = 12.0
"""Pixels from the cursor to the words beside it."""
CURSOR, DOT = 2.0, 2.2
"""Width of the line that stands at the present, and size of the dots where it meets the lines."""
LEAST_TICKS = 3
VEIL = 0.6
"""How much the future of this road is veiled when we stand before it."""


def axis_time(step: int, end: int) -> str:
    """A time of an axis that ends at `end`, with its unit: "5 min" up to an hour, "1:30 h" beyond."""
    minutes, seconds = divmod(step, 60)
    if end > 3600:
        return translate("Charts", "{hours}:{minutes:02d} h").format(hours=minutes // 60, minutes=minutes % 60)
    if seconds:
        return translate("Charts", "{minutes}:{seconds:02d} min").format(minutes=minutes, seconds=seconds)
    return translate("Charts", "{minutes} min").format(minutes=minutes)


def nice_ticks(low: float, high: float, room: int) -> list[float]:
    """Round values between two limits, about `room` of them, and three wherever one more than `room` makes them three."""
    rough = (high - low) / max(room, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [power * nice for nice in (0.1, 0.2, 0.5, 1, 2, 5, 10)]
    at = next(n for n, step in enumerate(steps) if step >= rough * 0.999)
    found = _multiples(low, high, steps[at])
    finer = _multiples(low, high, steps[at - 1])
    return finer if len(found) < LEAST_TICKS <= len(finer) <= room + 1 else found


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [n * step for n in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def apart(places: list[float], height: float, top: float, bottom: float) -> list[float]:
    """Rising places moved to be `height` apart between `top` and `bottom`; those that crowd stay around their middle."""
    groups: list[list[float]] = []
    for place in places:
        groups.append([place])
        while len(groups) > 1 and _first(groups[-2], height) + len(groups[-2]) * height > _first(groups[-1], height):
            last = groups.pop()
            groups[-1] += last
    spread = [_first(group, height) + n * height for group in groups for n in range(len(group))]
    found: list[float] = []
    for place in spread:
        found.append(max(place, found[-1] + height if found else top))
    limit = bottom
    for n in reversed(range(len(found))):
        found[n] = min(found[n], limit)
        limit = found[n] - height
    return found


def _first(group: list[float], height: float) -> float:
    """Where the first of a group stands whose middle is that of its places."""
    return sum(group) / len(group) - (len(group) - 1) * height / 2


def end_of(session: Session) -> int:
    """Last second of a time axis: all roads fit, and there is room to go on."""
    computed = max(branch.horizon for branch in session.timeline.branches)
    return min(next((end for end in ENDS if end > computed), session.length), session.length)


class TimeChart(Chart):
    """Time to the right. A subclass says its limits, writes its values, and draws its past and its present."""

    left_room = LEFT_ROOM
    pace_ms = 430
    """While time flows, the past is drawn anew so often; charts side by side differ, so as not to do it together."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.has_time_labels = True
        self.guesses: list[GuessMark] = []
        """Guesses of a lesson, drawn over the past."""
        self.aligned: tuple[TimeChart, ...] = ()
        """Charts above or below on the same axis of time."""
        self._right = 0.0
        self._right_key: object = None
        self._layer = QPixmap()
        self._key: object = None
        self._drawn: object = None
        self._pace = Pace(self._grow, self, self.pace_ms)

    # --- what a chart says of itself --------------------------------------------------------------------------------

    def limits(self) -> tuple[float, float]:
        """Lowest and highest value of the axis."""
        raise NotImplementedError

    def written(self, value: float) -> str:
        """A value of the axis in words."""
        raise NotImplementedError

    def draw_past(self, painter: QPainter) -> None:
        """Draw all that is computed."""
        raise NotImplementedError

    def labels(self, step: int) -> list[tuple[str, float, QColor]]:
        """What stands beside the cursor: words, value on the axis, colour."""
        return []

    def has_line_in(self, room: QRectF) -> bool:
        """Whether a line runs through it, which words would cover."""
        return False

    def widest(self) -> list[str]:
        """The widest words that may stand beside the cursor; the axis leaves room for them."""
        return []

    def told(self, step: int) -> list[str]:
        """Exact numbers of a second, one line each."""
        return []

    # --- where things stand -----------------------------------------------------------------------------------------

    @property
    def end(self) -> int:
        """Last second of the axis."""
        return end_of(self.session)

    @property
    def plot(self) -> QRectF:
        """The rectangle of the axes."""
        small, left = pixels("small"), pixels("small") * self.left_room
        right = max((chart.right_room() for chart in self.aligned), default=0.0)
        width = self.width() - left - max(self.right_room(), right)
        bottom = small * (1.7 if self.has_time_labels else 0.6)
        return QRectF(left, self.head, width, max(self.height() - self.head - bottom, 1.0))

    def title_left(self) -> float:
        """Above the axis."""
        return pixels("small") * self.left_room

    def right_room(self) -> float:
        """Room right of the axes: for the words beside the cursor, and for half of the last label of time."""
        return max(self._right, pixels("small") * TICK_ROOM / 2)

    def _measure_right(self) -> None:
        """Find that room; words seldom change, so they are measured once."""
        key = pixels("small"), tuple(self.widest())
        if key != self._right_key:
            metrics = QFontMetricsF(font("small", bold=True))
            self._right_key = key
            self._right = max((metrics.horizontalAdvance(words) for words in key[1]), default=0.0) + LABEL_GAP + 5

    def x_of(self, step: float) -> float:
        """Place of a second."""
        plot = self.plot
        return plot.left() + plot.width() * step / max(self.end, 1)

    def step_at(self, x: float) -> int:
        """Second at a place."""
        plot = self.plot
        return round(min(max((x - plot.left()) / max(plot.width(), 1), 0.0), 1.0) * self.end)

    def y_of(self, value: float) -> float:
        """Place of a value."""
        low, high = self.limits()
        plot = self.plot
        return plot.bottom() - plot.height() * (value - low) / (high - low)

    @property
    def other(self) -> Branch | None:
        """The road not taken, as far as it is computed."""
        return self.session.timeline.rival()

    def with_other(self, *titles: str) -> tuple[str, ...]:
        """Wordings of a title, rising in shortness; while there is another road, first those that say how it is drawn.

        Where a button beside the title says the same as the shortest, how it is drawn is said alone.
        """
        if self.other is None:
            return titles
        words = translate("Charts", "{title}; dashed: the other road")
        short = [translate("Charts", "{title}; dashed: other road").format(title=titles[-1])]
        if self.segments is not None and not self.alone and titles[-1] in self.own_choices():
            short.append(translate("Charts", "dashed: other road"))
        return *(words.format(title=title) for title in titles), *short, titles[-1]

    # --- drawing ----------------------------------------------------------------------------------------------------

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw again; the past only if it is another one, and not every frame while it merely grows."""
        grown = self._grown()
        if grown != self._drawn:
            self._drawn = grown
            self._pace.follow(change, self.session)
        self.describe(change)
        self.update()

    def _grow(self) -> None:
        self._key = None
        self.update()

    def _grown(self) -> tuple[object, ...]:
        """How far the roads are computed, in pixels."""
        branch, other = self.session.branch, self.other
        return branch.number, round(self.x_of(branch.horizon)), other and round(self.x_of(other.horizon))

    def _look(self) -> tuple[object, ...]:
        """All else that the picture of the past depends on."""
        session = self.session
        return (id(session.timeline), session.branch.number, self.end, self.size(), current().name, keeper.scale,
                session.asset, self.devicePixelRatio(), self.plot.width())  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        """Past, veil, cursor, numbers. On screen the past comes from its picture; elsewhere it is drawn line by line."""
        if self._look() != self._key:
            self.measure()
            self._measure_right()
            self._key, self._drawn = self._look(), self._grown()
            self._draw_layer()
        if painter.device() is self:
            painter.drawPixmap(0, 0, self._layer)
        else:
            self.draw_ground(painter)
        if self.empty():
            self.paint_empty(painter, self.plot)
            return
        theme, plot = current(), self.plot
        x = self.x_of(self.session.step)
        if self.session.horizon > self.session.step:
            painter.fillRect(QRectF(x, plot.top(), plot.right() - x + 1, plot.height()), with_alpha(theme.panel, VEIL))
        painter.fillRect(QRectF(round(x), plot.top(), CURSOR, plot.height()), theme.last)
        for guess in self.guesses:
            draw_guess(self, painter, guess)
        self._draw_labels(painter, x)

    def measure(self) -> None:
        """Find the limits of what will be drawn."""

    def _draw_layer(self) -> None:
        ratio = self.devicePixelRatio()
        self._layer = QPixmap(self.size() * ratio)
        self._layer.setDevicePixelRatio(ratio)
        painter = QPainter(self._layer)
        self.draw_ground(painter)
        painter.end()

    def draw_ground(self, painter: QPainter) -> None:
        """All that is kept as a picture: axes and past."""
        painter.fillRect(self.rect(), current().panel)
        self._draw_axes(painter)
        painter.save()
        painter.setClipRect(self.plot.adjusted(0, 0, 1, 1))
        self.draw_past(painter)
        painter.restore()

    def _draw_axes(self, painter: QPainter) -> None:
        theme, plot = current(), self.plot
        self.heading.paint(painter)
        line = QPen(theme.grid, 1)
        low, high = self.limits()
        for value in nice_ticks(low, high, max(1, int(plot.height() / (pixels("small") * 2.6)))):
            y = self.y_of(value)
            painter.setPen(line)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.text_faint)
            tall = pixels("small") * 1.6
            box = QRectF(0, y - tall / 2, plot.left() - 6, tall)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.written(value))
        if self.has_time_labels:
            self._draw_time(painter)

    def _draw_time(self, painter: QPainter) -> None:
        theme, plot = current(), self.plot
        label = TICK_ROOM * pixels("small")
        room = max(1.0, plot.width() / label)
        every = next((step for step in TIME_STEPS if self.end / step <= room), TIME_STEPS[-1])
        for step in range(0, self.end + 1, every):
            x = self.x_of(step)
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4))
            painter.setPen(theme.text_faint)
            box = QRectF(x - label / 2 if step else x, plot.bottom() + 3, label, pixels("small") * 1.5)
            side = (
                Qt.AlignmentFlag.AlignHCenter if step else Qt.AlignmentFlag.AlignLeft
            )  # clear of the other axis' words
            painter.drawText(box, side, axis_time(step, self.end))

    def _draw_labels(self, painter: QPainter, x: float) -> None:
        """Words beside the cursor, moved apart where they would overlap, and never over the edge or the time axis.

        A dot shows where each line has come to; a thin line leads from it to words that had to move.
        """
        painter.setFont(font("small", bold=True))
        metrics = QFontMetricsF(painter.font())
        height = metrics.height()
        labels = sorted(((self.y_of(value), words, color) for words, value, color in self.labels(self.session.step)),
                        key=lambda label: label[0])  # fmt: skip
        places = apart([y for y, _, _ in labels], height, self.plot.top() + height / 2, self.plot.bottom() - height / 2)
        left, center, edge = x + LABEL_GAP, round(x) + CURSOR / 2, self.labels_end()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, (at, words, color) in zip(places, labels, strict=True):
            if left + metrics.horizontalAdvance(words) > edge:  # the number stays: what is lost is the name's beginning
                words = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, edge - left)
            width = metrics.horizontalAdvance(words)
            painter.fillRect(QRectF(left - 2, y - height / 2, width + 4, height), with_alpha(current().panel, VEIL))
            painter.setPen(QPen(color, 1))
            painter.drawText(QPointF(left, y + height * 0.32), words)
            if self.plot.top() <= at <= self.plot.bottom():
                painter.drawLine(QPointF(center, at), QPointF(left - 2, y))
                painter.setBrush(color)
                painter.drawEllipse(QPointF(center, at), DOT, DOT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def labels_end(self) -> float:
        """How far to the right words beside the cursor may reach."""
        return self.width() - 3.0

    # --- readout ----------------------------------------------------------------------------------------------------

    def told_at(self, place: QPointF) -> list[str]:
        """Time and exact numbers of the second at a place."""
        if not self.plot.left() <= place.x() <= self.plot.right() or self.empty():
            return []
        step = self.step_at(place.x())
        return [clock(step), *self.told(step)]

    def told_now(self) -> list[str]:
        """Time and exact numbers of this second."""
        return [clock(self.session.step), *self.told(self.session.step)]

    def paint_readout(self, painter: QPainter, place: QPointF, lines: list[str]) -> None:
        """A line through the second, and the box beside it."""
        plot, x = self.plot, self.x_of(self.step_at(place.x()))
        painter.setPen(QPen(current().text_faint, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        super().paint_readout(painter, QPointF(x, plot.top()), lines)

    def walk(self, places: int) -> None:
        """Move the readout by pixels, or by seconds where these are wider; the first press begins at the present."""
        start = self.session.step if self._hover is None else self.step_at(self._hover.x())
        stride = max(1, round(self.end / max(self.plot.width(), 1)))
        step = start if self._hover is None else start + places * stride
        last = max(branch.horizon for branch in self.session.timeline.branches)
        y = self.plot.center().y() if self._hover is None else self._hover.y()
        self.hover(QPointF(self.x_of(min(max(step, 0), last)), y))

    def moment_at(self, place: QPointF) -> int:
        """The second at a place."""
        return self.step_at(place.x()) if self.plot.contains(place) else -1


def named_value(name: str, value: str) -> str:
    """A name and its value, as charts write them."""
    return translate("Charts", "{name} {value}").format(name=name, value=value)
