"""The state of the market: named arrays that nothing listens to, copied to be kept, changed only inside `advance`.

Indices: exchange x of X, asset a of A, book k = x·A + a, party p (market makers first), account i.
Prices are whole ticks, quantities whole lots, money whole micro-dollars.
"""

import hashlib
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.handles import Handle

RING = 64
"""Seconds of attribution that each book remembers."""
BLOCKS = 361
"""Blocks of ten seconds that a breaker's look-back can cover, and the current one."""
DIRECT_KINDS = ("liquidation", "collateral", "maker", "arbitrage", "noise", "value", "user", "news", "auction", "stops")
LIQUIDATION, COLLATERAL, MAKER, ARBITRAGE, NOISE, VALUE, USER, NEWS, AUCTION, STOPS = range(10)
"""Whose order moved a mid price. `maker` and `arbitrage` carry a source exchange beside."""
ORIGIN_NEWS, ORIGIN_NOISE, ORIGIN_VALUE, ORIGIN_USER, ORIGIN_LIQUIDATION = range(5)
"""Where a displacement ultimately came from; liquidation on exchange x is ORIGIN_LIQUIDATION + x."""
VALUE_PARTY, NOISE_PARTY, ARBITRAGE_PARTY, FUND_PARTY, HEDGE_PARTY, USER_PARTY, RESCUE_PARTY, POOL_PARTY = range(8)
"""Parties after the market makers: party number = number of makers + this."""
OTHER_PARTIES = 8
USER_ORDERS = 64
"""Most orders that the user can send in one run; as many places for accounts end the list of accounts."""
LEGS = 6
"""Most positions of a full-margin account."""

BOOK = np.dtype(
    [
        ("exchange", "i8"), ("asset", "i8"), ("level_base", "i8"), ("levels", "i8"), ("word_base", "i8"), ("summary_base", "i8"),
        ("slot_base", "i8"), ("slots", "i8"), ("pool", "i8"), ("free", "i8"), ("best_bid", "i8"), ("best_ask", "i8"), ("last", "i8"),
        ("mark", "i8"), ("halted_from", "i8"), ("halted_until", "i8"), ("long_top", "i8"), ("short_low", "i8"), ("queue", "i8"), ("queue_tail", "i8"),
        ("worst_event", "i8"), ("worst_step", "i8"), ("worst_usd", "i8"), ("normal_lots", "i8"), ("normal_spread", "f8"), ("belief", "f8"), ("basis", "f8"), ("variance", "f8"),
        ("mid_seen", "f8"), ("fund_cost", "i8"), ("liquidated", "i8"), ("maker_liquidated", "i8"), ("feed_step", "i8"), ("quoted", "i8"),
        ("value_known", "f8"), ("fresh", "f8"), ("stopped", "f8"), ("low", "i8"),
    ],
    align=True,
)  # fmt: skip
ORDER = np.dtype(
    [("price", "i4"), ("next", "i4"), ("previous", "i4"), ("party", "i2"), ("side", "i2"), ("quantity", "i8")],
    align=True,
)
LEVEL = np.dtype([("head", "i4"), ("tail", "i4")], align=True)
FILL = np.dtype(
    [("book", "i4"), ("price", "i4"), ("slot", "i4"), ("taker", "i4"), ("party", "i2"), ("side", "i1"), ("kind", "i1"), ("quantity", "i8")],
    align=True,
)  # fmt: skip
ASSET = np.dtype(
    [
        ("tick_value", "i8"), ("price", "i8"), ("tick_usd", "f8"), ("lot", "f8"), ("beta", "f8"), ("volatility", "f8"), ("value", "f8"),
        ("index", "f8"), ("index_start", "f8"), ("market_value", "f8"), ("support", "f8"), ("tier", "i8"),
        ("mean", "f8"), ("nearness", "f8"), ("limit_state", "i8"), ("stops", "f8"),
    ],
    align=True,
)  # fmt: skip
EXCHANGE = np.dtype(
    [
        ("share", "f8"), ("rule", "i8"), ("shock", "f8"), ("confidence", "f8"), ("customer_money", "i8"), ("withdrawn", "i8"),
        ("fees", "i8"), ("liquidated", "i8"), ("maker_liquidated", "i8"), ("bad_debt", "i8"), ("first_liquidation", "i8"), ("liquidated_seen", "f8"), ("debt_seen", "f8"), ("cash_withdrawn", "i8"),
        ("fund_peak", "i8"), ("deleveraged", "i8"), ("socialised", "i8"), ("deleveraged_seen", "f8"), ("depth_seen", "f8"), ("selling", "f8"), ("frozen_since", "i8"),
        ("brought", "i8"), ("premiums", "i8"), ("pool_empty", "i8"), ("margin_paid", "i8"), ("fund_fees", "i8"), ("fund_paid", "i8"), ("winners_paid", "i8"),
        ("rescue_paid", "i8"),
    ],
    align=True,
)  # fmt: skip
MAKER_FIRM = np.dtype(
    [
        ("weight", "f8"), ("reach", "f8"), ("capital", "i8"), ("equity_start", "i8"), ("equity", "i8"), ("gross", "i8"), ("stress", "f8"), ("loss_limit", "i8"),
        ("failing", "i8"), ("event", "i8"),
    ],
    align=True,
)  # fmt: skip
ACCOUNT = np.dtype(
    [
        ("cash", "i8"), ("position", "i8"), ("original", "i8"), ("book", "i4"), ("entry", "i4"), ("trigger", "i4"), ("next", "i4"),
        ("previous", "i4"), ("batches", "i4"),
    ],
    align=True,
)  # fmt: skip
PORTFOLIO = np.dtype(
    [
        ("exchange", "i4"), ("state", "i4"), ("alone", "i4"), ("worst", "i4"), ("worst_row", "i4"), ("legs", "i4"), ("next", "i8"), ("cash", "i8"), ("collateral", "i8"),
        ("savings", "i8"),
    ],
    align=True,
)  # fmt: skip
"""A full-margin account: several positions (its legs), BTC in lots as collateral, and money kept outside the exchange."""
LEG = np.dtype(
    [("book", "i4"), ("entry", "i4"), ("trigger", "i4"), ("called", "i4"), ("lots", "i8"), ("cash", "i8"), ("original", "i8")],
    align=True,
)  # fmt: skip
"""A position of a full-margin account. `trigger` calls it under the ban, and under gradual liquidation asks for the next batch."""
DESK = np.dtype(
    [
        ("base", "f8"), ("stretch", "f8"), ("rules", "i8"), ("queue", "i8"), ("queue_tail", "i8"), ("first", "i8"), ("last", "i8"),
        ("sold", "i8"), ("locked", "i8"), ("called", "i8"),
    ],
    align=True,
)  # fmt: skip
"""What an exchange keeps of its full-margin accounts: the path of its prices, the queue of called accounts, sums."""
USER_ORDER = np.dtype(
    [
        ("state", "i8"), ("act", "i8"), ("book", "i8"), ("subject", "i8"), ("usd", "i8"), ("limit", "i8"), ("leverage", "f8"), ("slot", "i8"),
        ("left", "i8"), ("filled", "i8"), ("cost", "i8"), ("closed", "i8"), ("proceeds", "i8"), ("margin", "i8"), ("fees", "i8"), ("step", "i8"),
    ],
    align=True,
)  # fmt: skip
"""An order of the user's: `cost` and `proceeds` in ticks × lots, `limit` 0 for the market, `leverage` 0 without an account."""
CALLED = np.dtype([("channel", "i8"), ("source", "i8"), ("delay", "i8"), ("cause", "i8"), ("step", "i8")], align=True)
RUN = np.dtype(
    [
        ("seed", "u8"), ("step", "i8"), ("exchanges", "i8"), ("assets", "i8"), ("makers", "i8"), ("events", "i8"), ("news_event", "i8"),
        ("liquidated_long", "i8"), ("liquidated_short", "i8"), ("rescued", "i8"), ("rescue_since", "i8"), ("rescue_told", "i8"), ("rescue_dry", "i8"), ("rescue_event", "i8"), ("observed", "i8"),
        ("breaker_level", "i8"),
    ],
    align=True,
)  # fmt: skip


class BookArrays(NamedTuple):
    """All order books: scalars, orders and price levels of all books in flat arrays."""

    book: NDArray[np.void]
    orders: NDArray[np.void]
    levels: NDArray[np.void]
    words: NDArray[np.uint64]
    summary: NDArray[np.uint64]
    fills: NDArray[np.void]
    fill_count: NDArray[np.int64]


class Books(Handle, BookArrays):
    """The same, as kernels take it."""


class TriggerArrays(NamedTuple):
    """Accounts by liquidation price: lists and bitmaps over the same price levels as the books', row 0 longs, row 1 shorts."""

    heads: NDArray[np.int32]
    words: NDArray[np.uint64]
    summary: NDArray[np.uint64]


class Triggers(Handle, TriggerArrays):
    """The same, as kernels take it."""


class MarketArrays(NamedTuple):
    """Everything the next second depends on."""

    run: NDArray[np.void]
    settings: NDArray[np.void]
    books: Books
    triggers: Triggers
    asset: NDArray[np.void]
    exchange: NDArray[np.void]
    maker: NDArray[np.void]
    account: NDArray[np.void]
    first_account: NDArray[np.int64]
    """(2B + 1,) place of the first account of each book's longs, then shorts; accounts are sorted by it."""
    ladder: NDArray[np.float64]
    """(A, K, 2): distance from the belief (part of price) and size (part of normal depth) of each rung of a maker's ladder."""
    cover: NDArray[np.float64]
    """(A, M, 2): part of makers' quotes in an asset that is each firm's (none: 0), and how far away it quotes against the nearest."""
    deep: NDArray[np.float64]
    """(D, 3): distance, near part and deep part of value buyers' resting orders."""
    tiers: NDArray[np.float64]
    """(kinds, n, 3): upper notional, maintenance rate, maintenance amount; `asset.tier` says which kind."""
    cash: NDArray[np.int64]
    """(P, X) micro-dollars of each party on each exchange."""
    position: NDArray[np.int64]
    """(B, P) lots of each party in each book."""
    target: NDArray[np.int64]
    """(B, P) lots each party held at the start: inventory skew counts from there."""
    moves: NDArray[np.int32]
    """(B, RING, 8 + 2X) half-ticks a mid moved in a second, by direct kind and source."""
    origin: NDArray[np.float64]
    """(B, 4 + X) half-ticks of displacement since the start, by ultimate origin."""
    peaks: NDArray[np.float64]
    """(A, BLOCKS) highest index of each block of ten seconds."""
    called: NDArray[np.void]
    """(2B,) cause of the last margin calls in a book, longs then shorts."""
    called_origin: NDArray[np.float64]
    """(2B, 4 + X) share of each ultimate origin in the move that caused them."""
    contagion: NDArray[np.float64]
    """(4 + X, X) dollars liquidated by ultimate origin and exchange."""
    portfolio: NDArray[np.void]
    """(N,) full-margin accounts, sorted by exchange."""
    leg: NDArray[np.void]
    """(N, LEGS) their positions; a closed one has no lots."""
    due: NDArray[np.float64]
    """(N,) length of its exchange's price path at which a full-margin account has to be looked at again."""
    desk: NDArray[np.void]
    """(X,) of DESK."""
    mark_then: NDArray[np.int64]
    """(B,) marks from which the price path's last piece is measured."""
    haircuts: NDArray[np.float64]
    """(3, n, 2) schedules of the choice `full_margin.haircut`: up to this many coins, this share counts."""
    user: NDArray[np.void]
    """(USER_ORDERS,) the user's own orders, in the order in which they were sent."""


class Market(Handle, MarketArrays):
    """The same, as kernels take it."""


OUTBOX = ("fills", "fill_count")
"""Written for the eyes only: no later second depends on it, so no digest counts it."""


def copy(market: Market) -> Market:
    """An independent copy."""

    def parts(value: tuple[object, ...]) -> tuple[object, ...]:
        copied = [parts(item) if isinstance(item, tuple) else item.copy() for item in value]  # type: ignore[attr-defined]
        return type(value)(*copied)

    return parts(market)  # type: ignore[return-value]


def restore(market: Market, kept: Market) -> None:
    """Set a market's arrays, in place, to those of a kept copy."""

    def parts(target: tuple[object, ...], source: tuple[object, ...]) -> None:
        for there, here in zip(target, source, strict=True):
            if isinstance(there, tuple):
                parts(there, here)  # type: ignore[arg-type]
            else:
                there[...] = here  # type: ignore[index]

    parts(market, kept)


def _flat(value: tuple[object, ...], prefix: str = "") -> list[tuple[str, NDArray[np.generic]]]:
    rows: list[tuple[str, NDArray[np.generic]]] = []
    for name, part in zip(value._fields, value, strict=True):  # type: ignore[attr-defined]
        rows += _flat(part, f"{name}.") if isinstance(part, tuple) else [(prefix + name, part)]  # type: ignore[list-item]
    return rows


def digest(market: Market) -> str:
    """Hash of all state (not of the outbox); equal on every machine for equal seed, scenario and edits."""
    text = hashlib.blake2b(digest_size=16)
    for name, array in _flat(market):
        if name.split(".")[-1] not in OUTBOX:
            text.update(name.encode())
            text.update(np.ascontiguousarray(array).view(np.uint8).data)
    return text.hexdigest()
