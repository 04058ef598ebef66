"""Ninety days after this second: what exchanges would earn, whom customers would trust, what small coins would be worth."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from model.aftermath import Aftermath
from model.frame import Frame
from model.session import Change, Session
from ui.charts.chart import Chart, Table
from ui.charts.liquidations import nice_top
from ui.charts.polyline import polyline
from ui.charts.time_chart import LABEL_GAP, apart, nice_ticks
from ui.controls.pace import Pace
from ui.text import change, money, number, percent, translate
from ui.theme import current, font, pixels

REVENUE, TRUST, DEPTH, SMALL = 0, 1, 2, 3
DAYS = (1, 2, 5, 10, 15, 30, 60, 90, 180, 365)
"""Steps of the axis."""
DAY_ROOM = 6.0
"""Width of a label of the axis in sizes of small text."""
PACE_MS = 1400


class Line(NamedTuple):
    """One line: name, colour, a value for each day from today."""

    name: str
    color: QColor
    values: NDArray[np.float64]


class AftermathChart(Chart):
    """Lines over days; the axis goes from nothing to normal."""

    key = "aftermath"
    titled_by_reading = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.reading = REVENUE
        self.found: Aftermath | None = None
        self._pace = Pace(self._read, self, PACE_MS)
        self.retranslate()
        self.offer()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Ninety days after"))

    def title(self) -> str:
        """What is shown, with the sum of it."""
        if self.found is None:
            return self.tr("what would follow this second")
        days, lost = len(self.found.trust) - 1, self.found.small_caps_change_usd
        heads = (
            self.tr("if calm began now: the exchanges' daily income, as a share of normal; over {days} days {change}"),
            self.tr("if calm began now: customers' trust over {days} days"),
            self.tr("if calm began now: orders in the books over {days} days, as a share of normal"),
            self.tr("if calm began now: what small coins are worth; after {days} days {lost}"),
        )
        return heads[self.reading].format(days=number(days), change=change(self.found.revenue_change), lost=money(lost))

    def wordings(self) -> tuple[str, ...]:
        """Last in few words."""
        shorter = (
            self.tr("daily income, share of normal, if calm began now"), self.tr("trust, if calm began now"),
            self.tr("orders in the books, share of normal, if calm began now"),
            self.tr("value of small coins, if calm began now"),
        )[self.reading]  # fmt: skip
        shortest = (
            self.tr("income, if calm now"), self.tr("trust, if calm now"), self.tr("books, if calm now"),
            self.tr("small coins, if calm now"),
        )[self.reading]  # fmt: skip
        return self.title(), shorter, shortest

    def choices(self) -> tuple[str, ...]:
        """Four readings."""
        return self.tr("revenue"), self.tr("trust"), self.tr("depth"), self.tr("small coins")

    def chosen(self, choice: int) -> None:
        """Read something else."""
        self.reading = choice

    def refresh(self, change: Change, frame: Frame) -> None:
        """Follow this second."""
        self._pace.follow(change, self.session)
        self.describe(change)

    def _read(self) -> None:
        self.found = self.session.aftermath()
        self.update()

    def lines(self) -> list[Line]:
        """What is drawn."""
        found, theme = self.found, current()
        if found is None:
            return []
        if self.reading == SMALL:
            return [Line(self.tr("small coins"), theme.altcoin, found.small_caps_usd)]
        if self.reading == DEPTH:
            symbols = self.session.symbols
            lines = [Line(symbols[0], theme.text, found.depth[:, 0])]
            if len(symbols) > 2:
                lines.append(
                    Line(translate("Charts", "median alt"), theme.altcoin, np.median(found.depth[:, 2:], axis=1))
                )
            if self.session.asset:
                lines.append(Line(symbols[self.session.asset], theme.staged, found.depth[:, self.session.asset]))
            return lines
        table = found.trust if self.reading == TRUST else found.revenue_usd / np.maximum(found.normal_revenue_usd, 1e-9)
        return [
            Line(name, theme.venue[x % len(theme.venue)], table[:, x]) for x, name in enumerate(self.session.exchanges)
        ]

    # --- places -----------------------------------------------------------------------------------------------------

    def limits(self) -> tuple[float, float]:
        """From nothing to normal, or to what is there now."""
        most = max((float(line.values.max()) for line in self.lines()), default=1.0)
        return 0.0, nice_top(most, 1e6) if self.reading == SMALL else max(1.0, most * 1.05)

    def written(self, value: float, exact: bool = False) -> str:
        """A value of the axis."""
        return money(value) if self.reading == SMALL else percent(value, 1 if exact else 0)

    def title_left(self) -> float:
        """Above the axis."""
        return self.plot.left()

    @property
    def plot(self) -> QRectF:
        """The rectangle of the axes."""
        small, metrics = pixels("small"), QFontMetricsF(font("small", bold=True))
        names = [self._label(line) for line in self.lines()]
        right = max((metrics.horizontalAdvance(words) for words in names), default=0.0) + LABEL_GAP + 6
        width = self.width() - small * 5.3 - max(right, small * DAY_ROOM / 2)
        return QRectF(small * 5.3, self.head, width, max(self.height() - self.head - small * 2, 1.0))

    def _label(self, line: Line) -> str:
        """A line's name and what it comes to."""
        return self.tr("{name} {value}").format(name=line.name, value=self.written(float(line.values[-1]), True))

    def _day_at(self, x: float) -> int:
        last = len(self.found.trust) - 1 if self.found is not None else 0
        return round(min(max((x - self.plot.left()) / max(self.plot.width(), 1), 0.0), 1.0) * last)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """All of it, as last read."""
        look = (id(self.found), self.reading, self.session.asset)
        self.from_picture(painter, look, self._draw)

    def _draw(self, painter: QPainter) -> None:
        theme, plot, (low, high) = current(), self.plot, self.limits()
        painter.fillRect(self.rect(), theme.panel)
        self.heading.paint(painter)
        if self.found is None:
            return
        self._draw_axes(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = len(self.found.trust) - 1
        xs = plot.left() + plot.width() * np.arange(last + 1) / max(last, 1)
        painter.setFont(font("small", bold=True))
        metrics = QFontMetricsF(painter.font())
        lines = sorted(self.lines(), key=lambda line: -line.values[-1])
        curves = [plot.bottom() - plot.height() * (line.values - low) / (high - low) for line in lines]
        ends = [float(ys[-1]) for ys in curves]
        tall = metrics.height()
        places = apart(ends, tall, plot.top() + tall / 2, plot.bottom())
        for line, ys, y in zip(lines, curves, places, strict=True):
            painter.setPen(QPen(line.color, 2.0))
            painter.drawPolyline(polyline(xs, ys))
            painter.drawText(QPointF(plot.right() + LABEL_GAP, y + tall * 0.32), self._label(line))
            painter.setPen(QPen(line.color, 1))
            painter.drawLine(QPointF(plot.right(), float(ys[-1])), QPointF(plot.right() + LABEL_GAP - 2, y))

    def _draw_axes(self, painter: QPainter) -> None:
        theme, plot, (low, high), small = current(), self.plot, self.limits(), pixels("small")
        painter.setFont(font("small"))
        for value in nice_ticks(low, high, max(1, int(plot.height() / (small * 2.6)))):
            y = plot.bottom() - plot.height() * (value - low) / (high - low)
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.text_faint)
            box = QRectF(0, y - small, plot.left() - 6, 2 * small)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.written(value))
        last = len(self.found.trust) - 1 if self.found is not None else 0
        room = plot.width() / (DAY_ROOM * small)
        every = next((days for days in DAYS if last / days <= room), DAYS[-1])
        for day in range(0, last + 1, every):
            x = plot.left() + plot.width() * day / max(last, 1)
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4))
            painter.setPen(theme.text_faint)
            words = self.tr("day {day}").format(day=number(day))
            wide = painter.fontMetrics().horizontalAdvance(words)
            at = x - wide / 2 if day else x  # clear of the words of the upright axis
            painter.drawText(QPointF(at, plot.bottom() + 3 + painter.fontMetrics().ascent()), words)

    # --- exact numbers ----------------------------------------------------------------------------------------------

    def told_at(self, place: QPointF) -> list[str]:
        """All lines on one day."""
        if self.found is None or not self.plot.left() <= place.x() <= self.plot.right():
            return []
        day, words = self._day_at(place.x()), self.tr("{name} {value}")
        told = [
            words.format(name=line.name, value=self.written(float(line.values[day]), True)) for line in self.lines()
        ]
        return [self.tr("day {day}").format(day=number(day)), *told]

    def spots(self) -> list[QPointF]:
        """A place a day."""
        last = len(self.found.trust) - 1 if self.found is not None else 0
        plot = self.plot
        return [QPointF(plot.left() + plot.width() * day / max(last, 1), plot.center().y()) for day in range(last + 1)]

    def table(self) -> Table:
        """A row a day: everything that is known, whichever reading is in sight."""
        if self.found is None:
            return Table(("day",), [])
        names, found = self.session.exchanges, self.found
        heads: tuple[tuple[str, Callable[[int], list[float]]], ...] = (
            ("trust of {name} [1 = 100 %]", lambda day: found.trust[day].tolist()),
            ("revenue of {name} [$/day]", lambda day: found.revenue_usd[day].tolist()),
        )
        columns = ["day", *(head.format(name=name) for head, _ in heads for name in names)]
        columns += ["depth of {name} [1 = normal]".format(name=symbol) for symbol in self.session.symbols]
        rows = [
            (day, *(value for _, read in heads for value in read(day)), *found.depth[day].tolist(),
             float(found.small_caps_usd[day]))
            for day in range(len(found.trust))
        ]  # fmt: skip
        return Table((*columns, "small coins [$]"), rows)
