"""The time line: roads taken and not taken, each a list of edits; any second of any road can be visited again.

A branch keeps its edits, one record row a second, its event log and keyframes. `Cursor.go` restores the nearest keyframe
and replays; a replayed second is the same second to the last bit.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.engine import PHASES, advance
from model.events import EVENT, Record, empty_record
from model.genesis import genesis
from model.keyframes import Keyframe, keep, restore
from model.market import Market, copy, digest
from model.parameters import BY_KEY
from model.scenario import Scenario

KEYFRAME_STEPS = 120
Value = bool | str | int | float


class Edit(NamedTuple):
    """The user's wish: from the second after `step`, this parameter has this value."""

    step: int
    key: str
    value: Value


@dataclass
class Branch:
    """One road: where it left its parent, what was changed on it, and what happened on it so far."""

    number: int
    parent: int | None
    fork: int
    edits: tuple[Edit, ...]
    """All edits of this road, its parents' included, by step."""
    record: Record
    room: NDArray[np.void] = field(default_factory=lambda: np.zeros(0, EVENT))
    """The event log from the start of the run, sorted by step, and space for more."""
    told: int = 0
    """Events in the log."""
    keyframes: list[Keyframe] = field(default_factory=list)
    horizon: int = 0
    """Last second that has been computed."""
    name: str = ""

    def values(self, scenario: Scenario, step: int) -> dict[str, Value]:
        """Every parameter's value in force after `step`."""
        return {**scenario.values, **{edit.key: edit.value for edit in self.edits if edit.step <= step}}

    def log(self) -> NDArray[np.void]:
        """The whole event log; an event's number is its place. A view: not to be kept over a change."""
        return self.room[: self.told]

    def tell(self, fresh: NDArray[np.void]) -> None:
        """Append events; room doubles, so that the cost of an event does not grow with the log."""
        size = self.told + fresh.size
        if size > self.room.size:
            larger = np.zeros(max(size, 2 * self.room.size, 1024), EVENT)
            larger[: self.told] = self.room[: self.told]
            self.room = larger
        self.room[self.told : size] = fresh
        self.told = size


class Cursor:
    """A market standing at some second of some branch, and the moves it can make."""

    def __init__(self, market: Market, branch: Branch, length: int) -> None:
        """Stand at the branch's first keyframe, or at a fresh market's first state."""
        self.market = market
        self.branch = branch
        self.length = length
        self.step = 0
        self.phase = 0
        """Phases already done of the second after `step`."""
        if branch.keyframes:
            self._restore(branch.keyframes[0])
        else:
            branch.keyframes.append(keep(market))

    def apply_edits(self) -> None:
        """Put the values of this second into the compiled settings."""
        for edit in self.branch.edits:
            if edit.step == self.step:
                parameter = BY_KEY[edit.key]
                self.market.settings[parameter.field] = parameter.encode(edit.value)

    def _next_stop(self, target: int) -> int:
        """Next second at which something has to be done before going on: an edit or a keyframe."""
        stop = min(target, (self.step // KEYFRAME_STEPS + 1) * KEYFRAME_STEPS)
        for edit in self.branch.edits:
            if self.step < edit.step < stop:
                stop = edit.step
        return stop

    def forward(self, target: int) -> None:
        """Compute (or compute again) up to a second of this road."""
        target = min(target, self.length)
        while self.phase:
            self.forward_phase()
        while self.step < target:
            self.apply_edits()
            known = self.branch.horizon
            done = advance(self.market, self.branch.record, self._next_stop(target) - self.step)
            self.step += int(done)
            self._keep_log(known)
            self._keep_frame()

    def _keep_log(self, known: int) -> None:
        """Append new events to the log; those of seconds already known were written before."""
        record, branch = self.branch.record, self.branch
        count = int(record.written[0])
        if count and self.step > known:
            fresh = record.log[:count]
            fresh = fresh[fresh["step"] > known]
            branch.tell(fresh)
        record.written[0] = 0
        branch.horizon = max(branch.horizon, self.step)

    def _keep_frame(self) -> None:
        frames = self.branch.keyframes
        if self.step % KEYFRAME_STEPS == 0 and all(frame.step != self.step for frame in frames):
            earlier = [frame for frame in frames if frame.step < self.step]
            frames.append(keep(self.market, earlier[-1] if earlier else None))
            frames.sort(key=lambda frame: frame.step)

    def _nearest(self, step: int) -> Keyframe:
        return [frame for frame in self.branch.keyframes if frame.step <= step][-1]

    def go(self, step: int) -> None:
        """Visit a second of this road; seconds not yet computed are computed."""
        step = max(0, min(step, self.length))
        back = step < self.step or (step == self.step and self.phase > 0)
        if back or self._nearest(step).step > self.step + KEYFRAME_STEPS:
            self._restore(self._nearest(step))
        self.forward(step)

    def _restore(self, frame: Keyframe) -> None:
        restore(self.market, frame)
        self.branch.record.written[0] = 0
        self.step = frame.step
        self.phase = 0

    def change_branch(self, branch: Branch, step: int) -> None:
        """Stand on another road."""
        self.branch = branch
        self._restore(self._nearest(min(step, max(branch.horizon, branch.fork))))
        self.forward(step)

    def forward_phase(self) -> None:
        """Do the next phase of this second."""
        if self.step >= self.length:
            return
        if self.phase == 0:
            self.apply_edits()
        PHASES[self.phase].kernel(self.market, self.branch.record)
        self.phase += 1
        if self.phase == len(PHASES):
            known = self.branch.horizon
            self.step += 1
            self.phase = 0
            self._keep_log(known)
            self._keep_frame()

    def back_phase(self) -> None:
        """Undo the last phase."""
        step, phase = self.step, self.phase - 1
        if phase < 0:
            if step == 0:
                return
            step, phase = step - 1, len(PHASES) - 1
        self._restore(self._nearest(step))
        self.forward(step)
        for _ in range(phase):
            self.forward_phase()


class Timeline:
    """All roads of one run, a cursor on the one being watched, and one on the road it is compared with."""

    def __init__(self, scenario: Scenario, seed: int | None = None) -> None:
        """Begin at the first state of a scenario."""
        self.scenario = scenario if seed is None else scenario._replace(seed=seed)
        self.length = int(scenario.number("run.steps"))
        market = genesis(self.scenario)
        self.branches: list[Branch] = [Branch(0, None, 0, (), self._empty_record(market))]
        self.here = Cursor(market, self.branches[0], self.length)
        self._ghost: Cursor | None = None

    def _empty_record(self, market: Market) -> Record:
        room = 2 * market.account.size + 16 * market.portfolio.size + 16 * market.books.book.size + 4096
        return empty_record(self.length, market.books.book.size, market.exchange.size, market.asset.size, room)

    def digest(self) -> str:
        """Digest of the state now."""
        return digest(self.here.market)

    def edit(self, key: str, value: Value) -> Branch:
        """Change something now: a new road that shares the past, or the same one if it began in this second."""
        here, old = self.here, self.here.branch
        here.go(here.step)
        edit = Edit(here.step, key, value)
        edits = (*(e for e in old.edits if e.step <= here.step and (e.step, e.key) != (edit.step, edit.key)), edit)
        if old.horizon == here.step and (old.fork == here.step or old.parent is None) and here.step == old.fork:
            old.edits = edits
            return old
        new = Branch(len(self.branches), old.number, here.step, edits, self._empty_record(here.market))
        for there, rows in zip(new.record[:4], old.record[:4], strict=True):
            there[: here.step + 1] = rows[: here.step + 1]
        log = old.log()
        new.tell(log[: np.searchsorted(log["step"], here.step, side="right")])
        new.keyframes = [frame for frame in old.keyframes if frame.step <= here.step]
        new.horizon = here.step
        self.branches.append(new)
        here.branch = new
        return new

    def switch(self, number: int, step: int | None = None) -> None:
        """Change to another road, at the same second or another one."""
        self.here.change_branch(self.branches[number], self.here.step if step is None else step)

    def other(self) -> Branch | None:
        """The road not taken: the parent of the one being watched, computed as far as this one."""
        parent = self.here.branch.parent
        if parent is None:
            return None
        branch = self.branches[parent]
        if branch.horizon < self.here.step:
            if self._ghost is None:
                self._ghost = Cursor(copy(self.here.market), branch, self.length)
            if self._ghost.branch is not branch or self._ghost.step > branch.horizon:
                self._ghost.change_branch(branch, branch.horizon)
            self._ghost.forward(self.here.step)
        return branch
