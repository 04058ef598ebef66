"""Where the remaining positions of an asset would be liquidated: dollars by price, exchange and side."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.market import Market

OUTSIDE = 0.2
"""Part of the dollars that may wait too far away to be shown."""


class LiquidationMap(NamedTuple):
    """Positions that have a liquidation price of their own, summed into price bands; dollars at the current mark."""

    edges: NDArray[np.float64]
    """(N + 1,) prices in dollars."""
    longs: NDArray[np.float64]
    """(X, N) dollars of longs that a fall into the band would liquidate."""
    shorts: NDArray[np.float64]
    """(X, N) dollars of shorts that a rise into the band would liquidate."""
    marks: NDArray[np.float64]
    """(X,) mark prices in dollars."""
    beyond: float
    """Dollars whose liquidation price lies outside the edges."""
    unpriced: float
    """Dollars of full-margin positions: their accounts answer as a whole, so no price of this asset alone calls them."""


def prices_of(market: Market, asset: int) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64], float]:
    """Every filed position of an asset: (liquidation price in dollars, dollars at mark, exchange; shorts negative), unpriced."""
    books, assets = market.books.book, market.asset.size
    row = market.asset[asset]
    prices, dollars, exchanges = [], [], []
    for k in range(asset, books.size, assets):
        rows = market.account[market.first_account[2 * k] : market.first_account[2 * k + 2]]
        rows = rows[rows["trigger"] > 0]
        prices.append(rows["trigger"] * float(row["tick_usd"]))
        dollars.append(rows["position"] * (int(books["mark"][k]) * int(row["tick_value"]) * 1e-6))
        exchanges.append(np.full(rows.size, books["exchange"][k]))
    unpriced = 0.0
    if market.portfolio.size:
        legs = market.leg[(market.leg["lots"] != 0) & (market.leg["book"] % assets == asset)]
        worth = legs["lots"] * (books["mark"][legs["book"]] * (int(row["tick_value"]) * 1e-6))
        alone = legs["trigger"] > 0
        unpriced = float(np.abs(worth[~alone]).sum())
        prices.append(legs["trigger"][alone] * float(row["tick_usd"]))
        dollars.append(worth[alone])
        exchanges.append(books["exchange"][legs["book"][alone]])
    return np.concatenate(prices), np.concatenate(dollars), np.concatenate(exchanges).astype(np.int64), unpriced


def liquidation_map(market: Market, asset: int, reaches: tuple[float, ...], bands: int) -> LiquidationMap:
    """Sum an asset's positions into an even number of price bands around the mean mark.

    The bands reach as far as the first of `reaches` (parts of price, rising) that leaves no more than OUTSIDE of the
    dollars beyond them.
    """
    marks = market.books.book["mark"][asset :: market.asset.size] * float(market.asset["tick_usd"][asset])
    centre = float(marks.mean())
    prices, dollars, exchanges, unpriced = prices_of(market, asset)
    size, far = np.abs(dollars), np.abs(prices / centre - 1.0)
    most = OUTSIDE * float(size.sum())
    reach = next((reach for reach in reaches if float(size[far > reach].sum()) <= most), reaches[-1])
    edges = centre * np.linspace(1.0 - reach, 1.0 + reach, bands + 1)
    place = np.searchsorted(edges, prices, side="right") - 1
    inside = (place >= 0) & (place < bands)
    shape = (market.exchange.size, bands)
    sums = []
    for chosen in (inside & (dollars > 0), inside & (dollars < 0)):
        flat = np.bincount(exchanges[chosen] * bands + place[chosen], np.abs(dollars[chosen]), shape[0] * bands)
        sums.append(flat.reshape(shape).astype(np.float64))
    beyond = float(np.abs(dollars[~inside]).sum())
    return LiquidationMap(edges, sums[0], sums[1], marks, beyond, unpriced)
