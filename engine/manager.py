"""The front door of the engine: commands go in, snapshots and news come out.

`JobManager` holds all jobs in memory, on the main thread; the store is its copy on disk. What
happens to a job that runs is in `engine.floor`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine import intake
from engine.clock import Clock
from engine.errors import RefusedError
from engine.fetch import BeginFetch
from engine.floor import Floor
from engine.job import FileState, Job, Priority
from engine.news import News, NewsHandler, NewsKind
from engine.retry import RetryPolicy
from engine.settings import Settings, load_settings, save_settings
from engine.snapshot import JobSnapshot, view
from engine.spec import JobSpec
from engine.states import JobEvent, JobState
from engine.store import Store, StoreError
from engine.threads import in_thread
from engine.timeline import TimelineEntry, TimelineKind
from engine.wire.transfer import Transfer

__all__ = ["JobManager", "News", "NewsKind", "NoSuchJobError"]

DATABASE = "jobs.db"


class NoSuchJobError(KeyError):
    """There is no job with this id; `code` is BG_E_NOT_FOUND."""

    code = 0x80200001

    def __str__(self) -> str:
        return f"there is no job {self.args[0]}"


class JobManager:
    """All jobs, and every command on them. Use from the thread that runs the loop.

    Commands raise `NoSuchJobError` for an unknown id and `InvalidStateError` where the job's state
    does not allow them; then nothing has changed.
    """

    def __init__(self, home: Path, floor: Floor, settings: Settings) -> None:
        self._home = home
        self._floor = floor
        self._settings = settings
        # Two who ask for the same file at once must not get a job each.
        self._one_at_a_time = asyncio.Lock()

    @classmethod
    async def open(
        cls,
        home: Path,
        *,
        clock: Clock | None = None,
        run: bool = True,
        begin_fetch: BeginFetch = Transfer,
    ) -> JobManager:
        """The engine on `home`, which nobody else may have open (see `gui.instance`).

        With `run` false the stored jobs stay as they are until a command wakes them. Raises
        OSError or `StoreError` when the job list cannot be opened.
        """
        clock = clock or _elapsed_clock()
        settings, store = await in_thread("store", _open_home, home)
        floor = Floor(store, clock, settings, begin_fetch)
        await floor.take_up(run)
        return cls(home, floor, settings)

    async def close(self) -> None:
        """Stop what runs, checkpoint, save and close; the next start goes on from there."""
        await self._floor.close()

    # Looks.

    @property
    def settings(self) -> Settings:
        """The defaults for new jobs and the limits for all."""
        return self._settings

    @property
    def set_aside(self) -> list[str]:
        """Names of stored jobs that could not be read; their rows are left as they are."""
        return self._floor.set_aside

    def jobs(self) -> list[JobSnapshot]:
        """All jobs, in order of arrival."""
        return [
            view(job) for job in sorted(self._floor.jobs.values(), key=lambda job: job.position)
        ]

    def job(self, job_id: str) -> JobSnapshot:
        """The job as it is now."""
        return view(self._job(job_id))

    def no_progress_timeout(self, job_id: str) -> float | None:
        """Seconds without progress after which the job gives up, None for never; in every state."""
        return self._job(job_id).policy.no_progress_timeout

    def minimum_retry_delay(self, job_id: str) -> float:
        """The shortest wait before another try, in seconds; in every state."""
        return self._job(job_id).policy.minimum_retry_delay

    async def timeline(self, job_id: str) -> list[TimelineEntry]:
        """The job's story, oldest first."""
        return await self._floor.timeline(self._job(job_id))

    # News.

    def subscribe(self, on_modified: Callable[[str], None]) -> Callable[[], None]:
        """Hear which job changed or is gone, nothing more, at every change; returns the way out.

        `on_modified` is called on the main thread, while a command or an observation is at work: it
        must return quickly and must not call commands.
        """
        return self._floor.subscribe(on_modified)

    def subscribe_news(self, on_news: NewsHandler) -> Callable[[], None]:
        """Hear of transferred jobs and files and of errors, at least once; returns the way out.

        A handler that returns has taken note. What was not taken comes again, also after a restart.
        """
        return self._floor.news.subscribe(on_news)

    # Commands.

    async def add(self, spec: JobSpec, *, start: bool = True) -> str:
        """Make a job, durable when this returns, and begin it if `start`; returns its id.

        Raises `RefusedError` with a sentence for people.
        """
        order = await in_thread("intake", intake.accept, spec, self._settings, self._floor.clock)
        return await self._take_in(order, start)

    async def add_or_resume(self, spec: JobSpec) -> str:
        """Go on with the job that has the same links, names and folder, or add one; returns its id.

        What `spec` says about retries, speed, priority and secrets is taken over. A finished job is
        begun again, and fetches only what the server has a newer version of. Raises `RefusedError`.
        """
        async with self._one_at_a_time:
            return await self._add_or_resume(spec)

    def resume(self, job_id: str) -> None:
        """Begin, go on, or retry now; a job in ERROR begins with a new retry window."""
        job = self._job(job_id)
        job.require(JobEvent.RESUME)
        self._floor.wake(job)
        for file in job.files:
            if file.state is FileState.FAILED:
                file.state = FileState.PENDING
                self._floor.file_saved(job, file)
        self._floor.apply(job, JobEvent.RESUME)

    def suspend(self, job_id: str) -> None:
        """Pause: connections close at once, what is here stays, the retry window stands still."""
        job = self._job(job_id)
        self._floor.apply(job, JobEvent.SUSPEND)
        self._floor.stop(job)

    def cancel(self, job_id: str) -> None:
        """End the job for good; its part files are deleted, delivered files stay."""
        job = self._job(job_id)
        self._floor.apply(job, JobEvent.CANCEL)
        self._floor.stop(job)
        self._floor.discard_soon(job)

    async def complete(self, job_id: str) -> None:
        """Give the transferred files their names and end the job; what is unfinished is dropped.

        A file that cannot be renamed leaves the job TRANSFERRED with the error; call again then.
        """
        job = self._job(job_id)
        job.require(JobEvent.COMPLETE)
        if job.state is not JobState.TRANSFERRED:
            self.suspend(job_id)
        await self._floor.complete(job)

    async def remove(self, job_id: str) -> None:
        """Take the job out of the list, cancelled first if need be; delivered files stay."""
        job = self._job(job_id)
        if not job.state.is_final:
            self.cancel(job_id)
        await self._floor.remove(job)

    def set_no_progress_timeout(self, job_id: str, seconds: float | None) -> None:
        """Change after how long without progress the job gives up; acts at once.

        0 never retries, None never gives up (BITS: SetNoProgressTimeout). Raises `RefusedError` for
        a negative number.
        """
        self._change_policy(job_id, no_progress_timeout=seconds)

    def set_minimum_retry_delay(self, job_id: str, seconds: float) -> None:
        """Change the shortest wait before another try; less than 5 s becomes 5 s.

        Acts at once, also while the job waits (BITS: SetMinimumRetryDelay).
        """
        self._change_policy(job_id, minimum_retry_delay=seconds)

    def set_priority(self, job_id: str, priority: Priority) -> None:
        """Change who runs first."""
        job = self._job(job_id)
        job.require(JobEvent.CHANGE)
        job.priority = priority
        self._floor.note(job, TimelineKind.SETTING, f"priority: {priority.name.lower()}")
        self._floor.changed(job)

    def set_rate_limit(self, job_id: str, rate: int) -> None:
        """Change how many bytes a second the job may bring, 0 for no limit; acts at once.

        The limit over all jobs holds as well. Raises `RefusedError` for a negative number.
        """
        job = self._job(job_id)
        job.require(JobEvent.CHANGE)
        if rate < 0:
            raise RefusedError("a speed limit cannot be negative")
        job.options = replace(job.options, rate_limit=rate)
        self._floor.follow_options(job)
        limit = f"{rate} bytes/s" if rate else "none"
        self._floor.note(job, TimelineKind.SETTING, f"speed limit: {limit}")
        self._floor.changed(job)

    def change_settings(self, settings: Settings) -> None:
        """Take other defaults and limits, and keep them; raises OSError when they cannot be
        written.
        """
        save_settings(self._home, settings)
        self._settings = settings
        self._floor.follow(settings)

    def _job(self, job_id: str) -> Job:
        try:
            return self._floor.jobs[job_id]
        except KeyError:
            raise NoSuchJobError(job_id) from None

    def _change_policy(self, job_id: str, **change: float | None) -> None:
        job = self._job(job_id)
        job.require(JobEvent.CHANGE)
        try:
            policy: RetryPolicy = replace(job.policy, **change)  # type: ignore[arg-type]
        except ValueError as failure:
            raise RefusedError(str(failure)) from failure
        self._floor.change_policy(job, policy)

    async def _add_or_resume(self, spec: JobSpec) -> str:
        earlier = intake.earlier_job(spec, self._floor.jobs.values())
        if earlier is None:
            return await self.add(spec)
        proofs = await in_thread("intake", intake.proofs_of, spec)
        if not earlier.state.is_final:
            await in_thread("intake", intake.prepare_folder, spec.folder)
            await self._floor.keep_secret(earlier, intake.secret_in(spec))
        # It may have ended while we waited.
        if earlier.state is JobState.ACKNOWLEDGED:
            return await self._begin_again(spec, earlier)
        if earlier.state.is_final:
            return await self.add(spec)
        earlier.change_policy(intake.chosen_policy(spec, earlier.policy))
        earlier.options = intake.chosen_options(spec, earlier.options)
        self._floor.follow_options(earlier)
        earlier.priority = spec.priority
        for file in intake.take_over_proofs(earlier, proofs):
            self._floor.file_saved(earlier, file)
        self.resume(earlier.id)
        return earlier.id

    async def _take_in(self, order: intake.Order, start: bool) -> str:
        job = order.job
        try:
            await self._floor.take_in(job, order.secret)
        except StoreError as failure:
            raise RefusedError(f"the job list cannot be written: {failure}") from failure
        if start:
            self._floor.apply(job, JobEvent.RESUME)
        return job.id

    async def _begin_again(self, spec: JobSpec, earlier: Job) -> str:
        """A new job takes the place of a finished one, and knows what that one brought."""
        order = await in_thread("intake", intake.accept, spec, self._settings, self._floor.clock)
        known = await in_thread("intake", intake.known_files, earlier)
        for file, known_file in zip(order.job.files, known, strict=True):
            file.known = known_file
        job_id = await self._take_in(order, start=True)
        await self._floor.remove(earlier)
        return job_id


def _elapsed_clock() -> Clock:
    # Once PySide6 is there it looks into every module that is imported: so it comes last (35 ms).
    from engine.elapsed_clock import ElapsedClock

    return ElapsedClock()


def _open_home(home: Path) -> tuple[Settings, Store]:
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return load_settings(home), Store(home / DATABASE)
