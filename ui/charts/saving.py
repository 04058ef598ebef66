"""A chart as a file: PNG at double size, SVG drawn line by line, or CSV of exactly the numbers that are drawn."""

import csv
import io
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from model.bad_input import BadInput
from model.files import write_atomically
from ui.charts.chart import Chart, Table

SHARPNESS = 2
"""Pixels of a saved picture for each pixel on screen."""
KINDS = (".png", ".svg", ".csv")
EXPECTED = "a file name that ends in .png, .svg or .csv"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Words that begin so would be calculated by a spreadsheet."""


def picture(chart: Chart) -> QImage:
    """The chart at double size, without the readout."""
    image = QImage(chart.size() * SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    return image


def png(chart: Chart) -> bytes:
    """The picture as a PNG file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(chart).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())


def svg(chart: Chart) -> bytes:
    """The chart as a vector file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(chart.size())
    generator.setViewBox(QRect(0, 0, chart.width(), chart.height()))
    generator.setTitle(chart.accessibleName())
    generator.setDescription(chart.title())
    painter = QPainter(generator)
    chart.paint(painter)
    painter.end()
    return bytes(held.data())


def _cell(value: float | int | str) -> float | int | str:
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value


def written(table: Table, dialect: str = "excel") -> str:
    """A table as text: one line of names with units, numbers in full."""
    held = io.StringIO()
    writer = csv.writer(held, dialect)
    writer.writerow([_cell(name) for name in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return held.getvalue()


def save(chart: Chart, path: Path) -> None:
    """Write what the name's ending says; the file is there complete or not at all. `BadInput` says why it cannot be."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise BadInput(str(path), "", EXPECTED)
    make = {
        ".csv": lambda: written(chart.table()).encode("utf-8"),
        ".png": lambda: png(chart),
        ".svg": lambda: svg(chart),
    }
    data = make[kind]()
    write_atomically(path, data)
