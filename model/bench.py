"""How fast the engine is on this machine. Clocks and random numbers are allowed here only."""

import time

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
