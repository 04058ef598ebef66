"""A lesson written from what is on screen: the market, its edits, what is in sight and what is locked, as one folder."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from model.bad_input import BadInput, say
from model.files import write_atomically
from model.lesson import LESSON_FILE
from model.scenario import Scenario, find_scenario, shipped
from model.timeline import Edit, Value

HEAD = """\
# Written from the window. See the handbook's page on authoring lessons.
scenario = {scenario}
seed = {seed}
minutes = {minutes}
asset = {asset}
visible = {visible}
locked = {locked}
"""
SET = "\n[set]\n{lines}\n"
EDIT = "\n[[edit]]\nat = {at}\n{key} = {value}\n"
STEP = '\n[[step]]\nid = "market"\nat = {at}\n'
WORDS = "# {title}\n\n{about}\n\n## goals\n\n- {goal}\n\n## limits\n\n{limits}\n\n## market: {title}\n\n{about}\n"


def toml_value(value: Value | Sequence[str]) -> str:
    """A value as TOML writes it; its texts and lists are written as JSON writes them."""
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        return f"{int(value)}.0"
    return json.dumps(list(value) if isinstance(value, tuple | list) else value, ensure_ascii=False)


def differing(scenario: Scenario) -> dict[str, Value]:
    """Values of a scenario that are not those of its file; all values if there is no such file."""
    base = find_scenario(scenario.name) if scenario.name in shipped() else None
    if base is None or base.exchanges != scenario.exchanges:
        wanted = say("Problems", "a market made from one of {names}", names=", ".join(shipped()))
        raise BadInput(scenario.name, "", wanted)
    return {key: value for key, value in scenario.values.items() if base.values[key] != value}


def lesson_text(
    scenario: Scenario, edits: Iterable[Edit], at: int, asset: str, visible: Sequence[str], locked: Sequence[str]
) -> str:
    """`lesson.toml` of one step that stands at a second of a road with these edits."""
    parts = [HEAD.format(
        scenario=toml_value(scenario.name), seed=scenario.seed, minutes=15, asset=toml_value(asset),
        visible=toml_value(tuple(visible)), locked=toml_value(tuple(locked)),
    )]  # fmt: skip
    values = differing(scenario)
    if values:
        parts.append(SET.format(lines="\n".join(f"{key} = {toml_value(value)}" for key, value in values.items())))
    parts += [EDIT.format(at=edit.step, key=edit.key, value=toml_value(edit.value)) for edit in edits]
    return "".join([*parts, STEP.format(at=at)])


def write_lesson(folder: Path, toml: str, language: str, title: str, words: dict[str, str]) -> None:
    """Write the folder of a lesson; its words in one language are a beginning, to be written on."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        wanted = say("Problems", "a folder that can be made ({reason})", reason=error.strerror)
        raise BadInput(str(folder), "", wanted) from None
    write_atomically(folder / LESSON_FILE, toml.encode())
    write_atomically(folder / f"{language}.md", WORDS.format(title=title, **words).encode())
