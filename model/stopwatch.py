"""The only clock of the model's command line: how long a command took. No rule reads it."""

from time import perf_counter, process_time, thread_time


class Stopwatch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        """Start."""
        self._start = perf_counter()
        self._work = process_time()
        self._own = thread_time()

    @property
    def seconds(self) -> float:
        """Seconds so far."""
        return perf_counter() - self._start

    @property
    def work_seconds(self) -> float:
        """Seconds that this process has worked so far; what else the machine does is not counted."""
        return process_time() - self._work

    @property
    def own_seconds(self) -> float:
        """Seconds that this thread, the one which made the watch, has worked so far."""
        return thread_time() - self._own
