"""How a rule is set, in the few words that matter most; everything else stands behind its arrow."""

from collections.abc import Mapping

from model.parameters import BY_KEY
from model.parameters import QT_TRANSLATE_NOOP as T
from model.timeline import Value
from ui.text import translate, unbroken, value_text

WORDS = {
    "breaker.on": T("SwitchWords", "pauses after a fall of {threshold}"),
    "gradual.on": T("SwitchWords", "in batches of {batch}"),
    "rescue.on": T("SwitchWords", "acts from {trigger_usd} on"),
    "insurance.on": T("SwitchWords", "keeps bids at {depth}"),
    "cap.on": T("SwitchWords", "leverage at most {leverage}"),
    "obligation.on": T("SwitchWords", "at least {share} of their orders"),
    "freeze.on": T("SwitchWords", "below confidence {confidence}"),
    "full_margin.ban": T("SwitchWords", "leverage {own_leverage} for each position"),
    "adl.on": T("SwitchWords", "when a fund lost {drawdown}"),
    "confidence.on": T("SwitchWords", "half the trust is back in {recovery}"),
}
OTHER_BREAKER = T("SwitchWords", "rule: {rule}")
"""The breaker's other rules have their own falls."""


def summary_words(switch: str, values: Mapping[str, Value]) -> str:
    """How a switch's rule is set, in a few words."""
    group = switch.split(".")[0]
    template = OTHER_BREAKER if switch == "breaker.on" and values["breaker.rule"] != "post" else WORDS[switch]
    mine = {key.split(".")[1]: value for key, value in values.items() if key.split(".")[0] == group}
    told = {name: value_text(BY_KEY[".".join((group, name))], value) for name, value in mine.items()}
    return unbroken(translate("SwitchWords", template).format(**told))
