"""One second of the market: the phases in the order of causes."""

from collections.abc import Callable
from typing import Any, NamedTuple

from model.arbitrage import arbitrage
from model.backstop import backstop
from model.breaker import halt
from model.collateral import liquidate
from model.confidence import confide
from model.full_margin import call
from model.kernels import kernel
from model.makers import quote
from model.marks import mark
from model.measure import measure
from model.news import news
from model.parameters import QT_TRANSLATE_NOOP
from model.takers import flow


class Phase(NamedTuple):
    """One cause inside a second: its name, what it does in one line, and its kernel."""

    name: str
    title: str
    kernel: Callable[..., Any]


T = QT_TRANSLATE_NOOP
PHASES = (
    Phase("news", T("Phases", "Values move: news and noise"), news),
    Phase("quote", T("Phases", "Market makers refresh their quotes"), quote),
    Phase("trade", T("Phases", "Traders buy and sell"), flow),
    Phase("arbitrage", T("Phases", "Arbitrage closes gaps between exchanges"), arbitrage),
    Phase("mark", T("Phases", "Index and mark prices follow"), mark),
    Phase("call", T("Phases", "Accounts below maintenance margin are called"), call),
    Phase("liquidate", T("Phases", "Called positions are sold"), liquidate),
    Phase("backstop", T("Phases", "Insurance funds step in"), backstop),
    Phase("halt", T("Phases", "Circuit breakers pause and re-open"), halt),
    Phase("confide", T("Phases", "Customers keep or lose confidence"), confide),
    Phase("measure", T("Phases", "The second is written down"), measure),
)
"""The order of causes. `second` calls the kernels in this order; a test compares the two."""


@kernel()
def second(market, record):
    """Advance the market by one second."""
    news(market, record)
    quote(market, record)
    flow(market, record)
    arbitrage(market, record)
    mark(market, record)
    call(market, record)
    liquidate(market, record)
    backstop(market, record)
    halt(market, record)
    confide(market, record)
    measure(market, record)


@kernel(nogil=True)
def advance(market, record, steps):
    """Advance by up to `steps` seconds; stops early when the event log might not hold another second. Returns steps done."""
    reserve = 2 * market.account.size + 16 * market.portfolio.size + 8 * market.books.book.size + 8 * market.maker.size
    for done in range(steps):
        if record.log.size - record.written[0] < min(reserve, record.log.size // 2) and record.written[0] > 0:
            return done
        second(market, record)
    return steps
