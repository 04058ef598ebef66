"""Be a trader: send an order of your own into the book on stage, see where it waits, what it got, what becomes of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.frame import Frame
from model.orders import BUY, CANCEL, CANCELLED, CLOSE, DONE, REFUSED, RESTING, SELL, SENT, Order, Standing
from model.session import Change, Session
from ui.controls.disclosure import Disclosure
from ui.controls.editor import CHOICE_LETTERS
from ui.controls.eliding import ElidingButton, ElidingChoice
from ui.controls.numbers import Amount
from ui.controls.pace import Pace
from ui.problem_words import problem_words
from ui.text import exchange_name, money, number, price, translate

QUICK_USD = 50_000.0
MOST_USD, MOST_LEVERAGE = 1e9, 125.0
SHOWN = 6


def state_words(state: int) -> str:
    """What became of an order, in a word."""
    return {
        SENT: translate("Trader", "on its way"), RESTING: translate("Trader", "waiting"),
        DONE: translate("Trader", "done"), CANCELLED: translate("Trader", "cancelled"),
        REFUSED: translate("Trader", "refused"),
    }.get(state, "")  # fmt: skip


def order_lines(own: Standing, session: Session) -> list[str]:
    """What there is to say about an order, in short sentences."""
    symbol, venue = session.symbols[own.asset], exchange_name(session, own.exchange)
    if own.act in (CANCEL, CLOSE):
        what = translate("Trader", "cancel {n}") if own.act == CANCEL else translate("Trader", "close {n}")
        told = translate("Trader", "{what}: {state}")
        return [told.format(what=what.format(n=own.subject), state=state_words(own.state))]
    bought = translate("Trader", "buy {usd} {symbol}, {venue}")
    sold = translate("Trader", "sell {usd} {symbol}, {venue}")
    head = bought if own.act == BUY else sold
    template = translate("Trader", "{n}. {head}: {state}")
    lines = [template.format(n=own.number, head=head.format(usd=money(own.usd), symbol=symbol, venue=venue),
                             state=state_words(own.state))]  # fmt: skip
    if own.filled_usd:
        told = translate("Trader", "got {usd} at {price} on average")
        lines.append(told.format(usd=money(own.filled_usd), price=price(own.average)))
    if own.state == RESTING:
        told = translate("Trader", "{usd} waits at {price}, {ahead} before it")
        lines.append(told.format(usd=money(own.left_usd), price=price(own.limit), ahead=money(own.ahead_usd)))
    if own.liquidated:
        told = translate("Trader", "liquidated; margin {margin}, result {profit}")
        lines.append(told.format(margin=money(own.margin), profit=money(own.profit)))
    elif own.position:
        told = translate("Trader", "holds {coins} {symbol}, result {profit}")
        lines.append(told.format(coins=number(own.position, 4), symbol=symbol, profit=money(own.profit)))
        if own.leverage:
            told = translate("Trader", "{leverage}×, margin {margin}, liquidated at {price}")
            lines.append(
                told.format(leverage=number(own.leverage), margin=money(own.margin), price=price(own.liquidation))
            )
    elif own.filled_usd:
        lines.append(translate("Trader", "closed, result {profit}").format(profit=money(own.profit)))
    return lines


class TraderForm(QWidget):
    """The order ticket and the list of orders."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.exchange = ElidingChoice(minimumContentsLength=CHOICE_LETTERS)
        self.exchange.setSizeAdjustPolicy(ElidingChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.exchange.setAccessibleName(self.tr("Exchange"))
        self.amount = self._field(self.tr("Dollars"), 1.0, MOST_USD, QUICK_USD, 0)
        self.limit = self._field(self.tr("Limit price"), 0.0, 1e9, 0.0, 6)
        self.limit.setSpecialValueText(self.tr("market"))
        self.limit.setToolTip(self.tr("At this price or better; the rest waits in the book. 0 means at the market."))
        self.leverage = self._field(self.tr("Leverage"), 0.0, MOST_LEVERAGE, 0.0, 0)
        self.leverage.setSpecialValueText(self.tr("none"))
        self.leverage.setToolTip(self.tr("With leverage the position has its own margin and can be liquidated."))
        self.quick = ElidingButton()
        self.quick.clicked.connect(lambda: self.send(SELL, QUICK_USD, market=True))
        self.buy, self.sell = ElidingButton(self.tr("Buy")), ElidingButton(self.tr("Sell"))
        self.buy.clicked.connect(lambda: self.send(BUY))
        self.sell.clicked.connect(lambda: self.send(SELL))
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("role", "halt")
        self.problem.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._arrange()
        self._known: tuple[Standing, ...] | None = None
        self._pace = Pace(self.show_orders, self)
        self.name_venues()

    def _field(self, name: str, low: float, high: float, value: float, decimals: int) -> Amount:
        field = Amount(minimum=low, maximum=high, value=value, decimals=decimals)
        field.setAccessibleName(name)
        field.setGroupSeparatorShown(True)
        field.setStepType(Amount.StepType.AdaptiveDecimalStepType)
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return field

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.quick)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        rows = ((self.tr("exchange"), self.exchange), (self.tr("amount, $"), self.amount), (self.tr("price"), self.limit),
                (self.tr("leverage"), self.leverage))  # fmt: skip
        for row, (name, field) in enumerate(rows):
            label = QLabel(name, wordWrap=True)
            label.setProperty("role", "soft")
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        keys = QHBoxLayout()
        keys.addWidget(self.buy)
        keys.addWidget(self.sell)
        column.addLayout(keys)
        column.addWidget(self.problem)
        column.addLayout(self._list)

    def name_venues(self) -> None:
        """Name what can be traded now."""
        session = self._session
        if [self.exchange.itemText(n) for n in range(self.exchange.count())] != list(session.exchanges):
            self.exchange.clear()
            self.exchange.addItems(list(session.exchanges))
        symbol = session.symbols[session.asset]
        template = self.tr("Sell ${amount} of {symbol} now")
        self.quick.setText(template.format(amount=number(QUICK_USD), symbol=symbol))
        self.buy.setAccessibleName(self.tr("Buy {symbol}").format(symbol=symbol))
        self.sell.setAccessibleName(self.tr("Sell {symbol}").format(symbol=symbol))

    def send(self, act: int, usd: float | None = None, market: bool = False) -> None:
        """Send what the ticket says, for the asset on stage."""
        amount = self.amount.value() if usd is None else usd
        limit, leverage = (0.0, 0.0) if market else (self.limit.value(), self.leverage.value())
        if 0.0 < leverage < 1.0:
            leverage = 1.0
        venue = max(self.exchange.currentIndex(), 0)
        self._do(Order(act, self._session.asset, venue, amount, limit, leverage))

    def _do(self, order: Order) -> None:
        try:
            self._session.roads.order(order)
        except ValueError as problem:
            self.problem.setText(problem_words(problem))
            self.problem.show()
            return
        self.problem.hide()
        self.show_orders()

    def show_orders(self) -> None:
        """List the last orders, newest first, with what can still be done."""
        found = self._session.orders()
        if found == self._known:
            return
        self._known = found
        while self._list.count():
            item = self._list.takeAt(0)
            row = None if item is None else item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for own in reversed(found[-SHOWN:]):
            self._list.addWidget(self._row(own))

    def _row(self, own: Standing) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = QLabel("\n".join(order_lines(own, self._session)), wordWrap=True)
        words.setProperty("role", "soft")
        line.addWidget(words, 1)
        if own.act in (BUY, SELL) and (own.state == RESTING or own.position):
            act = CANCEL if own.state == RESTING and not own.position else CLOSE
            name = self.tr("Cancel") if act == CANCEL else self.tr("Close")
            button = QToolButton()
            button.setText(name)
            button.setProperty("kind", "tool")
            button.setAccessibleName(self.tr("{what} order {n}").format(what=name, n=str(own.number)))
            button.clicked.connect(lambda: self._do(Order(act, subject=own.number - 1)))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def refresh(self, change: Change, frame: Frame) -> None:
        """Follow the session."""
        if change & (Change.ASSET | Change.RESET):
            self.name_venues()
        self._pace.follow(change, self._session)


class TraderPanel(QWidget):
    """Closed until it is wanted."""

    opened = Signal()
    """Somebody wants to see it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.form: TraderForm | None = None
        self.disclosure = Disclosure(self._make)
        self.retranslate()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.disclosure)

    def retranslate(self) -> None:
        """Write all words again; the ticket is made anew."""
        self.disclosure.set_title(self.tr("Be a trader"))
        self.form = None
        self.disclosure.remake()

    def _make(self) -> QWidget:
        self.form = TraderForm(self._session)
        self.form.show_orders()
        return self.form

    def open(self) -> None:
        """Show the ticket."""
        self.opened.emit()
        if not self.disclosure.is_open:
            self.disclosure.turn()

    def quick_sell(self) -> None:
        """Sell the round sum of the post's claim, at the market."""
        self.open()
        if self.form is not None:
            self.form.send(SELL, QUICK_USD, market=True)

    def refresh(self, change: Change, frame: Frame) -> None:
        """Follow the session while open."""
        if self.form is not None and self.disclosure.is_open:
            self.form.refresh(change, frame)
