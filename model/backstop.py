"""Phase `backstop`: insurance funds sell what they took over, slowly, and bear makers' unpaid debts."""

from model.attribution import COLUMN_LIQUIDATION, book_own
from model.book import double_mid
from model.deleveraging import deleverage, socialise
from model.events import Event, append
from model.kernels import kernel
from model.ledger import equity_of, halted, trade
from model.market import FUND_PARTY
from model.rescue import buy_out, rescue

BAD_DEBT, FUND_SOLD, MAKER_DEBT = int(Event.BAD_DEBT), int(Event.FUND_SOLD), int(Event.MAKER_DEBT)
FUND_SLICE = 0.01
"""Sold by a fund in a second, in parts of the book's normal depth."""
FUND_REACH = 0.02


@kernel()
def sell_taken_over(market, record, k):
    """Sell one slice of the fund's position in one book; what it fetches less than it cost, the fund has paid."""
    fund = market.run[0].makers + FUND_PARTY
    held = market.position[k, fund]
    if held == 0 or halted(market, k):
        return
    book = market.books.book[k]
    lots = min(abs(held), max(1, int(FUND_SLICE * book.normal_lots)))
    side = -1 if held > 0 else 1
    before = double_mid(market.books, k)
    limit = min(max(int(before * 0.5 * (1.0 + side * FUND_REACH)), 1), book.levels - 1)
    taken, paid = buy_out(market, k, side, limit, lots)
    filled, value = trade(market, k, side, limit, lots - taken, fund, -1 - fund, COLUMN_LIQUIDATION)
    filled += taken
    value += paid
    if filled == 0:
        return
    cost = book.fund_cost if filled == abs(held) else int(book.fund_cost * (filled / abs(held)))
    book.fund_cost -= cost
    market.position[k, fund] += side * filled
    market.cash[fund, book.exchange] -= side * value
    book_own(market, k, before, COLUMN_LIQUIDATION)
    market.exchange[book.exchange].fund_paid += cost + side * value
    place, _ = append(market, record, FUND_SOLD, book.exchange, book.asset, book.worst_event)
    event = record.log[place]
    event.side = -side
    event.price = book.last
    event.quantity = filled
    event.usd = value
    event.paid = cost + side * value


@kernel()
def bear_maker_debt(market, record, m):
    """A maker that has sold everything and still owes: the funds pay, by the exchanges' shares."""
    debt, _ = equity_of(market, m)
    if debt >= 0:
        return
    fund = market.run[0].makers + FUND_PARTY
    exchanges = market.run[0].exchanges
    left = -debt
    for x in range(exchanges):
        part = left if x == exchanges - 1 else int(-debt * market.exchange[x].share)
        left -= part
        market.cash[fund, x] -= part
        market.cash[m, x] += part
        market.exchange[x].fund_paid += part
        place, _ = append(market, record, MAKER_DEBT, x, -1, market.maker[m].event)
        event = record.log[place]
        event.who = m
        event.usd = part
        event.paid = part


@kernel()
def fund_equity(market, x):
    """An insurance fund's money and positions at mark prices, in micro-dollars."""
    fund = market.run[0].makers + FUND_PARTY
    assets = market.run[0].assets
    total = market.cash[fund, x]
    for a in range(assets):
        k = x * assets + a
        total += market.position[k, fund] * market.books.book[k].mark * market.asset[a].tick_value
    return total


@kernel()
def fund_is_low(market, x):
    """Whether a fund has lost so much of its peak that auto-deleveraging begins."""
    exchange = market.exchange[x]
    equity = fund_equity(market, x)
    exchange.fund_peak = max(exchange.fund_peak, equity)
    return equity < exchange.fund_peak * (1.0 - market.settings[0].adl_drawdown)


@kernel()
def note_bad_debt(market, record, x):
    """What a fund cannot bear is bad debt; the first of it is told."""
    exchange = market.exchange[x]
    missing = max(-fund_equity(market, x), 0)
    if missing > exchange.bad_debt:
        if exchange.bad_debt == 0:
            place, _ = append(market, record, BAD_DEBT, x, -1, market.run[0].news_event)
            record.log[place].usd = missing
        exchange.bad_debt = missing


@kernel()
def relieve_fund(market, record, x):
    """Auto-deleveraging while the fund is low; socialised loss once it owes and holds nothing more."""
    settings = market.settings[0]
    assets = market.run[0].assets
    fund = market.run[0].makers + FUND_PARTY
    low = fund_is_low(market, x)
    holds = False
    for k in range(x * assets, (x + 1) * assets):
        if settings.adl_on != 0.0 and low and not halted(market, k):
            deleverage(market, record, k)
        holds = holds or market.position[k, fund] != 0
    note_bad_debt(market, record, x)
    if settings.adl_on != 0.0 and not holds and market.cash[fund, x] < 0:
        socialise(market, record, x)


@kernel()
def backstop(market, record):
    """Activate the rescue fund; sell what was taken over; pay makers' debts; then deleverage or share losses out."""
    rescue(market, record)
    for k in range(market.books.book.size):
        sell_taken_over(market, record, k)
    for m in range(market.run[0].makers):
        if market.maker[m].failing == 2:
            bear_maker_debt(market, record, m)
    for x in range(market.run[0].exchanges):
        relieve_fund(market, record, x)
