"""The same seed is the same market, to the last bit, wherever, whenever and however often it is computed."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import keyframes
from model.engine import advance
from model.market import copy, digest, restore
from model.timeline import Timeline

ROOT = Path(__file__).resolve().parents[2]
FIRST_SWITCH = 25
NEVER_FIRES = {
    "breaker": [("breaker.threshold", 0.99), ("breaker.on", True)],
    "gradual": [("gradual.batch", 0.5)],
    "late shock": [("shock.start", 5000)],
    "rescue": [("rescue.trigger_usd", 1e12), ("rescue.on", True)],
    "insurance": [("insurance.depth", 0.0), ("insurance.on", True)],
    "cap": [("cap.leverage", 125.0), ("cap.on", True)],
    "obligation": [("obligation.share", 0.0), ("obligation.spread", 50.0), ("obligation.on", True)],
    "freeze": [("freeze.confidence", 0.0), ("freeze.withdrawn", 1.0), ("freeze.on", True)],
    "anticipation": [("breaker.anticipation", 5.0), ("breaker.rule", "china")],
}


def without_settings(market):
    """Digest of everything but the settings, in which a policy that never fires may differ."""
    bare = copy(market)
    bare.settings.view(np.uint8)[:] = 0
    return digest(bare)


def test_another_process_computes_the_same_market(small):
    scenario = small()
    timeline = Timeline(scenario)
    timeline.here.go(300)
    code = (
        "from model.scenario import find_scenario\n"
        "from model.timeline import Timeline\n"
        f"scenario = find_scenario('classroom').with_values({scenario.values!r})._replace(seed={scenario.seed})\n"
        "timeline = Timeline(scenario)\n"
        "timeline.here.go(300)\n"
        "print(timeline.digest())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77"}
    finished = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment, cwd=ROOT
    )
    assert finished.stdout.strip() == timeline.digest(), finished.stderr


def test_another_seed_is_another_market(small):
    digests = set()
    for seed in range(4):
        timeline = Timeline(small(seed))
        digests.add(timeline.digest())
        timeline.here.go(20)
        digests.add(timeline.digest())
    assert len(digests) == 8


def test_one_stride_and_many_small_ones_lead_to_the_same_second(small, market_of):
    market, record = market_of(small())
    other, other_record = copy(market), market_of(small())[1]
    advance(market, record, 200)
    for steps in (1, 2, 3, 5, 8, 81, 100):
        advance(other, other_record, steps)
    assert digest(market) == digest(other)


def test_a_copy_is_equal_and_independent(small, market_of):
    market, record = market_of(small())
    advance(market, record, 90)
    kept = copy(market)
    before = digest(market)
    assert digest(kept) == before
    advance(market, record, 1)
    assert digest(kept) == before != digest(market)


def test_a_restored_market_goes_on_as_the_kept_one_did(small, market_of):
    market, record = market_of(small())
    advance(market, record, 120)
    kept = copy(market)
    advance(market, record, 60)
    after = digest(market)
    restore(market, kept)
    assert digest(market) == digest(kept)
    advance(market, record, 60)
    assert digest(market) == after


def test_a_keyframe_brings_back_every_bit_even_into_another_market(small, market_of):
    market, record = market_of(small())
    frames, digests = [], []
    for _ in range(4):
        frames.append(keyframes.keep(market, frames[-1] if frames else None))
        digests.append(digest(market))
        advance(market, record, 50)
    other, _ = market_of(small(3))
    for frame, expected in sorted(zip(frames, digests, strict=True), key=lambda pair: pair[1]):
        keyframes.restore(other, frame)
        assert digest(other) == expected
    assert [frame.step for frame in frames] == [0, 50, 100, 150]


def test_a_keyframe_takes_what_changed(small, market_of):
    market, record = market_of(small())
    first = keyframes.keep(market)
    assert keyframes.keep(market, first).own_bytes == 0
    advance(market, record, 10)
    assert 0 < keyframes.keep(market, first).own_bytes < first.own_bytes / 2


@pytest.mark.parametrize("way", [0.0, 0.05, 1.0])
def test_keyframes_rest_on_anchors_and_the_way_to_none_is_long(small, market_of, monkeypatch, way):
    monkeypatch.setattr(keyframes, "WAY_PART", way)
    market, record = market_of(small())
    frames, image, digests = [keyframes.keep(market)], keyframes.Image(), [digest(market)]
    for _ in range(40):
        advance(market, record, 10)
        record.written[0] = 0
        frames.append(keyframes.keep(market, frames[-1], 0, image))
        digests.append(digest(market))
    assert any(len(keyframes.resting_on(frame)) > 2 for frame in frames)
    for frame, expected in zip(frames[::-1], digests[::-1], strict=True):
        chain = keyframes.resting_on(frame)
        assert chain[0] is frames[0]
        assert frame.way_bytes == sum(each.own_bytes for each in chain[1:])
        if len(chain) > 2:
            assert frame.way_bytes <= 1.5 * chain[1].own_bytes + way * frames[0].own_bytes
        keyframes.restore(market, frame)
        assert digest(market) == expected


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.tuples(*[st.sampled_from((0, 1, 127, 128, 2**31, 2**32 - 1))] * 2), max_size=50))
def test_the_difference_of_any_words_added_again_makes_them_equal(words):
    base, array = (np.array([row[n] for row in words], np.uint32) for n in range(2))
    room = np.empty(keyframes.MOST_BYTES * base.size, np.uint8)
    keyframes.add(base, room[: keyframes.difference(array, base, room)])
    assert (base == array).all()


@pytest.mark.parametrize("policy", NEVER_FIRES)
def test_a_policy_that_never_fires_changes_nothing_but_its_own_settings(small, policy):
    scenario = small(shock__size=0.0) if policy == "late shock" else small()
    plain, other = Timeline(scenario), Timeline(scenario)
    if policy == "late shock":
        plain.edit("shock.size", 0.0)
    plain.here.go(FIRST_SWITCH)
    other.here.go(FIRST_SWITCH)
    for key, value in NEVER_FIRES[policy]:
        other.edit(key, value)
    for step in (FIRST_SWITCH, 200, 400):
        plain.here.go(step)
        other.here.go(step)
        assert without_settings(plain.here.market) == without_settings(other.here.market), step
    assert plain.digest() != other.digest()
    assert other.here.branch.log().tolist() == plain.here.branch.log().tolist()


def test_a_switch_on_and_off_again_leaves_no_trace(small):
    plain, other = Timeline(small()), Timeline(small())
    plain.here.go(300)
    other.here.go(140)
    threshold = other.scenario.values["breaker.threshold"]
    other.edit("breaker.threshold", 0.95)
    other.edit("breaker.on", True)
    other.here.go(180)
    assert other.here.market.settings["breaker_on"][0] == 1
    other.edit("breaker.on", False)
    other.edit("breaker.threshold", threshold)
    other.here.go(300)
    assert other.digest() == plain.digest()


def test_two_roads_have_the_same_weather_even_after_a_halt(small):
    plain = Timeline(small())
    halted = Timeline(small(breaker__on=True, breaker__threshold=0.05, breaker__pause=60))
    for step in range(10, 401, 10):
        plain.here.go(step)
        halted.here.go(step)
        assert (plain.here.market.asset["value"] == halted.here.market.asset["value"]).all()
        assert (plain.here.market.exchange["shock"] == halted.here.market.exchange["shock"]).all()
    assert halted.here.branch.record.books["halted"].any()
    assert not plain.here.branch.record.books["halted"].any()
    assert (plain.here.market.asset["index"] != halted.here.market.asset["index"]).any()


def test_the_digest_ignores_only_what_was_written_for_the_eyes(small, market_of):
    market, record = market_of(small())
    advance(market, record, 50)
    before = digest(market)
    market.books.fills["price"] += 1
    assert digest(market) == before
    for name in ("cash", "position", "moves", "origin", "peaks", "called", "settings", "account", "maker"):
        changed = copy(market)
        getattr(changed, name).view(np.uint8).reshape(-1)[0] ^= 1
        assert digest(changed) != before, name
