"""Numbers and sentences as people read them: the only place where values become words."""

import math
import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from model.events import Channel
from model.parameter import Kind, Parameter
from model.parameters import CHOICES
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
LISTS = ("assets", "makers")
"""Values of a sentence that are several, with spaces between."""
MOST_NAMED = 12
"""Of more names than this only the first are told."""
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


def money(dollars: float, bare: bool = False) -> str:
    """Dollars in the steps of the reader's language, with two or three figures: $3.1 B, $410 M, $52; $31 亿, $4.1 亿.

    A bare round sum is $10 B, not $10.0 B.
    """
    if not math.isfinite(dollars):
        return NONE
    sign, size, known = MINUS if round(dollars, 2) < 0 else "", abs(dollars), large_sums()
    step, word = known.step(size)
    if not word:
        template = translate("Text", "{sign}${amount}")
        return template.format(sign=sign, amount=number(size, 0 if size >= EXACT_BELOW or size == round(size) else 2))
    size /= step
    is_round = size >= 99.95 or (bare or not known.keeps_zero) and round(size, 1) == round(size)
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
    return {name: _written_value(name, value, values, session) for name, value in values.items()}


def _written_value(name: str, value: float | int | str, beside: dict[str, float | int | str], session: Session) -> str:
    if name in LISTS:
        return listed(_names(name, str(value).split(), session))
    if name == "reference":
        return halt_reference(session)
    if isinstance(value, str):
        return value
    if name in ("exchange", "source"):
        return exchange_name(session, int(value))
    if name == "asset":
        return asset_name(session, int(value))
    if name == "channel":
        return channel_name(int(value))
    if name == "price":
        asset = int(beside.get("asset", -1))
        return quote(float(value) * session.tick_usd(asset)) if asset >= 0 else NONE
    writers = {
        "usd": lambda usd: money(usd, bare=True), "time": duration,
        **dict.fromkeys(("percent", "longs", "size"), lambda part: percent(part, 0)),
    }  # fmt: skip
    return writers.get(name, number)(float(value))


def _names(name: str, places: list[str], session: Session) -> list[str]:
    return [asset_name(session, int(place)) for place in places] if name == "assets" else places


def listed(names: list[str]) -> str:
    """Names one after the other as one says them; of very many the first."""
    between = translate("Text", ", ")
    if len(names) > MOST_NAMED:
        told = translate("Text", "{names} and {count} more")
        return told.format(names=between.join(names[: MOST_NAMED - 2]), count=number(len(names) - MOST_NAMED + 2))
    if len(names) < 2:  # Qt's own list writes 和 without the spaces that stand beside Latin letters
        return "".join(names)
    told = translate("Text", "{names} and {last}") if len(names) == 2 else translate("Text", "{names}, and {last}")
    return told.format(names=between.join(names[:-1]), last=names[-1])


def asset_name(session: Session, asset: int) -> str:
    """An asset's symbol."""
    return session.symbols[asset] if 0 <= asset < len(session.symbols) else NONE


def halt_reference(session: Session) -> str:
    """What a fall is measured against by the breaker's rule in force."""
    rule, window = session.values["breaker.rule"], float(session.values["breaker.window"])
    if rule in ("us", "china"):
        return translate("Story", "the first price of {symbol}").format(symbol=asset_name(session, 0))
    if rule == "luld":
        return translate("Story", "the mean of five minutes")
    high = translate("Story", "the high of the last {time}")
    return high.format(time=duration(3600 if rule == "cme" else window))


def line_text(line: Line, session: Session) -> str:
    """A line of the story as a sentence, of which no number is torn from its unit."""
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


def choice_text(parameter: Parameter, choice: str) -> str:
    """What can be chosen, as people call it."""
    return translate("Parameters", CHOICES.get(parameter.key, {}).get(choice, choice))


def decimals_of(amount: float) -> int:
    """As many decimals as a setting needs and no more: one from 1 on, up to three below."""
    most = 1 if abs(amount) >= 1 else 3
    return next(d for d in range(most + 1) if d == most or abs(round(amount, d) - amount) < 10.0 ** -(most + 2))


def value_text(parameter: Parameter, value: bool | str | int | float) -> str:
    """A parameter's value with its unit."""
    if parameter.kind is Kind.SWITCH:
        return translate("Text", "on") if value else translate("Text", "off")
    if parameter.kind is Kind.CHOICE:
        return choice_text(parameter, str(value))
    amount = float(value)
    if parameter.unit == "$":
        return money(amount, bare=True)
    if parameter.unit == "s":
        return duration(amount)
    if is_part(parameter):
        return percent(amount, 0 if abs(amount * 100 - round(amount * 100)) < 1e-9 else 1)
    decimals = 0 if parameter.kind is Kind.WHOLE else decimals_of(amount)
    if not parameter.unit:
        return number(amount, decimals)
    template = translate("Text", "{number} {unit}")
    unit = translate("Parameters", "day") if parameter.unit == "days" and amount == 1 else unit_text(parameter.unit)
    return template.format(number=number(amount, decimals), unit=unit)
