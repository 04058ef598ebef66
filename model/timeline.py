"""The time line: roads taken and not taken, each a list of edits; any second of any road can be visited again.

A road is its edits: equal edits are the same road, so that an edit taken back leads to where it came from. Nothing is
lost by looking, and a road that is removed can be brought back. What is known of roads that nobody stands on may be
forgotten when it takes too much memory; they are computed again, to the last bit, when somebody goes there.
"""

from collections.abc import Iterable

from model.branch import Branch as Branch
from model.cursor import KEYFRAME_STEPS as KEYFRAME_STEPS
from model.cursor import Cursor as Cursor
from model.edits import ORDER as ORDER
from model.edits import Edit as Edit
from model.edits import Edits, check_edit, common_steps, edited
from model.edits import Value as Value
from model.events import Record, empty_record
from model.genesis import genesis, instruments_of
from model.keyframe_budget import Budget
from model.market import Market, copy, digest
from model.orders import Names
from model.scenario import Scenario

RECORDS = 600_000_000
"""Bytes that the records of all roads may take together."""


def names_of(scenario: Scenario) -> Names:
    """Exchanges and assets of a scenario."""
    exchanges = tuple(exchange.name for exchange in scenario.exchanges)
    return Names(exchanges, tuple(item.symbol for item in instruments_of(scenario)))


class Timeline:
    """All roads of one run, a cursor on the one being watched, and one on the road it is compared with."""

    def __init__(self, scenario: Scenario, seed: int | None = None) -> None:
        """Begin at the first state of a scenario."""
        self.scenario = scenario if seed is None else scenario._replace(seed=seed)
        self.length = int(scenario.number("run.steps"))
        self.names = names_of(self.scenario)
        market = genesis(self.scenario)
        self.branches: list[Branch] = [Branch(0, None, 0, (), self._empty_record(market))]
        self.budget = Budget(self.branches)
        self.here = Cursor(market, self.branches[0], self.length, self.names, self.budget)
        self.compared: int | None = None
        """Road that the user wants to compare with; the one that was left if none is chosen."""
        self._ghost: Cursor | None = None
        self.records_limit = RECORDS
        self._stood = 0

    def _empty_record(self, market: Market) -> Record:
        room = 2 * market.account.size + 16 * market.portfolio.size + 16 * market.books.book.size + 4096
        return empty_record(self.length, market.books.book.size, market.exchange.size, market.asset.size, room)

    def digest(self) -> str:
        """Digest of the state now."""
        return digest(self.here.market)

    # --- roads ------------------------------------------------------------------------------------------------------

    def roads(self) -> list[Branch]:
        """All roads that are not removed, oldest first."""
        return [branch for branch in self.branches if not branch.removed]

    def parent_of(self, branch: Branch) -> Branch | None:
        """The road that a road left; one that was removed is passed over."""
        number = branch.parent
        while number is not None and self.branches[number].removed:
            number = self.branches[number].parent
        return None if number is None else self.branches[number]

    def add_road(self, edits: Iterable[Edit], parent: int | None, fork: int, name: str = "") -> Branch:
        """A road of which nothing is known yet but its edits."""
        record = self._empty_record(self.here.market)
        new = Branch(len(self.branches), parent, fork, tuple(edits), record, name=name)
        new.keyframes = self.branches[0].keyframes[:1]
        self.branches.append(new)
        return new

    def learn(self, branch: Branch) -> None:
        """Let a road take over what another one knows of the past that they share, if that is more than its own."""
        best, known = None, branch.horizon
        for other in self.branches:
            apart = common_steps(branch.edits, other.edits)
            shared = other.horizon if apart is None else min(apart, other.horizon)
            if other is not branch and shared > known:
                best, known = other, shared
        if best is not None:
            branch.share_past(best, known)
            self.budget.recount()

    def spare(self) -> None:
        """Forget what is known of roads as long as all know too much: those out of sight first, then the longest unvisited."""
        used = sum(branch.known_bytes for branch in self.branches)
        ghost = None if self._ghost is None else self._ghost.branch
        needed = (self.here.branch, self.rival(), ghost)
        for branch in sorted(self.branches, key=lambda branch: (not branch.removed, branch.stood)):
            if used <= self.records_limit:
                return
            if branch.horizon and not any(branch is kept for kept in needed):
                before = branch.known_bytes
                branch.forget(self._empty_record(self.here.market))
                used -= before - branch.known_bytes
        self.budget.recount()

    def road(self, edits: Edits, parent: Branch | None = None) -> Branch:
        """The road with these edits, brought back if it was removed, made if there is none."""
        for branch in self.branches:
            if branch.edits == edits:
                branch.removed = False
                return branch
        if parent is None:
            nearest = max(self.roads(), key=lambda branch: common_steps(edits, branch.edits) or 0)
            parent = nearest
        fork = common_steps(edits, parent.edits)
        return self.add_road(edits, parent.number, 0 if fork is None else fork)

    def edit(self, key: str, value: Value) -> Branch:
        """Change something now: another road that shares the past, or the same one if it began in this second."""
        here, old = self.here, self.here.branch
        check_edit(key, value, self.names)
        here.go(here.step)
        edits = edited(self.scenario, old.edits, Edit(here.step, key, value))
        return self.take(edits, here.step)

    def take(self, edits: Edits, step: int) -> Branch:
        """Stand on the road with these edits, at a second or at the last keyframe before it that is known."""
        here, old = self.here, self.here.branch
        known = any(branch.edits == edits for branch in self.branches)
        untouched = here.step == old.fork == old.horizon == step and not old.name
        if edits == old.edits:
            here.approach(step)
            return old
        if untouched and not known and not any(branch.parent == old.number for branch in self.branches):
            old.edits = edits
            return old
        new = self.road(edits, None if known else old)
        if untouched and old.number:
            old.removed = True
        self.stand(new, step)
        return new

    def stand(self, branch: Branch, step: int) -> None:
        """Change to another road, as near to a second as is known; without moving where both are the same so far."""
        here = self.here
        self._stood += 1
        branch.stood, branch.removed = self._stood, False
        apart = common_steps(branch.edits, here.branch.edits)
        same = here.phase == 0 and here.step == step and (apart is None or step <= apart)
        self.learn(branch)
        if same and branch.horizon >= step:
            here.branch = branch
        else:
            here.change_branch(branch, step)
        self.spare()

    def switch(self, number: int, step: int | None = None) -> None:
        """Change to another road, at the same second or another one."""
        step = self.here.step if step is None else step
        self.stand(self.branches[number], step)
        self.here.go(step)

    # --- the road that is compared ----------------------------------------------------------------------------------

    def rival(self) -> Branch | None:
        """The road that the watched one is compared with: the one that was chosen, else the one it left."""
        here = self.here.branch
        if self.compared is not None and self.compared < len(self.branches):
            chosen = self.branches[self.compared]
            if chosen is not here and not chosen.removed:
                return chosen
        return self.parent_of(here)

    def lag(self) -> int:
        """Seconds that the compared road is behind."""
        branch = self.rival()
        return 0 if branch is None else max(self.here.step - branch.horizon, 0)

    def catch_up(self, steps: int) -> int:
        """Compute up to so many seconds of the compared road; returns how far it is behind then."""
        branch = self.rival()
        if branch is None or branch.horizon >= self.here.step:
            return 0
        self.learn(branch)
        ghost = self._ghost_on(branch, branch.horizon)
        ghost.forward(min(ghost.step + steps, self.here.step))
        return self.lag()

    def _ghost_on(self, branch: Branch, step: int) -> Cursor:
        """The second cursor on a road, at a known second or shortly before it."""
        if self._ghost is None:
            self._ghost = Cursor(copy(self.here.market), branch, self.length, self.names, self.budget)
        ghost = self._ghost
        if ghost.branch is not branch or ghost.phase:
            ghost.change_branch(branch, step)
        ghost.approach(step)
        return ghost

    def apart(self) -> Branch | None:
        """The compared road, if it has parted from the watched one by now."""
        branch = self.rival()
        parted = None if branch is None else common_steps(branch.edits, self.here.branch.edits)
        return branch if parted is not None and parted < self.here.step else None

    def is_beside(self) -> bool:
        """Whether the second cursor stands on the compared road at the second that is watched."""
        ghost, branch = self._ghost, self.apart()
        return ghost is not None and ghost.branch is branch and (ghost.step, ghost.phase) == (self.here.step, 0)

    def beside(self) -> Market | None:
        """The compared road's market at the second that is watched; none as long as it stands elsewhere."""
        return self._ghost.market if self._ghost is not None and self.is_beside() else None

    def accompany(self, steps: int) -> None:
        """Compute up to so many seconds, or replay them, so that the compared road's books can be seen as well."""
        branch = self.apart()
        if branch is None or self.catch_up(steps) or self.is_beside():
            return
        ghost = self._ghost_on(branch, self.here.step)
        ghost.forward(min(ghost.step + steps, self.here.step))

    def other(self) -> Branch | None:
        """The compared road, computed as far as the watched one, however long that takes."""
        while self.catch_up(KEYFRAME_STEPS):
            pass
        return self.rival()
