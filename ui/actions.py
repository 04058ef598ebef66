"""Everything that a key can do, in one table: the key, the words, the deed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRandomGenerator, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from model.scenario import find_scenario
from model.session import Change, Session
from ui import theme
from ui.deed import Deed, Deeds
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.panels.milestones import Milestones
from ui.panels.switches import switches
from ui.player import Player
from ui.problem_words import problem_words
from ui.settings import Settings
from ui.text import parameter_title, translate
from ui.window import Window

SEEDS = 10_000
"""The dice throws a seed below this, short enough to be read out."""
DIGITS = 9


class Actions(QObject):
    """The actions of a window, installed in it."""

    refused = Signal(str)
    """One sentence that says why something could not be done."""
    installed = Signal()
    """There are more deeds than before, or they are called otherwise."""

    def __init__(self, window: QWidget, session: Session, player: Player, settings: Settings | None = None) -> None:
        super().__init__(window)
        self._window, self._session, self._player = window, session, player
        self._settings = settings if settings is not None else Settings()
        self._look_before = theme.DARK.name
        self._milestones = Milestones()
        self.by_name: dict[str, QAction] = {}
        self.groups: list[list[Deed]] = []
        """All deeds, as they were brought together: a menu draws a line between groups."""
        self._makers: list[Deeds] = []
        self._paused_only: list[QAction] = []
        for deeds in (self._file_deeds, self._time_deeds, self._switch_deeds, self._window_deeds):
            self.add(deeds)
        session.listen(self._hear)
        player.changed.connect(self._enable)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._watch)
        self._enable()

    def add(self, deeds: Deeds) -> None:
        """Install more deeds, so that other parts of the window can bring their own."""
        made = list(deeds() if callable(deeds) else deeds)
        for deed in made:
            self._install(deed)
        self.groups.append(made)
        self._makers.append(deeds)
        self.installed.emit()

    def _install(self, deed: Deed) -> None:
        action = QAction(deed.title, self)
        action.setObjectName(deed.name)
        action.setData(deed.menu)
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        action.setAutoRepeat(deed.name in ("forward", "back", "forward_cause", "back_cause"))
        action.setCheckable(deed.checked is not None)
        action.triggered.connect(lambda: deed.act())
        self.by_name[deed.name] = action
        if deed.only_paused:
            self._paused_only.append(action)
        self._window.addAction(action)

    def retranslate(self) -> None:
        """Call every deed by its name in the language in force."""
        self.groups = [list(make() if callable(make) else make) for make in self._makers]
        for deed in (deed for group in self.groups for deed in group):
            self.by_name[deed.name].setText(deed.title)
        self.installed.emit()

    def _file_deeds(self) -> list[Deed]:
        words, run_again = translate, self._session.new_run
        return [
            Deed("dice", ("D",), words("Actions", "New seed: same market, other weather"), self.throw_dice,
                 menu="edit"),
            Deed("new_run", ("Ctrl+R",), words("Actions", "New run with the settings that wait"), run_again,
                 menu="edit"),
        ]  # fmt: skip

    def _time_deeds(self) -> list[Deed]:
        session, player, words = self._session, self._player, translate
        deeds = [
            Deed("play", ("Space", "PgDown"), words("Actions", "Play or pause"), player.toggle),
            Deed("forward", ("Right",), words("Actions", "Next second"), session.forward, True),
            Deed("back", ("Left",), words("Actions", "Back one second"), session.back, True),
            Deed("forward_cause", ("Shift+Right", "."), words("Actions", "Next cause"), session.forward_cause, True),
            Deed("back_cause", ("Shift+Left", ","), words("Actions", "Back one cause"), session.back_cause, True),
            Deed("next_mark", ("Ctrl+Right",), words("Actions", "Next mark on the time line"), self.next_mark),
            Deed("last_mark", ("Ctrl+Left", "PgUp"), words("Actions", "Mark before on the time line"), self.last_mark),
            Deed("restart", ("R",), words("Actions", "Restart: same seed, first second"), lambda: player.seek(0)),
            Deed("faster", ("+", "="), words("Actions", "Faster"), lambda: player.set_speed(player.speed + 1)),
            Deed("slower", ("-",), words("Actions", "Slower"), lambda: player.set_speed(player.speed - 1)),
        ]
        return [deed._replace(menu="time") for deed in deeds]

    def _switch_deeds(self) -> list[Deed]:
        template = translate("Actions", "Switch: {title}")
        return [
            Deed(switch.key, (str(n),), template.format(title=parameter_title(switch)), partial(self.flip, switch.key),
                 menu="switches", checked=partial(self.is_on, switch.key))
            for n, switch in enumerate(switches()[:DIGITS], 1)
        ]  # fmt: skip

    def _window_deeds(self) -> list[Deed]:
        words = translate
        return [
            Deed("projector", ("P",), words("Actions", "Projector look, and back"), self.projector, menu="view"),
            Deed("full_screen", ("F11",), words("Actions", "Stage alone on the full screen, and back"),
                 self.full_screen, menu="view"),
            Deed("keys", ("?", "F1"), words("Actions", "This list of keys"), self.show_keys, menu="help"),
        ]  # fmt: skip

    # --- deeds ------------------------------------------------------------------------------------------------------

    def flip(self, key: str) -> None:
        """Turn a switch; one that is locked says so."""
        self._try(lambda: self._session.change(key, not self._session.values[key]))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ValueError as problem:
            self.refused.emit(problem_words(problem))

    def is_on(self, key: str) -> bool:
        """Whether a switch is on now."""
        return bool(self._session.values[key])

    def next_mark(self) -> None:
        """Go to the next mark that is known; without one, to the end of what is computed."""
        self._milestones.update(self._session)
        step = self._milestones.next_after(self._session.step)
        self._player.pause()
        self._player.seek(self._session.horizon if step is None else step)

    def last_mark(self) -> None:
        """Go back to the mark before; without one, to the start."""
        self._milestones.update(self._session)
        self._player.pause()
        self._player.seek(self._milestones.last_before(self._session.step) or 0)

    def throw_dice(self) -> None:
        """Begin again under other weather."""
        seed = QRandomGenerator.global_().bounded(1, SEEDS)
        self._try(lambda: self._session.new_run(seed=seed))

    def open_scenario(self, path: str) -> None:
        """Begin with another scenario; a bad file is told in one sentence and changes nothing."""
        try:
            scenario = find_scenario(path)
        except ValueError as problem:
            self.refused.emit(problem_words(problem))
            return
        self._settings.folder = path.rpartition("/")[0]
        self._try(lambda: self._session.new_run(scenario=scenario))

    def projector(self) -> None:
        """Change to the projector's look, and back to the one before."""
        now = theme.current().name
        if now == theme.PROJECTOR.name:
            theme.set_theme(self._look_before)
        else:
            self._look_before = now
            theme.set_theme(theme.PROJECTOR.name)

    def full_screen(self) -> None:
        """Give the whole screen to the stage, or give it back."""
        if isinstance(self._window, Window):
            self._window.layout_keeper.show_stage_alone(not self._window.layout_keeper.stage_alone)
        else:
            self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Open the list of keys."""
        dialog = ShortcutsDialog([action for action in self.by_name.values() if action.shortcuts()], self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # --- what is possible now ---------------------------------------------------------------------------------------

    def _hear(self, change: Change) -> None:
        if change & (Change.RESET | Change.VALUES):
            self._enable()

    def _enable(self) -> None:
        """Steps wait for a pause, a new run for settings."""
        paused = not self._player.is_playing and self._player.target is None
        for action in self._paused_only:
            action.setEnabled(paused)
        self.by_name["new_run"].setEnabled(bool(self._session.pending))

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen to the keys of a button that has the focus: a filter of the whole program would be asked at every event."""
        if isinstance(new, QAbstractButton):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter presses the button that has the focus: space always plays."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QAbstractButton):
            return False
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter:
            watched.click()
        return enter
