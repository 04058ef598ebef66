"""The help menu: handbook, where numbers come from, the story as a table, hints, about."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from model.session import Session
from ui.deed import Deed
from ui.dialogs.about import AboutDialog
from ui.dialogs.handbook import HandbookDialog
from ui.dialogs.story_table import StoryTableDialog
from ui.dialogs.where_from import WhereFromDialog
from ui.player import Player
from ui.settings import Settings
from ui.sources import asking, source_at_focus
from ui.text import translate
from ui.welcome import Welcome
from ui.window import Window, framed


class HelpDeeds(QObject):
    """What the help menu can do in a window."""

    def __init__(self, window: Window, session: Session, player: Player, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._player, self._settings = window, session, player, settings
        self.handbook: HandbookDialog | None = None
        self.welcome = Welcome()
        self._welcome_part = framed(self.welcome)
        window.add_line(self._welcome_part)
        self.welcome.dismissed.connect(self.put_hints_away)
        self._welcome_part.setVisible(not settings.welcomed)
        asking.asked.connect(self.show_source)

    def deeds(self) -> list[Deed]:
        """The deeds of the help menu."""
        words = translate
        return [
            Deed("handbook", ("Shift+F1",), words("Help", "Handbook"), self.show_handbook, menu="help"),
            Deed("where_from", ("I",), words("Help", "Where does this number come from?"), self.ask_focus, menu="help"),
            Deed(
                "story_table", ("Ctrl+T",), words("Help", "The story so far, as a table"), self.show_story, menu="help"
            ),
            Deed("hints", (), words("Help", "Three hints to begin with"), self.show_hints, menu="help"),
            Deed("about", (), words("Help", "About Cascade Lab, and its limits"), self.show_about, menu="help"),
        ]

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_handbook(self) -> None:
        """Open the handbook beside the window."""
        if self.handbook is None:
            self.handbook = HandbookDialog(self._window)
        self.handbook.show()
        self.handbook.activateWindow()

    def ask_focus(self) -> None:
        """Tell where the number of the control with the focus comes from; without one, list all."""
        self.show_source(source_at_focus(QApplication.focusWidget()))

    def show_source(self, key: str) -> None:
        """Tell where a number comes from."""
        self._player.pause()
        self._open(WhereFromDialog(key, self._window))

    def show_story(self) -> None:
        """List the story so far."""
        self._player.pause()
        self._open(StoryTableDialog(self._session, self._player, self._window))

    def show_about(self) -> None:
        """Say what the program is and is not."""
        self._open(AboutDialog(self._window))

    def show_hints(self) -> None:
        """Show the hints of the first start again."""
        self._welcome_part.show()

    def give_way(self, leading: bool) -> None:
        """The hints stand back while a lesson leads, and return after it unless they were put away."""
        self._welcome_part.setVisible(not leading and not self._settings.welcomed)

    def hints_give_way(self) -> None:
        """Hide the hints while somebody new is asked whether to take the tour."""
        self._welcome_part.hide()

    def tour_answered(self, taken: bool) -> None:
        """The tour shows what the hints say; without it they come back."""
        if taken:
            self.put_hints_away()
        elif not self._settings.welcomed:
            self.show_hints()

    def put_hints_away(self) -> None:
        """Hide the hints for good."""
        self._welcome_part.hide()
        self._settings.welcomed = True
