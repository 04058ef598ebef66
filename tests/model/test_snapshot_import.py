"""A real order book becomes a starting book; a bad file is one sentence that says where and what was expected."""

import gzip
import json

import numpy as np
import pytest

from model.bad_input import BadInput
from model.book_shape import cumulative_depth, shape_of
from model.scenario import find_scenario, scenario_problems
from model.session import Session
from model.snapshot_import import (
    depth_2,
    figures_of,
    read_snapshot,
    scenario_text,
    scenario_with,
    shape_of_snapshot,
    synthetic_figures,
)

QUICK = {"accounts.count": 500, "run.steps": 300}


def book(mid=60_000.0, reach=0.03, levels=300):
    """Pairs of price and quantity with two dollars' worth more at each level out."""
    out = np.linspace(0.0001, reach, levels)
    bids = [[f"{mid * (1 - d):.2f}", f"{(1 + 40 * d) * 0.5:.5f}"] for d in out]
    asks = [[f"{mid * (1 + d):.2f}", f"{(1 + 40 * d) * 0.5:.5f}"] for d in out]
    return bids, asks


def put(folder, name, words):
    path = folder / name
    path.write_text(words if isinstance(words, str) else json.dumps(words), encoding="utf-8")
    return path


def test_all_formats_say_the_same(tmp_path):
    bids, asks = book()
    rows = ["price,qty,side", *(f"{p},{q},bid" for p, q in bids), *(f"{p},{q},ask" for p, q in asks)]
    wide = ["bid_price,bid_qty,ask_price,ask_qty"]
    wide += [f"{b[0]},{b[1]},{a[0]},{a[1]}" for b, a in zip(bids, asks, strict=True)]
    files = [
        put(tmp_path, "rest.json", {"lastUpdateId": 7, "bids": bids, "asks": asks}),
        put(tmp_path, "stream.json", {"stream": "btcusdt@depth", "data": {"bids": bids, "asks": asks}}),
        put(tmp_path, "future.json", {"e": "depthUpdate", "s": "BTCUSDT", "b": bids, "a": asks}),
        put(tmp_path, "rows.csv", "\n".join(rows)),
        put(tmp_path, "wide.csv", "\n".join(wide)),
        put(tmp_path, "shuffled.csv", "\n".join([rows[0], *reversed(rows[1:])])),
        put(tmp_path, "tabs.csv", "\n".join(rows).replace(",", "\t")),
        put(tmp_path, "german.csv", "\n".join(rows).replace(",", ";").replace(".", ",")),
    ]
    found = [read_snapshot(file) for file in files]
    for snapshot in found[1:]:
        assert np.array_equal(snapshot.bids, found[0].bids)
        assert np.array_equal(snapshot.asks, found[0].asks)
    assert found[0].mid == pytest.approx(60_000)
    assert found[0].spread == pytest.approx(12.0)


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("a.json", "", "empty"),
        ("a.json", "{", "JSON"),
        ("a.json", "[1]", "bids and asks"),
        ("a.json", {"bids": []}, "at least 5"),
        ("a.json", {"bids": [[1]], "asks": []}, "pairs"),
        ("a.json", {"bids": [["x", "1"]] * 5, "asks": [["2", "1"]] * 5}, "price above 0"),
        ("a.json", {"bids": [[1, -1]] * 5, "asks": [[2, 1]] * 5}, "quantity from 0"),
        ("a.json", {"bids": [[1, 1]] * 5, "asks": [[2, 1]] * 5}, "each price once"),
        ("a.json", {"bids": [[n, 1] for n in range(10, 20)], "asks": [[n, 1] for n in range(5, 15)]}, "best bid"),
        ("a.json", {"bids": [[1e6 - n * 0.01, 1] for n in range(9)], "asks": [[1e6 + 1 + n, 1] for n in range(9)]},
         "levels up to"),
        ("a.csv", "time,volume\n1,2", "columns"),
        ("a.csv", "price,qty,side\n1,2,maybe", "line 2"),
        ("a.csv", "price,qty,side\n1,2", "3 columns"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence_with_its_place(tmp_path, name, words, said):
    if isinstance(words, dict) and "asks" not in words:
        words = {**words, "asks": []}
    with pytest.raises(BadInput) as caught:
        read_snapshot(put(tmp_path, name, words))
    assert said in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path):
    with pytest.raises(BadInput, match="can be read"):
        read_snapshot(tmp_path / "nowhere.json")
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(BadInput, match="UTF-8"):
        read_snapshot(tmp_path / "bytes.json")


@pytest.fixture
def snapshot(tmp_path):
    bids, asks = book()
    return read_snapshot(put(tmp_path, "real.json", {"bids": bids, "asks": asks}))


def test_the_shape_passes_through_the_books_own_depths(snapshot):
    shape = shape_of_snapshot(snapshot)
    whole = sum(snapshot.within(0.02)) / 2
    assert depth_2(snapshot) == pytest.approx(whole)
    for distance, depth in zip(shape.distance, shape.depth, strict=True):
        if 0.001 < distance <= snapshot.reach:
            assert depth * whole == pytest.approx(sum(snapshot.within(distance)) / 2, rel=1e-4)
    assert shape.within(0.02) == pytest.approx(1.0, rel=0.02)
    assert shape.within(0.0) == 0.0
    assert all(shape.within(d) < shape.within(d + 0.001) for d in np.linspace(0, 0.09, 40))


def test_a_book_known_less_far_goes_on_in_the_synthetic_shape(tmp_path):
    bids, asks = book(reach=0.005)
    short = read_snapshot(put(tmp_path, "short.json", {"bids": bids, "asks": asks}))
    shape = shape_of_snapshot(short)
    ratio = shape.within(0.04) / shape.within(0.02)
    assert ratio == pytest.approx(cumulative_depth(0.04) / cumulative_depth(0.02), rel=0.03)


def test_a_market_that_begins_with_it_has_its_price_depth_and_outline(snapshot):
    base = find_scenario("classroom").with_values(QUICK)
    scenario = scenario_with(base, snapshot, 0.5)
    real, made = figures_of(snapshot), synthetic_figures(scenario, 0.5)
    assert made.mid == pytest.approx(real.mid, rel=1e-4)
    assert made.depth_2 == pytest.approx(real.depth_2, rel=0.02)
    assert made.depth_05 == pytest.approx(real.depth_05, rel=0.1)
    session = Session(scenario)
    picture = session.picture()
    assert picture.venues[0].mid == pytest.approx(real.mid, rel=1e-3)
    at = int(np.searchsorted(picture.outline_distance, 0.005))
    expected = sum(snapshot.within(float(picture.outline_distance[at]))) / 2
    assert picture.outline_usd[0][at] == pytest.approx(expected, rel=0.1)
    assert Session(base).digest() != session.digest()
    session.go(30)
    assert session.picture().venues[0].spread > 0


def test_written_as_a_scenario_it_comes_back_the_same(snapshot):
    scenario = scenario_with(find_scenario("classroom").with_values(QUICK), snapshot, 0.5)
    again, problems = scenario_problems(scenario_text(scenario), "own.toml")
    assert problems == []
    assert (again.book, again.values, again.exchanges) == (scenario.book, scenario.values, scenario.exchanges)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"spread_bps": 0}, "book.spread_bps"),
        ({"distance": [0.01, 0.005, 0.02]}, "book.distance"),
        ({"distance": [0.01, 0.02, 0.5]}, "book.distance"),
        ({"depth": [1.0, 2.0]}, "book.depth"),
        ({"depth": [0.1, 0.1, 0.2]}, "book.depth"),
        ({"colour": "red"}, "book.colour"),
        ({"source": 3}, "book.source"),
    ],
)
def test_a_bad_book_table_is_told_by_key(change, key):
    good = {"spread_bps": 1.0, "distance": [0.005, 0.02, 0.05], "depth": [0.3, 1.0, 2.0]}
    assert shape_of(good)[1] == []
    _, problems = shape_of({**good, **change})
    assert [name for name, _ in problems] == [key]


def test_problems_of_a_book_in_a_file_come_with_their_line():
    text = 'title = "x"\n\n[book]\nspread_bps = -1\ndistance = [0.005, 0.02, 0.05]\ndepth = [0.3, 1.0, 2.0]\n'
    _, problems = scenario_problems(text, "own.toml")
    assert [(problem.key, problem.line) for problem in problems] == [("book.spread_bps", 4)]


def recorded(bids, asks, changes=(), first=100):
    """Lines of a stream as a recorder writes them: a time, then a message."""
    lines = [{"stream": "btcusdt@trade", "data": {"e": "trade", "p": "1", "q": "2"}}]
    lines += [{"lastUpdateId": first, "bids": bids, "asks": asks}]
    lines += [
        {"stream": "btcusdt@depth", "data": {"e": "depthUpdate", "U": low, "u": high, "b": b, "a": a}}
        for low, high, b, a in changes
    ]
    return "\n".join("{} {}".format(1723161253937085768 + n, json.dumps(line)) for n, line in enumerate(lines))


def test_a_recording_is_the_book_of_its_end(tmp_path):
    bids, asks = book()
    gone, new = bids[0], ["59995.00", "7.0"]
    changes = [
        (90, 100, [["59999.00", "99"]], []),  # the snapshot holds it already
        (99, 103, [[gone[0], "0.00"]], []),
        (104, 104, [new], [[asks[0][0], "3.5"]]),
    ]
    found = read_snapshot(put(tmp_path, "tape.txt", recorded(bids, asks, changes)))
    expected = read_snapshot(
        put(tmp_path, "end.json", {"bids": [*bids[1:], new], "asks": [[asks[0][0], "3.5"], *asks[1:]]})
    )
    assert np.array_equal(found.bids, expected.bids)
    assert np.array_equal(found.asks, expected.asks)


def test_a_recording_may_be_packed_and_without_times(tmp_path):
    bids, asks = book()
    plain = "\n".join(line.partition(" ")[2] for line in recorded(bids, asks, [(101, 101, [], [])]).splitlines())
    packed = tmp_path / "tape.json.gz"
    packed.write_bytes(gzip.compress(plain.encode()))
    assert np.array_equal(read_snapshot(packed).bids, read_snapshot(put(tmp_path, "a.json", plain)).bids)


def test_beyond_the_snapshot_a_recording_knows_only_what_changed_so_the_book_ends_there(tmp_path):
    bids, asks = book(reach=0.01)
    found = read_snapshot(put(tmp_path, "tape.txt", recorded(bids, asks, [(101, 101, [["30000.00", "1"]], [])])))
    assert found.bids[:, 0].min() == float(bids[-1][0])
    assert found.reach == pytest.approx(0.01, rel=0.01)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (recorded(*book(), [(105, 106, [], [])]), "line 3, U: expected update 101 after 100, not 105"),
        (recorded(*book(), [("x", 106, [], [])]), "line 3, U: expected the number of an update"),
        (recorded(*book(), [(101, 101, [1], [])]), "line 3, b: expected a list of [price, quantity] pairs"),
        (recorded([], book()[1]), "bids: expected levels with a price"),
        (recorded([["x", 1]], book()[1]), "bids: expected levels with a price"),
        ("\n".join(recorded(*book()).splitlines()[:1]), "lastUpdateId: expected a snapshot"),
        (recorded(*book()) + "\nhello", "line 3: expected a message in JSON"),
    ],
)
def test_a_broken_recording_is_one_sentence(tmp_path, words, said):
    with pytest.raises(BadInput) as caught:
        read_snapshot(put(tmp_path, "tape.txt", words))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_packed_file_that_is_broken_cannot_be_read(tmp_path):
    file = tmp_path / "a.gz"
    file.write_bytes(gzip.compress(b"x" * 999)[:-9])
    with pytest.raises(BadInput, match="can be read"):
        read_snapshot(file)
