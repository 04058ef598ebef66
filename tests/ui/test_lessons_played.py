"""Every lesson is played to its end by its own keys, in every language, and read at both ends of the text's size."""

import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QLabel, QSpinBox

from model.lesson import PARTS, shipped_lessons
from model.lesson_file import read_lesson
from tests.ui.lesson_room import K, answer_by_keys
from tests.ui.test_language import english_words
from ui import language, theme
from ui.lesson.reveal import show_parts
from ui.lesson.words import answer_words, given_words


def widgets_of(panel, *kinds):
    """Visible widgets of some kinds."""
    return [widget for kind in kinds for widget in panel.findChildren(kind) if widget.isVisible()]


def needs_more_room(widget):
    """How much a widget's words need and have; nothing where they fit."""
    if widget.hasHeightForWidth():
        need, room = widget.heightForWidth(widget.width()), widget.height() + 2
    elif isinstance(widget, QDoubleSpinBox | QSpinBox):
        words = widget.fontMetrics().horizontalAdvance(widget.text())
        need, room = words, widget.lineEdit().width()
    else:
        need, room = widget.sizeHint().width(), widget.width() + 1
    return (need, room) if need > room else None


def overflowing(panel):
    """Words that have not the room they need: cut at the side, at the foot, or pushed out of the panel."""
    for _ in range(3):  # the layout settles
        QCoreApplication.processEvents()
    found = []
    view = panel.area.viewport()
    if panel.area.widget().minimumSizeHint().width() > view.width():
        found.append(("the text is wider than its room", panel.area.widget().minimumSizeHint().width(), view.width()))
    if panel.minimumSizeHint().height() > panel.height():
        found.append(("the panel is higher than its room", panel.minimumSizeHint().height(), panel.height()))
    if view.height() < 5 * theme.pixels("body"):
        found.append(("hardly a line of text is in sight", view.height(), 5 * theme.pixels("body")))
    for widget in widgets_of(panel, QLabel, QAbstractButton, QDoubleSpinBox, QSpinBox):
        if short := needs_more_room(widget):
            found.append((widget.text()[:60], *short))
    return found


def untranslated(panel, language):
    """Words on the panel that are not of its language."""
    if language == "en":
        return [words for words in shown_words(panel) if re.search(r"[\u4e00-\u9fff]", words)]
    bare = [(words, re.sub(r"<[^>]*>|&\w+;|\{.*?\}", " ", words)) for words in shown_words(panel)]
    return [words for words, said in bare if english_words(said) and not re.search(r"[\u4e00-\u9fff]", said)]


def shown_words(panel):
    """Everything written on the panel now, the frame of a rich text left away."""
    written = [w.text() for w in widgets_of(panel, QLabel, QAbstractButton)]
    return [words.partition("<body")[2].partition(">")[2] or words for words in written]


LANGUAGES = ("en", "zh_CN")


def spoken_in_turn():
    """Every language, the one that the window speaks now first: a change of language is dear."""
    now = language.current_language()
    return sorted(LANGUAGES, key=lambda code: code != now)


def guess_in_every_language(room, lesson, number):
    """The market is held until a guess is given by keys; it is thought over in one language after the other."""
    step = lesson.steps[number]
    for code in spoken_in_turn():
        room.speak(code)
        if room.panel.given is not None:
            room.panel.given.again.setFocus()
            room.key(K.Key_Return)
        assert step.id not in room.guide.guesses
        room.key(K.Key_Space)
        assert (room.guide.number, room.session.step) == (number, room.guide.played.seconds[number])
        assert room.panel.guess.question.words == lesson.texts[code].steps[step.id].question
        assert untranslated(room.panel, code) == []
        answer_by_keys(room)
        assert step.id in room.guide.guesses
        assert room.panel.given.guessed.text() == given_words(
            step.guess, lesson.texts[code].steps[step.id], room.guide.guesses[step.id]
        )


def tell_in_every_language(room, lesson, number):
    """The step's words, and the outcome of the guess that it answers, stand there in every language."""
    step, guide = lesson.steps[number], room.guide
    answered = [n for n in range(number) if lesson.steps[n].guess and lesson.answered_at(n) == number]
    for code in spoken_in_turn():
        room.speak(code)
        text = lesson.texts[code].steps[step.id]
        assert (room.panel.heading.text(), room.panel.body.words) == (text.heading, text.body)
        assert untranslated(room.panel, code) == []
        assert overflowing(room.panel) == []
        assert (room.panel.outcome is not None) == bool(answered)
        if answered:
            before = lesson.steps[answered[-1]]
            came = answer_words(before.guess, lesson.texts[code].steps[before.id], guide.played.answers[before.id])
            assert room.panel.outcome.came.text() == came


@pytest.mark.parametrize("name", shipped_lessons())
def test_every_lesson_is_played_to_its_end_by_its_own_keys_in_every_language(enter, name):
    """One run for all languages: at every step each of them is spoken, asked and answered; they take turns in going on."""
    lesson = read_lesson(name)
    room = enter(lesson)
    guide, session = room.guide, room.session
    assert guide.played.problems == ()
    assert all(value.holds for value in guide.played.values)
    assert len(guide.played.values) == len(lesson.expects)
    for number, step in enumerate(lesson.steps):
        assert guide.number == number
        assert session.step == guide.played.seconds[number]
        assert guide.on_lesson_road
        assert {part for part in lesson.shown(number) if part in PARTS} <= room.visible() | room.taking_turns()
        tell_in_every_language(room, lesson, number)
        if step.guess is not None:
            guess_in_every_language(room, lesson, number)
        if number + 1 < len(lesson.steps):
            room.player.set_speed(4)
            room.key(K.Key_Space)
    assert session.hold is None
    read_in_large_type(room, lesson)


def read_in_large_type(room, lesson):
    """Every step in every language at the largest size of the text: nothing may be cut."""
    guide, guesses, cut = room.guide, room.guide.guesses, {}
    theme.keeper.set_scale(theme.SCALE_HIGH)
    show_parts(room.window, frozenset({"top", "stage", "transport"}))
    QCoreApplication.processEvents()
    room.window.resize(1280, 720)
    QCoreApplication.processEvents()
    for code in spoken_in_turn():
        room.speak(code)
        for number, step in enumerate(lesson.steps):
            guide.number = number
            guide.guesses = {key: given for key, given in guesses.items() if key != step.id}
            room.panel.show_step()
            if found := overflowing(room.panel):
                cut[code, number] = found
            assert room.window.width() == 1280  # so that the panel has no more room than there
    assert cut == {}
