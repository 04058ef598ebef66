"""One order book with price-time priority: rest, take, remove; each costs the same in a full and an empty book.

A price level is a first-in-first-out list of order slots; a two-level bitmap finds the next occupied level at once.
Bids and asks share levels and bitmap, because a book between two operations is never crossed. Price 0 means "no order";
best bid 0 and best ask `levels` mean an empty side.
"""

import numpy as np
from numba.cpython.unsafe.numbers import leading_zeros, trailing_zeros

from model.kernels import kernel

BUY, SELL = 1, -1
NO_PARTY = -1
EMPTY = -1
ONE, ZERO = np.uint64(1), np.uint64(0)


@kernel()
def occupy(words, summary, word_base, summary_base, price):
    """Mark a level as occupied."""
    words[word_base + (price >> 6)] |= ONE << np.uint64(price & 63)
    summary[summary_base + (price >> 12)] |= ONE << np.uint64((price >> 6) & 63)


@kernel()
def vacate(words, summary, word_base, summary_base, price):
    """Mark a level as empty."""
    word = word_base + (price >> 6)
    words[word] &= ~(ONE << np.uint64(price & 63))
    if words[word] == ZERO:
        summary[summary_base + (price >> 12)] &= ~(ONE << np.uint64((price >> 6) & 63))


@kernel()
def next_above(words, summary, word_base, summary_base, price, levels):
    """Lowest occupied level at or above a price; `levels` if there is none."""
    if price >= levels:
        return levels
    rest = words[word_base + (price >> 6)] >> np.uint64(price & 63)
    if rest != ZERO:
        return price + np.int64(trailing_zeros(rest))
    word = (price >> 6) + 1
    group = word >> 6
    if group < levels >> 12:
        found = summary[summary_base + group] >> np.uint64(word & 63)
        if found != ZERO:
            word += np.int64(trailing_zeros(found))
            return (word << 6) + np.int64(trailing_zeros(words[word_base + word]))
        for group in range(group + 1, levels >> 12):  # noqa: B020, PLW2901
            if summary[summary_base + group] != ZERO:
                word = (group << 6) + np.int64(trailing_zeros(summary[summary_base + group]))
                return (word << 6) + np.int64(trailing_zeros(words[word_base + word]))
    return levels


@kernel()
def next_below(words, summary, word_base, summary_base, price):
    """Highest occupied level at or below a price; 0 if there is none."""
    if price <= 0:
        return 0
    rest = words[word_base + (price >> 6)] << np.uint64(63 - (price & 63))
    if rest != ZERO:
        return price - np.int64(leading_zeros(rest))
    word = (price >> 6) - 1
    if word < 0:
        return 0
    group = word >> 6
    found = summary[summary_base + group] << np.uint64(63 - (word & 63))
    if found != ZERO:
        word -= np.int64(leading_zeros(found))
        return (word << 6) + 63 - np.int64(leading_zeros(words[word_base + word]))
    for group in range(group - 1, -1, -1):  # noqa: B020, PLW2901
        if summary[summary_base + group] != ZERO:
            word = (group << 6) + 63 - np.int64(leading_zeros(summary[summary_base + group]))
            return (word << 6) + 63 - np.int64(leading_zeros(words[word_base + word]))
    return 0


@kernel()
def rest(books, k, slot, side, price, quantity, party):
    """Put an order at the end of its level's queue; the caller has made sure that it does not cross."""
    book = books.book[k]
    order = books.orders[slot]
    level = books.levels[book.level_base + price]
    order.price = price
    order.side = side
    order.party = party
    order.quantity = quantity
    order.next = EMPTY
    order.previous = level.tail
    if level.tail == EMPTY:
        level.head = slot
        occupy(books.words, books.summary, book.word_base, book.summary_base, price)
        if side > 0:
            book.best_bid = max(book.best_bid, price)
        else:
            book.best_ask = min(book.best_ask, price)
    else:
        books.orders[level.tail].next = slot
    level.tail = slot


@kernel()
def close_level(books, k, side, price):
    """A level has lost its last order: clear its bit and, if it was the best, find the next one."""
    book = books.book[k]
    vacate(books.words, books.summary, book.word_base, book.summary_base, price)
    if side > 0:
        if price == book.best_bid:
            book.best_bid = next_below(books.words, books.summary, book.word_base, book.summary_base, price)
    elif price == book.best_ask:
        book.best_ask = next_above(books.words, books.summary, book.word_base, book.summary_base, price, book.levels)


@kernel()
def free_slot(books, k, slot):
    """An order is gone: blank it, and give a slot of the pool back to the pool."""
    book = books.book[k]
    order = books.orders[slot]
    order.price = 0
    order.quantity = 0
    order.previous = EMPTY
    if slot - book.slot_base >= book.pool:
        order.next = book.free
        book.free = slot
    else:
        order.next = EMPTY


@kernel()
def remove(books, k, slot):
    """Take a resting order out of the book."""
    order = books.orders[slot]
    level = books.levels[books.book[k].level_base + order.price]
    if order.previous == EMPTY:
        level.head = order.next
    else:
        books.orders[order.previous].next = order.next
    if order.next == EMPTY:
        level.tail = order.previous
    else:
        books.orders[order.next].previous = order.previous
    if level.head == EMPTY:
        close_level(books, k, order.side, order.price)
    free_slot(books, k, slot)


@kernel()
def claim_slot(books, k):
    """A free slot of the pool, or −1 if the pool is used up."""
    book = books.book[k]
    slot = book.free
    if slot != EMPTY:
        book.free = books.orders[slot].next
    return slot


@kernel()
def write_fill(books, k, slot, side, taker, kind, quantity):
    """Note one execution in this second's list."""
    count = books.fill_count[0]
    fill = books.fills[count]
    order = books.orders[slot]
    fill.book = k
    fill.price = order.price
    fill.slot = slot
    fill.party = order.party
    fill.side = side
    fill.taker = taker
    fill.kind = kind
    fill.quantity = quantity
    books.fill_count[0] = count + 1


@kernel()
def take(books, k, side, limit, quantity, party, taker, kind):
    """Execute against the other side up to a limit price: (lots filled, ticks × lots paid or received).

    Stops where the next order belongs to the same party (self-trade prevention, cancel newest). Fills are appended to
    the list of this second, which the caller keeps from overflowing by `room_for_fills`.
    """
    book = books.book[k]
    left = quantity
    cost = 0
    while left > 0:
        price = book.best_ask if side > 0 else book.best_bid
        if side > 0 and (price > limit or price >= book.levels):
            break
        if side < 0 and (price < limit or price <= 0):
            break
        level = books.levels[book.level_base + price]
        slot = level.head
        while slot != EMPTY and left > 0:
            order = books.orders[slot]
            if order.party == party and party != NO_PARTY:
                return quantity - left, cost
            traded = min(left, order.quantity)
            write_fill(books, k, slot, side, taker, kind, traded)
            left -= traded
            cost += traded * price
            order.quantity -= traded
            book.last = price
            if order.quantity == 0:
                following = order.next
                free_slot(books, k, slot)
                level.head = following
                if following != EMPTY:
                    books.orders[following].previous = EMPTY
                slot = following
        if level.head == EMPTY:
            level.tail = EMPTY
            close_level(books, k, -side, price)
    return quantity - left, cost


@kernel()
def crosses(books, k, side, limit):
    """Whether an order with this limit would meet the other side."""
    book = books.book[k]
    if side > 0:
        return book.best_ask < book.levels and book.best_ask <= limit
    return book.best_bid > 0 and book.best_bid >= limit


@kernel()
def fillable(books, k, side, limit, quantity, party):
    """Lots, at most `quantity`, that `take` would trade: up to the limit, and to the first order of the same party."""
    book = books.book[k]
    price = book.best_ask if side > 0 else book.best_bid
    found = 0
    while 0 < price < book.levels and (price <= limit if side > 0 else price >= limit):
        slot = books.levels[book.level_base + price].head
        while slot != EMPTY:
            order = books.orders[slot]
            if order.party == party and party != NO_PARTY:
                return found
            found += order.quantity
            if found >= quantity:
                return quantity
            slot = order.next
        if side > 0:
            price = next_above(books.words, books.summary, book.word_base, book.summary_base, price + 1, book.levels)
        else:
            price = next_below(books.words, books.summary, book.word_base, book.summary_base, price - 1)
    return found


@kernel()
def room_for_fills(books, k):
    """Forget this second's fills if the list might not hold those of one more order."""
    if books.fill_count[0] + books.book[k].slots > books.fills.size:
        books.fill_count[0] = 0


@kernel()
def double_mid(books, k):
    """Twice the mid price, in ticks; an empty side counts as the last traded price."""
    book = books.book[k]
    bid = book.best_bid
    ask = book.best_ask
    if bid <= 0 and ask >= book.levels:
        return 2 * book.last
    if ask >= book.levels:
        ask = max(book.last, bid + 1)
    if bid <= 0:
        bid = min(book.last, ask - 1)
    return bid + ask


@kernel()
def post(books, k, slot, side, price, lots, party):
    """Rest an order as near to its price as it can stand without crossing, inside the book's range of prices."""
    book = books.book[k]
    price = min(price, book.best_ask - 1) if side > 0 else max(price, book.best_bid + 1)
    if lots > 0 and 0 < price < book.levels:
        rest(books, k, slot, side, price, lots, party)


@kernel()
def lots_between(books, k, side, low, high):
    """Resting lots of one side with a price in [low, high]."""
    book = books.book[k]
    total = 0
    for slot in range(book.slot_base, book.slot_base + book.slots):
        order = books.orders[slot]
        if order.side == side and order.price >= low and order.price <= high and order.price > 0:
            total += order.quantity
    return total
