"""Where jobs run: who gets a slot, what a run's end means, what each job waits for.

Decisions come from the rules (`states`, `retry`, `pauses`, `scheduling`); here they are carried
out, in one thread.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import random
from collections.abc import Iterable, Sequence

from engine import holds, story
from engine.awakening import Awakening
from engine.clock import Clock, wall_time
from engine.credentials import Credentials, Secret
from engine.doorkeeper import Doorkeeper
from engine.errors import ErrorContext, ErrorKind, JobError
from engine.fetch import BeginFetch, Fetch
from engine.finisher import Finisher
from engine.inactivity import Inactivity
from engine.job import Job, JobFile
from engine.job_secrets import JobSecrets
from engine.network import Network
from engine.network_holds import NetworkHolds
from engine.news import NewsKind
from engine.proxies import Proxies
from engine.retry import RetryPolicy
from engine.roster import Roster
from engine.runner import Means, Runner
from engine.scheduling import Line, Slots, is_in_line, plan
from engine.settings import Settings
from engine.states import JobEvent, JobState
from engine.store import Store
from engine.tasks import Tasks, a_few_at_a_time
from engine.threads import in_thread
from engine.timekeeper import Timekeeper
from engine.timeline import TimelineKind
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from engine.wire.line import IDLE_SECONDS, LinePool
from engine.wire.spec import Exchange
from engine.witness import Witness

log = logging.getLogger(__name__)

SAMPLE_SECONDS = 0.25
LONGEST_CLOSE = 3.0


class Floor:
    """The jobs and their runs. Everything happens on the main thread; nothing blocks it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        begin_fetch: BeginFetch,
        network: Network,
        credentials: Credentials,
    ) -> None:
        self.clock = clock
        self.roster = Roster(store, clock, self.look_after)
        self.set_aside: list[str] = []
        self.witness = Witness()
        self._proxies = Proxies(settings, credentials.for_proxy)
        self.pool = LinePool(find_proxy=self._proxies.find, recall_proxy=self._proxies.recall)
        self._means = Means(
            begin_fetch,
            Limiter(settings.rate_limit),
            Hosts(settings.connections_per_host),
            self.pool,
        )
        self._timekeeper = Timekeeper(clock, self)
        self._inactivity = Inactivity(clock, self.jobs_awake, self.expire, self.save_clocks)
        self._tasks = Tasks()
        self._discards = Tasks()
        self.secrets = JobSecrets(credentials, self.roster, self._discards, self._use)
        self._runners: dict[str, Runner] = {}
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._finisher = Finisher(self.roster, clock, self._tasks, self._runs)
        self._network = NetworkHolds(network, self.roster, clock, self._tasks, self)
        self._awakening = Awakening(
            self.roster, clock, self._tasks, self.pool, self, self._network.go_on
        )
        self._doorkeeper = Doorkeeper(clock, self._let_go, self._timekeeper.watch)
        self._dormant: set[str] = set()
        # What the plan is about: a list of thousands of other jobs costs it nothing.
        self._line = Line()
        self._positions = itertools.count(1)
        self._moving = asyncio.Event()
        self._plan_is_due = False
        self._is_closing = False
        self.follow(settings)

    def __repr__(self) -> str:
        return f"<Floor: {len(self.roster.jobs)} jobs, {len(self._runners)} running>"

    # Beginning and end.

    async def take_up(self, run: bool) -> None:
        """Load what was stored; with `run` false leave it alone until a command wakes it."""
        loaded = await self.roster.load()
        self.set_aside = loaded.set_aside
        last = max((job.position for job in loaded.jobs), default=0)
        self._positions = itertools.count(last + 1)
        if not run:
            self._dormant = {job.id for job in loaded.jobs if not job.state.is_final}
        self._network.follow()
        self._awakening.follow()
        for work in (
            self.roster.news.run(),
            self._timekeeper.run(),
            self._inactivity.run(),
            self._sample(),
            self._let_connections_go(),
        ):
            self._tasks.begin(work)
        for job in loaded.jobs:
            # Most of a long list is over, and nobody need look after that.
            if not (job.state.is_final or job.id in self._dormant):
                self.set_going(job)

    async def close(self) -> None:
        """Stop every run, save, and close the store."""
        self._is_closing = True
        self._network.end()
        self._awakening.end()
        for runner in self._runners.values():
            runner.stop()
        if self._runs:
            await asyncio.wait(self._runs.values(), timeout=LONGEST_CLOSE)
        await self._discards.finish(LONGEST_CLOSE)
        await self._discards.cancel()
        await self._tasks.cancel()
        self.pool.close_idle()
        await self.roster.close()

    def follow(self, settings: Settings) -> None:
        """Keep to other limits from now on."""
        self._slots = Slots(settings.max_active_jobs, settings.max_active_jobs_per_host)
        self._inactivity.allow(settings.inactivity_limit)
        self._means.limit.set_rate(settings.rate_limit)
        self._means.hosts.allow(settings.connections_per_host)
        self._proxies.follow(settings)
        self._plan_soon()

    # Jobs in and out.

    async def take_in(self, job: Job, secret: Secret) -> None:
        """A new job; durable when this returns. Raises `StoreError`."""
        job.position = next(self._positions)
        tell = await self.secrets.take_in(job, secret)
        await self.roster.add(job)
        tell()

    async def remove(self, job: Job) -> None:
        """Take a final job out of the list; what it left half done is deleted."""
        await self._finisher.discard(job)
        self._line.drop(job)
        self._timekeeper.forget(job)
        self.roster.drop(job)
        self.witness.forget(job.id)
        self.secrets.forget(job)

    def _use(self, job: Job, secret: Secret) -> None:
        if job.id in self._runners:
            self._runners[job.id].use(secret)

    # What a person does to a job.

    def wake(self, job: Job) -> None:
        """The job is no longer left alone, and its host gets a try now."""
        self._dormant.discard(job.id)
        self._doorkeeper.lift(job)

    def change_policy(self, job: Job, policy: RetryPolicy) -> None:
        """Another timeout or delay; a window that has run out by it ends now."""
        job.change_policy(policy)
        self.roster.note(job, TimelineKind.SETTING, story.retries(policy))
        if job.has_run_out:
            self.run_out(job)
        else:
            self.roster.changed(job)

    def follow_options(self, job: Job) -> None:
        """What the job's options now say about speed and networks holds at once."""
        if job.id in self._runners:
            self._runners[job.id].follow_options()
        if job.id not in self._dormant:
            self._network.keep(job)

    def stop(self, job: Job) -> None:
        """End the job's run, if there is one."""
        if job.id in self._runners:
            self._runners[job.id].stop()

    def bring(self, job: Job, files: Sequence[JobFile]) -> None:
        """Bring these files too, if the job runs."""
        if job.id in self._runners:
            self._runners[job.id].add_files(files)

    def stop_file(self, job: Job, file: JobFile) -> None:
        """Bring no more of the file, whose state says so."""
        if job.id in self._runners:
            self._runners[job.id].stop_file(file)

    def fetch_anew(self, job: Job, file: JobFile) -> None:
        """The file comes from another place now; what runs must not go on with the old one."""
        if job.state.is_running and len(job.pending_files) > 1:
            self._runners[job.id].fetch_anew(file)
            return
        self.run_anew(job)

    def run_anew(self, job: Job) -> None:
        """What runs ends, and begins again as the job is now."""
        if job.state.is_running:
            self.roster.apply(job, JobEvent.PREEMPTED)
            self.stop(job)
        # It is another host's door now.
        self._doorkeeper.leave(job)
        self.look_after(job)

    def fetch_of(self, job: Job, file: JobFile) -> Fetch | None:
        """What brings the file now, if anything does."""
        return self._runners[job.id].fetch_of(file) if job.id in self._runners else None

    def discard_soon(self, job: Job) -> None:
        """Delete the part files as soon as nobody writes to them."""
        self._discards.begin(self._finisher.discard(job))

    async def complete(self, job: Job) -> None:
        """Rename what is transferred, drop the rest, and end the job."""
        await self._finisher.complete(job)

    def is_delivering(self, job: Job) -> bool:
        """Whether files of the job are being given their names just now."""
        return self._finisher.is_delivering(job)

    async def trash(self, job: Job) -> None:
        """Delivered files go to the trash; raises `RefusedError` for those that stay."""
        await self._finisher.trash(job)

    # Runs.

    def set_going(self, job: Job) -> None:
        """What the job's state asks for by itself: a slot, a rename, an eye on its deadlines."""
        if job.state is JobState.TRANSFERRED and job.auto_complete:
            self._tasks.begin(self._finisher.complete(job))
        self.look_after(job)

    def look_after(self, job: Job) -> None:
        """Keep an eye on the job's deadlines, and think again about slots."""
        if is_in_line(job):
            self._doorkeeper.lead(job)
            if job.id not in self._dormant:
                self._line.put(job)
        else:
            self._line.drop(job)
            if job.id not in self._runs:
                self._doorkeeper.leave(job)
        self._timekeeper.watch(job)
        self._plan_soon()

    def _plan_soon(self) -> None:
        if not self._plan_is_due and not self._is_closing:
            self._plan_is_due = True
            asyncio.get_running_loop().call_soon(self._plan)

    def _plan(self) -> None:
        self._plan_is_due = False
        if self._is_closing:
            return
        arrived = self._line.take_arrived()
        if self._network.seen.may_hold:
            for job in arrived:
                self._network.keep(job)
        decided = plan(self._line.running.values(), self._line, self._slots)
        for job in decided.stop:
            self.roster.apply(job, JobEvent.PREEMPTED)
            self.stop(job)
        for job in decided.start:
            # A run that was stopped may still be ending; the end of it brings us here again.
            if job.id not in self._runs and self._doorkeeper.admit(job):
                self._begin(job)
        self._wait_with_others(arrived)

    def _let_go(self, job: Job) -> None:
        self.roster.apply(job, JobEvent.RETRY_DUE)

    def _wait_with_others(self, late: list[Job]) -> None:
        """Jobs whose host has just failed others do not knock as well."""
        if self._doorkeeper.shut:
            late = [job for job in self._line if job.pause.host in self._doorkeeper.shut] + late
            self._doorkeeper.shut.clear()
        for job in late:
            self._wait_if_shut_out(job)

    def _wait_if_shut_out(self, job: Job) -> None:
        error = job.pause.error
        is_shut_out = job.pause.is_closed and not job.pause.has_ticket(job.id)
        if job.state is not JobState.QUEUED or error is None or not is_shut_out:
            return
        if job.policy.never_retries:
            # It is given up only for a try of its own.
            return
        before = job.state
        job.fail_with_others(error, random.random())
        self._note_wait(job)
        self.roster.changed(job, before)

    def _begin(self, job: Job) -> None:
        runner = Runner(job, self, self.secrets.credentials, self._means)
        self._runners[job.id] = runner
        self._runs[job.id] = asyncio.create_task(self._run(job, runner))
        self._moving.set()
        job.tries += 1
        self.witness.run_begins(job.id, job.bytes_present, self.clock.now())
        self.roster.apply(job, JobEvent.SLOT_GRANTED)

    async def _run(self, job: Job, runner: Runner) -> None:
        try:
            failed = await runner.run()
            error, url = (failed.error, failed.url) if failed else (None, "")
        except Exception as failure:
            log.exception("the run of %s broke", job)
            error = JobError(
                ErrorKind.UNEXPECTED, ErrorContext.GENERAL_QUEUE_MANAGER, type(failure).__name__
            )
            url = ""
            runner.stop()
        del self._runners[job.id], self._runs[job.id]
        self.witness.run_ends(job.id, job.bytes_present, self.clock.now())
        job.rate, job.connections, job.servers, job.seen = 0.0, 0, (), None
        if not self._runners:
            self._moving.clear()
        if job.state.is_running and not self._is_closing:
            self._doorkeeper.run_ended(job, url, error, was_answered=runner.is_connected)
            self._settle(job, error)
        if not is_in_line(job):
            self._doorkeeper.leave(job)
        self._plan_soon()

    def _settle(self, job: Job, error: JobError | None) -> None:
        """What the end of a run means for the job."""
        before = job.state
        if error is not None:
            error = holds.seen_through(error, self._network.seen)
            job.fail(error, random.random())
            self._note_failure(job, error)
            self.roster.changed(job, before)
            self._tell_of_failure(job)
        else:
            job.error = None
            is_new = job.times.transferred is None
            job.times.transferred = job.times.transferred or wall_time()
            self.roster.apply(job, JobEvent.ALL_FILES_FINISHED)
            if is_new and not job.auto_complete:
                self.roster.publish(NewsKind.JOB_TRANSFERRED, job)
            self.set_going(job)

    def _note_failure(self, job: Job, error: JobError) -> None:
        """The error, and what follows from it."""
        self.roster.note(job, TimelineKind.ERROR, story.failed(error))
        if job.is_held:
            self.roster.note(job, TimelineKind.HOLD, f"until {error.kind.value} is over")
            if error.kind is ErrorKind.CAPTIVE_PORTAL:
                self._network.try_portal_again(job, error)
        else:
            self._note_wait(job)

    def _note_wait(self, job: Job) -> None:
        if job.wait is not None:
            self.roster.note(job, TimelineKind.WAIT, story.waits(job))

    def _tell_of_failure(self, job: Job) -> None:
        if job.state is JobState.ERROR:
            self.roster.publish(NewsKind.JOB_ERROR, job)
        elif job.has_run_out and job.retry_at is None:
            self.run_out(job)

    async def _sample(self) -> None:
        while True:
            await self._moving.wait()
            await self.clock.sleep(SAMPLE_SECONDS)
            async for runner in a_few_at_a_time(self._runners.values()):
                if self._runners.get(runner.job.id) is runner:
                    runner.sample()
                    self.witness.sampled(runner.job.id, runner.bytes_present, self.clock.now())
                    self.roster.tell(runner.job)

    async def _let_connections_go(self) -> None:
        """An idle connection takes a place at its server from others."""
        while True:
            await self._moving.wait()
            await self.clock.sleep(IDLE_SECONDS)
            self.pool.close_idle(IDLE_SECONDS if self._runners else 0.0)

    # What keeps to the network (engine.network_holds.Desk).

    def jobs_in_line(self) -> Iterable[Job]:
        """Those that have a slot or want one."""
        return [*self._line.running.values(), *self._line]

    def jobs_awake(self) -> Iterable[Job]:
        """Those that are not left alone until a command wakes them."""
        return [job for job in self.roster.jobs.values() if job.id not in self._dormant]

    def is_on_another_network(self) -> None:
        """What was learnt of hosts was learnt elsewhere."""
        self._doorkeeper.forget()
        self._proxies.forget()

    # What a runner reports (engine.runner.Desk).

    def job_connected(self, job: Job) -> None:
        """The server's answer is good."""
        self._doorkeeper.answered(job)
        if job.accepts(JobEvent.CONNECTED):
            self.roster.apply(job, JobEvent.CONNECTED)

    def window_closed(self, job: Job) -> None:
        """New bytes came after an error."""
        self.roster.changed(job)

    def file_saved(self, job: Job, file: JobFile) -> None:
        """What is known of the file goes to the store."""
        self.roster.file_changed(job, file)

    def files_transferred(self, job: Job, count: int) -> None:
        """Files are whole."""
        # Of the job as a whole that is yet to be told.
        job.times.transferred = None
        if job.accepts(JobEvent.FILE_FINISHED):
            self.roster.apply(job, JobEvent.FILE_FINISHED)
        for _ in range(count):
            self.roster.publish(NewsKind.FILE_TRANSFERRED, job)

    def exchanged(self, job: Job, exchange: Exchange) -> None:
        """A server was asked for something."""
        if job.id in self.roster.jobs:
            self.witness.exchanged(job.id, exchange)

    def note(self, job: Job, kind: TimelineKind, text: str) -> None:
        """Something for the timeline."""
        self.roster.note(job, kind, text)

    # What the timekeeper sees (engine.timekeeper.Desk).

    def retry_due(self, job: Job) -> None:
        """The wait is over; a job whose host lets nobody in waits for others' tries."""
        self._doorkeeper.ask(job)

    def run_out(self, job: Job) -> None:
        """The job gives up."""
        before = job.state
        job.give_up()
        self.roster.changed(job, before)
        self.roster.publish(NewsKind.JOB_ERROR, job)

    def download_time_over(self, job: Job) -> None:
        """The job has run as long as it may."""
        before = job.state
        over = JobError(ErrorKind.DOWNLOAD_TIME_OVER, ErrorContext.GENERAL_QUEUE_MANAGER)
        job.stop_downloading(over)
        self.stop(job)
        self.roster.changed(job, before)
        self.roster.publish(NewsKind.JOB_ERROR, job)

    def look_at_hold(self, job: Job) -> None:
        """See whether the job may go on."""
        self._tasks.begin(self._look_at_hold(job))

    def save_clocks(self, jobs: Iterable[Job]) -> None:
        """Elapsed time goes to the store."""
        self.roster.save_clocks(jobs)

    async def _look_at_hold(self, job: Job) -> None:
        if job.error is None or holds.is_of_network(job.error):
            return
        lifted = await in_thread("hold", holds.is_lifted, job.error, holds.need_of(job))
        if lifted and job.is_held:
            self.roster.apply(job, JobEvent.HOLD_LIFTED)

    # What the inactivity limit ends.

    def expire(self, job: Job) -> None:
        """Nobody has looked after the job for too long."""
        job.error = JobError(ErrorKind.INACTIVE, ErrorContext.GENERAL_QUEUE_MANAGER)
        self.roster.apply(job, JobEvent.EXPIRED)
        self.roster.publish(NewsKind.JOB_EXPIRED, job)
        self.stop(job)
        self._tasks.begin(self._finisher.expire(job))
