"""Charts side by side: where they fit, what they show, what the keys mean, and what is remembered."""

from PySide6.QtWidgets import QApplication

from ui.settings import Forgetful, Settings

WIDE, NARROW = (1920, 1080), (1280, 720)


def sized(everything, qapp, size):
    everything.window.resize(*size)
    qapp.processEvents()
    return everything.window.chart_pair


def test_a_second_place_stands_beside_the_first_and_goes_again(everything, qapp):
    pair = sized(everything, qapp, WIDE)
    assert pair.beside.isHidden()
    everything.actions.by_name["charts_beside"].trigger()
    qapp.processEvents()
    assert pair.beside.isVisible()
    assert pair.first.isVisible()
    assert pair.beside.tabs.current_key() == "book-over-time"
    assert abs(pair.first.width() - pair.beside.width()) < 40
    pair.beside.tabs.split.click()
    assert pair.beside.isHidden()


def test_three_charts_are_seen_at_once_and_all_show_the_second_on_stage(everything, qapp):
    pair = sized(everything, qapp, WIDE)
    pair.open("depth-left")
    session = everything.session
    session.go(30)
    everything.window.show_now()
    together, depth = pair.first.together, pair.beside.tabs.currentWidget()
    assert all(chart.isVisible() for chart in (together.above, together.below, depth))
    row = session.branch.record.books[30]
    books = session.timeline.here.market.books.book
    lots = float(books["normal_lots"][session.asset]) * int(
        session.timeline.here.market.asset["tick_value"][session.asset]
    )
    part = row["bid_2"][session.asset] / (row["double_mid"][session.asset] * 0.5 * lots * 1e-6)
    assert depth.series(session.branch)[0].values[30] == part


def test_where_there_is_no_room_one_sentence_says_so_and_the_first_place_stays(everything, qapp):
    pair, said = sized(everything, qapp, NARROW), []
    pair.crowded.connect(said.append)
    everything.actions.by_name["charts_beside"].trigger()
    qapp.processEvents()
    assert pair.beside.isHidden()
    assert pair.first.isVisible()
    assert len(said) == 1
    sized(everything, qapp, WIDE)
    assert pair.beside.isVisible(), "it comes as soon as there is room"


def test_keys_mean_the_place_in_which_the_keyboard_is(everything, qapp, qtbot):
    pair = sized(everything, qapp, WIDE)
    pair.open("book-over-time")
    qapp.processEvents()
    pair.beside.tabs.tabBar().setFocus()
    everything.actions.by_name["next_chart"].trigger()
    assert pair.beside.tabs.current_key() == "liquidation-map"
    assert pair.first.current_key() == "prices"
    everything.actions.by_name["copy_numbers"].trigger()
    assert QApplication.clipboard().text() == _written(pair.beside.tabs)
    everything.window.setFocus()
    everything.actions.by_name["next_chart"].trigger()
    assert pair.first.current_key() == "liquidations"


def _written(tabs):
    from ui.charts import saving

    return saving.written(tabs.current().table(), "excel-tab")


def test_both_places_are_remembered_and_restoring_the_layout_closes_the_second(opened, session, qapp):
    store = Forgetful()
    first = opened(store)
    sized(first, qapp, WIDE)
    first.actions.by_name["charts_beside"].trigger()
    first.window.chart_pair.beside.tabs.open("makers")
    assert Settings(store).chart_beside == "makers"
    first.actions.by_name["restore_layout"].trigger()
    assert first.window.chart_pair.beside.isHidden()
    assert Settings(store).chart_beside == ""


def test_a_lesson_and_closed_charts_leave_the_second_place_out(everything, qapp):
    pair = sized(everything, qapp, WIDE)
    pair.open("makers")
    qapp.processEvents()
    assert pair.beside.isVisible()
    everything.window.layout_keeper.show_only(frozenset({"stage", "charts"}))
    assert pair.beside.isHidden()
    everything.window.layout_keeper.show_only(None)
    assert pair.beside.isVisible()


def test_the_second_place_has_no_many_runs_and_no_claims_of_its_own(everything, qapp):
    pair = sized(everything, qapp, WIDE)
    pair.open("prices")
    assert {"ensemble", "claims"} == set(pair.first.names()) - set(pair.beside.tabs.names())
    pair.open("claims")
    assert pair.beside.isHidden(), "what it does not have closes it"
