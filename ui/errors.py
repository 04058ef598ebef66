"""An error of the program itself: its details go to a file, one clear sentence to the screen, and the program goes on."""

import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QMessageBox

LOG_NAME = "errors.log"
LOG_LIMIT = 1_000_000
"""Bytes after which the log begins anew."""


def log_path() -> Path:
    """The file of details: in the user's own folder, or in the temporary one."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder or tempfile.gettempdir()) / LOG_NAME


def write_log(details: str) -> Path:
    """Add details to the log; a log that cannot be written is no further problem."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size > LOG_LIMIT
        with path.open("w" if fresh else "a", encoding="utf-8") as log:
            log.write(details + "\n")
    except OSError:
        return Path()
    return path


def tell(sentence: str) -> QMessageBox:
    """Show one sentence without stopping the program."""
    box = QMessageBox(QMessageBox.Icon.Warning, QCoreApplication.translate("Errors", "Cascade Lab"), sentence)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.setParent(QApplication.activeWindow(), box.windowFlags())
    box.open()
    return box


class ErrorCatcher(QObject):
    """Takes the place of Python's printing of tracebacks; asks `pause` to stop whatever goes wrong again and again."""

    def __init__(self, shows: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shows = shows
        self._box: QMessageBox | None = None
        self.pause: Callable[[], None] = lambda: None
        self.caught: list[str] = []
        """One sentence for each error so far."""

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.catch

    def catch(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Log, pause, tell once."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log = write_log("".join(traceback.format_exception(kind, error, where)))
        self.pause()
        sentence = self.tr("Something went wrong inside the program ({kind}); it goes on. Details are in {file}.")
        said = sentence.format(kind=kind.__name__, file=str(log))
        self.caught.append(said)
        if sys.stderr is not None:
            sys.stderr.write(said + "\n")
        if self._shows and (self._box is None or not self._box.isVisible()):
            self._box = tell(said)
