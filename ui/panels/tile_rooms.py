"""Rooms of the asset tiles: areas by normal depth, laid out in rows, and the one way in which all small tiles are written."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from model.frame import Tile
from ui import text
from ui.lettering import Lettering

SMALLEST = 0.6
"""Least area of a tile, against the mean of all by normal depth."""
EVENNESS = (SMALLEST, 1.0, 1.7, 2.4, 3.0, 4.0, 5.0, 6.0)
"""The same where letters need more room, tried in turn."""
ASPECTS = (1.0, 1.25, 1.5, 1.75)
"""Width against height of the rooms, tried in turn."""
MOST = 0.97
"""Part of the tiles that must have room for a way of writing, where there is room at all."""
LARGEST = 3
"""So many of the largest tiles must be among them."""
GAP, EDGE = 2.0, 3.0
"""Pixels between tiles, and between a tile's letters and its edge."""
LONGEST_CHANGE = -0.888
NARROW, NARROWEST = 85, 70
"""Percent of their width that letters have where there is no room for more."""
Change = Callable[[float], str]


def exact(change: float) -> str:
    """A change to a tenth of a percent."""
    return text.change(change)


def whole(change: float) -> str:
    """A change in whole percent."""
    return text.change(change, 0)


class Writing(NamedTuple):
    """How small tiles are written: in these letters, the symbol and below it the change, or the symbol alone."""

    letters: Lettering
    change: Change
    two_lines: bool

    @property
    def height(self) -> float:
        """Height of the lines; capitals and figures reach nowhere below their line, so the last has no room for that."""
        metrics = self.letters.metrics
        return self.letters.height * self.two_lines + metrics.capHeight()

    def needs(self, symbol: str) -> tuple[float, float]:
        """Width and height of a tile that holds a symbol so written."""
        wide = self.letters.width(symbol)
        if self.two_lines:
            wide = max(wide, self.letters.width(self.change(LONGEST_CHANGE)))
        return wide + 2 * EDGE, self.height + 2 * EDGE

    def holds(self, symbol: str, room: QRectF) -> bool:
        """Whether a room, gap included, holds a symbol so written."""
        wide, high = self.needs(symbol)
        return room.width() - GAP >= wide and room.height() - GAP >= high


def writings() -> list[Writing]:
    """How small tiles can be written in the look in force, the fullest way first."""
    small, narrow = Lettering("small"), Lettering("small", stretch=NARROW)
    full = [Writing(letters, way, True) for way in (exact, whole) for letters in (small, narrow)]
    return full + [Writing(letters, whole, False) for letters in (small, narrow, Lettering("small", stretch=NARROWEST))]


def arranged(tiles: tuple[Tile, ...], room: QRectF, writings: Sequence[Writing]) -> tuple[list[QRectF], Writing]:
    """Rooms of the tiles and the first way of writing for which nearly all have room, else the largest are named."""
    shares = [areas(tiles, least) for least in EVENNESS]
    if not tiles:
        return [], writings[0]
    for writing in writings:
        widths = [writing.needs(tile.symbol)[0] + GAP for tile in tiles]
        usual, high = sorted(widths)[len(widths) // 2], writing.needs("")[1] + GAP
        for parts in shares:
            if min(parts) * room.width() * room.height() < usual * high:
                continue
            for aspect in ASPECTS:
                rooms = squarified(parts, room, aspect, widths)
                if sum(_held(writing, tiles, rooms)) >= MOST * len(tiles):
                    return rooms, writing
    last = writings[-1]
    tried = [squarified(parts, room, aspect, widths) for parts in shares for aspect in ASPECTS]
    return max(tried, key=lambda rooms: [*_held(last, tiles, rooms), False].index(False)), last


def _held(writing: Writing, tiles: tuple[Tile, ...], rooms: list[QRectF]) -> list[bool]:
    """Which tiles have room for their words, the largest first; none where one of the largest has not."""
    order = sorted(range(len(tiles)), key=lambda n: -tiles[n].depth_usd)
    held = [writing.holds(tiles[n].symbol, rooms[n]) for n in order]
    return held if all(held[:LARGEST]) else [False]


def areas(tiles: tuple[Tile, ...], least: float = SMALLEST) -> list[float]:
    """Parts of the whole area: by normal depth, the small ones enlarged to a part of the mean so that they can be read."""
    total = sum(tile.depth_usd for tile in tiles) or 1.0
    raised = [max(tile.depth_usd / total, least / len(tiles)) for tile in tiles]
    whole_area = sum(raised)
    return [size / whole_area for size in raised]


def squarified(parts: list[float], room: QRectF, aspect: float = 1.0, widths: Sequence[float] = ()) -> list[QRectF]:
    """Rooms of these areas, as near as possible to a width of `aspect` heights, the largest first at the top left.

    They come in the order given. Those that are all equally small stand in a grid, for rows of them waste no room;
    each row is shared out by the `widths` that its tiles need, if they are given.
    """
    order = sorted(range(len(parts)), key=lambda n: -parts[n])
    least = min(parts, default=0.0) * (1 + 1e-9)
    alike = sum(part <= least for part in parts)
    order, grid = order[: len(parts) - alike], order[len(parts) - alike :]
    made = [QRectF()] * len(parts)
    rest = QRectF(0, 0, room.width() / aspect, room.height())
    scale = rest.width() * rest.height()
    while order:
        count = _best_row([parts[n] * scale for n in order], min(rest.width(), rest.height()))
        row, order = order[:count], order[count:]
        rest = _lay(row, [parts[n] * scale for n in row], rest, made)
    _lay_grid(grid, rest, [wide / aspect for wide in widths] or [1e-3] * len(parts), made)
    return [_whole_pixels(place, room, aspect) for place in made]


def _whole_pixels(place: QRectF, room: QRectF, aspect: float) -> QRectF:
    """A place as wide as it is to be, its edges between pixels; a hair is added so that neighbours agree on halves."""
    left, right = (round(room.left() + x * aspect + 1e-6) for x in (place.left(), place.right()))
    top, bottom = (round(room.top() + y + 1e-6) for y in (place.top(), place.bottom()))
    return QRectF(left, top, right - left, bottom - top)


def _lay_grid(grid: list[int], rest: QRectF, widths: Sequence[float], made: list[QRectF]) -> None:
    """Rows of one height, full to their end, so many that the shorter side of the rooms is as long as can be."""
    count = len(grid)

    def shorter(rows: int) -> float:
        return min(rest.width() / -(-count // rows), rest.height() / rows)

    rows = wrapped(grid, widths, max(range(1, count + 1), key=shorter))
    high = rest.height() / len(rows)
    for place, row in enumerate(rows):
        needed, x = sum(widths[n] for n in row), rest.left()
        for n in row:  # where not all can be read, equal rooms are enough for the most
            part = widths[n] / needed if needed <= rest.width() else 1 / len(row)
            made[n] = QRectF(x, rest.top() + place * high, part * rest.width(), high)
            x += part * rest.width()


def wrapped(grid: list[int], widths: Sequence[float], most: int) -> list[list[int]]:
    """Broken like a text into at most so many rows, of which the widest is as narrow as can be."""
    wide = sum(widths[n] for n in grid) / most
    while True:
        rows, room = list[list[int]](), 0.0
        for n in grid:
            if not rows or widths[n] > room + 1e-9:
                rows.append([])
                room = wide
            rows[-1].append(n)
            room -= widths[n]
        if len(rows) <= most:
            return rows
        wide *= 1.01


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


def without_gap(room: QRectF) -> QRectF:
    """A tile in its room."""
    return room.adjusted(0, 0, -GAP, -GAP)


def with_gap(room: QRectF) -> QRectF:
    """The room of a tile."""
    return room.adjusted(0, 0, GAP, GAP)
