"""The player turns seconds of the room into seconds of the market."""

import pytest

from ui.player import SPEEDS, Player

FRAME = 1 / 60


def pass_time(player, clock, seconds):
    for _ in range(round(seconds / FRAME)):
        clock.now += FRAME
        player.tick()


def test_it_stands_paused_at_first(player, session):
    assert not player.is_playing
    assert session.step == 0


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_second_of_the_room_is_as_many_market_seconds_as_the_speed_says(player, session, clock, number):
    player.set_speed(number)
    player.play()
    pass_time(player, clock, 2.0)
    assert session.step == pytest.approx(2 * SPEEDS[number].factor, abs=2)


def test_slow_motion_goes_cause_by_cause(player, session, clock):
    player.set_speed(0)
    player.play()
    pass_time(player, clock, 8.0)
    assert session.step == 0
    assert session.phase in (5, 6)


def test_the_fraction_flows_at_slow_speed_and_is_whole_when_paused(player, session, clock):
    seen = []
    player.fraction.connect(seen.append)
    player.set_speed(1)
    player.play()
    pass_time(player, clock, 0.5)
    assert 0.3 < player.part < 0.6
    assert all(0.0 <= part <= 1.0 for part in seen)
    player.pause()
    assert player.part == 1.0


def test_it_stops_at_the_end(player, session, clock):
    session.go(890)
    player.set_speed(4)
    player.play()
    pass_time(player, clock, 1.0)
    assert session.step == session.length
    assert not player.is_playing
    player.play()
    assert not player.is_playing


def test_a_market_too_slow_for_the_speed_is_played_honestly_and_never_blocks(session, clock, qapp):
    seen = [0]

    def take_ten_milliseconds_a_second(change):
        clock.now += 0.010 * (session.step - seen[0])
        seen[0] = session.step

    session.listen(take_ten_milliseconds_a_second)
    player = Player(session, clock)
    player.set_speed(4)
    player.play()
    pass_time(player, clock, 3.0)
    assert 100 < session.step < 400
    assert not player.keeps_up
    assert 30 < player.true_speed < 100


def test_pausing_and_playing_again_takes_no_time_from_the_pause(player, session, clock):
    player.play()
    pass_time(player, clock, 1.0)
    player.pause()
    step = session.step
    clock.now += 100
    player.play()
    pass_time(player, clock, 0.1)
    assert session.step - step < 10


def test_seeking_into_the_future_computes_it_frame_by_frame(player, session, clock):
    steps = []
    session.listen(lambda change: steps.append(session.step))
    player.seek(700)
    assert session.step == 0
    assert player.target == 700
    while player.target is not None:
        pass_time(player, clock, FRAME)
    assert session.step == 700
    assert steps == sorted(steps)
    player.seek(30)
    assert session.step == 30


def test_playing_goes_on_after_seeking(player, session, clock):
    player.play()
    player.seek(300)
    while player.target is not None:
        pass_time(player, clock, FRAME)
    pass_time(player, clock, 1.0)
    assert session.step > 310


def test_a_new_run_is_looked_at_paused(player, session, clock):
    player.play()
    pass_time(player, clock, 0.5)
    session.new_run(seed=7)
    assert not player.is_playing
    assert session.step == 0


def test_playing_reaches_the_same_digest_as_going(player, session, clock):
    player.play()
    pass_time(player, clock, 3.0)
    step, digest = session.step, session.digest()
    session.go(0)
    session.go(step)
    assert session.digest() == digest
