"""The list of lessons, how far one came, and the hints that give way."""

import json
import math

from model.lesson import PRESETS, shipped_lessons
from model.lesson_file import read_lesson
from tests.ui.lesson_room import small
from ui.dialogs.lessons import LessonsDialog
from ui.lesson.progress import Progress, keep_progress
from ui.lesson.words import Given
from ui.lesson_actions import LessonActions


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


def test_the_list_says_how_far_one_came_and_stands_at_what_comes_next(enter, qtbot):
    room = enter(small("03-reproduction"))
    room.press("lesson_next")

    def listed():
        dialog = LessonsDialog("en", None, room.settings)
        qtbot.addWidget(dialog)
        return dialog.list.currentRow(), dialog.list.item(3).text()

    assert listed() == (3, "3 · One liquidation sets off another\u00a0·\u00a040\u00a0min · step 2 of 9")
    keep_progress(room.settings, room.guide.lesson, Progress(8, {}))
    assert listed() == (4, "✓ 3 · One liquidation sets off another\u00a0·\u00a040\u00a0min")


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


def test_hints_give_way_to_a_lesson_and_come_back(all_new, clock):
    lessons = LessonActions(all_new.window, all_new.session, all_new.player, all_new.settings, all_new.actions)
    assert all_new.help.welcome.isVisible()
    lessons.open(small("3-laboratory"))
    assert not all_new.help.welcome.isVisible()
    lessons.guide.close()
    assert all_new.help.welcome.isVisible()
