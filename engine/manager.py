"""The front door of the engine: commands go in, snapshots and news come out.

`JobManager` holds all jobs in memory, on the main thread; the store is its copy on disk. What
happens to a job that runs is in `engine.floor`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine import intake
from engine.clock import Clock
from engine.credentials import Credentials
from engine.errors import RefusedError
from engine.fetch import BeginFetch
from engine.file_commands import FileCommands, file_of
from engine.floor import Floor
from engine.home import prepare_home
from engine.job import Job, MeteredPolicy, Priority
from engine.modifications import MODIFIED_SECONDS, Modifications
from engine.network import Network, SteadyNetwork
from engine.news import Concerns, News, NewsHandler, NewsKind, every_job
from engine.part import FileRanges, FileSource
from engine.prober import Prober
from engine.proxies import check_proxies
from engine.reception import Reception
from engine.retry import RetryPolicy
from engine.scheduling import Move, moved, moved_before
from engine.settings import Settings, checked, load_settings, save_settings
from engine.snapshot import JobSnapshot, ranges_at_rest, view
from engine.spec import FileSpec, Headers, JobSpec
from engine.speed_history import SpeedHistory
from engine.states import JobEvent, JobState
from engine.store import Store
from engine.threads import in_thread
from engine.timeline import TimelineEntry, TimelineKind
from engine.trust import TrustCommands
from engine.unfold import sources_told
from engine.wire.spec import Exchange, Probe, ProbeSpec
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
        self._roster = floor.roster
        self._files = FileCommands(floor)
        self._reception = Reception(floor, self._files, settings)
        self._prober = Prober(floor.pool, floor.secrets.credentials)
        self.trust = TrustCommands(floor, self._files, self._job)
        """Sign-ins, proxies and certificates."""

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
        OSError, `RefusedError` or `StoreError` when the home or the job list cannot be opened.
        """
        clock = clock or _elapsed_clock()
        settings, store, credentials = await in_thread("store", _open_home, home)
        floor = Floor(store, clock, settings, begin_fetch, network or SteadyNetwork(), credentials)
        await floor.take_up(run)
        floor.secrets.clear_up()
        return cls(home, floor, settings)

    async def close(self) -> None:
        """Stop what runs, checkpoint, save and close; the next start goes on from there."""
        await self._floor.close()
        self._floor.secrets.credentials.close()

    # Looks.

    @property
    def home(self) -> Path:
        """Where everything of this engine is kept."""
        return self._home

    @property
    def settings(self) -> Settings:
        """The defaults for new jobs and the limits for all."""
        return self._reception.settings

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

    def state(self, job_id: str) -> JobState:
        """The job's state alone; cheap, however many files it has."""
        return self._job(job_id).state

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

    async def probe(self, spec: ProbeSpec) -> Probe:
        """What a server tells of a link, for which there is no job yet; at most 30 s.

        A failure is the probe's `error`; cancelling the task ends it at once. Raises `RefusedError`
        for what is no link.
        """
        return await self._prober.probe(spec)

    def ranges(self, job_id: str, number: int) -> FileRanges:
        """Which bytes of a file are here, and which are on their way; cheap."""
        job = self._job(job_id)
        file = file_of(job, number)
        fetch = self._floor.fetch_of(job, file)
        return (fetch and fetch.look()) or ranges_at_rest(file)

    def sources(self, job_id: str, number: int) -> tuple[FileSource, ...]:
        """Who has a file, and what each does or did in the last try; cheap."""
        job = self._job(job_id)
        file = file_of(job, number)
        fetch = self._floor.fetch_of(job, file)
        return fetch.sources() if fetch else file.sources or sources_told(file)

    def exchanges(self, job_id: str) -> list[Exchange]:
        """The job's last twenty requests and their answers since the program started, oldest first;
        what is secret in them is hidden.
        """
        return self._floor.witness.exchanges(self._job(job_id).id)

    def speed_history(self, job_id: str | None) -> SpeedHistory:
        """How fast the job was since the program started; None: all jobs together."""
        if job_id is not None:
            self._job(job_id)
        return self._floor.witness.history(job_id, self._floor.clock.now())

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

        A handler that returns has taken note, or returns a receipt: a future that is done once it
        has. What was not taken comes again, also after a restart; news of jobs that do not
        `concern` the handler waits for another.
        """
        return self._roster.news.subscribe(on_news, concerns)

    # Commands.

    async def add(self, spec: JobSpec, *, start: bool = True) -> str:
        """Make a job, durable when this returns, and begin it if `start`; returns its id.

        Raises `RefusedError` with a sentence for people.
        """
        return await self._reception.add(spec, start=start)

    async def add_or_resume(self, spec: JobSpec) -> str:
        """Go on with the job that has the same links, names and folder, or add one; returns its id.

        What `spec` says about retries, speed, priority and secrets is taken over. A finished job is
        begun again, and fetches only what the server has a newer version of. Raises `RefusedError`.
        """
        return await self._reception.add_or_resume(spec)

    async def add_files(self, job_id: str, files: Sequence[FileSpec]) -> None:
        """More files for a job, durable when this returns; one that runs brings them at once.

        One that is finished or in ERROR brings them after `resume`. Raises `RefusedError`.
        """
        await self._reception.add_files(self._job(job_id), files)

    def resume(self, job_id: str) -> None:
        """Begin, go on, or retry now; a job in ERROR begins with a new retry window.

        Raises `RefusedError` for a job without files.
        """
        self._files.go_on(self._job(job_id), JobEvent.RESUME)

    def retry(self, job_id: str) -> None:
        """Try now instead of after the wait; the window keeps what has elapsed.

        A job in ERROR begins with a new window. In no other state is there anything to retry.
        """
        self._files.go_on(self._job(job_id), JobEvent.RETRY)

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

    async def remove(self, job_id: str, *, delete_files: bool = False) -> None:
        """Take the job out of the list, cancelled first if need be; delivered files stay.

        With `delete_files` they go to the trash; if it does not take one, `RefusedError` names it,
        and the job stays.
        """
        job = self._job(job_id)
        if delete_files:
            if self._floor.is_delivering(job):
                raise RefusedError("Its files are just being given their names; try again.")
            await self._floor.trash(job)
        if not job.state.is_final:
            self.cancel(job_id)
        await self._floor.remove(job)

    def move(self, job_id: str, move: Move) -> None:
        """Change the job's place among those of its priority."""
        job = self._changing(job_id)
        self._take_places(moved(job, self._roster.jobs.values(), move))
        self._roster.note(job, TimelineKind.SETTING, f"moved: {move.value}")

    def move_before(self, job_id: str, other_id: str) -> None:
        """Put the job just before another of its priority that is not over; raises
        `RefusedError` where that one is of another.
        """
        job, other = self._changing(job_id), self._job(other_id)
        self._take_places(moved_before(job, self._roster.jobs.values(), other))
        self._roster.note(job, TimelineKind.SETTING, f"moved: before {other.name}")

    # Files.

    def skip_file(self, job_id: str, number: int) -> None:
        """Do without the file; what is here of it goes when the job ends.

        A job that was only held up by it goes on. Raises `RefusedError` for a file that is here,
        or the last one that is wanted.
        """
        self._files.skip(self._job(job_id), number)

    def retry_file(self, job_id: str, number: int) -> None:
        """Fetch a file that failed or was skipped; the job goes on with it unless it is paused."""
        self._files.fetch(self._job(job_id), number)

    async def change_link(
        self, job_id: str, number: int, url: str, headers: Headers | None = None
    ) -> None:
        """Fetch an unfinished file from another link, at once if its job runs.

        What is here of it stays as long as the new server has the same version. A job in ERROR goes
        on with a new window. A sign-in in the link goes to the keyring; headers that were given for
        the job stay with the hosts it had. `headers` come with the link, for its host, and those
        that were given for the link until now are forgotten. Raises `RefusedError`.
        """
        await self._files.change_link(self._job(job_id), number, url, headers)

    async def change_mirrors(self, job_id: str, number: int, links: Sequence[str]) -> None:
        """Let an unfinished file come from these links too, and from no others beside its own.

        They are sent nothing of what was given for the job. Raises `RefusedError`.
        """
        await self._files.change_mirrors(self._job(job_id), number, links)

    async def rename_file(self, job_id: str, number: int, name: str) -> None:
        """Give a file another name, made safe: on the disk where it was delivered, never over
        another file; else the one that it will get. The job's name follows if it was the file's.

        Allowed for delivered files of finished jobs too. Raises `RefusedError`.
        """
        await self._files.rename(self._job(job_id), number, name)

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

    def set_connections(self, job_id: str, count: int) -> None:
        """Change how many connections each file may have; acts at once, but a file that comes over
        a single one gets more with its next request.

        Raises `RefusedError` unless it is 1 at least.
        """
        self._change_options(job_id, f"connections: {count}", connections=count)

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

        Raises `RefusedError` for numbers and proxies that make no sense, OSError when they cannot
        be written.
        """
        check_proxies(settings)
        save_settings(self._home, checked(settings))
        self._reception.settings = settings
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

    def _take_places(self, between: Sequence[Job]) -> None:
        """The jobs stand in this order from now on, in the places that they have together."""
        positions = sorted(one.position for one in between)
        for one, position in zip(between, positions, strict=True):
            one.position = position
            self._roster.changed(one)

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


def _elapsed_clock() -> Clock:
    # Once PySide6 is there it looks into every module that is imported: so it comes last (35 ms).
    from engine.elapsed_clock import ElapsedClock

    return ElapsedClock()


def _open_home(home: Path) -> tuple[Settings, Store, Credentials]:
    prepare_home(home)
    return load_settings(home), Store(home / DATABASE), Credentials(home)
