"""The call auction against a search through every price."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from model.auction import candidate_prices, clearing_price, pair

orders = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 20)), max_size=8)


def curves(bids, asks, prices):
    bought, sold = np.zeros(len(prices), np.int64), np.zeros(len(prices), np.int64)
    for sums, given_orders in ((bought, bids), (sold, asks)):
        for price, lots in given_orders:
            sums[np.searchsorted(prices, price)] += lots
    return bought, sold


def searched(bids, asks, prices, reference):
    """Best price by the rule itself: most volume, least surplus, nearest to the reference, lowest."""
    ranks = []
    for price in prices:
        demand = sum(lots for limit, lots in bids if limit >= price)
        supply = sum(lots for limit, lots in asks if limit <= price)
        ranks.append((-min(demand, supply), abs(demand - supply), abs(price - reference), price))
    volume, _, _, price = min(ranks)
    return (price, -volume) if volume else (reference, 0)


@given(orders, orders, st.integers(1, 40))
def test_the_clearing_price_trades_most_then_leaves_least_then_is_nearest(bids, asks, reference):
    prices = np.arange(1, 41)
    found = clearing_price(prices, *curves(bids, asks, prices), reference)
    assert found == searched(bids, asks, prices.tolist(), reference)


@given(orders, orders, st.integers(1, 40))
def test_the_candidate_prices_hold_the_best_of_all_prices(bids, asks, reference):
    limits = np.array([price for price, _ in bids + asks], np.int64)
    few = candidate_prices(limits, reference)
    assert (few > 0).all()
    assert (np.diff(few) > 0).all()
    every = np.arange(1, 60)
    assert clearing_price(few, *curves(bids, asks, few), reference) == clearing_price(
        every, *curves(bids, asks, every), reference
    )


def test_orders_that_do_not_cross_leave_the_reference_and_no_volume():
    prices = np.arange(1, 11)
    assert clearing_price(prices, *curves([(4, 5)], [(6, 5)], prices), 5) == (5, 0)


@pytest.mark.parametrize(
    ("bids", "asks", "reference", "expected"),
    [
        ([(10, 5)], [(8, 5)], 1, (8, 5)),
        ([(10, 5)], [(8, 5)], 9, (9, 5)),
        ([(10, 5)], [(8, 5)], 30, (10, 5)),
        ([(10, 10), (9, 5)], [(8, 10)], 8, (10, 10)),
        ([(10, 5)], [(8, 10), (9, 5)], 10, (8, 5)),
        ([(12, 1), (10, 9)], [(8, 5), (11, 1)], 12, (10, 5)),
    ],
)
def test_worked_examples(bids, asks, reference, expected):
    prices = np.arange(1, 31)
    assert clearing_price(prices, *curves(bids, asks, prices), reference) == expected


lots = st.lists(st.integers(1, 20), min_size=1, max_size=8)


@given(lots, lots, st.data())
def test_queues_trade_from_their_heads_up_to_the_volume(bought, sold, data):
    volume = data.draw(st.integers(0, min(sum(bought), sum(sold))))
    pairs = np.zeros((len(bought) + len(sold), 3), np.int64)
    count = pair(np.array(bought), np.array(sold), volume, pairs)
    rows = pairs[:count]
    assert rows[:, 2].sum() == volume
    assert (rows[:, 2] > 0).all()
    for column, queue in ((0, bought), (1, sold)):
        filled = np.bincount(rows[:, column], weights=rows[:, 2], minlength=len(queue))
        expected = np.diff(np.minimum(np.cumsum([0, *queue]), volume))
        assert filled.tolist() == expected.tolist()
        assert (np.diff(rows[:, column]) >= 0).all()
