"""Pages of the handbook that are made from the program itself: parameters, scenarios and claims, in every language.

    python3 -m model.handbook

writes them anew; a test compares what is in the folders with what would be written.
"""

from collections.abc import Callable
from math import inf
from pathlib import Path

from model.aftermath import AFTERMATH
from model.claims import CLAIMS, Claim
from model.files import write_atomically
from model.parameter import Effect, Kind, Parameter
from model.parameters import GROUPS, PARAMETERS
from model.parameters import QT_TRANSLATE_NOOP as T
from model.printed import amount
from model.scenario import POLICIES, RESOURCES, find_scenario, shipped
from model.sums import SUMS, sums
from model.translation import SOURCE_LANGUAGE, Say, in_english, languages, speaker

FOLDER = RESOURCES / "handbook"
HANDBOOK = FOLDER / SOURCE_LANGUAGE
PARAMETERS_HEAD = T(
    "Handbook",
    """\
# Parameters

Every number that a scenario may set, with its meaning, unit, range, default and origin. This page is made from the
table that the program itself reads, so it cannot disagree with it. In a scenario file and on the command line a
parameter is called by its key.

*Origin* says how much to trust a number: **claimed** by the news post, **reported** elsewhere, **rule** published by
an exchange or a regulator, **assumed** by us. *Live* parameters may change during a run, and a branch grows; the
others wait for a new run.
""",
)
TABLE_HEAD = T("Handbook", "| key | meaning | default | range | origin | live |")
TABLE_LINE = "|---|---|---|---|---|---|"
CLAIMS_TABLE = T("Handbook", "| no. | claim | claimed | reported elsewhere | what is measured |")
CLAIMS_LINE = "|---|---|---|---|---|"
SCENARIOS_HEAD = T(
    "Handbook",
    """\
# Scenarios

The markets that come with the program, and every value in which each differs from the default. This page is made from
the scenario files. A scenario of your own is a text file with the keys of [Parameters](parameters.md); `main.py check
FILE` finds every mistake in it.
""",
)
POLICIES_HEAD = T(
    "Handbook",
    """\
## Policies

What `--policy` switches on, by name:
""",
)
CLAIMS_HEAD = T(
    "Handbook",
    """\
# The post's claims

The news post makes twenty-three claims. Each is measured on this market, once for every seed, and its verdict is
computed:

- **reproduced**: a claimed point lies inside the 10–90 % range of the seeds; where a range is claimed, the median lies inside it;
- **not reproduced**: otherwise, with the distance of the median from the claim;
- **input**: the number is one that we put in, so it proves nothing;
- **not measured**: the runs hold nothing to measure it by.

A verdict speaks about this model under its assumptions. *Reproduced* means that such a thing can come out of such
rules, not that it happened; *not reproduced* means that these rules do not yield it, not that it is false. No
parameter is one of the claimed results.

`main.py claims` measures them all; what it found last stands in [Calibration](calibration.md).
""",
)
ORIGINS = {
    "claimed": T("Handbook", "claimed"), "reported": T("Handbook", "reported"), "rule": T("Handbook", "rule"),
    "assumed": T("Handbook", "assumed"),
}  # fmt: skip
"""How far a number can be trusted, in a word."""


def written(parameter: Parameter, number: float, say: Say = in_english) -> str:
    """A value with its unit, as the handbook shows it; a choice as a scenario file writes it."""
    if parameter.kind is Kind.SWITCH:
        return say("Text", "on" if number else "off")
    if parameter.kind is Kind.CHOICE:
        return f"“{parameter.decode(number)}”"
    text = f"{number:,.15g}"
    if parameter.unit == "$":
        return f"${text}"
    return f"{text} {say('Parameters', parameter.unit) if parameter.unit else ''}".strip()


def allowed(parameter: Parameter, say: Say = in_english) -> str:
    """The values a parameter may have."""
    if parameter.kind is Kind.SWITCH:
        return say("Handbook", "on, off")
    if parameter.kind is Kind.CHOICE:
        return ", ".join(parameter.choices)
    low, high = f"{parameter.low:,.15g}", f"{parameter.high:,.15g}"
    return say("Handbook", "{low} to {high}").format(low=low, high=high)


def _origin(parameter: Parameter, say: Say) -> str:
    kind = say("Handbook", ORIGINS[parameter.provenance.value])
    if not parameter.source:
        return kind
    return say("Handbook", "{origin}: {source}").format(origin=kind, source=say("Parameters", parameter.source))


def _row(parameter: Parameter, say: Say) -> str:
    meaning = say("Handbook", "**{title}.** {help}")
    cells = (
        f"`{parameter.key}`",
        meaning.format(title=say("Parameters", parameter.title), help=say("Parameters", parameter.help)),
        written(parameter, parameter.default, say),
        allowed(parameter, say),
        _origin(parameter, say),
        say("Handbook", "yes") if parameter.effect is Effect.LIVE else say("Handbook", "new run"),
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def parameters_page(say: Say = in_english) -> str:
    """Every parameter, group by group, and those of the aftermath."""
    parts = [say("Handbook", PARAMETERS_HEAD)]
    head = [say("Handbook", TABLE_HEAD), TABLE_LINE]
    for group, title in GROUPS.items():
        rows = [_row(parameter, say) for parameter in PARAMETERS if parameter.group == group]
        parts.append("\n".join([f"## {say('Parameters', title)}\n", *head, *rows]) + "\n")
    rows = [_row(parameter, say) for parameter in AFTERMATH]
    parts.append("\n".join([f"## {say('Handbook', 'Aftermath')}\n", *head, *rows]) + "\n")
    return "\n".join(parts)


def _differences(name: str, say: Say) -> list[str]:
    scenario = find_scenario(name)
    changed = [parameter for parameter in PARAMETERS if scenario.number(parameter.key) != parameter.default]
    line = say("Handbook", "- `{key}` = {value} (default {default})")
    found = [
        line.format(key=p.key, value=written(p, scenario.number(p.key), say), default=written(p, p.default, say))
        for p in changed
    ]
    return found or [say("Handbook", "Every parameter has its default value.")]


def scenarios_page(say: Say = in_english) -> str:
    """Every scenario that ships: title, story, exchanges, and what is not as by default."""
    parts = [say("Handbook", SCENARIOS_HEAD)]
    for name in shipped():
        scenario = find_scenario(name)
        shares = say("Handbook", ", ").join(f"{exchange.name} {exchange.share:.0%}" for exchange in scenario.exchanges)
        told = say("Handbook", "`{name}`, seed {seed}. {about}")
        lines = [
            f"## {say('Scenarios', scenario.title)}\n",
            told.format(name=name, seed=scenario.seed, about=say("Scenarios", scenario.about)) + "\n",
            say("Handbook", "Exchanges: {shares}.").format(shares=shares) + "\n",
            *_differences(name, say),
        ]
        parts.append("\n".join(lines) + "\n")
    parts.append(say("Handbook", POLICIES_HEAD))
    line = say("Handbook", "- `{name}`: {keys}")
    rows = [
        line.format(name=name, keys=say("Handbook", ", ").join(f"`{key}`" for key in values))
        for name, values in POLICIES.items()
    ]
    return "\n".join([*parts, *rows]) + "\n"


def _amount(value: float, unit: str, say: Say) -> str:
    """A claim's number as the command line prints it, a sum in the steps of the language."""
    known = sums(say("Text", SUMS))
    if unit != "usd" or known.keeps_zero:
        return amount(value, unit)
    step, word = known.step(value)
    return f"${value / step:,.6g} {word}".strip()


def _claimed(claim: Claim, say: Say) -> str:
    low, high = _amount(claim.low, claim.unit, say), _amount(claim.high, claim.unit, say)
    if claim.low == claim.high:
        return low
    if claim.high == inf:
        return say("Handbook", "at least {low}").format(low=low)
    return say("Handbook", "{low} to {high}").format(low=low, high=high)


def claims_page(say: Say = in_english) -> str:
    """Every claim: what it says, what others report, and what is measured."""
    rows = [say("Handbook", CLAIMS_TABLE), CLAIMS_LINE]
    for claim in CLAIMS:
        texts = (say("Claims", text) for text in (claim.text, claim.reported, claim.measured_as))
        text, reported, measured = texts
        rows.append(f"| {claim.id} | {text} | {_claimed(claim, say)} | {reported} | {measured} |")
    return say("Handbook", CLAIMS_HEAD) + "\n" + "\n".join(rows) + "\n"


PAGES: dict[str, Callable[[Say], str]] = {
    "parameters.md": parameters_page, "scenarios.md": scenarios_page, "claims.md": claims_page
}  # fmt: skip


def write_pages(folder: Path = FOLDER) -> None:
    """Write every page that is made from the program, in every language."""
    for language in languages():
        say = speaker(language)
        for name, page in PAGES.items():
            write_atomically(folder / language / name, page(say).encode())


if __name__ == "__main__":
    write_pages()
