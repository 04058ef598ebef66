"""An error of the program itself: its details go to a file, one clear sentence to the screen, and the program goes on."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.log import details_of, log_path, write_log

__all__ = ["ErrorCatcher", "log_path", "tell"]


def tell(sentence: str, details: str = "") -> QMessageBox:
    """Show one sentence without stopping the program; details are never shown, but a button copies them."""
    box = QMessageBox(QMessageBox.Icon.Warning, QCoreApplication.translate("Errors", "Cascade Lab"), sentence)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    if details:
        offer_details(box, details)
    box.setParent(QApplication.activeWindow(), box.windowFlags())
    box.open()
    return box


def offer_details(box: QMessageBox, details: str) -> None:
    """A button that copies the details, to be pasted into a letter to whoever mends the program; the box stays."""
    button = box.addButton(QCoreApplication.translate("Errors", "Copy details"), QMessageBox.ButtonRole.ActionRole)
    button.clicked.disconnect()  # Qt's own connection would close the box

    def copy() -> None:
        QGuiApplication.clipboard().setText(details)
        button.setText(QCoreApplication.translate("Errors", "Copied"))

    button.clicked.connect(copy)


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
        details = details_of(error.with_traceback(where))
        log = write_log(details)
        self.pause()
        sentence = self.tr("Something went wrong inside the program ({kind}); it goes on. Details are in {file}.")
        said = sentence.format(kind=kind.__name__, file=str(log))
        self.caught.append(said)
        if sys.stderr is not None:
            sys.stderr.write(said + "\n")
        if self._shows and (self._box is None or not self._box.isVisible()):
            self._box = tell(said, details)
