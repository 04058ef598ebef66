"""Numbers and sentences as people read them: the only place where values become words."""

import math
import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from model.events import Channel
from model.parameter import Kind, Parameter
from model.session import REPRODUCTION_LEAST, Session
from model.story import CHANNEL_NAMES, TEMPLATES, Line
from model.sums import SUMS, Sums, sums

translate = QCoreApplication.translate

MINUS = "\u2212"
NONE = "\u2014"
"""Stands where there is no number."""
EXACT_BELOW = 100.0
"""Dollars under this are shown with cents."""
UNIT_AFTER = re.compile(
    r"(\d) (?=(?:%|×|[KMB]|BTC|bp|pts|min|[shd])(?:\W|$|[\u4e00-\u9fff])|秒|分|小时|天|[万亿倍]|基点|个百分点)"
)
MOST_SHOWN = 20.0
"""A reproduction number above this is only called larger."""


def locale(place: str = "") -> QLocale:
    """The reader's way of writing numbers, or that of a named place; the bare C locale becomes English."""
    name = place or QLocale().name()
    return QLocale("en" if name == "C" else name)


@lru_cache(maxsize=8192)
def _written(value: float, decimals: int, place: str) -> str:
    return locale(place).toString(value, "f", decimals).replace("-", MINUS)


def number(value: float, decimals: int = 0) -> str:
    """A number with separators, a true minus and no minus before a zero."""
    return _written(round(float(value), decimals) + 0.0, decimals, QLocale().name()) if math.isfinite(value) else NONE


def counted(count: float, one: str, many: str) -> str:
    """A count in its words: the first for exactly one, the second for all others; both have a place for {count}."""
    return (one if count == 1 else many).format(count=number(count))


def unbroken(words: str) -> str:
    """The same words, of which no line ends between a number and its unit."""
    return UNIT_AFTER.sub("\\1\u00a0", words)


def signed(value: float, decimals: int = 0) -> str:
    """A number with its sign, plus included."""
    written = number(value, decimals)
    return "+" + written if math.isfinite(value) and round(value, decimals) > 0 else written


def large_sums() -> Sums:
    """How the reader's language writes large sums."""
    return sums(translate("Text", SUMS))


def money(dollars: float) -> str:
    """Dollars in the steps of the reader's language, with two or three figures: $3.1 B, $410 M, $52; $31 亿, $4.1 亿."""
    if not math.isfinite(dollars):
        return NONE
    sign, size, known = MINUS if round(dollars, 2) < 0 else "", abs(dollars), large_sums()
    step, word = known.step(size)
    if not word:
        template = translate("Text", "{sign}${amount}")
        return template.format(sign=sign, amount=number(size, 0 if size >= EXACT_BELOW or size == round(size) else 2))
    size /= step
    is_round = size >= 99.95 or not known.keeps_zero and round(size, 1) == round(size)
    return translate("Text", "{sign}${amount} {step}").format(
        sign=sign, amount=number(size, 0 if is_round else 1), step=word
    )


def percent(part: float, decimals: int = 1) -> str:
    """A part as percent: −0.114 is −11.4 %."""
    return translate("Text", "{number} %").format(number=number(part * 100, decimals)) if math.isfinite(part) else NONE


def change(part: float, decimals: int = 1) -> str:
    """A change since the start as percent, with its sign."""
    return translate("Text", "{number} %").format(number=signed(part * 100, decimals)) if math.isfinite(part) else NONE


def reproduction(value: float, before: float) -> str:
    """R as it is shown: nothing while too little was liquidated the minute before, and no more than a bound."""
    if not math.isfinite(value) or before < REPRODUCTION_LEAST:
        return NONE
    if value > MOST_SHOWN:
        return translate("Text", "> {number}").format(number=number(MOST_SHOWN))
    return number(value, 2)


def points(value: float) -> str:
    """Percentage points, with their sign."""
    return translate("Text", "{number} pts").format(number=signed(value, 1)) if math.isfinite(value) else NONE


def price_decimals(price: float) -> int:
    """Decimals that a price of this size is shown with: four or five figures in all."""
    if not math.isfinite(price) or price >= 1000:
        return 0
    return min(max(3 - math.floor(math.log10(max(price, 1e-6))), 0), 8)


def price(value: float, like: float | None = None) -> str:
    """A price; with as many decimals as another price has, if one is given."""
    return number(value, price_decimals(value if like is None else like))


def quote(value: float, like: float | None = None) -> str:
    """A price with its unit."""
    if not math.isfinite(value):
        return NONE
    return translate("Text", "${amount}").format(amount=price(value, like))


def spread(dollars: float, like: float) -> str:
    """A spread in dollars, as fine as the price it belongs to."""
    if not math.isfinite(dollars):
        return NONE
    return translate("Text", "${amount}").format(amount=number(dollars, price_decimals(like)))


def times(ratio: float) -> str:
    """A multiple: 5.2×."""
    if not math.isfinite(ratio):
        return NONE
    return translate("Text", "{number}×").format(number=number(ratio, 0 if ratio >= 9.95 else 1))


def clock(step: int) -> str:
    """Market time as hh:mm:ss."""
    minutes, seconds = divmod(int(step), 60)
    hours, minutes = divmod(minutes, 60)
    return translate("Text", "{hours:02d}:{minutes:02d}:{seconds:02d}").format(
        hours=hours, minutes=minutes, seconds=seconds
    )


def countdown(seconds: int) -> str:
    """Time left as m:ss."""
    minutes, rest = divmod(int(seconds), 60)
    return translate("Text", "{minutes}:{seconds:02d}").format(minutes=minutes, seconds=rest)


def duration(seconds: float) -> str:
    """A span of time in its natural unit: 45 s, 10 min, 2 h, 10 d."""
    if seconds >= 172_800 and seconds % 86_400 == 0:
        return translate("Text", "{number} d").format(number=number(seconds / 86_400))
    if seconds >= 7200 and seconds % 1800 == 0:
        return translate("Text", "{number} h").format(number=number(seconds / 3600, 0 if seconds % 3600 == 0 else 1))
    if seconds >= 120 and seconds % 30 == 0:
        return translate("Text", "{number} min").format(number=number(seconds / 60, 0 if seconds % 60 == 0 else 1))
    return translate("Text", "{number} s").format(number=number(seconds, 0 if seconds == int(seconds) else 1))


def spans() -> dict[str, float]:
    """The units of a span of time, as the reader's language writes them, in seconds."""
    templates = (
        (translate("Text", "{number} s"), 1.0), (translate("Text", "{number} min"), 60.0),
        (translate("Text", "{number} h"), 3600.0), (translate("Text", "{number} d"), 86_400.0),
    )  # fmt: skip
    return {template.format(number="").strip(): seconds for template, seconds in templates}


def channel_name(channel: int) -> str:
    """How a cause travelled, in words."""
    return translate("Story", CHANNEL_NAMES[Channel(channel)]) if channel in CHANNEL_NAMES else NONE


def phase_title(session: Session, phase: int) -> str:
    """What the last phase did of a second that is under way; empty between seconds."""
    return translate("Phases", session.phases[phase - 1][1]) if phase else ""


def exchange_name(session: Session, exchange: int) -> str:
    """An exchange's name."""
    return session.exchanges[exchange] if 0 <= exchange < len(session.exchanges) else NONE


def written_values(values: dict[str, float | int | str], session: Session) -> dict[str, str]:
    """Raw values of a sentence (dollars, ticks, indices) as words, by name."""
    written: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, str):
            written[name] = value
        elif name in ("exchange", "source"):
            written[name] = exchange_name(session, int(value))
        elif name == "asset":
            written[name] = session.symbols[int(value)] if 0 <= value < len(session.symbols) else NONE
        elif name == "channel":
            written[name] = channel_name(int(value))
        elif name == "usd":
            written[name] = money(float(value))
        elif name == "price":
            asset = int(values.get("asset", -1))
            dollars = float(value) * session.tick_usd(asset) if asset >= 0 else math.nan
            written[name] = translate("Text", "${amount}").format(amount=price(dollars))
        elif name in ("percent", "longs"):
            written[name] = percent(float(value), 0)
        else:
            written[name] = number(float(value))
    return written


def line_text(line: Line, session: Session) -> str:
    """A line of the story as a sentence."""
    return unbroken(translate("Story", TEMPLATES[line.template]).format(**written_values(line.values, session)))


def parameter_title(parameter: Parameter) -> str:
    """A parameter's name."""
    return translate("Parameters", parameter.title)


def parameter_help(parameter: Parameter) -> str:
    """What a parameter means, in a sentence."""
    return translate("Parameters", parameter.help)


def unit_text(unit: str) -> str:
    """A unit; empty for a bare number."""
    return translate("Parameters", unit) if unit else ""


def is_part(parameter: Parameter) -> bool:
    """Whether a parameter is a part of a whole and so shown as percent."""
    bare = parameter.unit in ("", "of capital", "of depth")
    return parameter.kind is Kind.NUMBER and bare and (parameter.high <= 1 or bool(parameter.unit))


def value_text(parameter: Parameter, value: bool | str | int | float) -> str:
    """A parameter's value with its unit."""
    if parameter.kind is Kind.SWITCH:
        return translate("Text", "on") if value else translate("Text", "off")
    if parameter.kind is Kind.CHOICE:
        return translate("Parameters", str(value))
    amount = float(value)
    if parameter.unit == "$":
        return money(amount)
    if parameter.unit == "s":
        return duration(amount)
    if is_part(parameter):
        return percent(amount, 0 if abs(amount * 100 - round(amount * 100)) < 1e-9 else 1)
    decimals = 0 if parameter.kind is Kind.WHOLE or amount == int(amount) else (1 if abs(amount) >= 1 else 3)
    if not parameter.unit:
        return number(amount, decimals)
    template = translate("Text", "{number} {unit}")
    unit = translate("Parameters", "day") if parameter.unit == "days" and amount == 1 else unit_text(parameter.unit)
    return template.format(number=number(amount, decimals), unit=unit)
