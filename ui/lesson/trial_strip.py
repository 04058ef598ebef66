"""A trial over seeds as a picture: for each seed a stroke from the value without the change to the value with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.lesson_play import TrialRow, better
from ui.charts.time_chart import nice_ticks
from ui.lesson.words import value_words
from ui.text import number, translate
from ui.theme import current, font, keeper, pixels


class TrialStrip(QWidget):
    """Rings are runs without the change, discs the same weather with it; a stroke joins the two."""

    def __init__(self, measure: str, rows: Sequence[TrialRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure, self.rows = measure, tuple(rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.sentence())
        keeper.changed.connect(self.updateGeometry)

    def sentence(self) -> str:
        """What the picture says."""
        told = translate("Lesson", "less in {better} of {all} runs with the change; ring without, disc with it")
        return told.format(better=number(better(self.rows)), all=number(len(self.rows)))

    def sizeHint(self) -> QSize:
        """Fixed height."""
        return QSize(240, pixels("small") * 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis, strokes, words."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        small = pixels("small")
        top = painter.fontMetrics().boundingRect(
            0, 0, self.width(), 1000, Qt.TextFlag.TextWordWrap, self.sentence()
        ).height() + 8.0  # fmt: skip
        painter.setPen(theme.text_soft)
        painter.drawText(QRectF(0, 0, self.width(), top), Qt.TextFlag.TextWordWrap, self.sentence())
        plot = QRectF(small * 5.0, top + small * 0.6, self.width() - small * 5.4, self.height() - top - small * 1.4)
        values = [value for row in self.rows for value in (row.without, row.changed)]
        low, high = min([0.0, *values]), max([0.0, *values]) or 1.0
        for value in nice_ticks(low, high, max(2, int(plot.height() / (small * 2.4)))):
            y = plot.bottom() - plot.height() * (value - low) / (high - low)
            painter.setPen(QPen(theme.grid, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.text_faint)
            box = QRectF(0, y - small, plot.left() - 5, small * 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                             value_words(self._measure, value))  # fmt: skip
        for place, row in enumerate(sorted(self.rows, key=lambda row: row.without)):
            x = plot.left() + plot.width() * (place + 0.5) / len(self.rows)
            before, after = (
                plot.bottom() - plot.height() * (value - low) / (high - low) for value in (row.without, row.changed)
            )
            color = theme.good if row.changed < row.without else theme.ask
            painter.setPen(
                QPen(color, 1.6, Qt.PenStyle.SolidLine if row.changed < row.without else Qt.PenStyle.DotLine)
            )
            painter.drawLine(QPointF(x, before), QPointF(x, after))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.text_soft, 1.4))
            painter.drawEllipse(QPointF(x, before), 3.5, 3.5)
            painter.setBrush(color)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(x, after), 3.5, 3.5)
