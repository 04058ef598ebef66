"""What is copied and saved of a chart: whole, told what it is of, and readable elsewhere."""

import csv
import io
import re
import xml.etree.ElementTree as ET

import pytest

from tests.ui.chart_room import charts_of, opened
from ui.charts import saving


@pytest.mark.parametrize("kind", ["csv", "svg", "png"])
def test_every_chart_can_be_saved(tabs, session, tmp_path, kind):
    session.go(700)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        path = tmp_path / f"{key}.{kind}"
        tabs.save(chart, path)
        data = path.read_bytes()
        if kind == "csv":
            rows = list(csv.reader(io.StringIO(data.decode())))
            assert len({len(row) for row in rows}) == 1
            assert len(rows) == len(chart.table().rows) + 1
        elif kind == "svg":
            assert b"<svg" in data
            assert b"<image" not in data or key == "book-over-time", key
        else:
            assert data.startswith(b"\x89PNG")
    assert len(list(tmp_path.iterdir())) == len(charts_of(tabs))


def test_a_saved_picture_says_what_it_is_of(tabs, session, qapp):
    session.go(400)
    session.change("gradual.on", True)
    session.go(640)
    for key in charts_of(tabs):
        chart = opened(tabs, key)
        words = saving.svg(chart).decode()
        whole = saving.caption(chart)
        assert whole in words or whole[:12] in words, key
        assert chart.alone is False
        if chart.of_this_run:
            assert f"seed {session.seed}, 00:10:40; Gradual liquidation on from 00:06:40" in whole, key
        else:
            assert "seed" not in whole
        picture = saving.picture(chart)
        assert picture.width() == 2 * chart.width()
        assert picture.height() > 2 * chart.height()
        width, box = re.search(r'svg width="([\d.]+)mm".*?viewBox="0 0 (\d+)', words, re.DOTALL).groups()
        assert float(width) / 25.4 * 96 == pytest.approx(float(box), abs=0.5), "a pixel is a pixel of a browser"
        families = re.findall(r'font-family="([^"]*)"', words)
        assert families
        assert ET.fromstring(words).tag.endswith("svg")
        assert all(family.endswith(", sans-serif") for family in families)


def test_a_saved_picture_names_the_reading_that_the_buttons_show_on_screen(tabs, session):
    session.go(640)
    for key in ("liquidations", "contagion", "book-over-time", "ensemble"):
        chart = opened(tabs, key)
        for place, name in enumerate(chart.choices()):
            chart.segments.choose(place)
            chart.choose(place)
            assert chart.full_title().endswith(name)
            assert chart.full_title() in saving.svg(chart).decode()


def test_numbers_in_other_letters_say_their_encoding_and_english_ones_stay_plain(tabs, session, qapp):
    from ui import language

    session.go(100)
    chart = opened(tabs, "prices")
    assert saving.numbers(chart).startswith(b"second,")
    language.speak(qapp, "zh_CN")
    assert saving.numbers(chart).startswith("\ufeff".encode())
    assert "山寨币" in saving.numbers(chart).decode("utf-8-sig")


def test_saved_numbers_are_the_drawn_ones_in_full(tabs, session):
    session.go(700)
    chart = opened(tabs, "prices")
    rows = list(csv.reader(io.StringIO(saving.written(chart.table()))))
    btc = chart.series(session.branch)[0].values
    assert [float(row[1]) for row in rows[1:]] == btc.tolist()
    assert all("[" in name for name in rows[0][1:])


def test_a_place_that_cannot_be_written_is_one_sentence(tabs, session, tmp_path, qtbot):
    chart = opened(tabs, "prices")
    for path in (tmp_path / "nowhere" / "a.png", tmp_path / "a.gif"):
        with qtbot.waitSignal(tabs.refused) as refused:
            tabs.save(chart, path)
        assert refused.args[0].count("\n") == 0
        assert not path.exists()
