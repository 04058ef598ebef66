"""What is known of a number of a scenario: its name, meaning, unit, range, default, provenance and moment of effect."""

from enum import Enum
from typing import NamedTuple

from model.bad_input import Said, say


class Effect(Enum):
    """When a changed value takes effect."""

    LIVE = "live"
    NEW_RUN = "new run"


class Provenance(Enum):
    """Where a number comes from."""

    CLAIMED = "claimed"
    REPORTED = "reported"
    ASSUMED = "assumed"
    RULE = "rule"


class Kind(Enum):
    """How a value is written and shown."""

    SWITCH = "switch"
    CHOICE = "choice"
    WHOLE = "whole"
    NUMBER = "number"


class Parameter(NamedTuple):
    """One number of a scenario: what it is called, what it means, what it may be, and where it comes from."""

    key: str
    title: str
    help: str
    unit: str
    default: float
    low: float
    high: float
    kind: Kind = Kind.NUMBER
    provenance: Provenance = Provenance.ASSUMED
    source: str = ""
    effect: Effect = Effect.NEW_RUN
    choices: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """First part of the dotted key."""
        return self.key.split(".")[0]

    @property
    def field(self) -> str:
        """Name of the value inside the compiled settings record."""
        return self.key.replace(".", "_")

    def problem(self, value: object) -> str:
        """What should have stood instead of a value; empty if it is one that the parameter can have."""
        return "" if self._allows(value) else self._wanted()

    def _allows(self, value: object) -> bool:
        if self.kind is Kind.SWITCH:
            return isinstance(value, bool)
        if self.kind is Kind.CHOICE:
            return isinstance(value, str) and value in self.choices
        if isinstance(value, bool) or not isinstance(value, int | float) or not self.low <= value <= self.high:
            return False
        return self.kind is not Kind.WHOLE or value == int(value)

    def _wanted(self) -> Said:
        low, high = f"{self.low:g}", f"{self.high:g}" + (f" ({self.unit})" if self.unit else "")
        if self.kind is Kind.SWITCH:
            return say("Problems", "true or false")
        if self.kind is Kind.CHOICE:
            return say("Problems", "one of {names}", names=", ".join(self.choices))
        if self.kind is Kind.WHOLE:
            return say("Problems", "a whole number from {low} to {high}", low=low, high=high)
        return say("Problems", "a number from {low} to {high}", low=low, high=high)

    def encode(self, value: object) -> float:
        """The value as the kernels hold it: a float; choices by their position."""
        if self.kind is Kind.CHOICE:
            return float(self.choices.index(str(value)))
        return float(value)  # type: ignore[arg-type]

    def decode(self, number: float) -> bool | str | int | float:
        """The value as files and screen write it."""
        if self.kind is Kind.SWITCH:
            return number != 0
        if self.kind is Kind.CHOICE:
            return self.choices[int(number)]
        return int(number) if self.kind is Kind.WHOLE else float(number)
