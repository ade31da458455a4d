"""The more refusals, the longer each takes; and so many connections a second."""

from __future__ import annotations

from gui.aria2.patience import LONGEST_WAIT, SECONDS_BETWEEN_LINES, Pace, Patience


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_a_few_refusals_cost_the_shortest_wait():
    patience = Patience(Clock(), shortest=0.3)
    assert [patience.wait() for _ in range(10)] == [0.3] * 10


def test_many_cost_more_each_and_never_too_much():
    patience = Patience(Clock())
    waits = [patience.wait() for _ in range(100)]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_they_are_forgotten_in_time():
    clock = Clock()
    patience = Patience(clock)
    for _ in range(100):
        patience.wait()
    clock.now += 100
    assert patience.wait() == 0


def test_they_are_told_at_once_and_then_in_one_line_a_minute():
    clock = Clock()
    patience = Patience(clock)
    patience.wait()
    assert patience.to_tell() == 1
    for _ in range(50):
        patience.wait()
        assert patience.to_tell() == 0
    clock.now += SECONDS_BETWEEN_LINES
    assert patience.to_tell() == 50
    assert patience.to_tell() == 0


def test_who_comes_faster_waits_until_the_pace_is_kept():
    clock = Clock()
    pace = Pace(clock, 100)
    waits = [pace.wait() for _ in range(300)]
    assert waits[:100] == [0] * 100
    assert round(waits[-1], 6) == 2.0
    clock.now += 3
    assert pace.wait() == 0
