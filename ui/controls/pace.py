"""At most so often: costly drawing is done at once when it is rare, and a few times a second when every frame asks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from model.session import Change, Session

PACE_MS = 150
FLOW_STEPS = 60
"""A move forward by fewer seconds than this is play; a longer one is a jump, whose result is wanted at once."""


class Pace(QObject):
    """Does a piece of work when asked, but not again before a moment has passed; the last asking is never lost."""

    def __init__(self, work: Callable[[], None], parent: QObject | None = None, milliseconds: int = PACE_MS) -> None:
        super().__init__(parent)
        self._work = work
        self._again = False
        self._session: Session | None = None
        self._place = (-1, -1)
        self._timer = QTimer(self, interval=milliseconds, singleShot=True)
        self._timer.timeout.connect(self._rested)

    def ask(self, at_once: bool = False) -> None:
        """Do the work, now or soon."""
        if self._timer.isActive() and not at_once:
            self._again = True
            return
        self._again = False
        self._work()
        self._timer.start()

    def follow(self, change: Change, session: Session) -> None:
        """Ask after a change of the session: at once, unless time merely flows on along the same road."""
        self._session = session
        road, step = self._place
        self._place = (session.branch.number, session.step)
        flowing = change == Change.MOMENT and road == session.branch.number and 0 <= session.step - step < FLOW_STEPS
        self.ask(at_once=not flowing)

    def _rested(self) -> None:
        if self._session is not None and self._session.worker.is_busy:
            self._timer.start()
        elif self._again:
            self.ask()
