"""A sale that is only asked about: the price of walking down the real book, which stays as it is."""

import numpy as np
import pytest

from model.genesis import genesis
from model.market import digest
from model.sale import bids_of, depth_usd, sale_that_costs, sell_cost, walk

PRICES, SIZES = np.array([99.0, 98.0, 50.0]), np.array([990.0, 980.0, 5000.0])
"""Ten coins bid for at 99, ten at 98, a hundred at 50; the mid stands at 100."""


def test_a_walk_fills_the_best_bids_first():
    sale = walk(PRICES, SIZES, 100.0, 1500.0)
    assert sale.sold_usd == 1500
    assert sale.received_usd == pytest.approx(10 * 99 + 5 * 98)
    assert sale.last_fall == pytest.approx(0.02)
    assert sale.cost == pytest.approx(1 - 1480 / 1500)


def test_what_finds_no_bid_is_not_sold():
    sale = walk(PRICES, SIZES, 100.0, 1e6)
    assert sale.sold_usd == pytest.approx(12000)
    assert sale.received_usd == pytest.approx(990 + 980 + 5000)
    assert sale.last_fall == pytest.approx(0.5)


def test_an_empty_book_costs_everything():
    sale = walk(PRICES[:0], SIZES[:0], 100.0, 50_000.0)
    assert (sale.sold_usd, sale.cost, sale.last_fall) == (0, 1, 1)


@pytest.fixture(scope="module")
def market(small):
    return genesis(small(accounts__count=0))


def test_asking_changes_nothing(market):
    before = digest(market)
    sell_cost(market, 2, 50_000.0)
    sale_that_costs(market, 0, 2, 0.4)
    assert digest(market) == before


def test_routed_over_all_exchanges_a_sale_costs_less_than_on_each(market):
    sales = sell_cost(market, 2, 500_000.0)
    assert len(sales.each) == market.exchange.size
    assert 0 < sales.routed.cost < min(sale.cost for sale in sales.each)
    assert sales.each[2].cost > sales.each[0].cost  # the smallest exchange's book is the thinnest


def test_the_opening_book_holds_about_the_normal_depth(market):
    assert sum(depth_usd(market, 2, 0.02)) == pytest.approx(5e6, rel=0.15)
    assert sum(depth_usd(market, 2, 1.0)) > sum(depth_usd(market, 2, 0.02))


def test_the_sale_that_costs_a_given_part_does(market):
    usd = sale_that_costs(market, 0, 2, 0.02)
    prices, sizes, mid = bids_of(market, 0, 2)
    assert walk(prices, sizes, mid, usd).cost == pytest.approx(0.02, rel=1e-6)
    assert walk(prices, sizes, mid, usd * 0.98).cost < 0.02


def test_a_book_may_end_before_a_sale_costs_that_much(market):
    assert sale_that_costs(market, 0, 2, 0.9) is None


def test_nobody_can_sell_on_an_exchange_that_is_halted(small):
    market = genesis(small(accounts__count=0))
    market.books.book["halted_until"][2] = 100
    sales = sell_cost(market, 2, 50_000.0)
    assert sales.each[0].sold_usd == 0
    assert sales.each[1].sold_usd == pytest.approx(50_000)
