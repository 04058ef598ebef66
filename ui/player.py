"""The only wall clock: it turns seconds of the room into seconds of the market."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from model.session import Change, Session
from ui.aside import Aside

FRAME_MS = 16
BUDGET = 0.012
"""Seconds of a frame that may be spent on computing the market."""
LONGEST_FRAME = 0.25
"""A room second longer than this did not happen: the machine slept or the window was dragged."""
SMOOTH_BELOW = 20.0
"""Speeds under this are slow enough to see one second flow into the next."""
PATIENCE = 10_000
"""Seconds of one book that a jump computes at once; what is farther comes frame by frame, with a sign of progress."""
SPEED_WINDOW = 0.5
"""Seconds of the room over which the true speed is measured."""


class Speed(NamedTuple):
    """A named speed: market seconds for each second of the room."""

    name: str
    factor: float


SPEEDS = (Speed("1/16×", 1 / 16), Speed("1×", 1.0), Speed("10×", 10.0), Speed("60×", 60.0), Speed("300×", 300.0))
NORMAL_SPEED = 3


class Player(QObject):
    """Plays a session forward at a named speed, and computes towards a far second without blocking the window."""

    changed = Signal()
    """Playing, speed, true speed or the second being sought is another one."""
    refused = Signal()
    """Play was asked for where time does not go on: at the end, or where a lesson holds it."""
    fraction = Signal(float)
    """How far we are between the second before and the one now: 1 when paused or fast."""

    def __init__(
        self, session: Session, clock: Callable[[], float] = time.perf_counter, parent: QObject | None = None
    ) -> None:
        """Stand paused. A test injects its own clock and calls `tick`."""
        self.is_led = False
        """Whether somebody else goes on when play is asked for: a lesson whose next moment is not reached by playing."""
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self.aside = Aside(self)
        """Where the long work of a large market is done."""
        self.aside.blinked.connect(self.changed)
        session.worker = self.aside
        self.is_playing = False
        self.speed = NORMAL_SPEED
        self.part = 1.0
        """The last fraction that was announced."""
        self.target: int | None = None
        """Second towards which the market is being computed."""
        self._until: Callable[[], int | None] | None = None
        """What is being searched for on the way there."""
        self.true_speed = 0.0
        """Market seconds that the last half second of the room really brought."""
        self._due = 1.0
        self._last = 0.0
        self._cost = 1e-3
        self._told_at = 0.0
        self._mark = (0.0, 0)
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        session.patience = PATIENCE
        session.listen(self._hear)
        self._hear(Change(0))

    def _hear(self, change: Change) -> None:
        """Note when the market was ready, before views draw it; a new run is looked at paused.

        A jump that did not arrive is gone on with, and so is the road that is compared.
        """
        self._told_at = self._clock()
        goal = self._session.goal
        if change & Change.RESET:
            self.stop()
        if goal is not None and goal != self.target:
            self.is_playing = self.is_playing and not change & Change.RESET
            self._session.goal = self.target = goal
            self._start()
        elif self.waits_for_ghost() and not self._timer.isActive():
            self._last = self._clock()
            self._timer.start()

    @property
    def is_computing(self) -> bool:
        """Whether the market has been computed for longer than a blink, so that the user should be told."""
        return self.target is not None or self.aside.is_slow

    @property
    def ghost_lag(self) -> int:
        """Seconds that the compared road is behind."""
        return self._session.lag()

    def waits_for_ghost(self) -> bool:
        """Whether the compared road stands elsewhere than the watched one."""
        timeline = self._session.timeline
        return bool(self.ghost_lag) or (timeline.apart() is not None and not timeline.is_beside())

    # --- what the buttons call --------------------------------------------------------------------------------------

    def play(self) -> None:
        """Run from here to the end."""
        if self.is_playing:
            return
        if self.is_led or self._session.step >= self._session.reach:
            self.refused.emit()
            return
        self.is_playing = True
        self._due = 1.0
        self._start()

    def pause(self) -> None:
        """Stand still; the second now is shown whole."""
        self.stop()

    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing or self.target is not None:
            self.pause()
        else:
            self.play()

    def set_speed(self, number: int) -> None:
        """Choose one of `SPEEDS`."""
        self.speed = max(0, min(number, len(SPEEDS) - 1))
        self._mark = (self._clock(), self._session.step)
        self.true_speed = SPEEDS[self.speed].factor
        self.changed.emit()

    def seek(self, step: int) -> None:
        """Visit a second; one that has not happened yet is computed frame by frame, so that the window answers."""
        session = self._session
        step = max(0, min(step, session.reach))
        self.target = self._until = None
        if step <= session.horizon:
            session.go(step)
            if session.goal is None:
                self._idle_if_done()
            return
        if session.step < session.horizon:
            session.go(session.horizon)
        session.goal = self.target = step
        self._start()

    def search(self, found: Callable[[], int | None]) -> None:
        """Compute until something is found, and go there; without success, to the end."""
        self.seek(self._session.length)
        self._until = found if self.target is not None else None

    def stop(self) -> None:
        """Neither play nor seek."""
        self.is_playing, self.target, self._until = False, None, None
        self._session.goal = None
        self._idle_if_done()

    # --- the clock --------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        self._last = self._clock()
        self._mark = (self._last, self._session.step)
        self.true_speed = SPEEDS[self.speed].factor
        self._timer.start()
        self.changed.emit()

    def _idle_if_done(self) -> None:
        if not self.is_playing and self.target is None:
            if not self.waits_for_ghost():
                self._timer.stop()
            self._show(1.0)
        self.changed.emit()

    def tick(self) -> None:
        """One frame of the room; while work is under way nothing new is begun."""
        if self.aside.is_busy:
            return
        now = self._clock()
        elapsed = min(now - self._last, LONGEST_FRAME)
        self._last = now
        if self.target is not None:
            self._seek_on()
        elif self.is_playing and SPEEDS[self.speed].factor < 1:
            self._play_causes(elapsed * SPEEDS[self.speed].factor)
        elif self.is_playing:
            self._play_on(elapsed * SPEEDS[self.speed].factor)
        else:
            self._wait_for_ghost()
        if self.is_playing and self.target is None:
            self._measure(now)
            if self._session.step >= self._session.reach:
                self.stop()

    def _forward(self, steps: int) -> None:
        """Go on, and remember what a second costs; drawing is not counted.

        The road not taken keeps pace, so that comparing never has to wait for it.
        """
        session, start = self._session, self._clock()
        before = session.step
        session.forward(steps)
        own, start = self._told_at - start, self._clock()
        session.do(lambda: session.timeline.accompany(2 * (session.step - before)))
        spent = max(own + self._clock() - start, 0.0) / max(session.step - before, 1)
        self._cost = max(0.7 * self._cost + 0.3 * spent, 1e-6)

    def _room(self) -> int:
        """Whole seconds of the market that fit into one frame."""
        return max(1, int(BUDGET / self._cost))

    def _play_on(self, market_seconds: float) -> None:
        self._due += market_seconds
        room = self._room()
        steps = min(int(self._due), room, self._session.reach - self._session.step)
        if steps > 0:
            self._forward(steps)
            self._due = min(self._due - steps, float(room))
        smooth = SPEEDS[self.speed].factor < SMOOTH_BELOW
        self._show(min(self._due, 1.0) if smooth else 1.0)

    def _play_causes(self, market_seconds: float) -> None:
        """Slow motion: the causes inside a second, one after the other."""
        self._due += market_seconds * len(self._session.phases)
        if self._due >= 1.0:
            self._due -= 1.0
            self._session.forward_cause()
        self._show(min(self._due, 1.0))

    def _wait_for_ghost(self) -> None:
        """While time stands still, compute the compared road as far as the watched one; tell when it has arrived."""
        if self.waits_for_ghost():
            room = self._room()
            self._session.do(lambda: self._session.timeline.accompany(room))
            if not self.waits_for_ghost():
                self._session.announce(Change.MOMENT)
        if not self.waits_for_ghost():
            self._timer.stop()
        self.changed.emit()

    def _seek_on(self) -> None:
        session = self._session
        if self.target is not None and session.step < self.target:
            self._forward(min(self._room(), self.target - session.step))
        found = self._until() if self._until is not None else None
        if found is not None:
            self.seek(found)
            return
        if self.target is None or session.step >= self.target:
            self.target = session.goal = None
            self._mark = (self._clock(), session.step)
            self._idle_if_done()
            session.announce(Change.MOMENT)
        else:
            self.changed.emit()

    def _measure(self, now: float) -> None:
        """Find out how fast the market really goes."""
        since, step = self._mark
        if now - since >= SPEED_WINDOW:
            self.true_speed = (self._session.step - step) / (now - since)
            self._mark = (now, self._session.step)
            self.changed.emit()

    @property
    def keeps_up(self) -> bool:
        """Whether the market goes as fast as was asked for."""
        factor = SPEEDS[self.speed].factor
        return not self.is_playing or factor < 1 or self.true_speed > 0.8 * factor

    def _show(self, part: float) -> None:
        if part != self.part:
            self.part = part
            self.fraction.emit(part)
