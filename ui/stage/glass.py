"""The glass that was full: the normal book behind the bars, drawn once and then only moved up and down."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from ui.lettering import Look
from ui.theme import Theme, mixed

TINT = 0.08


class Shape(NamedTuple):
    """What a glass looks like: size of its plot, height of a bar, and widths of the bars from the mid outward."""

    width: float
    height: float
    row: float
    widths: tuple[float, ...]


class Glass:
    """One column's normal book."""

    def __init__(self) -> None:
        self._shape: Shape | None = None
        self._theme: Theme | None = None
        self._filling = QPixmap()
        self._rims: tuple[QPolygonF, QPolygonF] = (QPolygonF(), QPolygonF())

    def fit(self, shape: Shape, look: Look, ratio: float) -> None:
        """Take a shape; nothing is drawn again as long as it stays the same."""
        if shape == self._shape and look.theme is self._theme:
            return
        self._shape, self._theme = shape, look.theme
        self._filling = QPixmap(round(shape.width * ratio), round(2 * shape.height * ratio))
        self._filling.setDevicePixelRatio(ratio)
        self._filling.fill(look.theme.panel)
        painter = QPainter(self._filling)
        rims = []
        for way, color in ((-1, look.theme.ask), (1, look.theme.bid)):
            ground = mixed(look.theme.panel, color, TINT)
            points = [QPointF(shape.widths[0], 0.0)]
            for n, width in enumerate(shape.widths):
                near, far = way * n * shape.row, way * (n + 1) * shape.row
                painter.fillRect(QRectF(0, shape.height + min(near, far), width, abs(far - near) + 0.5), ground)
                points.append(QPointF(width, (near + far) / 2))
            rims.append(QPolygonF(points))
        painter.end()
        self._rims = (rims[0], rims[1])

    def draw_filling(self, painter: QPainter, plot: QRectF, mid_y: float) -> None:
        """Draw the faint filling around the mid price's row."""
        if self._shape is not None:
            painter.drawPixmap(QPointF(plot.left(), round(mid_y - self._shape.height)), self._filling)

    def draw_rim(self, painter: QPainter, plot: QRectF, mid_y: float, look: Look) -> None:
        """Draw the dashed rim."""
        pen = QPen(look.theme.ghost, 1.3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.translate(plot.left(), mid_y)
        for rim in self._rims:
            painter.drawPolyline(rim)
        painter.translate(-plot.left(), -mid_y)
