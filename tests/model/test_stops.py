"""Holders' stop orders: set off by traded prices, sold at any price, each only once."""

import numpy as np

from model.attribution import COLUMN_STOPS
from model.engine import advance
from model.invariants import money, problems
from model.market import NOISE_PARTY, RING
from model.news import weather
from model.stops import DEEPEST, NEAREST, passed, stop_depths, trade_stops


def fall(market, k, part):
    """As if the book had last traded this far below its opening price."""
    price = int(market.asset["price"][market.books.book["asset"][k]])
    market.books.book["last"][k] = round(price * (1.0 - part))


def test_stops_are_sold_once_and_only_for_a_new_low(small, market_of):
    market, record = market_of(small())
    advance(market, record, 5)
    start, party = money(market), market.maker.size + NOISE_PARTY
    held = int(market.position[0, party])
    fall(market, 0, 0.2)
    trade_stops(market, 0)
    sold = held - int(market.position[0, party])
    assert 0 < sold <= passed(market, 0, 0.2)
    fall(market, 0, 0.2)
    trade_stops(market, 0)
    assert held - int(market.position[0, party]) == sold
    assert problems(market, start) == []


def test_a_small_fall_sets_off_none_and_the_deepest_all(small, market_of):
    market, _ = market_of(small())
    whole = int(market.asset["stops"][0] * market.books.book["normal_lots"][0])
    assert passed(market, 0, NEAREST) == 0
    assert passed(market, 0, DEEPEST) == passed(market, 0, 1.0) == whole > 0
    assert abs(passed(market, 0, (NEAREST + DEEPEST) / 2) - whole / 2) <= 1


def test_a_stop_order_meets_the_stray_bids_far_below(small, market_of):
    market, record = market_of(small(stops__depths=20.0))
    advance(market, record, 5)
    k = market.asset.size - 1
    fall(market, k, DEEPEST)
    trade_stops(market, k)
    assert market.books.book["low"][k] < 0.2 * market.asset["price"][market.books.book["asset"][k]]
    assert market.moves[k, int(market.run["step"][0]) % RING, COLUMN_STOPS] < 0


def test_some_coins_have_many_more_stops_than_others():
    depths = [stop_depths(7, a, True, 8.0) for a in range(400)]
    assert stop_depths(7, 0, False, 8.0) == 8.0
    assert 5.0 < np.mean(depths) < 12.0
    assert max(depths) > 10 * np.median(depths)


def test_without_stops_nobody_falls_so_deep(small, market_of):
    lows = []
    for depths in (0.0, 20.0):
        market, record = market_of(small(stops__depths=depths))
        advance(market, record, 600)
        rows = record.books[1:601]
        lows.append((rows["low"].min(axis=0) / rows["low"][0]).min())
    assert lows[1] < lows[0] - 0.1


def test_quiet_and_busy_times_follow_each_other_and_the_mean_square_is_one(small, market_of):
    market, _ = market_of(small())
    squares = []
    for step in range(0, 4_000_000, 450):
        market.run["step"] = step
        squares.append(weather(market) ** 2)
    assert 0.85 < np.mean(squares) < 1.15
    assert max(squares) > 4.0
    assert min(squares) < 0.25
    market.settings["market_volatility_changes"] = 0.0
    assert weather(market) == 1.0
