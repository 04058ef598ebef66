"""Every colour and size on screen, by name, for three looks; the one keeper that says which is in force.

Colour grammar: bids blue, asks orange, liquidation red and nothing else red, yellow a halt. Colour is never the only
cue. Ask and halt have a second colour for words, which need more contrast than areas do.
Ask and halt have a second colour for words, which need more contrast than areas do.
"""

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
    """A tile's colour at 0, 10, 20, 40 and 60 % below its start."""
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


def _colors(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


DARK = Theme(
    "dark",
    *_colors("#0d1117", "#151b23", "#2b3440", "#1f2833", "#232c37"),
    *_colors("#eef2f7", "#b4bfcb", "#8e9aa8"),
    *_colors("#4f9ff5", "#2c5a8f", "#f5a14b", "#8a5a26", "#f5a14b", "#ff4d5a", "#f7e463", "#f7e463"),
    *_colors("#ffffff", "#c9d1da", "#9aa6b3"),
    *_colors("#62aefc", "#08111c", "#3fc4a6", "#cbb6ff", "#35b598", "#303b47", "#24558f"),
    _colors("#36414d", "#454468", "#5b4684", "#7c4492", "#9c3f92"),
    _colors("#7fd0ff", "#b9e06a", "#d873c4", "#8f8cf0", "#f0dcf8", "#4fa88f", "#a9b3be", "#4a66d8"),
    SIZES,
)
LIGHT = Theme(
    "light",
    *_colors("#e9edf2", "#ffffff", "#c9d1da", "#f1f4f8", "#e1e6ec"),
    *_colors("#12181f", "#45515e", "#5d6976"),
    *_colors("#1668c7", "#86b6ec", "#e07a10", "#f3be8a", "#9c4a00", "#c8102e", "#e3bd00", "#705900"),
    *_colors("#000000", "#3c4650", "#5d6976"),
    *_colors("#1668c7", "#ffffff", "#00745f", "#4b1a8f", "#00806a", "#c9d1da", "#a8cdf3"),
    _colors("#eceff3", "#e6dcf0", "#dcc4e8", "#d1a8de", "#c58fd3"),
    _colors("#2585c4", "#5f8f00", "#a3308a", "#2a1f96", "#5c0f4c", "#1c5c4c", "#6e7781", "#6a6ad8"),
    SIZES,
)
PROJECTOR = Theme(
    "projector",
    *_colors("#dfe4ea", "#ffffff", "#8b96a3", "#eef2f6", "#d3dae2"),
    *_colors("#000000", "#2a333d", "#46515d"),
    *_colors("#0b57b0", "#74ace9", "#e07000", "#f2b57a", "#8f4200", "#c0001f", "#e0b800", "#5f4a00"),
    *_colors("#000000", "#20262d", "#4a5562"),
    *_colors("#0b57b0", "#ffffff", "#00664f", "#3a0f80", "#007a60", "#b5bfca", "#9cc6f2"),
    _colors("#eceff3", "#e4d8ef", "#d8bce6", "#cb9fdb", "#bd86cd"),
    _colors("#1a75b0", "#679600", "#96217c", "#22178a", "#4d0a40", "#134c3e", "#5c646e", "#5a58cc"),
    SIZES_PROJECTOR,
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT, PROJECTOR)}


class ThemeKeeper(QObject):
    """Which look and text scale are in force; views draw again when `changed` is emitted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK
        self.scale = SCALE_LOW

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


keeper = ThemeKeeper()


def current() -> Theme:
    """The look in force."""
    return keeper.theme


def set_theme(name: str) -> None:
    """Take another look: "dark", "light" or "projector"."""
    keeper.set_theme(name)


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
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))


def fall_color(theme: Theme, change: float) -> QColor:
    """A tile's colour for its change since the start; a rise looks like no change."""
    stops = (0.0, 0.1, 0.2, 0.4, 0.6)
    fall = min(max(-change, 0.0), stops[-1])
    for low, high, dim, deep in zip(stops, stops[1:], theme.fall, theme.fall[1:], strict=False):
        if fall <= high:
            return mixed(dim, deep, (fall - low) / (high - low))
    return theme.fall[-1]
