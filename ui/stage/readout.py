"""What lies under the pointer: the prices of a bar and the dollars in it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui import text
from ui.lettering import Look
from ui.stage.arrangement import Arrangement
from ui.stage.scale import Axis
from ui.stage.shown import Shown
from ui.text import translate


def words_at(venue: Shown, price: float, edges: NDArray[np.float64]) -> list[str]:
    """What to say of a price in a book: the range of the bar, bids and asks in it, what liquidations took."""
    n = int(np.searchsorted(edges, price, side="right")) - 1
    if not 0 <= n < edges.size - 1:
        return []
    span = translate("Stage", "{name}, {low} to {high}").format(
        name=venue.name, low=text.price(edges[n], edges[0]), high=text.price(edges[n + 1], edges[0])
    )
    said = [span]
    for side, template in (
        (venue.bids, translate("Stage", "bids {usd}, {share} market makers'")),
        (venue.asks, translate("Stage", "asks {usd}, {share} market makers'")),
    ):
        if side.usd[n] >= 1:
            share = text.percent(float(side.maker_usd[n] / side.usd[n]), 0)
            said.append(template.format(usd=text.money(float(side.usd[n])), share=share))
    if venue.eaten[n] >= 1:
        said.append(translate("Stage", "{usd} liquidated here").format(usd=text.money(float(venue.eaten[n]))))
    return said if len(said) > 1 else [span, translate("Stage", "nobody bids or asks here")]


def draw_readout(
    painter: QPainter, mouse: QPointF, place: Arrangement, axis: Axis, venues: list[Shown], edges: NDArray[np.float64],
    look: Look,
) -> None:  # fmt: skip
    """Draw the line under the pointer and say what is there."""
    for column, venue in zip(place.columns, venues, strict=True):
        if not column.plot.contains(mouse):
            continue
        painter.setPen(QPen(look.theme.accent, 1))
        painter.drawLine(QPointF(column.plot.left(), mouse.y()), QPointF(column.plot.right(), mouse.y()))
        lines = words_at(venue, axis.price(mouse.y()), edges)
        width = max((look.small.width(line) for line in lines), default=0.0) + 14
        height = look.small.height * len(lines) + 10
        x = min(mouse.x() + 14, place.books.right() - width)
        y = mouse.y() + 14 if mouse.y() + 14 + height < place.books.bottom() else mouse.y() - 10 - height
        box = QRectF(x, y, width, height)
        painter.fillRect(box, look.theme.raised)
        painter.setPen(QPen(look.theme.text_faint, 1))
        painter.drawRect(box)
        for n, line in enumerate(lines):
            look.small.write(painter, QPointF(x + 7, y + 5 + n * look.small.height), line, look.theme.text)
