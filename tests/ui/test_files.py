"""Files: opened, saved, shared, dropped; after a crash next to nothing is lost."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

import main
from model.orders import SELL, Order
from model.saved import read_saved, to_code, write_saved
from ui.autosave import Autosave
from ui.dialogs.share import ShareDialog
from ui.file_actions import Files
from ui.settings import Settings

ROOT = Path(main.__file__).resolve().parent
KILLS = int(os.environ.get("CASCADE_KILLS", "5"))
WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from model.scenario import find_scenario
from model.session import Session
from ui.autosave import Autosave
from ui.player import Player
app = QApplication([])
session = Session(find_scenario("one-book").with_values({"run.steps": 80_000}))
player = Player(session)
autosave = Autosave(session, Path(sys.argv[1]))
player.play()
count = 0
def work():
    global count
    count += 1
    session.roads.rename(0, f"work {count}")
    sys.stdout.write(f"{count}\\n")
    sys.stdout.flush()
timer = QTimer(interval=50)
timer.timeout.connect(work)
timer.start()
app.exec()
"""


@pytest.fixture
def files(qtbot, session, player, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Files(window, session, player, Settings(store), tmp_path / "state")
    yield made
    made.autosave.close()


def test_a_saved_file_is_opened_where_it_was_left(qtbot, files, session, tmp_path):
    session.go(60)
    session.change("breaker.on", True)
    session.go(100)
    path, digest = tmp_path / "work.cascade", session.digest()
    assert files.save_to(path)
    session.new_run(seed=3)
    assert files.open_path(path)
    while session.goal is not None:
        qtbot.wait(10)
    assert (session.step, session.digest()) == (100, digest)
    assert files.recent_menu().actions()[0].text() == "work.cascade"


def test_a_damaged_file_is_one_sentence_and_changes_nothing(qtbot, files, session, tmp_path):
    bad = tmp_path / "bad.cascade"
    bad.write_text("{", encoding="utf-8")
    session.go(30)
    with qtbot.waitSignal(files.refused) as told:
        assert not files.open_path(bad)
    assert "bad.cascade" in told.args[0]
    assert session.step == 30


def test_a_file_of_another_version_says_that_it_may_tell_another_story(qtbot, files, session, tmp_path):
    path = tmp_path / "old.cascade"
    session.go(20)
    write_saved(path, session.roads.snapshot()._replace(digest="0" * 32, program="0.0.9"))
    with qtbot.waitSignal(files.refused) as told:
        files.open_path(path)
        session.forward()
        session.back()
        session.go(20)
    assert "0.0.9" in told.args[0]


def test_a_file_can_be_dropped_on_the_window(files, session, tmp_path):
    path = tmp_path / "work.cascade"
    session.go(40)
    files.save_to(path)
    session.go(0)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert files.eventFilter(files.parent(), drop)
    assert 40 in (session.step, session.goal)


def test_a_pasted_code_is_opened_and_a_wrong_one_is_told(qtbot, session):
    session.go(25)
    dialog = ShareDialog(session.roads.snapshot())
    qtbot.addWidget(dialog)
    dialog.pasted.setPlainText("CL1.nonsense")
    dialog.take()
    assert not dialog.problem.isHidden()
    dialog.pasted.setPlainText(to_code(session.roads.snapshot()))
    with qtbot.waitSignal(dialog.opened) as opened:
        dialog.take()
    assert opened.args[0].step == 25


def test_undo_has_its_key_and_takes_an_edit_back(files, session):
    deeds = {deed.name: deed for deed in files.deeds()}
    session.change("breaker.on", True)
    assert "Ctrl+Z" in deeds["undo"].keys
    deeds["undo"].act()
    assert session.values["breaker.on"] is False
    deeds["redo"].act()
    assert session.values["breaker.on"] is True


def test_every_kind_of_deed_can_be_undone_and_is_named(files, session):
    deeds = {deed.name: deed for deed in files.deeds()}
    said = []
    files.said.connect(said.append)
    roads, seed = session.roads, session.seed
    deeds["undo"].act()
    assert said.pop() == "There is nothing to undo."
    session.go(30)
    session.change("breaker.on", True)
    session.forward(20)
    session.go(10)
    session.change("gradual.on", True)
    roads.order(Order(SELL, 0, 0, 1e6))
    roads.rename(session.branch.number, "slow")
    road = session.branch.number
    roads.remove(road)
    session.change("accounts.count", 700)
    session.new_run(seed=seed + 1)
    seen = []
    places = [
        ("run", seed),
        ("wait", {}),
        ("remove", False),
        ("rename", ""),
        ("edit", 0),
        ("edit", False),
        ("edit", False),
    ]
    for name, _ in places:
        assert roads.history.past[-1].name == name
        deeds["undo"].act()
        seen.append(said.pop())
        if name == "run":
            assert (session.seed, session.pending) == (seed, {})
        if name == "remove":
            assert not session.timeline.branches[road].removed
    assert session.pending == {}
    assert session.values["breaker.on"] is session.values["gradual.on"] is False
    assert len(set(seen)) == 5
    assert all(sentence.startswith("Undone: ") for sentence in seen)
    for _ in places:
        deeds["redo"].act()
        assert said.pop().startswith("Done again: ")
    deeds["redo"].act()
    assert said.pop() == "There is nothing to do again."
    assert session.seed == seed + 1


def test_a_value_that_waits_for_a_new_run_can_be_taken_back(files, session):
    deeds = {deed.name: deed for deed in files.deeds()}
    session.change("accounts.count", 700)
    session.change("accounts.count", 800)
    session.change("accounts.count", 800)
    deeds["undo"].act()
    assert session.pending == {"accounts.count": 700}
    deeds["undo"].act()
    assert session.pending == {}
    deeds["redo"].act()
    assert session.pending == {"accounts.count": 700}


def test_a_window_closed_in_order_leaves_nothing_and_one_that_is_open_keeps_its_place(session, tmp_path):
    first = Autosave(session, tmp_path)
    session.go(10)
    first.save()
    second = Autosave(session, tmp_path)
    assert second.path != first.path
    assert second.left is None
    for one in (first, second):
        one.close()
    assert Autosave(session, tmp_path).left is None


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_moment_it_leaves_a_whole_file_with_all_but_the_last_five_seconds(session, tmp_path):
    chance = random.Random()
    for number in range(KILLS):
        folder = tmp_path / str(number)
        child = subprocess.Popen(
            [sys.executable, "-c", WORK, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
        )
        written = [(time.monotonic(), int(child.stdout.readline()))]
        end = time.monotonic() + chance.uniform(4.0, 9.0)
        while time.monotonic() < end:
            written.append((int(child.stdout.readline()), time.monotonic())[::-1])
        child.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        child.wait()
        child.stdout.close()
        safe = max((count for when, count in written if when < killed - 5.0), default=0)
        autosave = Autosave(session, folder)
        if safe:
            assert autosave.left is not None
            assert int(autosave.left.roads[0].name.split()[1]) >= safe
        for path in folder.glob("*.cascade"):
            json.loads(path.read_bytes())
            read_saved(path)
        autosave.close()
