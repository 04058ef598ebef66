"""Where the next ones wait: remaining positions by the price that would liquidate them, stacked by exchange."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from model.frame import Frame
from model.liquidation_map import LiquidationMap
from model.session import Change, Session
from ui.charts.chart import Chart, Table
from ui.charts.liquidations import nice_top
from ui.charts.time_chart import nice_ticks
from ui.controls.pace import Pace
from ui.text import change, money, quote
from ui.theme import current, font, mixed, pixels

BANDS = 160
REACHES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""How far from the mark the axis may reach; the nearest that leaves little outside."""
LEAST_TOP = 1e5
FADE = 0.33
LABEL_ROOM = 11.5
"""Width of a label of the price axis, in sizes of small text."""


class LiquidationMapChart(Chart):
    """Bars over the price; the mark in the middle, longs left of it, shorts right; lines add them up outwards."""

    key = "liquidation-map"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.shown: LiquidationMap = self._read()
        self._pace = Pace(self._renew, self, 310)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Liquidation map"))

    def _read(self) -> LiquidationMap:
        return self.session.liquidation_map(REACHES, BANDS)

    def _renew(self) -> None:
        self.shown = self._read()
        self.update()

    def refresh(self, change: Change, frame: Frame) -> None:
        """Read the accounts again."""
        self._pace.follow(change, self.session)
        self.describe(change)

    def title(self) -> str:
        """What is shown."""
        words = self.tr("{symbol}: dollars of positions by liquidation price; lines: added up from the mark")
        return words.format(symbol=self.session.symbols[self.session.asset])

    def empty(self) -> str:
        """No position has a price."""
        some = float(self.shown.longs.sum() + self.shown.shorts.sum()) > 0
        return "" if some else self.tr("No position of this asset has a liquidation price within sight.")

    # --- places -----------------------------------------------------------------------------------------------------

    @property
    def plot(self) -> QRectF:
        """The rectangle of the axes."""
        small = pixels("small")
        top = self.head + small * 1.6
        return QRectF(small * 5.3, top, self.width() - small * 10.6, max(self.height() - top - small * 1.8, 1.0))

    @property
    def top(self) -> float:
        """Dollars at the upper end of the bars' axis."""
        return nice_top(float((self.shown.longs + self.shown.shorts).sum(axis=0).max()), LEAST_TOP)

    @property
    def whole(self) -> float:
        """Dollars at the upper end of the lines' axis."""
        return nice_top(max(float(self.shown.longs.sum()), float(self.shown.shorts.sum())), LEAST_TOP)

    def x_of(self, value: float) -> float:
        """Place of a price."""
        edges, plot = self.shown.edges, self.plot
        return plot.left() + plot.width() * (value - edges[0]) / (edges[-1] - edges[0])

    def tint(self, exchange: int, is_long: bool) -> QColor:
        """Longs in the bids' colour (they would be sold there), shorts in the asks'; paler for each further exchange."""
        theme = current()
        return mixed(theme.bid if is_long else theme.ask, theme.panel, min(FADE * exchange, 0.75))

    def added_up(self) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        """(price, dollars liquidated if the mark goes there): falling for longs, rising for shorts."""
        edges = self.shown.edges
        longs = np.cumsum(self.shown.longs.sum(axis=0)[::-1])[::-1]
        shorts = np.cumsum(self.shown.shorts.sum(axis=0))
        return (
            list(zip(edges[:-1].tolist(), longs.tolist(), strict=True)),
            list(zip(edges[1:].tolist(), shorts.tolist(), strict=True)),
        )

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """All of it, as last read."""
        self.from_picture(painter, (id(self.shown), self.session.asset), self._draw)

    def _draw(self, painter: QPainter) -> None:
        """Axes, bars, lines, mark, legend."""
        painter.fillRect(self.rect(), current().panel)
        self.paint_title(painter, self.plot.left())
        if self.empty():
            self.paint_empty(painter, self.plot)
            return
        self._draw_axes(painter)
        self._draw_bars(painter)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.plot)
        self._draw_lines(painter)
        painter.restore()
        self._draw_mark(painter)
        self._draw_legend(painter)

    def _draw_axes(self, painter: QPainter) -> None:
        theme, plot, small = current(), self.plot, pixels("small")
        painter.setFont(font("small"))
        for part in (0.0, 0.5, 1.0):
            y = plot.bottom() - plot.height() * part
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.text_faint)
            top = min(y - small, plot.bottom() - 1.5 * small)
            box = QRectF(0, top, plot.left() - 6, 2 * small)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, money(self.top * part))
            box = QRectF(plot.right() + 6, top, self.width() - plot.right() - 6, 2 * small)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, money(self.whole * part))
        edges, mark, room = self.shown.edges, float(self.shown.marks.mean()), LABEL_ROOM * small
        for value in nice_ticks(edges[0] / mark - 1, edges[-1] / mark - 1, max(2, int(plot.width() / room))):
            x = self.x_of(mark * (1 + value))
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4))
            painter.setPen(theme.text_faint)
            words = self.tr("{price} ({change})").format(price=quote(mark * (1 + value), mark), change=change(value, 0))
            box = QRectF(x - room / 2, plot.bottom() + 3, room, small * 1.6)
            if room / 2 <= x <= self.width() - room / 2:
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)

    def _draw_bars(self, painter: QPainter) -> None:
        plot, scale = self.plot, self.plot.height() / self.top
        width = plot.width() / BANDS
        for is_long, dollars in ((True, self.shown.longs), (False, self.shown.shorts)):
            for n in np.flatnonzero(dollars.sum(axis=0) > 0).tolist():
                y = plot.bottom()
                for x, usd in enumerate(dollars[:, n].tolist()):
                    box = QRectF(plot.left() + n * width, y - usd * scale, max(width - 0.6, 1.0), usd * scale)
                    painter.fillRect(box, self.tint(x, is_long))
                    y -= usd * scale

    def _draw_lines(self, painter: QPainter) -> None:
        theme, plot = current(), self.plot
        longs, shorts = self.added_up()
        for points, color in ((longs, theme.bid), (shorts, theme.ask)):
            line = QPolygonF([
                QPointF(self.x_of(at), plot.bottom() - plot.height() * usd / self.whole) for at, usd in points
            ])  # fmt: skip
            painter.setPen(QPen(color, 1.8))
            painter.drawPolyline(line)

    def _draw_mark(self, painter: QPainter) -> None:
        theme, plot, mark = current(), self.plot, float(self.shown.marks.mean())
        x = self.x_of(mark)
        painter.setPen(QPen(theme.last, 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setFont(font("small", bold=True))
        painter.setPen(theme.text)
        words = self.tr("mark {price}").format(price=quote(mark))
        painter.drawText(QPointF(x + 5, plot.top() + pixels("small")), words)

    def _draw_legend(self, painter: QPainter) -> None:
        """Names of the exchanges with both tints; what has no price of its own."""
        theme, small = current(), pixels("small")
        painter.setFont(font("small"))
        x, y = self.plot.left(), self.head + small * 0.2
        metrics = painter.fontMetrics()
        for n, name in enumerate(self.session.exchanges):
            for is_long in (True, False):
                painter.fillRect(QRectF(x, y, small * 0.8, small * 0.8), self.tint(n, is_long))
                x += small * 0.9
            painter.setPen(theme.text_soft)
            painter.drawText(QPointF(x + 3, y + small * 0.8), name)
            x += metrics.horizontalAdvance(name) + small * 1.2
        parts = [self.tr("blue: longs, sold if the price falls there; orange: shorts")]
        if self.shown.unpriced:
            parts.append(self.tr("full margin, called as a whole: {usd}").format(usd=money(self.shown.unpriced)))
        for words in parts:
            if x + metrics.horizontalAdvance(words) < self.width() - 4:
                painter.setPen(theme.text_faint)
                painter.drawText(QPointF(x, y + small * 0.8), words)
                x += metrics.horizontalAdvance(words) + small * 1.5

    # --- exact numbers ----------------------------------------------------------------------------------------------

    def told_at(self, place: QPointF) -> list[str]:
        """Prices of a band, and dollars there by exchange and side."""
        plot = self.plot
        if self.empty() or not plot.left() <= place.x() < plot.right():
            return []
        n = min(int((place.x() - plot.left()) / plot.width() * BANDS), BANDS - 1)
        low, high = self.shown.edges[n], self.shown.edges[n + 1]
        mark = float(self.shown.marks.mean())
        words = self.tr("{low} to {high} ({change})")
        lines = [words.format(low=quote(low, mark), high=quote(high, mark), change=change((low + high) / 2 / mark - 1))]
        for x, name in enumerate(self.session.exchanges):
            words = self.tr("{name}: longs {longs}, shorts {shorts}")
            longs, shorts = money(float(self.shown.longs[x, n])), money(float(self.shown.shorts[x, n]))
            lines.append(words.format(name=name, longs=longs, shorts=shorts))
        fallen, risen = (part[n][1] for part in self.added_up())
        lines.append(self.tr("from the mark to here: {usd}").format(usd=money(fallen if low < mark else risen)))
        return [*lines, *self.moment_told(place)]

    def moment_at(self, place: QPointF) -> int:
        """The second in which a mark price first came to this price."""
        plot, session = self.plot, self.session
        if self.empty() or not plot.left() <= place.x() < plot.right():
            return -1
        edges, assets = self.shown.edges, len(session.symbols)
        value = edges[0] + (place.x() - plot.left()) / plot.width() * (edges[-1] - edges[0])
        marks = session.branch.record.books["mark"][1 : session.step + 1, session.asset :: assets]
        above = marks * session.tick_usd(session.asset) >= value
        crossed = np.flatnonzero((above != above[:1]).any(axis=1)) if above.size else above
        return int(crossed[0]) + 1 if crossed.size else -1

    def spots(self) -> list[QPointF]:
        """The middles of the bands."""
        plot = self.plot
        return [QPointF(plot.left() + (n + 0.5) * plot.width() / BANDS, plot.center().y()) for n in range(BANDS)]

    def table(self) -> Table:
        """A row for each price band and exchange."""
        columns = ("price from [$]", "price to [$]", "exchange", "longs [$]", "shorts [$]")
        edges = self.shown.edges.tolist()
        return Table(columns, [
            (edges[n], edges[n + 1], name, float(self.shown.longs[x, n]), float(self.shown.shorts[x, n]))
            for n in range(BANDS) for x, name in enumerate(self.session.exchanges)
        ])  # fmt: skip
