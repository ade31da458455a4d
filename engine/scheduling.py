"""Who may run now: a pure decision over all jobs, made anew whenever something changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.job import Job, Priority
from engine.states import JobState


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs to stop (pre-empted by better ones) and the jobs to give a slot."""

    stop: tuple[Job, ...]
    start: tuple[Job, ...]


def is_in_line(job: Job) -> bool:
    """Whether the job has a slot or wants one."""
    return job.state is JobState.QUEUED or job.state.is_running


def plan(jobs: Iterable[Job], max_active_jobs: int) -> Plan:
    """Foreground jobs always run; others by priority, then by arrival, while slots last.

    A job that runs is not stopped for an equal one. A job that waits to retry holds no slot.
    """
    candidates = [job for job in jobs if is_in_line(job)]
    background = [job for job in candidates if job.priority is not Priority.FOREGROUND]
    background.sort(key=lambda job: (job.priority, not job.state.is_running, job.position))
    chosen = {job.id for job in background[:max_active_jobs]}
    chosen |= {job.id for job in candidates if job.priority is Priority.FOREGROUND}
    return Plan(
        stop=tuple(job for job in candidates if job.state.is_running and job.id not in chosen),
        start=tuple(job for job in candidates if not job.state.is_running and job.id in chosen),
    )
