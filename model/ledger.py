"""Money and contracts change hands: every transfer is a whole number taken from one and given to another."""

from model.attribution import book_own
from model.book import double_mid, room_for_fills, take
from model.kernels import kernel

TAKER_FEE_MILLIONTHS = 500
"""Takers pay 5 basis points; the large makers of this market trade under programmes without a fee."""


@kernel()
def halted(market, k):
    """Whether trading in a book is paused in this second; the re-opening auction ends the last second of the pause."""
    return market.run[0].step <= market.books.book[k].halted_until


@kernel()
def settle_resting(market, k, first):
    """Give the resting side of this second's fills from number `first` on its contracts and money."""
    books = market.books
    book = books.book[k]
    tick_value = market.asset[book.asset].tick_value
    for number in range(first, books.fill_count[0]):
        fill = books.fills[number]
        market.position[k, fill.party] -= fill.side * fill.quantity
        market.cash[fill.party, book.exchange] += fill.side * fill.quantity * fill.price * tick_value


@kernel()
def trade(market, k, side, limit, quantity, party, taker, kind):
    """Send one immediate-or-cancel order and settle its resting side: (lots filled, micro-dollars paid or received)."""
    room_for_fills(market.books, k)
    first = market.books.fill_count[0]
    filled, cost = take(market.books, k, side, limit, quantity, party, taker, kind)
    settle_resting(market, k, first)
    book = market.books.book[k]
    book.low = min(book.low, book.last)
    return filled, cost * market.asset[market.books.book[k].asset].tick_value


@kernel()
def pay_party(market, k, party, side, filled, value):
    """Give a party that took liquidity its contracts and take its money, fee included."""
    exchange = market.books.book[k].exchange
    fee = value * TAKER_FEE_MILLIONTHS // 1_000_000
    market.position[k, party] += side * filled
    market.cash[party, exchange] -= side * value + fee
    market.exchange[exchange].fees += fee


@kernel()
def trade_as_party(market, k, side, limit, quantity, party, kind):
    """Trade for one of the parties, with its fee, and book the move of the mid; returns the lots filled."""
    before = double_mid(market.books, k)
    filled, value = trade(market, k, side, limit, quantity, party, -1 - party, kind)
    pay_party(market, k, party, side, filled, value)
    book_own(market, k, before, kind)
    return filled


@kernel()
def money_left(market, x):
    """Part of customers' money that has not been withdrawn from an exchange."""
    exchange = market.exchange[x]
    whole = exchange.customer_money + exchange.withdrawn
    return exchange.customer_money / whole if whole > 0 else 1.0


@kernel()
def equity_of(market, party):
    """A party's money and positions at mark prices, in micro-dollars: (equity, gross value of positions)."""
    equity = 0
    for x in range(market.cash.shape[1]):
        equity += market.cash[party, x]
    gross = 0
    for k in range(market.books.book.size):
        lots = market.position[k, party]
        if lots != 0:
            book = market.books.book[k]
            worth = lots * book.mark * market.asset[book.asset].tick_value
            equity += worth
            gross += abs(worth)
    return equity, gross
