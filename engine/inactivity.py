"""The end of jobs that nobody looks after: BITS' JobInactivityTimeout.

What counts is engine time without progress and without a word from a person, kept in the store. Not
the date: a wrong one must not throw jobs away.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from engine.clock import Clock
from engine.job import Job
from engine.retry import AN_INSTANT, HOUR
from engine.tasks import sleep_or_change


class Inactivity:
    """Looks at all jobs at least once an hour, and more often when one is about to expire."""

    def __init__(
        self,
        clock: Clock,
        jobs: Callable[[], Iterable[Job]],
        expire: Callable[[Job], None],
        save: Callable[[Iterable[Job]], None],
    ) -> None:
        self._limit: float | None = None
        self._clock = clock
        self._jobs = jobs
        self._expire = expire
        self._save = save
        self._changed = asyncio.Event()

    def __repr__(self) -> str:
        return f"<Inactivity, at most {self._limit} s>"

    def allow(self, seconds: float | None) -> None:
        """Another limit; None: jobs never expire."""
        self._limit = seconds
        self._changed.set()

    async def run(self) -> None:
        """Never returns; cancel it."""
        while True:
            await sleep_or_change(self._clock, min(self._until_next(), HOUR), self._changed)
            live = [job for job in self._jobs() if not job.state.is_final]
            self._save(live)
            for job in live:
                if self._left(job) <= AN_INSTANT:
                    self._expire(job)

    def _until_next(self) -> float:
        lefts = (self._left(job) for job in self._jobs() if not job.state.is_final)
        soonest = min(lefts, default=HOUR)
        return max(soonest if self._limit is None else min(soonest, self._limit), 1.0)

    def _left(self, job: Job) -> float:
        return HOUR if self._limit is None else self._limit - job.idle.elapsed
