"""One book that takes the orders of a file: the market's own matching kernels, and what is known of each order.

Orders are numbered; an open order holds a slot of the book's pool, either in the book or collected for an auction.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.book import EMPTY, claim_slot, crosses, fillable, free_slot, remove, rest, take
from model.handles import Handle
from model.kernels import kernel
from model.market import BOOK, FILL, LEVEL, Books
from model.order_tape import (
    CANCEL,
    DONE,
    DUPLICATE,
    FOK,
    GONE,
    GTC,
    IN_CALL,
    IOC,
    NEW,
    NOT_SMALLER,
    POST,
    REDUCE,
    REPLACE,
    UNFILLABLE,
    UNKNOWN,
    WOULD_TRADE,
)

NEVER, OVER = -1, -2
"""Slot of an order that was not accepted so far, and of one that is no longer open."""
BOOKED, COLLECTED = 0, 1
LEVEL_BLOCK = 4096
ORDER = np.dtype(
    [("price", "i4"), ("next", "i4"), ("previous", "i4"), ("party", "i4"), ("quantity", "i8"), ("side", "i1")],
    align=True,
)
"""As the market's, but with room for more owners."""


class DeskArrays(NamedTuple):
    """One book and what is known of the orders sent to it."""

    books: Books
    rows: NDArray[np.void]
    verdict: NDArray[np.int8]
    """(n,) what became of each row: DONE or the reason of its rejection."""
    slot_of: NDArray[np.int32]
    """(orders,) slot of an open order, else NEVER or OVER."""
    state_of: NDArray[np.int8]
    """(orders,) BOOKED or COLLECTED."""
    came: NDArray[np.int32]
    """(orders,) row that gave an order its place in time."""
    order_at: NDArray[np.int32]
    """(slots,) order that holds a slot."""


class Desk(Handle, DeskArrays):
    """The same, as kernels take it."""


def open_desk(rows: NDArray[np.void], prices: int) -> Desk:
    """An empty book with prices at levels 1 … `prices`, and room for every order of the rows."""
    height = -(-(prices + 2) // LEVEL_BLOCK) * LEVEL_BLOCK
    orders = int(rows["order"].max(initial=-1)) + 1
    slots = orders + 1
    book = np.zeros(1, BOOK)
    book["levels"] = book["best_ask"] = height
    book["slots"] = slots
    slot = np.zeros(slots, ORDER)
    slot["next"] = np.arange(1, slots + 1)
    slot["next"][-1] = slot["previous"] = EMPTY
    trades = 2 * int(np.isin(rows["op"], (NEW, REPLACE)).sum()) + 1
    books = Books(
        book, slot, np.full(2 * height, EMPTY, np.int32).view(LEVEL), np.zeros(height // 64, np.uint64),
        np.zeros(height // LEVEL_BLOCK, np.uint64), np.zeros(trades, FILL), np.zeros(1, np.int64),
    )  # fmt: skip
    empty = np.full(orders, NEVER, np.int32)
    return Desk(
        books, rows, np.zeros(rows.size, np.int8), empty, np.zeros(orders, np.int8), np.zeros(orders, np.int32),
        np.zeros(slots, np.int32),
    )  # fmt: skip


@kernel()
def keep_open(desk, order, side, level, quantity, party):
    """Give an order a slot of the pool; returns it."""
    slot = claim_slot(desk.books, 0)
    desk.slot_of[order] = slot
    desk.order_at[slot] = order
    kept = desk.books.orders[slot]
    kept.price = level
    kept.side = side
    kept.party = party
    kept.quantity = quantity
    kept.next = EMPTY
    kept.previous = EMPTY
    return slot


@kernel()
def submit(desk, order, side, level, quantity, party, tif):
    """Let an order meet the book; what is left rests if it may."""
    books = desk.books
    if tif == FOK and fillable(books, 0, side, level, quantity, party) < quantity:
        return UNFILLABLE
    if tif == POST and crosses(books, 0, side, level):
        return WOULD_TRADE
    first = books.fill_count[0]
    filled, _ = take(books, 0, side, level, quantity, party, order, 0)
    for number in range(first, books.fill_count[0]):
        fill = books.fills[number]
        maker = desk.order_at[fill.slot]
        if books.orders[fill.slot].quantity == 0:
            desk.slot_of[maker] = OVER
        fill.slot = maker
    desk.slot_of[order] = OVER
    if filled < quantity and tif != IOC and not crosses(books, 0, side, level):
        slot = keep_open(desk, order, side, level, quantity - filled, party)
        rest(books, 0, slot, side, level, quantity - filled, party)
        desk.state_of[order] = BOOKED
    return DONE


@kernel()
def collect(desk, order, side, level, quantity, party, tif):
    """Keep an order for the auction."""
    if tif in (FOK, POST):
        return IN_CALL
    keep_open(desk, order, side, level, quantity, party)
    desk.state_of[order] = COLLECTED
    return DONE


@kernel()
def withdraw(desk, order):
    """Take an open order out of the book or out of the call."""
    slot = desk.slot_of[order]
    if desk.state_of[order] == BOOKED:
        remove(desk.books, 0, slot)
    else:
        free_slot(desk.books, 0, slot)
    desk.slot_of[order] = OVER


@kernel()
def do_row(desk, n, calling):
    """Do what a row asks for; returns DONE or why it cannot be done, in which case nothing has changed."""
    row = desk.rows[n]
    order = row.order
    slot = desk.slot_of[order]
    side, party, tif = row.side, row.party, row.tif
    if row.op == NEW:
        if slot != NEVER:
            return DUPLICATE
    else:
        if slot < 0:
            return UNKNOWN if slot == NEVER else GONE
        if row.op == CANCEL:
            withdraw(desk, order)
            return DONE
        held = desk.books.orders[slot]
        if row.op == REDUCE:
            if row.quantity >= held.quantity:
                return NOT_SMALLER
            held.quantity = row.quantity
            return DONE
        side, party, tif = held.side, held.party, GTC
        withdraw(desk, order)
    desk.came[order] = n
    if calling:
        return collect(desk, order, side, row.level, row.quantity, party, tif)
    return submit(desk, order, side, row.level, row.quantity, party, tif)


@kernel()
def replay_rows(desk, first, last, calling):
    """Do rows `first` … `last` − 1, and note what became of each; `calling` collects new orders for an auction."""
    for n in range(first, last):
        flaw = desk.rows[n].flaw
        desk.verdict[n] = do_row(desk, n, calling) if flaw == DONE else flaw
