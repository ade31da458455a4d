"""The bandwidth limit, on a clock that moves only when somebody sleeps."""

from __future__ import annotations

import threading

import pytest

from engine.wire.limiter import Limiter


class SleepingClock:
    """Time passes by sleeping, and a little longer than asked, as on a real machine."""

    def __init__(self, late: float = 0.0) -> None:
        self.now = 100.0
        self.late = late
        self.on_sleep = lambda: None

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds + self.late
        self.on_sleep()


def limiter(rate: int, clock: SleepingClock) -> Limiter:
    return Limiter(rate, clock=clock.read, sleep=clock.sleep)


def never() -> bool:
    return False


@pytest.mark.parametrize("rate", [1_000, 50_000, 1_000_000, 100_000_000])
@pytest.mark.parametrize("late", [0.0, 0.01])
def test_five_seconds_bring_five_times_the_rate(rate, late):
    clock = SleepingClock(late)
    limit = limiter(rate, clock)
    brought = 0
    while clock.now < 105.0:
        limit.take(limit.quantum, never)
        brought += limit.quantum
    assert brought == pytest.approx(5 * rate, rel=0.05, abs=2048)


def test_no_limit_never_sleeps():
    clock = SleepingClock()
    limit = limiter(0, clock)
    limit.take(1 << 40, never)
    assert clock.now == 100.0
    assert limit.quantum == 0


def test_idle_time_is_not_saved_up():
    clock = SleepingClock()
    limit = limiter(1000, clock)
    clock.now += 3600
    began = clock.now
    for _ in range(5):
        limit.take(1000, never)
    assert clock.now - began == pytest.approx(5, rel=0.05)


def test_a_new_rate_is_felt_by_who_waits():
    clock = SleepingClock()
    limit = limiter(1000, clock)
    clock.on_sleep = lambda: limit.set_rate(1_000_000)
    limit.take(100_000, never)
    assert clock.now - 100.0 < 0.2


def test_lifting_the_limit_ends_the_wait_and_forgets_the_debt():
    clock = SleepingClock()
    limit = limiter(1000, clock)
    clock.on_sleep = lambda: limit.set_rate(0)
    limit.take(100_000, never)
    clock.on_sleep = lambda: None
    limit.set_rate(1000)
    before = clock.now
    limit.take(100, never)
    assert clock.now - before == pytest.approx(0.1, abs=0.03)


def test_a_wait_ends_when_told_to_stop():
    clock = SleepingClock()
    limit = limiter(1, clock)
    limit.take(1_000_000, lambda: clock.now > 100.5)
    assert clock.now < 100.6


def test_connections_share_one_limit():
    clock = SleepingClock()
    limit = limiter(10_000, clock)
    lock = threading.Lock()

    def connection() -> None:
        for _ in range(10):
            with lock:
                limit.take(1000, never)

    threads = [threading.Thread(target=connection) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert clock.now - 100.0 == pytest.approx(4.0, rel=0.05)


def test_the_limit_says_what_it_is():
    assert repr(Limiter(1000)) == "<Limiter 1000 bytes/s>"
    assert repr(Limiter()) == "<Limiter off>"
    assert Limiter(1000).rate == 1000
