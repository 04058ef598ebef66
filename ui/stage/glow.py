"""What glows on for a moment while the market plays fast, so that nothing flashes: eaten bars and their dollars.

Standing still, there is no glow and everything shown is of the second shown.
"""

import math

import numpy as np

from ui.stage.shown import Shown

FADE_MS = 450.0
NOTHING = 1.0
"""Dollars below which a glow is over."""


class Glow:
    """The afterglow of one column."""

    def __init__(self) -> None:
        self._bars: dict[int, float] = {}
        self._now = 0.0

    def clear(self) -> None:
        """Forget what was."""
        self._bars.clear()
        self._now = 0.0

    def over(self, venue: Shown, first: int, elapsed_ms: float) -> Shown:
        """The column with what still glows; `first` is the number of its first bar."""
        if elapsed_ms <= 0:
            self.clear()
            return venue
        fade = math.exp(-elapsed_ms / FADE_MS)
        bars = {n: usd * fade for n, usd in self._bars.items() if usd * fade > NOTHING}
        for n in np.flatnonzero(venue.eaten).tolist():
            bars[first + n] = max(bars.get(first + n, 0.0), float(venue.eaten[n]))
        self._bars = bars
        self._now = max(self._now * fade, venue.eaten_usd)
        eaten = np.zeros_like(venue.eaten)
        for n, usd in bars.items():
            if 0 <= n - first < eaten.size:
                eaten[n - first] = usd
        return venue._replace(eaten=eaten, eaten_usd=self._now)
