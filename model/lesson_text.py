"""The words of a lesson: Markdown in, headings as keys; a heading that is missing or unknown is told with its line.

`# Title`, then what the lesson is about; `## goals` (a list) and `## limits`; for each step `## step-id: Heading`, its
text, and below it `### question`, `### choices` (a list), `### answer`, `### notes`. The keys are the same in every
language; only what follows them is translated. Numbers that `lesson.toml` sets are written `{goal 1}` (the end of a
goal's range), `{bound 2}` (a border between answers, without its sign) and `{same}`, so that they stand in one place.
"""

import re

from model.bad_input import BadInput, say, shown
from model.lesson import DIRECTION, INFINITE, NUMBER, LessonText, Step, StepText
from model.lesson_play import written
from model.translation import Say, in_english, languages, speaker

GOALS, LIMITS = "goals", "limits"
BELOW = ("question", "choices", "answer", "notes")
PLACE = re.compile(r"\{([^{}\n]*)\}")
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+(.*)$")


class _Block:
    """Lines under one heading."""

    def __init__(self, line: int, title: str = "") -> None:
        self.line = line
        self.title = title
        self.lines: list[str] = []
        self.below: dict[str, _Block] = {}

    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines).strip()

    def items(self) -> tuple[str, ...]:
        """The points of a list; a point may run over several lines."""
        found: list[str] = []
        for line in self.lines:
            item = ITEM.match(line)
            if item:
                found.append(item[1].strip())
            elif line.strip() and found:
                found[-1] = f"{found[-1]} {line.strip()}"
        return tuple(found)


def _blocks(text: str, file: str, problems: list[BadInput]) -> tuple[_Block, dict[str, _Block]]:
    """The title's block and each `##` block by its key."""
    top, blocks = _Block(1), dict[str, _Block]()
    here = section = top
    for number, line in enumerate(text.splitlines(), 1):
        heading = re.match(r"^(#{1,3})\s+(.*)$", line)
        if not heading:
            here.lines.append(line)
        elif len(heading[1]) == 1:
            top.title, top.line = heading[2].strip(), number
        elif len(heading[1]) == 2:
            key, _, title = heading[2].replace("\uff1a", ":").partition(":")
            if key.strip() in blocks:
                problems.append(BadInput(file, shown(key.strip()), say("Problems", "each heading once"), number))
            here = section = blocks.setdefault(key.strip(), _Block(number, title.strip()))
        elif section is not top and heading[2].strip() in BELOW:
            here = section.below.setdefault(heading[2].strip(), _Block(number))
        else:
            names = ", ".join(f"### {name}" for name in BELOW)
            expected = say("Problems", "one of {names}, below a step", names=names)
            problems.append(BadInput(file, shown(heading[2].strip()), expected, number))
            here = _Block(number)
    return top, blocks


def _numbers(step: Step, told: Say) -> dict[str, str]:
    """What stands for each place in the words of a step."""

    def said(measure: str, value: float) -> str:
        return written(measure, value, told).replace("-", "\u2212")

    known = {}
    for number, goal in enumerate(step.goals, 1):
        end = goal.low if goal.high >= INFINITE else goal.high
        known[f"goal {number}"] = said(goal.measure, end)
    if step.guess is not None and step.guess.measure:
        for number, bound in enumerate(step.guess.bounds, 1):
            known[f"bound {number}"] = said(step.guess.measure, abs(bound))
        known["same"] = said(step.guess.measure, step.guess.same)
    return known


def _filled(words: str, known: dict[str, str], file: str, here: tuple[str, int], problems: list[BadInput]) -> str:
    """The words with their numbers; a place that stands for none is told, with the step and line that it stands in."""
    for name in PLACE.findall(words):
        if name not in known:
            names = ", ".join(f"{{{key}}}" for key in known)
            expected = (
                say("Problems", "one of {names}", names=names) if known else say("Problems", "no number in braces")
            )
            problems.append(BadInput(file, f"{here[0]}: {{{shown(name)}}}", expected, here[1]))
    return PLACE.sub(lambda found: known.get(found[1], found[0]), words)


def _step_text(step: Step, block: _Block, file: str, told: Say, problems: list[BadInput]) -> StepText:
    """The words of one step; questions must be there when a guess is, and only then."""
    below = {name: block.below[name].text() if name in block.below else "" for name in BELOW}
    choices = block.below["choices"].items() if "choices" in block.below else ()
    place = step.id
    if not block.title:
        problems.append(
            BadInput(file, place, say("Problems", "a heading after the colon: ## {name}: …", name=place), block.line)
        )
    if not block.text():
        problems.append(BadInput(file, place, say("Problems", "some text"), block.line))
    guess = step.guess
    wanted = 0 if guess is None or guess.kind in (DIRECTION, NUMBER) else len(guess.among) or len(guess.bounds) + 1
    if guess is not None and not below["question"]:
        question = say("Problems", "a ### question, because lesson.toml asks for a guess")
        problems.append(BadInput(file, place, question, block.line))
    if guess is None and (below["question"] or choices):
        line = block.below["question" if below["question"] else "choices"].line
        asked = say("Problems", "a [step.guess] in lesson.toml for this question")
        problems.append(BadInput(file, place, asked, line))
    if guess is not None and guess.answer:
        wanted = max(len(choices), guess.answer, 2)
    if guess is not None and len(choices) != wanted:
        line = block.below["choices"].line if "choices" in block.below else block.line
        counted = say("Problems", "{wanted} choices, not {given}", wanted=wanted, given=len(choices))
        problems.append(BadInput(file, f"{place}.choices", counted, line))

    known = _numbers(step, told)

    def filled(words: str) -> str:
        return _filled(words, known, file, (step.id, block.line), problems)

    below = {name: filled(words) for name, words in below.items()}
    choices = tuple(map(filled, choices))
    return StepText(block.title, filled(block.text()), below["notes"], below["question"], choices, below["answer"])


def read_words(text: str, language: str, steps: tuple[Step, ...], file: str, problems: list[BadInput]) -> LessonText:
    """The words of a lesson in one language; what is wrong is added to `problems`."""
    top, blocks = _blocks(text, file, problems)
    if not top.title:
        problems.append(BadInput(file, "#", say("Problems", "a title: # …"), top.line))
    known = {GOALS, LIMITS, *(step.id for step in steps)}
    for key, block in blocks.items():
        if key not in known:
            names = ", ".join(step.id for step in steps)
            expected = say("Problems", "goals, limits or a step of lesson.toml ({names})", names=names)
            problems.append(BadInput(file, shown(key), expected, block.line))
    told: dict[str, StepText] = {}
    numbers = speaker(language) if language in languages() else in_english
    for step in steps:
        if step.id in blocks:
            told[step.id] = _step_text(step, blocks[step.id], file, numbers, problems)
        else:
            problems.append(BadInput(file, step.id, say("Problems", "a heading ## {name}: …", name=step.id)))
            told[step.id] = StepText(step.id, "")
    for key in (GOALS, LIMITS):
        if key not in blocks or not blocks[key].text():
            below = say("Problems", "a heading ## {name} with text below", name=key)
            problems.append(BadInput(file, key, below, None))
    goals = blocks[GOALS].items() if GOALS in blocks else ()
    limits = blocks[LIMITS].text() if LIMITS in blocks else ""
    return LessonText(language, top.title, top.text(), goals, limits, told)
