"""The full-margin accounts: which positions each has, how much BTC and money stands behind them, drawn and sorted."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.chance import Stream, normal, uniform
from model.full_margin import SAFETY, weigh
from model.haircuts import default_haircut
from model.kernels import kernel
from model.market import DESK, LEG, LEGS, PORTFOLIO, USER_ORDER, USER_ORDERS, Books, Market
from model.numeric import exp, power
from model.population import ENTRY_SPREAD, FOUR_HOURS, LEVERAGE_CAP, LEVERAGE_FLOOR, ROOM, alone
from model.scenario import Scenario
from model.units import to_micro

SIZE, EXCHANGE, COUNT, ASSET = (
    int(Stream.PORTFOLIO_SIZE), int(Stream.PORTFOLIO_EXCHANGE), int(Stream.PORTFOLIO_LEGS), int(Stream.PORTFOLIO_ASSET)
)  # fmt: skip
SIDE, PART, LEVERAGE, ENTRY = (
    int(Stream.PORTFOLIO_SIDE), int(Stream.PORTFOLIO_PART), int(Stream.PORTFOLIO_LEVERAGE), int(Stream.PORTFOLIO_ENTRY)
)  # fmt: skip
TRIES = 4
"""Draws for an asset that the account does not hold yet; then it has one position fewer."""
LARGEST_LEG = 0.01
"""No position holds more than this part of its book's open interest, or three times the mean of its side."""


def no_portfolios(books: Books, exchanges: int) -> tuple[Any, ...]:
    """The last arrays of a market without full-margin accounts and without orders of the user's."""
    tables = [default_haircut(name) for name in ("none", "flat", "bybit_btc")]
    rows = max(len(table) for table in tables)
    schedules = [np.concatenate([table, np.repeat(table[-1:], rows - len(table), axis=0)]) for table in tables]
    desk = np.zeros(exchanges, DESK)
    desk["queue"] = desk["queue_tail"] = -1
    marks = books.book["mark"].copy()
    orders = np.zeros(USER_ORDERS, USER_ORDER)
    return np.zeros(0, PORTFOLIO), np.zeros((0, LEGS), LEG), np.zeros(0), desk, marks, np.stack(schedules), orders


@kernel()
def pick(cumulative, u):
    """Place of a uniform number among rising sums that end at 1."""
    place = 0
    while place < cumulative.size - 1 and u >= cumulative[place]:
        place += 1
    return place


@kernel()
def draw_positions(market, seed, cumulative, shares, short, tail, parts):
    """Exchange, assets and sides of every account, and the weight of each position; sides are left as ±1 lots."""
    assets = market.run[0].assets
    for c in range(market.portfolio.size):
        account = market.portfolio[c]
        account.exchange = pick(shares, uniform(seed, EXCHANGE, 0, c))
        size = power(uniform(seed, SIZE, 0, c), -1.0 / tail)
        wanted = min(1 + int(uniform(seed, COUNT, 0, c) * LEGS), assets)
        for number in range(wanted * TRIES):
            if account.legs == wanted:
                break
            k = account.exchange * assets + pick(cumulative, uniform(seed, ASSET, number, c))
            known = False
            for j in range(account.legs):
                known = known or market.leg[c, j].book == k
            if not known:
                leg = market.leg[c, account.legs]
                leg.book = k
                leg.lots = 1 if uniform(seed, SIDE, number, c) * (1.0 + short) < 1.0 else -1
                parts[c, account.legs] = size * (0.5 + uniform(seed, PART, number, c))
                account.legs += 1


@kernel()
def buy(market, c, j, dollars, entry):
    """Open a position worth `dollars` at an entry price in ticks, on the side that its ±1 lots say."""
    account = market.portfolio[c]
    leg = market.leg[c, j]
    asset = market.asset[market.books.book[leg.book].asset]
    leg.entry = entry
    leg.lots *= max(1, int(dollars / (entry * asset.tick_value * 1e-6) + 0.5))
    leg.original = abs(leg.lots)
    account.cash -= leg.lots * entry * asset.tick_value
    worth = abs(leg.lots) * asset.price * asset.tick_value
    return worth, worth * ROOM * FOUR_HOURS * asset.volatility


@kernel()
def endow(market, c, worth, leverage):
    """Give an account its equity, in money and BTC, and savings for margins of its own."""
    account = market.portfolio[c]
    settings = market.settings[0]
    btc = market.asset[0].price * market.asset[0].tick_value
    equity = worth / leverage
    account.collateral = int(equity * settings.full_margin_btc_share / btc)
    account.cash += int(equity) - account.collateral * btc
    account.savings = int(worth / settings.full_margin_own_leverage * SAFETY)


@kernel()
def fund_portfolios(market, seed, dollars, sigma):
    """Prices, lots, collateral and money of every account; none starts closer to a call than isolated ones do."""
    settings = market.settings[0]
    for c in range(market.portfolio.size):
        account = market.portfolio[c]
        total, risk = 0, 0.0
        for j in range(account.legs):
            asset = market.asset[market.books.book[market.leg[c, j].book].asset]
            entry = max(int(asset.price * exp(ENTRY_SPREAD * normal(seed, ENTRY, j, c))), 2)
            worth, fall = buy(market, c, j, dollars[c, j], entry)
            total += worth
            risk += fall
        leverage = settings.full_margin_leverage_median * exp(sigma * normal(seed, LEVERAGE, 0, c))
        endow(market, c, total, min(max(leverage, LEVERAGE_FLOOR), LEVERAGE_CAP))
        btc = market.asset[0]
        risk += account.collateral * btc.price * btc.tick_value * ROOM * FOUR_HOURS * btc.volatility
        spare, _ = weigh(market, c)
        account.cash += max(int(risk - spare * 1e6), 0)


def _scaled(market: Market, parts: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Dollars of each position: its weight, scaled and cut so that each side of each book sums to what is wanted."""
    side = (2 * market.leg["book"] + (market.leg["lots"] < 0)).ravel()
    dollars = parts.ravel().copy()
    counts = np.bincount(side, dollars > 0, wanted.size)
    most = np.maximum(LARGEST_LEG * wanted, 3.0 * wanted / np.maximum(counts, 1.0))
    for _ in range(4):
        sums = np.bincount(side, dollars, wanted.size)
        dollars *= (wanted / np.where(sums > 0, sums, 1.0))[side]
        np.minimum(dollars, most[side], out=dollars)
    return dollars.reshape(parts.shape)


def _large(market: Market, scenario: Scenario, c: int) -> None:
    """The one account that a scenario describes: BTC, and a position bought with nothing else."""
    account, leg = market.portfolio[c], market.leg[c, 0]
    asset = min(int(scenario.number("full_margin.large_asset")), market.asset.size - 1)
    account["legs"], leg["book"], leg["lots"] = 1, asset, 1
    buy(market, c, 0, scenario.number("full_margin.large_usd"), int(market.asset["price"][asset]))
    account["collateral"] = round(scenario.number("full_margin.large_btc") / float(market.asset["lot"][0]))
    account["savings"] = to_micro(scenario.number("full_margin.large_usd"))


def gather(market: Market, scenario: Scenario, open_interest: list[float]) -> Market:
    """The market with its full-margin accounts, sorted by exchange."""
    share = scenario.number("full_margin.share")
    total = scenario.number("market.open_interest_usd")
    count = int(scenario.number("accounts.count")) - alone(scenario)[0] if total > 0 else 0
    large = 1 if scenario.number("full_margin.large_btc") > 0 else 0
    if count + large == 0:
        return market
    drawn = market._replace(portfolio=np.zeros(count, PORTFOLIO), leg=np.zeros((count, LEGS), LEG))
    if count > 0:
        short = scenario.number("accounts.short_share")
        parts = np.zeros((count, LEGS))
        weights = np.cumsum(open_interest) / sum(open_interest)
        tail, shares = scenario.number("accounts.size_tail"), np.cumsum(market.exchange["share"])
        draw_positions(drawn, scenario.seed, weights, shares, short, tail, parts)
        books = np.outer(market.exchange["share"], open_interest).ravel() * share
        dollars = _scaled(drawn, parts, np.column_stack([books, books * short]).ravel())
        fund_portfolios(drawn, scenario.seed, dollars, scenario.number("accounts.leverage_sigma"))
    order = np.argsort(drawn.portfolio["exchange"], kind="stable")
    portfolio = np.concatenate([np.zeros(large, PORTFOLIO), drawn.portfolio[order]])
    leg = np.concatenate([np.zeros((large, LEGS), LEG), drawn.leg[order]])
    portfolio["next"] = -1
    market = market._replace(portfolio=portfolio, leg=leg, due=np.zeros(len(portfolio)))
    edges = np.searchsorted(portfolio["exchange"], np.arange(market.exchange.size + 1))
    market.desk["first"], market.desk["last"] = edges[:-1], edges[1:]
    if large:
        _large(market, scenario, 0)
    return market
