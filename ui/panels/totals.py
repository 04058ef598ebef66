"""The whole market in numbers: what was liquidated and of whom, what is lost, whether it spreads, what still stands."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.frame import Frame, Totals
from model.session import Change, Session
from ui import text, theme
from ui.lettering import Lettering, Look

PAD = 10.0
ROW_GAP = 7.0


class Figure(NamedTuple):
    """One number: its name, itself, what stands small beside it, its colour, whether it is a main one."""

    name: str
    value: str
    beside: str
    color: QColor
    main: bool = False


class TotalsPanel(QWidget):
    """Draws the totals of a frame."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = Look.now()
        self._big = Lettering("big")
        self._totals: Totals | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Totals"))
        theme.keeper.changed.connect(self._restyle)

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show a frame."""
        old, new, f = frame.before.totals, frame.after.totals, frame.fraction
        pairs = zip(old, new, strict=True)
        self._totals = new if f >= 1 else Totals(*(b if b != b or a != a else a + (b - a) * f for a, b in pairs))
        self.setAccessibleDescription(", ".join(
            self.tr("{name} {value}").format(name=item.name, value=item.value) for item in self.figures()
        ))  # fmt: skip
        self.update()

    def drawn(self) -> Totals | None:
        """What the panel shows."""
        return self._totals

    def figures(self) -> list[Figure]:
        """The numbers as written."""
        totals, colors = self._totals, self._look.theme
        if totals is None:
            return []

        def share(part: float) -> str:
            return text.percent(part / totals.liquidated, 0) if totals.liquidated > 0 else ""

        red = colors.liquidation if totals.liquidated > 0 else colors.text
        plain = colors.text
        return [
            Figure(self.tr("liquidated"), text.money(totals.liquidated), "", red, True),
            Figure(self.tr("market value lost"), text.money(max(totals.market_value_lost, 0.0)), "", plain, True),
            Figure(self.tr("R: each $ sets off"), text.number(totals.reproduction, 2), "", plain, True),
            Figure(self.tr("of traders"), text.money(totals.leveraged), share(totals.leveraged), plain),
            Figure(self.tr("of market makers"), text.money(totals.makers), share(totals.makers), plain),
            Figure(self.tr("makers' orders left"), text.percent(totals.makers_orders, 0), "", colors.bid),
            Figure(self.tr("insurance funds"), text.money(totals.fund), "", colors.fund),
            Figure(self.tr("unpaid losses"), text.money(totals.bad_debt), "", plain),
            Figure(self.tr("withdrawn"), text.money(totals.withdrawn), "", colors.confidence),
        ]

    # --- places -----------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self._look = Look.now()
        self._big = Lettering("big")
        self.updateGeometry()
        self.update()

    def _needed(self) -> float:
        """Room of the widest figure."""
        names = (self._look.small.width(item.name) for item in self.figures())
        widest_number = self._look.title.width("$888.8 M")
        return max(max(names, default=60.0), widest_number) + 8

    def _columns(self, width: float) -> int:
        return next((n for n in (3, 2) if self._needed() <= (width - 2 * PAD) / n), 1)

    def _row_height(self) -> float:
        return self._look.small.height + self._big.height

    def heightForWidth(self, width: int) -> int:
        """Qt: the height that this width needs."""
        rows = -(-9 // self._columns(width))
        return round(2 * PAD + rows * self._row_height() + (rows - 1) * ROW_GAP)

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """The smallest size."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.panel)
        figures = self.figures()
        columns = self._columns(self.width())
        room = (self.width() - 2 * PAD) / columns
        for n, item in enumerate(figures):
            row, column = divmod(n, columns)
            y = PAD + row * (self._row_height() + ROW_GAP)
            self._draw(painter, QRectF(PAD + column * room, y, room - 6, self._row_height()), item)
        painter.end()

    def _draw(self, painter: QPainter, room: QRectF, item: Figure) -> None:
        look = self._look
        look.small.write(painter, room.topLeft(), look.small.fitted(item.name, room.width()), look.theme.text_soft)
        sizes = (self._big, look.title, look.heading) if item.main else (look.title, look.heading, look.small_bold)
        letters = next((size for size in sizes if size.width(item.value) <= room.width()), sizes[-1])
        base = room.top() + look.small.height
        width = letters.write(painter, QPointF(room.left(), base), item.value, item.color)
        if item.beside and width + 6 + look.small.width(item.beside) <= room.width():
            y = base + (letters.height - look.small.height) * 0.7
            look.small.write(painter, QPointF(room.left() + width + 6, y), item.beside, look.theme.text_soft)
