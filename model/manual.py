"""What `main.py book --help` and `main.py margin --help` say of their files, in plain text."""

BOOK = """\
ORDERS.csv begins with the header line
  op,id,side,type,price,qty,tif,owner
and has one instruction a line, done in turn:
  op     new, cancel, reduce, replace, auction
  id     name of the order, once and for ever; cancel, reduce and replace name one that is open
  side   buy, sell
  type   limit, market (what a market order cannot trade is cancelled)
  price  decimal text on the grid of --tick; a market order has none
  qty    decimal text on the grid of --lot
  tif    gtc (or empty: the rest waits in the book), ioc (the rest is cancelled),
         fok (whole or not at all), post (rejected if it would trade)
  owner  may be empty; an order that would meet its own owner's order is cancelled from there on
reduce sets the open quantity to the smaller qty and keeps the place in the queue; replace sets price and
open qty, goes to the back of the queue and may trade. What cannot be done is listed in "rejected" and
changes nothing. Trades happen at the resting order's price, best price first, then oldest order first.

An auction line opens a call: new orders are collected and nothing trades. The next auction line, or the end
of the file, lets the collected orders and the book trade at one price: the price at which most is traded;
among those the one that leaves the least surplus; among those the one nearest to the reference. The reference
is the price on that line, else on the line that opened the call, else the last trade, else the middle of the
book. Market orders trade first, then better prices, then older orders; what is left of limit orders rests.

The result is JSON: trades, rejected, bids and asks, best first, each level's orders in the order of their turn.

example:
  op,id,side,type,price,qty,tif,owner
  new,a,sell,limit,100.50,5,gtc,ann
  new,b,buy,limit,100.50,3,ioc,bob
  cancel,a,,,,,,
"""
MARGIN = """\
POSITIONS.json is one object:
  venue       binance, okx, bybit: whose rules (stylised; not the firms)
  mode        isolated (each position has its own margin), cross (full margin: all share the account)
  wallet      dollars, isolated margins included
  taker_fee   share of the value, 0.0005 unless given; only OKX's rule reads it
  collateral  list of {"asset", "qty", "price"}; full margin counts it after the haircut
  haircut     none, flat (95 % counts), tiered (the more, the less counts), a share, or [[upper amount, share], ...]
  positions   list of {"asset", "side": long or short, "qty", "entry"} and, where wanted,
              "mark" (else the entry price), "leverage" or "margin" (else, isolated, the whole wallet),
              the maintenance rule as "mmr" with "cum" or as "tiers": [[upper notional or null, rate], ...],
              else the published example table of the asset

For each position: liquidation_price (tiers are those of the value at that price), bankruptcy_price,
maintenance_margin, tier. For the account: equity, maintenance_margin, fee_reserve, margin_ratio (called at 1).
null stands for a price that is never reached and for a ratio without equity.

example:
  {"venue": "binance", "mode": "isolated", "wallet": 1000,
   "positions": [{"asset": "BTC", "side": "long", "qty": 0.1, "entry": 100000, "leverage": 10}]}
"""
