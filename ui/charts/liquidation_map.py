"""Where the next ones wait: remaining positions by the price that would liquidate them, stacked by exchange."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from model.frame import Frame
from model.liquidation_map import LiquidationMap
from model.session import Change, Session
from ui.charts.chart import Chart, Table
from ui.charts.liquidations import nice_top
from ui.charts.time_chart import LEAST_TICKS, nice_ticks
from ui.charts.tint import shade, shorts_color
from ui.controls.pace import Pace
from ui.text import change, money, quote
from ui.theme import current, font, pixels

BANDS = 160
REACHES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""How far from the mark the axis may reach; the nearest that leaves little outside."""
LEAST_TOP = 1e5
LABEL_ROOM, SHORT_ROOM = 11.5, 5.0
"""Width of a label of the price axis in sizes of small text: price and change, or the change alone."""
LINE, HALO = 2.0, 3.0
"""How much wider than a line the ground is that parts it from bars of its own colour."""


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

    def wordings(self) -> tuple[str, ...]:
        """Last in few words."""
        symbol = self.session.symbols[self.session.asset]
        shorter = (
            self.tr("{symbol}: positions by liquidation price; lines: added up from the mark"),
            self.tr("{symbol}: positions by liquidation price; lines: added up"),
            self.tr("{symbol} positions by liquidation price"),
        )
        return self.title(), *(words.format(symbol=symbol) for words in shorter)

    def empty(self) -> str:
        """No position has a price."""
        some = float(self.shown.longs.sum() + self.shown.shorts.sum()) > 0
        return "" if some else self.tr("No position of this asset has a liquidation price within sight.")

    # --- places -----------------------------------------------------------------------------------------------------

    def title_left(self) -> float:
        """Above the axis."""
        return self.plot.left()

    @property
    def plot(self) -> QRectF:
        """The rectangle of the axes."""
        small = pixels("small")
        top = self.head + small * 1.6
        return QRectF(small * 5.3, top, self.width() - small * 11.0, max(self.height() - top - small * 1.8, 1.0))

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
        return shade(theme.bid if is_long else shorts_color(), exchange, len(self.session.exchanges))

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
        self.heading.paint(painter)
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
            top = y - small
            box = QRectF(0, top, plot.left() - 6, 2 * small)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, money(self.top * part))
            box = QRectF(plot.right() + 6, top, self.width() - plot.right() - 6, 2 * small)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, money(self.whole * part))
        side = self._added_up_room()
        words = painter.fontMetrics().elidedText(self.tr("added up"), Qt.TextElideMode.ElideRight, round(side.width()))
        painter.drawText(side, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        self._draw_prices(painter)

    def _added_up_room(self) -> QRectF:
        """Where it stands what the right axis counts."""
        plot, small = self.plot, pixels("small")
        return QRectF(plot.right() + 6, plot.top() + small * 0.8, self.width() - plot.right() - 6, 2 * small)

    def tip_at(self, place: QPointF) -> str:
        """What the right axis counts, in case its words have no room; else the heading's."""
        return self.tr("added up") if self._added_up_room().contains(place) else super().tip_at(place)

    def _price_ticks(self, room: float) -> list[float]:
        edges, mark = self.shown.edges, float(self.shown.marks.mean())
        return nice_ticks(edges[0] / mark - 1, edges[-1] / mark - 1, max(2, int(self.plot.width() / room)))

    def _price_axis(self, metrics: QFontMetrics) -> tuple[list[float], str]:
        """Places on the axis and their words: prices with their distance from the mark; where few fit, distances alone."""
        small, mark, whole = pixels("small"), float(self.shown.marks.mean()), self.tr("{price} ({change})")
        widest = whole.format(price=quote(mark * 2, mark), change=change(-0.2, 0))
        ticks = self._price_ticks(max(LABEL_ROOM * small, metrics.horizontalAdvance(widest) + small))
        if len(ticks) >= LEAST_TICKS:
            return ticks, whole
        ticks = self._price_ticks(max(SHORT_ROOM * small, metrics.horizontalAdvance(change(-0.2, 0)) + small))
        return ticks if len(ticks) >= LEAST_TICKS else self._price_ticks(self.plot.width() / 4), "{change}"

    def _draw_prices(self, painter: QPainter) -> None:
        """The mark's own price under its line, where no bar can cross it; then the ends, then what has room between."""
        theme, plot, small, mark = current(), self.plot, pixels("small"), float(self.shown.marks.mean())
        metrics, taken = painter.fontMetrics(), [self._draw_mark_price(painter)]
        ticks, words = self._price_axis(metrics)
        for value in sorted(ticks, key=abs, reverse=True):
            x = self.x_of(mark * (1 + value))
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4))
            painter.setPen(theme.text_faint)
            label = words.format(price=quote(mark * (1 + value), mark), change=change(value, 0))
            wide = metrics.horizontalAdvance(label)
            left = min(max(x - wide / 2, plot.left()), plot.right() - wide)  # clear of the words of the upright axes
            room = QRectF(left, plot.bottom(), wide, small)
            if not any(room.intersects(other) for other in taken):
                taken.append(room.adjusted(-small / 2, 0, small / 2, 0))
                painter.drawText(QPointF(left, plot.bottom() + 3 + metrics.ascent()), label)

    def _draw_mark_price(self, painter: QPainter) -> QRectF:
        plot, mark = self.plot, float(self.shown.marks.mean())
        words = self.tr("mark {price}").format(price=quote(mark))
        painter.setFont(font("small", bold=True))
        painter.setPen(current().text)
        metrics, small = painter.fontMetrics(), pixels("small")
        wide, x = metrics.horizontalAdvance(words), self.x_of(mark)
        painter.drawText(QPointF(x - wide / 2, plot.bottom() + 3 + metrics.ascent()), words)
        painter.setFont(font("small"))
        return QRectF(x - wide / 2 - small / 2, plot.bottom(), wide + small, metrics.height())

    def _draw_bars(self, painter: QPainter) -> None:
        plot, scale = self.plot, self.plot.height() / self.top
        width = plot.width() / BANDS
        tints = {side: [self.tint(x, side) for x in range(len(self.session.exchanges))] for side in (True, False)}
        for is_long, dollars in ((True, self.shown.longs), (False, self.shown.shorts)):
            for n in np.flatnonzero(dollars.sum(axis=0) > 0).tolist():
                y = plot.bottom()
                for x, usd in enumerate(dollars[:, n].tolist()):
                    box = QRectF(plot.left() + n * width, y - usd * scale, max(width - 0.6, 1.0), usd * scale)
                    painter.fillRect(box, tints[is_long][x])
                    y -= usd * scale

    def _draw_lines(self, painter: QPainter) -> None:
        """From the mark outwards, on a halo, so that they are seen over bars of their own colour."""
        theme, plot, mark = current(), self.plot, float(self.shown.marks.mean())
        longs, shorts = self.added_up()
        longs = [*((at, usd) for at, usd in longs if at < mark), (mark, 0.0)]
        shorts = [(mark, 0.0), *((at, usd) for at, usd in shorts if at > mark)]
        for points, color in ((longs, theme.bid), (shorts, shorts_color())):
            line = QPolygonF([
                QPointF(self.x_of(at), plot.bottom() - plot.height() * usd / self.whole) for at, usd in points
            ])  # fmt: skip
            for ink, width in ((theme.panel, LINE + HALO), (color, LINE)):
                painter.setPen(QPen(ink, width))
                painter.drawPolyline(line)

    def _draw_mark(self, painter: QPainter) -> None:
        theme, plot, mark = current(), self.plot, float(self.shown.marks.mean())
        x = self.x_of(mark)
        painter.setPen(QPen(theme.last, 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _draw_legend(self, painter: QPainter) -> None:
        """Names of the exchanges with both tints; what the colours mean; what has no price of its own."""
        theme, small = current(), pixels("small")
        painter.setFont(font("small"))
        x, y, metrics = self.plot.left(), self.head + small * 0.2, painter.fontMetrics()
        names = sum(metrics.horizontalAdvance(name) + small * 3.0 for name in self.session.exchanges)
        end = self.plot.right()  # right of it stands the upper end of the other axis
        told = self.told_beside(end - x - names, metrics)
        if not told:  # the colours go before the names
            for side, words in ((True, self.tr("longs")), (False, self.tr("shorts"))):
                x = self._draw_key(painter, QPointF(x, y), [self.tint(0, side)], words)
        for n, name in enumerate(self.session.exchanges):
            if x + metrics.horizontalAdvance(name) + small * 1.8 + 3 <= end:
                x = self._draw_key(painter, QPointF(x, y), [self.tint(n, True), self.tint(n, False)], name)
        painter.setPen(theme.text_faint)
        for words in told:
            painter.drawText(QPointF(x, y + small * 0.8), words)
            x += metrics.horizontalAdvance(words) + small * 1.5

    def _draw_key(self, painter: QPainter, place: QPointF, colors: list[QColor], words: str) -> float:
        """Squares of colours and what they stand for; returns where the next may begin."""
        small, x = pixels("small"), place.x()
        for color in colors:
            painter.fillRect(QRectF(x, place.y(), small * 0.8, small * 0.8), color)
            x += small * 0.9
        painter.setPen(current().text_soft)
        painter.drawText(QPointF(x + 3, place.y() + small * 0.8), words)
        return x + painter.fontMetrics().horizontalAdvance(words) + small * 1.2

    def told_beside(self, room: float, metrics: QFontMetrics) -> list[str]:
        """What the colours mean, in as many words as fit beside what has no price of its own, if both fit; else alone.

        Nothing where not even the fewest words fit.
        """
        colours = (
            self.tr("blue: longs, sold if the price falls there; orange: shorts, bought back if it rises there"),
            self.tr("blue: longs, sold if the price falls there; orange: shorts"),
            self.tr("blue: longs; orange: shorts"),
        )
        unpriced = (
            self.tr("no price of their own, margin shared between coins: {usd}"),
            self.tr("not on the chart: {usd}"),
        )
        more = [words.format(usd=money(self.shown.unpriced)) for words in unpriced] if self.shown.unpriced else []
        both = [[words, beside] for beside in more for words in colours[1:]]
        gap = pixels("small") * 1.5
        for lines in (*both, *([words] for words in colours)):
            if sum(metrics.horizontalAdvance(words) + gap for words in lines) - gap <= room:
                return lines
        return []

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
