"""The signs on buttons and locked controls, drawn as paths so that they look the same with any font."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from ui.theme import current


def _triangle(x: float, width: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, 4))
    path.lineTo(x + width, 12)
    path.lineTo(x, 20)
    path.closeSubpath()
    return path


def _bar(x: float, width: float = 3) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(x, 4, width, 16))
    return path


def _mirrored(path: QPainterPath) -> QPainterPath:
    turned = QPainterPath()
    for n in range(path.elementCount()):
        element = path.elementAt(n)
        point = QPointF(24 - element.x, element.y)
        if element.isMoveTo():
            turned.closeSubpath()
            turned.moveTo(point)
        else:
            turned.lineTo(point)
    turned.closeSubpath()
    return turned


def _play() -> QPainterPath:
    return _triangle(6, 15)


def _pause() -> QPainterPath:
    return _bar(6, 4) | _bar(14, 4)


def _forward() -> QPainterPath:
    return _triangle(4, 12) | _bar(17)


def _cause() -> QPainterPath:
    """A third of a second: one small triangle between two strokes."""
    small = QPainterPath(QPointF(8, 7))
    small.lineTo(15, 12)
    small.lineTo(8, 17)
    small.closeSubpath()
    return small | _bar(4, 1.6) | _bar(17.5, 1.6)


def _restart() -> QPainterPath:
    """An arrow that runs round."""
    arc = QPainterPath()
    arc.arcMoveTo(QRectF(4.5, 4.5, 15, 15), 60)
    arc.arcTo(QRectF(4.5, 4.5, 15, 15), 60, 290)
    head = QPainterPath(QPointF(10.6, 1.4))
    head.lineTo(17.6, 4.8)
    head.lineTo(11.2, 9.2)
    head.closeSubpath()
    stroke = QPainterPath()
    stroke.addPath(arc)
    stroke.addPath(head)
    return stroke


def _lock() -> QPainterPath:
    """A padlock."""
    body = QPainterPath()
    body.addRoundedRect(QRectF(5, 11, 14, 10), 2, 2)
    outer, inner = QPainterPath(QPointF(7, 11)), QPainterPath(QPointF(9.4, 11))
    for shackle, edge in ((outer, 7.0), (inner, 9.4)):
        shackle.arcTo(QRectF(edge, edge - 4, 24 - 2 * edge, 24 - 2 * edge), 180, -180)
        shackle.lineTo(24 - edge, 11)
        shackle.closeSubpath()
    return body | (outer - inner)


def _frame(room: QRectF, edge: float = 2.0, radius: float = 2.0) -> QPainterPath:
    outer, inner = QPainterPath(), QPainterPath()
    outer.addRoundedRect(room, radius, radius)
    inner.addRoundedRect(room.adjusted(edge, edge, -edge, -edge), radius / 2, radius / 2)
    return outer - inner


def _copy() -> QPainterPath:
    """A sheet behind a sheet."""
    front = QPainterPath()
    front.addRect(QRectF(9, 8, 11, 13))
    return (_frame(QRectF(4, 3, 11, 13)) - front) | _frame(QRectF(9, 8, 11, 13))


def _dice() -> QPainterPath:
    """Three of six."""
    made = _frame(QRectF(3, 3, 18, 18), radius=4)
    for place in (7.6, 12.0, 16.4):
        made.addEllipse(QPointF(place, place), 1.9, 1.9)
    return made


def _split() -> QPainterPath:
    """A frame in two halves."""
    middle = QPainterPath()
    middle.addRect(QRectF(11, 4, 2, 16))
    return _frame(QRectF(2, 4, 20, 16)) | middle


def _close() -> QPainterPath:
    """A cross."""
    made = QPainterPath(QPointF(5, 5))
    made.lineTo(19, 19)
    made.moveTo(19, 5)
    made.lineTo(5, 19)
    return made


def _open() -> QPainterPath:
    """A triangle that points down."""
    path = QPainterPath(QPointF(4, 8))
    path.lineTo(20, 8)
    path.lineTo(12, 18)
    path.closeSubpath()
    return path


PATHS: dict[str, Callable[[], QPainterPath]] = {
    "play": _play,
    "pause": _pause,
    "forward": _forward,
    "back": lambda: _mirrored(_forward()),
    "forward_cause": _cause,
    "back_cause": lambda: _mirrored(_cause()),
    "restart": _restart,
    "lock": _lock,
    "copy": _copy,
    "dice": _dice,
    "split": _split,
    "close": _close,
    "closed": lambda: _triangle(8, 10),
    "open": _open,
}
"""Signs on a field of 24 × 24."""
STROKED = ("restart", "close")


def _pixmap(name: str, color: QColor, size: int) -> QPixmap:
    scale = 2
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size * scale / 24, size * scale / 24)
    if name in STROKED:
        painter.setPen(QPen(color, 2.4))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
    painter.drawPath(PATHS[name]())
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def sign(name: str, size: int) -> QIcon:
    """A sign in the colours of the look in force."""
    theme = current()
    icon = QIcon()
    icon.addPixmap(_pixmap(name, theme.text, size), QIcon.Mode.Normal)
    icon.addPixmap(_pixmap(name, theme.gauge, size), QIcon.Mode.Disabled)
    return icon
