"""The handbook says what the program does: it names every phase, parameter, scenario, policy and command."""

import re

import pytest

import main
from model.aftermath import AFTERMATH
from model.claims import CLAIMS
from model.engine import PHASES
from model.handbook import HANDBOOK, PAGES, written
from model.parameters import BY_KEY, PARAMETERS
from model.scenario import POLICIES, shipped
from model.stylised_facts import FACTS

FILES = sorted(HANDBOOK.glob("*.md"))
TO_COME = {"lessons.md"}


def page(name):
    return (HANDBOOK / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_program_is_as_the_program_is_now(name):
    assert page(name) == PAGES[name](), "python3 -m model.handbook writes it anew"


def test_every_phase_has_a_section_in_the_order_of_causes():
    heads = re.findall(r"^## \d+\. (\w+)", page("submodels.md"), re.MULTILINE)
    assert heads == [phase.name for phase in PHASES]


def test_every_parameter_scenario_and_policy_is_named():
    parameters, scenarios = page("parameters.md"), page("scenarios.md")
    assert [p.key for p in (*PARAMETERS, *AFTERMATH) if f"`{p.key}`" not in parameters] == []
    assert [name for name in shipped() if f"`{name}`" not in scenarios] == []
    assert [name for name in POLICIES if f"- `{name}`" not in scenarios] == []


def test_every_command_is_explained():
    text = page("command-line.md")
    assert [
        command for command in main.COMMANDS if f"`{command}`" not in text and f"main.py {command}" not in text
    ] == []


def test_every_claim_and_every_stylised_fact_has_its_result_in_the_calibration():
    text = page("calibration.md")
    assert [claim.id for claim in CLAIMS if not re.search(rf"^\| {claim.id} \|", text, re.MULTILINE)] == []
    assert [fact.title for fact in FACTS if f"| {fact.title} |" not in text] == []


def test_a_key_in_the_text_is_a_key_of_the_program():
    groups = {key.split(".")[0] for key in BY_KEY} | {"aftermath"}
    known = set(BY_KEY) | {parameter.key for parameter in AFTERMATH}
    for file in FILES:
        for key in re.findall(r"`(\w+\.\w+)`", file.read_text(encoding="utf-8")):
            assert key in known or key.split(".")[0] not in groups, (file.name, key)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_page_is_plain_markdown_with_a_title_and_links_that_lead_somewhere(file):
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert not re.search(r"<[a-z/]", text), "no HTML"
    links = set(re.findall(r"\]\(([^)]+)\)", text))
    assert links <= {other.name for other in FILES} | TO_COME


def test_the_contents_lead_to_every_page():
    text = page("contents.md")
    assert [file.name for file in FILES if f"({file.name})" not in text and file.name != "contents.md"] == []


def test_a_value_is_written_with_its_unit():
    assert written(BY_KEY["run.steps"], 5400) == "5,400 s"
    assert written(BY_KEY["breaker.on"], 0.0) == "off"
    assert written(BY_KEY["market.btc_usd"], 115000) == "$115,000"
    assert written(BY_KEY["mark.rule"], 1) == "“last”"
