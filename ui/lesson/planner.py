"""Plays a lesson ahead between two frames, so that its moments are known and no future shows in a chart."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from model.lesson import Lesson
from model.lesson_play import CHUNK, Played, Runs, playing

BUDGET = 0.012
"""Seconds of each frame that may be spent."""
REST_MS = 8


class Planner(QObject):
    """Works through a lesson in small pieces of time."""

    ready = Signal(object)
    """The lesson, played."""
    advanced = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[Played | None] = iter(())
        self._timer = QTimer(self, interval=REST_MS)
        self._timer.timeout.connect(self._go_on)
        self._pieces, self._whole = 0, 1
        self.runs: Runs | None = None
        """Finished runs, for whoever plays many lessons; one lesson by itself keeps none."""

    def start(self, lesson: Lesson) -> None:
        """Begin with a lesson; what was under way is forgotten."""
        length = int(lesson.scenario.number("run.steps"))
        runs = 1 + len(lesson.roads) + sum(2 * len(trial.seeds) for trial in lesson.trials)
        self._pieces, self._whole = 0, max(runs * length // CHUNK, 1)
        self._work = playing(lesson, self.runs)
        self._timer.start()

    def stop(self) -> None:
        """Forget what is under way."""
        self._timer.stop()
        self._work = iter(())

    @property
    def part(self) -> float:
        """How much is done."""
        return min(self._pieces / self._whole, 1.0)

    @property
    def is_busy(self) -> bool:
        """Whether a lesson is being played ahead."""
        return self._timer.isActive()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._timer.isActive():
            self._go_on()

    def _go_on(self) -> None:
        since = time.perf_counter()
        while time.perf_counter() - since < BUDGET:
            played = next(self._work, None)
            self._pieces += 1
            if played is not None:
                self._timer.stop()
                self._work = iter(())  # a finished iterator would hold all roads' histories
                self.ready.emit(played._replace(pasts={}))
                return
        self.advanced.emit()
