"""Where jobs run: who gets a slot, what a run's end means, what reaches the store and the news.

Decisions come from the rules (`states`, `retry`, `scheduling`); here they are carried out, in one
thread.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import random
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine import delivery, holds
from engine.clock import Clock, wall_time
from engine.credentials import Credentials, Secret
from engine.errors import ErrorContext, ErrorKind, JobError
from engine.fetch import BeginFetch
from engine.job import FileState, Job, JobFile
from engine.ledger import Ledger, watch
from engine.news import News, NewsKind
from engine.retry import RetryPolicy
from engine.runner import Means, Runner
from engine.scheduling import is_in_line, plan
from engine.settings import Settings
from engine.states import JobEvent, JobState
from engine.store import Store
from engine.threads import in_thread
from engine.timekeeper import Timekeeper
from engine.timeline import TimelineEntry, TimelineKind
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from engine.wire.line import IDLE_SECONDS, LinePool

log = logging.getLogger(__name__)

SAMPLE_SECONDS = 0.25
LONGEST_CLOSE = 3.0
# In between a person may cancel, and hears which files have their names.
DELIVERED_AT_ONCE = 250


class Floor:
    """The jobs and their runs. Everything happens on the main thread; nothing blocks it."""

    def __init__(
        self, store: Store, clock: Clock, settings: Settings, begin_fetch: BeginFetch
    ) -> None:
        self.clock = clock
        self.jobs: dict[str, Job] = {}
        self.set_aside: list[str] = []
        self._store = store
        self._ledger = Ledger(store)
        self.news = self._ledger.news
        self._max_active_jobs = settings.max_active_jobs
        self._means = Means(
            begin_fetch,
            Limiter(settings.rate_limit),
            Hosts(settings.connections_per_host),
            LinePool(),
        )
        self._credentials = Credentials()
        self._timekeeper = Timekeeper(clock, self)
        self._listeners: list[Callable[[str], None]] = []
        self._dormant: set[str] = set()
        # Those that the plan is about: a list of thousands of finished jobs costs it nothing.
        self._in_line: dict[str, Job] = {}
        self._runners: dict[str, Runner] = {}
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._delivering: set[str] = set()
        self._positions = itertools.count(1)
        self._moving = asyncio.Event()
        self._plan_is_due = False
        self._is_closing = False

    def __repr__(self) -> str:
        return f"<Floor: {len(self.jobs)} jobs, {len(self._runners)} running>"

    # Beginning and end.

    async def take_up(self, run: bool) -> None:
        """Load what was stored; with `run` false leave it alone until a command wakes it."""
        loaded = await asyncio.wrap_future(self._store.load(self.clock))
        self.set_aside = loaded.set_aside
        self.jobs = {job.id: job for job in loaded.jobs}
        last = max((job.position for job in loaded.jobs), default=0)
        self._positions = itertools.count(last + 1)
        if not run:
            self._dormant = {job.id for job in loaded.jobs if not job.state.is_final}
        self.news.publish(
            (news_id, News(NewsKind[kind], job_id)) for news_id, job_id, kind in loaded.news
        )
        self._spawn(self._timekeeper.run())
        self._spawn(self._sample())
        self._spawn(self._let_connections_go())
        for job in loaded.jobs:
            if job.id not in self._dormant:
                self._set_going(job)

    async def close(self) -> None:
        """Stop every run, save, and close the store."""
        self._is_closing = True
        for runner in self._runners.values():
            runner.stop()
        if self._runs:
            await asyncio.wait(self._runs.values(), timeout=LONGEST_CLOSE)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._means.pool.close_idle()
        self._ledger.flush()
        self.save_windows([job for job in self.jobs.values() if job.window.is_open])
        await in_thread("store", self._store.close)

    def follow(self, settings: Settings) -> None:
        """Keep to other limits from now on."""
        self._max_active_jobs = settings.max_active_jobs
        self._means.limit.set_rate(settings.rate_limit)
        self._means.hosts.allow(settings.connections_per_host)
        self._plan_soon()

    # Jobs in and out.

    async def take_in(self, job: Job, secret: Secret) -> None:
        """A new job; durable when this returns. Raises `StoreError`."""
        job.position = next(self._positions)
        if secret:
            job.options = replace(job.options, secret=await self._credentials.remember(secret))
        await asyncio.wrap_future(self._store.save(job, job.files))
        self.jobs[job.id] = job
        self.note(job, TimelineKind.CREATED, job.name)
        self._tell(job)

    async def remove(self, job: Job) -> None:
        """Take a final job out of the list; what it left half done is deleted."""
        await self._discard(job)
        self.jobs.pop(job.id, None)
        self._in_line.pop(job.id, None)
        self._timekeeper.forget(job)
        self._ledger.delete(job)
        if job.options.secret:
            self._spawn(self._credentials.forget(job.options.secret))
        self._tell(job)

    async def keep_secret(self, job: Job, secret: Secret) -> None:
        """Other headers and sign-ins for a job, unless there are none."""
        if secret:
            reference = await self._credentials.remember(secret, job.options.secret)
            job.options = replace(job.options, secret=reference)

    def wake(self, job: Job) -> None:
        """The job is no longer left alone."""
        self._dormant.discard(job.id)

    def subscribe(self, on_modified: Callable[[str], None]) -> Callable[[], None]:
        """Hear which job changed or is gone; returns the way out."""
        self._listeners.append(on_modified)
        return lambda: self._listeners.remove(on_modified)

    async def timeline(self, job: Job) -> list[TimelineEntry]:
        """The job's story, oldest first."""
        self._ledger.flush()
        return await asyncio.wrap_future(self._store.timeline(job.id))

    # Changes of a job.

    def apply(self, job: Job, event: JobEvent) -> None:
        """Change the state by the table and let everybody know; raises `InvalidStateError`."""
        before = job.state
        job.apply(event)
        self.changed(job, before)

    def change_policy(self, job: Job, policy: RetryPolicy) -> None:
        """Another timeout or delay; a window that has run out by it ends now."""
        job.change_policy(policy)
        self.note(job, TimelineKind.SETTING, f"{policy}")
        if job.has_run_out:
            self.run_out(job)
        else:
            self.changed(job)

    def follow_options(self, job: Job) -> None:
        """A run under way takes over what its job's options now say about speed."""
        if job.id in self._runners:
            self._runners[job.id].follow_options()

    def changed(self, job: Job, before: JobState | None = None) -> None:
        """Save the job, tell the listeners, and think again about slots and deadlines."""
        if before not in (None, job.state):
            reason = f": {job.error.kind.value}" if job.error else ""
            self.note(job, TimelineKind.STATE, f"{job.state.value}{reason}")
        job.times.modified = wall_time()
        self._ledger.job(job)
        self._look_after(job)
        self._tell(job)

    def note(self, job: Job, kind: TimelineKind, text: str) -> None:
        """Add to the job's timeline; `text` holds no secrets."""
        if job.id in self.jobs:
            self._ledger.note(job, kind, text)

    # Runs.

    def stop(self, job: Job) -> None:
        """End the job's run, if there is one."""
        if job.id in self._runners:
            self._runners[job.id].stop()

    def discard_soon(self, job: Job) -> None:
        """Delete the part files as soon as nobody writes to them."""
        self._spawn(self._discard(job))

    async def complete(self, job: Job) -> None:
        """Rename what is transferred, drop the rest, and end the job."""
        if job.id in self._delivering:
            return
        self._delivering.add(job.id)
        try:
            await self._run_ended(job)
            await self._deliver(job)
        finally:
            self._delivering.discard(job.id)

    def _plan_soon(self) -> None:
        if not self._plan_is_due and not self._is_closing:
            self._plan_is_due = True
            asyncio.get_running_loop().call_soon(self._plan)

    def _plan(self) -> None:
        self._plan_is_due = False
        if self._is_closing:
            return
        awake = (job for job in self._in_line.values() if job.id not in self._dormant)
        decided = plan(awake, self._max_active_jobs)
        for job in decided.stop:
            self.apply(job, JobEvent.PREEMPTED)
            self.stop(job)
        for job in decided.start:
            # A run that was stopped may still be ending; the end of it brings us here again.
            if job.id not in self._runs:
                self._begin(job)

    def _begin(self, job: Job) -> None:
        runner = Runner(job, self, self._credentials, self._means)
        self._runners[job.id] = runner
        self._runs[job.id] = asyncio.create_task(self._run(job, runner))
        self._moving.set()
        self.apply(job, JobEvent.SLOT_GRANTED)

    async def _run(self, job: Job, runner: Runner) -> None:
        try:
            error = await runner.run()
        except Exception as failure:
            log.exception("the run of %s broke", job)
            error = JobError(
                ErrorKind.UNEXPECTED, ErrorContext.GENERAL_QUEUE_MANAGER, type(failure).__name__
            )
            runner.stop()
        del self._runners[job.id], self._runs[job.id]
        job.rate, job.connections = 0.0, 0
        if not self._runners:
            self._moving.clear()
        if job.state.is_running and not self._is_closing:
            self._settle(job, error)
        self._plan_soon()

    def _settle(self, job: Job, error: JobError | None) -> None:
        """What the end of a run means for the job."""
        before = job.state
        if error is not None:
            job.fail(error, random.random())
            self._note_failure(job, error)
            self.changed(job, before)
            self._tell_of_failure(job)
        else:
            job.error = None
            job.times.transferred = wall_time()
            self.apply(job, JobEvent.ALL_FILES_FINISHED)
            self._set_going(job)

    def _note_failure(self, job: Job, error: JobError) -> None:
        """The error, and what follows from it."""
        self.note(job, TimelineKind.ERROR, f"{error.kind.value}: {error.detail}")
        if job.is_held:
            self.note(job, TimelineKind.HOLD, error.kind.value)
        elif job.retry_at is not None:
            delay = job.retry_at - self.clock.now()
            self.note(job, TimelineKind.WAIT, f"{delay:.0f} s to the next try")

    def _tell_of_failure(self, job: Job) -> None:
        if job.state is JobState.ERROR:
            self._publish(NewsKind.JOB_ERROR, job)
        elif job.has_run_out and job.retry_at is None:
            self.run_out(job)

    def _set_going(self, job: Job) -> None:
        """What the job's state asks for by itself: a slot, a rename, an eye on its deadlines."""
        if job.state is JobState.TRANSFERRED:
            if job.auto_complete:
                self._spawn(self.complete(job))
            else:
                self._publish(NewsKind.JOB_TRANSFERRED, job)
        self._look_after(job)

    def _look_after(self, job: Job) -> None:
        """Keep an eye on the job's deadlines, and think again about slots."""
        self._timekeeper.watch(job)
        if is_in_line(job):
            self._in_line[job.id] = job
        else:
            self._in_line.pop(job.id, None)
        self._plan_soon()

    async def _run_ended(self, job: Job) -> None:
        if job.id in self._runs:
            await asyncio.wait([self._runs[job.id]])

    async def _discard(self, job: Job) -> None:
        await self._run_ended(job)
        await in_thread("discard", delivery.discard_undelivered, job)

    async def _deliver(self, job: Job) -> None:
        files = [file for file in job.files if file.state is FileState.TRANSFERRED]
        while files and job.accepts(JobEvent.COMPLETE):
            group, files = files[:DELIVERED_AT_ONCE], files[DELIVERED_AT_ONCE:]
            done = await in_thread("deliver", delivery.deliver_together, job.folder, group)
            for file, path in zip(group, done.paths, strict=False):
                self._take_delivered(job, file, path)
            self._tell(job)
            if done.error:
                self._stay_transferred(job, done.error)
                return
        if job.state is JobState.TRANSFERRED and job.pending_files:
            self.apply(job, JobEvent.RESUME)
        elif job.accepts(JobEvent.COMPLETE):
            if any(file.state is not FileState.DELIVERED for file in job.files):
                await in_thread("discard", delivery.discard_undelivered, job)
            job.error = None
            self.apply(job, JobEvent.COMPLETE)
            self._publish(NewsKind.JOB_TRANSFERRED, job)

    def _take_delivered(self, job: Job, file: JobFile, path: Path | None) -> None:
        if path is None:
            # Somebody took the part file away before it could be named.
            file.start_over()
            file.state = FileState.PENDING
            self.note(job, TimelineKind.STARTED_OVER, "the part file is missing")
        else:
            file.path = path
            file.state = FileState.DELIVERED
            self.note(job, TimelineKind.DELIVERED, path.name)
        self.file_saved(job, file)

    def _stay_transferred(self, job: Job, error: JobError) -> None:
        """A file cannot be given its name: tell the person once, and try again by and by."""
        if job.error is None and not error.is_hold:
            self._publish(NewsKind.JOB_ERROR, job)
        job.error = error
        self.note(job, TimelineKind.ERROR, f"{error.kind.value}: {error.detail}")
        self.changed(job)
        if job.auto_complete:
            self._spawn(self._deliver_later(job))

    async def _deliver_later(self, job: Job) -> None:
        await self.clock.sleep(holds.POLL_SECONDS)
        if job.state is JobState.TRANSFERRED:
            await self.complete(job)

    async def _sample(self) -> None:
        while True:
            await self._moving.wait()
            await self.clock.sleep(SAMPLE_SECONDS)
            for runner in list(self._runners.values()):
                runner.sample()
                self._tell(runner.job)

    async def _let_connections_go(self) -> None:
        """An idle connection takes a place at its server from others."""
        while True:
            await self._moving.wait()
            await self.clock.sleep(IDLE_SECONDS)
            self._means.pool.close_idle(IDLE_SECONDS if self._runners else 0.0)

    # What a runner reports (engine.runner.Desk).

    def job_connected(self, job: Job) -> None:
        """The server's answer is good."""
        if job.accepts(JobEvent.CONNECTED):
            self.apply(job, JobEvent.CONNECTED)

    def window_closed(self, job: Job) -> None:
        """New bytes came after an error."""
        self.changed(job)

    def file_saved(self, job: Job, file: JobFile) -> None:
        """What is known of the file goes to the store."""
        if job.id in self.jobs:
            self._ledger.file(job, file)

    def files_transferred(self, job: Job, count: int) -> None:
        """Files are whole."""
        if job.accepts(JobEvent.FILE_FINISHED):
            self.apply(job, JobEvent.FILE_FINISHED)
        for _ in range(count):
            self._publish(NewsKind.FILE_TRANSFERRED, job)

    # What the timekeeper sees (engine.timekeeper.Desk).

    def retry_due(self, job: Job) -> None:
        """The wait is over."""
        self.apply(job, JobEvent.RETRY_DUE)

    def run_out(self, job: Job) -> None:
        """The job gives up."""
        before = job.state
        job.give_up()
        self.changed(job, before)
        self._publish(NewsKind.JOB_ERROR, job)

    def look_at_hold(self, job: Job) -> None:
        """See whether the job may go on."""
        self._spawn(self._look_at_hold(job))

    def save_windows(self, jobs: Sequence[Job]) -> None:
        """Elapsed time goes to the store."""
        watch(self._store.save_windows(jobs))

    async def _look_at_hold(self, job: Job) -> None:
        if job.error is None:
            return
        lifted = await in_thread("hold", holds.is_lifted, job.error, holds.need_of(job))
        if lifted and job.is_held:
            self.apply(job, JobEvent.HOLD_LIFTED)

    # Small services.

    def _tell(self, job: Job) -> None:
        for listener in list(self._listeners):
            listener(job.id)

    def _publish(self, kind: NewsKind, job: Job) -> None:
        if job.id in self.jobs:
            self._ledger.publish(kind, job)

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
