"""The book over time: time to the right, price up, brightness what rests there, dots what was liquidated."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from model.events import Event
from model.frame import Frame
from model.session import Change, Session
from model.survey import BAND, Depth
from ui.charts.chart import Table
from ui.charts.halts import draw_halts, name_halts, under_the_hatch
from ui.charts.heat import SPAN, column_of, image_of, scale_of
from ui.charts.liquidations import nice_top
from ui.charts.polyline import polyline
from ui.charts.prices import CEILINGS, FLOORS
from ui.charts.scouting import Scouting
from ui.charts.time_chart import LABEL_GAP, LEFT_ROOM, TimeChart, named_value
from ui.charts.unseen import hatch_unseen, unseen_spans, wordings_looking
from ui.text import clock, money, quote, translate
from ui.theme import Theme, current, font, pixels, with_alpha

ALL = -1
MARGIN = 0.02
"""Part of the price that stays in sight beyond the highest and the lowest mid."""
BRIGHT = 10.0
"""The brightest shade stands for this many times the normal depth of a band."""
LEAST_DOT, LARGEST_DOT = 1.2, 8.0
MOST_BESIDE, WORDS_BESIDE = 0.22, 0.19
"""Parts of the width that the legend, and the words beside the cursor, may take."""
RAMPS = ("bid", "ask")
SOLD = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)
"""Neighbours in the list of kinds."""


class Dot(NamedTuple):
    """Liquidations of one side between two looks: the seconds' first, their mean price, dollars, longs or shorts."""

    step: int
    price: float
    usd: float
    is_long: bool


class BookOverTime(TimeChart):
    """A heat map of resting orders."""

    key = "book-over-time"
    pace_ms = 430

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.exchange = ALL
        self.scouting = Scouting(session, self, self._known)
        self.heat: NDArray[np.uint8] = np.zeros((1, 1), np.uint8)
        """(bands from the highest down, looks) shades as drawn."""
        self.first = 0
        """Band of the lowest row."""
        self.dots: list[Dot] = []
        """Liquidations between two looks, longs and shorts apart."""
        self._sums: dict[int, tuple[float, float]] = {}
        """Of each dot, by look and side: dollars, and dollars times price."""
        self._sums_key: object = None
        self._read = 0
        """Events of the log that the sums hold."""
        self._limits = (0.9, 1.02)
        self._drawn_looks: set[int] = set()
        self._heat_key: object = None
        self._looks: dict[int, Depth] = {}
        self._legend_width = 0.0
        self._image = QImage()
        self.retranslate()
        self.offer()

    # --- what it says of itself -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Order book over time"))

    def title(self) -> str:
        """What is shown."""
        words = self.tr("{symbol}: orders resting per 0.1 % of price; dots: liquidated")
        return words.format(symbol=self.session.symbols[self.session.asset])

    def wordings(self) -> tuple[str, ...]:
        """While seconds are missing, how far the looking is; last in few words."""
        symbol = self.session.symbols[self.session.asset]
        shorter = self.tr("{symbol}: resting orders; dots: liquidated"), self.tr("{symbol}: resting orders")
        titles = self.title(), *(words.format(symbol=symbol) for words in shorter)
        if self.scouting.is_working:
            needed = self.session.horizon // self.session.survey.stride + 1
            return wordings_looking(titles, min(len(self._looks) / needed, 1.0))
        return titles

    def choices(self) -> tuple[str, ...]:
        """All exchanges together, or one."""
        return self.tr("all"), *self.session.exchanges

    def chosen(self, choice: int) -> None:
        """Show another exchange."""
        self.exchange = choice - 1
        self._key = None

    def limits(self) -> tuple[float, float]:
        """Lowest and highest price in sight."""
        return self._limits

    def written(self, value: float) -> str:
        """A price."""
        return quote(value, self.limits()[1])

    # --- what is drawn ----------------------------------------------------------------------------------------------

    def refresh(self, change: Change, frame: Frame) -> None:
        """Draw again, and make up for what nobody saw."""
        if change & Change.RESET:
            self.exchange = ALL
            self.offer()
        super().refresh(change, frame)
        self.scouting.ask()

    def showEvent(self, event: object) -> None:
        """Qt: in sight."""
        self.scouting.ask()

    def _known(self) -> None:
        self._pace.ask(at_once=not self.scouting.is_working)

    def _mids(self, exchange: int) -> NDArray[np.float64]:
        """Mid price of each second in dollars; no number while a side is empty."""
        session = self.session
        column = exchange * len(session.symbols) + session.asset
        mids = session.branch.record.books["double_mid"][: session.horizon + 1, column] * 0.5
        return np.where(mids > 0, mids, np.nan) * session.tick_usd(session.asset)

    def _shown(self) -> list[int]:
        return list(range(len(self.session.exchanges))) if self.exchange == ALL else [self.exchange]

    @property
    def brightest(self) -> float:
        """Dollars in a band that have the brightest shade: fixed for each asset and choice of exchange."""
        picture = self.session.picture()
        parts = picture.outline_usd[:, -1]
        share = 1.0 if self.exchange == ALL else float(parts[self.exchange] / parts.sum())
        depth = picture.tiles[picture.asset].depth_usd
        return nice_top(depth * share * BRIGHT * BAND / MARGIN, 1e3)

    def measure(self) -> None:
        """Find limits and paint the looks that are new."""
        session = self.session
        start = session.survey.band_usd(session.asset) / BAND
        mids = np.concatenate([self._mids(x) for x in self._shown()]) / start - 1.0
        mids = mids[np.isfinite(mids)]
        low, high = (float(mids.min()), float(mids.max())) if mids.size else (0.0, 0.0)
        floor = next((limit for limit in FLOORS if limit <= low - MARGIN), FLOORS[-1])
        ceiling = next((limit for limit in CEILINGS if limit >= high + MARGIN), CEILINGS[-1])
        self._limits = (start * (1 + floor), start * (1 + ceiling))
        self.first, rows = round((1 + floor) / BAND), round((ceiling - floor) / BAND)
        columns = self.end // session.survey.stride + 1
        key = (id(session.timeline), session.branch.number, session.asset, self.exchange, self.first, rows, columns)
        if key != self._heat_key:
            self._heat_key, self._drawn_looks = key, set()
            self.heat = np.zeros((rows, columns), np.uint8)
        self._looks, top = session.survey.depth(session.branch, session.asset), self.brightest
        for step in self._looks.keys() - self._drawn_looks:
            place = step // session.survey.stride
            self.heat[:, place] = column_of(self._looks[step], self.exchange, self.first, rows, top)
        self._drawn_looks = set(self._looks)
        self._image = image_of(self.heat, current())
        self._measure_room()
        self.dots = self._find_dots()

    def _find_dots(self) -> list[Dot]:
        """Sums of what was liquidated between two looks. A log of a million events is read once, not at every drawing."""
        session, stride = self.session, self.session.survey.stride
        log = session.branch.log()
        key = (id(session.timeline), session.branch.number, session.asset, self.exchange)
        if key != self._sums_key or self._read > log.size:
            self._sums_key, self._read, self._sums = key, 0, {}
        rows = log[self._read :]
        rows = rows[: np.searchsorted(rows["step"], session.horizon, "right")]  # events are told in their order
        self._read += rows.size
        mine = (rows["kind"] >= SOLD[0]) & (rows["kind"] <= SOLD[1]) & (rows["asset"] == session.asset)
        if self.exchange != ALL:
            mine &= rows["exchange"] == self.exchange
        rows = rows[mine]
        places, place = np.unique(rows["step"].astype(np.int64) // stride * 2 + (rows["side"] > 0), return_inverse=True)
        usd = np.bincount(place, rows["usd"] * 1e-6, places.size)
        weighed = np.bincount(place, rows["usd"] * 1e-6 * rows["price"], places.size) * session.tick_usd(session.asset)
        for k, u, w in zip(places.tolist(), usd.tolist(), weighed.tolist(), strict=True):
            known, paid = self._sums.get(k, (0.0, 0.0))
            self._sums[k] = known + u, paid + w
        return [
            Dot(k // 2 * stride, w / u if u > 0 else 0.0, u, k % 2 == 1) for k, (u, w) in sorted(self._sums.items())
        ]

    def draw_past(self, painter: QPainter) -> None:
        """Heat, halts, mids, dots."""
        plot = self.plot
        stride, columns = self.session.survey.stride, self.heat.shape[1]
        room = QRectF(plot.left(), plot.top(), self.x_of(columns * stride) - plot.left(), plot.height())
        painter.save()  # the last look stands for seconds that are not computed yet
        now = QRectF(plot.left(), plot.top(), self.x_of(self.session.horizon) - plot.left(), plot.height())
        painter.setClipRect(now, Qt.ClipOperation.IntersectClip)
        painter.drawImage(room, self._image)
        painter.restore()
        for first, last in unseen_spans(self._looks, self.session.horizon, stride):
            left = self.x_of(first)
            hatch_unseen(painter, QRectF(left, plot.top(), self.x_of(last) - left, plot.height()))
        draw_halts(self, painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_mids(painter)
        self._draw_dots(painter)
        name_halts(self, painter, under_the_hatch(self))

    def _draw_mids(self, painter: QPainter) -> None:
        for x in self._shown():
            mids = self._mids(x)
            steps = np.arange(0, mids.size, max(1, round(self.end / max(self.plot.width(), 1))))
            steps = steps[np.isfinite(mids[steps])]
            painter.setPen(QPen(self._mid_color(x), 1))
            low, high = self._limits
            xs = self.plot.left() + self.plot.width() * steps / max(self.end, 1)
            painter.drawPolyline(
                polyline(xs, self.plot.bottom() - self.plot.height() * (mids[steps] - low) / (high - low))
            )

    def _mid_color(self, exchange: int) -> QColor:
        return current().last if exchange == self._shown()[0] else current().mark

    def _draw_dots(self, painter: QPainter) -> None:
        theme, full = current(), self.brightest * MARGIN / BAND
        stride, plot, (low, high) = self.session.survey.stride, self.plot, self._limits
        wide, tall = plot.width() / max(self.end, 1), plot.height() / (high - low)
        for dot in self.dots:
            radius = min(max(LARGEST_DOT * (dot.usd / full) ** 0.5, LEAST_DOT), LARGEST_DOT)
            painter.setPen(QPen(theme.liquidation, 1.4))
            painter.setBrush(with_alpha(theme.liquidation, 0.5) if dot.is_long else Qt.BrushStyle.NoBrush)
            step = min(dot.step + stride / 2, self.session.horizon)
            place = QPointF(plot.left() + wide * step, plot.bottom() - tall * (dot.price - low))
            painter.drawEllipse(place, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def labels(self, step: int) -> list[tuple[str, float, QColor]]:
        """The mid of each exchange in sight, with its name: they are not one price. A name may be shortened, a price not."""
        session, found, metrics = self.session, [], QFontMetricsF(font("small", bold=True))
        room = self.labels_end() - self.x_of(step) - LABEL_GAP
        for x in self._shown():
            ticks = int(session.branch.record.books["double_mid"][step, x * len(session.symbols) + session.asset])
            if ticks > 0:
                mid = ticks * 0.5 * session.tick_usd(session.asset)
                words = named_value(session.exchanges[x], quote(mid))
                if metrics.horizontalAdvance(words) > room:
                    left = room - metrics.horizontalAdvance(named_value("", quote(mid)))
                    name = metrics.elidedText(session.exchanges[x], Qt.TextElideMode.ElideRight, left)
                    words = named_value(name, quote(mid)).strip()
                found.append((words, mid, self._mid_color(x)))
        return found

    def widest(self) -> list[str]:
        """Each exchange with the price at the top."""
        return [named_value(self.session.exchanges[x], quote(self._limits[1])) for x in self._shown()]

    # --- legend -----------------------------------------------------------------------------------------------------

    def right_room(self) -> float:
        """For the words beside the cursor, as far as the chart is wide enough, and for the legend."""
        return min(super().right_room(), self.width() * WORDS_BESIDE) + self._legend_width

    def labels_end(self) -> float:
        """Words beside the cursor end where the legend begins."""
        return self.width() - self._legend_width

    def _measure_room(self) -> None:
        """Width of the legend, and of the words left of the axis."""
        small, metrics = pixels("small"), QFontMetricsF(font("small"))
        words = (*self._legend_words(), *self._scale_words())
        widest = max(metrics.horizontalAdvance(text) for text in words) + small * 2.2
        self._legend_width = min(widest, self.width() * MOST_BESIDE)
        self.left_room = max((metrics.horizontalAdvance(self.written(self._limits[1])) + 14) / small, LEFT_ROOM)

    def _legend_words(self) -> tuple[str, ...]:
        return self.tr("bids"), self.tr("asks"), self.tr("longs"), self.tr("shorts")

    def _scale_words(self) -> list[str]:
        return [money(self.brightest * SPAN ** (part - 1)) for part in (0.0, 0.5, 1.0)]

    def draw_ground(self, painter: QPainter) -> None:
        """Axes, past, and the legend on the right."""
        super().draw_ground(painter)
        self._draw_legend(painter, current())

    def _draw_legend(self, painter: QPainter, theme: Theme) -> None:
        """Two ramps with the dollars at their ends, then which of them is which, and what the dots mean."""
        plot, small = self.plot, pixels("small")
        painter.setFont(font("small"))
        metrics, left, room = QFontMetricsF(font("small")), self.labels_end(), self._legend_width - small * 2.0
        top, height = plot.top() + small * 0.5, max(plot.height() - small * 5.4, small * 2.4)
        painter.drawImage(QRectF(left, top, small * 1.4, height), scale_of(theme))
        painter.setPen(theme.text_soft)
        words = self._scale_words()
        for n in (0, 1, 2) if height >= small * 3.2 else (0, 2):
            text = metrics.elidedText(words[n], Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left + small * 1.7, top + height * (1 - n / 2) + small * 0.4), text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, name in enumerate(self._legend_words()):
            y = top + height + small * (1.5 + 1.2 * n)
            sign = QRectF(left + small * 0.4, y - small * 0.7, small * 0.7, small * 0.7)
            if n < len(RAMPS):
                painter.fillRect(sign, getattr(theme, RAMPS[n]))
            else:
                painter.setPen(QPen(theme.liquidation, 1.4))
                painter.setBrush(QBrush(theme.liquidation) if n == len(RAMPS) else Qt.BrushStyle.NoBrush)
                painter.drawEllipse(sign)
            painter.setPen(theme.text_soft)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left + small * 1.7, y), text)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # --- exact numbers ----------------------------------------------------------------------------------------------

    def resting(self, step: int, band: int) -> dict[int, tuple[float, float]]:
        """(bids, asks) in dollars of each exchange in a price band, at the last look up to a second."""
        look = self._looks.get(step // self.session.survey.stride * self.session.survey.stride)
        if look is None:
            return {}
        found = {}
        for x in self._shown():
            here = (look.exchange == x) & (look.band == band)
            found[x] = float(look.usd[here & look.is_bid].sum()), float(look.usd[here & ~look.is_bid].sum())
        return found

    def told_at(self, place: QPointF) -> list[str]:
        """Time, price, and dollars that rest there by exchange."""
        plot, session = self.plot, self.session
        if not plot.contains(place) or self.empty():
            return []
        low, high = self._limits
        value = low + (high - low) * (plot.bottom() - place.y()) / plot.height()
        step = self.step_at(place.x())
        lines = [clock(step), named_value(self.tr("price"), quote(value))]
        for x, (bids, asks) in self.resting(step, int(value / session.survey.band_usd(session.asset))).items():
            words = self.tr("{name}: bids {bids}, asks {asks}")
            lines.append(words.format(name=session.exchanges[x], bids=money(bids), asks=money(asks)))
        for dot in self.dots:
            if dot.step <= step < dot.step + session.survey.stride:
                words = self.tr("longs liquidated {usd}") if dot.is_long else self.tr("shorts liquidated {usd}")
                lines.append(words.format(usd=money(dot.usd)))
        return lines

    def empty(self) -> str:
        """Before the first second."""
        return "" if self.session.horizon else translate("Charts", "No time has passed yet: press play.")

    def table(self) -> Table:
        """A row for each look, exchange, side and price band where something rests."""
        height, rows = self.session.survey.band_usd(self.session.asset), []
        columns = ("second [s]", "exchange", "side", "price from [$]", "price to [$]", "resting [$]")
        for step, look in sorted(self._looks.items()):
            for band, x, is_bid, usd in zip(*(part.tolist() for part in look), strict=True):
                if self.exchange in (ALL, x):
                    side = "bid" if is_bid else "ask"
                    rows.append((step, self.session.exchanges[x], side, band * height, (band + 1) * height, usd))
        return Table(columns, rows)
