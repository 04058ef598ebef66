"""The window's part of `main.py bench`: what a frame costs while the market plays, view by view, and how fast it opens."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from model.benchmarks import arguments_of, bench, report
from model.scenario import find_scenario
from model.session import Session
from model.stopwatch import Stopwatch
from ui.shot import quiet
from ui.window import Window

FIRST, LAST, SIZE = 470, 870, QSize(1920, 1080)
"""Seconds of the classroom crash that are played, one a frame, as at 60×: calm, the worst minutes, and after."""
OPEN = "from ui.bench import open_once; open_once()"
TIMES = 5
SETTLING, PATIENCE, IDLE = 30, 60.0, 5e-5
"""Rounds of the event loop before play, most seconds of play, and what a round without work takes at most."""


def shown_window() -> tuple[Window, Session]:
    """The real window at full size, without a screen."""
    session = Session(find_scenario("classroom"))
    window = Window(session)
    window.resize(SIZE)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    window.draw()
    QApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)
    return window, session


def application() -> QApplication:
    """The one application object."""
    qInstallMessageHandler(quiet)
    app = QApplication.instance() or QApplication(["cascade-lab"])
    if not isinstance(app, QApplication):
        raise TypeError(type(app).__name__)
    return app


def open_once() -> None:
    """Open the window until its first frame is painted; run in a process of its own."""
    application()
    shown_window()


def frame_costs(told: Callable[[str], None]) -> dict[str, Any]:
    """Busy milliseconds of each second played at 60× in the real event loop: step, views and painting."""
    app = application()
    window, session = shown_window()
    session.go(FIRST)
    for _ in range(SETTLING):
        app.processEvents()
    window.player.play()
    frames: list[float] = []
    busy, step, whole = 0.0, session.step, Stopwatch()
    while session.step < LAST and whole.seconds < PATIENCE:
        watch = Stopwatch()
        app.processEvents()
        spent = watch.seconds
        busy += spent if spent > IDLE else 0.0
        if session.step != step:
            frames.append(busy / (session.step - step))
            busy, step = 0.0, session.step
    pace = (session.step - FIRST) / whole.seconds
    window.player.pause()
    window.close()
    milliseconds = np.array(frames) * 1e3
    rows = [
        ("frame, 1920 × 1080, playing at 60×: p95", float(np.quantile(milliseconds, 0.95)), "ms", "<= 16.7"),
        ("frame: median", float(np.median(milliseconds)), "ms", ""),
        ("frame: worst", float(milliseconds.max()), "ms", "<= 100"),
        ("seconds of the market shown in a second at 60×", pace, "steps/s", ""),
    ]
    return report(told, rows)


def start_time(told: Callable[[str], None]) -> dict[str, Any]:
    """Median seconds of a new process from its start to the first painted frame, with a warm cache."""
    seconds = []
    for _ in range(TIMES):
        watch = Stopwatch()
        subprocess.run([sys.executable, "-c", OPEN], check=True)
        seconds.append(watch.seconds)
    return report(told, [("start to first painted frame, warm cache", float(np.median(seconds)), "s", "<= 2")])


def main(argv: Sequence[str]) -> int:
    """`main.py bench`: the model's figures and the window's."""
    options = arguments_of(argv)
    packaged = getattr(sys, "frozen", False)  # is no Python that could be given code to run
    return bench(options, (frame_costs,) if packaged else (frame_costs, start_time))
