"""The margin rules against what exchanges publish: prices, margins, tables and haircuts, example by example."""

import json
from pathlib import Path

import numpy as np
import pytest

from model import margin_rules as rules
from model.margin_rules import BINANCE, BYBIT, OKX
from model.tiers import BTC_TIERS, SMALL_TIERS, SOL_TIERS

VECTORS = json.loads((Path(__file__).parent.parent / "data" / "margin_vectors.json").read_text(encoding="utf-8"))
RULES = {"binance": BINANCE, "okx": OKX, "bybit": BYBIT}
FEE = 0.0005
LONG, SHORT = 1, -1


def published(group):
    return pytest.mark.parametrize("case", VECTORS[group], ids=lambda case: case["name"])


@published("liquidation_price")
def test_a_published_liquidation_price_is_met(case):
    rule, tiers = RULES[case["venue"]], rules.one_tier(case["mmr"], case["cum"])
    backing = case["margin"] - case["others_maintenance"] + case["others_profit"]
    found = rules.liquidation_price(rule, case["side"], case["size"], case["entry"], backing, case["taker_fee"], tiers)
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


@pytest.mark.parametrize(
    "case", [case for case in VECTORS["liquidation_price"] if case["venue"] != "bybit"], ids=lambda case: case["name"]
)
def test_a_full_margin_position_with_the_same_money_behind_it_has_the_same_published_price(case):
    backing = case["margin"] - case["others_maintenance"] + case["others_profit"]
    found = rules.full_margin_liquidation_price(
        RULES[case["venue"]],
        case["side"],
        case["size"],
        case["entry"],
        case["entry"],
        backing,
        case["taker_fee"],
        rules.one_tier(case["mmr"], case["cum"]),
    )
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


@published("maintenance")
def test_a_published_maintenance_margin_is_met(case):
    found = rules.maintenance_margin(rules.tier_table(case["tiers"]), case["notional"])
    assert found == pytest.approx(case["expected"], abs=1e-9)


@published("cumulative_amounts")
def test_the_published_cumulative_amounts_are_met(case):
    assert rules.tier_table(case["tiers"])[:, 2] == pytest.approx(case["expected"], abs=1e-6)


@published("haircuts")
def test_a_published_collateral_value_is_met(case):
    assert rules.haircut_value(rules.default_haircut(case["schedule"]), case["amount"]) == pytest.approx(
        case["expected"]
    )


@published("step_down")
def test_a_published_first_step_of_a_partial_liquidation_is_met(case):
    found = rules.step_down_quantity(RULES[case["venue"]], LONG, case["size"], 1.0, rules.tier_table(case["tiers"]))
    assert found == pytest.approx(case["expected"])


@published("example_tiers")
def test_an_example_table_is_the_published_one(case):
    assert rules.default_tiers(case["name"])[:, :2] == pytest.approx(np.array(case["tiers"]), rel=1e-12)


@pytest.mark.parametrize(
    ("kind", "rows"), [("BTC", BTC_TIERS), ("ETHUSDT", BTC_TIERS), ("sol", SOL_TIERS), ("PEPE", SMALL_TIERS)]
)
def test_an_asset_finds_its_example_table(kind, rows):
    assert rules.default_tiers(kind).tolist() == rules.tier_table(rows).tolist()


# The nuclear button: 100 BTC at $120,000 as full margin behind $15 M long of an altcoin (the SOL tiers), one wallet


@pytest.mark.parametrize(
    ("haircut", "bitcoin", "fall"),
    [
        ("none", 120_000.0, -79.65),
        ("flat", 120_000.0, -75.57),
        ("flat", 0.85 * 120_000.0, -63.89),
        ("bybit_btc", 120_000.0, -34.07),
    ],
)
def test_the_nuclear_button_takes_all_bitcoin_after_this_fall_of_the_altcoin(haircut, bitcoin, fall):
    counted = rules.haircut_value(rules.default_haircut(haircut), 100.0) * bitcoin
    quantity, entry = 75_000.0, 200.0
    found = rules.full_margin_liquidation_price(
        BINANCE, LONG, quantity, entry, entry, counted, FEE, rules.default_tiers("SOL")
    )
    assert 100.0 * (found / entry - 1.0) == pytest.approx(fall, abs=0.005)


def test_the_same_position_isolated_at_three_times_leverage_loses_five_million_and_no_bitcoin():
    quantity, entry, margin = 75_000.0, 200.0, 5e6
    tiers = rules.default_tiers("SOL")
    found = rules.liquidation_price(BINANCE, LONG, quantity, entry, margin, FEE, tiers)
    assert 100.0 * (found / entry - 1.0) == pytest.approx(-31.43, abs=0.005)
    worthless = rules.bankruptcy_price(LONG, quantity, entry, margin)
    assert rules.unrealized_profit(LONG, quantity, entry, worthless) == pytest.approx(-5e6)
