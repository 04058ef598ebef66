"""The matching benchmark measures what it says: real orders, of which three in ten meet the other side."""

import numpy as np
import pytest

from model import bench
from model.bench import CANCELS, MARKETABLE, PRICES, matching_benchmark, random_tape, replay_at_once
from model.book import fillable
from model.order_desk import open_desk, replay_rows
from model.order_tape import CANCEL, DONE, NEW


def test_a_random_tape_has_the_stated_mix():
    rows = random_tape(50_000)
    assert (rows["op"] == CANCEL).mean() == pytest.approx(CANCELS, abs=0.01)
    assert ((rows["op"] == NEW) | (rows["op"] == CANCEL)).all()
    assert (rows["order"][rows["op"] == NEW] == np.arange((rows["op"] == NEW).sum())).all()
    assert rows["level"].min() >= 1
    assert rows["level"].max() <= PRICES
    assert set(rows["side"].tolist()) == {1, -1}


def test_three_orders_in_ten_meet_the_other_side():
    rows = random_tape(20_000)
    desk = open_desk(rows, PRICES)
    met = 0
    for n, row in enumerate(rows):
        if row["op"] == NEW:
            met += fillable(desk.books, 0, int(row["side"]), int(row["level"]), 1, -1)
        replay_rows(desk, n, n + 1, False)
    assert met / rows.size == pytest.approx(MARKETABLE, abs=0.02)


def test_a_benchmarked_book_ends_uncrossed_and_with_every_lot_accounted_for():
    rows = random_tape(50_000)
    desk = open_desk(rows, PRICES)
    assert replay_at_once(desk) > 0
    book = desk.books.book[0]
    assert 0 < book["best_bid"] < book["best_ask"] < book["levels"]
    fills = desk.books.fills[: int(desk.books.fill_count[0])]
    assert fills.size > 10_000
    sent = rows["quantity"][(rows["op"] == NEW) & (desk.verdict == DONE)].sum()
    resting = desk.books.orders["quantity"][desk.slot_of[desk.slot_of >= 0]].sum()
    assert 2 * fills["quantity"].sum() + resting <= sent


@pytest.mark.parametrize("name", bench.PEERS)
def test_a_peer_that_is_installed_replays_the_whole_tape_and_one_that_is_not_is_left_out(name):
    package, module, _ = bench.PEERS[name]
    speed = bench.peer_benchmark(name, 2_000, repeats=1)
    assert (speed > 0) == (package not in bench.missing_peers())
    if package in bench.missing_peers():
        pytest.skip(module)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_compiled_peer_and_we_end_with_the_same_book(seed):
    book = pytest.importorskip("limit_order_book").LimitOrderBook()
    rows = random_tape(20_000, seed)
    rows["party"] = -1  # the peer lets everybody trade with themselves
    for row in rows:
        number = int(row["order"]) + 1
        if row["op"] == NEW:
            book.limit(row["side"] > 0, number, int(row["quantity"]), int(row["level"]))
        elif book.has(number):
            book.cancel(number)
    desk = open_desk(rows, PRICES)
    replay_at_once(desk)
    assert (book.best_buy(), book.best_sell()) == (desk.books.book["best_bid"][0], desk.books.book["best_ask"][0])
    resting = desk.books.orders[desk.slot_of[desk.slot_of >= 0]]
    assert book.volume() == resting["quantity"].sum() > 0
    for level in np.unique(resting["price"]):
        assert book.volume(int(level)) == resting["quantity"][resting["price"] == level].sum()


def test_the_rust_peer_and_we_make_the_same_trades():
    book = pytest.importorskip("bourse").core.OrderBook(0, 1)
    rows = random_tape(20_000)
    rows["party"] = -1
    for n, row in enumerate(rows):
        book.set_time(n)
        if row["op"] == NEW:
            book.place_order(bool(row["side"] > 0), int(row["quantity"]), 0, int(row["level"]))
        else:
            book.cancel_order(int(row["order"]))
    desk = open_desk(rows, PRICES)
    replay_at_once(desk)
    fills = desk.books.fills[: int(desk.books.fill_count[0])]
    # bourse tells (time, resting side is bid, price, quantity, taker, maker); our fills hold taker and maker as numbers too.
    theirs = [(price, volume, taker, maker) for _, _, price, volume, taker, maker in book.get_trades()]
    ours = list(zip(*(fills[name].tolist() for name in ("price", "quantity", "taker", "slot")), strict=True))
    assert theirs == ours


def test_the_benchmark_gives_orders_in_a_second():
    assert matching_benchmark(20_000, repeats=1) > 10_000
