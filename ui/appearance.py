"""How the window looks and moves: as the user chose, or as the system wishes, and it follows the system at once."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from ui import theme
from ui.settings import Settings
from ui.theme import DARK, LIGHT, SCALE_HIGH, SCALE_LOW

SIZE_STEP = 0.1
SYSTEM = ""
"""Stands for the system's wish where a look is named."""


def system_theme() -> str:
    """The look that the system wishes."""
    light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
    return LIGHT.name if light else DARK.name


def system_wants_stillness() -> bool:
    """Whether the system's user has turned animations off, as far as Qt can tell."""
    style = QApplication.style()
    return style is not None and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class Appearance(QObject):
    """Keeps look, size of text and motion as chosen, between settings and screen."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.chosen = settings.theme
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)
        theme.keeper.changed.connect(self._remember)

    def take_up(self, presenter: bool = False) -> None:
        """Dress as the settings say; a presenter has the projector's look for this once."""
        theme.keeper.set_scale(self._settings.text_scale)
        theme.keeper.set_still(self._settings.reduced_motion or system_wants_stillness())
        chosen = self.chosen
        theme.set_theme(theme.PROJECTOR.name if presenter else chosen or system_theme())
        self.chosen = chosen

    def choose(self, name: str) -> None:
        """Take a look for good, or the system's."""
        theme.set_theme(name or system_theme())
        self.chosen = self._settings.theme = name

    def follow_system(self) -> None:
        """The system changed between light and dark."""
        if self.chosen == SYSTEM and theme.current() is not theme.PROJECTOR:
            theme.set_theme(system_theme())
            self.chosen = self._settings.theme = SYSTEM

    def _remember(self) -> None:
        self._settings.text_scale = theme.keeper.scale
        if theme.current().name != (self.chosen or system_theme()):
            self.chosen = self._settings.theme = theme.current().name

    def resize_text(self, steps: int) -> None:
        """Make all text larger or smaller; 0 makes it normal."""
        scale = theme.keeper.scale + steps * SIZE_STEP if steps else SCALE_LOW
        theme.keeper.set_scale(round(min(max(scale, SCALE_LOW), SCALE_HIGH), 2))

    def set_still(self, still: bool) -> None:
        """Let nothing move by itself, or let it move."""
        theme.keeper.set_still(still)
        self._settings.reduced_motion = still
