"""Phase `mark`: index over the exchanges, mark price on each, volatility, and the breaker's look-back.

Index: mean of the exchanges' mids weighted by volume; a source far from the median counts at the clamp's distance [rule
OKX 2 %, Binance 1–5 %]; a halted exchange is left out while others trade. Mark: median of index, index plus mean basis and
last price [rule Binance: basis averaged over 2.5 minutes].
"""

from model.book import double_mid
from model.kernels import kernel
from model.ledger import halted
from model.market import BLOCKS

BASIS_SPEED = 1.0 / 75.0
VARIANCE_SPEED = 1.0 / 60.0
MEAN_SPEED = 1.0 / 300.0
"""The reference price of limit-up-limit-down bands: a mean over five minutes, here an exponential one."""
BLOCK_STEPS = 10


@kernel()
def middle(a, b, c):
    """Median of three."""
    return max(min(a, b), min(max(a, b), c))


@kernel()
def median_mid(market, a):
    """Weighted median of the mids that trade; 0 if none does."""
    run = market.run[0]
    best, gap = 0.0, 2.0
    for x in range(run.exchanges):
        k = x * run.assets + a
        if halted(market, k):
            continue
        mid = double_mid(market.books, k) * 0.5
        below, above = 0.0, 0.0
        for y in range(run.exchanges):
            other = y * run.assets + a
            if halted(market, other):
                continue
            price = double_mid(market.books, other) * 0.5
            if price < mid:
                below += market.exchange[y].share
            elif price > mid:
                above += market.exchange[y].share
        if abs(below - above) < gap:
            gap = abs(below - above)
            best = mid
    return best


@kernel()
def update_index(market, a):
    """Clamped, weighted mean of mids; stays while everything is halted."""
    run = market.run[0]
    clamp = market.settings[0].mark_clamp
    center = median_mid(market, a)
    if center <= 0:
        return
    total, weight = 0.0, 0.0
    for x in range(run.exchanges):
        k = x * run.assets + a
        if not halted(market, k):
            price = double_mid(market.books, k) * 0.5
            price = min(max(price, center * (1.0 - clamp)), center * (1.0 + clamp))
            total += market.exchange[x].share * price
            weight += market.exchange[x].share
    market.asset[a].index = total / weight


@kernel()
def update_mark(market, k):
    """Mark price, mean basis and volatility of one book."""
    book = market.books.book[k]
    index = market.asset[book.asset].index
    mid = double_mid(market.books, k) * 0.5
    if not halted(market, k):
        book.basis += BASIS_SPEED * (mid - index - book.basis)
        change = mid - book.mid_seen
        book.variance += VARIANCE_SPEED * (change * change - book.variance)
        book.mid_seen = mid
    price = float(book.last)
    if market.settings[0].mark_rule == 0:
        price = middle(index, index + book.basis, price)
    book.mark = min(max(int(price + 0.5), 1), book.levels - 1)


@kernel()
def update_peak(market, a):
    """Highest index of this block of ten seconds, and the mean of five minutes."""
    step = market.run[0].step
    block = (step // BLOCK_STEPS) % BLOCKS
    asset = market.asset[a]
    index = asset.index
    asset.mean += MEAN_SPEED * (index - asset.mean)
    if step % BLOCK_STEPS == 0:
        market.peaks[a, block] = index
    else:
        market.peaks[a, block] = max(market.peaks[a, block], index)


@kernel()
def mark(market, record):
    """Index, mark and look-back of every asset and book."""
    for a in range(market.run[0].assets):
        update_index(market, a)
        update_peak(market, a)
    for k in range(market.books.book.size):
        update_mark(market, k)
