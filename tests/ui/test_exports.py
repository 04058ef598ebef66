"""What can be taken out of the window: pictures, films and a page; the session in sight is not disturbed."""

import json
import re
import time

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from model.scenario import find_scenario
from ui import shot, theme
from ui.charts.chart import Chart
from ui.charts.scouting import Scouting
from ui.dialogs.export_film import ExportFilmDialog
from ui.export_deeds import ExportDeeds
from ui.film import Film, Shots, sequence_path
from ui.language import speak
from ui.replica import VIEWS, Canvas, Replica
from ui.report import Report, charts_of, page, words_of
from ui.text import clock

SMALL = QSize(420, 300)
QUICK = ["--set", "accounts.count=2000", "--set", "run.steps=900"]


def finish(work, done):
    for _ in range(60_000):
        if done():
            return
        work()
        time.sleep(0.001)  # a film is encoded in a thread beside this one
    raise AssertionError("it never ends")


def test_a_replica_goes_the_same_road_bit_for_bit(session):
    session.go(300)
    session.change("breaker.on", True)
    session.go(420)
    session.change("gradual.on", True)
    session.go(500)
    replica = Replica(session)
    while not replica.advance(500):
        pass
    assert replica.session.digest() == session.digest()
    assert replica.session.difference() == session.difference()


@pytest.mark.parametrize("view", VIEWS)
def test_a_canvas_shows_the_moment_as_it_is(qapp, session, view):
    session.go(500)
    canvas = Canvas(session, view, SMALL)
    first = canvas.picture()
    session.go(560)
    assert canvas.picture() != first
    assert (first.width(), first.height()) == (420, 300)
    canvas.close()


def test_a_film_has_every_picture_and_leaves_the_session_alone(qapp, session, tmp_path):
    session.go(520)
    before, path = session.digest(), tmp_path / "crash.gif"
    film = Film(session, Shots(480, 540, 20, "stage", SMALL), path)
    counted, ended = [], []
    film.progress.connect(lambda done, whole: counted.append((done, whole)))
    film.finished.connect(ended.append)
    finish(film.work, lambda: film.is_over)
    assert ended == [str(path)]
    assert counted == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert (session.step, session.digest()) == (520, before)
    with Image.open(path) as made:
        assert (made.n_frames, made.size) == (4, (420, 300))
        frames = []
        for number in range(4):
            made.seek(number)
            frames.append(made.convert("RGB").tobytes())
    assert len(set(frames)) == 4
    assert list(tmp_path.iterdir()) == [path]


def test_a_row_of_pictures_is_one_file_a_moment(qapp, session, tmp_path):
    path = tmp_path / "crash.png"
    film = Film(session, Shots(0, 30, 15, "stage", SMALL), path)
    finish(film.work, lambda: film.is_over)
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["crash-00000.png", "crash-00015.png", "crash-00030.png"]
    assert QImage(str(sequence_path(path, 30))).size() == SMALL


def test_a_film_that_is_stopped_leaves_no_file(qapp, session, tmp_path):
    film = Film(session, Shots(0, 200, 2, "stage", SMALL), tmp_path / "crash.gif")
    for _ in range(30):
        film.work()
    film.cancel()
    assert film.is_over
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(qapp, session, tmp_path):
    film = Film(session, Shots(0, 10, 10, "stage", SMALL), tmp_path / "nowhere" / "crash.gif")
    told = []
    film.failed.connect(told.append)
    finish(film.work, lambda: film.is_over)
    assert len(told) == 1
    assert "nowhere" in told[0]


def test_the_dialog_counts_its_pictures_and_makes_them(qtbot, everything, tmp_path):
    everything.session.go(40)
    dialog = ExportFilmDialog(
        everything.session, everything.settings, everything.window.charts.current(), everything.window
    )
    qtbot.addWidget(dialog)
    dialog.first.setValue(0)
    dialog.last.setValue(40)
    dialog.every.setValue(20)
    dialog.view.setCurrentIndex(2)
    assert dialog.shots().view == everything.window.charts.current().key
    dialog.view.setCurrentIndex(1)
    assert dialog.shots().view == "stage"
    assert "3 pictures" in dialog.told.text()
    dialog.every.setValue(100)
    assert "1 picture," in dialog.told.text()
    dialog.every.setValue(20)
    dialog.first.setValue(60)
    assert not dialog.start_button.isEnabled()
    dialog.first.setValue(0)
    dialog.make(tmp_path / "film.gif")
    qtbot.waitUntil(lambda: dialog.film is None, timeout=60_000)
    assert (tmp_path / "film.gif").exists()
    assert str(tmp_path) in dialog.told.text()


@pytest.mark.parametrize(("typed", "second"), [("640", 640), ("10:40", 640), ("0:00:40", 40)])
def test_a_span_is_told_and_typed_as_a_clock(everything, qtbot, typed, second):
    everything.session.go(700)
    dialog = ExportFilmDialog(everything.session, everything.settings, everything.window.charts.current())
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.first.setFocus()
    assert dialog.last.text() == "00:11:40"
    dialog.first.selectAll()
    qtbot.keyClicks(dialog.first, typed)
    qtbot.keyClick(dialog.first, Qt.Key.Key_Tab)
    assert dialog.first.value() == second
    assert dialog.first.text() == clock(second)
    assert dialog.shots().first == second


def test_the_page_holds_the_comparison(qapp, session, tmp_path):
    session.go(300)
    session.change("breaker.on", True)
    session.change("breaker.threshold", 0.03)
    session.go(700)
    report, path, ended = Report(session, tmp_path / "page.pdf"), tmp_path / "page.pdf", []
    report.finished.connect(ended.append)
    report.failed.connect(ended.append)
    finish(report.work, lambda: ended)
    assert len(report.words.rows) == 6
    assert any("Circuit breaker" in line for line in report.words.changes)
    data = path.read_bytes()
    assert ended == [str(path)]
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    assert data.count(b"/Subtype /Image") >= 2
    assert theme.current().name == "dark"
    assert theme.keeper.scale == 1.0


def test_the_page_takes_the_room_that_its_words_leave(qapp, session):
    session.go(300)
    for n in range(12):
        session.change("breaker.threshold", 0.05 + 0.01 * n)
        session.forward(3)
    session.go(500)
    words, images = words_of(session), [QImage(1240, 540, QImage.Format.Format_RGB32) for _ in range(2)]
    with theme.worn("light", 1.0):
        charts = charts_of(session)
        for said in (words, words._replace(changes=["one"], rows=[])):
            data = page(said, images, charts)
            assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    assert words.changes[-1].startswith("and ")


@pytest.mark.parametrize("key", ["book-over-time", "liquidations", "makers"])
def test_a_film_of_the_chart_in_sight_is_that_chart_complete_and_as_it_is_read(qapp, session, tmp_path, key):
    session.go(300)
    film = Film(session, Shots(260, 300, 20, key, QSize(700, 300), 1), tmp_path / "film.png")
    shown = []
    film.progress.connect(lambda done, whole: shown.append(film._canvas.widget))
    finish(film.work, lambda: film.is_over)
    charts = shown[0].findChildren(Chart) if not isinstance(shown[0], Chart) else [shown[0]]
    assert [chart.key for chart in charts][0] == key
    assert charts[0].segments is None or charts[0].segments.choice == 1
    assert not any(scouting.is_working for scouting in shown[0].findChildren(Scouting))
    assert QImage(str(sequence_path(tmp_path / "film.png", 280))).size() == QSize(700, 300)


def test_pictures_of_the_window_are_what_is_on_screen(everything, tmp_path):
    exports = everything.window.findChild(ExportDeeds)
    exports.take_picture("window", tmp_path / "w.png")
    exports.take_picture("stage", tmp_path / "s.png")
    assert QImage(str(tmp_path / "w.png")).size() == everything.window.size()
    assert QImage(str(tmp_path / "s.png")).size() == everything.window.stage.size()
    assert "s.png" in everything.window.top.said.toolTip()
    exports.take_picture("stage", tmp_path / "no" / "s.png")
    assert "can be written" in everything.window.top.said.toolTip()


def test_a_film_is_made_without_a_window_too(tmp_path):
    out = tmp_path / "film.gif"
    arguments = ["classroom", "--at", "450", "--to", "470", "--every", "10", "--view", "stage", "--size", "400x300"]
    assert shot.main([*arguments, "--out", str(out), *QUICK]) == 0
    with Image.open(out) as made:
        assert (made.n_frames, made.size) == (3, (400, 300))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--to", "10", "--out", "f.gif"], "from 20 to"),
        (["--to", "99999", "--out", "f.gif"], "99999"),
        (["--to", "40", "--every", "0", "--out", "f.gif"], "from 1"),
        (["--to", "40", "--out", "f.jpg"], ".gif"),
        (["--to", "5000", "--every", "1", "--out", "f.gif"], "2000"),
        (["--to", "40", "--view", "market", "--out", "f.gif"], "stage"),
    ],
)
def test_a_wrong_span_is_one_sentence(tmp_path, capsys, monkeypatch, more, said):
    monkeypatch.chdir(tmp_path)
    assert shot.main(["classroom", "--at", "20", *more]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert said in sentence
    assert list(tmp_path.iterdir()) == []


def test_a_real_book_is_shown_beside_the_synthetic_one_and_begun_with(everything, tmp_path):
    mid = 60_000.0
    sides = {
        name: [[mid * (1 + sign * n * 1e-4), 0.5 + n * 0.01] for n in range(1, 300)]
        for name, sign in (("bids", -1), ("asks", 1))
    }
    path = tmp_path / "real.json"
    path.write_text(json.dumps(sides), encoding="utf-8")
    exports = everything.window.findChild(ExportDeeds)
    dialog = exports.show_book(path)
    bids, asks, synthetic = dialog.curves.curves
    assert bids[-1] == pytest.approx(sum(p * q for p, q in sides["bids"] if abs(p / mid - 1) <= 0.02), rel=0.01)
    assert bids == sorted(bids)
    assert asks == sorted(asks)
    assert synthetic[-1] > 0
    dialog.grab()
    dialog.write(tmp_path / "own.toml")
    assert find_scenario(str(tmp_path / "own.toml")).book is not None
    dialog.begin.click()
    assert everything.session.scenario.book is not None
    assert everything.session.picture().venues[0].mid == pytest.approx(mid, rel=0.001)


def test_a_bad_book_is_told_in_one_sentence(everything, tmp_path, qtbot):
    path = tmp_path / "bad.csv"
    path.write_text("nothing", encoding="utf-8")
    with qtbot.waitSignal(everything.actions.refused) as refused:
        everything.window.findChild(ExportDeeds).show_book(path)
    assert "columns" in refused.args[0]


def test_what_is_wrong_with_a_file_is_told_in_the_windows_language(everything, tmp_path, qapp):
    book, scenario, saved = tmp_path / "a.json", tmp_path / "b.toml", tmp_path / "c.cascade"
    book.write_text('{"bids": [[1, 1]], "asks": []}')
    scenario.write_text("[market]\nbtc_usd = true\n")
    saved.write_text('{"format": "cascade-lab", "version": 99}')
    told = []
    everything.actions.refused.connect(told.append)
    everything.files.refused.connect(told.append)
    speak(qapp, "zh_CN")
    everything.window.findChild(ExportDeeds).show_book(book)
    everything.files.open_path(scenario)
    everything.files.open_path(saved)
    speak(qapp, "en")
    assert len(told) == 3
    for sentence, file, words in zip(
        told, (book, scenario, saved), ("至少 5 个价位", "第 2 行", "格式 1"), strict=True
    ):
        assert str(file) in sentence
        assert words in sentence
        assert "expected" not in sentence
