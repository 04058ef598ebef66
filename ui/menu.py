"""The menu bar, made from the list of deeds: whatever can be done stands in it, with its keys."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from model.parameters import QT_TRANSLATE_NOOP
from ui.actions import Actions
from ui.deed import Deed
from ui.text import translate

MENUS = {
    "file": QT_TRANSLATE_NOOP("Menu", "&File"),
    "edit": QT_TRANSLATE_NOOP("Menu", "&Edit"),
    "time": QT_TRANSLATE_NOOP("Menu", "&Time"),
    "switches": QT_TRANSLATE_NOOP("Menu", "&Switches"),
    "view": QT_TRANSLATE_NOOP("Menu", "&View"),
    "lessons": QT_TRANSLATE_NOOP("Menu", "&Lessons"),
    "help": QT_TRANSLATE_NOOP("Menu", "&Help"),
    "view/parts": QT_TRANSLATE_NOOP("Menu", "&Show"),
    "view/look": QT_TRANSLATE_NOOP("Menu", "&Look"),
    "view/size": QT_TRANSLATE_NOOP("Menu", "Size of &text"),
    "view/language": QT_TRANSLATE_NOOP("Menu", "Lan&guage"),
    "file/export": QT_TRANSLATE_NOOP("Menu", "&Export"),
}
"""Menus by name, in the order of the bar; a name with a stroke is a menu inside another."""


class MenuBar(QMenuBar):
    """Lists every deed that names a menu; a menu without deeds is not shown."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setNativeMenuBar(False)
        self.menus: dict[str, QMenu] = {}
        self._all_in_one: QMenu | None = None
        self.is_folded = False
        """Whether all menus stand in one, because the bar has no room."""
        actions.installed.connect(self.fill)
        self.fill()

    def retranslate(self) -> None:
        """Write all words again."""
        self.fill()

    def fill(self) -> None:
        """Make all menus anew."""
        self.clear()
        for menu in self.menus.values():
            menu.deleteLater()
        if self._all_in_one is not None:
            self._all_in_one.deleteLater()
        self.menus = {}
        self.setAccessibleName(translate("Menu", "Menu"))
        wanted = {deed.menu for group in self._actions.groups for deed in group}
        folded = QMenu(translate("Menu", "{name} ▾").format(name=translate("Menu", "Menu")), self)
        self._all_in_one = folded
        for name in MENUS:
            if "/" not in name and any(menu.split("/")[0] == name for menu in wanted):
                menu = self._menu(name)
                self.addMenu(menu)
                folded.addAction(menu.title()).setMenu(menu)
        self.addMenu(folded)
        self._show()
        for group in self._actions.groups:
            begun: set[str] = set()
            for deed in group:
                if deed.menu:
                    self._list(deed, begun)

    def fold(self, folded: bool) -> None:
        """Put all menus into one, or side by side."""
        if folded != self.is_folded:
            self.is_folded = folded
            self._show()

    def _show(self) -> None:
        *row, all_in_one = self.actions()
        for action in row:
            action.setVisible(not self.is_folded)
        all_in_one.setVisible(self.is_folded)
        self.updateGeometry()

    def _menu(self, name: str) -> QMenu:
        """The menu of a name, made when it is first asked for."""
        if name not in self.menus:
            menu = QMenu(translate("Menu", MENUS.get(name, MENUS["file"])), self)
            menu.aboutToShow.connect(self.check)
            menu.setToolTipsVisible(True)
            self.menus[name] = menu
            outer, stroke, _ = name.rpartition("/")
            if stroke:
                self._menu(outer).addMenu(menu)
        return self.menus[name]

    def _list(self, deed: Deed, begun: set[str]) -> None:
        menu = self._menu(deed.menu)
        if deed.menu not in begun and menu.actions():
            menu.addSeparator()
        begun.add(deed.menu)
        menu.addAction(self._actions.by_name[deed.name])

    def check(self) -> None:
        """Mark what is on."""
        for group in self._actions.groups:
            for deed in group:
                if deed.checked is not None:
                    self._actions.by_name[deed.name].setChecked(deed.checked())

    def reach(self) -> None:
        """Open the bar to the keyboard: arrows walk, Enter opens, Escape leaves."""
        entries: list[QAction] = [action for action in self.actions() if action.isVisible()]
        if entries:
            self.setFocus()
            self.setActiveAction(entries[0])

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language, font or look."""
        super().changeEvent(event)
        self.updateGeometry()
