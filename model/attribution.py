"""Whose move was it: every change of a mid price is booked to a direct kind and source, and to its ultimate origin.

Columns of `moves`: liquidation, collateral, noise, value, user, news, auction, stops, then maker requotes by the exchange they
follow, then arbitrage by the exchange of the other leg.
"""

from model.book import double_mid
from model.kernels import kernel
from model.market import ORIGIN_LIQUIDATION, ORIGIN_NEWS, ORIGIN_NOISE, ORIGIN_USER, ORIGIN_VALUE, RING

(
    COLUMN_LIQUIDATION,
    COLUMN_COLLATERAL,
    COLUMN_NOISE,
    COLUMN_VALUE,
    COLUMN_USER,
    COLUMN_NEWS,
    COLUMN_AUCTION,
    COLUMN_STOPS,
) = range(8)
COLUMN_MAKER = 8
"""First of X columns for requotes; arbitrage has the X columns after."""


def column_names(exchanges: tuple[str, ...]) -> tuple[str, ...]:
    """Name of each column of `moves`."""
    own = ("liquidation", "collateral", "noise", "value", "user", "news", "auction", "stops")
    return own + tuple(f"maker:{name}" for name in exchanges) + tuple(f"arbitrage:{name}" for name in exchanges)


@kernel()
def origin_of(column, exchange):
    """Ultimate origin of an order that moves its own book; in an auction, waiting liquidations are what moves it."""
    if column in (COLUMN_LIQUIDATION, COLUMN_COLLATERAL, COLUMN_AUCTION):
        return ORIGIN_LIQUIDATION + exchange
    if column == COLUMN_NEWS:
        return ORIGIN_NEWS
    if column == COLUMN_VALUE:
        return ORIGIN_VALUE
    if column == COLUMN_USER:
        return ORIGIN_USER
    return ORIGIN_NOISE


@kernel()
def begin_second(market):
    """Clear what belongs to one second: the ring's row, and each book's lowest traded price."""
    for k in range(market.books.book.size):
        market.books.book[k].low = market.books.book[k].last
    market.moves[:, market.run[0].step % RING, :] = 0


@kernel()
def book_own(market, k, before, column):
    """Book a mid's change since `before` to an order on this exchange."""
    change = double_mid(market.books, k) - before
    if change != 0:
        market.moves[k, market.run[0].step % RING, column] += change
        market.origin[k, origin_of(column, market.books.book[k].exchange)] += change
    return change


@kernel(allocates=True)
def pass_on(market, k, change, source):
    """Spread a transmitted change over the origins of the book it came from, as far as they point the same way."""
    origin = market.origin
    total = 0.0
    for o in range(origin.shape[1]):
        if origin[source, o] * change > 0:
            total += origin[source, o]
    if total == 0:
        origin[k, ORIGIN_NOISE] += change
        return
    shares = origin[source].copy()
    for o in range(origin.shape[1]):
        if shares[o] * change > 0:
            origin[k, o] += change * (shares[o] / total)


@kernel()
def book_stops(market, k, before):
    """Book a mid's change to stop orders; its origins are those of the fall that set them off."""
    change = double_mid(market.books, k) - before
    if change != 0:
        market.moves[k, market.run[0].step % RING, COLUMN_STOPS] += change
        pass_on(market, k, change, k)


@kernel()
def book_arbitrage(market, k, before, source):
    """Book a mid's change to arbitrage with another exchange's book."""
    change = double_mid(market.books, k) - before
    if change != 0:
        run = market.run[0]
        column = COLUMN_MAKER + run.exchanges + market.books.book[source].exchange
        market.moves[k, run.step % RING, column] += change
        pass_on(market, k, change, source)


@kernel()
def book_requote(market, k, before, pulls):
    """Book a mid's change to makers' requotes, split by what pulled them: each exchange's mid, and last the news.

    `pulls` holds X + 1 signed ticks. Shares are whole half-ticks; what rounding leaves is the book's own.
    """
    change = double_mid(market.books, k) - before
    if change == 0:
        return
    run = market.run[0]
    ring = run.step % RING
    own = market.books.book[k].exchange
    total = 0.0
    for pull in pulls:
        if pull * change > 0:
            total += pull
    left = change
    if total != 0:
        for y in range(run.exchanges + 1):
            if y != own and pulls[y] * change > 0:
                part = int(change * (pulls[y] / total))
                if part != 0:
                    left -= part
                    if y == run.exchanges:
                        market.moves[k, ring, COLUMN_NEWS] += part
                        market.origin[k, ORIGIN_NEWS] += part
                    else:
                        market.moves[k, ring, COLUMN_MAKER + y] += part
                        pass_on(market, k, part, y * run.assets + market.books.book[k].asset)
    if left != 0:
        market.moves[k, ring, COLUMN_MAKER + own] += left
        pass_on(market, k, left, k)
