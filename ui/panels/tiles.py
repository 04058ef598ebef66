"""All assets as tiles: area is normal depth, colour the fall, filling the depth left; one of them is on stage."""

import itertools
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui import text, theme
from ui.lettering import Look
from ui.panels.tile_rooms import EDGE, GAP, LONGEST_CHANGE, arranged, with_gap, without_gap, writings
from ui.sources import SOURCE
from ui.theme import fall_color, with_alpha

AT_ONCE, MORE_MS = 10, 16
"""Tiles drawn anew in one frame, and milliseconds until the next: a hundred take ten frames, which nobody sees."""
SETTLED_MS = 400
"""Words for a screen reader are renewed when nothing has moved for so long."""
PAD = 5.0
SHORTEST_SURFACE = 20.0
"""A shorter rest of the filling's surface beside words would read as a part of them."""
FRAME = 2
SHADES, SHADE = 12, 4
"""Steps of the key to the colours, and pixels of each."""
KEY_END = -0.3
"""The fall at the end of the key: deeper ones look the same."""


class ShownTile(NamedTuple):
    """One tile between two moments."""

    symbol: str
    change: float
    depth_ratio: float
    halted: bool


class State(NamedTuple):
    """All that a tile's looks depend on, as fine as it can be seen."""

    symbol: str
    change: float
    """To a tenth of a percent."""
    left: int
    """Height of the filling in pixels."""
    halted: bool
    on_stage: bool
    at_cursor: bool


class Tiles(QWidget):
    """Draws the tiles of a frame; `chosen` tells the number of the asset that was clicked or entered."""

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = Look.now()
        self._frame: Frame | None = None
        self._tiles: list[ShownTile] = []
        self._rooms: list[QRectF] = []
        self._large: frozenset[str] = frozenset()
        """Symbols in larger letters: the largest tiles in turn, until one has no room, so that no small one stands out."""
        self._cursor = 0
        self._picture = QPixmap()
        self._looks: tuple[object, ...] = ()
        self._states: list[State | None] = []
        """What the kept picture shows."""
        self._writings = writings()
        self._writing = self._writings[-1]
        """How small tiles are written at this size."""
        self._arranged: tuple[object, ...] = ()
        """For what the rooms were found."""
        self._due: list[State] = []
        """What it is to show."""
        self._going_on = False
        self._hurry = False
        """Whether the market moves on, so that some tiles may follow in the next frames."""
        self._turn = 0
        """The tile from which the next late ones are drawn."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty(SOURCE, "tile.change")
        self.retranslate()
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(lambda: self.setAccessibleDescription(self._words(self._cursor)))
        self._more = QTimer(self, interval=MORE_MS, singleShot=True)
        self._more.timeout.connect(self._go_on)
        theme.keeper.changed.connect(self._restyle)

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show a frame."""
        old, new, f = frame.before.tiles, frame.after.tiles, frame.fraction
        if self._frame is None or change & Change.RESET or len(self._rooms) != len(new):
            old = new
            self._frame = frame
            self._arrange()
        if change & (Change.ASSET | Change.RESET):
            self._cursor = frame.after.asset
        self._frame = frame
        self._tiles = [
            ShownTile(
                b.symbol, a.change + (b.change - a.change) * f,
                a.depth_ratio + (b.depth_ratio - a.depth_ratio) * f, b.halted,
            )
            for a, b in zip(old if len(old) == len(new) else new, new, strict=True)
        ]  # fmt: skip
        self._hurry, self._going_on = change == Change.MOMENT, False
        self._settled.start()
        self.update()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Assets"))
        if self.accessibleDescription():
            self.setAccessibleDescription(self._words(self._cursor))

    def drawn(self) -> tuple[ShownTile, ...]:
        """What the tiles show."""
        return tuple(self._tiles)

    def rooms(self) -> tuple[QRectF, ...]:
        """Where the tiles stand."""
        return tuple(self._rooms)

    # --- places -----------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self._look = Look.now()
        self._writings = writings()
        self._arrange()
        self.update()

    def _titles(self) -> tuple[str, ...]:
        """What the tiles mean, in ever fewer words; the key beside it tells what the colours mean."""
        assets = text.counted(len(self._tiles), self.tr("{count} asset"), self.tr("{count} assets"))
        return (
            self.tr("{assets} · area: normal depth · filling: depth left").format(assets=assets),
            self.tr("area: normal depth · filling: depth left"), self.tr("filling: depth left"),
        )  # fmt: skip

    def title(self) -> str:
        """The longest title that has room beside the key."""
        small, room = self._look.small, self.width() - 3 * PAD - self._key_width()
        titles = self._titles()
        return next((words for words in titles if small.width(words) <= room), small.fitted(titles[-1], room))

    def _key_words(self) -> tuple[str, str]:
        return self.tr("fall 0"), text.percent(KEY_END, 0)

    def _key_width(self) -> float:
        return sum(self._look.small.width(words) for words in self._key_words()) + SHADES * SHADE + 2 * PAD

    def _arrange(self) -> None:
        if self._frame is None:
            return
        top = self._look.small.height + 2 * PAD
        room = QRectF(PAD, top, self.width() - 2 * PAD, max(self.height() - top - PAD, 10.0))
        tiles = self._frame.after.tiles
        asked = room.getRect(), [(tile.symbol, tile.depth_usd) for tile in tiles], id(self._writings)
        if asked != self._arranged:  # many ways are tried
            self._arranged = asked
            self._rooms, self._writing = arranged(tiles, room, self._writings)
            order = sorted(zip(tiles, self._rooms, strict=True), key=lambda pair: -pair[0].depth_usd)
            large = itertools.takewhile(lambda pair: self._holds_large(pair[0].symbol, without_gap(pair[1])), order)
            self._large = frozenset(tile.symbol for tile, _ in large)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        self._arrange()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(380, 340)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which symbols can be read."""
        return QSize(180, 56)

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _at(self, place: QPointF) -> int | None:
        return next((n for n, room in enumerate(self._rooms) if room.contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click puts an asset on stage."""
        n = self._at(event.position())
        if n is not None and event.button() == Qt.MouseButton.LeftButton:
            self._cursor = n
            self.chosen.emit(n)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows walk over the tiles, Return puts one on stage."""
        ways = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)
        }  # fmt: skip
        if event.key() in ways and self._rooms:
            self._cursor = self._beside(*ways[Qt.Key(event.key())])
            self.setAccessibleDescription(self._words(self._cursor))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def _beside(self, right: int, down: int) -> int:
        """The nearest tile in a direction."""
        here = self._rooms[self._cursor].center()

        def far(n: int) -> float:
            there = self._rooms[n].center()
            along = (there.x() - here.x()) * right + (there.y() - here.y()) * down
            aside = abs((there.x() - here.x()) * down) + abs((there.y() - here.y()) * right)
            return along + 3 * aside if along > 1 else float("inf")

        best = min(range(len(self._rooms)), key=far)
        return best if far(best) < float("inf") else self._cursor

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard came here."""
        self.update()
        super().focusInEvent(event)

    def _words(self, n: int) -> str:
        if self._frame is None or n >= len(self._frame.after.tiles):
            return ""
        tile = self._frame.after.tiles[n]
        return self.tr(
            "{symbol}: {change} since the start, {left} of the bids left, normal depth {depth}, {usd} liquidated"
        ).format(
            symbol=tile.symbol, change=text.change(tile.change), left=text.percent(tile.depth_ratio, 0),
            depth=text.money(tile.depth_usd), usd=text.money(tile.liquidated_usd),
        )  # fmt: skip

    def _meaning(self) -> str:
        return self.tr(
            "Area: normal depth, small ones enlarged so that they can be read. Colour: the fall since the start. "
            "Filling: the bids that are left."
        )

    def event(self, event: QEvent) -> bool:
        """Qt: the pointer rests, say what is below it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            n = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._meaning() if n is None else self._words(n), self)
            return True
        return super().event(event)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw. Tiles that look as before are kept; while the market moves on the others follow a few in each frame."""
        painter = QPainter(self)
        if not self._going_on:
            self._due = self._wanted()
        self._going_on = False
        self._keep_up(self._due)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _go_on(self) -> None:
        """Draw the next of the tiles that are late."""
        self._going_on = True
        self.update()

    def _wanted(self) -> list[State]:
        on_stage, cursor = self._session.asset, self._cursor if self.hasFocus() else -1
        return [
            State(
                tile.symbol, round(tile.change, 3),
                round((room.height() - GAP) * min(max(tile.depth_ratio, 0.0), 1.0)), tile.halted,
                n == on_stage, n == cursor,
            )
            for n, (tile, room) in enumerate(zip(self._tiles, self._rooms, strict=False))
        ]  # fmt: skip

    def _keep_up(self, states: list[State]) -> None:
        """Bring the kept picture up to date, all of it when the looks or the places are new."""
        ratio, first = self.devicePixelRatio(), self._rooms[0] if self._rooms else None
        looks = (id(self._look), self.size(), ratio, len(states), first and first.getRect(), self.title())
        fresh = looks != self._looks
        if fresh:
            self._looks = looks
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._states = [None] * len(states)
        own = QPainter(self._picture)
        if fresh:
            self._draw_ground(own)
        stale = [n for n, state in enumerate(states) if state != self._states[n]]
        late = [n for n in stale if n >= self._turn] + [n for n in stale if n < self._turn]
        due = late[:AT_ONCE] if self._hurry and not fresh else late
        for n in due:
            self._draw_tile(own, states[n], without_gap(self._rooms[n]))
            self._states[n], self._turn = states[n], n + 1
        own.end()
        if len(due) < len(late):
            self._more.start()

    def _draw_ground(self, painter: QPainter) -> None:
        look = self._look
        painter.fillRect(self.rect(), look.theme.panel)
        look.small.write(painter, QPointF(PAD, PAD), self.title(), look.theme.text_soft)
        x, (none, deep) = self.width() - PAD - self._key_width(), self._key_words()
        x += look.small.write(painter, QPointF(x, PAD), none, look.theme.text_soft) + PAD
        for n in range(SHADES):
            shade = fall_color(look.theme, KEY_END * n / (SHADES - 1))
            painter.fillRect(QRectF(x + n * SHADE, PAD + 2, SHADE, look.small.height - 4), shade)
        look.small.write(painter, QPointF(x + SHADES * SHADE + PAD, PAD), deep, look.theme.text_soft)

    def _holds_large(self, symbol: str, room: QRectF) -> bool:
        """Whether a tile has room for larger letters and for frames around them."""
        look, edges = self._look, 2 * (EDGE + FRAME)
        wide = max(look.strong.width(symbol), look.small.width(self._writing.change(LONGEST_CHANGE)))
        return room.width() >= wide + edges and room.height() >= look.body.height + look.small.height + edges + EDGE

    def _words_in(self, tile: State | ShownTile, room: QRectF) -> tuple[str, str]:
        """Symbol and change as far as there is room: one letter and dots would name nothing."""
        writing, change = self._writing, self._writing.change(tile.change)
        if tile.symbol in self._large:
            return tile.symbol, change
        wide, letters = room.width() - 2 * EDGE, writing.letters
        if letters.width(tile.symbol) > wide or room.height() < letters.metrics.capHeight() + 2 * EDGE:
            return "", ""
        both = writing._replace(
            two_lines=True
        )  # where all have one line, a tile that has room for two still tells its fall
        return tile.symbol, change if both.holds(tile.symbol, with_gap(room)) else ""

    def written(self) -> list[tuple[str, str]]:
        """Symbol and change of every tile as they are written; empty where there is no room."""
        pairs = zip(self._tiles, self._rooms, strict=False)
        return [self._words_in(tile, without_gap(room)) for tile, room in pairs]

    def _draw_tile(self, painter: QPainter, tile: State, room: QRectF) -> None:
        look, colors = self._look, self._look.theme
        painter.fillRect(room, fall_color(colors, tile.change))
        surface = room.bottom() - tile.left
        painter.fillRect(QRectF(room.left(), surface, room.width(), tile.left), colors.tile_fill)
        large = tile.symbol in self._large
        symbol, change = self._words_in(tile, room)
        letters, below = (look.strong, look.small) if large else (self._writing.letters, self._writing.letters)
        spare = FRAME if large else min(max(room.height() - self._writing.height - 2 * EDGE, 0.0) / 2, FRAME)
        edge = EDGE + (FRAME if large else 0)
        y = room.top() + EDGE + spare - (letters.metrics.ascent() - letters.metrics.capHeight())
        wide, middle = max(letters.width(symbol), below.width(change)), y + letters.height
        end = middle + below.height * bool(change)
        if tile.halted:
            self._hatch(painter, room, QRectF(room.left(), y, edge + wide + 1, end - y) if symbol else QRectF())
        letters.write(painter, QPointF(room.left() + edge, y), symbol, colors.text)
        if change:
            below.write(painter, QPointF(room.left() + edge, middle), change, colors.text)
        beside = edge + wide + 1 if symbol and surface < end else 0.0  # the surface does not strike letters through
        if tile.left and (not beside or room.width() - beside >= SHORTEST_SURFACE):
            painter.fillRect(QRectF(room.left() + beside, surface, room.width() - beside, 1), colors.bid)
        self._draw_frames(painter, tile, room, large)

    def _hatch(self, painter: QPainter, room: QRectF, words: QRectF) -> None:
        """Hatch a halted tile around its words."""
        painter.save()
        painter.setClipRegion(QRegion(room.toAlignedRect()) - QRegion(words.toAlignedRect()))
        painter.fillRect(room, QBrush(with_alpha(self._look.theme.halt, 0.4), Qt.BrushStyle.BDiagPattern))
        painter.restore()

    def _draw_frames(self, painter: QPainter, tile: State, room: QRectF, large: bool) -> None:
        """The frame of a halt outside, that of the stage inside it; thin where the letters need the room."""
        colors = self._look.theme
        wide = FRAME if large or not (tile.halted and (tile.on_stage or tile.at_cursor)) else 1
        inner = room.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        if tile.halted:
            painter.setPen(QPen(colors.halt, wide))
            painter.drawRect(inner)
            inner = inner.adjusted(wide, wide, -wide, -wide)
        if tile.on_stage:
            painter.setPen(QPen(colors.text, wide))
            painter.drawRect(inner)
        if tile.at_cursor:
            painter.setPen(QPen(colors.accent, wide, Qt.PenStyle.DashLine))
            painter.drawRect(inner)
