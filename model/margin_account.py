"""A margin account as a file: what a venue would say of its positions.

The file is a JSON object:

- `venue`: binance, okx or bybit. `mode`: isolated (each position has its own margin) or cross (all share the account:
  full margin).
- `wallet`: dollars, the isolated margins included. `taker_fee`: share of the value, by default 0.0005; only OKX's rule
  reads it.
- `collateral`: list of {asset, qty, price}. `haircut`: how much of it counts: "none" (default), "flat" (95 %), "tiered"
  (Bybit's published example for BTC, OKX's for USDT), a share from 0 to 1, or rows [upper amount or null, share].
- `positions`: list of {asset, side: long or short, qty, entry} with, where wanted, `mark` (else the entry price); in
  isolated mode `margin` in dollars or else `leverage` (one position with neither has the whole wallet behind it); and
  the maintenance rule as `mmr` with `cum`, or as `tiers` of rows [upper notional or null, rate], else the example table
  of the asset.

In the report, `liquidation_price` is null if no price above zero calls a long, `bankruptcy_price` if what stands behind
the position outlasts any fall (or is gone at any price), `tier` (counted from 1) if the file named the rate itself,
`margin_ratio` if no equity is left. `maintenance_margin` and `tier` are those of the mark price, but on Bybit for
isolated positions of the entry price. `margin_ratio` is (maintenance_margin + fee_reserve) / equity and calls at 1;
`fee_reserve` is what OKX adds for closing at the taker fee. An isolated position can lose its margin and no more.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args

import msgspec
import numpy as np
from msgspec import Meta, Struct
from numpy.typing import NDArray

from model import margin_rules as rules
from model.bad_input import BadInput, as_record, read_json
from model.parameters import QT_TRANSLATE_NOOP as T

MOST_BYTES = 1_000_000
MOST_ENTRIES = 500
Venue = Literal["binance", "okx", "bybit"]
Name = Annotated[str, Meta(min_length=1, max_length=32)]
Price = Annotated[float, Meta(ge=1e-9, le=1e12)]
Quantity = Annotated[float, Meta(ge=1e-9, le=1e15)]
Dollars = Annotated[float, Meta(ge=0.0, le=1e18)]
Rate = Annotated[float, Meta(ge=0.0, le=0.98)]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Upper = Annotated[float, Meta(ge=1e-9, le=1e18)] | None
TierRows = Annotated[list[tuple[Upper, Rate]], Meta(min_length=1, max_length=100)]
HaircutRows = Annotated[list[tuple[Upper, Share]], Meta(min_length=1, max_length=100)]
PRICE = T("Margin", "a price in dollars from 1e-9 to 1e12")
EXPECTED = {
    "venue": T("Margin", "binance, okx or bybit"),
    "mode": T("Margin", "isolated or cross"),
    "wallet": T("Margin", "a number of dollars up to 1e18, below 0 in cross mode only"),
    "taker_fee": T("Margin", "a share of the value from 0 to 0.01"),
    "haircut": T(
        "Margin", "none, flat, tiered, a share from 0 to 1, or rows of [rising upper amount or null in the last, share]"
    ),
    "collateral": T("Margin", "a list of at most 500 objects with asset, qty and price"),
    "positions": T("Margin", "a list of 1 to 500 objects with asset, side, qty and entry"),
    "asset": T("Margin", "a name of 1 to 32 printable characters"),
    "side": T("Margin", "long or short"),
    "qty": T("Margin", "a number of units from 1e-9 to 1e15"),
    "price": PRICE,
    "entry": PRICE,
    "mark": PRICE,
    "leverage": T("Margin", "a number from 0.01 to 1000"),
    "margin": T("Margin", "a number of dollars from 0 to 1e18"),
    "mmr": T("Margin", "a rate from 0 to 0.98"),
    "cum": T("Margin", "a number of dollars from 0 to 1e18"),
    "tiers": T(
        "Margin",
        "1 to 100 rows of [rising upper notional or null in the last row, rate from 0 to 0.98 that does not fall]",
    ),
}


class Collateral(Struct, frozen=True):
    """Coins that stand behind the account."""

    asset: Name
    qty: Quantity
    price: Price


class Position(Struct, frozen=True):
    """One linear position; prices in dollars, `qty` in units of the asset."""

    asset: Name
    side: Literal["long", "short"]
    qty: Quantity
    entry: Price
    mark: Price | None = None
    leverage: Annotated[float, Meta(ge=0.01, le=1000.0)] | None = None
    margin: Dollars | None = None
    mmr: Rate | None = None
    cum: Dollars | None = None
    tiers: TierRows | None = None


class MarginAccount(Struct, frozen=True):
    """A wallet, its collateral and its positions under one venue's rules."""

    venue: Venue
    mode: Literal["isolated", "cross"]
    wallet: Annotated[float, Meta(ge=-1e18, le=1e18)]
    positions: tuple[Position, ...]
    taker_fee: Annotated[float, Meta(ge=0.0, le=0.01)] = 0.0005
    haircut: Literal["none", "flat", "tiered"] | Share | HaircutRows = "none"
    collateral: tuple[Collateral, ...] = ()


class Line(NamedTuple):
    """One position in numbers: its side as ±1, its tier table, and what it is worth and needs at mark."""

    side: float
    qty: float
    entry: float
    mark: float
    margin: float
    tiers: NDArray[np.float64]
    profit: float
    required: float


def margin_report(path: Path) -> dict[str, Any]:
    """What the venue says of the account in a JSON file; BadInput if the file cannot be read or cannot be meant."""
    try:
        with path.open("rb") as stream:
            text = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise BadInput(str(path), "", "a file that can be read") from None
    return report(read_account(text, str(path)))


def read_account(text: bytes, file: str) -> MarginAccount:
    """An account from the text of a file; `file` is the name that BadInput shall give."""
    if len(text) > MOST_BYTES:
        raise BadInput(file, "", "at most a million bytes")
    raw = read_json(text, file)
    lists: dict[str, tuple[Any, ...]] = {}
    kinds: tuple[tuple[str, type[Struct]], ...] = (("positions", Position), ("collateral", Collateral))
    for key, kind in kinds if isinstance(raw, dict) else ():
        found = raw.get(key, [])
        if not isinstance(found, list) or len(found) > MOST_ENTRIES:
            raise BadInput(file, key, EXPECTED[key])
        lists[key] = tuple(as_record(item, f"{key}[{n}]", kind, EXPECTED, file) for n, item in enumerate(found))
        raw = {**raw, key: []} if key in raw else raw
    account = msgspec.structs.replace(as_record(raw, "", MarginAccount, EXPECTED, file), **lists)
    for key, expected in _contradictions(account):
        raise BadInput(file, key, expected)
    return account


def _contradictions(account: MarginAccount) -> Iterator[tuple[str, str]]:
    """Places where entries that are well formed one by one do not go together, each with what was expected."""
    isolated = account.mode == "isolated"
    assets = [position.asset for position in account.positions]
    if not assets:
        yield "positions", EXPECTED["positions"]
    if isolated and account.wallet < 0.0:
        yield "wallet", EXPECTED["wallet"]
    for n, position in enumerate(account.positions):
        place = f"positions[{n}]"
        if isolated and len(assets) > 1 and position.margin is None and position.leverage is None:
            yield f"{place}.margin", "margin or leverage, since several positions cannot each have the whole wallet"
        if not isolated and assets.index(position.asset) < n:
            yield f"{place}.asset", "each asset once in cross mode, long and short already netted"
        yield from ((f"{place}.{key}", expected) for key, expected in _position_contradictions(position, account.venue))
    if isinstance(account.haircut, list) and _is_refused(rules.haircut_schedule, account.haircut):
        yield "haircut", EXPECTED["haircut"]
    for n, held in enumerate(account.collateral):
        if not held.asset.isprintable():
            yield f"collateral[{n}].asset", EXPECTED["asset"]
        if account.haircut == "tiered" and held.asset.upper() not in ("BTC", "USDT"):
            yield f"collateral[{n}].asset", "BTC or USDT under tiered haircuts; for others give the haircut as rows"


def _position_contradictions(position: Position, venue: str) -> Iterator[tuple[str, str]]:
    if not position.asset.isprintable():
        yield "asset", EXPECTED["asset"]
    if position.mmr is not None and position.tiers is not None:
        yield "mmr", "either mmr or tiers, not both"
    if position.cum is not None and position.mmr is None:
        yield "cum", "an mmr beside it (tiers bring their own cum)"
    if position.cum and venue == "okx":
        yield "cum", "no cum above 0, since OKX's rate holds for the whole position"
    if position.tiers is not None and _is_refused(rules.tier_table, position.tiers):
        yield "tiers", EXPECTED["tiers"]


def _is_refused(make: Callable[[list[tuple[float, float]]], Any], rows: list[tuple[float | None, float]]) -> bool:
    try:
        make(_unbounded(rows))
    except ValueError:
        return True
    return False


def _unbounded(rows: list[tuple[float | None, float]]) -> list[tuple[float, float]]:
    return [(np.inf if upper is None else upper, rate) for upper, rate in rows]


def report(account: MarginAccount) -> dict[str, Any]:
    """The venue's view of an account as plain data: a row per position, then the account as a whole."""
    rule = get_args(Venue).index(account.venue)
    lines = [_line(account, rule, position) for position in account.positions]
    backing = account.wallet + sum(_counted(account.haircut, held) for held in account.collateral)
    rows = []
    maintenance = 0.0
    for n, (position, line) in enumerate(zip(account.positions, lines, strict=True)):
        others = [other for m, other in enumerate(lines) if m != n]
        called, bankrupt = _prices(account, rule, line, backing, others)
        tier, needed = _maintenance(account, rule, line)
        maintenance += needed
        rows.append(
            {
                "asset": position.asset,
                "side": position.side,
                "liquidation_price": None if called == 0.0 and line.side > 0 else called,
                "bankruptcy_price": None if bankrupt < 0.0 else bankrupt,
                "maintenance_margin": needed,
                "tier": None if position.mmr is not None else tier + 1,
            }
        )
    equity = backing + sum(line.profit for line in lines)
    reserve = account.taker_fee * sum(line.qty * line.mark for line in lines) if rule == rules.OKX else 0.0
    whole = {
        "equity": equity,
        "maintenance_margin": maintenance,
        "fee_reserve": reserve,
        "margin_ratio": rules.margin_ratio(maintenance + reserve, equity) if equity > 0.0 else None,
    }
    return {"positions": rows, "account": whole}


def _line(account: MarginAccount, rule: int, position: Position) -> Line:
    side = 1.0 if position.side == "long" else -1.0
    mark = position.entry if position.mark is None else position.mark
    margin = position.margin
    if margin is None:
        margin = account.wallet if position.leverage is None else position.qty * position.entry / position.leverage
    if position.mmr is not None:
        tiers = rules.one_tier(position.mmr, position.cum or 0.0)
    elif position.tiers is not None:
        tiers = rules.tier_table(_unbounded(position.tiers))
    else:
        tiers = rules.default_tiers(position.asset)
    profit = rules.unrealized_profit(side, position.qty, position.entry, mark)
    profit = max(profit, -margin) if account.mode == "isolated" else profit
    required = rules.required_margin(rule, tiers, position.qty * mark, account.taker_fee)
    return Line(side, position.qty, position.entry, mark, margin, tiers, profit, required)


def _counted(haircut: str | float | list[tuple[float | None, float]], held: Collateral) -> float:
    """Dollars of a holding that count; tiers of a schedule are amounts of the coin."""
    if isinstance(haircut, list):
        schedule = rules.haircut_schedule(_unbounded(haircut))
    elif isinstance(haircut, float):
        schedule = rules.haircut_schedule([(np.inf, haircut)])
    else:
        tiered = "bybit_btc" if held.asset.upper() == "BTC" else "okx_usdt"
        schedule = rules.default_haircut(tiered if haircut == "tiered" else haircut)
    return rules.haircut_value(schedule, held.qty) * held.price


def _prices(account: MarginAccount, rule: int, line: Line, backing: float, others: list[Line]) -> tuple[float, float]:
    """Liquidation and bankruptcy price of one position; in cross mode with all others standing still."""
    at = line.side, line.qty, line.entry
    if account.mode == "isolated":
        called = rules.liquidation_price(rule, *at, line.margin, account.taker_fee, line.tiers)
        return called, rules.bankruptcy_price(*at, line.margin)
    behind = backing + sum(other.profit for other in others)
    free = behind - sum(other.required for other in others)
    called = rules.full_margin_liquidation_price(rule, *at, line.mark, free, account.taker_fee, line.tiers)
    return called, rules.bankruptcy_price(*at, behind)


def _maintenance(account: MarginAccount, rule: int, line: Line) -> tuple[int, float]:
    """Tier row and maintenance margin of one position, without OKX's fee."""
    at_entry = rule == rules.BYBIT and account.mode == "isolated"
    notional = line.qty * (line.entry if at_entry else line.mark)
    return rules.tier_of(line.tiers, notional), rules.required_margin(rule, line.tiers, notional, 0.0)
