"""Order files: what is read, what is refused and in which words, and that nothing else ever happens."""

import json
import random
from decimal import Decimal

import pytest

from model.bad_input import BadInput
from model.order_tape import LONGEST_NUMBER, REASONS, read_tape
from model.replay import replay_orders

HEADER = "op,id,side,type,price,qty,tif,owner"


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("now,a,buy,limit,1,1,,", "op", "one of new, cancel, reduce, replace, auction"),
        (",a,buy,limit,1,1,,", "op", "one of new"),
        ("new,,buy,limit,1,1,,", "id", "the id of an order"),
        ("new,a,bid,limit,1,1,,", "side", "one of buy, sell"),
        ("new,a,buy,stop,1,1,,", "type", "one of limit, market"),
        ("new,a,buy,limit,1e2,1,,", "price", "plain decimal"),
        ("new,a,buy,limit,,1,,", "price", "plain decimal"),
        ("new,a,buy,limit,nan,1,,", "price", "plain decimal"),
        ("new,a,buy,limit,٣,1,,", "price", "plain decimal"),
        ("new,a,buy,limit,1,one,,", "qty", "'one'"),
        ("new,a,buy,limit,1," + "1" * (LONGEST_NUMBER + 1) + ",,", "qty", "at most 40 signs"),
        ("new,a,buy,limit,1,1,day,", "tif", "one of gtc, ioc, fok, post"),
        ("reduce,a,,,,,,", "qty", "plain decimal"),
        ("replace,a,,,,1,,", "price", "plain decimal"),
        ("auction,,,,soon,,,", "price", "plain decimal"),
        ("new,a,buy,limit,1,1,", "owner", "eight values, not 7"),
        ("new", "id", "eight values, not 1"),
        ("new,a,buy,limit,1,1,,,", "9", "eight values, not 9"),
    ],
)
def test_a_malformed_line_is_told_with_file_line_column_and_reason(send, line, column, expected):
    with pytest.raises(BadInput) as refused:
        send("new,first,buy,limit,1,1,,", line)
    sentence = str(refused.value)
    assert "orders.csv, line 3, column {}: expected ".format(column) in sentence
    assert expected in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "header", ["op,id,side,type,price,qty,tif", "id,op,side,type,price,qty,tif,owner", "", "\ufeffx"]
)
def test_a_file_without_the_header_is_refused(send, header):
    with pytest.raises(BadInput, match=HEADER):
        send(header=header)


def test_blank_lines_spaces_quotes_and_line_ends_of_other_systems_do_not_matter(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_bytes(
        f'\ufeff{HEADER}\r\n\r\n new , "a,b",buy,limit, 100 ,5,,\r\n,,,,,,,\r\ncancel,zz,,,,,,\r\n'.encode()
    )
    result = replay_orders(path)
    assert result["bids"] == [{"price": "100.00", "qty": "5", "orders": [{"id": "a,b", "qty": "5"}]}]
    assert result["rejected"][0]["line"] == 5


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "line 1: expected the header"),
        (HEADER.encode() + b"\nnew,\xff,buy,limit,1,1,,\n", "line 2: expected text in UTF-8"),
        (HEADER.encode() + b'\nnew,"a,buy,limit,1,1,,\n', "expected text in columns"),
        (HEADER.encode() + b'\nnew,"a"b,buy,limit,1,1,,\n', "line 2: expected text in columns"),
        (HEADER.encode() + b"\nnew," + b"x" * 200_000 + b",buy,limit,1,1,,\n", "line 2: expected text in columns"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(tmp_path, content, told):
    path = tmp_path / "orders.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        replay_orders(path)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["absent.csv", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path, name):
    with pytest.raises(BadInput, match="a file that can be read"):
        replay_orders(tmp_path / name)


@pytest.mark.parametrize("step", ["0", "-1", "x", "", "1e-2", "nan"])
def test_tick_and_lot_must_be_decimal_numbers_above_zero(send, step):
    with pytest.raises(BadInput, match="--tick: expected a decimal number above zero"):
        send(tick=step)
    with pytest.raises(BadInput, match="--lot: expected a decimal number above zero"):
        send(lot=step)


def test_the_result_is_plain_data_that_json_takes(send):
    result = send("new,a,buy,limit,100,5,,", "new,b,sell,limit,100,3,,", "cancel,x,,,,,,")
    assert json.loads(json.dumps(result)) == result


GOOD = [
    HEADER,
    "new,a,buy,limit,100.00,5,gtc,x",
    "new,b,sell,limit,100.50,5,,y",
    "new,c,buy,limit,100.50,7,ioc,z",
    "new,d,sell,market,,3,,",
    "reduce,a,,,,2,,",
    "replace,a,,,100.10,4,,",
    "auction,,,,100.20,,,",
    "new,e,buy,limit,101,5,,",
    "new,f,sell,limit,99,6,,x",
    "auction,,,,,,,",
    "new,g,sell,limit,100.50,3,fok,",
    "new,h,sell,limit,100.50,3,post,q",
    "cancel,b,,,,,,",
    "cancel,h,,,,,,",
]
PIECES = [
    "",
    "0",
    "-1",
    "99999999999999999999",
    "1e9",
    "nan",
    "buy",
    "auction",
    "new",
    "a",
    "é",
    "\0",
    '"',
    ",",
    ",,",
    "\n",
    " ",
    "\ufeff",
    "0.001",
]


def mutated(chance):
    """The good file with a few cells, lines or signs changed."""
    lines = list(GOOD)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(lines))
        way = chance.randrange(6)
        if way == 0:
            cells = lines[at].split(",")
            cells[chance.randrange(len(cells))] = chance.choice(PIECES)
            lines[at] = ",".join(cells)
        elif way == 1:
            place = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + chance.choice(PIECES) + lines[at][place + chance.randrange(3) :]
        elif way == 2:
            lines.insert(at, chance.choice(lines))
        elif way == 3 and len(lines) > 1:
            del lines[at]
        elif way == 4:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = lines[at].replace(chance.choice(",.01abn"), chance.choice(PIECES), 1)
    text = "\n".join(lines).encode()
    if chance.random() < 0.1:
        place = chance.randrange(len(text))
        text = text[:place] + bytes([chance.randrange(256)]) + text[place + 1 :]
    return text


def test_ten_thousand_mutated_files_lead_to_a_result_or_to_one_clear_sentence(tmp_path):
    chance = random.Random(20251010)
    path = tmp_path / "orders.csv"
    done = refused = 0
    for _ in range(10_000):
        path.write_bytes(mutated(chance))
        try:
            result = replay_orders(path)
        except BadInput as problem:
            refused += 1
            sentence = str(problem)
            assert "orders.csv" in sentence
            assert "expected" in sentence
            assert sentence.isprintable()
            assert len(sentence) < 700
            continue
        done += 1
        best = [Decimal(result[name][0]["price"]) for name in ("bids", "asks") if result[name]]
        assert len(best) < 2 or best[0] < best[1]
        assert all(Decimal(row["qty"]) > 0 for row in result["trades"])
        assert all(row["reason"] in REASONS.values() for row in result["rejected"])
    assert done > 2_000
    assert refused > 2_000


def test_a_tape_without_rows_has_the_right_shape():
    tape = read_tape(HEADER, "x.csv", Decimal(1), Decimal(1))
    assert (tape.rows.size, tape.ticks.size, tape.ids) == (0, 0, [])
