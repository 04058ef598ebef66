"""Where in a TOML text each key stands, so that a problem can be told with its line."""

import re
import tomllib
from typing import Any

from model.bad_input import BadInput, say

HEADER = re.compile(r"^(\[{1,2})\s*([^\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_\-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_\-]+|"[^"]*"|'[^']*'))*)\s*=""")


def parse_toml(text: str, file: str, problems: list[BadInput]) -> dict[str, Any]:
    """The tables of a text; empty, and a problem more, if it is no TOML."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        reason = str(error).split(" (at")[0]
        problems.append(
            BadInput(file, "", say("Problems", "TOML ({reason})", reason=reason), int(line[1]) if line else None)
        )
        return {}


def key_lines(text: str) -> dict[str, int]:
    """Line of every table and key; tables of a list are counted from 1: `step 3.guess.kind`."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    places: dict[str, str] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = HEADER.match(line.strip())
        if header:
            section = _section(header[2].replace('"', ""), header[1] == "[[", counts, places)
            found.setdefault(section, number)
            continue
        key = KEY.match(line)
        if key:
            name = re.sub(r"\s*\.\s*", ".", key[1].strip()).replace('"', "").replace("'", "")
            found.setdefault(f"{section}.{name}" if section else name, number)
    return found


def _section(name: str, is_list: bool, counts: dict[str, int], places: dict[str, str]) -> str:
    """The counted name of a table: a table inside the last one of a list belongs to that one."""
    head, _, rest = name.rpartition(".")
    place = f"{places.get(head, head)}.{rest}" if head else rest
    if is_list:
        counts[place] = counts.get(place, 0) + 1
        place = f"{place} {counts[place]}"
    places[name] = place
    return place
