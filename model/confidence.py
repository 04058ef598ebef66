"""Phase `confide`: confidence falls with liquidations, bad debt, halts and lost depth; customers withdraw; both wear off.

Withdrawn money cannot buy: it is taken from value buyers' cash on that exchange in proportion.
"""

from model.events import Event, append
from model.kernels import kernel
from model.ledger import halted
from model.market import VALUE_PARTY
from model.numeric import exp
from model.units import STEPS_PER_DAY

WITHDRAWAL = int(Event.WITHDRAWAL)
LIQUIDATED_WEIGHT, DEBT_WEIGHT, HALT_WEIGHT = 1.5, 5.0, 0.00002
"""Confidence lost when all customers' money is liquidated, when all of it is bad debt, and for a halted book and second."""
TOLD_EVERY = 1_000_000_000_000_000
"""Withdrawals are told each time another billion dollars has left an exchange."""


@kernel()
def lose_confidence(market, x):
    """New confidence of an exchange, from what happened on it in this second."""
    settings = market.settings[0]
    run = market.run[0]
    exchange = market.exchange[x]
    liquidated = exchange.liquidated + exchange.maker_liquidated
    money = max(settings.confidence_money_usd * exchange.share, 1.0)
    loss = LIQUIDATED_WEIGHT * (liquidated * 1e-6 - exchange.liquidated_seen) / money
    loss += DEBT_WEIGHT * max(exchange.bad_debt * 1e-6 - exchange.debt_seen, 0.0) / money
    for a in range(run.assets):
        if halted(market, x * run.assets + a):
            loss += HALT_WEIGHT
    exchange.liquidated_seen = liquidated * 1e-6
    exchange.debt_seen = exchange.bad_debt * 1e-6
    back = 1.0 - exp(-0.6931471805599453 / settings.confidence_recovery)
    confidence = exchange.confidence * (1.0 - min(loss, 1.0))
    exchange.confidence = confidence + back * (1.0 - confidence)


@kernel()
def withdraw(market, record, x):
    """Customers take money out, never more than is there; the value buyers among them have less to spend."""
    exchange = market.exchange[x]
    part = market.settings[0].confidence_rate / STEPS_PER_DAY * (1.0 - exchange.confidence)
    taken = int(exchange.customer_money * part)
    buyers = market.run[0].makers + VALUE_PARTY
    cash = min(int(max(market.cash[buyers, x], 0) * part), taken)
    market.cash[buyers, x] -= cash
    exchange.customer_money -= taken
    before = exchange.withdrawn
    exchange.withdrawn += taken
    exchange.cash_withdrawn += cash
    if exchange.withdrawn // TOLD_EVERY > before // TOLD_EVERY:
        place, _ = append(market, record, WITHDRAWAL, x, -1, market.run[0].news_event)
        record.log[place].usd = exchange.withdrawn


@kernel()
def confide(market, record):
    """Confidence and withdrawals of every exchange, if the switch is on."""
    if market.settings[0].confidence_on == 0.0:
        return
    for x in range(market.run[0].exchanges):
        lose_confidence(market, x)
        withdraw(market, record, x)
