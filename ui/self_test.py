"""`main.py --self-test`: the whole program tries itself out without a screen, and prints what it found in a table."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from model import proofs, warm
from model.saved import read_saved, write_saved
from model.session import Session
from model.stopwatch import Stopwatch
from ui.errors import ErrorCatcher
from ui.player import SPEEDS, Player
from ui.text import clock, translate
from ui.window import Window

MINUTE = 60
PATIENCE = 60.0
"""Most seconds that the play to the worst minute may take."""
FEWEST_COLORS = 8
"""A view with fewer colours is blank."""


class Failure(Exception):  # noqa: N818 - it is what a check found, not an error of the program
    """What is wrong, in a few words."""


class Row(NamedTuple):
    """One line of the table."""

    title: str
    passed: bool
    found: str
    seconds: float


class SelfTest:
    """Does with a window what a teacher does with it."""

    def __init__(self, window: Window, session: Session, player: Player, catcher: ErrorCatcher) -> None:
        self._window, self._session, self._player, self._catcher = window, session, player, catcher

    def checks(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """What is tried, in the order in which it is tried."""
        yield translate("SelfTest", "the window opens paused on a complete market"), self._opened
        yield translate("SelfTest", "it plays to its worst minute"), self._plays
        yield translate("SelfTest", "every switch turns"), self._switches
        yield translate("SelfTest", "a step back is the same second again"), self._steps_back
        yield translate("SelfTest", "it saves and reopens"), self._saves
        yield translate("SelfTest", "every view is drawn"), self._draws
        for proof in proofs.PROOFS if proofs.recorded() else proofs.PROOFS[:1]:
            yield (
                translate("SelfTest", "digest of {run}").format(run=proof.name),
                partial(self._proves, proof),
            )
        yield translate("SelfTest", "nothing was compiled"), self._compiled
        yield translate("SelfTest", "no error was caught on the way"), self._caught

    def rows(self) -> Iterator[Row]:
        """Try everything; a check that fails does not keep the others from being tried."""
        for title, check in self.checks():
            watch = Stopwatch()
            try:
                passed, found = True, check()
            except Failure as failure:
                passed, found = False, str(failure)
            except Exception as error:  # whatever it is, it belongs into the table
                passed, found = False, "{kind}: {error}".format(kind=type(error).__name__, error=error)
            yield Row(title, passed, found, watch.seconds)

    def _opened(self) -> str:
        session, size = self._session, self._window.size()
        if session.step != 0 or self._player.is_playing or not self._window.isVisible():
            raise Failure("at second {step}".format(step=session.step))
        books = len(session.symbols) * len(session.exchanges)
        return "{books} books, {width} × {height}".format(books=books, width=size.width(), height=size.height())

    def _worst(self) -> int:
        """The second at which the worst minute ends: the one with most dollars liquidated."""
        session = Session(self._session.scenario)
        session.go(session.length)
        sums = np.array([row["liquidated"] for row in session.branch.record.totals[: session.horizon + 1]])
        return int(np.argmax(sums[MINUTE:] - sums[:-MINUTE])) + MINUTE

    def _plays(self) -> str:
        worst = self._worst()
        self._player.set_speed(len(SPEEDS) - 1)
        self._player.play()
        watch = Stopwatch()
        while self._session.step < worst and watch.seconds < PATIENCE:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        self._player.pause()
        played = self._session.step
        if played < worst:
            raise Failure("after {limit:.0f} s at {clock}".format(limit=PATIENCE, clock=clock(played)))
        self._session.go(worst)
        liquidated = self._session.frame().after.totals.liquidated
        if liquidated <= 0:
            raise Failure("nobody was liquidated by {clock}".format(clock=clock(worst)))
        return "{clock}, $ {billion:.1f} B liquidated".format(clock=clock(worst), billion=liquidated * 1e-9)

    def _switches(self) -> str:
        session, rows = self._session, self._window.switches.rows
        home, step = session.branch.number, session.step
        for row in rows:
            key, before = row.switch.key, session.values[row.switch.key]
            row.toggle.click()
            if session.values[key] == before:
                raise Failure("{key} did not turn".format(key=key))
            session.forward(2)
            session.take_branch(home)
            session.go(step)
            if session.values[key] != before:
                raise Failure("{key} turned on the old road too".format(key=key))
        return "{count} switches, {roads} roads".format(count=len(rows), roads=len(session.timeline.branches))

    def _steps_back(self) -> str:
        session = self._session
        here = session.digest()
        session.back()
        session.forward_cause()
        session.back_cause()
        session.forward()
        if session.digest() != here:
            raise Failure("another digest than before")
        return here

    def _saves(self) -> str:
        """Save this run, open the file in another session, and come to the same digest."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "saved-run.cascade"
            write_saved(path, self._session.roads.snapshot(hashed=True))
            again = Session(self._session.scenario)
            again.roads.open(read_saved(path))
        if again.digest() != self._session.digest():
            raise Failure("another digest than before")
        return again.digest()

    def _views(self) -> Iterator[tuple[str, QWidget]]:
        charts = self._window.charts
        yield from self._window.parts.items()
        for place in range(charts.count()):
            charts.setCurrentIndex(place)
            yield charts.tabText(place), charts
        charts.setCurrentIndex(0)

    def _draws(self) -> str:
        count = 0
        for name, view in self._views():
            QApplication.processEvents()
            self._window.draw()
            count += 1
            if view.isVisible() and colors(view.grab().toImage()) < FEWEST_COLORS:
                raise Failure("{name} is blank".format(name=name))
        return "{count} views".format(count=count)

    def _proves(self, proof: proofs.Proof) -> str:
        expected = proofs.recorded().get(proof.name) or proofs.digest_of(proof)
        found = proofs.digest_of(proof)
        if found != expected:
            raise Failure("{found} instead of {expected}".format(found=found, expected=expected))
        return found

    def _compiled(self) -> str:
        """Ask for every kernel there is; a packed program must not have had to compile a single one so far."""
        warm.warm()
        words = "{compiled} kernels compiled, {loaded} loaded".format(compiled=warm.compiled(), loaded=warm.loaded())
        if warm.compiled() and proofs.recorded():
            raise Failure(words)
        return words

    def _caught(self) -> str:
        if self._catcher.caught:
            raise Failure(self._catcher.caught[0])
        return "none"


def colors(image: QImage) -> int:
    """Different colours of a picture, looked at every few pixels."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def table(rows: Iterator[Row]) -> Iterator[str]:
    """Each row as a line of text, as soon as it is known."""
    for row in rows:
        verdict = "passed" if row.passed else "FAILED"
        yield "{verdict}  {seconds:6.1f} s  {title:<52} {found}".format(
            verdict=verdict, seconds=row.seconds, title=row.title, found=row.found
        )


def self_test(window: Window, session: Session, player: Player, catcher: ErrorCatcher) -> int:
    """Try everything and print it; 0 if all is well, else 1."""
    failed = 0
    for line in table(SelfTest(window, session, player, catcher).rows()):
        failed += line.startswith("FAILED")
        if sys.stdout is not None:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    return 1 if failed else 0
