"""Full margin in the rest of the waterfall: in batches, in re-opening auctions, in the ranks and in shared losses."""

import numpy as np
import pytest

from model.backstop import backstop
from model.collateral import liquidate, whole_equity
from model.deleveraging import adl_score, legs_held, portfolio_gain, ranked, socialise
from model.engine import advance
from model.events import Event, empty_record
from model.full_margin import CALLED, OPEN, call
from model.genesis import genesis
from model.invariants import money, problems
from model.market import FUND_PARTY, LEGS
from model.scenario import find_scenario
from model.session import Session

SOL = 3
GRADUAL = {"gradual.on": True, "gradual.batch": 0.2, "gradual.distance": 0.05}
CALM = {"noise.orders": 0, "market.volatility_scale": 0, "shock.size": 0, "accounts.count": 0}


def alone(**values):
    """The market of the nuclear button with one account of 100 BTC and $15 M of SOL in it."""
    market = genesis(find_scenario("nuclear-button").with_values({**CALM, **values}))
    return market, empty_record(400, market.books.book.size, 1, 4, 4096)


def owe(market, dollars):
    """Let the one account have lost this much, to the insurance fund."""
    micro = dollars * 10**6
    market.portfolio["cash"][0] -= micro
    market.cash[market.maker.size + FUND_PARTY, 0] += micro


def told(record, kind):
    log = record.log[: record.written[0]]
    return log[log["kind"] == kind]


@pytest.fixture
def crowd(small, market_of):
    """A small market in which four tenths of the open interest are held in full margin, some seconds after the news."""

    def opened(seconds, **values):
        market, record = market_of(small(full_margin__share=0.4, accounts__count=2000, **values))
        advance(market, record, seconds)
        return market, record

    return opened


# --- batches --------------------------------------------------------------------------------------------------------------


def second(market, record):
    call(market, record)
    liquidate(market, record)


def test_under_gradual_liquidation_a_fifth_is_closed_and_its_loss_is_paid_in_bitcoin():
    market, record = alone(**GRADUAL)
    start, lots, btc = money(market), int(market.leg["lots"][0, 0]), int(market.portfolio["collateral"][0])
    owe(market, 11_600_000)
    second(market, record)
    assert problems(market, start) == []
    (batch,) = told(record, Event.LIQUIDATION_BATCH)
    assert batch["quantity"] == round(0.2 * lots)
    assert market.leg["lots"][0, 0] == lots - batch["quantity"]
    assert market.portfolio["state"][0] == OPEN
    (sale,) = told(record, Event.COLLATERAL_SOLD)
    assert market.portfolio["collateral"][0] == btc - sale["quantity"]
    assert sale["usd"] == pytest.approx(11.6e12, rel=0.02), "what it owed and the batch lost, and no more"


def test_the_next_batch_waits_for_a_further_fall_and_comes_with_it():
    market, record = alone(**{**GRADUAL, "gradual.distance": 0.01, "full_margin.haircut": "none"})
    owe(market, 11_700_000)
    second(market, record)
    left = int(market.leg["lots"][0, 0])
    mark = int(market.books.book["mark"][SOL])
    for part in (0.998, 0.995, 0.9905):
        market.books.book["mark"][SOL] = int(mark * part)
        second(market, record)
        assert market.leg["lots"][0, 0] == left, part
    market.books.book["mark"][SOL] = int(mark * 0.989)
    second(market, record)
    assert market.leg["lots"][0, 0] < left


def test_an_account_that_has_recovered_is_called_at_once_when_it_falls_short_again():
    market, record = alone(**GRADUAL)
    owe(market, 11_500_000)
    second(market, record)
    left = int(market.leg["lots"][0, 0])
    assert market.leg["trigger"][0, 0] > 0
    mark = int(market.books.book["mark"][SOL])
    market.books.book["mark"][SOL] = int(mark * 1.5)
    second(market, record)
    assert market.leg["trigger"][0, 0] == 0
    market.books.book["mark"][SOL] = int(mark * 0.97)
    second(market, record)
    assert market.leg["lots"][0, 0] < left


@pytest.mark.parametrize("ban", [False, True])
def test_batches_never_make_a_position_larger_and_leave_nobody_in_debt(crowd, ban):
    market, record = crowd(0, gradual__on=True, gradual__distance=0.01, gradual__batch=0.4, full_margin__ban=ban)
    start = money(market)
    for _ in range(300):
        before = market.leg["lots"].copy()
        advance(market, record, 1)
        after = market.leg["lots"]
        assert (abs(after) <= abs(before)).all()
        assert (after * before >= 0).all()
        closed = (after == 0).all(axis=1) & (market.portfolio["state"] == OPEN)
        assert (market.portfolio["cash"][closed] >= 0).all()
    assert problems(market, start) == []
    who = told(record, Event.LIQUIDATION_BATCH)["who"]
    assert (who >= market.account.size).any()


# --- re-opening -----------------------------------------------------------------------------------------------------------


def test_positions_in_full_margin_take_part_in_the_auction_that_reopens_their_book():
    market, record = alone()
    start = money(market)
    owe(market, 11_500_000)
    book = market.books.book
    book["halted_until"][SOL] = 20
    advance(market, record, 15)
    assert market.portfolio["state"][0] == CALLED
    assert market.leg["lots"][0, 0] > 0, "nothing trades in a halt"
    assert told(record, Event.MARGIN_CALL)["who"].tolist() == [market.account.size]
    advance(market, record, 5)
    (sold,) = told(record, Event.LIQUIDATION)
    assert (sold["step"], sold["who"]) == (20, market.account.size)
    assert market.leg["lots"][0, 0] == 0
    fills = market.books.fills[: int(market.books.fill_count[0])]
    fills = fills[fills["book"] == SOL]
    assert len(set(fills["price"].tolist())) == 1, "all at the clearing price"
    advance(market, record, 1)
    assert market.portfolio["state"][0] == OPEN
    assert told(record, Event.COLLATERAL_SOLD)["step"].tolist() == [21]
    assert problems(market, start) == []


def test_those_who_wait_in_full_margin_are_shown_as_waiting():
    session = Session(find_scenario("nuclear-button").with_values(CALM))
    market = session.timeline.here.market
    owe(market, 11_500_000)
    market.books.book["halted_until"][SOL] = 20
    session.select(SOL)
    session.forward(3)
    worth = market.leg["lots"][0, 0] * market.books.book["mark"][SOL] * market.asset["tick_value"][SOL] * 1e-6
    assert session.picture().venues[0].waiting_usd == pytest.approx(worth)


# --- ranks ----------------------------------------------------------------------------------------------------------------


def give_to_fund(market, k, lots):
    """Let a fund have taken over lots of a book at its mark, from the first maker."""
    fund, book = market.maker.size + FUND_PARTY, market.books.book[k]
    cost = lots * int(book["mark"]) * int(market.asset["tick_value"][book["asset"]])
    market.position[k, 0] -= lots
    market.cash[0, book["exchange"]] += cost
    market.position[k, fund] += lots
    market.cash[fund, book["exchange"]] -= cost
    book["fund_cost"] += cost


@pytest.mark.parametrize("ban", [0.0, 1.0])
def test_winners_in_full_margin_stand_in_the_same_ranks(crowd, ban):
    market, record = crowd(200, full_margin__ban=bool(ban))
    k, side = 1, -1
    legs = legs_held(market, k, side)
    scores, order, size = ranked(market, k, side, int(market.books.book["mark"][k]), legs)
    assert legs.size > 10
    assert (scores[: legs.size] > scores[legs.size :].max() * 0.01).any()
    n = int(np.argmax(scores[: legs.size]))
    c, j = divmod(int(legs[n]), LEGS)
    leg, mark, tick_value = market.leg[c, j], int(market.books.book["mark"][k]), int(market.asset["tick_value"][1])
    equity = int(leg["cash"] + leg["lots"] * mark * tick_value) if ban else whole_equity(market, c)
    assert scores[n] == adl_score(0, side, leg["entry"], mark, -int(leg["lots"]) * mark * tick_value, equity)
    assert order[0] == np.argmax(scores)


def test_a_deleveraged_position_in_full_margin_is_closed_at_the_price_and_the_rest_stays(crowd):
    market, record = crowd(200, adl__on=False)
    market.settings["adl_on"], market.settings["adl_drawdown"] = 1.0, 0.0
    start, k = money(market), 1
    fund = market.maker.size + FUND_PARTY
    (first, last), legs = market.first_account[2 * k + 1 : 2 * k + 3], legs_held(market, k, -1)
    scores, _, _ = ranked(market, k, -1, int(market.books.book["mark"][k]), legs)
    best = int(legs[np.argmax(scores[: legs.size])]) // LEGS
    ahead = int((scores > scores[: legs.size].max()).sum())
    more = -int(market.account["position"][first:last].sum())
    before, equity = market.leg["lots"].copy(), whole_equity(market, best)
    give_to_fund(market, k, more)
    market.exchange["fund_peak"][0] = 1 << 60
    written = int(record.written[0])
    backstop(market, record)
    log = record.log[written : record.written[0]]
    mine = log[(log["kind"] == Event.DELEVERAGED) & (log["who"] == market.account.size + best) & (log["asset"] == k)]
    assert mine.size == 1
    assert ahead <= np.flatnonzero(log["who"] == market.account.size + best)[0]
    assert (before - market.leg["lots"]).sum() == -mine["quantity"].sum() + (before - market.leg["lots"])[
        np.arange(before.shape[0]) != best
    ].sum()
    assert whole_equity(market, best) == equity - mine["paid"].sum()
    assert abs(market.position[k, fund]) < more
    assert problems(market, start) == []


# --- shared losses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ban", [False, True])
def test_a_shared_loss_is_taken_from_winners_in_full_margin_too_and_never_more_than_they_gained(crowd, ban):
    market, record = crowd(200, full_margin__ban=ban)
    start, fund = money(market), market.maker.size + FUND_PARTY
    members = range(int(market.desk["first"][0]), int(market.desk["last"][0]))
    gains = np.array([portfolio_gain(market, c) for c in members])
    equity = np.array([whole_equity(market, c) for c in members])
    lost = int(market.cash[fund, 0]) + 10**13
    market.cash[fund, 0] -= lost
    market.cash[0, 0] += lost
    socialise(market, record, 0)
    paid = equity - np.array([whole_equity(market, c) for c in members])
    assert problems(market, start) == []
    assert paid.sum() > 0
    assert ((paid >= 0) & (paid <= gains)).all()
    rates = paid[gains > 10**9] / gains[gains > 10**9]
    assert rates.max() == pytest.approx(rates.min(), rel=1e-6), "pro rata to gains"
    assert (equity - paid >= np.minimum(equity, 0)).all()


def test_no_loss_is_taken_twice_from_the_same_gain(crowd):
    market, record = crowd(200)
    fund = market.maker.size + FUND_PARTY
    for _ in range(4):
        lost = int(market.cash[fund, 0]) + 10**15
        market.cash[fund, 0] -= lost
        market.cash[0, 0] += lost
        socialise(market, record, 0)
    account = market.account[: int(market.first_account[2 * market.asset.size])]
    mark = market.books.book["mark"][account["book"]] * market.asset["tick_value"][account["book"] % market.asset.size]
    equity = account["cash"] + account["position"] * mark
    winners = account["position"] * (mark - account["entry"] * market.asset["tick_value"][account["book"]]) > 0
    assert (equity[winners] >= 0).all()
