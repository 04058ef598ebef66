"""The comparison in sight on one page of PDF: both roads now and over time, the differences, what was changed, where from."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from model import __version__
from model.bad_input import BadInput
from model.files import write_atomically
from model.parameters import BY_KEY
from model.session import Session
from model.timeline import Edit
from ui.charts.chart import Chart
from ui.charts.liquidations import LiquidationsChart
from ui.charts.prices import PricesChart
from ui.panels.difference import Row, rows_of, sentence_of
from ui.problem_words import problem_words
from ui.replica import Canvas, Replica
from ui.sources import badge_text
from ui.text import clock, parameter_title, translate, value_text
from ui.theme import LIGHT, worn

DPI = 150
PICTURE, LETTERS = QSize(1240, 540), 1.25
"""Pixels of a picture, and its size of text: a page is read from nearer than a screen, but it is much smaller."""
MOST_PART = 0.86
"""Widest that a picture may be, against the page; it shrinks when there is much to say."""
CHART = QSize(590, 250)
"""Size of the charts, in pixels of a screen."""
CHART_PART = 0.49
MARGIN_MM = 14.0
INK, SOFT, RULE = QColor("#12181f"), QColor("#45515e"), QColor("#c9d1da")
SIZES = {"title": 17, "heading": 12, "body": 9, "small": 8}
"""Points."""
COLUMNS = (0.0, 0.52, 0.78)
"""Where the columns of the table begin, against the page."""
ROW_LINES = 1.12
MOST_EDITS = 9


class Words(NamedTuple):
    """Everything that the page says."""

    title: str
    about: str
    sentence: str
    captions: tuple[str, str]
    over_time: str
    rows: list[Row]
    changes: list[str]
    note: str


def change_words(edit: Edit) -> str:
    """One change of a parameter, in words."""
    parameter = BY_KEY.get(edit.key)
    if parameter is None:
        return translate("Report", "{clock}: {key}").format(clock=clock(edit.step), key=edit.key)
    template = translate("Report", "{clock}: {title} {value} ({badge})")
    return template.format(
        clock=clock(edit.step), title=parameter_title(parameter), value=value_text(parameter, edit.value),
        badge=badge_text(parameter.provenance),
    )  # fmt: skip


def words_of(session: Session) -> Words:
    """The page of a session now; a road without another to compare has one picture and no table."""
    scenario, found = session.scenario, session.difference()
    symbol, now = session.symbols[session.asset], clock(session.step)
    title = translate("Scenarios", scenario.title)
    about = translate("Report", "{symbol} at {clock}, seed {seed}, scenario {name}, Cascade Lab {version}")
    changes = [change_words(edit) for edit in session.branch.edits]
    if len(changes) > MOST_EDITS:
        rest = translate("Report", "and {count} more").format(count=str(len(changes) - MOST_EDITS + 1))
        changes = [*changes[: MOST_EDITS - 1], rest]
    return Words(
        title,
        about.format(symbol=symbol, clock=now, seed=str(session.seed), name=scenario.name, version=__version__),
        sentence_of(found, symbol)
        if found
        else translate("Report", "There is only one road so far: nothing is compared."),
        (translate("Report", "The other road"), translate("Report", "This road")),
        translate("Report", "Over time; dashed: the other road") if found else translate("Report", "Over time"),
        rows_of(found, symbol) if found else [],
        changes or [translate("Report", "nothing was changed")],
        translate(
            "Report",
            "All results are measured in this run of a stylised model; under another seed they differ. Parameters are "
            "claimed in the post (C), reported elsewhere (R), published rules (§) or assumed (A). The model depicts no "
            "firm's conduct and forecasts no price.",
        ),
    )


class Sheet:
    """Writes from the top of a page to its end."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, is_drawn: bool = True) -> None:
        """What is not drawn only takes its room, to see how much is left."""
        self._painter, self._is_drawn = painter, is_drawn
        self.width, self.height = float(writer.width()), float(writer.height())
        self.y = 0.0

    def _font(self, role: str, bold: bool) -> QFont:
        made = QFont()
        made.setPointSizeF(SIZES[role])
        made.setBold(bold)
        return made

    def write(self, words: str, role: str, bold: bool = False, soft: bool = False) -> None:
        """Write across the page below what stands there."""
        painter = self._painter
        painter.setFont(self._font(role, bold))
        painter.setPen(SOFT if soft else INK)
        place = QRectF(0, self.y, self.width, self.height)
        taken = painter.boundingRect(place, Qt.TextFlag.TextWordWrap, words)
        if self._is_drawn:
            painter.drawText(place, Qt.TextFlag.TextWordWrap, words)
        self.y += taken.height() + DPI * 0.05

    def row(self, cells: Sequence[str], columns: Sequence[float]) -> None:
        """A line of a table; all of it on one base line, whatever letters it is made of. The second cell is bold."""
        painter = self._painter
        painter.setFont(self._font("body", bold=True))
        metrics = painter.fontMetrics()
        base = self.y + metrics.ascent()
        painter.setPen(INK)
        for n, (words, column) in enumerate(zip(cells, columns, strict=True)):
            painter.setFont(self._font("body", bold=n == 1))
            if self._is_drawn:
                painter.drawText(QPointF(self.width * column, base), words)
        self.y += metrics.height() * ROW_LINES

    def picture(self, image: QImage, width: float) -> None:
        """A picture with an edge, so wide."""
        room = QRectF(0, self.y, width, width * image.height() / image.width())
        if self._is_drawn:
            self._painter.drawImage(room, image)
            self._edge(room)
        self.y += room.height() + DPI * 0.08

    def charts(self, shown: Sequence[Chart]) -> None:
        """Charts side by side, line by line and not as pictures."""
        wide, painter = self.width * CHART_PART, self._painter
        scale = wide / CHART.width()
        for n, chart in enumerate(shown if self._is_drawn else ()):
            painter.save()
            painter.translate(self.width - wide if n else 0.0, self.y)
            painter.scale(scale, scale)
            painter.setClipRect(QRectF(0, 0, CHART.width(), CHART.height()))
            chart.paint(painter)
            painter.restore()
            self._edge(QRectF(self.width - wide if n else 0.0, self.y, wide, CHART.height() * scale))
        self.y += CHART.height() * scale + DPI * 0.08

    def _edge(self, room: QRectF) -> None:
        self._painter.setPen(QPen(RULE, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(room)

    def space(self) -> None:
        """A little room, before a heading."""
        self.y += DPI * 0.07

    def rule(self) -> None:
        """A thin line across the page."""
        if self._is_drawn:
            self._painter.fillRect(QRectF(0, self.y, self.width, 1), RULE)
        self.y += DPI * 0.06


def verdict_word(row: Row) -> str:
    """Whether a row is better, the same or worse, in a word."""
    context = "DifferencePanel"
    words = {1: translate(context, "better"), 0: translate(context, "same"), -1: translate(context, "worse")}
    return words[row.verdict]


def _write(sheet: Sheet, words: Words, pictures: list[QImage], charts: Sequence[Chart], width: float) -> None:
    """Everything, from the top to the end; the pictures are so wide."""
    sheet.write(words.title, "title", bold=True)
    sheet.write(words.about, "small", soft=True)
    sheet.rule()
    sheet.write(words.sentence, "heading", bold=True)
    captions = words.captions if len(pictures) > 1 else words.captions[1:]
    for caption, image in zip(captions, pictures, strict=False):
        sheet.write(caption, "small", soft=True)
        sheet.picture(image, width)
    if charts:
        sheet.write(words.over_time, "small", soft=True)
        sheet.charts(charts)
    if words.rows:
        sheet.space()
        sheet.write(translate("Report", "Differences to the other road, same seed"), "heading", bold=True)
        for row in words.rows:
            sheet.row((row.title, row.value, verdict_word(row)), COLUMNS)
    sheet.space()
    sheet.write(translate("Report", "Changed on this road"), "heading", bold=True)
    sheet.write("\n".join(words.changes), "body")
    sheet.rule()
    sheet.write(words.note, "small", soft=True)


def page(words: Words, pictures: list[QImage], charts: Sequence[Chart] = ()) -> bytes:
    """The page as a PDF file: the pictures take the room that the words leave."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    writer.setTitle(words.title)
    writer.setCreator(QCoreApplication.applicationName())
    painter = QPainter(writer)
    trial = Sheet(writer, painter, is_drawn=False)
    _write(trial, words, pictures, charts, 0.0)
    tall = sum(image.height() / image.width() for image in pictures)
    left = trial.height - trial.y - DPI * 0.02
    width = min(left / max(tall, 1e-9), trial.width * MOST_PART)
    _write(Sheet(writer, painter), words, pictures, charts, max(width, 1.0))
    painter.end()
    return bytes(buffer.data().data())


def charts_of(session: Session) -> list[Chart]:
    """Prices and liquidations of both roads, that nobody sees on a screen."""
    made: list[Chart] = [PricesChart(session), LiquidationsChart(session)]
    for chart in made:
        chart.alone = True
        chart.resize(CHART)
    return made


class Report(QObject):
    """Makes the page in the event loop: both roads are computed again beside the one in sight."""

    finished = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._path, self._step = session, path, session.step
        self.words: Words | None = None
        """What the page says: known once the other road has been computed up to now."""
        self._roads: list[Replica] = []
        self._pictures: list[QImage] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.work)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def _compare(self) -> None:
        """Put the numbers into words, when the road that is compared has come as far as this one."""
        session = self._session
        rival = session.timeline.rival()
        if rival is not None and session.step > 0 and session.difference() is None:
            return
        self._step, self.words = session.step, words_of(session)
        roads = [session.branch] if rival is None else [rival, session.branch]
        self._roads = [Replica(session, road.edits) for road in roads]

    def work(self) -> None:
        """One small piece: some seconds of a road, a picture, or the page; none while other work is under way."""
        if self._session.worker.is_busy:
            return
        if self.words is None:
            self._compare()
            return
        if self._roads:
            if self._roads[0].advance(self._step):
                with worn(LIGHT.name, LETTERS):  # paper is white whatever the screen is
                    canvas = Canvas(self._roads.pop(0).session, "stage", PICTURE)
                    self._pictures.append(canvas.picture())
                    canvas.close()
            return
        self._timer.stop()
        with worn(LIGHT.name, 1.0):
            charts = charts_of(self._session)
            data = page(self.words, self._pictures, charts)
        for chart in charts:
            chart.deleteLater()
        try:
            write_atomically(self._path, data)
        except BadInput as problem:
            self.failed.emit(problem_words(problem))
            return
        self.finished.emit(str(self._path))
