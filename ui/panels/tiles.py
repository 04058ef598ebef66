"""All assets as tiles: area is normal depth, colour the fall, filling the depth left; one of them is on stage."""

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
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from model.frame import Frame, Tile
from model.session import Change, Session
from ui import text, theme
from ui.lettering import Look
from ui.sources import SOURCE
from ui.theme import fall_color, with_alpha

SMALLEST, EVENEST = 0.6, 1.6
"""Least area of a tile, against the mean: normally, and at most where letters need more."""
SETTLED_MS = 400
"""Words for a screen reader are renewed when nothing has moved for so long."""
GAP = 2.0
PAD = 5.0


class ShownTile(NamedTuple):
    """One tile between two moments."""

    symbol: str
    change: float
    depth_ratio: float
    halted: bool


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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty(SOURCE, "tile.change")
        self.retranslate()
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(lambda: self.setAccessibleDescription(self._words(self._cursor)))
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
        side = max(max(self._look.small_bold.width(tile.symbol) for tile in tiles) + 8, 2.4 * self._look.small.height)
        needed = side * side * len(tiles) / max(room.width() * room.height(), 1.0)
        least = min(max(needed * 1.35, SMALLEST), EVENEST) if needed < 1 else SMALLEST
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
        """Qt: draw."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.theme.panel)
        look.small.write(painter, QPointF(PAD, PAD), self._title(), look.theme.text_soft)
        on_stage = self._session.asset
        for n, (tile, room) in enumerate(zip(self._tiles, self._rooms, strict=False)):
            self._draw_tile(painter, tile, room.adjusted(0, 0, -GAP, -GAP), n == on_stage, n == self._cursor)
        painter.end()

    def _draw_tile(self, painter: QPainter, tile: ShownTile, room: QRectF, on_stage: bool, at_cursor: bool) -> None:
        look, colors = self._look, self._look.theme
        painter.fillRect(room, fall_color(colors, tile.change))
        left = room.height() * min(max(tile.depth_ratio, 0.0), 1.0)
        painter.fillRect(QRectF(room.left(), room.bottom() - left, room.width(), left), colors.tile_fill)
        if tile.halted:
            painter.fillRect(room, QBrush(with_alpha(colors.halt, 0.4), Qt.BrushStyle.BDiagPattern))
        wide = room.width() - 5
        tall = room.height() > 2.6 * look.body.height
        sizes = (look.strong, look.small_bold, look.small) if tall else (look.small_bold, look.small)
        bold = next((size for size in sizes if size.width(tile.symbol) <= wide), look.small)
        x, y = room.left() + 3, room.top() + 2
        bold.write(painter, QPointF(x, y), bold.fitted(tile.symbol, wide), colors.text)
        ways = (text.change(tile.change), text.change(tile.change, 0), text.signed(tile.change * 100))
        said = next((way for way in ways if look.small.width(way) <= wide), ways[-1])
        if y + bold.height + look.small.height <= room.bottom() and look.small.width(said) <= wide:
            look.small.write(painter, QPointF(x, y + bold.height - 1), said, colors.text)
        if tile.halted:
            painter.setPen(QPen(colors.halt, 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        if on_stage:
            painter.setPen(QPen(colors.text, 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        if at_cursor and self.hasFocus():
            painter.setPen(QPen(colors.accent, 2, Qt.PenStyle.DashLine))
            painter.drawRect(room.adjusted(3, 3, -3, -3))
