"""Lesson files: whole ones are read, damaged ones are told in one sentence with file, key and line."""

import re
import shutil

import pytest

from model import commands, lesson_reader
from model.bad_input import BadInput
from model.lesson import LESSONS, MAIN, PRESETS, is_locked, shipped_lessons
from model.lesson_check import with_lines
from model.lesson_file import lesson_problems, read_lesson
from model.lesson_measures import MEASURES, measure_problem, measured
from model.lesson_play import broken, play
from model.lesson_writer import lesson_text, write_lesson
from model.moments import MOMENTS, find_moment
from model.scenario import find_scenario
from model.timeline import Edit

SMALL = """\
scenario = "classroom"
minutes = 20
visible = ["stage"]
locked = ["switches"]

[set]
accounts.count = 2000
market.assets = 4
run.steps = 900

[[edit]]
road = "gradual"
at = 300
gradual.on = true

[[step]]
id = "one"
at = "news"
[step.guess]
kind = "number"
measure = "low.BTC"
low = -0.5
high = 0.0

[[step]]
id = "two"
at = "end"
show = ["charts.prices", "gradual.on"]
unlock = ["gradual"]
[[step.goal]]
measure = "liquidated"
high = 1e12
road = "gradual"

[[expect]]
measure = "low.BTC"
at = "end"
low = -0.5
high = 0.0
"""
WORDS = """\
# A small lesson

About nothing.

## goals

- To be read

## limits

Everything.

## one: First

Text.

### question

How far?

## two: Second

Text.
"""


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "small"
    path.mkdir()
    (path / "lesson.toml").write_text(SMALL, encoding="utf-8")
    (path / "en.md").write_text(WORDS, encoding="utf-8")
    return path


def damage(folder, old, new, file="lesson.toml"):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def sentences(folder):
    lesson, problems = lesson_problems(str(folder))
    if lesson is not None and not problems:
        problems = with_lines(broken(lesson, play(lesson)), folder / "lesson.toml")
    return [str(problem) for problem in problems]


def test_ten_lessons_a_tour_and_three_presets_ship():
    assert [name[:2] for name in shipped_lessons()] == ["00", *(f"{n:02d}" for n in range(1, 11))]
    assert len(shipped_lessons(PRESETS)) == 3


@pytest.mark.parametrize("name", [*shipped_lessons(), *shipped_lessons(PRESETS)])
def test_every_shipped_lesson_is_whole_in_both_languages(name):
    lesson = read_lesson(name)
    assert set(lesson.texts) == {"en", "zh_CN"}
    english, chinese = lesson.texts["en"], lesson.texts["zh_CN"]
    assert len(english.goals) == len(chinese.goals) > 0
    assert english.limits
    assert chinese.limits
    for step in lesson.steps:
        ours, theirs = english.steps[step.id], chinese.steps[step.id]
        assert len(ours.choices) == len(theirs.choices)
        assert [bool(part) for part in ours if isinstance(part, str)] == [
            bool(part) for part in theirs if isinstance(part, str)
        ]
        assert all(any("\u4e00" <= sign <= "\u9fff" for sign in part) for part in (theirs.heading, theirs.body))


@pytest.mark.parametrize("name", [name for name in shipped_lessons() if not name.startswith("00")])
def test_every_lesson_takes_a_quarter_to_three_quarters_of_an_hour_and_ends_with_a_task(name):
    lesson = read_lesson(name)
    assert 15 <= lesson.minutes <= 45
    assert lesson.steps[-1].goals
    assert lesson.steps[-1].unlock
    assert sum(step.guess is not None for step in lesson.steps) >= 3


def test_a_small_lesson_is_read_and_played(folder):
    lesson = read_lesson(str(folder))
    played = play(lesson)
    assert broken(lesson, played) == []
    assert played.seconds == (300, 900)
    assert played.answers["one"].value == pytest.approx(measured(played.pasts[MAIN], "low.BTC", 900))
    assert lesson.shown(0) == {"stage", "top", "transport"}
    assert lesson.shown(1) == {"stage", "top", "transport", "charts.prices", "gradual.on"}


@pytest.mark.parametrize(
    ("old", "new", "file", "said"),
    [
        ("minutes = 20", "minuets = 20", "lesson.toml", "lesson.toml, line 2, minuets: expected one of scenario, seed"),
        ('visible = ["stage"]', 'visible = ["stag"]', "lesson.toml", "line 3, visible: expected one of"),
        ('locked = ["switches"]', 'locked = ["breaker.off"]', "lesson.toml", "line 4, locked: expected one of"),
        ('scenario = "classroom"', 'scenario = "nowhere"', "lesson.toml", "line 1, scenario: expected"),
        ("accounts.count = 2000", "accounts.number = 2", "lesson.toml", "line 7, set.accounts.number: expected"),
        ('at = "news"', "at = 901", "lesson.toml", "line 18, step 1.at: expected a moment from 0 to 900"),
        ('at = "news"', 'at = "noon"', "lesson.toml", "line 18, step 1.at: expected a second or one of start"),
        ('at = "news"', 'at = "first_halt"', "lesson.toml", "line 18, step 1.at: expected a moment that happens"),
        ('kind = "number"', 'kind = "verse"', "lesson.toml", "line 20, step 1.guess.kind: expected one of direction"),
        ('measure = "low.BTC"', 'measure = "low.GOLD"', "lesson.toml", "step 1.guess.measure: expected one of low.BTC"),
        ("low = -0.5\nhigh = 0.0\n\n[[step]]", "low = 1.0\nhigh = 0.0\n\n[[step]]", "lesson.toml", "step 1.guess"),
        ("unlock = [\"gradual\"]", "unlock = [\"gravity\"]", "lesson.toml", "step 2.unlock: expected one of"),
        ("high = 1e12", "high = -1.0", "lesson.toml", "step 2.goal 1: expected"),
        ("low = -0.5\nhigh = 0.0\n", "low = -0.5\nhigh = -0.49\n", "lesson.toml", ""),
        ('[[expect]]\nmeasure = "low.BTC"\nat = "end"\nlow = -0.5', '[[expect]]\nmeasure = "low.BTC"\nat = "end"\nlow = -0.001',
         "lesson.toml", "line 35, expect 1: expected low.BTC at end on road main from -0.1 % to 0 %, but it is"),
        ("gradual.on = true", "gradual.on = 5", "lesson.toml", "line 14, edit 1.gradual.on: expected true or false"),
        ("gradual.on = true", "accounts.count = 5", "lesson.toml", "edit 1.accounts.count: expected a parameter that may"),
        ("minutes = 20", "minutes = = 20", "lesson.toml", "line 2: expected TOML"),
        ("## one: First", "## uno: First", "en.md", "uno: expected goals, limits or a step"),
        ("### question", "### riddle", "en.md", "riddle: expected one of ### question"),
        ("## limits", "## lemons", "en.md", "limits: expected a heading ## limits"),
        ("### question\n\nHow far?\n", "", "en.md", "en.md, line 13, one: expected a ### question"),
        ("# A small lesson", "A small lesson", "en.md", "#: expected a title"),
        ("## two: Second\n\nText.", "## two: Second\n\n{gaol 1}", "en.md", "line 21, two: {gaol 1}: expected one of {goal 1}."),
        ("How far?", "How {far}?", "en.md", "line 13, one: {far}: expected one of {same}."),
    ],
)  # fmt: skip
def test_a_damaged_lesson_is_told_with_file_key_and_line(folder, old, new, file, said):
    damage(folder, old, new, file)
    found = sentences(folder)
    if not said:  # the guess's range is no mistake; only the lesson's own numbers are judged
        assert found == []
        return
    assert any(said in sentence for sentence in found), found
    assert all(str(folder) in sentence and sentence.endswith(".") and "\n" not in sentence for sentence in found)


TRIAL = """
[[trial]]
name = "slow"
seeds = "1-3"
measure = "liquidated"
[trial.change]
gradual.on = true

[[expect]]
trial = "slow"
low = 3

[[expect]]
trial = "slow"
value = "median"
low = -100e9
high = 0
"""


def test_what_a_trial_shows_can_be_expected(folder):
    file = folder / "lesson.toml"
    file.write_text(file.read_text(encoding="utf-8") + TRIAL, encoding="utf-8")
    played = play(read_lesson(str(folder)))
    rows = played.trials["slow"]
    assert [row.seed for row in rows] == [1, 2, 3]
    counted, middle = played.values[-2:]
    assert counted.value == sum(row.changed < row.without for row in rows) == 3
    assert middle.value == sorted(row.changed - row.without for row in rows)[1] < 0
    assert played.problems == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("low = 3", "low = 4", "expect 2: expected low and high from 0 to 3, the number of seeds of trial slow."),
        ('[[expect]]\ntrial = "slow"\nlow', '[[expect]]\ntrial = "fast"\nlow', "2.trial: expected the name of a trial (slow)."),
        ("low = 3", 'low = 3\nat = "end"', "expect 2.at: expected no at beside a trial, which has its own measure"),
        ('value = "median"', 'value = "mean"', "expect 3.value: expected one of better, median."),
        ("low = 3", "high = 2", "expect 2: expected less liquidated in 0 to 2 of the seeds of trial slow, 3 in all, but it is"),
        ("low = -100e9\nhigh = 0", "low = 1e9", "expect 3: expected liquidated to change by $1 B to … in the middle seed"),
    ],
)  # fmt: skip
def test_what_a_trial_does_not_show_is_told(folder, old, new, said):
    file = folder / "lesson.toml"
    file.write_text(file.read_text(encoding="utf-8") + TRIAL, encoding="utf-8")
    damage(folder, old, new)
    assert [said in sentence for sentence in sentences(folder)] == [True]


def test_roads_that_lessons_share_are_run_once(folder):
    lesson, runs = read_lesson(str(folder)), {}
    first, second = play(lesson, runs), play(lesson._replace(steps=lesson.steps[:1], roads={}), runs)
    assert second.pasts[MAIN] is first.pasts[MAIN]
    assert len(runs) == 2


def test_a_moment_may_be_that_of_one_asset(folder):
    damage(folder, "gradual.on = true", "breaker.on = true\nbreaker.threshold = 0.08")
    past = play(read_lesson(str(folder))).pasts["gradual"]
    halts = {name: find_moment(past, f"first_halt.{name}") for name in past.symbols}
    known = [second for second in halts.values() if second is not None]
    assert known
    assert find_moment(past, "first_halt") == min(known)
    opened = find_moment(past, "first_reopening.BTC")
    assert halts["BTC"] is None or opened is None or opened > halts["BTC"]


def test_numbers_of_the_file_stand_in_the_words(folder):
    damage(folder, "## two: Second\n\nText.", "## two: Second\n\nLess than {goal 1}!", "en.md")
    damage(folder, "high = 1e12", "high = 18.5e9")
    (folder / "zh_CN.md").write_text(
        (folder / "en.md").read_text(encoding="utf-8").replace("Less than {goal 1}!", "低于 {goal 1}！"),
        encoding="utf-8",
    )
    said = {language: text.steps["two"].body for language, text in read_lesson(str(folder)).texts.items()}
    assert said == {"en": "Less than $18.5 B!", "zh_CN": "低于 $185\u00a0亿！"}


def test_check_says_what_is_wrong_and_measures_what_is_right(folder, capsys):
    assert commands.main(["check", "--measure", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "ok low.BTC at end (900 s), road main" in told
    assert told.endswith("1 files, 0 problems\n")
    damage(folder, "high = 1e12", "high = 1.0")
    assert commands.main(["check", str(folder / "lesson.toml")]) == 1
    assert "step 2.goal 1: expected liquidated at end on road gradual" in capsys.readouterr().out


def test_a_lesson_that_is_nowhere_is_one_sentence(tmp_path):
    with pytest.raises(BadInput, match="expected one of 00-tour"):
        read_lesson(str(tmp_path / "nothing"))


def test_the_narrower_word_decides_what_is_locked():
    locks = frozenset({"switches", "seed"})
    assert is_locked("breaker.on", locks, frozenset())
    assert not is_locked("breaker.on", locks, frozenset({"breaker"}))
    assert is_locked("breaker.on", locks | {"breaker.on"}, frozenset({"breaker"}))
    assert is_locked("seed", locks, frozenset())
    assert not is_locked("scenario", locks, frozenset())


def test_every_measure_and_moment_can_be_read_from_a_run(folder):
    past = play(read_lesson(str(folder))).pasts[MAIN]
    for name, measure in MEASURES.items():
        subject = {"asset": ".BTC", "exchange": ".OKX", "": ""}[measure.subject]
        assert measure_problem(name + subject, past.symbols, past.exchanges) == ""
        assert isinstance(measured(past, name + subject, 900), float)
    seconds = {name: find_moment(past, name) for name in MOMENTS}
    assert seconds["news"] == 300
    assert seconds["first_halt"] is None
    assert seconds["first_liquidation"] <= seconds["worst_minute"] <= seconds["end"] == 900
    assert find_moment(past, "news+30") == 330
    assert find_moment(past, "end+30") == 900


def test_the_handbook_names_every_key_measure_and_moment():
    text = (LESSONS.parent / "handbook" / "en" / "lessons.md").read_text(encoding="utf-8")
    keys = {*lesson_reader.TOP, *lesson_reader.STEP, *lesson_reader.GUESS, *lesson_reader.GOAL, *lesson_reader.TRIAL}
    words = set(re.findall(r"\w+", text))
    assert sorted({*MEASURES, *MOMENTS, *keys} - words) == []


def test_a_state_written_as_a_lesson_is_read_back(tmp_path):
    scenario = find_scenario("classroom").with_values({"accounts.count": 3000, "shock.size": -0.05})
    text = lesson_text(scenario, [Edit(60, "breaker.on", True)], 120, "ETH", ("stage", "charts"), ("seed",))
    write_lesson(tmp_path / "mine", text, "en", "My state", {"about": "A.", "goal": "B", "limits": "C."})
    lesson = read_lesson(str(tmp_path / "mine"))
    assert lesson.scenario.values == scenario.values
    assert (lesson.asset, lesson.visible, lesson.locked) == ("ETH", ("stage", "charts"), ("seed",))
    assert lesson.edits == (Edit(60, "breaker.on", True),)
    assert lesson.steps[0].at == "120"


def test_a_shipped_lesson_copied_elsewhere_is_the_same_lesson(tmp_path):
    shutil.copytree(LESSONS / "01-order-book", tmp_path / "copy")
    copied, shipped = read_lesson(str(tmp_path / "copy")), read_lesson("01-order-book")
    assert copied.steps == shipped.steps
    assert copied.texts == shipped.texts
