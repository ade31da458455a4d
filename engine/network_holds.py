"""Has jobs keep to what the network allows: holds them, and lets them go on when it changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from engine import holds
from engine.clock import Clock
from engine.errors import JobError
from engine.job import Job
from engine.network import Network, NetworkState
from engine.roster import Roster
from engine.scheduling import is_in_line
from engine.states import JobEvent, JobState
from engine.tasks import Tasks, one_after_the_other
from engine.timeline import TimelineKind


class Desk(Protocol):
    """Whose jobs they are."""

    def jobs_in_line(self) -> Iterable[Job]:
        """Those that have a slot or want one."""

    def jobs_awake(self) -> Iterable[Job]:
        """Those that are not left alone."""

    def stop(self, job: Job) -> None:
        """End the job's run, if there is one."""

    def retry_due(self, job: Job) -> None:
        """The job has waited long enough."""

    def is_on_another_network(self) -> None:
        """What was learnt of hosts counts no more."""


class NetworkHolds:
    """Everything happens on the main thread; `follow` begins it."""

    def __init__(
        self, network: Network, roster: Roster, clock: Clock, tasks: Tasks, desk: Desk
    ) -> None:
        self._network = network
        self._roster = roster
        self._clock = clock
        self._tasks = tasks
        self._desk = desk
        self._is_over = False
        self.seen = NetworkState()
        """The network as it was when somebody last told of it."""

    def __repr__(self) -> str:
        return f"<NetworkHolds {self.seen}>"

    def follow(self) -> None:
        """Look at the network, and hear of its changes from now on."""
        self._network.subscribe(self._changed)
        self.seen = self._network.state

    def end(self) -> None:
        """Do nothing more, whatever changes."""
        self._is_over = True

    def keep(self, job: Job) -> None:
        """Hold the job if the network lets it not run now; let it go on if it does again."""
        if not (is_in_line(job) or job.state is JobState.TRANSIENT_ERROR):
            return
        hold = self._hold_of(job)
        before = job.state
        if hold is not None and not (job.is_held and hold == job.error):
            job.hold(hold)
            self._desk.stop(job)
            self._roster.note(job, TimelineKind.HOLD, f"until {hold.kind.value} is over")
            self._roster.changed(job, before)
        elif hold is None and job.is_held and holds.is_of_network(job.error):
            self._tasks.begin(self._go_on([job]))

    def go_on(self, job: Job) -> None:
        """A job that waits tries now, unless the network or something else holds it."""
        if job.state is not JobState.TRANSIENT_ERROR:
            return
        if not job.is_held:
            self._desk.retry_due(job)
        elif holds.is_of_network(job.error) and not self._hold_of(job):
            self._roster.apply(job, JobEvent.HOLD_LIFTED)

    def try_portal_again(self, job: Job, error: JobError) -> None:
        """Not every system tells that somebody has signed in: try the job again after a while."""
        self._tasks.begin(self._try_portal_again(job, error))

    def _hold_of(self, job: Job) -> JobError | None:
        return holds.network_hold(job, self.seen)

    def _changed(self) -> None:
        before, now = self.seen, self._network.state
        if now == before or self._is_over:
            return
        self.seen = now
        waiting = [job for job in self._desk.jobs_awake() if job.state is JobState.TRANSIENT_ERROR]
        for job in [*waiting, *self._desk.jobs_in_line()]:
            self.keep(job)
        if now.is_online and not before.is_online:
            self._desk.is_on_another_network()
            self._tasks.begin(self._go_on(waiting))

    async def _try_portal_again(self, job: Job, error: JobError) -> None:
        await self._clock.sleep(holds.PORTAL_RETRY_SECONDS)
        if job.is_held and job.error is error and not self._hold_of(job):
            self._roster.apply(job, JobEvent.HOLD_LIFTED)

    async def _go_on(self, jobs: list[Job]) -> None:
        await one_after_the_other(self._clock, jobs, self.go_on)
