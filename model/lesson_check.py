"""`main.py check` for lessons: read, play to the end, and say what is wrong, or print what was measured."""

import sys
from collections.abc import Sequence
from pathlib import Path

from model.bad_input import BadInput
from model.lesson import LESSON_FILE, Lesson
from model.lesson_file import is_lesson, lesson_path, lesson_problems
from model.lesson_play import Played, Runs, play, written
from model.toml_lines import key_lines

MEASURED = "  {sign} {measure} at {at} ({second} s), road {road}: {value}   expected {low} to {high}\n"
TRIED = "  {sign} trial {trial}, {measure}: {value}   expected {low} to {high}\n"
FEWER = "less in {count} of {seeds} seeds"
MOMENT = "  step {number} {id}: {at} on road {road} is second {second}{answer}\n"
ANSWERED = "; guess: {value}, choice {choice}"


def means_lesson(name: str) -> bool:
    """Whether a word of the command line is a lesson: a shipped one's name or number, its folder, or its file."""
    return is_lesson(Path(name)) or is_lesson(lesson_path(name))


def measured_text(lesson: Lesson, played: Played) -> str:
    """All moments and expected values of a lesson as they are, so that ranges can be set anew."""
    lines = [f"{lesson.name}\n"]
    for number, (step, second) in enumerate(zip(lesson.steps, played.seconds, strict=True), 1):
        given = played.answers.get(step.id)
        answer = ""
        if given is not None and step.guess is not None:
            value = f"{given.value:.5g}" if not step.guess.measure else written(step.guess.measure, given.value)
            answer = ANSWERED.format(value=value, choice=given.choice + 1)
        lines.append(MOMENT.format(number=number, id=step.id, at=step.at, road=step.road, second=second, answer=answer))
    for found in played.values:
        low, high, now = (found.written(number) for number in (found.low, found.high, found.value))
        sign = "ok" if found.holds else "NO"
        if found.trial:
            now = FEWER.format(count=now, seeds=found.seeds) if found.seeds else now
            lines.append(
                TRIED.format(sign=sign, trial=found.trial, measure=found.measure, value=now, low=low, high=high)
            )
            continue
        lines.append(MEASURED.format(sign=sign, measure=found.measure, at=found.at, second=found.second,
                                     road=found.road, value=now, low=low, high=high))  # fmt: skip
    return "".join(lines)


def with_lines(problems: Sequence[BadInput], path: Path) -> list[BadInput]:
    """The same problems with the lines of their tables, found again in the file."""
    lines = key_lines(path.read_text(encoding="utf-8"))
    return [
        problem if problem.line else BadInput(problem.file, problem.key, problem.expected, lines.get(problem.key))
        for problem in problems
    ]


def check_lesson(name: str, prints: bool, runs: Runs) -> int:
    """Say everything that is wrong with a lesson; the number of problems. `runs` are shared by the lessons of one check."""
    folder = lesson_path(name)
    lesson, problems = lesson_problems(str(folder))
    if lesson is not None and not problems:
        played = play(lesson, runs)
        problems = with_lines(played.problems, folder / LESSON_FILE)
        if prints:
            sys.stdout.write(measured_text(lesson, played))
    for problem in sorted(problems, key=lambda found: (found.file, found.line or 0)):
        sys.stdout.write(f"{problem}\n")
    return len(problems)
