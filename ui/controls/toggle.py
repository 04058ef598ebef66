"""A switch that looks like one: its knob stands right when on, left when off, and on carries a stroke, off a ring."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import current, keeper, pixels

HELD = 0.55
"""How solid a switch is drawn that does not answer."""


class Toggle(QAbstractButton):
    """A checkable button drawn as a switch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two and a bit knobs wide."""
        height = round(pixels("body") * 1.5)
        return QSize(round(height * 2.0), height + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, knob, and the ring of the focus."""
        theme, painter = current(), QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else HELD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = box.height() / 2
        painter.setPen(QPen(theme.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.good if self.isChecked() else theme.gauge)
        painter.drawRoundedRect(box, radius, radius)
        x = box.right() - radius if self.isChecked() else box.left() + radius
        center = QPointF(x, box.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.panel if not theme.dark else theme.text)
        painter.drawEllipse(center, radius - 3, radius - 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(theme.panel, 2))
            left = QPointF(box.left() + radius, box.center().y())
            painter.drawLine(left - QPointF(0, radius / 3), left + QPointF(0, radius / 3))
        else:
            painter.setPen(QPen(theme.text_faint, 1.5))
            painter.drawEllipse(QPointF(box.right() - radius, box.center().y()), radius / 3.2, radius / 3.2)
