"""Steps by kind of event: to the next liquidation, halt, hop, fund's trouble or trade of one's own, and to the one before."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from model.events import Event
from model.session import Session
from ui.deed import Deed
from ui.player import Player
from ui.text import translate

LIQUIDATIONS = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH, Event.MAKER_LIQUIDATION)
HALTS = (Event.HALT, Event.RESUME)
FUNDS = (
    Event.TAKEOVER, Event.BAD_DEBT, Event.DELEVERAGED, Event.SOCIALISED, Event.RESCUE, Event.RESCUE_PAID,
    Event.RESCUE_DRY, Event.POOL_EMPTY,
)  # fmt: skip
KINDS = ("liquidation", "halt", "hop", "fund", "fill")


def matches(kind: str, rows: NDArray[np.void]) -> NDArray[np.bool_]:
    """Which events are of a kind."""
    sold = np.isin(rows["kind"], LIQUIDATIONS)
    if kind == "hop":
        return sold & (rows["source"] >= 0) & (rows["source"] != rows["exchange"])
    wanted = {"liquidation": LIQUIDATIONS, "halt": HALTS, "fund": FUNDS, "fill": (Event.USER_FILL,)}[kind]
    return np.isin(rows["kind"], wanted)


def next_step(session: Session, kind: str, after: int) -> int | None:
    """Second of the next event of a kind that is known."""
    _, rows = session.events(after + 1, session.horizon)
    found = np.flatnonzero(matches(kind, rows))
    return int(rows["step"][found[0]]) if found.size else None


def last_step(session: Session, kind: str, before: int) -> int | None:
    """Second of the event of a kind before."""
    _, rows = session.events(0, before - 1)
    found = np.flatnonzero(matches(kind, rows))
    return int(rows["step"][found[-1]]) if found.size else None


class EventSteps:
    """Goes from event to event; what has not happened yet is computed until one is found."""

    def __init__(self, session: Session, player: Player) -> None:
        self._session, self._player = session, player

    def forward(self, kind: str) -> None:
        """To the next event of a kind, or to the end of the run."""
        session, start = self._session, self._session.step
        self._player.pause()
        found = next_step(session, kind, start)
        if found is not None:
            self._player.seek(found)
        else:
            known = session.horizon
            self._player.search(lambda: next_step(session, kind, max(start, known - 1)))

    def back(self, kind: str) -> None:
        """To the event of a kind before; without one nothing moves."""
        found = last_step(self._session, kind, self._session.step)
        if found is not None:
            self._player.pause()
            self._player.seek(found)

    def deeds(self) -> list[Deed]:
        """Keys: the letter goes forward, with Shift back."""
        words = translate
        titles = {
            "liquidation": ("L", words("EventSteps", "Next liquidation"), words("EventSteps", "Liquidation before")),
            "halt": ("H", words("EventSteps", "Next halt or re-opening"), words("EventSteps", "Halt before")),
            "hop": ("J", words("EventSteps", "Next hop between exchanges"), words("EventSteps", "Hop before")),
            "fund": (
                "F",
                words("EventSteps", "Next call on an insurance fund"),
                words("EventSteps", "Call on an insurance fund before"),
            ),
            "fill": ("O", words("EventSteps", "Next trade of your orders"), words("EventSteps", "Your trade before")),
        }
        made: list[Deed] = []
        for kind in KINDS:
            key, onward, backward = titles[kind]
            forward: Callable[[], None] = partial(self.forward, kind)
            made.append(Deed(f"next_{kind}", (key,), onward, forward, menu="time"))
            made.append(Deed(f"last_{kind}", (f"Shift+{key}",), backward, partial(self.back, kind), menu="time"))
        return made
