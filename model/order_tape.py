"""Order files: CSV in, one row of whole numbers for each line out; a malformed line is told with line and column.

Columns op,id,side,type,price,qty,tif,owner. What a line needs depends on its op: `new` everything (a market order no
price; tif and owner may be empty), `cancel` an id, `reduce` id and qty, `replace` id, price and qty, `auction` nothing,
or a reference price. Columns that an op does not need are not looked at. Prices and quantities are plain decimal text,
put on the grid of tick and lot by exact arithmetic; one that is off the grid, not above zero or too large is well
written but cannot be done, so its line is kept with the reason for its rejection.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.bad_input import COLUMN, BadInput, shown

COLUMNS = ("op", "id", "side", "type", "price", "qty", "tif", "owner")
NEW, CANCEL, REDUCE, REPLACE, AUCTION = range(5)
OPS = {"new": NEW, "cancel": CANCEL, "reduce": REDUCE, "replace": REPLACE, "auction": AUCTION}
SIDES = {"buy": 1, "sell": -1}
TYPES = {"limit": False, "market": True}
GTC, IOC, FOK, POST = range(4)
TIFS = {"": GTC, "gtc": GTC, "ioc": IOC, "fok": FOK, "post": POST}
NO_OWNER = -1
ANY_PRICE = -1
"""Price of a market order, and of an auction without a reference."""

(
    DONE, OFF_TICK, OFF_LOT, PRICE_ZERO, QUANTITY_ZERO, TOO_LARGE, MARKET_POST, DUPLICATE, UNKNOWN, GONE, NOT_SMALLER,
    UNFILLABLE, WOULD_TRADE, IN_CALL,
) = range(14)  # fmt: skip
REASONS = {
    OFF_TICK: "the price is not a multiple of the tick",
    OFF_LOT: "the quantity is not a multiple of the lot",
    PRICE_ZERO: "the price is not above zero",
    QUANTITY_ZERO: "the quantity is not above zero",
    TOO_LARGE: "more than a trillion ticks or lots",
    MARKET_POST: "a market order cannot be post",
    DUPLICATE: "an order with this id was accepted before",
    UNKNOWN: "no order with this id was accepted",
    GONE: "the order is no longer open",
    NOT_SMALLER: "the quantity is not smaller than what is open",
    UNFILLABLE: "fok: the whole quantity cannot be traded at once",
    WOULD_TRADE: "post: the order would trade at once",
    IN_CALL: "fok and post orders are not taken while an auction collects orders",
}
"""Why a line is rejected, by its code."""

LARGEST = 10**12
LONGEST_NUMBER = 40
EXACT = Context(prec=2 * LONGEST_NUMBER)
DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
ONE_OF = "one of {names}"
A_DECIMAL = "a plain decimal number of at most {digits} signs, not '{found}'"
A_GRID = "a decimal number above zero, not '{found}'"
AN_ID = "the id of an order"
HEADER = "the header {header}"
EIGHT = "eight values, not {count}"
A_TABLE = "text in columns ({reason})"
A_FILE = "a file that can be read ({reason})"

ROW = np.dtype(
    [
        ("order", "i4"), ("party", "i4"), ("level", "i4"), ("op", "i1"), ("side", "i1"), ("tif", "i1"), ("flaw", "i1"),
        ("quantity", "i8"),
    ],
    align=True,
)  # fmt: skip
"""One line: orders and owners by number in order of appearance, price as a level, quantity in lots."""


class OrderTape(NamedTuple):
    """An order file as whole numbers."""

    rows: NDArray[np.void]
    """(n,) of ROW. `level` is 0 until prices are put in order; `flaw` is a key of REASONS, or DONE."""
    ticks: NDArray[np.int64]
    """(n,) prices in ticks; ANY_PRICE where there is none."""
    lines: NDArray[np.int64]
    """(n,) line of the file, from 1."""
    ids: list[str]
    """Id of each order number."""


def plain_decimal(text: str) -> Decimal | None:
    """The number a text spells without exponent; None if it is not one."""
    if len(text) > LONGEST_NUMBER or not DECIMAL.fullmatch(text):
        return None
    return Decimal(text)


def grid_step(text: str, name: str) -> Decimal:
    """A tick or lot size, exact."""
    step = plain_decimal(text)
    if step is None or step <= 0:
        raise BadInput(name, "", A_GRID.format(found=shown(text)))
    return step


class _Grid:
    """Decimal text as whole steps, each text worked out once."""

    def __init__(self, step: Decimal, off: int, zero: int) -> None:
        self._step, self._off, self._zero = step, off, zero
        self._known: dict[str, tuple[int, int]] = {}

    def __call__(self, text: str) -> tuple[int, int] | None:
        """(steps, flaw); None if the text is no plain decimal number."""
        if text not in self._known:
            number = plain_decimal(text)
            if number is None:
                return None
            self._known[text] = self._measure(number)
        return self._known[text]

    def _measure(self, number: Decimal) -> tuple[int, int]:
        if number <= 0:
            return 0, self._zero
        if number > EXACT.multiply(Decimal(LARGEST), self._step):
            return 0, TOO_LARGE
        steps = EXACT.divide(number, self._step)
        whole = int(steps)
        return (whole, DONE) if EXACT.multiply(Decimal(whole), self._step) == number else (0, self._off)


class _Reader:
    """Turns lines into rows; numbers orders and owners in order of appearance."""

    def __init__(self, file: str, tick: Decimal, lot: Decimal) -> None:
        self.file = file
        self.price, self.quantity = _Grid(tick, OFF_TICK, PRICE_ZERO), _Grid(lot, OFF_LOT, QUANTITY_ZERO)
        self.orders: dict[str, int] = {}
        self.owners: dict[str, int] = {"": NO_OWNER}

    def _choose(self, line: int, column: str, found: str, among: Mapping[str, int]) -> int:
        if found not in among:
            names = ONE_OF.format(names=", ".join(name for name in among if name))
            raise BadInput(self.file, COLUMN.format(column=column), names, line)
        return among[found]

    def _measure(self, line: int, column: str, found: str) -> tuple[int, int]:
        measured = (self.price if column == "price" else self.quantity)(found)
        if measured is None:
            wanted = A_DECIMAL.format(digits=LONGEST_NUMBER, found=shown(found))
            raise BadInput(self.file, COLUMN.format(column=column), wanted, line)
        return measured

    def row(self, line: int, cells: list[str]) -> tuple[int, int, int, int, int, int, int, int]:
        """(order, owner, ticks, op, side, tif, flaw, lots) of one line."""
        if len(cells) != len(COLUMNS):
            column = COLUMNS[len(cells)] if len(cells) < len(COLUMNS) else len(COLUMNS) + 1
            raise BadInput(self.file, COLUMN.format(column=column), EIGHT.format(count=len(cells)), line)
        word, name, side_name, kind, price, quantity, tif_name, owner_name = cells
        op = self._choose(line, "op", word, OPS)
        if op == AUCTION:
            ticks, flaw = self._measure(line, "price", price) if price else (ANY_PRICE, DONE)
            return -1, NO_OWNER, ticks, op, 0, GTC, flaw, 0
        if not name:
            raise BadInput(self.file, COLUMN.format(column="id"), AN_ID, line)
        order = self.orders.setdefault(name, len(self.orders))
        if op == CANCEL:
            return order, NO_OWNER, ANY_PRICE, op, 0, GTC, DONE, 0
        side, tif, owner, market = 0, GTC, NO_OWNER, False
        if op == NEW:
            side = self._choose(line, "side", side_name, SIDES)
            market = bool(self._choose(line, "type", kind, TYPES))
            tif = self._choose(line, "tif", tif_name, TIFS)
            owner = self.owners.setdefault(owner_name, len(self.owners) - 1)
        lots, flaw = self._measure(line, "qty", quantity)
        ticks = ANY_PRICE
        if market:
            flaw = flaw or (MARKET_POST if tif == POST else DONE)
            tif = FOK if tif == FOK else IOC
        elif op != REDUCE:
            ticks, price_flaw = self._measure(line, "price", price)
            flaw = price_flaw or flaw
        return order, owner, ticks, op, side, tif, flaw, lots


def read_lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and trimmed cells of every line that is not blank, the header checked and left out."""
    reader = csv.reader(StringIO(text, newline=""), strict=True, skipinitialspace=True)
    header: list[str] | None = None
    try:
        for cells in reader:
            trimmed = [cell.strip() for cell in cells]
            if not any(trimmed):
                continue
            if header is None:
                header = trimmed
                if header != list(COLUMNS):
                    raise BadInput(file, "", HEADER.format(header=",".join(COLUMNS)), reader.line_num)
            else:
                yield reader.line_num, trimmed
    except csv.Error as error:
        raise BadInput(file, "", A_TABLE.format(reason=error), reader.line_num) from None
    if header is None:
        raise BadInput(file, "", HEADER.format(header=",".join(COLUMNS)), 1)


def read_text(path: Path) -> str:
    """The text of an order file."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + error.object[: error.start].count(b"\n")
        raise BadInput(str(path), "", "text in UTF-8", line) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInput(shown(str(path), 400), "", A_FILE.format(reason=reason)) from None


def read_tape(text: str, file: str, tick: Decimal, lot: Decimal) -> OrderTape:
    """The rows of an order file's text; `BadInput` for the first malformed line."""
    reader = _Reader(file, tick, lot)
    lines, rows = [], []
    for line, cells in read_lines(text, file):
        lines.append(line)
        rows.append(reader.row(line, cells))
    table = np.array(rows, np.int64).reshape(-1, 8)
    made = np.zeros(len(rows), ROW)
    for place, field in enumerate(("order", "party", "", "op", "side", "tif", "flaw", "quantity")):
        if field:
            made[field] = table[:, place]
    return OrderTape(made, table[:, 2].copy(), np.array(lines, np.int64), list(reader.orders))
