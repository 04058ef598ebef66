"""Moments of a run by name: the first liquidation, the worst minute, the end; found in its record and event log."""

import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.bad_input import say
from model.events import Event, Record
from model.market import Market

MINUTE = 60
SOLD = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)
MOMENT = re.compile(r"^([a-z_]+)(?:\.([A-Za-z0-9 ]+))?(?:([+-])(\d+))?$")


class Past(NamedTuple):
    """What a run left behind, up to a second: everything that a moment or a measure is read from."""

    record: Record
    log: NDArray[np.void]
    horizon: int
    symbols: tuple[str, ...]
    exchanges: tuple[str, ...]
    largest: int
    """Place of the exchange with the largest share."""
    normal_spread: NDArray[np.int64]
    """(B,) ticks."""
    tick_usd: NDArray[np.float64]
    """(A,) dollars."""
    fund_start: float

    def asset(self, name: str) -> int:
        """Place of an asset; the first one for no name."""
        return self.symbols.index(name) if name else 0


def past_of(market: Market, record: Record, log: NDArray[np.void], horizon: int, symbols: tuple[str, ...],
            exchanges: tuple[str, ...], fund_start: float) -> Past:  # fmt: skip
    """The past of a market that has a record and a log."""
    largest = int(np.argmax(market.exchange["share"]))
    spreads = np.asarray(market.books.book["normal_spread"]).astype(np.int64)
    ticks = np.asarray(market.asset["tick_usd"]).astype(np.float64)
    return Past(record, log, horizon, symbols, exchanges, largest, spreads, ticks, fund_start)


def _first(past: Past, *kinds: Event) -> int | None:
    rows = past.log[np.isin(past.log["kind"], kinds)]
    return int(rows["step"][0]) if rows.size else None


def _first_of(past: Past, name: str, kind: Event) -> int | None:
    """The first one of an asset; of any for no name."""
    rows = past.log[past.log["kind"] == kind]
    if name:
        rows = rows[rows["asset"] == past.asset(name)]
    return int(rows["step"][0]) if rows.size else None


def _first_liquidation(past: Past, name: str) -> int | None:
    rows = past.log[np.isin(past.log["kind"], SOLD)]
    if name:
        rows = rows[rows["exchange"] == past.exchanges.index(name)]
    return int(rows["step"][0]) if rows.size else None


def _all_reached(past: Past, name: str) -> int | None:
    firsts = [_first_liquidation(past, exchange) for exchange in past.exchanges]
    known = [first for first in firsts if first is not None]
    return max(known) if len(known) == len(firsts) else None


def _worst_minute(past: Past, name: str) -> int | None:
    total = past.record.totals["liquidated"][: past.horizon + 1]
    if past.horizon < MINUTE or total[-1] <= 0:
        return None
    return int(np.argmax(total[MINUTE:] - total[:-MINUTE])) + MINUTE


def _steepest(past: Past, name: str) -> int | None:
    path = past.record.assets[1 : past.horizon + 1, past.asset(name)].astype(np.float64)
    return int(np.argmin(path[MINUTE:] / path[:-MINUTE])) + MINUTE + 1 if path.size > MINUTE else None


def _lowest(past: Past, name: str) -> int | None:
    path = past.record.assets[1 : past.horizon + 1, past.asset(name)]
    return int(np.argmin(path)) + 1 if path.size else None


def _reached(past: Past, part: float) -> int | None:
    total = past.record.totals["liquidated"][: past.horizon + 1]
    return int(np.searchsorted(total, part * total[-1])) if total[-1] > 0 else None


MOMENTS: dict[str, Callable[[Past, str], int | None]] = {
    "start": lambda past, name: 0,
    "end": lambda past, name: past.horizon,
    "news": lambda past, name: _first(past, Event.NEWS),
    "first_liquidation": _first_liquidation,
    "all_reached": _all_reached,
    "worst_minute": _worst_minute,
    "steepest": _steepest,
    "lowest": _lowest,
    "quarter_liquidated": lambda past, name: _reached(past, 0.25),
    "half_liquidated": lambda past, name: _reached(past, 0.5),
    "first_stress": lambda past, name: _first(past, Event.MAKER_STRESS),
    "first_maker": lambda past, name: _first(past, Event.MAKER_CALL),
    "first_halt": lambda past, name: _first_of(past, name, Event.HALT),
    "first_reopening": lambda past, name: _first_of(past, name, Event.RESUME),
    "first_collateral": lambda past, name: _first(past, Event.COLLATERAL_SOLD),
    "first_withdrawal": lambda past, name: _first(past, Event.WITHDRAWAL),
    "first_bad_debt": lambda past, name: _first(past, Event.BAD_DEBT),
    "first_deleveraging": lambda past, name: _first(past, Event.DELEVERAGED),
    "first_rescue": lambda past, name: _first(past, Event.RESCUE),
}
"""Each named moment: what it is, from a whole run; some take a name after a dot, of an asset or an exchange."""
BY_ASSET, BY_EXCHANGE = ("steepest", "lowest", "first_halt", "first_reopening"), ("first_liquidation",)


def moment_problem(text: str, length: int, symbols: tuple[str, ...], exchanges: tuple[str, ...]) -> str:
    """What a moment should have been; empty when it can be one."""
    if text.isdigit():
        late = say("Problems", "a moment from 0 to {length}, not after the end of the run", length=length)
        return "" if int(text) <= length else late
    found = MOMENT.match(text)
    if not found or found[1] not in MOMENTS:
        return say(
            "Problems", "a second or one of {names}, perhaps with +30 or -30 behind it", names=", ".join(MOMENTS)
        )
    known = symbols if found[1] in BY_ASSET else exchanges if found[1] in BY_EXCHANGE else ()
    if found[2] and found[2] not in known:
        names = ", ".join(f"{found[1]}.{name}" for name in known)
        alone = say("Problems", "{name} without a name behind it", name=found[1])
        return say("Problems", "one of {names}", names=names) if known else alone
    return ""


def find_moment(past: Past, text: str) -> int | None:
    """The second that a moment means in a whole run; None when it does not happen in it."""
    if text.isdigit():
        return int(text)
    found = MOMENT.match(text)
    if not found:
        return None
    step = MOMENTS[found[1]](past, found[2] or "")
    if step is None:
        return None
    away = int(found[4] or 0) * (-1 if found[3] == "-" else 1)
    return min(max(step + away, 0), past.horizon)
