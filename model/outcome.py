"""What came of a run, in numbers with names: the JSON of `main.py run`, and the rows that compare policies."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.aftermath import after
from model.aftermath import report as aftermath_report
from model.backstop import fund_equity
from model.events import Event
from model.headless import Run
from model.market import POOL_PARTY, RESCUE_PARTY, VALUE_PARTY, digest
from model.units import to_micro
from model.waterfall import report as ledger_report

MINUTE, QUARTER, TEN_MINUTES = 60, 900, 600
ORIGINS = ("news", "noise", "value", "user")
Numbers = NDArray[np.float64]


def worst_fall(path: Numbers, window: int) -> Numbers:
    """Deepest change of each column against its highest value of the last `window` rows, as a negative part."""
    highest = path.copy()
    span = 1
    while span < window:
        shift = min(span, window - span)
        highest[shift:] = np.maximum(highest[shift:], highest[:-shift].copy() if shift else highest)
        span += shift
    return (path / highest - 1.0).min(axis=0)


def lowest_mean(path: Numbers, window: int) -> Numbers:
    """Lowest mean of each column over `window` rows (over all rows if there are fewer)."""
    window = min(window, len(path))
    sums = np.concatenate([np.zeros((1, path.shape[1])), np.cumsum(path, axis=0)])
    return (sums[window:] - sums[:-window]).min(axis=0) / window


def highest_mean(path: Numbers, window: int) -> Numbers:
    """Highest mean of each column over `window` rows, of the rows that have a number; NaN where none has."""
    known = np.isfinite(path)
    window = min(window, len(path))
    zero = np.zeros((1, path.shape[1]))
    sums = np.concatenate([zero, np.cumsum(np.where(known, path, 0.0), axis=0)])
    number = np.concatenate([zero, np.cumsum(known, axis=0)])
    with np.errstate(invalid="ignore", divide="ignore"):
        means = (sums[window:] - sums[:-window]) / (number[window:] - number[:-window])
    means = np.where(np.isfinite(means), means, -np.inf).max(axis=0)
    return np.where(np.isfinite(means), means, np.nan)


def depth_ratio(run: Run) -> Numbers:
    """Worst ten-minute mean of each asset's bids within 2 %, all exchanges, against the opening."""
    rows = run.record.books["bid_2"][1 : run.steps + 1].astype(np.float64)
    depth = rows.reshape(run.steps, run.market.exchange.size, -1).sum(axis=1)
    return lowest_mean(depth / np.maximum(depth[0], 1.0), TEN_MINUTES)


def spread_ratio(run: Run, kind: str = "spread") -> Numbers:
    """Worst ten-minute mean of each asset's spread on its largest exchange, against normal; one-sided seconds left out.

    `kind` is `spread`, at the end of each second, which a trader meets, or `quoted`, by makers before takers come.
    """
    assets = run.market.asset.size
    largest = int(np.argmax(run.market.exchange["share"])) * assets
    rows = run.record.books[kind][1 : run.steps + 1, largest : largest + assets].astype(np.float64)
    rows[rows == 0] = np.nan
    return highest_mean(rows / run.market.books.book["normal_spread"][largest : largest + assets], TEN_MINUTES)


def reproduction(run: Run) -> Numbers:
    """Reproduction number second by second: dollars of the last minute caused by liquidations, by those of the minute before."""
    caused, total = run.record.totals["caused"], run.record.totals["liquidated"]
    now = caused[2 * MINUTE :] - caused[MINUTE:-MINUTE]
    before = total[MINUTE:-MINUTE] - total[: -2 * MINUTE]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(before > 1e6, now / before, np.nan)


def _round(value: float, digits: int = 6) -> float | None:
    return None if not np.isfinite(value) else round(float(value), digits)


def _by_asset(run: Run, values: Numbers) -> dict[str, float | None]:
    return {symbol: _round(value) for symbol, value in zip(run.symbols, values, strict=True)}


def liquidated(run: Run) -> dict[str, Any]:
    """Dollars liquidated: in all, by exchange, asset and side, makers' and leveraged traders'."""
    market, names = run.market, [exchange.name for exchange in run.scenario.exchanges]
    makers = float(market.exchange["maker_liquidated"].sum()) * 1e-6
    traders = float(market.exchange["liquidated"].sum()) * 1e-6
    both = (market.exchange["liquidated"] + market.exchange["maker_liquidated"]) * 1e-6
    books = (market.books.book["liquidated"] + market.books.book["maker_liquidated"]) * 1e-6
    by_asset = books.reshape(len(names), -1).sum(axis=0)
    return {
        "total": round(makers + traders, 2),
        "by_exchange": {name: round(float(usd), 2) for name, usd in zip(names, both, strict=True)},
        "by_asset": {symbol: round(float(usd), 2) for symbol, usd in zip(run.symbols, by_asset, strict=True)},
        "by_side": {
            "long": round(float(market.run["liquidated_long"][0]) * 1e-6, 2),
            "short": round(float(market.run["liquidated_short"][0]) * 1e-6, 2),
        },
        "makers": round(makers, 2),
        "leveraged": round(traders, 2),
    }


def halts(run: Run) -> list[dict[str, Any]]:
    """Every halt: when, where, what, and how far it had fallen."""
    rows = run.log[run.log["kind"] == Event.HALT]
    return [
        {
            "step": int(row["step"]),
            "exchange": run.scenario.exchanges[int(row["exchange"])].name,
            "asset": run.symbols[int(row["asset"])],
            "seconds": int(row["quantity"]),
            "fall": round(float(row["usd"]) * 1e-6, 6),
        }
        for row in rows
    ]


def contagion(run: Run) -> dict[str, dict[str, float]]:
    """Dollars of traders liquidated on each exchange by ultimate origin."""
    names = [exchange.name for exchange in run.scenario.exchanges]
    origins = [*ORIGINS, *(f"liquidation on {name}" for name in names)]
    return {
        origin: {name: round(float(usd), 2) for name, usd in zip(names, row, strict=True)}
        for origin, row in zip(origins, run.market.contagion, strict=True)
    }


def costs(run: Run) -> dict[str, float]:
    """What a cure costs: time nobody could trade, positions trapped in halts, what accounts owed, what funds took over.

    Also BTC sold for other positions, money brought for margins, makers' result, and the rescue fund's and the insurers'.
    """
    log = run.log
    halted = run.record.books["halted"][1 : run.steps + 1].sum() / run.market.exchange.size / MINUTE
    trapped = log["usd"][log["kind"] == Event.MARGIN_CALL].sum() * 1e-6
    taken = log["usd"][log["kind"] == Event.TAKEOVER].sum() * 1e-6
    start = run.scenario.number("fund.size_usd")
    now = sum(float(fund_equity(run.market, x)) for x in range(run.market.exchange.size)) * 1e-6
    return {
        "halted_asset_minutes": round(float(halted), 3),
        "trapped_usd": round(float(trapped), 2),
        "owed_usd": round(run.owed_usd, 2),
        "taken_over_usd": round(float(taken), 2),
        "fund_change_usd": round(now - start, 2),
        "bad_debt_usd": round(float(run.market.exchange["bad_debt"].sum()) * 1e-6, 2),
        "deleveraged_usd": round(float(run.market.exchange["deleveraged"].sum()) * 1e-6, 2),
        "collateral_sold_usd": round(float(run.market.desk["sold"].sum()) * 1e-6, 2),
        "margin_brought_usd": round(
            float(run.market.desk["locked"].sum() + run.market.exchange["brought"].sum()) * 1e-6, 2
        ),
        "makers_result_usd": round(
            float((run.market.maker["equity"] - run.market.maker["equity_start"]).sum()) * 1e-6, 2
        ),
        "rescue_result_usd": rescue(run)["result_usd"],
        "premiums_usd": insurance(run)["premiums_usd"],
        "insurance_result_usd": insurance(run)["result_usd"],
        "socialised_usd": round(float(run.market.exchange["socialised"].sum()) * 1e-6, 2),
    }


def _worth(run: Run, party: int) -> int:
    """Micro-dollars of a party's positions at mark."""
    market = run.market
    held = market.position[:, market.maker.size + party] * market.books.book["mark"]
    return int((held * np.tile(market.asset["tick_value"], market.exchange.size)).sum())


def _first_step(run: Run, kind: Event) -> int | None:
    steps = run.log["step"][run.log["kind"] == kind]
    return int(steps[0]) if steps.size else None


def rescue(run: Run) -> dict[str, Any]:
    """What the rescue fund heard, when it acted, what it paid, and what became of that."""
    row, market = run.market.run[0], run.market
    cash, worth = int(market.cash[market.maker.size + RESCUE_PARTY].sum()), _worth(run, RESCUE_PARTY)
    lent = int(row["rescued"]) if run.scenario.number("rescue.mode") else 0
    start = to_micro(run.scenario.number("rescue.size_usd"))
    return {
        "observed_one_a_second_usd": round(float(row["observed"]) * 1e-6, 2),
        "activated_step": _first_step(run, Event.RESCUE),
        "paid_usd": round(float(row["rescued"]) * 1e-6, 2),
        "holds_usd": round(worth * 1e-6, 2),
        "lent_usd": round(lent * 1e-6, 2),
        "left_usd": round(cash * 1e-6, 2),
        "result_usd": round((cash + worth - start) * 1e-6, 2),
        "dry_step": _first_step(run, Event.RESCUE_DRY),
    }


def insurance(run: Run) -> dict[str, Any]:
    """Premiums of the liquidity insurance, what is left in its pools, what they bought, and when the first was empty."""
    market = run.market
    cash, worth = int(market.cash[market.maker.size + POOL_PARTY].sum()), _worth(run, POOL_PARTY)
    premiums = int(market.exchange["premiums"].sum())
    return {
        "premiums_usd": round(premiums * 1e-6, 2),
        "left_usd": round(cash * 1e-6, 2),
        "holds_usd": round(worth * 1e-6, 2),
        "result_usd": round((cash + worth - premiums) * 1e-6, 2),
        "empty_step": _first_step(run, Event.POOL_EMPTY),
    }


def withdrawals(run: Run) -> dict[str, Any]:
    """Customers' money that left each exchange, the confidence left, freezes, and value buyers' cash that went with it."""
    market, names = run.market, [exchange.name for exchange in run.scenario.exchanges]
    return {
        "total_usd": round(float(market.exchange["withdrawn"].sum()) * 1e-6, 2),
        "traders_usd": round(float(market.exchange["cash_withdrawn"].sum()) * 1e-6, 2),
        "value_cash_usd": round(float(market.cash[market.maker.size + VALUE_PARTY].sum()) * 1e-6, 2),
        "by_exchange": {
            n: round(float(usd) * 1e-6, 2) for n, usd in zip(names, market.exchange["withdrawn"], strict=True)
        },
        "confidence": {n: round(float(part), 6) for n, part in zip(names, market.exchange["confidence"], strict=True)},
        "lowest_confidence": round(float(run.record.exchanges["confidence"][1 : run.steps + 1].min()), 6),
        "first_freeze_step": _first_step(run, Event.FREEZE),
    }


def outcome(run: Run, wall_seconds: float) -> dict[str, Any]:
    """Everything `main.py run --json` says about a run."""
    path = run.record.assets[1 : run.steps + 1].astype(np.float64)
    change = path / path[0] - 1.0
    names = [exchange.name for exchange in run.scenario.exchanges]
    curve = reproduction(run) if run.steps > 2 * MINUTE else np.full(1, np.nan)
    known = curve[np.isfinite(curve)]
    first = run.market.exchange["first_liquidation"]
    funds = {name: round(float(fund_equity(run.market, x)) * 1e-6, 2) for x, name in enumerate(names)}
    return {
        "scenario": run.scenario.name,
        "seed": run.scenario.seed,
        "steps": run.steps,
        "digest": digest(run.market),
        "liquidated_usd": liquidated(run),
        "low_change": _by_asset(run, change.min(axis=0)),
        "end_change": _by_asset(run, change[-1]),
        "worst_minute": _by_asset(run, worst_fall(path, MINUTE)),
        "worst_minute_on_a_book": _by_asset(run, worst_minute_on_a_book(run)),
        "worst_minute_traded": _by_asset(run, worst_minute_traded(run)),
        "worst_quarter_hour": _by_asset(run, worst_fall(path, QUARTER)),
        "depth_ratio": _by_asset(run, depth_ratio(run)),
        "spread_ratio": _by_asset(run, spread_ratio(run)),
        "quoted_spread_ratio": _by_asset(run, spread_ratio(run, "quoted")),
        "one_sided": _by_asset(run, one_sided(run)),
        "mean_depth_ratio": _by_asset(run, _mean_depth(run)),
        "mean_spread_ratio": _by_asset(run, _mean_spread(run)),
        "maker_withdrawal": round(1.0 - float(run.record.totals["orders"][1 : run.steps + 1].min()), 6),
        "halts": halts(run),
        "insurance_fund_usd": funds,
        "bad_debt_usd": costs(run)["bad_debt_usd"],
        "costs": costs(run),
        "ledger": ledger_report(run.record.exchanges[run.steps], names),
        "rescue": rescue(run),
        "insurance": insurance(run),
        "withdrawals": withdrawals(run),
        "contagion_usd": contagion(run),
        "reproduction": {
            "median": _round(float(np.median(known))) if known.size else None,
            "highest": _round(float(known.max())) if known.size else None,
        },
        "first_liquidation_step": {
            name: int(step) if step >= 0 else None for name, step in zip(names, first, strict=True)
        },
        "aftermath": aftermath_report(after(run.market), names),
        "wall_seconds": round(wall_seconds, 3),
    }


def _mean_depth(run: Run) -> Numbers:
    rows = run.record.books["bid_2"][1 : run.steps + 1].astype(np.float64)
    depth = rows.reshape(run.steps, run.market.exchange.size, -1).sum(axis=1)
    return np.asarray(depth.mean(axis=0) / np.maximum(depth[0], 1.0))


def one_sided(run: Run) -> Numbers:
    """Part of the seconds in which an asset's largest exchange has no bid or no ask at all; halts are not counted."""
    assets = run.market.asset.size
    largest = int(np.argmax(run.market.exchange["share"])) * assets
    rows = run.record.books[1 : run.steps + 1, largest : largest + assets]
    return np.asarray(((rows["spread"] == 0) & (rows["halted"] == 0)).mean(axis=0))


def worst_minute_on_a_book(run: Run) -> Numbers:
    """Deepest fall of each asset's mid within a minute on any one exchange; its index, a mean of all, falls less."""
    rows = run.record.books["double_mid"][1 : run.steps + 1].astype(np.float64)
    return np.asarray(worst_fall(rows, MINUTE).reshape(run.market.exchange.size, -1).min(axis=0))


def worst_minute_traded(run: Run) -> Numbers:
    """Deepest fall of the price at which each asset traded on any one exchange, within a minute."""
    rows = run.record.books["low"][1 : run.steps + 1].astype(np.float64)
    return np.asarray(worst_fall(rows, MINUTE).reshape(run.market.exchange.size, -1).min(axis=0))


def _mean_spread(run: Run) -> Numbers:
    assets = run.market.asset.size
    largest = int(np.argmax(run.market.exchange["share"])) * assets
    rows = run.record.books["spread"][1 : run.steps + 1, largest : largest + assets]
    return np.asarray(rows.mean(axis=0) / run.market.books.book["normal_spread"][largest : largest + assets])
