"""Why this? An event, its cause, the cause's cause, back to the news, with numbers; and what it caused in its turn."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from model import causes
from model.causes import SOLD, Link, Move
from model.events import Event
from model.session import Session
from ui import text
from ui.dialogs.chain_list import ChainList
from ui.dialogs.room import open_wide
from ui.text import translate

PARTS_SHOWN = 4
LEAST_PART = 0.02
HUNDREDTHS = 1e4
"""Of a percent in one: a move is written in them."""


def link_text(link: Link, session: Session) -> str:
    """One event of a chain: when and what."""
    values = text.written_values(link.values, session)
    told = translate("Causes", causes.template_of(link)).format(**values)
    return translate("Causes", "{clock}  {sentence}").format(clock=text.clock(link.step), sentence=told)


def way_text(link: Link, session: Session) -> str:
    """How an event's cause reached it."""
    if not link.way:
        return translate("Causes", "Because of:")
    return translate("Causes", causes.WAYS[link.way]).format(**text.written_values(link.values, session))


def parts_shown(move: Move) -> list[tuple[str, int, int]]:
    """Name, source and hundredths of a percent of the weightiest parts, and of all else: they add up to the move."""
    weighty = sorted(move.parts, key=lambda part: -abs(part.share))[:PARTS_SHOWN]
    rows = [(part.name, part.source, round(part.share * move.change * HUNDREDTHS))
            for part in weighty if abs(part.share) >= LEAST_PART]  # fmt: skip
    left = round(move.change * HUNDREDTHS) - sum(pulled for _, _, pulled in rows)
    if rows and len(rows) == len(move.parts):
        name, source, pulled = rows[0]
        rows[0] = name, source, pulled + left
    else:
        rows.append(("rest", -1, left))
    return [row for row in rows if row[2]]


def move_text(move: Move, session: Session) -> list[str]:
    """A price move and whose orders made it, one sentence each."""
    known = math.isfinite(move.change)
    whole = round(move.change * HUNDREDTHS) if known else 0
    way = "rise" if whole > 0 else "fall" if whole < 0 else "still"
    dollars = text.price(move.price * session.tick_usd(move.asset))
    told = translate("Causes", causes.MOVES[way]).format(
        asset=session.symbols[move.asset], exchange=text.exchange_name(session, move.exchange),
        change=text.percent(abs(whole) / HUNDREDTHS, 2), seconds=text.number(move.seconds),
        dollars=translate("Text", "${amount}").format(amount=dollars),
    )  # fmt: skip
    lines = [told]
    for name, source, pulled in parts_shown(move) if known else ():
        who = translate("Causes", causes.PARTS[name]).format(source=text.exchange_name(session, source))
        amount = text.change(pulled / HUNDREDTHS, 2)
        lines.append(translate("Causes", "{change} by {who}").format(change=amount, who=who))
    return lines


def pause_text(move: Move) -> str:
    """That a price stands still because trading is paused; empty while it is not."""
    if move.paused_since < 0:
        return ""
    told = causes.PAUSES["before" if move.parts else "nothing"]
    return translate("Causes", told).format(clock=text.clock(move.paused_since))


class WhyDialog(QDialog):
    """The chain as a list; enter or a double click goes to the moment of a line."""

    visited = Signal(int)
    """Number of the event whose moment the user wants to see."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Why this?"))
        self.list = ChainList()
        self.list.setAccessibleName(self.tr("Chain of causes; enter goes to the moment"))
        self.list.visited.connect(self.visited)
        self.caused, self.counted, hint = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.caused.setProperty("role", "soft")
        self.counted.setProperty("role", "faint")
        self.counted.setText(
            self.tr(
                "Counted along the chain: here every liquidation has one cause. The contagion chart's “ultimate origin” "
                "shares each one out among all that had moved its price; therefore its sums differ."
            )
        )
        hint.setText(self.tr("→ leads to a moment: Enter or a double click goes there."))
        hint.setProperty("role", "faint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.list, hint, self.caused, self.counted, buttons):
            column.addWidget(widget)
        open_wide(self, 660, 540)

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
            self.list.add(line, indent=min(n, 1))
        paused = pause_text(move)
        if paused:
            self.list.add(paused)
        if move.event >= 0:
            self.list.add(self.tr("Behind it:"))
            self._add_chain(move.event)
            self._tell_effects(move.event)
        else:
            self.caused.setText(self.tr("No news and no liquidation stands behind it: it is everyday trade."))
            self.counted.hide()

    def _add_chain(self, event: int) -> None:
        session = self._session
        links = causes.chain(session.branch.log(), event)
        for n, link in enumerate(links):
            self.list.add(link_text(link, session), link.event, indent=1)
            last = n + 1 == len(links)
            if not last or link.way in ("end", "noise"):
                self.list.add(way_text(link, session), indent=2)

    def _named(self, event: int) -> str:
        """An event, as it is called in a sentence about what it caused."""
        row = self._session.branch.log()[event]
        kind, at = Event(int(row["kind"])), text.clock(int(row["step"]))
        if kind == Event.NEWS:
            return self.tr("the news of {clock}").format(clock=at)
        if kind in SOLD:
            return self.tr("the liquidation at {clock}").format(clock=at)
        return self.tr("what happened at {clock}").format(clock=at)

    def _tell_effects(self, event: int) -> None:
        session = self._session
        found = causes.effects(session.branch.log(), event, len(session.exchanges))
        self.counted.setVisible(bool(found.all))
        if not found.all:
            told = self.tr("So far no liquidation was caused by {cause}.")
            self.caused.setText(told.format(cause=self._named(event)))
            return
        parts = [
            translate("Causes", "{exchange} {usd}").format(exchange=name, usd=text.money(usd))
            for name, usd in zip(session.exchanges, found.by_exchange, strict=True)
            if usd > 0
        ]
        told = self.tr(
            "Caused by {cause}: {direct} of {direct_usd} directly, {all} of {all_usd} with all that followed "
            "({parts}), the last at {clock}."
        )
        self.caused.setText(text.unbroken(told.format(
            cause=self._named(event),
            direct=text.counted(found.direct, self.tr("{count} liquidation"), self.tr("{count} liquidations")),
            direct_usd=text.money(found.direct_usd), all=text.number(found.all),
            all_usd=text.money(found.all_usd), parts=translate("Causes", ", ").join(parts),
            clock=text.clock(found.last_step),
        )))  # fmt: skip
