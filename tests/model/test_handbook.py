"""The handbook says what the program does, in every language: phases, parameters, scenarios, policies, commands."""

import re
from collections import Counter

import pytest

import main
from model.aftermath import AFTERMATH
from model.claims import CLAIMS
from model.engine import PHASES
from model.handbook import FOLDER, HANDBOOK, PAGES, written
from model.parameters import BY_KEY, PARAMETERS
from model.scenario import POLICIES, shipped
from model.stylised_facts import FACTS
from model.sums import SUMS, sums
from model.translation import SOURCE_LANGUAGE, languages, speaker

FILES = sorted(HANDBOOK.glob("*.md"))
EVERY = sorted(FOLDER.glob("*/*.md"))
OTHERS = [language for language in languages() if language != SOURCE_LANGUAGE]
NUMBER = re.compile(r"(?<![\w.])[-+]?\d(?:[\d,.]*\d)?")
DOLLARS = re.compile(r"\$(-?[\d,.]*\d)(?: (万亿|[万亿]|[KMB]\b))?")
"""A sum, whose digits depend on the steps of the language, and whose worth does not."""
ELSEWHERE = re.compile(r"“[^”]*”|《[^》]*》|\d+ 月")
"""Titles and names of months, whose figures are words in one language and digits in the other."""


def page(name):
    return (HANDBOOK / name).read_text(encoding="utf-8")


def figures(text, language):
    """Every figure of a page; sums as whole dollars."""
    worth = {word: size for size, word in sums(speaker(language)("Text", SUMS)).steps} | {None: 1.0}
    said = DOLLARS.sub(lambda found: f" {round(float(found[1].replace(',', '')) * worth[found[2]])} ", text)
    return Counter(NUMBER.findall(ELSEWHERE.sub("", said)))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_program_is_as_the_program_is_now(name, language):
    text = (FOLDER / language / name).read_text(encoding="utf-8")
    assert text == PAGES[name](speaker(language)), "python3 -m model.handbook writes it anew"


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_made_from_the_program_is_wholly_translated(language):
    say = speaker(language)
    said = {words for name in PAGES for words in _spoken(PAGES[name])}
    assert sorted(pair for pair in said if say(*pair) == pair[1] and re.search(r"[a-z]{2}", pair[1])) == []


def _spoken(made):
    """Every text that a page asks the translators for."""
    asked = []
    made(lambda context, text: asked.append((context, text)) or text)
    return asked


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_pages(language):
    assert [file.name for file in sorted((FOLDER / language).glob("*.md"))] == [file.name for file in FILES]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_page_has_the_same_build_keys_and_figures_in_every_language(file, language):
    ours, theirs = (path.read_text(encoding="utf-8") for path in (file, FOLDER / language / file.name))
    for pattern in (r"^(#+) ", r"^(\d+\. |- )", r"^(\|)", r"\]\(([^)]+)\)", r"^(```|    )"):
        assert re.findall(pattern, ours, re.MULTILINE) == re.findall(pattern, theirs, re.MULTILINE), pattern
    if file.name in PAGES:
        return  # their texts come from the translators' file, their figures from one table
    assert Counter(re.findall(r"`([^`\n]+)`", ours)) == Counter(re.findall(r"`([^`\n]+)`", theirs))
    ours, theirs = figures(ours, SOURCE_LANGUAGE), figures(theirs, language)
    assert (ours - theirs, theirs - ours) == (Counter(), Counter())


def test_every_phase_has_a_section_in_the_order_of_causes():
    heads = re.findall(r"^## \d+\. (\w+)", page("submodels.md"), re.MULTILINE)
    assert heads == [phase.name for phase in PHASES]


@pytest.mark.parametrize("language", languages())
def test_the_order_of_causes_is_told_as_it_is(language):
    text = (FOLDER / language / "model.md").read_text(encoding="utf-8")
    assert " → ".join(phase.name for phase in PHASES) in text


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


@pytest.mark.parametrize("file", EVERY, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_page_is_plain_markdown_with_a_title_and_links_that_lead_somewhere(file):
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert not re.search(r"<[a-z/]", text), "no HTML"
    links = set(re.findall(r"\]\(([^)]+)\)", text))
    assert links <= {other.name for other in FILES}


@pytest.mark.parametrize("language", languages())
def test_the_contents_lead_to_every_page(language):
    text = (FOLDER / language / "contents.md").read_text(encoding="utf-8")
    assert [file.name for file in FILES if f"({file.name})" not in text and file.name != "contents.md"] == []


def test_a_value_is_written_with_its_unit():
    assert written(BY_KEY["run.steps"], 5400) == "5,400 s"
    assert written(BY_KEY["breaker.on"], 0.0) == "off"
    assert written(BY_KEY["market.btc_usd"], 115000) == "$115,000"
    assert written(BY_KEY["mark.rule"], 1) == "“last”"
