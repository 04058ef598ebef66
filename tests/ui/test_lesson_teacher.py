"""What a teacher does with a lesson: clicker, presenter, notes, handouts, own lessons, live authoring."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from model.lesson_file import lesson_path, read_lesson
from tests.ui.lesson_room import K, small
from ui import theme
from ui.lesson.handout import ANSWERS, WORKSHEET, sheets


def exchange(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


SMALL_MARKET = "\n[set]\naccounts.count = 2000\nrun.steps = 900\n"


def own_lesson(tmp_path, name="1-demonstration"):
    """A lesson of a teacher's own, in a small market."""
    folder = shutil.copytree(lesson_path(name), tmp_path / "own")
    toml = folder / "lesson.toml"
    head, step, rest = toml.read_text(encoding="utf-8").partition("\n[[")
    toml.write_text(head + SMALL_MARKET + step + rest, encoding="utf-8")
    return folder


def test_a_clicker_goes_through_the_lesson(enter):
    room = enter(small("01-order-book"))
    keys = {
        name: [key.toString() for key in room.actions.by_name[name].shortcuts()]
        for name in ("play", "lesson_back", "last_mark")
    }
    assert "PgDown" in keys["play"]
    assert "PgUp" in keys["lesson_back"]
    assert "PgUp" not in keys["last_mark"]
    room.press("play")
    assert room.guide.number == 1
    room.press("lesson_back")
    assert room.guide.number == 0
    room.press("lesson_end")
    assert room.guide.lesson is None
    assert room.visible() == set(room.window.parts)
    assert "PgUp" in [key.toString() for key in room.actions.by_name["last_mark"].shortcuts()]


def test_notes_follow_the_lesson_in_a_window_of_their_own(enter):
    room = enter(small("03-reproduction"))
    room.press("lesson_notes")
    assert room.lessons.notes.isVisible()
    assert "disease" in room.lessons.notes.notes.words
    room.press("lesson_next")
    assert "disease" not in room.lessons.notes.notes.words
    room.press("lesson_notes")
    assert not room.lessons.notes.isVisible()


def test_a_state_saved_as_a_lesson_opens_as_it_was_left(enter, tmp_path):
    room = enter(small("2-one-cure"))
    room.session.change("breaker.on", True)
    room.session.forward(30)
    room.lessons.save(tmp_path, "Mine, all mine")
    saved = read_lesson(str(tmp_path / "mine--all-mine"))
    assert [(edit.key, edit.value) for edit in saved.edits] == [("breaker.on", True)]
    assert saved.steps[0].at == str(room.session.step)
    digest = room.session.digest()
    room.lessons.open(saved)
    room.settle()
    assert room.session.digest() == digest


def test_a_changed_file_is_read_again_and_every_mistake_is_told(enter, tmp_path):
    folder = own_lesson(tmp_path)
    room = enter(read_lesson(str(folder)))
    toml, words = folder / "lesson.toml", folder / "en.md"
    exchange(toml, "minutes = 15", "minutes = 15\nseating = 3")
    room.lessons.watch.reload()
    assert "line 4, seating: expected one of scenario" in room.panel.problems.text()
    assert room.panel.problems.isVisible()
    exchange(toml, "\nseating = 3", "")
    exchange(words, "## market: Preset", "## market: Another")
    room.lessons.watch.reload()
    room.settle()
    assert not room.panel.problems.isVisible()
    assert room.panel.heading.text().startswith("Another")


def test_a_lesson_in_the_presenter_layout_is_led_by_keys_alone(enter):
    room = enter(small("01-order-book"))
    room.press("presenter")
    guide, window = room.guide, room.window
    assert theme.current().name == "projector"
    room.key(K.Key_PageDown)
    assert guide.step.id == "spread"
    room.key(K.Key_PageDown)
    assert guide.step.id == "chance"
    for _ in range(2):
        room.key(K.Key_PageDown)
        assert (guide.step.id, room.session.step) == ("chance", 60)
    room.key(K.Key_Down)
    assert QApplication.focusWidget() is room.panel.guess.choices[1]
    room.key(K.Key_Return)
    assert guide.guesses["chance"].choice == 1
    room.key(K.Key_B)
    assert room.visible() == {"stage"}
    assert not room.lessons.frame.isVisible()
    room.key(K.Key_B)
    assert room.lessons.frame.isVisible()
    assert not room.lessons.notes.isVisible()
    assert not room.panel.notes.isVisible()
    room.key(K.Key_PageDown)
    assert guide.step.id == "nothing"
    assert room.panel.outcome is not None
    room.key(K.Key_PageUp)
    assert guide.step.id == "chance"
    room.press("presenter")
    assert theme.current().name == "dark"
    assert not window.isFullScreen()


def test_raised_hands_are_counted_by_keys(enter):
    room = enter(small("03-reproduction"))
    room.go_to("gradual")
    card = room.panel.guess
    assert QApplication.focusWidget() is card.choices[0]
    room.key(K.Key_Return, K.Key_Return, K.Key_Down, K.Key_Return)
    assert [hands.value() for hands in card.hands] == [2, 1, 0, 0]
    room.key(K.Key_Down, K.Key_Down, K.Key_Down)
    assert QApplication.focusWidget() is card.count
    room.key(K.Key_Return)
    assert room.guide.guesses["gradual"].hands == (2, 1, 0, 0)


def test_mistakes_of_a_lesson_are_told_in_the_language_of_the_window(enter, tmp_path):
    folder = own_lesson(tmp_path)
    room = enter(read_lesson(str(folder)))
    room.speak("zh_CN")
    exchange(folder / "lesson.toml", "minutes = 15", 'minutes = 15\nasset = "GOLD"')
    room.lessons.watch.reload()
    told = room.panel.problems.text()
    assert "第 4 行，asset：应为以下之一：BTC" in told
    assert "expected" not in told


def test_words_that_changed_are_read_without_playing_the_lesson_anew(enter, tmp_path):
    folder = own_lesson(tmp_path)
    room = enter(read_lesson(str(folder)))
    played = room.guide.played
    exchange(folder / "en.md", "## market: Preset", "## market: Another")
    room.lessons.watch.reload()
    assert room.guide.played is played
    assert room.panel.heading.text().startswith("Another")
    exchange(folder / "lesson.toml", "run.steps = 900", "run.steps = 600")
    room.lessons.watch.reload()
    room.settle()
    assert room.guide.played is not played


def test_a_lesson_in_a_window_keeps_no_finished_run(enter):
    room = enter(small("03-reproduction"))
    assert room.guide.played.pasts == {}
    assert len(room.guide.played.answers) == sum(step.guess is not None for step in room.guide.lesson.steps)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_worksheet_and_answers_ask_and_answer_every_question(enter, tmp_path, code):
    lesson = small("02-leverage")
    room = enter(lesson)
    room.speak(code)
    played, text = room.guide.played, lesson.texts[code]
    pages = sheets(lesson, played, code)
    asked, answered = (pages[kind].document.toPlainText() for kind in (WORKSHEET, ANSWERS))
    assert (theme.current().name, theme.keeper.scale) == ("dark", 1.0)
    for step in lesson.steps:
        if step.guess is not None:
            question = text.steps[step.id].question.replace("**", "").splitlines()[0]
            assert question in asked
            assert question in answered
            assert text.steps[step.id].answer.replace("**", "")[:20] in answered
            assert text.steps[step.id].answer.replace("**", "")[:20] not in asked
    pages[WORKSHEET].write(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
