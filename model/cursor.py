"""A market that stands at some second of some road, and the moves it can make.

A move back restores the nearest keyframe and replays; a replayed second is the same second to the last bit.
"""

from model.branch import EVENTS_A_BOOK_SECOND, Branch
from model.edits import apply
from model.engine import PHASES, advance
from model.keyframe_budget import Budget
from model.keyframes import Image, Keyframe, keep, restore
from model.market import Market
from model.orders import Names

KEYFRAME_STEPS = 120
KEYFRAME_WORK = 24_000
"""Seconds of one book after which a keyframe is due in any case: a jump never replays much more than that."""
NEAR_STEPS = 24
"""A step back that has to replay more than this leaves a mark, so that the next one has not."""


class Cursor:
    """A market standing at some second of some branch, and the moves it can make."""

    def __init__(self, market: Market, branch: Branch, length: int, names: Names, budget: Budget | None = None) -> None:
        """Stand at the branch's first keyframe, or at a fresh market's first state."""
        self.market = market
        self.branch = branch
        self.length = length
        self.step = 0
        self.phase = 0
        """Phases already done of the second after `step`."""
        self._names = names
        self._budget = budget
        self._image = Image() if budget is None else budget.image
        self._pace = branch.record.books.shape[1]
        """Work of a second, as the last new ones were."""
        self._near: tuple[Branch, Keyframe] | None = None
        if branch.keyframes:
            self.restore(branch.keyframes[0])
        else:
            self._keep(None)

    def apply_edits(self) -> None:
        """Put the values and orders of this second into the market."""
        apply(self.market, self.branch.edits, self.step, self._names)

    def _next_stop(self, target: int) -> int:
        """Next second at which something has to be done before going on: an edit or a keyframe."""
        stop = min(target, (self.step // KEYFRAME_STEPS + 1) * KEYFRAME_STEPS)
        if self.step >= self.branch.horizon:
            left = KEYFRAME_WORK + self.branch.keyframes[-1].work - self.branch.work(self.step)
            stop = min(stop, self.step + max(min(-(-left // self._pace), KEYFRAME_WORK // (4 * self._pace)), 1))
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
            known, told = self.branch.horizon, self.branch.told
            done = int(advance(self.market, self.branch.record, self._next_stop(target) - self.step))
            self.step += done
            self._keep_log(known)
            if self.step > known:
                events = (self.branch.told - told) // (EVENTS_A_BOOK_SECOND * max(done, 1))
                self._pace = self.branch.record.books.shape[1] + events
            self._keep_frame(known)

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

    def _keep_frame(self, known: int) -> None:
        """Keep the newest second where it is due by time or by work done since the last keyframe."""
        frames = self.branch.keyframes
        last = frames[-1]
        if self.step <= max(known, last.step):
            return
        if self.step % KEYFRAME_STEPS == 0 or self.branch.work(self.step) - last.work >= KEYFRAME_WORK:
            self._keep(last)

    def _keep(self, last: Keyframe | None) -> None:
        frame = keep(self.market, last, self.branch.work(self.step), self._image)
        self.branch.keyframes.append(frame)
        if self._budget is not None:
            self._budget.add(frame)

    def nearest(self, step: int) -> Keyframe:
        """The last keyframe at or before a second."""
        found = [frame for frame in self.branch.keyframes if frame.step <= step][-1]
        if self._near is None or self._near[0] is not self.branch:
            return found
        near = self._near[1]  # beyond what is known when the road was forgotten meanwhile
        return near if found.step < near.step <= min(step, self.branch.horizon) else found

    def approach(self, step: int) -> None:
        """Restore the keyframe from which a second is reached soonest, unless going on from here is as short."""
        step = max(0, min(step, self.length))
        back = step < self.step or (step == self.step and self.phase > 0)
        frame = self.nearest(step)
        if back or frame.step > self.step + NEAR_STEPS:
            self.restore(frame)

    def go(self, step: int) -> None:
        """Visit a second of this road; seconds not yet computed are computed."""
        step = max(0, min(step, self.length))
        self.approach(step)
        self.forward(step)

    def go_back(self, step: int) -> None:
        """Visit a second before this one, and be ready for the next step back."""
        self.go(step)
        self.mark_near()

    def go_towards(self, step: int, patience: int | None) -> bool:
        """Visit a second, or come as near to it as so much work allows; whether it was reached."""
        self.approach(step)
        first = step if patience is None or self.step >= step else self.affordable(step, patience)
        self.forward(first)
        return first >= step

    def affordable(self, step: int, work: int) -> int:
        """How far towards a second one gets with so much work; one second at least."""
        branch = self.branch
        low, high = self.step + 1, step
        start = branch.work(self.step)
        while low < high:
            middle = (low + high + 1) // 2
            if branch.work(middle) - start <= work:
                low = middle
            else:
                high = middle - 1
        return min(low, step)

    def mark_near(self) -> None:
        """Remember this second, if no keyframe is near, for the steps back that follow."""
        if self.phase == 0 and self.step - self.nearest(self.step).step > NEAR_STEPS:
            self._near = self.branch, keep(self.market, self.nearest(self.step), 0, self._image)

    def restore(self, frame: Keyframe) -> None:
        """Stand where a keyframe was taken."""
        restore(self.market, frame, self._image)
        self.branch.record.written[0] = 0
        self.step = frame.step
        self.phase = 0

    def change_branch(self, branch: Branch, step: int) -> None:
        """Stand on another road, at a second or at the last keyframe before it that is known."""
        self.branch = branch
        self.restore(self.nearest(min(step, branch.horizon)))

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
            self._keep_frame(known)

    def back_phase(self) -> None:
        """Undo the last phase."""
        step, phase = self.step, self.phase - 1
        if phase < 0:
            if step == 0:
                return
            step, phase = step - 1, len(PHASES) - 1
        self.restore(self.nearest(step))
        self.forward(step)
        self.mark_near()
        for _ in range(phase):
            self.forward_phase()
