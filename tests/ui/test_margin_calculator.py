"""The margin calculator says what `main.py margin` says, live, and names a field that it cannot understand."""

import json
import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from model.commands import main as command
from ui import text, theme
from ui.dialogs.margin_calculator import MarginCalculator, margin_deed, position_of
from ui.dialogs.margin_drawing import spread_out
from ui.dialogs.margin_form import Position, read_number, written


@pytest.fixture
def calculator(qtbot):
    made = MarginCalculator(Position(100.0, 10.0, "SOL", 5.0))
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(qtbot, field, words):
    field.selectAll()
    qtbot.keyClicks(field, words)


CASES = {
    "isolated long": ("binance", "isolated", "long", {"leverage": 8}),
    "isolated short": ("okx", "isolated", "short", {"leverage": 3}),
    "bybit": ("bybit", "isolated", "long", {"leverage": 25}),
    "full margin": ("binance", "cross", "long", {"wallet": 90}),
    "full margin short": ("okx", "cross", "short", {"wallet": 200}),
}


@pytest.mark.parametrize("case", CASES)
def test_the_calculator_agrees_with_the_command_line(qtbot, calculator, tmp_path, capsys, case):
    venue, mode, side, values = CASES[case]
    form = calculator.form
    form.choices["venue"].button(("binance", "okx", "bybit").index(venue)).click()
    form.choices["mode"].button(("isolated", "cross").index(mode)).click()
    form.choices["side"].button(("long", "short").index(side)).click()
    for key, value in values.items():
        type_into(qtbot, form.fields[key], str(value))
    position = {"asset": "SOL", "side": side, "qty": 10, "entry": 100}
    if "leverage" in values:
        position["leverage"] = values["leverage"]
    wallet = values.get("wallet", 1000 / values.get("leverage", 1))
    file = tmp_path / "positions.json"
    file.write_text(json.dumps({"venue": venue, "mode": mode, "wallet": wallet, "positions": [position]}))
    assert command(["margin", str(file)]) == 0
    found = json.loads(capsys.readouterr().out)
    shown = {key: label.text() for key, label in calculator.results.items()}
    row = found["positions"][0]
    assert shown["liquidation_price"] == text.spread(row["liquidation_price"], 100)
    assert shown["bankruptcy_price"] == text.spread(row["bankruptcy_price"], 100)
    assert shown["tier"] == str(row["tier"])
    assert shown["margin_ratio"] == text.percent(found["account"]["margin_ratio"])
    words = [label.words for label in calculator.drawing.labels()]
    assert any(shown["liquidation_price"] in line for line in words)
    assert any(shown["bankruptcy_price"] in line for line in words)


@pytest.mark.parametrize(
    ("key", "typed"), [("entry", "x"), ("qty", "0"), ("leverage", "0"), ("qty", "-4"), ("entry", "")]
)
def test_a_number_that_cannot_be_meant_is_named_in_one_sentence_and_mended_at_once(qtbot, calculator, key, typed):
    field = calculator.form.fields[key]
    before = calculator.results["liquidation_price"].text()
    field.clear()
    if typed:
        qtbot.keyClicks(field, typed)
    else:
        field.textEdited.emit("")
    said = calculator.problem.text()
    assert said.startswith(calculator.form.title(key) + ": expected ")
    assert said.endswith(".")
    assert calculator.results["liquidation_price"].text() == text.NONE
    assert calculator.drawing.labels() == []
    type_into(qtbot, field, {"entry": "100", "qty": "10", "leverage": "5"}[key])
    assert calculator.problem.text() == ""
    assert calculator.results["liquidation_price"].text() == before


def test_bitcoin_behind_a_position_in_full_margin_moves_its_price_and_a_haircut_moves_it_back(qtbot, calculator):
    form = calculator.form
    form.choices["mode"].button(1).click()
    type_into(qtbot, form.fields["wallet"], "20")
    without = calculator.results["liquidation_price"].text()
    type_into(qtbot, form.fields["btc"], "0.005")
    whole = calculator.results["liquidation_price"].text()
    form.haircut.setCurrentIndex(1)
    assert without > calculator.results["liquidation_price"].text() > whole


def test_a_position_under_water_is_said_to_be_called_at_once(qtbot, calculator):
    type_into(qtbot, calculator.form.fields["mark"], "70")
    assert calculator.results["margin_ratio"].text() == "none left"
    assert "at once" in calculator.problem.text()


def test_fields_without_a_part_in_a_mode_are_greyed(calculator):
    form = calculator.form
    assert form.fields["leverage"].isEnabled()
    assert not form.fields["btc"].isEnabled()
    form.choices["mode"].button(1).click()
    assert not form.fields["leverage"].isEnabled()
    assert form.fields["btc"].isEnabled()
    assert all(control.accessibleName() for control in (*form.fields.values(), *form.choices.values(), form.haircut))


def test_labels_of_near_prices_do_not_overlap_and_stay_inside():
    places = spread_out([5.0, 5.5, 6.0, 99.0], 10.0, 0.0, 100.0)
    assert all(b - a >= 10.0 - 1e-9 for a, b in zip(places, places[1:], strict=False))
    assert spread_out([98.0, 99.0], 10.0, 0.0, 100.0) == [90.0, 100.0]


@pytest.mark.parametrize("name", list(theme.THEMES))
@pytest.mark.parametrize("scale", [1.0, 1.8])
def test_the_drawing_shows_red_between_liquidation_and_bankruptcy(calculator, name, scale):
    theme.set_theme(name)
    theme.keeper.set_scale(scale)
    image = calculator.drawing.grab().toImage()
    red = theme.current().liquidation.rgb()
    rows = [y for y in range(image.height()) if image.pixel(4, y) == red]
    assert rows
    assert image.height() > QFontMetrics(theme.font("body")).height() * 8


def test_the_key_opens_it_on_the_asset_on_stage(qtbot, session, qapp):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    session.select(1)
    deed = margin_deed(window, session)
    assert deed.keys == ("Ctrl+M",)
    deed.act()
    (opened,) = window.findChildren(MarginCalculator)
    assert opened.isVisible()
    assert read_number(opened.form.fields["entry"].text()) == position_of(session).entry
    assert math.isclose(position_of(session).entry, session.picture().index, rel_tol=1e-4)
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


@pytest.mark.parametrize(
    ("typed", "meant"), [("1,234.5", 1234.5), ("$3 M", 3e6), ("−2", -2.0), ("1e5", None), ("", None), ("4 x", None)]
)
def test_numbers_are_read_as_people_write_them(typed, meant):
    assert read_number(typed) == meant


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "0"), (115000.0, "115,000"), (0.87, "0.87"), (0.00012, "0.00012"), (10.5, "10.5")]
)
def test_numbers_are_shown_without_idle_zeros(value, words):
    assert written(value) == words
