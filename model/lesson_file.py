"""Lesson files: a folder in, one record out; every problem is told with file, line, key and what was expected."""

from pathlib import Path
from typing import Any

from model.bad_input import BadInput, say, shown
from model.lesson import LESSON_FILE, LESSONS, PRESETS, Lesson, Step, shipped_lessons
from model.lesson_reader import read_lesson_tables
from model.lesson_text import read_words
from model.scenario import Scenario, find_scenario
from model.table_reader import Reader
from model.toml_lines import key_lines, parse_toml


def lesson_path(name: str) -> Path:
    """The folder of a shipped lesson or preset by name (or by its number), or of a file or folder by path."""
    for folder in (LESSONS, PRESETS):
        for known in shipped_lessons(folder):
            if name == known or (name.isdigit() and known.split("-")[0].lstrip("0") == name.lstrip("0")):
                return folder / known
    path = Path(name)
    return path.parent if path.name == LESSON_FILE else path


def _words(folder: Path, steps: tuple[Step, ...], problems: list[BadInput]) -> dict[str, Any]:
    texts: dict[str, Any] = {}
    for path in sorted(folder.glob("*.md")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            problems.append(BadInput(str(path), "", say("Problems", "text in UTF-8")))
            continue
        texts[path.stem] = read_words(text, path.stem, steps, str(path), problems)
    if not texts:
        some = say("Problems", "the words of the lesson in at least one language")
        problems.append(BadInput(str(folder), "en.md", some))
    return texts


def lesson_problems(name: str) -> tuple[Lesson | None, list[BadInput]]:
    """The lesson that a folder describes, and everything that is wrong with it; no lesson if it cannot be played."""
    folder = lesson_path(name)
    path = folder / LESSON_FILE
    problems: list[BadInput] = []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None, [BadInput(str(path), "", say("Problems", "text in UTF-8"))]
    except OSError:
        known = ", ".join(shipped_lessons())
        wanted = say("Problems", "one of {names}, or a folder with a {file}", names=known, file=LESSON_FILE)
        return None, [BadInput(shown(name, 200), "", wanted)]
    tables = parse_toml(text, str(path), problems)
    if problems:
        return None, problems
    reader = Reader(str(path), key_lines(text), problems)
    scenario = _scenario(tables, reader, folder)
    if scenario is None:
        return None, problems
    read = read_lesson_tables(tables, reader, scenario)
    texts = _words(folder, read.steps, problems)
    if problems or not read.steps:
        return None, problems
    return read._replace(name=folder.name, folder=folder, texts=texts), problems


def _scenario(tables: dict[str, Any], reader: Reader, folder: Path) -> Scenario | None:
    """The scenario with the lesson's seed and values."""
    name = reader.text(tables, "", "scenario", say("Problems", "the name of a scenario"), "")
    if not name:
        reader.complain("scenario", say("Problems", "the name of a scenario or of a file beside the lesson"))
        return None
    beside = folder / name
    try:
        scenario = find_scenario(str(beside) if name.endswith(".toml") and beside.exists() else name)
    except BadInput as problem:
        reader.complain("scenario", problem.expected)
        return None
    seed = reader.whole(tables, "", "seed", scenario.seed, 0, 2**63 - 1)
    values = reader.settings(tables.get("set", {}), "set", live_only=False)
    return scenario._replace(values={**scenario.values, **values}, seed=seed)


def read_lesson(name: str) -> Lesson:
    """Read one lesson; the first problem is raised as `BadInput`."""
    lesson, problems = lesson_problems(name)
    if problems:
        raise problems[0]
    assert lesson is not None
    return lesson


def is_lesson(path: Path) -> bool:
    """Whether a path given to `check` means a lesson."""
    return path.name == LESSON_FILE or (path / LESSON_FILE).exists()
