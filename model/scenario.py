"""Scenario files: TOML in, one record out; every problem is told with file, line, key and what was expected."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from model.bad_input import BadInput, Said, say, shown
from model.book_shape import BookShape, shape_of
from model.margin_rules import BINANCE, BYBIT, OKX
from model.parameters import BY_KEY, PARAMETERS

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SCENARIOS = RESOURCES / "scenarios"
RULES = {"Binance": BINANCE, "OKX": OKX, "Bybit": BYBIT}
EXCHANGE_LIMIT = 8
TOP_KEYS = ("title", "about", "seed", "exchange", "book")
EXCHANGE_KEYS = ("name", "share", "rule")
GRADUAL, BREAKER = "gradual", "breaker"
POLICIES: dict[str, dict[str, float | bool | str]] = {
    "breaker": {"breaker.on": True},
    "gradual": {"gradual.on": True},
    "ban": {"full_margin.ban": True},
    "rescue": {"rescue.on": True},
    "insurance": {"insurance.on": True},
    "cap": {"cap.on": True},
    "obligation": {"obligation.on": True},
    "freeze": {"freeze.on": True},
}
"""Cures by the name that `--policy` takes, as edits."""
POLICIES["all"] = {
    key: value for name in ("breaker", "gradual", "ban", "rescue", "insurance") for key, value in POLICIES[name].items()
}
"""The post's five cures together."""


class Exchange(NamedTuple):
    """One exchange of a scenario: its name, its share of depth, volume and positions, and whose margin rule it follows."""

    name: str
    share: float
    rule: str


class Scenario(NamedTuple):
    """What a run starts from. `values` holds every parameter's value by key."""

    name: str
    title: str
    about: str
    seed: int
    exchanges: tuple[Exchange, ...]
    values: dict[str, bool | str | int | float]
    book: BookShape | None = None
    """Shape of the first asset's normal book, if it was taken from a real one."""

    def number(self, key: str) -> float:
        """A parameter's value as the kernels hold it."""
        return BY_KEY[key].encode(self.values[key])

    def changed(self, **values: bool | str | int | float) -> "Scenario":
        """A copy with other values; `__` in a name stands for the dot of a key."""
        return self.with_values({key.replace("__", "."): value for key, value in values.items()})

    def with_values(self, values: dict[str, bool | str | int | float]) -> "Scenario":
        """A copy with other values, each checked."""
        for key, value in values.items():
            check_value(key, value)
        return self._replace(values={**self.values, **values})


DEFAULT_EXCHANGES = (
    Exchange("Binance", 0.50, "Binance"),
    Exchange("OKX", 0.28, "OKX"),
    Exchange("Bybit", 0.22, "Bybit"),
)


def check_value(key: str, value: object, file: str = "") -> None:
    """Raise `BadInput` unless this value is one the parameter of this key can have."""
    if key not in BY_KEY:
        raise BadInput(file or "setting", key, _nearest(key))
    problem = BY_KEY[key].problem(value)
    if problem:
        raise BadInput(file or "setting", key, problem)


def one_of(names: Iterable[str]) -> Said:
    """What should have stood where only some names may."""
    return say("Problems", "one of {names}", names=", ".join(names))


def _nearest(key: str) -> Said:
    same = [known for known in BY_KEY if known.split(".")[0] == key.split(".")[0]]
    if same:
        return one_of(same)
    return say("Problems", "a key of the groups {names}", names=", ".join(sorted({k.split(".")[0] for k in BY_KEY})))


def parse_setting(text: str) -> tuple[str, bool | str | int | float]:
    """A `KEY=VALUE` of the command line, checked."""
    key, equals, written = text.partition("=")
    if not equals:
        raise BadInput("setting", shown(text), "KEY=VALUE")
    if key not in BY_KEY:
        raise BadInput("setting", shown(key), _nearest(key))
    try:
        value = tomllib.loads(f"value = {written}")["value"]
    except tomllib.TOMLDecodeError:
        value = {"on": True, "off": False}.get(written, written)
    check_value(key, value)
    return key, value


def _line_of(text: str, key: str) -> int | None:
    """Line on which a dotted key is set, counted from 1."""
    group, _, name = key.rpartition(".")
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.split("#")[0].strip()
        if stripped.startswith("["):
            section = stripped.strip("[] ")
            if section == key:
                return number
        written = stripped.split("=")[0].strip() if "=" in stripped else ""
        if written and (f"{section}.{written}" == key or (section == group and written == name) or written == key):
            return number
    return None


def _read_exchanges(rows: object, problems: list[BadInput], file: str, text: str) -> tuple[Exchange, ...]:
    if (
        not isinstance(rows, list)
        or not 1 <= len(rows) <= EXCHANGE_LIMIT
        or not all(isinstance(row, dict) for row in rows)
    ):
        expected = say("Problems", "one to eight [[exchange]] tables")
        problems.append(BadInput(file, "exchange", expected, _line_of(text, "exchange")))
        return DEFAULT_EXCHANGES
    made = []
    for number, row in enumerate(rows, 1):
        place = f"exchange {number}"
        line = _nth_line(text, "[[exchange]]", number)
        for key in row:
            if key not in EXCHANGE_KEYS:
                problems.append(BadInput(file, f"{place}.{shown(key)}", one_of(EXCHANGE_KEYS), line))
        name, share, rule = row.get("name"), row.get("share"), row.get("rule", row.get("name"))
        if not isinstance(name, str) or not name.strip():
            problems.append(BadInput(file, f"{place}.name", say("Problems", "a name in quotes"), line))
        elif not isinstance(rule, str) or rule not in RULES:
            problems.append(BadInput(file, f"{place}.rule", one_of(RULES), line))
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share <= 1:
            problems.append(
                BadInput(file, f"{place}.share", say("Problems", "a number above 0 and up to {high}", high=1), line)
            )
        elif isinstance(name, str) and isinstance(rule, str):
            made.append(Exchange(name, float(share), rule))
    total = sum(exchange.share for exchange in made)
    if len(made) == len(rows) and abs(total - 1.0) > 1e-6:
        problems.append(
            BadInput(
                file,
                "exchange",
                say("Problems", "shares that add up to 1, not {total}", total=f"{total:g}"),
                _line_of(text, "exchange"),
            )
        )
    return tuple(made) or DEFAULT_EXCHANGES


def _nth_line(text: str, wanted: str, nth: int) -> int | None:
    seen = 0
    for number, line in enumerate(text.splitlines(), 1):
        seen += line.strip().startswith(wanted)
        if seen == nth:
            return number
    return None


def _read_values(
    tables: dict[str, object], problems: list[BadInput], file: str, text: str
) -> dict[str, bool | str | int | float]:
    groups = {parameter.group for parameter in PARAMETERS}
    values: dict[str, bool | str | int | float] = {p.key: p.decode(p.default) for p in PARAMETERS}
    for group, table in tables.items():
        if group in TOP_KEYS:
            continue
        if group not in groups or not isinstance(table, dict):
            table_wanted = say("Problems", "a table [{name}]", name=group)
            expected = table_wanted if group in groups else one_of([*TOP_KEYS, *sorted(groups)])
            problems.append(BadInput(file, shown(group), expected, _line_of(text, group)))
            continue
        for name, value in table.items():
            key = f"{group}.{name}"
            try:
                check_value(key, value, file)
                values[key] = value
            except BadInput as problem:
                problems.append(BadInput(file, shown(key), problem.expected, _line_of(text, key)))
    return values


def scenario_problems(text: str, file: str) -> tuple[Scenario, list[BadInput]]:
    """The scenario a text describes, with defaults where it is wrong, and everything that is wrong with it."""
    problems: list[BadInput] = []
    try:
        tables = tomllib.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # tomllib lets numbers too long and tables too deep through as they are
        line = re.search(r"line (\d+)", str(error))
        reason = str(error).split(" (at")[0]
        problems.append(
            BadInput(file, "", say("Problems", "TOML ({reason})", reason=reason), int(line[1]) if line else None)
        )
        tables = {}
    for key in ("title", "about"):
        if not isinstance(tables.get(key, ""), str):
            problems.append(BadInput(file, key, say("Problems", "text in quotes"), _line_of(text, key)))
    seed = tables.get("seed", 2024)
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**63:
        problems.append(
            BadInput(
                file,
                "seed",
                say("Problems", "a whole number from {low} to {high}", low=0, high=2**63 - 1),
                _line_of(text, "seed"),
            )
        )
        seed = 2024
    exchanges = _read_exchanges(tables["exchange"], problems, file, text) if "exchange" in tables else DEFAULT_EXCHANGES
    values = _read_values(tables, problems, file, text)
    book, wrong = shape_of(tables["book"]) if "book" in tables else (None, [])
    problems += [BadInput(file, shown(key), expected, _line_of(text, key)) for key, expected in wrong]
    name = Path(file).stem
    return Scenario(
        name, str(tables.get("title", name)), str(tables.get("about", "")), seed, exchanges, values, book
    ), problems


def read_scenario(path: Path) -> Scenario:
    """Read one file; the first problem is raised as `BadInput`."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadInput(str(path), "", say("Problems", "text in UTF-8")) from None
    except OSError:
        wanted = say("Problems", "a scenario file or one of {names}", names=", ".join(shipped()))
        raise BadInput(str(path), "", wanted) from None
    scenario, problems = scenario_problems(text, str(path))
    if problems:
        raise problems[0]
    return scenario


def shipped() -> list[str]:
    """Names of the scenarios that come with the program."""
    return sorted(path.stem for path in SCENARIOS.glob("*.toml"))


def find_scenario(name: str) -> Scenario:
    """A shipped scenario by name, or a file by path."""
    inside = SCENARIOS / f"{name}.toml"
    return read_scenario(inside if inside.exists() and not name.endswith(".toml") else Path(name))
