"""Rescue fund: the exchanges' common money, active once the liquidations it has heard of pass a trigger.

It takes over forced sales at mark price, above a floor and no lower than the sold account can bear, or it backs market
makers with capital. What it hears is either every liquidation, or what public feeds report: at most one of a symbol in a
second [rule: Binance's stream of forced orders]. What it buys it keeps; when its money is gone, it is gone.
"""

from model.book import EMPTY
from model.events import Event, append
from model.kernels import kernel
from model.market import RESCUE_PARTY
from model.numeric import smooth_step

RESCUE, RESCUE_PAID, RESCUE_DRY = int(Event.RESCUE), int(Event.RESCUE_PAID), int(Event.RESCUE_DRY)
TAKES_OVER, BACKS_MAKERS = 0, 1
BACKED = 0.25
"""A firm is lent what it has lost beyond this part of its limit."""
TOLD_EVERY = 1_000_000_000_000_000
"""Payments are told each time another billion dollars is spent."""
DRY = 0.001
"""A fund with less than this part of its size left can buy nothing that matters."""


@kernel()
def report(market, k, value):
    """A feed reports the first liquidation of a book in a second and drops the others."""
    book = market.books.book[k]
    if book.feed_step != market.run[0].step:
        book.feed_step = market.run[0].step
        market.run[0].observed += value


@kernel()
def observed(market):
    """Micro-dollars liquidated, as the fund hears of it."""
    if market.settings[0].rescue_reporting != 0.0:
        return market.run[0].observed
    total = 0
    for x in range(market.run[0].exchanges):
        total += market.exchange[x].liquidated + market.exchange[x].maker_liquidated
    return total


@kernel()
def gather(market, x, value):
    """Move the fund's money to one exchange until `value` is there; returns how much of it is."""
    party = market.run[0].makers + RESCUE_PARTY
    for y in range(market.run[0].exchanges):
        missing = value - market.cash[party, x]
        if y != x and missing > 0:
            moved = min(missing, market.cash[party, y])
            market.cash[party, y] -= moved
            market.cash[party, x] += moved
    return min(value, market.cash[party, x])


@kernel()
def buy_out(market, k, side, limit, lots):
    """Take over a forced sale at mark, while the fund is active and mark above floor and limit: (lots, micro-dollars)."""
    settings = market.settings[0]
    if settings.rescue_on == 0.0 or market.run[0].rescue_since == 0 or settings.rescue_mode != TAKES_OVER or side > 0:
        return 0, 0
    book = market.books.book[k]
    asset = market.asset[book.asset]
    if book.mark < limit or book.mark < settings.rescue_floor * asset.price:
        return 0, 0
    party = market.run[0].makers + RESCUE_PARTY
    worth = book.mark * asset.tick_value
    taken = gather(market, book.exchange, lots * worth) // worth
    value = taken * worth
    market.position[k, party] += taken
    market.cash[party, book.exchange] -= value
    market.run[0].rescued += value
    market.exchange[book.exchange].rescue_paid += value
    return taken, value


@kernel()
def back_maker(market, m):
    """Lend a firm what it has lost beyond a part of its limit; with the smaller loss it dares to quote again."""
    firm = market.maker[m]
    party = market.run[0].makers + RESCUE_PARTY
    loss = firm.equity_start - firm.equity
    missing = loss - int(BACKED * firm.loss_limit)
    if firm.failing != 0 or missing <= 0:
        return
    for x in range(market.run[0].exchanges):
        part = min(missing, market.cash[party, x])
        market.cash[party, x] -= part
        market.cash[m, x] += part
        market.run[0].rescued += part
        market.exchange[x].rescue_paid += part
        firm.equity += part
        missing -= part
    loss = firm.equity_start - firm.equity
    firm.stress = min(firm.stress, smooth_step(loss / firm.loss_limit))


@kernel()
def largest_event(market):
    """Number of the largest liquidation of late; −1 if there was none."""
    number, most = EMPTY, 0
    for k in range(market.books.book.size):
        book = market.books.book[k]
        if book.worst_event != EMPTY and book.worst_usd > most:
            number, most = book.worst_event, book.worst_usd
    return number


@kernel()
def tell_rescue(market, record, kind, usd, cause):
    """Write one of the fund's moments into the log; returns the event's number."""
    place, number = append(market, record, kind, -1, -1, cause)
    record.log[place].usd = usd
    return number


@kernel()
def rescue(market, record):
    """Activate the fund when it has heard enough; back makers; tell what was paid, and when nothing is left."""
    settings = market.settings[0]
    run = market.run[0]
    if settings.rescue_on == 0.0:
        return
    if run.rescue_since == 0:
        heard = observed(market)
        if heard < settings.rescue_trigger_usd * 1e6:
            return
        run.rescue_since = run.step
        run.rescue_event = tell_rescue(market, record, RESCUE, heard, largest_event(market))
    if settings.rescue_mode == BACKS_MAKERS:
        for m in range(run.makers):
            back_maker(market, m)
    tell_payments(market, record)


@kernel()
def tell_payments(market, record):
    """Each further billion is told, and the end of the money."""
    run = market.run[0]
    party = run.makers + RESCUE_PARTY
    left = 0
    for x in range(run.exchanges):
        left += market.cash[party, x]
    if run.rescued // TOLD_EVERY > run.rescue_told:
        run.rescue_told = run.rescued // TOLD_EVERY
        tell_rescue(market, record, RESCUE_PAID, run.rescued, run.rescue_event)
    if run.rescue_dry == 0 and left <= DRY * (left + run.rescued):
        run.rescue_dry = run.step
        tell_rescue(market, record, RESCUE_DRY, run.rescued, run.rescue_event)
