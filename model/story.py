"""The story in plain sentences: the events that matter, each a template with named values, so that any language can tell it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.events import Channel, Event
from model.parameters import QT_TRANSLATE_NOOP as T

MILESTONES = (1e8, 1e9, 2e9, 5e9, 1e10, 1.5e10, 2e10, 2.5e10, 3e10, 4e10, 5e10, 7.5e10, 1e11)
CHANNEL_NAMES = {
    Channel.NEWS: T("Story", "the news"),
    Channel.NOISE: T("Story", "chance trades"),
    Channel.VALUE: T("Story", "value traders"),
    Channel.USER: T("Story", "your order"),
    Channel.DIRECT: T("Story", "liquidations here"),
    Channel.COLLATERAL: T("Story", "collateral sold"),
    Channel.MAKER: T("Story", "market makers following"),
    Channel.ARBITRAGE: T("Story", "arbitrage"),
    Channel.INDEX: T("Story", "the index"),
    Channel.AUCTION: T("Story", "the re-opening auction"),
}
"""How a cause travelled, in words."""

TEMPLATES = {
    "news": T("Story", "News: fundamental value begins to fall by {size}, first heard on {exchange}."),
    "good_news": T("Story", "News: fundamental value begins to rise by {size}, first heard on {exchange}."),
    "first": T("Story", "First liquidation on {exchange}: {asset}. Cause: {channel}."),
    "first_hop": T(
        "Story", "Liquidations reach {exchange}, first in {asset}: set off on {source}, by way of {channel}."
    ),
    "collateral": T("Story", "{exchange} begins to sell BTC collateral, which stood behind other positions."),
    "milestone": T("Story", "{usd} liquidated so far; {longs} of the traders' positions among it were long."),
    "milestone_longs": T("Story", "{usd} liquidated so far; all liquidated traders were long."),
    "milestone_makers": T("Story", "{usd} liquidated so far, none of it of traders."),
    "stress": T(
        "Story", "Maker {maker} begins to back out: fewer orders, farther from the price. It has lost {usd} so far."
    ),
    "backed_out": T("Story", "Maker {maker} has backed out as far as it does. It has lost {usd} so far."),
    "backed_out_more": T("Story", "{count} market makers have backed out: {makers}. They had lost {usd} by then."),
    "maker_call": T("Story", "Maker {maker} is below its margin: it cancels every quote and will be sold."),
    "maker_out": T("Story", "Maker {maker} is out: everything sold."),
    "maker_back": T("Story", "Maker {maker} is healthy again and quotes."),
    "halt": T("Story", "{exchange} pauses {asset} for {time}: {percent} below {reference}."),
    "halt_all": T("Story", "All exchanges pause {asset} for {time}: {percent} below {reference}."),
    "halt_more": T("Story", "{exchange} pauses {assets} for {time}: at least {percent} below {reference}."),
    "halt_all_more": T("Story", "All exchanges pause {assets} for {time}: at least {percent} below {reference}."),
    "resume": T("Story", "{exchange} re-opens {asset} by auction at {price}."),
    "resume_all": T("Story", "All exchanges re-open {asset} by auction near {price}."),
    "resume_more": T("Story", "{exchange} re-opens {assets} by auction."),
    "resume_all_more": T("Story", "All exchanges re-open {assets} by auction."),
    "bad_debt": T("Story", "{exchange}'s insurance fund is short of {usd}."),
    "withdrawn": T("Story", "Withdrawals from {exchange} pass {usd}."),
    "rescue": T("Story", "The rescue fund acts: it has heard of {usd} liquidated."),
    "rescue_paid": T("Story", "The rescue fund has paid {usd}."),
    "rescue_dry": T("Story", "The rescue fund is empty: {usd} paid."),
    "pool_empty": T(
        "Story",
        "{exchange}'s liquidity insurance cannot keep its guarantee for {asset}: {usd} of premiums are spent or promised.",
    ),
    "freeze": T("Story", "{exchange} stops withdrawals after {usd} have left."),
    "thaw": T("Story", "{exchange} pays out again."),
    "brought": T("Story", "The leverage cap: traders on {exchange} bring {usd} of margin."),
    "bought": T("Story", "Your order {number} bought {usd} of {asset} on {exchange} at {price}."),
    "sold": T("Story", "Your order {number} sold {usd} of {asset} on {exchange} at {price}."),
    "own_call": T(
        "Story", "Your position of order {number} is liquidated: {usd} of {asset} on {exchange}. Cause: {channel}."
    ),
    "own_takeover": T(
        "Story", "{exchange}'s insurance fund takes over {usd} of {asset}, the rest of your order {number}."
    ),
    "own_closed": T(
        "Story",
        "Auto-deleveraging closes {usd} of your winning position of order {number} in {asset} on {exchange} at {price}.",
    ),
}


MONEY = {
    Event.BAD_DEBT: "bad_debt", Event.WITHDRAWAL: "withdrawn", Event.RESCUE: "rescue", Event.RESCUE_PAID: "rescue_paid",
    Event.RESCUE_DRY: "rescue_dry", Event.POOL_EMPTY: "pool_empty", Event.FREEZE: "freeze", Event.THAW: "thaw",
    Event.MARGIN_BROUGHT: "brought",
}  # fmt: skip
"""Events of a place and a sum, and their templates."""


class Line(NamedTuple):
    """One sentence: when, which template, its raw values (dollars, parts, indices), and the event it is about."""

    step: int
    template: str
    values: dict[str, float | int | str]
    event: int
    kind: int


OWN = {
    Event.LIQUIDATION: "own_call", Event.LIQUIDATION_BATCH: "own_call", Event.TAKEOVER: "own_takeover",
    Event.DELEVERAGED: "own_closed",
}  # fmt: skip
"""What can happen to the user's own margin accounts, and the templates for it."""


def _simple(row: NDArray[np.void]) -> tuple[str, dict[str, float | int | str]] | None:
    kind, who = int(row["kind"]), f"M{int(row['who']) + 1}"
    usd = float(row["usd"]) * 1e-6
    place: dict[str, float | int | str] = {"exchange": int(row["exchange"]), "asset": int(row["asset"])}
    if kind == Event.NEWS:
        return "good_news" if usd > 0 else "news", {**place, "percent": usd, "size": abs(usd)}
    if Event(kind) in MONEY:
        return MONEY[Event(kind)], {**place, "usd": usd}
    makers = {Event.MAKER_CALL: "maker_call", Event.MAKER_OUT: "maker_out", Event.MAKER_BACK: "maker_back"}
    return (makers[Event(kind)], {"maker": who}) if kind in makers else None


def _halts(log: NDArray[np.void], places: NDArray[np.int64], exchanges: int) -> list[Line]:
    """Halts and re-openings, those of all exchanges in one sentence."""
    lines: list[Line] = []
    seen: set[tuple[int, int, int]] = set()
    for place in places:
        row = log[place]
        key = (int(row["step"]), int(row["kind"]), int(row["asset"]))
        if key in seen:
            continue
        same = (log["step"] == key[0]) & (log["kind"] == key[1]) & (log["asset"] == key[2])
        everywhere = exchanges > 1 and int(same.sum()) == exchanges
        if everywhere:
            seen.add(key)
        values: dict[str, float | int | str] = {
            "exchange": int(row["exchange"]),
            "asset": key[2],
            "price": int(row["price"]),
        }
        if key[1] == Event.HALT:
            values |= {
                "seconds": int(row["quantity"]),
                "time": int(row["quantity"]),
                "percent": float(row["usd"]) * 1e-6,
                "reference": "",
            }
        name = ("halt" if key[1] == Event.HALT else "resume") + ("_all" if everywhere else "")
        lines.append(Line(key[0], name, values, int(place), key[1]))
    return lines


ALL = 0.995
"""A part above this is told as all."""
NEIGHBOURS = 10
"""Halts and re-openings so many seconds or less apart are told in one sentence."""


def gathered(lines: list[Line]) -> list[Line]:
    """The lines, of which halts and re-openings of neighbouring seconds are one, where the first of them stands."""
    told: list[Line] = []
    under_way: dict[tuple[object, ...], tuple[int, int]] = {}
    for line in lines:
        if line.kind in (Event.HALT, Event.RESUME):
            values = line.values
            key = (
                line.template,
                values["exchange"] if line.template in ("halt", "resume") else -1,
                values.get("seconds"),
            )
            place, last = under_way.get(key, (0, -NEIGHBOURS - 1))
            if line.step - last <= NEIGHBOURS:
                told[place] = _with(told[place], line)
                under_way[key] = place, line.step
                continue
            under_way[key] = len(told), line.step
        told.append(line)
    return told


def _with(line: Line, more: Line) -> Line:
    """A line about one more asset."""
    assets = str(line.values.get("assets", line.values["asset"])).split()
    values = {**line.values, "assets": " ".join([*assets, str(more.values["asset"])])}
    if "percent" in values:
        values["percent"] = min(float(values["percent"]), float(more.values["percent"]))
    return line._replace(template=more.template + "_more", values=values)


BACKED_OUT = (1, 3, 6, 9, 12)
"""After so many makers it is told anew how many have backed out."""
HALF, FULL = 50, 100
"""Percent of a maker's stress: it begins to back out, it has backed out."""
RARE = (
    Event.NEWS, Event.MAKER_CALL, Event.MAKER_OUT, Event.MAKER_BACK, *MONEY,
)  # fmt: skip
SOLD = (Event.LIQUIDATION, Event.LIQUIDATION_BATCH, Event.MAKER_LIQUIDATION)


class Teller:
    """Turns a growing event log into sentences; what has been told is not read again. The log grows by whole seconds."""

    def __init__(self, exchanges: int, own: range = range(0)) -> None:
        """Begin with nothing told; `own` are the places of the user's margin accounts, in the order of its orders."""
        self._exchanges, self._own = exchanges, own
        self._begin()

    def _begin(self) -> None:
        self.lines: list[Line] = []
        self._heard = 0
        self._reached: set[int] = set()
        self._sold_btc: set[int] = set()
        self._wary = False
        """Whether a maker has begun to back out."""
        self._backed_out: dict[str, float] = {}
        """Dollars lost by each maker that has backed out, in that order."""
        self._milestones = 0
        self._traded = False
        """Whether the user has: before that nothing can have happened to its accounts."""
        self._total = self._traders = self._longs = 0.0

    def hear(self, log: NDArray[np.void]) -> list[Line]:
        """All sentences of a log, oldest first; it begins with what was heard before, unless that was forgotten."""
        if log.size < self._heard:
            self._begin()
        fresh, first = log[self._heard :], self._heard
        self._heard = log.size
        if fresh.size:
            kinds = np.ascontiguousarray(fresh["kind"])  # searched several times
            new = [line._replace(event=first + line.event) for line in self._mine(fresh, kinds)]
            for place in np.flatnonzero(np.isin(kinds, RARE)):
                told = _simple(fresh[place])
                if told:
                    new.append(Line(int(fresh["step"][place]), *told, first + int(place), int(kinds[place])))
            new += [line._replace(event=first + line.event) for line in self._makers(fresh, kinds)]
            halts = _halts(fresh, np.flatnonzero((kinds == Event.HALT) | (kinds == Event.RESUME)), self._exchanges)
            new += [line._replace(event=first + line.event) for line in halts]
            new += [line._replace(event=first + line.event) for line in self._collateral(fresh, kinds)]
            sold = np.flatnonzero(np.isin(kinds, SOLD))
            if sold.size:
                new += [line._replace(event=first + line.event) for line in self._liquidations(fresh, sold)]
            self.lines += sorted(new, key=lambda line: (line.step, line.event))
        return self.lines

    def _mine(self, log: NDArray[np.void], kinds: NDArray[np.int16]) -> list[Line]:
        """What the user's own orders and positions met with."""
        lines: list[Line] = []
        fills = np.flatnonzero(kinds == Event.USER_FILL)
        if not self._traded and not fills.size:
            return lines
        self._traded = True
        happened = np.flatnonzero(np.isin(kinds, list(OWN)))
        who = log["who"][happened]
        held = happened[(who >= self._own.start) & (who < self._own.stop)]
        for place in np.concatenate((fills, held)):
            row, kind = log[place], Event(int(kinds[place]))
            own = kind in OWN
            values: dict[str, float | int | str] = {
                "number": str(int(row["who"]) + 1 - (self._own.start if own else 0)), "usd": float(row["usd"]) * 1e-6,
                "asset": int(row["asset"]), "exchange": int(row["exchange"]), "price": int(row["price"]),
            }  # fmt: skip
            name = OWN[kind] if own else "bought" if row["side"] > 0 else "sold"
            if name == "own_call":
                values["channel"] = int(row["channel"])
            lines.append(Line(int(row["step"]), name, values, int(place), int(kind)))
        return lines

    def _makers(self, log: NDArray[np.void], kinds: NDArray[np.int16]) -> list[Line]:
        """The first maker that begins to back out, and at some of their number those that have."""
        lines: list[Line] = []
        for place in np.flatnonzero(kinds == Event.MAKER_STRESS):
            row = log[place]
            stress, maker, usd = int(row["quantity"]), f"M{int(row['who']) + 1}", float(row["usd"]) * 1e-6
            told: tuple[str, dict[str, float | int | str]] | None = None
            if stress >= FULL and maker not in self._backed_out:
                self._backed_out[maker] = usd
                told = self._backing()
            elif stress >= HALF and not self._wary:
                told = "stress", {"maker": maker, "usd": usd}
            self._wary = self._wary or stress >= HALF
            if told:
                lines.append(Line(int(row["step"]), *told, int(place), int(Event.MAKER_STRESS)))
        return lines

    def _backing(self) -> tuple[str, dict[str, float | int | str]] | None:
        names, count = list(self._backed_out), len(self._backed_out)
        if count not in BACKED_OUT:
            return None
        lost = sum(self._backed_out.values())
        if count == 1:
            return "backed_out", {"maker": names[0], "usd": lost}
        return "backed_out_more", {"count": count, "makers": " ".join(names), "usd": lost}

    def _collateral(self, log: NDArray[np.void], kinds: NDArray[np.int16]) -> list[Line]:
        """First sale of a full-margin account's BTC on each exchange."""
        lines: list[Line] = []
        for place in np.flatnonzero(kinds == Event.COLLATERAL_SOLD):
            x = int(log["exchange"][place])
            if x not in self._sold_btc:
                self._sold_btc.add(x)
                at, kind = int(log["step"][place]), int(Event.COLLATERAL_SOLD)
                lines.append(Line(at, "collateral", {"exchange": x}, int(place), kind))
        return lines

    def _liquidations(self, log: NDArray[np.void], sold: NDArray[np.int64]) -> list[Line]:
        """First liquidation on each exchange with its cause, and the milestones of the total."""
        lines: list[Line] = []
        side, usd = log["side"][sold], log["usd"][sold]
        if len(self._reached) < self._exchanges:
            accounts = sold[log["kind"][sold] != Event.MAKER_LIQUIDATION]
            for x in np.unique(log["exchange"][accounts]):
                if int(x) not in self._reached:
                    self._reached.add(int(x))
                    lines.append(_first_on(log, int(accounts[log["exchange"][accounts] == x][0])))
        total = self._total + np.cumsum(usd) * 1e-6
        traders = self._traders + np.cumsum(np.where(side != 0, usd, 0)) * 1e-6
        longs = self._longs + np.cumsum(np.where(side > 0, usd, 0)) * 1e-6
        self._total, self._traders, self._longs = float(total[-1]), float(traders[-1]), float(longs[-1])
        reached: dict[int, Line] = {}
        """By second: of several milestones in one only the highest is told."""
        while self._milestones < len(MILESTONES) and total[-1] >= MILESTONES[self._milestones]:
            n = int(np.searchsorted(total, MILESTONES[self._milestones]))
            place = int(sold[n])
            told = _milestone(MILESTONES[self._milestones], float(longs[n]), float(traders[n]))
            reached[int(log["step"][place])] = Line(int(log["step"][place]), *told, place, int(log["kind"][place]))
            self._milestones += 1
        return lines + list(reached.values())


def _milestone(usd: float, longs: float, traders: float) -> tuple[str, dict[str, float | int | str]]:
    """The sentence of a sum reached, with the part of longs in what traders lost."""
    share = longs / max(traders, 1.0)
    name = "milestone_makers" if traders <= 0 else "milestone_longs" if share > ALL else "milestone"
    return name, {"usd": usd, "longs": share}


def _first_on(log: NDArray[np.void], place: int) -> Line:
    """The sentence of the first liquidation on an exchange: where its cause lay."""
    row = log[place]
    exchange, source = int(row["exchange"]), int(row["source"])
    hop = row["channel"] >= Channel.DIRECT and source not in (exchange, -1)
    values: dict[str, float | int | str] = {
        "exchange": exchange, "asset": int(row["asset"]), "channel": int(row["channel"]), "source": source
    }  # fmt: skip
    return Line(int(row["step"]), "first_hop" if hop else "first", values, place, int(row["kind"]))


def tell(log: NDArray[np.void], exchanges: int) -> list[Line]:
    """The sentences of a whole event log, oldest first."""
    return gathered(Teller(exchanges).hear(log))
