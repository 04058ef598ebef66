"""The matching engine against an independent one: tracebook-conformance's FIFO book, on 120,000 random orders."""

import random
from decimal import Decimal

import pytest
from tracebook import NO_OWNER, OrderBook, OrderSide, SelfTradePolicy
from tracebook.core.order import Order, OrderType

from model.replay import replay_orders

TAPES, LINES = 40, 3_000
KINDS = {"gtc": OrderType.LIMIT, "post": OrderType.LIMIT, "ioc": OrderType.IOC, "fok": OrderType.FOK}
HEADER = "op,id,side,type,price,qty,tif,owner\n"


def random_lines(seed):
    """Orders of all kinds around a price; narrow and crowded for even seeds, wide and thin for odd ones."""
    chance = random.Random(seed)
    width = 6 if seed % 2 == 0 else 300
    lines = []
    for n in range(1, LINES + 1):
        op = chance.choices(["new", "cancel", "reduce", "replace"], [70, 12, 8, 10])[0]
        target = str(chance.randrange(max(1, n - 60), n + 2))
        price = Decimal(10_000 + chance.randrange(-width, width)) / 100
        quantity = Decimal(chance.randrange(1, 40)) / 10
        if op == "new":
            tif = chance.choices(["gtc", "ioc", "fok", "post"], [60, 15, 15, 10])[0]
            market = chance.random() < 0.1
            owner = chance.choice(["", "1", "2", "3"])
            side = chance.choice(["buy", "sell"])
            lines.append((op, str(n), side, "market" if market else "limit", "" if market else price, quantity,
                          "ioc" if market else tif, owner))  # fmt: skip
        else:
            lines.append(
                (op, target, "", "", price if op == "replace" else "", "" if op == "cancel" else quantity, "", "")
            )
    return lines


class Other:
    """The independent engine behind the same lines: what it traded, what it refused, what is left."""

    def __init__(self):
        self.book = OrderBook("X", "fifo", 0.01, SelfTradePolicy.CANCEL_INCOMING)
        self.trades, self.refused = [], set()
        self.ids = {}
        self.number_of = {}
        self.accepted = set()

    def submit(self, name, side, kind, price, quantity, owner):
        number = len(self.ids) + 1
        self.ids[number] = name
        order = Order(number, "X", side, kind, float(price), float(quantity), 0, owner)
        result = self.book.submit_order(order)
        assert result.accepted, result.rejected_reason
        for trade in result.trades:
            buyer, seller = self.ids[trade.buy_order_id], self.ids[trade.sell_order_id]
            taker, maker = (buyer, seller) if side == OrderSide.BUY else (seller, buyer)
            word = "buy" if side == OrderSide.BUY else "sell"
            self.trades.append((taker, maker, exact(trade.price, 2), exact(trade.quantity, 1), word))
        self.number_of[name] = number
        return result

    def would_trade(self, side, price):
        best = self.book.get_best_ask() if side == OrderSide.BUY else self.book.get_best_bid()
        return best is not None and (float(price) >= best if side == OrderSide.BUY else float(price) <= best)

    def new(self, line, name, side_name, kind_name, price, quantity, tif, owner_name):
        side = OrderSide.BUY if side_name == "buy" else OrderSide.SELL
        kind = OrderType.MARKET if kind_name == "market" else KINDS[tif]
        if tif == "post" and self.would_trade(side, price):
            self.refused.add(line)
            return
        result = self.submit(name, side, kind, price or 0, quantity, int(owner_name) if owner_name else NO_OWNER)
        if result.rejected_reason:
            self.refused.add(line)

    def change(self, line, op, name, price, quantity):
        held = self.book.get_order(self.number_of[name]) if name in self.number_of else None
        if held is None:
            self.refused.add(line)
        elif op == "cancel":
            self.book.cancel_order(held.order_id)
        elif op == "reduce":
            off = Decimal(exact(held.remaining_quantity, 1)) - quantity
            if off <= 0:
                self.refused.add(line)
            else:
                self.book.reduce_order(held.order_id, float(off))
        else:
            self.book.cancel_order(held.order_id)
            self.submit(name, OrderSide(held.side), OrderType.LIMIT, price, quantity, held.owner)

    def side(self, side):
        levels = {}
        for order in self.book.get_resting_orders(side):
            levels.setdefault(exact(order.price, 2), []).append(
                {"id": self.ids[order.order_id], "qty": exact(order.remaining_quantity, 1)}
            )
        return list(levels.items())


def exact(number, places):
    """A float of the other engine, which counts in floats, as the decimal text it stands for."""
    return f"{number:.{places}f}"


def compare(seed, tmp_path):
    lines = random_lines(seed)
    other = Other()
    for number, (op, name, side, kind, price, quantity, tif, owner) in enumerate(lines, 2):
        if op == "new":
            other.new(number, name, side, kind, price, quantity, tif, owner)
        else:
            other.change(number, op, name, price, quantity)
    path = tmp_path / f"{seed}.csv"
    path.write_text(HEADER + "".join(",".join(map(str, line)) + "\n" for line in lines))
    ours = replay_orders(path, "0.01", "0.1")
    assert [tuple(trade.values()) for trade in ours["trades"]] == other.trades
    assert {row["line"] for row in ours["rejected"]} == other.refused
    assert [(row["price"], row["orders"]) for row in ours["bids"]] == other.side(OrderSide.BUY)
    assert [(row["price"], row["orders"]) for row in ours["asks"]] == other.side(OrderSide.SELL)
    return ours


def test_the_tapes_together_hold_at_least_a_hundred_thousand_orders():
    assert TAPES * LINES >= 100_000


@pytest.mark.parametrize("first", range(0, TAPES, 8))
def test_trades_rejections_and_final_book_are_those_of_an_independent_engine(first, tmp_path):
    traded = rejected = 0
    for seed in range(first, first + 8):
        ours = compare(seed, tmp_path)
        traded += len(ours["trades"])
        rejected += len(ours["rejected"])
    assert traded > 5_000, "tapes on which little trades would prove little"
    assert rejected > 1_000
