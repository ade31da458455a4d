"""Who waits at the door of a host, and who is let in."""

from __future__ import annotations

from engine.doorkeeper import Doorkeeper
from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import Priority
from engine.states import JobState
from fakes import FakeClock
from jobs import make_job

DEAD = JobError(ErrorKind.CONNECTION_REFUSED, ErrorContext.GENERAL_TRANSPORT)


async def test_the_best_of_those_that_wait_at_the_door_goes_first():
    clock = FakeClock()
    went = []
    keeper = Doorkeeper(clock, went.append, lambda job: None)
    knocking = make_job(JobState.QUEUED, clock, id="knocks", position=0)
    keeper.lead(knocking)
    knocking.pause.failed(DEAD)
    await clock.advance(5)
    assert keeper.admit(knocking)
    low = make_job(JobState.TRANSIENT_ERROR, clock, id="low", position=1, priority=Priority.LOW)
    high = make_job(JobState.TRANSIENT_ERROR, clock, id="high", position=2, priority=Priority.HIGH)
    keeper.ask(low)
    keeper.ask(high)
    assert went == []
    keeper.leave(knocking)
    assert [job.id for job in went] == ["high"]
