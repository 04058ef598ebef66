"""Undo and redo: what was done, each with the way back and the way there again."""

from collections.abc import Callable
from typing import NamedTuple


class Done(NamedTuple):
    """One thing that the user did; both ways may be gone many times."""

    name: str
    """What it was: edit, wait, run, remove, rename."""
    back: Callable[[], None]
    again: Callable[[], None]


class History:
    """What can be undone, and what was undone and can be done again."""

    def __init__(self, limit: int = 500) -> None:
        """Remember so many deeds."""
        self.limit = limit
        self.past: list[Done] = []
        self.future: list[Done] = []

    def did(self, done: Done) -> None:
        """Remember a deed; what had been undone is no longer waiting."""
        self.past = [*self.past[-self.limit + 1 :], done]
        self.future = []

    def last(self, way: int) -> str:
        """Name of the deed that would be undone (−1), or done again (1); empty if there is none."""
        deeds = self.past if way < 0 else self.future
        return deeds[-1].name if deeds else ""

    def undo(self) -> bool:
        """Take the last deed back; whether there was one."""
        if not self.past:
            return False
        done = self.past.pop()
        self.future.append(done)
        done.back()
        return True

    def redo(self) -> bool:
        """Do again what was undone last; whether there was anything."""
        if not self.future:
            return False
        done = self.future.pop()
        self.past.append(done)
        done.again()
        return True
