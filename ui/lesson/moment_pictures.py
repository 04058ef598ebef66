"""Pictures of a lesson's moments, made in a market of their own, in the light look, as print wants it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from model.lesson import MAIN, Lesson
from model.lesson_play import Played
from model.session import Session
from ui import theme
from ui.lesson.reveal import details_of, show_chart
from ui.lesson.trial_strip import TrialStrip
from ui.shot import picture
from ui.window import Window

SCALE = 1.5
"""Size of the words: on paper a picture is half as wide as on screen."""
FULL_AT_ONCE = ("liquidation-map",)
"""Charts that do not grow with the run."""


@contextmanager
def print_look() -> Iterator[None]:
    """The look that paper wants, for as long as pictures are made: a change of look restyles every window."""
    look, scale = theme.current().name, theme.keeper.scale
    theme.set_theme(theme.LIGHT.name)
    theme.keeper.set_scale(SCALE)
    try:
        yield
    finally:
        theme.set_theme(look)
        theme.keeper.set_scale(scale)


class MomentPictures:
    """Visits moments of a lesson and draws the stage, or the chart that the step is about."""

    def __init__(self, lesson: Lesson, played: Played, size: QSize) -> None:
        self._lesson, self._played, self._size = lesson, played, size
        self._session = Session(lesson.scenario)
        self._session.foresee(lesson.edits)
        self._roads = {MAIN: 0}
        self._kept: dict[tuple[int, str], QImage] = {}

    def visit(self, number: int) -> Session:
        """The lesson's market at a step."""
        session, step = self._session, self._lesson.steps[number]
        if step.road not in self._roads:
            self._take(MAIN)
            edits = self._lesson.roads[step.road]
            session.go(edits[0].step)
            for edit in edits:
                session.change(edit.key, edit.value)
            self._roads[step.road] = session.branch.number
        self._take(step.road)
        session.go(self._played.seconds[number])
        asset = self._lesson.asset_at(number)
        if asset:
            session.select(session.symbols.index(asset))
        return session

    def _take(self, road: str) -> None:
        session = self._session
        branch = session.timeline.branches[self._roads[road]]
        if session.branch is not branch:
            session.go(min(session.step, branch.horizon))
            session.take_branch(branch.number)

    def of(self, number: int, asked: bool = False) -> QImage:
        """The picture of a step; where something is `asked` a chart that is still empty gives way to the stage."""
        step = self._lesson.steps[number]
        if step.trial and not asked:
            return self._trial(step.trial)
        chart = step.chart
        chart = "" if asked and chart not in FULL_AT_ONCE else chart
        if (number, chart) not in self._kept:
            session = self.visit(number)
            self._kept[number, chart] = picture(
                session, "charts" if chart else "stage", self._size, lambda window: self._arrange(window, number, chart)
            )
            session.hush()
        return self._kept[number, chart]

    def _trial(self, name: str) -> QImage:
        """A trial's strokes."""
        trial = next(trial for trial in self._lesson.trials if trial.name == name)
        strip = TrialStrip(trial.measure, self._played.trials[name])
        strip.resize(self._size)
        image = QImage(self._size, QImage.Format.Format_RGB32)
        image.fill(theme.current().panel)
        painter = QPainter(image)
        strip.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        return image

    def _arrange(self, window: Window, number: int, chart: str) -> None:
        """Nothing but the chart, or of the stage nothing but what the lesson has introduced."""
        window.stage.show_only(details_of("stage", self._lesson.shown(number)))
        if chart:
            window.charts.show_only(frozenset({chart}))
            show_chart(window, chart)
