"""Tiles and totals show the market's numbers and let an asset be chosen."""

import pytest
from PySide6.QtCore import QRectF, Qt

from model.frame import Tile
from model.scenario import find_scenario
from model.session import Change, Session
from ui.panels.tiles import Tiles, areas, squarified
from ui.panels.totals import TotalsPanel

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
    columns, _ = panel._form(width)
    assert columns >= (3 if width >= 300 else 2)


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
