"""Runs a plan of many runs beside the window: how many seeds, a button that begins and one that stops, progress."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from model.bad_input import BadInput
from model.ensemble import EnsembleRun, Plan, Row, processors
from ui.controls.eliding import ElidingButton
from ui.controls.segments import Segments
from ui.log import details_of, write_log
from ui.text import duration, number

SEEDS = (5, 20, 50, 200)
USUAL = 1
POLL_MS = 200
SEEDS_PART = 0.4
"""Choices broader than this part of the bar fold into a list."""
READY, RUNNING, STOPPED, FAILED, DONE = range(5)
"""What the bar tells."""


class RunBar(QWidget):
    """Carries out plans, one after the other; finished runs are kept when it is stopped."""

    progressed = Signal()
    """More runs are finished, or the work has begun or ended."""
    failed = Signal(str)
    """One sentence that says why the runs cannot go on."""

    def __init__(self, plans: Callable[[int], Mapping[str, Plan]], parent: QWidget | None = None) -> None:
        """`plans` makes the plans by name for a number of seeds."""
        super().__init__(parent)
        self._make = plans
        self.plans: Mapping[str, Plan] = {}
        """What was or is being carried out."""
        self.rows: dict[str, list[Row]] = {}
        """Finished runs by name of the plan."""
        self.state = READY
        self._whole = 1
        self._begun = QElapsedTimer()
        self._waiting: list[str] = []
        self._run: EnsembleRun | None = None
        self._name = ""
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.cancel)

    def _lay_out(self) -> None:
        self.label = QLabel()
        self.label.setProperty("role", "small")
        self.seeds = Segments([number(count) for count in SEEDS])
        self.seeds.choose(USUAL)
        self.button = ElidingButton()
        self.stop = ElidingButton()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        for widget in (self.label, self.seeds, self.button, self.stop):
            row.addWidget(widget)
        row.addWidget(self.bar, 4)
        row.addStretch(1)
        self.button.clicked.connect(self.start)
        self.stop.clicked.connect(self.cancel)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size; where it is scarce the numbers of seeds fold into a list."""
        super().resizeEvent(event)
        self.seeds.fold(self.seeds.full_width() > self.width() * SEEDS_PART)

    def retranslate(self) -> None:
        """Write all words again."""
        self.label.setText(self.tr("seeds"))
        self.button.setText(self.tr("Run"))
        self.button.setAccessibleName(self.tr("Run the ensemble"))
        self.stop.setText(self.tr("Stop"))
        self.stop.setAccessibleName(self.tr("Stop the runs"))
        self.bar.setAccessibleName(self.tr("Progress of the runs"))
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether runs are under way."""
        return self._run is not None

    @property
    def count(self) -> int:
        """Seeds that are chosen."""
        return SEEDS[self.seeds.choice]

    def start(self) -> None:
        """Begin all over."""
        self.cancel()
        self.plans = self._make(self.count)
        self.rows = {name: [] for name in self.plans}
        self._waiting = list(self.plans)
        self._whole = sum(len(plan.works()) for plan in self.plans.values())
        self.state = RUNNING
        self._begun.start()
        self._next()
        self._timer.start()
        self._show()
        self.progressed.emit()

    def _next(self) -> None:
        self._run = None
        if self._waiting:
            self._name = self._waiting.pop(0)
            self._run = EnsembleRun(self.plans[self._name], max(1, processors() - 1))
            self._run.start()

    def look(self) -> None:
        """Take what is finished."""
        if self._run is None:
            return
        try:
            fresh = self._run.poll()
        except Exception as error:  # a run may fail by anything; those that are finished stay, and it is told once
            self._fail(error)
            return
        if fresh:
            self.rows[self._name] = self._run.rows
        if self._run.finished:
            self._next()
        if not self.is_running:
            self._timer.stop()
            self.state = DONE
        if fresh or not self.is_running:
            self._show()
            self.progressed.emit()

    def _fail(self, error: Exception) -> None:
        assert self._run is not None
        self.rows[self._name] = self._run.rows
        self.cancel()
        self.state = FAILED
        self._show()
        if isinstance(error, BadInput):
            self.failed.emit(str(error))
            return
        log = write_log(details_of(error))
        self.failed.emit(self.tr("A run has failed; the others stay. Details are in {file}.").format(file=str(log)))

    def cancel(self) -> None:
        """Stop; what is finished stays."""
        self._timer.stop()
        self._waiting = []
        if self._run is not None:
            self._run.cancel()
            self._run = None
            self.state = STOPPED
            self._show()
            self.progressed.emit()

    @property
    def done(self) -> int:
        """Runs that are finished."""
        return sum(len(rows) for rows in self.rows.values())

    def told(self) -> str:
        """How far the runs are, in words."""
        words = {
            RUNNING: self.tr("{done} of {all} runs, {left} left") if self.done else self.tr("the first of {all} runs"),
            STOPPED: self.tr("stopped: {done} of {all} runs"),
            FAILED: self.tr("a run failed: {done} of {all} runs"),
            DONE: self.tr("all {all} runs done"),
        }.get(self.state, "")
        milliseconds = self._begun.elapsed() * (self._whole - self.done) / max(self.done, 1) if self.plans else 0
        left = duration(max(round(milliseconds / 1000), 1) if milliseconds < 120_000 else milliseconds // 60_000 * 60)
        return words.format(done=number(self.done), all=number(self._whole), left=left)

    def _show(self) -> None:
        self.button.setEnabled(not self.is_running)
        self.seeds.setEnabled(not self.is_running)
        self.stop.setEnabled(self.is_running)
        self.bar.setVisible(bool(self.plans))
        self.bar.setRange(0, self._whole)
        self.bar.setValue(self.done)
        told = self.told()
        self.bar.setFormat(told)
        self.bar.setAccessibleDescription(told)
