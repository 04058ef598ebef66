"""What stands above a column: name, price, change, state, spread, liquidated; on two lines, on more where narrow."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui import text
from ui.lettering import Lettering, Look
from ui.stage.shown import UNSEEN, Shown
from ui.text import translate

GAP = 8.0
FORMS = 4


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


def _liquidated(venue: Shown, look: Look, short: bool) -> Piece:
    if venue.liquidated_usd is UNSEEN:
        return Piece("", look.small_bold, look.theme.text_faint)
    template = translate("Stage", "▼ {usd}") if short else translate("Stage", "▼ {usd} liquidated")
    color = look.theme.liquidation if venue.liquidated_usd > 0 else look.theme.text_faint
    return Piece(template.format(usd=text.money(venue.liquidated_usd)), look.small_bold, color, "stage.liquidated")


def _spread(venue: Shown, look: Look) -> tuple[Piece, Piece]:
    wide = venue.spread_ratio > 3
    ratio = text.times(venue.spread_ratio) if venue.spread_ratio == venue.spread_ratio else ""
    words = translate("Stage", "spread {usd}").format(usd=text.spread(venue.spread, venue.mid))
    return (
        Piece(words, look.small, look.theme.text_soft, "stage.spread"),
        Piece(
            ratio,
            look.small_bold if wide else look.small,
            look.theme.text if wide else look.theme.text_soft,
            "stage.spread",
        ),
    )


def rows(venue: Shown, look: Look, form: int) -> list[Row]:
    """The lines of a header in form 0 (two lines), 1 (three, short), 2 (four, shorter) or 3 (six)."""
    theme = look.theme
    name = Piece(venue.name, look.title if form == 0 else look.heading, theme.text)
    mid = Piece(text.price(venue.mid), look.strong, theme.text, "stage.price")
    change = Piece(text.change(venue.change), look.body if form < 3 else look.small, theme.text_soft, "stage.change")
    state, spread = _state(venue, look), _spread(venue, look)
    liquidated = _liquidated(venue, look, form > 0)
    if form == 0:
        return [Row((name, mid, change), state), Row(spread, liquidated)]
    wide = Piece(translate("Stage", "spread {times}").format(times=spread[1].words), *spread[1][1:])
    wide = wide if spread[1].words else spread[0]
    if form == 1:
        return [Row((name,), state), Row((mid, change)), Row((wide,), liquidated)]
    if form == 2:
        return [Row((name,), state), Row((mid, change)), Row((wide,)), Row((liquidated,))]
    return [Row((name,)), Row((state,)), Row((mid,)), Row((change,)), Row((spread[1],)), Row((liquidated,))]


def sparing(lines: list[Row]) -> list[Row]:
    """A header of the narrowest form on a low stage: name, halt, price, liquidated. The rest is told by charts and totals."""
    name, state, mid, _change, _spread, liquidated = lines
    return [name, *([state] if state.left[0].measure else []), mid, liquidated]


def headers_for(venues: list[Shown], look: Look, room: float, least: int) -> tuple[int, list[list[Row]]]:
    """The widest form, from `least` on, that every column has room for, with the headers' lines: all look alike."""
    built: list[list[Row]] = []
    for form in range(least, FORMS):
        built = [rows(venue, look, form) for venue in venues]
        if form == FORMS - 1 or all(row.width() <= room for lines in built for row in lines):
            return form, built
    return FORMS - 1, built


def height_of(look: Look, form: int) -> float:
    """Height of a header."""
    name = look.title.height if form == 0 else look.heading.height
    small, body = look.small.height, look.body.height
    return (name + small, name + body + small, name + body + 2 * small, name + 4 * small + body)[form] + 4


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
