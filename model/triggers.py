"""Accounts by liquidation price: a list for each price level and a bitmap, so that a look-up never scans the accounts."""

from model.book import EMPTY, next_above, next_below, occupy, vacate
from model.kernels import kernel

LONGS, SHORTS = 0, 1


@kernel()
def put(market, i, price):
    """File an account under its liquidation price in ticks; a price outside the book's range is never reached."""
    account = market.account[i]
    account.trigger = price
    book = market.books.book[account.book]
    if price <= 0 or price >= book.levels:
        account.trigger = 0
        return
    row = LONGS if account.position > 0 else SHORTS
    triggers = market.triggers
    level = book.level_base + price
    head = triggers.heads[row, level]
    account.next = head
    account.previous = EMPTY
    triggers.heads[row, level] = i
    if head != EMPTY:
        market.account[head].previous = i
        return
    occupy(triggers.words[row], triggers.summary[row], book.word_base, book.summary_base, price)
    if row == LONGS:
        book.long_top = max(book.long_top, price)
    else:
        book.short_low = min(book.short_low, price)


@kernel()
def drop(market, i):
    """Take an account out of its list."""
    account = market.account[i]
    if account.trigger == 0:
        return
    book = market.books.book[account.book]
    row = LONGS if account.position > 0 else SHORTS
    triggers = market.triggers
    level = book.level_base + account.trigger
    if account.previous == EMPTY:
        triggers.heads[row, level] = account.next
    else:
        market.account[account.previous].next = account.next
    if account.next != EMPTY:
        market.account[account.next].previous = account.previous
    if triggers.heads[row, level] == EMPTY:
        close_trigger(triggers, book, row, account.trigger)
    account.trigger = 0
    account.next = EMPTY
    account.previous = EMPTY


@kernel()
def close_trigger(triggers, book, row, price):
    """A level has lost its last account: clear its bit and find the next one."""
    vacate(triggers.words[row], triggers.summary[row], book.word_base, book.summary_base, price)
    if row == LONGS:
        if price == book.long_top:
            book.long_top = next_below(
                triggers.words[row], triggers.summary[row], book.word_base, book.summary_base, price
            )
    elif price == book.short_low:
        book.short_low = next_above(
            triggers.words[row], triggers.summary[row], book.word_base, book.summary_base, price, book.levels
        )
