"""The user's own orders: how they are written, how they enter the market, and what became of them."""

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.bad_input import BadInput, shown
from model.liquidation import trigger_ticks
from model.market import USER_ORDERS, USER_PARTY, Market
from model.units import to_micro

BUY, SELL, CANCEL, CLOSE = 1, -1, 2, 3
NONE, SENT, RESTING, DONE, CANCELLED, REFUSED = range(6)
"""What became of an order."""
WORDS = {"buy": BUY, "sell": SELL, "cancel": CANCEL, "close": CLOSE}
LEAST_USD, MOST_USD, MOST_LEVERAGE = 1.0, 1e10, 125.0
TRADE = re.compile(
    r"(?P<act>buy|sell) (?P<asset>\S+) on (?P<exchange>.+?) \$(?P<usd>[\d.]+)"
    r"(?: at (?P<limit>[\d.]+))?(?: with (?P<leverage>[\d.]+)x)?"
)
OTHER = re.compile(r"(?P<act>cancel|close) (?P<number>\d+)")
EXPECTED = "an order such as sell BTC on {exchange} $50000, buy BTC on {exchange} $50000 at 110000 with 10x, cancel 1 or close 1"


class Names(NamedTuple):
    """What orders can be about."""

    exchanges: tuple[str, ...]
    symbols: tuple[str, ...]


class Order(NamedTuple):
    """One order: prices and amounts in dollars; no limit means at the market, no leverage means without an account."""

    act: int
    asset: int = 0
    exchange: int = 0
    usd: float = 0.0
    limit: float = 0.0
    leverage: float = 0.0
    subject: int = 0
    """The order, counted from 0, that is cancelled or whose position is closed."""


def plain(number: float) -> str:
    """A number without exponent and without needless zeros."""
    return f"{number:.10f}".rstrip("0").rstrip(".")


def write_order(order: Order, names: Names) -> str:
    """An order in words, as files hold it."""
    act = next(word for word, number in WORDS.items() if number == order.act)
    if order.act in (CANCEL, CLOSE):
        return f"{act} {order.subject + 1}"
    text = f"{act} {names.symbols[order.asset]} on {names.exchanges[order.exchange]} ${plain(order.usd)}"
    text += f" at {plain(order.limit)}" if order.limit else ""
    return text + (f" with {plain(order.leverage)}x" if order.leverage else "")


def _number(found: re.Match[str], name: str, low: float, high: float, place: str) -> float:
    """A named number of an order; absent is 0."""
    text = found[name]
    if text is None:
        return 0.0
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not low <= number <= high:
        raise BadInput(place, "order", f"{name} from {plain(low)} to {plain(high)}, not {shown(text)}")
    return number


def read_order(text: str, names: Names, place: str = "edit") -> Order:
    """The order that a text describes."""
    other = OTHER.fullmatch(text)
    if other:
        number = int(other["number"][:9])
        if not 1 <= number <= USER_ORDERS:
            raise BadInput(place, "order", f"an order's number from 1 to {USER_ORDERS}")
        return Order(WORDS[other["act"]], subject=number - 1)
    found = TRADE.fullmatch(text)
    if not found:
        raise BadInput(place, "order", EXPECTED.format(exchange=names.exchanges[0]))
    if found["asset"] not in names.symbols:
        raise BadInput(place, "order", f"one of the assets {', '.join(names.symbols)}")
    if found["exchange"] not in names.exchanges:
        raise BadInput(place, "order", f"one of the exchanges {', '.join(names.exchanges)}")
    return Order(
        WORDS[found["act"]], names.symbols.index(found["asset"]), names.exchanges.index(found["exchange"]),
        _number(found, "usd", LEAST_USD, MOST_USD, place), _number(found, "limit", 1e-9, 1e12, place),
        _number(found, "leverage", 1.0, MOST_LEVERAGE, place),
    )  # fmt: skip


def send(market: Market, number: int, order: Order) -> None:
    """Lay an order before the market, which deals with it in the next second's phase `trade`; once only."""
    if number >= USER_ORDERS or market.user["state"][number] != NONE:
        return
    row = market.user[number]
    row["state"], row["act"], row["subject"], row["slot"] = SENT, order.act, order.subject, -1
    row["step"] = int(market.run["step"][0]) + 1
    k = order.exchange * market.asset.size + order.asset
    row["book"], row["usd"], row["leverage"] = k, to_micro(order.usd), order.leverage
    ticks = round(order.limit / float(market.asset["tick_usd"][order.asset]))
    highest = int(market.books.book["levels"][k]) - 1
    row["limit"] = min(max(ticks, 1), highest) if order.limit else 0


class Standing(NamedTuple):
    """What became of one of the user's orders, in dollars; NaN where there is nothing to tell."""

    number: int
    """From 1, as it is called in words."""
    act: int
    asset: int
    exchange: int
    state: int
    step: int
    """Second in which it reached the market."""
    usd: float
    limit: float
    leverage: float
    filled_usd: float
    average: float
    left_usd: float
    """Resting, waiting for the other side."""
    ahead_usd: float
    """Resting before it at its price and at better ones."""
    position: float
    """Coins held; below nothing for a short."""
    liquidation: float
    """Price at which the position's account is called."""
    margin: float
    profit: float
    """Gain or loss so far, fees paid."""
    liquidated: bool
    subject: int


def account_of(market: Market, number: int) -> int:
    """Place of the margin account of an order."""
    return int(market.account.size) - USER_ORDERS + number


def _ahead(market: Market, row: NDArray[np.void]) -> int:
    """Lots that trade before a resting order: at better prices, and in its queue before it."""
    book = market.books.book[row["book"]]
    orders = market.books.orders[book["slot_base"] : book["slot_base"] + book["slots"]]
    side, price = int(row["act"]), int(row["limit"])
    same = (orders["price"] > 0) & (orders["side"] == side)
    better = same & ((orders["price"] > price) if side > 0 else (orders["price"] < price))
    lots = int(orders["quantity"][better].sum())
    slot = int(market.books.orders["previous"][row["slot"]])
    while slot >= 0:
        lots += int(market.books.orders["quantity"][slot])
        slot = int(market.books.orders["previous"][slot])
    return lots


def _held(market: Market, n: int, mark: int) -> tuple[int, float, int, bool]:
    """Lots, liquidation price in ticks, micro-dollars of gain, and whether an order's position was liquidated."""
    row = market.user[n]
    value = int(market.asset["tick_value"][market.books.book["asset"][row["book"]]])
    if not row["leverage"]:
        lots = int(row["act"]) * (int(row["filled"]) - int(row["closed"]))
        gain = lots * mark * value - int(row["act"]) * (int(row["cost"]) - int(row["proceeds"])) * value
        return lots, float("nan"), gain - int(row["fees"]), False
    account = market.account[account_of(market, n)]
    lots = int(account["position"])
    gain = int(account["cash"]) + lots * mark * value - int(row["margin"]) - int(row["fees"])
    trigger = int(trigger_ticks(market, account_of(market, n))) if lots else 0
    return lots, float(trigger) if trigger else float("nan"), gain, int(account["batches"]) > 0


def standing(market: Market, n: int) -> Standing:
    """What became of the user's order `n`."""
    row = market.user[n]
    k = int(row["book"])
    book = market.books.book[k]
    asset = market.asset[book["asset"]]
    tick, value, lot = float(asset["tick_usd"]), int(asset["tick_value"]) * 1e-6, float(asset["lot"])
    filled, cost, left = int(row["filled"]), int(row["cost"]), int(row["left"])
    lots, trigger, gain, liquidated = _held(market, n, int(book["mark"]))
    resting = int(row["state"]) == RESTING
    return Standing(
        n + 1, int(row["act"]), int(book["asset"]), int(book["exchange"]), int(row["state"]), int(row["step"]),
        int(row["usd"]) * 1e-6, int(row["limit"]) * tick if row["limit"] else float("nan"), float(row["leverage"]),
        cost * value, cost / filled * tick if filled else float("nan"),
        left * int(row["limit"]) * value if resting else 0.0,
        _ahead(market, row) * int(row["limit"]) * value if resting else float("nan"),
        lots * lot, trigger * tick, int(row["margin"]) * 1e-6, gain * 1e-6, liquidated, int(row["subject"]) + 1,
    )  # fmt: skip


def standings(market: Market) -> tuple[Standing, ...]:
    """All orders of the user's, oldest first."""
    return tuple(standing(market, n) for n in range(int((market.user["state"] != NONE).sum())))


def user_party(market: Market) -> int:
    """The user's number among the parties."""
    return int(market.maker.size) + USER_PARTY
