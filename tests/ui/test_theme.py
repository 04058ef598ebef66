"""The looks: every text can be read, every colour told apart, whoever looks."""

import dataclasses
import itertools
import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.charts.contagion import DEEPEST
from ui.controls.toggle import Toggle
from ui.stage.glass import TINT
from ui.style import apply_style, progress_color, stylesheet
from ui.theme import THEMES, fall_color, mixed

each_theme = pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
TEXTS = (
    "text",
    "text_soft",
    "text_faint",
    "ask_text",
    "liquidation",
    "halt_text",
    "good",
    "confidence",
    "accent",
    "ghost",
)
GROUNDS = ("background", "panel", "raised")
ON_PANELS = ("bid", "fund", "altcoin", "staged", "last", "mark")
"""Drawn, and sometimes written, on panels only; so are the colours of the exchanges."""
NEVER_WRITTEN = ("panel_edge", "grid", "bid_maker", "ask", "ask_maker", "halt", "gauge", "tile_fill")
"""Areas and lines."""
SIGHTS = {
    "normal": np.eye(3),
    "deuteranopia": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "protanopia": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
}
"""How linear red, green and blue are seen (Machado, Oliveira and Fernandes 2009, full severity)."""


@pytest.fixture(autouse=True)
def the_look_is_put_back():
    yield
    theme.set_theme("dark")
    theme.keeper.set_scale(1.0)


def linear(color):
    parts = np.array(color.getRgbF()[:3])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(first, second):
    low, high = sorted(float(np.dot((0.2126, 0.7152, 0.0722), linear(color))) for color in (first, second))
    return (high + 0.05) / (low + 0.05)


def seen(color, sight):
    """Place of a colour in CIELAB as somebody sees it."""
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = matrix @ np.clip(np.array(SIGHTS[sight]) @ linear(color), 0, 1) / (0.9505, 1.0, 1.089)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def nearest(colors, sight):
    places = [seen(color, sight) for color in colors]
    return min(float(np.linalg.norm(a - b)) for a, b in itertools.combinations(places, 2))


@each_theme
def test_every_text_stands_out_from_every_ground(look):
    pairs = itertools.product(TEXTS, GROUNDS)
    weak = [(text, ground) for text, ground in pairs if contrast(getattr(look, text), getattr(look, ground)) < 4.5]
    assert weak == []
    assert contrast(look.on_accent, look.accent) >= 4.5
    assert min(contrast(getattr(look, token), look.panel) for token in ON_PANELS) >= 4.5
    assert min(contrast(color, look.panel) for color in look.venue) >= 4.5


def test_every_colour_of_a_look_is_judged():
    judged = {*TEXTS, *GROUNDS, *ON_PANELS, *NEVER_WRITTEN, "on_accent", "fall", "venue"}
    assert judged == {field.name for field in dataclasses.fields(theme.Theme)} - {"name", "sizes"}


@each_theme
def test_text_on_coloured_grounds_stands_out(look):
    hot = [mixed(look.raised, look.liquidation, DEEPEST * part**0.5) for part in np.linspace(0.001, 1, 50)]
    assert min(contrast(look.text, ground) for ground in (*hot, progress_color(look))) >= 4.5
    assert contrast(look.text_faint, look.raised) >= 4.5
    badges = (look.good, look.ask_text, look.text_faint)
    assert min(contrast(color, mixed(look.panel, color, 0.1)) for color in badges) >= 4.5
    assert contrast(progress_color(look), look.panel) >= 2


@each_theme
def test_text_on_tiles_stands_out_however_deep_the_fall(look):
    grounds = [look.tile_fill, *(fall_color(look, -fall / 100) for fall in range(0, 100, 5))]
    assert min(contrast(look.text, ground) for ground in grounds) >= 4.5


@each_theme
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_colours_that_mean_something_differ_for_everybody(look, sight):
    assert nearest((look.bid, look.ask, look.liquidation, look.halt, look.confidence, look.fund), sight) > 14
    assert nearest((look.bid, look.bid_maker, look.panel), sight) > 14
    assert nearest((look.ask, look.ask_maker, look.panel), sight) > 14
    assert nearest(look.venue, sight) > 10
    assert nearest(look.venue[:3], sight) > 15
    assert nearest((look.good, look.ask_text), sight) > 25, "better and worse"
    assert nearest((look.bid, look.ask, look.text), sight) > 25, "the lines of the prices"
    assert nearest((look.ghost, look.panel, look.last), sight) > 14


@each_theme
def test_makers_part_of_a_bar_stands_out_from_the_normal_book_and_from_the_traders_part(look):
    for side, makers in ((look.bid, look.bid_maker), (look.ask, look.ask_maker)):
        assert contrast(makers, mixed(look.panel, side, TINT)) >= 2
        assert contrast(makers, side) >= 1.6
        assert contrast(makers, look.panel) < contrast(side, look.panel), "traders' part is the stronger one"


@each_theme
def test_only_liquidation_is_red(look):
    for color in (*look.fall, *look.venue, look.confidence, look.ask, look.halt, look.good):
        assert float(np.linalg.norm(seen(color, "normal") - seen(look.liquidation, "normal"))) > 30


@each_theme
def test_no_text_is_too_small(look):
    assert min(look.sizes.values()) >= (15 if look.name == "projector" else 12)


def test_deeper_falls_are_told_apart_step_by_step():
    for look in THEMES.values():
        assert nearest(look.fall, "normal") > 5
        falls = [fall_color(look, -fall) for fall in (0, 0.1, 0.2, 0.3)]
        assert min(contrast(low, deep) for low, deep in zip(falls, falls[1:], strict=False)) >= 1.4


@each_theme
def test_the_surface_of_a_filling_is_seen_on_every_tile(look):
    assert contrast(look.bid, look.tile_fill) >= 2


def test_a_change_of_look_is_announced_once(qtbot):
    heard = []
    theme.keeper.changed.connect(lambda: heard.append(theme.current().name))
    theme.set_theme("light")
    theme.set_theme("light")
    assert heard == ["light"]


def test_text_grows_with_its_scale_and_stays_in_bounds(qapp):
    normal = theme.font("small").pixelSize()
    theme.keeper.set_scale(9.0)
    assert theme.keeper.scale == theme.SCALE_HIGH
    assert theme.font("small").pixelSize() == round(normal * theme.SCALE_HIGH)


@each_theme
def test_no_rule_dresses_every_widget(look):
    """Such a rule gives each of hundreds of widgets a font and a palette of its own, and hands them down again and again."""
    assert not re.search(r"^QWidget\b", stylesheet(look), re.MULTILINE)


def test_body_text_has_its_size_by_the_programs_font(qtbot, qapp):
    for scale in (1.0, 1.8):
        theme.keeper.set_scale(scale)
        apply_style()
        label = QLabel("words")
        qtbot.addWidget(label)
        label.ensurePolished()
        assert label.font().pixelSize() == theme.pixels("body")
        assert label.palette().color(label.foregroundRole()) == theme.current().text


@each_theme
def test_the_style_sheet_has_no_hole(look):
    assert "{" in stylesheet(look)
    assert "{{" not in stylesheet(look)
    assert look.panel.name() in stylesheet(look)


def checked(button, kind=""):
    button.setText("Go")
    button.setCheckable(not kind)
    button.setChecked(not kind)
    button.setProperty("kind", kind)
    return button


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", sorted(theme.THEMES))
def test_the_focus_is_seen_on_every_kind_of_control(qtbot, name):
    theme.keeper.set_theme(name)
    apply_style()
    tabs = QTabBar()
    tabs.addTab("Prices")
    controls = [
        QToolButton(text="Go"), QPushButton("Go"), checked(QToolButton()), checked(QPushButton(), "primary"), QLineEdit(),
        QComboBox(), QSlider(Qt.Orientation.Horizontal), Toggle(), QListWidget(), tabs, QSpinBox(),
    ]  # fmt: skip
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for control in [QLineEdit(), *controls]:
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(control)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for control in controls:
        window.findChild(QLineEdit).setFocus()
        without = control.grab().toImage()
        control.setFocus()
        if isinstance(control, QLineEdit):
            control.deselect()
        focused = control.grab().toImage()
        seen = sum(
            contrast(focused.pixelColor(x, y), without.pixelColor(x, y)) >= 1.15
            for x in range(focused.width()) for y in range(focused.height())
        )  # fmt: skip
        assert seen >= 20, type(control).__name__


@each_theme
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_lines_of_prices_differ_for_everybody_and_are_neither_bids_nor_asks(look, sight):
    lines = (look.text, look.altcoin, look.staged)
    assert nearest(lines, sight) > 14
    assert min(nearest((line, other), sight) for line in lines for other in (look.bid, look.ask)) > 14
