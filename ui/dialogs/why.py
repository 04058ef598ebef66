"""Why this? An event, its cause, the cause's cause, back to the news, with numbers; and what it caused in its turn."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from model import causes
from model.causes import Link, Move
from model.events import Event
from model.session import Session
from ui import text
from ui.dialogs.room import open_wide
from ui.text import translate

EVENT_ROLE = Qt.ItemDataRole.UserRole
PARTS_SHOWN = 4
LEAST_PART = 0.02


def link_text(link: Link, session: Session) -> str:
    """One event of a chain: when and what."""
    values = text.written_values(link.values, session)
    told = translate("Causes", causes.TEMPLATES[Event(link.kind)]).format(**values)
    return translate("Causes", "{clock}  {sentence}").format(clock=text.clock(link.step), sentence=told)


def way_text(link: Link, session: Session) -> str:
    """How an event's cause reached it."""
    if not link.way:
        return translate("Causes", "Because of:")
    return translate("Causes", causes.WAYS[link.way]).format(**text.written_values(link.values, session))


def move_text(move: Move, session: Session) -> list[str]:
    """A price move and whose orders made it, one sentence each."""
    tick = session.tick_usd(move.asset)
    told = translate("Causes", causes.MOVE).format(
        asset=session.symbols[move.asset], exchange=text.exchange_name(session, move.exchange),
        change=text.change(move.change, 2), seconds=text.number(move.seconds),
        dollars=translate("Text", "${amount}").format(amount=text.price(move.price * tick)),
    )  # fmt: skip
    lines = [told]
    weighty = sorted(move.parts, key=lambda part: -abs(part.share))[:PARTS_SHOWN]
    for part in [part for part in weighty if abs(part.share) >= LEAST_PART]:
        who = translate("Causes", causes.PARTS[part.name]).format(source=text.exchange_name(session, part.source))
        pulled = text.change(part.share * move.change, 2)
        lines.append(translate("Causes", "{change} by {who}").format(change=pulled, who=who))
    return lines


class WhyDialog(QDialog):
    """The chain as a list; enter or a double click goes to the moment of a line."""

    visited = Signal(int)
    """Number of the event whose moment the user wants to see."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Why this?"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Chain of causes; enter goes to the moment"))
        self.list.itemActivated.connect(self._visit)
        self.caused = QLabel(wordWrap=True)
        self.caused.setProperty("role", "soft")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.list, self.caused, buttons):
            column.addWidget(widget)
        open_wide(self, 620, 460)

    def show_event(self, event: int) -> None:
        """Tell the causes of an event and what it caused."""
        self.list.clear()
        self._add_chain(event)
        self._tell_effects(event)

    def show_move(self, exchange: int, asset: int) -> None:
        """Tell who moved a price in the last minute, and why they did."""
        session = self._session
        move = session.move(exchange, asset)
        self.list.clear()
        for n, line in enumerate(move_text(move, session)):
            self._add(line if n == 0 else translate("Causes", "    {line}").format(line=line), -1)
        if move.event >= 0:
            self._add(self.tr("Behind it:"), -1)
            self._add_chain(move.event)
            self._tell_effects(move.event)
        else:
            self.caused.setText(self.tr("No news and no liquidation stands behind it: it is everyday trade."))

    def _add(self, line: str, event: int) -> None:
        item = QListWidgetItem(line)
        item.setData(EVENT_ROLE, event)
        self.list.addItem(item)

    def _add_chain(self, event: int) -> None:
        session = self._session
        links = causes.chain(session.branch.log(), event)
        for n, link in enumerate(links):
            self._add(link_text(link, session), link.event)
            last = n + 1 == len(links)
            if not last or link.way in ("end", "noise"):
                self._add(translate("Causes", "    {line}").format(line=way_text(link, session)), -1)
        self.list.setCurrentRow(0)

    def _tell_effects(self, event: int) -> None:
        session = self._session
        found = causes.effects(session.branch.log(), event, len(session.exchanges))
        if not found.all:
            self.caused.setText(self.tr("It caused no liquidation so far."))
            return
        parts = [
            translate("Causes", "{exchange} {usd}").format(exchange=name, usd=text.money(usd))
            for name, usd in zip(session.exchanges, found.by_exchange, strict=True)
            if usd > 0
        ]
        told = self.tr(
            "What it caused: {direct} of {direct_usd} directly, {all} of {all_usd} with all that followed "
            "({parts}), the last at {clock}."
        )
        self.caused.setText(told.format(
            direct=text.counted(found.direct, self.tr("{count} liquidation"), self.tr("{count} liquidations")),
            direct_usd=text.money(found.direct_usd), all=text.number(found.all),
            all_usd=text.money(found.all_usd), parts=translate("Causes", ", ").join(parts),
            clock=text.clock(found.last_step),
        ))  # fmt: skip

    def _visit(self, item: QListWidgetItem) -> None:
        event = int(item.data(EVENT_ROLE))
        if event >= 0:
            self.visited.emit(event)
