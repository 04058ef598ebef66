"""One flattering run proves nothing: every cure over many seeds, a dot a run, and in how many it was better."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from model.ensemble import Plan, Row
from model.frame import Frame
from model.parameters import BY_KEY
from model.scenario import POLICIES
from model.session import Change, Session
from ui.charts.chart import Chart, Table
from ui.charts.run_bar import RunBar
from ui.charts.time_chart import nice_ticks
from ui.text import money, number, parameter_title, points, translate
from ui.theme import current, font, pixels, with_alpha

ENSEMBLE, NONE = "ensemble", "none"
AXIS_LINES = 1.8
ROW_LINES = 1.5
"""Least height of a strip, in lines of small text; where the view is lower, it scrolls."""


class Reading(NamedTuple):
    """One way to judge: the run's number, times what so that more is better, and how differences are written."""

    name: str
    number: str
    better: float
    written: Callable[[float], str]


class Strip(NamedTuple):
    """One policy: seeds, its improvement on each against nothing on the same seed."""

    policy: str
    seeds: tuple[int, ...]
    gain: NDArray[np.float64]

    @property
    def better(self) -> int:
        """Runs in which it helped."""
        return int((self.gain > 0).sum())

    @property
    def worse(self) -> int:
        """Runs in which it harmed."""
        return int((self.gain < 0).sum())


def strips(rows: list[Row], number_name: str, better: float) -> list[Strip]:
    """Each policy against no policy on the same seeds, in the order of the plan."""
    base = {row.seed: row.numbers.get(number_name) for row in rows if row.policy == NONE}
    found = []
    for policy in dict.fromkeys(row.policy for row in rows if row.policy != NONE):
        pairs = [
            (row.seed, better * (mine - theirs))
            for row in rows if row.policy == policy
            and (mine := row.numbers.get(number_name)) is not None and (theirs := base.get(row.seed)) is not None
        ]  # fmt: skip
        if pairs:
            found.append(Strip(policy, tuple(seed for seed, _ in pairs), np.array([gain for _, gain in pairs])))
    return found


def policy_title(policy: str) -> str:
    """A policy's words: those of its switch, or what several together are."""
    if "+" in policy:
        return translate("Charts", "all of them together")
    keys = [key for key in POLICIES.get(policy, {}) if key in BY_KEY]
    if len(keys) > 1:
        return translate("Charts", "the post's five cures")
    return parameter_title(BY_KEY[keys[0]]) if keys else policy


class EnsembleChart(Chart):
    """A strip a policy: right of zero it helped, left it harmed; the bar holds 80 % of the runs, the tick halves them."""

    key = "ensemble"
    of_this_run = False

    def __init__(self, session: Session, bar: RunBar, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._bar = bar
        self.reading = 0
        self.told_of = session.scenario
        """The scenario that was run."""
        bar.progressed.connect(self._grow)
        self.retranslate()
        self.offer()
        self._grow()

    def restyle(self) -> None:
        """Another look: other letters, and another height."""
        self._grow()
        super().restyle()

    def _grow(self) -> None:
        """High enough that no two strips overlap."""
        small = pixels("small")
        if self.segments is not None:
            self.segments.setVisible(bool(self.strips()))
        self.setMinimumHeight(round(self.head + len(self.strips()) * ROW_LINES * small + small * 2))
        self.update()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Cures over many runs"))

    def readings(self) -> tuple[Reading, ...]:
        """What cures can be judged by."""
        return (
            Reading(self.tr("liquidated"), "liquidated_usd", -1.0, money),
            Reading(self.tr("lowest BTC"), "low_btc", 100.0, points),
            Reading(self.tr("lowest altcoin"), "low_median_alt", 100.0, points),
            Reading(self.tr("bad debt"), "bad_debt_usd", -1.0, money),
        )

    def title(self) -> str:
        """What is shown; before the runs, what they are about."""
        words = self.tr("right: better than no cure, same seed") if self.strips() else self.tr("cures over many runs")
        if self.told_of.name == self.session.scenario.name:
            return words
        return self.tr("{scenario}; {words}").format(scenario=self.caption(), words=words)

    def caption(self) -> str:
        """The runs are others than the one on stage."""
        return translate("Scenarios", self.told_of.title)

    def choices(self) -> tuple[str, ...]:
        """Four ways to judge."""
        return tuple(reading.name for reading in self.readings())

    def chosen(self, choice: int) -> None:
        """Judge another way."""
        self.reading = choice

    def strips(self) -> list[Strip]:
        """What is drawn."""
        reading = self.readings()[self.reading]
        return strips(self._bar.rows.get(ENSEMBLE, []), reading.number, reading.better)

    def empty(self) -> str:
        """Nothing is run, or nothing finished."""
        if self.strips():
            return ""
        if self._bar.is_running:
            return self.tr("The first runs are under way.")
        return self.tr(
            "One run proves nothing. Choose a number of seeds and press Run: each cure is tried on every seed."
        )

    # --- drawing ----------------------------------------------------------------------------------------------------

    @property
    def plot(self) -> QRectF:
        """Room of the strips."""
        small, metrics = pixels("small"), QFontMetricsF(font("small"))
        names = max((metrics.horizontalAdvance(policy_title(strip.policy)) for strip in self.strips()), default=60.0)
        left = min(names, self.width() * 0.3) + 16
        right = metrics.horizontalAdvance(self._verdict(200, 200, 200)) + 18
        top = self.head + small * AXIS_LINES  # the axis is above: below it would be out of sight where the view scrolls
        return QRectF(left, top, self.width() - left - right, max(self.height() - top - small * 0.3, 1.0))

    def _verdict(self, better: int, whole: int, worse: int) -> str:
        words = self.tr("better in {better} of {whole}, worse in {worse}")
        return words.format(better=number(better), whole=number(whole), worse=number(worse))

    def limits(self) -> tuple[float, float]:
        """Ends of the axis: all runs, and zero."""
        gains = np.concatenate([strip.gain for strip in self.strips()] or [np.zeros(1)])
        low, high = min(float(gains.min()), 0.0), max(float(gains.max()), 0.0)
        room = max(high - low, 1e-9) * 0.04
        return low - room, high + room

    def dots(self) -> list[tuple[Strip, int, QPointF]]:
        """Every run: its strip, its place in it, and where it is drawn; runs are spread over the height by seed."""
        plot, (low, high), found = self.plot, self.limits(), []
        shown = self.strips()
        tall = plot.height() / max(len(shown), 1)
        for n, strip in enumerate(shown):
            count = len(strip.seeds)
            for place, gain in enumerate(strip.gain.tolist()):
                x = plot.left() + plot.width() * (gain - low) / (high - low)
                spread = (place * 7919 % count + 0.5) / count - 0.5
                found.append((strip, place, QPointF(x, plot.top() + tall * (n + 0.5 + 0.6 * spread))))
        return found

    def paint(self, painter: QPainter) -> None:
        """Axis, strips."""
        painter.fillRect(self.rect(), current().panel)
        self.heading.paint(painter)
        if self.empty():
            self.paint_empty(painter, QRectF(self.rect()).adjusted(20, self.head, -20, 0))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axis(painter)
        self._draw_strips(painter)

    def _draw_axis(self, painter: QPainter) -> None:
        theme, plot, (low, high), small = current(), self.plot, self.limits(), pixels("small")
        painter.setFont(font("small"))
        for value in nice_ticks(low, high, max(1, int(plot.width() / (small * 9)))):
            x = plot.left() + plot.width() * (value - low) / (high - low)
            painter.setPen(QPen(theme.text_soft if value == 0 else theme.grid, 1))
            painter.drawLine(QPointF(x, plot.top() - 3), QPointF(x, plot.bottom()))
            painter.setPen(theme.text_faint)
            box = QRectF(x - small * 5, self.head, small * 10, small * 1.6)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, self.readings()[self.reading].written(value))

    def _draw_strips(self, painter: QPainter) -> None:
        theme, plot, (low, high) = current(), self.plot, self.limits()
        shown, middle = self.strips(), Qt.AlignmentFlag.AlignVCenter
        tall, metrics = plot.height() / len(shown), QFontMetricsF(painter.font())
        for n, strip in enumerate(shown):
            top = plot.top() + n * tall
            ends = [
                plot.left() + plot.width() * (q - low) / (high - low) for q in np.quantile(strip.gain, (0.1, 0.5, 0.9))
            ]
            painter.fillRect(
                QRectF(ends[0], top + tall * 0.1, ends[2] - ends[0], tall * 0.8), with_alpha(theme.bid, 0.22)
            )
            painter.setPen(QPen(theme.text, 2))
            painter.drawLine(QPointF(ends[1], top + tall * 0.1), QPointF(ends[1], top + tall * 0.9))
            painter.setPen(theme.text_soft)
            room = plot.left() - 12
            name = metrics.elidedText(policy_title(strip.policy), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(2, top, room, tall), middle | Qt.AlignmentFlag.AlignRight, name)
            painter.setPen(theme.text)
            words = self._verdict(strip.better, len(strip.seeds), strip.worse)
            box = QRectF(plot.right() + 8, top, self.width() - plot.right() - 8, tall)
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(Qt.PenStyle.NoPen)
        for strip, place, at in self.dots():
            painter.setBrush(theme.bid if strip.gain[place] >= 0 else theme.ask)
            painter.drawEllipse(at, 2.6, 2.6)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # --- exact numbers ----------------------------------------------------------------------------------------------

    def told_at(self, place: QPointF) -> list[str]:
        """The run nearest to a place, and its strip."""
        dots = self.dots()
        if not dots or not self.plot.adjusted(-8, 0, 8, 0).contains(place):
            return []
        strip, n, at = min(dots, key=lambda dot: abs(dot[2].x() - place.x()) + 2 * abs(dot[2].y() - place.y()))
        written = self.readings()[self.reading].written
        low, half, high = (written(float(q)) for q in np.quantile(strip.gain, (0.1, 0.5, 0.9)))
        return [
            policy_title(strip.policy),
            self.tr("seed {seed}: {gain}").format(seed=number(strip.seeds[n]), gain=written(float(strip.gain[n]))),
            self.tr("median {half}, 80 % between {low} and {high}").format(half=half, low=low, high=high),
            self._verdict(strip.better, len(strip.seeds), strip.worse),
        ]

    def spots(self) -> list[QPointF]:
        """Every run, strip by strip."""
        return [at for _, _, at in self.dots()]

    def table(self) -> Table:
        """A row for each finished run: seed, policy, digest, and all its numbers."""
        rows = self._bar.rows.get(ENSEMBLE, [])
        names = list(dict.fromkeys(name for row in rows for name in row.numbers))
        columns = ("seed", "policy", "digest", *names)
        return Table(columns, [
            (row.seed, row.policy, row.digest, *("" if (v := row.numbers.get(name)) is None else v for name in names))
            for row in rows
        ])  # fmt: skip


class EnsembleView(QWidget):
    """The bar above, the strips below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.bar = RunBar(self._plan)
        self.chart = EnsembleChart(session, self.bar)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)

    def _plan(self, seeds: int) -> dict[str, Plan]:
        """Every cure on this scenario."""
        self.chart.told_of = self._session.scenario
        return {ENSEMBLE: Plan(self._session.scenario, tuple(POLICIES), tuple(range(1, seeds + 1)))}

    def refresh(self, change: Change, frame: Frame) -> None:
        """A word about the chart for a screen reader."""
        self.chart.refresh(change, frame)
