"""One choice out of a few, side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget


class Segments(QWidget):
    """Buttons of which exactly one is pressed."""

    chosen = Signal(int)
    """Position of the button that the user pressed."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        for number, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(name)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)
        self.names: Callable[[], Sequence[str]] = lambda: names
        """Asked again when the language changes."""

    def retranslate(self) -> None:
        """Write all words again."""
        for number, name in enumerate(self.names()):
            self._group.button(number).setText(name)
            self._group.button(number).setAccessibleName(name)

    def choose(self, number: int) -> None:
        """Show which one is in force, without announcing it."""
        self._group.button(number).setChecked(True)

    @property
    def choice(self) -> int:
        """Position of the pressed button, −1 for none."""
        return self._group.checkedId()

    def button(self, number: int) -> QToolButton:
        """One of the buttons."""
        found = self._group.button(number)
        assert isinstance(found, QToolButton)
        return found
