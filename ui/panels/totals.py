"""The whole market in numbers: what was liquidated and of whom, what is lost, whether it spreads, what still stands."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from model.frame import Frame, Totals
from model.provenance import BY_MEASURE
from model.session import Change, Session
from ui import text, theme
from ui.lettering import Lettering, Look
from ui.sources import asking, badge_text, source_tip

PAD = 10.0
SETTLED_MS = 400
"""Words for a screen reader are renewed when nothing has moved for so long."""
ROW_GAP, BADGE_GAP = 7.0, 6.0
WIDEST = "$888.8 M"
MEASURE = "totals.{name}"


class Figure(NamedTuple):
    """One number: its measure, its name, itself, what stands small beside it, its colour, whether it is a main one."""

    measure: str
    name: str
    short: str
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
        self._only: frozenset[str] = frozenset()
        self._figures: list[Figure] | None = None
        """The numbers as written, until something changes them: a painting asks for them five times."""
        self._before = 0.0
        """Dollars liquidated in the minute against which R is counted."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self._describe)
        theme.keeper.changed.connect(self._restyle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def retranslate(self) -> None:
        """Write all words again."""
        self._figures = None
        self.setAccessibleName(self.tr("Totals"))
        if self.accessibleDescription():
            self._describe()

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show a frame."""
        old, new, f = frame.before.totals, frame.after.totals, frame.fraction
        self._before = self._session.liquidated_before(min(frame.after.step, self._session.horizon))
        pairs = zip(old, new, strict=True)
        self._totals = new if f >= 1 else Totals(*(b if b != b or a != a else a + (b - a) * f for a, b in pairs))
        self._figures = None
        self._settled.start()
        self.update()

    def _describe(self) -> None:
        words = (self.tr("{name} {value}").format(name=item.name, value=item.value) for item in self.figures())
        self.setAccessibleDescription(", ".join(words))

    def show_only(self, names: frozenset[str]) -> None:
        """Show only the numbers of these measures; all of them for none."""
        self._only = frozenset(MEASURE.format(name=name) for name in names)
        self._figures = None
        self.update()

    def drawn(self) -> Totals | None:
        """What the panel shows."""
        return self._totals

    def figures(self) -> list[Figure]:
        """The numbers in sight, as written."""
        if self._figures is None:
            self._figures = [item for item in self._all() if not self._only or item.measure in self._only]
        return self._figures

    def _all(self) -> list[Figure]:
        totals, colors = self._totals, self._look.theme
        if totals is None:
            return []

        def share(part: float) -> str:
            return text.percent(part / totals.liquidated, 0) if totals.liquidated > 0 else ""

        red = colors.liquidation if totals.liquidated > 0 else colors.text
        plain = colors.text
        return [
            Figure(
                "totals.liquidated",
                self.tr("liquidated"),
                self.tr("liquidated"),
                text.money(totals.liquidated),
                "",
                red,
                True,
            ),
            Figure(
                "totals.market_value_lost",
                self.tr("market value lost"),
                self.tr("value lost"),
                text.money(max(totals.market_value_lost, 0.0)),
                "",
                plain,
                True,
            ),
            Figure(
                "totals.reproduction",
                self.tr("R: each $ sets off"),
                self.tr("R"),
                text.reproduction(totals.reproduction, self._before),
                "",
                plain,
                True,
            ),
            Figure(
                "totals.leveraged",
                self.tr("of traders"),
                self.tr("traders"),
                text.money(totals.leveraged),
                share(totals.leveraged),
                plain,
            ),
            Figure(
                "totals.makers",
                self.tr("of market makers"),
                self.tr("makers"),
                text.money(totals.makers),
                share(totals.makers),
                plain,
            ),
            Figure(
                "totals.makers_orders",
                self.tr("makers' orders left"),
                self.tr("orders left"),
                text.percent(totals.makers_orders, 0),
                "",
                colors.bid,
            ),
            Figure(
                "totals.fund", self.tr("insurance funds"), self.tr("funds"), text.money(totals.fund), "", colors.fund
            ),
            Figure(
                "totals.bad_debt", self.tr("unpaid losses"), self.tr("unpaid"), text.money(totals.bad_debt), "", plain
            ),
            Figure(
                "totals.withdrawn",
                self.tr("withdrawn"),
                self.tr("withdrawn"),
                text.money(totals.withdrawn),
                "",
                colors.confidence,
            ),
        ]

    # --- places -----------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self._look = Look.now()
        self._big = Lettering("big")
        self._figures = None
        self.updateGeometry()
        self.update()

    def _form(self, width: float) -> tuple[int, bool]:
        """Columns, and whether names and numbers are short and small, so that nothing is cut."""
        look, items = self._look, self.figures()
        for columns, short in ((3, False), (3, True), (2, True)):
            names = (look.small.width(item.short if short else item.name) + self._badge_room(item) for item in items)
            figure = look.small_bold.width(WIDEST) if short else look.title.width(WIDEST)
            if max(max(names, default=60.0), figure) + 8 <= (width - 2 * PAD) / columns:
                return columns, short
        fits = look.small_bold.width(WIDEST) + 8 <= (width - 2 * PAD) / 2
        return (2 if fits else 1), True  # long names are shortened rather than the window made higher

    def _badge_room(self, item: Figure) -> float:
        """Room of the letter that says where a number comes from: every number has it, in every form."""
        return self._look.small.width(badge_text(BY_MEASURE[item.measure].provenance)) + BADGE_GAP

    def _row_height(self, short: bool) -> float:
        return self._look.small.height + (self._look.heading.height if short else self._big.height)

    def height_for(self, width: float) -> int:
        """The height that a width needs."""
        columns, short = self._form(width)
        rows = -(-len(self.figures()) // columns)
        return round(2 * PAD + rows * self._row_height(short) + (rows - 1) * ROW_GAP)

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(420, self.height_for(420))

    def minimumSizeHint(self) -> QSize:
        """The smallest size; the window gives the height that the width needs."""
        return QSize(200, 80)

    def rooms(self) -> list[QRectF]:
        """Where the numbers stand."""
        columns, short = self._form(self.width())
        room, height = (self.width() - 2 * PAD) / columns, self._row_height(short)
        places = (divmod(n, columns) for n in range(len(self.figures())))
        return [QRectF(PAD + c * room, PAD + r * (height + ROW_GAP), room - 6, height) for r, c in places]

    def measure_at(self, place: QPointF) -> str:
        """Key of the number at a place; empty if none is there."""
        pairs = zip(self.rooms(), self.figures(), strict=False)
        return next((item.measure for room, item in pairs if room.contains(place)), "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a number asks where it comes from."""
        key = self.measure_at(event.position())
        if key and event.button() == Qt.MouseButton.LeftButton:
            asking.asked.emit(key)

    def event(self, event: QEvent) -> bool:
        """Qt: the pointer rests, say where the number below it comes from."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), source_tip(self.measure_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.panel)
        short = self._form(self.width())[1]
        for room, item in zip(self.rooms(), self.figures(), strict=False):
            self._draw(painter, room, item, short)
        painter.end()

    def _draw(self, painter: QPainter, room: QRectF, item: Figure, short: bool) -> None:
        look = self._look
        name = look.small.fitted(item.short if short else item.name, room.width() - self._badge_room(item))
        named = look.small.write(painter, room.topLeft(), name, look.theme.text_soft)
        badge = badge_text(BY_MEASURE[item.measure].provenance)
        look.small.write(painter, room.topLeft() + QPointF(named + BADGE_GAP, 0), badge, look.theme.text_faint)
        sizes = (self._big, look.title, look.heading) if item.main else (look.title, look.heading, look.small_bold)
        sizes = (look.heading, look.heading, look.small_bold) if short else sizes
        letters = next((size for size in sizes if size.width(item.value) <= room.width()), sizes[-1])
        base = room.top() + look.small.height
        width = letters.write(painter, QPointF(room.left(), base), item.value, item.color)
        if item.beside and width + 6 + look.small.width(item.beside) <= room.width():
            y = base + (letters.height - look.small.height) * 0.7
            look.small.write(painter, QPointF(room.left() + width + 6, y), item.beside, look.theme.text_soft)
