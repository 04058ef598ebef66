"""Every number of a scenario, declared once: panel, tooltip, file, command line and handbook all read this list."""

import numpy as np

from model.parameter import Effect, Kind, Parameter, Provenance

CLAIMED, REPORTED, RULE = Provenance.CLAIMED, Provenance.REPORTED, Provenance.RULE
LIVE = Effect.LIVE
SWITCH, CHOICE, WHOLE = Kind.SWITCH, Kind.CHOICE, Kind.WHOLE
POST = "news post “$40 Billion Liquidation Shock”"
P = Parameter


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name that lupdate looks for
    """Mark a text for translation and return it unchanged."""
    return text


T = QT_TRANSLATE_NOOP

GROUPS = {
    "run": T("Parameters", "Run"),
    "market": T("Parameters", "Market"),
    "makers": T("Parameters", "Market makers"),
    "value": T("Parameters", "Value buyers"),
    "noise": T("Parameters", "Noise traders"),
    "arbitrage": T("Parameters", "Arbitrage"),
    "accounts": T("Parameters", "Margin accounts"),
    "shock": T("Parameters", "The shock"),
    "mark": T("Parameters", "Mark price"),
    "fund": T("Parameters", "Insurance fund"),
    "adl": T("Parameters", "Auto-deleveraging"),
    "breaker": T("Parameters", "Circuit breaker"),
    "gradual": T("Parameters", "Gradual liquidation"),
    "confidence": T("Parameters", "Confidence"),
}

PARAMETERS: tuple[Parameter, ...] = (
    P("run.steps", T("Parameters", "Length"), T("Parameters", "Market time of the whole run."), "s", 5400, 60, 86400, WHOLE),
    P("market.assets", T("Parameters", "Assets"), T("Parameters", "BTC, ETH, the DeFi token and the largest altcoins, in this order."),
      "", 10, 1, 102, WHOLE),
    P("market.open_interest_usd", T("Parameters", "Open interest"), T("Parameters", "Value of all open positions of one side, all exchanges, in a market of all 102 assets; fewer have their part."),
      "$", 70e9, 0, 1e12),
    P("market.btc_depth_usd", T("Parameters", "Depth of BTC"), T("Parameters", "Resting orders of one side within 2 % of the price, all exchanges."),
      "$", 400e6, 1e5, 1e11),
    P("market.alt_depth_usd", T("Parameters", "Depth of the largest altcoin"), T("Parameters", "As for BTC; thinner by rank for the others."),
      "$", 100e6, 1e5, 1e11),
    P("market.defi_depth_usd", T("Parameters", "Depth of the DeFi token"), T("Parameters", "Resting orders of one side within 2 %, all exchanges."),
      "$", 5e6, 1e4, 1e10, Kind.NUMBER, CLAIMED, POST),
    P("market.volume_to_depth", T("Parameters", "Daily volume"), T("Parameters", "Noise traders' volume a day as a multiple of normal depth."),
      "× depth", 70, 0, 1000),
    P("market.volatility_scale", T("Parameters", "Volatility"), T("Parameters", "Multiplies every asset's calm volatility."), "×", 1, 0, 20),
    P("makers.count", T("Parameters", "Firms"), T("Parameters", "Market makers, each with one capital over all books."), "", 9, 0, 12, WHOLE),
    P("makers.capital_usd", T("Parameters", "Capital"), T("Parameters", "All makers together."), "$", 8e9, 1e6, 1e12),
    P("makers.inventory_usd", T("Parameters", "Inventory"), T("Parameters", "Makers' positions at the start, all long, mostly altcoins."),
      "$", 18e9, 0, 1e12),
    P("makers.depth_share", T("Parameters", "Share of depth"), T("Parameters", "Part of the normal book that makers quote; the rest is value buyers'."),
      "", 0.7, 0, 1),
    P("makers.loss_limit", T("Parameters", "Daily loss limit"), T("Parameters", "Loss of the day, in parts of a firm's capital, at which it has left."),
      "of capital", 0.3, 0.01, 5),
    P("makers.size_cut", T("Parameters", "Size cut in full stress"), T("Parameters", "Part of its orders that a firm at its limit no longer sends."),
      "", 0.65, 0, 1),
    P("makers.spread_stress", T("Parameters", "Spread in full stress"), T("Parameters", "Distance of a firm's quotes at its limit, against normal."),
      "×", 4.5, 1, 50),
    P("makers.stress_half_life", T("Parameters", "Return of liquidity"), T("Parameters", "Time in which half of the makers' withdrawal has worn off."),
      "s", 7200, 60, 86400),
    P("makers.skew", T("Parameters", "Inventory skew"), T("Parameters", "Shift of a maker's quotes, in parts of the price, for one normal book side of inventory."),
      "of price", 0.0009, 0, 0.1),
    P("makers.belief_speed", T("Parameters", "Pull to the index"), T("Parameters", "Part of the gap to the index that makers close in a second."),
      "1/s", 0.025, 0, 1),
    P("makers.news_speed", T("Parameters", "Pull to value"), T("Parameters", "Part of the gap to fundamental value that makers close in a second."),
      "1/s", 0.004, 0, 1),
    P("makers.maintenance", T("Parameters", "Makers' maintenance margin"), T("Parameters", "Equity below this part of its positions: a maker is liquidated."),
      "", 0.1, 0, 1),
    P("makers.slice", T("Parameters", "Slice of a maker's liquidation"), T("Parameters", "Sold in a second, in parts of the book's normal depth."),
      "of depth", 0.01, 0.0001, 1),
    P("value.cash_usd", T("Parameters", "Value buyers' cash"), T("Parameters", "What they can spend in the whole run."), "$", 45e9, 0, 1e12),
    P("value.flow", T("Parameters", "Value flow"), T("Parameters", "Part of normal depth bought in a second at 2 % below value."), "1/s", 0.015, 0, 1),
    P("value.deep", T("Parameters", "Deep bids"), T("Parameters", "Value buyers' resting bids 2 to 45 % below value, in normal depths."),
      "× depth", 6.0, 0, 50),
    P("value.alt_support", T("Parameters", "Support of altcoins"), T("Parameters", "Value buyers' readiness to buy altcoins, against BTC and ETH."),
      "×", 0.14, 0, 5),
    P("value.replenish", T("Parameters", "Replenishing"), T("Parameters", "Part of their missing bids that value buyers renew in a second."),
      "1/s", 0.007, 0, 1),
    P("noise.orders", T("Parameters", "Noise orders"), T("Parameters", "Mean number of noise orders a book and second."), "1/s", 0.8, 0, 20),
    P("noise.tail", T("Parameters", "Tail of order sizes"), T("Parameters", "Pareto exponent of noise orders' size; smaller is heavier."), "", 2.2, 1.1, 10),
    P("arbitrage.capital_usd", T("Parameters", "Arbitrage capital"), T("Parameters", "Largest position of arbitrageurs on one exchange, all assets."),
      "$", 2e9, 0, 1e12),
    P("arbitrage.fee_bps", T("Parameters", "Cost of arbitrage"), T("Parameters", "Both legs' fees; a smaller gap is left alone."), "bp", 6.0, 0, 100),
    P("accounts.count", T("Parameters", "Margin accounts"), T("Parameters", "Traders with one leveraged position each."), "", 60000, 0, 1000000, WHOLE),
    P("accounts.leverage_median", T("Parameters", "Median leverage"), T("Parameters", "Half of the accounts have more."), "×", 6.5, 1, 125),
    P("accounts.leverage_sigma", T("Parameters", "Spread of leverage"), T("Parameters", "Standard deviation of its logarithm."), "", 0.7, 0, 3),
    P("accounts.size_tail", T("Parameters", "Tail of account sizes"), T("Parameters", "Pareto exponent; smaller means a few very large accounts."),
      "", 1.3, 1.05, 10),
    P("accounts.short_share", T("Parameters", "Leveraged shorts"), T("Parameters", "Part of the short side held with leverage; the rest are hedgers."),
      "", 0.4, 0, 1),
    P("shock.size", T("Parameters", "Size"), T("Parameters", "Fall of BTC's fundamental value; others fall by their beta."), "", -0.085, -0.9, 1, Kind.NUMBER,
      Provenance.ASSUMED, "", LIVE),
    P("shock.start", T("Parameters", "Start"), T("Parameters", "Second in which the news begins."), "s", 300, 0, 86400, WHOLE, Provenance.ASSUMED, "", LIVE),
    P("shock.length", T("Parameters", "Over"), T("Parameters", "Time in which the news sinks in."), "s", 600, 1, 86400, WHOLE, Provenance.ASSUMED, "", LIVE),
    P("shock.first", T("Parameters", "First on"), T("Parameters", "Exchange whose traders hear the news first."), "", 0, 0, 7, CHOICE, CLAIMED, POST, LIVE,
      ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th")),
    P("shock.lag", T("Parameters", "Delay elsewhere"), T("Parameters", "Later by this much on every other exchange."), "s", 60, 0, 3600, WHOLE,
      Provenance.ASSUMED, "", LIVE),
    P("shock.selling", T("Parameters", "Panic selling"), T("Parameters", "Market selling while the news sinks in, in normal depths a minute at −10 %."),
      "× depth/min", 0.25, 0, 20, Kind.NUMBER, Provenance.ASSUMED, "", LIVE),
    P("mark.rule", T("Parameters", "Mark price"), T("Parameters", "Median of index, index plus mean basis and last price; or the last price alone (the flaw)."),
      "", 0, 0, 1, CHOICE, RULE, "Binance futures documentation", LIVE, ("median", "last")),
    P("mark.clamp", T("Parameters", "Index clamp"), T("Parameters", "A source farther than this from the median counts at this distance."),
      "", 0.03, 0.001, 1, Kind.NUMBER, RULE, "OKX 2 %, Binance 1–5 %", LIVE),
    P("fund.size_usd", T("Parameters", "Insurance funds"), T("Parameters", "All exchanges together at the start."), "$", 1.5e9, 0, 1e12),
    P("fund.fee_bps", T("Parameters", "Liquidation fee"), T("Parameters", "Paid by a liquidated account to the insurance fund, as far as its margin reaches."),
      "bp", 50, 0, 500, Kind.NUMBER, RULE, "exchanges' fee schedules", LIVE),
    P("adl.on", T("Parameters", "Auto-deleveraging"), T("Parameters", "Winners are closed when an insurance fund runs low; debts are shared out among gains."),
      "", 1, 0, 1, SWITCH, RULE, "exchanges' rules on auto-deleveraging", LIVE),
    P("adl.drawdown", T("Parameters", "Begins at"), T("Parameters", "Loss of an insurance fund, in parts of its peak."), "", 0.30, 0, 1, Kind.NUMBER, RULE,
      "OKX: 30 % within 8 hours", LIVE),
    P("adl.rank", T("Parameters", "Rank"), T("Parameters", "Who is closed first: profit times leverage, or Hyperliquid's price ratio times leverage."), "", 0, 0, 1, CHOICE,
      RULE, "Binance, BitMEX; Hyperliquid", LIVE, ("binance", "hyperliquid")),
    P("breaker.on", T("Parameters", "Circuit breaker"), T("Parameters", "Trading in an asset that falls too fast is paused, then re-opened by auction."),
      "", 0, 0, 1, SWITCH, CLAIMED, POST, LIVE),
    P("breaker.threshold", T("Parameters", "Fall"), T("Parameters", "Against the highest index of the window."), "", 0.30, 0.005, 0.99, Kind.NUMBER, CLAIMED, POST, LIVE),
    P("breaker.window", T("Parameters", "Window"), T("Parameters", "Look-back, in whole ten seconds."), "s", 900, 10, 3600, WHOLE, CLAIMED, POST, LIVE),
    P("breaker.pause", T("Parameters", "Pause"), T("Parameters", "Until the re-opening auction."), "s", 300, 1, 7200, WHOLE, CLAIMED, POST, LIVE),
    P("breaker.scope", T("Parameters", "Exchanges"), T("Parameters", "All exchanges pause together, or only the first one does."), "", 0, 0, 1, CHOICE, CLAIMED,
      POST, LIVE, ("all", "first only")),
    P("gradual.on", T("Parameters", "Gradual liquidation"), T("Parameters", "A position is closed in batches instead of at once."), "", 0, 0, 1, SWITCH, CLAIMED, POST, LIVE),
    P("gradual.batch", T("Parameters", "Batch"), T("Parameters", "Part of the original position that is closed each time."), "", 0.20, 0.01, 1, Kind.NUMBER, CLAIMED,
      POST, LIVE),
    P("gradual.distance", T("Parameters", "Next batch after"), T("Parameters", "Further fall that calls for the next batch; recovery re-arms it."), "", 0.05, 0.001, 0.5,
      Kind.NUMBER, CLAIMED, POST, LIVE),
    P("confidence.on", T("Parameters", "Run on the exchanges"), T("Parameters", "Customers lose confidence and withdraw money."), "", 1, 0, 1, SWITCH, Provenance.ASSUMED,
      "", LIVE),
    P("confidence.money_usd", T("Parameters", "Customers' money"), T("Parameters", "All exchanges together at the start."), "$", 60e9, 0, 1e12),
    P("confidence.rate", T("Parameters", "Withdrawal rate"), T("Parameters", "Part of customers' money withdrawn a day when confidence is gone."), "1/day", 2.0, 0, 50,
      Kind.NUMBER, Provenance.ASSUMED, "", LIVE),
    P("confidence.recovery", T("Parameters", "Recovery of confidence"), T("Parameters", "Time in which half of the lost confidence returns."), "s", 43200, 60, 864000,
      WHOLE, Provenance.ASSUMED, "", LIVE),
)

BY_KEY = {parameter.key: parameter for parameter in PARAMETERS}
SETTINGS = np.dtype([(parameter.field, np.float64) for parameter in PARAMETERS])
"""Layout of the record in which kernels read the values."""
