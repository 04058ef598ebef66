"""About the program: what it is, what it is not, its version and licence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from model import __version__
from ui.dialogs.room import EDGE, polish, size_within
from ui.lesson.prose import Prose
from ui.theme import pixels

WIDE = 40
"""Width of the box in lines of text."""
SIDE, TOP = 24, 18
PARAGRAPH = "**{opening}** {rest}"
"""In Markdown."""


class AboutDialog(QDialog):
    """Name and limits, in plain words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.words = Prose()
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._room = QScrollArea(widgetResizable=True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setWidget(self.words)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.setSpacing(12)
        for widget in (self._title, self._room, self._buttons):
            column.addWidget(widget)
        self._column = column
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setWindowTitle(self.tr("About Cascade Lab"))
        self._title.setText(self.tr("Cascade Lab {version}").format(version=__version__))
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        self.words.setAccessibleName(self.tr("About Cascade Lab"))
        self._room.setAccessibleName(self.tr("About Cascade Lab"))
        self.words.set_markdown("\n\n".join(self._paragraphs()))
        self._fit()

    def _fit(self) -> None:
        """As wide as lines of text are read well, and as high as all of it needs, within the screen."""
        polish(self)
        width = min(WIDE * pixels("body"), self.screen().availableSize().width() - EDGE)
        words = self.words.heightForWidth(width - 2 * SIDE)
        around = (
            2 * TOP + 2 * self._column.spacing() + self._title.sizeHint().height() + self._buttons.sizeHint().height()
        )
        size_within(self, width, words + around)

    def _paragraphs(self) -> tuple[str, ...]:
        about = self.tr(
            "A teaching model of a crypto market in which a class watches a crash happen, step by step, "
            "and finds out what would have stopped it."
        )
        openings = (
            (self.tr("What it is not."), self.tr(
                "This is a stylised model: its traders, market makers and exchanges are artificial, and "
                "their numbers are claimed, reported or assumed, as each of them says when you ask “Where from?”. "
                "Exchanges bear known names because their published rules are used; nothing here depicts what any firm "
                "did or would do. It forecasts no price and is no advice to buy or sell."
            )),
            (self.tr("One run is one weather."), self.tr(
                "What is chance in a run – who trades when, and how much – hangs on its seed, as a day hangs on its weather. "
                "A cure that helped under one seed may harm under the next: compare it over many before you believe it."
            )),
            (self.tr("What it leaves out:"), self.tr(
                "options, spot markets and lending, traders who learn, news after the first, the time "
                "that real systems need when everybody sends orders at once."
            )),
            (self.tr("Free software"), self.tr(
                "under the MIT licence. Drawn with Qt, used under the LGPL; computed with numpy and numba."
            )),
        )  # fmt: skip
        return about, *(PARAGRAPH.format(opening=opening, rest=rest) for opening, rest in openings)
