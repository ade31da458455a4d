"""A rate that can be read: steady when the line is, quick to follow, never negative."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.speed import SMOOTHING_TIME, Speed


def after(*samples):
    """The speed after samples of (bytes, seconds)."""
    speed = Speed()
    for count, now in samples:
        speed.sample(count, now)
    return speed.rate


@pytest.mark.parametrize("samples", [(), ((5000, 10),), ((5000, 10), (6000, 10))])
def test_is_zero_before_time_has_passed_between_two_samples(samples):
    assert after(*samples) == 0


def test_is_known_from_the_second_sample_on():
    assert after((0, 10), (500, 10.25)) == 2000


def test_what_was_there_at_first_counts_for_nothing():
    assert after((10**9, 10), (10**9 + 1000, 11)) == 1000


def test_stays_at_a_steady_rate():
    assert after(*((250 * n, n / 4) for n in range(100))) == pytest.approx(1000)


def test_forgets_with_a_time_constant_of_three_seconds():
    rate = after((0, 0), (1000, 1), (1000, 1 + SMOOTHING_TIME))
    assert rate == pytest.approx(1000 / math.e)


def test_does_not_depend_on_how_often_it_is_sampled():
    often = after((0, 0), (1000, 1), *((1000, 1 + n / 10) for n in range(1, 31)))
    assert often == pytest.approx(after((0, 0), (1000, 1), (1000, 4)))


def test_bytes_that_went_away_are_no_negative_speed():
    assert after((10_000, 0), (0, 1)) == 0
    assert after((10_000, 0), (0, 1), (3000, 2)) > 0


def test_what_comes_too_soon_counts_in_the_next_sample():
    assert after((0, 0), (1000, 1), (1500, 1), (2000, 2)) == after((0, 0), (1000, 1), (2000, 2))


@given(st.lists(st.tuples(st.integers(0, 10**12), st.floats(0, 1e6)), max_size=30))
def test_is_always_a_plain_number(samples):
    rate = after(*samples)
    assert rate >= 0
    assert math.isfinite(rate)
