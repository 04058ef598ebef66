"""From a scenario to the first second: every array of the market, filled."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from model.book_shape import UNIT_DISTANCE, cumulative_depth
from model.catalogue import Instrument, instruments, tick_value
from model.chance import Stream, normal, uniform
from model.coverage import coverage
from model.depth_insurance import INSURED_ORDERS
from model.events import empty_record
from model.makers import note_quoted, place_quotes, renew_deep
from model.market import (
    ACCOUNT,
    ARBITRAGE_PARTY,
    ASSET,
    BLOCKS,
    BOOK,
    CALLED,
    EXCHANGE,
    FILL,
    FUND_PARTY,
    HEDGE_PARTY,
    LEVEL,
    MAKER_FIRM,
    NOISE_PARTY,
    ORDER,
    OTHER_PARTIES,
    RESCUE_PARTY,
    RING,
    RUN,
    USER_ORDERS,
    VALUE_PARTY,
    Books,
    Market,
    Triggers,
)
from model.marks import mark
from model.numeric import exp, power, total
from model.parameters import PARAMETERS, SETTINGS
from model.patience import PATIENT_ORDERS
from model.population import populate
from model.portfolios import gather, no_portfolios
from model.scenario import RULES, Scenario
from model.stops import stop_depths
from model.tiers import default_tiers
from model.units import STEPS_PER_YEAR, to_micro

RUNGS, DEEP_ORDERS, POOL = 10, 24, 24
FARTHEST_RUNG, DEEP, FARTHEST_DEEP = 0.06, 0.45, 0.95
STRAY = 0.05
"""Value buyers' bids between DEEP and FARTHEST_DEEP below value, in parts of those above; orders without a limit meet them."""
CEILING = 1.6
"""A book's grid of prices reaches from nothing to this multiple of its first price."""
LEVEL_BLOCK = 4096
FILL_ROOM = 1 << 16
FIRM_SPREAD = 0.7
REACH_SPREAD = 0.6
"""The widest firm quotes up to this part farther away than the nearest, whose spread is the normal one."""


def settings_record(scenario: Scenario) -> NDArray[np.void]:
    """The parameters as one compiled record."""
    record = np.zeros(1, SETTINGS)
    for parameter in PARAMETERS:
        record[parameter.field] = scenario.number(parameter.key)
    return record


def normal_depth(scenario: Scenario, asset: int) -> Callable[[float], float]:
    """How an asset's normal book grows with distance: as a real book did for the first, if the scenario has one."""
    return scenario.book.within if scenario.book is not None and asset == 0 else cumulative_depth


def _ladder(half_spread: float, within: Callable[[float], float] = cumulative_depth) -> NDArray[np.float64]:
    """(RUNGS, 2) distances and sizes of a ladder from half a spread to its farthest rung."""
    ratio = power(FARTHEST_RUNG / half_spread, 1.0 / (RUNGS - 1))
    rungs = np.zeros((RUNGS, 2))
    below = 0.0
    distance = half_spread
    for n in range(RUNGS):
        border = within(distance * power(ratio, 0.5))
        rungs[n] = distance, border - below
        below = border
        distance *= ratio
    return rungs


def _fitted(
    ladder: NDArray[np.float64], cover: NDArray[np.float64], scenario: Scenario, support: float
) -> NDArray[np.float64]:
    """A ladder with sizes that make the first book's bids within 2 % the normal depth, whatever firms and value buyers are."""
    share, deep = scenario.number("makers.depth_share"), _deep_ladder()
    near = deep[deep[:, 0] <= UNIT_DISTANCE]
    others = float(((1.0 - share) * near[:, 1] + scenario.number("value.deep") * support * near[:, 2]).sum())
    inside = sum(float(part * ladder[ladder[:, 0] * reach <= UNIT_DISTANCE, 1].sum()) for part, reach in cover)
    if share * inside > 0 and others < 1.0:
        ladder[:, 1] *= (1.0 - others) / (share * inside)
    return ladder


def _ladders(
    scenario: Scenario, listed: list[Instrument], assets: NDArray[np.void], cover: NDArray[np.float64]
) -> NDArray[np.float64]:
    rows = enumerate(zip(listed, assets["support"], strict=True))
    ladders = ((_ladder(item.spread_bps * 0.5e-4, normal_depth(scenario, a)), float(s)) for a, (item, s) in rows)
    return np.stack([_fitted(ladder, cover[a], scenario, support) for a, (ladder, support) in enumerate(ladders)])


def _deep_ladder() -> NDArray[np.float64]:
    """(DEEP_ORDERS, 3) distances of value buyers' orders, sizes of the near part and of the deep part."""
    ratio = power(FARTHEST_DEEP / 0.002, 1.0 / (DEEP_ORDERS - 1))
    rows = np.zeros((DEEP_ORDERS, 3))
    distance, near, deep = 0.002, 0.0, 0.0
    for n in range(DEEP_ORDERS):
        border = distance * power(ratio, 0.5)
        near_border = cumulative_depth(min(border, FARTHEST_RUNG))
        deep_border = min(max(border - UNIT_DISTANCE, 0.0) / (DEEP - UNIT_DISTANCE), 1.0)
        deep_border += STRAY * max(min(border, FARTHEST_DEEP) - DEEP, 0.0) / (FARTHEST_DEEP - DEEP)
        rows[n] = distance, near_border - near, deep_border - deep
        near, deep = near_border, deep_border
        distance *= ratio
    return rows


def _draw_instruments(scenario: Scenario) -> list[Instrument]:
    number, seed = scenario.number, scenario.seed
    count = int(number("market.assets"))
    draws = [(normal(seed, Stream.ASSET_BETA, 0, a), normal(seed, Stream.ASSET_VOLATILITY, 0, a)) for a in range(count)]
    listed = instruments(
        count, number("market.btc_depth_usd"), number("market.alt_depth_usd"), number("market.defi_depth_usd"),
        number("market.open_interest_usd"), draws, number("market.btc_usd"),
    )  # fmt: skip
    if scenario.book is not None:
        tick_bps = listed[0].tick / listed[0].price * 1e4
        listed[0] = listed[0]._replace(spread_bps=max(scenario.book.spread_bps, tick_bps))
    return listed


def _assets(listed: list[Instrument], scenario: Scenario) -> NDArray[np.void]:
    rows = np.zeros(len(listed), ASSET)
    for a, (row, item) in enumerate(zip(rows, listed, strict=True)):
        row["tick_value"] = tick_value(item.tick, item.lot)
        row["price"] = round(item.price / item.tick)
        row["tick_usd"], row["lot"] = item.tick, item.lot
        row["beta"] = item.beta
        row["volatility"] = item.volatility / float(np.sqrt(np.float64(STEPS_PER_YEAR)))
        row["value"] = row["index"] = row["index_start"] = row["mean"] = row["price"]
        row["market_value"] = item.market_value
        row["support"] = 1.0 if item.rank <= 0 else scenario.number("value.alt_support")
        row["stops"] = stop_depths(scenario.seed, a, item.rank > 0, scenario.number("stops.depths"))
        row["tier"] = 0 if item.rank <= 0 else 1 if item.rank == 1 else 2
    return rows


def _exchanges(scenario: Scenario) -> NDArray[np.void]:
    rows = np.zeros(len(scenario.exchanges), EXCHANGE)
    for row, exchange in zip(rows, scenario.exchanges, strict=True):
        row["share"], row["rule"] = exchange.share, RULES[exchange.rule]
        row["confidence"] = row["depth_seen"] = 1.0
        row["customer_money"] = to_micro(scenario.number("confidence.money_usd") * exchange.share)
        row["first_liquidation"] = -1
        row["fund_peak"] = to_micro(scenario.number("fund.size_usd") * exchange.share)
    return rows


def _books(assets: NDArray[np.void], exchanges: NDArray[np.void], listed: list[Instrument], makers: int) -> Books:
    slots = makers * 2 * RUNGS + 2 * DEEP_ORDERS + PATIENT_ORDERS + INSURED_ORDERS + POOL
    count = len(exchanges) * len(assets)
    book = np.zeros(count, BOOK)
    levels = words = summary = 0
    for k in range(count):
        x, a = divmod(k, len(assets))
        row, asset = book[k], assets[a]
        height = -(-int(asset["price"] * CEILING) // LEVEL_BLOCK) * LEVEL_BLOCK
        row["exchange"], row["asset"], row["levels"] = x, a, height
        row["level_base"], row["word_base"], row["summary_base"] = levels, words, summary
        levels, words, summary = levels + height, words + height // 64, summary + height // LEVEL_BLOCK
        row["slot_base"], row["slots"], row["pool"] = k * slots, slots, slots - POOL
        row["free"] = k * slots + slots - POOL
        row["best_ask"] = row["short_low"] = height
        row["last"] = row["mark"] = asset["price"]
        row["belief"] = row["mid_seen"] = row["value_known"] = asset["price"]
        row["queue"] = row["queue_tail"] = row["worst_event"] = row["halted_until"] = -1
        dollars = asset["price"] * asset["tick_value"] * 1e-6
        row["normal_lots"] = max(1, round(listed[a].depth * exchanges[x]["share"] / dollars))
        row["normal_spread"] = listed[a].spread_bps * 1e-4 * asset["price"]
        row["variance"] = (asset["volatility"] * asset["price"]) ** 2
    orders = np.zeros(count * slots, ORDER)
    orders["next"] = orders["previous"] = -1
    for k in range(count):
        last = (k + 1) * slots
        orders["next"][last - POOL : last - 1] = np.arange(last - POOL + 1, last)
    level = np.full(levels, -1, np.dtype("i4")).repeat(2).view(LEVEL)
    return Books(
        book,
        orders,
        level,
        np.zeros(words, np.uint64),
        np.zeros(summary, np.uint64),
        np.zeros(FILL_ROOM, FILL),
        np.zeros(1, np.int64),
    )


def _makers(scenario: Scenario) -> NDArray[np.void]:
    count = int(scenario.number("makers.count"))
    rows = np.zeros(count, MAKER_FIRM)
    sizes = [exp(FIRM_SPREAD * normal(scenario.seed, Stream.MAKER_CAPITAL, 0, m)) for m in range(count)]
    sizes.sort(reverse=True)
    whole = total(np.array(sizes))
    for m, row in enumerate(rows):
        row["weight"] = sizes[m] / whole
        row["reach"] = 1.0 + REACH_SPREAD * uniform(scenario.seed, Stream.MAKER_LADDER, 0, m)
        row["capital"] = to_micro(scenario.number("makers.capital_usd") * row["weight"])
        row["loss_limit"] = max(1, int(row["capital"] * scenario.number("makers.loss_limit")))
        row["event"] = -1
    if count > 0:
        rows["reach"] /= rows["reach"].min()
    return rows


def _stock_makers(market: Market, scenario: Scenario, listed: list[Instrument]) -> None:
    """Give each firm its capital and its starting inventory, bought from hedgers: firms differ in leverage."""
    count = market.maker.size
    wanted = [item.open_interest * (0.25 if item.rank <= 0 else 1.0) for item in listed]
    if count == 0:
        return
    eager = [0.4 + 1.2 * uniform(scenario.seed, Stream.MAKER_LEVERAGE, 0, m) for m in range(count)]
    heft = total(market.maker["weight"] * np.array(eager))
    for m in range(count):
        dollars = scenario.number("makers.inventory_usd") * market.maker["weight"][m] * eager[m] / heft
        quoted = np.array(wanted) * market.cover[:, m, 0]
        whole = max(total(quoted), 1.0)
        for k in range(market.books.book.size):
            x, a = divmod(k, len(listed))
            worth = float(market.asset["price"][a] * market.asset["tick_value"][a]) * 1e-6
            lots = round(dollars * market.exchange["share"][x] * float(quoted[a]) / whole / worth)
            market.position[k, m] = lots
            market.cash[m, x] -= lots * int(market.asset["price"][a]) * int(market.asset["tick_value"][a])
        for x in range(market.exchange.size):
            market.cash[m, x] += int(market.maker["capital"][m] * market.exchange["share"][x])
    market.target[...] = market.position


def _parties(market: Market, scenario: Scenario) -> None:
    """Money of value buyers, arbitrageurs, noise traders, insurance funds and the rescue fund."""
    makers = market.maker.size
    for x in range(market.exchange.size):
        share = float(market.exchange["share"][x])
        market.cash[makers + VALUE_PARTY, x] = to_micro(scenario.number("value.cash_usd") * share)
        market.cash[makers + ARBITRAGE_PARTY, x] = to_micro(scenario.number("arbitrage.capital_usd") * share)
        market.cash[makers + NOISE_PARTY, x] = to_micro(scenario.number("market.open_interest_usd") * share)
        market.cash[makers + FUND_PARTY, x] = to_micro(scenario.number("fund.size_usd") * share)
        market.cash[makers + RESCUE_PARTY, x] = to_micro(scenario.number("rescue.size_usd") * share)


def _hedge(market: Market) -> None:
    """Hedgers take the other side of all positions: every contract has two sides."""
    hedgers = market.maker.size + HEDGE_PARTY
    held = market.position.sum(axis=1)
    np.add.at(held, market.account["book"], market.account["position"])
    np.add.at(held, market.leg["book"], market.leg["lots"])
    np.add.at(held, market.portfolio["exchange"] * market.asset.size, market.portfolio["collateral"])
    for k in range(market.books.book.size):
        x, a = divmod(k, market.asset.size)
        value = int(market.asset["price"][a]) * int(market.asset["tick_value"][a])
        market.position[k, hedgers] = -held[k]
        market.cash[hedgers, x] += int(held[k]) * value + abs(int(held[k])) * value


def _tiers() -> NDArray[np.float64]:
    tables = [default_tiers(kind) for kind in ("BTC", "SOL", "small")]
    height = max(len(table) for table in tables)
    return np.stack([np.concatenate([table, np.repeat(table[-1:], height - len(table), axis=0)]) for table in tables])


def unopened(scenario: Scenario, listed: list[Instrument]) -> Market:
    """The arrays of a market in which nobody holds anything yet and no order rests."""
    assets, exchanges, makers = _assets(listed, scenario), _exchanges(scenario), _makers(scenario)
    ranks = [item.rank for item in listed]
    cover = coverage(scenario.seed, ranks, makers, int(scenario.number("makers.coverage")))
    books = _books(assets, exchanges, listed, len(makers))
    count, parties = books.book.size, len(makers) + OTHER_PARTIES
    origins, columns = 4 + len(exchanges), 8 + 2 * len(exchanges)
    run = np.zeros(1, RUN)
    run["seed"] = scenario.seed
    run["exchanges"], run["assets"], run["makers"] = len(exchanges), len(assets), len(makers)
    run["news_event"] = run["rescue_event"] = -1
    called = np.zeros(2 * count, CALLED)
    called["cause"] = -1
    return Market(
        run, settings_record(scenario), books,
        Triggers(
            np.full((2, books.levels.size), -1, np.int32), np.zeros((2, books.words.size), np.uint64),
            np.zeros((2, books.summary.size), np.uint64),
        ),
        assets, exchanges, makers, np.zeros(0, ACCOUNT), np.zeros(2 * count + 1, np.int64),
        _ladders(scenario, listed, assets, cover), cover,
        _deep_ladder(), _tiers(), np.zeros((parties, len(exchanges)), np.int64), np.zeros((count, parties), np.int64),
        np.zeros((count, parties), np.int64), np.zeros((count, RING, columns), np.int32), np.zeros((count, origins)),
        np.zeros((len(assets), BLOCKS)), called, np.zeros((2 * count, origins)), np.zeros((origins, len(exchanges))),
        *no_portfolios(books, len(exchanges)),
    )  # fmt: skip


def genesis(scenario: Scenario, seed: int | None = None) -> Market:
    """The market of a scenario before its first second; `seed` overrides the scenario's own."""
    scenario = scenario if seed is None else scenario._replace(seed=seed)
    listed = _draw_instruments(scenario)
    market = unopened(scenario, listed)
    _stock_makers(market, scenario, listed)
    _parties(market, scenario)
    held = [item.open_interest for item in listed]
    market = _with_user_accounts(gather(populate(market, scenario, held), scenario, held))
    _hedge(market)
    _open(market, scenario)
    return market


def _with_user_accounts(market: Market) -> Market:
    """Empty margin accounts for the user's own orders, after all others, where no rule but the user's finds them."""
    rows = np.zeros(USER_ORDERS, ACCOUNT)
    rows["next"] = rows["previous"] = -1
    return market._replace(account=np.concatenate([market.account, rows]))


def _open(market: Market, scenario: Scenario) -> None:
    """First quotes, first marks, and each firm's equity at the opening."""
    settings = market.settings
    settings["value_replenish"] = 1.0
    for k in range(market.books.book.size):
        buyers = market.maker.size + VALUE_PARTY
        renew_deep(market, k, int(market.cash[buyers, int(market.books.book["exchange"][k])]))
        place_quotes(market, k)
        note_quoted(market, k)
    settings["value_replenish"] = scenario.number("value.replenish")
    mark(market, empty_record(0, market.books.book.size, market.exchange.size, market.asset.size, 0))
    for m in range(market.maker.size):
        held = (
            market.position[:, m]
            * market.books.book["mark"]
            * np.tile(market.asset["tick_value"], market.exchange.size)
        )
        market.maker["equity_start"][m] = market.maker["equity"][m] = market.cash[m].sum() + held.sum()


def instruments_of(scenario: Scenario) -> list[Instrument]:
    """The assets of a scenario, as its market will list them."""
    return _draw_instruments(scenario)
