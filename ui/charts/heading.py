"""The row above a chart: its title, the letter that says where its numbers come from, and the choice of readings.

Where there is room for one of two charts only, each offers the other one's readings beside its own.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.controls.segments import Segments
from ui.lettering import chip_room, draw_chip
from ui.sources import source_of, source_tip
from ui.theme import current, font, pixels

if TYPE_CHECKING:
    from ui.charts.chart import Chart

SEGMENTS_PART = 0.6
"""Choices that would take more of the width than this fold into a list."""
BADGE_ROOM = 7.0
"""Pixels between the title and the letter, and around the letter."""
HEAD_LINES = 2.2
"""Height of the row in lines of small text, the same in all charts."""


class Heading:
    """What stands above one chart, and where."""

    def __init__(self, chart: "Chart") -> None:
        self._chart = chart
        self.segments: Segments | None = None
        self.before: tuple[Chart, ...] = ()
        self.after: tuple[Chart, ...] = ()
        """Charts that take turns with this one, and stand before or after it among the choices."""
        self.badge = QRectF()
        """Where the letter stands."""
        self.room = QRectF()
        """Where the title stands."""
        self.written = ""
        """The title as it was last written, shortened if need be."""

    @property
    def height(self) -> float:
        """Height of the row."""
        return pixels("small") * HEAD_LINES

    # --- choices ----------------------------------------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """All that can be chosen here."""
        return tuple(name for chart in (*self.before, self._chart, *self.after) for name in chart.own_choices())

    def _first(self) -> int:
        """Place of the chart's own first choice."""
        return sum(len(chart.own_choices()) for chart in self.before)

    @property
    def choice(self) -> int:
        """The chart's own reading."""
        return 0 if self.segments is None else self.segments.choice - self._first()

    def offer(self, choice: int) -> None:
        """Show the choices, with one of the chart's own in force; none where there is only one."""
        if self.segments is not None:
            self.segments.names = tuple  # until it is deleted it has no more words to change with the language
            self.segments.setParent(None)
            self.segments.deleteLater()
            self.segments = None
        if self.before or self.after or self._chart.choices():
            self.segments = Segments(self.names(), self._chart)
            self.segments.names = self.names
            self.segments.choose(self._first() + choice)
            self.segments.chosen.connect(self._choose)
            self.segments.setVisible(True)
        self.place()

    def _choose(self, number: int) -> None:
        """Read the chart another way, or give the place to another chart."""
        own = self.choice_of(self._chart, number)
        if own is not None:
            self._chart.choose(own)
            return
        for chart in (*self.before, *self.after):
            other = self.choice_of(chart, number)
            if other is not None:
                self._chart.yielded.emit(chart, other)

    def choice_of(self, chart: "Chart", number: int) -> int | None:
        """Which reading of a chart a place among the choices is; none if it is another chart's."""
        first = 0
        for one in (*self.before, self._chart, *self.after):
            count = len(one.own_choices())
            if one is chart:
                return number - first if first <= number < first + count else None
            first += count
        return None

    def place(self) -> None:
        """Side by side, unless the choices would take the room of the shortest title; then they fold into a list."""
        chart, segments = self._chart, self.segments
        if segments is not None:
            metrics, wide = QFontMetricsF(font("small")), segments.full_width()
            title = min(metrics.horizontalAdvance(words) for words in chart.wordings()) + chart.title_left()
            least = min(chart.width() * SEGMENTS_PART, chart.width() - title - metrics.height() - 2 * BADGE_ROOM - 10)
            segments.setMaximumHeight(round(self.height) - 2)
            segments.fold(wide > least)
            segments.adjustSize()
            segments.move(max(chart.width() - segments.width() - 4, 0), 1)

    # --- title ------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """Write the longest title that fits, and the letter that says where the numbers come from."""
        chart = self._chart
        painter.setFont(font("small"))
        painter.setPen(current().text_faint)
        metrics, left = QFontMetricsF(painter.font()), chart.title_left()
        source = source_of(chart.source)
        letter = source.badge if source is not None else ""
        chip = chip_room(metrics, 0.0, self.height / 2, letter)
        beside = self.segments is not None and not self.segments.isHidden() and not chart.alone
        end = self.segments.x() if self.segments is not None and beside else chart.width()
        room = end - left - chip.width() - BADGE_ROOM - 6
        titles = [chart.full_title(words) if chart.alone else words for words in chart.wordings()]
        title = next((words for words in titles if metrics.horizontalAdvance(words) <= room), titles[-1])
        self.written = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        base = (self.height + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), self.written)
        after = left + metrics.horizontalAdvance(self.written) + BADGE_ROOM
        draw_chip(painter, chip.translated(after, 0), letter)
        self.room = QRectF(left, 0, after - left - BADGE_ROOM, self.height)
        self.badge = QRectF(after - BADGE_ROOM, 0, chip.width() + 2 * BADGE_ROOM, self.height)

    def tip_at(self, place: QPointF) -> str:
        """Where the numbers come from, over their letter; the whole title, over one that was shortened."""
        if self.badge.contains(place):
            return source_tip(self._chart.source)
        return self._chart.title() if self.room.contains(place) and self.written != self._chart.title() else ""
