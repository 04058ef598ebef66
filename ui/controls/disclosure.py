"""A heading that shows or hides what belongs to it; the content is made when it is first wanted."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.controls.eliding import ElidingTool
from ui.controls.signs import sign
from ui.theme import keeper, pixels

ARROW = 0.72
"""Size of the arrow against that of the letters."""


class Disclosure(QWidget):
    """A button with an arrow, and a body. A bare one leaves its button to be placed elsewhere."""

    def __init__(self, make: Callable[[], QWidget], bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.body: QWidget | None = None
        """What is shown when open; none until first opened."""
        self.is_open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._column = column
        self.button = ElidingTool()
        self.button.setProperty("kind", "tool")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.turn)
        if not bare:
            self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        keeper.changed.connect(self._point)
        self._point()

    def _point(self) -> None:
        """The arrow, as large as the letters."""
        size = round(pixels("body") * ARROW)
        self.button.setIconSize(QSize(size, size))
        self.button.setIcon(sign("open" if self.is_open else "closed", size))

    def set_title(self, title: str) -> None:
        """Name what can be shown."""
        self.button.setText(title)
        self.button.setAccessibleName(title)

    def turn(self) -> None:
        """Open if closed, close if open."""
        self.is_open = not self.is_open
        self._point()
        self.retranslate()
        if self.is_open and self.body is None:
            self.body = self._make()
            self._column.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(self.is_open)

    def remake(self) -> None:
        """Make the content anew: when it is next opened, or now if it is open."""
        if self.body is None:
            return
        self._column.removeWidget(self.body)
        self.body.hide()
        self.body.deleteLater()
        self.body = None
        if self.is_open:
            self.body = self._make()
            self._column.addWidget(self.body)

    def retranslate(self) -> None:
        """Write all words again."""
        self.button.setAccessibleDescription(self.tr("open") if self.is_open else self.tr("closed"))
