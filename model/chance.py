"""Chance that is addressed, not consumed: a draw is a hash of its place, so no rule can shift another's luck.

The mixing is that of SplitMix64 (Steele, Lea, Flood, 2014), applied once for each part of the address.
"""

from enum import IntEnum

import numpy as np

from model.kernels import kernel
from model.numeric import exp, normal_quantile


class Stream(IntEnum):
    """What a draw is for. Numbers never change: saved runs depend on them."""

    MARKET_FACTOR = 1
    ASSET_NOISE = 2
    ORDER_COUNT = 3
    ORDER_SIDE = 4
    ORDER_SIZE = 5
    ACCOUNT_SIZE = 6
    ACCOUNT_LEVERAGE = 7
    ACCOUNT_ENTRY = 8
    ACCOUNT_SIDE = 9
    MAKER_CAPITAL = 10
    MAKER_LEVERAGE = 11
    MAKER_INVENTORY = 12
    MAKER_LADDER = 13
    ASSET_BETA = 14
    ASSET_VOLATILITY = 15
    ACCOUNT_BOOK = 16
    QUOTE_TIME = 17
    WITHDRAWAL = 18
    ACCOUNT_KIND = 19
    PORTFOLIO_SIZE = 20
    PORTFOLIO_EXCHANGE = 21
    PORTFOLIO_LEGS = 22
    PORTFOLIO_ASSET = 23
    PORTFOLIO_SIDE = 24
    PORTFOLIO_PART = 25
    PORTFOLIO_LEVERAGE = 26
    PORTFOLIO_ENTRY = 27
    PATIENCE = 28
    VOLATILITY = 29
    COVERAGE = 30
    STOPS = 31


GAMMA = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
SHIFT_30, SHIFT_27, SHIFT_31, SHIFT_11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
UNIT = 1.0 / 9007199254740992.0
POISSON_LIMIT = 60


@kernel()
def mix(x):
    """One SplitMix64 finalizer: every input bit reaches every output bit."""
    x = (x ^ (x >> SHIFT_30)) * FIRST
    x = (x ^ (x >> SHIFT_27)) * SECOND
    return x ^ (x >> SHIFT_31)


@kernel()
def draw(seed, stream, step, index):
    """64 random bits that belong to this address and to no other."""
    state = mix(np.uint64(seed) + GAMMA)
    state = mix(state ^ (np.uint64(stream) * GAMMA))
    state = mix(state ^ (np.uint64(step) + GAMMA))
    return mix(state ^ (np.uint64(index) * SECOND + GAMMA))


@kernel()
def uniform(seed, stream, step, index):
    """A number strictly between 0 and 1."""
    return (np.float64(draw(seed, stream, step, index) >> SHIFT_11) + 0.5) * UNIT


@kernel()
def normal(seed, stream, step, index):
    """A standard normal number."""
    return normal_quantile(uniform(seed, stream, step, index))


@kernel()
def poisson(mean, u):
    """Number of arrivals for a uniform u, by inversion; at most 60."""
    term = exp(-mean)
    total = term
    count = 0
    while u > total and count < POISSON_LIMIT:
        count += 1
        term *= mean / count
        total += term
    return count
