"""Scenario files: those that ship are valid, and whatever is wrong with another is told in one sentence."""

import random

import pytest

from model.bad_input import BadInput
from model.genesis import genesis, instruments_of
from model.parameter import Kind
from model.parameters import BY_KEY, GROUPS, PARAMETERS
from model.scenario import (
    DEFAULT_EXCHANGES,
    POLICIES,
    SCENARIOS,
    check_value,
    find_scenario,
    parse_setting,
    read_scenario,
    scenario_problems,
    shipped,
)


def told(text):
    """The one problem of a text, as its sentence."""
    (problem,) = scenario_problems(text, "mine.toml")[1]
    sentence = str(problem)
    assert "\n" not in sentence
    assert sentence.startswith("mine.toml")
    assert sentence.endswith(".")
    return sentence


def test_the_three_scenarios_of_the_first_lesson_ship():
    assert {"classroom", "calm-day", "one-book"} <= set(shipped())


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_scenario_is_valid_and_can_be_opened(name):
    text = (SCENARIOS / f"{name}.toml").read_text(encoding="utf-8")
    scenario, problems = scenario_problems(text, name)
    assert problems == []
    assert scenario.title
    assert scenario.about.endswith(".")
    assert sum(exchange.share for exchange in scenario.exchanges) == pytest.approx(1)
    few = scenario.with_values({"accounts.count": min(500, int(scenario.number("accounts.count")))})
    market = genesis(few)
    assert market.exchange.size == len(scenario.exchanges)
    assert market.asset.size == len(instruments_of(scenario))


def test_an_empty_file_is_the_default_market():
    scenario, problems = scenario_problems("", "empty.toml")
    assert problems == []
    assert scenario.exchanges == DEFAULT_EXCHANGES
    assert scenario.values == {parameter.key: parameter.decode(parameter.default) for parameter in PARAMETERS}


@pytest.mark.parametrize(
    ("text", "line", "key", "expected"),
    [
        ("[shock]\nsise = -0.1\n", 2, "shock.sise", "one of shock.size, shock.start"),
        ("\n[shok]\nsize = -0.1\n", 2, "shok", "one of title, about, seed, exchange"),
        ("colour = 'red'\n", 1, "colour", "one of title"),
        ("[run]\nsteps = nan\n", 2, "run.steps", "a whole number from 60 to 86400 (s)"),
        ("[shock]\n\nsize = 'large'\n", 3, "shock.size", "a number from -0.9 to 1"),
        ("[shock]\nsize = -0.95\n", 2, "shock.size", "a number from -0.9 to 1"),
        ("shock.size = nan\n", 1, "shock.size", "a number from -0.9 to 1"),
        ("shock.size = true\n", 1, "shock.size", "a number from -0.9 to 1"),
        ("shock = 3\n", 1, "shock", "a table [shock]"),
        ("[run]\nsteps = 60.5\n", 2, "run.steps", "a whole number from 60 to 86400 (s)"),
        ("[run]\nsteps = inf\n", 2, "run.steps", "a whole number from 60 to 86400 (s)"),
        ("[breaker]\non = 1\n", 2, "breaker.on", "true or false"),
        ("[breaker]\nscope = 'everywhere'\n", 2, "breaker.scope", "one of all, first only"),
        ("seed = -1\n", 1, "seed", "a whole number from 0"),
        ("seed = 1.5\n", 1, "seed", "a whole number from 0"),
        ("seed = 9223372036854775808\n", 1, "seed", "a whole number from 0"),
        ("title = 3\n", 1, "title", "text in quotes"),
        ("exchange = 3\n", 1, "exchange", "one to eight [[exchange]] tables"),
        ('[[exchange]]\nname = "Binance"\nshare = 0.4\n', 1, "exchange", "shares that add up to 1, not 0.4"),
        ('[[exchange]]\nname = "Binance"\nshare = 1.5\n', 1, "exchange 1.share", "a number above 0 and up to 1"),
        ('[[exchange]]\nname = "Binance"\nshare = nan\n', 1, "exchange 1.share", "a number above 0 and up to 1"),
        ('[[exchange]]\nshare = 1\nrule = "OKX"\n', 1, "exchange 1.name", "a name in quotes"),
        ('[[exchange]]\nname = "Mine"\nshare = 1\n', 1, "exchange 1.rule", "one of Binance, OKX, Bybit"),
        ('[[exchange]]\nname = "Mine"\nshare = 1\nrule = ["OKX"]\n', 1, "exchange 1.rule", "one of Binance, OKX, Bybit"),
        ('[[exchange]]\nname = "OKX"\nshare = 1\nfee = 2\n', 1, "exchange 1.fee", "one of name, share, rule"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_key_and_what_was_expected(text, line, key, expected):
    sentence = told(text)
    assert sentence.startswith(f"mine.toml, line {line}, {key}: expected ")
    assert expected in sentence


@pytest.mark.parametrize("text", ["seed = " + "1" * 5000, "seed = " + "[" * 5000 + "]" * 5000])
def test_toml_that_python_cannot_read_is_told(text):
    assert "expected TOML (" in told(text)


@pytest.mark.parametrize(
    "text", ["[shock\nsize = 1\n", "size = = 3", '"', "a = 1\na = 2\n", "[a]\n[a]\n", "x = 1e", "\x00"]
)
def test_broken_toml_is_told_with_its_line(text):
    assert "expected TOML (" in told(text)


def test_a_key_of_unprintable_signs_is_told_on_one_line():
    assert "'" not in told('"a\\nb" = 1\n')
    assert "a\\nb: expected one of title" in told('"a\\nb" = 1\n')


def test_every_mistake_of_a_file_is_found_at_once():
    text = "colour = 1\n[run]\nsteps = 1\n[shock]\nsize = 'x'\nsise = 2\n"
    _, problems = scenario_problems(text, "mine.toml")
    assert [problem.line for problem in problems] == [1, 3, 5, 6]


def test_the_first_problem_of_a_file_is_raised(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[run]\nsteps = 1\n", encoding="utf-8")
    with pytest.raises(BadInput, match="line 2, run.steps: expected a whole number from 60 to 86400"):
        find_scenario(str(path))


def test_a_file_that_is_not_there_names_the_scenarios_that_are():
    with pytest.raises(BadInput, match="a scenario file or one of .*classroom"):
        find_scenario("clasroom")


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(BadInput, match="text in UTF-8"):
        read_scenario(path)


def test_a_folder_is_no_scenario(tmp_path):
    with pytest.raises(BadInput, match="a scenario file"):
        read_scenario(tmp_path)


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.key)
def test_every_parameter_accepts_its_default_and_its_limits_and_nothing_beyond(parameter):
    assert parameter.group in GROUPS
    assert parameter.help.endswith(".")
    default = parameter.decode(parameter.default)
    check_value(parameter.key, default)
    assert parameter.encode(default) == parameter.default
    if parameter.kind in (Kind.WHOLE, Kind.NUMBER):
        assert parameter.low <= parameter.default <= parameter.high
        for value in (parameter.low, parameter.high):
            check_value(parameter.key, int(value) if parameter.kind is Kind.WHOLE else value)
        for value in (parameter.low - 1, parameter.high + 1, None, "1", True):
            with pytest.raises(BadInput):
                check_value(parameter.key, value)
    elif parameter.kind is Kind.CHOICE:
        assert [parameter.encode(choice) for choice in parameter.choices] == list(range(len(parameter.choices)))
    else:
        with pytest.raises(BadInput, match="true or false"):
            check_value(parameter.key, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("breaker.on=true", ("breaker.on", True)),
        ("breaker.on=off", ("breaker.on", False)),
        ("breaker.scope=first only", ("breaker.scope", "first only")),
        ("shock.size=-0.2", ("shock.size", -0.2)),
        ("run.steps=120", ("run.steps", 120)),
    ],
)
def test_a_setting_of_the_command_line_is_read(text, expected):
    assert parse_setting(text) == expected


@pytest.mark.parametrize(
    "text", ["", "=", "breaker.on", "breaker.of=1", "shock.size=", "shock.size=big", "run.steps=1_0.5", "a=b=c"]
)
def test_a_wrong_setting_is_refused(text):
    with pytest.raises(BadInput, match="expected"):
        parse_setting(text)


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_is_a_set_of_valid_values_that_differ_from_the_default(policy):
    scenario = find_scenario("classroom")
    assert scenario.with_values(POLICIES[policy]).values != scenario.values


def test_every_key_is_dotted_once_and_its_field_is_its_own():
    assert all(key.count(".") == 1 for key in BY_KEY)
    assert len({parameter.field for parameter in PARAMETERS}) == len(PARAMETERS)


def test_mutated_files_lead_to_a_scenario_or_to_sentences():
    chance = random.Random(11)
    good = (
        'title = "A"\nabout = "B."\nseed = 3\n[run]\nsteps = 600\n[shock]\nsize = -0.2\nfirst = "2nd"\n[breaker]\non = true\n'
        '[[exchange]]\nname = "Binance"\nshare = 0.6\n[[exchange]]\nname = "Mine"\nrule = "OKX"\nshare = 0.4\n'
    )
    pieces = [
        "[",
        "]",
        "=",
        '"',
        "1e400",
        "nan",
        "inf",
        "true",
        "{}",
        "[]",
        "''",
        "\n",
        ".",
        "-",
        "exchange",
        "shock",
        "é",
        "#",
        "99999999999999999999",
    ]
    bad = 0
    for _ in range(3000):
        text = good
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice(pieces) + text[place + chance.randrange(4) :]
        _, problems = scenario_problems(text, "mine.toml")
        bad += bool(problems)
        for problem in problems:
            assert "expected" in str(problem)
            assert "\n" not in str(problem)
    assert 1000 < bad < 3000
