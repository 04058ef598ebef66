"""How fast the engine is on this machine. Clocks and random numbers are allowed here only."""

import time
from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from model.order_desk import Desk, open_desk, replay_rows
from model.order_tape import CANCEL, DONE, NEW, ROW

PRICES, MIDDLE = 10_000, 5_000
MARKETABLE, CANCELS = 0.30, 0.25
"""Parts of a tape: orders that meet the other side, and cancels; the rest are orders that come to rest."""
NEAR, DEEP, LARGEST, OWNERS, MEMORY = 20, 50, 20, 1_000, 400
"""Levels beyond the middle at which marketable orders begin, levels behind it at which others end, most lots, owners, and
newest orders that a cancel chooses from."""
WARM_UP = 20_000
BATCH = 1_000


def random_tape(orders: int, seed: int = 1) -> NDArray[np.void]:
    """A tape of limit orders and cancels around a slowly wandering middle price."""
    draw = np.random.default_rng(seed)
    rows = np.zeros(orders, ROW)
    kind = draw.random(orders)
    marketable, cancels = kind < MARKETABLE, kind > 1.0 - CANCELS
    cancels[0] = False
    middle = MIDDLE + np.cumsum(draw.integers(-1, 2, orders) * (draw.random(orders) < 0.01))
    rows["side"] = draw.integers(0, 2, orders) * 2 - 1
    behind = np.where(marketable, -draw.integers(NEAR, 4 * NEAR, orders), draw.integers(1, DEEP, orders))
    rows["level"] = np.clip(middle - rows["side"] * behind, 1, PRICES)
    rows["quantity"] = draw.integers(1, LARGEST + 1, orders)
    rows["party"] = draw.integers(0, OWNERS, orders)
    rows["op"], rows["flaw"] = np.where(cancels, CANCEL, NEW), DONE
    sent = np.cumsum(~cancels) - 1
    rows["order"] = np.where(cancels, np.maximum(sent - draw.integers(0, MEMORY, orders), 0), sent)
    return rows


def replay_at_once(desk: Desk) -> float:
    """Send a whole tape to the book in one call; seconds it took."""
    start = time.perf_counter()
    replay_rows(desk, 0, desk.rows.size, False)
    return time.perf_counter() - start


def matching_benchmark(orders: int = 1_000_000, repeats: int = 3) -> float:
    """Orders matched in a second, on a random tape of which 30 % meets the other side; the best of several times."""
    replay_at_once(open_desk(random_tape(WARM_UP), PRICES))
    rows = random_tape(orders)
    return orders / min(replay_at_once(open_desk(rows, PRICES)) for _ in range(repeats))


# --- other matching engines on the same tape ------------------------------------------------------------------------------


def bourse_by_call(rows: NDArray[np.void]) -> float:
    """Seconds that bourse (Rust) takes for a tape, one call an order, and one to move its clock, on which its queues rest."""
    from bourse.core import OrderBook

    book = OrderBook(0, 1)
    tape = list(
        zip(*(rows[name].tolist() for name in ("op", "side", "quantity", "party", "level", "order")), strict=True)
    )
    start = time.perf_counter()
    for n, (op, side, quantity, party, level, order) in enumerate(tape):
        book.set_time(n)
        if op == NEW:
            book.place_order(side > 0, quantity, party, level)
        else:
            book.cancel_order(order)
    return time.perf_counter() - start


def bourse_batched(rows: NDArray[np.void]) -> float:
    """Seconds that bourse takes for a tape handed over as arrays in batches, each of which it shuffles before it matches."""
    from bourse.core import StepEnvNumpy

    new = rows["op"] == NEW
    columns = (rows["quantity"], rows["party"], rows["level"])
    whole = [column.astype(np.uint32) for column in columns]
    told = (np.where(new, 1, 2).astype(np.uint32), rows["side"] > 0, *whole, rows["order"].astype(np.uint64))
    batches = [tuple(column[n : n + BATCH] for column in told) for n in range(0, rows.size, BATCH)]
    market = StepEnvNumpy(1, 0, 1, 2 * BATCH)
    start = time.perf_counter()
    for batch in batches:
        market.submit_instructions(batch)
        market.step()
    return time.perf_counter() - start


def limit_order_book_by_call(rows: NDArray[np.void]) -> float:
    """Seconds that limit-order-book (C++) takes for a tape, one call an order; it must be asked before each cancel."""
    from limit_order_book import LimitOrderBook

    book = LimitOrderBook()
    tape = list(zip(*(rows[name].tolist() for name in ("op", "side", "quantity", "level", "order")), strict=True))
    start = time.perf_counter()
    for op, side, quantity, level, order in tape:
        if op == NEW:
            book.limit(side > 0, order + 1, quantity, level)
        elif book.has(order + 1):
            book.cancel(order + 1)
    return time.perf_counter() - start


PEERS: dict[str, tuple[str, str, Callable[[NDArray[np.void]], float]]] = {
    "bourse 0.4.0 (Rust), by call": ("bourse", "bourse", bourse_by_call),
    "bourse 0.4.0 (Rust), batched": ("bourse", "bourse", bourse_batched),
    "limit-order-book 2.0.0 (C++), by call": ("limit-order-book", "limit_order_book", limit_order_book_by_call),
}
"""Name of the figure, package, module, and what replays a tape."""


def missing_peers() -> list[str]:
    """Packages of peers that are not installed."""
    return sorted({package for package, module, _ in PEERS.values() if find_spec(module) is None})


def peer_benchmark(name: str, orders: int = 1_000_000, repeats: int = 3) -> float:
    """Orders that a peer matches in a second, on the same tape as `matching_benchmark`; nil if it is not installed."""
    package, _, replay = PEERS[name]
    if package in missing_peers():
        return 0.0
    rows = random_tape(orders)
    return orders / min(replay(rows) for _ in range(repeats))
