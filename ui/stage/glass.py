"""The glass that was full: the normal book behind the bars, drawn once and then only moved up and down."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from ui.lettering import Look
from ui.stage.canvas import Canvas, Pixels, pixel, pixels_of
from ui.theme import Theme, mixed

TINT = 0.08


class Shape(NamedTuple):
    """What a glass looks like: size of its plot, height of a bar, and widths of the bars from the mid outward."""

    width: float
    height: float
    row: float
    widths: tuple[float, ...]


class Glass:
    """One column's normal book, twice as high as its plot, with the mid price in the middle."""

    def __init__(self) -> None:
        self._shape: Shape | None = None
        self._theme: Theme | None = None
        self._ratio = 0.0
        self._filling: Pixels = np.zeros((0, 0), np.uint32)
        self._rim: tuple[NDArray[np.intp], NDArray[np.intp]] = (np.zeros(0, np.intp), np.zeros(0, np.intp))
        self._color = 0

    def fit(self, shape: Shape, look: Look, ratio: float) -> None:
        """Take a shape; nothing is drawn again as long as it stays the same."""
        if shape == self._shape and look.theme is self._theme and ratio == self._ratio:
            return
        self._shape, self._theme, self._ratio = shape, look.theme, ratio
        sheet = Canvas(shape.width, 2 * shape.height, ratio)
        sheet.image.fill(look.theme.panel)
        rim = QImage(sheet.image.size(), QImage.Format.Format_RGB32)
        rim.setDevicePixelRatio(ratio)
        rim.fill(0)
        painter, pencil = QPainter(sheet.image), QPainter(rim)
        pen = QPen(Qt.GlobalColor.white, 1.3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4.0, 3.0])
        pencil.setPen(pen)
        for way, color in ((-1, look.theme.ask), (1, look.theme.bid)):
            ground = mixed(look.theme.panel, color, TINT)
            points = [QPointF(shape.widths[0], shape.height)]
            for n, width in enumerate(shape.widths):
                near, far = way * n * shape.row, way * (n + 1) * shape.row
                painter.fillRect(QRectF(0, shape.height + min(near, far), width, abs(far - near) + 0.5), ground)
                points.append(QPointF(width, shape.height + (near + far) / 2))
            pencil.drawPolyline(QPolygonF(points))
        painter.end()
        pencil.end()
        self._filling = sheet.pixels.copy()
        rows, columns = np.nonzero(pixels_of(rim) & 0xFFFFFF)
        self._rim, self._color = (rows, columns), pixel(look.theme.ghost)

    def _above(self, canvas: Canvas, mid_y: float) -> int:
        """Rows of the glass above the canvas when the mid price stands at a height of it."""
        middle = self._filling.shape[0] // 2
        return min(max(middle - round(mid_y * canvas.ratio), 0), self._filling.shape[0] - canvas.pixels.shape[0])

    def draw_filling(self, canvas: Canvas, mid_y: float) -> None:
        """Cover the canvas with the faint filling around the mid price's row."""
        above = self._above(canvas, mid_y)
        canvas.pixels[:] = self._filling[above : above + canvas.pixels.shape[0]]

    def draw_rim(self, canvas: Canvas, mid_y: float) -> None:
        """Draw the dashed rim."""
        rows, columns = self._rim
        above = self._above(canvas, mid_y)
        first, last = np.searchsorted(rows, (above, above + canvas.pixels.shape[0]))
        canvas.pixels[rows[first:last] - above, columns[first:last]] = self._color
