"""Watches the clocks of jobs: which is due, which has run out, which hold may have been lifted."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Iterable
from typing import Protocol

from engine.clock import Clock
from engine.holds import POLL_SECONDS
from engine.job import Job
from engine.states import JobState
from engine.tasks import sleep_or_change

# A crash may cost this share of a window's elapsed time, within these bounds (seconds).
SAVED_SHARE = 0.01
SAVE_AT_MOST_EVERY = 2.0
SAVE_AT_LEAST_EVERY = 60.0


class Desk(Protocol):
    """Whom the timekeeper tells."""

    def retry_due(self, job: Job) -> None:
        """The job has waited long enough; it goes on waiting if its host lets nobody in."""

    def run_out(self, job: Job) -> None:
        """The job has gone without progress for the whole timeout, and no try is left."""

    def download_time_over(self, job: Job) -> None:
        """The job has run as long as it may."""

    def look_at_hold(self, job: Job) -> None:
        """It is time to see whether what holds the job is still there."""

    def save_clocks(self, jobs: Iterable[Job]) -> None:
        """Elapsed time has grown."""


class Timekeeper:
    """One task for all deadlines; sleeps until the next, and for ever when nothing waits.

    A deadline that comes nearer is told by `watch`; one that has moved away is found out when the
    old one is due. So a change costs no look at all the other jobs.
    """

    def __init__(self, clock: Clock, desk: Desk) -> None:
        self._clock = clock
        self._desk = desk
        self._watched: dict[str, Job] = {}
        self._held: dict[str, Job] = {}
        self._measured: dict[str, Job] = {}
        self._deadlines: list[tuple[float, int, str]] = []
        self._earliest: dict[str, float] = {}
        self._order = itertools.count()
        self._changed = asyncio.Event()
        self._hold_poll_at = 0.0
        self._save_at = 0.0

    def __repr__(self) -> str:
        return f"<Timekeeper of {len(self._watched)} jobs>"

    def watch(self, job: Job) -> None:
        """Something about the job changed: keep it in sight as long as any clock of it runs."""
        runs_out = job.download_time_left is not None
        is_watched = job.window.is_open or job.state is JobState.TRANSIENT_ERROR or runs_out
        _keep(self._watched, job, is_so=is_watched)
        if job.is_held and not self._held:
            self._hold_poll_at = self._clock.now() + POLL_SECONDS
        _keep(self._held, job, is_so=job.is_held)
        _keep(self._measured, job, is_so=job.window.is_running or runs_out)
        if is_watched:
            self._expect(job, job.next_deadline)
        self._changed.set()

    def forget(self, job: Job) -> None:
        """The job is gone."""
        for jobs in (self._watched, self._held, self._measured):
            jobs.pop(job.id, None)

    async def run(self) -> None:
        """Never returns; cancel it."""
        while True:
            await sleep_or_change(self._clock, self._until_next_look(), self._changed)
            self._look()

    def _expect(self, job: Job, deadline: float | None) -> None:
        if deadline is not None and deadline < self._earliest.get(job.id, float("inf")):
            self._earliest[job.id] = deadline
            heapq.heappush(self._deadlines, (deadline, next(self._order), job.id))

    def _until_next_look(self) -> float | None:
        """Seconds until something falls due."""
        looks = [self._deadlines[0][0]] if self._deadlines else []
        if self._held:
            looks.append(self._hold_poll_at)
        if self._measured:
            looks.append(self._save_at)
        return min(looks) - self._clock.now() if looks else None

    def _look(self) -> None:
        now = self._clock.now()
        # Of those that are due together the best goes first: its host may let in only one.
        for job in sorted(self._take_due(now), key=lambda job: (job.priority, job.position)):
            self._look_at(job)
        self._poll_holds(now)
        self._save(now)

    def _take_due(self, now: float) -> list[Job]:
        due = {}
        while self._deadlines and self._deadlines[0][0] <= now:
            deadline, _, job_id = heapq.heappop(self._deadlines)
            if self._earliest.get(job_id) == deadline:
                del self._earliest[job_id]
            if job_id in self._watched:
                due[job_id] = self._watched[job_id]
        return list(due.values())

    def _look_at(self, job: Job) -> None:
        if job.download_time_left == 0:
            self._desk.download_time_over(job)
            return
        may_knock = not (job.is_parked or job.pause.is_closed)
        # The last try comes before giving up.
        if job.is_due and (may_knock or job.has_run_out):
            self._desk.retry_due(job)
        if job.has_run_out:
            self._desk.run_out(job)
        else:
            self._expect(job, job.next_deadline)

    def _poll_holds(self, now: float) -> None:
        if not self._held or now < self._hold_poll_at:
            return
        self._hold_poll_at = now + POLL_SECONDS
        for job in list(self._held.values()):
            self._desk.look_at_hold(job)

    def _save(self, now: float) -> None:
        if not self._measured or now < self._save_at:
            return
        self._desk.save_clocks(self._measured.values())
        shortest = min(job.window.elapsed for job in self._measured.values())
        pause = min(max(shortest * SAVED_SHARE, SAVE_AT_MOST_EVERY), SAVE_AT_LEAST_EVERY)
        self._save_at = now + pause


def _keep(jobs: dict[str, Job], job: Job, *, is_so: bool) -> None:
    if is_so:
        jobs[job.id] = job
    else:
        jobs.pop(job.id, None)
