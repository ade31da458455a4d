"""Jobs and errors for the tests of the engine's values and rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import Job, JobFile, JobTimes
from engine.retry import RetryPolicy
from engine.states import JobEvent, JobState
from fakes import FakeClock

FOLDER = Path("/downloads")
URL = "http://files.example.org/name.iso"

# The shortest way to every state.
ROADS: dict[JobState, tuple[JobEvent, ...]] = {
    JobState.SUSPENDED: (),
    JobState.QUEUED: (JobEvent.RESUME,),
    JobState.CONNECTING: (JobEvent.RESUME, JobEvent.SLOT_GRANTED),
    JobState.TRANSFERRING: (JobEvent.RESUME, JobEvent.SLOT_GRANTED, JobEvent.CONNECTED),
    JobState.TRANSIENT_ERROR: (JobEvent.RESUME, JobEvent.TRANSIENT_FAILURE),
    JobState.ERROR: (JobEvent.RESUME, JobEvent.FATAL_FAILURE),
    JobState.TRANSFERRED: (
        JobEvent.RESUME,
        JobEvent.SLOT_GRANTED,
        JobEvent.CONNECTED,
        JobEvent.ALL_FILES_FINISHED,
    ),
    JobState.ACKNOWLEDGED: (JobEvent.COMPLETE,),
    JobState.CANCELLED: (JobEvent.CANCEL,),
}


def error(kind: ErrorKind = ErrorKind.SERVER_BUSY, **facts: Any) -> JobError:
    """A transient error unless told otherwise."""
    return JobError(kind, ErrorContext.REMOTE_FILE, **facts)


def make_job(
    state: JobState = JobState.SUSPENDED, clock: FakeClock | None = None, **facts: Any
) -> Job:
    """A job of one file that went the shortest way to `state`."""
    policy = RetryPolicy(facts.pop("timeout", 3600.0), facts.pop("delay", 5.0))
    job = Job(
        id=facts.pop("id", "job-1"),
        name=facts.pop("name", "name.iso"),
        folder=FOLDER,
        files=facts.pop("files", None) or [JobFile(1, URL)],
        times=JobTimes(created=1_000_000.0, modified=1_000_000.0),
        clock=clock or FakeClock(),
        policy=policy,
        **facts,
    )
    for event in ROADS[state]:
        job.apply(event)
    return job
