"""One road against another at the same second: benefit and price of a change, under the same weather."""

from typing import NamedTuple

import numpy as np

from model.events import Record


class Difference(NamedTuple):
    """This road against the one not taken, at the same second: cures are judged by these numbers."""

    liquidated: float
    """Dollars less liquidated here (negative: more)."""
    low_asset: float
    """Points by which the asset on stage fell less deep."""
    low_alts: float
    """The same for the median altcoin."""
    halted_minutes: float
    """Minutes, summed over assets, in which nobody could trade here and could there."""
    waiting: float
    """Dollars of called positions that wait here, all books together."""
    bad_debt: float
    """Dollars of bad debt more than there."""


def difference(mine: Record, theirs: Record, step: int, asset: int, waiting: float) -> Difference:
    """Compare two records up to a second; `waiting` is what waits on the first."""
    span, (assets, exchanges) = slice(1, step + 1), (mine.assets.shape[1], mine.exchanges.shape[1])
    low_mine = mine.assets[span].min(axis=0) / mine.assets[1]
    low_theirs = theirs.assets[span].min(axis=0) / theirs.assets[1]
    alts = slice(2, None) if assets > 2 else slice(0, None)
    halted = [float(r.books["halted"][span].sum(dtype=np.int64)) / exchanges / 60 for r in (mine, theirs)]
    return Difference(
        float(theirs.totals["liquidated"][step] - mine.totals["liquidated"][step]),
        float(low_mine[asset] - low_theirs[asset]) * 100,
        float(np.median(low_mine[alts]) - np.median(low_theirs[alts])) * 100,
        halted[0] - halted[1], waiting,
        float(mine.totals["bad_debt"][step] - theirs.totals["bad_debt"][step]),
    )  # fmt: skip
