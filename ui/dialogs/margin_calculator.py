"""The margin calculator: what three exchanges' rules say of one position, live as one types, with a drawing of its prices."""

import json
import math
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.bad_input import BadInput
from model.margin_account import EXPECTED, read_account, report
from model.session import Session
from ui import text
from ui.deed import Deed
from ui.dialogs.margin_drawing import MarginDrawing, Prices
from ui.dialogs.margin_form import MarginForm, Position, field_of, margin_sentence
from ui.dialogs.room import size_within
from ui.text import translate
from ui.theme import keeper, pixels

BETWEEN, AROUND = 24, 60
"""Pixels between questions and answers, and around both with the scroll bar."""
WIDE = 60
"""Width of the box in heights of text."""
FIRST_SIZE = 100_000.0
"""Dollars that the first position is worth."""
BITCOIN = "BTC"
TIERS_OF = {"BTC": "BTC", "ETH": "BTC", "SOL": "SOL"}


def position_of(session: Session) -> Position:
    """A position to begin with: the asset on stage, at its price now."""
    picture = session.picture()
    price = float(f"{picture.index:.5g}")
    tiers = TIERS_OF.get(picture.symbol, "ALT")
    position = Position(price, float(f"{FIRST_SIZE / price:.2g}"), tiers, symbol=picture.symbol)
    if BITCOIN not in session.symbols:
        return position
    asset = session.symbols.index(BITCOIN)
    index = float(session.timeline.here.market.asset["index"][asset]) * session.tick_usd(asset)
    return position._replace(bitcoin=float(f"{index:.5g}"))


class MarginCalculator(QDialog):
    """Fields left, results and drawing right; what cannot be computed is one sentence below."""

    def __init__(self, position: Position, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Margin calculator"))
        self.form = MarginForm(position)
        self.drawing = MarginDrawing()
        self.results: dict[str, QLabel] = {}
        self._titles: dict[str, QLabel] = {}
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("role", "halt")
        self.problem.setAccessibleName(self.tr("What is wrong"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        note = QLabel(self.tr("Stylised after the exchanges' published rules; not the firms."), wordWrap=True)
        note.setProperty("role", "faint")
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(BETWEEN)
        left, self._answered = QVBoxLayout(), QWidget()
        self._answered.setLayout(self._answers())
        left.addWidget(self.form)
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(self._answered, 1)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.addLayout(row, 1)
        column.addWidget(self.problem)
        column.addWidget(note)
        whole = QVBoxLayout(self)
        room = QScrollArea(widgetResizable=True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setAccessibleName(self.tr("Position and result"))
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidget(self._body)
        whole.addWidget(room, 1)
        whole.addWidget(buttons)
        self.form.changed.connect(self.compute)
        keeper.changed.connect(self._fit)
        self.compute()
        self._fit()

    def _answers(self) -> QBoxLayout:
        """The results, one a row, over the drawing or beside it."""
        self._both, grid = QBoxLayout(QBoxLayout.Direction.TopToBottom), QGridLayout()
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(BETWEEN)
        self._found = QWidget()
        self._found.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        titles = {
            "liquidation_price": self.tr("Liquidation price"), "bankruptcy_price": self.tr("Bankruptcy price"),
            "distance": self.tr("Fall until liquidation"), "maintenance_margin": self.tr("Maintenance margin"),
            "tier": self.tr("Tier"), "equity": self.tr("Equity"), "margin_ratio": self.tr("Margin ratio"),
        }  # fmt: skip
        for n, (key, title) in enumerate(titles.items()):
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            name, value = QLabel(title, wordWrap=True), QLabel(alignment=side)
            name.setProperty("role", "soft")
            value.setProperty("role", "number")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(title)
            value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            grid.addWidget(name, n, 0)
            grid.addWidget(value, n, 1)
            self.results[key], self._titles[key] = value, name
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(titles), 1)
        self._both.addWidget(self._found)
        self._both.addWidget(self.drawing, 1)
        return self._both

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size; in a narrow window the answers stand below the questions."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Answers beside the questions; without room for that below them, and then each as broad as it can be."""
        room, down, right = self.width() - AROUND, QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        results, drawing = self._found.minimumSizeHint().width(), self.drawing.minimumWidth()
        beside = self.form.narrowest(1) + max(results, drawing) + BETWEEN <= room
        self.form.arrange(1 if beside or self.form.narrowest(2) > room else 2)
        self._row.setDirection(right if beside else down)
        drawn_first = QBoxLayout.Direction.BottomToTop
        self._both.setDirection(down if beside else right if results + drawing + BETWEEN <= room else drawn_first)

    def _fit(self) -> None:
        """As large as everything needs side by side, within the screen."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom)
        self.form.arrange(1)
        wanted = self._body.sizeHint()
        width = max(wanted.width() + pixels("body") * 4, pixels("body") * WIDE)
        size_within(self, width, wanted.height() + pixels("body") * 6)
        self._turn()

    def compute(self) -> None:
        """Ask the margin rules again; a field that cannot be meant is named in one sentence."""
        refused: list[str] = []
        account = self.form.account(refused.append)
        if account is None:
            self._refuse(margin_sentence(self.form.title(refused[0]), EXPECTED[FIELD_KEYS.get(refused[0], refused[0])]))
            return
        try:
            found = report(read_account(json.dumps(account).encode(), ""))
        except BadInput as problem:
            key = field_of(problem.key)
            self._refuse(margin_sentence(self.form.title(key), problem.expected))
            return
        self._show(account, found)

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(sentence)
        for value in self.results.values():
            value.setText(text.NONE)
        self.drawing.show_prices(None)

    def _name_distance(self, title: str) -> None:
        self._titles["distance"].setText(title)
        self.results["distance"].setAccessibleName(title)

    def _show(self, account: dict[str, Any], found: dict[str, Any]) -> None:
        """Write the results and draw them."""
        self.problem.setText("")
        asked, row, whole = account["positions"][0], found["positions"][0], found["account"]
        entry, mark = asked["entry"], asked.get("mark", asked["entry"])
        called, gone = (_number(row[key]) for key in ("liquidation_price", "bankruptcy_price"))
        never = self.tr("no price")
        ratio, side = whole["margin_ratio"], 1 if asked["side"] == "long" else -1
        written = {
            "liquidation_price": text.spread(called, entry) if math.isfinite(called) else never,
            "bankruptcy_price": text.spread(gone, entry) if math.isfinite(gone) else never,
            "distance": text.percent(side * (1.0 - called / mark)),
            "maintenance_margin": text.money(row["maintenance_margin"]),
            "tier": text.number(row["tier"]) if row["tier"] is not None else text.NONE,
            "equity": text.money(whole["equity"]),
            "margin_ratio": self.tr("none left") if ratio is None else text.percent(ratio),
        }
        for key, words in written.items():
            self.results[key].setText(words)
        called_now = ratio is None or ratio >= 1.0
        if called_now:
            self.problem.setText(self.tr("At this mark price the position is called at once."))
        self._name_distance(self.tr("Fall until liquidation") if side > 0 else self.tr("Rise until liquidation"))
        self.drawing.show_prices(Prices(side, entry, mark, called, gone))


FIELD_KEYS = {"btc": "qty", "btc_price": "price"}
"""Fields whose name is another than that in a margin file."""


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def margin_deed(window: QWidget, session: Session) -> Deed:
    """The action that opens the calculator on the asset on stage."""

    def show() -> None:
        dialog = MarginCalculator(position_of(session), window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    return Deed("margin_calculator", ("Ctrl+M",), translate("Actions", "Margin calculator"), show, menu="view")
