"""The work of the last seconds, kept in the user's own folder, so that a crash loses next to nothing."""

from collections.abc import Callable
from pathlib import Path

from platformdirs import user_state_path
from PySide6.QtCore import QLockFile, QObject, QThreadPool, QTimer

from model.bad_input import BadInput
from model.files import write_atomically
from model.saved import SUFFIX, Saved, read_saved, to_bytes
from model.session import Change, Session

EVERY_MS = 3000
"""A change is on the disk at most so long after it was made, and the time that writing takes."""
PLACES = 8
"""Windows that may be open at the same time and each be saved."""
HASHED_BELOW = 100_000
"""Margin accounts of a market whose digest is quick enough to be taken in passing."""


def state_folder() -> Path:
    """Where the state of programs belongs by the custom of each system."""
    return user_state_path("cascade-lab", appauthor=False)


class Autosave(QObject):
    """Writes the session beside the window's thread while something changes; knows what a crash has left."""

    def __init__(self, session: Session, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder if folder is not None else state_folder()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._last = b""
        self.path: Path | None = None
        """The file of this window; none where nothing can be written."""
        self._lock: QLockFile | None = None
        self._claim()
        self.left: Saved | None = self._found()
        """What a crash has left here."""
        self._timer = QTimer(self, interval=EVERY_MS, singleShot=True)
        self._timer.timeout.connect(self.save)
        session.listen(self._hear)

    def _claim(self) -> None:
        """Take the first place that no living window has."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        for number in range(1, PLACES + 1):
            lock = QLockFile(str(self._folder / f"window-{number}.lock"))
            lock.setStaleLockTime(0)
            if lock.tryLock(0):
                self._lock, self.path = lock, self._folder / f"autosave-{number}{SUFFIX}"
                return

    def _found(self) -> Saved | None:
        if self.path is None or not self.path.exists():
            return None
        try:
            return read_saved(self.path)
        except BadInput:
            return None

    def _hear(self, change: Change) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> None:
        """Write now what has changed."""
        path = self.path
        if path is None:
            return
        if self._session.worker.is_busy:
            self._timer.start()
            return
        small = int(self._session.scenario.values["accounts.count"]) <= HASHED_BELOW
        text = to_bytes(self._session.roads.snapshot(hashed=small))
        if text != self._last:
            self._last = text
            self._pool.start(self._writing(path, text))

    @staticmethod
    def _writing(path: Path, text: bytes) -> Callable[[], None]:
        def write() -> None:
            try:
                write_atomically(path, text)
            except BadInput:
                return  # a full disk must not stop the class

        return write

    def close(self) -> None:
        """The window is closed in order: nothing is left to be brought back."""
        self._timer.stop()
        self._pool.waitForDone()
        if self.path is not None:
            self.path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
