"""Guesses and outcomes as people read them."""

import math
from collections.abc import Callable
from typing import NamedTuple

from model.lesson import CHOICE, DIRECTION, HANDS, NUMBER, SAME, Guess, StepText
from model.lesson_measures import COUNT, PART, PRICE, SECONDS, TIMES, USD, unit_of
from model.lesson_play import Answer
from ui.text import NONE, change, clock, duration, money, number, percent, price, times, translate

SIGNED = ("change", "low", "median_low", "worst_minute")
"""Measures that are changes, and so are written with their sign."""
NO_BREAK, PLUS, MINUS = "\u00a0", "+\u2060", "\u2212\u2060"
"""A space and a join at which no line is broken: a number is never torn from its sign and unit."""
CLOSE = 0.15
"""A number is close when it is off by no more than this part of the outcome."""


class Given(NamedTuple):
    """A guess as it was given: a number, or a choice, perhaps with the hands counted for each."""

    value: float = math.nan
    choice: int = -1
    hands: tuple[int, ...] = ()


def value_words(measure: str, value: float, apart: bool = False) -> str:
    """A measured value with its unit; `apart` for the difference of two roads, which is a length of time and no clock."""
    if not math.isfinite(value):
        return NONE
    unit, name = unit_of(measure), measure.partition(".")[0]
    if apart and value > 0 and unit != SECONDS and name not in SIGNED:
        return translate("Lesson", "+{value}").format(value=value_words(measure, value))
    if unit == SECONDS and apart:
        template = translate("Lesson", "{time} earlier") if value < 0 else translate("Lesson", "{time} later")
        return template.format(time=duration(abs(value)))
    if unit == PART:
        return change(value) if name in SIGNED else percent(value, 0)
    if unit == PRICE:
        return translate("Text", "${amount}").format(amount=price(value, abs(value)))
    writers: dict[str, Callable[[float], str]] = {
        USD: money,
        TIMES: times,
        SECONDS: lambda step: clock(round(step)),
        COUNT: number,
    }
    return writers[unit](value)


def choice_words(guess: Guess, text: StepText) -> tuple[str, ...]:
    """What can be chosen, in words."""
    if guess.kind == DIRECTION:
        more, less = direction_words(guess.measure)
        return more, translate("Lesson", "● about the same"), less
    return text.choices


def direction_words(measure: str) -> tuple[str, str]:
    """More and less of a measure, as one says it."""
    name, unit = measure.partition(".")[0], unit_of(measure)
    if unit == SECONDS:
        return translate("Lesson", "▲ later"), translate("Lesson", "▼ sooner")
    if unit == PRICE or name in SIGNED:
        return translate("Lesson", "▲ higher"), translate("Lesson", "▼ lower")
    if unit == TIMES and name == "spread":
        return translate("Lesson", "▲ wider"), translate("Lesson", "▼ narrower")
    return translate("Lesson", "▲ more"), translate("Lesson", "▼ less")


def is_choice(guess: Guess) -> bool:
    """Whether one of several answers is chosen."""
    return guess.kind in (DIRECTION, CHOICE, HANDS)


def given_words(guess: Guess, text: StepText, given: Given) -> str:
    """A guess in words."""
    if is_choice(guess):
        return choice_words(guess, text)[given.choice]
    return number(given.value) if guess.trial else value_words(guess.measure, given.value)


def answer_words(guess: Guess, text: StepText, answer: Answer) -> str:
    """An outcome in words: the choice that it makes, and the number behind it."""
    if guess.kind == NUMBER:
        return number(answer.value) if guess.trial else value_words(guess.measure, answer.value)
    chosen = choice_words(guess, text)[min(answer.choice, len(choice_words(guess, text)) - 1)]
    measure = guess.measure or (guess.among[answer.choice] if guess.among else "")
    if not measure or not math.isfinite(answer.value):
        return chosen
    written = value_words(measure, answer.value, bool(guess.against) or guess.kind == DIRECTION)
    together = written.replace(" ", NO_BREAK).replace("+", PLUS).replace("\u2212", MINUS)
    return translate("Lesson", "{choice} ({value})").format(choice=chosen, value=together)


def verdict(guess: Guess, given: Given, answer: Answer) -> str:
    """Guess against outcome, in a word or two."""
    if is_choice(guess):
        right = given.choice == answer.choice
        return translate("Lesson", "as guessed") if right else translate("Lesson", "otherwise than guessed")
    away = abs(given.value - answer.value)
    close = away <= max(CLOSE * abs(answer.value), 1e-9)
    return translate("Lesson", "close") if close else translate("Lesson", "far off")


def is_right(guess: Guess, given: Given, answer: Answer) -> bool:
    """Whether a guess was right, or close."""
    if is_choice(guess):
        return given.choice == answer.choice
    return abs(given.value - answer.value) <= max(CLOSE * abs(answer.value), 1e-9)


def direction_of(choice: int) -> int:
    """A direction's choice as up (1), about the same (0) or down (−1)."""
    return SAME - choice
