"""What must hold after every second, whatever happens: money and contracts conserved, books uncrossed, queues in order.

Checks read the arrays directly and use none of the engine's own rules, so that a mistake there cannot hide here.
"""

import numpy as np
from numpy.typing import NDArray

from model.market import Market

MOST_MONEY = 1 << 62
"""Micro-dollars beyond which a balance would be near to overflowing."""

MONEY = "money is not conserved: {difference} micro-dollars more than at the start"
CONTRACTS = "book {k}: contracts do not balance, {lots} lots long without a short"
CROSSED = "book {k}: best bid {bid} is not below best ask {ask}"
BEST = "book {k}: the best {side} is {noted}, but the orders say {found}"
QUEUES = "the queues of the books' price levels are not in order"
BITMAP = "the bitmap of the books' price levels does not show which are occupied"
ORDERS = "a resting order has no side, no lots or a price outside its book"
POOL = "book {k}: {slots} slots are neither in use nor free"
TRIGGER_LISTS = "the lists of accounts by liquidation price are not in order"
TRIGGER_BITMAP = "the bitmap of liquidation prices does not show which are occupied"
TRIGGER_BEST = "book {k}: the {side} called first stand at {found}, not at {noted}"
UNFILED = "{count} accounts without a position are still called by price"
WAITING = "book {k}: its queue of called accounts holds one that is filed, closed or of another book"
OVERFLOW = "a balance is larger than can be counted safely"


def money(market: Market) -> int:
    """Micro-dollars of all parties and accounts, with what exchanges earned and customers took out, less what they brought in."""
    exchange = market.exchange
    parts = (market.cash, market.account["cash"], exchange["fees"], exchange["cash_withdrawn"], market.portfolio["cash"],
             market.portfolio["savings"], market.leg["cash"])  # fmt: skip
    return sum(int(part.sum()) for part in parts) - int((exchange["brought"] + exchange["premiums"]).sum())


def contracts(market: Market) -> NDArray[np.int64]:
    """(B,) lots held long less lots held short in each book: all nil."""
    held = market.position.sum(axis=1)
    np.add.at(held, market.account["book"], market.account["position"])
    np.add.at(held, market.leg["book"], market.leg["lots"])
    np.add.at(held, market.portfolio["exchange"] * market.asset.size, market.portfolio["collateral"])
    return held


def _bits(words: NDArray[np.uint64]) -> NDArray[np.bool_]:
    return np.unpackbits(words.view(np.uint8), bitorder="little").astype(bool)


def _bitmap_agrees(words: NDArray[np.uint64], summary: NDArray[np.uint64], occupied: NDArray[np.bool_]) -> bool:
    return bool((_bits(words) == occupied).all() and (_bits(summary) == (words != 0)).all())


def _lists_agree(
    heads: NDArray[np.int64], following: NDArray[np.int64], before: NDArray[np.int64], place: NDArray[np.int64]
) -> bool:
    """Whether the lists that start at `heads` (−1: none) hold exactly the members with a `place` ≥ 0, each in its own.

    `following` and `before` are the members' links; `place` says which head a member belongs to.
    """
    members = np.flatnonzero(place >= 0)
    where = np.flatnonzero(heads >= 0)
    at, last = heads[where], np.full(where.size, -1)
    reached = 0
    while at.size:
        if (place[at] != where).any() or (before[at] != last).any() or reached > members.size:
            return False
        reached += at.size
        last, at = at, following[at]
        going = at >= 0
        at, last, where = at[going], last[going], where[going]
    return reached == members.size


def book_problems(market: Market) -> list[str]:
    """What is wrong with orders, queues, bitmaps and best prices."""
    books, found = market.books, []
    orders = books.orders
    owner = np.repeat(np.arange(books.book.size), books.book["slots"])
    resting = orders["price"] > 0
    price, side = orders["price"].astype(np.int64), orders["side"]
    if ((orders["quantity"] <= 0) | (abs(side) != 1) | (price >= books.book["levels"][owner]))[resting].any():
        found.append(ORDERS)
    place = np.where(resting, books.book["level_base"][owner] + price, -1)
    heads = books.levels["head"].astype(np.int64)
    if not _lists_agree(heads, orders["next"].astype(np.int64), orders["previous"].astype(np.int64), place):
        found.append(QUEUES)
    tails = np.flatnonzero(resting & (orders["next"] < 0))
    if (books.levels["tail"][place[tails]] != tails).any() or ((books.levels["tail"] >= 0) != (heads >= 0)).any():
        found.append(QUEUES)
    if not _bitmap_agrees(books.words, books.summary, heads >= 0):
        found.append(BITMAP)
    for k in range(books.book.size):
        found += _best_problems(market, k) + _pool_problems(market, k)
    return found


def _best_problems(market: Market, k: int) -> list[str]:
    """Whether a book's best prices are those of its orders, and do not cross."""
    book = market.books.book[k]
    mine = market.books.orders[book["slot_base"] : book["slot_base"] + book["slots"]]
    mine = mine[mine["price"] > 0]
    bid = int(mine["price"][mine["side"] > 0].max(initial=0))
    ask = int(mine["price"][mine["side"] < 0].min(initial=book["levels"]))
    found = [CROSSED.format(k=k, bid=bid, ask=ask)] if bid >= ask else []
    for name, noted, true in (("bid", int(book["best_bid"]), bid), ("ask", int(book["best_ask"]), ask)):
        if noted != true:
            found.append(BEST.format(k=k, side=name, noted=noted, found=true))
    return found


def _pool_problems(market: Market, k: int) -> list[str]:
    """Whether every slot of a book's pool is either in use or free."""
    book, orders = market.books.book[k], market.books.orders
    free, slot = 0, int(book["free"])
    while slot >= 0 and free <= book["slots"]:
        free, slot = free + 1, int(orders["next"][slot])
    pool = orders[book["slot_base"] + book["pool"] : book["slot_base"] + book["slots"]]
    lost = pool.size - free - int((pool["price"] > 0).sum())
    return [POOL.format(k=k, slots=lost)] if lost else []


def trigger_problems(market: Market) -> list[str]:
    """What is wrong with the accounts' lists by liquidation price, and with the queues of called accounts."""
    account, book, triggers = market.account, market.books.book, market.triggers
    found = []
    filed = account["trigger"] > 0
    closed = filed & (account["position"] == 0)
    if closed.any():
        found.append(UNFILED.format(count=int(closed.sum())))
    links = account["next"].astype(np.int64), account["previous"].astype(np.int64)
    level = book["level_base"][account["book"]] + account["trigger"]
    for row, side in enumerate((1, -1)):
        mine = filed & (account["position"] * side > 0)
        heads = triggers.heads[row].astype(np.int64)
        if not _lists_agree(heads, *links, np.where(mine, level, -1)):
            found.append(TRIGGER_LISTS)
        if not _bitmap_agrees(triggers.words[row], triggers.summary[row], heads >= 0):
            found.append(TRIGGER_BITMAP)
        for k in range(book.size):
            at = account["trigger"][mine & (account["book"] == k)]
            first = int(at.max(initial=0)) if side > 0 else int(at.min(initial=book["levels"][k]))
            noted = int(book["long_top" if side > 0 else "short_low"][k])
            if first != noted:
                name = "longs" if side > 0 else "shorts"
                found.append(TRIGGER_BEST.format(k=k, side=name, found=first, noted=noted))
    for k in range(book.size):
        i, seen = int(book["queue"][k]), 0
        while i >= 0:
            row = account[i]
            seen += 1
            if row["trigger"] != 0 or row["position"] == 0 or row["book"] != k or seen > account.size:
                found.append(WAITING.format(k=k))
                break
            i = int(row["next"])
    return found


def problems(market: Market, money_at_start: int) -> list[str]:
    """Every rule that is broken now, in sentences; an empty list when all hold."""
    found = []
    difference = money(market) - money_at_start
    if difference:
        found.append(MONEY.format(difference=difference))
    found += [CONTRACTS.format(k=k, lots=int(lots)) for k, lots in enumerate(contracts(market)) if lots]
    largest = max(abs(market.cash).max(initial=0), abs(market.account["cash"]).max(initial=0))
    if largest > MOST_MONEY:
        found.append(OVERFLOW)
    return found + book_problems(market) + trigger_problems(market)
