"""What deserves a mark on the time line, gathered as the event log of a road grows."""

import weakref
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.events import Event
from model.session import Session
from model.timeline import Branch
from ui.text import exchange_name, translate

NEWS, FIRST, FUND, MAKER, WITHDRAWAL, HOP, FILL = "news", "first", "fund", "maker", "withdrawal", "hop", "fill"
LIQUIDATIONS = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)
PIECE = 1 << 16
"""Liquidations that are searched at once for the first of each kind."""
JOIN_HALTS = 5
"""Pauses with a smaller gap are drawn as one."""


class Mark(NamedTuple):
    """One moment worth going to."""

    step: int
    kind: str
    exchange: int
    """−1 when it concerns all."""
    source: int = -1
    """Where a hop comes from."""


def mark_text(mark: Mark, session: Session) -> str:
    """What a mark means, in words."""
    words = {
        NEWS: translate("Milestones", "News"),
        FIRST: translate("Milestones", "First liquidation on {exchange}"),
        FUND: translate("Milestones", "{exchange}: insurance fund short"),
        MAKER: translate("Milestones", "A market maker falls"),
        WITHDRAWAL: translate("Milestones", "{exchange}: another billion withdrawn"),
        HOP: translate("Milestones", "First hop from {source} to {exchange}"),
        FILL: translate("Milestones", "Your order trades on {exchange}"),
    }
    source = exchange_name(session, mark.source)
    return words[mark.kind].format(exchange=exchange_name(session, mark.exchange), source=source)


class Milestones:
    """Marks and halted spans of the road being watched, up to its computed end."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.halts: list[tuple[int, int]] = []
        self._run: Callable[[], object] = lambda: None
        """Weak: marks must not keep a run that is over."""
        self._road = -1
        self._seen = 0
        self._exchanges = 0
        self._left: dict[int, tuple[list[Mark], list[tuple[int, int]], int]] = {}
        """What was gathered on other roads, by number: marks, halts, and the last second read."""

    def update(self, session: Session) -> None:
        """Read what is new in the log of the road that is watched."""
        if self._run() is not session.timeline:
            self._run, self._left, self._road = weakref.ref(session.timeline), {}, session.branch.number
            self.marks, self.halts, self._seen, self._exchanges = [], [], 0, len(session.exchanges)
        if session.branch.number != self._road:
            self._left[self._road] = (self.marks, self.halts, self._seen)
            self.marks, self.halts, self._seen = self._known(session.branch)
            self._road = session.branch.number
        if session.horizon < self._seen:
            self.marks, self.halts, self._seen = [], [], 0
        if session.horizon > self._seen:
            _, rows = session.events(self._seen + 1, session.horizon)
            self._seen = session.horizon
            if rows.size:
                self._read(rows)

    def _known(self, road: Branch) -> tuple[list[Mark], list[tuple[int, int]], int]:
        """What is known of a road: what was gathered on it, or on the one that it has just left."""
        if road.number in self._left:
            return self._left[road.number]
        left = None if road.parent is None else self._left.get(road.parent)
        if left is None or left[2] > road.fork:
            return [], [], 0
        return list(left[0]), list(left[1]), left[2]

    def _read(self, rows: NDArray[np.void]) -> None:
        kinds = np.ascontiguousarray(rows["kind"])  # searched several times
        fresh = [Mark(int(rows["step"][n]), NEWS, -1) for n in np.flatnonzero(kinds == Event.NEWS)[:1]]
        fresh += self._firsts(rows, np.flatnonzero(np.isin(kinds, LIQUIDATIONS)))
        for kind, name in ((Event.BAD_DEBT, FUND), (Event.WITHDRAWAL, WITHDRAWAL), (Event.USER_FILL, FILL)):
            found = rows[np.flatnonzero(kinds == kind)]
            fresh += [Mark(int(row["step"]), name, int(row["exchange"])) for row in found]
        fresh += [Mark(int(rows["step"][n]), MAKER, -1) for n in np.flatnonzero(kinds == Event.MAKER_CALL)]
        self.marks = sorted({*self.marks, *fresh})
        for row in rows[np.flatnonzero(kinds == Event.HALT)]:
            self._halt(int(row["step"]), int(row["step"] + row["quantity"]))

    def _firsts(self, rows: NDArray[np.void], sold: NDArray[np.int64]) -> list[Mark]:
        """The first liquidation on each exchange, and the first that hopped each way; no further than all are found."""
        found = {(mark.source, mark.exchange): mark for mark in self.marks if mark.kind in (FIRST, HOP)}
        known = len(found)
        for start in range(0, sold.size, PIECE):
            if len(found) >= self._exchanges**2:
                break
            piece = sold[start : start + PIECE]
            exchange, source = rows["exchange"][piece].astype(np.int64), rows["source"][piece].astype(np.int64)
            hops = (source >= 0) & (source != exchange)
            for kind, ways, places in (
                (FIRST, exchange - self._exchanges, piece),
                (HOP, source[hops] * self._exchanges + exchange[hops], piece[hops]),
            ):
                for way, first in zip(*(part.tolist() for part in np.unique(ways, return_index=True)), strict=True):
                    source_of, at = divmod(way, self._exchanges)
                    mark = Mark(int(rows["step"][places[first]]), kind, at, source_of)
                    found.setdefault((source_of, at), mark)
        return list(found.values())[known:]

    def _halt(self, start: int, stop: int) -> None:
        if self.halts and start <= self.halts[-1][1] + JOIN_HALTS:
            first, last = self.halts[-1]
            self.halts[-1] = (first, max(last, stop))
        else:
            self.halts.append((start, stop))

    def next_after(self, step: int) -> int | None:
        """Second of the next mark or halt."""
        return min((s for s in self._seconds() if s > step), default=None)

    def last_before(self, step: int) -> int | None:
        """Second of the mark or halt before."""
        return max((s for s in self._seconds() if s < step), default=None)

    def _seconds(self) -> list[int]:
        return [mark.step for mark in self.marks] + [start for start, _ in self.halts]
