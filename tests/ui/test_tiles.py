"""Tiles and totals show the market's numbers and let an asset be chosen."""

import pytest
from PySide6.QtCore import QRectF, Qt

from model.frame import Tile
from model.scenario import find_scenario
from model.session import Change, Session
from ui import theme
from ui.panels.tile_rooms import areas, squarified
from ui.panels.tiles import Tiles
from ui.panels.totals import TotalsPanel
from ui.theme import THEMES

ALL = Change.MOMENT | Change.RESET


@pytest.fixture(scope="module")
def session():
    made = Session(find_scenario("classroom").with_values({"accounts.count": 2000, "run.steps": 900}))
    made.go(600)
    return made


@pytest.fixture
def tiles(qtbot, session):
    made = Tiles(session)
    qtbot.addWidget(made)
    made.resize(440, 380)
    made.refresh(ALL, session.frame())
    return made


def many(count):
    return tuple(Tile("A{}".format(n), 4e8 / (1 + n), -0.01 * n, 0.5, False, 0.0) for n in range(count))


@pytest.mark.parametrize("count", [1, 2, 10, 102])
def test_tiles_fill_their_room_without_covering_each_other(count):
    room = QRectF(5, 20, 430, 350)
    rooms = squarified(areas(many(count)), room)
    assert sum(r.width() * r.height() for r in rooms) == pytest.approx(room.width() * room.height())
    for n, first in enumerate(rooms):
        assert room.adjusted(-0.01, -0.01, 0.01, 0.01).contains(first)
        for second in rooms[n + 1 :]:
            shared = first.intersected(second)
            assert shared.width() * shared.height() < 0.01


def test_area_follows_normal_depth_and_small_ones_stay_readable():
    parts = areas(many(10))
    assert parts == sorted(parts, reverse=True)
    assert parts[-1] >= 0.04
    assert sum(parts) == pytest.approx(1.0)


def test_tiles_show_the_frames_numbers(tiles, session):
    for shown, tile in zip(tiles.drawn(), session.frame().after.tiles, strict=True):
        assert (shown.symbol, shown.change, shown.depth_ratio) == (tile.symbol, tile.change, tile.depth_ratio)


@pytest.fixture(scope="module")
def forty_billion():
    made = Session(find_scenario("forty-billion").with_values({"accounts.count": 2000, "run.steps": 900}))
    made.go(300)
    return made


@pytest.mark.parametrize(("size", "least", "changes"), [((470, 395), 100, 90), ((311, 218), 95, 0)])
def test_nearly_all_of_a_hundred_assets_are_named_in_a_wide_window_and_in_a_small_one(
    qtbot, forty_billion, size, least, changes
):
    tiles = Tiles(forty_billion)
    qtbot.addWidget(tiles)
    tiles.resize(*size)
    tiles.refresh(ALL, forty_billion.frame())
    written = tiles.written()
    assert len(written) == 102
    assert [symbol for symbol, _ in written][:2] == ["BTC", "ETH"]
    assert sum(bool(symbol) for symbol, _ in written) >= least
    assert sum(bool(change) for _, change in written) >= changes


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("count", [10, 102])
def test_all_changes_on_the_map_are_written_in_one_way_with_their_sign(qtbot, session, forty_billion, look, count):
    theme.set_theme(look)
    shown = session if count == 10 else forty_billion
    tiles = Tiles(shown)
    qtbot.addWidget(tiles)
    for size in ((470, 395), (311, 218), (640, 500)):
        tiles.resize(*size)
        tiles.refresh(ALL, shown.frame())
        changes = [change for _, change in tiles.written() if change]
        assert all(change.endswith("%") for change in changes)
        assert len({"." in change for change in changes}) <= 1


def inked(image, room, color):
    """Columns and rows of a room in which a colour is met."""
    found = [
        (x, y)
        for x in range(round(room.left()), round(room.right()))
        for y in range(round(room.top()), round(room.bottom()))
        if image.pixelColor(x, y).rgb() == color.rgb()
    ]
    return {x for x, _ in found}, {y for _, y in found}


def test_frames_of_a_halt_and_of_the_stage_stand_one_inside_the_other_and_touch_no_letter(qtbot, forty_billion):
    frame = forty_billion.frame()
    halted = tuple(tile._replace(halted=True, change=0.0, depth_ratio=1.0) for tile in frame.after.tiles)
    there = frame.after._replace(tiles=halted)
    tiles = Tiles(forty_billion)
    qtbot.addWidget(tiles)
    tiles.resize(311, 218)
    forty_billion.select(50)
    tiles.refresh(ALL, frame._replace(before=there, after=there))
    image, colors = tiles.grab().toImage(), theme.current()
    for n in (0, 1, 50, 60):
        room = tiles.rooms()[n].adjusted(0, 0, -2, -2)
        edge = room.left(), room.top() + room.height() / 2
        outer = QRectF(edge[0], edge[1], 2, 2)
        assert inked(image, outer, colors.halt)[0], n
        if n == 50:
            inner = QRectF(edge[0] + 1, edge[1], 2, 2)
            assert inked(image, inner, colors.text)[0]
        else:
            frame_room = QRectF(room.left(), room.top(), room.width(), 2)
            assert not inked(image, frame_room, colors.text)[0], n
            assert not inked(image, QRectF(room.right() - 2, room.top(), 2, room.height()), colors.text)[0], n
    forty_billion.select(0)


@pytest.mark.parametrize("size", [(470, 395), (345, 170), (311, 218)])
def test_larger_letters_are_those_of_the_largest_tiles(qtbot, session, size):
    tiles = Tiles(session)
    qtbot.addWidget(tiles)
    tiles.resize(*size)
    tiles.refresh(ALL, session.frame())
    order = [tile.symbol for tile in sorted(session.frame().after.tiles, key=lambda tile: -tile.depth_usd)]
    assert set(order[: len(tiles._large)]) == tiles._large


def test_the_hatching_of_a_halt_leaves_the_words_free(tiles, session):
    frame = session.frame()

    def picture(halted):
        there = frame.after._replace(tiles=tuple(tile._replace(halted=halted) for tile in frame.after.tiles))
        tiles.refresh(ALL, frame._replace(before=there, after=there))
        return tiles.grab().toImage()

    free, hatched = picture(False), picture(True)
    for (symbol, _), room in zip(tiles.written(), tiles.rooms(), strict=True):
        words = round(room.left()) + 6, round(room.top()) + 6, round(tiles._writing.letters.width(symbol)) - 4, 18
        assert free.copy(*words) == hatched.copy(*words), symbol
    assert free != hatched


def test_the_title_says_what_the_filling_means_at_any_width(qtbot, session):
    tiles = Tiles(session)
    qtbot.addWidget(tiles)
    for width in (640, 470, 311, 240):
        tiles.resize(width, 300)
        tiles.refresh(ALL, session.frame())
        assert "filling" in tiles.title(), width
    tiles.resize(640, 300)
    assert tiles.title() == "10 assets · area: normal depth · filling: depth left"


def test_a_click_chooses_the_asset_below_it(tiles, qtbot):
    heard = []
    tiles.chosen.connect(heard.append)
    qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=tiles.rooms()[3].center().toPoint())
    assert heard == [3]


def test_the_keyboard_reaches_every_tile(tiles, qtbot):
    tiles.show()
    heard = []
    tiles.chosen.connect(heard.append)
    seen = set()
    for key in [
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
    ] * 12:
        qtbot.keyClick(tiles, key)
        qtbot.keyClick(tiles, Qt.Key.Key_Return)
        seen.add(heard[-1])
    assert len(seen) >= 6


def test_a_halted_tile_is_drawn(tiles, session):
    frame = session.frame()
    halted = tuple(tile._replace(halted=True, change=-0.6, depth_ratio=0.0) for tile in frame.after.tiles)
    tiles.refresh(
        ALL, frame._replace(before=frame.after._replace(tiles=halted), after=frame.after._replace(tiles=halted))
    )
    tiles.grab()
    assert all(tile.halted for tile in tiles.drawn())


@pytest.mark.parametrize("width", [220, 300, 480])
def test_totals_show_the_frames_numbers_and_cut_none(qtbot, session, width):
    panel = TotalsPanel(session)
    qtbot.addWidget(panel)
    panel.refresh(ALL, session.frame())
    panel.resize(width, panel.height_for(width))
    panel.grab()
    assert panel.drawn() == session.frame().after.totals
    rooms = panel.rooms()
    assert len({room.left() for room in rooms}) >= (3 if width >= 300 else 2)
    for room, item in zip(rooms, panel.figures(), strict=True):
        assert panel.written_name(room, item) in (item.name, item.short)
        assert panel._letters(item.main, room.width()).width("$88.8 M") <= room.width()


def test_a_long_name_makes_neither_other_names_short_nor_any_number_small(qtbot, session):
    panel = TotalsPanel(session)
    qtbot.addWidget(panel)
    panel.refresh(ALL, session.frame())
    panel.resize(430, panel.height_for(430))
    names = {
        item.measure: panel.written_name(room, item) for room, item in zip(panel.rooms(), panel.figures(), strict=True)
    }
    assert names["totals.market_value_lost"] == "market value lost"
    sizes = [panel._letters(item.main, room.width()) for room, item in zip(panel.rooms(), panel.figures(), strict=True)]
    assert all(letters.font.pixelSize() >= 19 for letters in sizes)


def test_parts_of_what_was_liquidated_read_as_parts_in_every_form(qtbot, session):
    panel = TotalsPanel(session)
    qtbot.addWidget(panel)
    panel.refresh(ALL, session.frame())
    for item in panel.figures():
        if item.measure in ("totals.leveraged", "totals.makers"):
            assert item.name.endswith("part")
            assert item.short.endswith("part")
        assert item.short != "R"


def test_in_two_columns_related_numbers_stand_side_by_side(qtbot, session):
    panel = TotalsPanel(session)
    qtbot.addWidget(panel)
    panel.refresh(ALL, session.frame())
    panel.resize(220, panel.height_for(220))
    rooms = dict(zip((item.measure for item in panel.figures()), panel.rooms(), strict=True))
    assert len({room.left() for room in rooms.values()}) == 2
    for left, right in (("liquidated", "market_value_lost"), ("leveraged", "makers"), ("fund", "bad_debt")):
        assert rooms["totals." + left].top() == rooms["totals." + right].top()


def test_totals_glide_between_two_seconds(qtbot, session):
    panel = TotalsPanel(session)
    qtbot.addWidget(panel)
    frame = session.frame()
    old = frame.after.totals._replace(liquidated=frame.after.totals.liquidated / 2)
    panel.refresh(ALL, frame._replace(before=frame.after._replace(totals=old), fraction=0.5))
    assert panel.drawn().liquidated == pytest.approx(frame.after.totals.liquidated * 0.75)


def test_the_kept_picture_looks_as_if_all_tiles_were_drawn_at_once(qtbot):
    session = Session(
        find_scenario("classroom").with_values({"market.assets": 60, "accounts.count": 2000, "run.steps": 900})
    )
    session.go(500)
    kept, fresh = Tiles(session), Tiles(session)
    for view in (kept, fresh):
        qtbot.addWidget(view)
        view.resize(440, 380)
        view.refresh(ALL, session.frame())
    kept.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    kept.show()
    before = kept.grab().toImage()
    for step in (560, 620):
        session.go(step)
        kept.refresh(Change.MOMENT, session.frame())
        kept.grab()
    fresh.refresh(Change.MOMENT | Change.VALUES, session.frame())
    whole = fresh.grab().toImage()
    assert before != whole
    qtbot.waitUntil(lambda: kept.grab().toImage() == whole)


def test_a_small_part_is_not_written_as_nothing_nor_nearly_all_as_all(qtbot, session):
    panel = TotalsPanel(session)
    qtbot.addWidget(panel)
    frame = session.frame()
    for makers, written in ((1.0, ("> 99 %", "< 1 %")), (0.0, ("100 %", "0 %")), (300.0, ("70 %", "30 %"))):
        totals = frame.after.totals._replace(liquidated=1000.0, leveraged=1000.0 - makers, makers=makers)
        panel.refresh(ALL, frame._replace(after=frame.after._replace(totals=totals)))
        beside = {figure.measure: figure.beside for figure in panel.figures()}
        assert (beside["totals.leveraged"], beside["totals.makers"]) == written
