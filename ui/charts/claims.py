"""The post's claims, each with what this market measures, a computed verdict, and where its number comes from."""

import math
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from model.claims import INPUT, NOT_MEASURED, NOT_REPRODUCED, REPRODUCED, judge, plans
from model.ensemble import Plan
from model.frame import Frame
from model.parameter import Provenance
from model.scenario import find_scenario
from model.session import Change, Session
from ui.charts.chart import Chart, Table
from ui.charts.run_bar import RunBar
from ui.sources import badge_text
from ui.text import NONE, counted, money, number, percent, times, translate, unbroken
from ui.theme import current, font, mixed, pixels

BUTTON = "nuclear-button"
COLUMNS, CLOSE = (0.40, 0.12, 0.20, 0.15, 0.13), (0.42, 0.15, 0.21, 0.12, 0.10)
"""Widths: claim, claimed, measured, verdict, provenance; where room is short the last two are signs."""
WORDY = 62
"""Width, in letters of small text, from which verdict and provenance are written out."""
SIGNS = {REPRODUCED: "✓", NOT_REPRODUCED: "✕", INPUT: "→", NOT_MEASURED: "?"}
LEAST_LINES = 2.2


def written(value: float | None, unit: str) -> str:
    """A claim's number in its unit."""
    if value is None or not math.isfinite(value):
        return NONE
    if unit == "usd":
        return money(value)
    if unit == "part":
        return percent(value, 0 if abs(value) >= 0.1 else 1)
    if unit == "times":
        return times(value)
    return translate("Claims", "{number} BTC").format(number=number(value)) if unit == "btc" else number(value, 2)


def range_text(low: float | None, high: float | None, unit: str) -> str:
    """A claimed range in words: a point, from something on, or between two."""
    if low == high or low is None:
        return written(low, unit)
    if high is None:
        return translate("Claims", "{low} or more").format(low=written(low, unit))
    if abs(low) < 1e-6:
        return translate("Claims", "more than nothing")
    return translate("Claims", "{low} to {high}").format(low=written(low, unit), high=written(high, unit))


class ClaimsChart(Chart):
    """A table of two lines a claim, painted so that it can be saved like any chart."""

    key = "claims"
    of_this_run = False

    def __init__(self, session: Session, bar: RunBar, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._bar = bar
        self.judged: list[dict[str, Any]] = []
        self._tops: list[float] = [0.0]
        """Where each row begins below the heads, and where the last one ends."""
        bar.progressed.connect(self.read)
        self.read()
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Claims of the post"))

    def read(self) -> None:
        """Judge by the runs that are finished."""
        self.judged = judge(self._bar.rows)
        self._measure()
        self.update()

    def restyle(self) -> None:
        """Another look or width: another height."""
        self._measure()
        super().restyle()

    def _measure(self) -> None:
        """Each row is as high as its longest cell needs."""
        metrics, wrap = QFontMetricsF(font("small")), Qt.TextFlag.TextWordWrap
        tops, rooms = [0.0], [QRectF(0, 0, max((self.width() - 12) * part - 8, 40), 1000) for part in self._columns[:3]]
        for row in self.judged:
            cells = zip(rooms, self._cells(row), strict=True)
            needed = max(metrics.boundingRect(room, wrap, unbroken(text)).height() for room, text in cells)
            tops.append(tops[-1] + max(math.ceil(needed) + 6, pixels("small") * LEAST_LINES))
        self._tops = tops
        self.setFixedHeight(math.ceil(self.head + pixels("small") * 2 + tops[-1]) + 2)

    def resizeEvent(self, event: QEvent) -> None:
        """Qt: another size; another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._measure()

    def _cells(self, row: dict[str, Any]) -> tuple[str, str, str]:
        """Words of a row that may take several lines: the claim, what is claimed, what is measured."""
        claimed, unit = row["claimed"], row["unit"]
        return self.claim_text(row), range_text(claimed["low"], claimed["high"], unit), self.measured_text(row)

    @property
    def _wordy(self) -> bool:
        return self.width() >= WORDY * pixels("small")

    @property
    def _columns(self) -> tuple[float, ...]:
        return COLUMNS if self._wordy else CLOSE

    def claim_text(self, row: dict[str, Any]) -> str:
        """Number and words of a claim."""
        return self.tr("{id}  {text}").format(id=number(row["id"]), text=translate("Claims", row["text"]))

    def title(self) -> str:
        """What is shown."""
        counts = [sum(row["verdict"] == verdict for row in self.judged) for verdict in SIGNS]
        yes, no, inputs, unmeasured = counts
        seeds = len({row.seed for rows in self._bar.rows.values() for row in rows})
        if not seeds:
            return self.tr("nothing is measured yet: choose a number of seeds and press Run")
        words = self.tr("{seeds}: {yes} reproduced, {no} not, {inputs}, {open} not measured")
        return words.format(
            seeds=counted(seeds, self.tr("{count} seed"), self.tr("{count} seeds")), yes=number(yes), no=number(no),
            inputs=counted(inputs, self.tr("{count} input"), self.tr("{count} inputs")), open=number(unmeasured),
        )  # fmt: skip

    def caption(self) -> str:
        """The runs are others than the one on stage."""
        return translate("Scenarios", self.session.scenario.title)

    def verdict_text(self, verdict: str) -> str:
        """A verdict in words."""
        words = {
            REPRODUCED: self.tr("reproduced"), NOT_REPRODUCED: self.tr("not reproduced"), INPUT: self.tr("input"),
            NOT_MEASURED: self.tr("not measured"),
        }  # fmt: skip
        return words[verdict]

    def provenance_text(self, provenance: str) -> str:
        """Where a number comes from, in words."""
        words = {
            "measured": self.tr("measured"), "claimed": self.tr("claimed"), "rule": self.tr("rule"),
            "measured on assumed rules": self.tr("assumed rules"),
        }  # fmt: skip
        return words.get(provenance, provenance)

    def provenance_sign(self, provenance: str) -> str:
        """The same as the letter that stands for it everywhere."""
        kinds = {
            "claimed": Provenance.CLAIMED,
            "rule": Provenance.RULE,
            "measured on assumed rules": Provenance.ASSUMED,
        }
        return badge_text(kinds.get(provenance))

    # --- drawing ----------------------------------------------------------------------------------------------------

    def boxes(self, n: int) -> list[QRectF]:
        """The cells of a claim."""
        room, x, top = self.width() - 12, 6.0, self.head + pixels("small") * 1.8
        found, tall = [], self._tops[n + 1] - self._tops[n]
        for part in self._columns:
            found.append(QRectF(x, top + self._tops[n], room * part - 8, tall))
            x += room * part
        return found

    def paint(self, painter: QPainter) -> None:
        """All of it, as last judged."""
        self.from_picture(painter, (id(self.judged), self.title()), self._draw)

    def _draw(self, painter: QPainter) -> None:
        """Heads and rows."""
        theme, small = current(), pixels("small")
        painter.fillRect(self.rect(), theme.panel)
        self.heading.paint(painter)
        painter.setFont(font("small", bold=True))
        painter.setPen(theme.text_soft)
        for words, box in zip(self.heads(), self.boxes(0), strict=True):
            line = QRectF(box.left(), self.head, box.width(), small * 1.6)
            fitted = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitted)
        for n, row in enumerate(self.judged):
            self._draw_row(painter, n, row)

    def heads(self) -> tuple[str, ...]:
        """Words above the columns."""
        measured = self.tr("measured (80 % of runs)")
        if QFontMetricsF(font("small", bold=True)).horizontalAdvance(measured) > self.boxes(0)[2].width():
            measured = self.tr("measured")
        source = self.tr("source") if self._wordy else self.tr("from")
        return self.tr("claim"), self.tr("claimed"), measured, self.tr("verdict"), source

    def _draw_row(self, painter: QPainter, n: int, row: dict[str, Any]) -> None:
        theme, boxes = current(), self.boxes(n)
        painter.setPen(QPen(theme.grid, 1))
        painter.drawLine(QPointF(6, boxes[0].top()), QPointF(self.width() - 6, boxes[0].top()))
        painter.setFont(font("small"))
        for text, box in zip(self._cells(row), boxes, strict=False):
            painter.setPen(theme.text if box is boxes[0] else theme.text_soft)
            wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(0, 2, 0, -2), wrap, unbroken(text))
        verdict, source = SIGNS[row["verdict"]], self.provenance_sign(row["provenance"])
        if self._wordy:
            verdict = self.tr("{sign} {words}").format(sign=verdict, words=self.verdict_text(row["verdict"]))
            source = self.provenance_text(row["provenance"])
        self._draw_badge(painter, boxes[3], verdict, self.tint(row["verdict"]))
        if self.has_source(row):
            self._draw_badge(painter, boxes[4], source, theme.text_faint)
        else:
            painter.setPen(theme.text_soft)
            painter.drawText(boxes[4], Qt.AlignmentFlag.AlignVCenter, NONE)

    def has_source(self, row: dict[str, Any]) -> bool:
        """Whether there is a number of which to say where it is from: what is to be measured has none before the runs."""
        return row["measured"] is not None or not row["provenance"].startswith("measured")

    def tint(self, verdict: str) -> QColor:
        """A verdict's colour; its sign and words say the same."""
        theme = current()
        return {REPRODUCED: theme.good, NOT_REPRODUCED: theme.ask_text}.get(verdict, theme.text_faint)

    def _draw_badge(self, painter: QPainter, box: QRectF, words: str, color: QColor) -> None:
        theme, metrics, small = current(), QFontMetricsF(painter.font()), pixels("small")
        fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() - 12)
        pill = QRectF(box.left(), box.center().y() - small * 0.85, metrics.horizontalAdvance(fitted) + 12, small * 1.7)
        painter.setPen(QPen(color, 1))
        painter.setBrush(mixed(theme.panel, color, 0.1))
        painter.drawRoundedRect(pill, 5, 5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(color)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, fitted)

    def measured_text(self, row: dict[str, Any]) -> str:
        """Median and range."""
        found = row["measured"]
        if found is None:
            return NONE
        low, half, high = (written(found[name], row["unit"]) for name in ("p10", "p50", "p90"))
        return half if low == high else self.tr("{half} ({low} to {high})").format(half=half, low=low, high=high)

    # --- exact words ------------------------------------------------------------------------------------------------

    def told_at(self, place: QPointF) -> list[str]:
        """What is measured, what others report, and why the verdict is so."""
        for n, row in enumerate(self.judged):
            if self.boxes(n)[0].top() <= place.y() < self.boxes(n)[0].bottom():
                lines = [
                    self.tr("measured: {words}").format(words=translate("Claims", row["measured_as"])),
                    self.tr("reported elsewhere: {words}").format(words=translate("Claims", row["reported"])),
                ]
                reason = self.tr("{verdict}: {why}") if row["why"] else self.tr("{verdict}")
                return [*lines, reason.format(verdict=self.verdict_text(row["verdict"]), why=row["why"])]
        return []

    def spots(self) -> list[QPointF]:
        """A place a claim."""
        return [QPointF(self.width() * 0.2, self.boxes(n)[0].center().y()) for n in range(len(self.judged))]

    def table(self) -> Table:
        """A row a claim."""
        columns = ("claim", "text", "unit", "claimed from", "claimed to", "p10", "p50", "p90", "verdict", "why",
                   "provenance", "reported")  # fmt: skip
        rows = []
        for row in self.judged:
            found = row["measured"] or {}
            claimed = row["claimed"]
            high = "" if claimed["high"] is None else claimed["high"]
            numbers = (found.get(name, "") for name in ("p10", "p50", "p90"))
            words = (row["verdict"], row["why"], row["provenance"], row["reported"])
            rows.append((row["id"], row["text"], row["unit"], claimed["low"], high, *numbers, *words))
        return Table(columns, rows)


class ClaimsView(QWidget):
    """The bar above, the table below; it scrolls."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.bar = RunBar(self._plans)
        self.chart = ClaimsChart(session, self.bar)
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

    def _plans(self, seeds: int) -> dict[str, Plan]:
        """This scenario, and the nuclear button."""
        return plans(self._session.scenario, find_scenario(BUTTON), tuple(range(1, seeds + 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self.chart.restyle()

    def refresh(self, change: Change, frame: Frame) -> None:
        """A word about the table for a screen reader."""
        self.chart.refresh(change, frame)
