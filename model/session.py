"""What the user is doing: one market, one place in time, verbs, and one announcement for each change."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from model.aftermath import Aftermath, after
from model.book import double_mid
from model.causes import Move, move_of
from model.change import Change as Change
from model.difference import Difference as Difference
from model.difference import difference
from model.engine import PHASES
from model.events import Event
from model.frame import Frame, Hop, Picture, Tile, Totals, outline, venue_of
from model.genesis import instruments_of, normal_depth
from model.liquidation_map import LiquidationMap, liquidation_map
from model.market import FUND_PARTY
from model.orders import Standing, standings
from model.parameter import Effect
from model.parameters import BY_KEY
from model.parameters import QT_TRANSLATE_NOOP as T
from model.roads import Roads
from model.scenario import Scenario, check_value
from model.standings import standings as owned
from model.story import Line, Teller
from model.survey import Survey
from model.timeline import Branch, Edit, Timeline, Value
from model.waterfall import Part, parts

REPRODUCTION_WINDOW = 60
LITTLE = 9_000
"""Seconds of one book that the compared road may be computed at once when it is looked at; a player does the rest."""
HELD = T("Session", "The lesson holds this control for now.")


class Session:
    """The verbs of the program. Listeners are told once after each change, and never change anything."""

    phases = PHASES
    """The causes inside a second, in order."""

    def __init__(self, scenario: Scenario, seed: int | None = None) -> None:
        """Open a scenario, paused at its first second."""
        self._listeners: list[Callable[[Change], None]] = []
        self.scenario = scenario if seed is None else scenario._replace(seed=seed)
        self.pending: dict[str, Value] = {}
        """Values that wait for a new run."""
        self.asset = 0
        self.roads = Roads(self)
        self.patience: int | None = None
        """Seconds of one book that a move may compute at once; whoever sets it goes on to `goal` by himself."""
        self.goal: int | None = None
        """Second that a move did not reach yet."""
        self.hold: int | None = None
        """A second beyond which time does not go on for now: a lesson waits there."""
        self.locked: Callable[[str], bool] = lambda key: False
        """Whether a parameter, or "seed", "scenario", "assets", is held by a lesson."""
        self.begin()

    def begin(self) -> None:
        """Make the first second of the scenario."""
        self.goal = None
        self.timeline = Timeline(self.scenario)
        self.symbols = tuple(item.symbol for item in instruments_of(self.scenario))
        self.exchanges = tuple(exchange.name for exchange in self.scenario.exchanges)
        self.asset = min(self.asset, len(self.symbols) - 1)
        market = self.timeline.here.market
        funds = market.cash[market.maker.size + FUND_PARTY]
        self._fund_start = [float(fund) * 1e-6 for fund in funds]
        self._standings_start = owned(market)
        self.survey = Survey(self.timeline)
        self._pictures: dict[tuple[int, int, int, int], Picture] = {}
        self._tellers: dict[int, Teller] = {}
        self._outlines: dict[int, tuple[NDArray[np.float64], NDArray[np.float64]]] = {}

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Be told after each change."""
        self._listeners.append(listener)

    def hush(self) -> None:
        """Tell nobody any more: the views of this session are gone."""
        self._listeners.clear()

    def announce(self, change: Change) -> None:
        """Tell all listeners of a change that was made."""
        for listener in tuple(self._listeners):
            listener(change)

    # --- where we are -----------------------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        """Seconds of market time since the start."""
        return self.timeline.here.step

    @property
    def phase(self) -> int:
        """Phases done of the next second."""
        return self.timeline.here.phase

    @property
    def length(self) -> int:
        """Seconds of the whole run."""
        return self.timeline.length

    @property
    def reach(self) -> int:
        """Last second that can be visited now: the whole run's, or where a lesson holds it."""
        return self.length if self.hold is None else min(self.length, self.hold)

    @property
    def horizon(self) -> int:
        """Last second of this road that has been computed."""
        return self.branch.horizon

    @property
    def branch(self) -> Branch:
        """The road we are on."""
        return self.timeline.here.branch

    @property
    def seed(self) -> int:
        """Number that the weather of this run is drawn from."""
        return self.scenario.seed

    @property
    def values(self) -> dict[str, Value]:
        """Every parameter's value in force now, by key."""
        return self.branch.values(self.scenario, self.step)

    def tick_usd(self, asset: int) -> float:
        """Dollars in one tick of an asset's price, in which events count."""
        return float(self.timeline.here.market.asset["tick_usd"][asset])

    def digest(self) -> str:
        """Hash of the state now."""
        return self.timeline.digest()

    # --- verbs ------------------------------------------------------------------------------------------------------

    def forward(self, steps: int = 1) -> None:
        """Go on by whole seconds."""
        self.timeline.here.forward(max(min(self.step + steps, self.reach), self.step))
        if self.goal is not None and self.step >= self.goal:
            self.goal = None
        self.announce(Change.MOMENT)

    def back(self, steps: int = 1) -> None:
        """Go back by whole seconds; inside a second, to its beginning."""
        self.timeline.here.go(self.step - (steps if self.phase == 0 else steps - 1))
        self.timeline.here.mark_near()
        self.goal = None
        self.announce(Change.MOMENT)

    def forward_cause(self) -> None:
        """Do the next phase."""
        if self.step < self.reach:
            self.timeline.here.forward_phase()
        self.announce(Change.MOMENT)

    def back_cause(self) -> None:
        """Undo the last phase."""
        self.timeline.here.back_phase()
        self.announce(Change.MOMENT)

    def go(self, step: int) -> None:
        """Visit a second; what has not happened yet is computed."""
        self.visit(step, sliced=step <= self.horizon)
        self.announce(Change.MOMENT)

    def visit(self, step: int, sliced: bool = True) -> None:
        """Move to a second of this road, or towards it as far as patience reaches."""
        here, step = self.timeline.here, max(0, min(step, self.reach))
        here.approach(step)
        first = step
        if sliced and self.patience is not None and here.step < step:
            first = here.affordable(step, self.patience)
        here.forward(first)
        self.goal = step if first < step else None

    def restart(self) -> None:
        """Back to the first second; the roads taken stay."""
        self.go(0)

    def change(self, key: str, value: Value) -> None:
        """Change a parameter: at once on a new road if that is safe, else it waits for a new run."""
        check_value(key, value)
        self._refuse_if_locked(key)
        if BY_KEY[key].effect is Effect.NEW_RUN:
            self.pending[key] = value
            self.announce(Change.VALUES)
            return
        if self.values[key] != value:
            self.roads.edit(key, value)

    def _refuse_if_locked(self, key: str) -> None:
        if self.locked(key):
            raise ValueError(HELD)

    def lock(self, locked: Callable[[str], bool]) -> None:
        """Hold some controls from now on, and none of the others."""
        self.locked = locked
        self.announce(Change.VALUES)

    def foresee(self, edits: Sequence[Edit]) -> None:
        """Give the first road edits that lie ahead of it; only before it has begun."""
        if self.horizon:
            raise ValueError("the run has begun")
        self.timeline.branches[0].edits = tuple(sorted(edits, key=lambda edit: edit.step))
        self.announce(Change.VALUES)

    def take_branch(self, number: int) -> None:
        """Change to another road, at the same second."""
        self.roads.take(number)

    def new_run(self, seed: int | None = None, scenario: Scenario | None = None) -> None:
        """Begin again with another seed or scenario and the values that waited; switches keep their state."""
        if seed is not None:
            self._refuse_if_locked("seed")
        if scenario is not None:
            self._refuse_if_locked("scenario")
        base = scenario or self.scenario
        kept = (
            {} if scenario else {key: value for key, value in self.values.items() if BY_KEY[key].effect is Effect.LIVE}
        )
        before = self.roads.snapshot()
        self.scenario = base.with_values({**kept, **self.pending})._replace(seed=base.seed if seed is None else seed)
        self.pending = {}
        self.begin()
        self.roads.did_run(before)
        self.announce(Change.RESET | Change.MOMENT | Change.VALUES | Change.BRANCHES | Change.ASSET)

    def select(self, asset: int) -> None:
        """Put another asset on stage."""
        if self.locked("assets"):
            return
        self.asset = asset
        self.announce(Change.ASSET)

    # --- what to draw -----------------------------------------------------------------------------------------------

    def frame(self, fraction: float = 1.0) -> Frame:
        """The moment now and the one before it: a second, or in slow motion a cause, if it was drawn."""
        after, road, last = self.picture(), self.branch.number, len(self.phases) - 1
        earlier = [(self.step, self.phase - 1)] if self.phase else [(self.step - 1, last), (self.step - 1, 0)]
        known = (self._pictures.get((road, step, phase, self.asset)) for step, phase in earlier)
        return Frame(next((picture for picture in known if picture is not None), after), after, fraction)

    def picture(self) -> Picture:
        """The moment now."""
        key = (self.branch.number, self.step, self.phase, self.asset)
        if key not in self._pictures:
            if len(self._pictures) > 3:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[key] = self._draw()
        return self._pictures[key]

    def _draw(self) -> Picture:
        market = self.timeline.here.market
        step, assets = self.step, len(self.symbols)
        if self.phase == 0:
            self.survey.note(market, self.branch, step, self.asset)
        venues = []
        for x, name in enumerate(self.exchanges):
            k = x * assets + self.asset
            venues.append(venue_of(market, name, k, self._fund_start[x]))
        if self.asset not in self._outlines:
            self._outlines[self.asset] = outline(market, self.asset, normal_depth(self.scenario, self.asset))
        distance, normal = self._outlines[self.asset]
        asset = market.asset[self.asset]
        tick = float(asset["tick_usd"])
        return Picture(
            step, self.phase, self.asset, self.symbols[self.asset], float(asset["price"]) * tick, float(asset["index"]) * tick,
            tuple(venues), distance, normal, self._tiles(), self._hops(), self._totals(),
        )  # fmt: skip

    def _tiles(self) -> tuple[Tile, ...]:
        market, record = self.timeline.here.market, self.branch.record
        first = record.books[min(self.horizon, 1)]
        row = record.books[self.step] if self.step else first
        assets = len(self.symbols)
        shaped = row.reshape(-1, assets)
        depth, normal = shaped["bid_2"].sum(axis=0), first.reshape(-1, assets)["bid_2"].sum(axis=0)
        halted, liquidated = shaped["halted"].any(axis=0), shaped["liquidated"].sum(axis=0)
        price = market.asset["price"] * market.asset["tick_value"] * 1e-6
        size = market.books.book["normal_lots"].reshape(-1, assets).sum(axis=0) * price
        change = market.asset["index"] / market.asset["index_start"] - 1.0
        ratio = np.where(normal > 0, depth / np.maximum(normal, 1.0), 1.0)
        return tuple(
            Tile(
                self.symbols[a],
                float(size[a]),
                float(change[a]),
                float(ratio[a]),
                bool(halted[a]),
                float(liquidated[a]),
            )
            for a in range(assets)
        )

    def events(self, first: int, last: int) -> tuple[int, NDArray[np.void]]:
        """Number of the first event at or after a step, and the events up to a step, in order."""
        log = self.branch.log()
        steps = log["step"]  # numpy's search would copy this column of the log, all of it, every time
        low = bisect_left(steps, first)
        return low, log[low : bisect_right(steps, last)]

    def _hops(self) -> tuple[Hop, ...]:
        """This second's liquidations whose cause lies on another exchange, summed by way and place."""
        first, log = self.events(self.step, self.step)
        sold = np.isin(log["kind"], [Event.LIQUIDATION, Event.LIQUIDATION_BATCH])
        across = sold & (log["source"] >= 0) & (log["source"] != log["exchange"]) & (log["asset"] == self.asset)
        groups: dict[tuple[int, int, int], Hop] = {}
        for place in np.flatnonzero(across):
            row = log[place]
            key = (int(row["source"]), int(row["exchange"]), int(row["channel"]))
            usd = float(row["usd"]) * 1e-6
            old = groups.get(key)
            if old is None:
                groups[key] = Hop(key[0], key[1], self.asset, key[2], int(row["delay"]), usd, 1, first + int(place))
            else:
                groups[key] = old._replace(usd=old.usd + usd, count=old.count + 1)
        return tuple(sorted(groups.values(), key=lambda hop: -hop.usd))

    def reproduction(self, step: int) -> float:
        """Dollars liquidated in the last minute because of liquidations, for each dollar of the minute before."""
        rows = self.branch.record.totals
        a, b = max(step - REPRODUCTION_WINDOW, 0), max(step - 2 * REPRODUCTION_WINDOW, 0)
        before = float(rows["liquidated"][a] - rows["liquidated"][b])
        return float(rows["caused"][step] - rows["caused"][a]) / before if before > 0 else float("nan")

    def _totals(self) -> Totals:
        rows = self.branch.record.totals
        row, first = rows[self.step], rows[min(self.horizon, 1)]
        leveraged = float(row["liquidated"] - row["makers"])
        funds = self.branch.record.exchanges["fund"][self.step].sum() if self.step else sum(self._fund_start)
        lost = float(first["market_value"] - row["market_value"]) if self.step else 0.0
        return Totals(
            float(row["liquidated"]), float(row["makers"]), leveraged, float(row["long"]) / leveraged if leveraged else 0.0,
            lost, float(row["withdrawn"]), float(row["bad_debt"]), float(funds), self.reproduction(self.step),
            float(row["orders"]) if self.step else 1.0,
        )  # fmt: skip

    def liquidation_map(self, reaches: tuple[float, ...], bands: int) -> LiquidationMap:
        """Where the remaining positions of the asset on stage would be liquidated."""
        return liquidation_map(self.timeline.here.market, self.asset, reaches, bands)

    def gains(self) -> NDArray[np.int64]:
        """(groups, X) micro-dollars that each group gained since the start; the whole sums to nothing."""
        return owned(self.timeline.here.market) - self._standings_start

    def origins(self) -> NDArray[np.float64]:
        """(4 + X, X) dollars of traders liquidated on each exchange, by where the fall ultimately came from."""
        return self.timeline.here.market.contagion.copy()

    def makers(self) -> list[tuple[float, float]]:
        """Each firm's share of all makers' depth, and its loss limit of a day in dollars."""
        firms = self.timeline.here.market.maker
        return [(float(firm["weight"]), float(firm["loss_limit"]) * 1e-6) for firm in firms]

    def story(self) -> list[Line]:
        """Sentences of this road up to now, oldest first."""
        teller = self._tellers.setdefault(self.branch.number, Teller(len(self.exchanges)))
        lines = teller.hear(self.branch.log())
        return lines[: bisect_right(lines, self.step, key=lambda line: line.step)]

    def ledger(self, step: int | None = None) -> tuple[Part, ...]:
        """Who has paid for bankruptcies on this road, up to now or to a second: a row for each exchange and payer."""
        return parts(self.branch.record.exchanges[self.step if step is None else step])

    def aftermath(self) -> Aftermath:
        """The ninety days that would follow this second."""
        return after(self.timeline.here.market)

    def orders(self) -> tuple[Standing, ...]:
        """What became of the user's own orders so far, oldest first."""
        return standings(self.timeline.here.market)

    def move(self, exchange: int, asset: int) -> Move:
        """Who moved a price in the last minute."""
        market = self.timeline.here.market
        mid = int(double_mid(market.books, exchange * len(self.symbols) + asset))
        return move_of(market, exchange, asset, mid)

    def lag(self) -> int:
        """Seconds that the compared road is behind this one."""
        return self.timeline.lag()

    def difference(self) -> Difference | None:
        """This road against the one it is compared with, at this second; none without one, or while it is behind."""
        timeline, books = self.timeline, self.branch.record.books.shape[1]
        other = timeline.rival()
        if other is None or self.step == 0 or timeline.catch_up(max(LITTLE // books, 1)):
            return None
        waiting = sum(venue.waiting_usd for venue in self.picture().venues)
        return difference(self.branch.record, other.record, self.step, self.asset, waiting)
