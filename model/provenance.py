"""Where every number on the screen comes from: what each measure means, and what the post claims of it.

Parameters say it themselves (model/parameters.py). What is listed here is measured in the run that is shown, unless it
says otherwise. A chart's numbers are those of "chart." and the chart's key.
"""

from typing import NamedTuple

from model.parameter import Provenance
from model.parameters import QT_TRANSLATE_NOOP as T


class Measure(NamedTuple):
    """One number that is measured in a run: its name, how it is got, its unit, what the post and others say of it."""

    key: str
    title: str
    definition: str
    unit: str
    claimed: str = ""
    """What the post claims, as a sentence; empty where it claims nothing."""
    reported: str = ""
    """What others report, as a sentence."""
    provenance: Provenance | None = None
    """Where it comes from if it is not measured."""
    origin: str = ""
    """The same in a few words, where "measured in this run" would not be true."""


M = Measure

MEASURES: tuple[Measure, ...] = (
    M("totals.liquidated", T("Measures", "Liquidated"),
      T("Measures", "Value of all positions closed by force since the start, at the prices at which they were sold, of traders and of market makers, on all exchanges."),
      "$", T("Measures", "$40 billion in all."), T("Measures", "Press, of 10 October 2025: $19.1–19.4 billion; one market maker: $25–30 billion or more.")),
    M("totals.leveraged", T("Measures", "Liquidated of traders"), T("Measures", "The part of it that belonged to traders with leverage."), "$",
      T("Measures", "$26 billion, 65 % of all.")),
    M("totals.makers", T("Measures", "Liquidated of market makers"), T("Measures", "The part of it that belonged to market makers."), "$",
      T("Measures", "$14 billion, 35 % of all.")),
    M("totals.market_value_lost", T("Measures", "Market value lost"), T("Measures", "Value of all coins of the listed assets at the start less their value now, at the index price."), "$"),
    M("totals.reproduction", T("Measures", "Reproduction number R"),
      T("Measures", "Dollars liquidated in the last minute because of liquidations, for each dollar liquidated in the minute before; above 1 the fire spreads. Shown from $100 million in the minute before on, since a few first dollars would give any number, and above 20 only as “> 20”."), "$ / $"),
    M("totals.makers_orders", T("Measures", "Makers' orders left"), T("Measures", "Part of the market makers' normal orders that still stands, all books."), "%",
      T("Measures", "Top market makers withdraw more than 50 % of their orders."), T("Measures", "Order book data of that day: 87–90 % gone.")),
    M("totals.fund", T("Measures", "Insurance funds"), T("Measures", "What the insurance funds of all exchanges hold now, with their own open positions at the mark price."), "$"),
    M("totals.bad_debt", T("Measures", "Unpaid losses"), T("Measures", "Losses that neither margin nor insurance funds nor deleveraged winners could pay."), "$"),
    M("totals.withdrawn", T("Measures", "Withdrawn"), T("Measures", "Customers' money withdrawn from all exchanges since the start, net of deposits."), "$",
      T("Measures", "Net withdrawals at their highest since 2022."), T("Measures", "November 2022: 16.8 % of balances in 11 days.")),
    M("tile.change", T("Measures", "Change of an asset"), T("Measures", "The asset's index now against its index at the start."), "%",
      T("Measures", "An altcoin can lose 90 % in one minute."), T("Measures", "Only on thin pairs; BTC lost 5.0 % in its worst minute.")),
    M("tile.depth", T("Measures", "Normal depth of an asset"), T("Measures", "Resting orders of one side within 2 % of the price at the start, all exchanges: the area of its tile."), "$"),
    M("tile.depth_ratio", T("Measures", "Depth left of an asset"), T("Measures", "Bids within 2 % of the price now against the first second, all exchanges: the filling of its tile."), "%",
      T("Measures", "Liquidity of the 100 largest altcoins falls by 80 %.")),
    M("tile.liquidated", T("Measures", "Liquidated of an asset"), T("Measures", "Value of its positions closed by force since the start, all exchanges."), "$"),
    M("stage.price", T("Measures", "Price on an exchange"), T("Measures", "The mid price: the middle between the best bid and the best ask of this book."), "$"),
    M("stage.change", T("Measures", "Change on an exchange"), T("Measures", "Its price now against the asset's price at the start."), "%"),
    M("stage.last", T("Measures", "Last price"), T("Measures", "Price of the last trade in this book."), "$"),
    M("stage.mark", T("Measures", "Mark price"), T("Measures", "The price by which this exchange decides who is liquidated; which rule makes it, “Mark price” says under the rules."), "$"),
    M("stage.spread", T("Measures", "Spread"), T("Measures", "Best ask less best bid, in dollars and against the normal spread of this book."), "$, ×",
      T("Measures", "Spreads grow by 300–500 %; BTC's from $10 to $50.")),
    M("stage.depth", T("Measures", "Depth in a bar"), T("Measures", "Dollars of the resting orders in a bar of prices; an order stands for the stretch of prices around it. Its left part: market makers'."), "$"),
    M("stage.normal", T("Measures", "Normal book"), T("Measures", "The dashed outline: what stood in each bar at the start, as the scenario's depths and their shape say; smooth within each measured band of prices, whose sum it keeps."), "$"),
    M("stage.depth_ratio", T("Measures", "Bids left"), T("Measures", "Bids within 2 % of the price now against the normal book."), "%",
      T("Measures", "A DeFi token's depth falls from $5 million to $500,000.")),
    M("stage.fund", T("Measures", "Insurance fund left"), T("Measures", "What this exchange's insurance fund holds now against the start."), "%"),
    M("stage.confidence", T("Measures", "Confidence"), T("Measures", "The model's state of customers' trust in this exchange, from losses, halts and delays; 100 % at the start. No survey measures it."), "%"),
    M("stage.liquidated", T("Measures", "Liquidated on an exchange"), T("Measures", "Value of this asset's positions closed by force on this exchange since the start."), "$"),
    M("stage.eaten", T("Measures", "Eaten by liquidations"), T("Measures", "Dollars that liquidations and insurance funds sold into this book in this second."), "$"),
    M("stage.waiting", T("Measures", "Waiting to be sold"), T("Measures", "Called positions that wait for the re-opening, at the mark price."), "$"),
    M("stage.halted", T("Measures", "Time to the re-opening"), T("Measures", "Seconds until this book opens again by auction."), "s"),
    M("hop.usd", T("Measures", "Dollars of a hop"), T("Measures", "Liquidated in this second here with their cause on another exchange: the largest part of what moved the mark price since the accounts were last safe."), "$",
      T("Measures", "Liquidations go from Binance to OKX to Bybit.")),
    M("hop.delay", T("Measures", "Delay of a hop"), T("Measures", "Time from the move on the other exchange to the margin call here."), "s"),
    M("difference.liquidated", T("Measures", "Difference: liquidated"), T("Measures", "Liquidated on this road less liquidated on the other one up to the same second, under the same weather."), "$",
      T("Measures", "A $5 billion rescue fund prevents $50 billion of liquidations.")),
    M("difference.low_asset", T("Measures", "Difference: lowest price"), T("Measures", "Lowest index since the start of the asset on stage, this road less the other, in points of its first price."), "points"),
    M("difference.low_alts", T("Measures", "Difference: lowest median altcoin"), T("Measures", "Median over altcoins of their lowest index since the start, this road less the other."), "points"),
    M("difference.halted_minutes", T("Measures", "Difference: without trading"), T("Measures", "Asset-minutes without trading: the minutes in which an asset could not be traded, summed over assets, this road less the other. Ten assets that pause for five minutes make fifty."), "min"),
    M("difference.waiting", T("Measures", "Difference: waiting to be sold"), T("Measures", "Called positions of all assets that wait on this road for trading to begin again."), "$"),
    M("difference.bad_debt", T("Measures", "Difference: bad debt"), T("Measures", "Bad debt on this road less on the other."), "$"),
    M("chart.prices", T("Measures", "Prices chart"), T("Measures", "Index of BTC, of the asset on stage and of the median altcoin, against the first second."), "%",
      T("Measures", "An altcoin can lose 90 % in one minute."), T("Measures", "Only on thin pairs; BTC lost 5.0 % in its worst minute.")),
    M("chart.liquidations", T("Measures", "Liquidations chart"), T("Measures", "Dollars liquidated in each ten seconds, by exchange."), "$",
      T("Measures", "$40 billion in all."), T("Measures", "Press, of 10 October 2025: $19.1–19.4 billion; one market maker: $25–30 billion or more.")),
    M("chart.book-over-time", T("Measures", "Book over time"),
      T("Measures", "Dollars of the orders that rested in each band of prices, as recorded each second; the dots are the dollars sold by liquidations at that price."), "$"),
    M("chart.liquidation-map", T("Measures", "Where the next ones wait"),
      T("Measures", "Dollars of the open positions by the price at which their margin would be too small, computed from every account as it stands now; other prices are held still."), "$"),
    M("chart.contagion", T("Measures", "Contagion matrix"), T("Measures", "Dollars liquidated by the exchange on which their cause lies and the exchange on which they were sold."), "$",
      T("Measures", "Liquidations go from Binance to OKX to Bybit.")),
    M("chart.reproduction", T("Measures", "R over time"),
      T("Measures", "Dollars liquidated in the last minute because of liquidations, for each dollar liquidated in the minute before; above 1 the fire spreads. Drawn from $100 million in the minute before on and up to 5; the readout and the saved numbers are exact."), "$ / $"),
    M("chart.ledger", T("Measures", "Ledger"),
      T("Measures", "What each party has gained or lost since the start, positions at the mark price; who paid for bankruptcies, in the order of the exchanges' rules. It always adds up to nothing."), "$"),
    M("chart.makers", T("Measures", "Makers chart"),
      T("Measures", "Each market maker's loss against the limit at which it stops, and the part of its normal orders that it has withdrawn."), "%",
      T("Measures", "Top market makers withdraw more than 50 % of their orders."), T("Measures", "Order book data of that day: 87–90 % gone.")),
    M("chart.depth-left", T("Measures", "Depth chart"), T("Measures", "Bids within 2 % of the price of the asset on stage, against the normal book, by exchange."), "%",
      T("Measures", "Liquidity of the 100 largest altcoins falls by 80 %.")),
    M("chart.confidence", T("Measures", "Confidence chart"),
      T("Measures", "The model's state of customers' trust in each exchange, from losses, halts and delays; 100 % at the start. No survey measures it."), "%"),
    M("chart.withdrawals", T("Measures", "Withdrawals chart"), T("Measures", "Customers' money withdrawn from each exchange since the start, net of deposits."), "$",
      T("Measures", "Net withdrawals at their highest since 2022."), T("Measures", "November 2022: 16.8 % of balances in 11 days.")),
    M("chart.aftermath", T("Measures", "Ninety days after"),
      T("Measures", "A slow, coarse model beside the fast one: trust and depth return by half-lives that are assumed, and with them volume, fees and the value of small coins. It starts from this second as if calm began now."), "%, $",
      provenance=Provenance.ASSUMED, origin=T("Measures", "calculated by assumed rules from what this run measures now")),
    M("chart.ensemble", T("Measures", "Many runs"),
      T("Measures", "Each cure's run less the run without any cure on the same seed: a dot a seed; the bar holds 80 % of them, the line halves them."), "$, points",
      origin=T("Measures", "measured in many runs of this scenario, each with another seed")),
    M("chart.claims", T("Measures", "Claims of the post"),
      T("Measures", "What the post claims, beside what many runs of this market measure; the verdict is computed from the two, and the last column says on what kind of rule it rests."), "",
      provenance=Provenance.CLAIMED, origin=T("Measures", "claimed by the post; beside it measured in many runs, each with another seed")),
    M("time.clock", T("Measures", "Market time"), T("Measures", "Seconds of the market since the start; one step is one second."), "s"),
    M("time.speed", T("Measures", "Speed"), T("Measures", "Seconds of the market for each second in the room."), "×"),
    M("run.seed", T("Measures", "Seed"), T("Measures", "Chosen by the scenario or by you: the number from which the weather of this run is drawn. The same seed is the same weather."), ""),
)  # fmt: skip

BY_MEASURE = {measure.key: measure for measure in MEASURES}
