"""Which market makers quote which coin: everyone the large ones, few the small ones.

A small coin hangs on two or three firms; when these have failed, nobody quotes it any more.
"""

import numpy as np
from numpy.typing import NDArray

from model.chance import Stream, uniform
from model.numeric import log, total

SMALLEST_RANK = 100


def firms_behind(rank: int, firms: int, fewest: int) -> int:
    """Number of firms that quote a coin: all of them BTC, ETH and the first altcoin, by the logarithm of rank fewer and fewer."""
    if rank <= 1 or firms <= fewest:
        return firms
    part = min(log(float(rank)) / log(float(SMALLEST_RANK)), 1.0)
    return max(round(firms - (firms - fewest) * part), min(fewest, firms))


def coverage(seed: int, ranks: list[int], makers: NDArray[np.void], fewest: int) -> NDArray[np.float64]:
    """(A, M, 2) each firm's part of an asset's quotes, and its distance against the nearest firm that is there.

    Firms are drawn by lot, a large one with more tickets: the chance that it is left out is smaller.
    """
    cover = np.zeros((len(ranks), makers.size, 2))
    cover[:, :, 1] = 1.0
    for a, rank in enumerate(ranks):
        number = firms_behind(rank, makers.size, fewest)
        tickets = [log(uniform(seed, Stream.COVERAGE, a, m)) / makers["weight"][m] for m in range(makers.size)]
        chosen = sorted(range(makers.size), key=lambda m: -tickets[m])[:number]
        if chosen:
            whole = total(makers["weight"][sorted(chosen)])
            nearest = float(makers["reach"][chosen].min())
            for m in chosen:
                cover[a, m] = makers["weight"][m] / whole, makers["reach"][m] / nearest
    return cover
