"""Worksheet and answer key of a lesson as PDF, with pictures of the lesson's own moments."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QSize, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextImageFormat,
)

from model.bad_input import BadInput, say
from model.lesson import Lesson, LessonText, Step, StepText
from model.lesson_play import Measured, Played
from ui.lesson.goal_card import goal_words, measure_title
from ui.lesson.moment_pictures import MomentPictures
from ui.lesson.words import answer_words, choice_words, is_choice, value_words
from ui.text import clock, number, translate

WORKSHEET, ANSWERS = "worksheet", "answers"
FILE = "{lesson}-{kind}-{language}.pdf"
WIDTH = 640
"""Width of a picture on the page, in the document's pixels; the page's text is a little wider."""
PICTURE = QSize(1280, 560)
MOST_PICTURES = 5
POINTS = 10.5
PAGE = QSizeF(642, 971)
"""What Qt leaves of A4 for text, in the document's pixels."""
SPARE = 24
MOST_OF_A_PAGE = 0.7


class Page:
    """A document that grows: headings, paragraphs of Markdown, pictures, lines to write on."""

    def __init__(self, title: str) -> None:
        self.document = QTextDocument()
        font = QFont()
        font.setPointSizeF(POINTS)
        self.document.setDefaultFont(font)
        self.document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
        self._cursor = QTextCursor(self.document)
        self._pictures = 0
        self._headings: list[int] = []

    def _block(self, above: float = 4, below: float = 2) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        self._cursor.insertBlock(form, QTextCharFormat())

    def heading(self, words: str, level: int) -> None:
        """A heading of level 1, 2 or 3."""
        self._block(14 if level < 3 else 8, 4)
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setFontPointSize(POINTS + {1: 9, 2: 3.5, 3: 0}[level])
        self._cursor.insertText(words, form)
        self._headings.append(self._cursor.blockNumber())

    def words(self, text: str) -> None:
        """A line as it is."""
        self._block()
        self._cursor.insertText(text)

    def markdown(self, text: str) -> None:
        """Paragraphs, lists and emphasis."""
        if text:
            self._block()
            self._cursor.insertFragment(QTextDocumentFragment.fromMarkdown(text))
            self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def points(self, items: tuple[str, ...]) -> None:
        """A list."""
        self.markdown("\n".join("- {item}".format(item=item) for item in items))

    def lines(self, count: int) -> None:
        """Room to write."""
        for _ in range(count):
            self._block(10, 0)
            self._cursor.insertText("_" * 74)

    def picture(self, image: QImage) -> None:
        """A picture over the width of the page."""
        self._pictures += 1
        name = "picture-{number}".format(number=self._pictures)
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        form = QTextImageFormat()
        form.setName(name)
        form.setWidth(WIDTH)
        form.setHeight(WIDTH * image.height() / image.width())
        self._block(6, 6)
        self._cursor.insertImage(form)

    def _keep_together(self) -> None:
        """A heading begins the next page with what belongs to it, instead of leaving it at the foot of this one.

        What is longer than most of a page may break, but not between heading and what follows.
        """
        after = [*(place - 1 for place in self._headings[1:]), self.document.blockCount() - 1]
        for place, last in zip(self._headings, after, strict=True):
            trial = self.document.clone()
            trial.setDocumentMargin(0)
            trial.setPageSize(PAGE)
            layout = trial.documentLayout()
            block = trial.findBlockByNumber(place)
            below = block.next()
            top, end = layout.blockBoundingRect(block).top(), layout.blockBoundingRect(below).bottom()
            whole = layout.blockBoundingRect(trial.findBlockByNumber(last)).bottom()
            end = whole if whole - top < MOST_OF_A_PAGE * PAGE.height() else end
            if below.isValid() and top // PAGE.height() != (end + SPARE) // PAGE.height():
                cursor = QTextCursor(self.document.findBlockByNumber(place))
                form = QTextBlockFormat(cursor.blockFormat())
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(form)

    def write(self, path: Path) -> None:
        """As PDF, on A4."""
        self._keep_together()
        writer = QPdfWriter(str(path))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)  # Qt leaves two centimetres itself
        writer.setResolution(300)
        writer.setTitle(self.document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
        self.document.print_(writer)


class Handout:
    """Both sheets of one lesson in one language."""

    def __init__(self, lesson: Lesson, played: Played, language: str, pictures: MomentPictures) -> None:
        self._lesson, self._played, self._pictures = lesson, played, pictures
        self._text: LessonText = lesson.text(language)

    def _asked(self) -> list[int]:
        return [n for n, step in enumerate(self._lesson.steps) if step.guess is not None]

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
        shown = [n for n in self._asked() if not self._is_computed(n)][:MOST_PICTURES]
        for n, step in enumerate(self._lesson.steps):
            text = self._text.steps[step.id]
            if step.guess is not None:
                self._head(page, n, text)
                if self._is_computed(n):
                    page.markdown(text.body)
                elif n in shown:
                    page.picture(self._pictures.of(n))
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
        shown = [self._lesson.answered_at(n) for n in self._asked()][:MOST_PICTURES]
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
        told = translate("Handout", "{measure}: less in {count} of {seeds} runs with the change")
    else:
        told = translate("Handout", "{measure}, change in the middle one of the trial's runs: {value}")
    value = number(found.value) if found.seeds else value_words(found.measure, found.value, apart=True)
    return told.format(measure=measure_title(found.measure), count=value, seeds=number(found.seeds), value=value)


def write_handout(lesson: Lesson, played: Played, language: str, folder: Path) -> list[Path]:
    """Write both sheets into a folder; their paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            str(folder), "", say("Problems", "a folder that can be made ({reason})", reason=error.strerror)
        ) from None
    handout = Handout(lesson, played, language, MomentPictures(lesson, played, PICTURE))
    written = []
    for kind, page in ((WORKSHEET, handout.worksheet()), (ANSWERS, handout.answers())):
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
