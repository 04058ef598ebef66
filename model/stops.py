"""Stop orders: holders who sell at the market, at any price, once the price has fallen as far as they had set.

Stop-loss orders wait below the market and sell into a fall that sets off the next of them (Osler, 2005). Here they stand
evenly between a tenth and nine tenths below the opening price, more of them behind some coins than behind others. They
have no limit: where no bid is left but a stray one, that is where they trade.
"""

from model.attribution import COLUMN_STOPS, book_stops
from model.book import SELL, double_mid
from model.chance import Stream, normal
from model.kernels import kernel
from model.ledger import pay_party, trade
from model.market import NOISE_PARTY
from model.numeric import exp

NEAREST, DEEPEST = 0.1, 0.9
"""Falls between which stops stand, evenly: nobody sells for what happens every day, or so late."""
UNEVEN = 1.0
"""Standard deviation of the logarithm of a coin's stop orders, in its normal depths."""
ANY_PRICE = 1


def stop_depths(seed: int, asset: int, altcoin: bool, mean: float) -> float:
    """Stop orders of an asset in normal depths of one side; `mean` is that of BTC, of ETH, and of altcoins on average."""
    if not altcoin:
        return mean
    return mean * exp(UNEVEN * normal(seed, Stream.STOPS, 0, asset) - 0.5 * UNEVEN * UNEVEN)


@kernel()
def passed(market, k, fall):
    """Lots of a book's stop orders that stand above a fall."""
    book = market.books.book[k]
    part = (min(max(fall, NEAREST), DEEPEST) - NEAREST) / (DEEPEST - NEAREST)
    return int(market.asset[book.asset].stops * book.normal_lots * part)


@kernel()
def trade_stops(market, k):
    """Sell what the fall has newly reached, whatever it fetches; what finds no bid has still been set off."""
    book = market.books.book[k]
    before = double_mid(market.books, k)
    fall = 1.0 - book.last / market.asset[book.asset].price
    if fall <= book.stopped:
        return
    lots = passed(market, k, fall) - passed(market, k, book.stopped)
    book.stopped = fall
    if lots > 0:
        party = market.run[0].makers + NOISE_PARTY
        filled, value = trade(market, k, SELL, ANY_PRICE, lots, party, -1 - party, COLUMN_STOPS)
        pay_party(market, k, party, SELL, filled, value)
        book_stops(market, k, before)
