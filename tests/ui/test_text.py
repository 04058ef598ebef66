"""Numbers and sentences as people read them."""

import math
import re

import pytest
from PySide6.QtCore import QLocale

from model.parameters import BY_KEY, CHOICES
from model.scenario import find_scenario
from model.session import REPRODUCTION_LEAST, Session
from model.sums import SUMS, sums
from tests.catalogue import LANGUAGES, collected, translations
from ui import text


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("dollars", "words"),
    [
        (0, "$0"), (52, "$52"), (12.5, "$12.50"), (950, "$950"), (999.6, "$1.0 K"), (45_100, "$45.1 K"), (410e6, "$410 M"),
        (3.14e9, "$3.1 B"), (38.2e6, "$38.2 M"), (-11.2e9, "−$11.2 B"), (math.nan, "—"), (1.2e12, "$1,200 B"),
        (999_700, "$1.0 M"), (-0.001, "$0.00"),
    ],
)  # fmt: skip
def test_money_has_three_figures_at_most_and_its_unit(dollars, words):
    assert text.money(dollars).replace("\u00a0", " ") == words


def test_percents_have_a_true_minus_and_no_negative_zero():
    assert text.percent(-0.114) == "−11.4 %"
    assert text.percent(-0.0001) == "0.0 %"
    assert text.change(0.02) == "+2.0 %"
    assert text.percent(math.nan) == text.NONE


@pytest.mark.parametrize(
    ("price", "words"),
    [(101_900.4, "101,900"), (4_512.3, "4,512"), (178.25, "178.2"), (2.5, "2.500"), (0.2183, "0.2183")],
)
def test_prices_have_as_many_decimals_as_their_size_needs(price, words):
    assert text.price(price) == words


def test_times_are_read_as_clocks():
    assert text.clock(4_271) == "01:11:11"
    assert text.countdown(252) == "4:12"
    assert [text.duration(s) for s in (45, 600, 900, 7200, 864_000)] == ["45 s", "10 min", "15 min", "2 h", "10 d"]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("breaker.on", True, "on"), ("breaker.threshold", 0.3, "30 %"), ("breaker.window", 900, "15 min"),
        ("shock.size", -0.075, "−7.5 %"), ("market.btc_depth_usd", 400e6, "$400 M"), ("accounts.leverage_median", 6.0, "6 ×"),
        ("breaker.scope", "first only", "first only"), ("accounts.count", 60000, "60,000"), ("noise.tail", 2.2, "2.2"),
        ("insurance.depth", 0.4, "0.4 × depth"), ("confidence.rate", 2.0, "2 per day"),
        ("insurance.premium", 0.02, "0.02 per day"),
        ("rescue.trigger_usd", 10e9, "$10 B"), ("makers.news_speed", 0.004, "0.004 per second"),
        ("breaker.rule", "post", "the post's"), ("adl.rank", "binance", "profit × leverage"),
        ("full_margin.haircut", "flat", "95 % of it counts"), ("rescue.mode", "backs makers", "backs makers"),

    ],
)  # fmt: skip
def test_values_are_written_with_their_unit(key, value, words):
    assert text.value_text(BY_KEY[key], value) == words


def test_no_choice_is_shown_by_a_name_that_only_files_know():
    for key, names in CHOICES.items():
        assert set(names) <= set(BY_KEY[key].choices)
        assert all(text.choice_text(BY_KEY[key], choice) == words for choice, words in names.items())


def test_every_value_of_every_parameter_can_be_written():
    for parameter in BY_KEY.values():
        for amount in (parameter.default, parameter.low, parameter.high):
            assert text.value_text(parameter, parameter.decode(amount))


def test_every_line_of_a_crash_becomes_a_sentence(qapp):
    values = {"accounts.count": 2000, "run.steps": 900, "breaker.on": True, "breaker.threshold": 0.03}
    session = Session(find_scenario("classroom").with_values(values))
    session.go(900)
    said = [text.line_text(line, session) for line in session.story()]
    assert said
    assert all(sentence.endswith(".") and "{" not in sentence and text.NONE not in sentence for sentence in said)


def test_another_language_writes_numbers_its_own_way():
    QLocale.setDefault(QLocale("de_DE"))
    assert text.number(1234.5, 1) == "1.234,5"


COUNTS = re.compile(r"\{(count|seeds|days|all|done|whole|pages|runs|orders|assets|inputs|times)\} (\w+s)\b")
MANY_ALWAYS = {"{days} days", "{count} pictures are", "{all} parts", "{all} runs"}
"""Ninety days, more pictures than can be made, the parts of the program, the runs of a lesson: never one."""


def test_a_count_of_one_is_not_written_as_many():
    texts = set(collected())
    found = [(context, words, match) for context, words in texts for match in COUNTS.finditer(words)]
    for context, words, match in found:
        alone = match[0].removesuffix("s")
        excused = any(words.find(many) >= 0 for many in MANY_ALWAYS)
        assert excused or (context, alone) in texts, words
    assert len(found) > 8
    assert text.counted(1, "{count} seed", "{count} seeds") == "1 seed"
    assert text.counted(1200, "{count} seed", "{count} seeds") == "1,200 seeds"
    assert text.counted(0, "{count} seed", "{count} seeds") == "0 seeds"


def test_names_are_listed_as_one_says_them_and_of_very_many_the_first():
    assert text.listed(["BTC"]) == "BTC"
    assert text.listed(["BTC", "ETH"]) == "BTC and ETH"
    many = [str(n) for n in range(100)]
    assert text.listed(many) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 90 more"


def test_a_bare_sum_has_no_zero_behind_its_point():
    assert [text.money(usd, bare=True) for usd in (1e10, 21.02e3, 1.25e9, 4e8)] == [
        "$10 B",
        "$21 K",
        "$1.2 B",
        "$400 M",
    ]


def test_no_line_ends_between_a_number_and_its_unit():
    said = text.unbroken("falls by 80 %. From $500 M to $1.5 B in 10 days, 4.0 × or 100 BTC")
    assert said == "falls by 80\u00a0%. From $500\u00a0M to $1.5\u00a0B in 10 days, 4.0\u00a0× or 100\u00a0BTC"
    assert text.unbroken("3 Makers, 5 K") == "3 Makers, 5\u00a0K"
    assert text.unbroken("for 300 s: down") == "for 300\u00a0s: down"
    said = text.unbroken("暂停 300 秒，跌 10 % 的 $31 亿和 $900 万，15 分钟、2 天")
    assert said == "暂停 300\u00a0秒，跌 10\u00a0% 的 $31\u00a0亿和 $900\u00a0万，15\u00a0分钟、2\u00a0天"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_declares_how_it_writes_large_sums(language):
    declared = sums(translations(language)["Text", SUMS])
    sizes = [size for size, _ in declared.steps]
    assert sizes == sorted(set(sizes))
    assert min(sizes) >= 1e3
    assert len({word for _, word in declared.steps}) == len(sizes)


def test_no_rounding_writes_as_many_of_a_word_as_make_the_next():
    assert sums(SUMS).step(999.4) == (1.0, "")
    assert sums(SUMS).step(-999_700) == (1e6, "M")
    chinese = sums("万=1e4 亿=1e8 1")
    assert [chinese.step(dollars)[1] for dollars in (9999.4, 9999.6, 99_994_000, 99_996_000)] == ["", "万", "万", "亿"]


def test_r_is_shown_only_where_it_means_something():
    assert text.reproduction(343.0, REPRODUCTION_LEAST * 0.99) == text.NONE
    assert text.reproduction(math.nan, 1e9) == text.NONE
    assert text.reproduction(1.183, REPRODUCTION_LEAST) == "1.18"
    assert text.reproduction(343.0, REPRODUCTION_LEAST) == "> 20"
    assert text.reproduction(text.MOST_SHOWN, 1e12) == "20.00"
