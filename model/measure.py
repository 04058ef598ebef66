"""Phase `measure`: one row of the record for every second. Nothing here is read by a rule."""

from model.backstop import fund_equity
from model.book import double_mid
from model.kernels import kernel
from model.ledger import halted
from model.market import FUND_PARTY, ORIGIN_LIQUIDATION, RESCUE_PARTY, VALUE_PARTY

NEAR, WIDE = 0.01, 0.02


@kernel()
def measure_book(market, row, k):
    """Mid, mark, spreads at the end of the second and as quoted, depth near the touch, dollars liquidated of one book."""
    books = market.books
    book = books.book[k]
    mid = double_mid(books, k)
    row.double_mid = mid
    row.mark = book.mark
    row.low = min(book.low, book.last)
    row.spread = book.best_ask - book.best_bid if book.best_bid > 0 and book.best_ask < book.levels else 0
    row.quoted = book.quoted
    low, near, high = mid * 0.5 * (1.0 - WIDE), mid * 0.5 * (1.0 - NEAR), mid * 0.5 * (1.0 + WIDE)
    bid_1, bid_2, ask_2, maker_2 = 0, 0, 0, 0
    makers = market.run[0].makers
    for slot in range(book.slot_base, book.slot_base + book.slots):
        order = books.orders[slot]
        if order.price < low or order.price > high or order.price == 0:
            continue
        if order.side > 0:
            bid_2 += order.quantity
            if order.price >= near:
                bid_1 += order.quantity
        else:
            ask_2 += order.quantity
        if order.party < makers:
            maker_2 += order.quantity
    dollars = mid * 0.5 * market.asset[book.asset].tick_value * 1e-6
    row.bid_1 = bid_1 * dollars
    row.bid_2 = bid_2 * dollars
    row.ask_2 = ask_2 * dollars
    row.maker_2 = maker_2 * dollars
    row.liquidated = (book.liquidated + book.maker_liquidated) * 1e-6
    row.halted = 1 if halted(market, k) else 0


@kernel()
def worth_of(market, x, party):
    """Micro-dollars that a party's positions on an exchange are worth at mark."""
    assets = market.run[0].assets
    total = 0
    for a in range(assets):
        k = x * assets + a
        total += market.position[k, party] * market.books.book[k].mark * market.asset[a].tick_value
    return total


@kernel()
def cost_held(market, x):
    """Micro-dollars that an insurance fund gave for what it still holds."""
    assets = market.run[0].assets
    total = 0
    for k in range(x * assets, (x + 1) * assets):
        total += market.books.book[k].fund_cost
    return total


@kernel()
def measure_exchanges(market, record, place):
    """Totals of each exchange."""
    for x in range(market.run[0].exchanges):
        exchange = market.exchange[x]
        row = record.exchanges[place, x]
        row.liquidated = exchange.liquidated * 1e-6
        row.makers = exchange.maker_liquidated * 1e-6
        row.fund = fund_equity(market, x) * 1e-6
        row.confidence = exchange.confidence
        row.withdrawn = exchange.withdrawn * 1e-6
        row.bad_debt = exchange.bad_debt * 1e-6
        row.margin_paid = exchange.margin_paid
        row.fund_fees = exchange.fund_fees
        row.fund_paid = exchange.fund_paid
        row.winners_paid = exchange.winners_paid
        row.socialised = exchange.socialised
        makers = market.run[0].makers
        row.rescue_paid = exchange.rescue_paid - worth_of(market, x, makers + RESCUE_PARTY)
        row.pending = cost_held(market, x) - worth_of(market, x, makers + FUND_PARTY)


@kernel()
def measure_totals(market, record, place):
    """Totals of the market."""
    run = market.run[0]
    row = record.totals[place]
    row.liquidated, row.makers, row.bad_debt, row.withdrawn, row.value_cash = 0.0, 0.0, 0.0, 0.0, 0.0
    for x in range(run.exchanges):
        exchange = market.exchange[x]
        row.liquidated += (exchange.liquidated + exchange.maker_liquidated) * 1e-6
        row.makers += exchange.maker_liquidated * 1e-6
        row.bad_debt += exchange.bad_debt * 1e-6
        row.withdrawn += exchange.withdrawn * 1e-6
        row.value_cash += market.cash[run.makers + VALUE_PARTY, x] * 1e-6
    row.caused = 0.0
    for o in range(ORIGIN_LIQUIDATION, market.contagion.shape[0]):
        for x in range(run.exchanges):
            row.caused += market.contagion[o, x]
    row.long = run.liquidated_long * 1e-6
    row.market_value = 0.0
    for a in range(run.assets):
        asset = market.asset[a]
        row.market_value += asset.market_value * asset.index / asset.index_start
    row.stress = 0.0
    row.orders = 0.0
    for m in range(run.makers):
        firm = market.maker[m]
        row.stress += firm.weight * firm.stress
        if firm.failing == 0:
            row.orders += firm.weight * (1.0 - market.settings[0].makers_size_cut * firm.stress)


@kernel()
def measure(market, record):
    """Write this second's rows."""
    place = market.run[0].step
    for k in range(market.books.book.size):
        measure_book(market, record.books[place, k], k)
    for a in range(market.run[0].assets):
        record.assets[place, a] = market.asset[a].index
    measure_exchanges(market, record, place)
    measure_totals(market, record, place)
