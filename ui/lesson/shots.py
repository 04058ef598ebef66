"""`main.py shot --lesson`: a step of a lesson as a picture of the window, and its handout, without a display."""

import argparse

from PySide6.QtCore import QEvent, QEventLoop, QLocale, QPoint, QSettings, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from model.bad_input import BadInput, shown
from model.lesson import Lesson
from model.lesson_file import read_lesson
from model.lesson_play import Played, play
from model.session import Session
from ui import theme
from ui.actions import Actions
from ui.lesson.guide import Guide
from ui.lesson.handout import write_handout
from ui.lesson.words import Given
from ui.lesson_actions import LessonActions
from ui.player import Player
from ui.settings import Settings
from ui.window import Window

ROUNDS = 100_000
"""More frames than any journey inside a lesson takes."""


def settle(guide: Guide, player: Player) -> None:
    """Wait until a lesson stands at its step: planned ahead, and its moment computed."""
    for _ in range(ROUNDS):
        guide.planner.finish()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if player.target is not None:
            player.tick()
        elif not guide.is_travelling:
            return
    raise BadInput(guide.lesson.name if guide.lesson else "", "", "a lesson whose moments can be reached")


def given_right(lesson: Lesson, played: Played, number: int) -> dict[str, Given]:
    """Guesses for all steps before one, as the run answers them, so that a picture shows cards that are filled in."""
    guesses = {}
    for step in lesson.steps[:number]:
        if step.guess is not None:
            answer = played.answers[step.id]
            middle = (step.guess.low + step.guess.high) / 2
            guesses[step.id] = Given(value=middle, choice=max(answer.choice, 0))
    return guesses


def lesson_window(lesson: Lesson, number: int, settings: Settings) -> tuple[Window, LessonActions]:
    """A window that nobody sees, standing at a step of a lesson."""
    session = Session(lesson.scenario)
    player = Player(session)
    window = Window(session, player)
    player.setParent(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    lessons = LessonActions(window, session, player, settings, Actions(window, session, player, settings))
    lessons.frame.show()
    played = play(lesson)
    lessons.guide.open(lesson, number, given_right(lesson, played, number), played)
    settle(lessons.guide, player)
    return window, lessons


def lesson_picture(lesson: Lesson, number: int, options: argparse.Namespace, settings: Settings) -> QImage:
    """The window at a step."""
    window, lessons = lesson_window(lesson, number, settings)
    window.resize(options.size)
    window.show()
    lessons._fit()
    for _ in range(4):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        lessons._fit()
        window.draw()
    image = QImage(options.size, QImage.Format.Format_RGB32)
    image.fill(theme.current().background)
    painter = QPainter(image)
    window.render(painter, QPoint())
    painter.end()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def draw_lesson(app: QApplication, options: argparse.Namespace) -> None:
    """Picture, handout, or both."""
    from ui.language import SOURCE_LANGUAGE, languages, speak
    from ui.shot import write

    language = options.language or SOURCE_LANGUAGE
    if language in languages():
        speak(app, language)
    else:
        QLocale.setDefault(QLocale(options.language))  # a lesson may speak a language that the window does not
    lesson = read_lesson(options.lesson)
    if not 1 <= options.step <= len(lesson.steps):
        raise BadInput("--step", shown(str(options.step)), "a step from 1 to {last}".format(last=len(lesson.steps)))
    settings = Settings(QSettings("", QSettings.Format.IniFormat))
    if options.out is not None:
        write(lesson_picture(lesson, options.step - 1, options, settings), options.out)
    if options.handout is not None:
        language = lesson.text(QLocale().name()).language
        write_handout(lesson, play(lesson), language, options.handout)
