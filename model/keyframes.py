"""Kept states of a market: copies that share every block of memory that did not change since the one before."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.market import Market

BLOCK = 1 << 15
"""Bytes compared and shared as one."""
Blocks = tuple[bytes, ...]


class Keyframe(NamedTuple):
    """The state before the second after `step`, as blocks of each array in declared order."""

    step: int
    arrays: tuple[Blocks, ...]
    fresh_bytes: int
    """Bytes not shared with the keyframe before."""


def _bytes_of(array: NDArray[np.generic]) -> NDArray[np.uint8]:
    return array.reshape(-1).view(np.uint8) if array.size else np.zeros(0, np.uint8)


def _leaves(market: Market) -> list[NDArray[np.generic]]:
    """Arrays of state in declared order; the fills of the last second are not kept."""
    found: list[NDArray[np.generic]] = []
    for part in market:
        found.extend(part[:5] if part is market.books else part if isinstance(part, tuple) else (part,))
    return found


def keep(market: Market, previous: Keyframe | None = None) -> Keyframe:
    """Copy a market, sharing blocks with an earlier keyframe of the same run."""
    kept: list[Blocks] = []
    fresh = 0
    for number, array in enumerate(_leaves(market)):
        raw = _bytes_of(array)
        old = previous.arrays[number] if previous is not None and len(previous.arrays) > number else ()
        blocks = []
        for n, start in enumerate(range(0, raw.size, BLOCK)):
            block = raw[start : start + BLOCK].tobytes()  # bytes compare at the speed of memory, views do not
            if n < len(old) and old[n] == block:
                block = old[n]
            else:
                fresh += len(block)
            blocks.append(block)
        kept.append(tuple(blocks))
    return Keyframe(int(market.run["step"][0]), tuple(kept), fresh)


def restore(market: Market, keyframe: Keyframe) -> None:
    """Set a market's arrays, in place, to a kept state."""
    for array, blocks in zip(_leaves(market), keyframe.arrays, strict=True):
        raw = _bytes_of(array)
        for n, block in enumerate(blocks):
            raw[n * BLOCK : n * BLOCK + len(block)] = np.frombuffer(block, np.uint8)
    market.books.fill_count[0] = 0
