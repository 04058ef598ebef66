"""The margin rules against what must hold of any such rule, and against formulas that are wrong."""

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from model import margin_rules as rules
from model.haircuts import SCHEDULES
from model.margin_rules import BINANCE, BYBIT, OKX

RULES = {"binance": BINANCE, "okx": OKX, "bybit": BYBIT}
FEE = 0.0005
LONG, SHORT = 1, -1


@st.composite
def tier_rows(draw):
    """Rows as exchanges have them: borders rise by a tenth or more, rates from under 1 % to at most 60 %."""
    count = draw(st.integers(1, 12))
    upper, rate, rows = draw(st.floats(1e3, 1e6)), draw(st.floats(0.001, 0.01)), []
    for _ in range(count):
        rows.append((upper, rate))
        upper *= draw(st.floats(1.1, 10.0))
        rate = min(rate * draw(st.floats(1.0, 2.5)), 0.6)
    return rows


sides = st.sampled_from([LONG, SHORT])
values = st.floats(1e2, 1e9)
entries = st.floats(1e-4, 2e5)
leverages = st.floats(1.5, 125.0)


def balance(side, quantity, entry, margin, price):
    return margin + side * quantity * (price - entry)


# Tiers


@given(tier_rows())
def test_cumulative_amounts_follow_from_the_tier_below(rows):
    table = rules.tier_table(rows)
    assert table[0, 2] == 0.0
    for below, row in zip(table[:-1], table[1:], strict=True):
        assert row[2] == pytest.approx(below[0] * (row[1] - below[1]) + below[2], rel=1e-12, abs=1e-9)


@given(tier_rows())
def test_maintenance_does_not_jump_at_the_border_of_two_tiers(rows):
    table = rules.tier_table(rows)
    for n in range(len(rows) - 1):
        border = table[n, 0]
        above = np.nextafter(border, np.inf)
        assert (rules.tier_of(table, border), rules.tier_of(table, above)) == (n, n + 1)
        assert rules.maintenance_margin(table, above) == pytest.approx(
            rules.maintenance_margin(table, border), rel=1e-9
        )


@given(tier_rows(), values)
def test_rate_less_cumulative_amount_is_the_sum_over_slices(rows, notional):
    floor, total = 0.0, 0.0
    for n, (upper, rate) in enumerate(rows):
        top = notional if n == len(rows) - 1 else min(notional, upper)
        total += max(top - floor, 0.0) * rate
        floor = upper
    assert rules.maintenance_margin(rules.tier_table(rows), notional) == pytest.approx(total, rel=1e-9)


def test_what_lies_above_the_last_tier_belongs_to_it():
    table = rules.tier_table([(100.0, 0.01), (200.0, 0.02)])
    assert rules.tier_of(table, 1e12) == 1
    assert rules.tier_of(table, 0.0) == 0


@pytest.mark.parametrize(
    "rows", [[], [(0.0, 0.01)], [(10.0, 0.01), (10.0, 0.02)], [(10.0, 0.02), (20.0, 0.01)], [(10.0, 1.0)]]
)
def test_a_table_that_does_not_rise_is_refused(rows):
    with pytest.raises(ValueError, match="must"):
        rules.tier_table(rows)


@pytest.mark.parametrize("rows", [[], [(10.0, 0.9), (5.0, 0.8)], [(10.0, 1.5)], [(np.inf, 1.0), (np.inf, 0.5)]])
def test_a_haircut_schedule_that_does_not_rise_is_refused(rows):
    with pytest.raises(ValueError, match="must"):
        rules.haircut_schedule(rows)


@given(st.sampled_from(sorted(SCHEDULES)), st.floats(0.0, 1e8), st.floats(0.0, 1e8))
def test_more_collateral_never_counts_less_nor_more_than_itself(name, first, second):
    schedule = rules.default_haircut(name)
    less, more = sorted([first, second])
    assert 0.0 <= rules.haircut_value(schedule, less) <= rules.haircut_value(schedule, more) * (1 + 1e-12)
    assert rules.haircut_value(schedule, more) <= more


# Liquidation prices


@given(tier_rows(), sides, values, entries, leverages)
@example([(5e4, 0.004), (6e5, 0.005)], LONG, 5.02e4, 100.0, 125.0)
def test_on_binance_what_is_left_at_the_liquidation_price_is_the_maintenance_margin_there(
    rows, side, value, entry, leverage
):
    tiers, quantity = rules.tier_table(rows), value / entry
    price = rules.liquidation_price(BINANCE, side, quantity, entry, value / leverage, FEE, tiers)
    left = balance(side, quantity, entry, value / leverage, price)
    assert price > 0.0
    assert left == pytest.approx(rules.maintenance_margin(tiers, quantity * price), rel=1e-9)


@given(tier_rows(), sides, values, entries, leverages)
def test_on_binance_the_published_formula_holds_with_the_tier_of_the_result(rows, side, value, entry, leverage):
    tiers, quantity = rules.tier_table(rows), value / entry
    price = rules.liquidation_price(BINANCE, side, quantity, entry, value / leverage, FEE, tiers)
    n = rules.tier_of(tiers, quantity * price)
    rate, cum = tiers[n, 1], tiers[n, 2]
    published_form = (value / leverage + cum - side * quantity * entry) / (quantity * rate - side * quantity)
    assert price == pytest.approx(published_form, rel=1e-9)


@given(tier_rows(), sides, values, entries, leverages)
def test_on_okx_a_position_is_safe_up_to_its_liquidation_price_and_not_beyond(rows, side, value, entry, leverage):
    tiers, quantity, margin = rules.tier_table(rows), value / entry, value / leverage

    def spare(price):
        return balance(side, quantity, entry, margin, price) - rules.required_margin(OKX, tiers, quantity * price, FEE)

    price = rules.liquidation_price(OKX, side, quantity, entry, margin, FEE, tiers)
    assume(spare(entry) > 0.0)
    slack = 1e-9 * value
    assert spare(price * (1.0 - side * 1e-7)) < slack
    for share in np.linspace(0.0, 0.999, 50):
        assert spare(entry + share * (price - entry)) > -slack


@given(tier_rows(), sides, values, entries, leverages)
def test_on_okx_the_published_formula_holds_with_the_tier_of_the_result_unless_a_border_calls_it(
    rows, side, value, entry, leverage
):
    tiers, quantity, margin = rules.tier_table(rows), value / entry, value / leverage
    price = rules.liquidation_price(OKX, side, quantity, entry, margin, FEE, tiers)
    nearby = {rules.tier_of(tiers, quantity * price * (1.0 + nudge)) for nudge in (-1e-9, 1e-9)}
    forms = [(entry - side * margin / quantity) / (1.0 - side * (tiers[n, 1] + FEE)) for n in nearby]
    at_border = side == SHORT and len(nearby) == 2
    assert at_border or any(price == pytest.approx(form, rel=1e-9) for form in forms)


def test_on_okx_a_short_is_called_at_the_border_where_the_flat_rate_jumps_past_its_margin():
    tiers = rules.tier_table([(1_000.0, 0.01), (10_000.0, 0.10)])
    price = rules.liquidation_price(OKX, SHORT, 1.0, 900.0, 180.0, 0.0, tiers)
    assert price == 1_000.0
    below, above = rules.required_margin(OKX, tiers, 1_000.0, 0.0), rules.required_margin(OKX, tiers, 1_000.1, 0.0)
    assert below < balance(SHORT, 1.0, 900.0, 180.0, 1_000.0) < above


def test_on_okx_a_long_is_called_at_the_first_of_two_prices_that_satisfy_the_formula():
    tiers = rules.tier_table([(1_000.0, 0.01), (10_000.0, 0.10)])
    price = rules.liquidation_price(OKX, LONG, 1.0, 1_200.0, 280.0, 0.0, tiers)
    assert price == pytest.approx(920.0 / 0.9)
    second = 920.0 / 0.99
    assert second < 1_000.0 < price


@given(tier_rows(), sides, values, entries, leverages)
def test_on_bybit_what_is_left_at_the_liquidation_price_is_the_maintenance_margin_of_the_entry_value(
    rows, side, value, entry, leverage
):
    tiers, quantity = rules.tier_table(rows), value / entry
    price = rules.liquidation_price(BYBIT, side, quantity, entry, value / leverage, FEE, tiers)
    left = balance(side, quantity, entry, value / leverage, price)
    assert left == pytest.approx(rules.maintenance_margin(tiers, quantity * entry), rel=1e-9)
    rate = rules.maintenance_margin(tiers, quantity * entry) / value
    assert price == pytest.approx(entry * (1.0 - side * (1.0 / leverage - rate)), rel=1e-9)


@given(st.sampled_from([BINANCE, OKX, BYBIT]), tier_rows(), sides, values, entries, leverages)
def test_a_position_is_called_before_it_is_bankrupt_and_with_more_margin_later(
    rule, rows, side, value, entry, leverage
):
    tiers, quantity, margin = rules.tier_table(rows), value / entry, value / leverage
    assume(margin > rules.required_margin(rule, tiers, value, FEE))
    price = rules.liquidation_price(rule, side, quantity, entry, margin, FEE, tiers)
    later = rules.liquidation_price(rule, side, quantity, entry, margin * 1.01, FEE, tiers)
    bankrupt = rules.bankruptcy_price(side, quantity, entry, margin)
    tiny = 1e-12 * entry
    assert side * price <= side * entry + tiny
    assert side * bankrupt < side * price
    assert side * later <= side * price + tiny


@pytest.mark.parametrize("rule", [BINANCE, OKX, BYBIT])
def test_a_long_that_is_paid_in_full_is_never_called(rule):
    tiers = rules.one_tier(0.01)
    assert rules.liquidation_price(rule, LONG, 1.0, 100.0, 102.0, FEE, tiers) == 0.0
    assert rules.liquidation_price(rule, SHORT, 1.0, 100.0, 102.0, FEE, tiers) > 190.0


@pytest.mark.parametrize("rule", [BINANCE, OKX, BYBIT])
def test_a_position_with_too_little_margin_is_called_on_the_safe_side_of_its_entry(rule):
    tiers = rules.default_tiers("PEPE")
    long_price = rules.liquidation_price(rule, LONG, 1e4, 100.0, 1e3, FEE, tiers)
    short_price = rules.liquidation_price(rule, SHORT, 1e4, 100.0, 1e3, FEE, tiers)
    assert short_price < 100.0 < long_price


def test_a_short_in_an_account_whose_debts_exceed_everything_is_called_at_every_price():
    found = rules.full_margin_liquidation_price(BINANCE, SHORT, 1.0, 100.0, 100.0, -500.0, FEE, rules.one_tier(0.01))
    assert found == 0.0


@given(tier_rows(), sides, values, entries, st.floats(-0.5, 3.0), st.floats(0.3, 3.0))
def test_a_full_margin_account_has_at_the_price_of_one_position_exactly_what_all_positions_require(
    rows, side, value, entry, backing_share, mark_share
):
    tiers, quantity, backing = rules.tier_table(rows), value / entry, backing_share * value
    price = rules.full_margin_liquidation_price(BINANCE, side, quantity, entry, entry * mark_share, backing, FEE, tiers)
    left = balance(side, quantity, entry, backing, price)
    needed = rules.required_margin(BINANCE, tiers, quantity * price, FEE)
    uncalled = side == LONG and price == 0.0 and left >= 0.0
    hopeless = side == SHORT and price == 0.0 and left <= 0.0
    assert uncalled or hopeless or left == pytest.approx(needed, abs=1e-9 * value)


@given(tier_rows(), sides, values, entries, leverages)
def test_every_number_kind_gives_the_same_bits(rows, side, value, entry, leverage):
    tiers, quantity = rules.tier_table(rows), value / entry
    price = rules.liquidation_price(BINANCE, side, quantity, entry, value / leverage, FEE, tiers)
    assert price == rules.liquidation_price(BINANCE, float(side), quantity, entry, value / leverage, FEE, tiers)
    with_doubts = tiers.copy()
    with_doubts[-1, 0] = np.inf
    assert price == rules.liquidation_price(BINANCE, side, quantity, entry, value / leverage, FEE, with_doubts)


# Three wrong formulas that public code uses, on one position: 25 BTC long, entry $100,000, 10× on the BTC tiers


def binance_parts(price):
    tiers = rules.default_tiers("BTC")
    n = rules.tier_of(tiers, 25.0 * price)
    return tiers[n, 1], tiers[n, 2]


RIGHT = rules.liquidation_price(BINANCE, LONG, 25.0, 1e5, 2.5e5, FEE, rules.default_tiers("BTC"))


def test_the_right_price_of_the_example_is_worked_out_by_hand():
    # Tier 3: rate .65 %, cum = 50,000 × .1 % + 600,000 × .15 % = 950
    assert pytest.approx((250_000 + 950 - 2_500_000) / (25 * 0.0065 - 25), rel=1e-12) == RIGHT


def test_adding_the_cumulative_amount_with_the_wrong_sign_misses_the_price():
    rate, cum = binance_parts(RIGHT)
    wrong = (2.5e5 - cum - 25.0 * 1e5) / (25.0 * rate - 25.0)
    assert wrong - RIGHT == pytest.approx(2 * 950 / (25 * (1 - 0.0065)), rel=1e-9)
    assert wrong - RIGHT > 76.0
    assert balance(LONG, 25.0, 1e5, 2.5e5, wrong) > 1.1 * (25.0 * wrong * rate - cum)


def test_not_dividing_the_entry_by_one_less_the_rate_misses_the_price():
    rate, _ = binance_parts(RIGHT)
    wrong = 1e5 * (1.0 - 1.0 / 10.0 + rate)
    right_without_cum = rules.liquidation_price(BINANCE, LONG, 25.0, 1e5, 2.5e5, FEE, rules.one_tier(rate))
    assert right_without_cum == pytest.approx(1e5 * 0.9 / (1.0 - rate), rel=1e-12)
    assert wrong - right_without_cum == pytest.approx(61.17, abs=0.01)
    assert wrong - RIGHT > 99.0


def test_taking_the_tier_of_the_entry_value_misses_the_price():
    tiers = rules.default_tiers("BTC")
    quantity, entry, margin = 31.0, 1e5, 3.1e5
    at_entry, at_price = rules.tier_of(tiers, quantity * entry), 2
    right = rules.liquidation_price(BINANCE, LONG, quantity, entry, margin, FEE, tiers)
    assert rules.tier_of(tiers, quantity * right) == at_price < at_entry
    rate, cum = tiers[at_entry, 1], tiers[at_entry, 2]
    wrong = (margin + cum - quantity * entry) / (quantity * rate - quantity)
    assert right - wrong == pytest.approx(2_789_050 / 30.7985 - 2_778_550 / 30.69, rel=1e-6)
    assert right - wrong > 20.0
    assert balance(LONG, quantity, entry, margin, wrong) < 0.97 * rules.maintenance_margin(tiers, quantity * wrong)


# Stepping down


@given(tier_rows(), sides, values, entries)
def test_a_step_down_ends_two_tiers_lower_on_okx_and_one_on_bybit_and_closes_all_at_the_bottom(rows, side, value, mark):
    tiers, quantity = rules.tier_table(rows), value / mark
    n = rules.tier_of(tiers, quantity * mark)
    for rule, down in ((OKX, 2), (BYBIT, 1)):
        closed = rules.step_down_quantity(rule, side, quantity, mark, tiers)
        assert 0.0 <= closed <= quantity
        if n < down:
            assert closed == quantity
        else:
            assert (quantity - closed) * mark == pytest.approx(tiers[n - down, 0], rel=1e-9)
    assert rules.step_down_quantity(BINANCE, side, quantity, mark, tiers) == quantity


@given(tier_rows(), values, st.sampled_from([OKX, BYBIT]))
def test_stepping_down_again_and_again_closes_the_whole_position(rows, value, rule):
    tiers, left, steps = rules.tier_table(rows), value, 0
    while left > 0.0:
        lots = np.ceil(rules.step_down_quantity(rule, LONG, left, 1.0, tiers))
        left, steps = max(left - lots, 0.0), steps + 1
        assert steps <= len(rows)


def test_okx_closes_in_part_only_from_tier_three_and_only_what_the_lowest_rate_would_accept():
    tiers = rules.tier_table([(1_000.0, 0.01), (2_000.0, 0.02), (3_000.0, 0.04)])
    assert rules.may_step_down(OKX, 2_500.0, 2_500.0 * 0.02, FEE, tiers)
    assert not rules.may_step_down(OKX, 2_500.0, 2_500.0 * 0.0105, FEE, tiers)
    assert not rules.may_step_down(OKX, 1_500.0, 1_500.0, FEE, tiers)
    assert rules.may_step_down(BYBIT, 1_500.0, 0.0, FEE, tiers)
    assert not rules.may_step_down(BYBIT, 1_000.0, 0.0, FEE, tiers)
    assert not rules.may_step_down(BINANCE, 2_500.0, 1e9, FEE, tiers)


def test_the_margin_ratio_reaches_one_where_the_position_is_called():
    tiers = rules.default_tiers("BTC")
    for rule in (BINANCE, OKX):
        price = rules.liquidation_price(rule, LONG, 25.0, 1e5, 2.5e5, FEE, tiers)
        needed = rules.required_margin(rule, tiers, 25.0 * price, FEE)
        assert rules.margin_ratio(needed, balance(LONG, 25.0, 1e5, 2.5e5, price)) == pytest.approx(1.0, rel=1e-9)
