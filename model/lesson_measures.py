"""What a lesson can measure: one number of a run at a second, by name; guesses, goals and expectations all use these."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.bad_input import say
from model.events import Channel, Event
from model.moments import MINUTE, SOLD, Past

NONE, ASSET, EXCHANGE = "", "asset", "exchange"
PART, USD, TIMES, SECONDS, COUNT, PRICE = "part", "usd", "times", "seconds", "count", "price"
UNITS = (PART, USD, TIMES, SECONDS, COUNT, PRICE)
TEN_MINUTES = 600


class Measure(NamedTuple):
    """One thing to measure: whose, in what unit, and on which chart's axis it stands ("" for none)."""

    read: Callable[[Past, int, int], float]
    subject: str
    unit: str
    chart: str = ""


def _path(past: Past, step: int, asset: int) -> NDArray[np.float64]:
    return past.record.assets[1 : max(step, 1) + 1, asset].astype(np.float64)


def _change(past: Past, step: int, asset: int) -> float:
    path = _path(past, step, asset)
    return float(path[-1] / path[0] - 1.0)


def _low(past: Past, step: int, asset: int) -> float:
    path = _path(past, step, asset)
    return float(path.min() / path[0] - 1.0)


def _median_low(past: Past, step: int, asset: int) -> float:
    first = 2 if len(past.symbols) > 2 else 0
    return float(np.median([_low(past, step, a) for a in range(first, len(past.symbols))]))


def _worst_minute(past: Past, step: int, asset: int) -> float:
    path = _path(past, step, asset)
    return float((path[MINUTE:] / path[:-MINUTE] - 1.0).min()) if path.size > MINUTE else 0.0


def _price(past: Past, step: int, asset: int) -> float:
    return float(_path(past, step, asset)[-1] * past.tick_usd[asset])


def _spread(past: Past, step: int, asset: int) -> float:
    """Mean of the last minute on the largest exchange, against normal; seconds with an empty side are left out."""
    book = past.largest * len(past.symbols) + asset
    rows = past.record.books["spread"][max(step - MINUTE, 1) : max(step, 1) + 1, book].astype(np.float64)
    rows = rows[rows > 0]
    return float(rows.mean() / past.normal_spread[book]) if rows.size else float("nan")


def _spread_usd(past: Past, step: int, asset: int) -> float:
    book = past.largest * len(past.symbols) + asset
    return float(past.record.books["spread"][max(step, 1), book] * past.tick_usd[asset])


def _depths(past: Past, asset: int, step: int) -> NDArray[np.float64]:
    rows = past.record.books["bid_2"][1 : max(step, 1) + 1, asset :: len(past.symbols)].astype(np.float64)
    return rows.sum(axis=1)


def _depth(past: Past, step: int, asset: int) -> float:
    """Bids within 2 % on all exchanges, mean of the last minute, against the opening."""
    rows = _depths(past, asset, step)
    return float(rows[-MINUTE:].mean() / max(rows[0], 1.0))


def _depth_usd(past: Past, step: int, asset: int) -> float:
    return float(_depths(past, asset, step)[-1])


def _liquidated(past: Past, step: int, exchange: int) -> float:
    return float(past.record.totals["liquidated"][step])


def _traders(past: Past, step: int, exchange: int) -> float:
    row = past.record.totals[step]
    return float(row["liquidated"] - row["makers"])


def _on(past: Past, step: int, exchange: int) -> float:
    row = past.record.exchanges[step, exchange]
    return float(row["liquidated"] + row["makers"])


def _longs(past: Past, step: int, exchange: int) -> float:
    row = past.record.totals[step]
    traders = float(row["liquidated"] - row["makers"])
    return float(row["long"]) / traders if traders > 0 else float("nan")


def _maker_share(past: Past, step: int, exchange: int) -> float:
    row = past.record.totals[step]
    return float(row["makers"] / row["liquidated"]) if row["liquidated"] > 0 else float("nan")


def _caused(past: Past, step: int, exchange: int) -> float:
    """Part of traders' liquidations whose ultimate origin is liquidation."""
    row = past.record.totals[step]
    traders = float(row["liquidated"] - row["makers"])
    return float(row["caused"]) / traders if traders > 0 else float("nan")


def _reproduction(past: Past, step: int, exchange: int) -> float:
    rows = past.record.totals
    a, b = max(step - MINUTE, 0), max(step - 2 * MINUTE, 0)
    before = float(rows["liquidated"][a] - rows["liquidated"][b])
    return float(rows["caused"][step] - rows["caused"][a]) / before if before > 0 else float("nan")


def _highest_reproduction(past: Past, step: int, exchange: int) -> float:
    """Highest so far, of minutes before which at least a hundred million dollars had been liquidated."""
    total, caused = past.record.totals["liquidated"][: step + 1], past.record.totals["caused"][: step + 1]
    if step < 2 * MINUTE:
        return float("nan")
    before = total[MINUTE:-MINUTE] - total[: -2 * MINUTE]
    now = caused[2 * MINUTE :] - caused[MINUTE:-MINUTE]
    good = before > 1e8
    return float((now[good] / before[good]).max()) if good.any() else float("nan")


def _orders(past: Past, step: int, exchange: int) -> float:
    return float(past.record.totals["orders"][step]) if step else 1.0


def _fewest_orders(past: Past, step: int, exchange: int) -> float:
    return float(past.record.totals["orders"][1 : step + 1].min()) if step else 1.0


def _total(name: str) -> Callable[[Past, int, int], float]:
    return lambda past, step, exchange: float(past.record.totals[name][step])


def _value_lost(past: Past, step: int, exchange: int) -> float:
    rows = past.record.totals["market_value"]
    return float(rows[1] - rows[step]) if step else 0.0


def _fund(past: Past, step: int, exchange: int) -> float:
    return float(past.record.exchanges["fund"][step].sum()) if step else past.fund_start


def _confidence(past: Past, step: int, exchange: int) -> float:
    return float(past.record.exchanges["confidence"][step, exchange]) if step else 1.0


def _first_on(past: Past, step: int, exchange: int) -> float:
    rows = past.log[np.isin(past.log["kind"], SOLD) & (past.log["exchange"] == exchange) & (past.log["step"] <= step)]
    return float(rows["step"][0]) if rows.size else float("nan")


def _first_halt(past: Past, step: int, exchange: int) -> float:
    rows = past.log[(past.log["kind"] == Event.HALT) & (past.log["step"] <= step)]
    return float(rows["step"][0]) if rows.size else float("nan")


def _count(*kinds: Event) -> Callable[[Past, int, int], float]:
    def count(past: Past, step: int, exchange: int) -> float:
        return float((np.isin(past.log["kind"], kinds) & (past.log["step"] <= step)).sum())

    return count


def _dollars(*kinds: Event) -> Callable[[Past, int, int], float]:
    def dollars(past: Past, step: int, exchange: int) -> float:
        rows = past.log[np.isin(past.log["kind"], kinds) & (past.log["step"] <= step)]
        return float(rows["usd"].sum()) * 1e-6

    return dollars


def _halted_minutes(past: Past, step: int, exchange: int) -> float:
    return float(past.record.books["halted"][1 : step + 1].sum()) / len(past.exchanges) / MINUTE


def _hops(past: Past, step: int, exchange: int) -> float:
    """Part of traders' liquidated dollars whose margin call came from another exchange."""
    rows = past.log[np.isin(past.log["kind"], SOLD) & (past.log["step"] <= step)]
    whole = float(rows["usd"].sum())
    across = rows[(rows["source"] >= 0) & (rows["source"] != rows["exchange"])]
    return float(across["usd"].sum()) / whole if whole else float("nan")


def _way(channel: Channel) -> Callable[[Past, int, int], float]:
    """Part of the hopping dollars that came this way."""

    def part(past: Past, step: int, exchange: int) -> float:
        rows = past.log[np.isin(past.log["kind"], SOLD) & (past.log["step"] <= step)]
        rows = rows[(rows["source"] >= 0) & (rows["source"] != rows["exchange"])]
        whole = float(rows["usd"].sum())
        return float(rows["usd"][rows["channel"] == channel].sum()) / whole if whole else float("nan")

    return part


MEASURES: dict[str, Measure] = {
    "change": Measure(_change, ASSET, PART, "prices"),
    "low": Measure(_low, ASSET, PART, "prices"),
    "median_low": Measure(_median_low, NONE, PART, "prices"),
    "worst_minute": Measure(_worst_minute, ASSET, PART, "prices"),
    "price": Measure(_price, ASSET, PRICE),
    "spread": Measure(_spread, ASSET, TIMES),
    "spread_usd": Measure(_spread_usd, ASSET, PRICE),
    "depth": Measure(_depth, ASSET, PART, "depth-left"),
    "depth_usd": Measure(_depth_usd, ASSET, USD),
    "liquidated": Measure(_liquidated, NONE, USD),
    "liquidated_on": Measure(_on, EXCHANGE, USD),
    "traders": Measure(_traders, NONE, USD),
    "longs": Measure(_longs, NONE, PART),
    "makers": Measure(_total("makers"), NONE, USD),
    "maker_share": Measure(_maker_share, NONE, PART),
    "caused": Measure(_caused, NONE, PART),
    "reproduction": Measure(_reproduction, NONE, TIMES),
    "highest_reproduction": Measure(_highest_reproduction, NONE, TIMES),
    "orders": Measure(_orders, NONE, PART),
    "fewest_orders": Measure(_fewest_orders, NONE, PART),
    "value_lost": Measure(_value_lost, NONE, USD),
    "withdrawn": Measure(_total("withdrawn"), NONE, USD),
    "bad_debt": Measure(_total("bad_debt"), NONE, USD),
    "fund": Measure(_fund, NONE, USD),
    "confidence": Measure(_confidence, EXCHANGE, PART),
    "first": Measure(_first_on, EXCHANGE, SECONDS),
    "first_halt": Measure(_first_halt, NONE, SECONDS),
    "halts": Measure(_count(Event.HALT), NONE, COUNT),
    "halted_minutes": Measure(_halted_minutes, NONE, COUNT),
    "makers_called": Measure(_count(Event.MAKER_CALL), NONE, COUNT),
    "makers_out": Measure(_count(Event.MAKER_OUT), NONE, COUNT),
    "deleveraged": Measure(_dollars(Event.DELEVERAGED), NONE, USD),
    "collateral_sold": Measure(_dollars(Event.COLLATERAL_SOLD), NONE, USD),
    "trapped": Measure(_dollars(Event.MARGIN_CALL), NONE, USD),
    "hops": Measure(_hops, NONE, PART),
    "by_index": Measure(_way(Channel.INDEX), NONE, PART),
    "by_arbitrage": Measure(_way(Channel.ARBITRAGE), NONE, PART),
    "by_makers": Measure(_way(Channel.MAKER), NONE, PART),
    "by_collateral": Measure(_way(Channel.COLLATERAL), NONE, PART),
}
"""Every measure, written `name` or `name.SUBJECT`: `change.BTC`, `liquidated_on.OKX`, `liquidated`."""


def measure_problem(text: str, symbols: tuple[str, ...], exchanges: tuple[str, ...]) -> str:
    """What a measure should have been; empty when it can be measured."""
    name, _, subject = text.partition(".")
    if name not in MEASURES:
        return say("Problems", "one of {names}", names=", ".join(MEASURES))
    known = {ASSET: symbols, EXCHANGE: exchanges, NONE: ()}[MEASURES[name].subject]
    if subject and not known:
        return say("Problems", "{name} without a name behind it", name=name)
    if known and subject not in known:
        names = ", ".join(f"{name}.{place}" for place in known)
        return say("Problems", "one of {names}", names=names)
    return ""


def unit_of(text: str) -> str:
    """In what a measure counts."""
    return MEASURES[text.partition(".")[0]].unit


def chart_of(text: str) -> str:
    """The chart on whose axis a measure stands; empty for none."""
    return MEASURES[text.partition(".")[0]].chart


def measured(past: Past, text: str, step: int) -> float:
    """The value of a measure at a second of a run; NaN where there is none."""
    name, _, subject = text.partition(".")
    measure = MEASURES[name]
    place = 0
    if subject:
        place = past.symbols.index(subject) if measure.subject == ASSET else past.exchanges.index(subject)
    return float(measure.read(past, min(step, past.horizon), place))
