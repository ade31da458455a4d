"""After the machine slept or the process stood still: connections are made anew, and jobs go on.

Nobody can see that a connection died meanwhile: the other side, or a router on the way, has
forgotten it and says nothing. So what was under way is stopped and begun again where it is, which
counts as no error, and who waits for another try tries now. Clocks are the business of
`engine.elapsed_clock`: for them no time has passed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Protocol

from engine import story
from engine.clock import Clock
from engine.job import Job
from engine.roster import Roster
from engine.states import JobEvent, JobState
from engine.tasks import Tasks, one_after_the_other
from engine.timeline import TimelineKind
from engine.wire.line import LinePool

log = logging.getLogger(__name__)


class Desk(Protocol):
    """Whose jobs they are."""

    def jobs_awake(self) -> Iterable[Job]:
        """Those that are not left alone."""

    def stop(self, job: Job) -> None:
        """End the job's run, if there is one."""

    def is_on_another_network(self) -> None:
        """What was learnt of hosts counts no more."""


class Awakening:
    """Hears of standstills from the clock; `go_on` has a job that waits try now."""

    def __init__(
        self,
        roster: Roster,
        clock: Clock,
        tasks: Tasks,
        pool: LinePool,
        desk: Desk,
        go_on: Callable[[Job], None],
    ) -> None:
        self._roster = roster
        self._clock = clock
        self._tasks = tasks
        self._pool = pool
        self._desk = desk
        self._go_on = go_on
        self._is_over = False

    def __repr__(self) -> str:
        return "<Awakening, over>" if self._is_over else "<Awakening>"

    def follow(self) -> None:
        """Hear of standstills from now on."""
        self._clock.on_standstill(self._woke)

    def end(self) -> None:
        """Do nothing more, whatever is told."""
        self._is_over = True

    def _woke(self, seconds: float) -> None:
        if self._is_over:
            return
        log.info("stood still for %.0f s: connections are made anew", seconds)
        self._pool.close_idle()
        self._desk.is_on_another_network()
        running = {job.id for job in self._desk.jobs_awake() if job.state.is_running}
        waiting = [job for job in self._desk.jobs_awake() if job.state is JobState.TRANSIENT_ERROR]

        def wake(job: Job) -> None:
            if not job.state.is_running:
                # Perhaps its connection was found dead before we came to it.
                self._go_on(job)
            elif job.id in running and not _is_checking(job):
                self._begin_anew(job, seconds)

        jobs = [self._roster.jobs[job_id] for job_id in running] + waiting
        self._tasks.begin(one_after_the_other(self._clock, jobs, wake))

    def _begin_anew(self, job: Job, seconds: float) -> None:
        self._roster.note(job, TimelineKind.RECONNECTED, story.stood_still(seconds))
        self._roster.apply(job, JobEvent.PREEMPTED)
        self._desk.stop(job)


def _is_checking(job: Job) -> bool:
    """Whether all bytes are here, and only what was brought is looked at."""
    return all(file.bytes_present == file.size for file in job.pending_files)
