"""Pages of the handbook that are made from the program itself: parameters, scenarios and claims.

    python3 -m model.handbook

writes them anew; a test compares what is in the folder with what would be written.
"""

from math import inf
from pathlib import Path

from model.aftermath import AFTERMATH
from model.claims import CLAIMS, Claim
from model.files import write_atomically
from model.parameter import Kind, Parameter
from model.parameters import GROUPS, PARAMETERS
from model.printed import amount
from model.scenario import POLICIES, RESOURCES, find_scenario, shipped

HANDBOOK = RESOURCES / "handbook" / "en"
PARAMETERS_HEAD = """\
# Parameters

Every number that a scenario may set, with its meaning, unit, range, default and origin. This page is made from the
table that the program itself reads, so it cannot disagree with it. In a scenario file and on the command line a
parameter is called by its key.

*Origin* says how much to trust a number: **claimed** by the news post, **reported** elsewhere, **rule** published by
an exchange or a regulator, **assumed** by us. *Live* parameters may change during a run, and a branch grows; the
others wait for a new run.
"""
TABLE_HEAD = "| key | meaning | default | range | origin | live |\n|---|---|---|---|---|---|"
SCENARIOS_HEAD = """\
# Scenarios

The markets that come with the program, and every value in which each differs from the default. This page is made from
the scenario files. A scenario of your own is a text file with the keys of [Parameters](parameters.md); `main.py check
FILE` finds every mistake in it.
"""
POLICIES_HEAD = """\
## Policies

What `--policy` switches on, by name:
"""
CLAIMS_HEAD = """\
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
"""


def written(parameter: Parameter, number: float) -> str:
    """A value with its unit, as the handbook shows it."""
    if parameter.kind is Kind.SWITCH:
        return "on" if number else "off"
    if parameter.kind is Kind.CHOICE:
        return f"“{parameter.decode(number)}”"
    text = f"{number:,.15g}"
    if parameter.unit == "$":
        return f"${text}"
    return f"{text} {parameter.unit}".strip()


def allowed(parameter: Parameter) -> str:
    """The values a parameter may have."""
    if parameter.kind is Kind.SWITCH:
        return "on, off"
    if parameter.kind is Kind.CHOICE:
        return ", ".join(parameter.choices)
    return f"{parameter.low:,.15g} to {parameter.high:,.15g}"


def _row(parameter: Parameter) -> str:
    origin = parameter.provenance.value + (f": {parameter.source}" if parameter.source else "")
    cells = (
        f"`{parameter.key}`", f"**{parameter.title}.** {parameter.help}", written(parameter, parameter.default),
        allowed(parameter), origin, "yes" if parameter.effect.value == "live" else "new run",
    )  # fmt: skip
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def parameters_page() -> str:
    """Every parameter, group by group, and those of the aftermath."""
    parts = [PARAMETERS_HEAD]
    for group, title in GROUPS.items():
        rows = [_row(parameter) for parameter in PARAMETERS if parameter.group == group]
        parts.append("\n".join([f"## {title}\n", TABLE_HEAD, *rows]) + "\n")
    rows = [_row(parameter) for parameter in AFTERMATH]
    parts.append("\n".join(["## Aftermath\n", TABLE_HEAD, *rows]) + "\n")
    return "\n".join(parts)


def scenarios_page() -> str:
    """Every scenario that ships: title, story, exchanges, and what is not as by default."""
    parts = [SCENARIOS_HEAD]
    for name in shipped():
        scenario = find_scenario(name)
        shares = ", ".join(f"{exchange.name} {exchange.share:.0%}" for exchange in scenario.exchanges)
        lines = [
            f"## {scenario.title}\n",
            f"`{name}`, seed {scenario.seed}. {scenario.about}\n",
            f"Exchanges: {shares}.\n",
        ]
        changed = [p for p in PARAMETERS if scenario.number(p.key) != p.default]
        lines += [
            f"- `{p.key}` = {written(p, scenario.number(p.key))} (default {written(p, p.default)})" for p in changed
        ]
        lines += [] if changed else ["Every parameter has its default value."]
        parts.append("\n".join(lines) + "\n")
    parts.append(POLICIES_HEAD)
    rows = [f"- `{name}`: " + ", ".join(f"`{key}`" for key in values) for name, values in POLICIES.items()]
    return "\n".join([*parts, *rows]) + "\n"


def _claimed(claim: Claim) -> str:
    low, high = claim.low, claim.high
    if low == high:
        return amount(low, claim.unit)
    return (
        f"at least {amount(low, claim.unit)}"
        if high == inf
        else f"{amount(low, claim.unit)} to {amount(high, claim.unit)}"
    )


def claims_page() -> str:
    """Every claim: what it says, what others report, and what is measured."""
    rows = ["| no. | claim | claimed | reported elsewhere | what is measured |", "|---|---|---|---|---|"]
    rows += [f"| {c.id} | {c.text} | {_claimed(c)} | {c.reported} | {c.measured_as} |" for c in CLAIMS]
    return CLAIMS_HEAD + "\n" + "\n".join(rows) + "\n"


PAGES = {"parameters.md": parameters_page, "scenarios.md": scenarios_page, "claims.md": claims_page}


def write_pages(folder: Path = HANDBOOK) -> None:
    """Write every page that is made from the program."""
    for name, page in PAGES.items():
        write_atomically(folder / name, page().encode())


if __name__ == "__main__":
    write_pages()
