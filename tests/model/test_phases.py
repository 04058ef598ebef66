"""The order of causes: one list, which a second walks at once, and which can be walked one by one."""

import pytest

from model.engine import PHASES
from model.timeline import Timeline


def test_every_phase_has_a_name_of_its_own_and_a_line_that_says_what_it_does():
    assert len({phase.name for phase in PHASES}) == len(PHASES) == 12
    assert all(phase.title[0].isupper() and not phase.title.endswith(".") for phase in PHASES)


@pytest.mark.parametrize("policy", [{}, {"breaker__on": True, "breaker__threshold": 0.05, "breaker__pause": 20}])
def test_walking_by_phases_is_the_same_as_walking_by_seconds(small, policy):
    scenario = small(**policy)
    whole, parts = Timeline(scenario), Timeline(scenario)
    for start in (0, 60, 130):
        whole.here.go(start)
        parts.here.go(start)
        whole.here.forward(start + 25)
        for _ in range(25 * len(PHASES)):
            parts.here.forward_phase()
        assert (parts.here.step, parts.here.phase) == (start + 25, 0)
        assert parts.digest() == whole.digest()
    assert parts.here.branch.log().tolist() == whole.here.branch.log().tolist()
    assert parts.here.branch.record.books[:156].tolist() == whole.here.branch.record.books[:156].tolist()


def test_going_back_by_phases_visits_the_same_states_in_reverse(small):
    timeline = Timeline(small())
    here = timeline.here
    here.go(118)
    seen = [(here.step, here.phase, timeline.digest())]
    for _ in range(4 * len(PHASES) + 3):
        here.forward_phase()
        seen.append((here.step, here.phase, timeline.digest()))
    for expected in reversed(seen[:-1]):
        here.back_phase()
        assert (here.step, here.phase, timeline.digest()) == expected


def test_before_the_first_phase_there_is_nothing_to_undo(small):
    timeline = Timeline(small())
    start = timeline.digest()
    timeline.here.back_phase()
    assert (timeline.here.step, timeline.here.phase, timeline.digest()) == (0, 0, start)


def test_after_the_last_second_there_is_no_further_phase(small):
    timeline = Timeline(small(run__steps=60))
    timeline.here.go(60)
    end = timeline.digest()
    timeline.here.forward_phase()
    timeline.here.forward(61)
    assert (timeline.here.step, timeline.here.phase, timeline.digest()) == (60, 0, end)


def test_a_second_begun_by_phases_is_finished_before_going_on(small):
    timeline, plain = Timeline(small()), Timeline(small())
    timeline.here.go(100)
    for _ in range(4):
        timeline.here.forward_phase()
    timeline.here.forward(103)
    plain.here.go(103)
    assert timeline.digest() == plain.digest()
