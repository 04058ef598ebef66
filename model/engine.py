"""One second of the market: the phases in the order of causes."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic
from numpy.typing import NDArray

from model.arbitrage import arbitrage
from model.backstop import backstop
from model.breaker import halt
from model.collateral import liquidate
from model.confidence import confide
from model.events import Record
from model.full_margin import call
from model.kernels import kernel
from model.makers import quote
from model.market import Market
from model.marks import mark
from model.measure import measure
from model.news import news
from model.parameters import QT_TRANSLATE_NOOP
from model.patience import refill
from model.takers import flow


class Phase(NamedTuple):
    """One cause inside a second: its name, what it does in one line, and its kernel."""

    name: str
    title: str
    kernel: Any


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
    Phase("refill", T("Phases", "Patient traders step into gaps"), refill),
    Phase("halt", T("Phases", "Circuit breakers pause and re-open"), halt),
    Phase("confide", T("Phases", "Customers keep or lose confidence"), confide),
    Phase("measure", T("Phases", "The second is written down"), measure),
)
"""The order of causes: `advance` walks it, and buttons, handbook and tests read it."""


@intrinsic  # type: ignore[misc, unused-ignore]
def do_phase(_typing: Any, address: Any, market: Any, record: Any) -> Any:
    """Call a compiled phase by its address. So a phase is compiled once, not again inside of whatever calls it."""

    def lower(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        where, *handles = arguments
        shape = cgutils.ir.FunctionType(cgutils.voidptr_t, [handle.type for handle in handles])
        return builder.call(builder.inttoptr(where, shape.as_pointer()), handles)

    return types.none(types.int64, market, record), lower


@kernel()
def run_phases(market, record, steps, phases):
    """Seconds of the market, phase by phase, each at its address. Returns the seconds done."""
    reserve = 2 * market.account.size + 16 * market.portfolio.size + 8 * market.books.book.size + 8 * market.maker.size
    for done in range(steps):
        if record.log.size - record.written[0] < min(reserve, record.log.size // 2) and record.written[0] > 0:
            return done
        for address in phases:
            do_phase(address, market, record)
    return steps


def address_of(phase: Phase, market: Market, record: Record) -> int:
    """Where the machine code of a phase is; compiled or read from the cache when it is asked for first."""
    kinds = (market.numba_type, record.numba_type)
    if kinds not in phase.kernel.overloads:
        phase.kernel.compile(kinds)
    compiled = phase.kernel.overloads[kinds]
    return int(compiled.library.get_pointer_to_function(compiled.fndesc.llvm_cfunc_wrapper_name))


@cache
def _addresses(kinds: tuple[Any, Any]) -> NDArray[np.int64]:
    return np.zeros(len(PHASES), np.int64)


def advance(market: Market, record: Record, steps: int) -> int:
    """Advance by up to `steps` seconds; stops early when the event log might not hold another. Returns the seconds done."""
    addresses = _addresses((market.numba_type, record.numba_type))
    if not addresses[0]:
        addresses[:] = [address_of(phase, market, record) for phase in PHASES]
    return int(run_phases(market, record, steps, addresses))
