"""Who does a session's long work: whoever asks, at once; a window lends a thread instead, so that it answers meanwhile."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Worker(Protocol):
    """Does one piece of work after another."""

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is under way: the market is between two states and must not be read."""

    def do(self, work: Callable[[], Result], accounts: int) -> Result:
        """Do a piece of work on a market with so many margin accounts; what it returns."""

    def settle(self) -> None:
        """Wait until nothing is under way."""


class AtOnce:
    """Does all work where it is asked for."""

    is_busy = False

    def do(self, work: Callable[[], Result], accounts: int) -> Result:
        """Do it."""
        return work()

    def settle(self) -> None:
        """Nothing is ever under way."""
