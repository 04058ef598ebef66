"""What there is to draw: a picture of one moment, computed from the market, holding nothing of it."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.attribution import COLUMN_LIQUIDATION
from model.backstop import fund_equity
from model.book import EMPTY, double_mid, next_above
from model.book_shape import cumulative_depth
from model.full_margin import CALLED
from model.kernels import kernel
from model.market import FUND_PARTY, Market
from model.orders import BUY, RESTING, SELL, standing

OUTLINE_POINTS = 48


class Ladder(NamedTuple):
    """Resting orders of one book by price, ascending: dollars a price, all and market makers' part, dollars at stake."""

    price: NDArray[np.float64]
    usd: NDArray[np.float64]
    maker_usd: NDArray[np.float64]
    is_bid: NDArray[np.bool_]


class Mine(NamedTuple):
    """Something of the user's own on a ladder, in dollars: an order that waits, or where a position is liquidated."""

    number: int
    """Of the order, from 1."""
    side: int
    """1 an order to buy, −1 to sell, 0 a liquidation price."""
    price: float
    usd: float
    ahead_usd: float
    """Resting before it."""


class Beside(NamedTuple):
    """The same book at the same second of the road that is compared. Prices in dollars; NaN where there is none."""

    mid: float
    best_bid: float
    best_ask: float
    ladder: Ladder


class Venue(NamedTuple):
    """One exchange's book of the asset on stage. Prices and amounts in dollars; NaN where there is none."""

    name: str
    mid: float
    last: float
    mark: float
    best_bid: float
    best_ask: float
    spread: float
    spread_ratio: float
    """Spread against normal; NaN while one side is empty."""
    depth_ratio: float
    """Bids within 2 % against the normal book."""
    halted_for: int
    """Seconds until the re-opening; 0 when open."""
    fund_usd: float
    fund_ratio: float
    confidence: float
    liquidated_usd: float
    """Since the start, this book, traders and makers."""
    waiting_usd: float
    """Called positions that wait for the re-opening."""
    ladder: Ladder
    eaten_price: NDArray[np.float64]
    """Prices at which liquidations executed in this second, and dollars there; what funds sell later is none."""
    eaten_usd: NDArray[np.float64]
    mine: tuple[Mine, ...] = ()
    beside: Beside | None = None


class Tile(NamedTuple):
    """One asset in the overview."""

    symbol: str
    depth_usd: float
    """Normal depth, all exchanges."""
    change: float
    """Of the index since the start, −0.2 = 20 % down."""
    depth_ratio: float
    halted: bool
    liquidated_usd: float


class Hop(NamedTuple):
    """Liquidations on one exchange in one second whose cause lies on another: dollars, kind of cause, delay in seconds."""

    source: int
    exchange: int
    asset: int
    channel: int
    delay: int
    usd: float
    count: int  # type: ignore[assignment]
    event: int
    """Number of its largest liquidation in the event log."""


class Totals(NamedTuple):
    """The whole market, in dollars since the start."""

    liquidated: float
    makers: float
    leveraged: float
    long_share: float
    market_value_lost: float
    withdrawn: float
    bad_debt: float
    fund: float
    reproduction: float
    """Dollars liquidated now because of one liquidated a minute ago; NaN when nothing was."""
    makers_orders: float
    """Part of the makers' normal orders that still stands."""


class Picture(NamedTuple):
    """One moment: the stage, the tiles and the totals."""

    step: int
    phase: int
    asset: int
    symbol: str
    price_start: float
    index: float  # type: ignore[assignment]
    venues: tuple[Venue, ...]
    outline_distance: NDArray[np.float64]
    """Distance from the mid, part of price, and normal depth within it in dollars, for each exchange (rows)."""
    outline_usd: NDArray[np.float64]
    tiles: tuple[Tile, ...]
    hops: tuple[Hop, ...]
    totals: Totals


class Frame(NamedTuple):
    """What a view draws: the moment before, the moment after, and how far between them we are."""

    before: Picture
    after: Picture
    fraction: float


@kernel()
def gather_levels(books, k, makers, prices, lots):
    """Write a book's occupied levels, ascending: prices, and (2, levels) lots, all and market makers'; returns how many."""
    book, n = books.book[k], 0
    price = next_above(books.words, books.summary, book.word_base, book.summary_base, 1, book.levels)
    while price < book.levels:
        prices[n] = price
        slot = books.levels[book.level_base + price].head
        while slot != EMPTY:
            order = books.orders[slot]
            lots[0, n] += order.quantity
            if order.party < makers:
                lots[1, n] += order.quantity
            slot = order.next
        n += 1
        price = next_above(books.words, books.summary, book.word_base, book.summary_base, price + 1, book.levels)
    return n


def ladder_of(market: Market, k: int) -> Ladder:
    """Resting orders of a book by price level."""
    book = market.books.book[k]
    asset = market.asset[book["asset"]]
    prices, lots = np.zeros(int(book["slots"]), np.int64), np.zeros((2, int(book["slots"])), np.int64)
    count = int(gather_levels(market.books, k, market.maker.size, prices, lots))
    prices = prices[:count]
    usd, maker = (lots[:, :count] * prices * (int(asset["tick_value"]) * 1e-6)).astype(np.float64)
    price = (prices * float(asset["tick_usd"])).astype(np.float64)
    return Ladder(price, usd, maker, prices <= book["best_bid"])


def eaten_of(market: Market, k: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Prices and dollars of this second's executions of liquidations in a book."""
    fills = market.books.fills[: int(market.books.fill_count[0])]
    own = fills["taker"] != -1 - (market.maker.size + FUND_PARTY)
    fills = fills[(fills["book"] == k) & (fills["kind"] == COLUMN_LIQUIDATION) & own]
    if not fills.size:
        return np.zeros(0), np.zeros(0)
    prices, place = np.unique(fills["price"], return_inverse=True)
    asset = market.asset[market.books.book["asset"][k]]
    dollars = fills["quantity"] * fills["price"] * (int(asset["tick_value"]) * 1e-6)
    return prices * float(asset["tick_usd"]), np.bincount(place, dollars, prices.size).astype(np.float64)


@kernel()
def waiting_lots(market, k):
    """Lots of called positions waiting in a book's queue."""
    total, i = 0, market.books.book[k].queue
    while i >= 0:
        total += abs(market.account[i].position)
        i = market.account[i].next
    return total


def waiting_usd(market: Market, k: int) -> float:
    """Dollars of called positions waiting for a book, those of full-margin accounts among them."""
    lots = int(waiting_lots(market, k))
    if market.desk["queue"][market.books.book["exchange"][k]] >= 0:
        waits = (market.portfolio["state"] == CALLED)[:, None] & (market.leg["called"] == 1) & (market.leg["book"] == k)
        lots += int(abs(market.leg["lots"][waits]).sum())
    asset = market.asset[market.books.book["asset"][k]]
    return lots * float(market.books.book["mark"][k]) * int(asset["tick_value"]) * 1e-6


def waiting_everywhere_usd(market: Market) -> float:
    """Dollars of all called positions that wait for any book, those of full-margin accounts among them."""
    books = market.books.book
    lots = np.zeros(books.size)
    for k in np.flatnonzero(books["queue"] >= 0):
        lots[k] = waiting_lots(market, k)
    if (market.desk["queue"] >= 0).any():
        queues = market.desk["queue"][books["exchange"]] >= 0
        waits = (market.portfolio["state"] == CALLED)[:, None] & (market.leg["called"] == 1)
        sizes = np.bincount(market.leg["book"][waits], np.abs(market.leg["lots"][waits]), books.size)
        lots += np.where(queues, sizes, 0.0)
    return float((lots * books["mark"] * market.asset["tick_value"][books["asset"]]).sum()) * 1e-6


def outline(
    market: Market, asset: int, within: Callable[[float], float] = cumulative_depth
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The normal book: distances from the mid and dollars of one side within them, a row for each exchange."""
    distances = np.linspace(0.0, 0.06, OUTLINE_POINTS)
    shape = np.array([within(d) if d > 0 else 0.0 for d in distances.tolist()])
    rows = market.asset[asset]
    dollars = float(rows["price"]) * int(rows["tick_value"]) * 1e-6
    books = market.books.book["normal_lots"][asset :: market.asset.size]
    return distances, np.outer(books * dollars, shape)


def mine_of(market: Market, k: int) -> tuple[Mine, ...]:
    """The user's waiting orders in a book, and the liquidation prices of positions there."""
    if not market.user["state"][0]:
        return ()
    found = []
    for n in np.flatnonzero((market.user["book"] == k) & np.isin(market.user["act"], (BUY, SELL))):
        own = standing(market, int(n))
        if own.state == RESTING:
            found.append(Mine(own.number, own.act, own.limit, own.left_usd, own.ahead_usd))
        if own.leverage and own.position:
            worth = (
                abs(own.position)
                * float(market.books.book["mark"][k])
                * float(market.asset["tick_usd"][market.books.book["asset"][k]])
            )
            found.append(Mine(own.number, 0, own.liquidation, worth, 0.0))
    return tuple(found)


def beside_of(market: Market | None, k: int) -> Beside | None:
    """A book of the road that is compared; none while that does not stand at the same second."""
    if market is None:
        return None
    book = market.books.book[k]
    tick, bid, ask = float(market.asset["tick_usd"][book["asset"]]), int(book["best_bid"]), int(book["best_ask"])
    return Beside(
        double_mid(market.books, k) * 0.5 * tick, bid * tick if bid > 0 else float("nan"),
        ask * tick if ask < book["levels"] else float("nan"), ladder_of(market, k),
    )  # fmt: skip


def venue_of(market: Market, name: str, k: int, fund_start: float, other: Market | None = None) -> Venue:
    """One exchange's column; `other` is the market of the road that is compared, at the same second."""
    book = market.books.book[k]
    x, a = int(book["exchange"]), int(book["asset"])
    tick = float(market.asset["tick_usd"][a])
    bid, ask = int(book["best_bid"]), int(book["best_ask"])
    open_sides = bid > 0 and ask < book["levels"]
    spread = (ask - bid) if open_sides else float("nan")
    mid = double_mid(market.books, k) * 0.5
    ladder = ladder_of(market, k)
    near = ladder.is_bid & (ladder.price >= mid * tick * 0.98)
    near_coins = float((ladder.usd[near] / ladder.price[near]).sum())
    near_usd = near_coins * mid * tick  # valued at the mid, as the record does
    normal = float(book["normal_lots"]) * mid * int(market.asset["tick_value"][a]) * 1e-6
    fund = float(fund_equity(market, x)) * 1e-6
    liquidated = float(book["liquidated"] + book["maker_liquidated"]) * 1e-6
    eaten_price, eaten_usd = eaten_of(market, k)
    step = int(market.run["step"][0])
    return Venue(
        name, mid * tick, int(book["last"]) * tick, int(book["mark"]) * tick,
        bid * tick if bid > 0 else float("nan"), ask * tick if ask < book["levels"] else float("nan"),
        spread * tick, spread / float(book["normal_spread"]), near_usd / max(normal, 1.0),
        max(int(book["halted_until"]) - step, 0),  # at the end of that second the auction has been held
        fund, fund / fund_start if fund_start > 0 else 0.0, float(market.exchange["confidence"][x]),
        liquidated, waiting_usd(market, k), ladder, eaten_price, eaten_usd,
        mine_of(market, k), beside_of(other, k),
    )  # fmt: skip
