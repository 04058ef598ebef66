"""Save files: scenario, seed, roads with their edits, the place where the user stands, and the digest of the state there.

A file of a few kilobytes of JSON holds everything that changes the outcome; the market itself is computed again. The same
record as one line of text can be pasted into a message.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from model import __version__
from model.bad_input import BadInput, Said, inside, read_json, say, shown
from model.book_shape import BookShape, shape_of
from model.edits import Edit, check_edit
from model.files import write_atomically
from model.orders import Names
from model.parameters import PARAMETERS
from model.scenario import EXCHANGE_LIMIT, RULES, Exchange, Scenario, check_value
from model.timeline import names_of

FORMAT, VERSION, SUFFIX = "cascade-lab", 1, ".cascade"
MOST_BYTES = 5_000_000
CODE = re.compile(r"CL1\.([A-Za-z0-9_-]+)")
SAVED = say("Problems", "a file saved by Cascade Lab")
CODE_EXPECTED = say("Problems", "a code that begins with CL1. and is complete")


class Road(NamedTuple):
    """One road of a save file."""

    edits: tuple[Edit, ...] = ()
    parent: int | None = None
    fork: int = 0
    name: str = ""
    removed: bool = False


class Saved(NamedTuple):
    """All that is needed to be in the same place again."""

    scenario: Scenario
    roads: tuple[Road, ...]
    here: int
    step: int
    asset: int = 0
    compared: int | None = None
    digest: str = ""
    """Of the state at `step`; empty if it was not taken."""
    program: str = __version__
    """Version that wrote the file."""


# --- writing ------------------------------------------------------------------------------------------------------------


def _scenario_fields(scenario: Scenario, whole: bool) -> dict[str, Any]:
    usual = {p.key: p.decode(p.default) for p in PARAMETERS}
    values = {k: v for k, v in scenario.values.items() if whole or usual[k] != v}
    return {
        "name": scenario.name, "title": scenario.title, "about": scenario.about, "seed": str(scenario.seed),
        "exchanges": [exchange._asdict() for exchange in scenario.exchanges], "values": values,
        "book": None if scenario.book is None else scenario.book._asdict(),
    }  # fmt: skip


def fields_of(saved: Saved, whole: bool = True) -> dict[str, Any]:
    """The file's content as plain values; without `whole`, parameters at their defaults are left out."""
    roads = [{**road._asdict(), "edits": [list(edit) for edit in road.edits]} for road in saved.roads]
    return {
        "format": FORMAT, "version": VERSION, "program": saved.program, "scenario": _scenario_fields(saved.scenario, whole),
        "roads": roads, "here": saved.here, "step": saved.step, "asset": saved.asset, "compared": saved.compared,
        "digest": saved.digest,
    }  # fmt: skip


def to_bytes(saved: Saved) -> bytes:
    """The text of a save file."""
    return msgspec.json.format(msgspec.json.encode(fields_of(saved)), indent=1) + b"\n"


def write_saved(path: Path, saved: Saved) -> None:
    """Write a save file, whole or not at all."""
    write_atomically(path, to_bytes(saved))


def to_code(saved: Saved) -> str:
    """Everything as one word that can be sent in a message."""
    text = msgspec.json.encode(fields_of(saved, whole=False))
    packed = zlib.crc32(text).to_bytes(4, "big") + zlib.compress(text, 9)
    return "CL1." + base64.urlsafe_b64encode(packed).decode().rstrip("=")


# --- reading ------------------------------------------------------------------------------------------------------------


def from_code(text: str, place: str = "code") -> Saved:
    """What a code says; words and line breaks around and inside it do no harm."""
    found = CODE.search("".join(text.split()))
    if not found:
        raise BadInput(place, "", CODE_EXPECTED)
    word = found[1]
    try:
        packed = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))
        unpack = zlib.decompressobj()
        plain = unpack.decompress(packed[4:], MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error):
        raise BadInput(place, "", CODE_EXPECTED) from None
    if not unpack.eof or zlib.crc32(plain).to_bytes(4, "big") != packed[:4]:
        raise BadInput(place, "", CODE_EXPECTED)
    return from_bytes(plain, place)


def read_saved(path: Path) -> Saved:
    """Read a save file; whatever is wrong with it is one sentence."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput(str(path), "", SAVED)
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(
            str(path), "", say("Problems", "a file that can be read ({reason})", reason=error.strerror)
        ) from None
    return from_bytes(data, str(path))


def from_bytes(data: bytes, file: str) -> Saved:
    """What the text of a save file says."""
    found = read_json(data, file)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise BadInput(file, "", SAVED)
    version = found.get("version")
    if not isinstance(version, float) or version < 1:
        raise BadInput(file, "version", whole_from(1, VERSION))
    if version > VERSION:
        newer = say("Problems", "format {version} or older; this file is of format {found}, which a newer version of the "
                                "program reads", version=VERSION, found=f"{version:g}")  # fmt: skip
        raise BadInput(file, "version", newer)
    read = _Reader(file)
    scenario = read.scenario(read.get(found, "", "scenario", dict))
    names = names_of(scenario)
    length = int(scenario.number("run.steps"))
    rows = read.get(found, "", "roads", list)
    if not 1 <= len(rows) <= 10_000:
        raise BadInput(file, "roads", say("Problems", "a list of at least one road"))
    roads = tuple(read.road(row, f"roads[{n}]", n, length, names) for n, row in enumerate(rows))
    here = read.whole(found, "", "here", 0, len(roads) - 1)
    compared = None if found.get("compared") is None else read.whole(found, "", "compared", 0, len(roads) - 1)
    return Saved(
        scenario, roads, here, read.whole(found, "", "step", 0, length),
        read.whole(found, "", "asset", 0, len(names.symbols) - 1), compared,
        read.get(found, "", "digest", str)[:64], shown(read.get(found, "", "program", str)),
    )  # fmt: skip


def whole_from(low: int, high: int) -> Said:
    """What should have stood where a whole number may."""
    return say("Problems", "a whole number from {low} to {high}", low=low, high=high)


class _Reader:
    """Takes values out of what was read, each of its kind and in its range, or says where it is not."""

    def __init__(self, file: str) -> None:
        self._file = file

    def get(self, table: dict[str, Any], place: str, key: str, kind: type) -> Any:
        """A value of a kind."""
        words = {
            dict: say("Problems", "an object in braces"),
            list: say("Problems", "a list"),
            str: say("Problems", "text in quotes"),
            float: say("Problems", "a number"),
            bool: say("Problems", "true or false"),
        }
        value = table.get(key)
        if not isinstance(value, kind) or (kind is float and isinstance(value, bool)):
            raise BadInput(self._file, inside(place, key), words[kind])
        return value

    def whole(self, table: dict[str, Any], place: str, key: str, low: int, high: int) -> int:
        """A whole number in a range."""
        value = table.get(key)
        if not isinstance(value, float) or value != int(value) or not low <= value <= high:
            raise BadInput(self._file, inside(place, key), whole_from(low, high))
        return int(value)

    def scenario(self, table: dict[str, Any]) -> Scenario:
        """The scenario, every value checked; what is not written has its default."""
        place = "scenario"
        seed = self.get(table, place, "seed", str)
        if not seed.isdecimal() or len(seed) > 19 or int(seed) >= 2**63:
            raise BadInput(
                self._file,
                inside(place, "seed"),
                say("Problems", "a whole number from {low} to {high}, in quotes", low=0, high=2**63 - 1),
            )
        values = {p.key: p.decode(p.default) for p in PARAMETERS}
        for key, value in self.get(table, place, "values", dict).items():
            value = self._plain(value)
            check_value(shown(key), value, self._file)
            values[key] = value
        words = [self.get(table, place, key, str)[:2000] for key in ("name", "title", "about")]
        exchanges, book = self._exchanges(table), self._book(table)
        return Scenario(words[0], words[1], words[2], int(seed), exchanges, values, book)

    def _book(self, table: dict[str, Any]) -> BookShape | None:
        """The normal book of the first asset, if it was taken from a real one."""
        if table.get("book") is None:
            return None
        book, wrong = shape_of(table["book"])
        if wrong:
            key, expected = wrong[0]
            raise BadInput(self._file, inside("scenario", shown(key)), expected)
        return book

    @staticmethod
    def _plain(value: Any) -> Any:
        """Numbers are read as floats; whole ones are written without a point."""
        return int(value) if isinstance(value, float) and value == int(value) and abs(value) < 2**53 else value

    def _exchanges(self, table: dict[str, Any]) -> tuple[Exchange, ...]:
        rows: Sequence[Any] = self.get(table, "scenario", "exchanges", list)
        made = []
        for n, row in enumerate(rows):
            place = f"scenario.exchanges[{n}]"
            if not isinstance(row, dict):
                raise BadInput(self._file, place, say("Problems", "an object in braces"))
            rule, share = self.get(row, place, "rule", str), self.get(row, place, "share", float)
            if rule not in RULES or not 0 < share <= 1:
                expected = say("Problems", "a share above 0 and up to 1, and a rule of {names}", names=", ".join(RULES))
                raise BadInput(self._file, place, expected)
            made.append(Exchange(self.get(row, place, "name", str)[:60], share, rule))
        if not 1 <= len(made) <= EXCHANGE_LIMIT or abs(sum(exchange.share for exchange in made) - 1.0) > 1e-6:
            expected = say("Problems", "1 to {most} exchanges whose shares add up to 1", most=EXCHANGE_LIMIT)
            raise BadInput(self._file, "scenario.exchanges", expected)
        return tuple(made)

    def road(self, row: Any, place: str, number: int, length: int, names: Names) -> Road:
        """One road; its edits stand in the order of their seconds."""
        if not isinstance(row, dict):
            raise BadInput(self._file, place, say("Problems", "an object in braces"))
        parent = None if number == 0 else self.whole(row, place, "parent", 0, number - 1)
        edits: list[Edit] = []
        for n, item in enumerate(self.get(row, place, "edits", list)):
            where = f"{place}.edits[{n}]"
            if not isinstance(item, list) or len(item) != 3 or not isinstance(item[1], str):
                raise BadInput(self._file, where, say("Problems", "a list of second, key and value"))
            step = self.whole({"second": item[0]}, where, "second", edits[-1].step if edits else 0, length)
            value = self._plain(item[2])
            check_edit(shown(item[1]), value, names, self._file)
            edits.append(Edit(step, item[1], value))
        removed = number > 0 and self.get(row, place, "removed", bool)
        name = self.get(row, place, "name", str)[:200]
        return Road(tuple(edits), parent, self.whole(row, place, "fork", 0, length), name, removed)
