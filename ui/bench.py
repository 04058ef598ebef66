"""The window's part of `main.py bench`: what a frame costs while the market plays, view by view, and how fast it opens."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize, Qt, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from model.benchmarks import arguments_of, bench, report
from model.scenario import find_scenario
from model.session import Change, Session
from model.stopwatch import Stopwatch
from ui.player import FRAME_MS
from ui.shot import quiet
from ui.window import Window

SIZE = QSize(1920, 1080)
SPANS = {"classroom": (470, 870), "forty-billion": (470, 870)}
"""Seconds of each crash that are played, one a frame, as at 60×: calm, the worst minutes, and after."""
BESIDE = "book-over-time"
"""While a crash is played three charts are seen: prices and liquidations in one place, the book over time in the other."""
MAIN = Path(__file__).resolve().parent.parent / "main.py"
TIMES = 5
SETTLING, PATIENCE, BEAT_MS = 30, 90.0, 1
"""Rounds of the event loop before play, most seconds of play, and how often the heart of the window should beat."""
VIEWED, ROUNDS = 600, 24
"""Second from which the cost of each view is measured, and seconds over which."""


def shown_window(scenario: str = "classroom", beside: str = "") -> tuple[Window, Session]:
    """The real window at full size, without a screen; `beside` is the chart in the second place, if one is wanted."""
    session = Session(find_scenario(scenario))
    window = Window(session)
    window.chart_pair.open(beside)
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


class Heart(QObject):
    """Beats while the window answers; the longest pause between two beats is how long it did not."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        """Seconds."""
        self._watch = Stopwatch()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._watch.seconds)
        self._watch = Stopwatch()


def played(scenario: str) -> tuple[list[float], float, float]:
    """Milliseconds of work of the window's thread for each second played at 60×, the pace, and the longest pause in ms.

    The work is all that a frame asks for: bringing the market on (of a large one, waiting for it), views and painting.
    """
    app, (first, last) = application(), SPANS[scenario]
    window, session = shown_window(scenario, BESIDE)
    session.go(first)
    for _ in range(SETTLING):
        app.processEvents()
    window.player.play()
    loop, heart, whole, watch = QEventLoop(), Heart(), Stopwatch(), Stopwatch()
    frames: list[float] = []
    step = session.step
    while session.step < last and whole.seconds < PATIENCE:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if session.step != step:
            frames.append(watch.own_seconds * 1e3 / (session.step - step))
            step, watch = session.step, Stopwatch()
    pace = (session.step - first) / whole.seconds
    window.player.pause()
    window.close()
    return frames, pace, heart.longest * 1e3


def frame_costs(told: Callable[[str], None]) -> dict[str, Any]:
    """What a frame costs while a crash plays in the real event loop, in a small market and in the headline one."""
    figures: dict[str, Any] = {}
    for scenario in SPANS:
        frames, pace, pause = played(scenario)
        rows = [
            ("frame: p95", float(np.quantile(frames, 0.95)), "ms", "<= 16.7"),
            ("frame: median", float(np.median(frames)), "ms", ""),
            ("frame: worst", max(frames), "ms", "<= 100"),
            ("seconds of the market shown in a second at 60×", pace, "steps/s", ""),
            ("longest time without an answer", pause, "ms", "<= 100"),
        ]
        whole = "{scenario} at 1920 × 1080, {name}"
        named = [(whole.format(scenario=scenario, name=name), value, unit, must) for name, value, unit, must in rows]
        figures.update(report(told, named))
    return figures


def view_costs(told: Callable[[str], None]) -> dict[str, Any]:
    """Median milliseconds of each view for one frame of the classroom crash: taking it in and painting it."""
    application()
    window, session = shown_window()
    charts = window.charts
    figures: dict[str, Any] = {}

    def measure(name: str, take: Callable[[], None]) -> None:
        session.go(VIEWED)
        window.draw()
        for _ in range(SETTLING):
            QApplication.processEvents()
        costs = []
        for _ in range(ROUNDS):
            session.forward()
            session.frame()
            watch = Stopwatch()
            take()
            QApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)
            costs.append(watch.own_seconds * 1e3)
        figures.update(report(told, [("one frame of the view: " + name, float(np.median(costs)), "ms", "")]))

    stage = window.stage
    measure("stage", lambda: stage.set_frame(session.frame(), float(FRAME_MS)))
    for view in window.views:
        name = type(view).__name__
        if name != type(charts).__name__:
            measure(name, lambda view=view: view.refresh(Change.MOMENT, session.frame()))  # type: ignore[misc]
    for place, name in enumerate(charts.names()):
        charts.setCurrentIndex(place)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        measure("chart " + name, lambda: charts.refresh(Change.MOMENT, session.frame()))
    window.close()
    return figures


def start_time(told: Callable[[str], None]) -> dict[str, Any]:
    """Median seconds from the start of the program's process until its main window has been painted."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, str(MAIN)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a warm start finds the byte code that the one before it kept
    subprocess.run([*command, "--open-and-quit"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = []
    for _ in range(TIMES):
        watch = Stopwatch()
        with subprocess.Popen(
            [*command, "--open-and-quit"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            assert program.stdout is not None
            program.stdout.readline()
            seconds.append(watch.seconds)
    must = "<= 2.5" if len(command) == 1 else "<= 2"
    return report(told, [("start to first painted frame, warm cache", float(np.median(seconds)), "s", must)])


def main(argv: Sequence[str]) -> int:
    """`main.py bench`: the model's figures and the window's."""
    return bench(arguments_of(argv), (frame_costs, view_costs, start_time))
