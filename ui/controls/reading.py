"""From what a person typed to a value, and from a slider's place to a round one."""

import math
import re
from typing import NamedTuple

from model.parameter import Kind, Parameter
from ui.text import MINUS, is_part, large_sums, locale, spans, unit_text

SIZES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
SPANS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
"""Letters that are understood in every language; beside them each has its own words."""
WRITTEN = re.compile(r"^([-+]?[\d.,]+)([^\W\d_]*)")
SLIDER_PLACES = 200
REACH = 4.0
"""A slider reaches from the lower limit to so many times the default; a field takes every allowed value."""
NICE = (1.0, 2.0, 5.0, 10.0)


def read_value(parameter: Parameter, text: str) -> int | float | None:
    """The number a text means for this parameter; None if it means none."""
    named = "" if parameter.unit in ("$", "s") else unit_text(parameter.unit)
    bare = re.sub(r"[\s$×]", "", text.strip().removesuffix(named)).replace(MINUS, "-")
    found = WRITTEN.match(bare)
    if not found:
        return None
    amount, understood = locale().toDouble(found[1])
    suffix = found[2].lower()
    if not understood:
        return None
    if parameter.unit == "$":
        amount *= _sized(suffix)
    elif parameter.unit == "s":
        amount *= _lasting(suffix)
    elif is_part(parameter):
        amount /= 100.0
    amount = round(amount, 12)
    return round(amount) if parameter.kind is Kind.WHOLE else amount


def _sized(suffix: str) -> float:
    """What the word behind a sum multiplies it by; the longest that fits counts, since one may begin another."""
    known = SIZES | {word.lower(): size for size, word in large_sums().steps}
    return max(((len(word), size) for word, size in known.items() if suffix.startswith(word)), default=(0, 1.0))[1]


def _lasting(suffix: str) -> float:
    """Seconds of the unit behind a span; its first letters are enough, and more than its word does no harm."""
    known = (SPANS | spans()).items() if suffix else ()
    return next((size for word, size in known if word.startswith(suffix) or suffix.startswith(word)), 1.0)


class Scale(NamedTuple):
    """The round values that a slider can stand on: `places` steps above `low`."""

    low: float
    high: float
    step: float

    @property
    def places(self) -> int:
        """Number of the last place; the first is 0."""
        return max(1, round((self.high - self._base) / self.step))

    @property
    def _base(self) -> float:
        return math.floor(self.low / self.step) * self.step

    def value(self, place: int) -> float:
        """The value at a place."""
        return round(min(max(self._base + place * self.step, self.low), self.high), 10)

    def place(self, value: float) -> int:
        """The place nearest to a value."""
        return min(max(round((value - self._base) / self.step), 0), self.places)


def scale_of(parameter: Parameter) -> Scale:
    """What a slider of this parameter spans: limits, or a sensible part of them around the default."""
    low, high = parameter.low, parameter.high
    if parameter.default > 0:
        high = min(high, parameter.default * REACH)
        low = max(low, 0.0)
    elif parameter.default < 0:
        low, high = max(low, parameter.default * REACH), min(high, 0.0)
    rough = (high - low) / SLIDER_PLACES
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in NICE if power * nice >= rough * 0.999)
    return Scale(low, high, max(step, 1.0) if parameter.kind is Kind.WHOLE else step)
