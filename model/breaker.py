"""Phase `halt`: an asset that falls too far too fast is paused, and re-opened by auction.

Rule of the post: down more than 30 % against the highest index of the last 15 minutes → 5 minutes' pause.
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

HALT, RESUME = int(Event.HALT), int(Event.RESUME)


@kernel()
def highest_index(market, a):
    """Highest index of an asset within the breaker's look-back, to ten seconds."""
    step = market.run[0].step
    blocks = int(market.settings[0].breaker_window) // BLOCK_STEPS
    highest = 0.0
    for back in range(min(blocks, BLOCKS - 1, step // BLOCK_STEPS) + 1):
        highest = max(highest, market.peaks[a, (step // BLOCK_STEPS - back) % BLOCKS])
    return highest


@kernel()
def pause_asset(market, record, a, fall):
    """Halt an asset on every exchange in the breaker's scope that still trades."""
    settings = market.settings[0]
    run = market.run[0]
    for x in range(run.exchanges):
        book = market.books.book[x * run.assets + a]
        outside = settings.breaker_scope == 1 and x != int(settings.shock_first) % run.exchanges
        if outside or run.step <= book.halted_until:
            continue
        book.halted_from = run.step
        book.halted_until = run.step + int(settings.breaker_pause)
        place, _ = append(market, record, HALT, x, a, book.worst_event)
        record.log[place].price = book.mark
        record.log[place].quantity = int(settings.breaker_pause)
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
def halt(market, record):
    """Re-open what has paused long enough; pause what has fallen too far."""
    run = market.run[0]
    for k in range(market.books.book.size):
        if market.books.book[k].halted_until == run.step:
            resume_book(market, record, k)
    settings = market.settings[0]
    if settings.breaker_on == 0.0:
        return
    for a in range(run.assets):
        highest = highest_index(market, a)
        index = market.asset[a].index
        if highest > 0 and index < highest * (1.0 - settings.breaker_threshold):
            pause_asset(market, record, a, 1.0 - index / highest)
