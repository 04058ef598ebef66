"""A column's picture as an array of pixels: some hundred bars cost less as slices of an array than as calls of a painter."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from model import raster

Pixels = NDArray[np.uint32]
Values = NDArray[np.float64]


class Rows(NamedTuple):
    """Horizontal stretches of a plot: distance from its top, and height."""

    top: Values
    height: Values


def pixel(color: QColor) -> int:
    """An opaque colour as it stands in a picture."""
    return color.rgb() | 0xFF000000


def pixels_of(image: QImage) -> Pixels:
    """(height, width) of a picture with 32 bits a pixel; a view, not to be kept longer than the picture."""
    rows: Pixels = np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()]


class Canvas:
    """The pixels of a plot. Places are given in the plot's own coordinates, from its top left corner."""

    def __init__(self, width: float, height: float, ratio: float) -> None:
        """`ratio`: pixels of the screen for each pixel of the layout."""
        self.ratio = ratio
        self.image = QImage(
            max(round(width * ratio), 1), max(round(height * ratio), 1), QImage.Format.Format_RGB32
        )  # fmt: skip
        self.image.setDevicePixelRatio(ratio)
        self.pixels = pixels_of(self.image)

    def fits(self, width: float, height: float, ratio: float) -> bool:
        """Whether a plot still has this size."""
        shape = (max(round(height * ratio), 1), max(round(width * ratio), 1))
        return self.ratio == ratio and self.pixels.shape == shape

    def fill(self, rows: Rows, left: Values | float, right: Values | float, color: QColor) -> None:
        """Fill a stretch of each row; a row or a stretch without size is left out."""
        raster.fill(self.pixels, rows, (left, right), self.ratio, pixel(color))

    def show(self, painter: QPainter, plot: QRectF) -> None:
        """Put the picture where the plot is."""
        painter.drawImage(QPointF(plot.left(), plot.top()), self.image)
