"""The event log: what happened, to whom, how much, and because of what."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.handles import Handle
from model.kernels import kernel


class Event(IntEnum):
    """Kinds of happenings. Numbers never change."""

    NEWS = 1
    MARGIN_CALL = 2
    LIQUIDATION = 3
    LIQUIDATION_BATCH = 4
    TAKEOVER = 5
    HALT = 6
    RESUME = 7
    MAKER_STRESS = 8
    MAKER_CALL = 9
    MAKER_LIQUIDATION = 10
    MAKER_OUT = 11
    BAD_DEBT = 12
    WITHDRAWAL = 13
    DELEVERAGED = 14
    SOCIALISED = 15
    RESCUE = 16
    COLLATERAL_SOLD = 17
    MAKER_BACK = 18
    RESCUE_PAID = 19
    RESCUE_DRY = 20
    POOL_EMPTY = 21
    FREEZE = 22
    THAW = 23
    MARGIN_BROUGHT = 24
    FUND_SOLD = 25
    MAKER_DEBT = 26
    USER_FILL = 40


class Channel(IntEnum):
    """How a margin call's cause reached its account."""

    NONE = 0
    NEWS = 1
    NOISE = 2
    VALUE = 3
    USER = 4
    DIRECT = 5
    COLLATERAL = 6
    MAKER = 7
    ARBITRAGE = 8
    INDEX = 9
    AUCTION = 10


NO_EVENT = -1
EVENT = np.dtype(
    [
        ("step", "i4"), ("kind", "i2"), ("exchange", "i2"), ("asset", "i2"), ("channel", "i1"), ("side", "i1"), ("source", "i2"),
        ("delay", "i2"), ("cause", "i4"), ("who", "i4"), ("price", "i4"), ("quantity", "i8"), ("usd", "i8"), ("paid", "i8"), ("fee", "i8"),
    ],
    align=True,
)  # fmt: skip
"""`usd` in micro-dollars, `price` in ticks, `who` an account or a maker, `cause` another event's number, −1 for none.
`paid` and `fee`, in micro-dollars, are what this event made somebody pay for a bankruptcy; model/waterfall.py says who."""

BOOK_ROW = np.dtype(
    [
        ("double_mid", "i4"), ("low", "i4"), ("mark", "i4"), ("spread", "i4"), ("quoted", "i4"), ("bid_1", "f4"), ("bid_2", "f4"), ("ask_2", "f4"), ("maker_2", "f4"),
        ("liquidated", "f4"), ("halted", "i1"),
    ],
    align=True,
)  # fmt: skip
"""One book in one second: twice the mid, lowest traded price (the last one without a trade), mark, spread at its end and spread as makers quoted it at its start, in ticks; depth within 1 and 2 % and dollars liquidated so far."""

TOTAL_ROW = np.dtype(
    [
        ("liquidated", "f8"), ("makers", "f8"), ("caused", "f8"), ("long", "f8"), ("bad_debt", "f8"), ("withdrawn", "f8"),
        ("market_value", "f8"), ("stress", "f8"), ("orders", "f8"), ("value_cash", "f8"),
    ],
    align=True,
)  # fmt: skip
"""The whole market in one second, in dollars since the start; `caused` is the part of `liquidated` whose origin is liquidation;
`stress` the capital-weighted mean stress of makers, `orders` the part of their normal order size that they show."""

EXCHANGE_ROW = np.dtype(
    [
        ("liquidated", "f8"),
        ("makers", "f8"),
        ("fund", "f8"),
        ("confidence", "f8"),
        ("withdrawn", "f8"),
        ("bad_debt", "f8"),
        ("margin_paid", "i8"),
        ("fund_fees", "i8"),
        ("fund_paid", "i8"),
        ("winners_paid", "i8"),
        ("socialised", "i8"),
        ("rescue_paid", "i8"),
        ("pending", "i8"),
    ],
    align=True,
)
"""One exchange in one second, since the start: in dollars, and who paid for bankruptcies in micro-dollars (model/waterfall.py).

`pending` is what the insurance fund would lose besides if it sold at mark what it holds."""


class RecordArrays(NamedTuple):
    """What a run leaves behind: one row a second, and the log. Never read by a rule."""

    books: NDArray[np.void]
    """(T + 1, B) of BOOK_ROW."""
    exchanges: NDArray[np.void]
    """(T + 1, X) of EXCHANGE_ROW."""
    totals: NDArray[np.void]
    """(T + 1,) of TOTAL_ROW."""
    assets: NDArray[np.float32]
    """(T + 1, A) index in ticks."""
    log: NDArray[np.void]
    """Room for the events of a stretch of seconds."""
    written: NDArray[np.int64]
    """(1,) events in `log`."""


class Record(Handle, RecordArrays):
    """The same, as kernels take it."""


def empty_record(steps: int, books: int, exchanges: int, assets: int, room: int) -> Record:
    """A record with room for `steps` seconds after the first state and `room` events."""
    return Record(
        np.zeros((steps + 1, books), BOOK_ROW),
        np.zeros((steps + 1, exchanges), EXCHANGE_ROW),
        np.zeros(steps + 1, TOTAL_ROW),
        np.zeros((steps + 1, assets), np.float32),
        np.zeros(room, EVENT),
        np.zeros(1, np.int64),
    )


@kernel()
def append(market, record, kind, exchange, asset, cause):
    """Start a new event; returns its place in the log, for the caller to fill in the rest, and its number."""
    place = min(record.written[0], record.log.size - 1)
    event = record.log[place]
    run = market.run[0]
    event.step = run.step
    event.kind = kind
    event.exchange = exchange
    event.asset = asset
    event.cause = cause
    event.channel = 0
    event.side = 0
    event.source = -1
    event.delay = 0
    event.who = -1
    event.price = 0
    event.quantity = 0
    event.usd = 0
    event.paid = 0
    event.fee = 0
    record.written[0] = place + 1
    number = run.events
    run.events = number + 1
    return place, number
