"""Haircuts: how much of a coin's value an exchange lets count as collateral.

A schedule is a float64 array of shape (rows, 2): upper amount (inclusive), share that counts. Each slice of the amount
counts at its own row's share; what lies above the last row counts at that row's share. Amounts are in coins for BTC, in
dollars for USDT.

Sources of the tiered schedules: the collateral value ratios in Bybit's help centre (BTC) and the discount rates in
OKX's (USDT), both as published examples.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.kernels import kernel

NO_HAIRCUT = ((np.inf, 1.0),)
FLAT_95 = ((np.inf, 0.95),)
BYBIT_BTC = ((10.0, 0.98), (20.0, 0.95), (30.0, 0.9), (40.0, 0.85), (50.0, 0.8), (np.inf, 0.0))
OKX_USDT = ((5e6, 1.0), (1e7, 0.975), (np.inf, 0.95))
SCHEDULES = {"none": NO_HAIRCUT, "flat": FLAT_95, "bybit_btc": BYBIT_BTC, "okx_usdt": OKX_USDT}


def haircut_schedule(rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """A schedule from rows of upper amount and share, lowest amount first.

    Uppers must rise and shares lie in 0 … 1; ValueError says which row does not.
    """
    floor = 0.0
    for n, (upper, share) in enumerate(rows):
        if not upper > floor or not 0.0 <= share <= 1.0:
            message = "row {row} must have an upper amount above {floor} and a share from 0 to 1"
            raise ValueError(message.format(row=n + 1, floor=floor))
        floor = upper
    if not len(rows):
        message = "a schedule must have a row"
        raise ValueError(message)
    return np.array(rows, dtype=np.float64)


def default_haircut(name: str) -> NDArray[np.float64]:
    """One of the schedules by name: none, flat (95 %), bybit_btc, okx_usdt."""
    return haircut_schedule(SCHEDULES[name])


@kernel()
def haircut_value(schedule, amount):
    """How much of an amount counts, in the amount's own unit."""
    counted = 0.0
    floor = 0.0
    last = schedule.shape[0] - 1
    for n in range(schedule.shape[0]):
        top = amount if n == last else min(amount, schedule[n, 0])
        counted += (top - floor) * schedule[n, 1]
        floor = top
    return counted
