"""The user's own orders in phase `trade`: they meet the book like anybody's, wait in its queue, and can be liquidated.

Without leverage the user trades out of a deep pocket. With leverage every order has a margin account of its own, at the
end of the list of accounts: it is called, sold, taken over and deleveraged as others are, shares losses as they do, and
the leverage cap asks it for the same margin, which comes out of that pocket.
"""

from model.attribution import COLUMN_USER, book_own
from model.book import EMPTY, claim_slot, crosses, double_mid, remove, rest
from model.events import Event, append
from model.kernels import kernel
from model.ledger import TAKER_FEE_MILLIONTHS, halted, trade
from model.leverage_cap import missing_margin
from model.liquidation import trigger_ticks
from model.market import USER_ORDERS, USER_PARTY
from model.orders import CANCEL, CANCELLED, CLOSE, DONE, NONE, REFUSED, RESTING, SENT
from model.triggers import drop, put
from model.units import STEPS_PER_MINUTE

USER_FILL = int(Event.USER_FILL)


@kernel()
def account_place(market, n):
    """Place of the margin account of order n."""
    return market.account.size - USER_ORDERS + n


@kernel()
def move_into_account(market, n, side, lots, value, margin):
    """What an order with leverage has just traded, and margin, go from the user's pocket into its margin account."""
    order = market.user[n]
    party = market.run[0].makers + USER_PARTY
    i = account_place(market, n)
    account = market.account[i]
    drop(market, i)
    market.position[order.book, party] -= side * lots
    market.cash[party, market.books.book[order.book].exchange] += side * value - margin
    account.book = order.book
    account.position += side * lots
    account.cash += margin - side * value
    account.original = abs(account.position)
    if order.filled > 0:
        account.entry = order.cost // order.filled
    order.margin += margin
    if account.position != 0:
        put(market, i, trigger_ticks(market, i))


@kernel()
def leverage_allowed(market, n):
    """What an order asks for, or less while a cap is in force."""
    settings = market.settings[0]
    asked = market.user[n].leverage
    return min(asked, settings.cap_leverage) if settings.cap_on != 0.0 else asked


@kernel()
def review_margin(market, n):
    """Bring the margin that the leverage cap misses in an order's account, as other traders do."""
    i = account_place(market, n)
    missing = missing_margin(market, i)
    if missing > 0:
        move_into_account(market, n, 0, 0, 0, missing)


@kernel()
def tell_fill(market, record, n, k, side, lots, ticks):
    """An event: order n has just traded `ticks`, lots × price."""
    book = market.books.book[k]
    place, _ = append(market, record, USER_FILL, book.exchange, book.asset, EMPTY)
    event = record.log[place]
    event.side = side
    event.who = n
    event.price = ticks // lots
    event.quantity = lots
    event.usd = ticks * market.asset[book.asset].tick_value


@kernel()
def note_fill(market, record, n, lots, ticks):
    """Write down what an order has just traded: `ticks` is lots × price."""
    order = market.user[n]
    order.filled += lots
    order.cost += ticks
    tell_fill(market, record, n, order.book, order.act, lots, ticks)
    if order.leverage > 0.0:
        value = ticks * market.asset[market.books.book[order.book].asset].tick_value
        move_into_account(market, n, order.act, lots, value, int(value / leverage_allowed(market, n)))


@kernel()
def still_resting(market, n):
    """Lots of an order that wait in the book; none if its slot is free."""
    order = market.user[n]
    resting = market.books.orders[order.slot]
    party = market.run[0].makers + USER_PARTY
    if resting.price == order.limit and resting.party == party and resting.side == order.act:
        return resting.quantity
    return 0


@kernel()
def look_after(market, record, n):
    """Find out what others have taken of a resting order since it was last looked at.

    Not during a halt: nothing trades then, and the order's account may be waiting to be liquidated.
    """
    order = market.user[n]
    if halted(market, order.book):
        return
    left = still_resting(market, n)
    taken = order.left - left
    order.left = left
    if taken > 0:
        note_fill(market, record, n, taken, taken * order.limit)
    if left == 0:
        order.state = DONE


@kernel()
def take_now(market, k, side, limit, lots):
    """Trade at once for the user: (lots filled, ticks × lots, fee)."""
    party = market.run[0].makers + USER_PARTY
    book = market.books.book[k]
    before = double_mid(market.books, k)
    filled, value = trade(market, k, side, limit, lots, party, -1 - party, COLUMN_USER)
    fee = value * TAKER_FEE_MILLIONTHS // 1_000_000
    market.position[k, party] += side * filled
    market.cash[party, book.exchange] -= side * value + fee
    market.exchange[book.exchange].fees += fee
    book_own(market, k, before, COLUMN_USER)
    return filled, value // market.asset[book.asset].tick_value, fee


@kernel()
def withdraw(market, n):
    """Take a resting order out of its book."""
    order = market.user[n]
    before = double_mid(market.books, order.book)
    remove(market.books, order.book, order.slot)
    book_own(market, order.book, before, COLUMN_USER)
    order.left = 0
    order.state = CANCELLED


@kernel()
def put_down(market, n, lots):
    """Let the rest of a limit order wait in the book; it is given up where the book has no room or it would trade."""
    order = market.user[n]
    k = order.book
    order.state = DONE if order.filled > 0 else CANCELLED
    if crosses(market.books, k, order.act, order.limit):
        return
    slot = claim_slot(market.books, k)
    if slot == EMPTY:
        return
    before = double_mid(market.books, k)
    rest(market.books, k, slot, order.act, order.limit, lots, market.run[0].makers + USER_PARTY)
    book_own(market, k, before, COLUMN_USER)
    order.slot = slot
    order.left = lots
    order.state = RESTING


@kernel()
def enter(market, record, n):
    """A new order to buy or sell: it takes what it can reach, and the rest waits or is given up."""
    order = market.user[n]
    book = market.books.book[order.book]
    price = order.limit if order.limit > 0 else double_mid(market.books, order.book) * 0.5
    lots = int(order.usd / (price * market.asset[book.asset].tick_value))
    if lots <= 0 or halted(market, order.book):
        order.state = REFUSED
        return
    reach = book.levels - 1 if order.act > 0 else 1
    limit = order.limit if order.limit > 0 else reach
    filled, ticks, fee = take_now(market, order.book, order.act, limit, lots)
    order.fees += fee
    order.state = DONE
    if filled > 0:
        note_fill(market, record, n, filled, ticks)
    if filled < lots:
        if order.limit > 0:
            put_down(market, n, lots - filled)
        elif filled == 0:
            order.state = REFUSED


@kernel()
def close_position(market, record, n, by):
    """Trade an order's position away at the market, as the order `by` asks; returns whether there was something to close."""
    order = market.user[n]
    k = order.book
    account = market.account[account_place(market, n)]
    held = account.position if order.leverage > 0.0 else order.act * (order.filled - order.closed)
    if held == 0 or halted(market, k):
        return False
    side = -1 if held > 0 else 1
    limit = market.books.book[k].levels - 1 if side > 0 else 1
    filled, ticks, fee = take_now(market, k, side, limit, abs(held))
    order.fees += fee
    order.closed += filled
    order.proceeds += ticks
    if filled == 0:
        return False
    tell_fill(market, record, by, k, side, filled, ticks)
    if order.leverage > 0.0:
        value = ticks * market.asset[market.books.book[k].asset].tick_value
        move_into_account(market, n, side, filled, value, 0)
    return True


@kernel()
def carry_out(market, record, n):
    """Do what an order asks for that has just arrived."""
    order = market.user[n]
    if order.act != CANCEL and order.act != CLOSE:
        enter(market, record, n)
        return
    subject = market.user[order.subject]
    done = False
    if order.subject < n:
        order.book = subject.book
        if subject.state == RESTING and still_resting(market, order.subject) == subject.left:
            withdraw(market, order.subject)
            done = True
        if order.act == CLOSE:
            done = close_position(market, record, order.subject, n) or done
    order.state = DONE if done else REFUSED


@kernel()
def trade_user(market, record):
    """All orders of the user's: first what became of those that wait, then those that have just arrived."""
    if market.user[0].state == NONE:
        return
    capped = market.settings[0].cap_on != 0.0 and market.run[0].step % STEPS_PER_MINUTE == 1
    for n in range(market.user.size):
        if market.user[n].state == RESTING:
            look_after(market, record, n)
        if capped:
            review_margin(market, n)
    for n in range(market.user.size):
        if market.user[n].state == SENT:
            carry_out(market, record, n)


@kernel()
def watch_user(market, record):
    """After the others have traded: what they have taken of the user's orders belongs to its margin account at once."""
    if market.user[0].state == NONE:
        return
    for n in range(market.user.size):
        if market.user[n].state == RESTING:
            look_after(market, record, n)
