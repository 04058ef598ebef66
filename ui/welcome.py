"""The line of three hints that greets the first start, until it is put away for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget


class Welcome(QWidget):
    """Three hints and a button that puts them away."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(wordWrap=True)
        self.close_button = QToolButton()
        self.close_button.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        hints = (
            self.tr("Space plays and pauses."),
            self.tr("Digits turn the cures on and off, also in the past: the other road stays as a ghost."),
            self.tr("Click any number to see where it comes from; ? lists all keys."),
        )
        numbered = self.tr("{number}  {hint}")
        self.words.setText(
            "     ".join(numbered.format(number=sign, hint=hint) for sign, hint in zip("①②③", hints, strict=True))
        )
        self.words.setAccessibleName(self.tr("Three hints to begin with"))
        self.close_button.setText(self.tr("Got it"))
        self.close_button.setAccessibleName(self.tr("Put the hints away"))
