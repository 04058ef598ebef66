"""Reloads a lesson when its files change, and tells every mistake in them with file, key and line."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from model.bad_input import BadInput
from model.lesson import LESSON_FILE
from model.lesson_check import with_lines
from model.lesson_file import lesson_problems
from model.lesson_play import Played
from ui.lesson.guide import Guide
from ui.problem_words import problem_words

SETTLE_MS = 250
"""An editor writes a file in several goes; they are read once."""


class Watch(QObject):
    """Watches the folder of the lesson that is open."""

    problems = Signal(list)
    """Sentences; empty when all is well."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self._guide = guide
        self._folder = Path()
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self.reload)
        self._watcher.fileChanged.connect(self._changed)
        self._watcher.directoryChanged.connect(self._changed)
        guide.planner.ready.connect(self._played)
        guide.closed.connect(self.forget)

    def follow(self, folder: Path) -> None:
        """Watch a lesson's folder from now on."""
        self.forget()
        self._folder = folder
        self._look()

    def forget(self) -> None:
        """Watch nothing."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._settle.stop()

    def _look(self) -> None:
        """Watch folder and files; an editor that replaces a file makes it another one."""
        paths = [str(path) for path in (self._folder, *self._folder.glob("*.md"), self._folder / LESSON_FILE)]
        known = {*self._watcher.files(), *self._watcher.directories()}
        fresh = [path for path in paths if path not in known and Path(path).exists()]
        if fresh:
            self._watcher.addPaths(fresh)

    def _changed(self, path: str) -> None:
        self._settle.start()

    def reload(self) -> None:
        """Read the files again: a whole lesson goes on where it stood, a broken one says what is wrong."""
        guide = self._guide
        self._look()
        if guide.lesson is None:
            return
        lesson, problems = lesson_problems(str(self._folder))
        if lesson is not None:
            same = lesson._replace(texts={}) == guide.lesson._replace(texts={})
            guide.open(lesson, guide.number, guide.guesses, guide.played if same else None)
        self._tell(problems)
        if lesson is not None and guide.played is not None:
            self._played(guide.played)

    def _tell(self, problems: Sequence[BadInput]) -> None:
        self.problems.emit([problem_words(problem) for problem in problems])

    def _played(self, played: Played) -> None:
        """Played to its end: what the run does not show is told too."""
        lesson = self._guide.lesson
        if lesson is not None:
            self._tell(with_lines(played.problems, lesson.folder / LESSON_FILE))
