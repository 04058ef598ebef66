"""Kept states of a market: the first one whole, the others as what differs from a state before.

Little changes from one second to the next, but all over the place: an account here, a trigger there. So a kept state is a
list of differing words, each as the distance from the last one and the change of its value, in as few bytes as they need.
It rests on an anchor, and that on another or on the first state; a jump adds up all layers on the way from the first one,
and when they have grown to more than a few, a new anchor rests on the first state itself.
Price levels and their bitmaps follow from the resting orders and are left out.
"""

from typing import NamedTuple, Union

import numpy as np
from numpy.typing import NDArray

from model.book import EMPTY, occupy
from model.kernels import kernel
from model.market import Market

WORD = np.uint32
BITS = 7
"""A byte of a number carries so many of its bits, and in the highest whether more follow."""
MORE = 1 << BITS
MOST_BYTES = 10
"""A differing word needs no more: two numbers of at most 32 bits."""
ANCHOR_PART, WAY_PART = 1 / 256, 1 / 16
"""A state that differs by more than this part of the first one's bytes is an anchor for those after it; and by how much
all layers on the way to a state may exceed one and a half times the lowest."""
STRIDE = 16
"""Words compared at once."""
Words = NDArray[np.uint32]
Layer = tuple[NDArray[np.uint8], ...]


class Keyframe(NamedTuple):
    """The state before the second after `step`: what differs from the state that it rests on."""

    step: int
    whole: tuple[Words, ...]
    """The arrays themselves, of a state that rests on no other."""
    layer: Layer
    """Differences of each array, of a state that rests on another."""
    under: Union["Keyframe", None]
    own_bytes: int
    """Bytes of this state without those that it rests on."""
    way_bytes: int
    """Bytes of all layers on the way from the first state to this one."""
    work: int = 0
    """Cost of computing from the first second to here, in book seconds: jumps are fast where keyframes are close in it."""


def _leaves(market: Market) -> list[Words]:
    """All arrays that are kept, in declared order, as words; the fills of the last second are not kept."""
    found: list[NDArray[np.generic]] = [market.books.book, market.books.orders]
    for part in market:
        if part is not market.books:
            found.extend(part if isinstance(part, tuple) else (part,))
    return [array.reshape(-1).view(WORD) if array.size else np.zeros(0, WORD) for array in found]


def resting_on(frame: Keyframe) -> list[Keyframe]:
    """A keyframe and all that it rests on, from the bottom up."""
    chain = [frame]
    while chain[-1].under is not None:
        chain.append(chain[-1].under)
    return chain[::-1]


class Image:
    """The last anchor in full: the next states are compared with it, and jumps begin from it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._frame: Keyframe | None = None
        self._words: tuple[Words, ...] = ()

    def of(self, anchor: Keyframe) -> tuple[Words, ...]:
        """All arrays of an anchor, not to be changed."""
        if anchor.under is None:
            return anchor.whole
        if self._frame is not anchor:
            chain = resting_on(anchor)
            known = self.place_in(chain)
            if not known:
                self._words = tuple(array.copy() for array in chain[0].whole)
            for frame in chain[known + 1 :]:
                for array, layer in zip(self._words, frame.layer, strict=True):
                    add(array, layer)
            self._frame = anchor
        return self._words

    def place_in(self, chain: list[Keyframe]) -> int:
        """Place of the anchor that is known in full among those that a state rests on; 0, the first state, otherwise."""
        return next((n for n, frame in enumerate(chain) if frame is self._frame), 0)


def keep(market: Market, previous: Keyframe | None = None, work: int = 0, image: Image | None = None) -> Keyframe:
    """Copy a market, as differences where there is an earlier keyframe of the same run.

    An `image` that is handed on from one keyframe to the next saves putting their anchor together again.
    """
    step, words = int(market.run["step"][0]), _leaves(market)
    if previous is None:
        whole = tuple(array.copy() for array in words)
        return Keyframe(step, whole, (), None, sum(array.nbytes for array in whole), 0, work)
    chain = resting_on(previous)
    first, anchor = chain[0], chain[-1]
    if anchor.under is not None and anchor.own_bytes <= ANCHOR_PART * first.own_bytes:
        anchor = chain[-2]
    layer = _layer(words, (image or Image()).of(anchor))
    size = sum(part.size for part in layer)
    lowest = chain[1].own_bytes if anchor is not first else 0
    if anchor is not first and anchor.way_bytes + size > 1.5 * lowest + WAY_PART * first.own_bytes:
        anchor, layer = first, _layer(words, first.whole)
        size = sum(part.size for part in layer)
    return Keyframe(step, (), layer, anchor, size, anchor.way_bytes + size, work)


def _layer(words: list[Words], base: tuple[Words, ...]) -> Layer:
    """Differences of arrays from others."""
    found = []
    for array, other in zip(words, base, strict=True):
        room = np.empty(array.size * MOST_BYTES, np.uint8)  # takes no memory where nothing is written
        found.append(room[: difference(array, other, room)].copy())
    return tuple(found)


def restore(market: Market, keyframe: Keyframe, image: Image | None = None) -> None:
    """Set a market's arrays, in place, to a kept state."""
    unlink(market.books)
    chain, image = resting_on(keyframe), image or Image()
    known = image.place_in(chain)
    whole = image.of(chain[known])
    for number, array in enumerate(_leaves(market)):
        array[:] = whole[number]
        for frame in chain[known + 1 :]:
            add(array, frame.layer[number])
    relink(market.books)
    market.books.fill_count[0] = 0


@kernel()
def write_number(room, at, number):
    """Write a number that is not negative, seven bits a byte; returns the place after it."""
    while number >= MORE:
        room[at] = (number & (MORE - 1)) | MORE
        number >>= BITS
        at += 1
    room[at] = number
    return at + 1


@kernel()
def read_number(layer, at):
    """Read a number: (number, place after it)."""
    number, shift = 0, 0
    while layer[at] >= MORE:
        number |= (np.int64(layer[at]) & (MORE - 1)) << shift
        shift += BITS
        at += 1
    return number | (np.int64(layer[at]) << shift), at + 1


@kernel()
def same_stretch(array, base, start):
    """Whether a stride of words is equal in both arrays."""
    apart = np.uint32(0)
    for i in range(start, start + STRIDE):
        apart |= array[i] ^ base[i]
    return apart == 0


@kernel()
def difference(array, base, room):
    """Write what differs between an array and a base; returns the bytes written.

    A change is that of a word which runs over at both ends, and small ones of either sign have small codes.
    """
    written, last, start = 0, -1, 0
    while start < array.size:
        stop = min(start + STRIDE, array.size)
        if stop - start < STRIDE or not same_stretch(array, base, start):
            for i in range(start, stop):
                apart = (np.int64(array[i]) - np.int64(base[i])) & 0xFFFFFFFF
                if apart == 0:
                    continue
                if apart >= 1 << 31:
                    apart -= 1 << 32
                written = write_number(room, written, i - last - 1)
                written = write_number(room, written, (apart << 1) ^ (apart >> 63))
                last = i
        start = stop
    return written


@kernel()
def add(array, layer):
    """Add a layer's changes to an array."""
    place, at = -1, 0
    while at < layer.size:
        gap, at = read_number(layer, at)
        coded, at = read_number(layer, at)
        place += 1 + gap
        array[place] = (np.int64(array[place]) + ((coded >> 1) ^ -(coded & 1))) & 0xFFFFFFFF


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
