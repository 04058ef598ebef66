"""Every cure through the engine: it changes what it should, costs what it says, and the accounts still balance."""

import numpy as np
import pytest

from model.book import lots_between
from model.depth_insurance import INSURED_ORDERS
from model.engine import advance
from model.events import Event
from model.invariants import money, problems
from model.market import ARBITRAGE_PARTY, POOL_PARTY, RESCUE_PARTY, VALUE_PARTY

SECONDS = 330
RESCUE = {"rescue__on": True, "rescue__trigger_usd": 2e8}


@pytest.fixture(scope="module")
def after(small, market_of):
    """A crash followed for some minutes: market, log, record; equal values are run once."""
    known = {}

    def followed(seconds=SECONDS, **values):
        key = (seconds, *sorted(values.items()))
        if key not in known:
            market, record = market_of(small(**values))
            start = money(market)
            for _ in range(seconds // 30):
                advance(market, record, 30)
                assert problems(market, start) == []
            known[key] = market, record.log[: record.written[0]], record
        return known[key]

    return followed


def of(log, kind):
    return log[log["kind"] == kind]


def sold(market):
    """Micro-dollars of forced sales that went to the books."""
    return (market.exchange["liquidated"] + market.exchange["maker_liquidated"]).sum() - market.run["rescued"][0]


def held(market, party):
    return market.position[:, market.maker.size + party]


def test_the_rescue_fund_waits_for_its_trigger_and_names_its_cause(after):
    market, log, _ = after(**RESCUE)
    (told,) = of(log, Event.RESCUE)
    assert told["usd"] >= 2e14
    assert log["kind"][told["cause"]] in (Event.LIQUIDATION, Event.LIQUIDATION_BATCH, Event.COLLATERAL_SOLD)
    assert told["step"] == market.run["rescue_since"][0]
    assert of(after(**{**RESCUE, "rescue__trigger_usd": 1e12})[1], Event.RESCUE).size == 0


def test_what_the_fund_takes_over_is_no_longer_sold_on_the_books(after):
    market, plain = after(**RESCUE)[0], after()[0]
    assert (held(market, RESCUE_PARTY) >= 0).all()
    assert held(market, RESCUE_PARTY).any()
    paid = 5e15 - market.cash[market.maker.size + RESCUE_PARTY].sum()
    assert market.run["rescued"][0] == paid > 0
    assert plain.run["rescued"][0] == 0
    assert sold(market) < sold(plain)


def test_the_fund_runs_dry_and_says_so_once(after):
    market, log, _ = after(**RESCUE, rescue__size_usd=1e7)
    (told,) = of(log, Event.RESCUE_DRY)
    assert 0.99e13 < told["usd"] <= 1e13
    assert (market.cash[market.maker.size + RESCUE_PARTY] >= 0).all()


def test_a_feed_of_one_liquidation_a_second_hears_less(after):
    market, log, _ = after()
    everything = (market.exchange["liquidated"] + market.exchange["maker_liquidated"]).sum()
    assert 0 < market.run["observed"][0] < everything
    assert market.books.book["feed_step"].max() <= SECONDS
    accounts = of(log, Event.LIQUIDATION)
    heard = np.unique(np.stack([accounts[name] for name in ("step", "exchange", "asset")]), axis=1).shape[1]
    assert heard < accounts.size
    late = after(**RESCUE, rescue__reporting="one a second")[0].run["rescue_since"][0]
    assert late == 0 or late > after(**RESCUE)[0].run["rescue_since"][0]


def test_below_its_floor_the_fund_buys_nothing(after):
    assert after(**RESCUE, rescue__floor=1.0)[0].run["rescued"][0] == 0


def test_a_fund_that_backs_makers_keeps_them_quoting(after):
    market, _, record = after(**RESCUE, rescue__mode="backs makers", rescue__size_usd=2e10)
    assert not held(market, RESCUE_PARTY).any()
    assert market.run["rescued"][0] > 0
    assert record.totals["orders"][SECONDS] > after()[2].totals["orders"][SECONDS]


def test_insured_books_keep_a_least_depth_until_the_pool_is_empty(after):
    market, log, record = after(insurance__on=True, insurance__days=3650, insurance__premium=1)
    alts = market.books.book["asset"] >= 2
    assert (held(market, POOL_PARTY)[alts] > 0).any()
    assert not held(market, POOL_PARTY)[~alts].any()
    depth = record.books["bid_2"][SECONDS, alts].sum()
    assert depth > 2 * after()[2].books["bid_2"][SECONDS, alts].sum()
    assert market.exchange["premiums"].sum() > 0
    assert of(log, Event.POOL_EMPTY).size == 0
    poor, told, _ = after(insurance__on=True, insurance__days=1, insurance__premium=0.001)
    assert of(told, Event.POOL_EMPTY).size > 0
    assert (poor.cash[poor.maker.size + POOL_PARTY] >= 0).all()


def test_the_pool_tops_up_to_its_guarantee_after_the_quotes(small, market_of):
    market, record = market_of(
        small(insurance__on=True, insurance__depth=1.0, insurance__premium=1, market__volume_to_depth=0)
    )
    advance(market, record, 5)
    for k in np.flatnonzero(market.books.book["asset"] >= 2):
        book = market.books.book[k]
        bids = lots_between(market.books, k, 1, int(book["mark"] * 0.98), book["levels"])
        assert bids >= book["normal_lots"] - INSURED_ORDERS


def test_switched_off_the_pool_leaves_the_books_and_keeps_its_money(small, market_of):
    market, record = market_of(small(insurance__on=True, insurance__depth=1.0))
    advance(market, record, 20)
    market.settings["insurance_on"] = 0
    advance(market, record, 1)
    paid = market.exchange["premiums"].sum()
    assert not (market.books.orders["party"][market.books.orders["price"] > 0] == market.maker.size + POOL_PARTY).any()
    advance(market, record, 20)
    assert market.exchange["premiums"].sum() == paid > 0


def test_under_the_cap_no_position_has_less_margin_than_it_demands(small, market_of):
    market, record = market_of(small(cap__on=True, cap__leverage=4))
    start = money(market)
    advance(market, record, 1)
    account = market.account[market.account["position"] != 0]
    cost = (
        account["position"] * account["entry"] * market.asset["tick_value"][market.books.book["asset"][account["book"]]]
    )
    assert ((account["cash"] + cost) * 4.0 >= abs(cost) - 4).all()
    assert market.exchange["brought"].sum() > 0
    assert problems(market, start) == []
    assert of(record.log[: record.written[0]], Event.MARGIN_BROUGHT)["usd"].sum() == market.exchange["brought"].sum()


def test_a_cap_means_fewer_liquidations_and_can_come_at_any_minute(after, small, market_of):
    assert after(cap__on=True)[0].exchange["liquidated"].sum() < after()[0].exchange["liquidated"].sum()
    market, record = market_of(small())
    advance(market, record, 100)
    market.settings["cap_on"] = 1
    advance(market, record, 20)
    assert market.exchange["brought"].sum() == 0
    advance(market, record, 1)
    assert market.exchange["brought"].sum() > 0


def test_obliged_makers_show_more_orders_and_take_more_of_what_is_sold(after):
    bound, free = after(obligation__on=True, obligation__share=1.0), after()
    seconds = slice(60, 150)
    assert bound[2].books["maker_2"][seconds].sum() > 1.05 * free[2].books["maker_2"][seconds].sum()
    early = after(120, obligation__on=True, obligation__share=1.0), after(120)
    taken = [(m.position - m.target)[:, : m.maker.size].clip(0).sum() for m, _, _ in early]
    assert taken[0] > taken[1]


def test_a_freeze_keeps_the_money_in_at_the_price_of_confidence(after):
    run = {"confidence__rate": 50, "confidence__shock": 0.4}
    frozen, log, record = after(**run, freeze__on=True)
    free, _, free_record = after(**run)
    assert (frozen.exchange["frozen_since"] > 0).any()
    assert of(log, Event.FREEZE).size > 0
    x = int(of(log, Event.FREEZE)["exchange"][0])
    step = int(frozen.exchange["frozen_since"][x])
    assert frozen.exchange["withdrawn"][x] < free.exchange["withdrawn"][x]
    assert record.exchanges["confidence"][step, x] < 0.95 * free_record.exchanges["confidence"][step, x]


def test_a_freeze_ends_when_the_rule_does(small, market_of):
    market, record = market_of(small(freeze__on=True, freeze__confidence=1.0, confidence__shock=0.5))
    advance(market, record, 60)
    assert market.exchange["frozen_since"].any()
    market.settings["freeze_on"] = 0
    advance(market, record, 1)
    assert not market.exchange["frozen_since"].any()
    assert Event.THAW in record.log["kind"][: record.written[0]]


def test_a_run_alone_takes_money_from_everyone_who_makes_the_market(after):
    calm, fled = after(shock__size=0.0), after(shock__size=0.0, confidence__shock=0.9, confidence__rate=50)
    first = fled[0].exchange[0]
    assert first["confidence"] < 0.2
    assert first["withdrawn"] > 0
    assert 0 < first["cash_withdrawn"] <= first["withdrawn"]
    for party in (VALUE_PARTY, ARBITRAGE_PARTY):
        assert fled[0].cash[fled[0].maker.size + party, 0] < calm[0].cash[calm[0].maker.size + party, 0]
    books = slice(0, calm[0].asset.size)
    depths = [record.books["bid_2"][60:SECONDS, books].sum() for _, _, record in (calm, fled)]
    assert depths[1] < 0.9 * depths[0]
    assert fled[2].assets[SECONDS, 0] < calm[2].assets[SECONDS, 0]


def test_nobody_withdraws_more_than_there_is(after):
    market, _, _ = after(confidence__rate=50, confidence__shock=1.0, confidence__recovery=864000)
    assert (market.exchange["customer_money"] >= 0).all()
    assert (market.exchange["cash_withdrawn"] <= market.exchange["withdrawn"]).all()
    assert (market.cash[market.maker.size + VALUE_PARTY] >= 0).all()
