"""The whole market in numbers: what was liquidated and of whom, what is lost, whether it spreads, what still stands."""

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from model.frame import Frame, Totals
from model.provenance import BY_MEASURE
from model.session import Change, Session
from ui import text, theme
from ui.lettering import Lettering, Look, chip_room, draw_chip
from ui.sources import asking, badge_text, source_tip

PAD = 10.0
LEAST_SHARE = 0.005
"""A part below this would be written as nothing."""
SETTLED_MS = 400
"""Words for a screen reader are renewed when nothing has moved for so long."""
ROW_GAP, BADGE_GAP, APART = 7.0, 5.0, 8.0
WIDEST_USD = 8.888e7, 8.888e11
"""Dollars that are as wide as any, in one language or another."""
MEASURE = "totals.{name}"
IN_PAIRS = tuple(
    MEASURE.format(name=name)
    for name in (
        "liquidated", "market_value_lost", "leveraged", "makers", "reproduction", "makers_orders",
        "fund", "bad_debt", "withdrawn",
    )
)  # fmt: skip
"""The numbers in two columns: what belongs together side by side."""


class Figure(NamedTuple):
    """One number: its measure, its name long and short, itself, what stands small beside it, its colour, if it is a main one."""

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
        self._forms: dict[tuple[object, ...], tuple[int, bool]] = {}
        """The form that fits a width and names, the last one asked for."""
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
        self._widest = max((text.money(usd) for usd in WIDEST_USD), key=len)
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
            whole = part / totals.liquidated if totals.liquidated > 0 else math.nan
            if 0 < whole < LEAST_SHARE:  # something is not nothing, and nearly all is not all
                return self.tr("< 1 %")
            if 1 - LEAST_SHARE < whole < 1:
                return self.tr("> 99 %")
            return text.percent(whole, 0) if math.isfinite(whole) else ""

        red = colors.liquidation if totals.liquidated > 0 else colors.text
        plain = colors.text
        return [
            Figure("totals.liquidated", self.tr("liquidated"), self.tr("liquidated"), text.money(totals.liquidated),
                   "", red, True),
            Figure("totals.market_value_lost", self.tr("market value lost"), self.tr("value lost"),
                   text.money(max(totals.market_value_lost, 0.0)), "", plain, True),
            Figure("totals.reproduction", self.tr("R: each $ sets off"), self.tr("R: sets off"),
                   text.reproduction(totals.reproduction, self._before), "", plain, True),
            Figure("totals.leveraged", self.tr("traders' part"), self.tr("traders' part"), text.money(totals.leveraged),
                   share(totals.leveraged), plain),
            Figure("totals.makers", self.tr("market makers' part"), self.tr("makers' part"), text.money(totals.makers),
                   share(totals.makers), plain),
            Figure("totals.makers_orders", self.tr("makers' orders left"), self.tr("orders left"),
                   text.percent(totals.makers_orders, 0), "", colors.bid),
            Figure("totals.fund", self.tr("insurance funds"), self.tr("funds"), text.money(totals.fund), "", colors.fund),
            Figure("totals.bad_debt", self.tr("bad debt"), self.tr("bad debt"), text.money(totals.bad_debt), "", plain),
            Figure("totals.withdrawn", self.tr("withdrawn"), self.tr("withdrawn"), text.money(totals.withdrawn), "",
                   colors.confidence),
        ]  # fmt: skip

    # --- places -----------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self._look = Look.now()
        self._big = Lettering("big")
        self._figures, self._forms = None, {}
        self.updateGeometry()
        self.update()

    def _form(self, width: float) -> tuple[int, bool]:
        """Columns, and whether each name has its chip: there is room for the short names and for small numbers."""
        key = (width, *(item.short for item in self.figures()))
        if key not in self._forms:
            self._forms = {key: self._fitting_form(width)}
        return self._forms[key]

    def _fitting_form(self, width: float) -> tuple[int, bool]:
        look, items = self._look, self.figures()
        for columns, chips in ((3, True), (3, False), (2, True), (2, False)):
            room = (width - 2 * PAD) / columns - APART
            names = (look.small.width(item.short) + chips * self._chip_room(item) for item in items)
            if max(max(names, default=60.0), look.small_bold.width(self._widest)) <= room:
                return columns, chips
        return (2 if look.small_bold.width(self._widest) + APART <= (width - 2 * PAD) / 2 else 1), False

    def _chip_room(self, item: Figure) -> float:
        """Room of the chip that says where a number comes from; where there is none, tip and click say it."""
        badge = badge_text(BY_MEASURE[item.measure].provenance)
        return chip_room(self._look.small.metrics, 0.0, 0.0, badge).width() + BADGE_GAP

    def _letters(self, main: bool, room: float) -> Lettering:
        """The largest letters in which a long number has room: a longer name beside it makes no number smaller."""
        sizes = (self._big, self._look.title, self._look.heading, self._look.small_bold)[0 if main else 1 :]
        return next((size for size in sizes if size.width(self._widest) <= room), sizes[-1])

    def _places(self, columns: int) -> list[int]:
        """Each number's place in reading order; in two columns R stands beside the orders that are left."""
        measures = [item.measure for item in self.figures()]
        if columns != 2:
            return list(range(len(measures)))
        order = sorted(measures, key=lambda measure: IN_PAIRS.index(measure))
        return [order.index(measure) for measure in measures]

    def _row_heights(self, columns: int, width: float) -> list[float]:
        places, room = self._places(columns), (width - 2 * PAD) / columns - APART
        rows = [0.0] * -(-len(places) // columns)
        for item, place in zip(self.figures(), places, strict=True):
            rows[place // columns] = max(rows[place // columns], self._letters(item.main, room).height)
        return [self._look.small.height + height for height in rows]

    def height_for(self, width: float) -> int:
        """The height that a width needs."""
        rows = self._row_heights(self._form(width)[0], width)
        return round(2 * PAD + sum(rows) + (len(rows) - 1) * ROW_GAP)

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(420, self.height_for(420))

    def minimumSizeHint(self) -> QSize:
        """The smallest size; the window gives the height that the width needs."""
        return QSize(200, 80)

    def rooms(self) -> list[QRectF]:
        """Where the numbers stand."""
        columns = self._form(self.width())[0]
        room, heights = (self.width() - 2 * PAD) / columns, self._row_heights(columns, self.width())
        places = (divmod(place, columns) for place in self._places(columns))
        return [
            QRectF(PAD + c * room, PAD + sum(heights[:r]) + r * ROW_GAP, room - APART, heights[r]) for r, c in places
        ]

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
        pairs = list(zip(self.rooms(), self.figures(), strict=False))
        with_shares = all(self._has_room_beside(room, item) for room, item in pairs)
        for room, item in pairs:
            self._draw(painter, room, item, with_shares)
        painter.end()

    def _has_room_beside(self, room: QRectF, item: Figure) -> bool:
        wide = self._letters(item.main, room.width()).width(item.value) + BADGE_GAP
        return not item.beside or wide + self._look.small.width(item.beside) <= room.width()

    def written_name(self, room: QRectF, item: Figure) -> str:
        """A number's name as it is written in its room: the long one, the short one, or as much of that as fits."""
        small, wide = self._look.small, room.width() - self._form(self.width())[1] * self._chip_room(item)
        return item.name if small.width(item.name) <= wide else small.fitted(item.short, wide)

    def _draw(self, painter: QPainter, room: QRectF, item: Figure, with_shares: bool) -> None:
        look = self._look
        named = look.small.write(painter, room.topLeft(), self.written_name(room, item), look.theme.text_soft)
        if self._form(self.width())[1]:
            badge = badge_text(BY_MEASURE[item.measure].provenance)
            middle = room.top() + look.small.height / 2
            draw_chip(painter, chip_room(look.small.metrics, room.left() + named + BADGE_GAP, middle, badge), badge)
        letters = self._letters(item.main, room.width())
        if letters.width(item.value) > room.width():
            letters = look.small_bold
        base = room.bottom() - letters.height
        width = letters.write(painter, QPointF(room.left(), base), item.value, item.color)
        if item.beside and with_shares:
            y = base + letters.metrics.ascent() - look.small.metrics.ascent()
            look.small.write(painter, QPointF(room.left() + width + BADGE_GAP, y), item.beside, look.theme.text_soft)
