"""Watches the jobs that wait: which is due, which has run out, which hold may have been lifted."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from engine.clock import Clock
from engine.holds import POLL_SECONDS
from engine.job import Job
from engine.states import JobState

# A crash may cost this share of a window's elapsed time, within these bounds (seconds).
SAVED_SHARE = 0.01
SAVE_AT_MOST_EVERY = 2.0
SAVE_AT_LEAST_EVERY = 60.0


class Desk(Protocol):
    """Whom the timekeeper tells."""

    def retry_due(self, job: Job) -> None:
        """The job has waited long enough."""

    def run_out(self, job: Job) -> None:
        """The job has gone without progress for the whole timeout, and no try is left."""

    def look_at_hold(self, job: Job) -> None:
        """It is time to see whether what holds the job is still there."""

    def save_windows(self, jobs: Sequence[Job]) -> None:
        """Elapsed time has grown."""


class Timekeeper:
    """One task for all deadlines; sleeps until the next, and for ever when nothing waits."""

    def __init__(self, clock: Clock, desk: Desk) -> None:
        self._clock = clock
        self._desk = desk
        self._watched: dict[str, Job] = {}
        self._changed = asyncio.Event()
        self._hold_poll_at = 0.0
        self._save_at = 0.0

    def __repr__(self) -> str:
        return f"<Timekeeper of {len(self._watched)} jobs>"

    def watch(self, job: Job) -> None:
        """Something about the job changed: keep it in sight as long as any clock of it runs."""
        if job.window.is_open or job.state is JobState.TRANSIENT_ERROR:
            self._watched[job.id] = job
        else:
            self._watched.pop(job.id, None)
        self._changed.set()

    def forget(self, job: Job) -> None:
        """The job is gone."""
        self._watched.pop(job.id, None)

    async def run(self) -> None:
        """Never returns; cancel it."""
        while True:
            await self._sleep_or_change(self._next_look())
            self._look()

    def _next_look(self) -> float | None:
        """Engine time at which something falls due."""
        jobs = self._watched.values()
        deadlines = [job.next_deadline for job in jobs]
        if any(job.is_held for job in jobs):
            deadlines.append(self._hold_poll_at)
        if any(job.window.is_running for job in jobs):
            deadlines.append(self._save_at)
        return min((deadline for deadline in deadlines if deadline is not None), default=None)

    async def _sleep_or_change(self, until: float | None) -> None:
        changed = asyncio.create_task(self._changed.wait())
        waits: set[asyncio.Task[object]] = {changed}
        if until is not None:
            waits.add(asyncio.create_task(self._clock.sleep(until - self._clock.now())))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        self._changed.clear()

    def _look(self) -> None:
        now = self._clock.now()
        jobs = list(self._watched.values())
        for job in jobs:
            # The last try comes before giving up, so what is due goes first.
            if job.is_due:
                self._desk.retry_due(job)
            elif job.has_run_out and job.retry_at is None:
                self._desk.run_out(job)
        self._poll_holds([job for job in jobs if job.is_held], now)
        self._save_running([job for job in jobs if job.window.is_running], now)

    def _poll_holds(self, held: list[Job], now: float) -> None:
        if now < self._hold_poll_at:
            return
        self._hold_poll_at = now + POLL_SECONDS
        for job in held:
            self._desk.look_at_hold(job)

    def _save_running(self, running: list[Job], now: float) -> None:
        if not running or now < self._save_at:
            return
        self._desk.save_windows(running)
        shortest = min(job.window.elapsed for job in running)
        pause = min(max(shortest * SAVED_SHARE, SAVE_AT_MOST_EVERY), SAVE_AT_LEAST_EVERY)
        self._save_at = now + pause
