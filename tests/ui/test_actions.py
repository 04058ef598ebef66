"""The keyboard does everything."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme
from ui.actions import Actions
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.settings import Settings

K = Qt.Key


@pytest.fixture
def window(qtbot, session, player, tmp_path):
    made = QWidget()
    qtbot.addWidget(made)
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made.actions_of = Actions(made, session, player, Settings(store))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_space_plays_and_pauses(qtbot, window, player):
    qtbot.keyClick(window, K.Key_Space)
    assert player.is_playing
    qtbot.keyClick(window, K.Key_Space)
    assert not player.is_playing


def test_a_presenters_clicker_plays_and_goes_back(qtbot, window, session, player):
    session.go(600)
    qtbot.keyClick(window, K.Key_PageUp)
    assert 0 < session.step < 600
    qtbot.keyClick(window, K.Key_PageDown)
    assert player.is_playing


def test_arrows_step_by_second_and_with_shift_by_cause(qtbot, window, session):
    qtbot.keyClick(window, K.Key_Right)
    assert session.step == 1
    qtbot.keyClick(window, K.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert session.phase == 1
    qtbot.keyClick(window, K.Key_Period)
    assert session.phase == 2
    qtbot.keyClick(window, K.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window, K.Key_Comma)
    assert session.phase == 0
    qtbot.keyClick(window, K.Key_Left)
    assert session.step == 0


def test_steps_wait_for_a_pause(qtbot, window, session, player):
    player.play()
    qtbot.keyClick(window, K.Key_Right)
    assert session.step == 0


def test_digits_turn_switches(qtbot, window, session):
    qtbot.keyClick(window, K.Key_1)
    assert session.values["breaker.on"] is True
    qtbot.keyClick(window, K.Key_2)
    assert session.values["gradual.on"] is True
    qtbot.keyClick(window, K.Key_1)
    assert session.values["breaker.on"] is False


def test_r_goes_back_to_the_first_second_and_d_throws_the_dice(qtbot, window, session):
    session.go(40)
    qtbot.keyClick(window, K.Key_R)
    assert session.step == 0
    seed = session.seed
    window.actions_of.throw_dice()
    qtbot.keyClick(window, K.Key_D)
    assert session.seed != seed or session.step == 0


def test_plus_and_minus_change_the_speed(qtbot, window, player):
    speed = player.speed
    qtbot.keyClick(window, K.Key_Plus)
    assert player.speed == speed + 1
    qtbot.keyClick(window, K.Key_Minus)
    qtbot.keyClick(window, K.Key_Minus)
    assert player.speed == speed - 1


def test_marks_are_visited_one_after_the_other(qtbot, window, session):
    session.go(600)
    session.go(0)
    visited = []
    for _ in range(4):
        qtbot.keyClick(window, K.Key_Right, Qt.KeyboardModifier.ControlModifier)
        visited.append(session.step)
    assert visited == sorted(visited)
    assert visited[0] == int(session.values["shock.start"])


def test_p_changes_to_the_projectors_look_and_back(qtbot, window):
    qtbot.keyClick(window, K.Key_P)
    assert theme.current() is theme.PROJECTOR
    qtbot.keyClick(window, K.Key_P)
    assert theme.current() is theme.DARK


def test_f11_fills_the_screen_and_leaves_it(qtbot, window):
    qtbot.keyClick(window, K.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, K.Key_F11)
    assert not window.isFullScreen()


def test_enter_presses_the_button_with_the_focus(qtbot, window):
    pressed = []
    button = QPushButton("b", window, clicked=lambda: pressed.append(1))
    button.show()
    button.setFocus()
    qtbot.keyClick(button, K.Key_Return)
    assert pressed == [1]


def test_a_new_run_waits_for_something_to_wait(qtbot, window, session):
    assert not window.actions_of.by_name["new_run"].isEnabled()
    session.change("makers.count", 4)
    qtbot.keyClick(window, K.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert session.values["makers.count"] == 4


def test_a_bad_scenario_file_is_one_sentence_and_changes_nothing(qtbot, window, session, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("[breaker]\nspeed = 3\n", encoding="utf-8")
    scenario = session.scenario
    with qtbot.waitSignal(window.actions_of.refused) as refused:
        window.actions_of.open_scenario(str(bad))
    (sentence,) = refused.args
    assert "breaker.speed" in sentence
    assert "\n" not in sentence
    assert session.scenario is scenario


def test_the_list_names_every_key(qtbot, window):
    actions = [action for action in window.actions_of.by_name.values() if action.shortcuts()]
    dialog = ShortcutsDialog(actions)
    qtbot.addWidget(dialog)
    written = {dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount()) if dialog.table.item(row, 1)}
    assert {action.text() for action in actions} <= written
    assert all(dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount()))
    keys = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert keys[:2] == ["Play and step", "Space or PgDown"]
    assert "Shift+→ or ." in keys
    assert keys.index("Jump") < keys.index("Ctrl+→") < keys.index("Switches") < keys.index("1") < keys.index("View")


def test_no_two_actions_share_a_key(window):
    keys = [key.toString() for action in window.actions_of.by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
