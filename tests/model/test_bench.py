"""The matching benchmark measures what it says: real orders, of which three in ten meet the other side."""

import numpy as np
import pytest

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


def test_the_benchmark_gives_orders_in_a_second():
    assert matching_benchmark(20_000, repeats=1) > 10_000
