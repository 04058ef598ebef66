"""Where everything on the stage stands, from its size, the number of columns and the fonts."""

import math
from typing import NamedTuple

from PySide6.QtCore import QRectF

from ui.lettering import Look
from ui.stage import gauges, legend
from ui.stage.header import FORMS, SPARED_FROM, Row, headers_for, height_of, sparing
from ui.stage.shown import Shown

MARGIN = 12.0
COLUMN_GAP = 18.0
LOW_BOOKS = 8
"""Books lower than so many lines of text get some of the headers' lines."""
WIDEST_PRICE, WITH_UNIT = "000,000", "$000,000"
"""The highest price of the axis has its unit, which may reach into the margin."""


class Column(NamedTuple):
    """The rooms of one exchange."""

    header: QRectF
    lines: list[Row]
    plot: QRectF
    gauges: QRectF


class Arrangement(NamedTuple):
    """The rooms of the stage."""

    title: QRectF
    gutter: QRectF
    """Left of the books, for the prices."""
    books: QRectF
    """All books together."""
    columns: tuple[Column, ...]
    header_form: int
    gauge_layout: str


def arrange(
    width: float, height: float, venues: list[Shown], look: Look, least_form: int, title_rows: int = 1
) -> Arrangement:
    """Divide a stage; headers take at least form `least_form`, so that they do not change while numbers grow."""
    gutter = math.ceil(max(look.small.width(WIDEST_PRICE) + 10, look.small.width(WITH_UNIT)))
    left, right = MARGIN + gutter, width - MARGIN
    count = max(len(venues), 1)
    gap = COLUMN_GAP if count <= 4 else COLUMN_GAP / 2
    room = math.floor((right - left - gap * (count - 1)) / count)
    form, lines = headers_for(venues, look, room, least_form)
    layout = gauges.layout_for(venues, look, room)
    shown_gauges = len(gauges.gauges_of(venues[0], look)) if venues else 0
    title = QRectF(MARGIN, 8, width - 2 * MARGIN, legend.height_of(look, title_rows))
    foot = math.ceil(gauges.height_of(look, layout, shown_gauges))
    spare = height - title.height() - foot - height_of(lines)
    if FORMS[form].lines >= SPARED_FROM and spare < LOW_BOOKS * look.body.height:
        lines = [sparing(rows) for rows in lines]
    top, head = title.bottom() + 4, math.ceil(height_of(lines))
    bottom = height - MARGIN / 2
    books = QRectF(left, top + head + 4, right - left, max(math.floor(bottom - foot - 8 - top - head - 4), 40))
    columns = []
    for n in range(len(venues)):
        x = left + n * (room + gap)
        columns.append(
            Column(
                QRectF(x, top, room, head),
                lines[n],
                QRectF(x, books.top(), room, books.height()),
                QRectF(x, books.bottom() + 8, room, foot),
            )
        )
    return Arrangement(title, QRectF(MARGIN, books.top(), gutter, books.height()), books, tuple(columns), form, layout)
