"""Worksheet and answer key of a lesson as PDF, with pictures of the lesson's own moments."""

from pathlib import Path

from PySide6.QtCore import QSize

from model.bad_input import BadInput, say
from model.lesson import Lesson, LessonText, Step, StepText
from model.lesson_play import Measured, Played
from ui.lesson.goal_card import goal_words, measure_title
from ui.lesson.moment_pictures import MomentPictures, print_look
from ui.lesson.page import Page
from ui.lesson.words import answer_words, choice_words, is_choice, value_words
from ui.text import clock, number, translate

WORKSHEET, ANSWERS = "worksheet", "answers"
FILE = "{lesson}-{kind}-{language}.pdf"
PICTURE = QSize(1280, 560)
MOST_PICTURES = 5


class Handout:
    """Both sheets of one lesson in one language."""

    def __init__(self, lesson: Lesson, played: Played, language: str, pictures: MomentPictures) -> None:
        self._lesson, self._played, self._pictures = lesson, played, pictures
        self._text: LessonText = lesson.text(language)

    def _asked(self) -> list[int]:
        return [n for n, step in enumerate(self._lesson.steps) if step.guess is not None]

    def _pictured(self, steps: list[int]) -> list[int]:
        """Steps with a picture: the first ones, and of several that begin a road in the same second only one."""
        lesson, played = self._lesson, self._played
        moments: dict[tuple[str, int, str, str], int] = {}
        for n in steps:
            step, second = lesson.steps[n], played.seconds[n]
            road = "" if all(edit.step >= second for edit in lesson.roads.get(step.road, ())) else step.road
            moments.setdefault((road, second, lesson.asset_at(n), step.trial), n)
        return list(moments.values())[:MOST_PICTURES]

    def _is_computed(self, n: int) -> bool:
        """Whether a question is answered with the text, not by looking at the market."""
        guess = self._lesson.steps[n].guess
        return guess is not None and guess.answer > 0

    def worksheet(self) -> Page:
        """Questions, with the moments at which they are asked."""
        page = Page(self._text.title)
        page.heading(self._text.title, 1)
        page.words(translate("Handout", "Name: ________________________     Date: ______________"))
        page.markdown(self._text.about)
        page.heading(translate("Handout", "You will find out"), 2)
        page.points(self._text.goals)
        shown = self._pictured([n for n in self._asked() if not self._is_computed(n)])
        for n, step in enumerate(self._lesson.steps):
            text = self._text.steps[step.id]
            if step.guess is not None:
                self._head(page, n, text)
                if self._is_computed(n):
                    page.markdown(text.body)
                elif n in shown:
                    page.picture(self._pictures.of(n, asked=True))
                self._ask(page, step, text)
        self._last(page)
        page.heading(translate("Handout", "What this model leaves out"), 2)
        page.markdown(self._text.limits)
        return page

    def _head(self, page: Page, n: int, text: StepText) -> None:
        template = translate("Handout", "{heading} ({clock})")
        page.heading(template.format(heading=text.heading, clock=clock(self._played.seconds[n])), 2)

    def _ask(self, page: Page, step: Step, text: StepText) -> None:
        assert step.guess is not None
        page.markdown(text.question)
        if is_choice(step.guess):
            for words in choice_words(step.guess, text):
                page.words(translate("Handout", "☐  {choice}").format(choice=words))
            page.words(translate("Handout", "Because:"))
            page.lines(1)
        else:
            page.words(translate("Handout", "My guess: ______________     The market: ______________"))
            page.lines(1)

    def _last(self, page: Page) -> None:
        """The closing question."""
        step = self._lesson.steps[-1]
        text = self._text.steps[step.id]
        page.heading(text.heading, 2)
        page.markdown(text.body)
        for goal in step.goals:
            page.words(translate("Handout", "☐  {goal}").format(goal=goal_words(goal)))
        page.lines(4)

    def answers(self) -> Page:
        """The same questions with what came, and the teacher's notes."""
        text = self._text
        title = translate("Handout", "{title}: answers").format(title=text.title)
        page = Page(title)
        page.heading(title, 1)
        template = translate("Handout", "{minutes} minutes · scenario “{scenario}” · seed {seed}")
        scenario = self._lesson.scenario
        page.words(template.format(
            minutes=number(self._lesson.minutes), scenario=translate("Scenarios", scenario.title),
            seed=str(scenario.seed)))  # fmt: skip
        shown = self._pictured([self._lesson.answered_at(n) for n in self._asked()])
        for n, step in enumerate(self._lesson.steps):
            words = text.steps[step.id]
            if not (words.notes or step.guess or n in shown):
                continue
            self._head(page, n, words)
            if n in shown:
                page.picture(self._pictures.of(n))
            if words.notes:
                page.markdown(words.notes)
            if step.guess is not None:
                self._answer(page, step, words)
        self._measured(page)
        page.heading(translate("Handout", "What this model leaves out"), 2)
        page.markdown(text.limits)
        return page

    def _answer(self, page: Page, step: Step, text: StepText) -> None:
        assert step.guess is not None
        answer = self._played.answers[step.id]
        page.markdown(text.question)
        if is_choice(step.guess):
            for place, words in enumerate(choice_words(step.guess, text)):
                sign = translate("Handout", "☑  {choice}") if place == answer.choice else translate(
                    "Handout", "☐  {choice}")  # fmt: skip
                page.words(sign.format(choice=words))
        is_sum = step.guess.answer > 0
        came = (
            translate("Handout", "**Answer:** {answer}") if is_sum else translate("Handout", "**The market:** {answer}")
        )
        page.markdown(came.format(answer=answer_words(step.guess, text, answer)))
        page.markdown(text.answer)

    def _measured(self, page: Page) -> None:
        """The values that the lesson relies on, as this version of the model gives them."""
        found = self._played.values
        if found:
            page.heading(translate("Handout", "Measured in this run"), 2)
        template = translate("Handout", "{measure}, at {clock}: {value}")
        compared = translate("Handout", "{measure}, at {clock}, against the other road: {value}")
        rows = []
        for row, expect in zip(found, self._lesson.expects, strict=True):
            if row.trial:
                rows.append(trial_words(row))
                continue
            words = value_words(row.measure, row.value, bool(expect.minus))
            form = compared if expect.minus else template
            rows.append(form.format(measure=measure_title(row.measure), clock=clock(row.second), value=words))
        page.points(tuple(rows))


def trial_words(found: Measured) -> str:
    """What a trial over seeds came to."""
    if found.seeds:
        told = translate("Handout", "{measure}, with the change: less in {count} of {seeds}")
    else:
        told = translate("Handout", "{measure}, change in the middle one of the trial's runs: {value}")
    value = number(found.value) if found.seeds else value_words(found.measure, found.value, apart=True)
    return told.format(measure=measure_title(found.measure), count=value, seeds=number(found.seeds), value=value)


def sheets(lesson: Lesson, played: Played, language: str) -> dict[str, Page]:
    """Worksheet and answers of a lesson in one language."""
    handout = Handout(lesson, played, language, MomentPictures(lesson, played, PICTURE))
    with print_look():
        return {WORKSHEET: handout.worksheet(), ANSWERS: handout.answers()}


def write_handout(lesson: Lesson, played: Played, language: str, folder: Path) -> list[Path]:
    """Write both sheets into a folder; their paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            str(folder), "", say("Problems", "a folder that can be made ({reason})", reason=error.strerror)
        ) from None
    written = []
    for kind, page in sheets(lesson, played, language).items():
        path = folder / FILE.format(lesson=lesson.name, kind=kind, language=language)
        temporary = path.with_suffix(".part")
        page.write(temporary)
        try:
            temporary.replace(path)
        except OSError as error:
            raise BadInput(
                str(path), "", say("Problems", "a place that can be written ({reason})", reason=error.strerror)
            ) from None
        written.append(path)
    return written
