"""What an announcement of the session is about."""

from enum import IntFlag


class Change(IntFlag):
    """What an announcement is about."""

    MOMENT = 1
    """Another step or phase."""
    VALUES = 2
    """A parameter has another value."""
    BRANCHES = 4
    ASSET = 8
    RESET = 16
    """Another run: scenario or seed."""
