"""Removed jobs are out of sight at once, and gone ten seconds later unless somebody calls."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtTest import QSignalSpy

from engine import JobState
from fake_engine import FakeEngine, active, done, failed, make_job, paused, retrying
from gui.removal import SECONDS, Removals

ENDED = JobState.ACKNOWLEDGED


class Hands:
    """A person with a stopwatch: what is in sight, and how late it is."""

    def __init__(self, bridge):
        self.time = 100.0
        self.bridge = bridge
        self.removals = Removals(bridge, lambda: self.time)
        self.sight = {}
        self.removals.left.connect(self._lose)
        self.removals.returned.connect(self._see)
        bridge.jobsChanged.connect(self._follow)
        bridge.start()

    def _follow(self, changed, gone):
        self._see(self.removals.in_sight(changed, gone))
        self._lose(gone)

    def _see(self, jobs):
        self.sight |= {job.id: job for job in jobs}

    def _lose(self, ids):
        for job_id in ids:
            self.sight.pop(job_id, None)

    @property
    def names(self):
        return [job.name for job in sorted(self.sight.values(), key=lambda job: job.position)]

    def remove(self, *names, with_files=False):
        self.removals.remove([job for job in self.sight.values() if job.name in names], with_files)

    def wait(self, seconds):
        self.time += seconds
        self.removals.look()

    def news(self):
        self.bridge.look_again([])


@pytest.fixture
def engine():
    return FakeEngine(active("a"), retrying("r"), paused("p"), done("d"), make_job("q"))


@pytest.fixture
def hands(bridge):
    hands = Hands(bridge)
    yield hands
    bridge.stop()


def state(engine, name):
    return next(job.state for job in engine.jobs() if job.name == name)


def left_in(engine):
    return [job.name for job in engine.jobs()]


async def settled(holds):
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.001)


async def test_is_out_of_sight_at_once_and_gone_when_the_time_is_over(hands, engine):
    hands.remove("a", "d")
    assert hands.names == ["r", "p", "q"]
    hands.wait(SECONDS - 0.1)
    await asyncio.sleep(0)
    assert left_in(engine) == ["a", "r", "p", "d", "q"]
    hands.wait(0.2)
    await settled(lambda: left_in(engine) == ["r", "p", "q"])
    hands.news()
    assert hands.names == ["r", "p", "q"]
    assert hands.removals.latest is None


def test_what_runs_or_would_run_stops_and_goes_on_when_it_is_undone(hands, engine):
    hands.remove("a", "q", "p", "d")
    assert [state(engine, name) for name in "aqp"] == [JobState.SUSPENDED] * 3
    hands.news()
    assert hands.names == ["r"]
    hands.removals.undo()
    assert hands.names == ["a", "r", "p", "d", "q"]
    assert [state(engine, name) for name in "aqp"] == [
        *(JobState.QUEUED, JobState.QUEUED, JobState.SUSPENDED)
    ]
    assert state(engine, "d") is ENDED


def test_a_job_that_waits_to_retry_keeps_its_clock_and_is_stopped_when_it_begins(hands, engine):
    before = next(job for job in engine.jobs() if job.name == "r")
    hands.remove("r")
    hands.news()
    assert next(job for job in engine.jobs() if job.name == "r") == before
    engine.put(active("r", id=before.id, position=before.position))
    hands.news()
    assert state(engine, "r") is JobState.SUSPENDED
    assert "r" not in hands.names
    hands.removals.undo()
    assert state(engine, "r") is JobState.QUEUED


async def test_each_removal_has_its_own_time_and_the_last_is_undone_first(hands, engine):
    hands.remove("a")
    hands.wait(6)
    hands.remove("d", "p")
    assert [job.name for job in hands.removals.latest.jobs.values()] == ["p", "d"]
    hands.removals.undo()
    assert hands.names == ["r", "p", "d", "q"]
    assert hands.removals.latest.left == pytest.approx(4)
    hands.wait(4.1)
    await settled(lambda: "a" not in left_in(engine))
    hands.removals.undo()
    assert "a" not in hands.names


async def test_no_time_passes_while_somebody_is_about_to_decide(hands, engine):
    hands.remove("d")
    hands.wait(4)
    hands.removals.pause(True)
    hands.wait(100)
    assert hands.removals.latest.left == pytest.approx(SECONDS - 4)
    hands.removals.pause(False)
    hands.wait(SECONDS - 4.1)
    assert hands.removals.latest is not None
    hands.wait(0.2)
    await settled(lambda: "d" not in left_in(engine))


async def test_the_timer_needs_nobody_to_look(engine, bridge):
    removals = Removals(bridge)
    job = engine.jobs()[3]
    removals.remove([job], False)
    removals.latest.left = 0.02
    removals.pause(False)
    await settled(lambda: "d" not in left_in(engine))


async def test_leaving_carries_everything_out(hands, engine):
    hands.remove("a")
    hands.remove("d", with_files=True)
    hands.removals.carry_out()
    await settled(lambda: left_in(engine) == ["r", "p", "q"])
    told = [(command[0], command[2]) for command in engine.commands]
    assert told == [("remove", False), ("remove", True)]


async def test_jobs_that_the_engine_would_not_remove_come_back(hands, engine):
    job = next(job for job in engine.jobs() if job.name == "d")
    engine.stuck_files[job.id] = "The trash is full."
    refused = QSignalSpy(hands.bridge.refused)
    hands.remove("d", with_files=True)
    hands.wait(SECONDS)
    await settled(lambda: refused.count())
    assert "d" in hands.names
    hands.remove("d")
    assert "d" not in hands.names


def test_what_somebody_else_removes_cannot_be_undone(hands, engine):
    told = QSignalSpy(hands.removals.changed)
    job = next(job for job in engine.jobs() if job.name == "d")
    hands.remove("d")
    del engine._jobs[job.id]
    engine._modified(job.id)
    hands.news()
    assert hands.removals.latest is None
    assert told.count() == 2
    hands.removals.undo()
    assert "d" not in hands.names


def test_removing_what_is_away_already_changes_nothing(hands, engine):
    job = engine.jobs()[3]
    hands.remove("d")
    hands.removals.remove([job], True)
    assert not hands.removals.latest.with_files


def test_a_job_that_gave_up_stays_as_it_was(hands, engine):
    job = failed("f")
    engine.put(job)
    hands.news()
    hands.remove("f")
    hands.removals.undo()
    assert engine.job(job.id) == job
