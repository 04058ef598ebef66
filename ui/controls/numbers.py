"""Boxes for numbers: their text keeps its distance from the edge and is shown from its first letter; words are elided."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from ui.controls.eliding import tell_whole

if TYPE_CHECKING:
    Box = QAbstractSpinBox
else:
    Box = object  # Qt's own class stands beside it
AIR = 7
"""Pixels before the text; Qt hands a style sheet's padding at the left to nobody."""
LINE_EDGE = 3
"""Pixels that a line of text leaves free at each side, with the cursor."""


class Shown(Box):
    """What both boxes have in common."""

    def begin(self, changed: Any) -> None:
        """Show the text from its start, and again whenever the number is `changed` from outside."""
        self.lineEdit().setTextMargins(AIR, 0, 0, 0)
        changed.connect(self.show_start)

    def show_start(self) -> None:
        """Scroll to the first letter, unless somebody writes here."""
        if not self.hasFocus():
            self.lineEdit().setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: somebody has written."""
        super().focusOutEvent(event)
        self.show_start()


class Whole(Shown, QSpinBox):
    """A whole number."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.begin(self.valueChanged)


class Amount(Shown, QDoubleSpinBox):
    """A number with decimals, and perhaps a word in place of its least value."""

    _word = ""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.begin(self.valueChanged)

    def setSpecialValueText(self, words: str) -> None:
        """Qt: a word in place of the least value."""
        self._word = words
        super().setSpecialValueText(words)
        self._fit_word()

    def _fit_word(self) -> None:
        """Show as much of the word as there is room for."""
        if not self._word:
            return
        line = self.lineEdit()
        room = line.width() - AIR - 2 * LINE_EDGE
        shown = line.fontMetrics().elidedText(self._word, Qt.TextElideMode.ElideRight, room)
        if shown != self.specialValueText():
            super().setSpecialValueText(shown)
        self.show_start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._fit_word()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_word()

    def event(self, event: QEvent) -> bool:
        """Qt: the tip tells the whole word where it is cut."""
        is_word = bool(self._word) and self.value() == self.minimum()
        if is_word and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return tell_whole(self, event, self._word, self.specialValueText()) or super().event(event)
        return super().event(event)
