"""Help inside the window: where numbers come from, the handbook, hints, the story as a table, announcements."""

import math
import re

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QToolTip

from model.parameters import PARAMETERS
from model.provenance import BY_MEASURE, MEASURES
from model.scenario import RESOURCES
from ui.dialogs.handbook import HandbookDialog, pages
from ui.dialogs.story_table import StoryTableDialog
from ui.dialogs.where_from import WhereFromDialog
from ui.lesson_actions import LessonActions
from ui.panels.difference import NOTHING, rows_of
from ui.sources import SOURCE, all_sources, source_of, source_tip


@pytest.fixture
def folder(tmp_path):
    for language, name, text in (
        ("en", "01-start", "# Begin here\n\nA margin call. See [makers](02-makers.md)."),
        ("en", "02-makers", "# Makers\n\nThey leave. A margin account is not a maker."),
        ("zh_CN", "02-makers", "# 做市商\n\n他们离开。"),
    ):
        place = tmp_path / language
        place.mkdir(exist_ok=True)
        (place / (name + ".md")).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_number_of_the_totals_says_where_it_comes_from(everything):
    totals = everything.window.totals
    assert len(totals.figures()) == len(totals.rooms()) == 9
    for room, figure in zip(totals.rooms(), totals.figures(), strict=True):
        assert totals.measure_at(room.center()) == figure.measure
        assert figure.measure in BY_MEASURE


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_every_number_of_a_columns_head_and_foot_has_its_source(everything, size):
    window = everything.window
    window.resize(*size)
    everything.session.go(620)
    window.draw()
    window.grab()
    stage, found = window.stage, set()
    for x in range(0, stage.width(), 3):
        for y in range(0, stage.height(), 3):
            found.add(stage.measure_at(QPointF(x, y)))
    wanted = {"stage.price", "stage.change", "stage.spread", "stage.liquidated", "stage.depth_ratio", "stage.fund",
              "stage.confidence", "stage.depth"}  # fmt: skip
    assert wanted <= found
    assert found - {""} <= set(BY_MEASURE)


def test_every_row_of_the_difference_has_its_source():
    assert [row.measure for row in rows_of(NOTHING, "BTC") if row.measure not in BY_MEASURE] == []


def test_every_measure_is_defined_and_every_parameter_has_a_source(qapp):
    for source in all_sources():
        assert source.title
        assert source.meaning.endswith(".")
        assert source.badge
        assert source_tip(source.key)
    assert {source.key for source in all_sources()} == {m.key for m in MEASURES} | {p.key for p in PARAMETERS}
    assert source_of("nothing.such") is None


def test_every_control_of_a_parameter_names_its_number(everything):
    panel = everything.window.switches
    panel.more_shock.turn()
    panel.more.turn()
    panel.new_run.turn()
    keys = {widget.property(SOURCE) for widget in panel.findChildren(object) if widget.property(SOURCE)}
    assert {p.key for p in PARAMETERS} - keys <= {p.key for row in panel.rows for p in row.others}


def test_a_click_on_a_number_tells_of_it(everything, qtbot):
    totals = everything.window.totals
    place = totals.rooms()[2].center().toPoint()
    qtbot.mouseClick(totals, Qt.MouseButton.LeftButton, pos=place)
    dialog = everything.window.findChild(WhereFromDialog)
    assert dialog.chosen().key == "totals.reproduction"
    assert "above 1" in dialog.told.text()


def test_the_letter_i_tells_of_the_control_with_the_focus(everything, qtbot):
    toggle = everything.window.switches.rows[0].toggle
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_I)
    assert everything.window.findChild(WhereFromDialog).chosen().key == "breaker.on"


def test_numbers_are_found_by_typing(qtbot):
    dialog = WhereFromDialog()
    qtbot.addWidget(dialog)
    dialog.field.setText("insurance fund left")
    assert dialog.chosen().key == "stage.fund"
    assert sum(not dialog.table.isRowHidden(row) for row in range(dialog.table.rowCount())) < 5


def test_a_page_that_a_language_lacks_is_given_in_english(folder):
    assert [page.title for page in pages("zh_CN", folder)] == ["Begin here", "做市商"]
    assert [page.title for page in pages("en", folder)] == ["Begin here", "Makers"]
    assert pages("en", folder / "nowhere") == []


def test_the_handbook_finds_words_on_every_page_and_follows_its_links(qtbot, folder):
    dialog = HandbookDialog(folder=folder)
    qtbot.addWidget(dialog)
    assert [dialog.contents.item(row).text() for row in range(2)] == ["Begin here", "Makers"]
    dialog.text.anchorClicked.emit(QUrl("02-makers.md"))
    assert dialog.contents.currentRow() == 1
    assert "They leave" in dialog.text.toPlainText()
    dialog.field.setText("margin")
    assert dialog.text.textCursor().selectedText().casefold() == "margin"
    dialog.find_next()
    assert dialog.contents.currentRow() == 0
    assert dialog.text.textCursor().selectedText().casefold() == "margin"
    dialog.text.anchorClicked.emit(QUrl("https://example.org/02-makers.md"))
    assert dialog.contents.currentRow() == 0


def test_the_hints_of_the_first_start_are_put_away_for_good(all_new, qtbot):
    welcome = all_new.window.findChild(type(all_new.help.welcome))
    assert welcome.isVisible()
    qtbot.mouseClick(welcome.close_button, Qt.MouseButton.LeftButton)
    assert not welcome.isVisible()
    assert all_new.settings.welcomed


def test_somebody_new_sees_the_offer_of_the_tour_or_the_hints_but_never_both(all_new, qtbot):
    window = all_new.window
    lessons = LessonActions(window, all_new.session, all_new.player, all_new.settings, all_new.actions)
    lessons.tour_offered.connect(all_new.help.hints_give_way)
    lessons.tour_answered.connect(all_new.help.tour_answered)
    lessons.welcome(None, False)
    assert lessons._box.isVisible()
    assert not all_new.help.welcome.isVisible()
    lessons._box.buttons()[-1].click()
    assert all_new.help.welcome.isVisible()
    all_new.help.tour_answered(True)
    assert not all_new.help.welcome.isVisible()
    assert all_new.settings.welcomed


def test_the_story_is_a_table_whose_rows_go_to_their_moments(qtbot, session, player):
    session.go(700)
    dialog = StoryTableDialog(session, player)
    qtbot.addWidget(dialog)
    lines = session.story()
    assert dialog.table.rowCount() == len(lines) > 3
    dialog.table.setFocus()
    dialog.table.setCurrentCell(1, 0)
    dialog.table.cellActivated.emit(1, 0)
    assert session.step == lines[1].step


def test_new_sentences_are_announced_while_time_stands_and_not_while_it_races(everything):
    session, player = everything.session, everything.player
    assert everything.announcer.told == []
    session.go(600)
    assert 0 < len(everything.announcer.told) <= 3
    assert all(math.isfinite(float(line[:2])) for line in everything.announcer.told)
    everything.announcer.told = []
    player.set_speed(4)
    player.play()
    session.forward(200)
    assert everything.announcer.told == []


def test_while_time_races_one_sentence_is_told_now_and_then_and_the_last_ones_on_pausing(everything):
    session, player, announcer = everything.session, everything.player, everything.announcer
    player.set_speed(4)
    player.play()
    session.forward(560)
    assert announcer.told == []
    assert announcer.breath.isActive()
    announcer.breath.timeout.emit()
    assert len(announcer.told) == 1
    announcer.told = []
    session.forward(200)
    player.pause()
    assert 0 < len(announcer.told) <= 3
    assert not announcer.breath.isActive()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_resting_pointer_says_where_a_number_comes_from(everything, qtbot):
    totals = everything.window.totals
    place = totals.rooms()[0].center().toPoint()
    totals.event(QHelpEvent(QEvent.Type.ToolTip, place, totals.mapToGlobal(place)))
    assert "$40 billion" in QToolTip.text()
    QToolTip.hideText()
    assert totals.measure_at(QPointF(QPoint(-5, -5))) == ""


@pytest.mark.parametrize("file", sorted(RESOURCES.glob("*/*/*.md")), ids=lambda file: "/".join(file.parts[-2:]))
def test_stars_of_emphasis_close_where_markdown_closes_them(file):
    """A star after a mark and before a letter is no end to Markdown; Chinese, without spaces, meets that easily."""
    document = QTextDocument()
    document.setMarkdown(re.sub(r"`[^`\n]*`", "", file.read_text(encoding="utf-8")))
    assert [line for line in document.toPlainText().splitlines() if "*" in line] == []
