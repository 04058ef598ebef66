"""An order file through the matching engine of the market: the same kernels, one book, every line in turn.

Between two `auction` lines the market is in its call phase: new orders are collected and nothing trades; the second
line, or the end of the file, lets the collected orders and the book trade at one price. The reference is the price of
that line, else of the line that opened the call, else the last trade, else the middle of best bid and best ask. Fok and
post orders are not taken during a call; orders may be cancelled, reduced and replaced; a market or ioc order's
remainder goes with the auction; at one price the older order trades first; there is no incoming order, so owners are
not compared. Of the two orders of an auction's trade the younger is called the taker.

A fok order counts what it could reach before an order of its own owner; if that is not enough its line is rejected. A
post order is rejected if it would meet any order, its own owner's too. A replaced order is an ordinary limit order,
whatever it was before. To reduce an order to what is open, or to more, is rejected. A rejected line leaves no trace: the
id of a rejected new order stays free.
"""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.auction import candidate_prices, clearing_price, pair
from model.book import rest
from model.order_desk import BOOKED, COLLECTED, Desk, open_desk, replay_rows, withdraw
from model.order_tape import (
    ANY_PRICE,
    AUCTION,
    DONE,
    EXACT,
    IOC,
    NEW,
    REASONS,
    OrderTape,
    grid_step,
    read_tape,
    read_text,
)

NO_PRICE = np.iinfo(np.int64).max
"""A limit above every price."""


class Trades(NamedTuple):
    """Trades in the order they happened: orders by number, prices in ticks, lots, the taker's side."""

    taker: NDArray[np.int64]
    maker: NDArray[np.int64]
    ticks: NDArray[np.int64]
    lots: NDArray[np.int64]
    side: NDArray[np.int64]
    auction: bool


class Replayed(NamedTuple):
    """What is left of an order file: its rows' fate, all trades, and the book as it stands."""

    tape: OrderTape
    desk: Desk
    prices: NDArray[np.int64]
    """Ticks at levels 1, 2, …"""
    trades: list[Trades]


def _level_prices(tape: OrderTape) -> NDArray[np.int64]:
    """Put the rows' limit prices in order, write their levels into the rows, and return the ticks of the levels."""
    rows, ticks = tape.rows, tape.ticks
    limited = (ticks > 0) & (rows["op"] != AUCTION) & (rows["flaw"] == DONE)
    prices = np.unique(ticks[limited])
    rows["level"][limited] = np.searchsorted(prices, ticks[limited]) + 1
    market = (ticks == ANY_PRICE) & (rows["op"] == NEW)
    rows["level"][market] = np.where(rows["side"][market] > 0, prices.size + 1, 0)
    return prices


def _traded(desk: Desk, prices: NDArray[np.int64]) -> Trades:
    """The fills since the last call of this function."""
    count = int(desk.books.fill_count[0])
    fills = desk.books.fills[:count]
    desk.books.fill_count[0] = 0
    taker, maker, lots, side = (fills[name].astype(np.int64) for name in ("taker", "slot", "quantity", "side"))
    return Trades(taker, maker, prices[fills["price"] - 1], lots, side, auction=False)


def _ticks_of(prices: NDArray[np.int64], levels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Limits in ticks of levels; below every price for a market sale, above every price for a market purchase."""
    return np.concatenate([[0], prices, [NO_PRICE]])[levels]


def _reference(replayed: Replayed, given: int) -> int:
    """The price nearest to which an auction clears if nothing else decides."""
    if given > 0:
        return given
    last = [trades.ticks[-1] for trades in replayed.trades if trades.ticks.size]
    if last:
        return int(last[-1])
    desk, prices = replayed.desk, replayed.prices
    held = desk.books.orders[desk.slot_of[desk.slot_of >= 0]]
    inside = held[(held["price"] > 0) & (held["price"] <= prices.size)]
    if inside.size == 0:
        return 1
    bids, asks = inside["price"][inside["side"] > 0], inside["price"][inside["side"] < 0]
    ends = [prices[bids.max() - 1]] if bids.size else []
    ends += [prices[asks.min() - 1]] if asks.size else []
    return int(sum(int(end) for end in ends) // len(ends))


def _clear(sides: list[tuple[NDArray[np.int64], NDArray[np.int64]]], reference: int) -> tuple[int, int]:
    """Clearing price in ticks and lots traded there; `sides` are (limits, lots) of buyers, then of sellers."""
    limits = np.concatenate([limit for limit, _ in sides])
    grid = candidate_prices(limits[(limits > 0) & (limits < NO_PRICE)], reference)
    lots = [np.zeros(grid.size, np.int64) for _ in sides]
    for (limit, quantity), sums, missing in zip(sides, lots, (grid[-1], grid[0]), strict=True):
        at = np.where((limit > 0) & (limit < NO_PRICE), limit, missing)
        np.add.at(sums, np.searchsorted(grid, at), quantity)
    price, volume = clearing_price(grid, *lots, reference)
    return int(price), int(volume)


def _uncross(replayed: Replayed, given: int) -> None:
    """End a call phase: trade at one price, then put what is left of the collected orders into the book."""
    desk, books = replayed.desk, replayed.desk.books
    open_orders = np.flatnonzero(desk.slot_of >= 0)
    held = books.orders[desk.slot_of[open_orders]]
    limits = _ticks_of(replayed.prices, held["price"])
    reference = _reference(replayed, given)
    queues, sides = [], []
    for side in (1, -1):
        mine = np.flatnonzero(held["side"] == side)
        queue = mine[np.lexsort((desk.came[open_orders[mine]], -side * limits[mine].astype(np.float64)))]
        queues.append(queue)
        sides.append((limits[queue], held["quantity"][queue].copy()))
    price, volume = _clear(sides, reference)
    pairs = np.zeros((open_orders.size + 1, 3), np.int64)
    count = pair(sides[0][1], sides[1][1], volume, pairs)
    buyers, sellers = open_orders[queues[0][pairs[:count, 0]]], open_orders[queues[1][pairs[:count, 1]]]
    lots = pairs[:count, 2]
    younger = desk.came[buyers] > desk.came[sellers]
    taker, maker = np.where(younger, buyers, sellers), np.where(younger, sellers, buyers)
    at_price = np.full(count, price, np.int64)
    replayed.trades.append(Trades(taker, maker, at_price, lots, np.where(younger, 1, -1), auction=True))
    filled = np.zeros(desk.slot_of.size, np.int64)
    np.add.at(filled, buyers, lots)
    np.add.at(filled, sellers, lots)
    for order in open_orders[np.argsort(desk.came[open_orders], kind="stable")]:
        _go_on(desk, int(order), int(filled[order]))


def _go_on(desk: Desk, order: int, filled: int) -> None:
    """An open order after an auction: traded and gone, or smaller in its place, or put into the book."""
    slot = int(desk.slot_of[order])
    held = desk.books.orders[slot]
    left = int(held["quantity"]) - filled
    collected = desk.state_of[order] == COLLECTED
    row = desk.rows[desk.came[order]]
    if left == 0 or (collected and row["op"] == NEW and row["tif"] == IOC):
        withdraw(desk, order)
    elif collected:
        rest(desk.books, 0, slot, int(held["side"]), int(held["price"]), left, int(held["party"]))
        desk.state_of[order] = BOOKED
    elif filled:
        held["quantity"] = left


def replay(tape: OrderTape) -> Replayed:
    """Do every row of an order file."""
    prices = _level_prices(tape)
    replayed = Replayed(tape, open_desk(tape.rows, prices.size), prices, [])
    desk = replayed.desk
    phases = np.flatnonzero((tape.rows["op"] == AUCTION) & (tape.rows["flaw"] == DONE))
    calling = False
    reference = ANY_PRICE
    for first, last in pairwise([-1, *phases, tape.rows.size]):
        replay_rows(desk, first + 1, last, calling)
        replayed.trades.append(_traded(desk, prices))
        if last < tape.rows.size and tape.ticks[last] > 0:
            reference = int(tape.ticks[last])
        if calling:
            _uncross(replayed, reference)
            reference = ANY_PRICE
        calling = not calling
    return replayed


def _resting(replayed: Replayed, side: int, tick: Decimal, lot: Decimal) -> list[dict[str, Any]]:
    """One side of the final book, best price first, each level's orders in queue order."""
    books, at = replayed.desk.books, replayed.desk.order_at
    ids = replayed.tape.ids
    open_orders = np.flatnonzero(replayed.desk.slot_of >= 0)
    held = books.orders[replayed.desk.slot_of[open_orders]]
    levels = np.unique(held["price"][held["side"] == side])
    rows = []
    for level in levels[::-side]:
        slot = int(books.levels[level]["head"])
        orders, total = [], 0
        while slot >= 0:
            quantity = int(books.orders[slot]["quantity"])
            orders.append({"id": ids[at[slot]], "qty": _text(quantity, lot)})
            total += quantity
            slot = int(books.orders[slot]["next"])
        rows.append({"price": _text(replayed.prices[level - 1], tick), "qty": _text(total, lot), "orders": orders})
    return rows


def _text(steps: int | np.int64, step: Decimal) -> str:
    """Whole steps as decimal text, with as many places as the step has."""
    return format(EXACT.multiply(Decimal(int(steps)), step), "f")


def replay_orders(path: Path | str, tick: str = ".01", lot: str = "1") -> dict[str, list[dict[str, Any]]]:
    """Everything an order file led to: `trades`, `rejected`, `bids` and `asks`; prices and quantities as decimal text.

    Raises `BadInput` for a malformed line, tick or lot.
    """
    tick_size, lot_size = grid_step(tick, "--tick"), grid_step(lot, "--lot")
    tape = read_tape(read_text(Path(path)), str(path), tick_size, lot_size)
    return report(replay(tape), tick_size, lot_size)


def report(replayed: Replayed, tick: Decimal, lot: Decimal) -> dict[str, list[dict[str, Any]]]:
    """What became of an order file, in the shape that `--json` writes."""
    tape, ids = replayed.tape, replayed.tape.ids
    trades = []
    for part in replayed.trades:
        mark = {"auction": True} if part.auction else {}
        for taker, maker, ticks, lots, side in zip(*(column.tolist() for column in part[:5]), strict=True):
            row = {"taker": ids[taker], "maker": ids[maker], "price": _text(ticks, tick), "qty": _text(lots, lot)}
            trades.append({**row, "side": "buy" if side > 0 else "sell", **mark})
    rejected = []
    for n in np.flatnonzero(replayed.desk.verdict != DONE):
        order = int(tape.rows["order"][n])
        reason = REASONS[int(replayed.desk.verdict[n])]
        rejected.append({"line": int(tape.lines[n]), "id": ids[order] if order >= 0 else "", "reason": reason})
    return {
        "trades": trades,
        "rejected": rejected,
        "bids": _resting(replayed, 1, tick, lot),
        "asks": _resting(replayed, -1, tick, lot),
    }
