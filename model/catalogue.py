"""The assets of the market, by rank: names, prices and the normal size of their books. Stylised; prices as of the post."""

from typing import NamedTuple

import numpy as np

from model.numeric import exp, power, total
from model.units import MICRO

DEFI = "DEFI"
BTC_USD = 115000.0
NAMED = (
    ("SOL", 200.0), ("XRP", 2.9), ("BNB", 1150.0), ("DOGE", 0.25), ("ADA", 0.8), ("TRX", 0.34), ("LINK", 22.0), ("AVAX", 28.0),
    ("SUI", 3.5), ("XLM", 0.38), ("HBAR", 0.22), ("BCH", 580.0), ("LTC", 120.0), ("TON", 2.7), ("DOT", 4.1), ("UNI", 8.0),
    ("AAVE", 280.0), ("NEAR", 3.0), ("ENA", 0.55), ("PEPE", 0.0095),
)  # fmt: skip
"""Altcoins with names; the others are called A21, A22, …, after their rank."""
DEFI_RANK = 40
TAIL_PRICES = (12.0, 0.9, 4.5, 0.06, 33.0, 1.7, 0.4, 7.5, 0.12, 2.2)
ALTCOINS = 100
TICKS_PER_SPREAD = 5.0


class Instrument(NamedTuple):
    """One asset as a scenario starts it. Depth, open interest and market value in dollars over all exchanges."""

    symbol: str
    rank: int
    """0 for BTC, −1 for ETH, else the altcoin's rank."""
    price: float
    spread_bps: float
    depth: float
    open_interest: float
    market_value: float
    beta: float
    volatility: float
    tick: float
    lot: float


def round_tick(size: float) -> float:
    """Largest of 1, 2, 5 × a power of ten that is not above a size."""
    exponent = 0
    while 10.0**exponent > size:
        exponent -= 1
    while 10.0 ** (exponent + 1) <= size:
        exponent += 1
    unit = 10.0**exponent if exponent >= 0 else 1.0 / 10.0**-exponent
    return max(step * unit for step in (1.0, 2.0, 5.0) if step * unit <= size * (1 + 1e-9) or step == 1.0)


def _grid(price: float, spread_bps: float) -> tuple[float, float]:
    """Tick and lot: five ticks in a normal spread, a lot worth about two dollars, tick × lot whole micro-dollars."""
    tick = round_tick(price * spread_bps * 1e-4 / TICKS_PER_SPREAD * 1.05)
    lot = 1.0
    while lot * price > 3.0:
        lot /= 10.0
    while lot * price < 0.3:
        lot *= 10.0
    while tick * lot * MICRO < 0.999:
        lot *= 10.0
    return tick, lot


def tick_value(tick: float, lot: float) -> int:
    """Micro-dollars of one tick × one lot; exact for every grid made here."""
    return max(1, round(tick * lot * MICRO))


def symbols(count: int) -> list[tuple[str, int, float]]:
    """(symbol, rank, price) of the first `count` assets: BTC, ETH, the DeFi token, then altcoins by rank."""
    rows = [("BTC", 0, BTC_USD), ("ETH", -1, 4200.0), (DEFI, DEFI_RANK, 10.0)]
    rank = 0
    while len(rows) < count:
        rank += 1
        if rank == DEFI_RANK:
            continue
        named = NAMED[rank - 1] if rank <= len(NAMED) else (f"A{rank}", TAIL_PRICES[rank % len(TAIL_PRICES)])
        rows.append((named[0], rank, named[1]))
    return rows[:count]


def instruments(
    count: int,
    btc_depth: float,
    alt_depth: float,
    defi_depth: float,
    open_interest: float,
    draws: list[tuple[float, float]],
    btc_usd: float = BTC_USD,
) -> list[Instrument]:
    """The first `count` assets; `draws` gives each a normal number for beta and one for volatility."""
    rows = [("BTC", 0, btc_usd), *symbols(count)[1:]]
    alts = total(np.array([power(float(rank), -0.9) for rank in range(1, ALTCOINS + 1)]))
    weights = [0.40, 0.25] + [0.35 * power(float(rank), -0.9) / alts for _, rank, _ in rows[2:]]
    made = []
    for (symbol, rank, price), weight, (beta_draw, volatility_draw) in zip(rows, weights, draws, strict=False):
        if rank > 0:
            spread = 4.0 * power(float(rank), 0.35)
            depth = defi_depth if symbol == DEFI else alt_depth * power(float(rank), -0.75)
            value = 1.1e12 * power(float(rank), -1.1) / 4.2
            beta, volatility = 1.8 * exp(0.15 * beta_draw), 1.05 + 0.12 * max(-2.0, min(2.0, volatility_draw))
        else:
            spread, depth, value, beta, volatility = (
                (1e5 / btc_usd, btc_depth, 2.3e12, 1.0, 0.4)
                if rank == 0
                else (1.2, 0.55 * btc_depth, 0.5e12, 1.25, 0.6)
            )
        tick, lot = (2.0, 1e-5) if rank == 0 else _grid(price, spread)
        share = open_interest * weight
        made.append(Instrument(symbol, rank, price, spread, depth, share, value, beta, volatility, tick, lot))
    return made
