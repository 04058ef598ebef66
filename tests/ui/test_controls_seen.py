"""What is chosen, ticked, written and not yet written can be seen on every kind of control, in every look."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QTableWidget,
    QTableWidgetItem,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tests.ui.test_theme import contrast
from ui import theme
from ui.controls.eliding import ElidingCheck, ElidingChoice
from ui.controls.numbers import AIR, Amount, Whole
from ui.controls.one_line import OneLine, whole_words
from ui.panels.trader import TraderForm
from ui.style import apply_style, selected_color
from ui.theme import THEMES

each_look = pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)
ROW = 1
"""The chosen one of three rows."""


@pytest.fixture
def worn(look):
    theme.set_theme(look.name)
    apply_style()
    return look


def a_list():
    made = QListWidget()
    made.addItems(["one", "two", "three"])
    made.setCurrentRow(ROW)
    return made


def a_table():
    made = QTableWidget(3, 1)
    made.setShowGrid(False)
    for row in range(3):
        made.setItem(row, 0, QTableWidgetItem("row"))
    made.setCurrentCell(ROW, 0)
    return made


def a_tree():
    made = QTreeWidget()
    made.addTopLevelItems([QTreeWidgetItem(["road"]) for _ in range(3)])
    made.setCurrentItem(made.topLevelItem(ROW))
    return made


def a_menu():
    made = QMenu()
    for words in ("one", "two", "three"):
        made.addAction(words)
    made.setActiveAction(made.actions()[ROW])
    return made


def rooms(view):
    """Picture of a view, and the rooms of its chosen row and the next."""
    if isinstance(view, QMenu):
        return view.grab().toImage(), *(view.actionGeometry(view.actions()[row]) for row in (ROW, ROW + 1))
    assert isinstance(view, QAbstractItemView)
    model = view.model()
    return view.viewport().grab().toImage(), *(view.visualRect(model.index(row, 0)) for row in (ROW, ROW + 1))


@pytest.mark.parametrize(
    ("words", "count", "shown"),
    [
        ("They had lost $1.3 B by then.", 16, "They had lost…"),
        ("They had lost $1.3 B by then.", 13, "They had lost…"),
        ("Unseparated", 4, "Unse…"),
        ("已强平金额 $1.3 B", 8, "已强平金额…"),
        ("已强平金额", 3, "已强平…"),
    ],
)
def test_a_line_is_cut_inside_no_word_and_no_number(words, count, shown):
    assert whole_words(words, count) == shown


def test_a_line_without_room_ends_in_dots_after_a_word_and_its_tip_tells_all(qtbot):
    line, words = OneLine(), "They had lost $1.3 B by then."
    qtbot.addWidget(line)
    line.setText(words)
    line.show()
    for width in range(60, line.fontMetrics().horizontalAdvance(words), 7):
        line.resize(width, 20)
        assert set(line.shown().rstrip("…").split()) <= set(words.split())
        assert line.toolTip() == words


@each_look
def test_text_stands_out_from_what_is_chosen(look):
    assert contrast(look.text, selected_color(look)) >= 4.5
    assert contrast(look.text_soft, selected_color(look)) >= 4.5
    assert contrast(selected_color(look), look.panel) >= 1.5


@pytest.mark.qt_log_ignore("This plugin does not support")
@each_look
@pytest.mark.parametrize("make", [a_list, a_table, a_tree, a_menu])
def test_a_chosen_row_is_told_from_its_neighbours_by_its_ground_and_by_a_line(qtbot, worn, make):
    view = make()
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    image, chosen, other = rooms(view)
    grounds = [image.pixelColor(room.right() - 3, room.center().y()) for room in (chosen, other)]
    assert contrast(*grounds) >= 1.5
    lines = [
        sum(image.pixelColor(x, y) == worn.accent for x in range(room.left(), room.right()) for y in range(
            room.top(), room.bottom() + 1))
        for room in (chosen, other)
    ]  # fmt: skip
    assert lines[0] >= 20 > lines[1]


@each_look
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_an_empty_field_asks_for_can_be_read(qtbot, worn, kind):
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("Find a number")
    field.show()
    words = field.palette().placeholderText().color()
    assert words.alpha() == 255
    ground = field.grab().toImage().pixelColor(field.width() - 8, field.height() // 2)
    assert contrast(words, ground) >= 4.5


@each_look
@pytest.mark.parametrize("scale", [1.0, 1.8])
def test_a_box_to_tick_grows_with_text_has_an_edge_and_shows_its_mark(qtbot, worn, scale):
    theme.keeper.set_scale(scale)
    apply_style()
    box = ElidingCheck("Count raised hands")
    qtbot.addWidget(box)
    box.show()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    room = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    assert room.width() >= theme.pixels("body")
    edge = box.grab().toImage().pixelColor(room.left(), room.center().y())
    assert contrast(edge, worn.panel) >= 4.5
    box.setChecked(True)
    marked = box.grab().toImage()
    assert any(marked.pixelColor(room.topLeft() + QPoint(x, y)) == worn.on_accent
               for x in range(room.width()) for y in range(room.height()))  # fmt: skip
    assert contrast(worn.accent, worn.panel) >= 3


@each_look
@pytest.mark.parametrize("scale", [1.0, 1.8])
def test_fields_of_all_kinds_are_of_one_height(qtbot, worn, scale):
    theme.keeper.set_scale(scale)
    apply_style()
    fields, window = [Whole(), Amount(), QComboBox(), QLineEdit()], QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
    window.show()
    assert len({field.height() for field in fields}) == 1


def test_a_number_keeps_its_distance_from_the_edge_of_its_box(qtbot, qapp):
    box = Whole(value=7)
    qtbot.addWidget(box)
    box.show()
    assert box.lineEdit().textMargins().left() == AIR


def test_the_order_tickets_market_is_read_from_its_first_letter_however_narrow(qtbot, session):
    form = TraderForm(session)
    qtbot.addWidget(form)
    form.resize(90, 400)
    form.show()
    limit = form.limit
    assert limit.lineEdit().text() == limit.specialValueText()
    assert limit.lineEdit().cursorPosition() == 0
    limit.setValue(108_000)
    limit.setValue(0)
    assert limit.lineEdit().cursorPosition() == 0


@pytest.mark.qt_log_ignore("raise")
@each_look
@pytest.mark.parametrize("words", ["every exchange at the same moment", "at the market"])
def test_what_a_narrow_field_cannot_show_ends_in_dots_and_is_told_whole(qtbot, worn, words):
    window, choice, box = QWidget(), ElidingChoice(minimumContentsLength=1), Amount(toolTip="0 is the market.")
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.addItem(words)
    box.setSpecialValueText(words)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for field in (choice, box):
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(field)
    window.resize(110, 100)
    window.show()
    shown = {choice: choice.shown(), box: box.specialValueText()}
    for field, seen in shown.items():
        assert 1 < len(seen) < len(words)
        assert seen.endswith("…")
        middle = field.rect().center()
        field.event(QHelpEvent(QEvent.Type.ToolTip, middle, field.mapToGlobal(middle)))
        assert QToolTip.text().startswith(words)
    QToolTip.hideText()
    line = box.lineEdit()
    assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width() - AIR
    window.resize(600, 100)
    assert choice.shown() == box.specialValueText() == words
