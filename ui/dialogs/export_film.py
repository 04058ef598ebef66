"""Export of a span of time: from, to, each how many seconds, what and how large; then progress, and a way to stop."""

import re
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.session import Session
from ui.charts.chart import Chart
from ui.controls.eliding import ElidingChoice
from ui.controls.numbers import Whole
from ui.dialogs.room import EDGE, polish, size_within
from ui.film import MOST, Film, Shots
from ui.settings import Settings
from ui.text import clock, counted, number
from ui.theme import pixels

SIZES = ((1280, 720), (960, 540), (1920, 1080))
SPAN, FRAMES = 600, 60
CLOCK = re.compile(r"^[0-9]{0,6}(:[0-9]{0,2}){0,2}$")
PLACES = ("window", "stage")
"""What can be chosen beside the chart in sight."""


class Moment(Whole):
    """A second of the market, written as its clock and understood as such or as a number of seconds."""

    def textFromValue(self, value: int) -> str:
        """Qt: how a number is written."""
        return clock(value)

    def valueFromText(self, words: str) -> int:
        """Qt: the number that is meant."""
        seconds = 0
        for part in words.strip().split(":"):
            seconds = seconds * 60 + int(part or 0)
        return seconds

    def validate(self, words: str, place: int) -> tuple[QValidator.State, str, int]:
        """Qt: whether a number can be meant."""
        if not CLOCK.match(words.strip()):
            return QValidator.State.Invalid, words, place
        inside = self.minimum() <= self.valueFromText(words) <= self.maximum()
        return QValidator.State.Acceptable if inside else QValidator.State.Intermediate, words, place


class ExportFilmDialog(QDialog):
    """Asks, makes, tells."""

    def __init__(self, session: Session, settings: Settings, chart: Chart, parent: QWidget | None = None) -> None:
        """`chart` is the one in sight."""
        super().__init__(parent)
        self._session, self._settings, self.chart = session, settings, chart
        self.film: Film | None = None
        self.first, self.last, self.every = Moment(), Moment(), Whole()
        for box in (self.first, self.last):
            box.setRange(0, session.length)
        self.every.setRange(1, 3600)
        self.view, self.size_choice, self.kind = ElidingChoice(), ElidingChoice(), ElidingChoice()
        self.told = QLabel(wordWrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.start_button, self.stop_button = QPushButton(), QPushButton()
        self.start_button.clicked.connect(self.ask_place)
        self.stop_button.clicked.connect(self.stop)
        self._fields = (self.first, self.last, self.every, self.view, self.size_choice, self.kind)
        self._labels = [QLabel() for _ in self._fields]
        self._arrange()
        self._begin_values()
        for number_box in (self.first, self.last, self.every):
            number_box.valueChanged.connect(self._count)
        self.retranslate()

    def _arrange(self) -> None:
        self._form = form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.start_button)
        row.addWidget(self.stop_button)
        self._column = column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.progress)
        column.addLayout(row)
        self.progress.hide()
        for choice in (self.view, self.size_choice, self.kind):
            choice.setSizeAdjustPolicy(ElidingChoice.SizeAdjustPolicy.AdjustToContents)
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _begin_values(self) -> None:
        """The ten minutes that end now, in about sixty pictures."""
        last = min(max(self._session.step, 1), self._session.length)
        first = max(last - SPAN, 0)
        self.first.setValue(first)
        self.last.setValue(last)
        self.every.setValue(max(1, (last - first) // FRAMES))

    def retranslate(self) -> None:
        """Write all words again."""
        self.setWindowTitle(self.tr("Export a span of time"))
        titles = (
            self.tr("From"),
            self.tr("To"),
            self.tr("Seconds between pictures"),
            self.tr("What"),
            self.tr("Size"),
            self.tr("As"),
        )
        for label, title, field in zip(self._labels, titles, self._fields, strict=True):
            label.setText(title)
            field.setAccessibleName(title)
        sizes = [self.tr("{width} × {height}").format(width=width, height=height) for width, height in SIZES]
        views = [self.tr("the whole window"), self.tr("the stage"), self.tr("the chart in sight")]
        kinds = [self.tr("animated GIF"), self.tr("PNG files, one a picture")]
        for choice, words in ((self.view, views), (self.size_choice, sizes), (self.kind, kinds)):
            place = max(choice.currentIndex(), 0)
            choice.clear()
            choice.addItems(words)
            choice.setCurrentIndex(place)
        self.start_button.setText(self.tr("Export …"))
        self.stop_button.setText(self.tr("Stop") if self.film else self.tr("Close"))
        self.progress.setAccessibleName(self.tr("Pictures made"))
        self._count()
        self._fit()

    def _fit(self) -> None:
        """Labels beside their fields where the screen is wide enough, else above them; all fields of one width."""
        polish(self)
        label = max(label.sizeHint().width() for label in self._labels)
        field = max(field.sizeHint().width() for field in self._fields)
        width = min(label + field + pixels("body") * 4, self.screen().availableSize().width() - EDGE)
        edges = self._column.contentsMargins()
        whole = width - edges.left() - edges.right()
        beside = whole - label - self._form.horizontalSpacing()
        policies = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policies.DontWrapRows if beside >= field else policies.WrapAllRows)
        for part in self._fields:
            part.setMinimumWidth(beside if beside >= field else whole)
        size_within(self, width, self._column.totalHeightForWidth(width))

    def shots(self) -> Shots:
        """What was asked for."""
        size = QSize(*SIZES[self.size_choice.currentIndex()])
        place, segments = self.view.currentIndex(), self.chart.segments
        view = (*PLACES, self.chart.key)[place]
        reading = segments.choice if segments is not None else 0
        return Shots(self.first.value(), self.last.value(), self.every.value(), view, size, reading)

    def _count(self) -> None:
        shots = self.shots()
        count = len(shots.steps)
        span, pictures = (
            self.tr("{pictures}, from {first} to {last}."),
            (self.tr("{count} picture"), self.tr("{count} pictures")),
        )
        told = span.format(pictures=counted(count, *pictures), first=clock(shots.first), last=clock(shots.last))
        if count == 0:
            told = self.tr("The span ends before it begins.")
        elif count > MOST:
            told = self.tr("{count} pictures are too many; at most {most}.").format(
                count=number(count), most=number(MOST)
            )
        self.told.setText(told)
        self.start_button.setEnabled(self.film is None and 0 < count <= MOST)

    def ask_place(self) -> None:
        """Let the user choose where to write, and begin."""
        gif = self.kind.currentIndex() == 0
        kinds = self.tr("Animated pictures (*.gif)") if gif else self.tr("Pictures (*.png)")
        title, ending = self.tr("Export a span of time"), ".gif" if gif else ".png"
        path, _ = QFileDialog.getSaveFileName(self, title, self._settings.folder, kinds)
        if path:
            self.make(Path(path if path.lower().endswith(ending) else path + ending))

    def make(self, path: Path) -> None:
        """Make the film; the window goes on meanwhile."""
        self._settings.folder = str(path.parent)
        self.film = Film(self._session, self.shots(), path, self)
        self.film.progress.connect(self._advance)
        self.film.finished.connect(self._finish)
        self.film.failed.connect(self._fail)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.start_button.setEnabled(False)
        self.stop_button.setText(self.tr("Stop"))
        self.told.setText(self.tr("Computing up to the first picture …"))
        self.film.start()

    def _advance(self, done: int, whole: int) -> None:
        self.progress.setRange(0, whole)
        self.progress.setValue(done)
        self.told.setText(self.tr("picture {done} of {all}").format(done=number(done), all=number(whole)))

    def _close_film(self, told: str) -> None:
        self.film = None
        self.progress.hide()
        self._count()
        self.stop_button.setText(self.tr("Close"))
        self.told.setText(told)

    def _finish(self, path: str) -> None:
        self._close_film(self.tr("Written: {path}").format(path=path))

    def _fail(self, reason: str) -> None:
        self._close_film(reason)

    def stop(self) -> None:
        """Stop what is being made; with nothing to stop, close."""
        if self.film is None:
            self.reject()
            return
        self.film.cancel()
        self._close_film(self.tr("Stopped: nothing was written of the animation."))

    def reject(self) -> None:
        """Qt: closed; what is being made ends with it."""
        if self.film is not None:
            self.film.cancel()
            self.film = None
        super().reject()
