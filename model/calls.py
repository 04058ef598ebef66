"""Phase `call`: accounts whose mark price has crossed their liquidation price are called, with the cause.

The cause is the largest part of the mark's path over the last minute, read from the attribution of the mids that made it:
that is what makes a hop from one exchange to another a fact of the run.
"""

import numpy as np

from model.attribution import (
    COLUMN_AUCTION,
    COLUMN_COLLATERAL,
    COLUMN_MAKER,
    COLUMN_NEWS,
    COLUMN_NOISE,
    COLUMN_STOPS,
    COLUMN_USER,
    COLUMN_VALUE,
)
from model.book import EMPTY
from model.events import Channel, Event, append
from model.kernels import kernel
from model.ledger import halted
from model.market import ORIGIN_LIQUIDATION, ORIGIN_NEWS, RING
from model.triggers import LONGS, SHORTS, drop

WINDOW = 60
CHANNELS = 11
NEWS, NOISE, VALUE, USER, DIRECT = (
    int(Channel.NEWS), int(Channel.NOISE), int(Channel.VALUE), int(Channel.USER), int(Channel.DIRECT)
)  # fmt: skip
COLLATERAL, MAKER, ARBITRAGE, INDEX, AUCTION = (
    int(Channel.COLLATERAL), int(Channel.MAKER), int(Channel.ARBITRAGE), int(Channel.INDEX), int(Channel.AUCTION)
)  # fmt: skip
MARGIN_CALL = int(Event.MARGIN_CALL)


@kernel()
def own_channel(column):
    """Channel of a move that began in the account's own book."""
    if column == COLUMN_COLLATERAL:
        return COLLATERAL
    if column == COLUMN_NOISE:
        return NOISE
    if column == COLUMN_VALUE:
        return VALUE
    if column == COLUMN_USER:
        return USER
    if column == COLUMN_AUCTION:
        return AUCTION
    return DIRECT


@kernel()
def requote_channel(market, k, side):
    """A requote after its own book's mid, or stop orders: named by the largest ultimate origin of the displacement."""
    origin = market.origin[k]
    best, largest = ORIGIN_NEWS, 0.0
    for o in range(origin.size):
        if -side * origin[o] > largest:
            largest = -side * origin[o]
            best = o
    own = market.books.book[k].exchange
    if best < ORIGIN_LIQUIDATION:
        return NEWS + best, own
    source = best - ORIGIN_LIQUIDATION
    return (DIRECT if source == own else MAKER), source


@kernel()
def bucket(market, k, y, column, requote, requote_source):
    """Channel × X + source of one column of exchange y's moves, as seen from book k."""
    exchanges = market.run[0].exchanges
    own = market.books.book[k].exchange
    if column == COLUMN_NEWS:
        return NEWS * exchanges + own
    source = y
    channel = INDEX
    if column >= COLUMN_MAKER + exchanges:
        source = column - COLUMN_MAKER - exchanges
        channel = ARBITRAGE if y == own else INDEX
    elif column >= COLUMN_MAKER:
        source = column - COLUMN_MAKER
        channel = MAKER if y == own else INDEX
        if source == own and y == own:
            channel, source = requote, requote_source
    elif y == own and column == COLUMN_STOPS:
        channel, source = requote, requote_source
    elif y == own:
        channel = own_channel(column)
    if source == own and channel in (INDEX, ARBITRAGE, MAKER):
        channel = DIRECT
    return channel * exchanges + source


@kernel(allocates=True)
def find_cause(market, k, side):
    """Largest part of the mark's path against this side: (channel, source exchange, delay in seconds)."""
    run = market.run[0]
    exchanges = run.exchanges
    last_price_only = market.settings[0].mark_rule != 0
    asset = market.books.book[k].asset
    requote, requote_source = requote_channel(market, k, side)
    parts = np.zeros(CHANNELS * exchanges)
    peak = np.zeros(CHANNELS * exchanges)
    lag = np.zeros(CHANNELS * exchanges, np.int64)
    second = np.zeros(CHANNELS * exchanges)
    for back in range(min(WINDOW, run.step)):
        second[:] = 0.0
        for y in range(exchanges):
            other = y * run.assets + asset
            if last_price_only and other != k:
                continue
            row = market.moves[other, (run.step - back) % RING]
            for column in range(row.size):
                if row[column] != 0:
                    place = bucket(market, k, y, column, requote, requote_source)
                    second[place] += -side * row[column] * market.exchange[y].share
        for place in range(parts.size):
            parts[place] += second[place]
            if second[place] > peak[place]:
                peak[place] = second[place]
                lag[place] = back
    best = 0
    for place in range(parts.size):
        if parts[place] > parts[best]:
            best = place
    return best // exchanges, best % exchanges, lag[best]


@kernel()
def note_cause(market, k, row):
    """Keep cause and ultimate origins of this second's calls on one side of a book."""
    run = market.run[0]
    side = 1 if row == LONGS else -1
    note = market.called[2 * k + row]
    channel, source, delay = find_cause(market, k, side)
    note.channel = channel
    note.source = source
    note.delay = delay
    note.cause = run.news_event
    origin_book = market.books.book[source * run.assets + market.books.book[k].asset]
    if channel >= DIRECT and origin_book.worst_event != EMPTY and run.step - origin_book.worst_step <= WINDOW:
        note.cause = origin_book.worst_event
    shares = market.called_origin[2 * k + row]
    shares[:] = 0.0
    total = 0.0
    for y in range(run.exchanges):
        displaced = market.origin[y * run.assets + market.books.book[k].asset]
        for o in range(shares.size):
            part = max(-side * displaced[o] * market.exchange[y].share, 0.0)
            shares[o] += part
            total += part
    if total > 0:
        shares /= total
    else:
        shares[ORIGIN_NEWS] = 1.0


@kernel()
def enqueue(market, k, i):
    """Append an account to its book's queue of liquidations."""
    book = market.books.book[k]
    market.account[i].next = EMPTY
    if book.queue == EMPTY:
        book.queue = i
    else:
        market.account[book.queue_tail].next = i
    book.queue_tail = i


@kernel()
def call_side(market, record, k, row):
    """Call every account of one side whose liquidation price the mark has crossed."""
    book = market.books.book[k]
    triggers = market.triggers
    noted = False
    while True:
        price = book.long_top if row == LONGS else book.short_low
        if (row == LONGS and price < book.mark) or (row == SHORTS and price > book.mark):
            break
        if price <= 0 or price >= book.levels:
            break
        if not noted:
            note_cause(market, k, row)
            noted = True
        i = triggers.heads[row, book.level_base + price]
        drop(market, i)
        enqueue(market, k, i)
        if halted(market, k):
            tell_waiting(market, record, k, row, i)


@kernel()
def tell_waiting(market, record, k, row, i):
    """A call during a halt cannot be acted on: say so."""
    book = market.books.book[k]
    note = market.called[2 * k + row]
    account = market.account[i]
    place, _ = append(market, record, MARGIN_CALL, book.exchange, book.asset, note.cause)
    event = record.log[place]
    event.channel = note.channel
    event.source = note.source
    event.delay = note.delay
    event.side = 1 if row == LONGS else -1
    event.who = i
    event.price = book.mark
    event.quantity = abs(account.position)
    event.usd = abs(account.position) * book.mark * market.asset[book.asset].tick_value


@kernel()
def call(market, record):
    """Call accounts in every book."""
    for k in range(market.books.book.size):
        call_side(market, record, k, LONGS)
        call_side(market, record, k, SHORTS)
