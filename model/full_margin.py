"""Full margin: accounts whose positions, money and BTC answer for each other, and how they are found when they fall short.

Looking at every account in every second would cost too much, so each is bounded and then checked [bound-and-check]. With
spare margin E and exposure G no account can be called before some price has moved by E / G, so it is looked at again only
when its exchange's prices have come that far. How far they have come is measured as a path: the largest |log| of any
mark against marks kept for reference (`stretch`), added up (`base`) each time the reference is moved.

Under the ban every position stands alone on margin of its own and is called by its own liquidation price; the money for
it comes from the account and, where that is too little, from savings outside the exchange: capital that the ban locks.
"""

from model.book import EMPTY
from model.calls import MARGIN_CALL, note_cause
from model.calls import call as call_positions
from model.events import append
from model.haircuts import haircut_value
from model.kernels import kernel
from model.ledger import halted
from model.leverage_cap import review_margins
from model.liquidation import TAKER_RATE
from model.margin_rules import OKX, liquidation_price, required_margin, tier_of
from model.market import LEGS
from model.numeric import log
from model.tiers import maintenance_margin
from model.triggers import LONGS, SHORTS

OPEN, CALLED = 0, 1
NEVER, AT_ONCE = 1e300, -1.0
FAR = 1e6
STRIDE = 0.01
"""A stretch of the price path after which the reference is moved."""
SLACK = 1e-9
"""Accounts are looked at this much of the path too early rather than a rounding error too late."""
SAFETY = 1.5
"""A position's own margin is at least this multiple of its maintenance margin."""


@kernel()
def counted_btc(market, c):
    """Dollars of BTC collateral that count as margin, and dollars by which one more part of its price moves them."""
    account = market.portfolio[c]
    asset = market.asset[0]
    coins = haircut_value(market.haircuts[int(market.settings[0].full_margin_haircut)], account.collateral * asset.lot)
    return coins * market.books.book[account.exchange * market.run[0].assets].mark * asset.tick_usd


@kernel()
def whole_equity(market, c):
    """Micro-dollars an account is worth at mark prices, its BTC without haircut."""
    account = market.portfolio[c]
    k = account.exchange * market.run[0].assets
    equity = account.cash + account.collateral * market.books.book[k].mark * market.asset[0].tick_value
    for j in range(account.legs):
        leg = market.leg[c, j]
        book = market.books.book[leg.book]
        equity += leg.cash + leg.lots * book.mark * market.asset[book.asset].tick_value
    return equity


@kernel()
def leg_need(market, c, j):
    """One position's value and requirement in dollars, and the rise of its price up to which the tier holds."""
    leg = market.leg[c, j]
    book = market.books.book[leg.book]
    asset = market.asset[book.asset]
    rule = market.exchange[book.exchange].rule
    tiers = market.tiers[asset.tier]
    worth = abs(leg.lots) * book.mark * asset.tick_value * 1e-6
    need = required_margin(rule, tiers, worth, TAKER_RATE)
    n = tier_of(tiers, worth)
    room = tiers[n, 0] / worth - 1.0 if rule == OKX and n < tiers.shape[0] - 1 else FAR
    return worth, need, room


@kernel()
def weigh(market, c):
    """Spare margin of an account and how far every price may move before it can be gone: (dollars, part).

    A long loses no more than its value times the move; a short no more than that and the top rate on it. OKX's
    requirement jumps at the borders of tiers, so there the move is bounded by the next border as well.
    """
    account = market.portfolio[c]
    exposure = counted_btc(market, c)
    spare = account.cash * 1e-6 + exposure
    clear = FAR
    for j in range(account.legs):
        leg = market.leg[c, j]
        if leg.lots != 0:
            worth, need, room = leg_need(market, c, j)
            tiers = market.tiers[market.asset[market.books.book[leg.book].asset].tier]
            spare += (worth if leg.lots > 0 else -worth) - need
            exposure += worth if leg.lots > 0 else worth * (1.0 + tiers[tiers.shape[0] - 1, 1] + TAKER_RATE)
            clear = min(clear, room)
    return spare, min(clear, spare / max(exposure, 1e-6))


@kernel()
def own_trigger(market, c, j):
    """Liquidation price of a position on its own margin, in ticks; 0 if no price reaches it."""
    leg = market.leg[c, j]
    book = market.books.book[leg.book]
    asset = market.asset[book.asset]
    side = 1 if leg.lots > 0 else -1
    margin = (leg.cash + leg.lots * leg.entry * asset.tick_value) * 1e-6
    rule = market.exchange[book.exchange].rule
    quantity, entry = abs(leg.lots) * asset.lot, leg.entry * asset.tick_usd
    price = liquidation_price(rule, side, quantity, entry, margin, TAKER_RATE, market.tiers[asset.tier])
    price /= asset.tick_usd
    if price <= 0.0 or price >= book.levels:
        return 0
    return int(price) if side > 0 else int(price) + 1


@kernel()
def part_margins(market, c):
    """The ban: settle every position at mark, give it margin of its own, and bring savings for what the account lacks."""
    account = market.portfolio[c]
    account.alone = 1
    for j in range(account.legs):
        leg = market.leg[c, j]
        if leg.lots != 0:
            book = market.books.book[leg.book]
            asset = market.asset[book.asset]
            worth = abs(leg.lots) * book.mark * asset.tick_value
            least = SAFETY * maintenance_margin(market.tiers[asset.tier], worth * 1e-6) * 1e6
            margin = int(max(worth / market.settings[0].full_margin_own_leverage, least))
            leg.cash = margin - leg.lots * book.mark * asset.tick_value
            leg.entry = book.mark
            leg.trigger = own_trigger(market, c, j)
            account.cash -= leg.cash
    brought = min(max(-account.cash, 0), account.savings)
    account.savings -= brought
    account.cash += brought
    market.desk[account.exchange].locked += brought


@kernel()
def pool_margins(market, c):
    """The end of the ban: positions share the account's money again; what was brought stays."""
    account = market.portfolio[c]
    account.alone = 0
    for j in range(account.legs):
        leg = market.leg[c, j]
        account.cash += leg.cash
        leg.cash = 0
        leg.trigger = 0


@kernel()
def nearest_trigger(market, c):
    """Marks positions whose own price has been crossed; returns how far every price may move before one is, nil if one is now."""
    near = FAR
    for j in range(market.portfolio[c].legs):
        leg = market.leg[c, j]
        if leg.lots != 0 and leg.trigger != 0:
            mark = market.books.book[leg.book].mark
            gap = (mark - leg.trigger) / mark if leg.lots > 0 else (leg.trigger - mark) / mark
            leg.called = 1 if gap <= 0.0 else 0
            near = min(near, gap)
    return near


@kernel()
def wait_for_batch(market, c, spare, near):
    """An account closed in batches that is still short waits until a price is one distance further: (spare, near) to go by.

    `near` is negative by how far prices must come back for it to recover, which lets its next call come at once again.
    """
    if spare > 0.0 or market.settings[0].gradual_on == 0.0:
        for j in range(market.portfolio[c].legs):
            market.leg[c, j].trigger = 0
        return spare, near
    further = nearest_trigger(market, c)
    if further == FAR:
        return spare, near
    return further, min(further, max(-near, STRIDE))


@kernel()
def worst_leg(market, c):
    """The position that has lost most; −1 if there is none. Under the ban, among those called."""
    account = market.portfolio[c]
    worst, least = -1, 0
    for j in range(account.legs):
        leg = market.leg[c, j]
        if leg.lots == 0 or (account.alone == 1 and leg.called == 0):
            continue
        book = market.books.book[leg.book]
        gain = leg.lots * (book.mark - leg.entry) * market.asset[book.asset].tick_value
        if worst < 0 or gain < least:
            worst, least = j, gain
    return worst


@kernel()
def line_up(market, c):
    """Append an account to its exchange's queue of called full-margin accounts."""
    account = market.portfolio[c]
    desk = market.desk[account.exchange]
    account.state = CALLED
    account.next = EMPTY
    if desk.queue == EMPTY:
        desk.queue = c
    else:
        market.portfolio[desk.queue_tail].next = c
    desk.queue_tail = c
    market.due[c] = NEVER


@kernel()
def call_account(market, record, c):
    """Call a full-margin account because of the position that has lost most; during its halt the call is told."""
    account = market.portfolio[c]
    account.worst = worst_leg(market, c)
    market.desk[account.exchange].called += 1
    for j in range(account.legs):
        if account.alone == 0:
            market.leg[c, j].called = 1
    leg = market.leg[c, max(account.worst, 0)]
    row = LONGS if leg.lots > 0 else SHORTS
    account.worst_row = row
    note = market.called[2 * leg.book + row]
    if note.step != market.run[0].step:
        note_cause(market, leg.book, row)
        note.step = market.run[0].step
    line_up(market, c)
    if halted(market, leg.book):
        book = market.books.book[leg.book]
        place, _ = append(market, record, MARGIN_CALL, account.exchange, book.asset, note.cause)
        event = record.log[place]
        event.channel, event.source, event.delay = note.channel, note.source, note.delay
        event.side = 1 if row == LONGS else -1
        event.who = market.account.size + c
        event.price, event.quantity = book.mark, abs(leg.lots)
        event.usd = abs(leg.lots) * book.mark * market.asset[book.asset].tick_value


@kernel()
def check(market, record, c):
    """Look at one account: call it, or note how far prices may go before it must be looked at again."""
    account = market.portfolio[c]
    market.due[c] = NEVER
    if account.state != OPEN or open_legs(market, c) == 0:
        return
    alone = 1 if market.settings[0].full_margin_ban != 0.0 else 0
    if account.alone != alone:
        if alone == 1:
            part_margins(market, c)
        else:
            pool_margins(market, c)
    if alone == 1:
        spare = near = nearest_trigger(market, c)
    else:
        spare, near = weigh(market, c)
        spare, near = wait_for_batch(market, c, spare, near)
    if spare <= 0.0:
        call_account(market, record, c)
        return
    desk = market.desk[account.exchange]
    market.due[c] = desk.base - desk.stretch + log(1.0 + near) - SLACK


@kernel()
def open_legs(market, c):
    """Number of an account's open positions."""
    count = 0
    for j in range(LEGS):
        if market.leg[c, j].lots != 0:
            count += 1
    return count


@kernel()
def follow_prices(market, x):
    """Lengthen an exchange's price path by this second's marks."""
    desk = market.desk[x]
    assets = market.run[0].assets
    first = x * assets
    ratio = 1.0
    for k in range(first, first + assets):
        mark, then = market.books.book[k].mark, market.mark_then[k]
        if mark != then:
            ratio = max(ratio, mark / then, then / mark)
    desk.stretch = log(ratio)
    if desk.stretch > STRIDE:
        desk.base += desk.stretch
        desk.stretch = 0.0
        for k in range(first, first + assets):
            market.mark_then[k] = market.books.book[k].mark


@kernel()
def call_due(market, record, x):
    """Look at the accounts of one exchange that are due; at all of them when the rules have changed."""
    desk = market.desk[x]
    settings = market.settings[0]
    rules = 1 + int(settings.full_margin_ban) + 2 * int(settings.full_margin_haircut) + 8 * int(settings.gradual_on)
    if desk.rules != rules:
        desk.rules = rules
        market.due[desk.first : desk.last] = AT_ONCE
    follow_prices(market, x)
    path = desk.base + desk.stretch
    for c in range(desk.first, desk.last):
        if path >= market.due[c]:
            check(market, record, c)


@kernel()
def call(market, record):
    """Phase `call`: positions by their liquidation prices, then full-margin accounts."""
    review_margins(market, record)
    call_positions(market, record)
    if market.portfolio.size > 0:
        for x in range(market.run[0].exchanges):
            call_due(market, record, x)
