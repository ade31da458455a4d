"""Follows jobs of a manager in the same process until they are over.

`get` watches its own engine with it; the control socket watches for those who follow from outside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from engine import JobManager, JobState, NoSuchJobError
from gui.cli.report import SECONDS_BETWEEN_WAITING, Reporter, added_event
from gui.protocol import Done, Event
from gui.translation import in_english


class Watch:
    """Hands the events of the jobs it follows to `show`, on the main thread, as they happen."""

    def __init__(self, manager: JobManager, show: Callable[[Event], None]) -> None:
        self._manager = manager
        self._show = show
        self._loop = asyncio.get_running_loop()
        self._reporters: dict[str, Reporter] = {}
        self._newcomers: dict[str, tuple[Reporter, list[Event]]] | None = None
        self._nothing_left = asyncio.Event()
        self._unsubscribe = manager.subscribe(self._look)
        self._tick = self._loop.call_later(SECONDS_BETWEEN_WAITING, self._look_at_all)

    @property
    def is_idle(self) -> bool:
        """Whether no job is followed (any more)."""
        return not self._reporters

    def follow(self, job_id: str) -> None:
        """Report on the job from now on; one that does not exist (any more) counts as cancelled."""
        self._nothing_left.clear()
        self._reporters.setdefault(job_id, Reporter())
        self._look(job_id)

    async def take(self, adding: Awaitable[str]) -> str:
        """Follow the job that `adding` makes, from its first state on; returns its id.

        A job may change its state before the command that makes it has told us its name.
        """
        self._newcomers = {}
        try:
            job_id = await adding
            reporter, events = self._newcomers.get(job_id, _newcomer())
        finally:
            self._newcomers = None
        self._show(added_event(self._manager.job(job_id)))
        if job_id not in self._reporters:
            self._reporters[job_id] = reporter
            for event in events:
                if not isinstance(event, Done):
                    self._show(event)
        self.follow(job_id)
        return job_id

    async def until_over(self) -> None:
        """Return when every job that is followed is over, or at `stop_waiting`."""
        if self._reporters:
            await self._nothing_left.wait()

    def stop_waiting(self) -> None:
        """Let `until_over` return though jobs are under way."""
        self._nothing_left.set()

    def close(self) -> None:
        """Follow nothing any more."""
        self._tick.cancel()
        self._unsubscribe()
        self._reporters.clear()

    def _look(self, job_id: str) -> None:
        if job_id in self._reporters:
            for event in self._news(job_id, self._reporters[job_id]):
                self._tell(event)
        elif self._newcomers is not None:
            reporter, events = self._newcomers.setdefault(job_id, _newcomer())
            events += self._news(job_id, reporter)

    def _news(self, job_id: str, reporter: Reporter) -> list[Event]:
        try:
            job = self._manager.job(job_id)
        except NoSuchJobError:
            return [Done(job=job_id, state=JobState.CANCELLED.name)]
        with in_english():
            return list(reporter.events(job, self._loop.time()))

    def _tell(self, event: Event) -> None:
        if isinstance(event, Done):
            self._reporters.pop(event.job, None)
        self._show(event)
        if not self._reporters:
            self._nothing_left.set()

    def _look_at_all(self) -> None:
        """A job that waits changes with every second, though nothing happens to it."""
        for job_id in list(self._reporters):
            self._look(job_id)
        self._tick = self._loop.call_later(SECONDS_BETWEEN_WAITING, self._look_at_all)


def _newcomer() -> tuple[Reporter, list[Event]]:
    """Jobs are born suspended, so that is no news of theirs."""
    return Reporter(JobState.SUSPENDED), []
