"""Guesses in the charts: which mark belongs to a step's guess, and where it is drawn."""

from collections.abc import Mapping

from model.lesson import DIRECTION, Lesson, Step
from model.lesson_measures import chart_of
from model.lesson_play import Answer
from ui.charts.guess_mark import GuessMark
from ui.charts.time_chart import TimeChart
from ui.lesson.words import Given, direction_of, given_words, is_choice
from ui.text import translate
from ui.window import Window

Marks = list[tuple[str, GuessMark]]
"""Marks with the chart each belongs to."""


def mark_of(
    lesson: Lesson, step: Step, language: str, given: Given, span: tuple[int, int], answer: Answer | None
) -> tuple[str, GuessMark] | None:
    """A guess as a mark over the seconds it is about; with `answer`, beside what came. None if no chart can show it."""
    guess = step.guess
    if guess is None or guess.answer or span[1] < span[0]:
        return None
    said = given_words(guess, lesson.text(language).steps[step.id], given)
    words = translate("Lesson", "guess: {guess}").format(guess=said)
    chart = chart_of(guess.measure) if guess.measure else ""
    on_axis = bool(chart) and not is_choice(guess)
    outcome = answer.value if answer is not None and on_axis else None
    direction = direction_of(given.choice) if guess.kind == DIRECTION else None
    return chart or "prices", GuessMark(*span, words, given.value if on_axis else None, outcome, direction)


def draw_marks(window: Window, marks: Marks) -> None:
    """Draw exactly these."""
    for chart in window.charts.findChildren(TimeChart):
        here = [mark for where, mark in marks if where == chart.key]
        words = [mark for mark in here if mark.value is None]
        chart.guesses = [mark._replace(row=words.index(mark)) if mark in words else mark for mark in here]
        chart.update()


def answer_of(answers: Mapping[str, Answer] | None, step: Step, is_out: bool) -> Answer | None:
    """What came of a guess, once it may be told."""
    return answers.get(step.id) if is_out and answers is not None else None
