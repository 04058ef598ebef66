"""The command line's verbs that need no screen. Standard output is for results, standard error for progress and complaints."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from model.bad_input import BadInput
from model.compare import compare, parse_seeds, verdicts
from model.edits import ORDER, check_edit
from model.files import write_json
from model.headless import run
from model.manual import BOOK, MARGIN
from model.many_runs import add_claims, add_ensemble, claims_command, ensemble_command
from model.outcome import outcome
from model.parameter import Effect
from model.parameters import BY_KEY
from model.printed import COMPARE_HEAD, compare_line, summary, verdict_line
from model.saved import SUFFIX, Saved, read_saved
from model.scenario import POLICIES, Scenario, find_scenario, parse_setting, scenario_problems, shipped
from model.stopwatch import Stopwatch
from model.timeline import Edit, names_of

DONE, PROBLEMS, WRONG_USE = 0, 1, 2
OTHER_STORY = "{file}: was saved by version {version}; in this version the same market takes another way."
BAR = 40


class Parser(argparse.ArgumentParser):
    """Argparse that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """One sentence, exit status 2."""
        print(f"{self.prog}: {message}", file=sys.stderr)
        raise SystemExit(WRONG_USE)


def progress_bar(done: int, whole: int) -> None:
    """A bar on standard error, where that is a terminal."""
    if sys.stderr.isatty():
        filled = BAR * done // max(whole, 1)
        end = "\n" if done >= whole else ""
        print(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{whole}", end=end, file=sys.stderr, flush=True)


def parse_edit(text: str) -> Edit:
    """`STEP:KEY=VALUE` as an edit; the parameter must be one that may change during a run."""
    step, colon, setting = text.partition(":")
    if not colon or not step.isdigit():
        raise BadInput("--at", text, "STEP:KEY=VALUE")
    if setting.startswith(ORDER + "="):
        return Edit(int(step), ORDER, setting.partition("=")[2])
    key, value = parse_setting(setting)
    if BY_KEY[key].effect is not Effect.LIVE:
        raise BadInput("--at", key, "a parameter that may change during a run; set this one with --set")
    return Edit(int(step), key, value)


def chosen_scenario(options: argparse.Namespace) -> Scenario:
    """Scenario, settings and seed of a command line."""
    scenario = find_scenario(options.scenario)
    scenario = scenario.with_values(dict(map(parse_setting, options.set or [])))
    seed = getattr(options, "seed", None)
    return scenario if not isinstance(seed, int) else scenario._replace(seed=seed)


def opened_file(options: argparse.Namespace) -> Saved | None:
    """The save file that a command line names; none if it names a scenario."""
    if not options.scenario.endswith(SUFFIX):
        return None
    if options.set or options.seed is not None:
        raise BadInput("--seed" if options.seed is not None else "--set", "", "a scenario; a saved file brings its own")
    return read_saved(Path(options.scenario))


def _scenario_parser(verbs: Any, name: str, about: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about)
    parser.add_argument("scenario", help=f"one of {', '.join(shipped())}, or a file")
    parser.add_argument("--steps", type=_positive, help="seconds of market time (default: the scenario's)")
    parser.add_argument("--set", action="append", metavar="KEY=VALUE", help="another value from the start")
    parser.add_argument("--json", metavar="FILE", help="write the result there; - for standard output")
    return parser


def _file_parser(verbs: Any, name: str, about: str, manual: str) -> argparse.ArgumentParser:
    """A command whose help explains its file, as it is set."""
    as_set = argparse.RawDescriptionHelpFormatter
    parser: argparse.ArgumentParser = verbs.add_parser(
        name, help=about, description=about, epilog=manual.replace("%", "%%"), formatter_class=as_set
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("expected a whole number above 0")
    return number


def make_parser() -> argparse.ArgumentParser:
    """What the command line understands."""
    parser = Parser(prog="main.py")
    verbs = parser.add_subparsers(dest="verb", required=True, parser_class=Parser)
    one = _scenario_parser(verbs, "run", "one run of a scenario, in numbers")
    one.add_argument("--seed", type=int, help="number that the run's chance is drawn from")
    one.add_argument(
        "--at", action="append", metavar="STEP:KEY=VALUE",
        help="another value from that second on, or an order: 60:order='sell BTC on Binance $50000'",
    )  # fmt: skip
    one.add_argument("--csv", metavar="DIR", help="write seconds.csv, events.csv and ledger.csv there")
    many = _scenario_parser(verbs, "compare", "one scenario with and without policies, on the same seeds")
    many.add_argument("--seed", default="", help="seeds such as 7, 1-20, 1..5")
    many.add_argument("--policy", action="append", required=True, metavar="P", help=f"one of {', '.join(POLICIES)}")
    add_ensemble(_scenario_parser(verbs, "ensemble", "one scenario over many seeds and policies, on all processors"))
    about = "the news post's claims against this market, over many seeds"
    add_claims(verbs.add_parser("claims", help=about, description=about))
    check = verbs.add_parser("check", help="find every problem in scenario, lesson and save files")
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="scenario and save files, lessons' folders, lessons' names"
    )
    check.add_argument("--measure", action="store_true", help="print every value that the lessons expect, as measured")
    margin = _file_parser(verbs, "margin", "liquidation and bankruptcy prices of positions", MARGIN)
    margin.add_argument("file", metavar="POSITIONS.json")
    margin.add_argument("--json", metavar="FILE", help="write the result there; - for standard output")
    book = _file_parser(verbs, "book", "replay a list of orders through the matching engine", BOOK)
    book.add_argument("file", metavar="ORDERS.csv")
    book.add_argument("--tick", default="0.01", help="grid of prices (default 0.01)")
    book.add_argument("--lot", default="1", help="grid of quantities (default 1)")
    book.add_argument("--json", metavar="FILE", help="write the result there; - for standard output")
    return parser


def run_command(options: argparse.Namespace) -> int:
    """`main.py run`."""
    saved = opened_file(options)
    scenario = chosen_scenario(options) if saved is None else saved.scenario
    edits = [parse_edit(text) for text in options.at or []] + list(saved.roads[saved.here].edits if saved else ())
    names = names_of(scenario)
    for edit in edits:
        check_edit(edit.key, edit.value, names, "--at")
    steps = options.steps or (saved.step if saved is not None else 0) or None
    watch = Stopwatch()
    done = run(scenario, steps, edits, progress_bar)
    found = outcome(done, watch.seconds)
    if saved is not None and saved.digest and not options.at and done.steps == saved.step:
        found["as_saved"] = found["digest"] == saved.digest
        if not found["as_saved"]:
            print(OTHER_STORY.format(file=options.scenario, version=saved.program), file=sys.stderr)
    if options.csv:
        from model.tables import write_tables

        write_tables(done, Path(options.csv))
    if options.json:
        write_json(options.json, found)
    if options.json != "-":
        print(summary(found))
    return DONE


def compare_command(options: argparse.Namespace) -> int:
    """`main.py compare`: Ctrl-C keeps the rows that are finished."""
    scenario = chosen_scenario(options)
    seeds = parse_seeds(options.seed) if options.seed else [scenario.seed]
    quiet = options.json == "-"
    rows: list[dict[str, Any]] = []
    if not quiet:
        print(COMPARE_HEAD)

    def told(row: dict[str, Any]) -> None:
        rows.append(row)
        if not quiet:
            print(compare_line(row), flush=True)

    try:
        compare(scenario, options.policy, seeds, options.steps, told)
    except KeyboardInterrupt:
        print(f"stopped; {len(rows)} runs are finished", file=sys.stderr)
    judged = verdicts(rows)
    if options.json:
        write_json(options.json, {"scenario": scenario.name, "runs": rows, "policies": judged})
    if not quiet:
        for policy, verdict in judged.items():
            print(verdict_line(policy, verdict))
    return DONE


def problems_of(path: Path) -> list[BadInput]:
    """What is wrong with a scenario or a save file."""
    if path.suffix != SUFFIX:
        return scenario_problems(path.read_text(encoding="utf-8"), str(path))[1]
    try:
        read_saved(path)
    except BadInput as problem:
        return [problem]
    return []


def check_command(options: argparse.Namespace) -> int:
    """`main.py check`: every problem of every file."""
    from model.lesson_check import check_lesson, means_lesson
    from model.lesson_play import Runs

    count = 0
    runs: Runs = {}
    for name in options.files:
        if means_lesson(name):
            count += check_lesson(name, options.measure, runs)
            continue
        try:
            problems = problems_of(Path(name))
        except UnicodeDecodeError:
            problems = [BadInput(name, "", "text in UTF-8")]
        except OSError as error:
            problems = [BadInput(name, "", f"a file that can be read ({error.strerror})")]
        for problem in problems:
            print(problem)
        count += len(problems)
    print(f"{len(options.files)} files, {count} problems")
    return PROBLEMS if count else DONE


def _answer(options: argparse.Namespace, value: Any) -> int:
    write_json(options.json or "-", value)
    return DONE


def margin_command(options: argparse.Namespace) -> int:
    """`main.py margin`."""
    from model.margin_account import margin_report

    return _answer(options, margin_report(Path(options.file)))


def book_command(options: argparse.Namespace) -> int:
    """`main.py book`."""
    from model.replay import replay_orders

    return _answer(options, replay_orders(Path(options.file), options.tick, options.lot))


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": run_command,
    "compare": compare_command,
    "ensemble": lambda options: ensemble_command(options, chosen_scenario(options), progress_bar),
    "claims": lambda options: claims_command(options, chosen_scenario(options), progress_bar),
    "check": check_command,
    "margin": margin_command,
    "book": book_command,
}


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; bad input is one sentence on standard error and exit status 2."""
    try:
        options = make_parser().parse_args(list(arguments))
        return VERBS[options.verb](options)
    except BadInput as problem:
        print(problem, file=sys.stderr)
        return WRONG_USE
    except SystemExit as stop:
        return int(stop.code or 0)
