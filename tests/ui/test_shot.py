"""`main.py shot`: pictures of one moment, and one sentence when the arguments are wrong."""

import pytest
from PySide6.QtGui import QImage

from ui import shot, theme

QUICK = ["--set", "accounts.count=2000", "--set", "run.steps=900"]


@pytest.fixture(autouse=True)
def quick_look(qapp):
    yield
    theme.set_theme("dark")


@pytest.mark.parametrize("view", shot.VIEWS)
def test_every_view_becomes_a_picture_of_the_size_asked_for(tmp_path, view):
    out = tmp_path / "market.png"
    arguments = [
        "classroom",
        "--at",
        "700",
        "--view",
        view,
        "--size",
        "1280x720",
        "--theme",
        "light",
        "--out",
        str(out),
    ]
    assert shot.main([*arguments, *QUICK]) == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1280, 720)
    colors = {image.pixelColor(x, y).name() for x in range(0, 1280, 5) for y in range(0, 720, 5)}
    assert len(colors) > 4
    assert list(tmp_path.iterdir()) == [out]


def test_two_pictures_of_one_moment_are_the_same(tmp_path):
    images = []
    for name in ("one.png", "two.png"):
        out = tmp_path / name
        arguments = [
            "classroom",
            "--at",
            "500",
            "--view",
            "stage",
            "--size",
            "900x500",
            "--asset",
            "ETH",
            "--seed",
            "7",
        ]
        assert shot.main([*arguments, "--out", str(out), *QUICK]) == 0
        images.append(QImage(str(out)))
    assert images[0] == images[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "--at", "1"], "nowhere"),
        (["classroom"], "--at"),
        (["classroom", "--at", "-5"], "--at"),
        (["classroom", "--at", "ten"], "whole number"),
        (["classroom", "--at", "999999999"], "5400"),
        (["classroom", "--at", "1", "--size", "big"], "WIDTHxHEIGHT"),
        (["classroom", "--at", "1", "--size", "5x5"], "100 to 8192"),
        (["classroom", "--at", "1", "--view", "moon"], "moon"),
        (["classroom", "--at", "1", "--theme", "pink"], "pink"),
        (["classroom", "--at", "1", "--set", "breaker.on"], "KEY=VALUE"),
        (["classroom", "--at", "1", "--set", "breaker.of=true"], "breaker.on"),
        (["classroom", "--at", "1", "--set", "breaker.threshold=7"], "0.005"),
        (["classroom", "--at", "1", "--asset", "GOLD"], "BTC"),
        (["classroom", "--at", "1", "--bogus"], "--bogus"),
        (["classroom", "--at", "1", "--language", "xx"], "zh_CN"),
    ],
)
def test_wrong_arguments_are_one_sentence(tmp_path, capsys, arguments, said):
    out = tmp_path / "market.png"
    assert shot.main([*arguments, "--out", str(out)]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert said in sentence
    assert not out.exists()


@pytest.mark.parametrize("out", ["picture.jpg", "no/such/folder/picture.png"])
def test_a_place_where_nothing_can_be_written_is_one_sentence(tmp_path, capsys, out):
    assert shot.main(["classroom", "--at", "0", "--out", str(tmp_path / out)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_folder_in_the_pictures_place_is_left_alone(tmp_path, capsys):
    out = tmp_path / "market.png"
    out.mkdir()
    assert shot.main(["classroom", "--at", "0", "--view", "stage", "--size", "300x300", "--out", str(out), *QUICK]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["market.png"]


def test_help_is_told(capsys):
    assert shot.main(["--help"]) == 0
    assert "--at STEP" in capsys.readouterr().out


def test_a_picture_speaks_the_language_that_was_asked_for(tmp_path, qapp):
    from ui.language import current_language, speak

    made = []
    for name in ("en", "zh_CN"):
        out = tmp_path / (name + ".png")
        arguments = ["classroom", "--at", "5", "--size", "900x600", "--language", name, "--out", str(out)]
        assert shot.main([*arguments, *QUICK]) == 0
        assert current_language() == name
        made.append(QImage(str(out)))
    speak(qapp, "en")
    assert made[0] != made[1]
