"""The compared road on the stage: its books behind those of the road that is watched, at the same second."""

import numpy as np
import pytest

from model.frame import ladder_of
from model.session import Session
from ui.window import Window


def test_the_compared_roads_books_stand_behind_at_the_same_second(qtbot, session, player):
    window = Window(session, player)
    qtbot.addWidget(window)
    other = Session(session.scenario)
    for last in (700, 650):  # computed for the first time, and visited again
        session.go(last)
        if last == 700:
            session.go(400)
            session.change("gradual.on", True)
            assert session.picture().venues[0].beside is None, "the roads have not parted yet"
            session.go(700)
        while player.target is not None or player.waits_for_ghost():
            player.tick()
        other.go(last)
        window.draw()
        for x, (venue, shown) in enumerate(zip(session.picture().venues, window.stage.drawn(), strict=True)):
            expected = ladder_of(other.timeline.here.market, x * len(session.symbols))
            assert np.array_equal(venue.beside.ladder.usd, expected.usd)
            assert np.array_equal(venue.beside.ladder.price, expected.price)
            mid, bids, asks = shown.ghost
            assert mid == pytest.approx(other.picture().venues[x].mid)
            assert bids.usd.sum() + asks.usd.sum() > 0
    session.take_branch(0)
    session.roads.remove(1)
    assert session.picture().venues[0].beside is None
