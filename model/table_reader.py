"""Strict reading of tables: every key known, every value of its kind and in its range, each problem told with its line."""

from collections.abc import Iterable
from typing import Any

from model.bad_input import BadInput, say, shown
from model.parameter import Effect
from model.parameters import BY_KEY
from model.scenario import check_value, one_of
from model.timeline import Value


class Reader:
    """Reads single values, each problem told with its place and line."""

    def __init__(self, file: str, lines: dict[str, int], problems: list[BadInput]) -> None:
        self.file = file
        self.lines = lines
        self.problems = problems

    def complain(self, place: str, expected: str) -> None:
        """Note a problem."""
        line = self.lines.get(place)
        above = place
        while line is None and "." in above:
            above = above.rpartition(".")[0]
            line = self.lines.get(above)
        self.problems.append(BadInput(self.file, shown(place, 120), expected, line))

    def known(self, table: Any, place: str, keys: tuple[str, ...]) -> dict[str, Any]:
        """A table all of whose keys are known."""
        if not isinstance(table, dict):
            self.complain(place, say("Problems", "a table"))
            return {}
        for key in table:
            if key not in keys:
                self.complain(inside(place, key), one_of(keys))
        return table

    def text(self, table: dict[str, Any], place: str, key: str, expected: str, default: str = "") -> str:
        """A text."""
        value = table.get(key, default)
        if isinstance(value, str):
            return value
        self.complain(inside(place, key), expected)
        return default

    def one_of(self, table: dict[str, Any], place: str, key: str, known: Iterable[str], default: str = "") -> str:
        """A text out of a list, or nothing."""
        names = tuple(known)
        value = table.get(key, default)
        if value == default or (isinstance(value, str) and value in names):
            return str(value)
        self.complain(inside(place, key), one_of(names))
        return default

    def whole(self, table: dict[str, Any], place: str, key: str, default: int, low: int, high: int) -> int:
        """A whole number."""
        value = table.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.complain(inside(place, key), say("Problems", "a whole number from {low} to {high}", low=low, high=high))
        return default

    def number(self, table: dict[str, Any], place: str, key: str, default: float) -> float:
        """A number."""
        value = table.get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        self.complain(inside(place, key), say("Problems", "a number"))
        return default

    def names(self, table: dict[str, Any], place: str, key: str, known: Iterable[str]) -> tuple[str, ...]:
        """A list of names, each of them known."""
        value = table.get(key, [])
        if not isinstance(value, list):
            self.complain(inside(place, key), say("Problems", "a list of names"))
            return ()
        allowed = tuple(known)
        for name in value:
            if name not in allowed:
                names, given = ", ".join(allowed), shown(str(name))
                near = say("Problems", "one of {names}, not {given}", names=names, given=given)
                self.complain(inside(place, key), near)
        return tuple(str(name) for name in value if name in allowed)

    def settings(self, table: Any, place: str, live_only: bool) -> dict[str, Value]:
        """Values of parameters, written with dotted keys."""
        found: dict[str, Value] = {}
        for key, value in flat(table).items():
            try:
                check_value(key, value)
                if live_only and BY_KEY[key].effect is not Effect.LIVE:
                    live = say("Problems", "a parameter that may change during a run; others belong to [set]")
                    self.complain(inside(place, key), live)
                    continue
                found[key] = value
            except BadInput as problem:
                self.complain(inside(place, key), problem.expected)
        return found


def inside(place: str, key: str) -> str:
    """The place of a key inside a table."""
    return f"{place}.{key}" if place else key


def flat(table: Any, above: str = "") -> dict[str, Value]:
    """Nested tables with their keys joined by dots."""
    if not isinstance(table, dict):
        return {above or "set": table}
    found: dict[str, Value] = {}
    for key, value in table.items():
        found |= flat(value, inside(above, key))
    return found
