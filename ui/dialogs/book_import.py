"""A real order book beside the synthetic one: both cumulative depths, key figures, and the way to begin with it."""

import math
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.bad_input import BadInput
from model.files import write_atomically
from model.genesis import normal_depth
from model.scenario import Scenario
from model.session import Session
from model.snapshot_import import Figures, Snapshot, figures_of, scenario_text, scenario_with, synthetic_figures
from ui.dialogs.room import open_wide
from ui.lettering import Look
from ui.problem_words import problem_words
from ui.settings import Settings
from ui.text import money, number, percent, quote, spread, translate

SHOWN, LEAST_SHOWN = 0.02, 0.002
BEYOND = 1.5
"""The axis goes so much farther than the file knows, and to `SHOWN` at most."""
POINTS = 120
PAD, FOOT = 10.0, 22.0


class DepthCurves(QWidget):
    """Cumulative depth by distance from the price: real bids and asks, and the synthetic book, dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves: tuple[list[float], list[float], list[float]] = ([], [], [])
        """Dollars of real bids, real asks and one side of the synthetic book at equal distances up to `shown`."""
        self.shown, self._reach = SHOWN, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_books(self, real: Snapshot, scenario: Scenario, whole_usd: float) -> None:
        """`whole_usd` rests in the synthetic book within 2 %."""
        self.shown = min(max(real.reach * BEYOND, LEAST_SHOWN), SHOWN) if math.isfinite(real.reach) else SHOWN
        distances = [self.shown * n / POINTS for n in range(POINTS + 1)]
        within = normal_depth(scenario, 0)
        sides = [real.within(distance) for distance in distances]
        synthetic = [whole_usd * within(distance) if distance > 0 else 0.0 for distance in distances]
        self.curves = ([bid for bid, _ in sides], [ask for _, ask in sides], synthetic)
        self._reach = min(real.reach, self.shown)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(560, 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis, three curves, their names."""
        painter, look = QPainter(self), Look.now()
        theme = look.theme
        painter.fillRect(self.rect(), theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = max((max(curve, default=0.0) for curve in self.curves), default=0.0) or 1.0
        left = look.small.width(money(top)) + 2 * PAD
        plot = QRectF(left, PAD, self.width() - left - PAD, self.height() - PAD - FOOT)
        self._draw_axes(painter, plot, top, look)
        names = (
            translate("BookImport", "real bids"),
            translate("BookImport", "real asks"),
            translate("BookImport", "synthetic, one side"),
        )
        colors = (theme.bid, theme.ask, theme.ghost)
        words = (theme.bid, theme.ask_text, theme.text_soft)
        known = round(self._reach / self.shown * POINTS)
        for n, (curve, color) in enumerate(zip(self.curves, colors, strict=True)):
            pen = QPen(color, 2.2)
            if n == 2:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            shown = curve if n == 2 else curve[: known + 1]
            places = (QPointF(plot.left() + plot.width() * i / POINTS, plot.bottom() - plot.height() * usd / top)
                      for i, usd in enumerate(shown))  # fmt: skip
            painter.drawPolyline(QPolygonF(list(places)))
            at = QPointF(plot.left() + PAD, plot.top() + n * look.small_bold.height)
            look.small_bold.write(painter, at, names[n], words[n])
        painter.end()

    def _draw_axes(self, painter: QPainter, plot: QRectF, top: float, look: Look) -> None:
        for part in (0.0, 0.5, 1.0):
            y = plot.bottom() - plot.height() * part
            painter.fillRect(QRectF(plot.left(), round(y), plot.width(), 1), look.theme.grid)
            corner = QPointF(plot.left() - 6, min(max(y - look.small.height / 2, 0), plot.bottom() - look.small.height))
            look.small.write_right(painter, corner, money(top * part), look.theme.text_soft)
        for part in (0.0, 0.5, 1.0):
            words = percent(self.shown * part, 1 if self.shown == SHOWN else 2)
            if part == 1.0:
                words = translate("BookImport", "{distance} from the price").format(distance=words)
            x = plot.left() + plot.width() * part - look.small.width(words) * part
            look.small.write(painter, QPointF(x, plot.bottom() + 3), words, look.theme.text_soft)


class BookImportDialog(QDialog):
    """Shows what was read; begins with it, or writes it as a scenario file."""

    taken = Signal(object)
    """The scenario to begin with."""

    def __init__(self, session: Session, snapshot: Snapshot, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._snapshot, self._settings = session, snapshot, settings
        self.curves = DepthCurves()
        self.share = QComboBox()
        self.share.currentIndexChanged.connect(lambda _: self._compare())
        self._share_title, self.told = QLabel(), QLabel(wordWrap=True)
        self._share_title.setBuddy(self.share)
        self._cells = [[QLabel() for _ in range(3)] for _ in range(8)]
        self.begin, self.keep, self.leave = QPushButton(), QPushButton(), QPushButton()
        self.begin.clicked.connect(self._begin)
        self.keep.clicked.connect(self.ask_place)
        self.leave.clicked.connect(self.reject)
        self._arrange()
        self.retranslate()
        open_wide(self, 760, 640)

    def _arrange(self) -> None:
        head, foot, grid = QHBoxLayout(), QHBoxLayout(), QGridLayout()
        head.addWidget(self._share_title)
        head.addWidget(self.share)
        head.addStretch(1)
        for row, cells in enumerate(self._cells):
            for column, label in enumerate(cells):
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                label.setAlignment(side)
                label.setProperty("role", "soft" if row == 0 or column == 0 else "number")
                grid.addWidget(label, row, column)
        foot.addStretch(1)
        for button in (self.begin, self.keep, self.leave):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addLayout(head)
        whole.addWidget(self.curves, 1)
        whole.addLayout(grid)
        whole.addWidget(self.told)
        whole.addLayout(foot)

    def retranslate(self) -> None:
        """Write all words again."""
        self.setWindowTitle(self.tr("A real order book: {name}").format(name=self._snapshot.name))
        self._share_title.setText(self.tr("It is the book of"))
        self.share.setAccessibleName(self.tr("Which exchange's book it is"))
        place = max(self.share.currentIndex(), 0)
        self.share.clear()
        self.share.addItems([*self._session.exchanges, self.tr("all exchanges together")])
        self.share.setCurrentIndex(place)
        self.begin.setText(self.tr("Begin with this book"))
        self.keep.setText(self.tr("Save as a scenario …"))
        self.leave.setText(self.tr("Close"))
        self.curves.setAccessibleName(self.tr("Cumulative depth by distance from the price"))
        self._compare()

    @property
    def part(self) -> float:
        """Part of all exchanges' depth that this book is."""
        shares = [exchange.share for exchange in self._session.scenario.exchanges]
        place = self.share.currentIndex()
        return shares[place] if 0 <= place < len(shares) else 1.0

    def scenario(self) -> Scenario:
        """The scenario in sight with this book."""
        return scenario_with(self._session.scenario, self._snapshot, self.part)

    def _rows(self, real: Figures, made: Figures) -> list[tuple[str, str, str]]:
        percents = [percent(distance, 1) for distance in (0.001, 0.005, 0.02)]
        within = self.tr("resting within {distance}, one side")
        titles = [self.tr("price"), self.tr("spread"), self.tr("spread, of the price")]
        titles += [within.format(distance=distance) for distance in percents] + [self.tr("known up to")]
        bps = self.tr("{number} bp")
        values = [
            [quote(f.mid), spread(f.spread, f.spread * 1000 if f.spread < 1 else f.mid),
             bps.format(number=number(f.spread_bps, 4 if f.spread_bps < 0.01 else 2)),
             money(f.depth_01), money(f.depth_05), money(f.depth_2), percent(f.reach, 2)]
            for f in (real, made)
        ]  # fmt: skip
        return list(zip(titles, *values, strict=True))

    def _compare(self) -> None:
        scenario = self._session.scenario
        real, made = figures_of(self._snapshot), synthetic_figures(scenario, self.part)
        self.curves.show_books(self._snapshot, scenario, made.depth_2)
        rows = [("", self.tr("real"), self.tr("synthetic")), *self._rows(real, made)]
        for cells, words in zip(self._cells, rows, strict=True):
            for label, text in zip(cells, words, strict=True):
                label.setText(text)
        symbol = self._session.symbols[0]
        told = self.tr(
            "{symbol} starts with this book's depth and shape, and with its price and spread where the model allows them: "
            "at least one tick."
        ).format(symbol=symbol)
        if self._snapshot.reach < SHOWN and math.isfinite(self._snapshot.reach):
            beyond = self.tr("Beyond {reach} the file knows nothing; the synthetic shape goes on from there.")
            told = "\n".join((told, beyond.format(reach=percent(self._snapshot.reach, 2))))
        self.told.setText(told)

    def _begin(self) -> None:
        self.taken.emit(self.scenario())
        self.accept()

    def ask_place(self) -> None:
        """Let the user choose where to write the scenario."""
        title, kinds = self.tr("Save as a scenario"), self.tr("Scenarios (*.toml)")
        path, _ = QFileDialog.getSaveFileName(self, title, self._settings.folder, kinds)
        if path:
            self.write(Path(path if path.endswith(".toml") else path + ".toml"))

    def write(self, path: Path) -> None:
        """Write the scenario with this book."""
        try:
            write_atomically(path, scenario_text(self.scenario()).encode())
            self.told.setText(self.tr("Written: {path}").format(path=str(path)))
        except BadInput as problem:
            self.told.setText(problem_words(problem))
