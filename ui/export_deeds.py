"""What goes in and out by files: a real order book in; a picture, a film, a page out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from model.bad_input import BadInput
from model.files import write_atomically
from model.session import Session
from model.snapshot_import import read_snapshot
from ui.deed import Deed
from ui.dialogs.book_import import BookImportDialog
from ui.dialogs.export_film import ExportFilmDialog
from ui.film import png_bytes
from ui.problem_words import problem_words
from ui.report import Report
from ui.settings import Settings
from ui.text import translate
from ui.window import Window


class ExportDeeds(QObject):
    """What can be taken out of a window."""

    refused = Signal(str)
    """One sentence that says why something could not be done."""

    def __init__(self, window: Window, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._report: Report | None = None

    def deeds(self) -> list[Deed]:
        """The deeds of the file menu."""
        return [
            Deed("import_book", ("Ctrl+I",), translate("Export", "Import a real order book"), self.ask_book,
                 menu="file"),
            Deed("export_window", ("Ctrl+Shift+G",), translate("Export", "Picture of the window"),
                 partial(self.ask_picture, "window"), menu="file/export"),
            Deed("export_stage", (), translate("Export", "Picture of the stage"), partial(self.ask_picture, "stage"),
                 menu="file/export"),
            Deed("export_film", ("Ctrl+Shift+P",), translate("Export", "Animation of a span of time"), self.ask_film,
                 menu="file/export"),
            Deed("export_report", (), translate("Export", "This comparison on one page (PDF)"), self.ask_report,
                 menu="file/export"),
        ]  # fmt: skip

    def _ask(self, title: str, kinds: str, ending: str) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(self._window, title, self._settings.folder, kinds)
        if not path:
            return None
        self._settings.folder = str(Path(path).parent)
        return Path(path if path.lower().endswith(ending) else path + ending)

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_atomically(path, data)
        except BadInput as problem:
            self._window.say(problem_words(problem))
            return
        self._say_written(str(path))

    def _say_written(self, path: str) -> None:
        self._window.say(translate("Export", "Written: {path}").format(path=path))

    def ask_picture(self, view: str) -> None:
        """Take a picture as it is now."""
        title, kinds = translate("Export", "Save the picture"), translate("Export", "Pictures (*.png)")
        path = self._ask(title, kinds, ".png")
        if path is not None:
            self.take_picture(view, path)

    def take_picture(self, view: str, path: Path) -> None:
        """Write the window or the stage as it is now."""
        widget = self._window if view == "window" else self._window.stage
        self._window.show_now()
        self._write(path, png_bytes(widget.grab().toImage()))

    def ask_book(self) -> None:
        """Ask for a file with a real order book."""
        title, kinds = (
            translate("Export", "Import a real order book"),
            translate("Export", "Order books (*.json *.jsonl *.csv *.txt *.gz)"),
        )
        path, _ = QFileDialog.getOpenFileName(self._window, title, self._settings.folder, kinds)
        if path:
            self._settings.folder = str(Path(path).parent)
            self.show_book(Path(path))

    def show_book(self, path: Path) -> BookImportDialog | None:
        """Show a real order book beside the synthetic one; a bad file is told in one sentence."""
        try:
            snapshot = read_snapshot(path)
        except BadInput as problem:
            self.refused.emit(problem_words(problem))
            return None
        dialog = BookImportDialog(self._session, snapshot, self._settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(lambda scenario: self._session.new_run(scenario=scenario))
        dialog.open()
        return dialog

    def ask_film(self) -> None:
        """Ask for a span of time."""
        dialog = ExportFilmDialog(self._session, self._settings, self._window.charts.current(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def ask_report(self) -> None:
        """Put the comparison on a page."""
        title, kinds = translate("Export", "Save the page"), translate("Export", "Pages (*.pdf)")
        path = self._ask(title, kinds, ".pdf")
        if path is not None:
            self.make_report(path)

    def make_report(self, path: Path) -> Report:
        """Write the page, beside the window's work."""
        self._report = Report(self._session, path, self)
        self._report.finished.connect(self._say_written)
        self._report.failed.connect(self._window.say)
        self._report.start()
        return self._report
