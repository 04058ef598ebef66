"""A piece of the stage that is drawn once and shown again as long as it would look the same."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap


class Sheet:
    """A picture of a room, and what it was drawn from."""

    def __init__(self) -> None:
        self._key: object = None
        self._pixmap = QPixmap()

    def show(
        self, painter: QPainter, room: QRectF, key: object, ground: QColor, draw: Callable[[QPainter], None]
    ) -> None:
        """Show the picture of a room; `draw` draws it, in the stage's coordinates, when `key` is another one.

        The room's corner should stand on whole pixels.
        """
        ratio = painter.device().devicePixelRatioF()
        whole = (key, room.x(), room.y(), room.width(), room.height(), ground.rgba(), ratio)
        if whole != self._key:
            self._key = whole
            size = room.size().toSize()
            self._pixmap = QPixmap(
                max(round((size.width() + 1) * ratio), 1), max(round((size.height() + 1) * ratio), 1)
            )
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(ground)
            own = QPainter(self._pixmap)
            own.translate(-room.left(), -room.top())
            draw(own)
            own.end()
        painter.drawPixmap(QPointF(room.left(), room.top()), self._pixmap)
