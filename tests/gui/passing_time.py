"""What passing time makes of a job that nobody touches."""

from __future__ import annotations

from dataclasses import replace

from engine import JobSnapshot, JobState


def later(job: JobSnapshot, seconds: float) -> JobSnapshot:
    """The job after so many seconds."""
    if job.state is JobState.TRANSFERRING:
        present = job.bytes_present + int(job.rate * seconds)
        if job.size is not None:
            present = min(present, job.size)
        left = None if job.time_left is None else max(0.0, job.time_left - seconds)
        return replace(job, bytes_present=present, time_left=left)
    if job.state is JobState.TRANSIENT_ERROR and not job.is_held:
        return replace(
            job,
            retry_in=_less(job.retry_in, seconds),
            gives_up_in=_less(job.gives_up_in, seconds),
        )
    return job


def _less(value: float | None, seconds: float) -> float | None:
    return None if value is None else max(0.0, value - seconds)
