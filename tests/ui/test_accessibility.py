"""What a screen reader is told: every control and every painted view has a name, every view tells its numbers too."""

import inspect
import json
import pkgutil
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget

import ui.dialogs
from model.session import Change
from model.snapshot_import import read_snapshot
from ui.charts.chart import Chart
from ui.dialogs.about import AboutDialog
from ui.dialogs.book_import import BookImportDialog
from ui.dialogs.export_film import ExportFilmDialog
from ui.dialogs.handbook import HandbookDialog
from ui.dialogs.lessons import LessonsDialog
from ui.dialogs.margin_calculator import MarginCalculator, position_of
from ui.dialogs.roads import RoadsDialog
from ui.dialogs.share import ShareDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.story_table import StoryTableDialog
from ui.dialogs.where_from import WhereFromDialog
from ui.dialogs.why import WhyDialog

QTS_OWN = ("qt_spinbox_lineedit", "qt_scrollarea", "qt_menubar_ext_button")


def spoken(widget, what=QAccessible.Text.Name):
    """What Qt tells the system's screen reader."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(what) if interface is not None else ""


def is_qts_own(widget):
    """The field inside a box of numbers, the list that drops from a choice: named by what they belong to."""
    above = type(widget.parent()).__name__
    return widget.objectName().startswith(QTS_OWN) or "Private" in above or above == "QComboBox" or (
        widget.parent() is not None and "QComboBoxPrivate" in widget.parent().metaObject().className()
    )  # fmt: skip


def is_painted(widget):
    """A view of ours that draws itself, so that Qt knows nothing of what it shows."""
    return any("paintEvent" in kind.__dict__ for kind in type(widget).__mro__ if kind.__module__.startswith("ui."))


def silent(root):
    """Controls that the keyboard reaches and painted views, that have no name."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        heard = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or is_painted(widget)
        if heard and not is_qts_own(widget) and not (spoken(widget) or widget.accessibleName()):
            found.append("{} in {}".format(type(widget).__name__, type(widget.parent()).__name__))
    return found


@pytest.fixture
def dialogs(everything, tmp_path, qtbot):
    """Every dialog of the program, opened on a market in its crash."""
    window, session, player, settings = everything.window, everything.session, everything.player, everything.settings
    session.go(700)
    book = {
        name: [[60_000 * (1 + way * n * 1e-4), 1.0 + n] for n in range(1, 250)]
        for name, way in (("bids", -1), ("asks", 1))
    }
    (tmp_path / "book.json").write_text(json.dumps(book), encoding="utf-8")
    return [
        AboutDialog(window), HandbookDialog(window), ShortcutsDialog(list(everything.actions.by_name.values()), window),
        StoryTableDialog(session, player, window), WhereFromDialog("totals.liquidated", window),
        ExportFilmDialog(session, settings, window.charts.current(), window),
        BookImportDialog(session, read_snapshot(tmp_path / "book.json"), settings, window),
        LessonsDialog("en", window, settings), MarginCalculator(position_of(session), window),
        RoadsDialog(session, window), ShareDialog(session.roads.snapshot(hashed=True), window), WhyDialog(session, window),
    ]  # fmt: skip


def test_every_dialog_of_the_program_is_among_them(dialogs):
    kinds = set()
    for module in pkgutil.iter_modules(ui.dialogs.__path__, "ui.dialogs."):
        members = inspect.getmembers(import_module(module.name), inspect.isclass)
        kinds |= {kind for _, kind in members if issubclass(kind, QDialog) and kind.__module__ == module.name}
    assert {type(dialog) for dialog in dialogs} == kinds


def test_every_control_and_view_of_every_dialog_has_a_name(dialogs):
    for dialog in dialogs:
        assert dialog.windowTitle(), type(dialog).__name__
        assert silent(dialog) == [], type(dialog).__name__


def test_every_control_and_view_of_the_window_has_a_name(everything):
    window = everything.window
    window.switches.more.turn()
    window.switches.new_run.turn()
    for place in range(window.charts.count()):
        window.charts.setCurrentIndex(place)
    assert silent(window) == []
    assert len([widget for widget in window.findChildren(QWidget) if is_painted(widget)]) > 25


def test_every_painted_view_of_the_window_tells_what_it_shows(everything, qtbot):
    window, session = everything.window, everything.session
    session.go(700)
    for place in range(window.charts.count()):
        window.charts.setCurrentIndex(place)
        window.show_now()
    views = [window.stage, window.tiles, window.totals, *window.findChildren(Chart)]
    for view in views:
        if isinstance(view, Chart):
            view.refresh(Change.RESET, session.frame())
    qtbot.waitUntil(lambda: all(spoken(view, QAccessible.Text.Description) for view in views), timeout=5000)
    told = {view.accessibleName(): spoken(view, QAccessible.Text.Description) for view in views}
    assert "BTC" in told["Prices over time"]
    assert "00:11:40" in told["Liquidations over time"]
    assert all(name in told["Confidence over time"] for name in session.exchanges)


def test_a_chart_that_the_keyboard_reaches_tells_the_numbers_of_now(everything, qtbot):
    window, session = everything.window, everything.session
    session.go(300)
    chart = window.charts.open("prices")
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    before = chart.accessibleDescription()
    session.go(650)
    window.setFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    now = chart.accessibleDescription()
    assert before != now
    assert all(line in now for line in chart.told(650))
