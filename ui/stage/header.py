"""What stands above a column: name, price, change, state, spread, liquidated; on two lines, on more where narrow."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui import text
from ui.lettering import Lettering, Look
from ui.stage.shown import UNSEEN, Shown
from ui.text import translate

GAP = 8.0


class Form(NamedTuple):
    """How a header is written: on how many lines, and how many words it makes, 0 to 2."""

    lines: int
    words: int


FORMS = (
    Form(2, 2), Form(2, 1), Form(2, 0), Form(3, 1), Form(3, 0), Form(4, 1), Form(4, 0), Form(5, 1), Form(5, 0), Form(6, 0),
)  # fmt: skip
"""From the widest to the narrowest."""
SPARED_FROM = 5
"""Headers of so many lines leave some out on a low stage."""
KEPT = ("stage.halted", "stage.price", "stage.liquidated")
"""What they keep besides the name."""


class Piece(NamedTuple):
    """A few words of a header."""

    words: str
    letters: Lettering
    color: QColor
    measure: str = ""
    """Key of the number that it shows."""


class Row(NamedTuple):
    """One line of a header: pieces from the left, and one at the right."""

    left: tuple[Piece, ...]
    right: Piece | None = None

    def width(self) -> float:
        """Room that the line needs."""
        pieces = (*self.left, self.right) if self.right else self.left
        return sum(piece.letters.width(piece.words) + GAP for piece in pieces)

    def height(self) -> float:
        """Height of the line."""
        pieces = (*self.left, self.right) if self.right else self.left
        return max(piece.letters.height for piece in pieces)


def _state(venue: Shown, look: Look) -> Piece:
    if venue.halted_for > 0:
        words = translate("Stage", "HALTED {time}").format(time=text.countdown(venue.halted_for))
        return Piece(words, look.small_bold, look.theme.halt_text, "stage.halted")
    return Piece(translate("Stage", "OPEN"), look.small_bold, look.theme.good)


def _liquidated(venue: Shown, look: Look, form: Form) -> Piece:
    if venue.liquidated_usd is UNSEEN:
        return Piece("", look.small_bold, look.theme.text_faint)
    if form == FORMS[0]:
        template = translate("Stage", "▼ {usd} of {asset} liquidated")
    elif form.lines == 2 or (form.lines > 3 and form.words):
        template = translate("Stage", "▼ {usd} liquidated")
    else:
        template = translate("Stage", "▼ {usd}")
    color = look.theme.liquidation if venue.liquidated_usd > 0 else look.theme.text_faint
    words = template.format(usd=text.money(venue.liquidated_usd), asset=venue.asset)
    return Piece(words, look.small_bold, color, "stage.liquidated")


def _spread(venue: Shown, look: Look, form: Form) -> tuple[Piece, ...]:
    """The spread in dollars and against normal; on more than two lines against normal only."""
    bold = venue.spread_ratio > 3
    letters, color = (look.small_bold, look.theme.text) if bold else (look.small, look.theme.text_soft)
    usd = translate("Stage", "spread {usd}").format(usd=text.spread(venue.spread, venue.mid))
    dollars = Piece(usd, look.small, look.theme.text_soft, "stage.spread")
    if venue.spread_ratio != venue.spread_ratio:
        return (dollars,)
    times = text.times(venue.spread_ratio)
    if form.lines == 2:
        words = translate("Stage", "{times} normal").format(times=times) if form.words else times
        return dollars, Piece(words, letters, color, "stage.spread")
    template = translate("Stage", "spread {times} normal") if form.words else translate("Stage", "spread {times}")
    return (Piece(template.format(times=times), letters, color, "stage.spread"),)


def rows(venue: Shown, look: Look, form: Form) -> list[Row]:
    """The lines of a header."""
    theme = look.theme
    name = Piece(venue.name, look.title if form.lines == 2 else look.heading, theme.text)
    price = text.price(venue.mid)
    mid = Piece(price, look.strong, theme.text, "stage.price")
    called = Piece(translate("Stage", "mid"), look.small, theme.text_soft, "stage.price")
    change = Piece(
        text.change(venue.change), look.small if form.lines >= 5 else look.body, theme.text_soft, "stage.change"
    )
    state, spread, sold = _state(venue, look), _spread(venue, look, form), _liquidated(venue, look, form)
    if form.lines == 2:
        return [Row((name, *((called,) if form == FORMS[0] else ()), mid, change), state), Row(spread, sold)]
    beside = [Row((name,), state)] if form.lines < 5 else [Row((name,)), Row((state,))]
    prices = [Row((mid,)), Row((change,))] if form.lines == 6 else [Row((mid, change))]
    return [*beside, *prices, *([Row(spread, sold)] if form.lines == 3 else [Row(spread), Row((sold,))])]


def sparing(lines: list[Row]) -> list[Row]:
    """A narrow header on a low stage: name, halt, price, liquidated. The rest is told by charts and totals."""
    return [lines[0], *(row for row in lines[1:] if row.left[0].measure in KEPT)]


def headers_for(venues: list[Shown], look: Look, room: float, least: int) -> tuple[int, list[list[Row]]]:
    """The widest form, from number `least` on, that every column has room for, with the headers' lines: all look alike."""
    built: list[list[Row]] = []
    for number in range(least, len(FORMS)):
        built = [rows(venue, look, FORMS[number]) for venue in venues]
        if all(row.width() <= room for lines in built for row in lines):
            return number, built
    return len(FORMS) - 1, built


def height_of(built: list[list[Row]]) -> float:
    """Height of the highest header."""
    return max((sum(row.height() for row in lines) for lines in built), default=0.0) + 4


def draw_header(painter: QPainter, room: QRectF, lines: list[Row]) -> None:
    """Write a header; every line keeps to its room."""
    y = room.top()
    for row in lines:
        height, right = row.height(), room.right()
        if row.right:
            piece = row.right
            words = piece.letters.fitted(piece.words, room.width())
            offset = (height - piece.letters.height) * 0.6
            right -= piece.letters.write_right(painter, QPointF(right, y + offset), words, piece.color) + GAP
        x = room.left()
        for piece in row.left:
            words = piece.letters.fitted(piece.words, right - x) if right - x > 12 else ""
            offset = (height - piece.letters.height) * 0.6
            x += piece.letters.write(painter, QPointF(x, y + offset), words, piece.color) + GAP
        y += height


def measure_at(room: QRectF, lines: list[Row], place: QPointF) -> str:
    """Key of the number at a place of a header; empty if none is there."""
    y = room.top()
    for row in lines:
        if y <= place.y() < y + row.height() and room.contains(place):
            if row.right and place.x() >= room.right() - row.right.letters.width(row.right.words) - GAP / 2:
                return row.right.measure
            x = room.left()
            for piece in row.left:
                x += piece.letters.width(piece.words) + GAP
                if place.x() < x:
                    return piece.measure
        y += row.height()
    return ""
