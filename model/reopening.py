"""Re-opening after a halt: the liquidations that waited meet the book in one call auction."""

import numpy as np

from model.attribution import COLUMN_AUCTION, book_own
from model.auction import clearing_price
from model.book import BUY, EMPTY, NO_PARTY, SELL, double_mid, room_for_fills, take
from model.collateral import leg_limit, settle_leg
from model.kernels import kernel
from model.ledger import settle_resting
from model.liquidation import bankruptcy_ticks, batch_lots, settle_liquidation
from model.market import LEGS


@kernel()
def waiting_leg(market, c, k):
    """Which position of a called full-margin account waits for this book; −1 if none does."""
    for j in range(market.portfolio[c].legs):
        leg = market.leg[c, j]
        if leg.book == k and leg.lots != 0 and leg.called == 1:
            return j
    return -1


@kernel(allocates=True)
def waiting_accounts(market, k):
    """Who waits for a book, in queue order: accounts by number, then positions of full-margin accounts, numbered after them."""
    book = market.books.book[k]
    accounts = market.account.size
    who = np.empty(0, np.int64)
    for storing in range(2):
        count = 0
        i = book.queue
        while i != EMPTY:
            if storing == 1:
                who[count] = i
            count += 1
            i = market.account[i].next
        c = market.desk[book.exchange].queue
        while c != EMPTY:
            j = waiting_leg(market, c, k)
            if j >= 0:
                if storing == 1:
                    who[count] = accounts + c * LEGS + j
                count += 1
            c = market.portfolio[c].next
        if storing == 0:
            who = np.empty(count, np.int64)
    return who


@kernel(allocates=True)
def waiting_orders(market, who):
    """Prices at which those who wait are worth nothing, and the signed lots that they must trade."""
    limits = np.empty(who.size, np.int64)
    lots = np.empty(who.size, np.int64)
    accounts = market.account.size
    for n in range(who.size):
        if who[n] < accounts:
            held, original = market.account[who[n]].position, market.account[who[n]].original
            limits[n] = bankruptcy_ticks(market, who[n])
        else:
            c, j = (who[n] - accounts) // LEGS, (who[n] - accounts) % LEGS
            held, original = market.leg[c, j].lots, market.leg[c, j].original
            limits[n] = leg_limit(market, c, j)
        lots[n] = batch_lots(market, abs(held), original) * (-1 if held > 0 else 1)
    return limits, lots


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
    """Settle one part of the auction as after any liquidation order; a full-margin account keeps its place in its own queue."""
    value = filled * price * market.asset[market.books.book[k].asset].tick_value
    other = i - market.account.size
    if other < 0:
        market.account[i].next = EMPTY
        settle_liquidation(market, record, i, wanted, filled, value)
    else:
        settle_leg(market, record, other // LEGS, other % LEGS, wanted, filled, value)


@kernel(allocates=True)
def reopen(market, record, k):
    """Run the auction of one book: waiting buyers and sellers first among themselves, then with the book.

    Limits are those of the moment before; an account that waits with several positions takes part with one in each book.
    """
    who = waiting_accounts(market, k)
    market.books.book[k].queue = EMPTY
    if who.size == 0:
        return
    limits, lots = waiting_orders(market, who)
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
        close_waiting(market, record, k, who[n], filled, price, abs(lots[n]))
    book_own(market, k, before, COLUMN_AUCTION)
