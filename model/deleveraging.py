"""Auto-deleveraging and socialised loss: what happens when an insurance fund cannot bear what it took over.

When a fund has lost a given part of its peak [rule: OKX, 30 % within 8 hours], positions it took over are closed against
the best-ranked opposite accounts at the bankruptcy price. Ranks: profit × effective leverage [rule: Binance, BitMEX] or
price ratio × leverage [rule: Hyperliquid]. What a fund still owes with nothing left to close is shared out pro rata to gains.
"""

import numpy as np

from model.book import EMPTY
from model.events import Event, append
from model.kernels import kernel
from model.liquidation import trigger_ticks
from model.market import FUND_PARTY, HEDGE_PARTY
from model.triggers import drop, put

DELEVERAGED, SOCIALISED = int(Event.DELEVERAGED), int(Event.SOCIALISED)
HYPERLIQUID = 1


@kernel()
def adl_score(rule, side, entry, mark, notional, equity):
    """Rank of a winner: the higher, the sooner it is closed. Prices in ticks, amounts in micro-dollars, equity above 0."""
    leverage = notional / equity
    if rule == HYPERLIQUID:
        return (mark / entry if side > 0 else entry / mark) * leverage
    profit = side * (mark - entry) / entry
    return profit * leverage if profit > 0 else profit / leverage


@kernel()
def sift(scores, order, start, end):
    """Move a heap's item down to its place; the highest score is on top."""
    root = start
    while 2 * root + 1 < end:
        child = 2 * root + 1
        if child + 1 < end and scores[order[child]] < scores[order[child + 1]]:
            child += 1
        if scores[order[root]] >= scores[order[child]]:
            return
        order[root], order[child] = order[child], order[root]
        root = child


@kernel(allocates=True)
def ranked(market, k, side, price):
    """Scores and a heap of one side's accounts that are solvent at mark and at a price: (first account, scores, heap, size)."""
    row = 0 if side > 0 else 1
    first = market.first_account[2 * k + row]
    count = market.first_account[2 * k + row + 1] - first
    scores = np.empty(count)
    order = np.empty(count, np.int64)
    size = 0
    book = market.books.book[k]
    tick_value = market.asset[book.asset].tick_value
    rule = int(market.settings[0].adl_rank)
    for n in range(count):
        account = market.account[first + n]
        equity = account.cash + account.position * book.mark * tick_value
        closed = account.cash + account.position * price * tick_value
        scores[n] = -np.inf
        if account.position * side > 0 and equity > 0 and closed >= 0:
            notional = abs(account.position) * book.mark * tick_value
            scores[n] = adl_score(rule, side, account.entry, book.mark, notional, equity)
            order[size] = n
            size += 1
    for n in range(size // 2 - 1, -1, -1):
        sift(scores, order, n, size)
    return first, scores, order, size


@kernel()
def close_winner(market, record, k, i, lots, price):
    """Close part of a winner's position against the fund at one price; returns lots closed."""
    account = market.account[i]
    book = market.books.book[k]
    fund = market.run[0].makers + FUND_PARTY
    side = 1 if account.position > 0 else -1
    closed = min(lots, abs(account.position))
    value = closed * price * market.asset[book.asset].tick_value
    drop(market, i)
    account.position -= side * closed
    account.cash += side * value
    account.original = abs(account.position)
    market.position[k, fund] += side * closed
    market.cash[fund, book.exchange] -= side * value
    if account.position != 0:
        put(market, i, trigger_ticks(market, i))
    market.exchange[book.exchange].deleveraged += value
    place, _ = append(market, record, DELEVERAGED, book.exchange, book.asset, book.worst_event)
    event = record.log[place]
    event.side = side
    event.who = i
    event.price = price
    event.quantity = closed
    event.usd = value
    return closed


@kernel()
def close_hedgers(market, k, lots, price):
    """Unleveraged hedgers rank last: close what is left against them; returns lots closed."""
    book = market.books.book[k]
    fund = market.run[0].makers + FUND_PARTY
    hedge = market.run[0].makers + HEDGE_PARTY
    held = market.position[k, fund]
    side = -1 if held > 0 else 1
    closed = min(lots, max(side * market.position[k, hedge], 0))
    value = closed * price * market.asset[book.asset].tick_value
    market.position[k, hedge] -= side * closed
    market.cash[hedge, book.exchange] += side * value
    market.position[k, fund] += side * closed
    market.cash[fund, book.exchange] -= side * value
    market.exchange[book.exchange].deleveraged += value
    return closed


@kernel(allocates=True)
def deleverage(market, record, k):
    """Close all that a fund holds in one book against ranked winners, at the price at which it took it over."""
    book = market.books.book[k]
    fund = market.run[0].makers + FUND_PARTY
    held = market.position[k, fund]
    if held == 0:
        return
    per_lot = book.fund_cost // held
    price = max(per_lot // market.asset[book.asset].tick_value, 1)
    first, scores, order, size = ranked(market, k, -1 if held > 0 else 1, price)
    left = abs(held)
    while left > 0 and size > 0:
        best = order[0]
        size -= 1
        order[0] = order[size]
        sift(scores, order, 0, size)
        left -= close_winner(market, record, k, first + best, left, price)
    if left > 0:
        left -= close_hedgers(market, k, left, price)
    if left == 0:
        book.fund_cost = 0
    else:
        book.fund_cost = market.position[k, fund] * per_lot


@kernel()
def gain_of(market, i):
    """Unrealized gain of an account at mark, in micro-dollars; never negative."""
    account = market.account[i]
    book = market.books.book[account.book]
    return max(account.position * (book.mark - account.entry) * market.asset[book.asset].tick_value, 0)


@kernel()
def socialise(market, record, x):
    """Share a fund's debt among the exchange's winners, pro rata to gains, no more than the gains."""
    run = market.run[0]
    fund = run.makers + FUND_PARTY
    debt = -market.cash[fund, x]
    first = market.first_account[2 * x * run.assets]
    last = market.first_account[2 * (x + 1) * run.assets]
    total = 0
    for i in range(first, last):
        total += gain_of(market, i)
    if debt <= 0 or total == 0:
        return
    left = min(debt, total)
    share = left / total
    whole = left
    for i in range(first, last):
        gain = gain_of(market, i)
        part = min(left, int(gain * share) + 1, gain)
        if part > 0:
            waits = market.books.book[market.account[i].book].queue != EMPTY and market.account[i].trigger == 0
            drop(market, i)
            market.account[i].cash -= part
            if not waits:
                put(market, i, trigger_ticks(market, i))
            left -= part
    market.cash[fund, x] += whole - left
    market.exchange[x].socialised += whole - left
    place, _ = append(market, record, SOCIALISED, x, -1, run.news_event)
    record.log[place].usd = whole - left
