"""Many runs at once, on this machine's processors or a cluster's, counted policy by policy.

A run here is a piece of `Work` that any process can do by itself, and its result a `Row` of named numbers. Which process
does it changes nothing in it. A window uses an `EnsembleRun` like this:

    plan = Plan(scenario, ("breaker",), tuple(range(1, 201)))
    run = EnsembleRun(plan, workers=2)
    run.start()                     # returns at once; processes start beside the program
    ...                             # then from a timer, as often as it likes:
    for row in run.poll():          # what was finished since the last call; never waits
        ...
    run.done, run.whole, run.finished
    run.cancel()                    # at any time: what is finished stays in run.rows, in the order of the plan
    summary(plan, run.rows)         # medians, ranges and verdicts of what there is so far

A process that dies (killed, out of memory) loses nothing: its work is given to a fresh one.
"""

import os
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context, parent_process
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np

from model import __version__
from model.bad_input import BadInput
from model.compare import NONE, policy_edits, spread_of, verdicts
from model.facts import Lookout, Numbers, numbers_of
from model.genesis import instruments_of
from model.headless import run
from model.kernels import HERE, source_stamp
from model.market import Market
from model.outcome import outcome
from model.scenario import Scenario
from model.stylised_facts import Sampler, Samples
from model.timeline import Edit

CALM = "calm"
"""The arm without news, which stylised facts are also measured on."""
MOST_RESTARTS = 5
LOST_CLUSTER = "a cluster that goes on answering until the runs are done"
SAME_PROGRAM = "the same program ({version}, the same rules) on every worker"


def rules_stamp() -> str:
    """Hash of everything a run depends on; equal for equal rules, on every machine."""
    return f"{__version__}-{source_stamp(HERE / 'headless.py')}"


class Work(NamedTuple):
    """One run, as it is sent to a process: nothing else is needed to do it."""

    scenario: Scenario
    policy: str
    edits: tuple[Edit, ...]
    steps: int | None
    stamp: str
    sampled: bool
    going: str = ""
    """A file that exists as long as the result is wanted; empty for always."""


class Row(NamedTuple):
    """One finished run. `numbers` are those of model/facts.py."""

    seed: int
    policy: str
    digest: str
    numbers: Numbers
    samples: Samples | None = None


class Plan(NamedTuple):
    """What is to be run: every seed without a policy, with each policy alone, and with all of them if there are several."""

    scenario: Scenario
    policies: tuple[str, ...]
    seeds: tuple[int, ...]
    steps: int | None = None
    sampled: bool = False
    """Whether runs bring back samples for the stylised facts; adds the arm without news."""
    together: bool = True
    """Whether several policies are also run all at once."""

    def arms(self) -> dict[str, tuple[Edit, ...]]:
        """Edits of every arm by name."""
        arms = {NONE: (), **{name: tuple(policy_edits([name])) for name in self.policies}}
        if len(self.policies) > 1 and self.together:
            arms["+".join(self.policies)] = tuple(policy_edits(self.policies))
        return arms | {CALM: (Edit(0, "shock.size", 0.0),)} if self.sampled else arms

    def works(self) -> list[Work]:
        """Every run of the plan, seed by seed."""
        stamp, arms = rules_stamp(), self.arms()
        return [
            Work(self.scenario._replace(seed=seed), policy, edits, self.steps, stamp, self.sampled)
            for seed in self.seeds
            for policy, edits in arms.items()
        ]

    def rank(self, row: Row) -> tuple[int, int, str]:
        """Rows sorted by this stand seed by seed, arms in the order of the plan."""
        arms = list(self.arms())
        return row.seed, arms.index(row.policy) if row.policy in arms else len(arms), row.policy


class NotWanted(Exception):  # noqa: N818 - not an error: somebody has cancelled
    """Raised inside a run whose result nobody waits for any more."""


def do(work: Work) -> Row:
    """Do one run; called in a process of its own."""
    if work.stamp != rules_stamp():
        raise BadInput("--scheduler", "", SAME_PROGRAM.format(version=work.stamp.split("-")[0]))
    lookout = Lookout(tuple(item.symbol for item in instruments_of(work.scenario)))
    sampler = Sampler()

    def go_on(_done: int, _whole: int) -> None:
        if work.going and not Path(work.going).exists():
            raise NotWanted

    def look(market: Market) -> None:
        lookout.look(market)
        if work.sampled:
            sampler.look(market)

    finished = run(work.scenario, work.steps, work.edits, go_on, look)
    found = outcome(finished, 0.0)
    numbers = numbers_of(finished, found, lookout)
    return Row(work.scenario.seed, work.policy, found["digest"], numbers, sampler.samples() if work.sampled else None)


def processors() -> int:
    """Processors that this program may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def begin_worker() -> None:
    """In a worker: leave Ctrl-C to the program that started it, and end when that program ends."""
    signal(SIGINT, SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(0)

    threading.Thread(target=follow, daemon=True).start()


def local_pool(workers: int) -> ProcessPoolExecutor:
    """Processes on this machine, started afresh rather than forked: they work the same from a window and when frozen."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin_worker)


def error_of(future: Future[Row]) -> BaseException | None:
    """What went wrong with a run; what is wrong with a cluster is told as bad input."""
    if future.cancelled():
        return BadInput("--scheduler", "", LOST_CLUSTER)
    return future.exception()


class EnsembleRun:
    """A plan being carried out; see the top of this file."""

    def __init__(
        self, plan: Plan, workers: int | None = None, known: Iterable[Row] = (), cluster: Executor | None = None
    ) -> None:
        """Prepare; rows of the plan that are `known` are not run again. A `cluster` is used instead of local processes."""
        self.plan = plan
        arms, seeds = set(plan.arms()), set(plan.seeds)
        kept = {(row.seed, row.policy): row for row in known if row.seed in seeds and row.policy in arms}
        self._rows = kept
        self._waiting = [work for work in plan.works() if (work.scenario.seed, work.policy) not in kept]
        self.whole = len(self._waiting) + len(kept)
        self._workers = max(1, min(workers or processors(), len(self._waiting) or 1))
        self._cluster = cluster
        self._pool: Executor | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._futures: dict[Future[Row], Work] = {}
        self._restarts = 0

    @property
    def done(self) -> int:
        """Runs that are finished, those known before included."""
        return len(self._rows)

    @property
    def finished(self) -> bool:
        """Whether nothing is left to wait for: all is done, or it was cancelled."""
        return not self._waiting and not self._futures

    @property
    def rows(self) -> list[Row]:
        """Finished runs in the order of the plan, whoever finished first."""
        return sorted(self._rows.values(), key=self.plan.rank)

    def start(self) -> None:
        """Hand out all work; returns at once."""
        if self._waiting:
            self._folder = TemporaryDirectory(prefix="cascade-lab-", ignore_cleanup_errors=True)
            going = Path(self._folder.name) / "going"
            going.touch()
            flag = "" if self._cluster else str(going)
            self._waiting = [work._replace(going=flag) for work in self._waiting]
            self._hand_out()

    def _hand_out(self) -> None:
        works, self._waiting = self._waiting, []
        self._pool = self._cluster or local_pool(self._workers)
        self._futures = {self._pool.submit(do, work): work for work in works}

    def poll(self, seconds: float = 0.0) -> list[Row]:
        """Runs finished since the last call; waits at most `seconds` for the first one. A run's own error is raised here."""
        if not self._futures:
            return []
        ready = wait(self._futures, seconds, FIRST_COMPLETED).done
        fresh: list[Row] = []
        for future in ready:
            work, error = self._futures.pop(future), error_of(future)
            if isinstance(error, BrokenExecutor):
                self._waiting.append(work)
            elif error is not None:
                self.cancel()
                raise error
            else:
                row = future.result()
                self._rows[row.seed, row.policy] = row
                fresh.append(row)
        if self._waiting and not self._futures:
            self._begin_again()
        if self.finished:
            self._close()
        return sorted(fresh, key=self.plan.rank)

    def _begin_again(self) -> None:
        """All processes of a pool are gone once one has died: what they had not finished goes to fresh ones."""
        self._restarts += 1
        if self._restarts > MOST_RESTARTS or self._cluster:
            self.cancel()
            raise RuntimeError("the processes that do the runs keep dying")
        if self._pool is not None:
            self._pool.shutdown(wait=False)
        self._hand_out()

    def cancel(self) -> None:
        """Stop: runs in progress end within a minute of their market time, and nothing new begins. Returns at once."""
        for future in self._futures:
            future.cancel()
        self._futures, self._waiting = {}, []
        self._close()

    def _close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
        if self._pool is not None and self._pool is not self._cluster:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._folder = None


def table_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows as dictionaries with one key a column."""
    return [{"seed": row.seed, "policy": row.policy, "digest": row.digest, **row.numbers} for row in rows]


def ranges(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Median and 10–90 % range of every number that has a value in some run."""
    found = {}
    for name in dict.fromkeys(name for row in rows for name in row.numbers):
        values = [value for row in rows if (value := row.numbers.get(name)) is not None]
        if values:
            found[name] = spread_of(np.array(values))
    return found


def summary(plan: Plan, rows: Sequence[Row]) -> dict[str, Any]:
    """What the runs say: each policy against none on common seeds, and every number's range in every arm."""
    known = [row for row in rows if row.policy in plan.arms()]
    return {
        "policies": verdicts(table_rows([row for row in known if row.policy != CALM])),
        "ranges": {arm: ranges([row for row in known if row.policy == arm]) for arm in plan.arms()},
    }
