"""Charts in their tabs, for the tests of many kinds."""

from PySide6.QtGui import QImage, QPainter


def opened(tabs, key):
    """A chart in sight that knows everything it shows."""
    chart = tabs.open(key)
    if hasattr(chart, "scouting"):
        chart.scouting.finish()
    chart.grab()
    return chart


def charts_of(tabs):
    return {chart.key: chart for view in tabs.charts for chart in tabs.of(view)}


def painted(chart):
    """A picture of a chart as its own paint makes it."""
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    return image


def written(chart, paint):
    """What a painter is asked to write, with the room it is given."""
    said = []

    class Ear(QPainter):
        def drawText(self, *words):  # noqa: N802 - Qt's name
            said.append(words)
            return QPainter.drawText(self, *words)

    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = Ear(image)
    paint(painter)
    painter.end()
    return said
