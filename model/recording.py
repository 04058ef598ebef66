"""A recording of an exchange's stream, line by line: a snapshot of the book and every change after it.

A line is a message in JSON, after a time in nanoseconds or alone. The book is that of the recording's end: changes that
the snapshot already holds are left out, and a gap between two changes is refused, since the book after it would be made
up. Beyond the prices of the snapshot only levels that changed would be known, so the book ends where the snapshot ended.
The rule is Binance's for a local copy of its book; other messages of the stream are passed over.
"""

import json
import math
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from model.bad_input import BadInput, say

LINE = re.compile(r"\s*(?:\d+\s+)?(\{.*\})\s*")
KEYS = ("bids", "asks")
SIDES = (("bids", "b"), ("asks", "a"))


class Change(NamedTuple):
    """One message about levels that are new, other, or gone (quantity 0)."""

    first: int
    """Number of its first update, and of its last."""
    last: int
    levels: tuple[list[Any], list[Any]]
    """[price, quantity] pairs of bids and of asks."""
    line: int


def is_recording(text: str) -> bool:
    """Whether a text has messages on lines of their own, or a time before the first."""
    lines = [line for line in text.splitlines() if line.strip()][:2]
    return bool(lines) and bool(LINE.fullmatch(lines[0])) and (len(lines) > 1 or lines[0].lstrip()[0].isdigit())


def book_of_recording(text: str, file: str) -> tuple[list[Any], list[Any]]:
    """[price, quantity] pairs of bids and of asks as they stood at the end of a recording; raises `BadInput`."""
    snapshot, changes = _messages(text, file)
    if snapshot is None:
        raise BadInput(file, "lastUpdateId", say("Problems", "a snapshot of the book among the recorded messages"))
    at, *sides = snapshot
    low, high = (_farthest(side, file, key, best) for side, key, best in zip(sides, KEYS, (min, max), strict=True))
    books: list[dict[str, Any]] = [{str(level[0]): level[1] for level in side} for side in sides]
    for change in changes:
        if change.last <= at:
            continue
        if change.first > at + 1:
            missing = {"next": at + 1, "last": at, "given": change.first}
            expected = say("Problems", "update {next} after {last}, not {given}: changes are missing", **missing)
            raise BadInput(file, "U", expected, change.line)
        at = change.last
        for book, levels in zip(books, change.levels, strict=True):
            for price, quantity, *_ in levels:
                book[str(price)] = quantity
    bids, asks = ([[price, quantity] for price, quantity in book.items()] for book in books)
    return [level for level in bids if _price(level) >= low], [level for level in asks if _price(level) <= high]


def _price(level: list[Any]) -> float:
    """Price of a level; not a number where none is written, which the reader of levels refuses."""
    try:
        return float(level[0])
    except (TypeError, ValueError):
        return math.nan


def _farthest(side: list[Any], file: str, key: str, best: Callable[[Iterable[float]], float]) -> float:
    """Price of the level that is farthest from the other side."""
    prices = [_price(level) for level in side]
    if not prices or not all(math.isfinite(price) for price in prices):
        raise BadInput(file, key, say("Problems", "levels with a price"))
    return best(prices)


def _messages(text: str, file: str) -> tuple[tuple[int, list[Any], list[Any]] | None, list[Change]]:
    """The first snapshot of a recording with its number, and all changes."""
    snapshot, changes = None, []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        message = _message(line, file, number)
        if "lastUpdateId" in message and snapshot is None:
            snapshot = (_whole(message, "lastUpdateId", file, number), *_pairs(message, 0, file, number))
        elif message.get("e") == "depthUpdate":
            first, last = (_whole(message, key, file, number) for key in ("U", "u"))
            changes.append(Change(first, last, _pairs(message, 1, file, number), number))
    return snapshot, changes


def _message(line: str, file: str, number: int) -> dict[str, Any]:
    found = LINE.fullmatch(line)
    try:
        message = json.loads(found[1]) if found else None
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict):
        raise BadInput(file, "", say("Problems", "a message in JSON, after a time or alone"), number)
    inner = message.get("data")
    return inner if isinstance(inner, dict) else message


def _whole(message: dict[str, Any], key: str, file: str, number: int) -> int:
    value = message.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadInput(file, key, say("Problems", "the number of an update"), number)
    return value


def _pairs(message: dict[str, Any], short: int, file: str, number: int) -> tuple[list[Any], list[Any]]:
    """Levels of both sides; `short` chooses between the two names that each side has."""
    sides = []
    for names in SIDES:
        levels = message.get(names[short])
        if not isinstance(levels, list) or not all(isinstance(pair, list) and len(pair) >= 2 for pair in levels):
            raise BadInput(file, names[short], say("Problems", "a list of [price, quantity] pairs"), number)
        sides.append(levels)
    return sides[0], sides[1]
