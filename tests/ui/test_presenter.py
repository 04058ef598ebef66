"""A teacher in front of a class: the presenter's layout, the clicker, the blank screen and the full stage, by keys alone."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from model.lesson_file import read_lesson
from tests.ui.conftest import SMALL
from ui import theme
from ui.lesson_actions import LessonActions

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def teacher(everything, session, player, clock):
    """The window with a lesson open, and hands on its keys."""
    everything.lessons = LessonActions(everything.window, session, player, everything.settings, everything.actions)
    lesson = read_lesson("03-reproduction")
    everything.lessons.open(lesson._replace(scenario=lesson.scenario.with_values(SMALL), expects=(), trials=()))
    everything.clock = clock
    arrive(everything)
    return everything


def arrive(teacher):
    """Let the lesson come to its step."""
    guide = teacher.lessons.guide
    for _ in range(20_000):
        guide.planner.finish()
        QCoreApplication.processEvents()
        if teacher.player.target is not None or teacher.player.is_playing:
            teacher.clock.now += 0.25
            teacher.player.tick()
        elif not guide.is_travelling and not guide._soon.isActive():
            return
    raise AssertionError("the lesson does not come to rest")


def press(qtbot, teacher, key, modifier=Qt.KeyboardModifier.NoModifier):
    teacher.window.setFocus()
    qtbot.keyClick(teacher.window, key, modifier)
    for _ in range(3):
        arrive(teacher)
        teacher.window.draw()


def visible(window):
    return {name for name, part in window.parts.items() if part.isVisible()}


def look(teacher):
    keeper, splitters = teacher.window.layout_keeper, teacher.window.layout_keeper._splitters
    return (theme.current().name, theme.keeper.scale, visible(teacher.window), teacher.window.isFullScreen(),
            teacher.lessons.frame.isVisible(), keeper.stage_alone,
            [s.sizes() for s in splitters.values() if s.isVisible()])  # fmt: skip


def test_the_presenters_layout_comes_and_goes_by_one_key_and_leaves_all_as_it_was(teacher, qtbot):
    before = look(teacher)
    press(qtbot, teacher, Qt.Key.Key_P, CONTROL)
    assert theme.current() is theme.PROJECTOR
    assert teacher.window.isFullScreen()
    assert teacher.lessons.frame.isVisible()
    press(qtbot, teacher, Qt.Key.Key_P, CONTROL)
    assert look(teacher) == before


def test_a_clicker_leads_through_the_lesson_in_both_directions(teacher, qtbot):
    guide = teacher.lessons.guide
    press(qtbot, teacher, Qt.Key.Key_P, CONTROL)
    assert guide.number == 0
    press(qtbot, teacher, Qt.Key.Key_PageDown)
    assert guide.number == 1
    press(qtbot, teacher, Qt.Key.Key_PageUp)
    assert guide.number == 0
    press(qtbot, teacher, Qt.Key.Key_PageDown, CONTROL)
    assert guide.number == 1
    assert not teacher.player.is_playing


def test_b_leaves_the_stage_alone_and_brings_everything_back(teacher, qtbot):
    press(qtbot, teacher, Qt.Key.Key_P, CONTROL)
    press(qtbot, teacher, Qt.Key.Key_PageDown)
    before = look(teacher)
    press(qtbot, teacher, Qt.Key.Key_B)
    assert visible(teacher.window) == {"stage"}
    assert not teacher.lessons.frame.isVisible()
    press(qtbot, teacher, Qt.Key.Key_B)
    assert look(teacher) == before


def test_the_full_stage_inside_the_presenters_layout_gives_that_layout_back(teacher, qtbot):
    press(qtbot, teacher, Qt.Key.Key_P, CONTROL)
    press(qtbot, teacher, Qt.Key.Key_PageDown)
    before = look(teacher)
    press(qtbot, teacher, Qt.Key.Key_F11)
    assert visible(teacher.window) == {"stage", "transport"}
    press(qtbot, teacher, Qt.Key.Key_Escape)
    assert look(teacher) == before
    assert teacher.window.isFullScreen()


def test_the_clicker_goes_on_in_the_lesson_while_the_stage_is_alone(teacher, qtbot):
    press(qtbot, teacher, Qt.Key.Key_F11)
    press(qtbot, teacher, Qt.Key.Key_PageDown)
    assert teacher.lessons.guide.number == 1
    assert visible(teacher.window) == {"stage", "transport"}
    press(qtbot, teacher, Qt.Key.Key_F11)
    shown = {name.partition(".")[0] for name in teacher.lessons.guide.lesson.shown(1)}
    assert visible(teacher.window) == shown & set(teacher.window.parts)


def test_leaving_the_lesson_while_presenting_keeps_the_layout_until_it_is_left_too(teacher, qtbot):
    press(qtbot, teacher, Qt.Key.Key_P, CONTROL)
    press(qtbot, teacher, Qt.Key.Key_W, CONTROL)
    assert not teacher.lessons.frame.isVisible()
    assert theme.current() is theme.PROJECTOR
    press(qtbot, teacher, Qt.Key.Key_P, CONTROL)
    assert theme.current() is theme.DARK
    assert not teacher.window.isFullScreen()
    assert visible(teacher.window) == set(teacher.window.parts)
