"""What a sale would bring: a walk down the real order book that changes nothing in it.

How much a sale costs depends on what one calls the market: the book of one exchange, or the books of all exchanges
together with the order sent wherever the price is best. Both are read here.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.book import double_mid
from model.market import Market

Numbers = NDArray[np.float64]


class Sale(NamedTuple):
    """A market order to sell, as the resting bids would fill it now. Dollars are counted at the mid price."""

    wanted_usd: float
    sold_usd: float
    received_usd: float
    last_fall: float
    """How far below the mid the last piece is sold, as a part of the mid."""

    @property
    def cost(self) -> float:
        """Part of its value that what is sold loses against the mid; 1 when nobody bids at any price."""
        return 1.0 - self.received_usd / self.sold_usd if self.sold_usd > 0 else 1.0


class Sales(NamedTuple):
    """The same order on each exchange alone, and spread over all of them at the best prices."""

    each: tuple[Sale, ...]
    routed: Sale


def bids_of(market: Market, exchange: int, asset: int) -> tuple[Numbers, Numbers, float]:
    """Resting bids of one book, best first: prices and sizes in dollars at their own price; and the mid in dollars.

    A book that is halted has no bids for anyone.
    """
    book = market.books.book[exchange * market.asset.size + asset]
    first, tick = int(book["slot_base"]), float(market.asset["tick_usd"][asset])
    mid = float(double_mid(market.books, exchange * market.asset.size + asset)) * 0.5 * tick
    orders = market.books.orders[first : first + int(book["slots"])]
    bids = orders[(orders["side"] > 0) & (orders["price"] > 0) & (orders["quantity"] > 0)]
    if int(market.run["step"][0]) <= int(book["halted_until"]):
        bids = bids[:0]
    bids = bids[np.argsort(-bids["price"], kind="stable")]
    lot_usd = bids["price"] * (float(market.asset["tick_value"][asset]) * 1e-6)
    return bids["price"] * tick, bids["quantity"] * lot_usd, mid


def walk(prices: Numbers, sizes: Numbers, mid: float, usd: float) -> Sale:
    """Sell what is worth `usd` at the mid into bids given best first; sizes in dollars at their own price."""
    worth = sizes / prices * mid
    before = np.cumsum(worth) - worth
    filled = np.clip(usd - before, 0.0, worth)
    touched = np.flatnonzero(filled > 0)
    last = float(1.0 - prices[touched[-1]] / mid) if touched.size else 1.0
    return Sale(usd, float(filled.sum()), float((filled * prices / mid).sum()), last)


def sell_cost(market: Market, asset: int, usd: float) -> Sales:
    """What selling `usd` of an asset at market would bring now, on each exchange and routed over all."""
    books = [bids_of(market, x, asset) for x in range(market.exchange.size)]
    each = tuple(walk(prices, sizes, mid, usd) for prices, sizes, mid in books)
    prices = np.concatenate([book[0] for book in books])
    sizes = np.concatenate([book[1] for book in books])
    order = np.argsort(-prices, kind="stable")
    index = float(sum(book[2] * share for book, share in zip(books, market.exchange["share"], strict=True)))
    return Sales(each, walk(prices[order], sizes[order], index, usd))


def sale_that_costs(market: Market, exchange: int, asset: int, cost: float) -> float | None:
    """Dollars of the smallest sale on one exchange that costs this part of its value; None if its bids end before."""
    prices, sizes, mid = bids_of(market, exchange, asset)
    worth = sizes / prices * mid
    sold, received = np.cumsum(worth), np.cumsum(sizes)
    dear = np.flatnonzero(received < (1.0 - cost) * sold)
    if not dear.size:
        return None
    n = int(dear[0])
    sold_before, received_before = float(sold[n] - worth[n]), float(received[n] - sizes[n])
    keep = 1.0 - cost
    return sold_before + (received_before - keep * sold_before) / (keep - float(prices[n]) / mid)


def depth_usd(market: Market, asset: int, within: float) -> list[float]:
    """Dollars of bids within a part of the mid, on each exchange; `within` 1 is the whole book."""
    found: list[Any] = []
    for x in range(market.exchange.size):
        prices, sizes, mid = bids_of(market, x, asset)
        found.append(float(sizes[prices >= mid * (1.0 - within)].sum()))
    return found
