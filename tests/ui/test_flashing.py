"""Nothing on screen flashes more than three times a second, at any speed, moving or still (WCAG 2.3.1)."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from model.scenario import find_scenario
from model.session import Session
from tests.ui.conftest import Everything
from tests.ui.flashes import MOST, SIZE, Flashes
from ui import theme
from ui.player import Player
from ui.settings import Forgetful

RATE = 30
"""Pictures a second that are looked at, of 60 that are drawn: a flash of 3 a second shows in a fifth of them."""
SPANS = {1: (486, 493), 3: (470, 760), 4: (300, 1500)}
"""Seconds of the market from and to, at 1×, 60× and 300×: the worst of the crash."""


def blinking(hertz, colors, part=1.0):
    """Two seconds of a screen that changes between two colours so often."""
    for n in range(2 * RATE):
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(QColor(colors[1]))
        painter = QPainter(image)
        if int(n * 2 * hertz / RATE) % 2:
            painter.fillRect(0, 0, round(341 * part), 256, QColor(colors[0]))
        painter.end()
        yield image


@pytest.mark.parametrize(
    ("hertz", "colors", "part", "fails"),
    [
        (5, ("#ffffff", "#000000"), 1.0, True), (2, ("#ffffff", "#000000"), 1.0, False),
        (5, ("#555555", "#444444"), 1.0, False), (5, ("#ff0000", "#101010"), 1.0, True),
        (5, ("#ffffff", "#000000"), 0.2, False),
    ],
)  # fmt: skip
def test_what_is_counted_is_what_the_standard_calls_a_flash(qapp, hertz, colors, part, fails):
    flashes = Flashes(RATE)
    for image in blinking(hertz, colors, part):
        flashes.see(image)
    assert (flashes.most > MOST) == fails


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("speed", "look", "still"), [(1, "dark", False), (3, "light", False), (3, "dark", True), (4, "dark", False)]
)
def test_the_story_does_not_flash(qtbot, qapp, clock, tmp_path, speed, look, still):
    session = Session(find_scenario("classroom"))
    store = Forgetful()
    store.setValue("welcomed", True)
    window = Everything(session, Player(session, clock), store, tmp_path).window
    qtbot.addWidget(window)
    theme.keeper.set_theme(look)
    theme.keeper.set_still(still)
    window.resize(QSize(*SIZE))
    window.show()
    first, last = SPANS[speed]
    session.change("breaker.on", True)  # so that halts are seen, too
    session.go(first)
    window.player.set_speed(speed)
    window.player.play()
    flashes = Flashes(RATE)
    image, ticks = QImage(QSize(*SIZE), QImage.Format.Format_RGB32), 0
    while session.step < last and window.player.is_playing:
        clock.now += 0.5 / RATE
        window.player.tick()
        window.draw()
        qapp.processEvents()
        ticks += 1
        if ticks % 2 == 0:
            painter = QPainter(image)
            window.render(painter, QPoint())
            painter.end()
            flashes.see(image)
    assert session.step >= last
    assert flashes.most <= MOST
