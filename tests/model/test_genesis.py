"""The first second: everything balanced, everyone solvent, every book full."""

import numpy as np
import pytest

from model.book import lots_between
from model.invariants import contracts, money, problems
from model.liquidation import trigger_ticks
from model.market import ARBITRAGE_PARTY, FUND_PARTY, HEDGE_PARTY, NOISE_PARTY, USER_ORDERS, VALUE_PARTY, digest
from model.scenario import find_scenario
from model.tiers import maintenance_margin
from model.timeline import Timeline


@pytest.fixture(scope="module")
def scenario(small):
    return small()


@pytest.fixture(scope="module")
def market(scenario, market_of):
    return market_of(scenario)[0]


def worth_of_a_lot(market):
    """Micro-dollars of a lot of each book at its first price."""
    asset = market.asset
    return np.tile(asset["price"] * asset["tick_value"], market.exchange.size)


def test_nothing_is_broken_before_the_first_second(market):
    assert problems(market, money(market)) == []


def test_every_contract_has_two_sides(market):
    assert not contracts(market).any()


def test_leveraged_longs_hold_most_of_the_open_interest_and_never_more(scenario, market):
    """The cut of the largest accounts leaves some of it undistributed."""
    long = market.account[market.account["position"] > 0]
    tick_value = market.asset["tick_value"][market.books.book["asset"][long["book"]]]
    dollars = (long["position"] * long["entry"] * tick_value).sum() * 1e-6
    alone = scenario.number("market.open_interest_usd") * (1 - scenario.number("full_margin.share"))
    assert 0.7 < dollars / alone < 1.01


def test_leveraged_shorts_hold_their_share_of_it(scenario, market):
    worth = abs(market.account["position"]) * worth_of_a_lot(market)[market.account["book"]]
    short = market.account["position"] < 0
    assert worth[short].sum() / worth[~short].sum() == pytest.approx(scenario.number("accounts.short_share"), rel=0.05)


def test_exchanges_share_positions_as_the_scenario_says(market):
    worth = abs(market.account["position"]) * worth_of_a_lot(market)[market.account["book"]]
    exchange = market.books.book["exchange"][market.account["book"]]
    share = np.bincount(exchange, weights=worth) / worth.sum()
    assert share.tolist() == pytest.approx(market.exchange["share"].tolist(), abs=0.01)


def traders(market):
    """All accounts but the empty ones at the end, which wait for the user."""
    return market.account[: market.first_account[-1]]


def test_every_account_begins_above_its_maintenance_margin(market):
    for account in traders(market):
        book = market.books.book[account["book"]]
        asset = market.asset[book["asset"]]
        value = int(account["position"]) * int(book["mark"]) * int(asset["tick_value"])
        equity = (int(account["cash"]) + value) * 1e-6
        assert equity > maintenance_margin(market.tiers[asset["tier"]], abs(value) * 1e-6)


def test_no_account_is_called_at_the_first_price_and_each_is_filed_under_its_liquidation_price(market):
    account = traders(market)
    mark = market.books.book["mark"][account["book"]]
    trigger, side = account["trigger"], np.sign(account["position"])
    assert ((trigger == 0) | (side * (mark - trigger) > 0)).all()
    assert all(trigger[i] == trigger_ticks(market, i) for i in range(account.size))


def test_accounts_stand_in_the_order_of_book_side_and_price(market):
    account = traders(market)
    key = np.stack([account["book"], account["position"] < 0, account["trigger"]])
    assert (np.lexsort(key[::-1]) == np.arange(account.size)).all()
    for row in range(2 * market.books.book.size):
        mine = account[market.first_account[row] : market.first_account[row + 1]]
        assert (mine["book"] == row // 2).all()
        assert ((mine["position"] < 0) == bool(row % 2)).all()
    assert market.first_account[-1] == market.account.size - USER_ORDERS


def test_makers_together_hold_the_inventory_and_the_capital_of_the_scenario(scenario, market):
    makers = market.maker.size
    held = market.position[:, :makers]
    dollars = (held * worth_of_a_lot(market)[:, None]).sum(axis=0)
    assert (held >= 0).all()
    assert dollars.sum() * 1e-6 == pytest.approx(scenario.number("makers.inventory_usd"), rel=0.01)
    assert (market.cash[:makers].sum(axis=1) + dollars).tolist() == pytest.approx(
        market.maker["capital"].tolist(), rel=1e-6
    )
    assert market.maker["capital"].sum() * 1e-6 == pytest.approx(scenario.number("makers.capital_usd"), rel=1e-6)
    assert (market.target[:, :makers] == held).all()


def test_makers_are_unequal_firms(market):
    leverage = (market.position[:, : market.maker.size] * worth_of_a_lot(market)[:, None]).sum(axis=0) / market.maker[
        "capital"
    ]
    assert (np.diff(market.maker["capital"]) <= 0).all()
    assert market.maker["capital"][0] > 3 * market.maker["capital"][-1]
    assert leverage.max() > 1.5 * leverage.min()
    assert (market.maker["equity_start"] == market.maker["equity"]).all()


def test_the_other_parties_hold_the_money_of_the_scenario(scenario, market):
    for party, key in (
        (VALUE_PARTY, "value.cash_usd"), (ARBITRAGE_PARTY, "arbitrage.capital_usd"), (NOISE_PARTY, "market.open_interest_usd"),
        (FUND_PARTY, "fund.size_usd"),
    ):  # fmt: skip
        row = market.cash[market.maker.size + party]
        assert row.sum() * 1e-6 == pytest.approx(scenario.number(key), rel=1e-6)
        assert (row / row.sum()).tolist() == pytest.approx(market.exchange["share"].tolist())


def test_hedgers_can_bear_their_positions(market):
    hedge = market.maker.size + HEDGE_PARTY
    worth = (market.position[:, hedge] * worth_of_a_lot(market)).reshape(market.exchange.size, -1).sum(axis=1)
    assert (market.cash[hedge] + worth > 0).all()


def test_every_book_opens_two_sided_around_its_price_with_the_normal_depth(market):
    for k, book in enumerate(market.books.book):
        price = int(market.asset["price"][book["asset"]])
        assert 0 < book["best_bid"] < book["best_ask"] < book["levels"]
        assert abs(book["best_bid"] + book["best_ask"] - 2 * price) <= max(2 * book["normal_spread"], 4)
        for side, low, high in ((1, 0.98, 1.0), (-1, 1.0, 1.02)):
            lots = lots_between(market.books, k, side, int(price * low), int(price * high) + 1)
            assert lots == pytest.approx(int(book["normal_lots"]), rel=0.12), k


def test_the_seed_decides_and_nothing_else(small, market_of, market):
    assert digest(market_of(small())[0]) == digest(market)
    assert digest(market_of(small(8))[0]) != digest(market)


@pytest.mark.parametrize(
    "values", [{"accounts__count": 0}, {"makers__count": 0}, {"market__open_interest_usd": 0}, {"market__assets": 1}]
)
def test_a_market_without_one_of_its_parts_opens_and_runs(small, values):
    timeline = Timeline(small(**values))
    timeline.here.go(60)
    market = timeline.here.market
    assert problems(market, money(market)) == []


def test_one_book_alone_opens_and_runs():
    timeline = Timeline(find_scenario("one-book"))
    assert timeline.here.market.books.book.size == 1
    timeline.here.go(120)
    assert problems(timeline.here.market, money(timeline.here.market)) == []
