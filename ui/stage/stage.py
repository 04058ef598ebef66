"""The stage: every exchange's book of one asset, side by side, between two moments."""

import math

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from model.frame import Frame, Hop, Picture
from ui import text, theme
from ui.lettering import Look
from ui.sources import asking, source_tip
from ui.stage import gauges, header, ladder, levels
from ui.stage.arrangement import MARGIN, Arrangement, Column, arrange
from ui.stage.canvas import Canvas, Rows
from ui.stage.glass import Glass, Shape
from ui.stage.glow import Glow
from ui.stage.hops import ArcPictures, HopTrail, Sold, draw_arcs, draw_badges
from ui.stage.legend import Legend, Marks, rows_for
from ui.stage.levels import Levels
from ui.stage.readout import draw_readout
from ui.stage.scale import Axis, NormalBooks, PriceScale
from ui.stage.sheet import Sheet
from ui.stage.shown import HIDEABLE, Shown, shown, without
from ui.text import translate

TICK_GAP, LEAST_TICKS = 56.0, 4
"""Pixels between two prices of the axis, and spans that a low stage is divided into at least."""
WORDS_MS = 120.0
"""While time flows, words that change are written anew so often: faster nobody can read."""
SETTLED_MS = 400
"""Words for a screen reader are renewed when nothing has moved for so long."""
ALONE_SIZE, ALONE_MOST = (1240.0, 620.0), 1.6
"""On the whole screen letters grow with the stage's size against this, up to so many times."""
DEPTH_WIDTH = 0.97
"""Part of a column's width that the fullest normal bar takes."""


class Stage(QWidget):
    """Draws a frame. It remembers nothing of the market, only where its axis stands and what still glows."""

    hop_chosen = Signal(object)
    """A hop whose causes the user wants to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._frame: Frame | None = None
        self._phase = ""
        self._venues: list[Shown] = []
        self._unseen: frozenset[str] = frozenset()
        """Numbers that a lesson keeps out of sight."""
        self._told: list[Shown] = []
        """What the words say: the venues now, or, while time flows, a moment ago."""
        self._stamps: list[int] = []
        """Rises for a column whenever its words change."""
        self._words_ms = 0.0
        self._scale = PriceScale()
        self._normal = NormalBooks()
        self._trail = HopTrail()
        self._arcs = ArcPictures()
        self._glows: list[Glow] = []
        self._glasses: list[Glass] = []
        self._canvases: list[Canvas | None] = []
        self._sheets: list[tuple[Sheet, Sheet]] = []
        self._legend = Legend()
        self._place: tuple[tuple[int, ...], Arrangement] | None = None
        self._hops: list[Hop] = []
        self._mouse: QPointF | None = None
        self._form = 0
        self._flowing = False
        self._alone, self._size_of_letters = False, 1.0
        """Whether the stage has the whole screen."""
        self._look = Look.now()
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(lambda: self.setAccessibleDescription(self._spoken()))
        theme.keeper.changed.connect(self._restyle)

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(translate("Stage", "Stage"))
        if self.accessibleDescription():
            self.setAccessibleDescription(self._spoken())

    # --- what comes in and what can be read back --------------------------------------------------------------------

    def set_frame(self, frame: Frame, elapsed_ms: float = 0.0, phase: str = "") -> None:
        """Show a frame. `elapsed_ms` of the room passed since the last one while playing; 0 means time stands still."""
        after = frame.after
        if self._frame is None or self._frame.after.symbol != after.symbol or len(self._venues) != len(after.venues):
            self._form = 0
            self._glows = [Glow() for _ in after.venues]
            self._glasses = [Glass() for _ in after.venues]
            self._canvases = [None] * len(after.venues)
            self._stamps = [0] * len(after.venues)
            self._sheets = [(Sheet(), Sheet()) for _ in after.venues]
        self._frame, self._phase = frame, phase
        moved_ms = 0.0 if theme.keeper.still else elapsed_ms
        self._flowing = moved_ms > 0
        self._scale.follow(after, smooth=self._flowing)
        edges = self._scale.edges()
        before = frame.before if len(frame.before.venues) == len(after.venues) else after
        first = round(edges[0] / self._scale.bin_usd)
        self._venues = [
            glow.over(shown(old, new, frame.fraction, edges, after.price_start, after.symbol), first, moved_ms)
            for old, new, glow in zip(before.venues, after.venues, self._glows, strict=True)
        ]
        if self._unseen:
            self._venues = [without(venue, self._unseen) for venue in self._venues]
        self._tell(moved_ms)
        self._trail.take(after.hops, (after.step, after.phase), elapsed_ms)
        self._settled.start()
        self.update()

    def _tell(self, elapsed_ms: float) -> None:
        """Let the words follow the bars: at once while time stands still; while it flows in turn, column after column."""
        count = len(self._venues)
        halts = [venue.halted_for > 0 for venue in self._venues] != [told.halted_for > 0 for told in self._told]
        if elapsed_ms <= 0 or halts:
            self._told, self._words_ms = list(self._venues), 0.0
            self._stamps = [stamp + 1 for stamp in self._stamps]
            return
        before = int(self._words_ms * count / WORDS_MS)
        self._words_ms += elapsed_ms
        for turn in range(before, min(int(self._words_ms * count / WORDS_MS), before + count)):
            self._told[turn % count] = self._venues[turn % count]
            self._stamps[turn % count] += 1
        self._words_ms %= WORDS_MS

    def show_only(self, names: frozenset[str]) -> None:
        """Show of what stands around the books only these details; everything for none."""
        self._unseen = frozenset(HIDEABLE) - names if names else frozenset()
        self._form, self._place = 0, None
        if self._frame is not None:
            self.set_frame(self._frame, phase=self._phase)

    def drawn(self) -> tuple[Shown, ...]:
        """What the columns show."""
        return tuple(self._venues)

    def drawn_hops(self) -> tuple[Hop, ...]:
        """The hops in the last picture."""
        return tuple(self._hops)

    def measure_at(self, spot: QPointF) -> str:
        """Key of the number at a place; empty if none is there."""
        if self._place is None:
            return ""
        place = self._place[1]
        for column, venue in zip(place.columns, self._told, strict=False):
            found = header.measure_at(column.header, column.lines, spot) or gauges.measure_at(
                column.gauges, venue, self._look, place.gauge_layout, spot
            )
            if found or column.plot.contains(spot):
                return found or "stage.depth"
        return ""

    def _spoken(self) -> str:
        template = translate("Stage", "{name}: {price}, {change}, bids left {bids}.")
        return " ".join(
            template.format(
                name=venue.name, price=text.price(venue.mid), change=text.change(venue.change),
                bids=text.percent(venue.depth_ratio, 0),
            )
            for venue in self._venues
        )  # fmt: skip

    # --- Qt's side --------------------------------------------------------------------------------------------------

    def set_alone(self, alone: bool) -> None:
        """Write in letters for the back row where the stage has the whole screen, or as everywhere."""
        if alone != self._alone:
            self._alone = alone
            self._restyle()

    def _magnified(self) -> float:
        """How much larger than elsewhere the letters are."""
        room = min(self.width() / ALONE_SIZE[0], self.height() / ALONE_SIZE[1]) if self._alone else 1.0
        return min(max(round(room, 1), 1.0), ALONE_MOST)

    def _restyle(self) -> None:
        self._size_of_letters = self._magnified()
        with theme.worn(theme.current().name, theme.keeper.scale * self._size_of_letters):
            self._look = Look.now()
        self._form = 0
        self._place = None
        self._sheets = [(Sheet(), Sheet()) for _ in self._sheets]  # an old sheet may hold words of another language
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(900, 560)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which everything can still be read."""
        return QSize(360, 260)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        self._form = 0
        if self._magnified() != self._size_of_letters:
            self._restyle()
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer moved."""
        self._mouse = event.position()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press; on a hop it asks for its causes."""
        hop = self._trail.at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if hop is not None:
            self.hop_chosen.emit(hop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a number asks where it comes from."""
        if self._trail.at(event.position()) is not None:
            return
        key = self.measure_at(event.position())
        if key and key != "stage.depth" and event.button() == Qt.MouseButton.LeftButton:
            asking.asked.emit(key)

    def event(self, event: QEvent) -> bool:
        """Qt: the pointer rests on a number, say where it comes from; in a book the readout speaks."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self.measure_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if key == "stage.depth" else source_tip(key), self)
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer left."""
        self._mouse = None
        self.update()

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        if self._frame is not None:
            self._draw(painter, self._frame)
        else:
            painter.fillRect(self.rect(), self._look.theme.panel)
        painter.end()

    def _draw(self, painter: QPainter, frame: Frame) -> None:
        picture, look = frame.after, self._look
        place = self._arranged()
        self._draw_ground(painter, [column.plot for column in place.columns])
        axis = self._scale.axis(place.books.top(), place.books.bottom())
        width = place.columns[0].plot.width() if place.columns else 1.0
        per_usd = width * DEPTH_WIDTH / self._normal.fullest(picture, self._scale.bin_usd)
        self._legend.draw(painter, place.title, picture, self._phase, self._marks(per_usd), look)
        self._draw_axis(painter, place, axis, picture.price_start)
        drawn = [
            self._draw_column(painter, picture, n, column, axis, per_usd) for n, column in enumerate(place.columns)
        ]
        told = levels.alike([found for found, _ in drawn])
        sold = [
            at._replace(right=found.free_until(at.y, at.right) - 4) for found, (_, at) in zip(told, drawn, strict=True)
        ]
        for n, column in enumerate(place.columns):
            self._show_words(painter, n, column, place.gauge_layout)
        self._hops = draw_arcs(painter, place.books, sold, self._trail, self._arcs, look)
        for column, found in zip(place.columns, told, strict=True):
            levels.draw_levels(painter, column.plot, found, look)
        boxes = [box for found in told for box in found.boxes]
        draw_badges(painter, place.books, width, boxes, self._trail, look)
        if self._mouse is not None:
            draw_readout(painter, self._mouse, place, axis, self._venues, self._scale.edges(), look)

    def _draw_ground(self, painter: QPainter, plots: list[QRectF]) -> None:
        """Fill what lies around the books; the books themselves bring their ground with them."""
        ground, whole = self._look.theme.panel, QRectF(self.rect())
        if not plots:
            painter.fillRect(whole, ground)
            return
        top, bottom = plots[0].top() + 1, plots[0].bottom() - 1  # a pixel of overlap, for screens that scale
        painter.fillRect(QRectF(0, 0, whole.width(), top), ground)
        painter.fillRect(QRectF(0, bottom, whole.width(), whole.height() - bottom), ground)
        lefts, rights = [0.0, *(plot.right() for plot in plots)], [*(plot.left() for plot in plots), whole.width()]
        for left, right in zip(lefts, rights, strict=True):
            painter.fillRect(QRectF(left - 1, top, right - left + 2, bottom - top), ground)

    def _marks(self, per_usd: float) -> Marks:
        """What the legend explains."""
        assert self._frame is not None
        return Marks(
            per_usd, self._scale.bin_usd, self._frame.after.price_start,
            compared=any(venue.ghost is not None for venue in self._venues),
            liquidated=any(venue.liquidated_usd > 0 for venue in self._venues),
            selling=any(venue.halted_for <= 0 or bool(venue.eaten.any()) for venue in self._venues),
            halted=any(venue.halted_for > 0 for venue in self._venues),
        )  # fmt: skip

    def _arranged(self) -> Arrangement:
        """Where everything stands; measured anew only when words, size or look have changed."""
        key = (self.width(), self.height(), id(self._look), self._form, *self._stamps)
        if self._place is None or self._place[0] != key:
            marks = self._marks(1e-7)  # hundreds of millions: as wide as the words of the depth scale can be
            name = self._frame.after.symbol if self._frame is not None else ""
            rows = rows_for(self.width() - 2 * MARGIN, name, marks, self._look)
            place = arrange(self.width(), self.height(), self._told, self._look, self._form, rows)
            self._form = place.header_form
            self._place = ((*key[:3], self._form, *self._stamps), place)
        return self._place[1]

    def _show_words(self, painter: QPainter, n: int, column: Column, layout: str) -> None:
        """Header and gauges of a column, drawn anew only when they say something else."""
        look, venue, key = self._look, self._told[n], (self._stamps[n], id(self._look), self._form)
        above, below = self._sheets[n]
        above.show(
            painter, column.header, key, look.theme.panel,
            lambda own: header.draw_header(own, column.header, column.lines),
        )  # fmt: skip
        below.show(
            painter, column.gauges, (layout, *key), look.theme.panel,
            lambda own: gauges.draw_gauges(own, column.gauges, venue, look, layout),
        )  # fmt: skip

    def _draw_axis(self, painter: QPainter, place: Arrangement, axis: Axis, start: float) -> None:
        look = self._look
        ticks = axis.ticks(min(TICK_GAP, (axis.bottom - axis.top) / LEAST_TICKS))
        for price in ticks:
            corner = QPointF(place.gutter.right() - 8, axis.y(price) - look.small.height / 2)
            words = text.quote(price, start) if price == ticks[-1] else text.price(price, start)
            look.small.write_right(painter, corner, words, look.theme.text_faint)

    def _fill_canvas(self, picture: Picture, n: int, plot: QRectF, axis: Axis, per_usd: float) -> Canvas:
        """The book of a column in pixels: the normal book, grid, hatching, bars, what was eaten, the rim."""
        look, venue, glass, ratio = self._look, self._venues[n], self._glasses[n], self.devicePixelRatioF()
        canvas = self._canvases[n]
        if canvas is None or not canvas.fits(plot.width(), plot.height(), ratio):
            canvas = self._canvases[n] = Canvas(plot.width(), plot.height(), ratio)
        middle = axis.y(venue.mid) - plot.top() if math.isfinite(venue.mid) else plot.height() / 2
        row = plot.height() * self._scale.bin_usd / (axis.high - axis.low)
        normal = (self._normal.of(picture, self._scale.bin_usd)[n] * per_usd).round(2).tolist()
        glass.fit(Shape(plot.width(), plot.height(), round(row, 3), tuple(normal)), look, ratio)
        glass.draw_filling(canvas, middle)
        lines = np.array(
            [axis.y(price) - plot.top() for price in axis.ticks(min(TICK_GAP, (axis.bottom - axis.top) / LEAST_TICKS))]
        )
        canvas.fill(Rows(lines, np.ones(lines.size)), 0.0, plot.width(), look.theme.grid)
        if venue.halted_for > 0:
            ladder.hatch(canvas, look)
        edges = self._scale.edges()
        rows = ladder.bar_rows(edges, axis, axis.low, axis.high)
        ladder.draw_bite(canvas, rows, venue.eaten, look)
        ladder.draw_ghost(canvas, venue, edges, axis, per_usd, look, edge=False)
        ladder.draw_book(canvas, venue, edges, axis, per_usd, look)
        ladder.draw_ghost(canvas, venue, edges, axis, per_usd, look, edge=True)
        ladder.draw_eaten(canvas, rows, venue.eaten, per_usd, look)
        glass.draw_rim(canvas, middle)
        return canvas

    def _draw_column(
        self, painter: QPainter, picture: Picture, n: int, column: Column, axis: Axis, per_usd: float
    ) -> tuple[Levels, Sold]:
        """Draw a book; returns the words that will stand over it, and where liquidations sold in it."""
        look, plot, venue = self._look, column.plot, self._venues[n]
        edges = self._scale.edges()
        price, sold_usd = ladder.sold_at(venue, edges, axis)
        sold_y = axis.y(price)
        painter.save()
        painter.setClipRect(plot.adjusted(-4, 0, 0, 0))
        self._fill_canvas(picture, n, plot, axis, per_usd).show(painter, plot)
        ladder.say_empty(painter, plot, venue, axis, look)
        painter.setPen(QPen(look.theme.panel_edge, 1))
        painter.drawLine(QLineF(plot.left() - 0.5, plot.top(), plot.left() - 0.5, plot.bottom()))
        found = levels.levels_of(
            painter, plot, (venue, self._told[n]), axis, sold_y, look, self._flowing,
            lambda top, bottom: ladder.reach(venue, edges, axis, per_usd, (top, bottom)),
        )  # fmt: skip
        painter.restore()
        y = min(max(sold_y, plot.top() + 6), plot.bottom() - 6)
        eaten = min(max(sold_usd * per_usd, ladder.LEAST_EATEN), plot.width() / 2)
        return found, Sold(plot.left() - levels.OVERHANG, plot.left() + eaten + 3, plot.right(), y)
