"""What keys and menus can do with lessons: open one, go on, explore, blank, notes, presenter, handout, preset."""

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QFrame, QInputDialog, QMessageBox, QVBoxLayout

from model.bad_input import BadInput
from model.lesson import ALWAYS, Lesson
from model.lesson_file import read_lesson
from model.lesson_writer import lesson_text, write_lesson
from model.session import Session
from ui import theme
from ui.actions import Actions
from ui.deed import Deed
from ui.dialogs.lessons import LessonsDialog
from ui.help_deeds import HelpDeeds
from ui.lesson.guide import Guide
from ui.lesson.notes import NotesWindow
from ui.lesson.panel import LessonPanel
from ui.lesson.watch import Watch
from ui.player import Player
from ui.problem_words import problem_words
from ui.settings import Settings
from ui.text import translate
from ui.window import Window

MENU = "lessons"
TOUR = "00-tour"
PART, ALONE, LINE, MOST = 0.27, 0.34, 19, 0.42
"""Width of the panel: part of the window, beside the stage alone a larger one, so many letters' heights where there is room."""
SIDES = ("switches", "difference", "totals", "tiles", "story")
"""Parts that take their room beside the stage."""
PRESENTER_SCALE, FULL_WIDTH = 1.3, 1920
"""Size of the text on a screen of this width; a coarser one shows each letter larger by itself."""


class LessonActions(QObject):
    """Lessons in a window."""

    told = Signal(str)
    """One sentence."""
    tour_offered = Signal()
    tour_answered = Signal(bool)
    """Whether the tour was taken."""

    def __init__(self, window: Window, session: Session, player: Player, settings: Settings, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._session, self._settings, self._actions = window, session, settings, actions
        self.guide = Guide(window, session, player, settings)
        self.panel = LessonPanel(self.guide)
        self.watch = Watch(self.guide)
        self.notes = NotesWindow(self.guide)
        self.is_presenting = False
        self._look_before: tuple[str, float] = (theme.DARK.name, 1.0)
        self.frame = self._make_frame()
        self.watch.problems.connect(self.panel.tell_problems)
        self.guide.closed.connect(self._closed)
        self.guide.changed.connect(self._fit)
        self.guide.changed.connect(window.transport.show_moment)
        theme.keeper.changed.connect(self._fit)
        window.destroyed.connect(self.notes.deleteLater)
        window.views = (*window.views, self.panel)
        window.installEventFilter(self)
        actions.add(self._deeds())
        self._lesson_keys(False)

    def _make_frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("panel", True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.panel)
        frame.hide()
        self._window.put_beside(frame, self.panel.low)
        return frame

    def _deeds(self) -> list[Deed]:
        words, guide = translate, self.guide
        return [
            Deed("lessons", ("Ctrl+L",), words("Actions", "Lessons …"), self.ask_for_lesson, menu=MENU),
            Deed("lesson_next", ("Ctrl+PgDown",), words("Actions", "Next step of the lesson"), guide.next, menu=MENU),
            Deed("lesson_back", ("Ctrl+PgUp",), words("Actions", "Step before"), guide.back, menu=MENU),
            Deed("lesson_more", ("Shift+Down",), words("Actions", "Lesson's text: further down"),
                 lambda: self.panel.turn_page(1), menu=MENU),
            Deed("lesson_less", ("Shift+Up",), words("Actions", "Lesson's text: further up"),
                 lambda: self.panel.turn_page(-1), menu=MENU),
            Deed("lesson_explore", ("X",), words("Actions", "Explore freely, and back"), self.explore, menu=MENU),
            Deed("lesson_blank", ("B",), words("Actions", "Nothing but the stage, and back"), self.blank, menu=MENU),
            Deed("lesson_notes", ("N",), words("Actions", "Teacher's notes, and hide them"), self.show_notes, menu=MENU),
            Deed("presenter", ("Ctrl+P",), words("Actions", "Presenter layout, and back"), self.present, menu=MENU),
            Deed("handout", ("Ctrl+Shift+H",), words("Actions", "Worksheet and answers as PDF …"),
                 self.ask_for_handout, menu=MENU),
            Deed("save_lesson", ("Ctrl+Shift+L",), words("Actions", "Save this state as a lesson …"),
                 self.ask_to_save, menu=MENU),
            Deed("lesson_end", ("Ctrl+W",), words("Actions", "End the lesson"), guide.close, menu=MENU),
            Deed("tour", (), words("Actions", "Tour of three minutes"), self.tour, menu=MENU),
        ]  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: with another size of the window the panel takes its part of it."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    # --- opening ----------------------------------------------------------------------------------------------------

    def welcome(self, lesson: object, presenting: bool) -> None:
        """Open the lesson that was asked for; without one, offer the tour to somebody new, once."""
        if presenting:
            self.is_presenting = True
            self._enlarge()
        if isinstance(lesson, Lesson):
            self.open(lesson)
        elif not self._settings.tour_offered:
            self._settings.tour_offered = True
            self._offer_tour()

    def _offer_tour(self) -> None:
        self._box = QMessageBox(self._window)
        self._box.setWindowTitle(self.tr("Welcome"))
        self._box.setText(self.tr("New here? A tour of three minutes shows how to watch a crash and change its rules."))
        take = self._box.addButton(self.tr("Take the tour"), QMessageBox.ButtonRole.AcceptRole)
        self._box.addButton(self.tr("Not now"), QMessageBox.ButtonRole.RejectRole)
        take.clicked.connect(self.tour)
        self._box.finished.connect(lambda: self.tour_answered.emit(self._box.clickedButton() is take))
        self.tour_offered.emit()
        self._box.open()

    def tour(self) -> None:
        """Begin the tour."""
        self.open_file(TOUR)

    def ask_for_lesson(self) -> None:
        """Show the list of lessons."""
        dialog = LessonsDialog(self.guide.language, self._window, self._settings)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.open)
        dialog.file_wanted.connect(self.open_file)
        dialog.open()

    def open_file(self, name: str) -> None:
        """Open a lesson by name or path; a bad file is told in one sentence."""
        try:
            self.open(read_lesson(name))
        except BadInput as problem:
            self.told.emit(problem_words(problem))

    def open(self, lesson: Lesson) -> None:
        """Begin a lesson, where it was left."""
        self.panel.tell_problems([])
        self.frame.show()
        self._lesson_keys(True)
        self._lead(True)
        self.guide.resume(lesson)
        self.watch.follow(lesson.folder)
        self._fit()

    def _closed(self) -> None:
        self.frame.hide()
        self._lesson_keys(False)
        self._lead(False)
        self._window.layout_keeper.divide()

    def _lead(self, leading: bool) -> None:
        for hints in self._window.findChildren(HelpDeeds):
            hints.give_way(leading)

    def _lesson_keys(self, on: bool) -> None:
        """A presenter's clicker goes back in the lesson while one is open, else to the mark before."""
        by_name = self._actions.by_name
        for name in ("lesson_next", "lesson_back", "lesson_more", "lesson_less", "lesson_explore", "lesson_blank",
                     "lesson_notes", "lesson_end", "handout"):  # fmt: skip
            by_name[name].setEnabled(on)
        keys = {"lesson_back": ["Ctrl+PgUp", *(["PgUp"] if on else [])],
                "last_mark": ["Ctrl+Left", *([] if on else ["PgUp"])]}  # fmt: skip
        for name, written in keys.items():
            by_name[name].setShortcuts([QKeySequence(key) for key in written])

    def _fit(self) -> None:
        """The panel's width: what the text wants, as far as the window allows."""
        if not self.frame.isHidden():
            width = self._window.width()
            parts = [self._window.parts[name] for name in SIDES]
            alone = all(part.isHidden() or self.frame.isAncestorOf(part) for part in parts)
            wanted = max(round(width * (ALONE if alone else PART)), LINE * theme.pixels("body"))
            self.frame.setFixedWidth(min(wanted, round(width * MOST)))
            self._window.layout_keeper.divide()

    # --- what a teacher does ----------------------------------------------------------------------------------------

    def explore(self) -> None:
        """Leave the lesson's way, or come back to it."""
        if self.guide.lesson is not None:
            if self.guide.exploring:
                self.guide.come_back()
            else:
                self.guide.explore()

    def blank(self) -> None:
        """Nothing but the stage, the panel gone too; and back."""
        if self.guide.lesson is not None:
            self.guide.blank()
            self.frame.setVisible(not self.guide.blanked)
            self._fit()
            self._window.layout_keeper.divide()

    def show_notes(self) -> None:
        """The notes in their own window; hidden again by the same key."""
        if self.notes.isVisible():
            self.notes.hide()
        elif self.guide.lesson is not None:
            self.notes.present()

    def present(self) -> None:
        """The projector's look with large type over the full screen, and back."""
        self.is_presenting = not self.is_presenting
        if self.is_presenting:
            self._look_before = (theme.current().name, theme.keeper.scale)
            theme.set_theme(theme.PROJECTOR.name)
            self._enlarge()
            self.told.emit(self.tr("Presenter layout: the projector's look over the full screen. Ctrl+P goes back."))
        else:
            theme.set_theme(self._look_before[0])
            theme.keeper.set_scale(self._look_before[1])
        state = self._window.windowState()
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if self.is_presenting else state & ~full)

    def _enlarge(self) -> None:
        wanted = PRESENTER_SCALE * self._window.screen().size().width() / FULL_WIDTH
        theme.keeper.set_scale(max(min(wanted, PRESENTER_SCALE), theme.keeper.scale))

    def ask_for_handout(self) -> None:
        """Let the user choose where worksheet and answers go."""
        if self.guide.lesson is None or self.guide.played is None:
            return
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Worksheet and answers"), self._settings.folder)
        if folder:
            self.make_handout(Path(folder))

    def make_handout(self, folder: Path) -> None:
        """Write worksheet and answers of the open lesson in its language."""
        from ui.lesson.handout import write_handout

        lesson, played = self.guide.lesson, self.guide.played
        if lesson is None or played is None:
            return
        try:
            files = write_handout(lesson, played, self.guide.text.language, folder)
            self.told.emit(self.tr("Written: {files}").format(files=self.tr(", ").join(str(file) for file in files)))
        except BadInput as problem:
            self.told.emit(problem_words(problem))

    def ask_to_save(self) -> None:
        """Let the user name a preset of his own and its place."""
        title, done = QInputDialog.getText(
            self._window, self.tr("Save this state as a lesson"), self.tr("Title of the lesson")
        )
        if not done or not title.strip():
            return
        above = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for the lesson"), self._settings.folder)
        if above:
            self.save(Path(above), title.strip())

    def save(self, above: Path, title: str) -> None:
        """Write what is on screen as a lesson: market, edits, second, parts in sight, locks."""
        session, guide, window = self._session, self.guide, self._window
        visible = [name for name, part in window.parts.items() if not part.isHidden() and name not in ALWAYS]
        if guide.lesson is not None and not guide.exploring:
            visible = sorted(guide.lesson.shown(guide.number) - set(ALWAYS))
        locked = sorted(guide.lesson.locks(guide.number)) if guide.lesson is not None else []
        edits = [edit for edit in session.branch.edits if edit.step <= session.step]
        name = "".join(letter if letter.isalnum() else "-" for letter in title.lower()).strip("-") or "lesson"
        words = {
            "about": self.tr("A market as somebody left it: play it, and turn its switches."),
            "goal": self.tr("What happens next, and what would change it"),
            "limits": self.tr("Numbers are this model's, not forecasts. Assumptions are marked in the settings."),
        }
        try:
            toml = lesson_text(session.scenario, edits, session.step, session.symbols[session.asset], visible, locked)
            language = "zh_CN" if QLocale().name().startswith("zh") else "en"
            write_lesson(above / name, toml, language, title, words)
        except BadInput as problem:
            self.told.emit(problem_words(problem))
            return
        self.told.emit(self.tr("Saved as {folder}; open it with Lessons, Open a lesson file.").format(
            folder=str(above / name)))  # fmt: skip
