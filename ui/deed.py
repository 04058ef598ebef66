"""One thing that a key or a menu can do."""

from collections.abc import Callable
from typing import NamedTuple


class Deed(NamedTuple):
    """One action: its name, its keys as Qt writes them, what it does in words, and whether it waits for a pause."""

    name: str
    keys: tuple[str, ...]
    title: str
    act: Callable[[], None]
    only_paused: bool = False
    menu: str = ""
    """The menu that lists it: file, edit, time, switches, view, lessons, help."""
