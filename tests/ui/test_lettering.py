"""Letters of painted views stand on one line, whatever font they come from."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.lettering import Lettering


def rows_of(text, role, width=14):
    """Rows in which the first letters of a text have ink."""
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    Lettering(role).write(painter, QPointF(4, 20), text, QColor("black"))
    painter.end()
    return {y for y in range(80) for x in range(width) if image.pixelColor(x, y).lightness() < 128}


@pytest.mark.parametrize("role", ["small", "body", "title", "big"])
def test_a_line_does_not_sink_when_another_font_lends_letters(qapp, role):
    wide = round(Lettering(role).width("8")) + 5
    alone = rows_of("8", role, wide)
    assert alone
    assert rows_of("8 强平额", role, wide) == alone
