"""How much of the book is left: bids within 2 % of the asset on stage, by exchange, against the normal book."""

import numpy as np
from PySide6.QtWidgets import QWidget

from model.session import Session
from model.timeline import Branch
from ui.charts.lines import LinesChart, Series
from ui.text import percent
from ui.theme import current


class DepthChart(LinesChart):
    """One line an exchange."""

    key = "depth-left"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words again."""
        self.setAccessibleName(self.tr("Depth left over time"))

    def title(self) -> str:
        """What is shown."""
        return self.wordings()[0]

    def wordings(self) -> tuple[str, ...]:
        """With what dashed lines mean, or without; last in few words."""
        symbol = self.session.symbols[self.session.asset]
        words = self.tr("{symbol}: bids within 2 % of the price, as a share of the normal book").format(symbol=symbol)
        return self.with_other(words, self.tr("{symbol} bids within 2 %: share of normal").format(symbol=symbol))

    def floors(self) -> tuple[float, ...]:
        """Nothing left."""
        return (0.0,)

    def ceilings(self) -> tuple[float, ...]:
        """All of it, or more."""
        return (1.2, 1.6, 2.0, 4.0, 10.0, 100.0)

    def written(self, value: float) -> str:
        """In percent."""
        return percent(value, 0)

    def written_exactly(self, value: float) -> str:
        """In percent, with a decimal."""
        return percent(value, 1)

    def series(self, branch: Branch) -> list[Series]:
        """One line an exchange: the bids of each second against the normal book at that second's price."""
        session, theme = self.session, current()
        rows, market = branch.record.books[: branch.horizon + 1], session.timeline.here.market
        lines = []
        for x, name in enumerate(session.exchanges if len(rows) > 1 else ()):
            k = x * len(session.symbols) + session.asset
            lots = float(market.books.book["normal_lots"][k]) * int(market.asset["tick_value"][session.asset]) * 1e-6
            normal = rows["double_mid"][:, k] * 0.5 * lots
            part = rows["bid_2"][:, k] / np.maximum(normal, 1e-9)
            part[0] = part[1]  # nothing is measured before the first second
            lines.append(Series(name, theme.venue[x % len(theme.venue)], 1.6, part))
        return lines
