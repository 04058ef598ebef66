"""Liquidity insurance: projects pay premiums into a pool, which keeps a least depth of bids in their books until it is empty.

Only altcoins are insured. A pool belongs to one exchange and stands for all of its insured books. It tops up what others
bid within 2 % of the mark and keeps what it buys: a guarantee that is called upon often enough is spent.
"""

from model.book import BUY, lots_between, post, remove
from model.events import Event, append
from model.kernels import kernel
from model.market import POOL_PARTY
from model.units import STEPS_PER_DAY

POOL_EMPTY = int(Event.POOL_EMPTY)
INSURED_ORDERS = 4
"""Bids of the pool in a book; genesis keeps their slots, the last before the pool of free slots."""
WIDE = 0.02
FIRST_INSURED = 2
"""BTC and ETH need no insurance."""


@kernel()
def guaranteed_lots(market, k):
    """Lots of bids within 2 % that a book is guaranteed."""
    if market.books.book[k].asset < FIRST_INSURED:
        return 0
    return int(market.settings[0].insurance_depth * market.books.book[k].normal_lots)


@kernel()
def collect_premiums(market, x):
    """Premiums of one second, the first time those of all the days before; returns what the pool has, in micro-dollars."""
    exchange = market.exchange[x]
    party = market.run[0].makers + POOL_PARTY
    settings = market.settings[0]
    if settings.insurance_on == 0.0:
        return market.cash[party, x]
    assets = market.run[0].assets
    worth = 0
    for a in range(assets):
        worth += guaranteed_lots(market, x * assets + a) * market.asset[a].price * market.asset[a].tick_value
    days = settings.insurance_days if exchange.premiums == 0 else 1.0 / STEPS_PER_DAY
    premium = int(worth * settings.insurance_premium * days)
    exchange.premiums += premium
    market.cash[party, x] += premium
    return market.cash[party, x]


@kernel()
def committed(market, k):
    """Micro-dollars that the pool's bids in a book would cost."""
    book = market.books.book[k]
    total = 0
    for slot in range(book.slot_base + book.pool - INSURED_ORDERS, book.slot_base + book.pool):
        order = market.books.orders[slot]
        if order.price > 0:
            total += order.quantity * order.price * market.asset[book.asset].tick_value
    return total


@kernel()
def renew_insured(market, record, k, budget):
    """Replace the pool's bids by what the guarantee lacks now, as far as the budget reaches; returns what is left of it."""
    if market.exchange[market.books.book[k].exchange].premiums == 0:
        return budget
    books = market.books
    book = books.book[k]
    first = book.slot_base + book.pool - INSURED_ORDERS
    for slot in range(first, first + INSURED_ORDERS):
        if books.orders[slot].price > 0:
            remove(books, k, slot)
    if market.settings[0].insurance_on == 0.0:
        return budget
    present = lots_between(books, k, BUY, int(book.mark * (1.0 - WIDE)), book.levels)
    missing = guaranteed_lots(market, k) - present
    if missing <= 0:
        return budget
    worth = book.mark * market.asset[book.asset].tick_value
    lots = min(missing, max(budget, 0) // worth)
    if lots < missing and market.exchange[book.exchange].pool_empty == 0:
        market.exchange[book.exchange].pool_empty = market.run[0].step
        place, _ = append(market, record, POOL_EMPTY, book.exchange, book.asset, book.worst_event)
        record.log[place].usd = market.exchange[book.exchange].premiums
    for n in range(INSURED_ORDERS):
        price = int(book.mark * (1.0 - WIDE * (n + 0.5) / INSURED_ORDERS))
        post(books, k, first + n, BUY, price, lots // INSURED_ORDERS, market.run[0].makers + POOL_PARTY)
    return budget - committed(market, k)
