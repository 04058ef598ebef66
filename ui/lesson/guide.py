"""Leads through a lesson: from moment to moment, holding the run where a guess is wanted, and back from every detour."""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from model.lesson import MAIN, Goal, Lesson, LessonText, Step, StepText, is_locked
from model.lesson_play import Played, reached
from model.moments import Past, past_of
from model.session import Change, Session
from ui.charts.guess_mark import GuessMark
from ui.lesson.guess_marks import Marks, answer_of, draw_marks, mark_of
from ui.lesson.planner import Planner
from ui.lesson.progress import Progress, keep_progress, kept_progress
from ui.lesson.reveal import show_chart, show_parts
from ui.lesson.words import Given
from ui.player import SPEEDS, Player
from ui.settings import Settings
from ui.window import Window


def no_lock(key: str) -> bool:
    """Nothing is locked."""
    return False


class Guide(QObject):
    """One lesson in a window. `changed` after every step, guess, detour and return."""

    changed = Signal()
    nudged = Signal()
    """Time was asked to go on while a guess is wanted."""
    closed = Signal()

    def __init__(self, window: Window, session: Session, player: Player, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._player, self._settings = window, session, player, settings
        self.lesson: Lesson | None = None
        self.number = 0
        self.furthest = 0
        """The last step that was seen: a guess whose outcome is known stands."""
        self.played: Played | None = None
        self.guesses: dict[str, Given] = {}
        self.exploring = False
        self.blanked = False
        self.language = ""
        """Another language than the window's; empty for the window's own."""
        self._roads: dict[str, int] = {MAIN: 0}
        self._run: Callable[[], object] = lambda: None  # weak: a lesson must not keep a run that is over
        self._then: Callable[[], None] | None = None
        self._arrived = False
        self._fresh = False
        """Whether this run has just begun, so that the lesson's asset is not on stage yet."""
        self.planner = Planner(self)
        self.planner.ready.connect(self._planned)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._look)
        session.listen(self._hear)
        player.changed.connect(self._soon.start)
        player.refused.connect(self._refused)

    # --- where we are -----------------------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The step now."""
        assert self.lesson is not None
        return self.lesson.steps[self.number]

    @property
    def text(self) -> LessonText:
        """The words of the lesson in the language of the window."""
        assert self.lesson is not None
        return self.lesson.text(self.language or QLocale().name())

    def step_text(self, number: int | None = None) -> StepText:
        """The words of a step."""
        assert self.lesson is not None
        return self.text.steps[self.lesson.steps[self.number if number is None else number].id]

    @property
    def wants_guess(self) -> bool:
        """Whether the run waits for a guess."""
        return not self.exploring and self.step.guess is not None and self.step.id not in self.guesses

    @property
    def is_waiting_for_outcome(self) -> bool:
        """Whether a guess was given here that a later step answers."""
        given = self.step.id in self.guesses and not self.exploring
        return given and self.lesson is not None and self.number < self.lesson.answered_at(self.number)

    @property
    def may_think_again(self) -> bool:
        """Whether the guess of this step may be taken back: its outcome has not been seen."""
        return (
            self.is_waiting_for_outcome
            and self.lesson is not None
            and self.furthest < self.lesson.answered_at(self.number)
        )

    @property
    def is_travelling(self) -> bool:
        """Whether the step's moment is still being computed."""
        return not self._arrived

    @property
    def on_lesson_road(self) -> bool:
        """Whether the road now is the one of the step, not one of the pupil's own."""
        return self._session.timeline is self._run() and self._session.branch.number == self._roads.get(
            self.step.road, -1
        )

    def second(self, number: int) -> int | None:
        """The second of a step; None before it is known."""
        if self.played is not None:
            return self.played.seconds[number]
        at = self.lesson.steps[number].at if self.lesson else "start"
        return int(at) if at.isdigit() else 0 if at == "start" else None

    # --- verbs ------------------------------------------------------------------------------------------------------

    def open(
        self, lesson: Lesson, number: int = 0, guesses: dict[str, Given] | None = None, played: Played | None = None
    ) -> None:
        """Begin a lesson, at a step; one that was played ahead before need not be again."""
        self.lesson, self.number = lesson, min(number, len(lesson.steps) - 1)
        self.played, self.exploring, self.furthest = None, False, self.number
        self.guesses = dict(guesses or {})
        self._begin_run()
        self.played = played
        if played is None:
            self.planner.start(lesson)
        else:
            self.planner.stop()
        self.enter(self.number)

    def _begin_run(self) -> None:
        """The lesson's market from its first second."""
        assert self.lesson is not None
        session = self._session
        session.hold, session.locked = None, no_lock
        session.pending = {}
        session.new_run(scenario=self.lesson.scenario)
        session.foresee(self.lesson.edits)
        self._run, self._roads = ref(session.timeline), {MAIN: 0}
        self._fresh = True

    def resume(self, lesson: Lesson) -> None:
        """Begin a lesson where it was left; a finished one from its first step."""
        kept = kept_progress(self._settings, lesson)
        if kept is None or kept.number == len(lesson.steps) - 1:
            kept = Progress()
        self.open(lesson, kept.number, kept.guesses)

    def _keep(self) -> None:
        assert self.lesson is not None
        keep_progress(self._settings, self.lesson, Progress(self.number, self.guesses))

    def enter(self, number: int) -> None:
        """Go to a step: its road, its moment, what is in sight there."""
        assert self.lesson is not None
        self.number, self.exploring, self._arrived = number, False, False
        self.furthest = max(self.furthest, number)
        self._player.stop()
        if self._session.timeline is not self._run():
            self._begin_run()
        self._show()
        self.changed.emit()
        self._travel()

    def next(self) -> None:
        """Go on: to the next step, unless a guess is wanted."""
        if self.lesson is None or self.is_travelling:
            return
        if self.exploring:
            self.come_back()
        elif self.wants_guess:
            self.nudged.emit()
        elif self.number + 1 < len(self.lesson.steps):
            self.enter(self.number + 1)

    def back(self) -> None:
        """Go back a step."""
        if self.lesson is not None:
            self.enter(self.number if self.exploring else max(self.number - 1, 0))

    def explore(self) -> None:
        """Leave the lesson's way: everything in sight and free, nothing lost."""
        if self.lesson is not None and not self.exploring:
            self.exploring = True
            self._then = None
            self._hold()
            self._session.lock(no_lock)
            show_parts(self._window, None)
            self._mark_charts()
            self.changed.emit()

    def come_back(self) -> None:
        """Back to the step that was left."""
        self.enter(self.number)

    def guess(self, given: Given) -> None:
        """Commit to a guess; the run may go on."""
        self.guesses[self.step.id] = given
        self._keep()
        self._hold()
        self._mark_charts()
        mark = self._mark(self.number)
        if mark is not None:
            show_chart(self._window, mark[0])
        self.changed.emit()

    def take_back(self) -> None:
        """Think again: the guess of this step is open once more."""
        self.guesses.pop(self.step.id, None)
        self._hold()
        self._mark_charts()
        self.changed.emit()

    def close(self) -> None:
        """End the lesson; the market stays as it is, free."""
        if self.lesson is None:
            return
        self.planner.stop()
        self.lesson, self._then, self.blanked = None, None, False
        self._hold()
        self._session.lock(no_lock)
        show_parts(self._window, None)
        draw_marks(self._window, [])
        self.closed.emit()

    def blank(self) -> None:
        """Nothing but the stage, and back: the room looks at the market."""
        self.blanked = not self.blanked
        self._show()
        self.changed.emit()

    # --- travelling -------------------------------------------------------------------------------------------------

    def _planned(self, played: Played) -> None:
        self.played = played
        if self.is_travelling:
            self._travel()
        self._hold()
        self._mark_charts()
        self.changed.emit()

    def _travel(self) -> None:
        """Stand at the step's second on its road, computing what is missing frame by frame."""
        assert self.lesson is not None
        session, road = self._session, self.step.road
        second = self.second(self.number)
        if second is None:
            return
        session.hold = None
        if road in self._roads:
            branch = session.timeline.branches[self._roads[road]]
            if session.branch is not branch:
                session.go(min(session.step, second, branch.horizon))
                session.take_branch(branch.number)
            self._visit(second, self._arrive)
            return
        if session.branch.number != self._roads[MAIN]:
            session.go(min(session.step, session.timeline.branches[0].horizon))
            session.take_branch(0)
        self._visit(self.lesson.roads[road][0].step, self._fork)

    def _fork(self) -> None:
        """Leave the main road as the lesson's file says."""
        assert self.lesson is not None
        session, road = self._session, self.step.road
        session.locked = no_lock
        for edit in self.lesson.roads[road]:
            session.change(edit.key, edit.value)
        self._roads[road] = session.branch.number
        self._travel()

    def _visit(self, second: int, then: Callable[[], None]) -> None:
        self._then = None
        self._player.seek(second)
        if self._player.target is None:
            then()
        else:
            self._then = then

    def _arrive(self) -> None:
        assert self.lesson is not None
        self._arrived = True
        session, step = self._session, self.step
        session.locked = no_lock
        asset = step.asset or (self.lesson.asset_at(self.number) if self._fresh else "")
        self._fresh = False
        if asset and session.symbols[session.asset] != asset:
            session.select(session.symbols.index(asset))
        if step.speed:
            self._player.set_speed([speed.name for speed in SPEEDS].index(step.speed))
        locks, free = self.lesson.locks(self.number), self.lesson.free(self.number)
        session.lock(lambda key: is_locked(key, locks, free))
        self._hold()
        self._mark_charts()
        self._keep()
        self.changed.emit()

    def _hold(self) -> None:
        """How far time may go before the lesson wants something."""
        session = self._session
        free = self.lesson is None or self.exploring or not self._arrived
        self._player.is_led = not free and self.on_lesson_road and not self._is_last and not self._plays_on()
        if free:
            session.hold = None
        elif self.wants_guess:
            session.hold = self.second(self.number)
        elif self.on_lesson_road and self._plays_on():
            session.hold = self.second(self.number + 1)
        else:
            session.hold = None

    @property
    def _is_last(self) -> bool:
        return self.lesson is not None and self.number + 1 == len(self.lesson.steps)

    def _plays_on(self) -> bool:
        """Whether playing on from this step reaches the next one."""
        assert self.lesson is not None
        if self.number + 1 >= len(self.lesson.steps):
            return False
        here, there = self.second(self.number), self.second(self.number + 1)
        return self.lesson.steps[self.number + 1].road == self.step.road and (there or 0) >= (here or 0)

    def _hear(self, change: Change) -> None:
        if self.lesson is not None:
            self._soon.start()

    def _look(self) -> None:
        """After any change: has a journey ended, was the next moment reached, did a pupil take a road of his own?"""
        if self.lesson is None:
            return
        if self._then is not None and self._player.target is None:
            then, self._then = self._then, None
            then()
        elif self._arrived and not self.exploring:
            self._hold()
            session, there = self._session, self.second(self.number + 1) if self._plays_on() else None
            moved = session.step > (self.second(self.number) or 0)
            if moved and self.on_lesson_road and session.step == there and not self._player.is_playing:
                self.enter(self.number + 1)

    def _refused(self) -> None:
        """Play was pressed where time is held: go on to the next step, or ask for the guess."""
        if self.lesson is not None and not self.exploring:
            self.next()

    # --- what is in sight -------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self.blanked:
            shown = self.lesson.shown(self.number) if self.lesson else frozenset()
            show_parts(self._window, frozenset({"stage.book", *(name for name in shown if name.startswith("stage"))}))
        elif self.lesson is None or self.exploring:
            show_parts(self._window, None)
        else:
            show_parts(self._window, self.lesson.shown(self.number))
            if self.step.chart:
                show_chart(self._window, self.step.chart)

    def _mark_charts(self) -> None:
        """Draw the guess that is being answered, or was just answered."""
        marks: Marks = []
        if self.lesson is not None and not self.exploring:
            lesson = self.lesson
            asked = [n for n in range(self.number + 1) if lesson.answered_at(n) >= self.number]
            marks = [mark for mark in map(self._mark, asked) if mark is not None]
        draw_marks(self._window, marks)

    def _mark(self, number: int) -> tuple[str, GuessMark] | None:
        assert self.lesson is not None
        step, then = self.lesson.steps[number], self.lesson.answered_at(number)
        given, first, last = self.guesses.get(step.id), self.second(number), self.second(then)
        if given is None or first is None or last is None:
            return None
        answer = answer_of(self.played.answers if self.played else None, step, then <= self.number)
        return mark_of(self.lesson, step, self.text.language, given, (first, last), answer)

    # --- goals ------------------------------------------------------------------------------------------------------

    def past(self) -> Past:
        """The past of the road now, as far as it is computed."""
        session = self._session
        branch, fund = session.branch, session.scenario.number("fund.size_usd")
        return past_of(
            session.timeline.here.market, branch.record, branch.log(), branch.horizon, session.symbols,
            session.exchanges, fund,
        )  # fmt: skip

    def goals(self) -> list[tuple[Goal, float]]:
        """The goals of this step, each with its value on the road now; NaN where it has not been reached yet."""
        if self.lesson is None or not self.step.goals or self._session.timeline is not self._run():
            return []
        return [(goal, reached(goal, past)) for past in (self.past(),) for goal in self.step.goals]
