"""What deserves a mark on the time line, gathered as the event log of a road grows."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.events import Event
from model.session import Session
from ui.text import exchange_name, translate

NEWS, FIRST, FUND, MAKER, WITHDRAWAL = "news", "first", "fund", "maker", "withdrawal"
LIQUIDATIONS = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)
JOIN_HALTS = 5
"""Pauses with a smaller gap are drawn as one."""


class Mark(NamedTuple):
    """One moment worth going to."""

    step: int
    kind: str
    exchange: int
    """−1 when it concerns all."""


def mark_text(mark: Mark, session: Session) -> str:
    """What a mark means, in words."""
    words = {
        NEWS: translate("Milestones", "News"),
        FIRST: translate("Milestones", "First liquidation on {exchange}"),
        FUND: translate("Milestones", "{exchange}: insurance fund short"),
        MAKER: translate("Milestones", "A market maker falls"),
        WITHDRAWAL: translate("Milestones", "{exchange}: another billion withdrawn"),
    }
    return words[mark.kind].format(exchange=exchange_name(session, mark.exchange))


class Milestones:
    """Marks and halted spans of the road being watched, up to its computed end."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.halts: list[tuple[int, int]] = []
        self._road: tuple[int, int] = (-1, -1)
        self._seen = 0

    def update(self, session: Session) -> None:
        """Read what is new in the log; begin again on another road."""
        road = (id(session.timeline), session.branch.number)
        if road != self._road or session.horizon < self._seen:
            self._road, self._seen = road, 0
            self.marks, self.halts = [], []
        if session.horizon > self._seen:
            _, rows = session.events(self._seen + 1, session.horizon)
            self._seen = session.horizon
            if rows.size:
                self._read(rows)

    def _read(self, rows: NDArray[np.void]) -> None:
        kinds = rows["kind"]
        fresh = [Mark(int(row["step"]), NEWS, -1) for row in rows[kinds == Event.NEWS][:1]]
        known = {mark.exchange for mark in self.marks if mark.kind == FIRST}
        sold = rows[np.isin(kinds, LIQUIDATIONS)]
        for x in set(np.unique(sold["exchange"]).tolist()) - known:
            first = sold[sold["exchange"] == x][0]
            fresh.append(Mark(int(first["step"]), FIRST, x))
        for kind, name in ((Event.BAD_DEBT, FUND), (Event.WITHDRAWAL, WITHDRAWAL)):
            fresh += [Mark(int(row["step"]), name, int(row["exchange"])) for row in rows[kinds == kind]]
        fresh += [Mark(int(row["step"]), MAKER, -1) for row in rows[kinds == Event.MAKER_CALL]]
        self.marks = sorted({*self.marks, *fresh})
        for row in rows[kinds == Event.HALT]:
            self._halt(int(row["step"]), int(row["step"] + row["quantity"]))

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
