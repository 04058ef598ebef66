"""The user's wishes: from some second on a parameter has another value, or an order of the user's own is sent."""

from collections.abc import Iterable
from typing import NamedTuple

from model.bad_input import BadInput
from model.market import Market
from model.orders import Names, read_order, send
from model.parameter import Effect
from model.parameters import BY_KEY
from model.scenario import Scenario, check_value

ORDER = "order"
"""Key of an edit that is an order: `sell DEFI on Binance $50000`."""
Value = bool | str | int | float


class Edit(NamedTuple):
    """The user's wish: from the second after `step`, this parameter has this value."""

    step: int
    key: str
    value: Value


Edits = tuple[Edit, ...]


def check_edit(key: str, value: Value, names: Names, place: str = "edit") -> None:
    """Raise `BadInput` unless this may be done during a run."""
    if key == ORDER:
        read_order(str(value), names, place)
        return
    check_value(key, value, place)
    if BY_KEY[key].effect is not Effect.LIVE:
        raise BadInput(place, key, "a parameter that may change during a run")


def values_after(scenario: Scenario, edits: Iterable[Edit], step: int) -> dict[str, Value]:
    """Every parameter's value in force after a second."""
    changed = {edit.key: edit.value for edit in edits if edit.step <= step and edit.key != ORDER}
    return {**scenario.values, **changed}


def edited(scenario: Scenario, edits: Edits, edit: Edit) -> Edits:
    """Edits with one more; later ones are not taken over, and one that changes nothing is none.

    Equal edits mean the same road: taken back in its second, an edit leaves what was there before.
    """
    past = [e for e in edits if e.step <= edit.step]
    if edit.key == ORDER:
        return (*past, edit)
    past = [e for e in past if (e.step, e.key) != (edit.step, edit.key)]
    if values_after(scenario, past, edit.step)[edit.key] == edit.value:
        return tuple(past)
    return (*past, edit)


def common_steps(first: Edits, second: Edits) -> int | None:
    """Second up to which two lists of edits are the same run; None if they are the same for ever."""
    for n in range(max(len(first), len(second))):
        mine, theirs = first[n : n + 1], second[n : n + 1]
        if mine != theirs:
            return min(edit.step for edit in (*mine, *theirs))
    return None


def apply(market: Market, edits: Iterable[Edit], step: int, names: Names) -> None:
    """Put the wishes of a second into the market, before its first phase; doing it twice changes nothing."""
    sent = 0
    for edit in edits:
        if edit.key == ORDER:
            if edit.step == step:
                send(market, sent, read_order(str(edit.value), names))
            sent += 1
        elif edit.step == step:
            parameter = BY_KEY[edit.key]
            market.settings[parameter.field] = parameter.encode(edit.value)
