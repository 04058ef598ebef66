"""Phase `liquidate`: called accounts are sold at their bankruptcy price or better, at once or in batches.

Waterfall: an active rescue fund at mark → immediate-or-cancel order down to the bankruptcy price → what is left goes to
the insurance fund at that price (phase `backstop` goes on from there). A failing market maker is sold in slices, its
quotes having been cancelled first.
"""

from model.attribution import COLUMN_LIQUIDATION, book_own
from model.book import EMPTY, double_mid
from model.events import Event, append
from model.kernels import kernel
from model.ledger import TAKER_FEE_MILLIONTHS, halted, trade
from model.margin_rules import liquidation_price
from model.market import FUND_PARTY
from model.rescue import buy_out, report
from model.triggers import LONGS, SHORTS, put

LIQUIDATION, BATCH, TAKEOVER = int(Event.LIQUIDATION), int(Event.LIQUIDATION_BATCH), int(Event.TAKEOVER)
MAKER_LIQUIDATION, MAKER_OUT = int(Event.MAKER_LIQUIDATION), int(Event.MAKER_OUT)
MEMORY = 60
MAKER_REACH = 0.03
"""A maker's slice is sold down to this far from the mid."""
ACCOUNT_TAKER = 1_000_000
TAKER_RATE = TAKER_FEE_MILLIONTHS / 1e6


@kernel()
def bankruptcy_ticks(market, i):
    """Price at which an account's equity is nil, rounded in the account's favour; within the book's range."""
    account = market.account[i]
    book = market.books.book[account.book]
    per_tick = account.position * market.asset[book.asset].tick_value
    price = -account.cash // per_tick
    if per_tick > 0 and price * per_tick + account.cash < 0:
        price += 1
    return min(max(price, 1), book.levels - 1)


@kernel()
def margin_left(market, i):
    """Micro-dollars of its own that an account still has, its position counted at entry."""
    account = market.account[i]
    asset = market.asset[market.books.book[account.book].asset]
    return account.cash + account.position * account.entry * asset.tick_value


@kernel()
def trigger_ticks(market, i):
    """Liquidation price of an account by its exchange's rule, in ticks; 0 if no price reaches it."""
    account = market.account[i]
    book = market.books.book[account.book]
    asset = market.asset[book.asset]
    side = 1 if account.position > 0 else -1
    quantity = abs(account.position) * asset.lot
    entry = account.entry * asset.tick_usd
    margin = margin_left(market, i) * 1e-6
    rule = market.exchange[book.exchange].rule
    price = (
        liquidation_price(rule, side, quantity, entry, margin, TAKER_RATE, market.tiers[asset.tier]) / asset.tick_usd
    )
    if price <= 0.0 or price >= book.levels:
        return 0
    return int(price) if side > 0 else int(price) + 1


@kernel()
def count_liquidated(market, k, row, value):
    """Add micro-dollars of a trader's liquidation to the totals, and their origins to the contagion matrix."""
    book = market.books.book[k]
    exchange = market.exchange[book.exchange]
    exchange.liquidated += value
    book.liquidated += value
    if exchange.first_liquidation < 0:
        exchange.first_liquidation = market.run[0].step
    if row == LONGS:
        market.run[0].liquidated_long += value
    else:
        market.run[0].liquidated_short += value
    shares = market.called_origin[2 * k + row]
    for o in range(shares.size):
        market.contagion[o, book.exchange] += shares[o] * value * 1e-6


@kernel()
def tell(market, record, k, row, kind, i, lots, value):
    """Write a liquidation into the log with its cause; remember the largest of the last minute. Returns its place in the log."""
    run = market.run[0]
    book = market.books.book[k]
    note = market.called[2 * k + row]
    place, number = append(market, record, kind, book.exchange, book.asset, note.cause)
    event = record.log[place]
    event.channel = note.channel
    event.source = note.source
    event.delay = note.delay
    event.side = 1 if row == LONGS else -1
    event.who = i
    event.price = book.last
    event.quantity = lots
    event.usd = value
    report(market, k, value)
    if value > book.worst_usd or run.step - book.worst_step > MEMORY:
        book.worst_event = number
        book.worst_step = run.step
        book.worst_usd = value
    return place


@kernel()
def note_paid(market, record, place, lost, fee):
    """Enter what a liquidation cost the trader into the ledger: `lost` in all, the fee to the insurance fund in it."""
    event = record.log[place]
    event.paid = lost - fee
    event.fee = fee
    exchange = market.exchange[event.exchange]
    exchange.margin_paid += lost - fee
    exchange.fund_fees += fee


@kernel()
def take_over(market, record, k, row, i):
    """The insurance fund takes what is left of an account, at its bankruptcy price: position and debt together."""
    account = market.account[i]
    book = market.books.book[k]
    fund = market.run[0].makers + FUND_PARTY
    value = abs(account.position) * book.mark * market.asset[book.asset].tick_value
    place, _ = append(market, record, TAKEOVER, book.exchange, book.asset, market.called[2 * k + row].cause)
    event = record.log[place]
    event.side = 1 if row == LONGS else -1
    event.who = i
    event.price = bankruptcy_ticks(market, i)
    event.quantity = abs(account.position)
    event.usd = value
    book.fund_cost -= account.cash
    market.position[k, fund] += account.position
    market.cash[fund, book.exchange] += account.cash
    account.position = 0
    account.cash = 0
    return value


@kernel()
def pay_fee(market, i, exchange, value):
    """Liquidation fee to the insurance fund, out of the account's remaining margin and no further; returns it."""
    account = market.account[i]
    fee = int(value * market.settings[0].fund_fee_bps * 1e-4)
    fee = min(fee, max(account.cash, 0))
    account.cash -= fee
    market.cash[market.run[0].makers + FUND_PARTY, exchange] += fee
    return fee


@kernel()
def batch_lots(market, held, original):
    """Lots to close now: all, or a batch of the original position under gradual liquidation."""
    settings = market.settings[0]
    if settings.gradual_on == 0.0:
        return held
    return min(held, max(1, int(settings.gradual_batch * original + 0.5)))


@kernel()
def rearm(market, i):
    """File a partly closed account again: one distance further, or where its exchange's rule calls it, whichever is later."""
    account = market.account[i]
    book = market.books.book[account.book]
    side = 1 if account.position > 0 else -1
    price = trigger_ticks(market, i)
    further = int(book.mark * (1.0 - side * market.settings[0].gradual_distance))
    if price != 0:
        price = min(price, further) if side > 0 else max(price, further)
    put(market, i, price)


@kernel()
def settle_liquidation(market, record, i, wanted, filled, value):
    """Book what an order for `wanted` lots of a called account came to; the rest goes to the fund, or waits for a batch."""
    account = market.account[i]
    k = account.book
    exchange = market.books.book[k].exchange
    row = LONGS if account.position > 0 else SHORTS
    side = -1 if row == LONGS else 1
    whole = wanted == abs(account.position)
    margin = margin_left(market, i)
    account.position += side * filled
    account.cash -= side * value
    account.batches += 1
    fee = 0
    if whole and account.position == 0:
        fee = pay_fee(market, i, exchange, value)
    elif whole:
        value += take_over(market, record, k, row, i)
    count_liquidated(market, k, row, value)
    place = tell(market, record, k, row, LIQUIDATION if whole else BATCH, i, wanted, value)
    note_paid(market, record, place, margin - margin_left(market, i), fee)
    if account.position != 0:
        rearm(market, i)


@kernel()
def liquidate_account(market, record, k, i):
    """One called account: sell (or buy back) down to its bankruptcy price."""
    account = market.account[i]
    side = -1 if account.position > 0 else 1
    lots = batch_lots(market, abs(account.position), account.original)
    before = double_mid(market.books, k)
    limit = bankruptcy_ticks(market, i)
    taken, paid = buy_out(market, k, side, limit, lots)
    filled, value = trade(market, k, side, limit, lots - taken, EMPTY, ACCOUNT_TAKER + i, COLUMN_LIQUIDATION)
    filled += taken
    value += paid
    book_own(market, k, before, COLUMN_LIQUIDATION)
    settle_liquidation(market, record, i, lots, filled, value)


@kernel()
def clear_called(market, record, k):
    """Liquidate a book's queue, in the order of the calls."""
    book = market.books.book[k]
    while book.queue != EMPTY:
        i = book.queue
        book.queue = market.account[i].next
        market.account[i].next = EMPTY
        liquidate_account(market, record, k, i)


@kernel()
def sell_maker(market, record, k, m):
    """Sell one slice of a failing maker's inventory in one book; returns micro-dollars traded."""
    books = market.books
    book = books.book[k]
    held = market.position[k, m]
    lots = min(abs(held), max(1, int(market.settings[0].makers_slice * book.normal_lots)))
    side = -1 if held > 0 else 1
    before = double_mid(books, k)
    limit = min(max(int(before * 0.5 * (1.0 + side * MAKER_REACH)), 1), book.levels - 1)
    taken, paid = buy_out(market, k, side, limit, lots)
    filled, value = trade(market, k, side, limit, lots - taken, m, -1 - m, COLUMN_LIQUIDATION)
    filled += taken
    value += paid
    if filled == 0:
        return 0
    market.position[k, m] += side * filled
    market.cash[m, book.exchange] -= side * value
    book_own(market, k, before, COLUMN_LIQUIDATION)
    book.maker_liquidated += value
    report(market, k, value)
    market.exchange[book.exchange].maker_liquidated += value
    return value


@kernel()
def liquidate_maker(market, record, m):
    """One second of a failing maker's liquidation over all books; at the end its debt, if any, falls to the funds."""
    firm = market.maker[m]
    total = 0
    open_positions = False
    for k in range(market.books.book.size):
        if market.position[k, m] != 0:
            if not halted(market, k):
                total += sell_maker(market, record, k, m)
            open_positions = open_positions or market.position[k, m] != 0
    if total > 0:
        place, _ = append(market, record, MAKER_LIQUIDATION, -1, -1, firm.event)
        record.log[place].who = m
        record.log[place].usd = total
    if not open_positions:
        firm.failing = 2
        place, _ = append(market, record, MAKER_OUT, -1, -1, firm.event)
        record.log[place].who = m


@kernel()
def liquidate(market, record):
    """Called accounts of every book that trades, then failing makers."""
    for k in range(market.books.book.size):
        if not halted(market, k):
            clear_called(market, record, k)
    for m in range(market.run[0].makers):
        if market.maker[m].failing == 1:
            liquidate_maker(market, record, m)
