"""The order book against a dictionary that does the same thing the slow way."""

import hypothesis.strategies as st
import numpy as np
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from model.book import (
    EMPTY,
    NO_PARTY,
    claim_slot,
    close_level,
    crosses,
    double_mid,
    fillable,
    free_slot,
    lots_between,
    next_above,
    next_below,
    occupy,
    remove,
    rest,
    room_for_fills,
    take,
    vacate,
)
from model.market import BOOK, FILL, LEVEL, ORDER, Books

LEVELS, SLOTS = 3 * 4096, 40
EDGES = [1, 2, 62, 63, 64, 65, 127, 128, 4094, 4095, 4096, 4097, 8191, 8192, 8193, LEVELS - 2, LEVELS - 1]


def empty_books(slots=SLOTS, pool=0, levels=LEVELS, fills=64):
    """One empty book; slots from `pool` on are the pool's."""
    book = np.zeros(1, BOOK)
    book["levels"] = book["best_ask"] = levels
    book["slots"], book["pool"], book["free"], book["last"] = slots, pool, pool, 100
    orders = np.zeros(slots, ORDER)
    orders["next"] = orders["previous"] = EMPTY
    orders["next"][pool:-1] = np.arange(pool + 1, slots)
    level = np.full(2 * levels, EMPTY, np.int32).view(LEVEL)
    return Books(book, orders, level, np.zeros(levels // 64, np.uint64), np.zeros(levels // 4096, np.uint64),
                 np.zeros(fills, FILL), np.zeros(1, np.int64))  # fmt: skip


def bits(words):
    return np.flatnonzero(np.unpackbits(words.view(np.uint8), bitorder="little")).tolist()


def queue_at(books, price):
    """Slots of a level from head to tail, the backward links checked on the way."""
    slots, before, slot = [], EMPTY, int(books.levels[price]["head"])
    while slot != EMPTY:
        assert books.orders[slot]["previous"] == before
        slots.append(slot)
        before, slot = slot, int(books.orders[slot]["next"])
    assert books.levels[price]["tail"] == before
    return slots


sides = st.sampled_from([1, -1])
prices = st.sampled_from(EDGES) | st.integers(4000, 4200)
lots = st.integers(1, 30)
parties = st.integers(NO_PARTY, 3)


class BookAndDictionary(RuleBasedStateMachine):
    """Every operation is done twice; `held` maps price to a list of [slot, side, party, lots], oldest first."""

    def __init__(self):
        super().__init__()
        self.books = empty_books()
        self.held = {}
        self.came = self.traded = self.cancelled = 0

    def best(self, side):
        priced = [price for price, queue in self.held.items() if queue[0][1] == side]
        return (max(priced) if side > 0 else min(priced)) if priced else (0 if side > 0 else LEVELS)

    def open_orders(self):
        return [(price, order) for price in sorted(self.held) for order in self.held[price]]

    def reachable(self, side, limit):
        """Orders that an order would meet, best first."""
        found = [p for p, q in self.held.items() if q[0][1] == -side and (p <= limit if side > 0 else p >= limit)]
        return [(price, order) for price in sorted(found, reverse=side < 0) for order in self.held[price]]

    def forget(self, price, order):
        self.held[price].remove(order)
        if not self.held[price]:
            del self.held[price]

    def expect(self, side, limit, wanted, party):
        """Trades by the slow way: (price, slot, party, lots)."""
        trades = []
        for price, order in self.reachable(side, limit):
            if wanted == 0 or (party != NO_PARTY and order[2] == party):
                break
            done = min(wanted, order[3])
            trades.append((price, order[0], order[2], done))
            wanted -= done
            order[3] -= done
            if order[3] == 0:
                self.forget(price, order)
        return trades

    @rule(side=sides, limit=prices, wanted=lots, party=parties)
    def send(self, side, limit, wanted, party):
        """An order arrives: it trades as far as it can, and rests unless it would cross."""
        books = self.books
        assert bool(crosses(books, 0, side, limit)) == bool(self.reachable(side, limit))
        could = fillable(books, 0, side, limit, wanted, party)
        first = int(books.fill_count[0])
        room_for_fills(books, 0)
        first = 0 if int(books.fill_count[0]) == 0 else first
        expected = self.expect(side, limit, wanted, party)
        filled, cost = take(books, 0, side, limit, wanted, party, 77, 5)
        fills = books.fills[first : int(books.fill_count[0])]
        assert [tuple(int(f[n]) for n in ("price", "slot", "party", "quantity")) for f in fills] == expected
        assert all((f["side"], f["taker"], f["kind"]) == (side, 77, 5) for f in fills)
        assert filled == could == sum(trade[3] for trade in expected)
        assert cost == sum(trade[0] * trade[3] for trade in expected)
        if expected:
            assert books.book["last"][0] == expected[-1][0]
        self.traded += filled
        left = wanted - filled
        if left and not self.reachable(side, limit) and len(self.open_orders()) < SLOTS:
            slot = int(claim_slot(books, 0))
            rest(books, 0, slot, side, limit, left, party)
            self.held.setdefault(limit, []).append([slot, side, party, left])
            self.came += left

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def cancel(self, data):
        price, order = data.draw(st.sampled_from(self.open_orders()))
        remove(self.books, 0, order[0])
        self.cancelled += order[3]
        self.forget(price, order)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def reduce(self, data):
        _, order = data.draw(st.sampled_from(self.open_orders()))
        left = data.draw(st.integers(1, order[3]))
        self.books.orders[order[0]]["quantity"] = left
        self.cancelled += order[3] - left
        order[3] = left

    @invariant()
    def best_prices_are_the_dictionarys_and_never_cross(self):
        book = self.books.book[0]
        assert (book["best_bid"], book["best_ask"]) == (self.best(1), self.best(-1))
        assert book["best_bid"] < book["best_ask"]

    @invariant()
    def occupied_levels_are_the_dictionarys(self):
        assert bits(self.books.words) == sorted(self.held)
        assert bits(self.books.summary) == sorted({price >> 6 for price in self.held})
        heads = np.flatnonzero(self.books.levels["head"] != EMPTY)
        assert heads.tolist() == np.flatnonzero(self.books.levels["tail"] != EMPTY).tolist() == sorted(self.held)

    @invariant()
    def queues_are_first_come_first_served(self):
        for price, queue in self.held.items():
            assert queue_at(self.books, price) == [order[0] for order in queue]
            for slot, side, party, left in queue:
                order = self.books.orders[slot]
                assert (order["price"], order["side"], order["party"], order["quantity"]) == (price, side, party, left)

    @invariant()
    def no_lot_is_lost_or_made(self):
        resting = sum(order[3] for _, order in self.open_orders())
        assert self.came == resting + self.traded + self.cancelled
        assert resting == sum(lots_between(self.books, 0, side, 1, LEVELS) for side in (1, -1))

    @invariant()
    def every_slot_is_either_open_or_free(self):
        free, slot = set(), int(self.books.book["free"][0])
        while slot != EMPTY:
            assert slot not in free
            free.add(slot)
            slot = int(self.books.orders[slot]["next"])
        assert free | {order[0] for _, order in self.open_orders()} == set(range(SLOTS))
        assert len(free) + len(self.open_orders()) == SLOTS

    @invariant()
    def the_mid_lies_between_the_best_prices(self):
        bid, ask, last = self.best(1), self.best(-1), int(self.books.book["last"][0])
        twice = double_mid(self.books, 0)
        if bid > 0 and ask < LEVELS:
            assert twice == bid + ask
        elif bid > 0:
            assert twice == bid + max(last, bid + 1)
        elif ask < LEVELS:
            assert twice == ask + min(last, ask - 1)
        else:
            assert twice == 2 * last


BookAndDictionary.TestCase.settings = settings(max_examples=120, stateful_step_count=60, deadline=None)
TestBookAndDictionary = BookAndDictionary.TestCase


def test_the_next_level_is_found_at_every_distance_and_at_every_edge():
    words, summary = np.zeros(LEVELS // 64, np.uint64), np.zeros(LEVELS // 4096, np.uint64)
    for low in EDGES:
        occupy(words, summary, 0, 0, low)
        for high in EDGES:
            occupy(words, summary, 0, 0, high)
            pair = sorted({low, high})
            for start in [*EDGES, 5000, 3]:
                above = [price for price in pair if price >= start]
                below = [price for price in pair if price <= start]
                assert next_above(words, summary, 0, 0, start, LEVELS) == (above[0] if above else LEVELS)
                assert next_below(words, summary, 0, 0, start) == (below[-1] if below else 0)
            if high != low:
                vacate(words, summary, 0, 0, high)
        vacate(words, summary, 0, 0, low)
    assert not words.any()
    assert not summary.any()


def test_looking_outside_the_grid_finds_nothing():
    words, summary = np.zeros(LEVELS // 64, np.uint64), np.zeros(LEVELS // 4096, np.uint64)
    occupy(words, summary, 0, 0, 700)
    assert next_above(words, summary, 0, 0, LEVELS, LEVELS) == LEVELS
    assert next_below(words, summary, 0, 0, 0) == 0


def test_a_fixed_slot_never_enters_the_pool_and_a_pooled_one_returns_to_it():
    books = empty_books(slots=4, pool=2)
    rest(books, 0, 0, 1, 50, 7, 1)
    assert claim_slot(books, 0) == 2
    rest(books, 0, 2, 1, 50, 7, 1)
    remove(books, 0, 0)
    remove(books, 0, 2)
    assert [claim_slot(books, 0) for _ in range(3)] == [2, 3, EMPTY]


def test_freeing_a_slot_blanks_it():
    books = empty_books()
    slot = claim_slot(books, 0)
    books.orders[slot]["price"], books.orders[slot]["quantity"] = 9, 9
    free_slot(books, 0, slot)
    assert (books.orders[slot]["price"], books.orders[slot]["quantity"]) == (0, 0)
    assert claim_slot(books, 0) == slot


def test_closing_a_level_that_is_not_the_best_leaves_the_best_alone():
    books = empty_books()
    for slot, price in enumerate((90, 100)):
        rest(books, 0, slot, 1, price, 5, 0)
    books.levels[90]["head"] = books.levels[90]["tail"] = EMPTY
    close_level(books, 0, 1, 90)
    assert books.book["best_bid"][0] == 100
    assert bits(books.words) == [100]


def test_an_order_stops_at_its_own_partys_order_even_behind_others():
    books = empty_books()
    for slot, party in enumerate((1, 2, 1)):
        rest(books, 0, slot, -1, 100, 5, party)
    assert fillable(books, 0, 1, 100, 12, 2) == 5
    assert take(books, 0, 1, 100, 12, 2, 0, 0) == (5, 500)
    assert queue_at(books, 100) == [1, 2]
    assert take(books, 0, 1, 100, 12, NO_PARTY, 0, 0) == (10, 1000)


def test_the_list_of_fills_is_emptied_before_it_could_overflow():
    books = empty_books(fills=SLOTS + 1)
    rest(books, 0, 0, -1, 100, 1, 0)
    take(books, 0, 1, 100, 1, NO_PARTY, 0, 0)
    room_for_fills(books, 0)
    assert books.fill_count[0] == 1
    rest(books, 0, 0, -1, 100, 1, 0)
    take(books, 0, 1, 100, 1, NO_PARTY, 0, 0)
    room_for_fills(books, 0)
    assert books.fill_count[0] == 0
