"""How many connections: decided from readings alone, against lines that behave as real ones do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.wire.growth import SPARED_SECONDS, Growth, Reading, Tail, slowest_tail

TICK = 0.05
MB = 1_000_000


class Line:
    """A server and the way to it: what so many connections bring until a moment.

    `brings` gives bytes a second for a number of connections; `pulse` is how often they come, in
    seconds (0: all the time); `load` is the processor time that one byte costs, in seconds.
    """

    def __init__(
        self,
        brings: Callable[[int], float],
        *,
        pulse: float = 0.0,
        load: float = 0.0,
        latency: float = 0.0,
    ) -> None:
        self.brings = brings
        self.pulse = pulse
        self.load = load
        self.latency = latency

    def drive(self, growth: Growth, seconds: float, size: float = 1e15) -> list[tuple[float, int]]:
        """Let the growth decide every tick; returns when it wanted how many connections."""
        now, received, heard, opened_at = 100.0, 0.0, 100.0, 100.0
        open_now, wishes, owed = 1, [(0.0, 1)], self._first_pulse(1)
        while now < 100.0 + seconds and received < size:
            reading = Reading(
                at=now,
                received=int(received),
                missing=int(size - received),
                open=open_now,
                worked=received * self.load,
                heard=heard,
                latency=self.latency,
            )
            wanted = growth.consider(reading)
            if wanted != wishes[-1][1]:
                wishes.append((now - 100.0, wanted))
                opened_at = now + self.latency
            now += TICK
            if now >= opened_at:
                # A server that pays out in pulses begins with one for each new connection.
                owed += self._first_pulse(wanted - open_now)
                open_now = wanted
            owed += self.brings(open_now) * TICK
            if not self.pulse or owed >= self.brings(open_now) * self.pulse / max(open_now, 1):
                heard = now
                received, owed = received + owed, 0.0
        return wishes

    def _first_pulse(self, added: int) -> float:
        return self.pulse * self.brings(1) * max(added, 0)


def level(wishes: list[tuple[float, int]]) -> int:
    return wishes[-1][1]


def test_a_server_that_holds_back_each_connection_gets_all_that_are_allowed_within_a_second():
    wishes = Line(lambda n: 4 * MB * n).drive(Growth(8), 1.0)
    assert [wanted for _, wanted in wishes] == [1, 4, 8]


def time_with_one(wishes: list[tuple[float, int]], until: float) -> float:
    """The share of the time for which one connection was wanted."""
    ends = [at for at, _ in wishes[1:]] + [until]
    pairs = zip(wishes, ends, strict=True)
    return sum(end - at for (at, wanted), end in pairs if wanted == 1) / until


def test_a_burst_at_the_beginning_is_not_taken_for_what_one_connection_brings():
    """As on a line that loses packets, or with a provider that lets the first megabytes pass."""
    began = []

    def brings(n: int) -> float:
        began.append(n)
        return 500 * MB if len(began) < 4 else 5 * MB * n

    wishes = Line(brings).drive(Growth(8), 2.0)
    assert level(wishes) == 8


def test_a_line_that_one_connection_fills_keeps_one():
    wishes = Line(lambda n: 10 * MB).drive(Growth(8), 60.0)
    assert [wanted for _, wanted in wishes] == [1, 4, 1, 4, 1, 4, 1, 4, 1, 4, 1]
    assert time_with_one(wishes, 60.0) > 0.95


def test_growth_ends_where_the_speed_ends():
    wishes = Line(lambda n: min(4 * MB * n, 17 * MB)).drive(Growth(16), 10.0)
    assert [wanted for _, wanted in wishes] == [1, 4, 8, 4, 8, 4, 8, 4]


def test_where_this_machine_is_the_limit_there_is_one_connection():
    line = Line(lambda n: 2000 * MB, load=0.9 / (2000 * MB))
    assert line.drive(Growth(8, processors=2), 10.0) == [(0.0, 1)]


def test_where_one_of_many_processors_is_the_limit_more_connections_use_the_others():
    line = Line(lambda n: 1000 * MB * min(n, 4), load=0.9 / (1000 * MB))
    assert level(line.drive(Growth(4, processors=16), 10.0)) == 4


def test_under_a_speed_limit_more_connections_bring_nothing():
    growth = Growth(8)
    readings = [
        Reading(n * 0.1, n * 100_000, 10**12, 1, 0.0, n * 0.1, 0.0, waited=n * 0.09)
        for n in range(1, 100)
    ]
    assert {growth.consider(reading) for reading in readings} == {1}


def test_a_server_that_pays_out_once_a_second_is_no_slow_line():
    wishes = Line(lambda n: 4 * MB * n, pulse=1.0).drive(Growth(8), 3.0)
    assert level(wishes) == 8


def test_a_long_way_is_given_time_before_it_is_judged():
    wishes = Line(lambda n: 5 * MB * n, latency=0.3).drive(Growth(8), 4.0)
    times = [at for at, _ in wishes]
    assert [wanted for _, wanted in wishes] == [1, 4, 8]
    assert times[1] >= 0.3
    assert times[2] - times[1] >= 0.6


def test_a_file_that_is_nearly_here_gets_no_more_connections():
    assert Line(lambda n: 4 * MB * n).drive(Growth(8), 10.0, size=2 * MB) == [(0.0, 1)]


def test_silence_is_no_reason_for_more_connections():
    assert Line(lambda n: 0.0).drive(Growth(8), 60.0) == [(0.0, 1)]


def test_connections_that_have_paid_stay_when_the_line_slows_down():
    growth = Growth(8)
    speed = [4 * MB]
    line = Line(lambda n: speed[0] * n)
    assert level(line.drive(growth, 2.0)) == 8
    speed[0] = 1 * MB
    assert 1 not in [wanted for _, wanted in line.drive(growth, 10.0)[1:]]
    assert growth.wanted == 8


def test_what_did_not_pay_is_tried_again_by_and_by():
    growth = Growth(8)
    cap = [10 * MB]
    line = Line(lambda n: min(cap[0], 10 * MB * n))
    assert level(line.drive(growth, 5.0)) == 1
    cap[0] = 80 * MB
    assert level(line.drive(growth, 30.0)) == 8


def test_a_refusal_lowers_the_number_for_a_while():
    growth = Growth(8)
    assert level(Line(lambda n: 4 * MB * n).drive(growth, 2.0)) == 8
    growth.refused(at=102.0, others=2)
    steady = [
        Reading(102.0 + n, n * 10 * MB, 10**12, 2, 0.0, 102.0 + n, 0.0)
        for n in range(1, int(SPARED_SECONDS) + 9)
    ]
    wishes = [growth.consider(reading) for reading in steady]
    assert set(wishes[: int(SPARED_SECONDS) - 1]) == {2}
    assert wishes[-1] > 2


def test_the_last_connection_cannot_be_refused_away():
    growth = Growth(8)
    growth.refused(at=0.0, others=0)
    assert growth.consider(Reading(1.0, 0, 1, 1, 0.0, 0.0, 0.0)) == 1


@given(
    st.integers(1, 16),
    st.lists(
        st.tuples(
            st.floats(0.01, 2.0), st.integers(0, 10**9), st.integers(0, 16), st.floats(0, 3.0)
        ),
        max_size=40,
    ),
)
def test_there_is_always_one_connection_and_never_more_than_allowed(most, steps):
    growth, at, received = Growth(most), 0.0, 0
    for passed, brought, open_now, latency in steps:
        at, received = at + passed, received + brought
        reading = Reading(at, received, 10**12, open_now, 0.0, at, latency)
        assert 1 <= growth.consider(reading) <= most


@pytest.mark.parametrize(
    ("tails", "best", "slowest"),
    [
        ([], 1e6, None),
        ([Tail(2_000_000, 1e6)], 1e6, None),
        ([Tail(1_000_000, 1e5), Tail(1_000_000, 2e5)], 1e6, Tail(1_000_000, 1e5)),
        # Short enough to be waited for, however slow.
        ([Tail(1000, 1000)], 1e6, None),
        # Everything is slow here.
        ([Tail(10_000_000, 4e5)], 1e6, None),
        # Nothing came yet: it may never.
        ([Tail(1000, 0.0)], 1e6, Tail(1000, 0.0)),
        ([Tail(0, 0.0)], 1e6, None),
        ([Tail(1000, 0.0)], 0.0, None),
    ],
)
def test_a_tail_is_hedged_where_another_connection_would_be_much_faster(tails, best, slowest):
    assert slowest_tail(tails, best) == slowest


def test_fewer_may_be_allowed_in_the_middle_and_more_again():
    growth = Growth(8)
    line = Line(lambda connections: connections * 10 * MB)
    line.drive(growth, 5)
    assert growth.wanted == 8
    growth.most = 2
    line.drive(growth, 1)
    assert growth.wanted == 2
    growth.most = 16
    line.drive(growth, 10)
    assert growth.wanted == 16
