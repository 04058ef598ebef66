"""The window's part of `main.py bench`: what a frame costs while the market plays, view by view, and how fast it opens."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

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


def paint(widget: QWidget) -> None:
    """Paint what has changed now, as the event loop would."""
    QApplication.sendPostedEvents(widget, QEvent.Type.UpdateRequest.value)


def shown_window() -> tuple[Window, Session]:
    """The real window at full size, without a screen."""
    session = Session(find_scenario("classroom"))
    window = Window(session)
    window.resize(SIZE)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    window.draw()
    paint(window)
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
    """Milliseconds of whole frames (step, views, painting) and the median of each view's part."""
    application()
    window, session = shown_window()
    session.go(FIRST)
    window.draw()
    paint(window)
    frames: list[float] = []
    parts: dict[str, list[float]] = {"step": [], "views": [], "paint": []}
    for _ in range(LAST - FIRST):
        whole, watch = Stopwatch(), Stopwatch()
        session.forward()
        parts["step"].append(watch.seconds)
        watch = Stopwatch()
        window.draw()
        parts["views"].append(watch.seconds)
        watch = Stopwatch()
        paint(window)
        parts["paint"].append(watch.seconds)
        frames.append(whole.seconds)
    window.close()
    milliseconds = np.array(frames) * 1e3
    figures = {"frame, everything visible, 1920 × 1080, playing at 60×: p95": float(np.quantile(milliseconds, 0.95))}
    figures["frame: median"] = float(np.median(milliseconds))
    figures["frame: worst"] = float(milliseconds.max())
    for name, seconds in parts.items():
        figures[f"frame: median of {name}"] = float(np.median(seconds)) * 1e3
    musts = ["<= 16.7", "", "<= 100", "", "", ""]
    return report(told, ((name, value, "ms", must) for (name, value), must in zip(figures.items(), musts, strict=True)))


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
    return bench(options, (frame_costs, start_time))
