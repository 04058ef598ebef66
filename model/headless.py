"""A run without a window: a scenario, edits at their seconds, and what is left at the end."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.edits import apply
from model.engine import advance
from model.events import EVENT, Record, empty_record
from model.genesis import genesis, instruments_of
from model.market import Market
from model.scenario import Scenario
from model.timeline import Edit, names_of

CHUNK = 60


class Run(NamedTuple):
    """A finished (or stopped) run."""

    scenario: Scenario
    steps: int
    market: Market
    record: Record
    log: NDArray[np.void]
    symbols: tuple[str, ...]
    owed_usd: float
    """Most that traders with open positions owed beyond their margin, looked at each minute."""


def owed(market: Market) -> float:
    """Dollars by which open accounts' losses at mark exceed their margins: the exchanges' risk while they wait."""
    account = market.account
    worth = market.books.book["mark"] * np.tile(market.asset["tick_value"], market.exchange.size)
    alone = account["cash"] + account["position"] * worth[account["book"]]
    full = (
        market.portfolio["cash"]
        + market.portfolio["collateral"] * worth[:: market.asset.size][market.portfolio["exchange"]]
    )
    full = full + (market.leg["cash"] + market.leg["lots"] * worth[market.leg["book"]]).sum(axis=1)
    return float(sum(-equity[equity < 0].sum() for equity in (alone, full))) * 1e-6


def run(
    scenario: Scenario,
    steps: int | None = None,
    edits: Sequence[Edit] = (),
    progress: Callable[[int, int], None] = lambda done, whole: None,
    look: Callable[[Market], None] = lambda market: None,
) -> Run:
    """Run a scenario for `steps` seconds (its own length unless given); `progress` is told (done, whole).

    `look` is shown the market at its opening and then at least once a minute; it must leave it as it is.
    """
    market = genesis(scenario)
    look(market)
    steps = int(scenario.number("run.steps")) if steps is None else steps
    room = 2 * market.account.size + 16 * market.portfolio.size + 16 * market.books.book.size + 4096
    record = empty_record(steps, market.books.book.size, market.exchange.size, market.asset.size, room)
    waiting = tuple(sorted(edits, key=lambda edit: edit.step))
    names = names_of(scenario)
    pieces: list[NDArray[np.void]] = []
    done, most_owed = 0, 0.0
    while done < steps:
        apply(market, waiting, done, names)
        stop = min([done + CHUNK, steps, *(edit.step for edit in waiting if edit.step > done)])
        done += int(advance(market, record, stop - done))
        pieces.append(record.log[: int(record.written[0])].copy())
        record.written[0] = 0
        progress(done, steps)
        look(market)
        if market.settings["gradual_on"][0]:
            most_owed = max(most_owed, owed(market))
    log = np.concatenate(pieces) if pieces else np.zeros(0, EVENT)
    return Run(scenario, done, market, record, log, tuple(item.symbol for item in instruments_of(scenario)), most_owed)
