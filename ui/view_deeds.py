"""The view menu: parts to show and hide, looks, size of text, motion, languages."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from model.parameters import QT_TRANSLATE_NOOP
from ui import theme
from ui.appearance import SYSTEM, Appearance
from ui.deed import Deed
from ui.language import current_language, language_name, languages, relabel, speak
from ui.layout_keeper import HIDEABLE
from ui.settings import Settings
from ui.text import translate
from ui.window import Window

PARTS = {
    "switches": QT_TRANSLATE_NOOP("View", "Switches"),
    "difference": QT_TRANSLATE_NOOP("View", "Difference to the other road"),
    "stage": QT_TRANSLATE_NOOP("View", "Stage"),
    "charts": QT_TRANSLATE_NOOP("View", "Charts"),
    "totals": QT_TRANSLATE_NOOP("View", "Totals"),
    "tiles": QT_TRANSLATE_NOOP("View", "Assets"),
    "story": QT_TRANSLATE_NOOP("View", "Story"),
    "transport": QT_TRANSLATE_NOOP("View", "Time line and buttons"),
}
LOOKS = {
    SYSTEM: QT_TRANSLATE_NOOP("View", "As the system"),
    "dark": QT_TRANSLATE_NOOP("View", "Dark"),
    "light": QT_TRANSLATE_NOOP("View", "Light"),
    "projector": QT_TRANSLATE_NOOP("View", "Projector"),
}


class ViewDeeds:
    """What the view menu can do to a window."""

    def __init__(self, window: Window, appearance: Appearance, settings: Settings) -> None:
        self._window, self._appearance, self._settings = window, appearance, settings

    def parts(self) -> list[Deed]:
        """One deed for each part, and one that brings all back."""
        layout = self._window.layout_keeper
        shown = [
            Deed("show_" + name, (), translate("View", PARTS[name]), partial(layout.turn_part, name),
                 menu="view/parts", checked=partial(layout.is_shown, name))
            for name in HIDEABLE
        ]  # fmt: skip
        restore = translate("View", "Restore the layout")
        turn = translate("View", "Next part, where there is not room for all")
        return [
            *shown,
            Deed("turn_parts", ("F6",), turn, layout.turns.next, menu="view/parts"),
            Deed("restore_layout", ("Ctrl+Shift+R",), restore, layout.restore, menu="view"),
        ]

    def looks(self) -> list[Deed]:
        """Looks, sizes of text, motion."""
        appearance = self._appearance
        looks = [
            Deed("look_" + (name or "system"), (), translate("View", title), partial(appearance.choose, name),
                 menu="view/look", checked=partial(self._wears, name))
            for name, title in LOOKS.items()
        ]  # fmt: skip
        return [
            *looks,
            Deed("larger_text", ("Ctrl++", "Ctrl+="), translate("View", "Larger text"),
                 partial(appearance.resize_text, 1), menu="view/size"),
            Deed("smaller_text", ("Ctrl+-",), translate("View", "Smaller text"),
                 partial(appearance.resize_text, -1), menu="view/size"),
            Deed("normal_text", ("Ctrl+0",), translate("View", "Normal text"),
                 partial(appearance.resize_text, 0), menu="view/size"),
            Deed("reduced_motion", (), translate("View", "Reduced motion"),
                 lambda: appearance.set_still(not theme.keeper.still), menu="view",
                 checked=lambda: theme.keeper.still),
        ]  # fmt: skip

    def languages(self) -> list[Deed]:
        """One deed for each language."""
        return [
            Deed("language_" + name, (), language_name(name), partial(self.take_language, name),
                 menu="view/language", checked=partial(self._speaks, name))
            for name in languages()
        ]  # fmt: skip

    def take_language(self, name: str) -> None:
        """Change the language of everything on screen, at once and for good."""
        app = QCoreApplication.instance()
        if app is None or name == current_language():
            return
        speak(app, name)
        self._settings.language = name
        relabel()

    def _wears(self, name: str) -> bool:
        return self._appearance.chosen == name

    def _speaks(self, name: str) -> bool:
        return current_language() == name
