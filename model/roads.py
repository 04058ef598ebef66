"""What can be done with roads: edit, undo, change, remove, rename, compare, save and open; nothing is lost for good."""

from typing import TYPE_CHECKING

from model.edits import ORDER, Edits, Value, check_edit
from model.orders import Order, write_order
from model.saved import Road, Saved
from model.undo import Done, History

if TYPE_CHECKING:
    from model.session import Session


class Roads:
    """The verbs of a session that concern roads."""

    def __init__(self, session: "Session") -> None:
        """Work for a session."""
        self._session = session
        self.history = History()
        self.expected: Saved | None = None
        """A file that was opened, until the second it was saved at is reached."""

    def _tell(self, reset: bool = False) -> None:
        from model.session import Change

        change = Change.BRANCHES | Change.VALUES | Change.MOMENT
        self._session.announce(change | Change.RESET | Change.ASSET if reset else change)

    # --- edits ------------------------------------------------------------------------------------------------------

    def order(self, order: Order) -> None:
        """Send an order of the user's own; it reaches the market in the next second."""
        names = self._session.timeline.names
        text = write_order(order, names)
        check_edit(ORDER, text, names, "order")
        self.edit(ORDER, text)

    def edit(self, key: str, value: Value) -> None:
        """Change something from here on."""
        session = self._session
        before = session.branch.edits, session.step
        session.do(lambda: session.edit(key, value))
        after = session.branch.edits, session.step
        self.history.did(Done("edit", lambda: self._go_to(*before), lambda: self._go_to(*after)))
        session.goal = None
        self._tell()

    def wait(self, key: str, value: Value) -> None:
        """Let a value wait for a new run."""
        before = dict(self._session.pending)
        after = {**before, key: value}
        if after != before:
            self.history.did(Done("wait", lambda: self._await(before), lambda: self._await(after)))
        self._await(after)

    def _await(self, values: dict[str, Value]) -> None:
        self._session.pending = dict(values)
        self._tell()

    def _go_to(self, edits: Edits, step: int) -> None:
        session = self._session
        session.do(lambda: session.timeline.take(edits, step))
        session.visit(step)

    def undo(self) -> bool:
        """Take back what was done last: an edit, a new run, a road removed or renamed; whether there was anything."""
        done = self.history.undo()
        if done:
            self._tell()
        return done

    def redo(self) -> bool:
        """Do again what was undone last; whether there was anything."""
        done = self.history.redo()
        if done:
            self._tell()
        return done

    # --- roads ------------------------------------------------------------------------------------------------------

    def take(self, number: int) -> None:
        """Change to another road, at the same second."""
        self._stand(number)
        self._tell()

    def _stand(self, number: int) -> None:
        session, step = self._session, self._session.step
        session.do(lambda: session.timeline.stand(session.timeline.branches[number], step))
        session.visit(step)

    def remove(self, number: int) -> None:
        """Take a road out of sight; the first one stays. Who stands on it goes to the one that it left."""
        branch = self._session.timeline.branches[number]
        if branch.parent is not None and not branch.removed:
            self.history.did(Done("remove", lambda: self._hide(number, False), lambda: self._hide(number, True)))
            self._hide(number, True)
            self._tell()

    def _hide(self, number: int, hidden: bool) -> None:
        timeline = self._session.timeline
        branch = timeline.branches[number]
        parent = timeline.parent_of(branch)
        branch.removed = hidden
        if hidden and branch is self._session.branch and parent is not None:
            self._stand(parent.number)

    def rename(self, number: int, name: str) -> None:
        """Call a road by a name; without one it is called by its edits."""
        before, name = self._session.timeline.branches[number].name, " ".join(name.split())[:60]
        if name != before:
            self.history.did(Done("rename", lambda: self._name(number, before), lambda: self._name(number, name)))
            self._name(number, name)
            self._tell()

    def _name(self, number: int, name: str) -> None:
        self._session.timeline.branches[number].name = name

    def compare_with(self, number: int | None) -> None:
        """Choose the road that this one is compared with; none means the one it left."""
        self._session.timeline.compared = number
        self._tell()

    # --- runs and files ---------------------------------------------------------------------------------------------

    def did_run(self, before: Saved) -> None:
        """Remember a run that took the place of another; both ways keep what was done on the one that is left."""
        kept = [before]

        def swap() -> None:
            here, kept[0] = kept[0], self.snapshot()
            self._restore(here)

        self.expected = None
        self.history.did(Done("run", swap, swap))

    def snapshot(self, hashed: bool = False) -> Saved:
        """Everything that leads here again; `hashed` adds the digest of the state now, between two seconds only."""
        session, timeline = self._session, self._session.timeline
        roads = tuple(Road(b.edits, b.parent, b.fork, b.name, b.removed) for b in timeline.branches)
        whole = hashed and session.phase == 0 and session.goal is None
        step = session.step if session.goal is None else session.goal
        return Saved(
            session.scenario, roads, session.branch.number, step, session.asset, timeline.compared,
            session.do(session.digest) if whole else "",
        )  # fmt: skip

    def open(self, saved: Saved) -> None:
        """Stand where a file was saved; `expected` holds it until its second is reached and the digests compared."""
        before = self.snapshot()
        self._restore(saved)
        self.did_run(before)
        self.expected = saved if saved.digest else None
        self._tell(reset=True)

    def _restore(self, saved: Saved) -> None:
        session = self._session
        session.begin(saved.scenario, saved.asset)
        session.pending = {}
        timeline = session.timeline
        for number, road in enumerate(saved.roads):
            if number:
                timeline.add_road(road.edits, road.parent, road.fork)
            branch = timeline.branches[number]
            branch.edits, branch.name, branch.removed = road.edits, road.name, road.removed
        timeline.compared = saved.compared
        session.do(lambda: timeline.stand(timeline.branches[saved.here], 0))
        session.visit(saved.step)
        self._tell(reset=True)

    def is_as_saved(self) -> bool | None:
        """Whether the state of an opened file's second is the one it was saved with; None while that cannot be said."""
        session, saved = self._session, self.expected
        if saved is None or session.goal is not None or session.phase:
            return None
        self.expected = None
        if (session.step, session.branch.number) != (saved.step, saved.here):
            return None
        return session.do(session.digest) == saved.digest
