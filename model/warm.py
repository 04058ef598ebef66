"""Compiling ahead: whatever the program can ask of its kernels is asked once, of a market so small that it takes no time.

The start window, the build of a packaged program and the benchmark of a cold compile all come here. What the program
calls is called the way the program calls it, so that a kernel is compiled for the very arguments that it will meet.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any

from model.kernels import HERE, SHIPPED, Kernel, cache_folder, source_stamp, whole_stamp

SIZES: dict[str, bool | str | int | float] = {"accounts.count": 200, "run.steps": 60, "market.assets": 3}
MARKET = "nuclear-button"
"""A scenario with full margin, so that no kernel is left out."""
ORDERS = """\
op,id,side,type,price,qty,tif,owner
new,1,buy,limit,10.00,5,gtc,a
new,2,sell,limit,10.00,2,gtc,b
auction,,,,10.00,,,
new,3,sell,limit,9.99,9,gtc,b
new,4,buy,limit,9.98,9,gtc,c
auction,,,,10.00,,,
reduce,4,,,,8,,
replace,4,,,9.97,8,,
new,5,sell,market,,2,,d
cancel,4,,,,,,
"""
TIERS = [[1e6, 0.01], [None, 0.02]]
SIZE = {"asset": "ETH", "qty": 2.0, "entry": 2000.0}


def _session() -> None:
    """The window's verbs: whole seconds, one cause after another, a change, and back."""
    from model.scenario import find_scenario
    from model.session import Session

    session = Session(find_scenario(MARKET).with_values(SIZES))
    session.forward()
    for _ in session.phases:
        session.forward_cause()
        session.frame()
    session.back_cause()
    session.forward(40)
    session.back()  # far from the first keyframe, so that another one is kept here, and the next step goes back to it
    session.forward_cause()
    session.back_cause()
    session.change("breaker.on", True)
    session.forward()
    session.frame()
    session.difference()
    session.digest()


def _run() -> None:
    """The command line's run, which has no session."""
    from model.headless import run
    from model.outcome import outcome
    from model.scenario import find_scenario

    outcome(run(find_scenario("classroom").with_values(SIZES), 2), 1.0)


def _orders() -> None:
    """A list of orders with two auctions."""
    from model.order_tape import read_tape
    from model.replay import replay, report

    tick, lot = Decimal("0.01"), Decimal(1)
    report(replay(read_tape(ORDERS, "warm.csv", tick, lot)), tick, lot)


def _accounts() -> Iterator[dict[str, Any]]:
    """Margin accounts of every exchange and mode, with all that an account can hold."""
    positions = [
        {**SIZE, "side": "long", "leverage": 5.0},
        {**SIZE, "side": "short", "leverage": 5.0, "tiers": TIERS},
        {**SIZE, "side": "long", "leverage": 5.0, "mmr": 0.01},
    ]
    collateral = [{"asset": "BTC", "qty": 1.0, "price": 100_000.0}]
    for venue in ("binance", "okx", "bybit"):
        for position in positions:
            yield {"venue": venue, "mode": "isolated", "wallet": 500.0, "positions": [position]}
        for haircut in ("none", "tiered", 0.5, TIERS):
            cross = {"venue": venue, "mode": "cross", "wallet": 500.0, "positions": positions[:1]}
            yield {**cross, "haircut": haircut, "collateral": collateral}


def _margins() -> None:
    """The margin calculator."""
    from model.margin_account import read_account, report

    for account in _accounts():
        report(read_account(json.dumps(account).encode(), "warm.json"))


def _pictures() -> None:
    """Bars and pixels of the stage."""
    import numpy as np

    from model.raster import fill, gathered

    ones = np.ones(2)
    gathered(np.ones((3, 2)), np.stack((ones, 2 * ones)), np.arange(3.0))
    fill(np.zeros((2, 2), np.uint32), (ones, ones), (0.0, ones), 1.0, 1)


TASKS: tuple[Callable[[], None], ...] = (_session, _run, _orders, _margins, _pictures)
KEPT = 30 * 86400.0
"""Seconds that kernels of another version are kept."""
BACKWARDS = "from model.warm import compile_phases; compile_phases(True)"


def compile_phases(backwards: bool = False) -> None:
    """Compile every phase of a second, or load it if another process was faster."""
    from model.engine import PHASES, address_of
    from model.events import empty_record
    from model.genesis import instruments_of, unopened
    from model.scenario import find_scenario

    scenario = find_scenario(MARKET).with_values(SIZES)
    market, record = unopened(scenario, instruments_of(scenario)), empty_record(1, 1, 1, 1, 1)
    for phase in reversed(PHASES) if backwards else PHASES:
        address_of(phase, market, record)


@contextmanager
def _second_process() -> Iterator[None]:
    """Where there is a second processor, another process compiles the phases from the last one backwards meanwhile."""
    if (os.cpu_count() or 1) < 2 or getattr(sys, "frozen", False):
        yield
        return
    path = os.pathsep.join(filter(None, (str(HERE.parent), os.environ.get("PYTHONPATH"))))
    other = Popen(
        [sys.executable, "-c", BACKWARDS], env={**os.environ, "PYTHONPATH": path}, stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        yield
        other.wait()
    finally:
        other.kill()
        other.wait()


def warm(progress: Callable[[int, int], None] = lambda done, whole: None) -> None:
    """Compile or load every kernel that the program can reach; `progress` is told (tasks done, tasks in all)."""
    if not is_warm():
        with _second_process():
            compile_phases()
    for done, task in enumerate(TASKS):
        progress(done, len(TASKS))
        task()
    progress(len(TASKS), len(TASKS))
    if not SHIPPED.is_dir():
        _remember()


def _mark() -> Path:
    """A file beside the kept kernels whose name says for which text of the model they are complete."""
    return cache_folder() / "complete-{stamp}".format(stamp=whole_stamp())


def _remember() -> None:
    with suppress(OSError):  # a place that cannot be written only means that the next start looks again
        _mark().touch()
        _forget(_mark().stat().st_mtime - KEPT)


def _forget(limit: float) -> None:
    """Delete kernels of texts of the model that are no longer in force and were compiled before a moment."""
    stamps = {source_stamp(file)[:8] for file in HERE.glob("*.py")}
    for file in cache_folder().glob("*.nb[ic]"):
        if file.stat().st_mtime < limit and not any(stamp in file.name for stamp in stamps):
            file.unlink()


def is_warm() -> bool:
    """Whether every kernel has been compiled before: shipped with the program, or kept by an earlier `warm`."""
    return SHIPPED.is_dir() or _mark().exists()


def kernels() -> Iterator[Any]:
    """Numba's object of every kernel that was called in this process, once, each with its twin that only kernels call."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "model"]
    found = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Kernel)}
    for kernel in found.values():
        if "dispatcher" in vars(kernel):
            yield kernel.dispatcher
            yield kernel.get_overload.__self__


def compiled() -> int:
    """Kernels that this process had to compile because no cache held them, by numba's own count."""
    return sum(sum(kernel.stats.cache_misses.values()) for kernel in kernels())


def loaded() -> int:
    """Kernels that this process found in a cache, by numba's own count."""
    return sum(sum(kernel.stats.cache_hits.values()) for kernel in kernels())
