"""The tables of `lesson.toml` as records: every key known, every name one that exists, every value in its range."""

from pathlib import Path
from typing import Any

from model.bad_input import Said, say
from model.genesis import instruments_of
from model.lesson import (
    ALWAYS,
    BETTER,
    CHARTS,
    CHOICE,
    DETAILS,
    DIRECTION,
    HANDS,
    INFINITE,
    KINDS,
    LOCKS,
    MAIN,
    MEDIAN,
    NUMBER,
    PARTS,
    SHOCK,
    Expect,
    Goal,
    Guess,
    Lesson,
    Step,
    Trial,
)
from model.lesson_measures import measure_problem
from model.moments import moment_problem
from model.parameter import Kind
from model.parameters import BY_KEY, PARAMETERS
from model.scenario import Scenario, one_of
from model.table_reader import Reader, inside
from model.timeline import Edit

TOP = ("scenario", "seed", "minutes", "asset", "visible", "locked", "set", "edit", "step", "expect", "trial")
STEP = ("id", "at", "road", "show", "hide", "lock", "unlock", "asset", "chart", "speed", "trial", "guess", "goal")
GUESS = (
    "kind",
    "measure",
    "against",
    "same",
    "bounds",
    "among",
    "wins",
    "answer",
    "low",
    "high",
    "trial",
    "tells",
    "until",
)
GOAL = ("measure", "at", "low", "high", "road")
EXPECT = ("measure", "at", "low", "high", "road", "minus", "trial", "value")
OF_ROADS = ("measure", "at", "road", "minus")
"""What an expected value of a trial has not: the trial says what is measured, at the end of its runs."""
TRIAL = ("name", "seeds", "measure", "change", "set")
SPEEDS = ("1/16×", "1×", "10×", "60×", "300×")
SWITCHES = tuple(p.key for p in PARAMETERS if p.kind is Kind.SWITCH)


class Ground:
    """What names of a lesson may mean: its market's assets and exchanges, its roads, trials and length."""

    def __init__(self, scenario: Scenario) -> None:
        self.symbols = tuple(item.symbol for item in instruments_of(scenario))
        self.exchanges = tuple(exchange.name for exchange in scenario.exchanges)
        self.length = int(scenario.number("run.steps"))
        self.roads: tuple[str, ...] = (MAIN,)
        self.trials: dict[str, Trial] = {}

    def moment(self, reader: Reader, table: dict[str, Any], place: str, default: str) -> str:
        """A moment, as a second or a name."""
        value = table.get("at", default)
        text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else "?"
        problem = moment_problem(text, self.length, self.symbols, self.exchanges)
        if problem:
            reader.complain(inside(place, "at"), problem)
            return default
        return text

    def measure(self, reader: Reader, table: dict[str, Any], place: str, key: str = "measure") -> str:
        """A measure by name."""
        text = reader.text(table, place, key, say("Problems", "the name of a measure"))
        problem = measure_problem(text, self.symbols, self.exchanges)
        if problem:
            reader.complain(inside(place, key), problem)
            return "liquidated"
        return text


def _tables(tables: dict[str, Any], key: str, reader: Reader) -> list[Any]:
    rows = tables.get(key, [])
    if isinstance(rows, list):
        return rows
    reader.complain(key, say("Problems", "tables [[{name}]]", name=key))
    return []


def _edits(rows: list[Any], reader: Reader, ground: Ground) -> tuple[tuple[Edit, ...], dict[str, tuple[Edit, ...]]]:
    """Edits of the main road, and of every road that leaves it."""
    roads: dict[str, list[Edit]] = {MAIN: []}
    for number, row in enumerate(rows, 1):
        place = f"edit {number}"
        if not isinstance(row, dict):
            reader.complain(place, say("Problems", "a table"))
            continue
        road = reader.text(row, place, "road", say("Problems", "a name in quotes"), MAIN)
        at = reader.whole(row, place, "at", 0, 0, ground.length)
        values = reader.settings({k: v for k, v in row.items() if k not in ("at", "road")}, place, live_only=True)
        if not values:
            reader.complain(place, say("Problems", "a parameter and its value, such as breaker.on = true"))
        same = roads.setdefault(road, [])
        if road != MAIN and same and same[0].step != at:
            leaves = say("Problems", "{second}, the second in which road {road} leaves", second=same[0].step, road=road)
            reader.complain(inside(place, "at"), leaves)
        same += [Edit(at, key, value) for key, value in values.items()]
    main = tuple(sorted(roads.pop(MAIN), key=lambda edit: edit.step))
    return main, {name: tuple(edits) for name, edits in roads.items()}


def _guess(table: Any, place: str, reader: Reader, ground: Ground) -> Guess:
    table = reader.known(table, place, GUESS)
    kind = reader.one_of(table, place, "kind", KINDS)
    if not kind:
        reader.complain(inside(place, "kind"), one_of(KINDS))
        kind = CHOICE
    measure = ground.measure(reader, table, place) if "measure" in table else ""
    against = reader.one_of(table, place, "against", ground.roads)
    among = tuple(_checked(table, place, reader, ground))
    bounds = table.get("bounds", [])
    if not isinstance(bounds, list) or not all(isinstance(b, int | float) for b in bounds) or sorted(bounds) != bounds:
        reader.complain(inside(place, "bounds"), say("Problems", "numbers that rise"))
        bounds = []
    later = say("Problems", "the id of a later step")
    guess = Guess(
        kind, measure, against, abs(reader.number(table, place, "same", 0.0)), tuple(float(b) for b in bounds), among,
        reader.one_of(table, place, "wins", ("greatest", "least"), "greatest"),
        reader.whole(table, place, "answer", 0, 0, 12), reader.number(table, place, "low", 0.0),
        reader.number(table, place, "high", 0.0), reader.one_of(table, place, "trial", ground.trials),
        reader.whole(table, place, "tells", 0, 0, 12), reader.text(table, place, "until", later),
    )  # fmt: skip
    for problem in _guess_problems(guess):
        reader.complain(place, problem)
    return guess


def _checked(table: dict[str, Any], place: str, reader: Reader, ground: Ground) -> list[str]:
    """The measures of `among`, each problem told."""
    rows = table.get("among", [])
    names = [str(name) for name in rows] if isinstance(rows, list) else []
    for name in names:
        problem = measure_problem(name, ground.symbols, ground.exchanges)
        if problem:
            reader.complain(inside(place, "among"), problem)
    return names


def _guess_problems(guess: Guess) -> list[Said]:
    """What does not fit together in a guess."""
    found = []
    if guess.kind in (CHOICE, HANDS) and sum(map(bool, (guess.bounds, guess.among, guess.answer))) != 1:
        found.append(say("Problems", "one of bounds (with a measure), among or answer"))
    if guess.bounds and not guess.measure:
        found.append(say("Problems", "a measure for these bounds"))
    if guess.kind == DIRECTION and not guess.measure:
        found.append(say("Problems", "a measure whose direction is asked for"))
    if guess.kind == NUMBER and not (guess.measure or guess.trial):
        found.append(say("Problems", "a measure or a trial whose number is asked for"))
    if guess.kind == NUMBER and not guess.low < guess.high:
        found.append(say("Problems", "low and high, the range in which a number may be guessed"))
    return found


def _goal(table: Any, place: str, reader: Reader, ground: Ground) -> Goal:
    table = reader.known(table, place, GOAL)
    low, high = reader.number(table, place, "low", -INFINITE), reader.number(table, place, "high", INFINITE)
    if not low < high or (low, high) == (-INFINITE, INFINITE):
        reader.complain(place, say("Problems", "low or high, low below high"))
    road = reader.one_of(table, place, "road", ground.roads)
    at = ground.moment(reader, table, place, "end")
    if at != "end" and not at.isdigit():
        reader.complain(
            inside(place, "at"),
            say("Problems", "a second or end: on a pupil's own road other moments are not known before"),
        )
    return Goal(ground.measure(reader, table, place), at, low, high, road)


def _step(table: Any, number: int, reader: Reader, ground: Ground) -> Step:
    place = f"step {number}"
    table = reader.known(table, place, STEP)
    name = reader.text(table, place, "id", say("Problems", "a name in quotes"))
    if not name:
        reader.complain(inside(place, "id"), say("Problems", "a name in quotes, the same as the heading of the text"))
    lockable = (*LOCKS, *dict.fromkeys(p.group for p in PARAMETERS), *BY_KEY)
    goals = table.get("goal", [])
    return Step(
        name, ground.moment(reader, table, place, "start"), reader.one_of(table, place, "road", ground.roads, MAIN),
        reader.names(table, place, "show", VISIBLE), reader.names(table, place, "hide", VISIBLE),
        reader.names(table, place, "unlock", lockable), reader.names(table, place, "lock", lockable),
        reader.one_of(table, place, "asset", ground.symbols), reader.one_of(table, place, "chart", CHARTS),
        reader.one_of(table, place, "speed", SPEEDS), reader.one_of(table, place, "trial", ground.trials),
        _guess(table["guess"], inside(place, "guess"), reader, ground) if "guess" in table else None,
        tuple(_goal(row, f"{place}.goal {n}", reader, ground) for n, row in enumerate(goals, 1)),
    )  # fmt: skip


VISIBLE = (
    *(name for name in PARTS if name not in ALWAYS), *(f"{part}.{name}" for part in DETAILS for name in DETAILS[part]),
    SHOCK, *SWITCHES,
)  # fmt: skip
"""What a lesson can show and hide: parts of the window, single details of them, the news' controls, single switches."""


def _expect(table: Any, number: int, reader: Reader, ground: Ground) -> Expect:
    place = f"expect {number}"
    table = reader.known(table, place, EXPECT)
    low, high = reader.number(table, place, "low", -INFINITE), reader.number(table, place, "high", INFINITE)
    if not low < high or (low, high) == (-INFINITE, INFINITE):
        reader.complain(place, say("Problems", "low or high, low below high"))
    if "trial" in table or "value" in table:
        return _expect_of_trial(table, place, (low, high), reader, ground)
    road = reader.one_of(table, place, "road", ground.roads, MAIN)
    minus = reader.one_of(table, place, "minus", ground.roads)
    return Expect(
        ground.measure(reader, table, place), ground.moment(reader, table, place, "end"), low, high, road, minus
    )


def _expect_of_trial(
    table: dict[str, Any], place: str, ends: tuple[float, float], reader: Reader, ground: Ground
) -> Expect:
    """What a trial is expected to show."""
    trial = ground.trials.get(str(table.get("trial", "")))
    if trial is None:
        names = ", ".join(ground.trials) or "…"
        reader.complain(inside(place, "trial"), say("Problems", "the name of a trial ({names})", names=names))
        return Expect("liquidated", "end", *ends)
    for key in OF_ROADS:
        if key in table:
            beside = say("Problems", "no {name} beside a trial, which has its own measure, at its end", name=key)
            reader.complain(inside(place, key), beside)
    seeds = len(trial.seeds)
    value = table.get("value", BETTER)
    if reader.one_of(table, place, "value", (BETTER, MEDIAN), BETTER) == MEDIAN:
        seeds = 0
    elif value == BETTER and (ends[0] > seeds or (ends[1] < INFINITE and not 0 <= ends[1] <= seeds)):
        wanted = say("Problems", "low and high from 0 to {seeds}, the number of seeds of trial {trial}",
                     seeds=seeds, trial=trial.name)  # fmt: skip
        reader.complain(place, wanted)
    return Expect(trial.measure, "end", *ends, trial=trial.name, seeds=seeds)


def _trial(table: Any, number: int, reader: Reader, ground: Ground) -> Trial:
    place = f"trial {number}"
    table = reader.known(table, place, TRIAL)
    name = reader.text(table, place, "name", say("Problems", "a name in quotes"))
    first, _, last = reader.text(table, place, "seeds", say("Problems", "seeds such as 1-20"), "1-20").partition("-")
    if not (name and first.isdigit() and last.isdigit() and int(first) <= int(last) < int(first) + 200):
        reader.complain(place, say("Problems", "a name, and at most 200 seeds such as 1-20"))
        first, last = "1", "2"
    values = reader.settings(table.get("change", {}), inside(place, "change"), live_only=True)
    settings = reader.settings(table.get("set", {}), inside(place, "set"), live_only=False)
    if not values:
        reader.complain(place, say("Problems", "a table [trial.change] with what is changed"))
    seeds = tuple(range(int(first), int(last) + 1))
    return Trial(name, seeds, ground.measure(reader, table, place), tuple(values.items()), tuple(settings.items()))


def read_lesson_tables(tables: dict[str, Any], reader: Reader, scenario: Scenario) -> Lesson:
    """The whole lesson without its words."""
    reader.known(tables, "", TOP)
    ground = Ground(scenario)
    edits, roads = _edits(_tables(tables, "edit", reader), reader, ground)
    ground.roads = (MAIN, *roads)
    trials = [_trial(row, n, reader, ground) for n, row in enumerate(_tables(tables, "trial", reader), 1)]
    ground.trials = {trial.name: trial for trial in trials}
    steps = [_step(row, n, reader, ground) for n, row in enumerate(_tables(tables, "step", reader), 1)]
    if not steps:
        reader.complain("step", say("Problems", "at least one [[step]]"))
    for number, step in enumerate(steps, 1):
        if step.id in [other.id for other in steps[: number - 1]]:
            reader.complain(f"step {number}.id", say("Problems", "an id that no other step has"))
        later = [other.id for other in steps[number:]]
        if step.guess is not None and step.guess.until and step.guess.until not in later:
            wanted = say("Problems", "the id of a later step ({names})", names=", ".join(later))
            reader.complain(f"step {number}.guess.until", wanted)
    if steps and steps[-1].guess is not None:
        reader.complain(f"step {len(steps)}.guess", say("Problems", "a step behind it, whose moment answers the guess"))
    lockable = (*LOCKS, *dict.fromkeys(p.group for p in PARAMETERS), *BY_KEY)
    return Lesson(
        "", Path(), scenario, reader.whole(tables, "", "minutes", 30, 1, 90),
        reader.one_of(tables, "", "asset", ground.symbols), reader.names(tables, "", "visible", VISIBLE),
        reader.names(tables, "", "locked", lockable), edits, roads, tuple(steps),
        tuple(_expect(row, n, reader, ground) for n, row in enumerate(_tables(tables, "expect", reader), 1)),
        tuple(trials), {},
    )  # fmt: skip
