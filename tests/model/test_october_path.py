"""The recorded minutes of 10 October 2025 as mark prices: which leverages die when, and nobody is called wrongly."""

import csv
from pathlib import Path

import numpy as np
import pytest

from model.book import EMPTY
from model.calls import call
from model.events import empty_record
from model.genesis import genesis
from model.margin_rules import BINANCE, liquidation_price
from model.scenario import DEFAULT_EXCHANGES, find_scenario
from model.tiers import default_tiers

PATH = Path(__file__).parent.parent / "data" / "october_2025_btc_minutes.csv"


@pytest.fixture(scope="module")
def minutes():
    """(minutes, 4) open, high, low, close."""
    with PATH.open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return np.array([[float(row[name]) for name in ("open", "high", "low", "close")] for row in rows])


def queue_of(market):
    """Accounts waiting in the only book's queue, in order."""
    found, i = [], int(market.books.book["queue"][0])
    while i != EMPTY:
        found.append(i)
        i = int(market.account["next"][i])
    return found


def test_higher_leverage_dies_sooner_and_the_survivors_are_those_below_about_eight_times(minutes):
    entry, tiers = minutes[0, 0], default_tiers("BTC")
    died = {}
    for leverage in (3, 5, 6, 7, 8, 10, 20, 50, 100):
        price = liquidation_price(BINANCE, 1, 0.1, entry, 0.1 * entry / leverage, 0.0005, tiers)
        below = np.flatnonzero(minutes[:, 2] <= price)
        died[leverage] = int(below[0]) if below.size else None
    assert died[3] is died[5] is None
    dead = [died[leverage] for leverage in (10, 20, 50, 100)]
    assert None not in dead
    assert dead == sorted(dead, reverse=True)
    assert dead[0] > dead[-1]


def test_every_account_is_called_in_the_minute_that_reaches_its_price_and_never_sooner(minutes):
    scenario = find_scenario("classroom").with_values({"market.assets": 1, "accounts.count": 4000})
    scenario = scenario._replace(exchanges=(DEFAULT_EXCHANGES[0]._replace(share=1.0),))
    market = genesis(scenario)
    record = empty_record(1, 1, 1, 1, 16_000)
    book, account = market.books.book, market.account
    triggers = account["trigger"].copy()
    longs = account["position"] > 0
    start = int(book["mark"][0])
    called: set[int] = set()
    for high, low in minutes[:, 1:3]:
        for price in (high, low):
            book["mark"][0] = int(start * price / minutes[0, 0])
            call(market, record)
            mark = int(book["mark"][0])
            due = set(np.flatnonzero(np.where(longs, triggers >= mark, triggers <= mark) & (triggers > 0)))
            called |= due
            assert set(queue_of(market)) == called
    assert 0 < len(called) < account.size
    assert len(queue_of(market)) == len(called)
