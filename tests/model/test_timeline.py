"""The time line: any second of any road can be visited again, and is the same to the last bit."""

import random

import numpy as np
import pytest

from model.events import Event
from model.genesis import genesis
from model.keyframes import keep
from model.market import copy, digest
from model.timeline import KEYFRAME_STEPS, RECORDS, Branch, Cursor, Timeline

LENGTH = 420
EDITS = [
    ("breaker.on", [True, False]),
    ("breaker.threshold", [0.03, 0.08, 0.3]),
    ("breaker.pause", [5, 30]),
    ("breaker.scope", ["all", "first only"]),
    ("gradual.on", [True, False]),
    ("gradual.batch", [0.2, 0.5]),
    ("shock.size", [-0.2, -0.05, 0.1]),
    ("mark.rule", ["median", "last"]),
    ("mark.clamp", [0.01, 0.05]),
    ("confidence.on", [True, False]),
    ("shock.selling", [0.0, 1.0]),
]


def state(market, pending):
    """Digest of a market; without its settings while an edit of this second waits for the next one."""
    bare = copy(market)
    if pending:
        bare.settings.view(np.uint8)[:] = 0
    return digest(bare)


class Fresh:
    """What a run that never looked back finds at a second, with the same edits."""

    def __init__(self, scenario):
        self.start = genesis(scenario)
        self.known = {}

    def agrees(self, timeline):
        here = timeline.here
        edits = tuple(edit for edit in here.branch.edits if edit.step <= here.step)
        pending = any(edit.step == here.step for edit in edits)
        if (edits, here.step) not in self.known:
            branch = Branch(0, None, 0, edits, timeline._empty_record(self.start))
            cursor = Cursor(copy(self.start), branch, timeline.length, timeline.names)
            cursor.forward(here.step)
            self.known[edits, here.step] = state(cursor.market, pending)
        return state(here.market, pending) == self.known[edits, here.step]


@pytest.fixture(scope="module")
def scenario(small):
    return small(run__steps=LENGTH)


@pytest.fixture(scope="module")
def fresh(scenario):
    return Fresh(scenario)


def wander(timeline, chance):
    """One random move; inside a second, first to its end."""
    here = timeline.here
    move = chance.choice(["go", "near", "edit", "edit", "switch", "phase", "back", "other"])
    if move == "go":
        here.go(chance.randrange(LENGTH + 1))
    elif move == "near":
        here.go(here.step + chance.randrange(-30, 31))
    elif move == "edit":
        key, values = chance.choice(EDITS)
        timeline.edit(key, chance.choice(values))
    elif move == "switch":
        number = chance.randrange(len(timeline.branches))
        timeline.switch(number, chance.choice([None, chance.randrange(LENGTH + 1)]))
    elif move == "phase":
        for _ in range(chance.randrange(1, 25)):
            here.forward_phase()
    elif move == "back":
        for _ in range(chance.randrange(1, 5)):
            here.back_phase()
    else:
        timeline.other()
    return move


@pytest.mark.parametrize(("seed", "limit"), [*((seed, RECORDS) for seed in range(8)), (8, 0), (9, 0), (10, 300_000)])
def test_however_one_wanders_a_second_is_what_a_fresh_run_finds(scenario, fresh, seed, limit):
    chance = random.Random(seed)
    timeline = Timeline(scenario)
    timeline.records_limit = limit
    path = []
    for _ in range(20):
        path.append(wander(timeline, chance))
        if timeline.here.phase == 0:
            assert fresh.agrees(timeline), (path, timeline.here.step, timeline.here.branch.edits)
    timeline.here.go(LENGTH)
    assert fresh.agrees(timeline)


@pytest.mark.parametrize(("seed", "limit"), [(0, RECORDS), (1, RECORDS), (2, RECORDS), (3, RECORDS), (4, 0), (5, 0)])
def test_records_and_logs_of_a_road_do_not_depend_on_how_it_was_walked(scenario, seed, limit):
    chance = random.Random(100 + seed)
    timeline = Timeline(scenario)
    timeline.records_limit = limit
    for _ in range(15):
        wander(timeline, chance)
    timeline.here.go(LENGTH)
    branch = timeline.here.branch
    plain = Branch(0, None, 0, branch.edits, timeline._empty_record(timeline.here.market))
    Cursor(genesis(scenario), plain, LENGTH, timeline.names).forward(LENGTH)
    assert branch.log().tolist() == plain.log().tolist()
    for mine, theirs in zip(branch.record[:4], plain.record[:4], strict=True):
        assert mine[1:].tobytes() == theirs[1:].tobytes()


def test_an_edit_makes_a_road_that_shares_the_past(scenario):
    timeline = Timeline(scenario)
    timeline.here.go(200)
    timeline.here.go(150)
    branch = timeline.edit("breaker.on", True)
    assert (branch.number, branch.parent, branch.fork, branch.horizon) == (1, 0, 150, 150)
    assert timeline.branches[0].horizon == 200
    assert (branch.record.totals[:151] == timeline.branches[0].record.totals[:151]).all()
    assert branch.values(scenario, 149)["breaker.on"] is False
    assert branch.values(scenario, 150)["breaker.on"] is True


def test_an_edit_takes_effect_with_the_next_second(scenario):
    timeline = Timeline(scenario)
    timeline.here.go(100)
    timeline.edit("fund.fee_bps", 0)
    timeline.here.forward(101)
    assert timeline.here.market.settings["fund_fee_bps"][0] == 0


def test_edits_in_the_same_second_stay_on_one_road(scenario):
    timeline = Timeline(scenario)
    timeline.here.go(100)
    timeline.edit("breaker.on", True)
    timeline.edit("gradual.on", True)
    timeline.edit("breaker.on", False)
    assert len(timeline.branches) == 2
    assert [(edit.key, edit.value) for edit in timeline.here.branch.edits] == [("gradual.on", True)]


def test_before_the_first_second_an_edit_needs_no_new_road(scenario):
    timeline = Timeline(scenario)
    timeline.edit("breaker.on", True)
    assert len(timeline.branches) == 1


def test_going_back_to_the_parent_finds_it_without_the_edit(scenario):
    timeline = Timeline(scenario)
    timeline.here.go(300)
    untouched = timeline.digest()
    timeline.here.go(50)
    timeline.edit("breaker.threshold", 0.02)
    timeline.edit("breaker.on", True)
    timeline.here.go(300)
    assert timeline.digest() != untouched
    timeline.switch(0)
    assert timeline.here.step == 300
    assert timeline.digest() == untouched


def test_the_other_road_is_computed_as_far_as_the_watched_one(scenario):
    timeline = Timeline(scenario)
    assert timeline.other() is None
    timeline.here.go(100)
    timeline.edit("breaker.on", True)
    timeline.here.go(260)
    watched = timeline.digest()
    other = timeline.other()
    assert (other.number, other.horizon) == (0, 260)
    assert timeline.digest() == watched
    plain = Timeline(scenario)
    plain.here.go(260)
    assert (other.record.totals[:261] == plain.here.branch.record.totals[:261]).all()


def test_the_log_is_whole_after_any_walk_and_numbers_are_places(scenario):
    timeline = Timeline(scenario)
    for step in (300, 20, 310, 250, 420, 0, 420):
        timeline.here.go(step)
    log = timeline.here.branch.log()
    assert log.size == timeline.here.market.run["events"][0]
    assert (np.diff(log["step"]) >= 0).all()
    assert Event.LIQUIDATION in log["kind"]


def test_going_beyond_the_ends_stops_at_the_ends(scenario):
    timeline = Timeline(scenario)
    timeline.here.go(LENGTH + 1000)
    assert timeline.here.step == LENGTH
    timeline.here.go(-5)
    assert timeline.here.step == 0


def test_keyframes_are_kept_at_regular_seconds_once(scenario):
    timeline = Timeline(scenario)
    for step in (400, 100, 400):
        timeline.here.go(step)
    steps = [frame.step for frame in timeline.here.branch.keyframes]
    assert steps == list(range(0, 400, KEYFRAME_STEPS))
    assert keep(timeline.here.market).step == 400


def test_records_of_roads_that_nobody_stands_on_are_forgotten_above_a_limit_removed_ones_first(scenario):
    timeline = Timeline(scenario)
    timeline.here.go(200)
    for size in (-0.31, -0.33, -0.35, -0.37):
        timeline.switch(0, 100)
        timeline.edit("shock.size", size)
        timeline.here.go(200)
    known, told = timeline.digest(), timeline.here.branch.log().tolist()
    timeline.branches[3].removed = True
    timeline.records_limit = sum(branch.known_bytes for branch in timeline.branches) - 1
    timeline.spare()
    assert [branch.horizon for branch in timeline.branches] == [200, 200, 200, 0, 200]
    timeline.records_limit = 0
    timeline.switch(1)
    assert sum(branch.horizon > 0 for branch in timeline.branches) == 2, "the one we are on, and the one it left"
    timeline.switch(4)
    assert timeline.digest() == known
    assert timeline.here.branch.log().tolist() == told
