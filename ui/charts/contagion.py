"""Who set off whom: dollars liquidated on each exchange, by where the cause of the margin call lay."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from model.events import Channel, Event
from model.frame import Frame
from model.session import Change, Session
from ui.controls.pace import Pace
from ui.text import money
from ui.theme import current, font, keeper, mixed, pixels

LIQUIDATIONS = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)


def contagion(session: Session) -> NDArray[np.float64]:
    """(1 + X, X) dollars liquidated up to now: row 0 by news and trading, then by liquidations on each exchange."""
    count = len(session.exchanges)
    _, rows = session.events(0, session.step)
    rows = rows[np.isin(rows["kind"], LIQUIDATIONS)]
    spread = (rows["channel"] >= Channel.DIRECT) & (rows["source"] >= 0)
    table = np.zeros((1 + count, count))
    np.add.at(table, (np.where(spread, rows["source"] + 1, 0), rows["exchange"]), rows["usd"] * 1e-6)
    return table


class ContagionChart(QWidget):
    """The table as shaded cells with their dollars."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table = contagion(session)
        self._pace = Pace(self._read, self)
        self.setMinimumHeight(70)
        self.retranslate()
        keeper.changed.connect(self.update)

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Contagion between exchanges"))

    def _read(self) -> None:
        self.table = contagion(self._session)
        self.update()

    def refresh(self, change: Change, frame: Frame) -> None:
        """Count up to this moment."""
        self._pace.follow(change, self._session)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, cells."""
        theme, painter, small = current(), QPainter(self), pixels("small")
        painter.setFont(font("small"))
        metrics = QFontMetricsF(painter.font())
        names = [self.tr("news and trading"), *self._session.exchanges]
        painter.setPen(theme.text_faint)
        painter.drawText(
            QPointF(4, small * 1.1), self.tr("liquidated so far: cause lies on (rows) → liquidated on (columns)")
        )
        head = max(metrics.horizontalAdvance(name) for name in names) + 24
        top = small * 3.4
        columns = len(self._session.exchanges)
        width = min((self.width() - head - 8) / columns, small * 16)
        height = min((self.height() - top - 6) / len(names), small * 4.5)
        most = max(float(self.table.max()), 1.0)
        for row, name in enumerate(names):
            painter.setPen(theme.text_soft)
            painter.drawText(QRectF(4, top + row * height, head - 12, height),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)  # fmt: skip
            for column in range(columns):
                box = QRectF(head + column * width, top + row * height, width - 3, height - 3)
                self._draw_cell(painter, box, float(self.table[row, column]), most)
        painter.setPen(theme.text_soft)
        for column, name in enumerate(self._session.exchanges):
            box = QRectF(head + column * width, top - small * 1.6, width, small * 1.5)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_cell(self, painter: QPainter, box: QRectF, dollars: float, most: float) -> None:
        """One pair: the stronger, the redder."""
        theme = current()
        painter.fillRect(box, mixed(theme.raised, theme.liquidation, 0.75 * (dollars / most) ** 0.5))
        painter.setPen(QPen(theme.text if dollars else theme.text_faint))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, money(dollars))
