"""The leveraged traders: sizes, leverages, entry prices and sides of every margin account, drawn and filed."""

import numpy as np
from numpy.typing import NDArray

from model.chance import Stream, normal, uniform
from model.kernels import kernel
from model.liquidation import trigger_ticks
from model.market import ACCOUNT, Market
from model.numeric import exp, log, power, total
from model.scenario import Scenario
from model.tiers import maintenance_margin
from model.triggers import put

SIZE, LEVERAGE, ENTRY = int(Stream.ACCOUNT_SIZE), int(Stream.ACCOUNT_LEVERAGE), int(Stream.ACCOUNT_ENTRY)
ENTRY_SPREAD = 0.03
"""Standard deviation of entry prices around the first price."""
LEVERAGE_CAP, LEVERAGE_FLOOR = 100.0, 1.5
SAFETY = 1.5
"""An account starts with at least this multiple of its maintenance margin."""
ROOM = 4.0
"""No account starts closer to its liquidation price than this many four-hour standard deviations: such were called before."""
FOUR_HOURS = 120.0
"""Square root of four hours in seconds."""
LARGEST_SHARE = 0.004
"""No account holds more than this part of its book's open interest."""
BOOK_POWER = 0.6


def _split(weights: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """Whole numbers that add up to `count`, in proportion to weights."""
    edges = np.cumsum(weights) / total(weights) * count
    whole = np.floor(edges + 0.5).astype(np.int64)
    return np.diff(whole, prepend=0)


def sizes_of(seed: int, first: int, count: int, tail: float, dollars: float) -> NDArray[np.float64]:
    """Dollars of each of `count` accounts: Pareto, the largest cut, together `dollars`."""
    sizes = np.empty(count)
    pareto_sizes(seed, first, tail, sizes)
    for _ in range(4):
        sizes *= dollars / total(sizes)
        np.minimum(sizes, max(LARGEST_SHARE * dollars, dollars / count * 3), out=sizes)
    return sizes


@kernel()
def pareto_sizes(seed, first, tail, sizes):
    """Fill an array with Pareto numbers."""
    for n in range(sizes.size):
        sizes[n] = power(uniform(seed, SIZE, 0, first + n), -1.0 / tail)


@kernel()
def fill_accounts(market, first, k, side, sizes, median, sigma):
    """Draw entry and leverage of one side of a book, and its margin and liquidation price."""
    seed = market.run[0].seed
    book = market.books.book[k]
    asset = market.asset[book.asset]
    for n in range(sizes.size):
        i = first + n
        account = market.account[i]
        account.book = k
        account.entry = max(int(asset.price * exp(ENTRY_SPREAD * normal(seed, ENTRY, 0, i))), 2)
        lots = max(1, int(sizes[n] / (account.entry * asset.tick_value * 1e-6)))
        account.position = side * lots
        account.original = lots
        leverage = median * exp(sigma * normal(seed, LEVERAGE, 0, i))
        leverage = min(max(leverage, LEVERAGE_FLOOR), LEVERAGE_CAP)
        fund_account(market, i, leverage)
        account.next = -1
        account.previous = -1


@kernel()
def fund_account(market, i, leverage):
    """Margin for a leverage, as much more as tiers and today's price demand, and the liquidation price that follows."""
    account = market.account[i]
    book = market.books.book[account.book]
    asset = market.asset[book.asset]
    worth = abs(account.position) * account.entry * asset.tick_value
    need = SAFETY * maintenance_margin(market.tiers[asset.tier], worth * 1e-6) * 1e6
    margin = max(worth / leverage, need)
    room = ROOM * FOUR_HOURS * asset.volatility * asset.price
    for _ in range(12):
        account.cash = int(margin) - account.position * account.entry * asset.tick_value
        price = trigger_ticks(market, i)
        gap = (asset.price - price) if account.position > 0 else (price - asset.price)
        if price == 0 or gap > room:
            break
        margin += (room * 1.1 - gap) * abs(account.position) * asset.tick_value
    account.trigger = trigger_ticks(market, i)


@kernel()
def file_accounts(market):
    """Put every account under its liquidation price; the list of a level runs in the order of the array."""
    for n in range(market.account.size):
        i = market.account.size - 1 - n
        put(market, i, market.account[i].trigger)


def alone(scenario: Scenario) -> tuple[int, float]:
    """How many accounts have one position each, and their part of the open interest; the others are full-margin accounts."""
    part = 1.0 - scenario.number("full_margin.share")
    return round(scenario.number("accounts.count") * part), part


def populate(market: Market, scenario: Scenario, open_interest: list[float]) -> Market:
    """The market with its accounts, sorted by book, side and liquidation price so that neighbours fall together."""
    count, held = alone(scenario)
    books = market.books.book.size
    if count == 0 or scenario.number("market.open_interest_usd") == 0:
        return market
    dollars = np.array(
        [
            held * open_interest[k % len(open_interest)] * market.exchange["share"][k // len(open_interest)]
            for k in range(books)
        ]
    )
    short = scenario.number("accounts.short_share")
    both = np.column_stack([dollars, dollars * short]).ravel()
    weights = np.array([exp(BOOK_POWER * log(max(d, 1e-9))) for d in both])
    numbers = _split(weights, count)
    market = market._replace(account=np.zeros(count, ACCOUNT))
    first = 0
    for row, number in enumerate(numbers):
        if number > 0:
            sizes = sizes_of(scenario.seed, first, int(number), scenario.number("accounts.size_tail"), float(both[row]))
            side = 1 if row % 2 == 0 else -1
            median, sigma = scenario.number("accounts.leverage_median"), scenario.number("accounts.leverage_sigma")
            fill_accounts(market, first, row // 2, side, sizes, median, sigma)
            first += int(number)
    account = market.account
    order = np.lexsort((account["trigger"], account["position"] < 0, account["book"]))
    account[...] = account[order]
    side_of = 2 * account["book"] + (account["position"] < 0)
    market.first_account[...] = np.searchsorted(side_of, np.arange(2 * books + 1))
    file_accounts(market)
    return market
