"""What the window shows of a whole second: a tile for each asset, and the hops between exchanges."""

import numpy as np
from numpy.typing import NDArray

from model.events import Event
from model.frame import Hop, Tile
from model.market import Market

LIQUIDATIONS = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)


def tiles_of(
    market: Market, symbols: tuple[str, ...], row: NDArray[np.void], first: NDArray[np.void]
) -> tuple[Tile, ...]:
    """Every asset in a second, of which a row of the record is given, as is that of the first second."""
    assets = len(symbols)
    shaped = row.reshape(-1, assets)
    depth, normal = shaped["bid_2"].sum(axis=0), first.reshape(-1, assets)["bid_2"].sum(axis=0)
    halted, liquidated = np.any(shaped["halted"], axis=0), shaped["liquidated"].sum(axis=0)
    price = market.asset["price"] * market.asset["tick_value"] * 1e-6
    size = market.books.book["normal_lots"].reshape(-1, assets).sum(axis=0) * price
    change = market.asset["index"] / market.asset["index_start"] - 1.0
    ratio = np.where(normal > 0, depth / np.maximum(normal, 1.0), 1.0)
    return tuple(
        Tile(symbols[a], float(size[a]), float(change[a]), float(ratio[a]), bool(halted[a]), float(liquidated[a]))
        for a in range(assets)
    )


def hops_of(log: NDArray[np.void], number: int, asset: int) -> tuple[Hop, ...]:
    """A second's liquidations of an asset whose cause lies on another exchange, summed by way and place, largest first.

    `number` is that of the first event of the second.
    """
    sold = np.isin(log["kind"], LIQUIDATIONS)
    across = sold & (log["source"] >= 0) & (log["source"] != log["exchange"]) & (log["asset"] == asset)
    places = np.flatnonzero(across)
    rows = log[places]
    hops = []
    for source, exchange, channel in np.unique(rows[["source", "exchange", "channel"]]).tolist():
        same = (rows["source"] == source) & (rows["exchange"] == exchange) & (rows["channel"] == channel)
        largest = int(np.flatnonzero(same)[np.argmax(rows["usd"][same])])
        usd, delay = float(rows["usd"][same].sum()) * 1e-6, int(rows["delay"][same][0])
        event = number + int(places[largest])
        hops.append(Hop(source, exchange, asset, channel, delay, usd, int(same.sum()), event))
    return tuple(sorted(hops, key=lambda hop: -hop.usd))
