"""Phase `liquidate` for full-margin accounts: everything is sold as one, then BTC until the debt is paid.

Waterfall: immediate-or-cancel orders for every position down to the price at which the whole account is worth nothing →
what no one buys goes to the insurance fund at that price → BTC is sold into the BTC book until nothing is owed → what is
owed beyond all BTC is the fund's. What is left of the BTC stays with the account. That sale is how a fall of an altcoin
becomes a fall of BTC. Under the ban only the called positions are sold, each down to its own bankruptcy price, and no BTC.

Under gradual liquidation every called position is closed by a batch, and BTC pays what those batches have lost; the next
batches wait until a price has gone one distance further, unless the account recovers before. Positions in halted books
wait for the re-opening auction; BTC that pays a debt is sold once its book trades.
"""

from model.attribution import COLUMN_COLLATERAL, COLUMN_LIQUIDATION, book_own
from model.book import EMPTY, double_mid
from model.events import Event, append
from model.full_margin import AT_ONCE, OPEN, line_up, open_legs, own_trigger, whole_equity
from model.kernels import kernel
from model.ledger import halted, trade
from model.liquidation import ACCOUNT_TAKER, BATCH, LIQUIDATION, TAKEOVER, batch_lots, count_liquidated, note_paid, tell
from model.liquidation import liquidate as liquidate_positions
from model.market import FUND_PARTY
from model.rescue import buy_out
from model.triggers import LONGS, SHORTS

COLLATERAL_SOLD = int(Event.COLLATERAL_SOLD)
ROUNDS = 32
"""Orders in which BTC is sold at most: each is sized for the best bid, so each leaves a smaller debt."""

REACH = 0.03
"""BTC is sold this far below the mid even where it no longer pays the whole debt."""


@kernel()
def last_price(cost, per_tick, levels):
    """Price in ticks at which lots worth `per_tick` a tick fetch `cost`, rounded in the account's favour."""
    price = cost // per_tick
    if per_tick > 0 and price * per_tick < cost:
        price += 1
    return min(max(price, 1), levels - 1)


@kernel()
def cost_of(market, c, j):
    """What a position must fetch for its backing to be worth nothing: the account's under full margin, else its own."""
    leg = market.leg[c, j]
    if market.portfolio[c].alone == 1:
        return -leg.cash
    book = market.books.book[leg.book]
    return leg.lots * book.mark * market.asset[book.asset].tick_value - whole_equity(market, c)


@kernel()
def leg_limit(market, c, j):
    """Worst price in ticks at which a position may be closed on the book."""
    leg = market.leg[c, j]
    book = market.books.book[leg.book]
    return last_price(cost_of(market, c, j), leg.lots * market.asset[book.asset].tick_value, book.levels)


@kernel()
def share_cause(market, c, k, row):
    """A side of a book is sold for the cause that called the account, wherever that was."""
    account = market.portfolio[c]
    leg = market.leg[c, account.worst]
    source = 2 * leg.book + account.worst_row
    target = 2 * k + row
    if source == target:
        return
    there, here = market.called[target], market.called[source]
    there.channel = here.channel
    there.source = here.source
    there.delay = here.delay
    there.cause = here.cause
    there.step = -1
    for o in range(market.called_origin.shape[1]):
        market.called_origin[target, o] = market.called_origin[source, o]


@kernel()
def hand_over(market, record, c, j, row):
    """The insurance fund takes what is left of a position, at the price that leaves its backing nothing; returns its value."""
    leg = market.leg[c, j]
    book = market.books.book[leg.book]
    fund = market.run[0].makers + FUND_PARTY
    per_tick = leg.lots * market.asset[book.asset].tick_value
    cost = max(cost_of(market, c, j), per_tick if per_tick > 0 else per_tick * (book.levels - 1))
    value = abs(per_tick) * book.mark
    place, _ = append(market, record, TAKEOVER, book.exchange, book.asset, market.called[2 * leg.book + row].cause)
    event = record.log[place]
    event.side = 1 if row == LONGS else -1
    event.who = market.account.size + c
    event.price = last_price(cost, per_tick, book.levels)
    event.quantity = abs(leg.lots)
    event.usd = value
    book.fund_cost += cost
    market.position[leg.book, fund] += leg.lots
    market.cash[fund, book.exchange] -= cost
    leg.cash += cost
    leg.lots = 0
    return value


@kernel()
def charge(market, c, j, value):
    """Liquidation fee to the insurance fund, as far as the backing of the closed position reaches; returns it."""
    account = market.portfolio[c]
    backing = market.leg[c, j].cash if account.alone == 1 else whole_equity(market, c)
    fee = min(int(value * market.settings[0].fund_fee_bps * 1e-4), max(backing, 0))
    account.cash -= fee
    market.cash[market.run[0].makers + FUND_PARTY, account.exchange] += fee
    return fee


@kernel()
def rearm_leg(market, c, j):
    """Price in ticks that asks for the next batch: one distance further; under the ban not before its own liquidation price."""
    leg = market.leg[c, j]
    book = market.books.book[leg.book]
    side = 1 if leg.lots > 0 else -1
    further = int(book.mark * (1.0 - side * market.settings[0].gradual_distance))
    if market.portfolio[c].alone == 1:
        own = own_trigger(market, c, j)
        if own == 0:
            return 0
        further = min(own, further) if side > 0 else max(own, further)
    return min(max(further, 1), book.levels - 1)


@kernel()
def settle_leg(market, record, c, j, wanted, filled, value):
    """Book what an order for `wanted` lots of a position came to; the rest goes to the fund, or waits for the next batch."""
    leg = market.leg[c, j]
    k = leg.book
    row = LONGS if leg.lots > 0 else SHORTS
    side = -1 if row == LONGS else 1
    whole = wanted == abs(leg.lots)
    held, cash, fee = leg.lots, leg.cash, 0
    share_cause(market, c, k, row)
    leg.lots += side * filled
    leg.cash -= side * value
    if whole and leg.lots != 0:
        value += hand_over(market, record, c, j, row)
    elif whole:
        fee = charge(market, c, j, value)
    lost = (held - leg.lots) * leg.entry * market.asset[market.books.book[k].asset].tick_value - leg.cash + cash + fee
    if leg.lots == 0 or market.portfolio[c].alone == 0:
        market.portfolio[c].cash += leg.cash
        leg.cash = 0
    leg.called = 0
    leg.trigger = rearm_leg(market, c, j) if leg.lots != 0 else 0
    count_liquidated(market, k, row, value)
    kind = LIQUIDATION if whole else BATCH
    place = tell(market, record, k, row, kind, market.account.size + c, wanted, value)
    note_paid(market, record, place, lost, fee)


@kernel()
def close_leg(market, record, c, j):
    """Sell (or buy back) one position, or a batch of it, down to its last price."""
    leg = market.leg[c, j]
    k = leg.book
    side = -1 if leg.lots > 0 else 1
    lots = batch_lots(market, abs(leg.lots), leg.original)
    before = double_mid(market.books, k)
    limit = leg_limit(market, c, j)
    taken, paid = buy_out(market, k, side, limit, lots)
    taker = ACCOUNT_TAKER + market.account.size + c
    filled, value = trade(market, k, side, limit, lots - taken, EMPTY, taker, COLUMN_LIQUIDATION)
    filled += taken
    value += paid
    book_own(market, k, before, COLUMN_LIQUIDATION)
    settle_leg(market, record, c, j, lots, filled, value)


@kernel()
def debt_of(market, c):
    """Micro-dollars that an account owes beyond its money: what it has lost, open positions counted at entry."""
    account = market.portfolio[c]
    money = account.cash
    for j in range(account.legs):
        leg = market.leg[c, j]
        money += leg.lots * leg.entry * market.asset[market.books.book[leg.book].asset].tick_value
    return -money


@kernel()
def sell_btc(market, c, k):
    """Sell collateral until the debt is paid; returns (lots, micro-dollars).

    Down to the price at which all of it could just pay, or, at the fund's expense, to a little below the mid.
    """
    account = market.portfolio[c]
    book = market.books.book[k]
    tick_value = market.asset[0].tick_value
    before = double_mid(market.books, k)
    reach = max(int(before * 0.5 * (1.0 - REACH)), 1)
    sold, total = 0, 0
    for _ in range(ROUNDS):
        debt = debt_of(market, c)
        if debt <= 0 or account.collateral == 0 or book.best_bid <= 0:
            break
        limit = min(last_price(debt, account.collateral * tick_value, book.levels), reach)
        lots = min(account.collateral, debt // (book.best_bid * tick_value) + 1)
        taker = ACCOUNT_TAKER + market.account.size + c
        filled, value = trade(market, k, -1, limit, lots, EMPTY, taker, COLUMN_COLLATERAL)
        if filled == 0:
            break
        account.collateral -= filled
        account.cash += value
        sold += filled
        total += value
    book_own(market, k, before, COLUMN_COLLATERAL)
    return sold, total


@kernel()
def bear_debt(market, record, c, k):
    """The insurance fund bears what an account without positions still owes, and takes the BTC that nobody bought."""
    account = market.portfolio[c]
    fund = market.run[0].makers + FUND_PARTY
    debt = -account.cash
    place, _ = append(market, record, TAKEOVER, account.exchange, 0, market.called[2 * k + LONGS].cause)
    event = record.log[place]
    event.side = 1
    event.who = market.account.size + c
    event.price = market.books.book[k].mark
    event.quantity = account.collateral
    event.usd = debt
    if account.collateral != 0:
        market.books.book[k].fund_cost += debt
    else:
        event.paid = debt
        market.exchange[account.exchange].fund_paid += debt
        market.exchange[account.exchange].margin_paid -= debt
    market.position[k, fund] += account.collateral
    market.cash[fund, account.exchange] -= debt
    account.collateral = 0
    account.cash = 0


@kernel()
def pay_debt(market, record, c):
    """Cover an account's debt with its BTC, and what remains of it by the fund; false while the BTC book is halted."""
    account = market.portfolio[c]
    if debt_of(market, c) <= 0:
        return True
    k = account.exchange * market.run[0].assets
    if halted(market, k):
        return False
    share_cause(market, c, k, LONGS)
    lots, value = sell_btc(market, c, k)
    if lots > 0:
        market.desk[account.exchange].sold += value
        tell(market, record, k, LONGS, COLLATERAL_SOLD, market.account.size + c, lots, value)
    if account.cash < 0 and open_legs(market, c) == 0:
        bear_debt(market, record, c, k)
    return True


@kernel()
def liquidate_portfolio(market, record, c):
    """Close what is called of an account where books trade; returns whether it is done."""
    account = market.portfolio[c]
    waits = False
    for j in range(account.legs):
        leg = market.leg[c, j]
        if leg.lots == 0 or leg.called == 0:
            continue
        if halted(market, leg.book):
            waits = True
        else:
            close_leg(market, record, c, j)
    if waits:
        return False
    return account.alone == 1 or pay_debt(market, record, c)


@kernel()
def clear_desk(market, record, x):
    """Liquidate an exchange's called accounts in the order of the calls; those that wait for a halted book keep theirs."""
    desk = market.desk[x]
    c = desk.queue
    desk.queue = desk.queue_tail = EMPTY
    while c != EMPTY:
        account = market.portfolio[c]
        following = account.next
        account.next = EMPTY
        if liquidate_portfolio(market, record, c):
            account.state = OPEN
            market.due[c] = AT_ONCE
        else:
            line_up(market, c)
        c = following


@kernel()
def liquidate(market, record):
    """Phase `liquidate`: called positions and failing makers, then full-margin accounts as one."""
    liquidate_positions(market, record)
    if market.portfolio.size > 0:
        for x in range(market.run[0].exchanges):
            clear_desk(market, record, x)
