"""The list of lessons: titles, minutes, what is learnt; a press of enter begins."""

from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model.lesson import LESSONS, PRESETS, Lesson, shipped_lessons
from model.lesson_file import lesson_problems
from ui.controls.wrapping import Wrapping
from ui.dialogs.room import open_wide
from ui.lesson.progress import Progress, kept_progress
from ui.lesson.prose import Prose
from ui.settings import Settings
from ui.text import number
from ui.theme import current, font, pixels

NAME = Qt.ItemDataRole.UserRole
HEADING_HIGH = 2.4
"""Height of a heading in the list, in heights of text."""
ABOUT = "## {title}\n\n{about}\n\n**{found}**\n\n{goals}\n\n**{left_out}**\n\n{limits}"
"""In Markdown."""


class LessonsDialog(QDialog):
    """Lessons and teachers' presets on the left, what they are on the right."""

    chosen = Signal(object)
    """The lesson."""
    file_wanted = Signal(str)

    def __init__(self, language: str = "", parent: QWidget | None = None, settings: Settings | None = None) -> None:
        """With `settings`, every lesson says how far one came in it."""
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Lessons"))
        self._language = language or QLocale().name()
        self._lessons: dict[str, Lesson] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Lessons"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(Wrapping(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = Prose()
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.setContentsMargins(12, 4, 12, 4)
        self._fill(LESSONS)
        self._heading(self.tr("TEACHER PRESETS"))
        self._fill(PRESETS)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._choose)
        self.start = QPushButton(self.tr("Begin"))
        self.start.setProperty("kind", "primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self._choose)
        self.file = QPushButton(self.tr("Open a lesson file …"))
        self.file.clicked.connect(self._ask_for_file)
        self.cancel = QPushButton(self.tr("Close"))
        self.cancel.clicked.connect(self.reject)
        self._arrange()
        self.list.setCurrentRow(self._next_row())
        open_wide(self, 960, 640)

    def _arrange(self) -> None:
        area = QScrollArea(widgetResizable=True)
        area.setAccessibleName(self.tr("About the lesson"))
        area.setWidget(self.about)
        parts = QHBoxLayout()
        parts.addWidget(self.list, 2)
        parts.addWidget(area, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.file)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.start)
        whole = QVBoxLayout(self)
        whole.addLayout(parts, 1)
        whole.addLayout(buttons)

    def _heading(self, words: str) -> None:
        """A line that cannot be chosen, small, with air above it."""
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font("small", bold=True))
        item.setForeground(current().text_faint)
        item.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        item.setSizeHint(QSize(0, round(pixels("body") * HEADING_HIGH)))
        self.list.addItem(item)

    def _fill(self, folder: Path) -> None:
        for name in shipped_lessons(folder):
            lesson, _ = lesson_problems(str(folder / name))
            if lesson is None:
                continue
            self._lessons[name] = lesson
            text = lesson.text(self._language)
            item = QListWidgetItem(self._line(lesson, text.title))
            item.setData(NAME, name)
            self.list.addItem(item)

    def _progress(self, lesson: Lesson) -> Progress | None:
        return kept_progress(self._settings, lesson) if self._settings is not None else None

    def _next_row(self) -> int:
        """The lesson one is in, or the one after the last that was finished."""
        names = [name for name in shipped_lessons() if name in self._lessons]
        kept = [(row, self._progress(self._lessons[name]), self._lessons[name]) for row, name in enumerate(names)]
        begun = [(row, progress.number + 1 == len(lesson.steps)) for row, progress, lesson in kept if progress]
        return min(begun[-1][0] + int(begun[-1][1]), len(names) - 1) if begun else 0

    def _line(self, lesson: Lesson, title: str) -> str:
        """Title, minutes, and how far one came."""
        minutes, last = number(lesson.minutes), len(lesson.steps)
        kept = self._progress(lesson)
        if kept is None or last == 1:
            return self.tr("{title}\u00a0·\u00a0{minutes}\u00a0min").format(title=title, minutes=minutes)
        if kept.number + 1 == last:
            return self.tr("✓ {title}\u00a0·\u00a0{minutes}\u00a0min").format(title=title, minutes=minutes)
        template = self.tr("{title}\u00a0·\u00a0{minutes}\u00a0min · step {number} of {all}")
        return template.format(title=title, minutes=minutes, number=number(kept.number + 1), all=number(last))

    def _current(self) -> Lesson | None:
        item = self.list.currentItem()
        return self._lessons.get(item.data(NAME)) if item is not None else None

    def _show(self) -> None:
        lesson = self._current()
        self.start.setEnabled(lesson is not None)
        if lesson is None:
            self.about.set_markdown("")
            return
        text = lesson.text(self._language)
        goals = "\n".join("- {goal}".format(goal=goal) for goal in text.goals)
        words = ABOUT.format(
            title=text.title, about=text.about, found=self.tr("You will find out"), goals=goals,
            left_out=self.tr("What this model leaves out"), limits=text.limits,
        )  # fmt: skip
        self.about.set_markdown(words)

    def _choose(self) -> None:
        lesson = self._current()
        if lesson is not None:
            self.accept()
            self.chosen.emit(lesson)

    def _ask_for_file(self) -> None:
        kinds = self.tr("Lessons (lesson.toml)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a lesson"), "", kinds)
        if path:
            self.accept()
            self.file_wanted.emit(path)
