"""The self-test of the real window: it plays, turns a switch, steps back, looks at its picture, and quits."""

import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from model.session import Session
from ui.errors import ErrorCatcher
from ui.player import NORMAL_SPEED, Player
from ui.text import clock

PLAY_MS = 3000
LEAST_STEPS = 30
SWITCH = "breaker.on"


class Smoke(QObject):
    """Drives a window for some seconds; exit status 0 if all went well, else 1."""

    def __init__(self, window: QWidget, session: Session, player: Player, catcher: ErrorCatcher) -> None:
        super().__init__(window)
        self._window, self._session, self._player, self._catcher = window, session, player, catcher

    def start(self) -> None:
        """Play."""
        self._player.set_speed(NORMAL_SPEED)
        self._player.play()
        QTimer.singleShot(PLAY_MS, self, self._judge)

    def _judge(self) -> None:
        problem = self._problem()
        line = self.tr("smoke: {problem}\n").format(problem=problem) if problem else self._praise()
        (sys.stderr if problem else sys.stdout).write(line)
        QApplication.exit(1 if problem else 0)

    def _praise(self) -> str:
        size = self._window.size()
        words = self.tr("smoke: well; played to {clock}, {roads} roads, picture {width} × {height}\n")
        roads = len(self._session.timeline.branches)
        return words.format(clock=clock(self._session.step), roads=roads, width=size.width(), height=size.height())

    def _problem(self) -> str:
        """What went wrong, in a few words; empty if nothing did."""
        session = self._session
        self._player.pause()
        step = session.step
        if step < LEAST_STEPS:
            return self.tr("the market did not play")
        session.change(SWITCH, not session.values[SWITCH])
        if len(session.timeline.branches) != 2:
            return self.tr("the switch made no new road")
        session.back()
        if session.step != step - 1:
            return self.tr("it did not step back")
        QApplication.processEvents()
        image = self._window.grab().toImage()
        colors = {image.pixel(x, y) for x in range(0, image.width(), 16) for y in range(0, image.height(), 16)}
        if len(colors) < 8:
            return self.tr("the picture is empty")
        return self._catcher.caught[0] if self._catcher.caught else ""
