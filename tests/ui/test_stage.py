"""The stage shows the model's numbers, whatever state the books are in."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from model.events import Event
from model.frame import Frame, Hop, Ladder
from model.scenario import Exchange, find_scenario
from model.session import Session
from ui import text, theme
from ui.lettering import Look
from ui.stage.arrangement import arrange
from ui.stage.hops import HopTrail
from ui.stage.ladder import empty_words
from ui.stage.levels import Label, placed
from ui.stage.readout import words_at
from ui.stage.scale import Axis, PriceScale
from ui.stage.shown import bars_of
from ui.stage.stage import Stage

SMALL = {"accounts.count": 2000, "run.steps": 900}
EMPTY = Ladder(np.zeros(0), np.zeros(0), np.zeros(0), np.zeros(0, bool))


@pytest.fixture(scope="module")
def session():
    made = Session(find_scenario("classroom").with_values(SMALL))
    made.go(619)
    made.picture()
    made.go(620)
    return made


@pytest.fixture
def stage(qtbot):
    made = Stage()
    qtbot.addWidget(made)
    made.resize(1100, 560)
    return made


def venues_of(frame, **changed):
    """The frame with every venue changed."""
    after = frame.after._replace(venues=tuple(venue._replace(**changed) for venue in frame.after.venues))
    return Frame(after, after, 1.0)


def colors_in(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_the_numbers_drawn_are_the_frames(stage, session):
    frame = session.frame()
    stage.set_frame(frame)
    for shown, venue in zip(stage.drawn(), frame.after.venues, strict=True):
        for name in ("mid", "last", "mark", "spread", "spread_ratio", "liquidated_usd", "fund_ratio", "confidence"):
            assert getattr(shown, name) == pytest.approx(getattr(venue, name), nan_ok=True)
        assert shown.change == pytest.approx(venue.mid / frame.after.price_start - 1)
        assert shown.halted_for == venue.halted_for
        assert shown.eaten_usd == pytest.approx(venue.eaten_usd.sum())


def test_bars_hold_every_dollar_of_the_book(session):
    for venue in session.frame().after.venues:
        edges = np.linspace(0.0, 4 * venue.mid, 2000)
        bids, asks = bars_of(venue.ladder, edges, venue)
        side = venue.ladder.is_bid
        assert bids.usd.sum() == pytest.approx(venue.ladder.usd[side].sum())
        assert asks.usd.sum() == pytest.approx(venue.ladder.usd[~side].sum())
        assert bids.maker_usd.sum() == pytest.approx(venue.ladder.maker_usd[side].sum())
        assert (bids.maker_usd <= bids.usd + 1e-6).all()


def test_no_bid_is_drawn_above_the_best_one_and_no_ask_below(session):
    for venue in session.frame().after.venues:
        edges = np.arange(venue.mid * 0.9, venue.mid * 1.1, 5.0)
        bids, asks = bars_of(venue.ladder, edges, venue)
        assert bids.usd[edges[:-1] > venue.best_bid + 1].sum() == 0
        assert asks.usd[edges[1:] < venue.best_ask - 1].sum() == 0


def test_halfway_between_two_seconds_numbers_are_halfway(stage, session):
    frame = session.frame()
    assert frame.before is not frame.after
    stage.set_frame(frame._replace(fraction=0.5))
    old, new = frame.before.venues[0], frame.after.venues[0]
    assert stage.drawn()[0].mid == pytest.approx((old.mid + new.mid) / 2)
    assert stage.drawn()[0].liquidated_usd == pytest.approx((old.liquidated_usd + new.liquidated_usd) / 2)
    stage.set_frame(frame._replace(fraction=0.0))
    assert stage.drawn()[0].mid == pytest.approx(old.mid)


@pytest.mark.parametrize("look", sorted(theme.THEMES))
def test_a_full_book_is_drawn_in_its_colours(stage, session, look):
    theme.set_theme(look)
    stage.set_frame(session.frame())
    found = colors_in(stage.grab().toImage())
    assert {getattr(theme.current(), name).name() for name in ("bid_maker", "ask_maker", "panel")} <= found
    theme.set_theme("dark")


def test_an_empty_book_is_drawn_and_told_in_words(stage, session):
    nothing = {
        "ladder": EMPTY,
        "best_bid": math.nan,
        "best_ask": math.nan,
        "spread": math.nan,
        "spread_ratio": math.nan,
    }
    stage.set_frame(venues_of(session.frame(), **nothing))
    stage.grab()
    for shown in stage.drawn():
        assert shown.bids.usd.sum() == shown.asks.usd.sum() == 0
        assert empty_words(shown, Axis(1.0, 2.0, 0, 1)) == ("no bids", "no asks")
    stage.set_frame(venues_of(session.frame(), **nothing, mid=math.nan, last=math.nan, mark=math.nan, halted_for=3))
    stage.grab()
    assert all(text.price(shown.mid) == text.NONE for shown in stage.drawn())


def test_a_halted_book_is_hatched(stage, session):
    stage.set_frame(venues_of(session.frame(), halted_for=252, waiting_usd=3e8))
    assert theme.current().halt.name() in colors_in(stage.grab().toImage())
    assert stage.drawn()[0].halted_for == 252


@pytest.mark.parametrize("size", [(1100, 560), (690, 340), (420, 300), (2700, 1400)])
@pytest.mark.parametrize("count", [1, 8])
def test_one_to_eight_exchanges_fit_every_size(qtbot, count, size):
    exchanges = tuple(Exchange("Exchange {}".format(n), 1 / count, "Binance") for n in range(count))
    scenario = find_scenario("classroom").with_values({**SMALL, "market.assets": 2})._replace(exchanges=exchanges)
    session = Session(scenario)
    session.go(450)
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(*size)
    stage.set_frame(session.frame())
    stage.grab()
    assert len(stage.drawn()) == count
    place = arrange(*map(float, size), list(stage.drawn()), Look.now(), 0)
    for column in place.columns:
        assert column.header.bottom() <= column.plot.top() < column.plot.bottom() <= column.gauges.top()
        assert column.gauges.bottom() <= size[1]
        assert column.plot.right() <= size[0]


def test_the_axis_stands_still_while_the_market_trembles_and_follows_when_it_leaves(session):
    picture = session.frame().after
    scale = PriceScale()
    scale.follow(picture, smooth=True)
    first = scale.axis(0, 100)
    for sign in (1, -1, 1):
        moved = tuple(venue._replace(mid=venue.mid * (1 + sign * 1e-4)) for venue in picture.venues)
        scale.follow(picture._replace(venues=moved), smooth=True)
    assert scale.axis(0, 100) == first
    far = tuple(
        v._replace(mid=v.mid * 0.4, best_bid=v.best_bid * 0.4, best_ask=v.best_ask * 0.4) for v in picture.venues
    )
    for _ in range(200):
        scale.follow(picture._replace(venues=far), smooth=True)
    axis = scale.axis(0, 100)
    assert axis.low < far[0].best_bid < far[0].best_ask < axis.high


def test_an_axis_finds_the_price_of_a_row_and_the_row_of_a_price(session):
    scale = PriceScale()
    scale.follow(session.frame().after, smooth=False)
    axis = scale.axis(50, 450)
    assert axis.price(axis.y(session.frame().after.index)) == pytest.approx(session.frame().after.index)
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks(40))


def test_labels_never_cover_each_other(qapp):
    letters = Look.now().small
    labels = [Label(y, "mark", letters, theme.current().text) for y in (100, 101, 102, 196, 199)]
    tops = [top for top, _ in placed(labels, 0, 200)]
    assert all(b - a >= letters.height for a, b in zip(tops, tops[1:], strict=False))
    assert tops[0] >= 0
    assert tops[-1] + letters.height <= 200


def hop(source, exchange, usd, channel=9):
    return Hop(source, exchange, 0, channel, 1, usd, 1, 0)


def test_a_hop_stays_for_two_seconds_of_the_room_and_then_is_gone(qapp):
    trail = HopTrail()
    trail.take((hop(0, 1, 1e8),), (10, 0), 16.0)
    for step in range(11, 11 + 130):
        assert trail.arcs or step > 130
        trail.take((), (step, 0), 16.0)
    assert trail.arcs == {}


def test_standing_still_only_the_hops_of_the_moment_are_shown(qapp):
    trail = HopTrail()
    trail.take((hop(0, 1, 1e8),), (10, 0), 16.0)
    trail.take((), (10, 0), 0.0)
    assert len(trail.arcs) == 1
    trail.take((hop(1, 2, 5e7), hop(1, 2, 1e7, 7)), (11, 0), 0.0)
    assert [arc.hop.usd for arc in trail.arcs.values()] == [6e7]


def test_hops_are_drawn_with_their_dollars(stage, session):
    frame = session.frame()
    after = frame.after._replace(hops=(hop(0, 1, 3.1e8), hop(2, 0, 1e6)))
    stage.set_frame(Frame(after, after, 1.0))
    stage.grab()
    assert [(h.source, h.exchange, h.usd) for h in stage.drawn_hops()] == [(0, 1, 3.1e8), (2, 0, 1e6)]


def test_a_pointer_on_a_book_reads_its_dollars(stage, session, qtbot):
    stage.set_frame(session.frame())
    venue = stage.drawn()[0]
    place = arrange(1100.0, 560.0, list(stage.drawn()), Look.now(), 0)
    edges = stage._scale.edges()
    n = int(np.argmax(venue.bids.usd))
    said = words_at(venue, (edges[n] + edges[n + 1]) / 2, edges)
    assert text.money(float(venue.bids.usd[n])) in said[1]
    stage._mouse = QPointF(place.columns[0].plot.center())
    stage.grab()


def test_the_countdown_of_a_pause_ends_in_the_second_of_its_auction():
    session = Session(find_scenario("classroom").with_values(SMALL))
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.03)
    session.go(session.length)
    log = session.branch.log()
    paused = log[log["kind"] == Event.HALT][0]
    x, asset, pause = int(paused["exchange"]), int(paused["asset"]), int(paused["quantity"])
    again = log[(log["kind"] == Event.RESUME) & (log["exchange"] == x) & (log["asset"] == asset)][0]
    assert int(again["step"]) == int(paused["step"]) + pause
    session.select(asset)
    for step, left in ((int(paused["step"]), pause), (int(again["step"]) - 1, 1), (int(again["step"]), 0)):
        session.go(step)
        assert session.picture().venues[x].halted_for == left
