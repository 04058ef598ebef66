"""What a window is expected to have besides its views: menus, a layout that is remembered, languages, help."""

from ui.actions import Actions
from ui.announcer import Announcer
from ui.appearance import Appearance
from ui.deed import Deed
from ui.export_deeds import ExportDeeds
from ui.help_deeds import HelpDeeds
from ui.menu import MenuBar
from ui.settings import Settings
from ui.text import translate
from ui.view_deeds import ViewDeeds
from ui.window import Window


def take_up_habits(window: Window, actions: Actions, appearance: Appearance, settings: Settings) -> MenuBar:
    """Give a window its menus and what stands in them; returns the menu bar."""
    window.layout_keeper.remember(settings)
    view = ViewDeeds(window, appearance, settings)
    for deeds in (view.parts, view.looks, view.languages):
        actions.add(deeds)
    help_deeds = HelpDeeds(window, window.session, window.player, settings)
    actions.add(help_deeds.deeds)
    exports = ExportDeeds(window, window.session, settings)
    exports.refused.connect(actions.refused)
    actions.add(exports.deeds)
    Announcer(window, window.session, window.player)
    bar = MenuBar(actions)
    actions.add(lambda: [Deed("menu", ("F10",), translate("Actions", "To the menus"), bar.reach)])
    window.top.add_menu(bar, bar.fold)
    return bar
