"""Many runs: the same results whoever does them, nothing finished is ever lost, and what is there is not run again."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import main
from model import commands
from model.bad_input import BadInput
from model.compare import NONE
from model.ensemble import EnsembleRun, Plan, do, ranges, summary, table_rows
from model.journal import Journal
from model.scenario import find_scenario

ROOT = Path(main.__file__).resolve().parent
QUICK = ["one-book", "--steps", "120", "--policy", "breaker"]


def plan_of(seeds=(1, 2), policies=("breaker",), steps=120, **more):
    return Plan(find_scenario("one-book"), policies, tuple(seeds), steps, **more)


@pytest.fixture(scope="module")
def rows():
    """A small plan done in this process, as every other way of doing it must find it."""
    return [do(work) for work in plan_of((1, 2, 3)).works()]


@pytest.fixture(scope="module")
def whole_table(tmp_path_factory):
    """The table of the same plan, written by one worker process."""
    folder = tmp_path_factory.mktemp("ensemble")
    table, result = folder / "runs.csv", folder / "runs.json"
    arguments = ["ensemble", *QUICK, "--seeds", "1-3", "--workers", "1", "--csv", str(table), "--json", str(result)]
    assert commands.main(arguments) == 0
    return table, json.loads(result.read_text(encoding="utf-8"))


def test_a_worker_process_finds_what_this_process_finds(rows, whole_table):
    assert whole_table[1]["runs"] == json.loads(json.dumps(table_rows(rows)))


def test_the_result_says_medians_ranges_and_who_was_better(whole_table):
    found = whole_table[1]
    assert found["complete"]
    assert set(found["policies"]) == {"breaker"}
    assert found["policies"]["breaker"]["runs"] == 3
    assert {"p10", "p50", "p90"} == set(found["ranges"]["none"]["low_btc"])
    assert found["ranges"]["none"]["low_btc"]["p10"] <= found["ranges"]["none"]["low_btc"]["p90"] < 0


def test_two_workers_finish_a_table_that_was_cut_off_and_write_the_same_file(whole_table, tmp_path):
    lines = whole_table[0].read_text(encoding="utf-8").splitlines(keepends=True)
    table = tmp_path / "runs.csv"
    table.write_text("".join([*lines[:1], lines[4], lines[2], lines[1][:40]]), encoding="utf-8")
    assert commands.main(["ensemble", *QUICK, "--seeds", "1-3", "--workers", "2", "--csv", str(table)]) == 0
    assert table.read_bytes() == whole_table[0].read_bytes()


def test_runs_that_are_in_the_table_are_not_run_again(whole_table, tmp_path, monkeypatch):
    lines = whole_table[0].read_text(encoding="utf-8").splitlines(keepends=True)
    table = tmp_path / "runs.csv"
    table.write_text("".join(lines), encoding="utf-8")
    monkeypatch.setattr("model.ensemble.local_pool", lambda workers: pytest.fail("a process was started"))
    assert commands.main(["ensemble", *QUICK, "--seeds", "1-3", "--csv", str(table)]) == 0
    assert commands.main(["ensemble", *QUICK, "--seeds", "2", "--csv", str(table)]) == 0
    assert table.read_text(encoding="utf-8") == "".join(lines)


def test_a_table_holds_every_number_to_the_last_digit(rows, tmp_path):
    journal = Journal(tmp_path / "runs.csv", plan_of((1, 2, 3)))
    for row in reversed(rows):
        journal.add(row)
    journal.close()
    again = Journal(tmp_path / "runs.csv", plan_of((1, 2, 3))).known
    assert again == rows


def test_a_run_that_an_interruption_kept_from_the_table_is_added_at_the_end(rows, tmp_path):
    journal = Journal(tmp_path / "runs.csv", plan_of((1, 2, 3)))
    journal.add(rows[1])
    assert len((tmp_path / "runs.csv").read_text(encoding="utf-8").splitlines()) == 2  # the heads and one row
    journal.close(rows[:3])
    assert Journal(tmp_path / "runs.csv", plan_of((1, 2, 3))).known == rows[:3]
    untouched = Journal(tmp_path / "other.csv", plan_of((1, 2, 3)))
    untouched.close(rows[:1])
    assert Journal(tmp_path / "other.csv", plan_of((1, 2, 3))).known == rows[:1]


@pytest.mark.parametrize(
    "other",
    [
        plan_of(steps=121),
        Plan(find_scenario("one-book").with_values({"shock.size": -0.04}), (), (1,), 120),
        Plan(find_scenario("calm-day"), (), (1,), 120),
    ],
)
def test_a_table_of_other_runs_is_refused_in_one_sentence(whole_table, other):
    with pytest.raises(
        BadInput, match=r"runs.csv, line 2: expected results of this scenario with the same settings"
    ) as told:
        Journal(whole_table[0], other)
    assert "\n" not in str(told.value)


def test_a_table_of_another_version_is_refused(whole_table, monkeypatch):
    monkeypatch.setattr("model.journal.rules_stamp", lambda: "0.0.9-abc")
    with pytest.raises(BadInput, match="program version"):
        Journal(whole_table[0], plan_of())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", "a table that this command has written"),
        ("\xff\n", "a table"),
        ("seed,policy,digest,x,scenario,version,of\n1,2\n", "7 columns"),
    ],
)
def test_another_file_is_refused_and_left_alone(tmp_path, text, expected):
    table = tmp_path / "mine.csv"
    table.write_text(text, encoding="latin-1")
    with pytest.raises(BadInput, match=expected):
        Journal(table, plan_of())
    assert table.read_text(encoding="latin-1") == text


@pytest.mark.parametrize("place", ["", "nowhere/runs.csv"])
def test_a_place_that_cannot_be_written_is_told_before_anything_runs(tmp_path, capsys, place, monkeypatch):
    monkeypatch.setattr("model.ensemble.local_pool", lambda workers: pytest.fail("a process was started"))
    assert commands.main(["ensemble", *QUICK, "--seeds", "1", "--csv", str(tmp_path / place)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("wrong", [["--seeds", "x"], ["--policy", "prayer"], ["--workers", "0"], ["--workers", "two"]])
def test_wrong_use_is_one_sentence(wrong, capsys):
    assert commands.main(["ensemble", "one-book", "--steps", "120", *wrong]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_several_policies_are_also_run_together_and_stand_in_order():
    plan = plan_of((5, 4), ("gradual", "breaker"))
    assert list(plan.arms()) == [NONE, "gradual", "breaker", "gradual+breaker"]
    assert [work.scenario.seed for work in plan.works()] == [5] * 4 + [4] * 4


def test_work_of_other_rules_is_refused_by_the_process_that_gets_it():
    work = plan_of().works()[0]._replace(stamp="0.0.9-abc")
    with pytest.raises(BadInput, match=r"the same program \(0.0.9"):
        do(work)


def test_ranges_leave_out_runs_without_a_number(rows):
    emptied = rows[0]._replace(numbers={**rows[0].numbers, "low_btc": None})
    assert ranges([emptied, *rows[1:]])["low_btc"]["p90"] == pytest.approx(
        max(row.numbers["low_btc"] for row in rows[1:]), abs=1e-3
    )


def test_a_killed_worker_loses_nothing_and_a_run_can_be_cancelled(rows):
    run = EnsembleRun(plan_of((1, 2, 3)), workers=1, known=rows[:1])
    run.start()
    assert run.poll() == []  # nothing can be finished yet, and nobody waits
    assert (run.done, run.whole, run.finished) == (1, 6, False)
    while run.done < 2:
        run.poll(5.0)
    for child in multiprocessing.active_children():
        os.kill(child.pid, signal.SIGTERM)
    while not run.finished:
        run.poll(5.0)
    assert run.rows == rows
    assert summary(run.plan, run.rows)["policies"]["breaker"]["runs"] == 3

    other = EnsembleRun(plan_of(range(100), steps=3600), workers=1)
    other.start()
    other.cancel()
    assert other.finished
    assert other.rows == []


@pytest.mark.skipif(sys.platform == "win32", reason="a Ctrl-C cannot be sent to one program there")
def test_ctrl_c_keeps_what_is_finished(tmp_path, rows):
    table = tmp_path / "runs.csv"
    command = [sys.executable, "main.py", "ensemble", *QUICK, "--seeds", "1-500", "--workers", "1", "--csv", str(table)]
    program = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a gate in the background ignores it
    )  # fmt: skip
    while program.poll() is None and not (table.exists() and len(table.read_text().splitlines()) > 2):
        time.sleep(0.05)
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=120)
    assert program.returncode == main.INTERRUPTED, err
    assert "of 1000 runs are finished" in err
    assert "Traceback" not in err
    kept = Journal(table, plan_of((1, 2, 3))).known
    assert 2 <= len(kept) < 1000
    assert kept[:2] == rows[:2]
    assert f"{'none':<10} $0 liquidated" in out
