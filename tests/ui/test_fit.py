"""The window in 1280 × 720 pixels: at every size of text, in every look and language, with a lesson and without one."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from model.lesson_file import read_lesson
from tests.doubling import Doubling
from tests.ui.conftest import SMALL
from tests.ui.fitting import cut_words
from ui import language, theme
from ui.lesson_actions import LessonActions
from ui.turns import ALONE_LINES, BESIDE_LINES, SIDES, Room, Turns, entries_of, places_of

WIDTH, HEIGHT = 1280, 720
LOOKS = {"dark": (1.0, 1.5, 1.8), "projector": (1.0, 1.3, 1.8)}
"""Sizes of text by look; light has dark's sizes, and dark at 1.2 the projector's."""
LESSON = "09-circuit-breakers"


@pytest.fixture
def tongue(qapp, request):
    """Speaks a language, or everything twice."""
    language.speak(qapp, "en" if request.param == "doubled" else request.param)
    doubling = Doubling()
    if request.param == "doubled":
        qapp.installTranslator(doubling)
    yield request.param
    qapp.removeTranslator(doubling)
    language.speak(qapp, "en")


each_tongue = pytest.mark.parametrize("tongue", ["en", "zh_CN", "doubled"], indirect=True)


def settle(window):
    for _ in range(3):
        QCoreApplication.processEvents()
        window.draw()


def open_everything(window):
    """All that the switch column can show."""
    for disclosure in (window.switches.more, window.switches.new_run):
        disclosure.turn()
    window.switches.trader.open()
    for row in window.switches.rows[:3]:
        row.details.turn()


def problems(window, where):
    """What is wrong with the window at each turn of the parts that take turns."""
    found, turns = {}, window.layout_keeper.turns
    settle(window)
    for turn in range(max(map(len, turns.offered.values()))):
        least = window.layout().totalMinimumSize()
        if (window.width(), window.height()) != (WIDTH, HEIGHT) or least.width() > WIDTH or least.height() > HEIGHT:
            found[(*where, turn, "size")] = (window.size().toTuple(), least.toTuple())
        if cut_words(window):
            settle(window)  # a lesson may just have arrived at its step
        cut = cut_words(window)
        if cut:
            found[(*where, turn)] = cut
        turns.next()
        settle(window)
    return found


def look_through(window):
    found = {}
    for look, scales in LOOKS.items():
        for scale in scales:
            theme.set_theme(look)
            theme.keeper.set_scale(scale)
            found |= problems(window, (look, scale))
    return found


@each_tongue
def test_the_window_fits_and_cuts_nothing_at_any_size_of_text(tongue, everything):
    everything.session.go(400)
    open_everything(everything.window)
    assert look_through(everything.window) == {}


@each_tongue
def test_the_window_fits_and_cuts_nothing_with_a_lesson_beside(tongue, everything, session, player):
    lessons = LessonActions(everything.window, session, player, everything.settings, everything.actions)
    lesson = read_lesson(LESSON)
    lessons.open(lesson._replace(scenario=lesson.scenario.with_values(SMALL), expects=(), trials=()))
    lessons.guide.planner.stop()
    lessons.explore()
    assert look_through(everything.window) == {}
    for number in range(len(lesson.steps)):
        lessons.guide.enter(number)
        found = problems(everything.window, (number,))
        assert found == {}


@pytest.mark.parametrize("scale", [1.0, 1.8])
def test_whatever_takes_turns_can_be_brought_to_the_front_by_its_name_and_by_key(everything, qtbot, scale):
    theme.set_theme("projector")
    theme.keeper.set_scale(scale)
    window, keeper = everything.window, everything.window.layout_keeper
    settle(window)
    seen = set()
    for _ in range(len(window.parts)):
        seen |= {name for name, part in window.parts.items() if part.isVisible()}
        qtbot.keyClick(window, Qt.Key.Key_F6)
        settle(window)
    assert seen == set(window.parts)
    for entries in keeper.turns.offered.values():
        for entry in entries:
            keeper.turns.bring(entry[0])
            settle(window)
            assert all(window.parts[name].isVisible() for name in entry)


def test_a_larger_window_shows_everything_again(everything):
    window = everything.window
    theme.keeper.set_scale(1.8)
    settle(window)
    assert not all(part.isVisible() for part in window.parts.values())
    theme.keeper.set_scale(1.0)
    settle(window)
    assert all(part.isVisible() for part in window.parts.values())


def room(lines, height=10_000):
    """A window with sides of 10 lines, so many lines wide."""
    heights = {name: 100 for parts in SIDES.values() for name in parts}
    return Room(lines * 10, height, 10, {"left": 100, "middle": 0, "right": 100}, heights, 0)


def test_room_is_given_up_in_a_fixed_order():
    everything = {name for parts in SIDES.values() for name in parts}
    assert places_of(everything, room(BESIDE_LINES + 20)) == [["left"], ["middle"], ["right"]]
    assert places_of(everything, room(BESIDE_LINES + 19)) == [["middle"], ["left", "right"]]
    assert places_of(everything, room(ALONE_LINES + 10)) == [["middle"], ["left", "right"]]
    assert places_of(everything, room(ALONE_LINES + 9)) == [["left", "middle", "right"]]
    assert entries_of(["right"], everything, room(50, 300)) == [("totals", "tiles", "story")]
    assert entries_of(["right"], everything, room(50, 299)) == [("totals",), ("tiles",), ("story",)]


def test_what_was_brought_to_the_front_last_is_in_sight_and_the_stage_by_itself():
    everything = {name for parts in SIDES.values() for name in parts}
    turns = Turns()
    assert turns.arrange(everything, room(20)) == {"stage", "charts"}
    turns.front("story")
    assert "story" in turns.arrange(everything, room(20))
    assert turns.arrange(everything - {"totals", "tiles", "story"}, room(20)) == {"stage", "charts"}
