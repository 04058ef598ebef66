"""Call auction: one price for all, at which most is traded; then least is left over; then nearest to the reference."""

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
