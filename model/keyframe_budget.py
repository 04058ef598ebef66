"""How much memory keyframes may take: above it, those that make jumps faster by least are given up first."""

from model.branch import Branch
from model.keyframes import Image, Keyframe

BUDGET = 420_000_000
"""Bytes."""


class Budget:
    """Counts the bytes of all roads' keyframes, shared ones once, and thins them out."""

    def __init__(self, branches: list[Branch], limit: int = BUDGET) -> None:
        """Watch over a list of roads that may grow."""
        self._branches = branches
        self.limit = limit
        self.used = 0
        self.image = Image()
        """What the next keyframe is compared with; the roads share it."""

    def add(self, frame: Keyframe) -> None:
        """Count a new keyframe; give up others as long as there is too much."""
        self.used += frame.own_bytes
        while self.used > self.limit:
            spare = self._least_wanted()
            if spare is None:
                return
            self._drop(spare)

    def recount(self) -> None:
        """Count again, after a road has changed its keyframes for another's."""
        self.used = sum({id(f): f.own_bytes for branch in self._branches for f in branch.keyframes}.values())

    def _least_wanted(self) -> Keyframe | None:
        """The keyframe whose neighbours are closest; of roads out of sight first; never a road's first or last.

        Nor one that others rest on: to give it up would set no memory free.
        """
        ends = {id(frames[end]) for b in self._branches if (frames := b.keyframes) for end in (0, -1) if not b.removed}
        needed = ends | {id(frame.under) for branch in self._branches for frame in branch.keyframes}
        best: tuple[bool, int] | None = None
        found: Keyframe | None = None
        for branch in self._branches:
            frames = branch.keyframes
            for n in range(1, len(frames)):
                if id(frames[n]) in needed:
                    continue
                last = frames[n + 1].work if n + 1 < len(frames) else frames[n].work
                rank = (not branch.removed, last - frames[n - 1].work)
                if best is None or rank < best:
                    best, found = rank, frames[n]
        return found

    def _drop(self, frame: Keyframe) -> None:
        """Take a keyframe out of every road."""
        self.used -= frame.own_bytes
        for branch in self._branches:
            branch.keyframes[:] = [kept for kept in branch.keyframes if kept is not frame]
