"""BITS' JobModification: which job was modified, told of each job at most so often."""

from __future__ import annotations

from collections.abc import Callable

from engine.clock import Clock
from engine.roster import Roster
from engine.states import JobState
from engine.tasks import Tasks

MODIFIED_SECONDS = 0.5
"""MINIMUM_NOTIFICATION_INTERVAL_MS of BITS."""

_TOLD_AS_NEWS = (JobState.ERROR, JobState.TRANSFERRED)


class Modifications:
    """Tells `on_modified` of changes; of one that came too soon after another, a little later.

    The last of several changes is never dropped.
    """

    def __init__(
        self,
        roster: Roster,
        clock: Clock,
        on_modified: Callable[[str], None],
        at_most_every: float,
    ) -> None:
        self._roster = roster
        self._clock = clock
        self._on_modified = on_modified
        self._interval = at_most_every
        self._states = {job.id: job.state for job in roster.jobs.values()}
        self._told_at: dict[str, float] = {}
        self._pending: set[str] = set()
        self._tasks = Tasks()
        self._unsubscribe = roster.subscribe(self._changed)

    def leave(self) -> None:
        """Tell nothing more."""
        self._unsubscribe()
        self._pending.clear()

    def _changed(self, job_id: str) -> None:
        job = self._roster.jobs.get(job_id)
        before = self._states.pop(job_id, None)
        if job is not None:
            self._states[job_id] = job.state
            if job.state in _TOLD_AS_NEWS and job.state is not before:
                self._pending.discard(job_id)
                return
        if job_id in self._pending:
            return
        wait = self._told_at.get(job_id, -self._interval) + self._interval - self._clock.now()
        if wait > 0:
            self._pending.add(job_id)
            self._tasks.begin(self._tell_later(job_id, wait))
        else:
            self._tell(job_id)

    async def _tell_later(self, job_id: str, wait: float) -> None:
        await self._clock.sleep(wait)
        if job_id in self._pending:
            self._pending.discard(job_id)
            self._tell(job_id)

    def _tell(self, job_id: str) -> None:
        self._told_at[job_id] = self._clock.now()
        self._on_modified(job_id)
