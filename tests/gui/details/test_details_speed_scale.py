"""The axis of speeds is round, the curve stays on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.details.speed_scale import Figures, curve, figures, top_of_axis

KB, MB, GB = 1 << 10, 1 << 20, 1 << 30
SPEEDS = st.lists(st.floats(0, 1e12), max_size=50)


@pytest.mark.parametrize(
    ("highest", "top"),
    [
        (0, 10 * KB),
        (10 * KB, 10 * KB),
        (10 * KB + 1, 20 * KB),
        (501 * KB, MB),
        (24.6 * MB, 50 * MB),
        (GB, GB),
        (1.1 * GB, 2 * GB),
    ],
)
def test_the_axis_ends_at_a_round_number(highest, top):
    assert top_of_axis(highest) == top


@given(st.floats(0, 1e15))
def test_the_axis_holds_the_highest_speed_and_wastes_little(highest):
    top = top_of_axis(highest)
    assert top >= highest
    assert top == 10 * KB or top <= 2.5 * highest


@given(SPEEDS, st.integers(1, 40))
def test_the_curve_stays_in_its_box_and_ends_at_the_right(samples, slots):
    spots = curve(samples, slots, 1e6)
    assert len(spots) == min(len(samples), slots)
    assert all(-1e-9 <= x <= 1 + 1e-9 and 0 <= y <= 1 for x, y in spots)
    if spots:
        assert spots[-1][0] == pytest.approx(1)


def test_a_short_history_begins_in_the_middle():
    assert curve([5.0, 10.0], 3, 10) == [(0.5, 0.5), (1.0, 1.0)]


def test_more_samples_than_slots_lose_the_oldest():
    assert [y for _x, y in curve([1, 2, 3], 2, 4)] == [0.5, 0.75]


def test_figures_of_nothing_are_zero():
    assert figures(()) == Figures(0.0, 0.0, 0.0)
    assert figures((1.0, 5.0, 3.0)) == Figures(3.0, 3.0, 5.0)
