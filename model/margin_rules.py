"""Margin rules: at which price a position is called, at which it is worth nothing, and how much of it is closed first.

Written after what three exchanges publish for linear contracts margined in dollars; stylised, not the firms.

- Binance, "How to calculate liquidation price of USDⓈ-M futures contracts": LP = (WB − TMM₁ + UPNL₁ + cum − s·q·EP) /
  (q·MMR − s·q), with rate and cum those of the position's value *at the liquidation price*. Called positions are closed
  whole.
- OKX, isolated margin and "Tiered maintenance margin": LP = (EP − s·margin/q) / (1 − s·(MMR + taker fee)). The rate of
  the tier holds for the whole position, so maintenance jumps at a border. From tier 3 up, partial liquidation steps
  down two tiers and checks again.
- Bybit, "Liquidation price under isolated mode" and "Maintenance margin": LP = EP − s·(margin − MM)/q, which is EP·(1 −
  s·(1/L − MMR)) at leverage L. MM is marginal by tier and taken on the *entry* value, so it does not move with the
  price. Full margin takes it at mark. From tier 2 up, liquidation steps down one tier at a time.

Symbols: s = +1 long or −1 short, q > 0 units of the asset, EP entry price, WB or margin dollars behind the position.
Kernels use only + − × ÷ and comparisons, so their results are the same bits on every machine.
"""

from model.haircuts import default_haircut as default_haircut
from model.haircuts import haircut_schedule as haircut_schedule
from model.haircuts import haircut_value as haircut_value
from model.kernels import kernel
from model.tiers import default_tiers as default_tiers
from model.tiers import maintenance_margin as maintenance_margin
from model.tiers import one_tier as one_tier
from model.tiers import tier_of as tier_of
from model.tiers import tier_table as tier_table

BINANCE, OKX, BYBIT = 0, 1, 2


@kernel()
def unrealized_profit(side, quantity, entry, mark):
    """Dollars won or lost on paper at a mark price."""
    return side * quantity * (mark - entry)


@kernel()
def bankruptcy_price(side, quantity, entry, margin):
    """Price at which the position has lost all its margin; negative if no fall can do that to a long."""
    return entry - side * margin / quantity


@kernel()
def tier_rate(rule, tiers, n, taker_fee):
    """Share of the notional that must be left in tier row n; OKX counts the fee of closing in."""
    return tiers[n, 1] + taker_fee if rule == OKX else tiers[n, 1]


@kernel()
def tier_relief(rule, tiers, n):
    """Dollars that the lower tiers' lower rates take off the requirement; OKX's flat rates give none."""
    return 0.0 if rule == OKX else tiers[n, 2]


@kernel()
def required_margin(rule, tiers, notional, taker_fee):
    """Dollars below which an exchange calls a position worth `notional` dollars at mark."""
    n = tier_of(tiers, notional)
    return notional * tier_rate(rule, tiers, n, taker_fee) - tier_relief(rule, tiers, n)


@kernel()
def margin_ratio(required, equity):
    """Required margin over equity: called at 1 and above; meaningless when no equity is left."""
    return required / equity


@kernel()
def spare_margin(rule, side, debt, notional, n, taker_fee, tiers):
    """Equity above the requirement at a notional, by tier row n; `debt` is s·q·EP less the dollars behind."""
    return side * notional - debt - notional * tier_rate(rule, tiers, n, taker_fee) + tier_relief(rule, tiers, n)


@kernel()
def tier_of_call_long(rule, debt, start, taker_fee, tiers):
    """Row of the tier in which a falling price first meets the requirement of a long.

    From the notional `start` down; a long that is short of margin already is followed up to where it would be safe. A
    flat rule may have several such points, hence the start; a marginal rule has one.
    """
    n = tier_of(tiers, start)
    if spare_margin(rule, 1, debt, start, n, taker_fee, tiers) > 0.0:
        while n > 0 and spare_margin(rule, 1, debt, tiers[n - 1, 0], n, taker_fee, tiers) >= 0.0:
            n -= 1
    else:
        while n < tiers.shape[0] - 1 and spare_margin(rule, 1, debt, tiers[n, 0], n, taker_fee, tiers) < 0.0:
            n += 1
    return n


@kernel()
def tier_of_call_short(rule, debt, taker_fee, tiers):
    """Row of the tier in which a rising price first meets the requirement of a short; there is only one such point."""
    n = 0
    while n < tiers.shape[0] - 1 and spare_margin(rule, -1, debt, tiers[n, 0], n, taker_fee, tiers) > 0.0:
        n += 1
    return n


@kernel()
def call_price(rule, side, quantity, entry, start, backing, taker_fee, tiers):
    """Price at which `backing` and the position's own profit together meet the requirement at that very price.

    `start` is the price to look from. Solved in the one tier where it holds, not by iteration. Two edges: 0 for a long
    that no positive price calls (and for a short that every price calls); where OKX's flat rate jumps, a short is
    called at the border itself. Needs rate + fee < 1.
    """
    debt = side * quantity * entry - backing
    if side > 0:
        n = tier_of_call_long(rule, debt, quantity * start, taker_fee, tiers)
    else:
        n = tier_of_call_short(rule, debt, taker_fee, tiers)
    top = backing + tier_relief(rule, tiers, n) - side * quantity * entry
    price = top / (quantity * tier_rate(rule, tiers, n, taker_fee) - side * quantity)
    if side < 0 and n > 0:
        price = max(price, tiers[n - 1, 0] / quantity)
    return max(price, 0.0)


@kernel()
def liquidation_price(rule, side, quantity, entry, margin, taker_fee, tiers):
    """Price at which an isolated position is called.

    side +1 or −1, quantity > 0 in units of the asset, entry and result in dollars, margin in dollars behind this
    position alone. 0 when no positive price calls a long. Bybit's maintenance is that of the entry value; Binance's and
    OKX's tier is the one of the result.
    """
    if rule == BYBIT:
        return max(entry - side * (margin - maintenance_margin(tiers, quantity * entry)) / quantity, 0.0)
    return call_price(rule, side, quantity, entry, entry, margin, taker_fee, tiers)


@kernel()
def full_margin_liquidation_price(rule, side, quantity, entry, mark, backing, taker_fee, tiers):
    """Price of one position at which a full-margin account is called while everything else in it stands still.

    `backing` = wallet + counted collateral − requirement of the other positions + their unrealized profit (Binance's WB
    − TMM₁ + UPNL₁), in dollars; it may be negative.
    """
    return call_price(rule, side, quantity, entry, mark, backing, taker_fee, tiers)


@kernel()
def step_down_quantity(rule, side, quantity, mark, tiers):
    """How much of a called position to close first, in units of the asset: more than nothing, at most all.

    OKX: from tier 3 up, down to the most that the second tier below holds. Bybit: from tier 2 up, to the most of the
    tier below. Else, and on Binance, everything. Afterwards the caller checks the margin again and, if need be, asks
    again with what is left; a caller who counts lots rounds up. The side makes no difference.
    """
    n = tier_of(tiers, quantity * mark)
    down = 2 if rule == OKX else 1
    if rule == BINANCE or n < down:
        return quantity
    return quantity - tiers[n - down, 0] / mark


@kernel()
def may_step_down(rule, notional, equity, taker_fee, tiers):
    """Whether a called position is closed in part at all, rather than taken over whole.

    Bybit: from tier 2 up. OKX: from tier 3 up, while the equity would still satisfy the lowest tier's rate. Binance:
    never.
    """
    n = tier_of(tiers, notional)
    if rule == OKX:
        return n >= 2 and equity > notional * tier_rate(rule, tiers, 0, taker_fee)
    return rule == BYBIT and n >= 1
