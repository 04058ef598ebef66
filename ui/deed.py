"""One thing that a key or a menu can do."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Deed(NamedTuple):
    """One action: its name, its keys as Qt writes them, what it does in words, and whether it waits for a pause."""

    name: str
    keys: tuple[str, ...]
    title: str
    act: Callable[[], None]
    only_paused: bool = False
    menu: str = ""
    """The menu that lists it: file, edit, time, switches, view, lessons, help; view/look is a menu inside another."""
    checked: Callable[[], bool] | None = None
    """For what is on or off: whether it is on now."""


Deeds = Iterable[Deed] | Callable[[], Iterable[Deed]]
"""Some deeds, or what makes them: the latter is asked again when the language changes."""
