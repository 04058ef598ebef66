"""All assets as tiles: area is normal depth, colour the fall, filling the depth left; one of them is on stage."""

from collections.abc import Callable, Iterator
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
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from model.frame import Frame, Tile
from model.session import Change, Session
from ui import text, theme
from ui.lettering import Lettering, Look
from ui.sources import SOURCE
from ui.theme import fall_color, with_alpha

SMALLEST, EVENEST = 0.6, 3.0
"""Least area of a tile, against the mean: normally, and at most where letters need more."""
AT_ONCE, MORE_MS = 20, 16
"""Tiles drawn anew in one frame, and milliseconds until the next: a hundred take five frames, which nobody sees."""
SETTLED_MS = 400
"""Words for a screen reader are renewed when nothing has moved for so long."""
NARROW = 85
"""Percent of their width that letters have where there is no room for more."""
MOST = 0.9
"""Part of the symbols for which the least tile has room, where there is room at all."""
EXAMPLE = -0.188
WAYS: tuple[Callable[[float], str], ...] = (
    text.change, lambda change: text.change(change, 0), lambda change: text.signed(change * 100)
)  # fmt: skip
"""A change as it is written where there is room, where there is little and where there is least."""
GAP, EDGE = 2.0, 2.0
"""Pixels between tiles, and between a tile's letters and its edge."""
PAD = 5.0


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


def areas(tiles: tuple[Tile, ...], least: float = SMALLEST) -> list[float]:
    """Parts of the whole area: by normal depth, the small ones enlarged to a part of the mean so that they can be read."""
    total = sum(tile.depth_usd for tile in tiles) or 1.0
    raised = [max(tile.depth_usd / total, least / len(tiles)) for tile in tiles]
    return [size / sum(raised) for size in raised]


def squarified(parts: list[float], room: QRectF) -> list[QRectF]:
    """Rooms of these areas, as square as possible, the largest first at the top left; in the order given."""
    order = sorted(range(len(parts)), key=lambda n: -parts[n])
    scale = room.width() * room.height()
    made = [QRectF()] * len(parts)
    rest = QRectF(room)
    while order:
        count = _best_row([parts[n] * scale for n in order], min(rest.width(), rest.height()))
        row, order = order[:count], order[count:]
        rest = _lay(row, [parts[n] * scale for n in row], rest, made)
    return made


def _best_row(sizes: list[float], side: float) -> int:
    best, worst_before = 1, float("inf")
    total = 0.0
    for count, size in enumerate(sizes, 1):
        total += size
        thick = total / max(side, 1e-9)
        ratios = [max(thick * thick / s, s / (thick * thick)) for s in (sizes[0], size) if s > 0 and thick > 0]
        worst = max(ratios, default=float("inf"))
        if worst > worst_before:
            break
        best, worst_before = count, worst
    return best


def _lay(row: list[int], sizes: list[float], rest: QRectF, made: list[QRectF]) -> QRectF:
    total = sum(sizes)
    if rest.width() >= rest.height():
        thick, y = total / max(rest.height(), 1e-9), rest.top()
        for n, size in zip(row, sizes, strict=True):
            made[n] = QRectF(rest.left(), y, thick, size / thick)
            y += size / thick
        return rest.adjusted(thick, 0, 0, 0)
    thick, x = total / max(rest.width(), 1e-9), rest.left()
    for n, size in zip(row, sizes, strict=True):
        made[n] = QRectF(x, rest.top(), size / thick, thick)
        x += size / thick
    return rest.adjusted(0, thick, 0, 0)


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
        self._cursor = 0
        self._picture = QPixmap()
        self._looks: tuple[object, ...] = ()
        self._states: list[State | None] = []
        """What the kept picture shows."""
        self._narrow = Lettering("small", stretch=NARROW)
        self._examples = [write(EXAMPLE) for write in WAYS]
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
        self._narrow = Lettering("small", stretch=NARROW)
        self._examples = [write(EXAMPLE) for write in WAYS]
        self._arrange()
        self.update()

    def _title(self) -> str:
        assets = text.counted(len(self._tiles), self.tr("{count} asset"), self.tr("{count} assets"))
        for words in (
            self.tr("{assets}: area normal depth, colour fall, filling depth left"),
            self.tr("{assets}: colour fall, filling depth left"),
        ):
            if self._look.small.width(words.format(assets=assets)) <= self.width() - 2 * PAD:
                return words.format(assets=assets)
        return assets

    def _arrange(self) -> None:
        if self._frame is None:
            return
        top = self._look.small.height + 2 * PAD
        room = QRectF(PAD, top, self.width() - 2 * PAD, max(self.height() - top - PAD, 10.0))
        tiles = self._frame.after.tiles
        least = SMALLEST
        for letters in (self._look.small, self._narrow):
            widths = sorted(letters.width(tile.symbol) for tile in tiles)
            side = max(widths[int(MOST * (len(widths) - 1))] + 2 * EDGE + GAP, 2 * letters.height)
            needed = side * side * len(tiles) / max(room.width() * room.height(), 1.0)
            if needed < 1:
                least = min(max(needed * 1.6, SMALLEST), EVENEST)
                break
        self._rooms = squarified(areas(tiles, least), room)

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

    def event(self, event: QEvent) -> bool:
        """Qt: the pointer rests, say what is below it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            n = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if n is None else self._words(n), self)
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
        looks = (id(self._look), self.size(), ratio, len(states), first and first.getRect(), self._title())
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
            room = self._rooms[n].adjusted(0, 0, -GAP, -GAP)
            self._draw_tile(own, states[n], room)
            self._states[n], self._turn = states[n], n + 1
        own.end()
        if len(due) < len(late):
            self._more.start()

    def _ways(self, change: float, wide: float) -> Iterator[str]:
        """A change written shorter and shorter, from the longest form on that has room for two digits."""
        for example, write in zip(self._examples, WAYS, strict=True):
            if self._narrow.width(example) <= wide:
                yield write(change)

    def _draw_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._look.theme.panel)
        self._look.small.write(painter, QPointF(PAD, PAD), self._title(), self._look.theme.text_soft)

    def _draw_tile(self, painter: QPainter, tile: State, room: QRectF) -> None:
        look, colors = self._look, self._look.theme
        painter.fillRect(room, fall_color(colors, tile.change))
        painter.fillRect(QRectF(room.left(), room.bottom() - tile.left, room.width(), tile.left), colors.tile_fill)
        if tile.halted:
            painter.fillRect(room, QBrush(with_alpha(colors.halt, 0.4), Qt.BrushStyle.BDiagPattern))
        wide = room.width() - 2 * EDGE
        tall = room.height() > 2.6 * look.body.height
        sizes = (look.strong, look.small_bold, look.small, self._narrow) if tall else (look.small, self._narrow)
        letters = next((size for size in sizes if size.width(tile.symbol) <= wide), None)
        x, y = room.left() + (2 * EDGE if tall else EDGE), room.top() + 2
        if letters is None:  # one letter and dots would name nothing
            wide = -1.0
        else:
            letters.write(painter, QPointF(x, y), tile.symbol, colors.text)
            y += letters.height
        below = look.small if letters is not self._narrow else self._narrow
        said = next((way for way in self._ways(tile.change, wide) if below.width(way) <= wide), "")
        if y + below.height <= room.bottom():
            below.write(painter, QPointF(x, y - 1), said, colors.text)
        if tile.halted:
            painter.setPen(QPen(colors.halt, 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        if tile.on_stage:
            painter.setPen(QPen(colors.text, 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        if tile.at_cursor:
            painter.setPen(QPen(colors.accent, 2, Qt.PenStyle.DashLine))
            painter.drawRect(room.adjusted(3, 3, -3, -3))
