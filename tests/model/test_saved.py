"""Save files: what was saved is opened again; what is broken is one clear sentence."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

import main
from model.bad_input import BadInput
from model.orders import SELL, Order
from model.saved import from_bytes, from_code, read_saved, to_bytes, to_code, write_saved
from model.session import Session
from model.snapshot_import import read_snapshot, scenario_with

ROOT = Path(main.__file__).resolve().parent


@pytest.fixture
def session(small):
    made = Session(small(accounts__count=600, run__steps=300))
    made.go(60)
    made.change("breaker.on", True)
    made.roads.order(Order(SELL, 2, 0, 5e4))
    made.go(120)
    made.change("gradual.on", True)
    made.go(200)
    made.roads.rename(2, "both cures")
    return made


def test_what_was_saved_is_opened_again(session, tmp_path, small):
    path = tmp_path / "work.cascade"
    saved = session.roads.snapshot(hashed=True)
    write_saved(path, saved)
    again = Session(small(accounts__count=20))
    again.roads.open(read_saved(path))
    assert read_saved(path) == saved
    assert again.roads.is_as_saved() is True
    assert (again.step, again.digest()) == (200, session.digest())
    assert [road.name for road in again.timeline.roads()] == [road.name for road in session.timeline.roads()]
    again.take_branch(0)
    session.take_branch(0)
    assert again.digest() == session.digest()


def test_a_code_says_the_same_in_fewer_letters(session):
    saved = session.roads.snapshot(hashed=True)
    code = to_code(saved)
    assert from_code(f"look at this:\n {code[:40]}\n{code[40:]} ") == saved
    assert len(code) < len(to_bytes(saved)) / 3


@pytest.fixture
def imported(small, tmp_path):
    """A session whose first asset starts with a real book."""
    rows = ["price,qty,side"]
    for n in range(1, 200):
        rows += [f"{60_000 - 9 * n},{0.5 + 0.02 * n},bid", f"{60_000 + 9 * n},{0.5 + 0.01 * n},ask"]
    path = tmp_path / "book.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    made = Session(scenario_with(small(accounts__count=600, run__steps=300), read_snapshot(path), 0.5))
    made.go(60)
    made.change("breaker.on", True)
    made.go(150)
    return made


def test_a_real_book_is_saved_along_and_every_reader_finds_the_same_market(imported, small, tmp_path):
    saved = imported.roads.snapshot(hashed=True)
    assert saved.scenario.book is not None
    assert from_bytes(to_bytes(saved), "f") == from_code(to_code(saved)) == saved
    path = tmp_path / "imported.cascade"
    write_saved(path, saved)
    again = Session(small(accounts__count=20))
    again.roads.open(read_saved(path))
    assert again.roads.is_as_saved() is True
    found = json.loads(command("run", str(path), "--json", "-").stdout)
    assert (found["digest"], found["as_saved"]) == (imported.digest(), True)
    synthetic = Session(saved.scenario._replace(book=None))
    synthetic.roads.open(saved._replace(scenario=synthetic.scenario))
    assert synthetic.roads.is_as_saved() is False, "the book makes another market"


@pytest.mark.parametrize(
    "book", [7, {"spread_bps": 2}, {"spread_bps": 2, "distance": [0.1, 0.2, 0.3], "depth": [1, 2, 3]}]
)
def test_a_damaged_book_is_one_sentence(imported, book):
    table = json.loads(to_bytes(imported.roads.snapshot()))
    table["scenario"]["book"] = book
    with pytest.raises(BadInput, match="scenario.book") as told:
        from_bytes(json.dumps(table).encode(), "work.cascade")
    assert "\n" not in str(told.value)


def test_another_state_than_was_saved_is_noticed(session, small):
    saved = session.roads.snapshot(hashed=True)._replace(digest="0" * 32)
    session.roads.open(saved)
    assert session.roads.is_as_saved() is False
    assert session.roads.is_as_saved() is None


def broken(data):
    table = json.loads(data)
    yield b""
    yield b"\x00\xff\xfe"
    yield b"[1, 2]"
    yield b'{"format": "photo"}'
    yield json.dumps({**table, "version": 99}).encode()
    yield json.dumps({**table, "step": 10**9}).encode()
    yield json.dumps({**table, "here": 77}).encode()
    yield json.dumps({**table, "roads": []}).encode()
    yield json.dumps({**table, "roads": [{**table["roads"][0], "edits": [[5, "breaker.on", 3]]}]}).encode()
    yield json.dumps({**table, "roads": [{**table["roads"][0], "edits": [[5, "order", "steal"]]}]}).encode()
    yield json.dumps({**table, "scenario": {**table["scenario"], "values": {"run.steps": "long"}}}).encode()
    yield json.dumps({**table, "scenario": {**table["scenario"], "exchanges": []}}).encode()
    yield b"[" * 100_000


def test_damaged_foreign_and_newer_files_are_one_sentence_each(session):
    data = to_bytes(session.roads.snapshot())
    for text in broken(data):
        with pytest.raises(BadInput) as told:
            from_bytes(text, "work.cascade")
        assert str(told.value).startswith("work.cascade")
        assert "\n" not in str(told.value)


def test_a_newer_file_says_so(session):
    table = json.loads(to_bytes(session.roads.snapshot()))
    with pytest.raises(BadInput, match="newer version"):
        from_bytes(json.dumps({**table, "version": 2}).encode(), "f")


def test_no_cut_and_no_flipped_byte_of_a_file_is_more_than_one_sentence(session):
    data, chance = to_bytes(session.roads.snapshot(hashed=True)), random.Random(5)
    for _ in range(300):
        text = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.5 else data)
        if text:
            text[chance.randrange(len(text))] = chance.randrange(256)
        try:
            from_bytes(bytes(text), "f")
        except BadInput as problem:
            assert "\n" not in str(problem)


def test_no_damaged_code_is_read_as_another_market(session):
    code, chance = to_code(session.roads.snapshot()), random.Random(6)
    for _ in range(200):
        place = chance.randrange(4, len(code))
        damaged = code[:place] + chance.choice("ABCxyz019-_") + code[place + 1 :]
        if damaged != code:
            with pytest.raises(BadInput):
                from_code(damaged)
    for text in ("", "CL1.", "hello", code[: len(code) // 2]):
        with pytest.raises(BadInput):
            from_code(text)


def command(*arguments):
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_line_finds_the_same_digest_as_the_session(session, tmp_path):
    path = tmp_path / "work.cascade"
    write_saved(path, session.roads.snapshot(hashed=True))
    done = command("run", str(path), "--json", "-")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (found["digest"], found["steps"], found["as_saved"]) == (session.digest(), 200, True)


def test_an_order_on_the_command_line_is_the_sessions(small, tmp_path):
    session = Session(small(accounts__count=600, run__steps=60))
    path = tmp_path / "start.cascade"
    write_saved(path, session.roads.snapshot())
    session.go(20)
    session.roads.order(Order(SELL, 0, 0, 5e7))
    session.go(60)
    done = command("run", str(path), "--at", "20:order=sell BTC on Binance $50000000", "--json", "-")
    assert json.loads(done.stdout)["digest"] == session.digest()
    bad = command("run", str(path), "--at", "20:order=sell nothing")
    assert (bad.returncode, len(bad.stderr.splitlines())) == (2, 1)


def test_check_knows_save_files(session, tmp_path):
    good, bad = tmp_path / "good.cascade", tmp_path / "bad.cascade"
    write_saved(good, session.roads.snapshot())
    bad.write_bytes(good.read_bytes()[:-100])
    assert command("check", str(good)).returncode == 0
    found = command("check", str(good), str(bad))
    assert (found.returncode, len(found.stdout.splitlines())) == (1, 2)
