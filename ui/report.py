"""The comparison in sight on one page of PDF: two pictures, the table of differences, what was changed, where from."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from model import __version__
from model.bad_input import BadInput
from model.files import write_atomically
from model.parameters import BY_KEY
from model.session import Session
from model.timeline import Edit
from ui.panels.difference import Row, rows_of, sentence_of
from ui.replica import Canvas, Replica
from ui.sources import badge_text
from ui.text import clock, parameter_title, translate, value_text
from ui.theme import LIGHT, worn

DPI = 150
PICTURE = QSize(1240, 640)
PICTURE_PART = 0.8
"""Width of a picture against the page."""
MARGIN_MM = 14.0
INK, SOFT, RULE = QColor("#12181f"), QColor("#45515e"), QColor("#c9d1da")
SIZES = {"title": 17, "heading": 12, "body": 9, "small": 8}
"""Points."""
MOST_EDITS = 9


class Words(NamedTuple):
    """Everything that the page says."""

    title: str
    about: str
    sentence: str
    captions: tuple[str, str]
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

    def __init__(self, writer: QPdfWriter) -> None:
        self._painter = QPainter(writer)
        self.width, self.height = float(writer.width()), float(writer.height())
        self.y = 0.0

    def _font(self, role: str, bold: bool) -> QFont:
        made = QFont()
        made.setPointSizeF(SIZES[role])
        made.setBold(bold)
        return made

    def write(self, words: str, role: str, room: QRectF | None = None, bold: bool = False, soft: bool = False,
              right: bool = False) -> float:  # fmt: skip
        """Write in a room, or across the page below what stands there; returns the height taken."""
        painter = self._painter
        painter.setFont(self._font(role, bold))
        painter.setPen(SOFT if soft else INK)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = Qt.TextFlag.TextWordWrap | side
        place = room or QRectF(0, self.y, self.width, self.height - self.y)
        taken = painter.boundingRect(place, flags, words)
        painter.drawText(place, flags, words)
        if room is None:
            self.y += taken.height() + DPI * 0.05
        return float(taken.height())

    def picture(self, image: QImage, room: QRectF) -> None:
        """Draw a picture with an edge."""
        self._painter.drawImage(room, image)
        self._painter.setPen(QPen(RULE, 1))
        self._painter.drawRect(room)

    def rule(self) -> None:
        """A thin line across the page."""
        self._painter.fillRect(QRectF(0, self.y, self.width, 1), RULE)
        self.y += DPI * 0.06

    def end(self) -> None:
        """Finish the page."""
        self._painter.end()


def verdict_word(row: Row) -> str:
    """Whether a row is better, the same or worse, in a word."""
    context = "DifferencePanel"
    words = {1: translate(context, "better"), 0: translate(context, "same"), -1: translate(context, "worse")}
    return words[row.verdict]


def _write_table(sheet: Sheet, rows: list[Row]) -> None:
    columns = (0.0, 0.52, 0.80)
    for row in rows:
        taken = 0.0
        for place, words in zip(columns, (row.title, row.value, verdict_word(row)), strict=True):
            room = QRectF(sheet.width * place, sheet.y, sheet.width * (0.5 if place == 0 else 0.2), DPI)
            taken = max(taken, sheet.write(words, "body", room, bold=place == columns[1]))
        sheet.y += taken + DPI * 0.02


def page(words: Words, pictures: list[QImage]) -> bytes:
    """The page as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    writer.setTitle(words.title)
    writer.setCreator(QCoreApplication.applicationName())
    sheet = Sheet(writer)
    sheet.write(words.title, "title", bold=True)
    sheet.write(words.about, "small", soft=True)
    sheet.rule()
    sheet.write(words.sentence, "heading", bold=True)
    captions = words.captions if len(pictures) > 1 else words.captions[1:]
    for caption, image in zip(captions, pictures, strict=False):
        sheet.write(caption, "small", soft=True)
        height = sheet.width * image.height() / image.width() * PICTURE_PART
        sheet.picture(image, QRectF(0, sheet.y, height * image.width() / image.height(), height))
        sheet.y += height + DPI * 0.08
    if words.rows:
        sheet.write(translate("Report", "Differences to the other road, same seed"), "heading", bold=True)
        _write_table(sheet, words.rows)
    sheet.write(translate("Report", "Changed on this road"), "heading", bold=True)
    sheet.write("\n".join(words.changes), "body")
    sheet.rule()
    sheet.write(words.note, "small", soft=True)
    sheet.end()
    return bytes(buffer.data().data())


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
                with worn(LIGHT.name):  # paper is white whatever the screen is
                    canvas = Canvas(self._roads.pop(0).session, "stage", PICTURE)
                    self._pictures.append(canvas.picture())
                    canvas.close()
            return
        self._timer.stop()
        try:
            write_atomically(self._path, page(self.words, self._pictures))
        except BadInput as problem:
            self.failed.emit(str(problem))
            return
        self.finished.emit(str(self._path))
