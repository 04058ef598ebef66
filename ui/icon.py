"""The program's icon, drawn: three order books, each emptier than the one before, and the liquidation that hops between them.

`python3 -m ui.icon FOLDER` writes it as each system wants it: PNG, Windows' ICO and macOS's ICNS.
"""

import math
import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPen

from ui.theme import DARK

NAME = "cascade-lab.png"
SIDE = 64.0
"""The drawing's own units."""
BOOKS = ((8.0, 18.0, 1.0), (25.5, 27.0, 0.72), (43.0, 38.0, 0.4))
"""Left edge, height of the price, and part of the normal depth that is left."""
WIDTH, LEVEL, BAR = 14.0, 3.2, 2.3
TOP, BOTTOM = 9.0, 56.0
DEPTH_SCALE = 3.0
"""Levels from the price over which depth grows to most of its height."""
PNG_SIDE = 256
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = ((b"icp4", 16), (b"icp5", 32), (b"icp6", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512))


def draw_book(painter: QPainter, left: float, price: float, depth: float) -> None:
    """Bars of the asks above a price and of the bids below it; both are longer further away, the bids by what is left."""
    for direction, color, part in ((-1, DARK.ask, 1.0), (1, DARK.bid, depth)):
        place = 0
        y = price + direction * LEVEL
        while y - BAR / 2 >= TOP and y + BAR / 2 <= BOTTOM:
            long = WIDTH * part * (1.0 - math.exp(-(place + 1) / DEPTH_SCALE))
            painter.fillRect(QRectF(left, y - BAR / 2, long, BAR), color)
            place, y = place + 1, y + direction * LEVEL


def paint(painter: QPainter) -> None:
    """Draw it into 64 × 64 units."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(DARK.background)
    painter.drawRoundedRect(QRectF(1, 1, SIDE - 2, SIDE - 2), 12, 12)
    for left, price, depth in BOOKS:
        draw_book(painter, left, price, depth)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(DARK.liquidation, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    centers = [QPointF(left + WIDTH / 2, price) for left, price, _ in BOOKS]
    for start, end in zip(centers, centers[1:], strict=False):
        path = QPainterPath(start)
        path.quadTo(QPointF(end.x(), start.y() - 4), end)
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(DARK.liquidation)
    for place, center in enumerate(centers):
        painter.drawEllipse(center, 2.2 + place, 2.2 + place)


def picture(side: int) -> QImage:
    """The icon at so many pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(side / SIDE, side / SIDE)
    paint(painter)
    painter.end()
    return image


def png(side: int) -> bytes:
    """The icon as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(side).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico() -> bytes:
    """The icon as Windows wants it: a directory of 16 bytes each, then the PNG files."""
    files = [(side, png(side)) for side in ICO_SIDES]
    head, place = struct.pack("<HHH", 0, 1, len(files)), 6 + 16 * len(files)
    for side, data in files:
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(data for _, data in files)


def icns() -> bytes:
    """The icon as macOS wants it: each PNG file behind its kind and its length."""
    parts = [kind + struct.pack(">I", len(data) + 8) + data for kind, data in ((k, png(s)) for k, s in ICNS_KINDS)]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main(folder: Path) -> None:
    """Write all three."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, data in ((".png", png(PNG_SIDE)), (".ico", ico()), (".icns", icns())):
        (folder / NAME).with_suffix(suffix).write_bytes(data)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    main(Path(sys.argv[1]))
