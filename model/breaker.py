"""Phase `halt`: an asset that falls too far too fast is paused, and re-opened by auction.

Rules to choose from: the post's (down more than 30 % against the highest index of 15 minutes → 5 minutes' pause) and, each
simplified to falls, CME's (3.5 % within an hour → 2 minutes), limit-up-limit-down (outside 5 % of the five minutes' mean for
15 seconds → 5 minutes; trades outside the band are not refused here), and two that watch one index, here BTC against its
first price, and pause everything: the US stock market's (7, 13 %: 15 minutes; 20 %: the rest of the day) and China's of
January 2016 (5 %: 15 minutes; 7 %: the rest of the day). Traders with anticipation hurry to sell before a halt comes.
"""

import numpy as np

from model.attribution import book_requote
from model.book import double_mid
from model.events import Event, append
from model.kernels import kernel
from model.makers import MIX, cancel_stale, place_quotes
from model.market import BLOCKS
from model.marks import BLOCK_STEPS
from model.news import value_seen
from model.reopening import reopen
from model.units import STEPS_PER_DAY, STEPS_PER_HOUR

HALT, RESUME = int(Event.HALT), int(Event.RESUME)
POST, US, LULD, CME, CHINA = range(5)
"""The choices of `breaker.rule`."""
US_LEVELS, CHINA_LEVELS = (0.07, 0.13, 0.20), (0.05, 0.07)
LEVEL_PAUSE = 900
BAND, LIMIT_SECONDS, BAND_PAUSE = 0.05, 15, 300
CME_FALL, CME_PAUSE = 0.035, 120
NEAR = 0.5
"""Part of the way to a halt from which traders with anticipation begin to hurry."""


@kernel()
def highest_index(market, a, window):
    """Highest index of an asset within a look-back, to ten seconds."""
    step = market.run[0].step
    blocks = int(window) // BLOCK_STEPS
    highest = 0.0
    for back in range(min(blocks, BLOCKS - 1, step // BLOCK_STEPS) + 1):
        highest = max(highest, market.peaks[a, (step // BLOCK_STEPS - back) % BLOCKS])
    return highest


@kernel()
def level_of(rule, level):
    """Fall at which a market-wide rule's level number `level` (from 0) is reached; 1 beyond its last."""
    if rule == US:
        return US_LEVELS[level] if level < len(US_LEVELS) else 1.0
    return CHINA_LEVELS[level] if level < len(CHINA_LEVELS) else 1.0


@kernel()
def market_wide(rule):
    """Whether a rule watches one index and pauses everything."""
    return rule == US or rule == CHINA  # noqa: PLR1714 - compiled code compares numbers


@kernel()
def fall_of(market, a):
    """How far an asset is down by the rule's measure, and the fall that halts it: (part, part)."""
    settings = market.settings[0]
    rule = int(settings.breaker_rule)
    if market_wide(rule):
        return 1.0 - market.asset[0].index / market.asset[0].index_start, level_of(rule, market.run[0].breaker_level)
    index = market.asset[a].index
    if rule == LULD:
        return 1.0 - index / market.asset[a].mean, BAND
    window = STEPS_PER_HOUR if rule == CME else settings.breaker_window
    highest = highest_index(market, a, window)
    fall = 1.0 - index / highest if highest > 0 else 0.0
    return fall, CME_FALL if rule == CME else settings.breaker_threshold


@kernel()
def pause_asset(market, record, a, fall, pause):
    """Halt an asset on every exchange in the breaker's scope that still trades."""
    settings = market.settings[0]
    run = market.run[0]
    for x in range(run.exchanges):
        book = market.books.book[x * run.assets + a]
        outside = settings.breaker_scope == 1 and x != int(settings.shock_first) % run.exchanges
        if outside or run.step <= book.halted_until:
            continue
        book.halted_from = run.step
        book.halted_until = run.step + pause
        place, _ = append(market, record, HALT, x, a, book.worst_event)
        record.log[place].price = book.mark
        record.log[place].quantity = pause
        record.log[place].usd = int(fall * 1e6)


@kernel(allocates=True)
def requote(market, k):
    """Makers post what they still dare; the move is booked to what drew their beliefs during the pause."""
    run = market.run[0]
    settings = market.settings[0]
    asset = market.books.book[k].asset
    before = double_mid(market.books, k)
    pulls = np.zeros(run.exchanges + 1)
    for y in range(run.exchanges):
        gap = market.books.book[y * run.assets + asset].mid_seen - before * 0.5
        pulls[y] = (0.5 * MIX + settings.makers_belief_speed) * market.exchange[y].share * gap
    pulls[run.exchanges] = settings.makers_news_speed * (value_seen(market, k) - before * 0.5)
    cancel_stale(market, k)
    place_quotes(market, k)
    book_requote(market, k, before, pulls)


@kernel()
def resume_book(market, record, k):
    """End of a pause: makers quote again, then the auction."""
    book = market.books.book[k]
    requote(market, k)
    reopen(market, record, k)
    place, _ = append(market, record, RESUME, book.exchange, book.asset, book.worst_event)
    record.log[place].price = book.last
    market.peaks[book.asset, :] = 0.0
    market.peaks[book.asset, (market.run[0].step // BLOCK_STEPS) % BLOCKS] = market.asset[book.asset].index


@kernel()
def watch_market(market, record, fall):
    """Market-wide levels, each reached once: a pause for every asset, the last until tomorrow."""
    run = market.run[0]
    rule = int(market.settings[0].breaker_rule)
    reached = run.breaker_level
    while fall >= level_of(rule, reached):
        reached += 1
    if reached > run.breaker_level:
        run.breaker_level = reached
        pause = STEPS_PER_DAY if level_of(rule, reached) == 1.0 else LEVEL_PAUSE
        for a in range(run.assets):
            pause_asset(market, record, a, fall, pause)


@kernel()
def pause_of(market, a, over):
    """Seconds for which an asset beyond its limit is to be paused; 0 while its limit state may still pass."""
    settings = market.settings[0]
    rule = int(settings.breaker_rule)
    asset = market.asset[a]
    if rule != LULD:
        asset.limit_state = 0
        return 0 if not over else CME_PAUSE if rule == CME else int(settings.breaker_pause)
    asset.limit_state = asset.limit_state + 1 if over else 0
    if asset.limit_state < LIMIT_SECONDS:
        return 0
    asset.limit_state = 0
    return BAND_PAUSE


@kernel()
def watch(market, record):
    """Pause what has fallen too far."""
    settings = market.settings[0]
    together = market_wide(int(settings.breaker_rule))
    for a in range(market.run[0].assets):
        fall, limit = fall_of(market, a)
        if settings.breaker_anticipation > 0.0 and limit < 1.0:
            market.asset[a].nearness = min(max((fall / limit - NEAR) / (1.0 - NEAR), 0.0), 1.0)
        if not together:
            pause = pause_of(market, a, fall > limit)
            if pause > 0:
                pause_asset(market, record, a, fall, pause)
        elif a == 0:
            watch_market(market, record, fall)


@kernel()
def halt(market, record):
    """Re-open what has paused long enough; pause what has fallen too far."""
    run = market.run[0]
    for k in range(market.books.book.size):
        if market.books.book[k].halted_until == run.step:
            resume_book(market, record, k)
    for a in range(run.assets):
        market.asset[a].nearness = 0.0
    if market.settings[0].breaker_on != 0.0:
        watch(market, record)
