"""What is asked of a position by the margin calculator: its fields, and the account that they describe."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from ui.controls.eliding import ElidingChoice
from ui.controls.reading import SIZES
from ui.controls.segments import Segments
from ui.text import MINUS, locale, number, translate
from ui.theme import keeper, pixels

VENUES = ("binance", "okx", "bybit")
MODES = ("isolated", "cross")
SIDES = ("long", "short")
TIERS = ("BTC", "SOL", "ALT")
HAIRCUTS = ("none", "flat", "tiered")
WRITTEN = re.compile(r"^([-+]?[\d.,]+)([kmb]?)$", re.IGNORECASE)
DECIMALS = 8
FIELD_WIDE, COLUMN_WIDE, BETWEEN = 10.5, 30, 24
"""Width of a field, and of a column at most, in heights of text; pixels between two columns."""
CHOICES_PART = 0.66
"""Choices broader than this part of a column fold into a list."""


class Position(NamedTuple):
    """What the calculator begins with."""

    entry: float
    size: float
    tiers: str = "BTC"
    leverage: float = 10.0
    symbol: str = ""
    bitcoin: float = 115_000.0
    """Price of one, in dollars."""


def read_number(text: str) -> float | None:
    """The number that a text means, K, M and B understood; None if it means none."""
    found = WRITTEN.match(re.sub(r"[\s$×]", "", text).replace(MINUS, "-"))
    if not found:
        return None
    amount, understood = locale().toDouble(found[1])
    return amount * SIZES.get(found[2].lower(), 1.0) if understood else None


def written(value: float) -> str:
    """A number as it is first shown in a field."""
    whole = number(value, DECIMALS)
    return re.sub(r"(\D0+|(\D\d*?[1-9])0+)$", lambda found: found[2] or "", whole)


class MarginForm(QWidget):
    """The fields, one a row. Those that play no part under the chosen margin mode are greyed."""

    changed = Signal()

    def __init__(self, position: Position, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._labels: dict[str, QLabel] = {}
        self._rows: list[tuple[QLabel, QWidget]] = []
        self.columns = 0
        self._position = position
        self.choices: dict[str, Segments] = {}
        self.fields: dict[str, QLineEdit] = {}
        self._add_choice("venue", self.tr("Exchange's rules"), ("Binance", "OKX", "Bybit"))
        self._add_choice("mode", self.tr("Margin"), (self.tr("isolated"), self.tr("full margin")))
        self._add_choice("side", self.tr("Side"), (self.tr("long"), self.tr("short")))
        self._add_field("entry", self.tr("Entry price, $"), position.entry)
        self._add_field("mark", self.tr("Mark price, $"), None, self.tr("as entry"))
        self._add_field("qty", self._size_title(), position.size)
        self._add_field("leverage", self.tr("Leverage, ×"), position.leverage, self.tr("whole wallet"))
        self._add_field("wallet", self.tr("Wallet, $"), float(f"{position.entry * position.size / 5:.2g}"))
        self.tiers = self._add_list(self.tr("Tiers"), (
            self.tr("BTC and ETH"), self.tr("SOL"), self.tr("a small altcoin")
        ))  # fmt: skip
        self.tiers.setCurrentIndex(TIERS.index(position.tiers))
        self._add_field("btc", self.tr("Collateral, BTC"), 0.0)
        self._add_field("btc_price", self.tr("BTC price, $"), position.bitcoin)
        self.haircut = self._add_list(self.tr("Haircut"), (
            self.tr("none"), self.tr("95 % counts"), self.tr("the more, the less")
        ))  # fmt: skip
        self._why = QLabel(wordWrap=True)
        self._why.setProperty("role", "faint")
        self.arrange(1)
        self._fit()
        keeper.changed.connect(self._fit)
        self._grey()

    def _size_title(self) -> str:
        """What the size is counted in, as long as the asset is the one that it began with."""
        begun = not hasattr(self, "tiers") or TIERS[self.tiers.currentIndex()] == self._position.tiers
        if self._position.symbol and begun:
            return self.tr("Size, {symbol}").format(symbol=self._position.symbol)
        return self.tr("Size, units")

    def arrange(self, columns: int) -> None:
        """Put the questions into one column or two."""
        if columns == self.columns:
            return
        self.columns = columns
        high = -(-len(self._rows) // columns)
        for n, (label, control) in enumerate(self._rows):
            row, place = n % high, 3 * (n // high)
            self._grid.addWidget(label, row, place)
            self._grid.addWidget(control, row, place + 1, Qt.AlignmentFlag.AlignRight)
        for place, stretch in ((0, 1), (3, columns - 1)):
            self._grid.setColumnStretch(place, stretch)
        self._grid.setColumnMinimumWidth(2, BETWEEN if columns > 1 else 0)
        self._grid.addWidget(self._why, len(self._rows), 0, 1, 5)
        self._fit()

    def narrowest(self, columns: int) -> int:
        """The least width of so many columns; in more than one, choices may fold."""
        label = max(label.minimumSizeHint().width() for label, _ in self._rows)
        choices = 0 if columns > 1 else max(choice.full_width() for choice in self.choices.values())
        control = max(choices, round(pixels("body") * FIELD_WIDE))
        return columns * (label + control + BETWEEN) - BETWEEN

    def _row(self, title: str, control: QWidget) -> QLabel:
        label = QLabel(title, wordWrap=True)
        label.setProperty("role", "soft")
        label.setBuddy(control)
        control.setAccessibleName(title)
        self._rows.append((label, control))
        return label

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size; choices that would push their names out fold into a list."""
        super().resizeEvent(event)
        for made in self.choices.values():
            made.fold(made.full_width() > self.width() / self.columns * CHOICES_PART)

    def _add_choice(self, key: str, title: str, names: tuple[str, ...]) -> None:
        made = self.choices[key] = Segments(names)
        made.choose(0)
        made.chosen.connect(lambda: self._tell())
        self._row(title, made)

    def _add_field(self, key: str, title: str, value: float | None, empty: str = "") -> None:
        made = self.fields[key] = QLineEdit(alignment=Qt.AlignmentFlag.AlignRight)
        made.setText("" if value is None else written(value))
        made.setPlaceholderText(empty)
        made.textEdited.connect(lambda: self._tell())
        self._labels[key] = self._row(title, made)

    def _add_list(self, title: str, names: tuple[str, ...]) -> ElidingChoice:
        made = ElidingChoice()
        made.addItems(list(names))
        made.currentIndexChanged.connect(lambda: self._tell())
        self._row(title, made)
        return made

    def _tell(self) -> None:
        self._grey()
        self.changed.emit()

    def _grey(self) -> None:
        """In full margin the whole account backs the position, so leverage decides nothing; collateral does."""
        if not hasattr(self, "haircut"):
            return
        full = self.choices["mode"].choice == 1
        asked = full or not self.fields["leverage"].text().strip()
        self.fields["leverage"].setEnabled(not full)
        self.fields["wallet"].setEnabled(asked)
        for control in (self.fields["btc"], self.fields["btc_price"], self.haircut):
            control.setEnabled(full)
        if full:
            why = self.tr("Leverage counts under isolated margin only.")
        elif asked:
            why = self.tr("Collateral counts under full margin only.")
        else:
            why = self.tr("Wallet and collateral count under full margin only.")
        self._why.setText(why)
        for label, asking in self._rows:
            label.setToolTip("" if asking.isEnabled() else why)
            asking.setToolTip("" if asking.isEnabled() else why)
        self._labels["qty"].setText(self._size_title())
        self.fields["qty"].setAccessibleName(self._size_title())

    def _fit(self) -> None:
        self.setMaximumWidth(self.columns * COLUMN_WIDE * pixels("body"))
        for field in (*self.fields.values(), self.tiers, self.haircut):
            field.setFixedWidth(round(pixels("body") * FIELD_WIDE))

    def title(self, key: str) -> str:
        """What a field is called."""
        return self._labels[key].text()

    def account(self, refuse: Callable[[str], None]) -> dict[str, Any] | None:
        """The account in the words of a margin file; None, and `refuse` told which field, if one holds no number."""
        found: dict[str, float | None] = {}
        for key, field in self.fields.items():
            found[key] = read_number(field.text())
            if found[key] is None and field.isEnabled() and (field.text().strip() or key not in ("mark", "leverage")):
                refuse(key)
                return None
        full = self.choices["mode"].choice == 1
        tiers = TIERS[self.tiers.currentIndex()]
        kind = SIDES[self.choices["side"].choice]
        position = {"asset": tiers, "side": kind, "entry": found["entry"], "qty": found["qty"]}
        if found["mark"] is not None:
            position["mark"] = found["mark"]
        if not full and found["leverage"] is not None:
            position["leverage"] = found["leverage"]
        made: dict[str, Any] = {
            "venue": VENUES[self.choices["venue"].choice],
            "mode": MODES[self.choices["mode"].choice],
            "wallet": self._wallet(found, full),
            "positions": [position],
        }
        if full and found["btc"]:
            made["collateral"] = [{"asset": "BTC", "qty": found["btc"], "price": found["btc_price"]}]
            made["haircut"] = HAIRCUTS[self.haircut.currentIndex()]
        return made

    def _wallet(self, found: dict[str, float | None], full: bool) -> float:
        """Money behind the position: with a leverage of its own, what that asks for."""
        entry, size, leverage, wallet = (found[key] or 0.0 for key in ("entry", "qty", "leverage", "wallet"))
        return wallet if full or not leverage else entry * size / leverage


def field_of(key: str) -> str:
    """Name of the field that a complaint of the margin rules is about."""
    names = {"collateral[0].qty": "btc", "collateral[0].price": "btc_price"}
    return names.get(key, key.rpartition(".")[2])


def margin_sentence(title: str, expected: str) -> str:
    """What is wrong with a field, in one sentence."""
    sentence = translate("MarginForm", "{field}: expected {expected}.")
    return sentence.format(field=title, expected=translate("Margin", expected))
