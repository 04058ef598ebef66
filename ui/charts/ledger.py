"""The ledger: who paid for the bankruptcies, and who won and lost in all. Both always add up."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from model.frame import Frame
from model.session import Change, Session
from model.standings import GROUPS, PARTIES
from model.waterfall import PAYERS, cost, paid
from ui.charts.chart import Chart, Table
from ui.charts.liquidations import FINE, nice_top
from ui.charts.time_chart import nice_ticks
from ui.charts.tint import readable_on
from ui.controls.pace import Pace
from ui.text import money, percent, translate
from ui.theme import current, font, mixed, pixels

PAID, WON = 0, 1
MICRO = 1e-6
LEAST_TOP = 1e6
LEAST_ROW = 1.4
"""Height of a row, in lines of small text, that the legend leaves to each."""
THINNEST = 2.0
"""A part is drawn at least so wide, so that a small payer is not overlooked."""
MOST_BESIDE = 2
"""So many parts that are too thin for their number have it beside the sum."""
HATCHED = "/"
PAYER_TINTS = ("text_faint", "fund", "altcoin", "venue 3", "fund/")
"""Colours of those who paid, in their order; none of an exchange in sight, whose names stand beside the bars."""
OWNER_TINTS = (
    "text_faint", "venue 3", "venue 4", "venue 7", "text_faint/", "venue 3/",
    "altcoin", "venue 6", "staged", "fund", "venue 4/", "accent", "fund/", "altcoin/", "venue 7/",
)  # fmt: skip
"""Colours of those who won or lost: groups, parties, and what was moved."""
PALER = 0.2


class Part(NamedTuple):
    """One piece of a row: whose, and how many micro-dollars; below zero it counts the other way."""

    owner: str
    micro: int
    number: int


class Row(NamedTuple):
    """One exchange, or all of them: its parts, and what they must sum to."""

    name: str
    parts: tuple[Part, ...]
    whole: int


def tint(reading: int, number: int) -> QBrush:
    """The colour of an owner; hatched where a colour is used twice."""
    theme, names = current(), PAYER_TINTS if reading == PAID else OWNER_TINTS
    name, hatch, _ = names[number % len(names)].partition(HATCHED)
    token, _, place = name.partition(" ")
    color = theme.venue[int(place)] if token == "venue" else getattr(theme, token)
    pattern = Qt.BrushStyle.Dense3Pattern if hatch else Qt.BrushStyle.SolidPattern
    return QBrush(mixed(color, theme.panel, PALER), pattern)


class LedgerChart(Chart):
    """A row an exchange: parts laid end to end, to the right of zero or to the left."""

    key = "ledger"
    titled_by_reading = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.reading = PAID
        self.rows: tuple[Row, ...] = ()
        self._pace = Pace(self._read, self, 330)
        self._read()
        self.retranslate()
        self.offer()

    # --- what it shows ----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Ledger"))

    def title(self) -> str:
        """What is shown."""
        if self.reading == PAID:
            return self.tr("dollars that bankruptcies have cost, and who paid them; left of zero: received")
        return self.tr("dollars gained (right) and lost (left) since the start, positions at mark")

    def wordings(self) -> tuple[str, ...]:
        """Last in few words."""
        if self.reading == PAID:
            shorter = [self.tr("cost of bankruptcies; left of zero: received"), self.tr("cost; left of zero: received")]
            received = any(part.micro < 0 for part in self._some())
            shorter.append(self.tr("cost; left: received") if received else self.tr("cost of bankruptcies"))
        else:
            shorter = [self.tr("dollars gained (right) and lost (left)"), self.tr("lost (left), gained (right)")]
        return self.title(), *shorter

    def choices(self) -> tuple[str, ...]:
        """Two ledgers."""
        return self.tr("who paid"), self.tr("who won, who lost")

    def chosen(self, choice: int) -> None:
        """Open another ledger."""
        self.reading = choice
        self._read()

    def refresh(self, change: Change, frame: Frame) -> None:
        """Count up to this moment."""
        self._pace.follow(change, self.session)
        self.describe(change)

    def _read(self) -> None:
        self.rows = self._paid() if self.reading == PAID else self._won()
        self.update()

    def _rows(self, owners: list[str], table: NDArray[np.int64], wholes: NDArray[np.int64]) -> tuple[Row, ...]:
        """Rows from (owners, exchanges) micro-dollars: each exchange, then all of them."""
        names = list(self.session.exchanges)
        if len(names) > 1:
            names.append(self.tr("all"))
            table = np.concatenate((table, table.sum(axis=1, keepdims=True)), axis=1)
            wholes = np.append(wholes, wholes.sum())
        return tuple(
            Row(name, tuple(Part(owners[n], int(table[n, x]), n) for n in range(len(owners))), int(wholes[x]))
            for x, name in enumerate(names)
        )

    def _paid(self) -> tuple[Row, ...]:
        exchanges = len(self.session.exchanges)
        table = np.array([part.micro for part in self.session.ledger()], np.int64).reshape(exchanges, len(PAYERS)).T
        rows = self.session.branch.record.exchanges[self.session.step]
        return self._rows([translate("Ledger", words) for words in PAYERS.values()], table, cost(rows))

    def _won(self) -> tuple[Row, ...]:
        """Gains of all; what funds moved from one exchange to another stands apart, so that every row sums to nothing."""
        gains = self.session.gains()
        owners = [translate("Standings", words) for words in (*GROUPS, *PARTIES)][: len(gains)]
        moved = -gains.sum(axis=0, keepdims=True)
        table = np.concatenate((gains, moved))
        return self._rows([*owners, self.tr("moved between exchanges")], table, table.sum(axis=0))

    def empty(self) -> str:
        """Nothing has been paid."""
        if any(part.micro for row in self.rows for part in row.parts):
            return ""
        if self.reading == PAID:
            return self.tr("No position has been liquidated yet, so nobody has paid.")
        return self.tr("Nobody has gained or lost anything yet.")

    # --- places -----------------------------------------------------------------------------------------------------

    @property
    def plot(self) -> QRectF:
        """Room of the bars."""
        small, (left, width) = pixels("small"), self._across(self._outside())
        top = self.head + self._legend_height() + small * 0.4
        return QRectF(left, top, width, max(self.height() - top - small * 1.9, 1.0))

    def _across(self, outside: frozenset[Part]) -> tuple[float, float]:
        """Left edge and width of that room while these parts have their number beside it."""
        metrics = QFontMetricsF(font("small"))
        left = max(metrics.horizontalAdvance(row.name) for row in self.rows) + 16
        beside = [self._sum_text(-88.88e9), *(self._beside(row, outside) for row in self.rows)]
        return left, self.width() - left - max(metrics.horizontalAdvance(words) for words in beside) - 14

    def _outside(self) -> frozenset[Part]:
        """Parts whose number stands beside the sum, because it has no room in the bar.

        A payer whose number has no room in one row has it beside all of them, so that rows read alike; not where that
        would be too many for a row.
        """
        found: frozenset[Part] = frozenset()
        if self.reading != PAID:
            return found
        while True:  # what stands beside the bars makes them shorter; it only grows
            thin = found | self._thin(self._across(found)[1])
            owners = {part.number for part in thin}
            alike = frozenset(part for part in self._some() if part.number in owners)
            most = max(len(alike.intersection(row.parts)) for row in self.rows)
            now = alike if most <= MOST_BESIDE else thin
            if now == found:
                return found
            found = now

    def _thin(self, width: float) -> frozenset[Part]:
        """Parts that have no room for their number where the bars have so much."""
        metrics, (low, high) = QFontMetricsF(font("small")), self.limits()
        scale = MICRO * width / (high - low)
        return frozenset(part for part in self._some() if not self._fits(metrics, part, abs(part.micro) * scale))

    def _some(self) -> list[Part]:
        """Every part that is not nil."""
        return [part for row in self.rows for part in row.parts if part.micro]

    def _beside(self, row: Row, outside: frozenset[Part]) -> str:
        """What stands beside a row: the parts whose number is not in the bar, then the sum, so that it adds up."""
        words = self._sum_text(row.whole * MICRO)
        thin = [part for part in row.parts if part in outside]
        if len(thin) == sum(part.micro != 0 for part in row.parts):
            return words if len(thin) < 2 else self._joined(thin[:1], self._joined(thin[1:], words))
        return self._joined(thin[:MOST_BESIDE], words)

    def _joined(self, parts: list[Part], words: str) -> str:
        for part in reversed(parts):
            template = self.tr("+ {usd} {more}") if part.micro > 0 else self.tr("− {usd} {more}")
            words = template.format(usd=money(abs(part.micro) * MICRO), more=words)
        return words

    def _fits(self, metrics: QFontMetricsF, part: Part, room: float) -> bool:
        """Whether a part's number has room in its piece of the bar."""
        return metrics.horizontalAdvance(money(abs(part.micro) * MICRO)) + 8 < room

    def _owners(self) -> list[Part]:
        """Owners that have a part somewhere, for the legend; those with the largest parts first."""
        seen: dict[int, Part] = {}
        for part in self._some():
            if part.number not in seen or abs(part.micro) > abs(seen[part.number].micro):
                seen[part.number] = part
        return sorted(seen.values(), key=lambda part: -abs(part.micro))

    def _legend(self) -> list[tuple[Part, QPointF]]:
        """Owners and where their names stand; if all took the room of the rows, only those with the largest parts."""
        small, metrics, owners = pixels("small"), QFontMetricsF(font("small")), self._owners()
        wide = {part.number: metrics.horizontalAdvance(part.owner) + small * 2.0 for part in owners}
        spare = self.height() - self.head - len(self.rows) * LEAST_ROW * small - small * 2.4
        lines = max(int(spare / (small * 1.5)), 1)
        for count in range(len(owners), 0, -1):
            x, y, placed = 8.0, self.head, []
            for part in sorted(owners[:count], key=lambda part: part.number):
                if x + wide[part.number] > self.width() - 4 and x > 8:
                    x, y = 8.0, y + small * 1.5
                placed.append((part, QPointF(x, y)))
                x += wide[part.number] + small * 0.4
            if y < self.head + small * 1.5 * (lines - 0.5):
                return placed
        return []

    def _legend_height(self) -> float:
        placed = self._legend()
        return (placed[-1][1].y() - self.head if placed else 0.0) + pixels("small") * 1.5

    def limits(self) -> tuple[float, float]:
        """Dollars at the two ends of the axis."""
        plus = max((sum(p.micro for p in row.parts if p.micro > 0) for row in self.rows), default=0) * MICRO
        minus = max((-sum(p.micro for p in row.parts if p.micro < 0) for row in self.rows), default=0) * MICRO
        high = nice_top(plus, LEAST_TOP, FINE)
        if self.reading == WON:
            return -high, high
        return (-nice_top(minus, LEAST_TOP, FINE) if minus > 0.004 * high else 0.0), high

    def pieces(self) -> list[tuple[Row, Part, QRectF]]:
        """Every part that is not nil, with its place."""
        plot, (low, high) = self.plot, self.limits()
        scale, zero = plot.width() / (high - low), plot.left() - low * plot.width() / (high - low)
        tall = plot.height() / len(self.rows)
        found = []
        for n, row in enumerate(self.rows):
            ends = {True: zero, False: zero}
            for part in row.parts:
                if part.micro:
                    wide = max(abs(part.micro) * MICRO * scale, THINNEST)
                    at = ends[part.micro > 0]
                    left = at if part.micro > 0 else at - wide
                    ends[part.micro > 0] = at + wide if part.micro > 0 else left
                    found.append((row, part, QRectF(left, plot.top() + n * tall + 3, wide, tall - 6)))
        return found

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """All of it, as last read."""
        self.from_picture(painter, id(self.rows), self._draw)

    def _draw(self, painter: QPainter) -> None:
        theme = current()
        painter.fillRect(self.rect(), theme.panel)
        self.heading.paint(painter)
        if self.empty():
            self.paint_empty(painter, QRectF(self.rect()))
            return
        painter.setFont(font("small"))
        self._draw_legend(painter)
        self._draw_axis(painter)
        outside = self._outside()
        for _, part, box in self.pieces():
            painter.fillRect(box, theme.panel)
            brush = tint(self.reading, part.number)
            painter.fillRect(box.adjusted(0.5, 0, -0.5, 0), brush)
            if part not in outside and self._fits(QFontMetricsF(painter.font()), part, box.width()):
                self._write_on(painter, box, money(abs(part.micro) * MICRO), brush)
        self._draw_names(painter)

    def _write_on(self, painter: QPainter, box: QRectF, words: str, brush: QBrush) -> None:
        """A number in a colour that can be read on the bar; a hatch is filled behind it."""
        metrics = QFontMetricsF(painter.font())
        if brush.style() != Qt.BrushStyle.SolidPattern:
            wide, tall = metrics.horizontalAdvance(words) + 6, min(metrics.height(), box.height())
            painter.fillRect(
                QRectF(box.center().x() - wide / 2, box.center().y() - tall / 2, wide, tall), brush.color()
            )
        painter.setPen(readable_on(brush.color()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_legend(self, painter: QPainter) -> None:
        small = pixels("small")
        for part, place in self._legend():
            painter.fillRect(
                QRectF(place.x(), place.y() + small * 0.25, small * 0.9, small * 0.9), tint(self.reading, part.number)
            )
            painter.setPen(current().text_soft)
            painter.drawText(QPointF(place.x() + small * 1.3, place.y() + small * 1.05), part.owner)

    def _draw_axis(self, painter: QPainter) -> None:
        theme, plot, (low, high), small = current(), self.plot, self.limits(), pixels("small")
        widest = max(painter.fontMetrics().horizontalAdvance(money(value)) for value in (low, high, high * 0.888))
        taken: list[float] = []
        ticks = nice_ticks(low, high, max(2, int(plot.width() / (widest + small))))
        for value in sorted(ticks, key=lambda value: (value != 0, -abs(value))):  # nil first, then the ends
            x = plot.left() + plot.width() * (value - low) / (high - low)
            if any(abs(x - other) < widest + small / 2 for other in taken):
                continue
            taken.append(x)
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 3))
            painter.setPen(theme.text_faint)
            box = QRectF(x - small * 5, plot.bottom() + 3, small * 10, small * 1.6)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, money(value))
        zero = plot.left() - low * plot.width() / (high - low)
        painter.setPen(QPen(theme.text_soft, 1.2))
        painter.drawLine(QPointF(zero, plot.top()), QPointF(zero, plot.bottom() + 3))

    def _draw_names(self, painter: QPainter) -> None:
        theme, plot, outside = current(), self.plot, self._outside()
        tall = plot.height() / len(self.rows)
        middle = Qt.AlignmentFlag.AlignVCenter
        for n, row in enumerate(self.rows):
            top = plot.top() + n * tall
            painter.setPen(theme.text_soft)
            painter.drawText(QRectF(0, top, plot.left() - 8, tall), middle | Qt.AlignmentFlag.AlignRight, row.name)
            painter.setPen(theme.text)
            box = QRectF(plot.right() + 6, top, self.width() - plot.right() - 12, tall)
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self._beside(row, outside))

    def _sum_text(self, usd: float) -> str:
        return self.tr("= {usd}").format(usd=money(usd))

    # --- exact numbers ----------------------------------------------------------------------------------------------

    def told_at(self, place: QPointF) -> list[str]:
        """One part, its share, and the sum of its row."""
        if self.empty():
            return []
        for row, part, box in self.pieces():
            if box.adjusted(-1, -3, 1, 3).contains(place):
                side = sum(p.micro for p in row.parts if (p.micro > 0) == (part.micro > 0))
                words = self.tr("{name}, {owner}: {usd}")
                lines = [words.format(name=row.name, owner=part.owner, usd=money(part.micro * MICRO))]
                lines.append(
                    self.tr("{part} of {usd}").format(part=percent(part.micro / side), usd=money(side * MICRO))
                )
                together = self.tr("all parts together: {usd}").format(usd=money(row.whole * MICRO))
                return [*lines, together, *self.moment_told(place)]
        return []

    def moment_at(self, place: QPointF) -> int:
        """The second in which this payer paid most for this exchange; who won has no such second."""
        if self.reading != PAID or self.empty():
            return -1
        near = [(row, part) for row, part, box in self.pieces() if box.adjusted(-1, -3, 1, 3).contains(place)]
        if not near:
            return -1
        row, part = near[0]
        rows = self.session.branch.record.exchanges[: self.session.step + 1]
        sums = paid(rows)[list(PAYERS)[part.number]]
        x = next(n for n, mine in enumerate(self.rows) if mine is row)
        column = sums[:, x] if x < len(self.session.exchanges) else sums.sum(axis=1)
        growth = np.diff(column) * (1 if part.micro > 0 else -1)
        return int(np.argmax(growth)) + 1 if growth.size and growth.max() > 0 else -1

    def spots(self) -> list[QPointF]:
        """The middles of the parts."""
        return [box.center() for _, _, box in self.pieces()]

    def table(self) -> Table:
        """A row for each exchange and owner, to the micro-dollar."""
        columns = ("exchange", "owner", "amount [$]")
        rows = [(row.name, part.owner, part.micro / 1e6) for row in self.rows for part in row.parts]
        return Table(columns, rows)
