"""Guesses: typed, drawn, thought over, and set beside what came."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.lesson_room import answer_by_keys, small
from ui.lesson.words import Given, value_words


def test_a_guess_is_drawn_into_the_chart_and_stands_beside_the_outcome(enter):
    room = enter(small("01-order-book"))
    room.go_to("news")
    room.guide.guess(Given(value=-0.07))
    charts = room.window.charts
    (mark,) = charts.together.above.guesses
    assert (mark.value, mark.outcome, mark.first) == (-0.07, None, 300)
    room.press("play")
    assert room.guide.step.id == "landed"
    (mark,) = [mark for mark in charts.together.above.guesses if mark.first == 300]
    assert mark.outcome == room.guide.played.answers["news"].value
    assert "7.0" in room.panel.outcome.guessed.text()
    assert room.panel.outcome.came.text() != room.panel.outcome.guessed.text()


def test_a_number_is_typed_and_committed_by_enter_and_the_slider_follows(enter):
    room = enter(small("01-order-book"))
    room.go_to("news")
    card = room.panel.guess
    card.number.selectAll()
    room.qtbot.keyClicks(card.number, "-3")
    room.qtbot.keyClick(card.number, Qt.Key.Key_Up)
    assert card.slider.value() == round((card.number.value() + 15) / 15 * card.slider.maximum())
    typed = card.number.value()
    room.qtbot.keyClick(card.number, Qt.Key.Key_Return)
    assert room.guide.guesses["news"].value == pytest.approx(typed / 100)
    assert room.window.focusWidget() in (None, room.window)


def test_a_guess_may_be_thought_over_until_its_outcome_was_seen(enter):
    room = enter(small("03-reproduction"))
    room.press("lesson_next")
    assert room.window.transport.status.text() == "held by the lesson"
    answer_by_keys(room)
    assert "press space" in room.window.transport.status.text()
    room.qtbot.keyClick(room.panel.given.again, Qt.Key.Key_Return)
    assert room.guide.wants_guess
    answer_by_keys(room)
    room.press("lesson_next")
    room.press("lesson_back")
    assert not room.guide.may_think_again
    assert not hasattr(room.panel.given, "again")


def test_a_difference_in_time_is_a_length_and_no_clock():
    assert value_words("first_halt", -12.0, True) == "12 s earlier"
    assert value_words("first_halt", 75.0, True) == "75 s later"
    assert value_words("first_halt", 677.0) == "00:11:17"
