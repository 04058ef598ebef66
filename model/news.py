"""Phase `news`: fundamental values move, and a shock sinks in, on one exchange first."""

from math import sqrt

from model.attribution import begin_second
from model.chance import Stream, normal
from model.events import NO_EVENT, Event, append
from model.kernels import kernel
from model.numeric import exp, log

MARKET_FACTOR, ASSET_NOISE, VOLATILITY = int(Stream.MARKET_FACTOR), int(Stream.ASSET_NOISE), int(Stream.VOLATILITY)
NEWS = int(Event.NEWS)
COMMON_PART = 0.7
"""Part of an asset's calm variance that all assets share."""
WEATHER_STEPS = 900
"""Quiet and busy quarters of an hour follow each other, without jumps between."""


@kernel()
def shock_speed(market, x):
    """Change of BTC's logarithmic value in this second, as exchange x hears it."""
    settings = market.settings[0]
    hops = (x - int(settings.shock_first)) % market.run[0].exchanges
    since = market.run[0].step - settings.shock_start - hops * settings.shock_lag
    if since < 0 or since >= settings.shock_length:
        return 0.0
    return log(1.0 + settings.shock_size) / settings.shock_length


@kernel()
def weather(market):
    """How busy this second is: a log-normal factor on volatility, new every quarter of an hour; its square is 1 on average."""
    run = market.run[0]
    block = run.step // WEATHER_STEPS
    part = (run.step - block * WEATHER_STEPS) / WEATHER_STEPS
    z = (1.0 - part) * normal(run.seed, VOLATILITY, block, 0) + part * normal(run.seed, VOLATILITY, block + 1, 0)
    spread = market.settings[0].market_volatility_changes
    return exp(spread * z / sqrt((1.0 - part) * (1.0 - part) + part * part) - spread * spread)


@kernel()
def hears(market, a):
    """Whether a shock is about this asset: all, or only the altcoins (neither BTC nor ETH), or only BTC."""
    about = market.settings[0].shock_assets
    return about == 0 or (about == 1 and a >= 2) or (about == 2 and a == 0)


@kernel()
def news(market, record):
    """Move every asset's fundamental value by one market factor and its own noise, and let the shock sink in."""
    run = market.run[0]
    settings = market.settings[0]
    run.step += 1
    market.books.fill_count[0] = 0
    begin_second(market)
    factor = normal(run.seed, MARKET_FACTOR, run.step, 0)
    common = sqrt(COMMON_PART)
    own = sqrt(1.0 - COMMON_PART)
    scale = settings.market_volatility_scale * weather(market)
    for a in range(run.assets):
        asset = market.asset[a]
        noise = normal(run.seed, ASSET_NOISE, run.step, a)
        asset.value *= 1.0 + asset.volatility * scale * (common * factor + own * noise)
    for x in range(run.exchanges):
        market.exchange[x].shock += shock_speed(market, x)
    if run.step == int(settings.shock_start) and settings.shock_size != 0:
        place, number = append(market, record, NEWS, int(settings.shock_first) % run.exchanges, -1, NO_EVENT)
        record.log[place].usd = int(settings.shock_size * 1e6)
        run.news_event = number


@kernel()
def value_seen(market, k):
    """Fundamental value in ticks, as this book's exchange has heard of it."""
    book = market.books.book[k]
    asset = market.asset[book.asset]
    if not hears(market, book.asset):
        return asset.value
    return asset.value * exp(market.exchange[book.exchange].shock * asset.beta)
