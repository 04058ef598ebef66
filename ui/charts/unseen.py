"""Seconds that nobody has looked at yet: where they are, how they are marked, and how many are left, in words."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from ui.charts.history import Span, spans_of
from ui.text import percent, translate
from ui.theme import current, with_alpha


def unseen_spans(looks: Iterable[int], horizon: int, stride: int) -> list[Span]:
    """From the first to the last second of each gap between looks that should be `stride` seconds apart."""
    missing = np.ones(horizon // stride + 1, np.bool_)
    missing[[look // stride for look in looks if look <= horizon]] = False
    return [Span(first * stride, min((last + 1) * stride, horizon)) for first, last in spans_of(missing)]


def hatch_unseen(painter: QPainter, room: QRectF) -> None:
    """Mark a gap, so that it does not read as "nothing was there"."""
    painter.fillRect(room, QBrush(with_alpha(current().text_faint, 0.35), Qt.BrushStyle.FDiagPattern))


def wordings_looking(titles: tuple[str, ...], part: float) -> tuple[str, ...]:
    """A chart's titles while skipped seconds are made up for, each with how far that is; last that alone."""
    long, short = translate("Charts", "{title}; {looking}"), translate("Charts", "{title}; {part} looked at")
    looking = translate("Charts", "looking at the seconds that were skipped: {part}").format(part=percent(part, 0))
    alone = translate("Charts", "catching up: {part}").format(part=percent(part, 0))
    known = (short.format(title=title, part=percent(part, 0)) for title in titles)
    return long.format(title=titles[0], looking=looking), *known, alone
