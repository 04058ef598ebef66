"""Phase `quote`: market makers refresh their ladders, and value buyers renew their resting bids.

A maker's quotes stand around a reservation price: belief less inventory skew (Avellaneda and Stoikov, 2008). Belief is a
mix of the own exchange's mid and the index, drawn to the index and weakly to fundamental value: that is the book's
resilience. Stress rises with the firm's loss of the day and with volatility; it widens and thins the ladder, and wears
off over hours.
"""

from math import sqrt

import numpy as np

from model.attribution import book_requote
from model.book import BUY, SELL, double_mid, post, remove
from model.depth_insurance import collect_premiums, committed, renew_insured
from model.events import Event, append
from model.kernels import kernel
from model.ledger import equity_of, halted, money_left
from model.market import VALUE_PARTY
from model.news import value_seen
from model.numeric import exp, smooth_step

MAKER_STRESS, MAKER_CALL, MAKER_BACK = int(Event.MAKER_STRESS), int(Event.MAKER_CALL), int(Event.MAKER_BACK)
MIX = 0.25
"""Part of the gap to the mean of mid and index that a belief closes in a second."""
TOLERANCE = 0.2
"""A quote stays while its place is wrong by less than this part of its distance."""
LOW_STOCK, HIGH_STOCK = 0.7, 1.5
"""A quote is renewed when its size is outside this range of its target."""
ORDINARY = 0.15
"""A loss of up to this part of its limit is part of a firm's every day and no cause for stress."""
CALM_RATIO, WILD_RATIO, WILD_STRESS = 4.0, 16.0, 0.7
"""Volatility, against calm, at which stress begins and reaches WILD_STRESS."""
SKEW_LIMIT = 0.05
"""No inventory shifts a quote by more than this part of the price."""
OWN_ROOM = 0.6
"""Makers of different minds do not lock the market: a quote keeps this part of its own half-spread away from others'."""
LEVEL_STEP = 0.25
"""A firm's stress is told each time it passes another of these steps."""
HEALTHY = 3.0
"""A failing maker quotes again when its margin is this many times its maintenance margin."""


@kernel()
def refresh_stress(market, record):
    """Each firm's equity, stress and margin call."""
    settings = market.settings[0]
    fade = exp(-0.6931471805599453 / settings.makers_stress_half_life)
    wild = 0.0
    for k in range(market.books.book.size):
        book = market.books.book[k]
        calm = market.asset[book.asset].volatility * market.asset[book.asset].index
        wild += sqrt(book.variance) / max(calm, 1e-9) * market.exchange[book.exchange].share
    wild = smooth_step((wild / market.run[0].assets - CALM_RATIO) / (WILD_RATIO - CALM_RATIO)) * WILD_STRESS
    for m in range(market.run[0].makers):
        firm = market.maker[m]
        firm.equity, firm.gross = equity_of(market, m)
        loss = (firm.equity_start - firm.equity) / firm.loss_limit
        before = firm.stress
        firm.stress = max(max(smooth_step((loss - ORDINARY) / (1.0 - ORDINARY)), wild), firm.stress * fade)
        if int(firm.stress / LEVEL_STEP) > int(before / LEVEL_STEP):
            place, _ = append(market, record, MAKER_STRESS, -1, -1, market.run[0].news_event)
            record.log[place].who = m
            record.log[place].usd = firm.equity_start - firm.equity
            record.log[place].quantity = int(firm.stress * 100)
        call_maker(market, record, m)


@kernel()
def call_maker(market, record, m):
    """A maker below maintenance margin stops quoting and will be sold; one that is healthy again may return."""
    firm = market.maker[m]
    needed = market.settings[0].makers_maintenance * firm.gross
    if firm.failing == 0 and firm.gross > 0 and firm.equity < needed:
        firm.failing = 1
        firm.stress = 1.0
        place, number = append(market, record, MAKER_CALL, -1, -1, market.run[0].news_event)
        record.log[place].who = m
        record.log[place].usd = firm.equity
        firm.event = number
    elif firm.failing == 1 and firm.gross > 0 and firm.equity > HEALTHY * needed:
        firm.failing = 0
        place, _ = append(market, record, MAKER_BACK, -1, -1, firm.event)
        record.log[place].who = m


@kernel()
def refresh_belief(market, k, pulls):
    """Move a book's belief; `pulls` receives by how many ticks each exchange's mid, and last the news, drew it."""
    settings = market.settings[0]
    run = market.run[0]
    book = market.books.book[k]
    asset = market.asset[book.asset]
    own = double_mid(market.books, k) * 0.5
    to_index = 0.5 * MIX + settings.makers_belief_speed
    for y in range(run.exchanges):
        other = market.books.book[y * run.assets + book.asset]
        pulls[y] = to_index * market.exchange[y].share * (other.mid_seen - book.belief)
    pulls[book.exchange] += 0.5 * MIX * (own - book.belief)
    value = value_seen(market, k)
    book.fresh += value - book.value_known
    book.value_known = value
    heard = settings.makers_alertness * book.fresh
    book.fresh -= heard
    pulls[run.exchanges] = heard + settings.makers_news_speed * (value - book.belief)
    book.belief += (
        0.5 * MIX * (own - book.belief) + to_index * (asset.index - book.belief) + pulls[run.exchanges]
    )  # fmt: skip


@kernel()
def quote_terms(market, k, m):
    """What a maker's whole ladder in a book hangs on: (reservation price, distance of its quotes, widening, lots)."""
    settings = market.settings[0]
    book = market.books.book[k]
    firm = market.maker[m]
    share = settings.makers_depth_share * market.cover[book.asset, m, 0]
    usual = max(book.normal_lots * share, 1.0)
    inventory = (market.position[k, m] - market.target[k, m]) / usual
    skew = min(max(inventory * settings.makers_skew, -SKEW_LIMIT), SKEW_LIMIT)
    lots = 0.0
    if firm.failing == 0:
        trust = (0.5 + 0.5 * market.exchange[book.exchange].confidence) * money_left(market, book.exchange)
        lots = usual * (1.0 - settings.makers_size_cut * firm.stress) * trust
    widening = (settings.makers_spread_stress - 1.0) * firm.stress
    if settings.obligation_on != 0.0 and firm.failing == 0:
        lots = max(lots, usual * settings.obligation_share)
        widening = min(widening, settings.obligation_spread - 1.0)
    return book.belief * (1.0 - skew), book.belief * market.cover[book.asset, m, 1], widening, lots


@kernel()
def rung_distance(market, asset, rung, reach, widening):
    """Ticks between reservation price and a rung; stress widens the inner rungs more than the outer."""
    rungs = market.ladder.shape[1]
    return max(market.ladder[asset, rung, 0] * reach * (1.0 + widening * (rungs - rung) / rungs), 0.5)


@kernel()
def cancel_stale(market, k):
    """First pass: every maker's quotes that stand at a wrong price or have a wrong size go."""
    books = market.books
    book = books.book[k]
    rungs = market.ladder.shape[1]
    for m in range(market.run[0].makers):
        if market.cover[book.asset, m, 0] == 0.0:
            continue
        center, reach, widening, lots = quote_terms(market, k, m)
        slot = book.slot_base + m * 2 * rungs
        for rung in range(rungs):
            distance = rung_distance(market, book.asset, rung, reach, widening)
            slack = max(1.0, TOLERANCE * distance)
            wanted = lots * market.ladder[book.asset, rung, 1]
            for side in (BUY, SELL):
                order = books.orders[slot + rung + (0 if side > 0 else rungs)]
                if order.price > 0 and (
                    abs(order.price - (center - side * distance)) >= slack
                    or order.quantity < LOW_STOCK * wanted
                    or order.quantity > HIGH_STOCK * wanted
                ):
                    remove(books, k, slot + rung + (0 if side > 0 else rungs))


@kernel()
def place_quotes(market, k):
    """Second pass: what is missing is posted, without crossing."""
    books = market.books
    book = books.book[k]
    rungs = market.ladder.shape[1]
    for m in range(market.run[0].makers):
        if market.cover[book.asset, m, 0] == 0.0:
            continue
        center, reach, widening, lots = quote_terms(market, k, m)
        slot = book.slot_base + m * 2 * rungs
        nearest = rung_distance(market, book.asset, 0, reach, widening)
        for rung in range(rungs):
            if books.orders[slot + rung].price == 0 or books.orders[slot + rungs + rung].price == 0:
                distance = rung_distance(market, book.asset, rung, reach, widening)
                wanted = int(lots * market.ladder[book.asset, rung, 1])
                room = OWN_ROOM * nearest + distance
                if books.orders[slot + rung].price == 0:
                    price = int(min(center - distance, book.best_ask - room) + 0.5)
                    post(books, k, slot + rung, BUY, price, wanted, m)
                if books.orders[slot + rungs + rung].price == 0:
                    price = int(max(center + distance, book.best_bid + room) + 0.5)
                    post(books, k, slot + rungs + rung, SELL, price, wanted, m)


@kernel()
def deep_lots(market, k, side, d):
    """Lots of value buyers' order number d in a full book; deep buyers are rarer below small altcoins."""
    settings = market.settings[0]
    book = market.books.book[k]
    near = (1.0 - settings.makers_depth_share) * market.deep[d, 1]
    far = settings.value_deep * market.asset[book.asset].support * market.deep[d, 2] if side > 0 else market.deep[d, 2]
    return book.normal_lots * (near + far)


@kernel()
def deep_price(market, k, side, d, value):
    """Where value buyers want their order number d: off fundamental value, or off the market where that has gone further."""
    anchor = min(value, market.books.book[k].belief) if side > 0 else max(value, market.books.book[k].belief)
    stand = value * (1.0 - side * market.deep[d, 0])
    nearest = anchor * (1.0 - side * market.deep[0, 0])
    if side * (stand - nearest) <= 0:
        return stand
    return anchor * (1.0 - side * market.deep[d, 0])


@kernel()
def renew_deep(market, k, budget):
    """Value buyers' resting orders: missing lots come back slowly, bids as far as their cash reaches."""
    settings = market.settings[0]
    books = market.books
    book = books.book[k]
    value = value_seen(market, k)
    tick_value = market.asset[book.asset].tick_value
    party = market.run[0].makers + VALUE_PARTY
    slot = book.slot_base + market.run[0].makers * 2 * market.ladder.shape[1]
    for side in (BUY, SELL):
        for d in range(market.deep.shape[0]):
            order = books.orders[slot]
            full = deep_lots(market, k, side, d)
            lots = full
            wanted = deep_price(market, k, side, d, value)
            price = int(wanted) if side > 0 else int(wanted) + 1
            if side > 0:
                lots = min(lots, max(budget, 0) // max(price * tick_value, 1))
            kept = order.quantity
            far_off = order.price > 0 and abs(order.price - wanted) > max(1.0, TOLERANCE * market.deep[d, 0] * value)
            if far_off or kept < LOW_STOCK * lots:
                fresh = kept + int(settings.value_replenish * full + 0.5) if kept < lots else kept
                if order.price > 0:
                    remove(books, k, slot)
                post(books, k, slot, side, price, min(fresh, int(lots)), party)
            if side > 0:
                budget -= order.quantity * price * tick_value
            slot += 1
    return budget


@kernel()
def note_quoted(market, k):
    """Spread as makers quote it, before takers come; 0 with an empty side."""
    book = market.books.book[k]
    two_sided = book.best_bid > 0 and book.best_ask < book.levels
    book.quoted = book.best_ask - book.best_bid if two_sided else 0


@kernel(allocates=True)
def quote(market, record):
    """Refresh stress and beliefs, and the ladders of every book that trades."""
    refresh_stress(market, record)
    pulls = np.zeros(market.run[0].exchanges + 1)
    party = market.run[0].makers + VALUE_PARTY
    assets = market.run[0].assets
    for x in range(market.run[0].exchanges):
        budget = market.cash[party, x]
        insured = collect_premiums(market, x)
        for a in range(assets):
            k = x * assets + a
            before = double_mid(market.books, k)
            refresh_belief(market, k, pulls)
            if halted(market, k):
                insured -= committed(market, k)
                continue
            cancel_stale(market, k)
            budget = renew_deep(market, k, budget)
            place_quotes(market, k)
            insured = renew_insured(market, record, k, insured)
            note_quoted(market, k)
            book_requote(market, k, before, pulls)
