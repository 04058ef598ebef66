"""A lesson played without a window: every road to its end, every moment found, every guess answered, every value measured."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from model.bad_input import BadInput, Said, shown
from model.engine import advance
from model.events import EVENT, empty_record
from model.genesis import genesis, instruments_of
from model.lesson import DIRECTION, INFINITE, LESS, MAIN, MORE, NUMBER, SAME, Expect, Goal, Guess, Lesson, Trial
from model.lesson_measures import PART, SECONDS, TIMES, USD, measured, unit_of
from model.moments import Past, find_moment, past_of
from model.parameters import BY_KEY
from model.parameters import QT_TRANSLATE_NOOP as T
from model.scenario import Scenario
from model.sums import SUMS, sums
from model.timeline import Edit, Value
from model.translation import Say, in_english

CHUNK = 30
FEWER = T(
    "Problems",
    "less {measure} in {low} to {high} of the seeds of trial {trial}, {seeds} in all, but it is less in {value}",
)
MIDDLE = T(
    "Problems", "{measure} to change by {low} to {high} in the middle seed of trial {trial}, but it changes by {value}"
)
RANGE = T("Problems", "{measure} at {at} on road {road} from {low} to {high}, but it is {value}")
HAPPENS = T("Problems", "a moment that happens on road {road}; {at} does not")
ANSWER = T("Problems", "a measure that has a value at the step that answers it; {measure} has none")
TOLD = T("Problems", "choice {told} to be what comes, as the text says, but the run gives choice {came} ({value})")
ORDER = T("Problems", "a moment not before that of step {other} on the same road, so that playing on reaches it")


class TrialRow(NamedTuple):
    """One seed of a trial: the measure at the end without the change and with it."""

    seed: int
    without: float
    changed: float


class Answer(NamedTuple):
    """What came of a guess: the measured value, and which choice that makes (−1 for a number)."""

    value: float
    choice: int


class Played(NamedTuple):
    """A lesson after its run."""

    pasts: dict[str, Past]
    """Every road's whole history, which is large; a window that has what follows lets it go."""
    seconds: tuple[int, ...]
    """Second of each step on its road."""
    answers: dict[str, Answer]
    """What came of each guess, by step."""
    trials: dict[str, tuple[TrialRow, ...]]
    values: tuple["Measured", ...] = ()
    """Everything that the lesson expects, measured."""
    problems: tuple[BadInput, ...] = ()
    """Everything that it relies on and that its run does not show."""


Runs = dict[tuple[str, tuple[Edit, ...]], Past]
"""Finished runs by market and edits: whoever plays many lessons of one market keeps them and runs each road once."""


def _run(scenario: Scenario, edits: Sequence[Edit]) -> Iterator[Past | None]:
    """Run to the end by small pieces; `None` after each, the past at last."""
    market = genesis(scenario)
    steps = int(scenario.number("run.steps"))
    room = 2 * market.account.size + 16 * market.portfolio.size + 16 * market.books.book.size + 4096
    record = empty_record(steps, market.books.book.size, market.exchange.size, market.asset.size, room)
    waiting, pieces, done = sorted(edits, key=lambda edit: edit.step), [np.zeros(0, EVENT)], 0
    while done < steps:
        while waiting and waiting[0].step <= done:
            edit = waiting.pop(0)
            market.settings[BY_KEY[edit.key].field] = BY_KEY[edit.key].encode(edit.value)
        stop = min([done + CHUNK, steps, *(edit.step for edit in waiting)])
        done += int(advance(market, record, stop - done))
        pieces.append(record.log[: int(record.written[0])].copy())
        record.written[0] = 0
        yield None
    symbols = tuple(item.symbol for item in instruments_of(scenario))
    names = tuple(exchange.name for exchange in scenario.exchanges)
    yield past_of(market, record, np.concatenate(pieces), done, symbols, names, scenario.number("fund.size_usd"))


def playing(lesson: Lesson, runs: Runs | None = None) -> Iterator[Played | None]:
    """Play a lesson by small pieces, so that a window can do it between two frames; the result comes last.

    Roads found in `runs` are not run again; the others are added to it.
    """
    pasts: dict[str, Past] = {}
    market, kept = repr(lesson.scenario), {} if runs is None else runs
    for road in (MAIN, *lesson.roads):
        edits = lesson.edits_of(road)
        for past in _run(lesson.scenario, edits) if (market, edits) not in kept else ():
            if past is not None:
                kept[market, edits] = past
            yield None
        pasts[road] = kept[market, edits]
    trials: dict[str, tuple[TrialRow, ...]] = {}
    unchanged: dict[Ground, dict[str, float]] = {}
    for trial in lesson.trials:
        rows: list[TrialRow] = []
        for seed in trial.seeds:
            for row in _trial_row(lesson, trial, seed, unchanged):
                if row is not None:
                    rows.append(row)
                yield None
        trials[trial.name] = tuple(rows)
    seconds = tuple(find_moment(pasts[step.road], step.at) or 0 for step in lesson.steps)
    played = Played(pasts, seconds, _answers(lesson, pasts, seconds, trials), trials)
    yield played._replace(values=tuple(values(lesson, played)), problems=tuple(broken(lesson, played)))


def play(lesson: Lesson, runs: Runs | None = None) -> Played:
    """Play a lesson at once."""
    played = deque(playing(lesson, runs), maxlen=1)[0]
    assert played is not None
    return played


Ground = tuple[tuple[tuple[str, Value], ...], int]
"""The settings and the seed of a run of a trial."""


def _trial_row(
    lesson: Lesson, trial: Trial, seed: int, unchanged: dict[Ground, dict[str, float]]
) -> Iterator[TrialRow | None]:
    """One seed without the change and with it; trials in the same market share the runs without."""
    base, ground = lesson.scenario.with_values(dict(trial.settings))._replace(seed=seed), (trial.settings, seed)
    found: dict[bool, dict[str, float]] = {}
    for changed in (False, True):
        if not changed and ground in unchanged:
            continue
        for past in _run(base, tuple(Edit(0, key, value) for key, value in trial.values) if changed else ()):
            if past is None:
                yield None
            else:
                names = {other.measure for other in lesson.trials}
                found[changed] = {name: measured(past, name, past.horizon) for name in names}
    without = unchanged.setdefault(ground, found.get(False, {}))
    yield TrialRow(seed, without[trial.measure], found[True][trial.measure])


def better(rows: Sequence[TrialRow]) -> int:
    """In how many seeds the measure is less with the change than without."""
    return sum(row.changed < row.without for row in rows)


def median_change(rows: Sequence[TrialRow]) -> float:
    """By how much the change moves the measure in the middle seed."""
    return float(np.median([row.changed - row.without for row in rows]))


def _answers(
    lesson: Lesson, pasts: dict[str, Past], seconds: Sequence[int], trials: dict[str, tuple[TrialRow, ...]]
) -> dict[str, Answer]:
    found = {}
    for n, step in enumerate(lesson.steps[:-1]):
        if step.guess is not None:
            then = lesson.answered_at(n)
            here, after = (pasts[step.road], seconds[n]), (pasts[lesson.steps[then].road], seconds[then])
            found[step.id] = answer(step.guess, here, after, pasts, trials)
    return found


def answer(
    guess: Guess, here: tuple[Past, int], after: tuple[Past, int], pasts: dict[str, Past],
    trials: dict[str, tuple[TrialRow, ...]],
) -> Answer:  # fmt: skip
    """What a guess comes to."""
    past, step = after
    if guess.trial:
        return Answer(float(better(trials[guess.trial])), -1)
    if guess.answer:
        return Answer(float("nan"), guess.answer - 1)
    if guess.among:
        values = np.array([measured(past, name, step) for name in guess.among])
        if guess.wins == "greatest":
            place = int(np.argmax(np.where(np.isnan(values), -np.inf, values)))
        else:
            place = int(np.argmin(np.where(np.isnan(values), np.inf, values)))
        return Answer(float(values[place]), place)
    value = measured(past, guess.measure, step)
    if guess.against:
        value -= measured(pasts[guess.against], guess.measure, step)
    if guess.kind == NUMBER:
        return Answer(value, -1)
    if guess.kind == DIRECTION:
        value -= 0.0 if guess.against else measured(*here[:1], guess.measure, here[1])
        return Answer(value, SAME if abs(value) <= guess.same else MORE if value > 0 else LESS)
    return Answer(value, int(np.searchsorted(guess.bounds, value, side="right")))


def written(measure: str, value: float, say: Say = in_english) -> str:
    """A value for a sentence of `check` or of a lesson: short, with its unit."""
    unit = unit_of(measure)
    if unit == PART:
        return say("Text", "{number} %").format(number=f"{value * 100:.3g}")
    if unit == USD:
        size, word = sums(say("Text", SUMS)).step(value)
        template = "{sign}${amount} {step}" if word else "{sign}${amount}"
        return say("Text", template).format(sign="-" if value < 0 else "", amount=f"{abs(value) / size:.4g}", step=word)
    return f"{value:.4g}" + {TIMES: " x", SECONDS: " s"}.get(unit, "")


class Measured(NamedTuple):
    """One expected value and what was measured."""

    number: int
    measure: str
    at: str
    second: int
    road: str
    low: float
    high: float
    value: float
    trial: str = ""
    seeds: int = 0
    """How many seeds are counted; 0 for a value with the measure's unit."""

    @property
    def holds(self) -> bool:
        """Whether the run shows what the lesson says."""
        return self.low <= self.value <= self.high

    def written(self, value: float) -> str:
        """A value of this kind, short; dots where a range has no end."""
        if abs(value) >= INFINITE:
            return "…"
        return f"{value:.0f}" if self.seeds else written(self.measure, value)


def _of_trial(number: int, expect: Expect, rows: Sequence[TrialRow]) -> Measured:
    value = float(better(rows)) if expect.seeds else median_change(rows)
    low, high = expect.low, expect.high
    if expect.seeds:
        low, high = max(low, 0.0), min(high, float(expect.seeds))
    return Measured(number, expect.measure, "end", 0, MAIN, low, high, value, expect.trial, expect.seeds)


def values(lesson: Lesson, played: Played) -> list[Measured]:
    """Everything that a lesson expects, measured."""
    found = []
    for number, expect in enumerate(lesson.expects, 1):
        if expect.trial:
            found.append(_of_trial(number, expect, played.trials[expect.trial]))
            continue
        past = played.pasts[expect.road]
        second = find_moment(past, expect.at)
        value = float("nan") if second is None else measured(past, expect.measure, second)
        if expect.minus and second is not None:
            value -= measured(played.pasts[expect.minus], expect.measure, second)
        road = f"{expect.road} against {expect.minus}" if expect.minus else expect.road
        found.append(Measured(number, expect.measure, expect.at, second or 0, road, expect.low, expect.high, value))
    return found


def reached(goal: Goal, past: Past) -> float:
    """The value that a goal is about; NaN before its second has come."""
    second = past.record.totals.shape[0] - 1 if goal.at == "end" else int(goal.at)
    return measured(past, goal.measure, second) if second <= past.horizon else float("nan")


def broken(lesson: Lesson, played: Played) -> list[BadInput]:
    """Everything that this lesson relies on and that its run does not show."""
    file = shown(str(lesson.folder / "lesson.toml"), 300)
    found = []
    for number, step in enumerate(lesson.steps, 1):
        if find_moment(played.pasts[step.road], step.at) is None:
            found.append(BadInput(file, f"step {number}.at", Said.of(HAPPENS, road=step.road, at=step.at)))
    for n, step in enumerate(lesson.steps[1:], 1):
        before = lesson.steps[n - 1]
        if before.guess and before.road == step.road and played.seconds[n] < played.seconds[n - 1]:
            found.append(BadInput(file, f"step {n + 1}.at", Said.of(ORDER, other=n)))
    for number, step in enumerate(lesson.steps, 1):
        given = played.answers.get(step.id)
        if step.guess and given and not step.guess.answer and np.isnan(given.value):
            name = step.guess.measure or step.guess.trial
            found.append(BadInput(file, f"step {number}.guess", Said.of(ANSWER, measure=name)))
        if step.guess and given and step.guess.tells and given.choice != step.guess.tells - 1:
            told = Said.of(TOLD, told=step.guess.tells, came=given.choice + 1, value=f"{given.value:.4g}")
            found.append(BadInput(file, f"step {number}.guess.tells", told))
        for place, goal in enumerate(step.goals, 1):
            found += _unreached(file, f"step {number}.goal {place}", goal, played)
    for value in values(lesson, played):
        if not value.holds:
            found.append(BadInput(file, f"expect {value.number}", _range(value)))
    return found


def _range(value: Measured) -> Said:
    low, high, now = (value.written(number) for number in (value.low, value.high, value.value))
    if value.trial:
        template = FEWER if value.seeds else MIDDLE
        return Said.of(
            template, measure=value.measure, low=low, high=high, seeds=value.seeds, trial=value.trial, value=now
        )
    return Said.of(RANGE, measure=value.measure, at=value.at, road=value.road, low=low, high=high, value=now)


def _unreached(file: str, place: str, goal: Goal, played: Played) -> list[BadInput]:
    if not goal.road:
        return []
    value = reached(goal, played.pasts[goal.road])
    told = Measured(0, goal.measure, goal.at, 0, goal.road, goal.low, goal.high, value)
    return [] if told.holds else [BadInput(file, place, _range(told))]
