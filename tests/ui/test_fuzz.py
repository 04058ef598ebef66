"""Whatever a user does, nothing breaks, the market stays a market, and nothing is kept that nobody needs."""

import ctypes
import gc
import logging
import os
import random
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog

from model.branch import Branch
from model.invariants import contracts
from model.timeline import Timeline
from ui.actions import Actions
from ui.charts.tabs import ChartTabs
from ui.panels.difference import DifferencePanel
from ui.panels.story import StoryPanel
from ui.panels.switch_row import Fields
from ui.panels.switches import SwitchesPanel
from ui.panels.transport import TransportBar

ACTIONS, ROUND = 400, int(os.environ.get("CASCADE_ACTIONS", "390")) // 3
MANY, STEADY = 1000, 1.15
"""Actions in a round after which memory has found its level, and how much more it may be in the last round."""
STATUS = Path("/proc/self/status")


def assert_it_is_a_market(session):
    market = session.timeline.here.market
    books = market.books.book
    assert (contracts(market) == 0).all(), "contracts have two sides"
    both = (books["best_bid"] > 0) & (books["best_ask"] < books["levels"])
    assert (books["best_bid"] < books["best_ask"])[both].all(), "no book is crossed"
    assert 0 <= session.step <= session.length


ASKS_FOR_A_FILE = {"open", "save", "save_as", "save_chart", "import_book", "export_window", "export_stage", "export_film",
                   "export_report"}  # fmt: skip
SPARE = 25
"""Objects that may come and go: chips of roads, lines of menus, rows of a tree."""


class User:
    """Presses, drags and types by chance that repeats."""

    def __init__(self, seed, session, player, clock, actions, switches, transport, charts, story):
        self.chance = random.Random(seed)
        self.session, self.player, self.clock = session, player, clock
        self.actions, self.switches, self.transport = actions, switches, transport
        self.charts, self.story = charts, story
        self.left_alone = {"open", "keys", "full_screen"}

    def act(self):
        self.chance.choice(
            [self.key, self.key, self.key, self.scrub, self.wait, self.wait, self.edit, self.road, self.look, self.read]
        )()

    def key(self):
        names = [name for name in self.actions.by_name if name not in self.left_alone]
        action = self.actions.by_name[self.chance.choice(names)]
        if action.isEnabled():
            action.trigger()

    def scrub(self):
        self.transport.line.seek(self.chance.randrange(-10, self.session.length + 10))

    def wait(self):
        for _ in range(self.chance.randrange(1, 12)):
            self.clock.now += 0.016
            self.player.tick()

    def edit(self):
        editors = [e for fields in self.switches.findChildren(Fields) for e in fields.editors.values()]
        editor = self.chance.choice(editors)
        if hasattr(editor, "slider"):
            editor.slider.setValue(self.chance.randrange(editor.slider.maximum() + 1))
        elif hasattr(editor, "choice"):
            editor.choice.activated.emit(self.chance.randrange(editor.choice.count()))

    def road(self):
        self.transport.take_road(self.chance.choice(self.session.timeline.roads()).number)

    def look(self):
        self.charts.setCurrentIndex(self.chance.randrange(self.charts.count()))
        self.session.select(self.chance.randrange(len(self.session.symbols)))

    def read(self):
        rows = self.story.story.rowCount()
        if rows:
            self.story.visit(self.story.story.index(self.chance.randrange(rows)))


@pytest.mark.parametrize("seed", [1, 2])
def test_hundreds_of_actions_by_chance_break_nothing(qtbot, session, player, clock, drives, seed):
    switches, transport = SwitchesPanel(session), TransportBar(session, player)
    charts, story, difference = ChartTabs(session, player), StoryPanel(session, player), DifferencePanel(session)
    for widget in (switches, transport, charts, story, difference):
        qtbot.addWidget(widget)
        widget.show()
    for row in switches.rows:
        row.details.turn()
    switches.more.turn()
    drives(session, switches, transport, charts, story, difference)
    user = User(seed, session, player, clock, Actions(switches, session, player), switches, transport, charts, story)
    for number in range(ACTIONS):
        user.act()
        if number % 20 == 0:
            assert_it_is_a_market(session)
            charts.grab()
    player.stop()
    step, digest = session.step, session.digest()
    if session.phase == 0:
        session.go(0)
        session.go(step)
        assert session.digest() == digest


def kept(everything, qapp, of_others):
    """How much of each kind is alive, once what was put away is gone; `of_others` are what other tests left."""
    for dialog in everything.window.findChildren(QDialog):
        dialog.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    alive = [one for one in gc.get_objects() if isinstance(one, (Timeline, Branch)) and id(one) not in of_others]
    return {
        "objects": len(everything.window.findChildren(QObject)),
        "widgets": len(qapp.allWidgets()),
        "runs": sum(isinstance(one, Timeline) for one in alive),
        "lost roads": sum(isinstance(one, Branch) for one in alive) - len(everything.session.timeline.branches),
        "deeds to undo": len(everything.session.roads.history.past) // (everything.session.roads.history.limit + 1),
    }


def megabytes():
    """Memory of this process now; 0 where the system does not tell.

    What was given back but the allocator keeps for later is not counted: it differs by a hundred megabytes from moment to
    moment, with the largest heap there ever was, and hides what is really held.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    lines = STATUS.read_text().splitlines() if STATUS.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_hundreds_of_actions_in_the_whole_window_leave_nothing_behind(everything, clock, qapp):
    window, session = everything.window, everything.session
    gc.collect()
    mine = {id(one) for one in (session.timeline, *session.timeline.branches)}
    of_others = {id(one) for one in gc.get_objects() if isinstance(one, (Timeline, Branch))} - mine
    user = User(
        3, session, window.player, clock, everything.actions, window.switches, window.transport, window.charts,
        window.story,
    )  # fmt: skip
    user.left_alone = ASKS_FOR_A_FILE | {"full_screen"}
    for name in sorted(set(everything.actions.by_name) - user.left_alone):
        if everything.actions.by_name[name].isEnabled():
            everything.actions.by_name[name].trigger()
    user.read()
    counts, memory = [], []
    for _ in range(3):
        for number in range(ROUND):
            user.act()
            if number % 10 == 0:
                qapp.processEvents()
        counts.append(kept(everything, qapp, of_others))
        session.new_run()  # so that it is not the number of roads that is weighed
        kept(everything, qapp, of_others)
        memory.append(megabytes())
        assert_it_is_a_market(session)
    first, last = counts[0], counts[-1]
    for kind, count in last.items():
        assert count <= first[kind] + SPARE * (kind in ("objects", "widgets")), counts
    assert last["runs"] == 1
    assert last["lost roads"] == 0
    logging.getLogger(__name__).info("megabytes after each third: %s", memory)
    assert ROUND < MANY or memory[-1] <= STEADY * memory[0], memory
