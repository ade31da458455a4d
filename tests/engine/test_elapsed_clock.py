"""Engine time runs with the timer, but a gap between readings moves it by two seconds at most."""

from __future__ import annotations

import asyncio
import time

import pytest

from engine import elapsed_clock as clock_module
from engine.clock import wall_time
from engine.elapsed_clock import (
    HEARTBEAT,
    LONGEST_BEAT,
    STANDSTILL,
    ElapsedClock,
    sleepless_time,
)

NIGHT = 8 * 3600


class FakeTimer:
    """A QElapsedTimer that shows what it is told."""

    def __init__(self):
        self.seconds = 0.0

    def start(self):
        self.seconds = 0.0

    def nsecsElapsed(self):
        return round(self.seconds * 1e9)


@pytest.fixture
def timer(monkeypatch):
    it = FakeTimer()
    monkeypatch.setattr(clock_module, "QElapsedTimer", lambda: it)
    return it


@pytest.fixture
def clock(timer):
    return ElapsedClock()


def read_at(clock, timer, *readings):
    """Engine time at each of the timer's readings."""
    times = []
    for seconds in readings:
        timer.seconds = seconds
        times.append(clock.now())
    return times


def test_runs_with_the_timer_while_it_is_read_often(clock, timer):
    assert read_at(clock, timer, 0.5, 1.5, 3.5, 3.5) == [0.5, 1.5, 3.5, 3.5]


@pytest.mark.parametrize(
    ("gap", "counted"), [(1.9, 1.9), (2.0, 2.0), (2.1, 2.0), (60, 2.0), (NIGHT, 2.0)]
)
def test_a_gap_between_readings_counts_for_two_seconds_at_most(clock, timer, gap, counted):
    assert read_at(clock, timer, 1.0, 1.0 + gap) == [1.0, pytest.approx(1.0 + counted)]


def test_goes_on_normally_after_a_night_asleep(clock, timer):
    assert read_at(clock, timer, 1, 1 + NIGHT, 2 + NIGHT, 3 + NIGHT) == [1, 3, 4, 5]


def test_two_weeks_of_heartbeats_are_two_weeks(clock, timer):
    hours = 14 * 24
    for beat in range(hours * 3600 // 2):
        timer.seconds = beat * 2.0
        clock.now()
    assert clock.now() == pytest.approx(hours * 3600 - 2)


@pytest.mark.parametrize("moved", [-10 * 365 * 86_400, 14 * 86_400])
def test_a_moved_system_clock_moves_nothing(monkeypatch, clock, timer, moved):
    before = clock.now()
    date = time.time()
    monkeypatch.setattr(time, "time", lambda: date + moved)
    timer.seconds += 1
    assert clock.now() == before + 1
    assert wall_time() == pytest.approx(date + moved)


def test_the_real_timer_runs_at_the_speed_of_time():
    clock = ElapsedClock()
    start, began = clock.now(), time.monotonic()
    time.sleep(0.05)
    assert clock.now() - start == pytest.approx(time.monotonic() - began, abs=0.02)


@pytest.fixture
def naps(monkeypatch, timer):
    """What `asyncio.sleep` was asked for; the timer moves along, a little late as on qasync."""
    taken = []

    async def nap(seconds):
        taken.append(seconds)
        timer.seconds += seconds * 1.05

    monkeypatch.setattr(clock_module.asyncio, "sleep", nap)
    return taken


async def test_sleeps_in_naps_of_a_heartbeat_and_wakes_when_the_time_has_passed(clock, naps):
    await clock.sleep(100)
    assert 100 <= clock.now() <= 100 + HEARTBEAT
    assert max(naps) <= HEARTBEAT


async def test_does_not_oversleep_the_end(clock, naps):
    await clock.sleep(2.5)
    assert clock.now() == pytest.approx(2.5, abs=0.1)


@pytest.mark.parametrize("seconds", [0, -5])
async def test_does_not_sleep_when_there_is_nothing_to_wait_for(clock, naps, seconds):
    await clock.sleep(seconds)
    assert naps == []


async def test_a_night_asleep_does_not_end_a_sleep(clock, timer, naps, monkeypatch):
    beats = 0

    async def nap_through_the_night(seconds):
        nonlocal beats
        beats += 1
        timer.seconds += NIGHT if beats == 1 else seconds

    monkeypatch.setattr(clock_module.asyncio, "sleep", nap_through_the_night)
    await clock.sleep(10)
    assert beats >= 10 - LONGEST_BEAT


# --- who stood still is told so


@pytest.fixture
def told(monkeypatch, clock, timer):
    """What the clock tells; the sleepless one shows what the timer shows, and what was slept."""
    timer.slept = 0.0
    monkeypatch.setattr(clock_module, "sleepless_time", lambda: timer.seconds + timer.slept)
    heard = []
    clock.on_standstill(heard.append)
    return heard


def sleeping(monkeypatch, timer, at_beat, gap, timer_runs):
    """At one of the beats the machine sleeps."""
    beats = iter(range(1000))
    nap = asyncio.sleep

    async def beat(seconds):
        timer.seconds += seconds
        if next(beats) == at_beat:
            timer.seconds += gap if timer_runs else 0.0
            timer.slept += 0.0 if timer_runs else gap
        await nap(0)

    monkeypatch.setattr(clock_module.asyncio, "sleep", beat)
    return nap


@pytest.mark.parametrize("timer_runs", [True, False], ids=["stopped process", "machine asleep"])
async def test_a_standstill_is_told_once_however_many_sleep(
    clock, timer, told, monkeypatch, timer_runs
):
    nap = sleeping(monkeypatch, timer, at_beat=4, gap=NIGHT, timer_runs=timer_runs)
    await asyncio.gather(clock.sleep(20), clock.sleep(30))
    await nap(0)
    assert told == [pytest.approx(NIGHT, abs=2)]


async def test_a_busy_moment_is_no_standstill(clock, timer, told, monkeypatch):
    nap = sleeping(monkeypatch, timer, at_beat=2, gap=STANDSTILL - HEARTBEAT - 0.1, timer_runs=True)
    await clock.sleep(10)
    await nap(0)
    assert told == []


async def test_time_in_which_nobody_slept_is_no_standstill(clock, timer, told, monkeypatch):
    nap = sleeping(monkeypatch, timer, at_beat=-1, gap=0, timer_runs=True)
    await clock.sleep(1)
    timer.seconds += NIGHT
    await clock.sleep(1)
    await nap(0)
    assert told == []


def test_the_sleepless_clock_runs_at_the_speed_of_time():
    before, began = sleepless_time(), time.monotonic()
    time.sleep(0.05)
    assert sleepless_time() - before == pytest.approx(time.monotonic() - began, abs=0.02)
