"""Edits, undo, roads: whatever one does, a second is what a fresh run finds, and nothing is lost by looking."""

import random

import pytest

from model import timeline
from model.headless import run
from model.market import digest
from model.orders import BUY, CANCEL, CLOSE, SELL, Order
from model.saved import from_bytes, from_code, to_bytes, to_code
from model.scenario import find_scenario
from model.session import Session

LENGTH, ACTIONS = 400, 10_000
EDITS = [
    ("breaker.on", True), ("breaker.on", False), ("shock.size", -0.2), ("shock.size", -0.05), ("mark.rule", "last"),
    ("mark.rule", "median"), ("shock.start", 100), ("confidence.on", False),
]  # fmt: skip


@pytest.fixture(scope="module")
def scenario():
    tiny = {"run.steps": LENGTH, "makers.count": 2, "shock.start": 60, "shock.length": 60, "accounts.count": 100}
    return find_scenario("one-book").with_values(tiny)


class Walker:
    """Does one thing after another, as a restless user would."""

    def __init__(self, session, chance):
        self.session, self.chance = session, chance

    def act(self):
        doing = self.chance.choices(
            ["step", "back", "cause", "uncause", "near", "far", "edit", "order", "undo", "redo", "road", "remove",
             "rename", "compare", "save", "share"],
            [20, 14, 8, 6, 10, 5, 5, 3, 7, 5, 5, 1, 1, 2, 1, 0.5],
        )[0]  # fmt: skip
        getattr(self, doing)()
        return doing

    def step(self):
        self.session.forward(self.chance.randrange(1, 4))

    def back(self):
        self.session.back()

    def cause(self):
        self.session.forward_cause()

    def uncause(self):
        self.session.back_cause()

    def near(self):
        self.session.go(self.session.step + self.chance.randrange(-15, 16))

    def far(self):
        self.session.go(self.chance.randrange(LENGTH + 1))

    def edit(self):
        if len(self.session.timeline.branches) < 12:
            self.session.change(*self.chance.choice(EDITS))

    def order(self):
        if len(self.session.timeline.branches) < 12:
            act = self.chance.choice([BUY, SELL, SELL, CANCEL, CLOSE])
            price = self.chance.choice([0.0, 110_000.0, 118_000.0])
            self.session.roads.order(
                Order(act, 0, 0, 10.0 ** self.chance.randrange(3, 8), price, self.chance.choice([0, 5]))
            )

    def undo(self):
        self.session.roads.undo()

    def redo(self):
        self.session.roads.redo()

    def any_road(self):
        return self.chance.choice(self.session.timeline.roads()).number

    def road(self):
        self.session.take_branch(self.any_road())

    def remove(self):
        self.session.roads.remove(self.any_road())

    def rename(self):
        self.session.roads.rename(self.any_road(), self.chance.choice(["", "mine", "the other"]))

    def compare(self):
        self.session.roads.compare_with(self.chance.choice([None, self.any_road()]))
        self.session.difference()

    def save(self):
        if self.session.phase:
            self.session.go(self.session.step)
        saved = from_bytes(to_bytes(self.session.roads.snapshot(hashed=True)), "f")
        self.session.roads.open(saved)
        assert self.session.roads.is_as_saved() is True
        if len(self.session.timeline.branches) >= 12:
            self.session.new_run()

    def share(self):
        self.session.roads.open(from_code(to_code(self.session.roads.snapshot())))


def fresh_digest(session):
    """What a run without a past finds at this second with these edits, those of this very second not yet done."""
    edits = [edit for edit in session.branch.edits if edit.step < session.step]
    return digest(run(session.scenario, session.step, edits).market)


@pytest.mark.parametrize(("actions", "limit"), [(ACTIONS, timeline.RECORDS), (ACTIONS // 8, 0)])
def test_ten_thousand_actions_and_every_second_is_what_a_fresh_run_finds(scenario, actions, limit, monkeypatch):
    """Also where nothing is remembered of roads that nobody stands on."""
    monkeypatch.setattr(timeline, "RECORDS", limit)
    session = Session(scenario)
    walker = Walker(session, random.Random(11))
    path = []
    for number in range(actions):
        path.append(walker.act())
        if number % 100 == 0 and session.phase == 0:
            assert session.digest() == fresh_digest(session), path[-60:]
    session.go(LENGTH)
    assert session.digest() == fresh_digest(session)
    assert {"save", "share", "undo", "redo", "remove"} <= set(path)


def test_an_edit_taken_back_at_once_equals_its_parent(scenario):
    session = Session(scenario)
    session.go(200)
    digest_there = session.digest()
    session.go(80)
    session.change("breaker.on", True)
    session.change("breaker.on", False)
    assert session.branch.number == 0
    assert len(session.timeline.roads()) == 1
    session.go(200)
    assert session.digest() == digest_there


def test_undo_goes_back_to_where_the_edit_was_done_and_redo_there_again(scenario):
    session = Session(scenario)
    session.go(80)
    session.change("shock.size", -0.3)
    session.go(150)
    changed = session.digest()
    assert session.roads.undo()
    assert (session.branch.number, session.step) == (0, 80)
    assert session.roads.redo()
    assert session.branch.edits[-1].key == "shock.size"
    session.go(150)
    assert session.digest() == changed
    assert not session.roads.redo()


def test_a_new_run_can_be_undone_with_all_its_roads(scenario):
    session = Session(scenario)
    session.go(80)
    session.change("shock.size", -0.3)
    session.go(120)
    before = session.digest()
    session.new_run(seed=5)
    assert session.seed == 5
    session.roads.undo()
    assert (session.step, session.digest(), len(session.timeline.roads())) == (120, before, 2)
    session.roads.redo()
    assert (session.seed, session.step) == (5, 0)


def test_a_removed_road_comes_back_with_undo_and_who_stood_on_it_goes_to_its_parent(scenario):
    session = Session(scenario)
    session.go(80)
    session.change("shock.size", -0.3)
    session.go(100)
    session.roads.remove(1)
    assert (session.branch.number, session.step) == (0, 100)
    assert [road.number for road in session.timeline.roads()] == [0]
    session.roads.undo()
    assert [road.number for road in session.timeline.roads()] == [0, 1]
    session.roads.remove(0)
    assert not session.timeline.branches[0].removed


def test_any_road_can_be_compared_with_any_other(scenario):
    session = Session(scenario)
    for size in (-0.3, -0.4):
        session.take_branch(0)
        session.go(50)
        session.change("shock.size", size)
        session.go(150)
    session.roads.compare_with(1)
    assert session.timeline.other().number == 1
    found = session.difference()
    session.roads.compare_with(None)
    session.timeline.other()
    assert session.difference() != found


def test_the_compared_road_is_computed_in_slices(scenario):
    session = Session(scenario)
    session.go(50)
    session.change("shock.size", -0.3)
    session.go(300)
    assert session.lag() == 250
    assert session.timeline.catch_up(100) == 200  # its first fifty seconds are walked again
    assert session.timeline.catch_up(1000) == 0
    assert session.timeline.branches[0].horizon == 300


def test_a_patient_session_goes_towards_a_far_second_in_pieces(scenario):
    session = Session(scenario)
    session.go(119)
    session.go(0)
    session.patience = 30
    session.go(110)
    assert (session.step, session.goal) == (30, 110)
    while session.goal is not None:
        session.forward(40)
    assert session.step >= 110
