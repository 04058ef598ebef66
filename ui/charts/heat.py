"""Heat of an order book over time: resting dollars as bytes, and the colours that the bytes stand for.

One byte a column and price band: 0 nothing, 1 to 127 bids, 128 to 255 asks, brighter the more rests there, on one
logarithmic scale whose ends stay where they are.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from model.survey import Depth
from ui.theme import THEMES, Theme, mixed

SHADES = 127
SPAN = 1000.0
"""Times by which the brightest shade is more than the faintest."""
GLOW = 0.55
"""Place in the ramp of the plain colour; from there it goes on to the text's colour."""


@lru_cache(maxsize=4)
def colors_of(name: str) -> tuple[int, ...]:
    """The 256 colours of a look, as Qt's numbers."""
    theme = THEMES[name]
    table = [theme.panel.rgb()]
    for color in (theme.bid, theme.ask):
        count = SHADES if color is theme.bid else 255 - SHADES
        table += [_shade(theme, color, (n + 1) / count).rgb() for n in range(count)]
    return tuple(table)


def _shade(theme: Theme, color: QColor, part: float) -> QColor:
    if part <= GLOW:
        return mixed(theme.panel, color, 0.12 + 0.88 * part / GLOW)
    return mixed(color, theme.text, 0.75 * (part - GLOW) / (1 - GLOW))


def shades(usd: NDArray[np.float64], top: float) -> NDArray[np.uint8]:
    """Dollars as shades 0 to 127: 127 from the top on, 1 at a thousandth of it or less, 0 for nothing."""
    part = np.log(np.maximum(usd, 1e-9) * (SPAN / top)) / np.log(SPAN)
    return np.where(usd > 0, np.clip(np.ceil(part * SHADES), 1, SHADES), 0).astype(np.uint8)


def column_of(look: Depth, exchange: int, first: int, rows: int, top: float) -> NDArray[np.uint8]:
    """One moment as a column of bytes, highest price first; an exchange's number, or −1 for all together."""
    column = np.zeros(rows, np.uint8)
    mine = (look.band >= first) & (look.band < first + rows)
    if exchange >= 0:
        mine &= look.exchange == exchange
    bids, asks = (
        np.bincount(look.band[mine & side] - first, look.usd[mine & side], rows).astype(np.float64)
        for side in (look.is_bid, ~look.is_bid)
    )
    column = np.where(bids >= asks, shades(bids, top), shades(asks, top) + np.uint8(SHADES) * (asks > 0))
    return np.ascontiguousarray(column[::-1]).astype(np.uint8)


def image_of(heat: NDArray[np.uint8], theme: Theme) -> QImage:
    """The bytes as a picture; rows of the array are rows of the picture."""
    rows, columns = heat.shape
    image = QImage(heat.tobytes(), columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable(colors_of(theme.name))
    return image


def scale_of(theme: Theme) -> QImage:
    """Both ramps side by side, the brightest on top."""
    column = np.arange(SHADES, 0, -1, dtype=np.uint8)
    return image_of(np.stack((column, column + np.uint8(SHADES)), axis=1), theme)
