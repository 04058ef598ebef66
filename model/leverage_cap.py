"""Leverage cap: no position may be held with less margin, at its entry price, than the cap demands.

Exchanges that lower their limits announce it, and open positions are reviewed against the new one. Here the review comes
at the start of every full minute, traders above the cap bring the missing margin from outside, and positions stay as they
are: the cap's price is the capital it ties up. Positions already called, or closed in part, are left alone. Full margin is
governed by its haircut and its ban instead.
"""

from model.events import NO_EVENT, Event, append
from model.kernels import kernel
from model.liquidation import trigger_ticks
from model.triggers import drop, put
from model.units import STEPS_PER_MINUTE

MARGIN_BROUGHT = int(Event.MARGIN_BROUGHT)


@kernel()
def missing_margin(market, i):
    """Micro-dollars by which an account's margin at entry falls short of the cap's."""
    account = market.account[i]
    if account.position == 0 or account.trigger == 0 or account.batches > 0:
        return 0
    tick_value = market.asset[market.books.book[account.book].asset].tick_value
    cost = account.position * account.entry * tick_value
    return max(int(abs(cost) / market.settings[0].cap_leverage) - (account.cash + cost), 0)


@kernel()
def review_margins(market, record):
    """Once a minute, top up what is above the cap."""
    run = market.run[0]
    if market.settings[0].cap_on == 0.0 or run.step % STEPS_PER_MINUTE != 1:
        return
    for x in range(run.exchanges):
        total = 0
        last = market.first_account[2 * (x + 1) * run.assets]
        for i in range(market.first_account[2 * x * run.assets], last):
            missing = missing_margin(market, i)
            if missing > 0:
                drop(market, i)
                market.account[i].cash += missing
                put(market, i, trigger_ticks(market, i))
                total += missing
        if total > 0:
            market.exchange[x].brought += total
            place, _ = append(market, record, MARGIN_BROUGHT, x, -1, NO_EVENT)
            record.log[place].usd = total
