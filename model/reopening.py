"""Re-opening after a halt: the liquidations that waited meet the book in one call auction."""

import numpy as np

from model.attribution import COLUMN_AUCTION, book_own
from model.auction import clearing_price
from model.book import BUY, EMPTY, NO_PARTY, SELL, double_mid, room_for_fills, take
from model.kernels import kernel
from model.ledger import settle_resting
from model.liquidation import (
    BATCH,
    LIQUIDATION,
    bankruptcy_ticks,
    batch_lots,
    count_liquidated,
    rearm,
    take_over,
    tell,
)
from model.triggers import LONGS, SHORTS


@kernel(allocates=True)
def waiting_orders(market, k):
    """Accounts in a book's queue, with their bankruptcy prices and signed lots, in queue order."""
    count = 0
    i = market.books.book[k].queue
    while i != EMPTY:
        count += 1
        i = market.account[i].next
    who = np.empty(count, np.int64)
    limits = np.empty(count, np.int64)
    lots = np.empty(count, np.int64)
    i = market.books.book[k].queue
    for n in range(count):
        who[n] = i
        limits[n] = bankruptcy_ticks(market, i)
        lots[n] = -batch_lots(market, i) if market.account[i].position > 0 else batch_lots(market, i)
        i = market.account[i].next
    return who, limits, lots


@kernel(allocates=True)
def uniform_price(market, k, limits, lots):
    """Clearing price of the waiting orders and the book together."""
    book = market.books.book[k]
    bids = np.zeros(book.levels, np.int64)
    asks = np.zeros(book.levels, np.int64)
    for slot in range(book.slot_base, book.slot_base + book.slots):
        order = market.books.orders[slot]
        if order.price > 0:
            if order.side > 0:
                bids[order.price] += order.quantity
            else:
                asks[order.price] += order.quantity
    for n in range(limits.size):
        if lots[n] > 0:
            bids[limits[n]] += lots[n]
        else:
            asks[limits[n]] -= lots[n]
    price, _ = clearing_price(np.arange(book.levels), bids, asks, book.mark)
    return price


@kernel()
def cross_book(market, k, side, price, lots):
    """Trade with the book's orders at or better than the clearing price, all at that price; returns lots filled."""
    room_for_fills(market.books, k)
    first = market.books.fill_count[0]
    filled, _ = take(market.books, k, side, price, lots, NO_PARTY, EMPTY, COLUMN_AUCTION)
    for number in range(first, market.books.fill_count[0]):
        market.books.fills[number].price = price
    if filled > 0:
        market.books.book[k].last = price
    settle_resting(market, k, first)
    return filled


@kernel()
def close_waiting(market, record, k, i, filled, price, wanted):
    """Settle one account's part of the auction, then go on as after any liquidation order."""
    account = market.account[i]
    row = LONGS if account.position > 0 else SHORTS
    side = -1 if row == LONGS else 1
    whole = wanted == abs(account.position)
    value = filled * price * market.asset[market.books.book[k].asset].tick_value
    account.position += side * filled
    account.cash -= side * value
    account.batches += 1
    if whole and account.position != 0:
        value += take_over(market, record, k, row, i)
    count_liquidated(market, k, row, value)
    tell(market, record, k, row, LIQUIDATION if whole else BATCH, i, wanted, value)
    if account.position != 0:
        rearm(market, i)


@kernel(allocates=True)
def reopen(market, record, k):
    """Run the auction of one book: waiting buyers and sellers first among themselves, then with the book."""
    who, limits, lots = waiting_orders(market, k)
    market.books.book[k].queue = EMPTY
    if who.size == 0:
        return
    before = double_mid(market.books, k)
    price = uniform_price(market, k, limits, lots)
    buying, selling = 0, 0
    for n in range(who.size):
        if lots[n] > 0 and limits[n] >= price:
            buying += lots[n]
        elif lots[n] < 0 and limits[n] <= price:
            selling -= lots[n]
    matched = min(buying, selling)
    bought = matched + cross_book(market, k, BUY, price, buying - matched)
    sold = matched + cross_book(market, k, SELL, price, selling - matched)
    for n in range(who.size):
        filled = 0
        if lots[n] > 0 and limits[n] >= price:
            filled = min(lots[n], bought)
            bought -= filled
        elif lots[n] < 0 and limits[n] <= price:
            filled = min(-lots[n], sold)
            sold -= filled
        market.account[who[n]].next = EMPTY
        close_waiting(market, record, k, who[n], filled, price, abs(lots[n]))
    book_own(market, k, before, COLUMN_AUCTION)
