"""Large sums of money in words: one language counts by thousands, another by ten thousands; each declares its own steps."""

import re
from functools import lru_cache
from typing import NamedTuple

from model.parameters import QT_TRANSLATE_NOOP as T

SUMS = T("Text", "K=1e3 M=1e6 B=1e9 1.0")
"""Translated as a whole: a language's words and what each stands for, and a round sum as it is written there, 1.0 or 1."""
STEP = re.compile(r"(\S+)=(\d+(?:e\d+)?)")


class Sums(NamedTuple):
    """How one language writes large sums."""

    steps: tuple[tuple[float, str], ...]
    """What a word stands for and the word, smallest first."""
    keeps_zero: bool
    """Whether a round sum shows its tenths: 31.0 M, but 3,100 万."""

    def step(self, amount: float) -> tuple[float, str]:
        """What a sum is counted in, so that no rounding shows a thousand of it where the next word begins; 1 without a word."""
        found, below = (1.0, ""), 1.0
        for size, word in self.steps:
            if abs(amount) >= size - below / 2:
                found = (size, word)
            below = size
        return found


@lru_cache(maxsize=16)
def sums(words: str) -> Sums:
    """The steps that a language's words declare."""
    steps = sorted((float(size), word) for word, size in STEP.findall(words))
    return Sums(tuple(steps), words.rstrip().endswith(".0"))
