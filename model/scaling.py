"""How the cost of a calm second grows with the number of books and of accounts, and of an ensemble with its workers."""

from collections.abc import Iterator
from typing import Any

from model.engine import advance
from model.ensemble import Plan, do, local_pool
from model.events import empty_record
from model.genesis import genesis
from model.scenario import Scenario, find_scenario
from model.stopwatch import Stopwatch

STEPS, REPEATS = 100, 3
ASSETS = (1, 3, 10, 34, 102)
ACCOUNTS = (1_000, 10_000, 100_000, 1_000_000)
RUNS, RUN_STEPS = 16, 1800
PLOT_WIDTH = 40


def step_ms(scenario: Scenario) -> float:
    """Milliseconds of work for one calm second: the best of a few stretches."""
    market = genesis(scenario)
    room = 2 * market.account.size + 16 * market.portfolio.size + 16 * market.books.book.size + 4096
    steps = REPEATS * STEPS + 1
    record = empty_record(steps, market.books.book.size, market.exchange.size, market.asset.size, room)
    advance(market, record, 1)
    best = float("inf")
    for _ in range(REPEATS):
        watch = Stopwatch()
        advance(market, record, STEPS)
        best = min(best, watch.work_seconds)
        record.written[0] = 0
    return best / STEPS * 1e3


def calm(assets: int, accounts: int) -> Scenario:
    """The classroom's market in another size; its news comes after the seconds that are measured."""
    return find_scenario("classroom").with_values(
        {"market.assets": assets, "accounts.count": accounts, "shock.start": 3600}
    )


def scaling_table() -> dict[str, list[dict[str, Any]]]:
    """Rows of cost against books (with 60,000 accounts), and against accounts (with 306 books)."""
    books = [{"books": 3 * assets, "ms_a_step": step_ms(calm(assets, 60_000))} for assets in ASSETS]
    accounts = [{"accounts": count, "ms_a_step": step_ms(calm(102, count))} for count in ACCOUNTS]
    return {"books": books, "accounts": accounts}


def steepness(rows: list[dict[str, Any]], what: str) -> float:
    """Growth of the cost from the first to the last row, against that of the size: 1 is linear, less is better."""
    first, last = rows[0], rows[-1]
    return float(last["ms_a_step"] / first["ms_a_step"] / (last[what] / first[what]))


def plot(rows: list[dict[str, Any]], what: str) -> Iterator[str]:
    """The cost of one book or account at each size as a bar: as long everywhere means linear, shorter downwards better."""
    each = [float(row["ms_a_step"]) / row[what] * 1e3 for row in rows]
    for row, cost in zip(rows, each, strict=True):
        bar = "█" * max(round(PLOT_WIDTH * cost / max(each)), 1)
        yield f"{row[what]:>9,} {what:<9} {row['ms_a_step']:>7.3f} ms a step {cost:>9.4f} µs each  {bar}"


def ensemble_seconds(workers: int) -> float:
    """Wall seconds of a few runs on this many processes that are already warm."""
    plan = Plan(find_scenario("classroom"), (), tuple(range(1, RUNS + 1)), RUN_STEPS)
    with local_pool(workers) as pool:
        warm = plan._replace(seeds=tuple(range(2 * workers)), steps=60)
        list(pool.map(do, warm.works()))
        watch = Stopwatch()
        list(pool.map(do, plan.works()))
        return watch.seconds


def scaling_rows(table: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, float, str, str]]:
    """Figures for the benchmark, as model/benchmarks.py takes them."""
    yield "ensemble, 2 workers against 1", ensemble_seconds(1) / ensemble_seconds(2), "x", ">= 1.8"
    yield "growth of cost by books, 3 to 306 (1 is linear)", steepness(table["books"], "books"), "", "<= 1"
    yield "growth of cost by accounts, 1 k to 1 M (1 is linear)", steepness(table["accounts"], "accounts"), "", "<= 1"
