"""The first thing on screen: what the program is doing until the market stands, the first compile above all."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from model.session import Session

POLL_MS = 100
PARTS = 115
"""Compiled parts of the model, when its source is not there to be counted."""
DEFAULT_SCENARIO = "classroom"


def compiled_parts() -> int:
    """Compiled parts in the cache now."""
    from model.kernels import cache_folder

    folder = cache_folder()
    return sum(1 for _ in folder.glob("*.nbc")) if folder.is_dir() else 0


def expected_parts() -> int:
    """About how many parts a whole compile makes."""
    from model.kernels import HERE

    return sum(file.read_text(encoding="utf-8").count("\n@kernel(") for file in HERE.glob("*.py")) or PARTS


class Preparation(QObject):
    """Opens a session beside the window's thread, compiling what is not compiled yet."""

    ready = Signal(object)
    """The session, at its first second."""
    failed = Signal(object)
    """The error that kept it from opening."""

    def __init__(self, scenario: str, seed: int | None, lesson: str = "") -> None:
        super().__init__()
        self._scenario, self._seed = scenario, seed
        self._lesson = lesson
        self.lesson: object = None
        """The lesson that was asked for, read and found to be whole."""
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin; `ready` or `failed` will follow."""
        self._thread.start()

    def finish(self) -> None:
        """Load what the first second of the market needs, once the window has been painted without it."""
        from model.warm import compile_phases

        threading.Thread(target=compile_phases).start()

    def _run(self) -> None:
        try:
            from model.saved import SUFFIX
            from model.scenario import find_scenario
            from model.session import Session
            from model.warm import is_warm, warm

            if self._lesson:
                from model.lesson_file import read_lesson

                self.lesson = read_lesson(self._lesson)
            if not is_warm():
                warm()
            session = self._open_file() if self._scenario.endswith(SUFFIX) else None
            if session is None:
                session = Session(find_scenario(self._scenario), self._seed)
            session.frame()
            self.ready.emit(session)
        except Exception as error:  # told to the user, whatever it is
            self.failed.emit(error)

    def _open_file(self) -> "Session":
        """A session where a file was saved, computed no further than a first second; the window goes on from there."""
        from pathlib import Path

        from model.saved import read_saved
        from model.session import Session

        saved = read_saved(Path(self._scenario))
        session = Session(saved.scenario)
        session.forward()
        session.patience = 0
        session.roads.open(saved)
        session.roads.history.past.clear()
        return session


class StartWindow(QWidget):
    """Name, one line, and progress while the market is being compiled."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Cascade Lab"))
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(self.tr("Cascade Lab"))
        title.setProperty("role", "title")
        self.line = QLabel(self.tr("Opening the market …"), wordWrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setMaximumHeight(6)
        self.progress.setRange(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        for widget in (title, self.line, self.progress):
            column.addWidget(widget)
        self.resize(460, 150)
        self._before, self._all = compiled_parts(), expected_parts()
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        """See how far the compile is."""
        done = compiled_parts() - self._before
        if done > 0:
            self.progress.setRange(0, self._all)
            self.progress.setValue(min(done, self._all))
            told = self.tr("Preparing the market: compiled {done} of about {all} parts. This happens once.")
            self.line.setText(told.format(done=done, all=self._all))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the user: nothing is opened."""
        self._timer.stop()
        self.closed.emit()
        super().closeEvent(event)
