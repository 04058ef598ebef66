"""Entry, mark, liquidation and bankruptcy price of a position on one axis of prices, and who pays in between."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import text
from ui.lettering import Look
from ui.stage.scale import Axis
from ui.text import translate
from ui.theme import current, keeper, pixels, with_alpha

BAR, MARGIN, AIR = 0.20, 0.07, 1.35
"""Width of the bar of prices and empty part beyond the outermost price, in parts; least distance of labels in lines."""


class Prices(NamedTuple):
    """What is drawn, in dollars; NaN for a price that no position of this kind reaches."""

    side: int
    entry: float
    mark: float
    liquidation: float
    bankruptcy: float


class Label(NamedTuple):
    """A price and its name."""

    price: float
    words: str
    color: QColor
    dash: Qt.PenStyle


class Stretch(NamedTuple):
    """A part of the axis: from one price to another, and who pays there."""

    start: float
    end: float
    color: QColor
    hatched: bool
    words: str


def spread_out(wanted: list[float], gap: float, top: float, bottom: float) -> list[float]:
    """Places near the wanted ones (ascending) that keep a distance, within the room."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + gap if placed else top))
    limit = bottom
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], limit)
        limit = placed[n] - gap
    return placed


class MarginDrawing(QWidget):
    """Price up the axis. Between entry and liquidation the trader's margin pays, then the exchange sells, then its fund pays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prices: Prices | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        keeper.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(pixels("body") * 22)
        self.setMinimumHeight(pixels("body") * 12)

    def show_prices(self, prices: Prices | None) -> None:
        """Draw other prices; nothing for None."""
        self._prices = prices
        self.setAccessibleName(self.tr("Drawing of the position's prices"))
        self.setAccessibleDescription("\n".join(label.words for label in self.labels()))
        self.update()

    def labels(self) -> list[Label]:
        """Prices with their words, the highest first."""
        if self._prices is None:
            return []
        theme, prices = current(), self._prices
        rows = (
            (prices.entry, translate("Margin", "entry {price}"), theme.text, Qt.PenStyle.SolidLine),
            (prices.mark, translate("Margin", "mark {price}"), theme.accent, Qt.PenStyle.DotLine),
            (prices.liquidation, translate("Margin", "liquidation {price}"), theme.liquidation, Qt.PenStyle.SolidLine),
            (prices.bankruptcy, translate("Margin", "bankruptcy {price}"), theme.text_soft, Qt.PenStyle.DashLine),
        )
        known = [
            Label(price, words.format(price=text.spread(price, prices.entry)), color, dash)
            for price, words, color, dash in rows
            if math.isfinite(price) and not (price == prices.mark == prices.entry and color is theme.accent)
        ]
        return sorted(known, key=lambda label: -label.price)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        labels = self.labels()
        if not labels or self._prices is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look.now()
        high, low = labels[0].price, labels[-1].price
        reach = max(high - low, high * 1e-3) * MARGIN
        box = QRectF(self.rect()).adjusted(1, 6, -1, -6 - (len(self.stretches()) + 0.5) * look.body.height * AIR)
        bar = QRectF(box.left(), box.top(), box.width() * BAR, box.height())
        axis = Axis(max(low - 2 * reach, 0.0), high + 2 * reach, bar.top(), bar.bottom())
        self._draw_bar(painter, bar, axis)
        self._draw_labels(painter, look, box, bar, [axis.y(label.price) for label in labels])
        self._draw_legend(painter, look, box.bottom() + look.body.height * AIR * 0.5)
        painter.end()

    def stretches(self) -> list[Stretch]:
        """The stretches of the axis from the entry in the direction that hurts; an unreached price is at its end."""
        if self._prices is None:
            return []
        theme, prices = current(), self._prices
        far = 0.0 if prices.side > 0 else math.inf
        called = prices.liquidation if math.isfinite(prices.liquidation) else far
        gone = prices.bankruptcy if math.isfinite(prices.bankruptcy) else far
        return [
            Stretch(prices.entry, called, theme.bid_maker, False, translate("Margin", "the trader's margin pays")),
            Stretch(called, gone, theme.liquidation, True, translate("Margin", "the exchange sells")),
            Stretch(gone, far, theme.fund, False, translate("Margin", "the insurance fund pays")),
        ]

    def _fill(self, painter: QPainter, room: QRectF, stretch: Stretch) -> None:
        painter.fillRect(room, with_alpha(stretch.color, 0.4) if stretch.hatched else stretch.color)
        if stretch.hatched:
            painter.fillRect(room, QBrush(stretch.color, Qt.BrushStyle.BDiagPattern))

    def _draw_bar(self, painter: QPainter, bar: QRectF, axis: Axis) -> None:
        painter.fillRect(bar, current().raised)
        for stretch in self.stretches():
            ends = [
                min(max(axis.y(min(end, axis.high)), bar.top()), bar.bottom()) for end in (stretch.start, stretch.end)
            ]
            self._fill(painter, QRectF(bar.left(), min(ends), bar.width(), max(ends) - min(ends)), stretch)
        painter.setPen(QPen(current().panel_edge, 1))
        painter.drawRect(bar)

    def _draw_labels(self, painter: QPainter, look: Look, box: QRectF, bar: QRectF, at: list[float]) -> None:
        """A line at each price, led to words that do not overlap."""
        line = look.body.height
        places = spread_out([y - line / 2 for y in at], line * AIR, box.top(), box.bottom() - line)
        left = bar.right() + pixels("body") * 1.6
        for label, y, place in zip(self.labels(), at, places, strict=True):
            painter.setPen(QPen(label.color, 2, label.dash))
            painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right() + 4, y))
            painter.setPen(QPen(label.color, 1))
            painter.drawLine(QPointF(bar.right() + 4, y), QPointF(left - 4, place + line / 2))
            look.body.write(painter, QPointF(left, place), label.words, current().text)

    def _draw_legend(self, painter: QPainter, look: Look, top: float) -> None:
        """What the stretches are."""
        size = look.body.height
        for n, stretch in enumerate(self.stretches()):
            place = QRectF(1, top + n * size * AIR, size * 1.2, size * 0.8)
            self._fill(painter, place, stretch)
            look.body.write(
                painter, QPointF(place.right() + size * 0.4, place.top() - size * 0.1), stretch.words, look.theme.text
            )
