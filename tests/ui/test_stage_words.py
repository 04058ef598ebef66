"""What is written on the stage stands where it belongs, covers nothing, and is short where there is little room."""

import math
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from model.frame import Frame, Hop
from model.scenario import find_scenario
from model.session import Session
from tests.ui.test_theme import contrast
from ui import theme
from ui.lettering import Look
from ui.stage import gauges, header, ladder, legend, levels
from ui.stage.canvas import Canvas, pixel
from ui.stage.glass import Glass, Shape
from ui.stage.hops import BADGE_WIDTH, PADDING, badge_words
from ui.stage.scale import Axis
from ui.stage.shown import Bars
from ui.stage.stage import Stage

SMALL = {"accounts.count": 2000, "run.steps": 900}
SIZES = [(1100, 560), (690, 340), (420, 300)]
PLOT = QRectF(0, 0, 300, 400)


@pytest.fixture(scope="module")
def session():
    made = Session(find_scenario("classroom").with_values(SMALL))
    made.go(620)
    return made


@pytest.fixture
def stage(qtbot, session):
    made = Stage()
    qtbot.addWidget(made)
    made.resize(1100, 560)
    yield made
    theme.keeper.set_scale(1.0)
    theme.set_theme("dark")


def show(stage, session, hops=(), **changed):
    """A moment with hops, and with every venue changed; returns it."""
    venues = tuple(venue._replace(**changed) for venue in session.frame().after.venues)
    after = session.frame().after._replace(hops=hops, venues=venues)
    stage.set_frame(Frame(after, after, 1.0))
    stage.grab()
    return after


def hop(source, exchange):
    return Hop(source, exchange, 0, 9, 19, 2.44e5, 1, 0)


def label(y, words="mark 106,852", short="106,852"):
    return levels.Label(y, (words, short), Look.now().small, theme.current().text)


def test_words_beside_a_price_are_short_where_bars_reach_them_or_the_column_is_narrow(qapp):
    wide = Look.now().small.width("mark 106,852")
    assert levels.written(label(0), PLOT, 40.0) == "mark 106,852"
    assert levels.written(label(0), PLOT, PLOT.width() - wide) == "106,852"
    assert levels.written(label(0), QRectF(0, 0, wide * 1.5, 400), 0.0) == "106,852"


def test_labels_that_would_meet_give_way_to_both_sides(qapp):
    height = Look.now().small.height
    (first, _), (second, _) = levels.placed([label(200.0), label(202.0)], 0, 400)
    assert first + height < second
    assert 201 - first == pytest.approx(second + height - 201)


def told(words, width=300.0, kind="mark"):
    """A column that tells one price in these words."""
    forms = "mark 106,852", "106,852"
    wide = Look.now().small.width(words) + levels.BESIDE
    there = levels.Label(100.0, forms, Look.now().small, theme.current().text, kind=kind)
    return levels.Levels([there], [words], [QRectF(width - wide, 90, wide, 20)])


def test_what_one_column_tells_in_short_all_columns_tell_in_short(qapp):
    columns = levels.alike([told("mark 106,852"), told("106,852"), told("mark 106,852", kind="last")])
    assert [column.words for column in columns] == [["106,852"], ["106,852"], ["mark 106,852"]]
    assert columns[0].boxes == columns[1].boxes
    assert columns[2].boxes[0].width() > columns[0].boxes[0].width()


@pytest.mark.parametrize("y", [88.0, 100.0, 112.0])
def test_a_price_line_ends_before_words_that_it_would_touch(qapp, y):
    column = told("106,852")
    assert column.free_until(y, 300.0) == column.boxes[0].left()
    assert column.free_until(120.0, 300.0) == 300.0


@pytest.mark.parametrize("look", sorted(theme.THEMES))
def test_what_lies_behind_the_prices_does_not_shine_through_their_digits(qapp, look):
    theme.set_theme(look)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(theme.current().bid)
    painter = QPainter(image)
    levels.draw_levels(painter, QRectF(0, 0, 300, 200), told("106,852"), Look.now())
    painter.end()
    assert contrast(image.pixelColor(round(told("106,852").boxes[0].left()) + 2, 91), theme.current().panel) < 1.25
    theme.set_theme("dark")


def axis_of(stage):
    books = stage._arranged().books
    return stage._scale.axis(books.top(), books.bottom())


@pytest.mark.parametrize(("source", "exchange"), [(0, 1), (0, 2), (2, 0)])
def test_an_arc_goes_from_the_price_sold_to_the_price_eaten(stage, session, source, exchange):
    eaten = session.frame().after.venues[exchange].best_bid * 0.99
    show(stage, session, (hop(source, exchange),), eaten_price=np.array([eaten]), eaten_usd=np.array([2.44e5]))
    ((path, _),) = stage._trail.drawn
    bar = stage._scale.bin_usd
    axis = axis_of(stage)
    for column, place in ((source, path.pointAtPercent(0.0)), (exchange, path.pointAtPercent(1.0))):
        assert abs(axis.price(place.y()) - eaten) <= bar
        plot = stage._arranged().columns[column].plot
        assert plot.left() - 5 <= place.x() <= plot.right()


def test_without_a_sale_in_this_second_an_arc_begins_at_the_last_price(stage, session):
    after = show(stage, session, (hop(0, 2),), eaten_price=np.zeros(0), eaten_usd=np.zeros(0))
    ((path, _),) = stage._trail.drawn
    assert axis_of(stage).price(path.pointAtPercent(0.0).y()) == pytest.approx(after.venues[0].last, rel=1e-4)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.3, 1.8])
def test_a_badge_covers_neither_a_whole_book_nor_words(stage, session, size, scale):
    theme.keeper.set_scale(scale)
    stage.resize(*size)
    show(stage, session, (hop(0, 2),))
    ((box, _),) = stage._trail.badges
    column = stage._arranged().columns[0].plot.width()
    dollars = stage._look.small_bold.width(badge_words(hop(0, 2))[-1]) + PADDING
    assert box.width() <= max(column * BADGE_WIDTH, dollars)
    assert stage._arranged().books.contains(box)
    assert stage._trail.at(box.center()) is not None


def test_the_dollars_of_this_second_stand_at_the_price_that_was_eaten(stage, session):
    eaten = session.frame().after.venues[1].best_bid * 0.99
    show(stage, session, eaten_price=np.array([eaten]), eaten_usd=np.array([2.44e5]))
    axis, venue, edges = axis_of(stage), stage.drawn()[1], stage._scale.edges()
    assert ladder.sold_at(venue, edges, axis)[0] == pytest.approx(eaten, abs=stage._scale.bin_usd)
    (told,) = levels._eaten(venue, 280.0, stage._look, False)
    assert (told.y, told.forms[-1]) == (280.0, "▼ $244 K")


@pytest.mark.parametrize("size", SIZES)
def test_what_waits_for_the_reopening_covers_no_bar(stage, session, size):
    stage.resize(*size)
    show(stage, session, halted_for=243, waiting_usd=7.67e5)
    axis, edges, per_usd = axis_of(stage), stage._scale.edges(), 1e-6
    for column, venue in zip(stage._arranged().columns, stage.drawn(), strict=True):
        found = levels.Levels([], [], [])
        reach = partial(reach_of, venue, edges, axis, per_usd)
        levels._add_waiting(found, column.plot, venue, stage._look, reach)
        (box,), (words,) = found.boxes, found.words
        assert words.startswith("$767 K")
        assert column.plot.left() + reach(box.top(), box.bottom()) <= box.left()


def reach_of(venue, edges, axis, per_usd, top, bottom):
    return ladder.reach(venue, edges, axis, per_usd, (top, bottom))


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.8])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", sorted(theme.THEMES))
def test_both_colours_and_the_depth_scale_are_told_at_every_size(stage, session, look, size, scale):
    theme.set_theme(look)
    theme.keeper.set_scale(scale)
    stage.resize(*size)
    show(stage, session)
    kinds = {entry.kind for _, entry in stage._legend.standing}
    assert {"bids", "asks", "depth"} <= kinds


@pytest.mark.parametrize("look", sorted(theme.THEMES))
@pytest.mark.parametrize("size", [(1840, 700), (1100, 560), (612, 500)])
def test_every_mark_on_stage_is_told_even_in_a_small_window(stage, session, look, size):
    theme.set_theme(look)
    stage.resize(*size)
    show(stage, session, liquidated_usd=1e6, halted_for=0)
    always = {"bids", "asks", "depth", "normal", "makers"}
    assert {entry.kind for _, entry in stage._legend.standing} == always | {"liquidated"}
    nothing = np.zeros(0)
    show(stage, session, liquidated_usd=1e6, halted_for=30, eaten_price=nothing, eaten_usd=nothing)
    assert {entry.kind for _, entry in stage._legend.standing} >= always | {"halt"}
    top = max(corner.y() for corner, _ in stage._legend.standing)
    assert top < stage._arranged().title.top() + legend.height_of(stage._look, 2)


def test_an_entry_without_room_does_not_end_the_legend(qapp):
    look = Look.now()
    found = [legend.Entry(kind, words, 8) for kind, words in (("a", "short"), ("b", "long " * 40), ("c", "short"))]
    placed = legend.placed(found, [QRectF(0, 0, 200, 15)], look)
    assert [entry.kind for _, entry in placed] == ["a", "c"]


def test_the_legend_tells_liquidations_and_halts_only_when_there_are_any(stage, session):
    stage.resize(1900, 700)
    show(stage, session, liquidated_usd=0.0, halted_for=0)
    assert not {"liquidated", "halt"} & {entry.kind for _, entry in stage._legend.standing}
    show(stage, session, liquidated_usd=1e6, halted_for=30)
    assert {"liquidated", "halt"} <= {entry.kind for _, entry in stage._legend.standing}


def test_every_form_of_a_header_names_its_multiple_and_the_widest_says_of_what(stage, session):
    show(stage, session)
    look, venue = Look.now(), stage.drawn()[0]._replace(spread_ratio=4.6)
    for form in header.FORMS:
        words = [piece.words for row in header.rows(venue, look, form) for piece in (*row.left, row.right) if piece]
        assert "4.6×" not in words or any(said.startswith("spread") for said in words)
    widest = [piece.words for row in header.rows(venue, look, header.FORMS[0]) for piece in (*row.left, row.right)
              if piece]  # fmt: skip
    assert "mid" in widest
    assert "4.6× normal" in widest
    assert any(said.endswith("of BTC liquidated") for said in widest)


def test_gauges_beside_each_other_are_equally_wide_and_say_of_what_where_there_is_room(stage, session):
    show(stage, session)
    look, venues = Look.now(), list(stage.drawn())
    assert gauges.layout_for(venues, look, 900.0) == "beside"
    assert gauges.layout_for(venues, look, 100.0) == "stacked"
    found = gauges.gauges_of(venues[0], look)
    assert gauges._name(found[0], 300.0, look) == "bids left, of normal"
    room = QRectF(0, 0, 900, 30)
    keys = [gauges.measure_at(room, venues[0], look, "beside", QPointF(x, 5)) for x in (150, 450, 750)]
    assert keys == [gauge.measure for gauge in found]


def test_a_bar_longer_than_its_column_ends_in_a_break(qapp):
    look, canvas = Look.now(), Canvas(100, 10, 1.0)
    bars = Bars(np.array([50.0, 500.0]), np.zeros(2))
    rows = ladder.Rows(np.array([0.0, 5.0]), np.array([4.0, 4.0]))
    canvas.pixels[:] = 0
    ladder.draw_side(canvas, rows, bars, 1.0, look, (look.theme.bid_maker, look.theme.bid))
    ground = pixel(look.theme.panel)
    assert ground not in canvas.pixels[1]
    assert (canvas.pixels[6] == ground).sum() == len(ladder.BREAKS) * ladder.BREAK
    assert canvas.pixels[6, -1] == pixel(look.theme.bid)


def test_the_other_roads_book_ends_in_one_line_without_gaps(stage, session):
    show(stage, session)
    venue, edges = stage.drawn()[0], stage._scale.edges()
    stage_axis = axis_of(stage)
    axis = Axis(stage_axis.low, stage_axis.high, 0.0, 400.0)
    canvas, line = Canvas(300, 400, 1.0), pixel(Look.now().theme.text_soft)
    canvas.pixels[:] = 0
    venue = venue._replace(ghost=(venue.mid, venue.bids, venue.asks))
    ladder.draw_ghost(canvas, venue, edges, axis, 2e-5, Look.now(), edge=True)
    drawn = canvas.pixels == line
    assert drawn.any(axis=1).all()
    apart = [row for row in range(399) if not (drawn[row] & drawn[row + 1]).any()]
    assert len(apart) <= 1, "nowhere but between bids and asks"


def test_on_the_whole_screen_letters_grow_with_it(stage, session):
    show(stage, session)
    small = stage._look.small.height
    stage.show()
    stage.set_alone(True)
    stage.resize(1900, 980)
    assert stage._look.small.height > 1.3 * small
    stage.resize(1200, 600)
    assert stage._look.small.height == small
    stage.resize(1900, 980)
    stage.set_alone(False)
    assert stage._look.small.height == small


def test_the_filling_of_the_normal_book_never_sticks_out_of_its_rim(qapp):
    look, glass, canvas = Look.now(), Glass(), Canvas(200, 300, 1.0)
    widths = tuple(60 + 50 * math.sin(n) for n in range(40))
    glass.fit(Shape(200, 300, 10.0, widths), look, 1.0)
    glass.draw_filling(canvas, 150.0)
    filled = (canvas.pixels != pixel(look.theme.panel)).sum(axis=1)
    glass.draw_rim(canvas, 150.0)
    rim = canvas.pixels == pixel(look.theme.ghost)
    for row in np.flatnonzero(rim.any(axis=1)):
        assert filled[row] <= np.flatnonzero(rim[row]).max() + 6, "half a bar is 20"
