"""The bandwidth limit: exact, fair and live, on a clock that moves only when all sleep."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.wire.limiter import Limiter
from limited import Connection, limiter, never, together
from lockstep import Lockstep


@pytest.mark.parametrize("rate", [50_000, 1_000_000, 500_000_000])
@pytest.mark.parametrize("number", [1, 4, 16])
@pytest.mark.parametrize("seed", [None, 1])
def test_any_five_seconds_bring_five_times_the_rate(rate, number, seed):
    clock = Lockstep(seed)
    limit = limiter(clock, rate)
    connections = [Connection(clock, limit, seconds=8) for _ in range(number)]
    clock.run(*connections)
    for tenth in range(30):
        since = 100 + tenth / 10
        brought = together(connections, since, since + 5)
        assert brought == pytest.approx(5 * rate, rel=0.05), f"from {since}"


def test_a_connection_that_brings_tls_records_keeps_the_rate():
    clock = Lockstep(seed=2)
    connection = Connection(clock, limiter(clock, 100_000_000), seconds=5, chunk=1 << 14)
    clock.run(connection)
    assert connection.brought() == pytest.approx(500_000_000, rel=0.02)


def test_a_late_sleep_is_made_up_for():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)

    def body() -> None:
        limit.take(100_000, never)
        clock.sleep(0.1)
        limit.take(100_000, never)

    clock.run(body)
    assert clock.now - 100 == pytest.approx(0.2, abs=0.002)


def test_idle_time_is_not_saved_up():
    clock = Lockstep()
    limit = limiter(clock, 1000)
    clock.now += 3600
    connection = Connection(clock, limit, seconds=5)
    clock.run(connection)
    assert connection.brought() <= 5 * 1000 + 256


def test_the_first_moments_bring_no_more_than_others():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)
    clock.now += 0.1
    connection = Connection(clock, limit, seconds=0.5)
    clock.run(connection)
    assert connection.brought() <= 550_000


def test_a_connection_that_is_opened_again_and_again_earns_nothing():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)
    brought, seconds = 0, 0.0
    for _ in range(20):
        clock.now += 1
        began = clock.now
        connection = Connection(clock, limit, seconds=0.5)
        clock.run(connection)
        brought += connection.brought()
        seconds += clock.now - began
    assert brought == pytest.approx(seconds * 1_000_000, rel=0.02)


def test_what_a_stopped_connection_brought_is_paid_by_the_next():
    clock = Lockstep()
    limit = limiter(clock, 1000)
    clock.run(lambda: limit.take(2000, lambda: True))
    assert clock.now == 100
    connection = Connection(clock, limit, seconds=5)
    clock.run(connection)
    assert connection.brought() == pytest.approx(3000, rel=0.1)


# Fair.


@pytest.mark.parametrize("seed", [None, 3])
@pytest.mark.parametrize("rate", [50_000, 5_000_000, 500_000_000])
def test_connections_get_equal_shares(rate, seed):
    clock = Lockstep(seed)
    limit = limiter(clock, rate)
    connections = [Connection(clock, limit, seconds=5) for _ in range(8)]
    clock.run(*connections)
    for connection in connections:
        assert connection.brought() == pytest.approx(together(connections) / 8, rel=0.1)


@pytest.mark.parametrize("seed", [None, 4])
def test_who_takes_little_at_a_time_gets_as_much_as_who_takes_much(seed):
    clock = Lockstep(seed)
    limit = limiter(clock, 10_000_000)
    small = Connection(clock, limit, seconds=5, chunk=2_000)
    large = Connection(clock, limit, seconds=5)
    clock.run(small, large)
    assert small.brought() == pytest.approx(large.brought(), rel=0.1)


def test_who_was_late_catches_up():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)
    # Away for 10 ms after each take, as a thread that gets no processor.
    late = Connection(clock, limit, seconds=5, pause=0.01)
    others = [Connection(clock, limit, seconds=5) for _ in range(3)]
    clock.run(late, *others)
    assert late.brought() == pytest.approx(together([late, *others]) / 4, rel=0.1)


def test_a_share_that_is_not_used_goes_to_the_others():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)
    slow = Connection(clock, limit, seconds=5, chunk=1000, pause=0.01)
    fast = Connection(clock, limit, seconds=5)
    clock.run(slow, fast)
    assert slow.brought() == pytest.approx(500_000, rel=0.1)
    assert fast.brought() + slow.brought() == pytest.approx(5_000_000, rel=0.05)

    crawling = Connection(clock, limit, seconds=5, chunk=1000, pause=0.1)
    fast = Connection(clock, limit, seconds=5)
    clock.run(crawling, fast)
    assert crawling.brought() == pytest.approx(50_000, rel=0.1)
    assert fast.brought() == pytest.approx(4_950_000, rel=0.05)


def test_two_jobs_share_by_connection():
    clock = Lockstep(seed=5)
    over_all = limiter(clock, 9_000_000)
    one, other = limiter(clock, 0, over_all), limiter(clock, 50_000_000, over_all)
    alone = Connection(clock, one, seconds=5)
    eight = [Connection(clock, other, seconds=5) for _ in range(8)]
    clock.run(alone, *eight)
    for connection in (alone, *eight):
        assert connection.brought() == pytest.approx(5_000_000, rel=0.1)


def test_a_newcomer_gets_its_share_and_nothing_for_the_time_before():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)
    first = Connection(clock, limit, seconds=6)
    second = Connection(clock, limit, seconds=6)

    def come_later() -> None:
        clock.sleep(4)
        second()

    clock.run(first, come_later)
    assert second.brought(104, 106) == pytest.approx(1_000_000, rel=0.1)
    assert first.brought(104, 106) == pytest.approx(1_000_000, rel=0.1)


@settings(max_examples=15, deadline=None)
@given(
    chunks=st.lists(st.integers(2_000, 40_000), min_size=2, max_size=6),
    rate=st.integers(500_000, 4_000_000),
    seed=st.integers(0, 1000),
)
def test_whatever_connections_take_at_a_time_their_shares_are_equal(chunks, rate, seed):
    clock = Lockstep(seed)
    limit = limiter(clock, rate)
    # Long enough for each to have thirty chunks.
    seconds = max(3.0, 30 * max(chunks) * len(chunks) / rate)
    connections = [Connection(clock, limit, seconds=seconds, chunk=chunk) for chunk in chunks]
    clock.run(*connections)
    share = together(connections) / len(chunks)
    assert share * len(chunks) == pytest.approx(rate * seconds, rel=0.05)
    for connection in connections:
        assert connection.brought() == pytest.approx(share, rel=0.1)


# Limits above limits.


@pytest.mark.parametrize(("own", "above"), [(200_000, 1_000_000), (1_000_000, 200_000)])
def test_the_stricter_of_two_limits_decides(own, above):
    clock = Lockstep()
    limit = limiter(clock, own, limiter(clock, above))
    assert limit.quantum == 10_000
    connections = [Connection(clock, limit, seconds=5) for _ in range(4)]
    clock.run(*connections)
    assert together(connections) == pytest.approx(1_000_000, rel=0.05)


def test_what_a_job_may_not_bring_is_left_to_the_other_jobs():
    clock = Lockstep(seed=6)
    over_all = limiter(clock, 1_000_000)
    strict, free = limiter(clock, 100_000, over_all), limiter(clock, 0, over_all)
    held = [Connection(clock, strict, seconds=5) for _ in range(4)]
    other = Connection(clock, free, seconds=5)
    clock.run(*held, other)
    assert together(held) == pytest.approx(500_000, rel=0.05)
    assert other.brought() == pytest.approx(4_500_000, rel=0.05)


def test_the_more_connections_wait_the_less_each_may_receive_at_once():
    clock = Lockstep()
    limit = limiter(clock, 1_000_000)
    quanta = []

    def connection() -> None:
        quanta.append(limit.quantum)
        limit.take(10_000, never)

    clock.run(connection, connection, connection)
    assert quanta == [50_000, 25_000, 16_666]
    assert limiter(clock, 10).quantum == 256


def test_no_limit_never_waits():
    clock = Lockstep()
    for limit in (limiter(clock, 0), limiter(clock, 0, limiter(clock, 0))):
        limit.take(1 << 40, never)
        assert limit.quantum == 0
    assert clock.now == 100


# Stopped.


def test_a_wait_ends_when_told_to_stop():
    clock = Lockstep()
    limit = limiter(clock, 1)
    clock.run(lambda: limit.take(1_000_000, lambda: clock.now > 100.5))
    assert 0.5 < clock.now - 100 < 0.6


# On the real clock.


def test_real_threads_bring_what_the_limit_allows():
    limit = Limiter(2_000_000)
    began = time.monotonic()
    until = began + 1.0
    brought = [0] * 4

    def connection(number: int) -> None:
        while time.monotonic() < until:
            count = limit.quantum
            brought[number] += count
            limit.take(count, never)

    threads = [threading.Thread(target=connection, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # All is paid now, so that a busy machine makes it less and never more.
    seconds = time.monotonic() - began
    assert 0.25 * 2_000_000 * seconds < sum(brought) < 1.05 * 2_000_000 * seconds


def test_a_thread_that_would_wait_for_a_day_goes_on_when_the_limit_is_lifted():
    over_all = Limiter(1)
    limit = Limiter(parent=over_all)
    waiting = threading.Thread(target=limit.take, args=(100_000, never), daemon=True)
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive()
    over_all.set_rate(0)
    waiting.join(20)
    assert not waiting.is_alive()


def test_the_limit_says_what_it_is():
    assert repr(Limiter(1000)) == "<Limiter 1000 bytes/s>"
    assert repr(Limiter()) == "<Limiter off>"
    assert Limiter(1000, parent=Limiter(10)).rate == 1000
