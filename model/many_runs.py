"""The commands that run a scenario many times: `ensemble`, and `claims`, which judges the post by such runs."""

import argparse
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from model import __version__
from model.claims import judge, plans
from model.cluster import cluster_executor
from model.compare import NONE, parse_seeds
from model.ensemble import CALM, EnsembleRun, Plan, Row, processors, summary, table_rows
from model.files import write_json
from model.journal import Journal
from model.printed import claim_lines, fact_lines, range_line, verdict_line
from model.scenario import POLICIES, Scenario, find_scenario, shipped
from model.stylised_facts import facts_report

DONE, INTERRUPTED = 0, 130
PATIENCE = 0.2
HEADLINE, FALLBACK = "forty-billion", "classroom"
STOPPED = "stopped; {done} of {whole} runs are finished"
Progress = Callable[[int, int], None]


def add_ensemble(parser: argparse.ArgumentParser) -> None:
    """What `ensemble` takes besides a scenario and settings."""
    parser.add_argument("--seeds", "--seed", default="1-20", help="seeds such as 7, 1-200, 1..5 (default 1-20)")
    parser.add_argument("--policy", action="append", metavar="P", help=f"one of {', '.join(POLICIES)}; may be repeated")
    parser.add_argument(
        "--csv", metavar="FILE", help="a row for each run; the same file again does only what is missing"
    )
    parser.add_argument("--facts", action="store_true", help="stylised facts over all runs; runs everything anew")
    _add_workers(parser)


def add_claims(parser: argparse.ArgumentParser) -> None:
    """What `claims` takes."""
    parser.add_argument("scenario", nargs="?", default=headline(), help=f"default {headline()}")
    parser.add_argument("--seeds", "--seed", default="1-20", help="seeds such as 7, 1-200, 1..5 (default 1-20)")
    parser.add_argument("--steps", type=_positive, help="seconds of market time (default: the scenario's)")
    parser.add_argument("--set", action="append", metavar="KEY=VALUE", help="another value from the start")
    parser.add_argument("--json", metavar="FILE", help="write the result there; - for standard output")
    _add_workers(parser)


def headline() -> str:
    """The scenario that the claims are about."""
    return HEADLINE if HEADLINE in shipped() else FALLBACK


def _add_workers(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=_positive, help=f"processes on this machine (default {processors()})")
    where.add_argument("--scheduler", metavar="ADDRESS", help="run on the workers of this Dask scheduler instead")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("expected a whole number above 0")
    return number


def carry_out(
    plan: Plan, options: argparse.Namespace, progress: Progress, journal: Journal | None = None
) -> tuple[list[Row], bool]:
    """Rows of a plan, and whether all of it was done; Ctrl-C stops, and what is finished is kept."""
    with ExitStack() as stack:
        cluster = stack.enter_context(cluster_executor(options.scheduler)) if options.scheduler else None
        known = journal.known if journal and not plan.sampled else ()
        running = EnsembleRun(plan, options.workers, known, cluster)
        try:
            progress(running.done, running.whole)
            running.start()
            while not running.finished:
                for row in running.poll(PATIENCE):
                    if journal:
                        journal.add(row)
                    progress(running.done, running.whole)
        except KeyboardInterrupt:
            running.cancel()
            print(end="\n" if sys.stderr.isatty() else "", file=sys.stderr)
            print(STOPPED.format(done=running.done, whole=running.whole), file=sys.stderr)
        finally:
            if journal:
                journal.close(running.rows)
    return running.rows, running.done == running.whole


def ensemble_command(options: argparse.Namespace, scenario: Scenario, progress: Progress) -> int:
    """`main.py ensemble`."""
    seeds = tuple(parse_seeds(options.seeds))
    plan = Plan(scenario, tuple(dict.fromkeys(options.policy or ())), seeds, options.steps, options.facts)
    plan.arms()
    journal = Journal(Path(options.csv), plan) if options.csv else None
    rows, whole = carry_out(plan, options, progress, journal)
    found: dict[str, Any] = {
        "scenario": scenario.name,
        "version": __version__,
        "complete": whole,
        **summary(plan, rows),
    }
    if options.facts:
        found["facts"] = facts_report(_groups(rows))
    if options.json:
        write_json(options.json, {**found, "runs": table_rows(rows)})
    if options.json != "-":
        print("\n".join(_told(plan, found)))
    return DONE if whole else INTERRUPTED


def _groups(rows: list[Row]) -> dict[str, Any]:
    kept = {arm: [row.samples for row in rows if row.policy == arm and row.samples] for arm in (NONE, CALM)}
    return {"stressed": kept[NONE], CALM: kept[CALM], "pooled": kept[NONE] + kept[CALM]}


def _told(plan: Plan, found: dict[str, Any]) -> list[str]:
    runs = len(plan.seeds)
    lines = [f"{found['scenario']}, {runs} seeds: median (10–90 %)"]
    lines += [range_line(arm, ranges) for arm, ranges in found["ranges"].items() if ranges]
    lines += [verdict_line(policy, verdict) for policy, verdict in found["policies"].items()]
    return lines + fact_lines(found.get("facts", []))


def claims_command(options: argparse.Namespace, scenario: Scenario, progress: Progress) -> int:
    """`main.py claims`: every claim of the post against this market."""
    seeds = tuple(parse_seeds(options.seeds))
    asked = plans(scenario, find_scenario("nuclear-button"), seeds, options.steps)
    rows: dict[str, list[Row]] = {}
    whole = True
    count = sum(len(plan.works()) for plan in asked.values())

    def told(done: int, _whole: int) -> None:
        progress(sum(map(len, rows.values())) + done, count)

    for name, plan in asked.items():
        if whole:
            rows[name], whole = carry_out(plan, options, told)
    judged = judge(rows)
    if options.json:
        head = {"scenario": scenario.name, "seeds": list(seeds), "version": __version__, "complete": whole}
        write_json(options.json, {**head, "claims": judged})
    if options.json != "-":
        print("\n".join(claim_lines(judged)))
    return DONE if whole else INTERRUPTED
