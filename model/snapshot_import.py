"""A real order book from a file as a starting book: a depth snapshot or a recorded stream (JSON), or a list of prices (CSV)."""

import csv
import gzip
import json
import math
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.bad_input import BadInput, Said, say, shown
from model.book_shape import FARTHEST, UNIT_DISTANCE, BookShape, cumulative_depth
from model.genesis import instruments_of
from model.parameters import BY_KEY
from model.recording import book_of_recording, is_recording
from model.scenario import Scenario

Levels = NDArray[np.float64]
"""(n, 2) prices and quantities, best first."""
FEWEST_LEVELS, LARGEST_FILE = 5, 64 * 2**20
POINTS = 24
NEAREST = 0.0002
KEYS = ("bids", "asks")
SIDES = {"bid": 0, "bids": 0, "b": 0, "buy": 0, "ask": 1, "asks": 1, "a": 1, "sell": 1, "offer": 1}
PRICE, QUANTITY, SIDE = ("price", "p"), ("qty", "quantity", "size", "amount", "q"), ("side", "type")


class Snapshot(NamedTuple):
    """One moment of a real book."""

    name: str
    bids: Levels
    asks: Levels

    @property
    def mid(self) -> float:
        """Middle between best bid and best ask."""
        return float(self.bids[0, 0] + self.asks[0, 0]) / 2

    @property
    def spread(self) -> float:
        """Best ask less best bid, in dollars."""
        return float(self.asks[0, 0] - self.bids[0, 0])

    def within(self, distance: float) -> tuple[float, float]:
        """Dollars of bids and of asks up to a distance from the mid."""
        return _within(self.bids, self.mid, distance), _within(self.asks, self.mid, distance)

    @property
    def reach(self) -> float:
        """Distance up to which both sides are known, a part of the price."""
        return min(abs(float(side[-1, 0]) / self.mid - 1.0) for side in (self.bids, self.asks))


class Figures(NamedTuple):
    """What is compared of two books: dollars, and parts of the price."""

    mid: float
    spread: float
    spread_bps: float
    depth_01: float
    depth_05: float
    depth_2: float
    reach: float


def _within(side: Levels, mid: float, distance: float) -> float:
    near = np.abs(side[:, 0] / mid - 1.0) <= distance
    return float((side[near, 0] * side[near, 1]).sum())


# --- reading --------------------------------------------------------------------------------------------------------


def read_snapshot(path: Path) -> Snapshot:
    """Read a file of either kind; what is wrong with it is raised as `BadInput`."""
    file = str(path)
    text = _text_of(path, file)
    if not text.strip():
        raise BadInput(file, "", say("Problems", "a depth snapshot, not an empty file"))
    if is_recording(text):
        bids, asks = (_named(levels, key) for levels, key in zip(book_of_recording(text, file), KEYS, strict=True))
    else:
        bids, asks = _from_json(text, file) if text.lstrip()[0] in "{[" else _from_csv(text, file)
    return _checked(path.stem.removesuffix(".json").removesuffix(".csv"), bids, asks, file)


def _text_of(path: Path, file: str) -> str:
    """The text of a file, packed by gzip or not; `LARGEST_FILE` bounds it unpacked."""
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except (OSError, EOFError, zlib.error):
        raise BadInput(file, "", say("Problems", "a file that can be read")) from None
    if len(data) > LARGEST_FILE:
        raise BadInput(file, "", say("Problems", "a file of at most {size} MB", size=LARGEST_FILE // 2**20))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(file, "", say("Problems", "text in UTF-8")) from None


def _named(levels: list[Any], key: str) -> list[Any]:
    """Levels as all readers hand them on: price, quantity, the name of their place, its line."""
    return [(price, quantity, key, None) for price, quantity in levels]


def _from_json(text: str, file: str) -> tuple[list[Any], list[Any]]:
    """Bids and asks of a REST answer (`bids`, `asks`) or a stream message (`data`, or `b` and `a`)."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(file, "", say("Problems", "valid JSON"), getattr(error, "lineno", None)) from None
    if isinstance(found, dict) and isinstance(found.get("data"), dict):
        found = found["data"]
    if not isinstance(found, dict):
        raise BadInput(file, "", say("Problems", "an object with bids and asks"))
    sides = []
    for long, short in (("bids", "b"), ("asks", "a")):
        levels = found.get(long, found.get(short))
        if not isinstance(levels, list):
            raise BadInput(file, long, say("Problems", "a list of [price, quantity] pairs"))
        rows = [level[:2] for level in levels if isinstance(level, list) and len(level) >= 2]
        if len(rows) != len(levels):
            raise BadInput(file, long, say("Problems", "pairs of price and quantity only"))
        sides.append(_named(rows, long))
    return sides[0], sides[1]


MARKS = (",", ";", "\t")
"""What may part the columns of a table."""


def _column(names: list[str], known: tuple[str, ...]) -> int:
    return next((place for place, name in enumerate(names) if name in known), -1)


def _from_csv(text: str, file: str) -> tuple[list[Any], list[Any]]:
    """Bids and asks of rows with price, quantity and side, or with bid_price, bid_qty, ask_price, ask_qty."""
    lines = text.splitlines()
    mark = max(MARKS, key=lines[0].count)
    if mark == ";":  # where that parts columns, a comma parts decimals
        lines = [line.replace(",", ".") for line in lines]
    rows = list(csv.reader(lines, delimiter=mark))
    names = [name.strip().casefold() for name in rows[0]]
    price, quantity, side = (_column(names, known) for known in (PRICE, QUANTITY, SIDE))
    pairs = [
        (_column(names, (f"{way}_price",)), _column(names, tuple(f"{way}_{name}" for name in QUANTITY)), n)
        for n, way in enumerate(("bid", "ask"))
    ]
    wide = all(place >= 0 for pair in pairs for place in pair[:2])
    if not wide and min(price, quantity, side) < 0:
        expected = say("Problems", "columns price, qty and side, or bid_price, bid_qty, ask_price and ask_qty")
        raise BadInput(file, "first line", expected, 1)
    sides: tuple[list[Any], list[Any]] = ([], [])
    for line, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < len(names):
            raise BadInput(file, "", say("Problems", "{several} columns", several=len(names)), line)
        if wide:
            for at_price, at_quantity, way in pairs:
                if row[at_price].strip():
                    sides[way].append((row[at_price], row[at_quantity], names[at_price], line))
            continue
        which = SIDES.get(row[side].strip().casefold())
        if which is None:
            raise BadInput(file, names[side], say("Problems", "bid or ask, not {given}", given=shown(row[side])), line)
        sides[which].append((row[price], row[quantity], names[price], line))
    return sides


def _wrong(place: int, given: str) -> Said:
    """What should have stood as a price (place 0) or as a quantity."""
    if place == 0:
        return say("Problems", "a price above 0, not {given}", given=given)
    return say("Problems", "a quantity from 0, not {given}", given=given)


def _levels(rows: list[Any], file: str) -> Levels:
    made = np.zeros((len(rows), 2))
    for n, (price, quantity, key, line) in enumerate(rows):
        for place, (value, least) in enumerate(((price, 0.0), (quantity, -1e-300))):
            try:
                number = float(value)
            except (TypeError, ValueError):
                number = math.nan
            if not math.isfinite(number) or not least < number < 1e15 or isinstance(value, bool):
                given = shown(str(value))
                raise BadInput(file, key, _wrong(place, given), line)
            made[n, place] = number
    return made[made[:, 1] > 0]


def _checked(name: str, bids: list[Any], asks: list[Any], file: str) -> Snapshot:
    sides = []
    for key, rows, sign in (("bids", bids, -1), ("asks", asks, 1)):
        levels = _levels(rows, file)
        if len(levels) < FEWEST_LEVELS:
            raise BadInput(
                file,
                key,
                say("Problems", "at least {least} price levels, not {count}", least=FEWEST_LEVELS, count=len(levels)),
            )
        levels = levels[np.argsort(sign * levels[:, 0], kind="stable")]
        if len(np.unique(levels[:, 0])) != len(levels):
            raise BadInput(file, key, say("Problems", "each price once"))
        sides.append(levels)
    if sides[0][0, 0] >= sides[1][0, 0]:
        best = {"bid": f"{sides[0][0, 0]:g}", "ask": f"{sides[1][0, 0]:g}"}
        raise BadInput(file, "bids", say("Problems", "a best bid below the best ask, not {bid} above {ask}", **best))
    snapshot = Snapshot(name, sides[0], sides[1])
    if snapshot.reach < 2 * NEAREST:
        reach = {"least": f"{2 * NEAREST:.2%}", "known": f"{snapshot.reach:.4%}"}
        raise BadInput(
            file, "", say("Problems", "levels up to {least} of the price on both sides, not {known}", **reach)
        )
    return snapshot


# --- from a real book to a starting book ----------------------------------------------------------------------------


def depth_2(snapshot: Snapshot) -> float:
    """Dollars of one side within 2 %; of a book known less far, continued in the shape of the synthetic one."""
    reach = min(snapshot.reach, UNIT_DISTANCE)
    known = sum(snapshot.within(reach)) / 2
    return known * cumulative_depth(UNIT_DISTANCE) / cumulative_depth(reach)


def shape_of_snapshot(snapshot: Snapshot) -> BookShape:
    """The mean of both sides against depth within 2 %; beyond what is known, the synthetic book's shape."""
    whole, reach = depth_2(snapshot), min(snapshot.reach, FARTHEST)
    ratio = (FARTHEST / NEAREST) ** (1.0 / (POINTS - 1))
    distances: list[float] = []
    depths: list[float] = []
    for n in range(POINTS):
        distance = min(NEAREST * ratio**n, FARTHEST)
        known = min(distance, reach)
        depth = sum(snapshot.within(known)) / 2 * cumulative_depth(distance) / cumulative_depth(known) / whole
        least = (depths[-1] if depths else 0.0) + 1e-6
        distances.append(round(distance, 6))
        depths.append(round(max(depth, least), 6))
    spread = max(snapshot.spread / snapshot.mid * 1e4, 1e-4)
    return BookShape(round(min(spread, 1000.0), 6), tuple(distances), tuple(depths), snapshot.name)


def scenario_with(scenario: Scenario, snapshot: Snapshot, share: float) -> Scenario:
    """A scenario whose first asset starts with this book; `share` is the part of all exchanges' depth that it is."""
    values: dict[str, Any] = {}
    for key, amount in (("market.btc_usd", snapshot.mid), ("market.btc_depth_usd", depth_2(snapshot) / share)):
        value = round(amount, 2)
        if not BY_KEY[key].problem(value):
            values[key] = value
    return scenario.with_values(values)._replace(book=shape_of_snapshot(snapshot))


def figures_of(snapshot: Snapshot) -> Figures:
    """The figures of a real book; depths are the mean of both sides."""
    near, middle = (sum(snapshot.within(distance)) / 2 for distance in (0.001, 0.005))
    bps = snapshot.spread / snapshot.mid * 1e4
    return Figures(snapshot.mid, snapshot.spread, bps, near, middle, depth_2(snapshot), snapshot.reach)


def synthetic_figures(scenario: Scenario, share: float) -> Figures:
    """The same of the book with which a scenario's first asset starts, on an exchange with this share."""
    item = instruments_of(scenario)[0]
    shape = scenario.book.within if scenario.book is not None else cumulative_depth
    near, middle, far = (item.depth * share * shape(distance) for distance in (0.001, 0.005, UNIT_DISTANCE))
    return Figures(item.price, item.price * item.spread_bps * 1e-4, item.spread_bps, near, middle, far, FARTHEST)


def scenario_text(scenario: Scenario) -> str:
    """A scenario as the text of a file that says all that differs from the defaults."""
    lines = [f"title = {json.dumps(scenario.title, ensure_ascii=False)}",
             f"about = {json.dumps(scenario.about, ensure_ascii=False)}", f"seed = {scenario.seed}"]  # fmt: skip
    for exchange in scenario.exchanges:
        lines += ["", "[[exchange]]", f"name = {json.dumps(exchange.name, ensure_ascii=False)}",
                  f"share = {exchange.share!r}", f"rule = {json.dumps(exchange.rule)}"]  # fmt: skip
    group = ""
    for key, parameter in BY_KEY.items():
        value = scenario.values[key]
        if value == parameter.decode(parameter.default):
            continue
        if parameter.group != group:
            group = parameter.group
            lines += ["", f"[{group}]"]
        lines.append(f"{key.partition('.')[2]} = {json.dumps(value)}")
    if scenario.book is not None:
        book = scenario.book
        lines += ["", "[book]", f"source = {json.dumps(book.source, ensure_ascii=False)}",
                  f"spread_bps = {book.spread_bps!r}", f"distance = {list(book.distance)}",
                  f"depth = {list(book.depth)}"]  # fmt: skip
    return "\n".join(lines) + "\n"
