"""Phase `confide`: confidence in each exchange, and the run on it.

Confidence falls with liquidations, bad debt, auto-deleveraging, halts and lost depth, and comes back slowly. Customers
withdraw a part of their money in proportion to the confidence that is gone; some of it they must first raise by selling.
What leaves is taken from value buyers', arbitrageurs' and market makers' money on that exchange, never more than is there;
volume and makers' sizes shrink with it. A withdrawal freeze keeps the money in, at the price of confidence.
"""

from model.book import BUY, double_mid, lots_between
from model.events import Event, append
from model.kernels import kernel
from model.ledger import halted
from model.market import ARBITRAGE_PARTY, VALUE_PARTY
from model.numeric import exp
from model.units import STEPS_PER_DAY

WITHDRAWAL, FREEZE, THAW = int(Event.WITHDRAWAL), int(Event.FREEZE), int(Event.THAW)
LIQUIDATED_WEIGHT, DEBT_WEIGHT, DELEVERAGED_WEIGHT, HALT_WEIGHT, DEPTH_WEIGHT = 1.5, 5.0, 2.0, 0.00002, 0.00002
"""Confidence lost when all customers' money is liquidated, when all of it is bad debt or deleveraged, for a halted book and
second, and for a second in which no bids are left."""
DEPTH_SPEED = 0.02
"""Customers look at one book a second; weight of that look in their picture of the depth."""
WIDE = 0.02
FREEZE_FALL, FREEZE_SLOWER = 0.1, 3.0
"""Part of confidence that a freeze costs at once, and how much slower confidence returns while it lasts."""
THAWED = 0.05
"""A freeze ends when confidence is this far above its threshold."""
TOLD_EVERY = 1_000_000_000_000_000
"""Withdrawals are told each time another billion dollars has left an exchange."""


@kernel()
def look_at_depth(market, x):
    """Customers' picture of an exchange's depth, 1 when bids are normal, from one book more each second."""
    run = market.run[0]
    k = x * run.assets + run.step % run.assets
    low = int(double_mid(market.books, k) * 0.5 * (1.0 - WIDE))
    bids = lots_between(market.books, k, BUY, low, market.books.book[k].levels)
    exchange = market.exchange[x]
    exchange.depth_seen += DEPTH_SPEED * (min(bids / market.books.book[k].normal_lots, 1.0) - exchange.depth_seen)
    return exchange.depth_seen


@kernel()
def new_losses(market, x):
    """Confidence lost to what happened on an exchange since the last second, in parts of what there is."""
    exchange = market.exchange[x]
    run = market.run[0]
    liquidated = (exchange.liquidated + exchange.maker_liquidated) * 1e-6
    money = max(market.settings[0].confidence_money_usd * exchange.share, 1.0)
    loss = LIQUIDATED_WEIGHT * (liquidated - exchange.liquidated_seen) / money
    loss += DEBT_WEIGHT * max(exchange.bad_debt * 1e-6 - exchange.debt_seen, 0.0) / money
    loss += DELEVERAGED_WEIGHT * (exchange.deleveraged * 1e-6 - exchange.deleveraged_seen) / money
    loss += DEPTH_WEIGHT * (1.0 - look_at_depth(market, x))
    for a in range(run.assets):
        if halted(market, x * run.assets + a):
            loss += HALT_WEIGHT
    exchange.liquidated_seen = liquidated
    exchange.debt_seen = exchange.bad_debt * 1e-6
    exchange.deleveraged_seen = exchange.deleveraged * 1e-6
    if run.step == int(market.settings[0].shock_start) and x == int(market.settings[0].shock_first) % run.exchanges:
        loss += market.settings[0].confidence_shock
    return min(loss, 1.0)


@kernel()
def lose_confidence(market, x):
    """New confidence of an exchange."""
    exchange = market.exchange[x]
    half_life = market.settings[0].confidence_recovery
    if exchange.frozen_since > 0:
        half_life *= FREEZE_SLOWER
    back = 1.0 - exp(-0.6931471805599453 / half_life)
    confidence = exchange.confidence * (1.0 - new_losses(market, x))
    exchange.confidence = confidence + back * (1.0 - confidence)


@kernel()
def freeze(market, record, x):
    """Stop withdrawals at low confidence or after too many; open again when confidence is back, or the rule off."""
    settings = market.settings[0]
    exchange = market.exchange[x]
    gone = exchange.withdrawn >= settings.freeze_withdrawn * (exchange.withdrawn + exchange.customer_money)
    if exchange.frozen_since == 0:
        if settings.freeze_on != 0.0 and (exchange.confidence < settings.freeze_confidence or gone):
            exchange.frozen_since = market.run[0].step
            exchange.confidence *= 1.0 - FREEZE_FALL
            place, _ = append(market, record, FREEZE, x, -1, market.run[0].news_event)
            record.log[place].usd = exchange.withdrawn
    elif settings.freeze_on == 0.0 or (exchange.confidence > settings.freeze_confidence + THAWED and not gone):
        exchange.frozen_since = 0
        append(market, record, THAW, x, -1, market.run[0].news_event)


@kernel()
def withdraw_makers(market, x, part, most):
    """Makers' money on an exchange leaves like everyone's: its equity there counts; returns micro-dollars.

    What a firm takes away is no loss: its day's result is counted without it.
    """
    assets = market.run[0].assets
    total = 0
    for m in range(market.run[0].makers):
        equity = market.cash[m, x]
        for a in range(assets):
            k = x * assets + a
            equity += market.position[k, m] * market.books.book[k].mark * market.asset[a].tick_value
        firm = market.maker[m]
        taken = min(int(max(min(equity, firm.equity), 0) * part), most - total)
        if firm.failing == 0 and taken > 0:
            market.cash[m, x] -= taken
            firm.equity_start -= taken
            total += taken
    return total


@kernel()
def withdraw_party(market, x, party, part, most):
    """A part of one party's cash on an exchange leaves; returns micro-dollars."""
    taken = min(int(max(market.cash[party, x], 0) * part), most)
    market.cash[party, x] -= taken
    return taken


@kernel()
def withdraw(market, record, x):
    """Customers take money out, never more than is there; those who trade have less to trade with."""
    run = market.run[0]
    exchange = market.exchange[x]
    part = market.settings[0].confidence_rate / STEPS_PER_DAY * (1.0 - exchange.confidence)
    taken = int(exchange.customer_money * part)
    cash = withdraw_makers(market, x, part, taken)
    for party in (VALUE_PARTY, ARBITRAGE_PARTY):
        cash += withdraw_party(market, x, run.makers + party, part, taken - cash)
    exchange.customer_money -= taken
    before = exchange.withdrawn
    exchange.withdrawn += taken
    exchange.cash_withdrawn += cash
    if exchange.withdrawn // TOLD_EVERY > before // TOLD_EVERY:
        place, _ = append(market, record, WITHDRAWAL, x, -1, run.news_event)
        record.log[place].usd = exchange.withdrawn
    return taken


@kernel()
def sell_to_withdraw(market, x, taken):
    """How many normal depths a second are sold on an exchange to raise a part of the money that leaves."""
    assets = market.run[0].assets
    normal = 0.0
    for a in range(assets):
        normal += market.books.book[x * assets + a].normal_lots * market.asset[a].index * market.asset[a].tick_value
    market.exchange[x].selling = market.settings[0].confidence_selling * taken / max(normal, 1.0)


@kernel()
def confide(market, record):
    """Confidence and withdrawals of every exchange, if the switch is on."""
    for x in range(market.run[0].exchanges):
        market.exchange[x].selling = 0.0
        if market.settings[0].confidence_on != 0.0:
            lose_confidence(market, x)
            freeze(market, record, x)
            if market.exchange[x].frozen_since == 0:
                sell_to_withdraw(market, x, withdraw(market, record, x))
