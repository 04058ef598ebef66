"""The ledger of bankruptcies: every transfer a record, every second without a remainder, checked against the money itself."""

import json

import numpy as np
import pytest

from model import waterfall
from model.commands import main
from model.engine import advance
from model.events import Event
from model.full_margin import OPEN
from model.headless import run
from model.invariants import money, problems
from model.market import FUND_PARTY, RESCUE_PARTY
from model.scenario import find_scenario
from model.session import Session

HALTING = {"breaker__on": True, "breaker__threshold": 0.06, "breaker__pause": 40, "breaker__window": 120}
LOW_FUND = {"fund__size_usd": 1e7, "adl__drawdown": 0.05}
FULL = {"full_margin__share": 0.4, "full_margin__haircut": "none"}
RUNS = {
    "liquidated at once": {},
    "deleveraged": LOW_FUND,
    "in batches, with halts": {
        **HALTING,
        **LOW_FUND,
        "gradual__on": True,
        "gradual__distance": 0.004,
        "gradual__batch": 0.5,
    },
    "rescued": {"rescue__on": True, "rescue__trigger_usd": 1e8},
    "makers backed": {"rescue__on": True, "rescue__trigger_usd": 1e8, "rescue__mode": "backs makers"},
    "full margin, deleveraged": {**FULL, **LOW_FUND},
    "full margin, in batches, with halts": {
        **FULL,
        **HALTING,
        **LOW_FUND,
        "gradual__on": True,
        "gradual__distance": 0.02,
    },
    "full margin banned": {**FULL, **LOW_FUND, "full_margin__ban": True},
}


def rescue_fund(market):
    """What the rescue fund owns, its positions at mark."""
    party = market.maker.size + RESCUE_PARTY
    worth = market.books.book["mark"] * np.tile(market.asset["tick_value"], market.exchange.size)
    return int(market.cash[party].sum() + (market.position[:, party] * worth).sum())


def own_money(market):
    """Each exchange's traders' money with positions counted at entry, savings and BTC left out."""
    account, assets = market.account, market.asset.size
    tick_value = np.tile(market.asset["tick_value"], market.exchange.size)
    held = np.zeros(market.exchange.size, np.int64)
    at_entry = account["cash"] + account["position"] * account["entry"].astype(np.int64) * tick_value[account["book"]]
    np.add.at(held, account["book"] // assets, at_entry)
    leg = market.leg
    at_entry = leg["cash"] + leg["lots"] * leg["entry"].astype(np.int64) * tick_value[leg["book"]]
    np.add.at(held, market.portfolio["exchange"], at_entry.sum(axis=1) + market.portfolio["cash"])
    return held


def funds(market):
    """Each insurance fund's money, with what it took over counted at what that cost."""
    return market.cash[market.maker.size + FUND_PARTY] + market.books.book["fund_cost"].reshape(
        market.exchange.size, -1
    ).sum(axis=1)


@pytest.mark.parametrize("name", RUNS)
def test_the_ledger_is_what_traders_funds_and_winners_really_lost_in_every_second(small, market_of, name):
    market, record = market_of(small(**RUNS[name]))
    start, fund_start, rescue_start = money(market), funds(market).copy(), rescue_fund(market)
    for step in range(1, 301):
        advance(market, record, 1)
        assert problems(market, start) == []
        assert (market.account["cash"][market.account["position"] == 0] >= 0).all(), "no account below zero"
        closed = (market.leg["lots"] == 0).all(axis=1) & (market.portfolio["state"] == OPEN)
        assert (market.portfolio["cash"][closed] >= 0).all()
        rows = record.exchanges[step]
        columns = waterfall.paid(rows)
        assert (sum(columns.values()) == waterfall.cost(rows)).all()
        assert (fund_start - funds(market) == columns["insurance"]).all(), step
        assert rescue_start - rescue_fund(market) == columns["rescue"].sum(), step
    kinds = set(record.log["kind"][: record.written[0]].tolist())
    assert Event.LIQUIDATION in kinds
    assert Event.FUND_SOLD in kinds or name == "rescued"
    assert ("rescue__on" in RUNS[name]) == bool(market.run["rescued"][0])
    if "fund__size_usd" in RUNS[name]:
        assert Event.DELEVERAGED in kinds


@pytest.mark.parametrize("name", ["liquidated at once", "in batches, with halts"])
def test_traders_margin_is_all_that_liquidated_traders_lost(small, market_of, name):
    market, record = market_of(small(**RUNS[name] | {"adl__on": False, "full_margin__share": 0}))
    start = own_money(market)
    for step in range(1, 301):
        advance(market, record, 1)
        assert (start - own_money(market) == waterfall.paid(record.exchanges[step])["margin"]).all(), step
    assert (start > own_money(market)).all()


def test_in_full_margin_bitcoin_sold_for_debts_is_all_that_is_missing(small, market_of):
    market, record = market_of(small(**FULL, adl__on=False))
    start = own_money(market)
    advance(market, record, 300)
    log = record.log[: record.written[0]]
    lost = waterfall.paid(record.exchanges[300])["margin"]
    bitcoin = market.desk["sold"].copy()
    # BTC that nobody bought goes to the fund for the debt behind it; a position in BTC that goes there is liquidated next.
    left = (
        (log["kind"] == Event.TAKEOVER) & (log["paid"] == 0) & (log["who"] >= market.account.size) & (log["asset"] == 0)
    )
    left[:-1] &= (log["who"][1:] != log["who"][:-1]) | (log["kind"][1:] != Event.LIQUIDATION)
    taken = np.array([log["usd"][left & (log["exchange"] == x)].sum() for x in range(market.exchange.size)])
    assert bitcoin.sum() > 0
    assert (start - own_money(market) + bitcoin + taken == lost).all()


@pytest.mark.parametrize("name", RUNS)
def test_every_cent_of_the_ledger_is_a_transfer_with_a_giver_and_a_cause(small, name):
    done = run(small(**RUNS[name]), 300)
    rows = done.record.exchanges[300]
    given = {}
    for row in waterfall.transfers(done.log):
        given[row.giver, row.exchange] = given.get((row.giver, row.exchange), 0) + row.micro
        given[row.receiver, row.exchange] = given.get((row.receiver, row.exchange), 0) - row.micro
        assert done.log["step"][row.event] == row.step
        assert row.cause < row.event
    ends = {"margin": "trader", "insurance": "insurance_fund", "deleveraged": "winner", "socialised": "winners"}
    for payer, end in ends.items():
        assert [given.get((end, x), 0) for x in range(rows.size)] == waterfall.paid(rows)[payer].tolist(), payer


def test_a_debt_without_bitcoin_left_is_paid_by_the_fund_and_not_by_the_trader():
    from model.collateral import liquidate
    from model.events import empty_record
    from model.full_margin import call
    from model.genesis import genesis

    market = genesis(find_scenario("nuclear-button").with_values({"accounts.count": 0}))
    record = empty_record(60, market.books.book.size, 1, 4, 4096)
    debt = 14_000_000 * 10**6
    market.portfolio["cash"][0] -= debt
    market.portfolio["collateral"][0] //= 2
    market.position[0, 0] += market.portfolio["collateral"][0]
    before = funds(market)[0]
    call(market, record)
    liquidate(market, record)
    log = record.log[: record.written[0]]
    (borne,) = log[log["paid"] * (log["kind"] == Event.TAKEOVER) > 0]
    assert borne["paid"] == market.exchange["fund_paid"][0] == before - funds(market)[0]
    sold = log[log["kind"] == Event.LIQUIDATION]
    assert market.exchange["margin_paid"][0] == sold["paid"].sum() - borne["paid"]


def test_the_session_tells_the_ledger_of_any_second_and_json_and_csv_the_same(tmp_path, capsys):
    values = {"accounts.count": 6000, "run.steps": 600, "fund.size_usd": 2e7}
    session = Session(find_scenario("classroom").with_values(values))
    assert {part.micro for part in session.ledger()} == {0}
    session.go(600)
    told = session.ledger()
    assert [part.payer for part in told[:5]] == list(waterfall.PAYERS)
    assert session.ledger(300) != told
    settings = [word for key, value in values.items() for word in ("--set", f"{key}={value}")]
    assert main(["run", "classroom", *settings, "--json", "-", "--csv", str(tmp_path)]) == 0
    found = json.loads(capsys.readouterr().out)["ledger"]
    for part in told:
        assert found["exchanges"][session.exchanges[part.exchange]][part.payer] == part.micro / 1e6
    lines = (tmp_path / "ledger.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("step,from,to,paid_by,")
    assert len(lines) > 1000
