"""The figures of `main.py bench`: each is measured on this machine, beside what it must reach."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from model.bench import PEERS, matching_benchmark, missing_peers, peer_benchmark
from model.calls import call
from model.engine import advance
from model.events import Record, empty_record
from model.files import write_json
from model.genesis import genesis
from model.liquidation import liquidate
from model.market import Market
from model.scaling import plot, scaling_rows, scaling_table
from model.scenario import Scenario, find_scenario
from model.stopwatch import Stopwatch

CALM_STEPS, SMALL_STEPS, REPEATS = 200, 30_000, 3
SHOCK = 0.03
NO_PEER = (
    "{package} is not installed, so it is not measured beside ours (python3 -m uv run --group bench main.py bench)"
)
COMPILE = "from model.warm import warm; warm()"
START = (
    "from model.scenario import find_scenario; from model.session import Session;"
    "s = Session(find_scenario('classroom')); s.frame()"
)


def opened(scenario: Scenario, steps: int) -> tuple[Market, Record]:
    """A market and room for its record, warmed by one second."""
    market = genesis(scenario)
    room = 2 * market.account.size + 16 * market.portfolio.size + 16 * market.books.book.size + 4096
    record = empty_record(steps + 2, market.books.book.size, market.exchange.size, market.asset.size, room)
    advance(market, record, 1)
    return market, record


def seconds_for(market: Market, record: Record, steps: int) -> float:
    """Wall seconds that `steps` seconds of market time take."""
    watch, done = Stopwatch(), 0
    while done < steps:
        done += int(advance(market, record, steps - done))
        record.written[0] = 0
    return watch.seconds


def classroom(steps: int) -> float:
    """Steps a second of the classroom scenario, crash included."""
    market, record = opened(find_scenario("classroom"), steps)
    return steps / seconds_for(market, record, steps)


def full_size() -> Scenario:
    """The classroom's market at full size: 306 books and a million accounts."""
    return find_scenario("classroom").with_values(
        {"market.assets": 102, "accounts.count": 1_000_000, "makers.inventory_usd": 36e9, "run.steps": 14_400}
    )


def shock_step() -> tuple[float, float]:
    """Milliseconds until one book of a million accounts is quiet after a fall of 3 % at once, and the part liquidated.

    The fall begins where the first of them would be called: nobody starts within the noise of a calm day.
    """
    scenario = find_scenario("classroom").with_values(
        {
            "market.assets": 1,
            "accounts.count": 1_000_000,
            "accounts.leverage_median": 12.0,
            "accounts.leverage_sigma": 0.4,
        }
    )
    market, record = opened(scenario._replace(exchanges=(scenario.exchanges[0]._replace(share=1.0),)), 2)
    book = market.books.book
    open_before = int(np.count_nonzero(market.account["position"]))
    book["mark"][0] = int(book["long_top"][0] * (1.0 - SHOCK))
    watch = Stopwatch()
    call(market, record)
    liquidate(market, record)
    spent = watch.seconds * 1e3
    return spent, 1.0 - int(np.count_nonzero(market.account["position"])) / open_before


def in_fresh_process(code: str, fresh_cache: bool) -> float:
    """Wall seconds of a Python process that runs this code."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **({"CASCADE_KERNEL_CACHE": folder} if fresh_cache else {})}
        watch = Stopwatch()
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        return watch.seconds


def report(told: Callable[[str], None], rows: Iterable[tuple[str, float, str, str]]) -> dict[str, Any]:
    """Figures by name from (name, value, unit, what it must be); each is told as soon as it is known."""
    figures = {}
    for name, value, unit, must in rows:
        figures[name] = {"value": round(value, 4), "unit": unit, "must": must}
        told(f"{name}: {value:,.2f} {unit}" + (f" (must {must})" if must else ""))
    return figures


def model_rows() -> Iterator[tuple[str, float, str, str]]:
    """The model's figures, one after another."""
    yield "matching, batched random tape, 30 % marketable", matching_benchmark() / 1e6, "M orders/s", ">= 5"
    for name, (package, _, _) in PEERS.items():
        if package not in missing_peers():
            yield "the same tape: " + name, peer_benchmark(name) / 1e6, "M orders/s", ""
    yield "classroom, 30 books, 60 k accounts", max(classroom(5400) for _ in range(REPEATS)), "steps/s", ">= 4000"
    small = find_scenario("classroom").with_values({"market.assets": 1, "accounts.count": 2000})
    speeds = [SMALL_STEPS / seconds_for(*opened(small, SMALL_STEPS), SMALL_STEPS) for _ in range(REPEATS)]
    yield "three books, 2,000 accounts", max(speeds), "steps/s", ">= 30000"
    calm = seconds_for(*opened(full_size(), CALM_STEPS), CALM_STEPS) / CALM_STEPS * 1e3
    yield "calm step, 306 books, 1 M accounts", calm, "ms", "<= 2"
    yield "headline run, 14,400 steps", seconds_for(*opened(full_size(), 14_400), 14_400), "s", "<= 45"
    spent, part = min(shock_step() for _ in range(REPEATS))
    yield "shock step, -3 % on 1 M accounts of one book", spent, "ms", "<= 100"
    yield "accounts liquidated by that shock", 100 * part, "%", "about 20"
    if getattr(sys, "frozen", False):  # a packaged program is no Python that could be given code to run
        return
    yield "model ready, warm cache, new process", in_fresh_process(START, fresh_cache=False), "s", ""
    yield "cold compile of all kernels", in_fresh_process(COMPILE, fresh_cache=True), "s", "<= 45"


def history_rows() -> Iterator[tuple[str, float, str, str]]:
    """Jumps and memory of the headline run, from a process of its own."""
    done = subprocess.run([sys.executable, "-m", "model.history_bench"], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    yield "jump to any second of the headline run: p95", found["p95"], "ms", "<= 250"
    yield "the slowest of 200 jumps", found["worst"], "ms", "<= 400"
    yield "memory, headline run with its whole history", found["memory"], "MB", "<= 1200"


def arguments_of(argv: Sequence[str]) -> argparse.Namespace:
    """What follows `bench`."""
    parser = argparse.ArgumentParser(prog="main.py bench", description="how fast the program is on this machine")
    parser.add_argument("--json", metavar="FILE", help="write the result there; - for standard output")
    return parser.parse_args(list(argv))


def bench(options: argparse.Namespace, more: Sequence[Callable[[Callable[[str], None]], dict[str, Any]]] = ()) -> int:
    """Measure the model, then whatever else is given, and write or print the figures."""

    def told(text: str) -> None:
        sys.stderr.write(text + "\n")

    for package in missing_peers():
        told(NO_PEER.format(package=package))
    figures = report(told, model_rows())
    scaling = scaling_table()
    figures |= report(told, scaling_rows(scaling))
    figures |= report(told, history_rows())
    for measure in more:
        figures |= measure(told)
    if options.json:
        write_json(options.json, {"figures": figures, "scaling": scaling, "processors": os.cpu_count()})
    if options.json != "-":
        lines = [f"{n:<62} {f['value']:>12,.2f} {f['unit']:<10} {f['must']}" for n, f in figures.items()]
        lines += [line for what, rows in scaling.items() for line in plot(rows, what)]
        sys.stdout.write("\n".join(lines) + "\n")
    return 0
