"""The program's test of itself: a healthy program passes, and whatever goes wrong is a row of the table."""

import struct
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMessageBox

import main
from model import proofs
from ui import icon, log
from ui.errors import tell
from ui.self_test import Failure, SelfTest, colors, table
from ui.settings import Settings

ROOT = Path(main.__file__).resolve().parent
ICONS = ROOT / "resources" / "icons"


def test_the_whole_program_passes_its_own_test():
    finished = subprocess.run(
        [sys.executable, "main.py", "--self-test"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )
    lines = finished.stdout.splitlines()
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert len(lines) >= 9
    assert all(line.startswith("passed ") for line in lines)


class Sick(SelfTest):
    """Three checks, of which one passes."""

    def __init__(self):
        super().__init__(None, None, None, None)

    def _fails(self):
        raise Failure("the book is empty")

    def _breaks(self):
        return 1 / 0

    def checks(self):
        yield "well", lambda: "yes"
        yield "sick", self._fails
        yield "broken", self._breaks


def test_what_fails_is_a_row_and_does_not_keep_the_rest_from_being_tried():
    rows = list(Sick().rows())
    assert [(row.passed, row.found) for row in rows] == [
        (True, "yes"), (False, "the book is empty"), (False, "ZeroDivisionError: division by zero")
    ]  # fmt: skip
    assert [line.split()[0] for line in table(iter(rows))] == ["passed", "FAILED", "FAILED"]


def test_another_digest_than_the_recorded_one_fails(monkeypatch):
    proof = proofs.Proof("calm-day", 5, {"accounts.count": 50, "market.assets": 1})
    monkeypatch.setattr(proofs, "recorded", lambda: {proof.name: "0" * 32})

    class One(Sick):
        def checks(self):
            yield "digest", lambda: self._proves(proof)

    (row,) = One().rows()
    assert not row.passed
    assert "instead of 0000" in row.found


def test_a_blank_view_has_one_colour(qapp):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    assert colors(image) == 1


def test_the_icon_on_disk_is_the_one_that_is_drawn(qapp):
    drawn = icon.picture(icon.PNG_SIDE)
    assert QImage(str(ICONS / "cascade-lab.png")) == drawn
    data = (ICONS / "cascade-lab.ico").read_bytes()
    count = struct.unpack_from("<HHH", data)[2]
    assert count == len(icon.ICO_SIDES)
    for n, side in enumerate(icon.ICO_SIDES):
        width, *_, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * n)
        assert width == side % 256
        assert QImage.fromData(data[place : place + length]) == icon.picture(side)
    data = (ICONS / "cascade-lab.icns").read_bytes()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))


def test_details_of_an_error_can_be_copied_and_are_not_shown(qapp):
    box = tell("Something went wrong.", "line 7 of book.py")
    assert "book.py" not in box.text() + box.informativeText() + box.detailedText()
    (button,) = [b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.ActionRole]
    button.click()
    assert QGuiApplication.clipboard().text() == "line 7 of book.py"
    assert box.isVisible()
    box.close()


def test_old_logs_make_room_for_new_ones(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "log_path", lambda: tmp_path / "test.log")
    monkeypatch.setattr(log, "LOG_BYTES", 1000)
    for number in range(60):
        log.write_log("error number {number}: {text}".format(number=number, text="x" * 100))
    files = sorted(file.name for file in tmp_path.iterdir())
    assert files == ["test.log", "test.log.1", "test.log.2", "test.log.3"]
    assert all(file.stat().st_size <= 1000 for file in tmp_path.iterdir())
    assert "error number 59" in (tmp_path / "test.log").read_text(encoding="utf-8")


def test_a_log_without_a_place_is_no_further_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "log_path", lambda: tmp_path / "nowhere" / "test.log")
    assert not log.write_log("lost").is_file()


def test_settings_can_be_forgotten(qapp, tmp_path):
    path = str(tmp_path / "settings.ini")
    kept = Settings(QSettings(path, QSettings.Format.IniFormat))
    kept.theme, kept.text_scale = "projector", 1.4
    kept.reset()
    assert kept.text_scale == 1.0
    assert kept.theme != "projector"


def test_the_text_on_how_to_open_it_says_the_same_in_two_languages():
    english, chinese = (ROOT / "resources" / "HOW_TO_OPEN.txt").read_text(encoding="utf-8").split("如何打开", 1)
    for word in (
        "Cascade Lab.exe",
        "cascade-lab.exe",
        "MacOS/cascade-lab",
        "SHA-256",
        "--reset-settings",
        "--self-test",
    ):
        assert word in english
        assert word in chinese
