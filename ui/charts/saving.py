"""A chart as a file: PNG at double size, SVG drawn line by line, or CSV of exactly the numbers that are drawn.

Below a picture stands what it is a picture of, so that it can be traced back when it is found on a slide.
"""

import csv
import io
import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from model import __version__
from model.bad_input import BadInput
from model.files import write_atomically
from model.parameters import BY_KEY
from ui.charts.chart import Chart, Table
from ui.text import clock, parameter_title, translate, value_text
from ui.theme import current, font, pixels

SHARPNESS = 2
"""Pixels of a saved picture for each pixel on screen."""
CSS_DPI = 96
"""Pixels in an inch of a vector picture, as browsers count them."""
CAPTION_LINES = 1.7
MOST_CHANGES = 2
"""Changes of the rules that a caption names."""
KINDS = (".png", ".svg", ".csv")
EXPECTED = "a file name that ends in .png, .svg or .csv"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Words that begin so would be calculated by a spreadsheet."""


def caption(chart: Chart) -> str:
    """What a picture is of: the run, the moment, what was changed of its rules, and by what program."""
    edits = [edit for edit in chart.session.branch.edits if edit.key in BY_KEY] if chart.of_this_run else []
    words, parts = translate("Charts", "{title} {value} from {clock}"), [chart.caption()]
    for edit in edits[:MOST_CHANGES]:
        title, value = parameter_title(BY_KEY[edit.key]), value_text(BY_KEY[edit.key], edit.value)
        parts.append(words.format(title=title, value=value, clock=clock(edit.step)))
    if len(edits) > MOST_CHANGES:
        parts.append("…")
    program = translate("Charts", "Cascade Lab {version}").format(version=__version__)
    return translate("Charts", "; ").join([*parts, program])


def _whole(chart: Chart) -> QSize:
    """The chart with the line below it."""
    return QSize(chart.width(), chart.height() + round(pixels("small") * CAPTION_LINES))


def _draw(chart: Chart, painter: QPainter) -> None:
    """The chart without the readout, and what it is of."""
    whole = QRectF(0, 0, chart.width(), _whole(chart).height())
    painter.fillRect(whole, current().panel)
    chart.alone = True
    try:
        painter.save()
        chart.paint(painter)
        painter.restore()
    finally:
        chart.alone = False
    room = whole.adjusted(6, chart.height(), -6, 0)
    painter.setFont(font("small"))
    painter.setPen(current().text_faint)
    words = QFontMetricsF(painter.font()).elidedText(caption(chart), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def picture(chart: Chart) -> QImage:
    """The chart at double size."""
    image = QImage(_whole(chart) * SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    _draw(chart, painter)
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
    held, size = QByteArray(), _whole(chart)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(CSS_DPI)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(chart.accessibleName())
    generator.setDescription(chart.full_title())
    painter = QPainter(generator)
    _draw(chart, painter)
    painter.end()
    # elsewhere the letters of this machine may be missing: without another choice a reader would take a serif face
    return re.sub(b'font-family="([^"]*)"', b"""font-family="'\\1', sans-serif" """, bytes(held.data()))


def _cell(value: float | int | str) -> float | int | str:
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value


def written(table: Table, dialect: str = "excel") -> str:
    """A table as text: one line of names with units, numbers in full."""
    held = io.StringIO()
    writer = csv.writer(held, dialect)
    writer.writerow([_cell(name) for name in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return held.getvalue()


def numbers(chart: Chart) -> bytes:
    """The table as a CSV file; where it holds other letters than English ones it says so, or Excel would misread them."""
    words = written(chart.table())
    return words.encode("utf-8" if words.isascii() else "utf-8-sig")


def save(chart: Chart, path: Path) -> None:
    """Write what the name's ending says; the file is there complete or not at all. `BadInput` says why it cannot be."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise BadInput(str(path), "", EXPECTED)
    make = {".csv": numbers, ".png": png, ".svg": svg}
    write_atomically(path, make[kind](chart))
