"""Files: open, save, share, recent ones, drag and drop, and what a crash has left; undo and redo beside them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget
from shiboken6 import isValid

from model.bad_input import BadInput
from model.saved import SUFFIX, Saved, read_saved, write_saved
from model.scenario import find_scenario
from model.session import Change, Session
from ui.autosave import Autosave
from ui.deed import Deed
from ui.dialogs.share import ShareDialog
from ui.player import Player
from ui.problem_words import problem_words
from ui.settings import Settings
from ui.text import translate

RECENT = 10


class Files(QObject):
    """What a window can do with files."""

    refused = Signal(str)
    """One sentence that says why something could not be done, or what a file's reader should know."""
    said = Signal(str)
    """One sentence that says what was undone, or done again."""

    def __init__(
        self, window: QWidget, session: Session, player: Player, settings: Settings, folder: Path | None = None
    ) -> None:
        """`folder` holds the automatic saves; the user's own if none is given."""
        super().__init__(window)
        self._window, self._session, self._player, self._settings = window, session, player, settings
        self.path: Path | None = None
        """File that is saved to."""
        self._recent: QMenu | None = None
        self.autosave = Autosave(session, folder, self)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        session.listen(self._hear)

    def deeds(self) -> list[Deed]:
        """Keys and menu lines."""
        words, roads = translate, self._session.roads
        return [
            Deed("open", ("Ctrl+O",), words("Files", "Open a scenario or a saved file"), self.ask_to_open, menu="file"),
            Deed("recent", ("Ctrl+Alt+O",), words("Files", "Recent files"), self.show_recent, menu="file"),
            Deed("save", ("Ctrl+S",), words("Files", "Save"), self.save, menu="file"),
            Deed("save_as", ("Ctrl+Shift+S",), words("Files", "Save as"), self.save_as, menu="file"),
            Deed("share", ("Ctrl+U",), words("Files", "Share as a code, or open one"), self.share, menu="file"),
            Deed("undo", ("Ctrl+Z",), words("Files", "Undo"),
                 lambda: self._step(roads.undo, roads.history.last(-1)), menu="edit"),
            Deed("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), words("Files", "Redo"),
                 lambda: self._step(roads.redo, roads.history.last(1)), menu="edit"),
        ]  # fmt: skip

    def _step(self, act: Callable[[], bool], name: str) -> None:
        """Go a deed back or on, and tell which: what has changed may be out of sight."""
        self._player.stop()
        words = self._undone(name) if act == self._session.roads.undo else self._redone(name)
        act()
        self.said.emit(words)

    def _undone(self, name: str) -> str:
        words = {
            "edit": self.tr("Undone: the last change."),
            "wait": self.tr("Undone: a value that waited for a new run."),
            "run": self.tr("Undone: the run before is back."),
            "remove": self.tr("Undone: the road is back."),
            "rename": self.tr("Undone: the road has its name of before."),
        }
        return words.get(name, self.tr("There is nothing to undo."))

    def _redone(self, name: str) -> str:
        words = {
            "edit": self.tr("Done again: the change."),
            "wait": self.tr("Done again: the value waits for a new run."),
            "run": self.tr("Done again: the new run."),
            "remove": self.tr("Done again: the road is out of sight."),
            "rename": self.tr("Done again: the road has its new name."),
        }
        return words.get(name, self.tr("There is nothing to do again."))

    # --- open -------------------------------------------------------------------------------------------------------

    def ask_to_open(self) -> None:
        """Let the user choose a file."""
        title, kinds = (
            self.tr("Open"),
            self.tr("Cascade Lab (*.cascade *.toml);;Saved files (*.cascade);;Scenarios (*.toml)"),
        )
        path, _ = QFileDialog.getOpenFileName(self._window, title, self._settings.folder, kinds)
        if path:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> bool:
        """Open a scenario or a saved file; a bad one is told in one sentence and changes nothing."""
        try:
            if path.suffix.lower() == SUFFIX:
                self._session.roads.open(read_saved(path))
            else:
                self._session.new_run(scenario=find_scenario(str(path)))
        except ValueError as problem:
            self.refused.emit(problem_words(problem))
            self._settings.forget(str(path))
            return False
        self.path = path if path.suffix.lower() == SUFFIX else None
        self._remember(path)
        return True

    def _remember(self, path: Path) -> None:
        self._settings.folder = str(path.parent)
        self._settings.remember(str(path.resolve()), RECENT)

    def recent_menu(self) -> QMenu:
        """The last files, the latest first."""
        menu = QMenu(self._window)
        for name in self._settings.recent:
            path = Path(name)
            action = menu.addAction(path.name)
            action.setToolTip(name)
            action.triggered.connect(lambda _=False, chosen=path: self.open_path(chosen))
        if menu.isEmpty():
            menu.addAction(self.tr("No file was opened or saved yet")).setEnabled(False)
        menu.setToolTipsVisible(True)
        return menu

    def show_recent(self) -> None:
        """List the last files in the window."""
        menu = self.recent_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._recent is not None and isValid(self._recent):
            self._recent.close()
        self._recent = menu
        menu.popup(self._window.mapToGlobal(QPoint(self._window.width() // 3, self._window.height() // 4)))

    def offer_left_work(self) -> QMessageBox | None:
        """After a crash: ask whether to go on with what was saved then."""
        left = self.autosave.left
        if left is None:
            return None
        box = QMessageBox(
            QMessageBox.Icon.Question, self.tr("Cascade Lab"),
            self.tr("The program did not end in order last time. Go on with what was saved then?"), parent=self._window,
        )  # fmt: skip
        again = box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Begin anew"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        again.clicked.connect(lambda: self.open_saved(left))
        box.open()
        return box

    def open_saved(self, saved: Saved) -> None:
        """Stand where something was saved."""
        self.path = None
        self._session.roads.open(saved)

    # --- save -------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write to the file that was opened or saved; ask for one if there is none."""
        if self.path is None:
            self.save_as()
        else:
            self.save_to(self.path)

    def save_as(self) -> None:
        """Ask where to write."""
        name = str(Path(self._settings.folder) / (self._session.scenario.name + SUFFIX))
        title, kinds = self.tr("Save as"), self.tr("Saved files (*.cascade)")
        path, _ = QFileDialog.getSaveFileName(self._window, title, name, kinds)
        if path:
            self.save_to(Path(path if path.lower().endswith(SUFFIX) else path + SUFFIX))

    def save_to(self, path: Path) -> bool:
        """Write to a file, whole or not at all."""
        try:
            write_saved(path, self._session.roads.snapshot(hashed=True))
        except BadInput as problem:
            self.refused.emit(problem_words(problem))
            return False
        self.path = path
        self._remember(path)
        return True

    def share(self) -> None:
        """Show the code of what is on screen."""
        self._player.pause()
        dialog = ShareDialog(self._session.roads.snapshot(hashed=True), self._window)
        dialog.opened.connect(self.open_saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- what happens by itself -------------------------------------------------------------------------------------

    def _hear(self, change: Change) -> None:
        """An opened file's second is reached: say whether this version tells the same story."""
        saved = self._session.roads.expected
        if saved is not None and self._session.roads.is_as_saved() is False:
            told = self.tr(
                "This file was saved by version {version}; in this version the same market takes another way. "
                "What you see is not what was seen then."
            )
            self.refused.emit(told.format(version=saved.program))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files may be dropped on the window."""
        if isinstance(event, QDropEvent) and watched is self._window:
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            known = [path for path in paths if path.suffix.lower() in (SUFFIX, ".toml")]
            if isinstance(event, QDragEnterEvent) or event.type() == QEvent.Type.DragMove:
                event.setAccepted(bool(known))
                return True
            if event.type() == QEvent.Type.Drop and known:
                event.acceptProposedAction()
                self.open_path(known[0])
                return True
        return False
