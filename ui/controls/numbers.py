"""Boxes for numbers: their text keeps its distance from the edge, and is shown from its first letter."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

if TYPE_CHECKING:
    Box = QAbstractSpinBox
else:
    Box = object  # Qt's own class stands beside it
AIR = 7
"""Pixels before the text; Qt hands a style sheet's padding at the left to nobody."""


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

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.begin(self.valueChanged)

    def setSpecialValueText(self, words: str) -> None:
        """Qt: a word in place of the least value."""
        super().setSpecialValueText(words)
        self.show_start()
