"""Long work of a session on a thread beside the window's: the window paints and tells of progress, input waits in line.

To whoever asks, a piece of work is done when `do` returns, as if it had been done at once. What the user presses
meanwhile is not lost: it comes when the work is done.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

Result = TypeVar("Result")
GRACE = 0.008
"""Seconds that the window waits for short work before it goes on painting."""
BLINK_MS = 150
"""Work that takes longer has a sign of progress."""
LARGE = 100_000
"""Margin accounts above which a market's seconds can take longer than a frame; work on smaller ones is done at once."""


class Aside(QObject):
    """One thread that does one piece of work after another, and the window's loop that goes on without input."""

    blinked = Signal()
    """Work has been under way for longer than a blink; and once more when such work is done."""
    ended = Signal()
    """Nothing is under way any more."""
    _done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "aside")
        self._now: Future[Any] | None = None
        self._blink = QTimer(self, singleShot=True)
        self._blink.timeout.connect(self.blinked)

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is under way: the market is between two states and must not be read."""
        return self._now is not None and not self._now.done()

    @property
    def is_slow(self) -> bool:
        """Whether it has been for longer than a blink."""
        return self.is_busy and not self._blink.isActive()

    def settle(self) -> None:
        """Wait until nothing is under way, without painting: for the rare asker that cannot come later."""
        if self._now is not None:
            self._now.exception()

    def do(self, work: Callable[[], Result], accounts: int) -> Result:
        """Do a piece of work on a market with so many margin accounts; paint meanwhile."""
        self.settle()
        if accounts <= LARGE:
            return work()
        job = self._pool.submit(work)
        if wait((job,), GRACE).done:
            return job.result()
        self._now = job
        self._blink.start(BLINK_MS)
        loop = QEventLoop()
        self._done.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        job.add_done_callback(lambda _: self._done.emit())
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.settle()
        if self._now is job:
            self._now = None
            slow = not self._blink.isActive()
            self._blink.stop()
            self.ended.emit()
            if slow:
                self.blinked.emit()
        return job.result()

    def close(self) -> None:
        """Let the thread go."""
        self._pool.shutdown()
