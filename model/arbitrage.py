"""Phase `arbitrage`: where one exchange bids more than another asks, both legs trade, as far as capital reaches."""

import numpy as np

from model.attribution import book_arbitrage
from model.book import BUY, NO_PARTY, SELL, double_mid, remove
from model.kernels import kernel
from model.ledger import TAKER_FEE_MILLIONTHS, halted, money_left, trade
from model.market import ARBITRAGE_PARTY

ARBITRAGE = 3
MOST_ROUNDS = 24
"""Trades of one asset in one second."""


@kernel()
def exposure(market, x):
    """Gross value of the arbitrageurs' positions on an exchange, in micro-dollars."""
    party = market.run[0].makers + ARBITRAGE_PARTY
    assets = market.run[0].assets
    total = 0
    for a in range(assets):
        k = x * assets + a
        total += abs(market.position[k, party]) * market.books.book[k].mark * market.asset[a].tick_value
    return total


@kernel()
def best_pair(market, a):
    """Books with the highest bid and the lowest ask of an asset; −1 where there is none."""
    run = market.run[0]
    books = market.books
    high, low = -1, -1
    for x in range(run.exchanges):
        k = x * run.assets + a
        if halted(market, k):
            continue
        if books.book[k].best_bid > 0 and (high < 0 or books.book[k].best_bid > books.book[high].best_bid):
            high = k
        if books.book[k].best_ask < books.book[k].levels and (
            low < 0 or books.book[k].best_ask < books.book[low].best_ask
        ):
            low = k
    return high, low


@kernel()
def leg(market, k, side, limit, lots, other):
    """One leg: trade, settle, book the move to the other leg's exchange."""
    before = double_mid(market.books, k)
    party = market.run[0].makers + ARBITRAGE_PARTY
    filled, value = trade(market, k, side, limit, lots, NO_PARTY, -1 - party, ARBITRAGE)
    exchange = market.books.book[k].exchange
    fee = value * TAKER_FEE_MILLIONTHS // 10_000_000
    market.position[k, party] += side * filled
    market.cash[party, exchange] -= side * value + fee
    market.exchange[exchange].fees += fee
    book_arbitrage(market, k, before, other)


@kernel()
def stepped_aside(market, k, slot):
    """Arbitrageurs do not trade with an order of their own: it goes."""
    if market.books.orders[slot].party != market.run[0].makers + ARBITRAGE_PARTY:
        return False
    before = double_mid(market.books, k)
    remove(market.books, k, slot)
    book_arbitrage(market, k, before, k)
    return True


@kernel()
def trade_gap(market, a, room):
    """Close one asset's gaps level by level; `room` is the capital left on each exchange."""
    settings = market.settings[0]
    books = market.books
    party = market.run[0].makers + ARBITRAGE_PARTY
    for _ in range(MOST_ROUNDS):
        high, low = best_pair(market, a)
        if high < 0 or low < 0 or high == low:
            return
        bid, ask = books.book[high].best_bid, books.book[low].best_ask
        unwinds = market.position[high, party] > 0 and market.position[low, party] < 0
        cost = 0.0 if unwinds else settings.arbitrage_fee_bps * 1e-4
        if bid <= ask * (1.0 + cost):
            return
        bid_slot = books.levels[books.book[high].level_base + bid].head
        ask_slot = books.levels[books.book[low].level_base + ask].head
        if stepped_aside(market, high, bid_slot) or stepped_aside(market, low, ask_slot):
            continue
        lots = min(books.orders[bid_slot].quantity, books.orders[ask_slot].quantity)
        worth = ask * market.asset[a].tick_value
        if not unwinds:
            free = min(room[books.book[high].exchange], room[books.book[low].exchange])
            lots = min(lots, max(free, 0) // worth)
        else:
            lots = min(lots, min(market.position[high, party], -market.position[low, party]))
        if lots <= 0:
            return
        leg(market, low, BUY, ask, lots, high)
        leg(market, high, SELL, bid, lots, low)
        if not unwinds:
            room[books.book[high].exchange] -= lots * worth
            room[books.book[low].exchange] -= lots * worth


@kernel()
def capital_free(market, x, trust):
    """Micro-dollars that no position binds of the part `trust` of the arbitrageurs' capital on an exchange."""
    capital = market.settings[0].arbitrage_capital_usd * market.exchange[x].share * money_left(market, x) * trust
    return int(capital * 1e6) - exposure(market, x)


@kernel(allocates=True)
def arbitrage(market, record):
    """Close the gaps between exchanges, asset by asset."""
    run = market.run[0]
    room = np.zeros(run.exchanges, np.int64)
    for x in range(run.exchanges):
        room[x] = capital_free(market, x, market.exchange[x].confidence)
    for a in range(run.assets):
        trade_gap(market, a, room)
