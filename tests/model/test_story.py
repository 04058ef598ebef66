"""The story: hand-made logs told in sentences, and every placeholder of every sentence filled."""

import string

import numpy as np
import pytest

from model.events import EVENT, Channel, Event
from model.session import Session
from model.story import CHANNEL_NAMES, MILESTONES, TEMPLATES, tell

BILLION = 10**15


def log_of(*rows):
    """A log of these events; what is not given is as `append` leaves it."""
    log = np.zeros(len(rows), EVENT)
    log["source"] = log["who"] = log["cause"] = -1
    for event, row in zip(log, rows, strict=True):
        for name, value in row.items():
            event[name] = value
    return log


def sold(step, exchange, usd, channel=Channel.NEWS, source=0, side=1, kind=Event.LIQUIDATION, asset=2):
    where = {"exchange": exchange, "asset": asset, "channel": channel, "source": source}
    return {"step": step, "kind": kind, "side": side, "usd": usd, **where}


def placeholders(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_an_empty_log_tells_nothing():
    assert tell(log_of(), 3) == []


def test_the_news_is_told_with_its_size_and_place():
    (line,) = tell(log_of({"step": 300, "kind": Event.NEWS, "exchange": 1, "asset": -1, "usd": -100_000}), 3)
    assert (line.step, line.template, line.event) == (300, "news", 0)
    assert line.values["percent"] == pytest.approx(-0.1)
    assert line.values["exchange"] == 1


def test_the_first_liquidation_of_each_exchange_is_told_once_and_as_a_hop_if_its_cause_is_elsewhere():
    log = log_of(
        sold(10, 0, 5 * 10**6), sold(11, 0, 5 * 10**6), sold(12, 2, 10**6, Channel.ARBITRAGE, 0, asset=4),
        sold(13, 1, 10**6, Channel.DIRECT, 1), sold(14, 2, 10**6),
    )  # fmt: skip
    lines = tell(log, 3)
    assert [(line.step, line.template, line.values["exchange"], line.event) for line in lines] == [
        (10, "first", 0, 0), (12, "first_hop", 2, 2), (13, "first", 1, 3),
    ]  # fmt: skip
    assert (lines[1].values["source"], lines[1].values["channel"], lines[1].values["asset"]) == (
        0,
        Channel.ARBITRAGE,
        4,
    )


def test_a_makers_liquidation_is_not_an_exchanges_first():
    lines = tell(log_of(sold(5, -1, 10**6, kind=Event.MAKER_LIQUIDATION), sold(9, 1, 10**6, source=1)), 3)
    assert [(line.step, line.template) for line in lines] == [(9, "first")]


def test_each_milestone_is_told_when_the_total_reaches_it_with_the_share_of_longs():
    log = log_of(sold(10, 0, 3 * BILLION // 4), sold(20, 0, BILLION // 4, side=-1), sold(30, 0, 4 * BILLION))
    told = [
        (line.step, line.values["usd"], line.values["longs"])
        for line in tell(log, 1)
        if line.template.startswith("milestone")
    ]
    assert told == [
        (10, 1e8, 1.0),
        (20, 1e9, pytest.approx(0.75)),
        (30, 5e9, pytest.approx(0.95)),
    ], "of two milestones in one second only the highest is told"


def test_milestones_rise():
    assert list(MILESTONES) == sorted(set(MILESTONES))


def test_a_halt_of_every_exchange_is_one_sentence_and_of_one_exchange_its_own():
    def halt(step, exchange, asset, kind=Event.HALT):
        return {
            "step": step,
            "kind": kind,
            "exchange": exchange,
            "asset": asset,
            "quantity": 300,
            "usd": 310_000,
            "price": 77,
        }

    back = Event.RESUME
    halts = halt(5, 0, 1), halt(5, 1, 1), halt(5, 0, 2)
    log = log_of(*halts, halt(9, 0, 1, back), halt(9, 1, 1, back), halt(9, 0, 2, back))
    lines = tell(log, 2)
    assert [(line.template, line.values["asset"]) for line in lines] == [
        ("halt_all", 1), ("halt", 2), ("resume_all", 1), ("resume", 2),
    ]  # fmt: skip
    assert (lines[0].values["seconds"], lines[0].values["percent"]) == (300, pytest.approx(0.31))
    assert lines[3].values["price"] == 77


def test_on_a_single_exchange_a_halt_names_it():
    log = log_of({"step": 5, "kind": Event.HALT, "exchange": 0, "asset": 0, "quantity": 300, "usd": 310_000})
    assert [line.template for line in tell(log, 1)] == ["halt"]


def test_a_makers_stress_is_told_from_one_half_on():
    def stress(quantity):
        return {"step": 3, "kind": Event.MAKER_STRESS, "who": 2, "quantity": quantity, "usd": BILLION}

    (line,) = tell(log_of(stress(25), stress(50)), 3)
    assert (line.template, line.values) == ("stress", {"maker": "M3", "usd": pytest.approx(1e9)})


def test_makers_that_back_out_are_told_together_and_not_one_by_one():
    def stress(step, who, quantity):
        return {"step": step, "kind": Event.MAKER_STRESS, "who": who, "quantity": quantity, "usd": BILLION // 10}

    half = [stress(3 + who, who, 50) for who in range(9)]
    full = [stress(20 + n, who, 100) for n, who in enumerate((6, 2, 0, 1, 7, 3, 4, 5, 8))]
    lines = tell(log_of(*half, *full, stress(40, 6, 100)), 3)
    assert [line.template for line in lines] == ["stress", "backed_out"] + 3 * ["backed_out_more"]
    assert [line.step for line in lines] == [3, 20, 22, 25, 28]
    assert lines[2].values == {"count": 3, "makers": "M7 M3 M1", "usd": pytest.approx(3e8)}
    assert lines[-1].values["count"] == 9


def test_milestones_say_whether_traders_were_long_or_only_makers_lost():
    log = log_of(
        sold(10, 0, BILLION // 5, side=0, kind=Event.MAKER_LIQUIDATION), sold(20, 0, BILLION),
        sold(30, 0, BILLION, side=-1),
    )  # fmt: skip
    told = [line.template for line in tell(log, 1) if line.template.startswith("milestone")]
    assert told == ["milestone_makers", "milestone_longs", "milestone"]


def test_news_of_a_fall_and_of_a_rise_have_their_own_sentence():
    falling, rising = ({"step": 3, "kind": Event.NEWS, "exchange": 0, "usd": usd} for usd in (-110_000, 50_000))
    told = [(line.template, line.values["size"]) for line in tell(log_of(falling, rising), 3)]
    assert told == [("news", pytest.approx(0.11)), ("good_news", pytest.approx(0.05))]


def test_halts_of_neighbouring_seconds_are_one_sentence_that_names_all_assets():
    def halt(step, asset, kind=Event.HALT):
        about = {"quantity": 300, "usd": 310_000 - 10_000 * asset, "price": 77}
        return [{"step": step, "kind": kind, "exchange": x, "asset": asset, **about} for x in (0, 1)]

    log = log_of(
        *halt(50, 1), *halt(52, 2), sold(55, 0, 10**6), *halt(60, 0), *halt(90, 4), *halt(350, 1, Event.RESUME),
        *halt(352, 2, Event.RESUME),
    )  # fmt: skip
    lines = tell(log, 2)
    assert [(line.step, line.template) for line in lines] == [
        (50, "halt_all_more"), (55, "first"), (90, "halt_all"), (350, "resume_all_more"),
    ]  # fmt: skip
    assert lines[0].values["assets"] == "1 2 0"
    assert lines[0].values["percent"] == pytest.approx(0.29)
    for line in lines:
        assert placeholders(TEMPLATES[line.template]) <= set(line.values)


@pytest.mark.parametrize(
    ("kind", "template"),
    [
        (Event.MAKER_CALL, "maker_call"), (Event.MAKER_OUT, "maker_out"), (Event.MAKER_BACK, "maker_back"),
        (Event.BAD_DEBT, "bad_debt"), (Event.WITHDRAWAL, "withdrawn"),
    ],
)  # fmt: skip
def test_rare_events_have_their_sentence(kind, template):
    (line,) = tell(log_of({"step": 3, "kind": kind, "who": 0, "exchange": 1, "usd": BILLION}), 3)
    assert line.template == template
    assert placeholders(TEMPLATES[template]) <= set(line.values)


def test_sentences_come_in_the_order_of_the_log():
    log = log_of(
        {"step": 1, "kind": Event.NEWS},
        sold(2, 0, BILLION),
        {"step": 2, "kind": Event.MAKER_OUT, "who": 1},
        sold(3, 1, BILLION, source=1),
    )
    places = [(line.step, line.event) for line in tell(log, 3)]
    assert places == sorted(places)
    assert {event for _, event in places} == {0, 1, 2, 3}


@pytest.fixture(scope="module")
def crash(small):
    session = Session(
        small(breaker__on=True, breaker__threshold=0.06, breaker__pause=40, confidence__rate=50, fund__size_usd=1e6)
    )
    session.forward(500)
    return session


def test_every_placeholder_of_every_sentence_of_a_crash_is_filled(crash):
    lines = crash.story()
    assert {"news", "first", "milestone", "stress", "maker_call"} <= {
        line.template.removesuffix("_longs") for line in lines
    }
    for line in lines:
        assert placeholders(TEMPLATES[line.template]) <= set(line.values), line
        if "channel" in line.values:
            assert line.values["channel"] in CHANNEL_NAMES


def test_a_line_points_at_the_event_it_is_about(crash):
    log = crash.branch.log()
    for line in crash.story():
        assert (log["step"][line.event], log["kind"][line.event]) == (line.step, line.kind)


def test_the_story_ends_where_one_stands(crash):
    everything = crash.story()
    crash.go(200)
    assert crash.story() == [line for line in everything if line.step <= 200]
    crash.go(500)


def test_every_channel_but_none_has_a_name():
    assert set(CHANNEL_NAMES) == set(Channel) - {Channel.NONE}
