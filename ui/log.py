"""The log: details of errors, kept where the system keeps each user's logs; old ones make room for new ones.

Knows no part of Qt, because a command without a window may go wrong too.
"""

import logging
import os
import platform
import sys
import tempfile
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path

from model import __version__

LOG_NAME = "cascade-lab.log"
LOG_BYTES, KEPT = 500_000, 3
"""A log of this size is put aside; so many are kept beside the newest."""
ABOUT = "Cascade Lab {version}, {made}, Python {python}, {system}"


def log_path() -> Path:
    """The file of details: in the user's own place, or in the temporary one."""
    folder = user_log_path("cascade-lab", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / LOG_NAME
    return (folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())) / LOG_NAME


def about() -> str:
    """Which program on which machine, in one line."""
    made = "packaged" if getattr(sys, "frozen", False) else "from source"
    return ABOUT.format(
        version=__version__, made=made, python=platform.python_version(), system=platform.platform(terse=True)
    )


def details_of(error: BaseException) -> str:
    """Everything that helps to mend it."""
    return about() + "\n" + "".join(traceback.format_exception(error))


def write_log(details: str) -> Path:
    """Add details to the log; a log that cannot be written is no further problem."""
    path = log_path()
    try:
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return Path(os.devnull)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.handle(logging.LogRecord("cascade-lab", logging.ERROR, "", 0, details, None, None))
    handler.close()
    return path
