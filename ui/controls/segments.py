"""One choice out of a few, side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from ui.text import translate


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
        self.list = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        """Stands for all of them where room is scarce."""
        self.list.setMenu(QMenu(self.list))
        self.list.menu().aboutToShow.connect(self._fill)
        self.list.hide()
        row.addWidget(self.list)
        self._group.idClicked.connect(self.chosen)
        self.names: Callable[[], Sequence[str]] = lambda: names
        """Asked again when the language changes."""

    def retranslate(self) -> None:
        """Write all words again."""
        for number, name in enumerate(self.names()):
            self._group.button(number).setText(name)
            self._group.button(number).setAccessibleName(name)
        self._name_list()

    def full_width(self) -> int:
        """Room that all buttons need side by side."""
        return sum(button.sizeHint().width() + 2 for button in self._group.buttons())

    def fold(self, folded: bool) -> None:
        """Show one button with a list, or all of them."""
        for button in self._group.buttons():
            button.setVisible(not folded)
        self.list.setVisible(folded)
        self._name_list()

    def _name_list(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            self.list.setText(translate("Segments", "{name} ▾").format(name=chosen.text()))
        self.list.setAccessibleName(self.accessibleName())

    def _fill(self) -> None:
        menu = self.list.menu()
        menu.clear()
        for number, button in enumerate(self._group.buttons()):
            action = menu.addAction(button.text())
            action.setCheckable(True)
            action.setChecked(button.isChecked())
            action.triggered.connect(lambda _=False, number=number: self.chosen.emit(number))

    def choose(self, number: int) -> None:
        """Show which one is in force, without announcing it."""
        self._group.button(number).setChecked(True)
        self._name_list()

    @property
    def choice(self) -> int:
        """Position of the pressed button, −1 for none."""
        return self._group.checkedId()

    def button(self, number: int) -> QToolButton:
        """One of the buttons."""
        found = self._group.button(number)
        assert isinstance(found, QToolButton)
        return found
