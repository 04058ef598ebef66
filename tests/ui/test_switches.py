"""The switch panel is made from the list of parameters, and every control in it changes the session."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from model.parameter import Effect
from model.parameters import BY_KEY, PARAMETERS
from ui import theme
from ui.controls.reading import read_value, scale_of
from ui.panels.switch_row import Fields
from ui.panels.switches import SwitchesPanel, companions, switches
from ui.sources import Badge
from ui.text import parameter_title, unbroken, value_text


@pytest.fixture
def panel(qtbot, session, drives):
    made = SwitchesPanel(session)
    qtbot.addWidget(made)
    drives(session, made)
    made.resize(300, 900)
    made.show()
    return made


def all_editors(panel):
    return {key: editor for fields in panel.findChildren(Fields) for key, editor in fields.editors.items()}


def test_breaker_and_gradual_have_the_first_digits():
    assert [switch.key for switch in switches()][:2] == ["breaker.on", "gradual.on"]


@pytest.mark.parametrize("place", range(len(switches())))
def test_each_switch_changes_the_session(qtbot, panel, session, place):
    row = panel.rows[place]
    before = session.values[row.switch.key]
    qtbot.mouseClick(row.toggle, Qt.MouseButton.LeftButton)
    if row.switch.effect is Effect.LIVE:
        assert session.values[row.switch.key] is not before
        panel.toggle(place + 1)
        assert session.values[row.switch.key] is before


def test_each_summary_tells_what_matters_most_and_its_tip_all_the_values_in_force(panel, session):
    session.change("breaker.threshold", 0.2)
    session.change("gradual.batch", 0.5)
    assert panel.rows[0].summary.text() == unbroken("pauses after a fall of 20 %")
    assert panel.rows[1].summary.text() == unbroken("in batches of 50 %")
    for row in panel.rows:
        assert row.summary.text()
        for parameter in companions(row.switch):
            assert parameter_title(parameter) in row.summary.toolTip()
            assert value_text(parameter, session.values[parameter.key]) in row.summary.toolTip()
    session.change("breaker.rule", "us")
    assert panel.rows[0].summary.text() == "rule: US stock market's"


def test_a_rows_letter_is_in_sight_while_one_looks_into_the_row(panel):
    row = panel.rows[0]
    badges = row.findChildren(Badge)
    assert not any(badge.isVisible() for badge in badges)
    row.details.button.click()
    assert [badge.isVisible() for badge in row.findChildren(Badge)].count(True) > len(companions(row.switch))
    row.details.button.click()
    assert not any(badge.isVisible() for badge in row.findChildren(Badge))


def test_the_rest_of_the_shock_stands_below_the_shock_and_not_among_the_rules(panel):
    panel.more_shock.turn()
    panel.more.turn()
    assert {"shock.lag", "shock.selling"} <= set(panel.more_shock.body.editors)
    assert not any(key.startswith("shock.") for key in panel.more.body.editors)


def test_all_parameters_can_be_reached(panel):
    for row in panel.rows:
        row.details.turn()
    panel.more_shock.turn()
    panel.more.turn()
    panel.new_run.turn()
    reached = set(all_editors(panel)) | {row.switch.key for row in panel.rows}
    assert reached >= {parameter.key for parameter in PARAMETERS}


def test_a_slider_changes_the_shock(panel, session):
    editor = panel.shock.editors["shock.size"]
    editor.slider.setValue(0)
    assert session.values["shock.size"] == pytest.approx(scale_of(BY_KEY["shock.size"]).low)
    assert editor.field.text() == value_text(BY_KEY["shock.size"], session.values["shock.size"])


def test_a_typed_value_is_read_with_its_unit(qtbot, panel, session):
    editor = panel.shock.editors["shock.length"]
    editor.field.selectAll()
    qtbot.keyClicks(editor.field, "20 min")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert session.values["shock.length"] == 1200


def test_nonsense_is_answered_in_one_sentence_and_changes_nothing(qtbot, panel, session):
    before = dict(session.values)
    editor = panel.shock.editors["shock.size"]
    for words in ("a lot", "-400 %", ""):
        editor.field.selectAll()
        qtbot.keyClick(editor.field, Qt.Key.Key_Delete)
        qtbot.keyClicks(editor.field, words)
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)
        assert "Traceback" not in editor.problem
        assert editor.problem.count("\n") == 0
    assert session.values == before


def test_exchanges_are_named_where_the_shock_may_begin(panel, session):
    choice = panel.shock.editors["shock.first"].choice
    assert [choice.itemText(n) for n in range(choice.count())] == list(session.exchanges)
    choice.activated.emit(1)
    assert session.values["shock.first"] == "2nd"


def test_what_needs_a_new_run_waits_for_the_marked_button(qtbot, panel, session):
    assert not panel.run.isEnabled()
    panel.new_run.turn()
    all_editors(panel)["makers.count"].changed.emit(5)
    assert session.pending == {"makers.count": 5}
    assert panel.run.isEnabled()
    qtbot.mouseClick(panel.run, Qt.MouseButton.LeftButton)
    assert session.pending == {}
    assert session.values["makers.count"] == 5
    assert not panel.run.isEnabled()


def test_going_back_before_an_edit_shows_the_values_of_that_moment(panel, session):
    session.go(50)
    session.change("breaker.on", True)
    row = next(row for row in panel.rows if row.switch.key == "breaker.on")
    assert row.toggle.isChecked()
    session.go(20)
    assert not row.toggle.isChecked()


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.key)
def test_what_is_shown_can_be_typed_back(parameter):
    if parameter.choices or parameter.low == 0 and parameter.high == 1 and isinstance(parameter.decode(0), bool):
        return
    scale = scale_of(parameter)
    for place in (0, scale.places // 3, scale.places):
        value = scale.value(place)
        assert parameter.problem(round(value) if isinstance(parameter.decode(1), int) else value) == ""
        read = read_value(parameter, value_text(parameter, value))
        assert read == pytest.approx(value, rel=0.06, abs=0.6 if parameter.unit == "s" else 0.001)


def test_every_control_says_what_it_is(panel):
    panel.more.turn()
    for editor in all_editors(panel).values():
        control = getattr(editor, "slider", None) or getattr(editor, "choice", None) or editor.toggle
        assert control.accessibleName()
    assert all(row.toggle.accessibleName() for row in panel.rows)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_every_switch_is_in_sight_at_once_and_its_row_has_no_wrapped_line(everything, size):
    window = everything.window
    window.resize(*size)
    window.draw()
    QCoreApplication.processEvents()
    panel = window.switches
    for row in panel.rows[:9]:
        bottom = row.mapTo(panel, row.rect().bottomLeft()).y()
        assert bottom <= panel.height(), "no scrolling is needed to reach it"
        if not row.summary.isHidden():
            assert row.summary.height() < 2 * row.summary.fontMetrics().height()
            assert row.summary.text() in row.summary.toolTip() or row.summary.shown() == row.summary.text()
    assert panel.rows[0].summary.isHidden() == (size[1] == 720)


@pytest.mark.parametrize("tongue", ["en", "zh_CN"])
def test_the_window_keeps_to_a_small_screen_with_the_largest_text(everything, tongue, qapp):
    window = everything.window
    everything.actions.by_name["language_" + tongue].trigger()
    window.resize(1280, 720)
    theme.keeper.set_scale(1.8)
    window.draw()
    QCoreApplication.processEvents()
    assert window.height() <= 720
    transport = window.parts["transport"]
    assert transport.mapTo(window, transport.rect().bottomLeft()).y() < 720
    everything.actions.by_name["language_en"].trigger()
