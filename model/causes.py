"""Why this? The chain of causes of an event, back to the news, and what it caused in its turn; whose orders moved a price.

Nothing is guessed: every event carries the number of its cause, and every half-tick of a price move was booked to someone.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.attribution import COLUMN_COLLATERAL, COLUMN_LIQUIDATION, COLUMN_MAKER, COLUMN_USER
from model.events import Channel, Event
from model.market import RING, Market
from model.parameters import QT_TRANSLATE_NOOP as T

SOLD = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH)
MOVE_STEPS = 60
"""Seconds over which a price move is explained."""
Values = dict[str, float | int | str]

TEMPLATES = {
    Event.NEWS: T("Causes", "News: fundamental value begins to fall by {size}, first heard on {exchange}."),
    Event.MARGIN_CALL: T("Causes", "{exchange} calls {usd} of {asset} while trading is paused."),
    Event.LIQUIDATION: T("Causes", "{exchange} liquidates {usd} of {asset}; the last trade was at {price}."),
    Event.LIQUIDATION_BATCH: T(
        "Causes", "{exchange} liquidates a batch of {usd} of {asset}; the last trade was at {price}."
    ),
    Event.TAKEOVER: T(
        "Causes", "{exchange}'s insurance fund takes over {usd} of {asset} at {price}: the book was empty."
    ),
    Event.HALT: T("Causes", "{exchange} pauses {asset}."),
    Event.RESUME: T("Causes", "{exchange} re-opens {asset} by auction at {price}."),
    Event.MAKER_STRESS: T("Causes", "Maker {maker} has lost {usd} and shows fewer orders."),
    Event.MAKER_CALL: T("Causes", "Maker {maker} falls below its margin and cancels every quote."),
    Event.MAKER_LIQUIDATION: T("Causes", "{usd} of maker {maker}'s positions are sold."),
    Event.MAKER_OUT: T("Causes", "Maker {maker} is out: everything sold."),
    Event.MAKER_BACK: T("Causes", "Maker {maker} is healthy again and quotes."),
    Event.BAD_DEBT: T("Causes", "{exchange}'s insurance fund is short of {usd}."),
    Event.WITHDRAWAL: T("Causes", "Withdrawals from {exchange} pass {usd}."),
    Event.DELEVERAGED: T("Causes", "{exchange} closes {usd} of a winner's {asset} by auto-deleveraging at {price}."),
    Event.SOCIALISED: T("Causes", "{exchange} shares out {usd} of losses among its winners."),
    Event.RESCUE: T("Causes", "The rescue fund acts: it has heard of {usd} liquidated."),
    Event.RESCUE_PAID: T("Causes", "The rescue fund has paid {usd}."),
    Event.RESCUE_DRY: T("Causes", "The rescue fund is empty: {usd} paid."),
    Event.POOL_EMPTY: T("Causes", "The liquidity insurance of {asset} on {exchange} is used up."),
    Event.FREEZE: T("Causes", "{exchange} stops withdrawals after {usd} have left."),
    Event.THAW: T("Causes", "{exchange} pays out again."),
    Event.MARGIN_BROUGHT: T("Causes", "The leverage cap: traders on {exchange} bring {usd} of margin."),
    Event.COLLATERAL_SOLD: T("Causes", "{exchange} sells {usd} of BTC that stood behind other positions."),
    Event.FUND_SOLD: T("Causes", "{exchange}'s insurance fund sells {usd} of {asset} that it had taken over."),
    Event.MAKER_DEBT: T("Causes", "Maker {maker} owes {usd} that it cannot pay; the insurance funds bear it."),
    Event.USER_FILL: T("Causes", "Your order trades {usd} of {asset} on {exchange} at {price}."),
}
"""What happened, for each kind of event."""
GOOD_NEWS = T("Causes", "News: fundamental value begins to rise by {size}, first heard on {exchange}.")
WAYS = {
    "here": T("Causes", "Its cause came by way of {channel}, {seconds} s before:"),
    "hop": T("Causes", "Its cause came from {source} by way of {channel}, {seconds} s before:"),
    "end": T("Causes", "Nothing in this market caused it."),
    "noise": T("Causes", "Its cause was {channel}: no single event stands behind it."),
}
MOVES = {
    "fall": T("Causes", "{asset} on {exchange} fell by {change} in the last {seconds} s, to {dollars}."),
    "rise": T("Causes", "{asset} on {exchange} rose by {change} in the last {seconds} s, to {dollars}."),
    "still": T("Causes", "{asset} on {exchange} is where it was {seconds} s ago, at {dollars}."),
}
"""A price move, by its way."""
PAUSES = {
    "before": T("Causes", "Paused since {clock}: all this happened before."),
    "nothing": T("Causes", "Paused since {clock}."),
}
"""A halt in force, after a move and without one."""
PARTS = {
    "liquidation": T("Causes", "liquidations sold or bought here"),
    "collateral": T("Causes", "collateral sold here"),
    "noise": T("Causes", "chance trades here"),
    "value": T("Causes", "value traders here"),
    "user": T("Causes", "your own orders"),
    "news": T("Causes", "the news itself"),
    "auction": T("Causes", "the re-opening auction"),
    "stops": T("Causes", "holders' stop orders"),
    "maker": T("Causes", "market makers following {source}"),
    "own": T("Causes", "market makers here"),
    "arbitrage": T("Causes", "arbitrage with {source}"),
    "patience": T("Causes", "arbitrageurs' waiting orders here"),
    "rest": T("Causes", "everything else"),
}
"""Whose orders moved a price; the rest is what is too small to be told."""
OWN_COLUMNS = ("liquidation", "collateral", "noise", "value", "user", "news", "auction", "stops")


class Link(NamedTuple):
    """One event of a chain: when, what, its raw values (dollars, ticks, indices), and how its cause reached it."""

    event: int
    step: int
    kind: int
    values: Values
    way: str
    """Key of `WAYS`; empty where the event's record does not say."""


class Effects(NamedTuple):
    """What an event caused, as far as it is known, in dollars liquidated."""

    direct: int
    direct_usd: float
    all: int  # noqa: A003 - beside `direct`
    all_usd: float
    by_exchange: tuple[float, ...]
    last_step: int


class Part(NamedTuple):
    """Somebody's part in a price move."""

    name: str
    """Key of `PARTS`."""
    source: int
    share: float
    """Of the move; parts against it are below nothing."""


class Move(NamedTuple):
    """A price move and whose orders made it, the largest part first."""

    exchange: int
    asset: int
    seconds: int
    change: float
    price: float
    """In ticks."""
    parts: tuple[Part, ...]
    paused_since: int
    """Second of the halt in force; −1 while the book trades."""
    event: int
    """The largest liquidation of the last minute behind it, or the news; −1 without either."""


def link_of(log: NDArray[np.void], event: int) -> Link:
    """One event, in raw values."""
    row = log[event]
    usd = float(row["usd"]) * 1e-6
    values: Values = {
        "exchange": int(row["exchange"]), "asset": int(row["asset"]), "usd": usd, "size": abs(usd), "price": int(row["price"]),
        "maker": f"M{int(row['who']) + 1}", "channel": int(row["channel"]), "source": int(row["source"]),
        "seconds": int(row["delay"]),
    }  # fmt: skip
    channel, cause = int(row["channel"]), int(row["cause"])
    way = ""
    if cause < 0:
        way = "noise" if channel not in (Channel.NONE, Channel.NEWS) else "end"
    elif channel != Channel.NONE:
        across = int(row["source"]) not in (int(row["exchange"]), -1) and channel >= Channel.DIRECT
        way = "hop" if across else "here"
    return Link(event, int(row["step"]), int(row["kind"]), values, way)


def template_of(link: Link) -> str:
    """The sentence that tells an event, before its values are filled in."""
    is_good = link.kind == Event.NEWS and float(link.values["usd"]) > 0
    return GOOD_NEWS if is_good else TEMPLATES[Event(link.kind)]


def chain(log: NDArray[np.void], event: int) -> list[Link]:
    """An event, its cause, the cause's cause, and so on to the beginning."""
    links = []
    while 0 <= event < log.size:
        links.append(link_of(log, event))
        cause = int(log["cause"][event])
        if cause >= event:
            break
        event = cause
    return links


def effects(log: NDArray[np.void], event: int, exchanges: int) -> Effects:
    """What followed from an event, and from what followed: each step of the search looks twice as far back."""
    cause = log["cause"].astype(np.int64)
    places = np.arange(log.size)
    pointer = np.where(cause >= 0, cause, places)
    reached = places == event
    while True:
        reached = reached | reached[pointer]
        further = pointer[pointer]
        if np.array_equal(further, pointer):
            break
        pointer = further
    reached[event] = False
    sold = np.isin(log["kind"], SOLD)
    direct, whole = sold & (cause == event), sold & reached
    usd = log["usd"] * 1e-6
    by_exchange = tuple(float(usd[whole & (log["exchange"] == x)].sum()) for x in range(exchanges))
    last = int(log["step"][whole].max(initial=0))
    return Effects(int(direct.sum()), float(usd[direct].sum()), int(whole.sum()), sum(by_exchange), by_exchange, last)


def _part_of(column: int, exchanges: int, exchange: int) -> tuple[str, int]:
    """Name and source of a column of `moves`; arbitrageurs trade on one exchange alone when they step into its gap."""
    if column < COLUMN_MAKER:
        return OWN_COLUMNS[column], exchange
    source = (column - COLUMN_MAKER) % exchanges
    if column >= COLUMN_MAKER + exchanges:
        return ("patience" if source == exchange else "arbitrage"), source
    return ("own" if source == exchange else "maker"), source


def move_of(market: Market, exchange: int, asset: int, double_mid: int) -> Move:
    """Who moved a book's mid over the last minute; `double_mid` is twice the mid now, in ticks."""
    exchanges, k = int(market.exchange.size), exchange * int(market.asset.size) + asset
    step = int(market.run["step"][0])
    seconds = min(step, MOVE_STEPS, RING - 1)
    sums = np.zeros(market.moves.shape[2], np.int64)
    for back in range(seconds):
        sums += market.moves[k, (step - back) % RING]
    total = int(sums.sum())
    parts = [Part(*_part_of(c, exchanges, exchange), int(n) / total) for c, n in enumerate(sums) if n and total]
    parts.sort(key=lambda part: -part.share)
    book = market.books.book[k]
    forced = int(sums[[COLUMN_LIQUIDATION, COLUMN_COLLATERAL]].sum()) * total > 0 or total == int(sums[COLUMN_USER])
    lead = parts[0].source if parts and parts[0].name in ("maker", "arbitrage") else exchange
    source = market.books.book[lead * int(market.asset.size) + asset]
    event = int(book["worst_event"]) if forced and step - int(book["worst_step"]) <= MOVE_STEPS else -1
    if event < 0 and step - int(source["worst_step"]) <= MOVE_STEPS:
        event = int(source["worst_event"])
    if event < 0:
        event = int(market.run["news_event"][0])
    before = double_mid - total
    change = total / before if before > 0 else float("nan")
    paused_since = int(book["halted_from"]) if step <= book["halted_until"] else -1
    return Move(exchange, asset, seconds, change, double_mid / 2, tuple(parts), paused_since, event)
