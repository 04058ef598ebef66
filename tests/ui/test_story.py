"""The story is the session's story, newest first, and leads to its moments."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from model.frame import waiting_usd
from model.session import Change
from ui import theme
from ui.panels.difference import DifferencePanel, rows_of, sentence_of
from ui.panels.story import StoryPanel
from ui.text import NONE, line_text, money, unbroken


@pytest.fixture
def panel(qtbot, session, drives):
    made = StoryPanel(session)
    qtbot.addWidget(made)
    drives(session, made)
    made.resize(420, 400)
    made.show()
    return made


def told(panel):
    model = panel.view.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def test_it_tells_what_the_session_tells_newest_first(panel, session):
    session.go(900)
    assert told(panel) == [line_text(line, session) for line in reversed(session.story())]
    assert len(told(panel)) > 5


def test_going_back_takes_back_what_has_not_happened_yet(panel, session):
    session.go(900)
    later = len(told(panel))
    session.go(400)
    assert told(panel) == [line_text(line, session) for line in reversed(session.story())]
    assert len(told(panel)) < later


def test_a_line_leads_to_its_moment_and_puts_its_asset_on_stage(qtbot, panel, session):
    session.go(900)
    place = next(n for n, line in enumerate(panel.story.lines) if int(line.values.get("asset", -1)) >= 0)
    line = panel.story.lines[place]
    panel.view.clicked.emit(panel.story.index(place))
    assert session.step == line.step
    assert session.asset == line.values["asset"]


def test_a_screen_reader_gets_clock_and_sentence(panel, session):
    session.go(900)
    index = panel.story.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data() in spoken
    assert spoken.startswith("00:")


def test_the_difference_tells_the_sessions_numbers(qtbot, session, drives):
    panel = DifferencePanel(session)
    qtbot.addWidget(panel)
    drives(session, panel)
    session.go(350)
    assert session.difference() is None
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.06)
    session.go(880)
    session.timeline.other()
    session.announce(Change.BRANCHES)
    found = session.difference()
    assert panel.rows == rows_of(found, session.symbols[0])
    assert unbroken(money(abs(found.liquidated))) in panel.sentence.text()
    assert panel.rows[0].verdict == (1 if found.liquidated > 0 else -1)
    halted = next(row for row in panel.rows if "trading" in row.title)
    assert found.halted_minutes > 0
    assert halted.verdict == -1


def test_what_waits_to_be_sold_is_counted_in_all_books_whatever_stands_on_stage(session):
    session.go(350)
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.06)
    waits = []
    for step in range(500, 900, 20):
        session.go(step)
        session.timeline.catch_up(10_000)
        market = session.timeline.here.market
        found = session.difference()
        books = [waiting_usd(market, k) for k in range(market.books.book.size)]
        assert found.waiting == pytest.approx(sum(books))
        assert sum(books) == 0 or found.waiting > 0
        session.select((session.asset + 1) % len(session.symbols))
        assert session.difference().waiting == found.waiting
        waits.append(sum(usd > 0 for usd in books))
    assert max(waits) > len(session.exchanges), "more than one asset had orders waiting"


def test_the_difference_needs_no_scrolling_on_a_small_projector(everything):
    theme.set_theme("projector")
    window, session = everything.window, everything.session
    window.resize(1280, 720)
    session.go(300)
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.05)
    session.go(640)
    session.timeline.catch_up(10_000)
    window.draw()
    QCoreApplication.processEvents()
    assert window.difference.rows[0].value != NONE
    assert window.difference.verticalScrollBar().maximum() == 0


def test_the_sentence_tells_every_direction(session):
    from model.session import Difference

    better = Difference(11.2e9, 8.1, 3.0, 15.0, 0.0, 0.0)
    assert sentence_of(better, "BTC") == "$11.2 B less liquidated, low of BTC 8.1 points higher."
    worse = Difference(-2e9, -0.5, 0.0, 0.0, 0.0, 0.0)
    assert sentence_of(worse, "BTC") == "$2.0 B more liquidated, low of BTC 0.5 points deeper."
    assert sentence_of(Difference(0, 0, 0, 0, 0, 0), "BTC") == "No difference so far."
