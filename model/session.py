"""What the user is doing: one market, one place in time, verbs, and one announcement for each change."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from model.aftermath import Aftermath, after
from model.book import double_mid
from model.causes import Move, move_of
from model.change import Change as Change
from model.depth_curve import smoothed
from model.difference import Difference as Difference
from model.difference import difference
from model.engine import PHASES
from model.frame import Frame, Picture, Totals, outline, venue_of, waiting_everywhere_usd
from model.genesis import normal_depth
from model.liquidation_map import LiquidationMap, liquidation_map
from model.market import FUND_PARTY, USER_ORDERS
from model.orders import Standing, standings
from model.overview import hops_of, tiles_of
from model.parameter import Effect
from model.parameters import BY_KEY
from model.parameters import QT_TRANSLATE_NOOP as T
from model.roads import Roads
from model.scenario import Scenario, check_value
from model.standings import standings as owned
from model.story import Line, Teller, gathered
from model.survey import Survey
from model.timeline import Branch, Edit, Timeline, Value
from model.waterfall import Part, parts
from model.worker import AtOnce, Result, Worker

REPRODUCTION_WINDOW = 60
REPRODUCTION_LEAST = 1e8
"""Dollars that must have been liquidated in the minute before for R to say anything: a few first ones give any number."""
LITTLE = 9_000
"""Seconds of one book that the compared road may be computed at once when it is looked at; a player does the rest."""
HELD = T("Session", "The lesson holds this control for now.")


def opened(scenario: Scenario) -> tuple[Timeline, NDArray[np.int64]]:
    """The time line of a scenario at its first state, and what each group owns there."""
    timeline = Timeline(scenario)
    return timeline, owned(timeline.here.market)


class Session:
    """The verbs of the program. Listeners are told once after each change, and never change anything."""

    phases = PHASES
    """The causes inside a second, in order."""

    def __init__(self, scenario: Scenario, seed: int | None = None, worker: Worker | None = None) -> None:
        """Open a scenario, paused at its first second."""
        self._listeners: list[Callable[[Change], None]] = []
        self.worker: Worker = worker or AtOnce()
        """Who computes: whoever calls, unless a window lends a thread."""
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
        self.begin(scenario if seed is None else scenario._replace(seed=seed))

    def do(self, work: Callable[[], Result], scenario: Scenario | None = None) -> Result:
        """Let the worker do what may take long on the market of a scenario, this one's if none is given."""
        return self.worker.do(work, int((scenario or self.scenario).values["accounts.count"]))

    def begin(self, scenario: Scenario, asset: int | None = None) -> None:
        """Make the first second of a scenario, and put an asset on stage, the same one as before if none is given."""
        timeline, start = self.do(lambda: opened(scenario), scenario)
        self.scenario, self.timeline, self._standings_start, self.goal = scenario, timeline, start, None
        self.symbols = timeline.names.symbols
        self.exchanges = timeline.names.exchanges
        self.asset = min(self.asset if asset is None else asset, len(self.symbols) - 1)
        market = self.timeline.here.market
        funds = market.cash[market.maker.size + FUND_PARTY]
        self._fund_start = [float(fund) * 1e-6 for fund in funds]
        self.survey = Survey(self.timeline)
        self._pictures: dict[tuple[int, int, int, int], Picture] = {}
        self._beside = False
        """Whether the last picture shows the compared road's books as well."""
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
        target = max(min(self.step + steps, self.reach), self.step)
        self.do(lambda: self.timeline.here.forward(target))
        if self.goal is not None and self.step >= self.goal:
            self.goal = None
        self.announce(Change.MOMENT)

    def back(self, steps: int = 1) -> None:
        """Go back by whole seconds; inside a second, to its beginning."""
        target = self.step - (steps if self.phase == 0 else steps - 1)
        self.do(lambda: self.timeline.here.go_back(target))
        self.goal = None
        self.announce(Change.MOMENT)

    def forward_cause(self) -> None:
        """Do the next phase."""
        if self.step < self.reach:
            self.do(self.timeline.here.forward_phase)
        self.announce(Change.MOMENT)

    def back_cause(self) -> None:
        """Undo the last phase."""
        self.do(self.timeline.here.back_phase)
        self.announce(Change.MOMENT)

    def go(self, step: int) -> None:
        """Visit a second; what has not happened yet is computed."""
        self.visit(step, sliced=step <= self.horizon)
        self.announce(Change.MOMENT)

    def visit(self, step: int, sliced: bool = True) -> None:
        """Move to a second of this road, or towards it as far as patience reaches."""
        step = max(0, min(step, self.reach))
        patience = self.patience if sliced else None
        arrived = self.do(lambda: self.timeline.here.go_towards(step, patience))
        self.goal = None if arrived else step

    def restart(self) -> None:
        """Back to the first second; the roads taken stay."""
        self.go(0)

    def change(self, key: str, value: Value) -> None:
        """Change a parameter: at once on a new road if that is safe, else it waits for a new run."""
        check_value(key, value)
        self._refuse_if_locked(key)
        if BY_KEY[key].effect is Effect.NEW_RUN:
            self.roads.wait(key, value)
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
        self.begin(base.with_values({**kept, **self.pending})._replace(seed=base.seed if seed is None else seed))
        self.pending = {}
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
        if self._beside != self.timeline.is_beside():
            self._beside = not self._beside
            self._pictures.pop((self.branch.number, self.step, self.phase, self.asset), None)
        key = (self.branch.number, self.step, self.phase, self.asset)
        if key not in self._pictures:
            self.worker.settle()
            key = (self.branch.number, self.step, self.phase, self.asset)
            if len(self._pictures) > 3:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[key] = self._draw()
        return self._pictures[key]

    def _draw(self) -> Picture:
        market, record = self.timeline.here.market, self.branch.record
        step, assets, shown = self.step, len(self.symbols), min(self.horizon, 1)
        number, log = self.events(step, step)
        other = self.timeline.beside()
        if self.phase == 0:
            self.survey.note(market, self.branch, step, self.asset)
        venues = []
        for x, name in enumerate(self.exchanges):
            k = x * assets + self.asset
            venues.append(venue_of(market, name, k, self._fund_start[x], other))
        if self.asset not in self._outlines:
            self._outlines[self.asset] = outline(market, self.asset, smoothed(normal_depth(self.scenario, self.asset)))
        distance, normal = self._outlines[self.asset]
        asset = market.asset[self.asset]
        tick = float(asset["tick_usd"])
        return Picture(
            step, self.phase, self.asset, self.symbols[self.asset], float(asset["price"]) * tick, float(asset["index"]) * tick,
            tuple(venues), distance, normal, tiles_of(market, self.symbols, record.books[step or shown], record.books[shown]),
            hops_of(log, number, self.asset), self._totals(),
        )  # fmt: skip

    def events(self, first: int, last: int) -> tuple[int, NDArray[np.void]]:
        """Number of the first event at or after a step, and the events up to a step, in order."""
        log = self.branch.log()
        steps = log["step"]  # numpy's search would copy this column of the log, all of it, every time
        low = bisect_left(steps, first)
        return low, log[low : bisect_right(steps, last)]

    def reproduction(self, step: int) -> float:
        """Dollars liquidated in the last minute because of liquidations, for each dollar of the minute before."""
        rows, before = self.branch.record.totals, self.liquidated_before(step)
        caused = float(rows["caused"][step] - rows["caused"][max(step - REPRODUCTION_WINDOW, 0)])
        return caused / before if before > 0 else float("nan")

    def liquidated_before(self, step: int) -> float:
        """Dollars liquidated in the minute before the last one, against which R is counted."""
        total = self.branch.record.totals["liquidated"]
        a, b = max(step - REPRODUCTION_WINDOW, 0), max(step - 2 * REPRODUCTION_WINDOW, 0)
        return float(total[a] - total[b])

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
        lines = self._teller().hear(self.branch.log())
        return gathered(lines[: bisect_right(lines, self.step, key=lambda line: line.step)])

    def _teller(self) -> Teller:
        """Who tells the story of this road."""
        if self.branch.number not in self._tellers:
            accounts = self.timeline.here.market.account.size
            self._tellers[self.branch.number] = Teller(len(self.exchanges), range(accounts - USER_ORDERS, accounts))
        return self._tellers[self.branch.number]

    def edit(self, key: str, value: Value) -> None:
        """Stand on the road of an edit made here; its past is told again while the work is done, not when it is drawn."""
        self.timeline.edit(key, value)
        self._teller().hear(self.branch.log())

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
        timeline, other = self.timeline, self.timeline.rival()
        little = LITTLE // self.branch.record.books.shape[1]
        if other is None or self.step == 0 or self.worker.is_busy or self.do(lambda: timeline.catch_up(little)):
            return None
        self.worker.settle()
        waiting = waiting_everywhere_usd(self.timeline.here.market)
        return difference(self.branch.record, other.record, self.step, self.asset, waiting)
