"""Margin accounts as files: what is computed, what is refused, and that nothing else ever happens."""

import copy
import json
import math
import pickle
import random
from pathlib import Path

import pytest

from model import margin_rules as rules
from model.bad_input import BadInput, shown
from model.margin_account import margin_report, read_account, report

VECTORS = json.loads((Path(__file__).parent.parent / "data" / "margin_vectors.json").read_text(encoding="utf-8"))
ETH = {"asset": "ETH", "side": "long", "qty": 3683.979, "entry": 1456.84, "mmr": 0.1, "cum": 135365.0}
ISOLATED = {"venue": "binance", "mode": "isolated", "wallet": 1535443.01, "positions": [ETH]}
BUTTON = {
    "venue": "binance",
    "mode": "cross",
    "wallet": 0,
    "haircut": "none",
    "collateral": [{"asset": "BTC", "qty": 100, "price": 120_000}],
    "positions": [{"asset": "SOL", "side": "long", "qty": 75_000, "entry": 200, "leverage": 3}],
}


def reported(account):
    return report(read_account(json.dumps(account).encode(), "account.json"))


def changed(account, **entries):
    return {**account, **entries}


def with_position(account, **entries):
    position = {**account["positions"][0], **entries}
    kept = {key: value for key, value in position.items() if value is not None}
    return {**account, "positions": [kept]}


def refused(text):
    with pytest.raises(BadInput) as caught:
        report(read_account(text if isinstance(text, bytes) else json.dumps(text).encode(), "account.json"))
    return caught.value


@pytest.mark.parametrize("case", VECTORS["liquidation_price"], ids=lambda case: case["name"])
def test_a_published_liquidation_price_is_reported(case):
    cross = case["others_maintenance"] != 0.0
    position = {"asset": "X", "side": "long" if case["side"] > 0 else "short", "qty": case["size"]}
    position |= {"entry": case["entry"], "mmr": case["mmr"], "cum": case["cum"]}
    other = {"asset": "Y", "side": "short", "qty": 1, "entry": 1e6, "mark": 1e6 - case["others_profit"]}
    other |= {"mmr": case["others_maintenance"] / other["mark"]}
    account = {
        "venue": case["venue"],
        "mode": "cross" if cross else "isolated",
        "wallet": case["margin"],
        "taker_fee": case["taker_fee"],
        "positions": [position, other] if cross else [position],
    }
    found = reported(account)["positions"][0]["liquidation_price"]
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


def test_a_file_on_disk_gives_every_promised_number(tmp_path):
    path = tmp_path / "account.json"
    path.write_text(json.dumps(ISOLATED), encoding="utf-8")
    found = margin_report(path)
    (row,) = found["positions"]
    assert set(row) == {
        "asset", "side", "liquidation_price", "bankruptcy_price", "maintenance_margin", "tier",
    }  # fmt: skip
    assert (row["asset"], row["side"], row["tier"]) == ("ETH", "long", None)
    assert row["liquidation_price"] == pytest.approx(1114.78, abs=0.01)
    assert row["bankruptcy_price"] == pytest.approx(1456.84 - 1535443.01 / 3683.979)
    value = 3683.979 * 1456.84
    assert row["maintenance_margin"] == pytest.approx(0.1 * value - 135365)
    assert found["account"] == {
        "equity": pytest.approx(1535443.01),
        "maintenance_margin": pytest.approx(0.1 * value - 135365),
        "fee_reserve": 0.0,
        "margin_ratio": pytest.approx((0.1 * value - 135365) / 1535443.01),
    }


@pytest.mark.parametrize(
    ("entries", "fall"),
    [
        ({}, -79.65),
        ({"haircut": "flat"}, -75.57),
        ({"haircut": 0.95}, -75.57),
        ({"haircut": [[None, 0.95]], "collateral": [{"asset": "BTC", "qty": 100, "price": 102_000}]}, -63.89),
        ({"haircut": "tiered"}, -34.07),
        ({"mode": "isolated"}, -31.43),
    ],
)
def test_the_nuclear_button_is_reported(entries, fall):
    price = reported(changed(BUTTON, **entries))["positions"][0]["liquidation_price"]
    assert 100 * (price / 200 - 1) == pytest.approx(fall, abs=0.005)


def test_an_isolated_position_loses_its_margin_and_leaves_the_collateral():
    found = reported(with_position(changed(BUTTON, mode="isolated", wallet=5_000_000), mark=1))
    assert found["account"]["equity"] == pytest.approx(12_000_000)
    assert found["positions"][0]["bankruptcy_price"] == pytest.approx(200 - 5e6 / 75e3)


def test_in_full_margin_the_other_positions_count_at_their_marks():
    account = {
        "venue": "binance",
        "mode": "cross",
        "wallet": 10_000,
        "positions": [
            {"asset": "BTC", "side": "long", "qty": 1, "entry": 100_000, "mark": 99_000},
            {"asset": "SOL", "side": "short", "qty": 100, "entry": 200, "mark": 210},
        ],
    }
    found = reported(account)
    bitcoin, solana = 99_000 * 0.005 - 50, 21_000 * 0.0065 - 30
    assert found["account"]["equity"] == pytest.approx(10_000 - 1_000 - 1_000)
    assert found["account"]["maintenance_margin"] == pytest.approx(bitcoin + solana)
    assert found["account"]["margin_ratio"] == pytest.approx((bitcoin + solana) / 8_000)
    assert [row["tier"] for row in found["positions"]] == [2, 2]
    first, second = found["positions"]
    assert first["liquidation_price"] == pytest.approx((10_000 - solana - 1_000 + 50 - 100_000) / (0.005 - 1))
    assert first["bankruptcy_price"] == pytest.approx(100_000 - 9_000)
    rate, cum = 0.0065, 30
    backing = 10_000 - bitcoin - 1_000
    assert second["liquidation_price"] == pytest.approx((backing + cum + 100 * 200) / (100 * rate + 100))


def test_okx_adds_the_fee_of_closing_to_what_it_requires():
    account = changed(with_position(ISOLATED, cum=None), venue="okx", taker_fee=0.001)
    found = reported(account)
    value = 3683.979 * 1456.84
    assert found["account"]["maintenance_margin"] == pytest.approx(0.1 * value)
    assert found["account"]["fee_reserve"] == pytest.approx(0.001 * value)
    assert found["account"]["margin_ratio"] == pytest.approx(0.101 * value / 1535443.01)


@pytest.mark.parametrize(("mode", "needed", "tier"), [("isolated", 92.5, 4), ("cross", 32.5, 2)])
def test_bybit_takes_maintenance_on_the_entry_value_when_isolated_and_at_mark_in_full_margin(mode, needed, tier):
    rows = [[1000, 0.02], [2000, 0.025], [3000, 0.03], [4000, 0.035], [None, 0.04]]
    position = {"asset": "XYZ", "side": "long", "qty": 100, "entry": 35, "mark": 15, "margin": 350, "tiers": rows}
    found = reported({"venue": "bybit", "mode": mode, "wallet": 350, "positions": [position]})["positions"][0]
    assert found["maintenance_margin"] == pytest.approx(needed)
    assert found["tier"] == tier


@pytest.mark.parametrize(
    ("entries", "margin"),
    [({"margin": 100.0}, 100.0), ({"leverage": 4}, 2500.0), ({"margin": 100, "leverage": 4}, 100)],
)
def test_margin_stands_before_leverage_and_leverage_before_the_wallet(entries, margin):
    position = {"asset": "BTC", "side": "long", "qty": 0.1, "entry": 100_000, **entries}
    found = reported({"venue": "binance", "mode": "isolated", "wallet": 7_777, "positions": [position]})
    assert found["positions"][0]["bankruptcy_price"] == pytest.approx(100_000 - margin / 0.1)


def test_what_has_no_price_or_no_ratio_is_null():
    rich = reported(changed(ISOLATED, wallet=1e9))
    assert rich["positions"][0]["liquidation_price"] is None
    assert rich["positions"][0]["bankruptcy_price"] is None
    broke = reported(with_position(changed(BUTTON, collateral=[]), mark=100))
    assert broke["account"]["equity"] == -7_500_000
    assert broke["account"]["margin_ratio"] is None


def test_hedged_positions_stand_alone_when_isolated():
    pair = [changed(BUTTON["positions"][0], side=side) for side in ("long", "short")]
    low, high = reported(changed(BUTTON, mode="isolated", positions=pair))["positions"]
    assert low["liquidation_price"] < 200 < high["liquidation_price"]


@pytest.mark.parametrize(
    ("account", "key"),
    [
        (changed(ISOLATED, venue="kraken"), "venue"),
        (changed(ISOLATED, mode="portfolio"), "mode"),
        (changed(ISOLATED, wallet="1000"), "wallet"),
        (changed(ISOLATED, wallet=-1), "wallet"),
        (changed(ISOLATED, wallet=True), "wallet"),
        (changed(ISOLATED, taker_fee=0.5), "taker_fee"),
        (changed(ISOLATED, leverage=3), "leverage"),
        (changed(ISOLATED, positions=[]), "positions"),
        (changed(ISOLATED, positions={}), "positions"),
        (changed(ISOLATED, positions=[ETH] * 501), "positions"),
        (changed(ISOLATED, positions=[ETH, ETH]), "positions[0].margin"),
        (changed(ISOLATED, positions=[ETH, 3]), "positions[1]"),
        (changed(BUTTON, positions=BUTTON["positions"] * 2), "positions[1].asset"),
        (with_position(ISOLATED, qty=-1), "positions[0].qty"),
        (with_position(ISOLATED, qty=0), "positions[0].qty"),
        (with_position(ISOLATED, qty=10**400), "positions[0].qty"),
        (with_position(ISOLATED, entry=1e13), "positions[0].entry"),
        (with_position(ISOLATED, entry=None), "positions[0].entry"),
        (with_position(ISOLATED, side="LONG"), "positions[0].side"),
        (with_position(ISOLATED, asset=""), "positions[0].asset"),
        (with_position(ISOLATED, asset="E\nH"), "positions[0].asset"),
        (with_position(ISOLATED, asset="\ud800"), "positions[0].asset"),
        (with_position(ISOLATED, qty="\ud800"), "positions[0].qty"),
        (with_position(ISOLATED, mmr=None, cum=None, tiers=[["\ud800", 0.1]]), "positions[0].tiers"),
        (with_position(ISOLATED, size=1), "positions[0].size"),
        (with_position(ISOLATED, mmr=1), "positions[0].mmr"),
        (with_position(ISOLATED, mmr=None), "positions[0].cum"),
        (with_position(ISOLATED, tiers=[[1, 0.1]]), "positions[0].mmr"),
        (with_position(ISOLATED, mmr=None, cum=None, tiers=[]), "positions[0].tiers"),
        (with_position(ISOLATED, mmr=None, cum=None, tiers=[[2, 0.1], [1, 0.2]]), "positions[0].tiers"),
        (with_position(ISOLATED, mmr=None, cum=None, tiers=[[None, 0.1], [1, 0.2]]), "positions[0].tiers"),
        (with_position(ISOLATED, mmr=None, cum=None, tiers=[[1, 0.1, 5]]), "positions[0].tiers"),
        (changed(ISOLATED, venue="okx"), "positions[0].cum"),
        (changed(BUTTON, haircut="some"), "haircut"),
        (changed(BUTTON, haircut=1.5), "haircut"),
        (changed(BUTTON, haircut=[[5, 0.9], [5, 0.8]]), "haircut"),
        (changed(BUTTON, collateral=[{"asset": "BTC", "qty": 1}]), "collateral[0].price"),
        (changed(BUTTON, collateral=[{"asset": "\x00", "qty": 1, "price": 1}]), "collateral[0].asset"),
        (changed(BUTTON, collateral=[{"asset": "ETH", "qty": 1, "price": 1}], haircut="tiered"), "collateral[0].asset"),
        ([], ""),
        (7, ""),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_at_the_key_in_one_sentence(account, key):
    error = refused(account)
    assert error.key == key
    sentence = str(error)
    assert sentence.startswith("account.json" + (f", {key}: expected " if key else ": expected "))
    assert sentence.endswith(".")
    assert sentence.isprintable()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"", 1),
        (b'{"venue": "okx",\n "mode": }', 2),
        (b"[" * 100_000, None),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, None),
        (b"\xff\xfe{}", None),
        (b" " * 1_000_001, None),
        (b'{"wallet": 1, "wallet": 2}', None),
    ],
    ids=["empty", "cut", "lists", "objects", "utf-16", "long", "twice"],
)
def test_a_text_that_is_not_one_clear_json_object_is_refused(text, line):
    error = refused(text)
    assert error.line == line
    assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_a_number_without_a_value_is_refused_by_its_name(word):
    error = refused(json.dumps(ISOLATED).replace("1535443.01", word).encode())
    assert error.expected == f"a number that has a value, which {word} has not"


def test_a_mark_of_byte_order_is_no_obstacle():
    assert read_account(b"\xef\xbb\xbf" + json.dumps(ISOLATED).encode(), "account.json").wallet == 1535443.01


@pytest.mark.parametrize("name", ["missing.json", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path, name):
    with pytest.raises(BadInput, match="expected a file that can be read"):
        margin_report(tmp_path / name)


def test_bad_input_survives_the_way_between_processes():
    error = BadInput("orders.csv", "price", "a price on the grid", 7)
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error) == "orders.csv, line 7, price: expected a price on the grid."
    assert (copy.file, copy.key, copy.expected, copy.line) == ("orders.csv", "price", "a price on the grid", 7)


def test_a_strangers_text_is_shown_short_and_printable():
    assert shown("a\nb\ud800") == "a\\nb\\ud800"
    assert len(shown("x" * 1000)) == 41


# Fuzz: ten thousand mutated files

STRANGE = [
    None, True, False, 0, -0.0, -1, 1, 1e-300, 1e-9, 0.5, 1e12, 1e15, 1e18, 1e300, 10**400, -(10**400), "",
    "long", "BTC", "cross", "\ud800", "大" * 50, [], {}, [[]], [None], [[None, 0.5]], [[1, 0.1], [2, 0.2]], {"a": 1},
    math.nan, math.inf,
]  # fmt: skip
SEEDS = [
    ISOLATED,
    BUTTON,
    changed(BUTTON, venue="okx", haircut="tiered", taker_fee=0.0006),
    changed(BUTTON, venue="bybit", haircut=[[50, 0.9], [None, 0.5]], mode="isolated"),
    changed(
        BUTTON,
        wallet=-5_000,
        positions=[
            {"asset": "A", "side": "short", "qty": 3, "entry": 7, "mark": 6, "tiers": [[5, 0.01], [None, 0.5]]},
            {"asset": "BTC", "side": "long", "qty": 2, "entry": 9e4, "margin": 5e3, "mmr": 0.01, "cum": 5},
        ],
    ),
]


def places(value, path=()):
    """Every key and index inside a value, as a path from the top."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key)
        yield from places(item, (*path, key))


def mutate(rng, account):
    account = json.loads(json.dumps(account))
    for _ in range(rng.randint(1, 2)):
        *road, key = rng.choice(list(places(account)) or [("venue",)])
        parent = account
        for step in road:
            parent = parent[step]
        deed = rng.random()
        if deed < 0.6 and type(parent[key]) in (int, float) and abs(parent[key]) < 1e30:
            parent[key] *= 10.0 ** rng.gauss(0, 2) * rng.choice([1, 1, 1, 1, -1])
        elif deed < 0.7:
            parent[key] = copy.deepcopy(rng.choice(STRANGE))
        elif deed < 0.85:
            del parent[key]
        elif isinstance(parent, list):
            parent.append(copy.deepcopy(rng.choice([*parent, *STRANGE])))
        else:
            parent[rng.choice(["qty", "mark", "tiers", "mmr", "leverage", "haircut", "zzz"])] = copy.deepcopy(
                rng.choice(STRANGE)
            )
    text = bytearray(json.dumps(account).encode())
    if rng.random() < 0.2:
        for _ in range(rng.randint(1, 4)):
            place = rng.randrange(len(text))
            text[place : place + rng.randint(0, 2)] = bytes(rng.randrange(256) for _ in range(rng.randint(0, 2)))
    return bytes(text)


def numbers(value):
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from numbers(item)
    elif isinstance(value, float):
        yield value


def test_ten_thousand_mutated_files_give_a_report_or_one_sentence(tmp_path):
    rng = random.Random(3)
    path = tmp_path / "account.json"
    reports = 0
    for _ in range(10_000):
        text = mutate(rng, rng.choice(SEEDS))
        path.write_bytes(text)
        try:
            found = margin_report(path)
        except BadInput as error:
            sentence = str(error)
            assert sentence.isprintable(), text
            assert ": expected " in sentence, text
            assert sentence.endswith("."), text
            continue
        reports += 1
        assert all(math.isfinite(number) for number in numbers(found)), text
        assert json.loads(json.dumps(found, allow_nan=False).encode()) == found
    assert 1_000 < reports < 9_000


def test_the_extremes_that_are_allowed_give_finite_numbers():
    for venue in ("binance", "okx", "bybit"):
        for mode in ("isolated", "cross"):
            for side in ("long", "short"):
                for qty, entry, mark in ((1e-9, 1e-9, 1e12), (1e15, 1e12, 1e-9), (1e-9, 1e12, 1e12)):
                    position = {"asset": "X", "side": side, "qty": qty, "entry": entry, "mark": mark, "mmr": 0.98}
                    account = {"venue": venue, "mode": mode, "wallet": 1e18, "taker_fee": 0.01, "positions": [position]}
                    assert all(math.isfinite(number) for number in numbers(reported(account)))


def test_the_report_and_the_kernels_agree_on_the_default_tables():
    position = {"asset": "BTC", "side": "short", "qty": 25, "entry": 1e5, "leverage": 10}
    found = reported({"venue": "binance", "mode": "isolated", "wallet": 1e6, "positions": [position]})["positions"][0]
    tiers = rules.default_tiers("BTC")
    assert found["liquidation_price"] == rules.liquidation_price(rules.BINANCE, -1, 25.0, 1e5, 2.5e5, 0.0005, tiers)
    assert found["tier"] == 3
