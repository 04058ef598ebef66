"""Every colour and size on screen, by name, for three looks; the one keeper that says which is in force.

Colour grammar: bids blue, asks orange, liquidation red and nothing else red, yellow a halt. Colour is never the only
cue. Ask and halt have a second colour for words, which need more contrast than areas do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont

SCALE_LOW, SCALE_HIGH = 1.0, 1.8


@dataclass(frozen=True)
class Theme:
    """One look. Colours are named by what they mean; `sizes` are pixels of text by role at text scale 1."""

    name: str
    background: QColor
    panel: QColor
    panel_edge: QColor
    raised: QColor
    """Buttons, cards and fields that stand on a panel."""
    grid: QColor
    text: QColor
    text_soft: QColor
    text_faint: QColor
    bid: QColor
    bid_maker: QColor
    ask: QColor
    ask_maker: QColor
    ask_text: QColor
    liquidation: QColor
    halt: QColor
    halt_text: QColor
    altcoin: QColor
    """The median altcoin over time: neither bids nor asks; of the hue in which tiles fall."""
    staged: QColor
    """The asset on stage beside BTC and the median altcoin."""
    last: QColor
    mark: QColor
    ghost: QColor
    """The other road, and the outline of the normal book."""
    accent: QColor
    on_accent: QColor
    good: QColor
    confidence: QColor
    fund: QColor
    gauge: QColor
    """The empty part of a gauge, slider or switch."""
    tile_fill: QColor
    fall: tuple[QColor, ...]
    """A tile's colour at 0, 10, 20 and 30 % below its start; a deeper fall looks like the last."""
    venue: tuple[QColor, ...]
    """Exchanges in the scenario's order."""
    sizes: dict[str, int]

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self.text.lightness() > self.panel.lightness()


ROLES = ("title", "heading", "body", "small", "number", "big")
SIZES = {"title": 19, "heading": 15, "body": 14, "small": 12, "number": 14, "big": 22}
SIZES_PROJECTOR = {"title": 23, "heading": 18, "body": 17, "small": 15, "number": 17, "big": 27}
BOLD_ROLES = ("title", "heading", "big")


def _theme(name: str, sizes: dict[str, int], fall: str, venue: str, **tokens: str) -> Theme:
    """A look from colours as #rrggbb; `fall` and `venue` hold several, with spaces between."""
    several = {"fall": fall, "venue": venue}
    lists = {token: tuple(QColor(color) for color in colors.split()) for token, colors in several.items()}
    colors = {token: QColor(color) for token, color in tokens.items()}
    return Theme(name=name, sizes=sizes, fall=lists["fall"], venue=lists["venue"], **colors)


DARK = _theme(
    "dark",
    SIZES,
    fall="#212731 #413965 #6f428b #a544a7",
    venue="#7fd0ff #b9e06a #d873c4 #8f8cf0 #f0dcf8 #4fa88f #a9b3be #6e9645",
    background="#0d1117", panel="#151b23", panel_edge="#2b3440", raised="#1f2833", grid="#232c37",
    text="#eef2f7", text_soft="#b4bfcb", text_faint="#8e9aa8",
    bid="#4f9ff5", bid_maker="#2c5a8f", ask="#f5a14b", ask_maker="#8a5a26", ask_text="#f5a14b",
    liquidation="#ff4d5a", halt="#f7e463", halt_text="#f7e463",
    altcoin="#c670a9", staged="#70c69b",
    last="#ffffff", mark="#c9d1da", ghost="#9aa6b3",
    accent="#62aefc", on_accent="#08111c", good="#3fc4a6",
    confidence="#cbb6ff", fund="#35b598", gauge="#303b47", tile_fill="#24558f",
)  # fmt: skip
LIGHT = _theme(
    "light",
    SIZES,
    fall="#eceff4 #cbc3eb #c394e0 #cd5bcf",
    venue="#2279b3 #558000 #a3308a #2a1f96 #5c0f4c #1c5c4c #6c747e #6666d7",
    background="#e9edf2", panel="#ffffff", panel_edge="#c9d1da", raised="#f1f4f8", grid="#e1e6ec",
    text="#12181f", text_soft="#45515e", text_faint="#5d6976",
    bid="#1668c7", bid_maker="#7fabdc", ask="#cc6600", ask_maker="#e39856", ask_text="#9c4a00",
    liquidation="#c8102e", halt="#e3bd00", halt_text="#705900",
    altcoin="#7f2a8a", staged="#3a7d72",
    last="#000000", mark="#3c4650", ghost="#5d6976",
    accent="#1668c7", on_accent="#ffffff", good="#00745f",
    confidence="#4b1a8f", fund="#00806a", gauge="#c9d1da", tile_fill="#a8cdf3",
)  # fmt: skip
PROJECTOR = _theme(
    "projector",
    SIZES_PROJECTOR,
    fall="#eceff4 #c7bfea #bf8cde #c84acb",
    venue="#1a75b0 #557d00 #96217c #22178a #4d0a40 #134c3e #5c646e #5a58cc",
    background="#dfe4ea", panel="#ffffff", panel_edge="#8b96a3", raised="#eef2f6", grid="#d3dae2",
    text="#000000", text_soft="#2a333d", text_faint="#46515d",
    bid="#0b57b0", bid_maker="#74ace9", ask="#cc6600", ask_maker="#e39856", ask_text="#8f4200",
    liquidation="#c0001f", halt="#e0b800", halt_text="#5f4a00",
    altcoin="#741f80", staged="#2d7373",
    last="#000000", mark="#20262d", ghost="#4a5562",
    accent="#0b57b0", on_accent="#ffffff", good="#00664f",
    confidence="#3a0f80", fund="#007a60", gauge="#b5bfca", tile_fill="#9cc6f2",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (DARK, LIGHT, PROJECTOR)}


class ThemeKeeper(QObject):
    """Which look, text scale and stillness are in force; views draw again when `changed` is emitted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK
        self.scale = SCALE_LOW
        self.still = False
        """Whether nothing may move by itself."""

    def set_theme(self, name: str) -> None:
        """Take another look."""
        if name != self.theme.name:
            self.theme = THEMES[name]
            self.changed.emit()

    def set_scale(self, scale: float) -> None:
        """Make all text larger or smaller, from 1.0 to 1.8."""
        scale = min(max(scale, SCALE_LOW), SCALE_HIGH)
        if scale != self.scale:
            self.scale = scale
            self.changed.emit()

    def set_still(self, still: bool) -> None:
        """Let nothing move by itself, or let it move."""
        if still != self.still:
            self.still = still
            self.changed.emit()


keeper = ThemeKeeper()


def current() -> Theme:
    """The look in force."""
    return keeper.theme


def set_theme(name: str) -> None:
    """Take another look: "dark", "light" or "projector"."""
    keeper.set_theme(name)


@contextmanager
def worn(name: str, scale: float) -> Iterator[None]:
    """Another look for a picture of a view that nobody sees; the views on screen are not told and keep theirs."""
    before = keeper.theme, keeper.scale
    keeper.theme, keeper.scale = THEMES[name], scale
    try:
        yield
    finally:
        keeper.theme, keeper.scale = before


def pixels(role: str) -> int:
    """Text size of a role now, in pixels."""
    return round(keeper.theme.sizes[role] * keeper.scale)


def font(role: str, bold: bool = False) -> QFont:
    """Font of a role now; figures all have one width, so that running numbers do not tremble."""
    made = QFont()
    made.setPixelSize(pixels(role))
    made.setBold(bold or role in BOLD_ROLES)
    made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made


def with_alpha(color: QColor, alpha: float) -> QColor:
    """A colour made transparent: 0 nothing, 1 solid."""
    made = QColor(color)
    made.setAlphaF(alpha)
    return made


def mixed(first: QColor, second: QColor, part: float) -> QColor:
    """A solid colour between two: 0 the first, 1 the second."""
    red = round(first.red() + (second.red() - first.red()) * part)
    green = round(first.green() + (second.green() - first.green()) * part)
    blue = round(first.blue() + (second.blue() - first.blue()) * part)
    return QColor(red, green, blue)


def fall_color(theme: Theme, change: float) -> QColor:
    """A tile's colour for its change since the start; a rise looks like no change."""
    stops = (0.0, 0.1, 0.2, 0.3)
    fall = min(max(-change, 0.0), stops[-1])
    for low, high, dim, deep in zip(stops, stops[1:], theme.fall, theme.fall[1:], strict=False):
        if fall <= high:
            return mixed(dim, deep, (fall - low) / (high - low))
    return theme.fall[-1]
