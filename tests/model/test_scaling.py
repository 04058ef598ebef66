"""The scaling benchmark measures markets of the stated sizes and counts growth right."""

import pytest

from model.genesis import genesis
from model.market import USER_ORDERS
from model.scaling import PLOT_WIDTH, calm, plot, steepness, step_ms


def test_growth_in_step_with_size_is_one_and_slower_growth_is_less():
    rows = [{"books": 3, "ms_a_step": 0.1}, {"books": 30, "ms_a_step": 1.0}]
    assert steepness(rows, "books") == pytest.approx(1.0)
    assert steepness([rows[0], {"books": 30, "ms_a_step": 0.5}], "books") == pytest.approx(0.5)


def test_the_plot_draws_linear_growth_as_equal_bars_and_slower_growth_as_shorter_ones():
    rows = [{"books": 3, "ms_a_step": 0.1}, {"books": 30, "ms_a_step": 1.0}, {"books": 300, "ms_a_step": 5.0}]
    assert [line.count("█") for line in plot(rows, "books")] == [PLOT_WIDTH, PLOT_WIDTH, PLOT_WIDTH // 2]


def test_the_measured_market_has_the_stated_size():
    market = genesis(calm(3, 1000))
    assert market.books.book.size == 9
    assert market.account.size - USER_ORDERS + market.portfolio.size == pytest.approx(1000, rel=0.01)


def test_a_step_takes_some_time():
    assert step_ms(calm(1, 1000)) > 0
