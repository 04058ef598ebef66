"""Kept states of a market: what can be derived is left out, and unchanged blocks of memory are shared with the one before.

Price levels and their bitmaps follow from the resting orders; the ring of attribution is nearly empty. What is left
changes little from one keyframe to the next, except in the minutes of a crash.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.book import EMPTY, occupy
from model.kernels import kernel
from model.market import Market

BLOCK = 1 << 13
"""Bytes compared and shared as one."""
Blocks = tuple[bytes, ...]
Sparse = tuple[bytes, bytes]
LINKS = ("next", "previous")
COLUMNS = ("price", "party", "side", "quantity")


class Keyframe(NamedTuple):
    """The state before the second after `step`: blocks of arrays, and of others what is not their usual value."""

    step: int
    arrays: tuple[Blocks, ...]
    sparse: tuple[Sparse, ...]
    fresh_bytes: int
    """Bytes not shared with the keyframe before."""
    work: int = 0
    """Cost of computing from the first second to here, in book seconds: jumps are fast where keyframes are close in it."""


def _bytes_of(array: NDArray[np.generic]) -> NDArray[np.uint8]:
    return array.reshape(-1).view(np.uint8) if array.size else np.zeros(0, np.uint8)


def _leaves(market: Market) -> list[NDArray[np.generic]]:
    """Arrays kept as blocks, in declared order; the fills of the last second are not kept."""
    found: list[NDArray[np.generic]] = [market.books.book]
    for part in market:
        if part is not market.books and part is not market.moves:
            found.extend(part if isinstance(part, tuple) else (part,))
    return found


def _thin(market: Market) -> list[tuple[NDArray[np.int32], int]]:
    """Arrays in which most places hold one value, as flat numbers, with that value."""
    orders = market.books.orders
    return [(market.moves.reshape(-1), 0), *((orders[name], EMPTY) for name in LINKS)]


def _shared(raw: NDArray[np.uint8], old: Blocks) -> tuple[Blocks, int]:
    """An array as blocks, those of the keyframe before where they are equal; and the bytes of the others."""
    blocks, fresh = [], 0
    for n, start in enumerate(range(0, raw.size, BLOCK)):
        block = raw[start : start + BLOCK].tobytes()  # bytes compare at the speed of memory, views do not
        if n < len(old) and old[n] == block:
            block = old[n]
        else:
            fresh += len(block)
        blocks.append(block)
    return tuple(blocks), fresh


def keep(market: Market, previous: Keyframe | None = None, work: int = 0) -> Keyframe:
    """Copy a market, sharing blocks with an earlier keyframe of the same run."""
    orders = market.books.orders
    raws = [_bytes_of(array) for array in _leaves(market)]
    raws += [_bytes_of(np.ascontiguousarray(orders[name])) for name in COLUMNS]
    old = previous.arrays if previous is not None else ()
    kept: list[Blocks] = []
    fresh = 0
    for number, raw in enumerate(raws):
        blocks, more = _shared(raw, old[number] if len(old) > number else ())
        kept.append(blocks)
        fresh += more
    sparse: list[Sparse] = []
    for number, (array, usual) in enumerate(_thin(market)):
        places = np.flatnonzero(array != usual).astype(np.int32)
        pair = places.tobytes(), array[places].tobytes()
        same = previous is not None and previous.sparse[number] == pair
        sparse.append(previous.sparse[number] if same and previous is not None else pair)
        fresh += 0 if same else len(pair[0]) + len(pair[1])
    return Keyframe(int(market.run["step"][0]), tuple(kept), tuple(sparse), fresh, work)


def unshared_bytes(frame: Keyframe, previous: Keyframe | None) -> int:
    """Bytes of a keyframe that another one does not hold as well."""
    own = sum(len(part) for pair in frame.sparse for part in pair)
    if previous is None:
        return own + sum(len(block) for blocks in frame.arrays for block in blocks)
    for mine, theirs in zip(frame.arrays, previous.arrays, strict=True):
        if mine != theirs:
            own += sum(len(a) for a, b in zip(mine, theirs, strict=True) if a is not b)
    return own


def restore(market: Market, keyframe: Keyframe) -> None:
    """Set a market's arrays, in place, to a kept state."""
    unlink(market.books)
    orders = market.books.orders
    for array, blocks in zip(_leaves(market), keyframe.arrays, strict=False):
        _write(_bytes_of(array), blocks)
    for name, blocks in zip(COLUMNS, keyframe.arrays[-len(COLUMNS) :], strict=True):
        orders[name] = np.frombuffer(b"".join(blocks), orders.dtype[name])
    for (array, usual), (places, values) in zip(_thin(market), keyframe.sparse, strict=True):
        array[...] = usual
        array[np.frombuffer(places, np.int32)] = np.frombuffer(values, array.dtype)
    relink(market.books)
    market.books.fill_count[0] = 0


def _write(raw: NDArray[np.uint8], blocks: Blocks) -> None:
    for n, block in enumerate(blocks):
        raw[n * BLOCK : n * BLOCK + len(block)] = np.frombuffer(block, np.uint8)


@kernel()
def unlink(books):
    """Empty every price level and both bitmaps."""
    for k in range(books.book.size):
        book = books.book[k]
        for slot in range(book.slot_base, book.slot_base + book.slots):
            order = books.orders[slot]
            if order.price > 0:
                level = books.levels[book.level_base + order.price]
                level.head = EMPTY
                level.tail = EMPTY
    books.words[:] = 0
    books.summary[:] = 0


@kernel()
def relink(books):
    """Fill price levels and bitmaps from the orders, whose links say which is first and last of its level."""
    for k in range(books.book.size):
        book = books.book[k]
        for slot in range(book.slot_base, book.slot_base + book.slots):
            order = books.orders[slot]
            if order.price > 0:
                level = books.levels[book.level_base + order.price]
                if order.previous == EMPTY:
                    level.head = slot
                    occupy(books.words, books.summary, book.word_base, book.summary_base, order.price)
                if order.next == EMPTY:
                    level.tail = slot
