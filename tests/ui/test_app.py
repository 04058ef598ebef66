"""The program with a window, from its arguments to its end."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

import main
from ui.errors import ErrorCatcher, log_path
from ui.settings import Settings

ROOT = Path(main.__file__).resolve().parent


def start(*arguments):
    return subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )


def test_the_window_passes_its_own_test():
    finished = start("--smoke")
    assert finished.returncode == 0, finished.stderr
    assert len(finished.stdout.splitlines()) == 1
    assert finished.stdout.startswith("smoke: well")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--scenario", "no-such-market"), "no-such-market"),
        (("--seed", "many"), "--seed"),
        (("--language", "klingon"), "klingon"),
        (("--speed", "5"), "--speed"),
    ],
)
def test_bad_arguments_are_one_sentence_and_status_2(arguments, word):
    finished = start(*arguments)
    sentences = [line for line in finished.stderr.splitlines() if not line.startswith("This plugin")]
    assert finished.returncode == 2
    assert len(sentences) == 1
    assert word in sentences[0]


def test_a_bad_scenario_file_is_one_sentence_with_its_line(tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("[breaker]\nthreshold = 30\n", encoding="utf-8")
    finished = start("--scenario", str(bad))
    assert finished.returncode == 2
    assert "line 2, breaker.threshold" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_an_error_inside_goes_to_a_file_and_one_sentence(qapp, capsys):
    paused = []
    catcher = ErrorCatcher(shows=False)
    catcher.pause = lambda: paused.append(1)
    try:
        raise ValueError("the order book is on fire")
    except ValueError as error:
        catcher.catch(ValueError, error, error.__traceback__)
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence == catcher.caught[0]
    assert str(log_path()) in sentence
    assert "is on fire" in log_path().read_text(encoding="utf-8")
    assert paused == [1]


def test_settings_come_back_as_they_were_kept(qapp, tmp_path):
    path = str(tmp_path / "settings.ini")
    kept = Settings(QSettings(path, QSettings.Format.IniFormat))
    assert kept.theme == "", "nothing chosen: as the system"
    assert kept.reduced_motion is False
    kept.theme, kept.text_scale, kept.geometry, kept.reduced_motion = "projector", 1.4, QByteArray(b"place"), False
    kept._store.sync()
    again = Settings(QSettings(path, QSettings.Format.IniFormat))
    assert (again.theme, again.text_scale, again.reduced_motion) == ("projector", 1.4, False)
    assert again.geometry == QByteArray(b"place")
    again._store.setValue("theme", "purple")
    assert again.theme == ""
