"""What a change did: this road beside the one not taken, in the same weather, its price beside its benefit."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from model.frame import Frame
from model.session import Change, Difference, Session
from model.timeline import Branch
from ui.controls.pace import Pace
from ui.panels.roads import road_name
from ui.sources import SOURCE, asking, source_at_focus, source_tip
from ui.text import NONE, locale, money, number, percent, points, signed, translate, unbroken
from ui.theme import current, keeper

GAP = 8
SMALL = 0.05
"""Points and minutes under this are no difference."""
SMALL_MONEY = 1e5
LEAST_WIDTH = 230
MEASURE = "difference.{name}"
NOTHING = Difference(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


class Row(NamedTuple):
    """One line of the table: what, how much, and whether that is good (1), bad (−1) or neither (0)."""

    title: str
    value: str
    verdict: int
    measure: str


def verdict_of(value: float, small: float) -> int:
    """1 for more, −1 for less, 0 for about the same."""
    return 0 if abs(value) < small else (1 if value > 0 else -1)


def more_money(dollars: float) -> str:
    """Dollars with a plus when there are more of them."""
    return translate("Difference", "+{money}").format(money=money(dollars)) if dollars > 0 else money(dollars)


def rows_of(found: Difference, symbol: str) -> list[Row]:
    """The table: first what was gained, then what it cost."""
    low = translate("Difference", "lowest {symbol}").format(symbol=symbol)
    alts = translate("Difference", "lowest median alt")
    return [
        Row(translate("Difference", "liquidated"), more_money(-found.liquidated),
            verdict_of(found.liquidated, SMALL_MONEY), "difference.liquidated"),
        Row(low, points(found.low_asset), verdict_of(found.low_asset, SMALL), "difference.low_asset"),
        Row(alts, points(found.low_alts), verdict_of(found.low_alts, SMALL), "difference.low_alts"),
        Row(translate("Difference", "asset-minutes without trading"), signed(found.halted_minutes),
            verdict_of(-found.halted_minutes, SMALL), "difference.halted_minutes"),
        Row(translate("Difference", "waiting to be sold"), more_money(found.waiting),
            verdict_of(-found.waiting, SMALL_MONEY), "difference.waiting"),
        Row(translate("Difference", "bad debt"), more_money(found.bad_debt), verdict_of(-found.bad_debt, SMALL_MONEY),
            "difference.bad_debt"),
    ]  # fmt: skip


def sentence_of(found: Difference, symbol: str, with_liquidated: bool = True) -> str:
    """The difference in one sentence; of the price alone where nobody is liquidated."""
    less, higher = verdict_of(found.liquidated, SMALL_MONEY), verdict_of(found.low_asset, SMALL)
    less = less if with_liquidated else 0
    if less == 0 and higher == 0:
        return translate("Difference", "No difference so far.")
    sold = {
        1: translate("Difference", "{money} less liquidated"),
        0: translate("Difference", "as much liquidated"),
        -1: translate("Difference", "{money} more liquidated"),
    }[less].format(money=money(abs(found.liquidated)))
    low = {
        1: translate("Difference", "low of {symbol} {points} points higher"),
        0: translate("Difference", "low of {symbol} the same"),
        -1: translate("Difference", "low of {symbol} {points} points deeper"),
    }[higher].format(symbol=symbol, points=number(abs(found.low_asset), 1))
    if not with_liquidated:
        return translate("Difference", "This road: {low}.").format(low=low)
    return translate("Difference", "{sold}, {low}.").format(sold=sold, low=low)


class DifferencePanel(QScrollArea):
    """Sentence and table; while there is only one road, a hint and what will be compared."""

    resized = Signal()
    """It has more to say, or less, and wants another height."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._filled = False, False
        """Whether there is another road, and whether its numbers are shown."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._session = session
        self.rows: list[Row] = []
        self._only: frozenset[str] = frozenset()
        self._compared = False
        self._brief = False
        """Whether verdicts are signs, so that each row keeps to its line."""
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("role", "faint")
        self.sentence = QLabel(wordWrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._labels: list[tuple[QLabel, QLabel, QLabel]] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        self._column = column
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self.sentence)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.setWidget(inner)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pace = Pace(self._show, self)
        keeper.changed.connect(self._show)
        self._show()

    def show_only(self, names: frozenset[str]) -> None:
        """Compare only these measures; all of them for none."""
        self._only = frozenset(MEASURE.format(name=name) for name in names)
        self._show()

    def _seen(self, measure: str) -> bool:
        return not self._only or measure in self._only

    def sizeHint(self) -> QSize:
        """As high as everything is at this width."""
        width = max(self.width(), LEAST_WIDTH)
        return QSize(width, self.height_for(width))

    def height_for(self, width: int) -> int:
        """The height that a width needs."""
        self._abridge(width)
        return self._column.totalHeightForWidth(width)

    def _labels_of(self, place: int) -> tuple[QLabel, QLabel, QLabel]:
        while len(self._labels) <= place:
            made = (
                QLabel(wordWrap=True),
                QLabel(),
                QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            )
            made[0].setProperty("role", "faint" if self._brief else "soft")
            line = QHBoxLayout()
            line.setSpacing(GAP)
            for at, label in enumerate(made):
                line.addWidget(label, 0 if at else 1)
            self._lines.addLayout(line)
            self._labels.append(made)
        return self._labels[place]

    def _show(self) -> None:
        session = self._session
        rival, found = session.timeline.rival(), session.difference()
        symbol = session.symbols[session.asset]
        if found is None:
            blank = rows_of(NOTHING, symbol)
            self.rows = [row._replace(value=NONE, verdict=0) for row in blank]
        else:
            self.rows = rows_of(found, symbol)
            self.sentence.setText(unbroken(sentence_of(found, symbol, self._seen("difference.liquidated"))))
        if rival is None:
            self._title.setText(self.tr("DIFFERENCE TO THE ROAD NOT TAKEN"))
        else:
            road = locale().toUpper(road_name(rival))
            self._title.setText(self.tr("DIFFERENCE TO {road}, SAME SEED").format(road=road))
        if found is None:
            self.sentence.setText(self._waiting(rival))
        self._compared = found is not None
        self._show_rows()
        filled = self._session.branch.parent is not None, self._compared
        if filled != self._filled:
            self._filled = filled
            self.resized.emit()

    def _waiting(self, rival: Branch | None) -> str:
        """What to say while there is nothing to compare."""
        session = self._session
        if rival is None:
            return self.tr("Turn a switch: what it changes is told here, under the same weather.")
        if not session.lag():
            return self.tr("Both roads are the same so far.")
        part = rival.horizon / max(session.step, 1)
        return self.tr("The other road is still being computed: {part} …").format(part=percent(part, 0))

    def _show_rows(self) -> None:
        theme = current()
        compared = self._compared
        words = self._verdicts()
        colors = {1: theme.good, 0: theme.text_soft, -1: theme.ask_text}
        self._abridge(self.width())
        for place, row in enumerate(self.rows):
            labels = self._labels_of(place)
            for label in labels:
                label.setVisible(compared and self._seen(row.measure))
                label.setProperty(SOURCE, row.measure)
                label.setToolTip(source_tip(row.measure))
            for label, text in zip(labels, (row.title, row.value, self._said(row.verdict)), strict=True):
                label.setText(text)
            style = "color: {name};".format(name=colors[row.verdict].name())
            for label in labels[1:]:
                if label.styleSheet() != style:
                    label.setStyleSheet(style)
            labels[1].setAccessibleName(self.tr("{title}: {value}, {verdict}").format(
                title=row.title, value=row.value, verdict=words[row.verdict]))  # fmt: skip

    def _verdicts(self) -> dict[int, str]:
        if not self._compared:
            return {0: ""}
        return {1: self.tr("better"), 0: self.tr("same"), -1: self.tr("worse")}

    def _said(self, verdict: int) -> str:
        """A verdict as a word, or where that would break the lines, as a sign."""
        return {1: "✓", 0: "=", -1: "✗"}[verdict] if self._brief and self._compared else self._verdicts()[verdict]

    def _abridge(self, width: int) -> None:
        """Choose words or signs for a width; the signs stand below each other."""
        metrics, margins = self.fontMetrics(), self._column.contentsMargins()
        columns = [(row.title, row.value, self._verdicts()[row.verdict]) for row in self.rows]
        wanted = sum(max(map(metrics.horizontalAdvance, words), default=0) for words in zip(*columns, strict=True))
        room = width - margins.left() - margins.right() - 2 * GAP
        if (wanted > room) != self._brief:
            self._brief = wanted > room
            for row, labels in zip(self.rows, self._labels, strict=False):
                labels[2].setText(self._said(row.verdict))
                labels[0].setProperty("role", "faint" if self._brief else "soft")
                labels[0].style().polish(labels[0])
        broadest = max(map(metrics.horizontalAdvance, map(self._said, self._verdicts())), default=0)
        for labels in self._labels:
            labels[2].setMinimumWidth(broadest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._abridge(self.width())

    def retranslate(self) -> None:
        """Write all words again."""
        self._show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a number asks where it comes from."""
        key = source_at_focus(self.childAt(event.position().toPoint()))
        if key and event.button() == Qt.MouseButton.LeftButton:
            asking.asked.emit(key)

    def refresh(self, change: Change, frame: Frame) -> None:
        """Compare the roads at this moment."""
        self._pace.follow(change, self._session)
