"""`main.py shot`: a picture of one moment of a scenario, of the whole window or one view, without a display."""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QEvent, QEventLoop, QMessageLogContext, QPoint, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from model.bad_input import BadInput, shown
from model.scenario import find_scenario, parse_setting
from model.session import Session
from ui import theme
from ui.actions import Actions
from ui.appearance import Appearance
from ui.charts.scouting import Scouting
from ui.charts.time_chart import TimeChart
from ui.film import MOST, Film, Shots
from ui.habits import take_up_habits
from ui.language import languages, speak
from ui.player import Player
from ui.settings import Forgetful, Settings
from ui.window import Window

DONE, BAD_INPUT = 0, 2
VIEWS = (
    "window", "stage", "market", "charts", "prices", "liquidations", "book-over-time", "liquidation-map", "contagion",
    "reproduction", "ledger", "makers", "depth-left", "confidence", "withdrawals", "aftermath", "ensemble", "claims",
)  # fmt: skip
WHOLE_TABS = ("ensemble", "claims")
"""Views that are shown with their controls."""
SMALLEST, LARGEST = 100, 8192
WRONG_SIZE = "expected WIDTHxHEIGHT in pixels, each {low} to {high}, not '{given}'"
WRONG_NUMBER = "expected a whole number from 0, not '{given}'"
NEEDED = "main.py shot: the following arguments are required: {option}."
LATE = "--at {given}: expected a second from 0 to {last}."
NO_ASSET = "--asset {given}: expected one of {known}."
NO_PNG = "--out {given}: expected a file name that ends in .png."
NO_GIF = "--out {given}: expected a file name that ends in .gif, or in .png for many pictures."
WRONG_END = "--to {given}: expected a second from {first} to {last}."
NO_PACE = "--every {given}: expected a whole number from 1."
TOO_MANY = "--every: {given} pictures are too many; expected at most {most}."
NO_MARKET_FILM = "--view market: expected window, stage or charts for an animation."
NO_FOLDER = "--out {given}: its folder does not exist."
NO_LANGUAGE = "--language {given}: expected one of {known}."
NOT_WRITTEN = "{path}: cannot be written ({reason})."


class Refusal(Exception):  # noqa: N818 - it is a sentence, not an error of the program
    """A wrong argument, in one sentence."""


class Reader(argparse.ArgumentParser):
    """Reads arguments; a wrong one is one sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuse instead of printing the usage."""
        raise Refusal("main.py shot: {message}.".format(message=message))


def size_of(words: str) -> QSize:
    """A size written WxH."""
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", words)
    if not found or not all(SMALLEST <= int(side) <= LARGEST for side in found.groups()):
        raise argparse.ArgumentTypeError(WRONG_SIZE.format(low=SMALLEST, high=LARGEST, given=shown(words)))
    return QSize(int(found[1]), int(found[2]))


def natural(words: str) -> int:
    """A whole number from 0."""
    if not re.fullmatch(r"\d{1,18}", words):
        raise argparse.ArgumentTypeError(WRONG_NUMBER.format(given=shown(words)))
    return int(words)


def reader() -> Reader:
    """What the command takes."""
    made = Reader(prog="main.py shot", description=__doc__, allow_abbrev=False)
    made.add_argument("scenario", metavar="SCENARIO", nargs="?", help="a shipped scenario's name, or a file")
    made.add_argument("--at", type=natural, metavar="STEP", help="second of market time")
    made.add_argument("--view", choices=VIEWS, default="window", help="what to draw")
    made.add_argument("--size", type=size_of, default=QSize(1920, 1080), metavar="WxH", help="size in pixels")
    made.add_argument("--theme", choices=sorted(theme.THEMES), default="dark", help="look")
    made.add_argument("--seed", type=natural, metavar="N", help="another seed than the scenario's")
    made.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="another value of a parameter")
    made.add_argument("--asset", metavar="SYMBOL", help="asset on stage; the first one if not given")
    made.add_argument("--to", type=natural, metavar="STEP", help="last second of an animation that begins at --at")
    made.add_argument("--every", type=natural, default=10, metavar="N", help="seconds between its pictures (10)")
    made.add_argument("--out", type=Path, metavar="FILE", help="a picture.png; with --to an animation.gif, or many PNG")
    made.add_argument("--lesson", metavar="L", help="instead of a scenario: a lesson's name or number, or its folder")
    made.add_argument("--step", type=natural, default=1, metavar="N", help="the step of the lesson, from 1")
    made.add_argument(
        "--handout", type=Path, metavar="DIR", help="write the lesson's worksheet and answers there, as PDF"
    )
    made.add_argument("--language", metavar="L", help="language of words and numbers")
    made.add_argument("--scale", type=float, default=1.0, metavar="X", help="size of text, 1 to 1.8")
    return made


def complete(options: argparse.Namespace) -> argparse.Namespace:
    """The same arguments; `Refusal` if what is needed together is not there."""
    if options.lesson is None and (options.scenario is None or options.at is None):
        raise Refusal(NEEDED.format(option="SCENARIO" if options.scenario is None else "--at"))
    if options.out is None and not (options.lesson and options.handout):
        raise Refusal(NEEDED.format(option="--out"))
    endings, refusal = ((".png",), NO_PNG) if options.to is None else ((".gif", ".png"), NO_GIF)
    if options.out is not None and options.out.suffix.lower() not in endings:
        raise Refusal(refusal.format(given=shown(str(options.out), 400)))
    if options.lesson is None and options.language not in (None, *languages()):
        raise Refusal(NO_LANGUAGE.format(given=shown(options.language), known=", ".join(languages())))
    if options.out is not None and not options.out.parent.is_dir():
        raise Refusal(NO_FOLDER.format(given=shown(str(options.out), 400)))
    return options


def open_session(options: argparse.Namespace) -> Session:
    """The session that the arguments describe, at the second that they name."""
    scenario = find_scenario(options.scenario)
    scenario = scenario.with_values(dict(parse_setting(words) for words in options.set))
    session = Session(scenario, options.seed)
    if options.at > session.length:
        raise Refusal(LATE.format(given=options.at, last=session.length))
    if options.asset is not None:
        if options.asset not in session.symbols:
            raise Refusal(NO_ASSET.format(given=shown(options.asset), known=", ".join(session.symbols)))
        session.select(session.symbols.index(options.asset))
    check_span(options, session.length)
    session.go(options.at if options.to is None else 0)
    return session


def check_span(options: argparse.Namespace, length: int) -> None:
    """Refuse a span of time that makes no animation."""
    if options.to is None:
        return
    if not options.at <= options.to <= length:
        raise Refusal(WRONG_END.format(given=options.to, first=options.at, last=length))
    if options.every < 1:
        raise Refusal(NO_PACE.format(given=options.every))
    if (options.to - options.at) // options.every >= MOST:
        raise Refusal(TOO_MANY.format(given=(options.to - options.at) // options.every + 1, most=MOST))
    if options.view == "market":
        raise Refusal(NO_MARKET_FILM)


def make_film(session: Session, options: argparse.Namespace) -> None:
    """Write the animation; on a terminal, tell how far it is."""
    shots = Shots(options.at, options.to, options.every, options.view, options.size)
    film = Film(session, shots, options.out)
    problems: list[str] = []
    film.failed.connect(problems.append)
    if sys.stderr.isatty():
        film.progress.connect(lambda done, whole: sys.stderr.write("\r{}/{} ".format(done, whole)))
    while not film.is_over:
        film.work()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if problems:
        raise Refusal(problems[0])


def view_of(window: Window, name: str) -> QWidget:
    """The widget that a view's name means."""
    views: dict[str, QWidget] = {
        "window": window, "stage": window.stage, "market": window.tiles, "charts": window.charts
    }  # fmt: skip
    if name in views:
        return views[name]
    chart = window.charts.open(name)
    tab = window.charts.currentWidget()
    return tab if name in WHOLE_TABS else chart


def furnished(session: Session) -> Window:
    """A window with its menus, as the program opens it, that remembers nothing."""
    player, settings = Player(session), Settings(Forgetful())
    window = Window(session, player)
    player.setParent(window)
    settings.welcomed = True
    appearance = Appearance(settings, window)
    appearance.chosen = theme.current().name
    take_up_habits(window, Actions(window, session, player, settings), appearance, settings)
    return window


def picture(
    session: Session, view: str, size: QSize, prepare: Callable[[Window], None] = lambda window: None
) -> QImage:
    """Draw a view at a size; `prepare` may arrange the window first."""
    window = furnished(session)
    prepare(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget = view_of(window, view)
    if widget is not window:
        widget.setParent(None)
    window.resize(size if widget is window else QSize(1920, 1080))
    for shown_widget in (window, widget):
        shown_widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        shown_widget.show()
    widget.setMinimumSize(0, 0)
    widget.clearFocus()
    if isinstance(widget, TimeChart):
        widget.has_time_labels = True
    widget.resize(size)
    for _ in range(3):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        window.draw()
    for scouting in widget.findChildren(Scouting):
        scouting.finish()
    focused = widget.focusWidget()
    if focused is not None:
        focused.clearFocus()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(theme.current().background)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    for done in {widget, window}:
        done.close()
        done.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def quiet(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt has to say, except that a window without a screen has no size limits."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(message + os.linesep)


def write(image: QImage, path: Path) -> None:
    """Write a PNG; the file is there complete or not at all."""
    try:
        handle, name = tempfile.mkstemp(suffix=".png", prefix=".shot-", dir=path.parent)
    except OSError as error:
        raise Refusal(NOT_WRITTEN.format(path=path, reason=(error.strerror or "error").lower())) from None
    os.close(handle)
    temporary = Path(name)
    try:
        if not image.save(name):
            raise Refusal(NOT_WRITTEN.format(path=path, reason="no PNG"))
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise Refusal(NOT_WRITTEN.format(path=path, reason=(error.strerror or "error").lower())) from None
    finally:
        temporary.unlink(missing_ok=True)


def main(argv: Sequence[str]) -> int:
    """Draw what the arguments after `shot` name; 0 done, 2 bad input, told in one sentence."""
    try:
        options = complete(reader().parse_args(list(argv)))
        session = None if options.lesson else open_session(options)
    except (Refusal, BadInput) as problem:
        sys.stderr.write(str(problem) + os.linesep)
        return BAD_INPUT
    except SystemExit as stop:
        return int(stop.code or 0)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(quiet)
    app = QApplication.instance() or QApplication(["cascade-lab"])
    if not isinstance(app, QApplication):
        raise TypeError(type(app).__name__)
    theme.set_theme(options.theme)
    theme.keeper.set_scale(options.scale)
    if session is not None and options.language:
        speak(app, options.language)
    try:
        if session is None:
            from ui.lesson.shots import draw_lesson

            draw_lesson(app, options)
        elif options.to is None:
            write(picture(session, options.view, options.size), options.out)
        else:
            make_film(session, options)
    except (Refusal, BadInput) as problem:
        sys.stderr.write(str(problem) + os.linesep)
        return BAD_INPUT
    return DONE
