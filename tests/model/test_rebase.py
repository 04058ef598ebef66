"""The tool that sets the lessons' ranges anew: it moves what is broken, and leaves alone what a lesson says."""

import pytest

from model.toml_lines import key_lines
from tests.rebase import figures, in_steps_of, new_range, number_words, set_ends, table_rows

TEXT = """\
minutes = 20

[[expect]]
measure = "liquidated"
at = "end"
low = 1e9
high = 2e9

[[expect]]
measure = "low.BTC"
at = "end"
low = -0.5
high = 0.0
"""


@pytest.mark.parametrize(
    ("value", "old", "new"),
    [
        (5e9, (1e9, 20e9), (1e9, 20e9)),
        (30e9, (1e9, 20e9), (1e9, 45e9)),
        (4e9, (6e9, 20e9), (2e9, 20e9)),
        (-12e9, (-5e9, -1e9), (-18e9, -1e9)),
        (2e9, (-5e9, 0.0), None),
        (-0.1, (0.0, 1.0), None),
        (7e9, (-6e9, 6e9), (-6e9, 11e9)),
    ],
)
def test_only_the_broken_end_of_a_range_moves_and_never_across_zero(value, old, new):
    found = new_range(value, *old)
    assert found == (None if new is None else pytest.approx(new))


def test_an_end_is_written_into_its_own_table():
    changed = set_ends(TEXT, "expect 2", {"low": -0.753, "high": -0.1})
    assert changed == TEXT.replace("low = -0.5\nhigh = 0.0", "low = -0.753\nhigh = -0.1")
    assert set_ends(TEXT, "expect 1", {"high": 45e9}) == TEXT.replace("high = 2e9", "high = 45e9")
    assert key_lines(changed) == key_lines(TEXT)


@pytest.mark.parametrize(
    ("value", "words"), [(45e9, "45e9"), (-1.9e9, "-1.9e9"), (380e3, "380e3"), (0.12, "0.12"), (18, "18.0")]
)
def test_a_number_is_written_as_lesson_files_write_it(value, words):
    assert number_words(value) == words
    assert float(words) == value


def test_the_rows_of_a_page_s_tables_and_their_figures_are_found():
    lines = ["# A", "", "| a | b |", "|---|---|", "| 1 | $2.5 B |", "| x | -3 |", "", "text", "| c |", "|---|", "| 4 |"]
    assert table_rows(lines) == [[4, 5], [10]]
    assert figures("| 5 | 3.39 × (3.10 × to 32.95 ×) | median is 15% below |") == [
        "5",
        "3.39",
        "3.10",
        "32.95",
        "15",
    ]


def test_a_sum_is_one_figure_and_is_written_in_the_steps_of_each_language():
    assert figures("| 1 | $41.8 B | 10 to 90 %: $-240 M |") == ["1", "$41.8 B", "10", "90", "$-240 M"]
    assert in_steps_of("$41.8 B", "zh_CN") == "$418 亿"
    assert in_steps_of("$41.8 B", "en") == "$41.8 B"
    assert in_steps_of("90", "zh_CN") == "90"
