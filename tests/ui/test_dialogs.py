"""Dialogs show whole words in whole rows, fit their screen, and put what belongs together side by side."""

import itertools
import re

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QStyle, QTableWidget, QWidget

from ui import theme
from ui.dialogs.about import AboutDialog
from ui.dialogs.export_film import ExportFilmDialog
from ui.dialogs.handbook import HANDBOOK, HandbookDialog, pages
from ui.dialogs.lessons import LessonsDialog
from ui.dialogs.margin_calculator import MarginCalculator, position_of
from ui.dialogs.margin_form import read_number
from ui.dialogs.plain_table import PlainTable
from ui.dialogs.roads import RoadsDialog
from ui.dialogs.share import ShareDialog
from ui.dialogs.story_table import StoryTableDialog
from ui.dialogs.where_from import WhereFromDialog
from ui.style import ITEM_SIDE, apply_style
from ui.theme import current, pixels

LARGE = 1.8


@pytest.fixture
def large(qapp):
    """The projector's look at its largest."""
    theme.set_theme("projector")
    theme.keeper.set_scale(LARGE)
    apply_style()


def settle():
    for _ in range(3):
        QCoreApplication.processEvents()


def words_fit(view, index, room):
    """Whether the words of an item, wrapped, have room between the paddings."""
    item = view.item(index.row(), index.column()) if isinstance(view, QTableWidget) else view.item(index.row())
    margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    width = room.width() - 2 * (ITEM_SIDE + margin)
    needed = view.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, item.text())
    return needed.height() <= room.height() and needed.width() <= width + 2


def cut(view):
    """Words of a list or table that its rows cut."""
    model, columns = view.model(), view.columnCount() if isinstance(view, QTableWidget) else 1
    found = [model.index(row, column) for row in range(model.rowCount()) for column in range(columns)]
    return [index.data() for index in found if index.data() and not words_fit(view, index, view.visualRect(index))]


@pytest.mark.parametrize("width", [420, 600, 900])
def test_every_row_of_the_story_is_as_high_as_its_words(qtbot, session, player, large, width):
    session.go(700)
    dialog = StoryTableDialog(session, player)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(width, 600)
    settle()
    assert cut(dialog.table) == []


def test_no_title_of_a_lesson_is_cut_and_none_is_parted_from_its_minutes(qtbot, large):
    dialog = LessonsDialog("en")
    qtbot.addWidget(dialog)
    dialog.show()
    for width in range(700, 1280, 10):
        dialog.resize(width, 600)
        settle()
        assert cut(dialog.list) == [], width
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert not any(re.search(r"[0-9] min$", title) for title in titles)


def test_the_explanation_of_a_number_leaves_room_for_the_table(qtbot, large):
    dialog = WhereFromDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(1270, 680)
    settle()
    rows = [row for row in range(dialog.table.rowCount()) if dialog.table.rowViewportPosition(row) >= 0]
    ends = [dialog.table.rowViewportPosition(row) + dialog.table.rowHeight(row) for row in rows]
    assert sum(end <= dialog.table.viewport().height() for end in ends) >= 4
    assert dialog.table.columnWidth(0) > dialog.table.columnWidth(1) > 0


def test_heads_of_tables_stand_over_their_columns(qtbot):
    table = PlainTable(1, 2, stretches=1)
    qtbot.addWidget(table)
    assert table.horizontalHeader().defaultAlignment() & Qt.AlignmentFlag.AlignLeft
    assert not table.horizontalHeader().highlightSections()


def test_what_the_program_is_can_be_read_on_a_small_screen_at_the_largest_text(qtbot, large):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    screen = dialog.screen().availableSize()
    assert dialog.height() < screen.height()
    assert dialog.width() < screen.width()
    assert dialog.words.width() <= dialog.width()


def test_pages_of_the_handbook_are_listed_in_the_order_of_its_contents():
    for language in ("en", "zh_CN"):
        contents, *others = pages(language)
        linked = re.findall(r"\]\(([\w-]+)\.md\)", contents.text)
        assert contents.name == "contents"
        assert [page.name for page in others][: len(linked)] == linked
        assert {page.name for page in pages(language)} == {path.stem for path in (HANDBOOK / "en").glob("*.md")}


def test_a_page_of_the_handbook_wears_the_look(qtbot, large):
    dialog = HandbookDialog()
    qtbot.addWidget(dialog)
    document = dialog.text.document()
    assert document.begin().begin().fragment().charFormat().font().pixelSize() == pixels("title")
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [table.format().borderBrush().color() for table in tables] == [current().panel_edge] * len(tables)
    assert tables
    assert not dialog.found.isVisibleTo(dialog)
    dialog.field.setText("margin")
    assert dialog.found.isVisibleTo(dialog)


@pytest.mark.parametrize("scale", [1.0, LARGE])
def test_nothing_in_a_small_dialog_lies_on_something_else(qtbot, everything, scale):
    theme.set_theme("projector")
    theme.keeper.set_scale(scale)
    apply_style()
    session = everything.session
    session.go(100)
    made = (ShareDialog(session.roads.snapshot(hashed=True)),
            ExportFilmDialog(session, everything.settings, everything.window.charts.current()), AboutDialog())  # fmt: skip
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
        settle()
        parts = [part for part in dialog.children() if isinstance(part, QWidget) and part.isVisible()]
        for one, other in itertools.combinations(parts, 2):
            assert not one.geometry().intersects(other.geometry()), (type(dialog), one, other)
        for part in parts:
            assert part.height() >= part.minimumSizeHint().height() or part.maximumHeight() == part.height()


@pytest.mark.parametrize("look", ["dark", "projector"])
def test_a_shared_code_is_as_large_as_the_text_around_it(qtbot, session, look):
    theme.set_theme(look)
    apply_style()
    dialog = ShareDialog(session.roads.snapshot(hashed=True))
    qtbot.addWidget(dialog)
    dialog.show()
    for field in (dialog.code, dialog.pasted):
        assert field.fontInfo().pixelSize() == pixels("body")


@pytest.mark.parametrize("look", ["dark", "light", "projector"])
@pytest.mark.parametrize("scale", [1.0, LARGE])
def test_all_fields_of_an_export_are_of_one_width(qtbot, everything, look, scale):
    theme.set_theme(look)
    theme.keeper.set_scale(scale)
    apply_style()
    dialog = ExportFilmDialog(everything.session, everything.settings, everything.window.charts.current())
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    boxes = (dialog.first, dialog.last, dialog.every, dialog.view, dialog.size_choice, dialog.kind)
    assert len({(box.x(), box.width()) for box in boxes}) == 1
    assert all(box.minimumWidth() == box.width() for box in boxes), "whatever the layout makes of it"
    assert [choice.shown() for choice in boxes[3:]] == [choice.currentText() for choice in boxes[3:]]
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_the_handbooks_search_is_named_by_its_tip_where_it_is_too_narrow_to_say_so(qtbot):
    dialog = HandbookDialog()
    qtbot.addWidget(dialog)
    assert dialog.field.toolTip() == dialog.field.placeholderText()


def test_a_code_is_opened_only_when_one_was_pasted(qtbot, session):
    dialog = ShareDialog(session.roads.snapshot(hashed=True))
    qtbot.addWidget(dialog)
    assert not dialog.open_it.isEnabled()
    dialog.pasted.setPlainText(" \n")
    assert not dialog.open_it.isEnabled()
    dialog.pasted.setPlainText("CL1")
    assert dialog.open_it.isEnabled()


def test_a_road_is_named_by_its_change_and_its_time_stands_beside(qtbot, session):
    session.go(60)
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.05)
    session.go(80)
    dialog = RoadsDialog(session)
    qtbot.addWidget(dialog)
    row = dialog.tree.topLevelItem(0).child(0)
    assert row.text(0) == "● Circuit breaker on, fall 5 %"
    assert row.text(1) == "00:01:00"
    assert row.toolTip(0) == "Circuit breaker on, fall 5 %, since 00:01:00"


@pytest.fixture
def calculator(qtbot, session):
    session.go(300)
    made = MarginCalculator(position_of(session))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_calculators_answers_begin_in_sight_however_large_the_text(qtbot, large, calculator):
    calculator.resize(1270, 680)
    settle()
    assert calculator.form.columns == 2
    for part in (calculator.results["liquidation_price"], calculator.drawing):
        top = part.mapTo(calculator, part.rect().topLeft()).y()
        assert top + part.fontMetrics().height() < 600
    assert calculator.drawing.x() > calculator.results["liquidation_price"].parentWidget().x()


def test_the_calculator_asks_about_this_market_and_says_what_does_not_count(calculator, session):
    form = calculator.form
    assert form.title("qty") == "Size, BTC"
    assert read_number(form.fields["btc_price"].text()) == pytest.approx(session.picture().index, rel=1e-4)
    assert "full margin" in form.fields["btc"].toolTip()
    assert form.fields["entry"].toolTip() == ""
    form.choices["mode"].button(1).click()
    assert form.fields["btc"].toolTip() == ""
    assert "isolated" in form.fields["leverage"].toolTip()
    form.tiers.setCurrentIndex(2)
    assert form.title("qty") == "Size, units"


def test_the_way_to_a_liquidation_is_called_a_fall_or_a_rise(calculator):
    long = calculator.results["distance"]
    assert long.accessibleName() == "Fall until liquidation"
    assert long.text()[0].isdigit()
    calculator.form.choices["side"].button(1).click()
    assert long.accessibleName() == "Rise until liquidation"
    assert long.text()[0].isdigit()
