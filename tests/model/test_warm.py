"""Kernels ahead of time: the warm-up reaches all that the program can reach, and shipped kernels are read, never written."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import main

ROOT = Path(main.__file__).resolve().parent
POSITION = {"asset": "SOL", "side": "long", "qty": 75.0, "entry": 200.0, "leverage": 3.0}
ORDERS = "op,id,side,type,price,qty,tif,owner\nnew,1,buy,limit,10,5,gtc,\nauction,,,,10,,,\nnew,2,sell,market,,5,,\n"
REACH = """
import contextlib, io, sys
from model import warm
warm.warm()

def signatures():
    return {(k.py_func.__module__, k.py_func.__name__, str(s)) for k in warm.kernels() for s in k.signatures}

known = signatures()
import main
from model import benchmarks, session, scenario
with contextlib.redirect_stdout(io.StringIO()):
    for line in ("run classroom --steps 700 --at 500:breaker.on=true", "run nuclear-button --steps 900",
                 "compare calm-day --steps 30 --policy breaker --policy gradual --policy ban",
                 "book orders.csv", "margin account.json", "run one-book --steps 60 --csv ."):
        assert main.dispatch(line.split()) == 0, line
benchmarks.matching_benchmark(1000, 1)
lesson = session.Session(scenario.find_scenario("classroom").with_values({"accounts.count": 500}))
lesson.go(620)
for _ in range(25):
    lesson.forward_cause()
    lesson.frame()
for switch in ("breaker.on", "gradual.on", "ban.on"):
    if switch in lesson.values:
        lesson.change(switch, True)
        lesson.forward(60)
        lesson.frame()
        lesson.story()
        lesson.difference()
lesson.back(100)
from PySide6.QtWidgets import QApplication
from ui.stage.stage import Stage
app, stage = QApplication([]), Stage()
stage.resize(900, 500)
for step in (560, 600, 640):
    lesson.go(step)
    stage.set_frame(lesson.frame(), 16.0)
    assert not stage.grab().isNull()
print(sorted(signatures() - known))
"""


def python(code, folder, **environment):
    merged = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(folder), **environment}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False,
        env={key: value for key, value in merged.items() if value is not None},
    )  # fmt: skip


def test_after_the_warm_up_nothing_the_program_does_needs_another_kernel(tmp_path):
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    account = {"venue": "okx", "mode": "cross", "wallet": 9000.0, "haircut": "tiered", "positions": [POSITION]}
    (tmp_path / "account.json").write_text(json.dumps(account), encoding="utf-8")
    finished = python(REACH, tmp_path, PYTHONPATH=str(ROOT))
    assert finished.stdout.strip() == "[]", finished.stderr


def test_the_warm_up_is_remembered_until_the_model_changes(tmp_path, monkeypatch):
    from model import warm

    monkeypatch.setattr(warm, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(warm, "TASKS", ())
    monkeypatch.setattr(warm, "compile_phases", lambda: None)
    monkeypatch.setattr(warm, "BACKWARDS", "")
    told = []
    assert not warm.is_warm()
    warm.warm(lambda done, whole: told.append((done, whole)))
    assert warm.is_warm()
    assert told == [(0, 0)]
    monkeypatch.setattr(warm, "whole_stamp", lambda: "another text")
    assert not warm.is_warm()


SHIP = """
from pathlib import Path
from model.kernels import STAMPS, write_stamps
from model.numeric import exp
exp(0.0)
write_stamps(STAMPS)
"""
USE = """
from model.numeric import exp, smooth_step
from model import warm
value = exp(0.0)
after_exp = warm.compiled()
print(after_exp, value, smooth_step(0.5), warm.compiled() > after_exp)
"""


def test_shipped_kernels_are_found_and_others_go_to_the_user_or_nowhere(tmp_path):
    packed, home = tmp_path / "a class room 大", tmp_path / "home"
    shutil.copytree(ROOT / "model", packed / "model", ignore=shutil.ignore_patterns("__pycache__"))
    shipped = packed / "model" / "kernel_cache"
    shipped.mkdir()
    built = python(SHIP, packed, CASCADE_KERNEL_CACHE=str(shipped), NUMBA_CPU_NAME="generic")
    assert built.returncode == 0, built.stderr
    before = {file.name: file.read_bytes() for file in shipped.iterdir()}
    assert any(name.startswith("numeric.exp") for name in before)
    code = USE
    user = {"NUMBA_CPU_NAME": None, "XDG_CACHE_HOME": str(home), "HOME": str(home), "LOCALAPPDATA": str(home)}
    first = python(code, packed, CASCADE_KERNEL_CACHE=None, **user)
    assert first.stdout.split() == ["0", "1.0", "0.5", "True"], first.stderr
    assert list(home.rglob("numeric.smooth_step*.nbc"))
    again = python(code, packed, CASCADE_KERNEL_CACHE=None, **user)
    assert again.stdout.split()[-1] == "False"
    (tmp_path / "file").write_text("a file is no folder", encoding="utf-8")
    nowhere = python(code, packed, CASCADE_KERNEL_CACHE=str(tmp_path / "file" / "kernels"), **user)
    assert nowhere.stdout.split() == ["0", "1.0", "0.5", "True"], nowhere.stderr
    assert {file.name: file.read_bytes() for file in shipped.iterdir()} == before


def test_a_kernel_made_on_an_older_macos_is_found_on_a_newer_one():
    from model.kernel_shelf import without_release

    assert without_release("arm64-apple-darwin23.6.0") == without_release("arm64-apple-darwin25.0.1")
    assert without_release("x86_64-unknown-linux-gnu") == "x86_64-unknown-linux-gnu"
