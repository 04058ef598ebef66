"""What a lesson is: a market, steps that belong to moments, guesses, goals, and what the run is expected to show.

A lesson is a folder: `lesson.toml` holds what every language shares, `en.md`, `zh_CN.md` … hold the words. Nothing here
reads a file; `lesson_file` does.
"""

from pathlib import Path
from typing import NamedTuple

from model.scenario import RESOURCES, Scenario
from model.timeline import Edit, Value

LESSONS = RESOURCES / "lessons"
PRESETS = RESOURCES / "presets"
LESSON_FILE = "lesson.toml"
MAIN = "main"
"""The road on which nothing was changed but what the lesson itself changes for everybody."""

PARTS = ("top", "switches", "difference", "stage", "charts", "totals", "tiles", "story", "transport")
"""What a lesson can show or hide, by the window's own names."""
ALWAYS = ("top", "transport")
"""What no lesson hides: where we are in time, and the way out."""
CHARTS = (
    "prices", "liquidations", "book-over-time", "liquidation-map", "contagion", "ledger", "makers", "depth-left",
    "confidence", "aftermath", "ensemble", "claims",
)  # fmt: skip
"""Charts that a lesson can name as `charts.NAME`."""
DETAILS = {
    "charts": CHARTS,
    "stage": ("book", "liquidated", "mark", "depth_ratio", "fund", "confidence"),
    "totals": (
        "liquidated", "market_value_lost", "reproduction", "leveraged", "makers", "makers_orders", "fund", "bad_debt",
        "withdrawn",
    ),
    "difference": ("liquidated", "low_asset", "low_alts", "halted_minutes", "waiting", "bad_debt"),
}  # fmt: skip
"""What a lesson can show of a part one by one, as `PART.NAME`; `PART` alone shows all of it, `stage.book` the books alone."""
SHOCK = "shock"
"""The controls of the news, which a lesson can show without the switches."""
LOCKS = ("switches", "seed", "scenario", "assets")
"""What can be locked besides single parameters and their groups: all parameters, the seed, the scenario, the asset on stage."""
DIRECTION, CHOICE, NUMBER, HANDS = "direction", "choice", "number", "hands"
KINDS = (DIRECTION, CHOICE, NUMBER, HANDS)
BETTER, MEDIAN = "better", "median"
"""What a trial may be expected to show: in how many seeds the measure is less, or by how much it changes in the middle one."""
INFINITE = 1e18
"""Where a range has no end."""
MORE, SAME, LESS = 0, 1, 2
"""Answers to a question for a direction, in the order in which they are offered."""


class Guess(NamedTuple):
    """A question that holds the run until it is answered; a later step's moment says what really came."""

    kind: str
    measure: str = ""
    """What is measured at that step's moment, on its road; empty when `answer` is given."""
    against: str = ""
    """A road whose value at the same second is taken off; empty: for a direction, the value now is."""
    same: float = 0.0
    """Change below which a direction is called “about the same”."""
    bounds: tuple[float, ...] = ()
    """Between the choices: the first holds for values below the first bound, and so on."""
    among: tuple[str, ...] = ()
    """Instead of one measure, one for each choice; the greatest (or least) wins."""
    wins: str = "greatest"
    answer: int = 0
    """A choice that is right by definition, counted from 1; 0 when the run decides."""
    low: float = 0.0
    high: float = 0.0
    """Range in which a number may be guessed."""
    trial: str = ""
    """A trial over seeds whose number of better runs is guessed."""
    tells: int = 0
    """The choice, counted from 1, that the text of the answer speaks of; 0 where it speaks of none."""
    until: str = ""
    """The step whose moment answers it; empty for the next one."""


class Goal(NamedTuple):
    """What a pupil's own road shall reach: a measure at a moment, inside a range."""

    measure: str
    at: str
    low: float
    high: float
    road: str = ""
    """A road of the lesson that reaches it, so that a goal nobody can reach is told; empty for none."""


class Step(NamedTuple):
    """One page of the lesson: its moment, what is in sight from here on, and perhaps a question."""

    id: str
    at: str = "start"
    road: str = MAIN
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    unlock: tuple[str, ...] = ()
    lock: tuple[str, ...] = ()
    asset: str = ""
    chart: str = ""
    speed: str = ""
    trial: str = ""
    """A trial over seeds whose runs are drawn beside the text."""
    guess: Guess | None = None
    goals: tuple[Goal, ...] = ()


class Expect(NamedTuple):
    """A value that the lesson relies on, of a road or of a trial."""

    measure: str
    """A trial's own measure where one is named."""
    at: str
    low: float
    high: float
    road: str = MAIN
    minus: str = ""
    """A road whose value at the same second is taken off."""
    trial: str = ""
    """A trial over seeds instead of a road."""
    seeds: int = 0
    """How many seeds it has, where those are counted in which the measure is less; 0 where its median change is meant."""


class Trial(NamedTuple):
    """The same change judged over many seeds: in how many is the measure less with it than without?"""

    name: str
    seeds: tuple[int, ...]
    measure: str
    values: tuple[tuple[str, Value], ...]
    settings: tuple[tuple[str, Value], ...] = ()
    """Values that both sides have, so that a trial may run in a smaller market."""


class StepText(NamedTuple):
    """The words of a step in one language, in Markdown."""

    heading: str
    body: str
    notes: str = ""
    """For the teacher."""
    question: str = ""
    choices: tuple[str, ...] = ()
    answer: str = ""
    """What to say when the outcome stands beside the guess."""


class LessonText(NamedTuple):
    """The words of a lesson in one language."""

    language: str
    title: str
    about: str
    goals: tuple[str, ...]
    limits: str
    """What the model assumes, leaves out, or is contested."""
    steps: dict[str, StepText]


class Lesson(NamedTuple):
    """A lesson as its files describe it."""

    name: str
    folder: Path
    scenario: Scenario
    minutes: int
    asset: str
    visible: tuple[str, ...]
    locked: tuple[str, ...]
    edits: tuple[Edit, ...]
    """Edits of the main road."""
    roads: dict[str, tuple[Edit, ...]]
    """Roads that leave the main one, each by edits of one second."""
    steps: tuple[Step, ...]
    expects: tuple[Expect, ...]
    trials: tuple[Trial, ...]
    texts: dict[str, LessonText]

    def text(self, language: str) -> LessonText:
        """The words in a language, or in the nearest one there is: English, else the first."""
        short = language.split("_")[0]
        for known in (language, *(name for name in self.texts if name.split("_")[0] == short), "en"):
            if known in self.texts:
                return self.texts[known]
        return next(iter(self.texts.values()))

    def answered_at(self, number: int) -> int:
        """The step that answers the guess of a step."""
        guess = self.steps[number].guess
        later = [n for n, step in enumerate(self.steps) if guess is not None and step.id == guess.until]
        return later[0] if later else min(number + 1, len(self.steps) - 1)

    def asset_at(self, number: int) -> str:
        """The asset that the lesson put on stage last; empty for the market's first."""
        return next((step.asset for step in reversed(self.steps[: number + 1]) if step.asset), self.asset)

    def shown(self, number: int) -> frozenset[str]:
        """What is in sight at a step: what was visible from the start, and what steps so far showed and hid."""
        seen = set(self.visible)
        for step in self.steps[: number + 1]:
            seen = (seen - set(step.hide)) | set(step.show)
        return frozenset(seen | set(ALWAYS))

    def locks(self, number: int) -> frozenset[str]:
        """What does not answer at a step."""
        held = set(self.locked)
        for step in self.steps[: number + 1]:
            held = (held - set(step.unlock)) | set(step.lock)
        return frozenset(held)

    def free(self, number: int) -> frozenset[str]:
        """What was taken out of a lock at or before a step: it answers even where a wider lock would hold it."""
        freed: set[str] = set()
        for step in self.steps[: number + 1]:
            freed = (freed | set(step.unlock)) - set(step.lock)
        return frozenset(freed)

    def edits_of(self, road: str) -> tuple[Edit, ...]:
        """All edits of a road, the main road's before it left included."""
        own = self.roads.get(road, ())
        fork = own[0].step if own else None
        return (*(edit for edit in self.edits if fork is None or edit.step <= fork), *own)


def is_locked(key: str, locks: frozenset[str], free: frozenset[str]) -> bool:
    """Whether a parameter (or the seed, the scenario, the asset on stage) is held; the narrower word counts."""
    group = key.partition(".")[0]
    for word in (key, group, "switches" if "." in key else key):
        if word in free:
            return False
        if word in locks:
            return True
    return False


def shipped_lessons(folder: Path = LESSONS) -> list[str]:
    """Names of the lessons that come with the program, in their order."""
    return sorted(path.parent.name for path in folder.glob(f"*/{LESSON_FILE}"))
