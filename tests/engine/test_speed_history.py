"""How fast it was: every byte in its second, gaps as zeros, no more memory than agreed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.speed_history import DAY_LENGTH, HOUR_LENGTH, MINUTES_LENGTH, SpeedRecorder

QUARTER = 0.25


def recorded(*rates: float, began: float = 1000.0) -> tuple[SpeedRecorder, float]:
    """A second at each of these rates, sampled four times a second; and when it ended."""
    recorder, now = SpeedRecorder(began), began
    for rate in rates:
        for _ in range(4):
            recorder.add(int(rate * QUARTER), now, now + QUARTER)
            now += QUARTER
    return recorder, now


def test_each_second_has_its_own_speed():
    recorder, now = recorded(100, 200, 0, 400)
    assert recorder.history(now).minutes == (100, 200, 0, 400)


def test_a_second_that_is_not_over_is_not_told_yet():
    recorder, now = recorded(100, 200)
    recorder.add(50, now, now + QUARTER)
    assert recorder.history(now + QUARTER).minutes == (100, 200)


def test_what_came_since_the_last_sample_makes_no_dent():
    """A look half a second after the last sample must not take the silence for a fall."""
    recorder, now = recorded(100, 100)
    recorder.add(25, now, now + QUARTER)
    assert recorder.history(now + 0.75).minutes == (100, 100)


def test_a_late_sample_is_shared_out_among_its_seconds():
    recorder = SpeedRecorder(0.0)
    recorder.add(300, 0.5, 2.0)
    assert recorder.history(2.0).minutes == pytest.approx((100, 200))


def test_a_pause_is_a_gap_of_zeros():
    recorder, now = recorded(100)
    recorder.add(100, now + 3, now + 4)
    assert recorder.history(now + 4).minutes == (100, 0, 0, 0, 100)


def test_after_the_end_zeros_follow():
    recorder, now = recorded(100)
    assert recorder.history(now + 3).minutes == (100, 0, 0, 0)


def test_a_file_that_begins_from_zero_is_no_negative_speed():
    recorder, now = recorded(100)
    recorder.add(-100, now, now + 1)
    assert recorder.history(now + 1).minutes == (100, 0)


def test_hours_and_days_are_told_in_longer_steps():
    recorder, now = recorded(*[100] * 300, *[200] * 300)
    history = recorder.history(now)
    assert history.minutes == (200.0,) * 300
    assert history.hour == (100.0,) * 30 + (200.0,) * 30
    assert history.day == pytest.approx((100, 175, 200))


def test_a_long_step_counts_for_what_it_has_been():
    recorder, now = recorded(*[100] * 3)
    assert recorder.history(now).day == pytest.approx((100,))


def test_rings_hold_so_many_steps_and_no_more():
    recorder = SpeedRecorder(0.0)
    for hour in range(100):
        recorder.add(3600, hour * 3600.0, (hour + 1) * 3600.0)
    history = recorder.history(100 * 3600.0)
    lengths = (len(history.minutes), len(history.hour), len(history.day))
    assert lengths == (MINUTES_LENGTH, HOUR_LENGTH, DAY_LENGTH)
    assert set(map(round, history.minutes + history.hour + history.day)) == {1}


def test_what_is_longer_ago_than_a_ring_holds_is_forgotten():
    recorder, now = recorded(100)
    recorder.add(100, now + 9998, now + 9999)
    history = recorder.history(now + 9999)
    assert history.minutes == (0.0,) * 299 + (100.0,)
    assert sum(history.hour) == pytest.approx(10)


def test_one_who_tells_late_counts_for_the_oldest_that_is_held():
    """All jobs share a recorder, and each of them has samples of its own."""
    recorder, now = recorded(100)
    recorder.add(100, now + 999, now + 1000)
    recorder.add(50, now + 500, now + 501)
    assert sum(recorder.history(now + 1000).minutes) == 150


@given(st.lists(st.tuples(st.floats(0.0, 900.0), st.integers(0, 10**12)), max_size=40))
def test_no_byte_is_lost_or_made_within_a_day(samples):
    recorder, now = SpeedRecorder(50.0), 50.0
    for seconds, count in samples:
        recorder.add(count, now, now + seconds)
        now += seconds
    day = recorder.history(now + 2.0).day
    begun = (now + 2.0 - 50.0) % 240.0
    steps = [240.0] * (len(day) - 1) + [begun if begun >= 1.0 else 240.0]
    told = sum(rate * step for rate, step in zip(day, steps[-len(day) :], strict=True))
    assert told == pytest.approx(sum(count for _, count in samples), rel=1e-6, abs=1)
