"""Auto-deleveraging and socialised loss: what happens when an insurance fund cannot bear what it took over.

When a fund has lost a given part of its peak [rule: OKX, 30 % within 8 hours], positions it took over are closed against
the best-ranked opposite accounts at the bankruptcy price. Ranks: profit × effective leverage [rule: Binance, BitMEX] or
price ratio × leverage [rule: Hyperliquid]. What a fund still owes with nothing left to close is shared out pro rata to gains.
"""

import numpy as np

from model.book import EMPTY
from model.events import Event, append
from model.full_margin import AT_ONCE, OPEN, own_trigger, whole_equity
from model.kernels import kernel
from model.liquidation import trigger_ticks
from model.market import FUND_PARTY, HEDGE_PARTY, LEGS, USER_ORDERS
from model.triggers import drop, put

DELEVERAGED, SOCIALISED, FUND_SOLD = int(Event.DELEVERAGED), int(Event.SOCIALISED), int(Event.FUND_SOLD)
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
def legs_held(market, k, side):
    """Positions of full-margin accounts on one side of a book that are not called: account × LEGS + place."""
    desk = market.desk[market.books.book[k].exchange]
    found = np.empty(0, np.int64)
    for storing in range(2):
        count = 0
        for c in range(desk.first, desk.last):
            for j in range(market.portfolio[c].legs):
                leg = market.leg[c, j]
                if leg.book == k and leg.lots * side > 0 and market.portfolio[c].state == OPEN:
                    if storing == 1:
                        found[count] = c * LEGS + j
                    count += 1
        if storing == 0:
            found = np.empty(count, np.int64)
    return found


@kernel()
def account_at(market, first, last, n):
    """The n-th of the accounts `first` to `last` − 1, the user's own after them."""
    return first + n if n < last - first else market.account.size - USER_ORDERS + n - (last - first)


@kernel()
def side_range(market, k, side):
    """Accounts that opened on one side of a book: (the first, the one after the last). The user's own stand elsewhere."""
    row = 2 * k + (0 if side > 0 else 1)
    return market.first_account[row], market.first_account[row + 1]


@kernel()
def stake_of(market, k, side, legs, n):
    """The n-th of a side's positions, alone or in full margin: (signed lots, entry, equity that backs it at mark)."""
    book = market.books.book[k]
    if n < legs.size:
        c, j = legs[n] // LEGS, legs[n] % LEGS
        leg = market.leg[c, j]
        if market.portfolio[c].alone == 0:
            return leg.lots, leg.entry, whole_equity(market, c)
        return leg.lots, leg.entry, leg.cash + leg.lots * book.mark * market.asset[book.asset].tick_value
    first, last = side_range(market, k, side)
    account = market.account[account_at(market, first, last, n - legs.size)]
    if account.book != k:
        return 0, 0, 0
    equity = account.cash + account.position * book.mark * market.asset[book.asset].tick_value
    return account.position, account.entry, equity


@kernel(allocates=True)
def ranked(market, k, side, price, legs):
    """Scores and a heap of one side's positions that are solvent at mark and at a price: (scores, heap, size).

    Full-margin accounts' positions come first, then the side's accounts, then the user's own.
    """
    first, last = side_range(market, k, side)
    count = legs.size + last - first + USER_ORDERS
    scores = np.empty(count)
    order = np.empty(count, np.int64)
    size = 0
    book = market.books.book[k]
    tick_value = market.asset[book.asset].tick_value
    rule = int(market.settings[0].adl_rank)
    for n in range(count):
        lots, entry, equity = stake_of(market, k, side, legs, n)
        scores[n] = -np.inf
        if lots * side > 0 and equity > 0 and equity + lots * (price - book.mark) * tick_value >= 0:
            scores[n] = adl_score(rule, side, entry, book.mark, abs(lots) * book.mark * tick_value, equity)
            order[size] = n
            size += 1
    for n in range(size // 2 - 1, -1, -1):
        sift(scores, order, n, size)
    return scores, order, size


@kernel()
def close_account(market, i, closed, value):
    """Take lots and their value out of a winner's account."""
    account = market.account[i]
    side = 1 if account.position > 0 else -1
    drop(market, i)
    account.position -= side * closed
    account.cash += side * value
    account.original = abs(account.position)
    if account.position != 0:
        put(market, i, trigger_ticks(market, i))


@kernel()
def close_part(market, c, j, closed, value):
    """The same for one position of a full-margin account, which is looked at again in the next second."""
    leg = market.leg[c, j]
    side = 1 if leg.lots > 0 else -1
    leg.lots -= side * closed
    leg.cash += side * value
    leg.original = abs(leg.lots)
    if leg.lots == 0 or market.portfolio[c].alone == 0:
        market.portfolio[c].cash += leg.cash
        leg.cash = 0
        leg.trigger = 0
    else:
        leg.trigger = own_trigger(market, c, j)
    market.due[c] = AT_ONCE


@kernel()
def close_against_fund(market, record, k, side, closed, price, who):
    """The fund's part of a deleveraging, and what a winner of this side gives up by it, against the mark."""
    book = market.books.book[k]
    fund = market.run[0].makers + FUND_PARTY
    tick_value = market.asset[book.asset].tick_value
    exchange = market.exchange[book.exchange]
    market.position[k, fund] += side * closed
    market.cash[fund, book.exchange] -= side * closed * price * tick_value
    exchange.deleveraged += closed * price * tick_value
    exchange.winners_paid += side * closed * (book.mark - price) * tick_value
    place, _ = append(market, record, DELEVERAGED, book.exchange, book.asset, book.worst_event)
    event = record.log[place]
    event.side = side
    event.who = who
    event.price = price
    event.quantity = closed
    event.usd = closed * price * tick_value
    event.paid = side * closed * (book.mark - price) * tick_value


@kernel()
def close_next(market, record, k, n, left, price):
    """Close the best-ranked position, `n` as in `close_ranked`, or −1 for the unleveraged hedgers; returns lots closed."""
    tick_value = market.asset[market.books.book[k].asset].tick_value
    hedge = market.run[0].makers + HEDGE_PARTY
    accounts = market.account.size
    who = n
    if n < 0:
        held = market.position[k, hedge]
    elif n < accounts:
        held = market.account[n].position
    else:
        held = market.leg[(n - accounts) // LEGS, (n - accounts) % LEGS].lots
        who = accounts + (n - accounts) // LEGS
    side = -1 if market.position[k, market.run[0].makers + FUND_PARTY] > 0 else 1
    closed = min(left, max(side * held, 0))
    value = closed * price * tick_value
    if closed == 0:
        return 0
    if n < 0:
        market.position[k, hedge] -= side * closed
        market.cash[hedge, market.books.book[k].exchange] += side * value
    elif n < accounts:
        close_account(market, n, closed, value)
    else:
        close_part(market, (n - accounts) // LEGS, (n - accounts) % LEGS, closed, value)
    close_against_fund(market, record, k, side, closed, price, who)
    return closed


@kernel(allocates=True)
def close_ranked(market, record, k, price):
    """Close what a fund holds in one book against winners, the best-ranked first, the unleveraged hedgers last.

    A winner's number is that of its account, or, for a position in full margin, the accounts' count + account × LEGS + place.
    """
    held = market.position[k, market.run[0].makers + FUND_PARTY]
    side = -1 if held > 0 else 1
    first, last = side_range(market, k, side)
    legs = legs_held(market, k, side)
    scores, order, size = ranked(market, k, side, price, legs)
    left = abs(held)
    while left > 0:
        n = -1
        if size > 0:
            n = order[0]
            size -= 1
            order[0] = order[size]
            sift(scores, order, 0, size)
            n = market.account.size + legs[n] if n < legs.size else account_at(market, first, last, n - legs.size)
        left -= close_next(market, record, k, n, left, price)
        if n < 0:
            return


@kernel()
def deleverage(market, record, k):
    """Close all that a fund holds in one book at the price at which it took it over; rounding to ticks is the fund's."""
    book = market.books.book[k]
    fund = market.run[0].makers + FUND_PARTY
    held = market.position[k, fund]
    if held == 0:
        return
    per_lot = book.fund_cost // held
    cost, cash = book.fund_cost, market.cash[fund, book.exchange]
    close_ranked(market, record, k, max(per_lot // market.asset[book.asset].tick_value, 1))
    left = market.position[k, fund]
    if left == held:
        return
    book.fund_cost = left * per_lot
    paid = cost - book.fund_cost - (market.cash[fund, book.exchange] - cash)
    market.exchange[book.exchange].fund_paid += paid
    place, _ = append(market, record, FUND_SOLD, book.exchange, book.asset, book.worst_event)
    event = record.log[place]
    event.side = 1 if held > 0 else -1
    event.price = max(per_lot // market.asset[book.asset].tick_value, 1)
    event.quantity = abs(held - left)
    event.usd = abs(market.cash[fund, book.exchange] - cash)
    event.paid = paid


@kernel()
def gain_of(market, i):
    """Unrealized gain of an account at mark, in micro-dollars, as far as it still has it; never negative."""
    account = market.account[i]
    book = market.books.book[account.book]
    tick_value = market.asset[book.asset].tick_value
    gain = account.position * (book.mark - account.entry) * tick_value
    return max(min(gain, account.cash + account.position * book.mark * tick_value), 0)


@kernel()
def leg_gain(market, c, j):
    """Unrealized gain (or loss) of one position of a full-margin account; under the ban what it still has of a gain."""
    leg = market.leg[c, j]
    book = market.books.book[leg.book]
    tick_value = market.asset[book.asset].tick_value
    gain = leg.lots * (book.mark - leg.entry) * tick_value
    if market.portfolio[c].alone == 0:
        return gain
    return max(min(gain, leg.cash + leg.lots * book.mark * tick_value), 0)


@kernel()
def portfolio_gain(market, c):
    """The same of a full-margin account: all its positions together, as far as it still has it."""
    account = market.portfolio[c]
    gain = 0
    for j in range(account.legs):
        gain += leg_gain(market, c, j)
    return max(min(gain, whole_equity(market, c)), 0)


@kernel()
def charge_account(market, i, part):
    """Take a part of a shared loss from an account; its liquidation price moves."""
    waits = market.books.book[market.account[i].book].queue != EMPTY and market.account[i].trigger == 0
    drop(market, i)
    market.account[i].cash -= part
    if not waits:
        put(market, i, trigger_ticks(market, i))


@kernel()
def charge_portfolio(market, c, part):
    """The same from a full-margin account; under the ban from the positions that won."""
    account = market.portfolio[c]
    if account.alone == 0:
        account.cash -= part
        part = 0
    for j in range(account.legs):
        share = min(part, leg_gain(market, c, j))
        if share > 0:
            market.leg[c, j].cash -= share
            market.leg[c, j].trigger = own_trigger(market, c, j)
            part -= share
    account.cash -= part
    if account.state == OPEN:
        market.due[c] = AT_ONCE


@kernel()
def winner_gain(market, x, first, last, n):
    """Gain of the n-th of an exchange's customers: accounts `first` to `last`, the user's own, then those in full margin."""
    alone = last - first + USER_ORDERS
    if n >= alone:
        return portfolio_gain(market, market.desk[x].first + n - alone)
    i = account_at(market, first, last, n)
    return gain_of(market, i) if market.books.book[market.account[i].book].exchange == x else 0


@kernel()
def socialise(market, record, x):
    """Share a fund's debt among the exchange's winners, pro rata to gains, no more than the gains."""
    run = market.run[0]
    fund = run.makers + FUND_PARTY
    debt = -market.cash[fund, x]
    first = market.first_account[2 * x * run.assets]
    last = market.first_account[2 * (x + 1) * run.assets]
    alone = last - first + USER_ORDERS
    members = alone + market.desk[x].last - market.desk[x].first
    total = 0
    for n in range(members):
        total += winner_gain(market, x, first, last, n)
    if debt <= 0 or total == 0:
        return
    left = min(debt, total)
    share = left / total
    whole = left
    for n in range(members):
        gain = winner_gain(market, x, first, last, n)
        part = min(left, int(gain * share) + 1, gain)
        if part > 0 and n < alone:
            charge_account(market, account_at(market, first, last, n), part)
        elif part > 0:
            charge_portfolio(market, market.desk[x].first + n - alone, part)
        left -= part
    market.cash[fund, x] += whole - left
    market.exchange[x].socialised += whole - left
    place, _ = append(market, record, SOCIALISED, x, -1, run.news_event)
    record.log[place].usd = whole - left
    record.log[place].paid = whole - left
