"""All deadlines in one place: who is told first."""

from __future__ import annotations

import asyncio

from engine.job import Priority
from engine.states import JobEvent, JobState
from engine.timekeeper import Timekeeper
from fakes import FakeClock
from jobs import error, make_job


class Desk:
    """Lets every job go whose wait is over, and notes their order."""

    def __init__(self) -> None:
        self.went: list[str] = []
        self.keeper: Timekeeper

    def retry_due(self, job) -> None:
        self.went.append(job.id)
        job.apply(JobEvent.RETRY_DUE)
        self.keeper.watch(job)

    def save_clocks(self, jobs) -> None:
        pass


async def test_of_those_that_are_due_together_the_best_goes_first():
    clock = FakeClock()
    desk = Desk()
    desk.keeper = Timekeeper(clock, desk)
    for number, priority in enumerate([Priority.LOW, Priority.NORMAL, Priority.HIGH]):
        job = make_job(
            JobState.CONNECTING, clock, id=priority.name, position=number, priority=priority
        )
        job.fail(error(), 0.0)
        desk.keeper.watch(job)
    task = asyncio.create_task(desk.keeper.run())
    await clock.advance(6)
    task.cancel()
    assert desk.went == ["HIGH", "NORMAL", "LOW"]
