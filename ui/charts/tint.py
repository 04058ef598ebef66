"""Shades of one colour for what is stacked: the first in the plain colour, each further one paler, the last still seen."""

from functools import lru_cache

from PySide6.QtGui import QColor

from ui.theme import current, mixed

LEAST_CONTRAST = 2.25
"""What the palest shade has against the panel."""
MOST_PALE = 0.6
"""However strong a colour is, its shades stay shades of it."""


def shade(color: QColor, place: int, count: int) -> QColor:
    """The shade of one of so many."""
    panel = current().panel
    return mixed(color, panel, _palest(color.name(), panel.name()) * place / max(count - 1, 1))


@lru_cache(maxsize=64)
def _palest(color: str, panel: str) -> float:
    """How far a colour can be mixed into the panel and still be seen."""
    steps = [MOST_PALE * n / 60 for n in range(60, -1, -1)]
    return next((part for part in steps if _contrast(mixed(QColor(color), QColor(panel), part), QColor(panel))
                 >= LEAST_CONTRAST), 0.0)  # fmt: skip


def shorts_color() -> QColor:
    """The asks' orange, deep enough in light looks for three shades of it."""
    return mixed(current().ask, current().ask_text, 0.4)


def readable_on(ground: QColor) -> QColor:
    """Whichever of the look's lightest and darkest stands out more from a ground."""
    return max((current().text, current().panel), key=lambda color: _contrast(color, ground))


def _contrast(first: QColor, second: QColor) -> float:
    """Contrast of two colours as the accessibility guidelines count it: 1 none, 21 black on white."""
    low, high = sorted((_light(first), _light(second)))
    return (high + 0.05) / (low + 0.05)


def _light(color: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
