"""The front door of the engine: commands go in, snapshots and news come out.

`JobManager` holds all jobs in memory, on the main thread; the store is its copy on disk. What
happens to a job that runs is in `engine.floor`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine import intake
from engine.clock import Clock
from engine.errors import BG_E_EMPTY, BG_E_TOO_MANY_JOBS, RefusedError
from engine.fetch import BeginFetch
from engine.floor import Floor
from engine.job import FileState, Job, JobFile, MeteredPolicy, Priority
from engine.modifications import MODIFIED_SECONDS, Modifications
from engine.network import Network, SteadyNetwork
from engine.news import Concerns, News, NewsHandler, NewsKind, every_job
from engine.retry import RetryPolicy
from engine.scheduling import Move, moved
from engine.settings import Settings, checked, load_settings, save_settings
from engine.snapshot import JobSnapshot, view
from engine.spec import FileSpec, JobSpec
from engine.states import JobEvent, JobState
from engine.store import Store, StoreError
from engine.threads import in_thread
from engine.timeline import TimelineEntry, TimelineKind
from engine.wire.transfer import Transfer

__all__ = ["JobManager", "News", "NewsKind", "NoSuchJobError"]

DATABASE = "jobs.db"

_UNFINISHED = (FileState.PENDING, FileState.FAILED)


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
        self._roster = floor.roster
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
        network: Network | None = None,
    ) -> JobManager:
        """The engine on `home`, which nobody else may have open (see `gui.instance`).

        With `run` false the stored jobs stay as they are until a command wakes them. Raises
        OSError or `StoreError` when the job list cannot be opened.
        """
        clock = clock or _elapsed_clock()
        settings, store = await in_thread("store", _open_home, home)
        floor = Floor(store, clock, settings, begin_fetch, network or SteadyNetwork())
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
        """All jobs, in the order of the line: of arrival, unless somebody moved one."""
        return [view(job) for job in self._roster.in_order()]

    def job_ids(self) -> list[str]:
        """The ids of all jobs, in the order of `jobs`; cheap, however many they are."""
        return [job.id for job in self._roster.in_order()]

    def job(self, job_id: str) -> JobSnapshot:
        """The job as it is now."""
        return view(self._job(job_id))

    def no_progress_timeout(self, job_id: str) -> float | None:
        """Seconds without progress after which the job gives up, None for never; in every state."""
        return self._job(job_id).policy.no_progress_timeout

    def minimum_retry_delay(self, job_id: str) -> float:
        """The shortest wait before another try, in seconds; in every state."""
        return self._job(job_id).policy.minimum_retry_delay

    def maximum_download_time(self, job_id: str) -> float | None:
        """Seconds that the job may spend connecting and transferring; in every state."""
        return self._job(job_id).options.maximum_download_time

    async def timeline(self, job_id: str) -> list[TimelineEntry]:
        """The job's story, oldest first."""
        return await self._roster.timeline(self._job(job_id))

    # News.

    def subscribe(self, on_change: Callable[[str], None]) -> Callable[[], None]:
        """Hear which job changed or is gone, nothing more, at every change; returns the way out.

        `on_change` is called on the main thread, while a command or an observation is at work: it
        must return quickly and must not call commands.
        """
        return self._roster.subscribe(on_change)

    def subscribe_modified(
        self, on_modified: Callable[[str], None], at_most_every: float = MODIFIED_SECONDS
    ) -> Callable[[], None]:
        """Hear which job was modified, but of each only once in so many seconds; returns the way
        out (BITS: JobModification).

        That a job is TRANSFERRED or in ERROR is told as news and not here.
        """
        return Modifications(self._roster, self._floor.clock, on_modified, at_most_every).leave

    def subscribe_news(
        self, on_news: NewsHandler, concerns: Concerns = every_job
    ) -> Callable[[], None]:
        """Hear of transferred jobs and files, errors and ends, at least once; returns the way out.

        A handler that returns has taken note. What was not taken comes again, also after a restart;
        news of jobs that do not `concern` the handler waits for another.
        """
        return self._roster.news.subscribe(on_news, concerns)

    # Commands.

    async def add(self, spec: JobSpec, *, start: bool = True) -> str:
        """Make a job, durable when this returns, and begin it if `start`; returns its id.

        Raises `RefusedError` with a sentence for people.
        """
        if start and not spec.files:
            raise RefusedError("There is no link to fetch.", BG_E_EMPTY)
        return await self._take_in(await self._accept(spec), start)

    async def add_or_resume(self, spec: JobSpec) -> str:
        """Go on with the job that has the same links, names and folder, or add one; returns its id.

        What `spec` says about retries, speed, priority and secrets is taken over. A finished job is
        begun again, and fetches only what the server has a newer version of. Raises `RefusedError`.
        """
        async with self._one_at_a_time:
            return await self._add_or_resume(spec)

    async def add_files(self, job_id: str, files: Sequence[FileSpec]) -> None:
        """More files for a job, durable when this returns; one that runs brings them at once.

        One that is finished or in ERROR brings them after `resume`. Raises `RefusedError`.
        """
        job = self._changing(job_id)
        added, secret = await in_thread(
            "intake", intake.more_files, job, files, self._settings.max_files_per_job
        )
        await self._floor.keep_secret(job, secret)
        job.require(JobEvent.CHANGE)
        job.files += added
        for file in added:
            self._roster.file_changed(job, file)
        self._roster.note(job, TimelineKind.SETTING, f"{len(added)} more files")
        self._roster.changed(job)
        self._floor.bring(job, added)
        await self._roster.saved(job)

    def resume(self, job_id: str) -> None:
        """Begin, go on, or retry now; a job in ERROR begins with a new retry window.

        Raises `RefusedError` for a job without files.
        """
        self._go_on(self._job(job_id), JobEvent.RESUME)

    def retry(self, job_id: str) -> None:
        """Try now instead of after the wait; the window keeps what has elapsed.

        A job in ERROR begins with a new window. In no other state is there anything to retry.
        """
        self._go_on(self._job(job_id), JobEvent.RETRY)

    def suspend(self, job_id: str) -> None:
        """Pause: connections close at once, what is here stays, the retry window stands still."""
        job = self._job(job_id)
        self._roster.apply(job, JobEvent.SUSPEND)
        self._floor.stop(job)

    def cancel(self, job_id: str) -> None:
        """End the job for good; its part files are deleted, delivered files stay."""
        job = self._job(job_id)
        self._roster.apply(job, JobEvent.CANCEL)
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

    def move(self, job_id: str, move: Move) -> None:
        """Change the job's place among those of its priority."""
        job = self._changing(job_id)
        between = moved(job, self._roster.jobs.values(), move)
        positions = sorted(one.position for one in between)
        for one, position in zip(between, positions, strict=True):
            one.position = position
            self._roster.changed(one)
        self._roster.note(job, TimelineKind.SETTING, f"moved: {move.value}")

    # Files.

    def skip_file(self, job_id: str, number: int) -> None:
        """Do without the file; what is here of it goes when the job ends.

        A job that was only held up by it goes on. Raises `RefusedError` for a file that is here,
        or the last one that is wanted.
        """
        job = self._changing(job_id)
        file = _file(job, number)
        if file.state in (FileState.TRANSFERRED, FileState.DELIVERED):
            raise RefusedError("The file is here already.")
        if all(one.state is FileState.SKIPPED or one is file for one in job.files):
            raise RefusedError("It is the last file of the job; cancel the job instead.")
        file.state = FileState.SKIPPED
        self._change_file(job, file, "skipped")
        self._floor.stop_file(job, file)
        is_stuck = job.state in (JobState.ERROR, JobState.TRANSIENT_ERROR)
        if is_stuck and not any(one.state in _UNFINISHED for one in job.files):
            self.retry(job_id)

    def retry_file(self, job_id: str, number: int) -> None:
        """Fetch a file that failed or was skipped; the job goes on with it unless it is paused."""
        job = self._changing(job_id)
        file = _file(job, number)
        if file.state not in (FileState.FAILED, FileState.SKIPPED, FileState.PENDING):
            raise RefusedError("The file is here already.")
        if file.state is not FileState.PENDING:
            file.state, file.error = FileState.PENDING, None
            self._change_file(job, file, "wanted")
            self._floor.bring(job, [file])
        if job.state is not JobState.SUSPENDED:
            self._floor.wake(job)
            self._roster.apply(job, JobEvent.RESUME)

    # Settings of a job.

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
        """Change who runs first; the give-up time stays as it is, in the "do" profile as well."""
        job = self._changing(job_id)
        job.priority = priority
        self._roster.note(job, TimelineKind.SETTING, f"priority: {priority.name.lower()}")
        self._roster.changed(job)

    def set_rate_limit(self, job_id: str, rate: int) -> None:
        """Change how many bytes a second the job may bring, 0 for no limit; acts at once.

        The limit over all jobs holds as well. Raises `RefusedError` for a negative number.
        """
        limit = f"{rate} bytes/s" if rate else "none"
        self._change_options(job_id, f"speed limit: {limit}", rate_limit=rate)

    def set_maximum_download_time(self, job_id: str, seconds: float | None) -> None:
        """Change how long the job may connect and transfer until somebody resumes it; None is for
        ever (BITS: SetMaximumDownloadTime).

        What it has spent counts. Raises `RefusedError` unless it is more than 0.
        """
        limit = "none" if seconds is None else f"{seconds:g} s"
        note = f"maximum download time: {limit}"
        self._change_options(job_id, note, maximum_download_time=seconds)

    def set_metered(self, job_id: str, policy: MeteredPolicy) -> None:
        """Change whether the job may run where bytes cost money; acts at once."""
        self._change_options(job_id, f"metered networks: {policy.value}", metered=policy)

    def run_anyway(self, job_id: str) -> None:
        """Let no network hold the job: not one that is metered, nor one that seems to be away."""
        self._change_options(job_id, "runs on any network", run_anyway=True)

    def change_settings(self, settings: Settings) -> None:
        """Take other defaults and limits, and keep them.

        Raises `RefusedError` for numbers that make no sense, OSError when they cannot be written.
        """
        save_settings(self._home, checked(settings))
        self._settings = settings
        self._floor.follow(settings)

    # Inside.

    def _job(self, job_id: str) -> Job:
        try:
            return self._roster.jobs[job_id]
        except KeyError:
            raise NoSuchJobError(job_id) from None

    def _changing(self, job_id: str) -> Job:
        """The job, of which a person is about to change something."""
        job = self._job(job_id)
        job.apply(JobEvent.CHANGE)
        return job

    def _go_on(self, job: Job, event: JobEvent) -> None:
        job.require(event)
        if not job.files:
            raise RefusedError("The job has no files yet.", BG_E_EMPTY)
        self._floor.wake(job)
        for file in job.files:
            if file.state is FileState.FAILED:
                file.state = FileState.PENDING
                self._roster.file_changed(job, file)
        self._roster.apply(job, event)

    def _change_file(self, job: Job, file: JobFile, what: str) -> None:
        self._roster.file_changed(job, file)
        self._roster.note(job, TimelineKind.SETTING, f"file {file.number + 1} {what}")
        self._roster.changed(job)

    def _change_policy(self, job_id: str, **change: float | None) -> None:
        job = self._changing(job_id)
        try:
            policy: RetryPolicy = replace(job.policy, **change)  # type: ignore[arg-type]
        except ValueError as failure:
            raise RefusedError(str(failure)) from failure
        self._floor.change_policy(job, policy)

    def _change_options(self, job_id: str, note: str, **change: Any) -> None:
        job = self._changing(job_id)
        job.options = intake.checked_options(replace(job.options, **change))
        self._roster.note(job, TimelineKind.SETTING, note)
        self._floor.follow_options(job)
        self._roster.changed(job)

    async def _accept(self, spec: JobSpec) -> intake.Order:
        if len(self._roster.jobs) >= self._settings.max_jobs:
            raise RefusedError(
                f"There are {self._settings.max_jobs} jobs already, as many as there may be.",
                BG_E_TOO_MANY_JOBS,
            )
        return await in_thread("intake", intake.accept, spec, self._settings, self._floor.clock)

    async def _add_or_resume(self, spec: JobSpec) -> str:
        earlier = intake.earlier_job(spec, self._roster.jobs.values())
        if earlier is None:
            return await self.add(spec)
        proofs = await in_thread("intake", intake.proofs_of, spec.files)
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
            self._roster.file_changed(earlier, file)
        self.resume(earlier.id)
        return earlier.id

    async def _take_in(self, order: intake.Order, start: bool) -> str:
        job = order.job
        try:
            await self._floor.take_in(job, order.secret)
        except StoreError as failure:
            raise RefusedError(f"the job list cannot be written: {failure}") from failure
        if start:
            self._roster.apply(job, JobEvent.RESUME)
        return job.id

    async def _begin_again(self, spec: JobSpec, earlier: Job) -> str:
        """A new job takes the place of a finished one, and knows what that one brought."""
        order = await self._accept(spec)
        known = await in_thread("intake", intake.known_files, earlier)
        for file, known_file in zip(order.job.files, known, strict=True):
            file.known = known_file
        job_id = await self._take_in(order, start=True)
        await self._floor.remove(earlier)
        return job_id


def _file(job: Job, number: int) -> JobFile:
    for file in job.files:
        if file.number == number:
            return file
    raise RefusedError(f"The job has no file {number}.")


def _elapsed_clock() -> Clock:
    # Once PySide6 is there it looks into every module that is imported: so it comes last (35 ms).
    from engine.elapsed_clock import ElapsedClock

    return ElapsedClock()


def _open_home(home: Path) -> tuple[Settings, Store]:
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return load_settings(home), Store(home / DATABASE)
