"""Which market makers quote which coin."""

import numpy as np
import pytest

from model.coverage import coverage, firms_behind
from model.genesis import genesis
from model.market import MAKER_FIRM
from model.scenario import find_scenario


def test_everyone_quotes_the_largest_and_few_the_smallest():
    counts = [firms_behind(rank, 9, 3) for rank in (-1, 0, 1, 3, 10, 30, 100)]
    assert counts[:3] == [9, 9, 9]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 3
    assert firms_behind(50, 2, 3) == 2


def test_parts_add_up_and_the_nearest_firm_there_quotes_the_normal_spread():
    firms = np.zeros(9, MAKER_FIRM)
    firms["weight"] = np.arange(9, 0, -1) / 45
    firms["reach"] = 1.0 + 0.1 * np.arange(9)
    cover = coverage(3, [0, 1, 50, 100], firms, 3)
    assert cover[:, :, 0].sum(axis=1) == pytest.approx(np.ones(4))
    there = cover[:, :, 0] > 0
    assert there.sum(axis=1).tolist() == [9, 9, firms_behind(50, 9, 3), 3]
    assert all(cover[a, there[a], 1].min() == 1.0 for a in range(4))


def test_large_firms_are_behind_more_coins_than_small_ones():
    firms = np.zeros(9, MAKER_FIRM)
    firms["weight"] = np.array([40, 20, 10, 8, 6, 5, 5, 4, 2]) / 100
    firms["reach"] = 1.0
    behind = (coverage(5, [100] * 300, firms, 3)[:, :, 0] > 0).sum(axis=0)
    assert behind[0] > 2 * behind[-1]


def test_a_firm_neither_quotes_nor_holds_a_coin_it_does_not_cover():
    market = genesis(find_scenario("forty-billion").changed(accounts__count=2000))
    absent = market.cover[:, :, 0] == 0.0
    assert absent.any()
    slots = int(market.books.book["slots"][0])
    orders = market.books.orders.reshape(-1, slots)
    for k in range(market.books.book.size):
        away = np.flatnonzero(absent[int(market.books.book["asset"][k])])
        assert not market.position[k, away].any()
        assert not (np.isin(orders["party"][k], away) & (orders["price"][k] > 0)).any()
