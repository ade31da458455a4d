"""Another limit while connections wait: felt at once, and no way to more than was allowed."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from limited import BUFFER, Connection, limiter, never, together
from lockstep import Lockstep

# Live.


def at(clock: Lockstep, moment: float, act: Callable[[], None]) -> Callable[[], None]:
    def body() -> None:
        clock.sleep(moment - clock.now)
        act()

    return body


@pytest.mark.parametrize("where", ["own", "above"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (1_000_000, 50_000),
        (50_000, 1_000_000),
        (500_000_000, 50_000),
        (50_000, 500_000_000),
        (1_000_000, 900_000),
    ],
)
def test_another_rate_holds_from_its_first_second(where, before, after):
    clock = Lockstep()
    above = limiter(clock, before if where == "above" else 0)
    own = limiter(clock, before if where == "own" else 0, above)
    changed = own if where == "own" else above
    connections = [Connection(clock, own, seconds=9) for _ in range(4)]
    clock.run(*connections, at(clock, 102.0, lambda: changed.set_rate(after)))
    assert together(connections, 100, 102) == pytest.approx(2 * before, rel=0.08)
    for since in (102.1, 103, 104):
        assert together(connections, since, since + 5) == pytest.approx(5 * after, rel=0.05)


def test_a_limit_from_the_middle_on_and_lifted_again():
    clock = Lockstep()
    limit = limiter(clock, 0)
    connection = Connection(clock, limit, seconds=4, pause=0.001)
    clock.run(
        connection,
        at(clock, 101, lambda: limit.set_rate(1_000_000)),
        at(clock, 103, lambda: limit.set_rate(0)),
    )
    assert connection.brought(100, 101) > 900 * BUFFER
    # What was received before the limit came is none of its business.
    assert connection.brought(101.1, 103) == pytest.approx(1_900_000, rel=0.05)
    assert connection.brought(103.1, 104) > 800 * BUFFER


def test_who_waits_for_long_feels_a_higher_rate_at_once():
    clock = Lockstep()
    limit = limiter(clock, 1000)
    clock.run(lambda: limit.take(100_000, never), at(clock, 101, lambda: limit.set_rate(1_000_000)))
    assert clock.now - 101 < 0.2


def test_what_is_half_paid_when_the_rate_rises_takes_the_rest_of_it_at_the_new_rate():
    clock = Lockstep()
    limit = limiter(clock, 1000)
    clock.run(lambda: limit.take(1000, never), at(clock, 100.5, lambda: limit.set_rate(2000)))
    assert clock.now - 100 == pytest.approx(0.75, abs=0.01)


def test_who_waited_when_the_limit_was_lifted_is_free_even_if_it_comes_back():
    clock = Lockstep()
    limit = limiter(clock, 1000)
    free_at = []

    def waiting() -> None:
        limit.take(100_000, never)
        free_at.append(clock.now)

    def lift_and_limit() -> None:
        limit.set_rate(0)
        limit.set_rate(1000)
        limit.take(10_000, never)

    clock.run(waiting, at(clock, 101, lift_and_limit))
    assert free_at[0] - 101 < 0.1


def test_who_waits_for_long_is_free_when_the_limit_is_lifted_and_the_debt_is_forgotten():
    clock = Lockstep()
    limit = limiter(clock, 1000)
    clock.run(lambda: limit.take(100_000, never), at(clock, 101, lambda: limit.set_rate(0)))
    assert clock.now - 101 < 0.1
    limit.set_rate(1000)
    before = clock.now
    clock.run(lambda: limit.take(100, never))
    assert clock.now - before < 0.2


def test_nobody_waits_at_a_lower_rate_for_what_came_at_a_higher_one():
    clock = Lockstep()
    limit = limiter(clock, 500_000_000)

    def one_in_the_queue_and_one_on_the_way() -> None:
        limit.take(BUFFER, never)
        clock.sleep(0.5)
        limit.take(BUFFER, never)

    clock.run(one_in_the_queue_and_one_on_the_way, at(clock, 100.4, lambda: limit.set_rate(50_000)))
    assert clock.now - 100.5 < 0.1


def test_those_who_wait_when_the_rate_falls_do_not_wait_much_longer():
    clock = Lockstep()
    limit = limiter(clock, 500_000_000)
    queue = [lambda: limit.take(BUFFER, never)] * 4
    clock.run(*queue, at(clock, 100.001, lambda: limit.set_rate(50_000)))
    assert clock.now - 100 < 0.2


def test_a_rate_that_stays_the_same_forgives_nothing():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)

    def connection() -> None:
        for _ in range(10):
            limit.take(200_000, never)
            limit.set_rate(1_000_000)

    clock.run(connection)
    assert clock.now - 100 == pytest.approx(2, rel=0.05)


def test_a_rate_that_is_dragged_up_and_down_is_kept():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)
    connections = [Connection(clock, limit, seconds=4) for _ in range(4)]
    rates = itertools.cycle([1_100_000, 900_000])

    def drag() -> None:
        while clock.now < 104:
            limit.set_rate(next(rates))
            clock.sleep(0.05)

    clock.run(*connections, drag)
    assert together(connections) == pytest.approx(4_000_000, rel=0.08)


@settings(max_examples=60, deadline=None)
@given(
    phases=st.lists(
        st.tuples(
            st.integers(20_000, 500_000_000),
            st.one_of(st.just(0), st.integers(20_000, 500_000_000)),
            st.floats(2.0, 4.0),
        ),
        min_size=1,
        max_size=5,
    ),
    seed=st.one_of(st.none(), st.integers(0, 1000)),
)
def test_through_any_changes_each_phase_brings_what_its_limits_allow(phases, seed):
    clock = Lockstep(seed)
    above = limiter(clock, 0)
    own = limiter(clock, 1, above)
    connections: list[Connection] = []
    moments: list[tuple[float, float, int]] = []

    def change() -> None:
        for rate, rate_above, seconds in phases:
            own.set_rate(rate)
            above.set_rate(rate_above)
            began = clock.now
            clock.sleep(seconds)
            moments.append((began, clock.now, min(rate, rate_above or rate)))

    def begin() -> None:
        connections.append(Connection(clock, own, seconds=sum(phase[2] for phase in phases) + 1))
        connections[0]()

    clock.run(change, begin)
    for began, ended, rate in moments:
        allowed = (ended - began) * rate
        # What is booked and not yet paid at either end, a late sleep that is made up for, and what
        # was on its way in at a change.
        slack = 0.25 * rate + 1024
        assert abs(connections[0].brought(began + 0.1, ended) - allowed + 0.1 * rate) < slack
