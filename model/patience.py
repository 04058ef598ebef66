"""Phase `refill`: patient traders step into a gap that takers have left between bids and asks.

A wide spread attracts limit orders inside of it (Biais, Hillion and Spatt, 1995). Here arbitrageurs post them, on both
sides of the mid and so without an opinion on the price, in small sizes and as far as their capital reaches. They ask for
the calm market's spread per unit of risk in one trade: trades come more often in a wild market, so that risk, and with it
the width they ask for, grows with the square root of volatility. Few watch small altcoins, and fewer stay where
confidence is gone: a gap there may stand for many seconds. What they have bought or sold they work off where the gap is
closed, at the best price of the others; until then it ties up their capital.
"""

from math import sqrt

from model.arbitrage import capital_free
from model.attribution import book_arbitrage
from model.book import BUY, SELL, double_mid, post, remove
from model.chance import Stream, uniform
from model.depth_insurance import INSURED_ORDERS
from model.kernels import kernel
from model.ledger import halted
from model.market import ARBITRAGE_PARTY
from model.numeric import exp

PATIENCE = int(Stream.PATIENCE)
PATIENT_ORDERS = 2
"""A bid and an ask in a book; genesis keeps their slots, before those of the liquidity insurance."""
TOO_WIDE = 1.25
"""A spread wider than this many times the width they ask for is worth their while."""
MOST_AT_ONCE = 0.02
"""Part of the free capital of an exchange that one order may bind."""
WATCHERS = 50.0
"""Patient traders who watch a large asset, on average; below altcoins stand fewer, as `value.alt_support` says."""


@kernel()
def patient_slot(market, k):
    """First of the slots of a book's patient orders: the bid's, the ask's after it."""
    book = market.books.book[k]
    return book.slot_base + book.pool - INSURED_ORDERS - PATIENT_ORDERS


@kernel()
def leave(market, k):
    """Patient orders of the second before go; returns whether any stood."""
    stood = False
    first = patient_slot(market, k)
    for slot in range(first, first + PATIENT_ORDERS):
        if market.books.orders[slot].price > 0:
            remove(market.books, k, slot)
            stood = True
    return stood


@kernel()
def width_asked(market, k):
    """Spread in ticks for which patience is worth its risk."""
    book = market.books.book[k]
    asset = market.asset[book.asset]
    wild = sqrt(book.variance) / max(asset.volatility * asset.index, 1e-9)
    calm = market.settings[0].arbitrage_width * book.normal_spread * asset.index / asset.index_start
    return calm * sqrt(max(wild, 1.0))


@kernel()
def gap_of(market, k):
    """Ticks between best bid and best ask; the whole book where a side is empty."""
    book = market.books.book[k]
    return book.best_ask - book.best_bid if book.best_bid > 0 else book.levels


@kernel()
def someone_watches(market, k):
    """Whether anyone patient is there in this second: their number is Poisson's, fewer where confidence is gone."""
    run = market.run[0]
    book = market.books.book[k]
    present = WATCHERS * market.asset[book.asset].support * market.exchange[book.exchange].confidence
    return uniform(run.seed, PATIENCE, run.step, k) >= exp(-present)


@kernel()
def usual_lots(market, k):
    """Size of a patient order."""
    return int(market.settings[0].arbitrage_patience * market.books.book[k].normal_lots + 0.5)


@kernel()
def step_in(market, k, width, free):
    """Post a bid and an ask around the mid, of the same size; what lessens a position needs no capital."""
    book = market.books.book[k]
    middle = double_mid(market.books, k) * 0.5
    worth = max(int(middle * market.asset[book.asset].tick_value), 1)
    party = market.run[0].makers + ARBITRAGE_PARTY
    usual = usual_lots(market, k)
    paid = min(usual, int(MOST_AT_ONCE * max(free, 0)) // worth)
    held = market.position[k, party]
    first = patient_slot(market, k)
    post(market.books, k, first, BUY, int(middle - 0.5 * width), max(paid, min(usual, -held)), party)
    post(market.books, k, first + 1, SELL, int(middle + 0.5 * width) + 1, max(paid, min(usual, held)), party)


@kernel()
def work_off(market, k):
    """Offer a part of what is held, or bid for a part of what is owed, at the best price of the others."""
    books = market.books
    book = books.book[k]
    party = market.run[0].makers + ARBITRAGE_PARTY
    held = market.position[k, party]
    lots = min(abs(held), usual_lots(market, k))
    if held > 0 and book.best_ask < book.levels:
        post(books, k, patient_slot(market, k) + 1, SELL, book.best_ask, lots, party)
    elif held < 0 and book.best_bid > 0:
        post(books, k, patient_slot(market, k), BUY, book.best_bid, lots, party)


@kernel()
def refill(market, record):
    """Fill the gaps of every book that trades and has someone who watches it."""
    run = market.run[0]
    for x in range(run.exchanges):
        free = capital_free(market, x, 1.0)
        for a in range(run.assets):
            k = x * run.assets + a
            if halted(market, k):
                continue
            before = double_mid(market.books, k)
            moved = leave(market, k)
            width = width_asked(market, k)
            if gap_of(market, k) > TOO_WIDE * width and someone_watches(market, k):
                step_in(market, k, width, free)
                moved = True
            else:
                work_off(market, k)
            if moved:
                book_arbitrage(market, k, before, k)
