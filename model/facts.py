"""One run in numbers that can be counted over many runs: what policies are compared by and what claims are judged by."""

from typing import Any, NamedTuple

import numpy as np

from model.aftermath import after
from model.catalogue import DEFI
from model.compare import row_from
from model.headless import Run
from model.market import Market
from model.outcome import MINUTE, TEN_MINUTES, lowest_mean, worst_fall, worst_minute_traded
from model.sale import depth_usd, sale_that_costs, sell_cost
from model.units import STEPS_PER_DAY

Numbers = dict[str, float | None]
SALE_USD, DEAR = 50_000.0, 0.40
"""The post's sale, and what it says the sale could cost."""
TRIGGER_USD = 10e9
"""Liquidations at which the post's rescue fund steps in."""
QUARTER, FAST_FALL = 900, 0.30
"""Look-back and fall of the post's circuit breaker."""
FIRST_ALTCOIN = 2


class Sighting(NamedTuple):
    """The DeFi token's books at one moment: what the post's sale would cost, by what one calls the market."""

    routed: float
    largest: float
    thinnest: float
    last_fall: float
    depth_routed: float
    depth_largest: float
    whole_largest: float
    dear_usd: float | None


class Lookout:
    """Looks at the DeFi token's books at the opening and each minute of a run, and keeps the first and the worst sight."""

    def __init__(self, symbols: tuple[str, ...]) -> None:
        """Nothing is seen where no such token is listed."""
        self.asset = symbols.index(DEFI) if DEFI in symbols else -1
        self.seen: list[Sighting] = []

    def look(self, market: Market) -> None:
        """Keep what the sale would cost now."""
        if self.asset < 0:
            return
        sales = sell_cost(market, self.asset, SALE_USD)
        largest = int(np.argmax(market.exchange["share"]))
        near = depth_usd(market, self.asset, 0.02)
        self.seen.append(
            Sighting(
                sales.routed.cost, sales.each[largest].cost, max(sale.cost for sale in sales.each),
                max(sale.last_fall for sale in sales.each), sum(near), near[largest],
                depth_usd(market, self.asset, 1.0)[largest], sale_that_costs(market, largest, self.asset, DEAR),
            )
        )  # fmt: skip

    def numbers(self) -> Numbers:
        """The opening's and the worst reading of each."""
        if not self.seen:
            return {}
        first, dear = self.seen[0], [sight.dear_usd for sight in self.seen if sight.dear_usd is not None]
        found: Numbers = {"sale_dear_usd_before": first.dear_usd, "sale_dear_usd": min(dear) if dear else None}
        for name in ("routed", "largest", "thinnest", "last_fall"):
            found[f"sale_{name}_before"] = getattr(first, name)
            found[f"sale_{name}"] = max(getattr(sight, name) for sight in self.seen)
        for name in ("depth_routed", "depth_largest", "whole_largest"):
            found[f"sale_{name}_before_usd"] = getattr(first, name)
            found[f"sale_{name}_usd"] = min(getattr(sight, name) for sight in self.seen)
        return found


def in_chain(first_steps: list[int | None], start: int) -> float | None:
    """Part of the pairs of exchanges whose first liquidations come in the chain's order.

    The chain is the starting exchange, then the rest as listed. An exchange
    without liquidations is last; None where one exchange is alone or nobody was liquidated.
    """
    order = [start, *(x for x in range(len(first_steps)) if x != start)]
    if len(order) < 2 or all(step is None for step in first_steps):
        return None
    steps = [np.inf if first_steps[x] is None else float(first_steps[x] or 0) for x in order]
    pairs = [(i, j) for i in range(len(steps)) for j in range(i + 1, len(steps))]
    return sum(steps[i] < steps[j] for i, j in pairs) / len(pairs)


def _books(run: Run, found: dict[str, Any]) -> Numbers:
    """Spreads, depths and falls."""
    alts = list(run.symbols)[FIRST_ALTCOIN:]
    path = run.record.assets[1 : run.steps + 1].astype(np.float64)
    quarter = worst_fall(path, QUARTER)
    numbers: Numbers = {
        "btc_spread_ratio": found["spread_ratio"]["BTC"],
        "worst_minute": float(worst_fall(path, MINUTE).min()),
        "worst_minute_traded": float(worst_minute_traded(run).min()),
        "btc_quarter_hour": float(quarter[0]),
        "alts_falling_fast": float((quarter[FIRST_ALTCOIN:] <= -FAST_FALL).mean()) if alts else None,
        "alt_depth_left": float(np.mean([found["depth_ratio"][name] for name in alts])) if alts else None,
    }
    if DEFI in run.symbols:
        place = run.symbols.index(DEFI)
        bids = run.record.books["bid_2"][1 : run.steps + 1].reshape(run.steps, -1, len(run.symbols))[:, :, place]
        depth = bids.astype(np.float64).sum(axis=1)[:, None]
        numbers |= {
            "defi_depth_before_usd": float(depth[0, 0]),
            "defi_depth_usd": float(lowest_mean(depth, TEN_MINUTES)[0]),
        }
    return numbers


def _people(run: Run, found: dict[str, Any]) -> Numbers:
    """Makers, customers, the chain over exchanges, and the one large full-margin account."""
    market, exchange, total = run.market, run.market.exchange, found["liquidated_usd"]["total"]
    firm = market.maker
    money = float((exchange["customer_money"] + exchange["withdrawn"]).sum())
    large = run.scenario.number("full_margin.large_btc")
    left = float(market.portfolio["collateral"][0] * market.asset["lot"][0]) if large > 0 else 0.0
    start = min(int(run.scenario.number("shock.first")), exchange.size - 1)
    withdrawn = float(exchange["withdrawn"].sum()) / money if money > 0 else None
    return {
        "makers_share": found["liquidated_usd"]["makers"] / total if total > 0 else None,
        "maker_loss_usd": float((firm["equity_start"] - firm["equity"]).max()) * 1e-6 if firm.size else None,
        "withdrawn_a_day": withdrawn * STEPS_PER_DAY / run.steps if withdrawn is not None else None,
        "in_chain": in_chain(list(found["first_liquidation_step"].values()), start),
        "large_btc_sold": large - left if large > 0 else None,
    }


def _totals(run: Run) -> Numbers:
    """Market value lost at worst, what was still ahead when the rescue fund's trigger was reached, and the aftermath."""
    rows = run.record.totals[1 : run.steps + 1]
    total = float(rows["liquidated"][-1])
    reached = np.flatnonzero(rows["liquidated"] >= TRIGGER_USD)
    later = after(run.market)
    return {
        "market_value_lost_usd": float((rows["market_value"][0] - rows["market_value"]).max()),
        "ahead_of_trigger": 1.0 - float(rows["liquidated"][reached[0]]) / total if reached.size else None,
        "revenue_change": later.revenue_change,
        "small_caps_change_usd": later.small_caps_change_usd,
    }


def numbers_of(run: Run, found: dict[str, Any], lookout: Lookout) -> Numbers:
    """A run and its outcome in named numbers, rounded so that every machine writes the same; None where there is none."""
    plain = {
        key: value for key, value in row_from(found, "").items() if isinstance(value, int | float) and key != "seed"
    }
    numbers: Numbers = {**plain, **_books(run, found), **_people(run, found), **_totals(run), **lookout.numbers()}
    return {key: _kept(value) for key, value in numbers.items()}


def _kept(value: float | None) -> float | None:
    return None if value is None or not np.isfinite(value) else float(f"{value:.10g}")
