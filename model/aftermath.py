"""Ninety days after: what exchanges earn and what small coins are worth, by confidence and depth.

A slow, coarse model beside the fast one: daily steps from whatever state the market was left in. Nothing here is
drawn by chance, and nothing flows back into the run.

    trust      what an exchange's customers still believe: confidence × the part of their money that stayed;
               half of what is lost returns in `trust_half_life` days
    depth      of each book, against normal; it closes the gap to trust, half of it in `depth_half_life` days:
               makers come back as far as customers do
    volume     normal volume × trust^volume_by_trust × depth^volume_by_depth
    revenue    fees × volume
    small caps the smaller part of the altcoins by market value: each day a price closes the part `pull` of its gap to
               value less a discount for lost trust and lost depth
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.book import double_mid
from model.market import Market
from model.numeric import exp, power
from model.parameter import Effect, Kind, Parameter, Provenance
from model.parameters import QT_TRANSLATE_NOOP as T

Numbers = NDArray[np.float64]
WHOLE, NUMBER, ASSUMED, RULE, LIVE = Kind.WHOLE, Kind.NUMBER, Provenance.ASSUMED, Provenance.RULE, Effect.LIVE
P = Parameter
FIRST_ALTCOIN = 2
WITHIN = 0.02
TINY = 1e-9

AFTERMATH: tuple[Parameter, ...] = (
    P("aftermath.days", T("Parameters", "Days"), T("Parameters", "How far the aftermath is followed."), "d", 90, 1, 720,
      WHOLE, ASSUMED, "", LIVE),
    P("aftermath.fee_bps", T("Parameters", "Fees of a trade"), T("Parameters", "Taker's and maker's fee together."), "bp", 7, 0, 100,
      NUMBER, RULE, "exchanges' fee schedules: taker 5 bp, maker 2 bp", LIVE),
    P("aftermath.trust_half_life", T("Parameters", "Return of trust"),
      T("Parameters", "Days in which half of the customers' lost trust returns."), "d", 60, 1, 3650, NUMBER, ASSUMED, "", LIVE),
    P("aftermath.depth_half_life", T("Parameters", "Return of depth"),
      T("Parameters", "Days in which the books close half of their gap to what trust allows."), "d", 30, 0.1, 3650,
      NUMBER, ASSUMED, "", LIVE),
    P("aftermath.volume_by_trust", T("Parameters", "Volume by trust"),
      T("Parameters", "Exponent: 1 means that half the trust is half the volume."), "", 1, 0, 5, NUMBER, ASSUMED, "", LIVE),
    P("aftermath.volume_by_depth", T("Parameters", "Volume by depth"),
      T("Parameters", "Exponent: 0.5 means that a quarter of the depth is half the volume."), "", 0.5, 0, 5, NUMBER, ASSUMED, "", LIVE),
    P("aftermath.pull", T("Parameters", "Pull to value"), T("Parameters", "Part of its gap to value that a price closes in a day."),
      "1/d", 0.05, 0, 1, NUMBER, ASSUMED, "", LIVE),
    P("aftermath.trust_discount", T("Parameters", "Discount without trust"),
      T("Parameters", "Part of a small coin's value that is gone while nobody trusts the exchanges."), "", 0.10, 0, 1,
      NUMBER, ASSUMED, "", LIVE),
    P("aftermath.depth_discount", T("Parameters", "Discount without depth"),
      T("Parameters", "Part of a small coin's value that is gone while its books are empty."), "", 0.15, 0, 1,
      NUMBER, ASSUMED, "", LIVE),
    P("aftermath.small_share", T("Parameters", "Small coins"),
      T("Parameters", "Part of the listed altcoins, the smallest by market value, that count as small caps."), "", 0.5, 0, 1,
      NUMBER, ASSUMED, "", LIVE),
)  # fmt: skip
"""Numbers of the aftermath, in the form of a scenario's parameters."""

DEFAULTS: dict[str, float] = {parameter.key.split(".")[1]: parameter.default for parameter in AFTERMATH}


class EndState(NamedTuple):
    """What the aftermath starts from; X exchanges, A assets."""

    trust: Numbers
    """(X,) between 0 and 1."""
    depth: Numbers
    """(X, A) bids within 2 % of the mid against normal, at most 1."""
    volume_usd: Numbers
    """(X, A) normal volume of a day."""
    worth_usd: Numbers
    """(A,) market value at today's index."""
    value: Numbers
    """(A,) fundamental value against today's index."""


class Aftermath(NamedTuple):
    """Day 0 is the end state; D days follow."""

    trust: Numbers
    """(D + 1, X)"""
    depth: Numbers
    """(D + 1, A) mean over exchanges, weighted by normal volume."""
    revenue_usd: Numbers
    """(D + 1, X) of a day like this one."""
    normal_revenue_usd: Numbers
    """(X,) of a day before the crash."""
    small_caps_usd: Numbers
    """(D + 1,) market value of all small caps."""

    @property
    def revenue_change(self) -> float:
        """Revenue of the whole time against normal, as a part: −0.4 is 40 % less."""
        normal = float(self.normal_revenue_usd.sum()) * (len(self.trust) - 1)
        return float(self.revenue_usd[1:].sum()) / normal - 1.0 if normal > 0 else 0.0

    @property
    def small_caps_change_usd(self) -> float:
        """Dollars that small caps gain (or, below zero, lose) from the end state to the last day."""
        return float(self.small_caps_usd[-1] - self.small_caps_usd[0])


def end_state(market: Market, volume_to_depth: float) -> EndState:
    """What the aftermath needs of a market at any second; nothing in it is changed."""
    exchanges, assets = market.exchange.size, market.asset.size
    books, orders = market.books.book, market.books.orders.reshape(market.books.book.size, -1)
    mid = np.array([double_mid(market.books, k) for k in range(books.size)]) * 0.5
    near = (orders["side"] > 0) & (orders["price"] >= (mid * (1.0 - WITHIN))[:, None]) & (orders["price"] > 0)
    bids = np.where(near, orders["quantity"], 0).sum(axis=1)
    depth = np.minimum(bids / books["normal_lots"], 1.0).reshape(exchanges, assets)
    worth = market.asset["price"] * market.asset["tick_value"] * 1e-6
    normal = books["normal_lots"].reshape(exchanges, assets) * worth
    exchange = market.exchange
    stayed = exchange["customer_money"] / np.maximum(exchange["customer_money"] + exchange["withdrawn"], 1)
    heard = float((exchange["shock"] * exchange["share"]).sum())
    about = int(market.settings["shock_assets"][0])
    hears = np.array(
        [about == 0 or (about == 1 and a >= FIRST_ALTCOIN) or (about == 2 and a == 0) for a in range(assets)]
    )
    fall = np.array([float(exp(heard * beta)) for beta in market.asset["beta"]])
    return EndState(
        np.asarray(exchange["confidence"] * stayed, np.float64), depth, normal * volume_to_depth,
        market.asset["market_value"] * market.asset["index"] / market.asset["index_start"],
        market.asset["value"] * np.where(hears, fall, 1.0) / market.asset["index"],
    )  # fmt: skip


def small_caps(state: EndState, share: float) -> NDArray[np.int64]:
    """Places of the smallest altcoins by market value, smallest first; at least one if there is an altcoin."""
    altcoins = np.arange(FIRST_ALTCOIN, state.worth_usd.size)
    count = int(np.ceil(altcoins.size * share))
    return altcoins[np.argsort(state.worth_usd[altcoins], kind="stable")[:count]]


def _powers(values: Numbers, exponent: float) -> Numbers:
    return np.array([float(power(max(float(v), TINY), exponent)) for v in values.ravel()]).reshape(values.shape)


def _returning(half_life: float) -> float:
    """Part of a gap that closes in a day."""
    return 1.0 - float(exp(-0.6931471805599453 / half_life))


def aftermath(state: EndState, numbers: Mapping[str, float] = DEFAULTS) -> Aftermath:
    """Follow an end state day by day; `numbers` by the last part of the keys in AFTERMATH."""
    given = {**DEFAULTS, **numbers}
    days, small = int(given["days"]), small_caps(state, given["small_share"])
    trust_back, depth_back = _returning(given["trust_half_life"]), _returning(given["depth_half_life"])
    weight = state.volume_usd / np.maximum(state.volume_usd.sum(axis=0), TINY)
    fee = given["fee_bps"] * 1e-4
    trust, depth, price = state.trust.copy(), state.depth.copy(), np.ones(state.worth_usd.size)
    rows: list[tuple[Numbers, Numbers, Numbers, float]] = []
    for day in range(days + 1):
        if day:
            trust = trust + trust_back * (1.0 - trust)
            depth = depth + depth_back * (trust[:, None] - depth)
            lost = given["trust_discount"] * (1.0 - (weight * trust[:, None]).sum(axis=0))
            lost = lost + given["depth_discount"] * (1.0 - (weight * depth).sum(axis=0))
            price = price + given["pull"] * (state.value * (1.0 - np.minimum(lost, 1.0)) - price)
        part = _powers(trust, given["volume_by_trust"])[:, None] * _powers(depth, given["volume_by_depth"])
        revenue = fee * (state.volume_usd * part).sum(axis=1)
        rows.append((trust, (weight * depth).sum(axis=0), revenue, float((state.worth_usd * price)[small].sum())))
    trusts, depths, revenues, values = zip(*rows, strict=True)
    normal = fee * state.volume_usd.sum(axis=1)
    return Aftermath(np.array(trusts), np.array(depths), np.array(revenues), normal, np.array(values))


def after(market: Market, numbers: Mapping[str, float] = DEFAULTS) -> Aftermath:
    """The aftermath of a market as it stands."""
    return aftermath(end_state(market, float(market.settings["market_volume_to_depth"][0])), numbers)


def report(found: Aftermath, exchanges: list[str]) -> dict[str, Any]:
    """The aftermath as `run --json` writes it: two sums, then a row a day."""
    return {
        "days": len(found.trust) - 1,
        "revenue_change": round(found.revenue_change, 6),
        "small_caps_change_usd": round(found.small_caps_change_usd, 2),
        "small_caps_usd": [round(float(usd), 2) for usd in found.small_caps_usd],
        "revenue_usd": _columns(found.revenue_usd, exchanges, 2),
        "trust": _columns(found.trust, exchanges, 6),
        "depth": [round(float(row.mean()), 6) for row in found.depth],
    }


def _columns(table: Numbers, names: list[str], digits: int) -> dict[str, list[float]]:
    return {name: [round(float(v), digits) for v in column] for name, column in zip(names, table.T, strict=True)}
