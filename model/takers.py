"""Phase `trade`: noise traders, sellers on the news and value buyers send orders that execute at once or not at all."""

from model.attribution import COLUMN_NEWS, COLUMN_NOISE, COLUMN_VALUE
from model.book import BUY, SELL, double_mid
from model.chance import Stream, poisson, uniform
from model.kernels import kernel
from model.ledger import halted, money_left, trade_as_party
from model.market import NOISE_PARTY, VALUE_PARTY
from model.news import hears, shock_speed, value_seen
from model.numeric import power
from model.stops import trade_stops
from model.units import STEPS_PER_DAY, STEPS_PER_MINUTE
from model.user_orders import trade_user, watch_user

ORDER_COUNT, ORDER_SIDE, ORDER_SIZE = int(Stream.ORDER_COUNT), int(Stream.ORDER_SIDE), int(Stream.ORDER_SIZE)
ADDRESSES = 64
"""Addresses of chance set aside for one book's orders in one second."""
LEAN = 10.0
"""How much noise traders lean to value: odds shift by this times the mispricing."""
LARGEST = 40.0
"""No noise order is larger than this many mean orders."""
NOISE_REACH = 0.05
"""A noise order accepts a price this far from the mid."""
DEAD_BAND, FULL_GAP, MOST_FLOW = 0.005, 0.02, 5.0
"""Value buyers act on a mispricing above DEAD_BAND; `value.flow` is meant at FULL_GAP; flow is capped at MOST_FLOW of it."""


@kernel()
def trade_noise(market, k, value):
    """A random number of random orders, leaning to fundamental value, fewer where confidence is gone."""
    run = market.run[0]
    settings = market.settings[0]
    book = market.books.book[k]
    mean_count = settings.noise_orders
    count = poisson(mean_count, uniform(run.seed, ORDER_COUNT, run.step, k))
    if count == 0:
        return
    mean_lots = book.normal_lots * settings.market_volume_to_depth / STEPS_PER_DAY / mean_count
    mean_lots *= (0.3 + 0.7 * market.exchange[book.exchange].confidence) * money_left(market, book.exchange)
    mid = double_mid(market.books, k) * 0.5
    odds = min(max(0.5 + LEAN * (value - mid) / mid, 0.2), 0.8)
    smallest = (settings.noise_tail - 1.0) / settings.noise_tail
    for n in range(count):
        address = k * ADDRESSES + n
        side = BUY if uniform(run.seed, ORDER_SIDE, run.step, address) < odds else SELL
        u = uniform(run.seed, ORDER_SIZE, run.step, address)
        size = min(smallest * power(u, -1.0 / settings.noise_tail), LARGEST)
        lots = int(mean_lots * size + 0.5)
        if lots > 0:
            limit = int(mid * (1.0 + side * NOISE_REACH))
            trade_as_party(market, k, side, limit, lots, run.makers + NOISE_PARTY, COLUMN_NOISE)


@kernel()
def pressure_of(market, k):
    """Normal depths a second that the news, a run on the exchange or fear of a halt sell (negative) or buy."""
    settings = market.settings[0]
    book = market.books.book[k]
    exchange, asset = market.exchange[book.exchange], market.asset[book.asset]
    hurry = asset.nearness * asset.nearness * settings.breaker_anticipation / STEPS_PER_MINUTE
    pressure = -exchange.selling - hurry
    if hears(market, book.asset):
        strength = shock_speed(market, book.exchange) * settings.shock_length / 0.10536
        pressure += strength * settings.shock_selling / STEPS_PER_MINUTE
    return pressure


@kernel()
def trade_news(market, k):
    """Selling (or buying) by those who cannot wait."""
    book = market.books.book[k]
    pressure = pressure_of(market, k)
    lots = int(abs(pressure) * book.normal_lots)
    if lots == 0:
        return
    side = SELL if pressure < 0 else BUY
    mid = double_mid(market.books, k) * 0.5
    limit = max(int(mid * (1.0 + side * NOISE_REACH)), 1)
    trade_as_party(market, k, side, limit, lots, market.run[0].makers + NOISE_PARTY, COLUMN_NEWS)


@kernel()
def trade_value(market, k, value):
    """Buy below fundamental value, as far as cash reaches; sell above it."""
    settings = market.settings[0]
    book = market.books.book[k]
    mid = double_mid(market.books, k) * 0.5
    gap = (value - mid) / value
    if abs(gap) <= DEAD_BAND:
        return
    pace = settings.value_flow * market.asset[book.asset].support
    lots = int(min(abs(gap) / FULL_GAP, MOST_FLOW) * pace * book.normal_lots)
    side = BUY if gap > 0 else SELL
    party = market.run[0].makers + VALUE_PARTY
    if side > 0:
        price = value * market.asset[book.asset].tick_value
        lots = min(lots, int(max(market.cash[party, book.exchange], 0) * 0.01 / price))
    if lots > 0:
        trade_as_party(market, k, side, int(value), lots, party, COLUMN_VALUE)


@kernel()
def flow(market, record):
    """The user's own orders, then everyone else who takes liquidity, book by book."""
    trade_user(market, record)
    for k in range(market.books.book.size):
        if halted(market, k):
            continue
        value = value_seen(market, k)
        trade_stops(market, k)
        trade_news(market, k)
        trade_noise(market, k, value)
        trade_value(market, k, value)
    watch_user(market, record)
