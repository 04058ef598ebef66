"""Makes up for seconds that nobody looked at, in slices so short that the window answers in between."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from model.session import Session

SLICE_MS = 30
BUSY, IDLE = 0.002, 0.016
"""Seconds of a slice spent on replay while time flows, and while it stands."""
FIRST_SECONDS = 4


class Scouting(QObject):
    """Replays for the survey while a view that needs it can be seen; tells when something new is known."""

    def __init__(self, session: Session, view: QWidget, told: Callable[[], None]) -> None:
        super().__init__(view)
        self._session, self._view, self._told = session, view, told
        self._seconds = FIRST_SECONDS
        self._step = -1
        self._timer = QTimer(self, interval=SLICE_MS)
        self._timer.timeout.connect(self.work)

    def ask(self) -> None:
        """Begin, if something is missing."""
        session = self._session
        if not self._timer.isActive() and session.survey.missing(session.branch, session.asset) is not None:
            self._timer.start()

    @property
    def is_working(self) -> bool:
        """Whether seconds are still missing."""
        return self._timer.isActive()

    def work(self) -> None:
        """One slice; none while the market itself is being computed."""
        session = self._session
        if session.worker.is_busy:
            return
        if not self._view.isVisible():
            self._timer.stop()
            return
        flows, self._step = session.step != self._step, session.step
        end = time.perf_counter() + (BUSY if flows else IDLE)
        found = more = True
        while more and time.perf_counter() < end:
            more = session.survey.make_up(session.branch, session.asset, self._seconds, session.do)
            found = found or more
        if not more and not session.phase:
            self._timer.stop()
        if found:
            self._told()

    def finish(self) -> None:
        """Look at everything now: for a picture that cannot wait."""
        session = self._session
        while session.survey.make_up(session.branch, session.asset, session.length):
            pass
        self._timer.stop()
        self._told()
