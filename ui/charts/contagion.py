"""Who set off whom: dollars liquidated on each exchange, by where the fall came from; beside it R over time."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.events import Channel, Event
from model.frame import Frame
from model.session import Change, Session
from ui.charts.chart import Chart, Table
from ui.charts.one_place import OnePlace
from ui.charts.reproduction import ReproductionChart
from ui.controls.pace import Pace
from ui.text import money, percent
from ui.theme import current, font, mixed, pixels

LIQUIDATIONS = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)
ULTIMATE, NEAREST = 0, 1
LEAST_ROW = 1.35
"""Height of a row, in lines, under which the rows of trading are shown as one."""
TRADING = 4
"""Origins before those of liquidations: news, chance trades, value buyers, the user."""
DEEPEST = 0.65
"""How red the largest sum is; redder, and it could not be read."""
BESIDE_FROM = 760
"""Width in pixels from which R is shown beside the table."""


def contagion(session: Session) -> NDArray[np.float64]:
    """(1 + X, X) dollars liquidated up to now: row 0 by news and trading, then by liquidations on each exchange."""
    count = len(session.exchanges)
    _, rows = session.events(0, session.step)
    rows = rows[np.isin(rows["kind"], LIQUIDATIONS)]
    spread = (rows["channel"] >= Channel.DIRECT) & (rows["source"] >= 0)
    table = np.zeros((1 + count, count))
    np.add.at(table, (np.where(spread, rows["source"] + 1, 0), rows["exchange"]), rows["usd"] * 1e-6)
    return table


class ContagionChart(Chart):
    """The table as shaded cells with their dollars."""

    key = "contagion"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.reading = ULTIMATE
        self.dollars = session.origins()
        """Rows of causes, columns of exchanges, as read."""
        self._pace = Pace(self._read, self)
        self.offer()
        self.retranslate()

    def title(self) -> str:
        """What is shown."""
        return self.tr("traders liquidated so far: cause (rows) → exchange (columns)")

    def wordings(self) -> tuple[str, ...]:
        """However few words, they tell rows from columns."""
        return (
            self.title(),
            self.tr("liquidated: cause (rows) → exchange (columns)"),
            self.tr("cause (rows) → exchange (columns)"),
            self.tr("rows set off columns"),
        )

    def choices(self) -> tuple[str, ...]:
        """How far back the cause is looked for."""
        return self.tr("ultimate origin"), self.tr("nearest cause")

    def chosen(self, choice: int) -> None:
        """Look for another cause."""
        self.reading = choice
        self._read()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Contagion between exchanges"))

    def _read(self) -> None:
        self.dollars = self.session.origins() if self.reading == ULTIMATE else contagion(self.session)
        self.update()

    def refresh(self, change: Change, frame: Frame) -> None:
        """Count up to this moment."""
        self._pace.follow(change, self.session)
        self.describe(change)

    # --- places -----------------------------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """Rows as written."""
        if len(self.shown()) == 1 + len(self.session.exchanges):
            return [self.tr("news and trading"), *self.session.exchanges]
        trading = [self.tr("news"), self.tr("chance trades"), self.tr("value buyers"), self.tr("your orders")]
        return [*trading, *self.session.exchanges]

    def shown(self) -> NDArray[np.float64]:
        """Rows as drawn: where there is no room for all, those of trading are added up."""
        rows = self.dollars
        room = self.height() - self.head - pixels("small") * 1.9
        if len(rows) == 1 + len(self.session.exchanges) or room >= len(rows) * pixels("small") * LEAST_ROW:
            return rows
        return np.concatenate((rows[:TRADING].sum(axis=0, keepdims=True), rows[TRADING:]))

    def cells(self) -> list[tuple[int, int, QRectF]]:
        """Row, column and place of each cell."""
        small, metrics = pixels("small"), QFontMetricsF(font("small"))
        rows, columns = self.shown().shape
        needed = max(metrics.horizontalAdvance(name) for name in self.names()) + 20
        number = max(metrics.horizontalAdvance(money(usd)) for usd in self.shown().ravel().tolist()) + 8
        head = max(min(needed, self.width() - 8 - number * columns), small * 3)  # a name may be shortened, a number not
        top = self.head + small * 1.7
        width = min((self.width() - head - 8) / columns, small * 16)
        height = min((self.height() - top - 3) / rows, small * 4.5)
        return [
            (row, column, QRectF(head + column * width, top + row * height, width - 2, height - 2))
            for row in range(rows) for column in range(columns)
        ]  # fmt: skip

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """All of it, as last read."""
        self.from_picture(painter, id(self.dollars), self._draw)

    def _draw(self, painter: QPainter) -> None:
        """Heads, cells."""
        theme = current()
        painter.fillRect(self.rect(), theme.panel)
        self.heading.paint(painter)
        painter.setFont(font("small"))
        rows, names, cells = self.shown(), self.names(), self.cells()
        most, metrics = max(float(rows.max()), 1.0), QFontMetricsF(painter.font())
        for row, column, box in cells:
            dollars = float(rows[row, column])
            painter.fillRect(box, mixed(theme.raised, theme.liquidation, DEEPEST * (dollars / most) ** 0.5))
            painter.setPen(QPen(theme.text if dollars else theme.text_faint))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, money(dollars))
            painter.setPen(theme.text_soft)
            if column == 0:
                side = QRectF(2, box.top(), box.left() - 10, box.height())
                name = metrics.elidedText(names[row], Qt.TextElideMode.ElideRight, side.width())
                painter.drawText(side, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
            if row == 0:
                over = QRectF(box.left(), box.top() - pixels("small") * 1.6, box.width(), pixels("small") * 1.5)
                name = metrics.elidedText(self.session.exchanges[column], Qt.TextElideMode.ElideRight, over.width())
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, name)

    def tip_at(self, place: QPointF) -> str:
        """The whole name of a row, beside it."""
        for row, column, box in self.cells():
            if column == 0 and place.x() < box.left() and box.top() <= place.y() < box.bottom():
                return self.names()[row]
        return super().tip_at(place)

    def told_at(self, place: QPointF) -> list[str]:
        """One pair in words."""
        rows = self.shown()
        for row, column, box in self.cells():
            if box.contains(place):
                dollars, whole = float(rows[row, column]), float(rows[:, column].sum())
                words = self.tr("{cause} → {exchange}: {usd}").format(
                    cause=self.names()[row], exchange=self.session.exchanges[column], usd=money(dollars)
                )
                if whole <= 0:
                    return [words]
                share = self.tr("{part} of what was liquidated there").format(part=percent(dollars / whole))
                return [words, share, *self.moment_told(place)]
        return []

    def moment_at(self, place: QPointF) -> int:
        """The second of the largest liquidation whose nearest cause was this one."""
        found = next(((row, column) for row, column, box in self.cells() if box.contains(place)), None)
        if found is None:
            return -1
        (row, column), trading = found, len(self.shown()) - len(self.session.exchanges)
        _, log = self.session.events(0, self.session.step)
        spread = (log["channel"] >= Channel.DIRECT) & (log["source"] >= 0)
        if row >= trading:
            cause = spread & (log["source"] == row - trading)
        else:
            cause = ~spread if trading == 1 else log["channel"] == Channel.NEWS + row
        log = log[cause & np.isin(log["kind"], LIQUIDATIONS) & (log["exchange"] == column)]
        return int(log["step"][np.argmax(log["usd"])]) if log.size else -1

    def spots(self) -> list[QPointF]:
        """The middles of the cells."""
        return [box.center() for _, _, box in self.cells()]

    def table(self) -> Table:
        """A row a cause, a column an exchange."""
        columns = ("cause", *("liquidated on {name} [$]".format(name=name) for name in self.session.exchanges))
        rows = [(name, *values) for name, values in zip(self.names(), self.shown().tolist(), strict=True)]
        return Table(columns, rows)


class ContagionView(QWidget):
    """The table, and R over time beside it where there is room."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.matrix, self.reproduction = ContagionChart(session), ReproductionChart(session)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.matrix, 1)
        row.addWidget(self.reproduction, 1)
        self._place = OnePlace(self.matrix, self.reproduction, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: without room for two they take turns."""
        self._place.settle(self.width() >= BESIDE_FROM * pixels("small") / 12)

    def bring(self, chart: Chart) -> None:
        """Show a chart, if there is room for one only."""
        self._place.bring(chart)

    def refresh(self, change: Change, frame: Frame) -> None:
        """What is in sight, up to this moment."""
        for chart in (self.matrix, self.reproduction):
            if chart is self._place.shown or chart.isVisible():
                chart.refresh(change, frame)
