"""About the program: what it is, what it is not, its version and licence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from model import __version__
from ui.theme import pixels

WIDE = 40
"""Width of the box in lines of text."""


class AboutDialog(QDialog):
    """Name and limits, in plain words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        for widget in (self._title, self.words, self._buttons):
            column.addWidget(widget)
        self._column = column
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setWindowTitle(self.tr("About Cascade Lab"))
        self._title.setText(self.tr("Cascade Lab {version}").format(version=__version__))
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self.words.setAccessibleName(self.tr("About Cascade Lab"))
        self.words.setText("\n\n".join(self._paragraphs()))
        self._fit()

    def _fit(self) -> None:
        """As wide as lines of text are read well, and as high as all of it needs."""
        width = WIDE * pixels("body")
        self.setMinimumSize(width, 0)
        self.resize(width, self._column.totalHeightForWidth(width))

    def _paragraphs(self) -> tuple[str, ...]:
        return (
            self.tr(
                "A teaching model of a crypto market in which a class watches a crash happen, step by step, "
                "and finds out what would have stopped it."
            ),
            self.tr(
                "What it is not. This is a stylised model: its traders, market makers and exchanges are artificial, and "
                "their numbers are claimed, reported or assumed, as each of them says when you ask “Where from?”. "
                "Exchanges bear known names because their published rules are used; nothing here depicts what any firm "
                "did or would do. It forecasts no price and is no advice to buy or sell."
            ),
            self.tr(
                "One run is one weather. A cure that helped in one run may harm in the next: compare it over many seeds "
                "before you believe it."
            ),
            self.tr(
                "What it leaves out: options, spot markets and lending, traders who learn, news after the first, the time "
                "that real systems need when everybody sends orders at once."
            ),
            self.tr(
                "Free software under the MIT licence. Drawn with Qt, used under the LGPL; computed with numpy and numba."
            ),
        )
