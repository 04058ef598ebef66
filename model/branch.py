"""One road: a list of edits, and what happened on it so far."""

from bisect import bisect_right
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from model.edits import Edits, Value, values_after
from model.events import EVENT, Record
from model.keyframes import Keyframe
from model.scenario import Scenario

EVENTS_A_BOOK_SECOND = 2
"""Events that cost as much as one second of one book."""


@dataclass
class Branch:
    """One road: where it left its parent, what was changed on it, and what happened on it so far."""

    number: int
    parent: int | None
    fork: int
    edits: Edits
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
    removed: bool = False
    """Taken out of sight; undo brings it back."""
    stood: int = 0
    """When it was last stood on: the higher, the later."""

    def values(self, scenario: Scenario, step: int) -> dict[str, Value]:
        """Every parameter's value in force after `step`."""
        return values_after(scenario, self.edits, step)

    def log(self) -> NDArray[np.void]:
        """The whole event log; an event's number is its place. A view: not to be kept over a change."""
        return self.room[: self.told]

    def tell(self, fresh: NDArray[np.void]) -> None:
        """Append events; room grows by half, so that the cost of an event does not grow with the log."""
        size = self.told + fresh.size
        if size > self.room.size:
            larger = np.zeros(max(size, self.room.size * 3 // 2, 1024), EVENT)
            larger[: self.told] = self.room[: self.told]
            self.room = larger
        self.room[self.told : size] = fresh
        self.told = size

    def work(self, step: int) -> int:
        """Cost of computing from the first second to a known one, in seconds of one book."""
        books = self.record.books.shape[1]
        events = bisect_right(self.log()["step"], step) if step < self.horizon else self.told
        return step * books + events // EVENTS_A_BOOK_SECOND

    @property
    def known_bytes(self) -> int:
        """Bytes of what is known, keyframes apart; seconds that were not computed take no memory."""
        rows = sum(part[0].nbytes for part in self.record[:4])
        return rows * (self.horizon + 1) + self.room.nbytes

    def forget(self, record: Record) -> None:
        """Know nothing but the first state again; an empty record takes the place of the one that was filled."""
        self.record = record
        self.room, self.told, self.horizon = np.zeros(0, EVENT), 0, 0
        self.keyframes = self.keyframes[:1]

    def share_past(self, other: "Branch", last: int) -> None:
        """Take over what another road knows up to a second that both have in common."""
        for there, rows in zip(self.record[:4], other.record[:4], strict=True):
            there[: last + 1] = rows[: last + 1]
        log = other.log()
        self.told = 0
        self.tell(log[: bisect_right(log["step"], last)])
        self.keyframes = [frame for frame in other.keyframes if frame.step <= last]
        self.horizon = last
