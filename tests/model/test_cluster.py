"""The same work on a real Dask cluster: a scheduler and two workers on this machine, one of which is killed half-way."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import main
from model import commands
from model.ensemble import EnsembleRun, Plan, do
from model.scenario import find_scenario

ROOT = Path(main.__file__).resolve().parent
PLAN = Plan(find_scenario("one-book"), (), (1, 2, 3, 4, 5, 6), 900)


def test_a_scheduler_that_does_not_answer_is_told_in_one_sentence(capsys, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("model.cluster.ANSWER_SECONDS", 0.3)
    assert commands.main(["ensemble", "one-book", "--seeds", "1", "--scheduler", "nowhere://x"]) == 2
    assert "a Dask scheduler that answers" in capsys.readouterr().err.splitlines()[-1]


def test_without_the_optional_package_it_is_named(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert commands.main(["ensemble", "one-book", "--seeds", "1", "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert "distributed" in capsys.readouterr().err


@pytest.fixture
def cluster(tmp_path):
    """Address of a scheduler and the processes of its two workers."""
    pytest.importorskip("distributed")
    started = []

    def start(module, *arguments):
        log = (tmp_path / f"{len(started)}.log").open("w+")
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli." + module, *arguments], cwd=ROOT, stderr=log, stdout=log, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip
        started.append((process, log))
        return tmp_path / f"{len(started) - 1}.log"

    def wait_for(log, pattern):
        for _ in range(600):
            found = re.search(pattern, log.read_text(encoding="utf-8"))
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(log.read_text(encoding="utf-8"))

    log = start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
    address = wait_for(log, r"Scheduler at:\s+(tcp://127\.0\.0\.1:\d+)")[1]
    logs = [
        start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1",
              "--local-directory", str(tmp_path))
        for _ in range(2)
    ]  # fmt: skip
    for log in logs:
        wait_for(log, r"Registered to:")
    yield address, [process for process, _ in started[1:]]
    for process, log in reversed(started):
        process.kill()
        process.wait()
        log.close()


def test_a_cluster_finds_the_same_and_a_lost_worker_loses_nothing(cluster, tmp_path):
    from model.cluster import cluster_executor

    address, workers = cluster
    with cluster_executor(address) as executor:
        run = EnsembleRun(PLAN, cluster=executor)
        run.start()
        while run.done < 2:
            run.poll(1.0)
        workers[0].kill()
        while not run.finished:
            run.poll(1.0)
    assert [row.seed for row in run.rows] == [1, 2, 3, 4, 5, 6]
    assert run.rows[3] == do(PLAN.works()[3])

    out = tmp_path / "runs.json"
    command = ["ensemble", "one-book", "--steps", "900", "--seeds", "1-2", "--scheduler", address, "--json", str(out)]
    assert commands.main(command) == 0
    digests = [row["digest"] for row in json.loads(out.read_text(encoding="utf-8"))["runs"]]
    assert digests == [row.digest for row in run.rows[:2]]
