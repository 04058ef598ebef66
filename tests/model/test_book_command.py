"""Order files through the engine: every rule of matching and auctions, and every reason for a rejection."""

import json

import pytest

import main
from model.order_tape import REASONS

HEADER = "op,id,side,type,price,qty,tif,owner"


def trades(result):
    return [(row["taker"], row["maker"], row["price"], row["qty"], row["side"]) for row in result["trades"]]


def side(rows):
    return [(row["price"], [(order["id"], order["qty"]) for order in row["orders"]]) for row in rows]


def reasons(result):
    return [(row["line"], row["id"], row["reason"]) for row in result["rejected"]]


def test_an_empty_file_leaves_an_empty_book(send):
    assert send() == {"trades": [], "rejected": [], "bids": [], "asks": []}


def test_orders_that_do_not_meet_rest_best_first_and_in_queue_order(send):
    result = send(
        "new,a,buy,limit,99.98,5,gtc,x",
        "new,b,buy,limit,99.99,3,,y",
        "new,c,buy,limit,99.99,4,,",
        "new,d,sell,limit,100,2,,",
        "new,e,sell,limit,101.5,1,,",
    )
    assert trades(result) == []
    assert side(result["bids"]) == [("99.99", [("b", "3"), ("c", "4")]), ("99.98", [("a", "5")])]
    assert side(result["asks"]) == [("100.00", [("d", "2")]), ("101.50", [("e", "1")])]
    assert [row["qty"] for row in result["bids"]] == ["7", "5"]


def test_the_better_price_trades_first_then_the_older_order_at_the_makers_price(send):
    result = send(
        "new,a,sell,limit,101,5,,", "new,b,sell,limit,100,5,,", "new,c,sell,limit,100,5,,", "new,d,buy,limit,102,12,,"
    )
    assert trades(result) == [
        ("d", "b", "100.00", "5", "buy"),
        ("d", "c", "100.00", "5", "buy"),
        ("d", "a", "101.00", "2", "buy"),
    ]
    assert side(result["asks"]) == [("101.00", [("a", "3")])]


def test_what_is_left_of_a_limit_order_rests_at_its_limit(send):
    result = send("new,a,buy,limit,100,5,,", "new,b,sell,limit,99,8,,")
    assert trades(result) == [("b", "a", "100.00", "5", "sell")]
    assert side(result["asks"]) == [("99.00", [("b", "3")])]


@pytest.mark.parametrize("tif", ["", "gtc", "ioc"])
def test_a_market_orders_remainder_is_cancelled(send, tif):
    result = send("new,a,sell,limit,100,5,,", "new,b,sell,limit,900,5,,", f"new,c,buy,market,,12,{tif},")
    assert trades(result) == [("c", "a", "100.00", "5", "buy"), ("c", "b", "900.00", "5", "buy")]
    assert (result["bids"], result["asks"], result["rejected"]) == ([], [], [])


def test_the_price_of_a_market_order_is_not_looked_at(send):
    result = send("new,a,sell,limit,100,5,,", "new,b,buy,market,whatever,5,,")
    assert trades(result) == [("b", "a", "100.00", "5", "buy")]


def test_a_market_order_finds_nothing_in_an_empty_book(send):
    assert send("new,a,sell,market,,5,,") == {"trades": [], "rejected": [], "bids": [], "asks": []}


def test_an_ioc_orders_remainder_is_cancelled(send):
    result = send("new,a,sell,limit,100,5,,", "new,b,sell,limit,101,5,,", "new,c,buy,limit,100,9,ioc,")
    assert trades(result) == [("c", "a", "100.00", "5", "buy")]
    assert result["bids"] == []
    assert side(result["asks"]) == [("101.00", [("b", "5")])]


def test_a_fok_order_trades_whole_over_several_levels(send):
    result = send("new,a,sell,limit,100,5,,", "new,b,sell,limit,101,5,,", "new,c,buy,limit,101,10,fok,")
    assert [row[3] for row in trades(result)] == ["5", "5"]


def test_a_fok_order_that_cannot_trade_whole_changes_nothing_and_is_rejected(send):
    result = send("new,a,sell,limit,100,5,,", "new,b,sell,limit,102,5,,", "new,c,buy,limit,101,6,fok,")
    assert trades(result) == []
    assert reasons(result) == [(4, "c", "fok: the whole quantity cannot be traded at once")]
    assert len(result["asks"]) == 2


def test_a_market_order_may_be_fok(send):
    result = send("new,a,sell,limit,100,5,,", "new,b,buy,market,,6,fok,", "new,c,buy,market,,5,fok,")
    assert [row[1] for row in reasons(result)] == ["b"]
    assert [row[0] for row in trades(result)] == ["c"]


def test_a_fok_order_does_not_count_what_lies_behind_its_owners_own_order(send):
    lines = "new,a,sell,limit,100,5,,x", "new,b,sell,limit,100,5,,me", "new,c,sell,limit,100,5,,x"
    assert trades(send(*lines, "new,d,buy,limit,100,6,fok,me")) == []
    assert trades(send(*lines, "new,d,buy,limit,100,5,fok,me")) == [("d", "a", "100.00", "5", "buy")]


@pytest.mark.parametrize(("price", "accepted"), [("99.99", True), ("100", False), ("100.01", False)])
def test_a_post_order_is_rejected_if_it_would_trade(send, price, accepted):
    result = send("new,a,sell,limit,100,5,,me", f"new,b,buy,limit,{price},5,post,me")
    assert trades(result) == []
    assert bool(result["bids"]) is accepted
    assert [row[2] for row in reasons(result)] == ([] if accepted else ["post: the order would trade at once"])


def test_cancel_takes_an_order_out(send):
    result = send("new,a,buy,limit,100,5,,", "new,b,buy,limit,100,6,,", "cancel,a,,,,,,", "new,c,sell,limit,100,2,,")
    assert trades(result) == [("c", "b", "100.00", "2", "sell")]
    assert side(result["bids"]) == [("100.00", [("b", "4")])]


def test_reduce_keeps_the_place_in_the_queue(send):
    result = send("new,a,buy,limit,100,5,,", "new,b,buy,limit,100,6,,", "reduce,a,,,,2,,", "new,c,sell,limit,100,3,,")
    assert trades(result) == [("c", "a", "100.00", "2", "sell"), ("c", "b", "100.00", "1", "sell")]


@pytest.mark.parametrize("quantity", ["3", "4", "5"])
def test_reduce_to_no_less_than_what_is_open_is_rejected(send, quantity):
    result = send("new,a,buy,limit,100,5,,", "new,b,sell,limit,100,2,,", f"reduce,a,,,,{quantity},,")
    assert reasons(result) == [(4, "a", "the quantity is not smaller than what is open")]
    assert side(result["bids"]) == [("100.00", [("a", "3")])]


def test_replace_goes_to_the_back_of_the_queue_even_with_the_same_price(send):
    result = send("new,a,buy,limit,100,5,,", "new,b,buy,limit,100,6,,", "replace,a,,,100,5,,")
    assert side(result["bids"]) == [("100.00", [("b", "6"), ("a", "5")])]


def test_replace_may_trade_and_its_order_is_then_the_taker(send):
    result = send("new,a,buy,limit,99,5,post,", "new,b,sell,limit,100,2,,", "replace,a,,,101,4,,")
    assert trades(result) == [("a", "b", "100.00", "2", "buy")]
    assert side(result["bids"]) == [("101.00", [("a", "2")])]


def test_replace_sets_the_open_quantity_not_the_first_one(send):
    result = send("new,a,buy,limit,100,9,,", "new,b,sell,limit,100,4,,", "replace,a,,,100,9,,")
    assert side(result["bids"]) == [("100.00", [("a", "9")])]


def test_an_owners_incoming_remainder_is_cancelled_when_it_would_meet_its_own_order(send):
    result = send(
        "new,a,sell,limit,100,5,,x",
        "new,b,sell,limit,100,5,,me",
        "new,c,sell,limit,100,5,,x",
        "new,d,buy,limit,100,12,,me",
    )
    assert trades(result) == [("d", "a", "100.00", "5", "buy")]
    assert result["bids"] == []
    assert side(result["asks"]) == [("100.00", [("b", "5"), ("c", "5")])]


def test_without_an_owner_nobody_is_checked(send):
    result = send("new,a,sell,limit,100,5,,", "new,b,buy,limit,100,5,,")
    assert trades(result) == [("b", "a", "100.00", "5", "buy")]


def test_a_replaced_order_keeps_its_owner(send):
    result = send("new,a,sell,limit,100,5,,me", "new,b,buy,limit,99,5,,me", "replace,b,,,100,5,,")
    assert trades(result) == []
    assert result["bids"] == []


def test_more_owners_than_a_small_integer_holds_are_told_apart(send):
    many = [f"new,m{n},buy,limit,1,1,,o{n}" for n in range(66_000)]
    result = send(*many, "new,a,sell,limit,100,5,,first", "new,b,buy,limit,100,5,,second", "new,c,buy,limit,1,1,,o0")
    assert trades(result) == [("b", "a", "100.00", "5", "buy")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("new,n,buy,limit,100.005,5,,", "the price is not a multiple of the tick"),
        ("new,n,buy,limit,100,5.5,,", "the quantity is not a multiple of the lot"),
        ("new,n,buy,limit,0,5,,", "the price is not above zero"),
        ("new,n,buy,limit,-1,5,,", "the price is not above zero"),
        ("new,n,buy,limit,100,0.000,,", "the quantity is not above zero"),
        ("new,n,buy,limit,100,-5,,", "the quantity is not above zero"),
        ("new,n,buy,limit,100,99999999999999999,,", "more than a trillion ticks or lots"),
        ("new,n,buy,market,,5,post,", "a market order cannot be post"),
        ("new,open,buy,limit,90,5,,", "an order with this id was accepted before"),
        ("new,gone,buy,limit,90,5,,", "an order with this id was accepted before"),
        ("cancel,n,,,,,,", "no order with this id was accepted"),
        ("cancel,gone,,,,,,", "the order is no longer open"),
        ("reduce,n,,,,1,,", "no order with this id was accepted"),
        ("reduce,gone,,,,1,,", "the order is no longer open"),
        ("reduce,open,,,,0,,", "the quantity is not above zero"),
        ("replace,n,,,90,1,,", "no order with this id was accepted"),
        ("replace,gone,,,90,1,,", "the order is no longer open"),
        ("replace,open,,,90.001,1,,", "the price is not a multiple of the tick"),
        ("replace,open,,,90,0,,", "the quantity is not above zero"),
        ("auction,,,,0.001,,,", "the price is not a multiple of the tick"),
    ],
)
def test_what_cannot_be_done_is_told_with_its_line_and_changes_nothing(send, line, reason):
    before = "new,open,buy,limit,90,5,,", "new,gone,buy,limit,95,5,,", "cancel,gone,,,,,,"
    result = send(*before, line)
    assert reasons(result) == [(5, line.split(",")[1], reason)]
    assert {**result, "rejected": []} == send(*before)


def test_every_reason_is_a_sentence_of_its_own():
    assert len(set(REASONS.values())) == len(REASONS)


def test_a_rejected_new_order_leaves_its_id_free(send):
    result = send("new,a,buy,limit,100,0,,", "cancel,a,,,,,,", "new,a,buy,limit,100,5,,")
    assert [row[0] for row in reasons(result)] == [2, 3]
    assert side(result["bids"]) == [("100.00", [("a", "5")])]


def test_the_grid_is_exact_where_binary_fractions_are_not(send):
    result = send("new,a,buy,limit,0.3,0.7,,", "new,b,buy,limit,0.30000000000000004,0.7,,", tick="0.1", lot="0.1")
    assert [row[1] for row in reasons(result)] == ["b"]
    assert side(result["bids"]) == [("0.3", [("a", "0.7")])]


def test_a_tick_need_not_be_a_power_of_ten(send):
    result = send("new,a,buy,limit,100.25,5,,", "new,b,buy,limit,100.30,5,,", tick="0.25", lot="5")
    assert [row[1] for row in reasons(result)] == ["b"]
    assert side(result["bids"]) == [("100.25", [("a", "5")])]


def test_prices_may_lie_a_trillion_ticks_apart(send):
    result = send("new,a,buy,limit,0.01,1,,", "new,b,sell,limit,9999999999.99,1,,", "new,c,buy,limit,9999999999.99,1,,")
    assert trades(result) == [("c", "b", "9999999999.99", "1", "buy")]
    assert side(result["bids"]) == [("0.01", [("a", "1")])]


def test_an_auction_collects_orders_and_trades_at_the_price_of_most_volume(send):
    result = send(
        "auction,,,,,,,",
        "new,a,buy,limit,103,5,,",
        "new,b,buy,limit,101,5,,",
        "new,c,sell,limit,99,4,,",
        "new,d,sell,limit,101,5,,",
        "new,e,sell,limit,104,5,,",
        "auction,,,,,,,",
    )
    assert result["trades"] == [
        {"taker": "c", "maker": "a", "price": "101.00", "qty": "4", "side": "sell", "auction": True},
        {"taker": "d", "maker": "a", "price": "101.00", "qty": "1", "side": "sell", "auction": True},
        {"taker": "d", "maker": "b", "price": "101.00", "qty": "4", "side": "sell", "auction": True},
    ]
    assert side(result["bids"]) == [("101.00", [("b", "1")])]
    assert side(result["asks"]) == [("104.00", [("e", "5")])]


def test_the_end_of_the_file_ends_an_auction(send):
    result = send("auction,,,,,,,", "new,a,buy,limit,101,5,,", "new,b,sell,limit,99,5,,")
    assert [row["price"] for row in result["trades"]] == ["100.00"]


@pytest.mark.parametrize(("reference", "price"), [("90", "99.00"), ("100.37", "100.37"), ("120", "101.00")])
def test_among_equal_prices_the_nearest_to_the_reference_wins(send, reference, price):
    lines = "new,a,buy,limit,101,5,,", "new,b,sell,limit,99,5,,"
    assert send("auction,,,,,,,", *lines, f"auction,,,,{reference},,,")["trades"][0]["price"] == price
    assert send(f"auction,,,,{reference},,,", *lines)["trades"][0]["price"] == price


def test_the_reference_of_an_auction_is_the_last_trade_if_none_is_given(send):
    result = send(
        "new,a,sell,limit,100.5,1,,",
        "new,b,buy,limit,100.5,1,,",
        "auction,,,,,,,",
        "new,c,buy,limit,101,5,,",
        "new,d,sell,limit,99,5,,",
    )
    assert [row["price"] for row in result["trades"]] == ["100.50", "100.50"]


def test_the_smaller_surplus_decides_before_the_reference(send):
    result = send(
        "auction,,,,90,,,",
        "new,a,buy,limit,105,10,,",
        "new,b,buy,limit,100,5,,",
        "new,c,sell,limit,95,10,,",
        "auction,,,,,,,",
    )
    assert result["trades"][0]["price"] == "100.01"


def test_orders_of_the_book_take_part_in_an_auction_with_their_older_rank(send):
    result = send(
        "new,a,buy,limit,100,5,,",
        "auction,,,,,,,",
        "new,b,buy,limit,100,5,,",
        "new,c,sell,limit,100,7,,",
        "auction,,,,,,,",
    )
    assert [(row[0], row[1], row[3]) for row in trades(result)] == [("c", "a", "5"), ("c", "b", "2")]
    assert side(result["bids"]) == [("100.00", [("b", "3")])]


def test_market_orders_go_first_in_an_auction_and_their_remainder_is_cancelled(send):
    result = send(
        "auction,,,,,,,",
        "new,a,buy,limit,101,5,,",
        "new,m,buy,market,,4,,",
        "new,s,sell,limit,100,6,,",
        "new,z,sell,limit,200,1,,",
        "new,i,buy,limit,100,9,ioc,",
        "auction,,,,,,,",
    )
    assert [(row[0], row[1], row[3]) for row in trades(result)] == [("s", "m", "4"), ("s", "a", "2")]
    assert side(result["bids"]) == [("101.00", [("a", "3")])]


def test_collected_orders_may_be_cancelled_reduced_and_replaced(send):
    result = send(
        "auction,,,,,,,",
        "new,a,buy,limit,101,5,,",
        "new,b,buy,limit,101,5,,",
        "new,c,buy,limit,102,5,,",
        "cancel,c,,,,,,",
        "reduce,b,,,,2,,",
        "replace,a,,,101,4,,",
        "new,s,sell,limit,101,3,,",
        "auction,,,,,,,",
    )
    assert [(row[0], row[1], row[3]) for row in trades(result)] == [("s", "b", "2"), ("s", "a", "1")]
    assert side(result["bids"]) == [("101.00", [("a", "3")])]


def test_a_replaced_order_of_the_book_waits_for_the_auction(send):
    result = send(
        "new,a,buy,limit,100,5,,", "new,s,sell,limit,101,5,,", "auction,,,,,,,", "replace,a,,,102,5,,", "auction,,,,,,,"
    )
    assert [row["auction"] for row in result["trades"]] == [True]


@pytest.mark.parametrize("tif", ["fok", "post"])
def test_fok_and_post_orders_are_not_taken_during_a_call(send, tif):
    result = send("auction,,,,,,,", f"new,a,buy,limit,100,5,{tif},")
    assert [row[2] for row in reasons(result)] == ["fok and post orders are not taken while an auction collects orders"]


def test_after_an_auction_trading_is_continuous_again(send):
    result = send(
        "auction,,,,,,,",
        "new,a,buy,limit,100,5,,",
        "auction,,,,,,,",
        "new,b,sell,limit,100,5,,",
        "auction,,,,,,,",
        "new,c,buy,limit,7,1,,",
    )
    assert trades(result) == [("b", "a", "100.00", "5", "sell")]
    assert "auction" not in result["trades"][0]
    assert side(result["bids"]) == [("7.00", [("c", "1")])]


def test_the_command_writes_the_result_as_json_and_ends_with_0(tmp_path):
    path, result = tmp_path / "orders.csv", tmp_path / "result.json"
    path.write_text(f"{HEADER}\nnew,a,buy,limit,1.5,4,,\nnew,b,sell,market,,2,,\n", encoding="utf-8")
    assert main.main(["book", str(path), "--tick", "0.5", "--lot", "2", "--json", str(result)]) == main.DONE
    found = json.loads(result.read_text(encoding="utf-8"))
    assert found["trades"] == [{"taker": "b", "maker": "a", "price": "1.5", "qty": "2", "side": "sell"}]
    assert set(found) == {"trades", "rejected", "bids", "asks"}


def test_the_command_refuses_a_malformed_file_in_one_sentence_and_ends_with_2(tmp_path, capsys):
    path = tmp_path / "orders.csv"
    path.write_text(f"{HEADER}\nnew,a,buy,limit,x,4,,\n", encoding="utf-8")
    assert main.main(["book", str(path)]) == main.USAGE_ERROR
    complaint = capsys.readouterr()
    assert complaint.out == ""
    (sentence,) = complaint.err.splitlines()
    assert "orders.csv, line 2, column price: expected" in sentence
