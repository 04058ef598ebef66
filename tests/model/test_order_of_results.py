"""Results do not depend on how a dictionary is ordered, how a name hashes or how it sorts."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

import main
from model.margin_account import margin_report

ROOT = Path(main.__file__).resolve().parent
HEADER = "op,id,side,type,price,qty,tif,owner"
ACCOUNT = {
    "venue": "okx",
    "mode": "cross",
    "wallet": 5000.0,
    "haircut": "tiered",
    "collateral": [{"asset": "BTC", "qty": 2.0, "price": 100000.0}, {"asset": "USDT", "qty": 10.0, "price": 1.0}],
    "positions": [
        {"asset": "SOL", "side": "long", "qty": 500.0, "entry": 200.0, "mark": 180.0},
        {"asset": "BTC", "side": "short", "qty": 1.0, "entry": 100000.0},
        {"asset": "PEPE", "side": "long", "qty": 9000.0, "entry": 1.0, "tiers": [[1e4, 0.01], [None, 0.05]]},
    ],
}


def random_orders(count, seed):
    """Instructions of every kind on a few names, an auction in the middle."""
    draw = random.Random(seed)
    lines, open_ids = [], []
    for n in range(count):
        if n in (count // 3, count // 2):
            lines.append(("auction", "", "", "", "", "", "", ""))
        elif open_ids and draw.random() < 0.3:
            op, name = draw.choice(("cancel", "reduce", "replace")), draw.choice(open_ids)
            lines.append((op, name, "", "", str(draw.randint(95, 105)), str(draw.randint(1, 9)), "", ""))
        else:
            kind = draw.choice(("limit", "limit", "limit", "market"))
            price = "" if kind == "market" else str(draw.randint(95, 105))
            tif = draw.choice(("", "gtc", "ioc", "fok"))
            owner = draw.choice(("", "ann", "bob", "eve"))
            lines.append(
                ("new", f"o{n}", draw.choice(("buy", "sell")), kind, price, str(draw.randint(1, 9)), tif, owner)
            )
            open_ids.append(f"o{n}")
    return lines


def renamed(value, names):
    """A result with every order's id replaced."""
    if isinstance(value, dict):
        return {
            key: names.get(item, item) if key in ("id", "taker", "maker") else renamed(item, names)
            for key, item in value.items()
        }
    return [renamed(item, names) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("seed", range(5))
def test_other_names_for_orders_and_owners_change_nothing_but_the_names(send, seed):
    lines = random_orders(400, seed)
    draw = random.Random(seed)
    ids = sorted({line[1] for line in lines} - {""})
    new_ids = [f"x{draw.random()}" for _ in ids]
    names = dict(zip(ids, new_ids, strict=True))
    owners = {"ann": "zoe", "bob": "1", "eve": "Ärger"}
    other = [(line[0], names.get(line[1], ""), *line[2:7], owners.get(line[7], "")) for line in lines]
    first = send(*[",".join(line) for line in lines])
    assert len(first["trades"]) > 50
    assert send(*[",".join(line) for line in other]) == renamed(first, names)


def test_results_are_the_same_bytes_whatever_names_hash_to(tmp_path):
    orders, account = tmp_path / "orders.csv", tmp_path / "account.json"
    orders.write_text("\n".join([HEADER, *map(",".join, random_orders(300, 9))]) + "\n", encoding="utf-8")
    account.write_text(json.dumps(ACCOUNT), encoding="utf-8")
    for arguments in (["book", str(orders)], ["margin", str(account)]):
        told = {
            subprocess.run(
                [sys.executable, "main.py", *arguments],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("0", "4242")
        }
        assert len(told) == 1


def shuffled(value, draw):
    """The same JSON value with the keys of every object in another order."""
    if isinstance(value, dict):
        keys = draw.sample(list(value), len(value))
        return {key: shuffled(value[key], draw) for key in keys}
    return [shuffled(item, draw) for item in value] if isinstance(value, list) else value


def test_the_keys_of_a_margin_file_may_stand_in_any_order(tmp_path):
    path = tmp_path / "account.json"
    path.write_text(json.dumps(ACCOUNT), encoding="utf-8")
    expected = json.dumps(margin_report(path))
    for seed in range(20):
        path.write_text(json.dumps(shuffled(ACCOUNT, random.Random(seed))), encoding="utf-8")
        assert json.dumps(margin_report(path)) == expected


def nearly(row):
    """The same words, and numbers but for the order of their summation."""
    return {key: pytest.approx(value, rel=1e-12) if isinstance(value, float) else value for key, value in row.items()}


def test_positions_of_an_account_may_stand_in_any_order(tmp_path):
    path = tmp_path / "account.json"
    path.write_text(json.dumps(ACCOUNT), encoding="utf-8")
    expected = margin_report(path)
    turned = {**ACCOUNT, "positions": ACCOUNT["positions"][::-1], "collateral": ACCOUNT["collateral"][::-1]}
    path.write_text(json.dumps(turned), encoding="utf-8")
    found = margin_report(path)
    for one, other in zip(expected["positions"], found["positions"][::-1], strict=True):
        assert one == nearly(other)
    assert expected["account"] == nearly(found["account"])


@pytest.mark.parametrize(("command", "words"), [
    ("book", ("op,id,side,type,price,qty,tif,owner", "most is traded", "least surplus", "nearest to the reference", "example")),
    ("margin", ("haircut", "liquidation_price", "margin_ratio", "example")),
])  # fmt: skip
def test_the_help_explains_the_file_and_its_example_works(tmp_path, capsys, command, words):
    assert main.main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in words)
    example = said.partition("example:\n")[2]
    file = tmp_path / "example"
    file.write_text("\n".join(line.strip() for line in example.strip().splitlines()) + "\n", encoding="utf-8")
    assert main.main([command, str(file)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["trades"] if command == "book" else found["positions"][0]["liquidation_price"] > 0
