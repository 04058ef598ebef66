"""The ledger of bankruptcies: what closing the positions of those who could not pay has cost, and who paid it.

In the order of the waterfall: the liquidated trader's own margin → the insurance fund → winners who were deleveraged →
winners among whom a loss was shared out → the rescue fund. Everything is a whole number of micro-dollars, so at every
second, and on every exchange, the payers' parts add up to the cost without a remainder.

A part can be negative: a fund that sells above its cost has gained, and a winner who is closed at a bankruptcy price
better than the mark has received instead of given. What winners give up is measured against the mark, for nothing
else is known at that moment. What a fund lost on positions that it still holds is not yet paid; it is told apart. The rescue
fund buys forced sales at mark and keeps them: its part is what it gave, to makers too, less what it holds is worth at mark.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.events import Event
from model.parameters import QT_TRANSLATE_NOOP as T

MARGIN, INSURANCE, DELEVERAGED, SOCIALISED, RESCUE = "margin", "insurance", "deleveraged", "socialised", "rescue"
PAYERS: Mapping[str, str] = {
    MARGIN: T("Ledger", "Traders' margin"),
    INSURANCE: T("Ledger", "Insurance fund"),
    DELEVERAGED: T("Ledger", "Deleveraged winners"),
    SOCIALISED: T("Ledger", "Winners who shared the loss"),
    RESCUE: T("Ledger", "Rescue fund"),
}
"""Who pays, in the order of the waterfall, with the words for it."""
TRADER, FUND, WINNER, WINNERS, MAKER, MARKET = (
    "trader", "insurance_fund", "winner", "winners", "market_maker", "market"
)  # fmt: skip
"""Ends of a transfer. The market is whoever traded at the better price."""


class Part(NamedTuple):
    """What one kind of payer has paid on one exchange since the start, in micro-dollars."""

    exchange: int
    payer: str
    micro: int


class Transfer(NamedTuple):
    """Money that went from one to another because of a bankruptcy. `who` is the account or maker among them, −1 for none."""

    step: int
    giver: str
    receiver: str
    payer: str
    """Whose part of the ledger it adds to, one of `PAYERS`; it lessens that of the receiver."""
    who: int
    exchange: int
    asset: int
    micro: int
    event: int
    cause: int


def paid(rows: NDArray[np.void]) -> dict[str, NDArray[np.int64]]:
    """What each kind of payer has paid, from rows of the record's exchanges (or of a market's), in their shape.

    Fees and shares of losses are income of an insurance fund, so they lessen what it has paid itself.
    """
    fees = rows["fund_fees"]
    return {
        MARGIN: rows["margin_paid"] + fees,
        INSURANCE: rows["fund_paid"] - fees - rows["socialised"],
        DELEVERAGED: rows["winners_paid"].copy(),
        SOCIALISED: rows["socialised"].copy(),
        RESCUE: rows["rescue_paid"].copy(),
    }


def cost(rows: NDArray[np.void]) -> NDArray[np.int64]:
    """What the bankruptcies have cost, whoever paid: losses of closed positions, of funds on what they took over, and beyond."""
    return np.asarray(rows["margin_paid"] + rows["fund_paid"] + rows["winners_paid"] + rows["rescue_paid"])


def parts(row: NDArray[np.void]) -> tuple[Part, ...]:
    """The ledger of one second: a row for each exchange and kind of payer."""
    columns = paid(row)
    return tuple(Part(x, payer, int(columns[payer][x])) for x in range(row.size) for payer in PAYERS)


ENDS = {
    Event.LIQUIDATION: (TRADER, MARKET, MARGIN),
    Event.LIQUIDATION_BATCH: (TRADER, MARKET, MARGIN),
    Event.TAKEOVER: (FUND, TRADER, INSURANCE),
    Event.FUND_SOLD: (FUND, MARKET, INSURANCE),
    Event.MAKER_DEBT: (FUND, MAKER, INSURANCE),
    Event.DELEVERAGED: (WINNER, MARKET, DELEVERAGED),
    Event.SOCIALISED: (WINNERS, FUND, SOCIALISED),
}
"""Giver, receiver and payer of each kind of event that moves money for a bankruptcy.

A part of the ledger is what its payer gave less what it received: traders pay fees to the fund, a fund pays the debts of
traders who had nothing left, shared losses go to the fund, a deleveraged winner bears a loss in its place."""


def transfers(log: NDArray[np.void]) -> Iterator[Transfer]:
    """Every transfer of an event log, in order; an event with a fee makes two. What the rescue fund bears is no transfer."""
    moved = np.isin(log["kind"], list(ENDS)) & ((log["paid"] != 0) | (log["fee"] != 0))
    for number in np.flatnonzero(moved):
        row = log[number]
        giver, receiver, payer = ENDS[Event(int(row["kind"]))]
        place = int(row["who"]), int(row["exchange"]), int(row["asset"])
        if row["paid"]:
            yield Transfer(
                int(row["step"]), giver, receiver, payer, *place, int(row["paid"]), int(number), int(row["cause"])
            )
        if row["fee"]:
            yield Transfer(
                int(row["step"]), TRADER, FUND, MARGIN, *place, int(row["fee"]), int(number), int(row["cause"])
            )


def report(row: NDArray[np.void], names: list[str]) -> dict[str, Any]:
    """The ledger for `main.py run --json`, in dollars to the micro-dollar: in all and for each exchange."""
    columns = paid(row)

    def dollars(micro: int) -> float:
        return int(micro) / 1e6

    def told(where: slice) -> dict[str, float]:
        told_parts = {payer: dollars(columns[payer][where].sum()) for payer in PAYERS}
        whole = {"cost": dollars(cost(row)[where].sum())}
        return {**told_parts, **whole, "pending": dollars(row["pending"][where].sum())}

    return {**told(slice(None)), "exchanges": {name: told(slice(x, x + 1)) for x, name in enumerate(names)}}
