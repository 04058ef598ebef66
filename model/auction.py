"""Call auction: one price for all, at which most is traded; then least is left over; then nearest to the reference."""

import numpy as np
from numpy.typing import NDArray

from model.kernels import kernel


@kernel()
def clearing_price(prices, bids, asks, reference):
    """Clearing price and quantity traded there; (reference, 0) if nothing crosses.

    `prices` ascend; `bids` and `asks` hold the quantity limited at each of them. One pass up the prices.
    """
    demand = bids.sum()
    supply = 0
    best_price, best_volume, best_surplus = reference, 0, 0
    for n in range(prices.size):
        supply += asks[n]
        volume = min(demand, supply)
        surplus = abs(demand - supply)
        nearer = abs(prices[n] - reference) < abs(best_price - reference)
        if volume > 0 and (
            volume > best_volume
            or (volume == best_volume and (surplus < best_surplus or (surplus == best_surplus and nearer)))
        ):
            best_price, best_volume, best_surplus = prices[n], volume, surplus
        demand -= bids[n]
    return best_price, best_volume


def candidate_prices(limits: NDArray[np.int64], reference: int) -> NDArray[np.int64]:
    """Prices among which the clearing price of orders with these limits lies, ascending.

    Between two limits every price clears the same; of those only the ends and the reference can be nearest to it.
    """
    near = np.concatenate([limits - 1, limits, limits + 1, np.array([reference], np.int64)])
    return np.unique(near[near > 0])


@kernel()
def pair(bought, sold, volume, pairs):
    """Let two queues trade with each other from their heads, up to a volume; returns the number of trades.

    `bought` and `sold` hold lots in order of priority; `pairs` receives rows of (buyer's place, seller's place, lots).
    """
    count, buyer, seller = 0, 0, 0
    buyer_left = bought[0] if bought.size > 0 else 0
    seller_left = sold[0] if sold.size > 0 else 0
    while volume > 0:
        lots = min(min(buyer_left, seller_left), volume)
        pairs[count, 0] = buyer
        pairs[count, 1] = seller
        pairs[count, 2] = lots
        count += 1
        volume -= lots
        buyer_left -= lots
        seller_left -= lots
        if buyer_left == 0 and buyer + 1 < bought.size:
            buyer += 1
            buyer_left = bought[buyer]
        if seller_left == 0 and seller + 1 < sold.size:
            seller += 1
            seller_left = sold[seller]
    return count
