"""Lessons in the window: every one played to its end by its own keys, in both languages, and what a teacher does with it."""

import json
import math
import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QLabel, QSpinBox

from model.lesson import CHARTS, PARTS, PRESETS, is_locked, shipped_lessons
from model.lesson_file import lesson_path, read_lesson
from model.lesson_measures import MEASURES
from model.session import Session
from tests.ui.conftest import SMALL, FakeClock
from tests.ui.test_language import english_words
from ui import language, theme
from ui.actions import Actions
from ui.dialogs.lessons import LessonsDialog
from ui.lesson.goal_card import titles
from ui.lesson.progress import Progress, keep_progress
from ui.lesson.reveal import show_parts
from ui.lesson.words import Given, answer_words, given_words, value_words
from ui.lesson_actions import LessonActions
from ui.player import Player
from ui.settings import Settings
from ui.window import Window

LONGEST = 20_000
BETWEEN_PICTURES = 10
"""Frames of the player for one drawing of the window: a lesson plays faster than it could be watched."""


class Room:
    """A window with a lesson in it, and hands on its keys."""

    def __init__(self, qtbot, tmp_path, scenario, size=(1280, 720)):
        self.qtbot = qtbot
        self.clock = FakeClock()
        self.session = Session(scenario)
        self.player = Player(self.session, self.clock)
        self.settings = Settings(QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat))
        self.window = Window(self.session, self.player)
        self.actions = Actions(self.window, self.session, self.player, self.settings)
        self.lessons = LessonActions(self.window, self.session, self.player, self.settings, self.actions)
        self.guide, self.panel = self.lessons.guide, self.lessons.panel
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)

    def settle(self):
        for _ in range(LONGEST):
            self.guide.planner.finish()
            QCoreApplication.processEvents()
            if self.player.target is not None or self.player.is_playing:
                for _ in range(BETWEEN_PICTURES):
                    self.clock.now += 0.25
                    self.player.tick()
            elif not self.guide.is_travelling and not self.guide._soon.isActive():
                return
        raise AssertionError("the lesson does not come to rest")

    def press(self, name):
        self.actions.by_name[name].trigger()
        self.settle()

    def speak(self, code):
        """Change the window's language while it stands."""
        if language.current_language() != code:
            language.speak(QCoreApplication.instance(), code)
            language.relabel()
            QCoreApplication.processEvents()

    def visible(self):
        return {name for name, part in self.window.parts.items() if not part.isHidden()}

    def leave(self):
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def enter(qtbot, tmp_path):
    rooms = []

    def open_room(lesson, size=(1280, 720)):
        room = Room(qtbot, tmp_path, lesson.scenario, size)
        rooms.append(room)
        room.lessons.open(lesson)
        room.settle()
        return room

    before = QLocale()
    yield open_room
    language.speak(QCoreApplication.instance(), "en")
    QLocale.setDefault(before)
    for room in rooms:
        room.leave()


def small(name):
    lesson = read_lesson(name)
    return lesson._replace(scenario=lesson.scenario.with_values(SMALL), expects=(), trials=())


def exchange(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def answer_by_keys(room):
    """Commit to a guess as somebody at the keyboard does."""
    card = room.panel.guess
    assert card is not None
    if card.hands and card.guess.kind == "hands":
        for place, hands in enumerate(card.hands):
            hands.setValue(3 + place)
        room.qtbot.keyClick(card.count, Qt.Key.Key_Return)
    elif card.choices:
        room.qtbot.keyClick(card.choices[0], Qt.Key.Key_Return)
    else:
        room.qtbot.keyClick(card.commit, Qt.Key.Key_Return)


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


def guess_in_every_language(room, lesson, number):
    """The market is held until a guess is given by keys; it is thought over in one language after the other."""
    step = lesson.steps[number]
    for code in LANGUAGES:
        room.speak(code)
        if room.panel.given is not None:
            room.qtbot.keyClick(room.panel.given.again, Qt.Key.Key_Return)
        assert step.id not in room.guide.guesses
        room.press("play")
        assert (room.guide.number, room.session.step) == (number, room.guide.played.seconds[number])
        assert room.panel.guess.question.words == lesson.texts[code].steps[step.id].question
        assert untranslated(room.panel, code) == []
        answer_by_keys(room)
        assert step.id in room.guide.guesses
        assert room.panel.given.guessed.text() == given_words(
            step.guess, lesson.texts[code].steps[step.id], room.guide.guesses[step.id]
        )


@pytest.mark.parametrize("name", shipped_lessons())
def test_every_lesson_is_played_to_its_end_by_its_own_keys_in_every_language(enter, name):
    """One run for all languages: at every step each of them is spoken, asked and answered; they take turns in going on."""
    lesson = read_lesson(name)
    room = enter(lesson)
    guide, session = room.guide, room.session
    assert guide.played.problems == ()
    for number, step in enumerate(lesson.steps):
        assert guide.number == number
        assert session.step == guide.played.seconds[number]
        assert guide.on_lesson_road
        wanted = {part for part in lesson.shown(number) if part in PARTS}
        assert wanted <= room.visible()
        answered = [n for n in range(number) if lesson.steps[n].guess and lesson.answered_at(n) == number]
        for code in LANGUAGES:
            room.speak(code)
            text = lesson.texts[code].steps[step.id]
            assert (room.panel.heading.text(), room.panel.body.words) == (text.heading, text.body)
            assert untranslated(room.panel, code) == []
            assert (room.panel.outcome is not None) == bool(answered)
            if answered:
                before = lesson.steps[answered[-1]]
                came = answer_words(before.guess, lesson.texts[code].steps[before.id], guide.played.answers[before.id])
                assert room.panel.outcome.came.text() == came
        if step.guess is not None:
            guess_in_every_language(room, lesson, number)
        room.speak(LANGUAGES[number % len(LANGUAGES)])
        if number + 1 < len(lesson.steps):
            room.player.set_speed(4)
            room.press("play")
    assert session.hold is None
    read_aloud(room, lesson)


def read_aloud(room, lesson):
    """Every step in every language at both ends of the text's size: nothing may be cut, nothing left in English."""
    guide = room.guide
    cut = {}
    for scale in (1.0, 1.8):
        theme.keeper.set_scale(scale)
        show_parts(room.window, frozenset({"top", "stage", "transport"}))
        QCoreApplication.processEvents()
        room.window.resize(1280, 720)
        QCoreApplication.processEvents()
        for code in LANGUAGES:
            room.speak(code)
            for number in range(len(lesson.steps)):
                kept, guide.number = guide.guesses, number
                guide.guesses = {key: given for key, given in kept.items() if key != lesson.steps[number].id}
                room.panel.show_step()
                for _ in range(3):
                    QCoreApplication.processEvents()
                assert room.window.width() == 1280  # so that the panel has no more room than there
                found = overflowing(room.panel)
                guide.guesses = kept
                if found:
                    cut[scale, code, number] = found
    assert cut == {}


def test_what_a_lesson_can_name_exists_in_the_window(enter):
    room = enter(small("3-laboratory"))
    assert set(PARTS) == set(room.window.parts)
    assert tuple(room.window.charts.names()) == CHARTS
    assert set(titles()) == set(MEASURES)


def test_nothing_is_shown_that_was_not_introduced(enter):
    room = enter(small("04-makers-leave"))
    assert room.visible() == {"top", "stage", "transport"}
    room.press("lesson_next")
    assert room.visible() == {"top", "stage", "transport", "charts", "story"}
    shown = [name for n, name in enumerate(room.window.charts.names()) if room.window.charts.isTabVisible(n)]
    assert shown == ["depth-left"]


def test_a_guess_is_drawn_into_the_chart_and_stands_beside_the_outcome(enter):
    room = enter(small("01-order-book"))
    while room.guide.step.id != "news":
        if room.guide.wants_guess:
            room.guide.guess(Given(choice=1))
        room.press("lesson_next")
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


def test_exploring_frees_everything_and_the_way_back_loses_nothing(enter):
    room = enter(small("03-reproduction"))
    guide, session = room.guide, room.session
    room.press("lesson_next")
    place = (guide.number, session.step, session.branch.number)
    with pytest.raises(ValueError, match="lesson holds"):
        session.change("breaker.on", True)
    room.press("lesson_explore")
    assert room.visible() == set(room.window.parts)
    session.change("breaker.on", True)
    session.forward(50)
    roads = len(session.timeline.branches)
    room.press("lesson_explore")
    assert (guide.number, session.step, session.branch.number) == place
    assert len(session.timeline.branches) == roads == 2
    room.press("lesson_explore")
    session.new_run(seed=99)
    room.press("lesson_explore")
    assert (guide.number, session.step, session.seed) == (place[0], place[1], guide.lesson.scenario.seed)


def test_locks_hold_the_switch_on_screen_and_by_its_digit(enter):
    room = enter(small("2-one-cure"))
    rows = {row.switch.key: row for row in room.window.switches.rows}
    assert not rows["gradual.on"].isHidden()
    assert rows["rescue.on"].isHidden()
    told = []
    room.actions.refused.connect(told.append)
    room.actions.flip("confidence.on")
    assert len(told) == 1
    assert room.session.values["confidence.on"] is True
    room.actions.flip("gradual.on")
    assert room.session.values["gradual.on"] is True
    assert is_locked("shock.size", room.guide.lesson.locks(0), room.guide.lesson.free(0))


def test_progress_is_kept_and_a_finished_lesson_begins_anew(enter, qtbot, tmp_path):
    room = enter(small("03-reproduction"))
    room.press("lesson_next")
    room.guide.guess(Given(choice=2, hands=(1, 2, 9)))
    room.press("lesson_next")
    kept = json.loads(room.settings.lesson("03-reproduction"))
    assert kept["step"] == "count"
    room.lessons.open(small("03-reproduction"))
    room.settle()
    assert room.guide.step.id == "count"
    assert room.guide.guesses["first"].hands == (1, 2, 9)
    assert math.isnan(room.guide.guesses["first"].value)
    room.settings.keep_lesson("03-reproduction", "[1, 2")
    room.lessons.open(small("03-reproduction"))
    assert room.guide.number == 0


def test_goals_are_judged_on_the_pupils_own_road(enter):
    lesson = small("03-reproduction")
    room = enter(lesson)
    for step in lesson.steps[:-1]:
        if step.guess is not None:
            room.guide.guesses[step.id] = Given(value=0.5, choice=0)
    room.guide.enter(len(lesson.steps) - 1)
    room.settle()
    room.session.change("gradual.on", True)
    room.session.go(room.session.length)
    ((goal, value),) = room.guide.goals()
    assert value == float(room.session.branch.record.totals["liquidated"][room.session.length])
    room.window.draw()
    room.panel.refresh(0, room.session.frame())
    assert room.panel.goals.lines[0].text()[0] == ("✓" if goal.low <= value <= goal.high else "✗")


def test_one_key_leaves_nothing_but_the_stage_and_gives_it_back(enter):
    room = enter(small("03-reproduction"))
    before = room.visible()
    room.press("lesson_blank")
    assert room.visible() == {"stage"}
    assert not room.lessons.frame.isVisible()
    room.press("lesson_blank")
    assert room.visible() == before
    assert room.lessons.frame.isVisible()


def test_a_lesson_that_is_left_gives_back_the_parts_as_they_were(enter):
    room = enter(small("03-reproduction"))
    room.lessons.guide.close()
    room.settle()
    room.window.layout_keeper.show_part("story", False)
    room.window.layout_keeper.show_part("difference", False)
    before = room.visible()
    assert "story" not in before
    room.lessons.open(read_lesson("03-reproduction"))
    room.settle()
    room.press("lesson_blank")
    room.press("lesson_blank")
    room.lessons.guide.close()
    room.settle()
    assert room.visible() == before
    room.window.layout_keeper.restore()
    assert {"story", "difference"} <= room.visible()


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
    room = enter(read_lesson("2-one-cure"))
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
    folder = tmp_path / "own"
    folder.mkdir()
    source = lesson_path("1-demonstration")
    for path in source.iterdir():
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
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


def test_lessons_and_presets_are_listed_with_what_is_learnt(enter, qtbot):
    dialog = LessonsDialog("zh_CN")
    qtbot.addWidget(dialog)
    chosen = []
    dialog.chosen.connect(chosen.append)
    assert dialog.list.count() == len(shipped_lessons()) + 1 + len(shipped_lessons(PRESETS))
    dialog.list.setCurrentRow(3)
    assert read_lesson("03-reproduction").texts["zh_CN"].goals[0] in dialog.about.text()
    dialog.start.click()
    assert chosen[0].name == "03-reproduction"


def test_a_number_is_typed_and_committed_by_enter_and_the_slider_follows(enter):
    room = enter(small("01-order-book"))
    while room.guide.step.id != "news":
        if room.guide.wants_guess:
            room.guide.guess(Given(choice=1))
        room.press("lesson_next")
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


def test_a_lesson_about_the_news_shows_its_controls_without_the_switches(enter):
    lesson = small("01-order-book")
    room = enter(lesson)
    room.guide.guesses = {step.id: Given(value=0.0, choice=0) for step in lesson.steps if step.guess}
    room.guide.enter(len(lesson.steps) - 1)
    room.settle()
    switches = room.window.switches
    assert switches.shock.isVisible()
    assert not any(row.isVisible() for row in switches.rows)
    assert not switches.trader.isVisible()


def test_the_list_says_how_far_one_came_and_stands_at_what_comes_next(enter, qtbot):
    room = enter(small("03-reproduction"))
    room.press("lesson_next")

    def listed():
        dialog = LessonsDialog("en", None, room.settings)
        qtbot.addWidget(dialog)
        return dialog.list.currentRow(), dialog.list.item(3).text()

    assert listed() == (3, "3 · One liquidation sets off another · 40 min · step 2 of 9")
    keep_progress(room.settings, room.guide.lesson, Progress(8, {}))
    assert listed() == (4, "✓ 3 · One liquidation sets off another · 40 min")


def test_hints_give_way_to_a_lesson_and_come_back(all_new, clock):
    lessons = LessonActions(all_new.window, all_new.session, all_new.player, all_new.settings, all_new.actions)
    assert all_new.help.welcome.isVisible()
    lessons.open(small("3-laboratory"))
    assert not all_new.help.welcome.isVisible()
    lessons.guide.close()
    assert all_new.help.welcome.isVisible()


def test_a_difference_in_time_is_a_length_and_no_clock():
    assert value_words("first_halt", -12.0, True) == "12 s earlier"
    assert value_words("first_halt", 75.0, True) == "75 s later"
    assert value_words("first_halt", 677.0) == "00:11:17"
