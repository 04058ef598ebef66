"""Reduced motion: while time plays nothing moves between two seconds, and every second is still told whole."""

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from ui.player import SPEEDS

FRAME = 0.02
SLOW = [speed.name for speed in SPEEDS].index("1×")


def pixels(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


def play_pictures(everything, clock, seconds):
    """Pictures of the stage, frame by frame, each with its second; drawn as the window draws while time plays."""
    session, player, window = everything.session, everything.player, everything.window
    player.set_speed(SLOW)
    player.play()
    made, end = [], session.step + seconds
    while session.step < end:
        clock.now += FRAME
        player.tick()
        window.draw()
        QCoreApplication.processEvents()
        made.append((session.step, pixels(window.stage)))
    player.pause()
    return made


def changes_within_seconds(pictures):
    pairs = zip(pictures, pictures[1:], strict=False)
    return sum(bool((a != b).any()) for (first, a), (then, b) in pairs if first == then)


def test_nothing_moves_inside_a_second_and_each_second_is_drawn(everything, clock):
    everything.session.go(560)
    everything.appearance.set_still(True)
    pictures = play_pictures(everything, clock, 4)
    assert changes_within_seconds(pictures) == 0
    steps = sorted({step for step, _ in pictures})
    last = dict(pictures)
    assert len(steps) >= 4
    assert all((last[a] != last[b]).any() for a, b in zip(steps, steps[1:], strict=False))


def test_with_motion_the_same_seconds_flow(everything, clock):
    everything.session.go(560)
    assert changes_within_seconds(play_pictures(everything, clock, 4)) > 8


def test_a_still_picture_tells_every_number_of_its_second(everything, clock):
    everything.session.go(560)
    everything.appearance.set_still(True)
    play_pictures(everything, clock, 3)
    after, stage = everything.session.frame().after, everything.window.stage
    assert [venue.mid for venue in stage.drawn()] == [venue.mid for venue in after.venues]
    assert [venue.liquidated_usd for venue in stage.drawn()] == [venue.liquidated_usd for venue in after.venues]
    assert stage._told == list(stage.drawn())
    told = {(hop.source, hop.exchange) for hop in after.hops}
    assert told <= set(stage._trail.arcs)


def test_at_high_speed_the_stills_are_too_few_to_flash(everything, qtbot):
    window, player = everything.window, everything.player
    everything.session.go(560)
    everything.appearance.set_still(True)
    window.draw()
    player.is_playing = True
    window.draw()
    assert window._rest.interval() >= 1000 / 3
    player.is_playing = False
    window.draw()
    assert window._rest.interval() < 20
