"""Menus hold what can be done; parts of the window come and go; the stage can have the screen alone."""

import pytest
from PySide6.QtCore import Qt

from ui import theme
from ui.layout_keeper import HIDEABLE
from ui.lesson_actions import LessonActions
from ui.settings import Forgetful


@pytest.fixture
def store():
    made = Forgetful()
    made.setValue("theme", "dark")
    return made


@pytest.fixture
def all_of_it(opened, store):
    return opened(store)


def entries(bar):
    return [action.text() for menu in bar.menus.values() for action in menu.actions()]


def test_every_deed_that_names_a_menu_stands_in_it(all_of_it):
    listed = entries(all_of_it.bar)
    deeds = [deed for group in all_of_it.actions.groups for deed in group if deed.menu]
    assert len(deeds) > 30
    assert [deed.name for deed in deeds if deed.title not in listed] == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_f10_goes_to_the_menus(qtbot, all_of_it):
    qtbot.keyClick(all_of_it.window, Qt.Key.Key_F10)
    assert all_of_it.bar.activeAction() is all_of_it.bar.actions()[0]


def test_no_two_deeds_share_a_key(all_of_it, session, player):
    lessons = LessonActions(all_of_it.window, session, player, all_of_it.settings, all_of_it.actions)
    assert lessons is not None
    keys = [key.toString() for action in all_of_it.actions.by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_switches_in_the_menu_show_their_state(all_of_it, session):
    session.change("breaker.on", True)
    all_of_it.bar.check()
    assert all_of_it.actions.by_name["breaker.on"].isChecked()
    assert not all_of_it.actions.by_name["gradual.on"].isChecked()


@pytest.mark.parametrize("name", HIDEABLE)
def test_every_part_can_be_hidden_and_comes_back(all_of_it, name):
    part = all_of_it.window.parts[name]
    all_of_it.actions.by_name["show_" + name].trigger()
    assert not part.isVisible()
    all_of_it.actions.by_name["restore_layout"].trigger()
    assert part.isVisible()


def test_a_side_without_parts_gives_its_room_to_the_stage(all_of_it):
    before = all_of_it.window.stage.width()
    for name in ("switches", "difference"):
        all_of_it.window.layout_keeper.show_part(name, False)
    all_of_it.window.grab()
    assert all_of_it.window.stage.width() > before + 150


def test_what_is_hidden_stays_hidden_at_the_next_start(all_of_it, store, opened):
    all_of_it.window.layout_keeper.show_part("tiles", False)
    again = opened(store)
    assert not again.window.parts["tiles"].isVisible()
    assert again.window.parts["story"].isVisible()


def test_f11_gives_the_screen_to_the_stage_and_escape_gives_it_back(qtbot, all_of_it):
    window = all_of_it.window
    qtbot.keyClick(window, Qt.Key.Key_F11)
    shown = {name for name, part in window.parts.items() if part.isVisible()}
    assert shown == {"stage", "transport"}
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in window.parts.values())
    assert not window.isFullScreen()


def test_text_grows_and_shrinks_by_keys_that_leave_the_speed_alone(qtbot, all_of_it, player):
    speed = player.speed
    qtbot.keyClick(all_of_it.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.keeper.scale == pytest.approx(1.1)
    assert all_of_it.settings.text_scale == pytest.approx(1.1)
    qtbot.keyClick(all_of_it.window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme.keeper.scale == 1.0
    for _ in range(12):
        all_of_it.appearance.resize_text(1)
    assert theme.keeper.scale == theme.SCALE_HIGH
    assert player.speed == speed


def test_a_look_that_follows_the_system_says_so_and_a_chosen_one_stays(all_of_it):
    all_of_it.appearance.choose("projector")
    all_of_it.appearance.follow_system()
    assert theme.current() is theme.PROJECTOR
    all_of_it.appearance.choose("")
    assert theme.current().name in ("dark", "light")
    assert all_of_it.settings.theme == ""


def test_without_motion_arcs_stand_and_nothing_flows_between_two_seconds(all_of_it, session, player):
    session.go(520)
    all_of_it.appearance.set_still(True)
    try:
        session.forward()
        player.part = 0.25
        all_of_it.window.draw()
        drawn = [shown.mid for shown in all_of_it.window.stage.drawn()]
        assert drawn == [venue.mid for venue in session.frame().after.venues]
        assert all_of_it.settings.reduced_motion
    finally:
        all_of_it.appearance.set_still(False)


def test_in_a_low_window_the_charts_are_names_until_one_is_clicked(all_of_it, qtbot):
    theme.set_theme("projector")
    window = all_of_it.window
    window.grab()
    stage = window.stage.height()
    assert window.layout_keeper.charts_closed
    assert window.charts.tabBar().property("closed")
    window.charts.tabBarClicked.emit(1)
    window.grab()
    assert not window.charts.tabBar().property("closed")
    assert window.charts.hint.isHidden()
    assert window.charts.height() > 120
    assert window.stage.height() < stage
    window.charts.tabBarClicked.emit(window.charts.currentIndex())
    assert window.layout_keeper.charts_closed
