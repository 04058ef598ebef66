"""The whole story, told and judged with the keyboard alone; every control has a name; whatever is pressed, nothing breaks."""

import random

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenuBar,
    QSlider,
    QSpinBox,
    QTabBar,
)

from ui import theme
from ui.dialogs.about import AboutDialog
from ui.dialogs.export_film import ExportFilmDialog
from ui.dialogs.handbook import HandbookDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.story_table import StoryTableDialog
from ui.dialogs.where_from import WhereFromDialog
from ui.panels.switch_row import Fields

K, M = Qt.Key, Qt.KeyboardModifier
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QSpinBox, QAbstractItemView)
ACTIONS = 250
ASKS_FOR_FILES = {
    "save", "save_as", "share", "recent", "save_chart", "open", "import_book", "export_window", "export_stage",
    "export_report", "export_film",
}  # fmt: skip


def test_the_default_story_is_seen_changed_and_judged_by_keyboard_alone(everything, qtbot, clock):
    window, session, player = everything.window, everything.session, everything.player
    qtbot.keyClick(window, K.Key_Space)
    for _ in range(1200):
        clock.now += 0.05
        player.tick()
        if session.step >= 700:
            break
    qtbot.keyClick(window, K.Key_Space)
    assert not player.is_playing
    assert session.step >= 700
    crash = session.frame().after.totals.liquidated
    assert crash > 0
    qtbot.keyClick(window, K.Key_Left, M.ControlModifier)
    assert session.step < 700
    qtbot.keyClick(window, K.Key_Right, M.ShiftModifier)
    assert session.phase == 1
    qtbot.keyClick(window, K.Key_R)
    assert session.step == 0
    qtbot.keyClick(window, K.Key_1)
    assert session.values["breaker.on"]
    qtbot.keyClick(window, K.Key_Space)
    for _ in range(1200):
        clock.now += 0.05
        player.tick()
        if session.step >= 700:
            break
    qtbot.keyClick(window, K.Key_Space)
    window.draw()
    assert session.difference() is not None
    assert "…" not in window.difference.sentence.text()
    assert len(session.timeline.branches) == 2


def test_tab_reaches_every_switch_and_the_tiles(everything, qtbot):
    window = everything.window
    reached = set()
    window.top.scenario.setFocus()
    for _ in range(200):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {row.toggle for row in window.switches.rows} <= reached
    assert window.tiles in reached
    assert window.transport.line in reached


def is_qts_own(control):
    """A part that Qt makes inside another control: a list's corner, a field's cross, the arrows of tabs."""
    inside = (QAbstractItemView, QComboBox, QLineEdit, QMenuBar, QSpinBox, QTabBar)
    return isinstance(control.parent(), inside) or "Private" in control.parent().metaObject().className()


def nameless(root):
    controls = [child for kind in CONTROLS for child in root.findChildren(kind) if not is_qts_own(child)]
    words = [(control, control.accessibleName() or getattr(control, "text", str)()) for control in controls]
    return [type(control).__name__ for control, name in words if not name]


def test_every_control_of_the_window_and_its_dialogs_has_a_name(everything, qtbot):
    window, session, player = everything.window, everything.session, everything.player
    window.switches.more.turn()
    window.switches.new_run.turn()
    assert nameless(window) == []
    dialogs = [
        AboutDialog(), HandbookDialog(), ShortcutsDialog([]), StoryTableDialog(session, player), WhereFromDialog(),
        ExportFilmDialog(session, everything.settings, window.charts.current()),
    ]  # fmt: skip
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert nameless(dialog) == [], type(dialog).__name__
        assert dialog.windowTitle()


class AnyUser:
    """Does by chance, that repeats, whatever can be done in a window."""

    def __init__(self, seed, made, clock):
        self.chance, self.made, self.clock = random.Random(seed), made, clock

    def act(self):
        self.chance.choice([self.deed, self.deed, self.wait, self.scrub, self.edit, self.click, self.asset])()

    def deed(self):
        names = [name for name in self.made.actions.by_name if name not in ASKS_FOR_FILES]
        action = self.made.actions.by_name[self.chance.choice(names)]
        if action.isEnabled():
            action.trigger()
        for dialog in self.made.window.findChildren(QDialog):
            dialog.close()

    def wait(self):
        for _ in range(self.chance.randrange(1, 8)):
            self.clock.now += 0.016
            self.made.player.tick()

    def scrub(self):
        self.made.window.transport.line.seek(self.chance.randrange(-10, self.made.session.length + 10))

    def edit(self):
        fields = self.made.window.switches.findChildren(Fields)
        editor = self.chance.choice([editor for some in fields for editor in some.editors.values()])
        if hasattr(editor, "slider"):
            editor.slider.setValue(self.chance.randrange(editor.slider.maximum() + 1))

    def click(self):
        window = self.made.window
        window.totals.measure_at(window.totals.rooms()[0].center())
        window.charts.tabBarClicked.emit(self.chance.randrange(window.charts.count()))

    def asset(self):
        self.made.session.select(self.chance.randrange(len(self.made.session.symbols)))


LOOKS = 25
"""Acts between two looks at the market."""


def looks_at(made, clock, seed, actions):
    """Let somebody act; yields the session whenever it is time to look at it, the window drawn."""
    user = AnyUser(seed, made, clock)
    for number in range(actions):
        user.act()
        if len(made.session.timeline.branches) > 40:
            made.session.new_run()
        if number % LOOKS == 0:
            made.window.draw()
            made.window.grab()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            yield made.session


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_hundreds_of_deeds_by_chance_in_the_real_window_break_nothing(everything, clock, qapp):
    from ui import language

    looks = 0
    try:
        for session in looks_at(everything, clock, 7, ACTIONS):
            books = session.timeline.here.market.books.book
            both = (books["best_bid"] > 0) & (books["best_ask"] < books["levels"])
            assert (books["best_bid"] < books["best_ask"])[both].all()
            assert 0 <= session.step <= session.length
            assert np.isfinite(session.frame().after.totals.liquidated)
            looks += 1
        assert looks == ACTIONS // LOOKS
    finally:
        language.speak(qapp, "en")
        theme.keeper.set_still(False)
