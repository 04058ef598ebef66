"""Full margin: never called late, nothing lost, collateral sold where all can see it, and not sold under the ban."""

import numpy as np
import pytest

from model.collateral import liquidate
from model.engine import advance
from model.events import Channel, Event, empty_record
from model.full_margin import AT_ONCE, CALLED, NEVER, OPEN, call, nearest_trigger, weigh
from model.genesis import genesis
from model.invariants import money, problems
from model.market import DESK, FUND_PARTY, LEG, PORTFOLIO, USER_ORDERS
from model.scenario import find_scenario
from model.triggers import drop, put

SOL = 3
BAN = {"full_margin.ban": True}


@pytest.fixture
def crowd(small):
    """A small market in which four tenths of the open interest are held in full margin."""

    def scenario(**values):
        return small(full_margin__share=0.4, accounts__count=2000, **values)

    return scenario


def nuclear(**values):
    """The market of the nuclear button with nobody in it but makers, buyers and the one account."""
    scenario = find_scenario("nuclear-button").with_values({"accounts.count": 0, **values})
    market = genesis(scenario)
    return market, empty_record(60, market.books.book.size, 1, 4, 4096)


def set_marks(market, btc=1.0, sol_ticks=None):
    """Move the marks: BTC to a part of its price, SOL to a price in ticks."""
    market.books.book["mark"] = market.asset["price"]
    market.books.book["mark"][0] = round(int(market.asset["price"][0]) * btc)
    if sol_ticks is not None:
        market.books.book["mark"][SOL] = sol_ticks


def fall_until_called(market, record, btc=1.0):
    """Let SOL's mark fall tick by tick until the account is called; the part it has fallen by."""
    start = int(market.asset["price"][SOL])
    for ticks in range(start, 0, -1):
        set_marks(market, btc, ticks)
        call(market, record)
        if market.portfolio["state"][0] == CALLED:
            return 1.0 - ticks / start
    raise AssertionError("never called")


def owe(market, dollars):
    """Let the one account have lost this much, to the insurance fund."""
    micro = dollars * 10**6
    market.portfolio["cash"][0] -= micro
    market.cash[market.maker.size + FUND_PARTY, 0] += micro


WORKED = {
    "no haircut": ({"full_margin.haircut": "none"}, 1.0, 0.7965),
    "flat": ({"full_margin.haircut": "flat"}, 1.0, 0.7557),
    "flat, BTC falls as well": ({"full_margin.haircut": "flat"}, 0.85, 0.6389),
    "tiers": ({"full_margin.haircut": "tiers"}, 1.0, 0.3407),
    "on its own margin at 3×": (BAN, 1.0, 0.3143),
}


@pytest.mark.parametrize("case", WORKED)
def test_the_worked_table_comes_out_of_the_engine_to_within_a_tick(case):
    values, btc, expected = WORKED[case]
    market, record = nuclear(**values)
    tick = 1.0 / market.asset["price"][SOL]
    assert fall_until_called(market, record, btc) == pytest.approx(expected, abs=tick + 0.00005)


@pytest.mark.parametrize("btc", [1.0, 0.85])
def test_in_full_margin_the_fall_of_an_altcoin_sells_the_bitcoin(btc):
    market, record = nuclear()
    start, before = money(market), int(market.portfolio["collateral"][0])
    fall_until_called(market, record, btc)
    # The book follows the marks: nobody bids above a quarter of SOL's first price any more.
    advance(market, record, 1)
    assert market.leg["lots"][0, 0] == 0
    assert problems(market, start) == []
    sold = record.log[: record.written[0]]
    sold = sold[sold["kind"] == Event.COLLATERAL_SOLD]
    assert (sold["asset"] == 0).all()
    assert sold["quantity"].sum() == before - market.portfolio["collateral"][0]


def test_collateral_is_sold_until_the_debt_is_paid_and_the_rest_stays():
    market, record = nuclear()
    start, btc = money(market), int(market.portfolio["collateral"][0])
    owe(market, 3_000_000)
    fall_until_called(market, record)
    liquidate(market, record)
    assert problems(market, start) == []
    account = market.portfolio[0]
    per_lot = int(market.asset["price"][0] * market.asset["tick_value"][0])
    assert 0 <= account["cash"] <= per_lot
    left = account["collateral"] / btc
    assert 0.70 < left < 0.76, "three million of debt and SOL's spread, out of twelve million in BTC"
    log = record.log[: record.written[0]]
    (sale,) = log[log["kind"] == Event.COLLATERAL_SOLD]
    assert sale["usd"] == market.desk["sold"][0] == pytest.approx(3e12, rel=0.06)
    assert market.moves[0].sum() < 0, "BTC's mid has fallen"
    assert not market.moves[0, :, [0, 2, 3, 4, 5, 6]].any(), "by collateral and nothing else"


def test_an_account_worth_less_than_nothing_leaves_its_debt_and_no_bitcoin_to_the_fund():
    market, record = nuclear()
    start = money(market)
    fund = market.maker.size + FUND_PARTY
    owe(market, 14_000_000)
    before = int(market.cash[fund, 0])
    set_marks(market)
    call(market, record)
    liquidate(market, record)
    assert problems(market, start) == []
    assert market.portfolio["cash"][0] == 0
    assert market.portfolio["collateral"][0] == 0
    assert market.cash[fund, 0] < before
    assert (record.log["kind"][: record.written[0]] == Event.TAKEOVER).any()


def test_under_the_ban_the_loss_is_capped_and_the_bitcoin_untouched():
    market, record = nuclear(**BAN)
    start, account = money(market), market.portfolio[0]
    owned, btc = int(account["cash"] + account["savings"]), int(account["collateral"])
    fall_until_called(market, record)
    assert market.desk["locked"][0] == 5 * 10**12
    liquidate(market, record)
    assert problems(market, start) == []
    assert account["collateral"] == btc
    assert account["cash"] >= 0
    worth = 15 * 10**12
    assert owned + worth - int(account["cash"] + account["savings"]) <= 5 * 10**12
    assert market.desk["sold"][0] == 0


def test_the_ban_can_be_laid_on_and_lifted_while_the_market_runs(crowd, market_of):
    market, record = market_of(crowd())
    start = money(market)
    for step in range(1, 241):
        market.settings["full_margin_ban"] = float(step // 40 % 2)
        advance(market, record, 1)
        assert problems(market, start) == [], step
        open_now = (market.portfolio["state"] == OPEN) & (market.leg["lots"] != 0).any(axis=1)
        assert (market.portfolio["alone"][open_now] == market.settings["full_margin_ban"]).all()
    assert market.desk["locked"].sum() > 0


def late(market):
    """Accounts that fall short now and have not been called: all looked at, whatever is due."""
    found = []
    for c in np.flatnonzero((market.portfolio["state"] == OPEN) & (market.leg["lots"] != 0).any(axis=1)):
        spare = nearest_trigger(market, c) if market.portfolio["alone"][c] else weigh(market, c)[0]
        if spare <= 0:
            found.append(int(c))
    return found


@pytest.mark.parametrize("values", [{}, {"full_margin.ban": True}, {"full_margin.haircut": "tiers"}])
def test_nobody_is_called_late_although_few_are_looked_at(crowd, market_of, values):
    market, record = market_of(crowd().with_values(values))
    looked = 0
    for step in range(1, 301):
        due = market.due.copy()
        advance(market, record, 1)
        looked += int((market.due != due).sum())
        # Those freed in this second's liquidations are due in the next one.
        assert [c for c in late(market) if market.due[c] != AT_ONCE] == [], step
    assert market.desk["called"].sum() > 50
    assert looked < 0.2 * 300 * market.portfolio.size


def test_calling_by_bound_is_the_same_as_checking_everybody_every_second(crowd, market_of):
    bounded, record = market_of(crowd())
    checked, other = market_of(crowd())
    for step in range(1, 201):
        advance(bounded, record, 1)
        checked.due[checked.due != NEVER] = AT_ONCE
        advance(checked, other, 1)
        assert bounded.portfolio.tobytes() == checked.portfolio.tobytes(), step
        assert bounded.leg.tobytes() == checked.leg.tobytes(), step
    assert record.log[: record.written[0]].tolist() == other.log[: other.written[0]].tolist()
    assert bounded.desk["called"].sum() > 50


def test_a_sale_of_collateral_is_a_cause_of_its_own(crowd, market_of):
    market, record = market_of(crowd(full_margin__haircut="none", accounts__leverage_median=12.0))
    column = np.zeros(market.books.book.size, np.int64)
    for _ in range(360):
        advance(market, record, 1)
        column += abs(market.moves[:, int(market.run["step"][0]) % market.moves.shape[1], 1])
    log = record.log[: record.written[0]]
    btc = np.arange(market.books.book.size) % market.asset.size == 0
    assert column[btc].any(), "collateral moves the BTC books"
    assert not column[~btc].any(), "and no other"
    sales = np.flatnonzero(log["kind"] == Event.COLLATERAL_SOLD)
    assert sales.size > 0
    assert set(log["asset"][sales]) == {0}


def test_who_is_called_because_collateral_was_sold_is_told_so():
    calm = {"noise.orders": 0, "market.volatility_scale": 0, "shock.size": 0, "accounts.count": 500}
    market, record = nuclear(**calm, **{"full_margin.large_btc": 4000})
    i = int(np.flatnonzero((market.account["book"] == 0) & (market.account["position"] > 0))[0])
    drop(market, i)
    put(market, i, int(market.books.book["mark"][0] * 0.997))
    owe(market, 479_700_000)
    advance(market, record, 10)
    log = record.log[: record.written[0]]
    (sale,) = np.flatnonzero(log["kind"] == Event.COLLATERAL_SOLD)
    other = log[log["who"] == i][0]
    assert log["usd"][sale] > 4 * 10**14
    assert (other["kind"], other["channel"], other["cause"]) == (Event.LIQUIDATION, Channel.COLLATERAL, sale)


def test_the_open_interest_is_divided_as_the_share_says(small, market_of):
    scenario = small(full_margin__share=0.25, accounts__count=20_000)
    market, _ = market_of(scenario)
    assert market.account.size == 15_000 + USER_ORDERS
    assert market.portfolio.size == 5_000
    value = market.asset["price"] * market.asset["tick_value"] * 1e-6
    alone = (abs(market.account["position"]) * value[market.account["book"] % market.asset.size]).sum()
    pooled = (abs(market.leg["lots"]) * value[market.leg["book"] % market.asset.size]).sum()
    assert pooled / (alone + pooled) == pytest.approx(0.25, abs=0.01)
    assert set(market.portfolio["legs"]) <= {1, 2, 3, 4, 5, 6}
    held = market.leg["lots"] != 0
    for row, used in zip(market.leg["book"], held, strict=True):
        assert len(set(row[used])) == used.sum(), "no account holds a contract twice"


def test_records_have_no_bytes_that_nothing_writes():
    for dtype in (PORTFOLIO, LEG, DESK):
        assert dtype.itemsize == sum(dtype[name].itemsize for name in dtype.names), "a digest reads every byte"


def test_without_full_margin_accounts_the_arrays_are_empty(small, market_of):
    market, _ = market_of(small(full_margin__share=0))
    assert market.portfolio.size == market.due.size == 0
    assert market.account.size == 3000 + USER_ORDERS
