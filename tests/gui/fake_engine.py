"""A stand-in for `JobManager` that behaves: it keeps snapshots, obeys the state table, tells news.

Nothing moves by itself: `let_pass` makes time pass, `put` and `tell` say what the wire would say.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine import (
    ErrorContext,
    ErrorKind,
    Exchange,
    FileRanges,
    FileSnapshot,
    FileSource,
    FileState,
    Headers,
    InvalidStateError,
    JobError,
    JobEvent,
    JobSnapshot,
    JobSpec,
    JobState,
    MeteredPolicy,
    Move,
    News,
    NewsKind,
    NoSuchJobError,
    Priority,
    Probe,
    ProbeSpec,
    Profile,
    RefusedError,
    Settings,
    SpeedHistory,
    TimelineEntry,
    host_of,
    parse_link,
    redacted,
)
from engine.news import NewsHandler, every_job
from engine.states import next_state
from fake_trust import FakeTrust
from passing_time import later

HOUR, DAY = 3600.0, 86_400.0
MB, GB = 1 << 20, 1 << 30
NOW = 1_800_000_000.0

_ids = itertools.count(1)


def make_file(**changes: Any) -> FileSnapshot:
    """A file that waits, with `changes`."""
    values: dict[str, Any] = {
        "url": "https://files.example.org/data.bin",
        "name": "data.bin",
        "state": FileState.PENDING,
        "size": 100 * MB,
        "bytes_present": 0,
        "resumed_from": 0,
        "seconds": 0.0,
        "verified": None,
        "unchanged": False,
        "path": None,
        "error": None,
    }
    return FileSnapshot(**(values | changes))


def make_job(name: str = "data.bin", **changes: Any) -> JobSnapshot:
    """A queued job of one file, with `changes`; `file` holds those of the file."""
    number = next(_ids)
    host = changes.pop("host", "files.example.org")
    size = changes.get("size", 100 * MB)
    present = changes.get("bytes_present", 0)
    about = {"url": f"https://{host}/{name}", "name": name, "size": size, "bytes_present": present}
    file = make_file(**(about | changes.pop("file", {})))
    values: dict[str, Any] = {
        "id": f"job-{number}",
        "name": name,
        "folder": Path("/home/ada/Downloads"),
        "state": JobState.QUEUED,
        "priority": Priority.NORMAL,
        "profile": Profile.BITS,
        "position": number,
        "files": (file,),
        "size": size,
        "bytes_present": present,
        "rate": 0.0,
        "time_left": None,
        "connections": 0,
        "error": None,
        "error_count": 0,
        "gave_up": False,
        "is_held": False,
        "asked_to_wait_longer": False,
        "retry_in": None,
        "gives_up_in": None,
        "without_progress": None,
        "no_progress_timeout": 14 * DAY,
        "minimum_retry_delay": 5.0,
        "auto_complete": True,
        "created": NOW - HOUR,
        "modified": NOW - 60,
        "transferred": None,
    }
    return JobSnapshot(**(values | changes))


def make_error(kind: ErrorKind, subject: str = "", **changes: Any) -> JobError:
    """An error as the wire would make it."""
    return JobError(kind, ErrorContext.REMOTE_FILE, subject=subject, **changes)


def active(name: str = "active.iso", **changes: Any) -> JobSnapshot:
    """A job whose bytes come in."""
    values = {"state": JobState.TRANSFERRING, "rate": 1.0 * MB, "connections": 1}
    return make_job(name, **(values | changes))


def retrying(name: str = "retrying.pbf", **changes: Any) -> JobSnapshot:
    """A job that waits to try again."""
    values = {
        "state": JobState.TRANSIENT_ERROR,
        "error": make_error(ErrorKind.SERVER_BUSY, "planet.example", http_status=503),
        "error_count": 3,
        "retry_in": 250.0,
        "gives_up_in": 3108.0,
        "without_progress": 492.0,
        "no_progress_timeout": HOUR,
    }
    return make_job(name, **(values | changes))


def held(name: str = "held.zip", **changes: Any) -> JobSnapshot:
    """A job that waits for something that is nobody's fault."""
    values = {
        "state": JobState.TRANSIENT_ERROR,
        "is_held": True,
        "error": make_error(ErrorKind.DISK_FULL, "Downloads"),
    }
    return make_job(name, **(values | changes))


def paused(name: str = "paused.nc", **changes: Any) -> JobSnapshot:
    """A job the person paused."""
    return make_job(name, **({"state": JobState.SUSPENDED} | changes))


def failed(name: str = "failed.tar.zst", **changes: Any) -> JobSnapshot:
    """A job that gave up."""
    values = {
        "state": JobState.ERROR,
        "gave_up": True,
        "error": make_error(ErrorKind.NAME_NOT_RESOLVED, "files.example.org"),
        "without_progress": HOUR,
        "no_progress_timeout": HOUR,
    }
    return make_job(name, **(values | changes))


def done(name: str = "done.pdf", **changes: Any) -> JobSnapshot:
    """A job whose file was delivered."""
    folder = changes.get("folder", Path("/home/ada/Downloads"))
    file = {
        "state": FileState.DELIVERED,
        "path": folder / name,
        "verified": "sha256",
        **changes.pop("file", {}),
    }
    size = changes.get("size", 4 * MB)
    values = {
        "state": JobState.ACKNOWLEDGED,
        "size": size,
        "bytes_present": size,
        "transferred": NOW - 300,
        "file": file,
    }
    return make_job(name, **(values | changes))


def make_exchange(**changes: Any) -> Exchange:
    """A request that was answered with the rest of a file, with `changes`."""
    values: dict[str, Any] = {
        "at": NOW,
        "file_number": 0,
        "method": "GET",
        "url": "https://files.example.org/data.bin",
        "sent": (("Host", "files.example.org"), ("Range", "bytes=0-"), ("Authorization", "•••")),
        "status": 206,
        "reason": "Partial Content",
        "received": (("Content-Length", "104857600"), ("ETag", '"v1"')),
        "address": "192.0.2.7",
        "protocol": "HTTP/1.1",
        "tls": "TLSv1.3",
    }
    return Exchange(**(values | changes))


class FakeEngine:
    """The front door of the engine without an engine behind it."""

    def __init__(self, *jobs: JobSnapshot) -> None:
        self._jobs = {job.id: job for job in jobs}
        self._on_modified: list[Callable[[str], None]] = []
        self._on_news: list[NewsHandler] = []
        self.settings = Settings()
        self.refuses: Exception | None = None
        """Raised by every command while it is set."""
        self.added: list[tuple[JobSpec, bool]] = []
        self.commands: list[tuple[object, ...]] = []
        """Those that are kept but show in no snapshot: a name, a job and what goes with it."""
        self.timelines: dict[str, list[TimelineEntry]] = {}
        self.probes: dict[str, Probe] = {}
        """What servers tell of links; of any other, what its last word lets one guess."""
        self.silent: set[str] = set()
        """Links of servers that say nothing until somebody stops asking."""
        self.probed: list[ProbeSpec] = []
        self.probes_stopped: list[str] = []
        self.file_ranges: dict[tuple[str, int], FileRanges] = {}
        self.file_sources: dict[tuple[str, int], tuple[FileSource, ...]] = {}
        self.exchange_lists: dict[str, list[Exchange]] = {}
        self.histories: dict[str | None, SpeedHistory] = {}
        self.stuck_files: dict[str, str] = {}
        """Jobs whose files the trash will not take, and what the refusal says."""
        self.set_aside: list[str] = []
        self.home = Path("/no/such/home")
        self.is_closed = False
        self.trust = FakeTrust(self)

    def __repr__(self) -> str:
        states = ", ".join(f"{job.name} {job.state.name}" for job in self.jobs())
        return f"<FakeEngine {states or 'empty'}>"

    # --- what the world does ---------------------------------------------------------------------

    def put(self, job: JobSnapshot) -> None:
        """The job is like this now."""
        self._jobs[job.id] = job
        self._modified(job.id)

    def lose(self, job_id: str) -> None:
        """The job is gone; somebody else removed it."""
        del self._jobs[job_id]
        self._modified(job_id)

    def tell(self, kind: NewsKind, job_id: str) -> list[asyncio.Future[None]]:
        """News that must not be lost; the receipts of those who will know later."""
        receipts = [handler(News(kind, job_id)) for handler in list(self._on_news)]
        return [receipt for receipt in receipts if receipt is not None]

    def let_pass(self, seconds: float) -> None:
        """Clocks run down and bytes come in; nobody is told, as in the engine."""
        for job in self.jobs():
            self._jobs[job.id] = later(job, seconds)

    @property
    def listeners(self) -> int:
        """How many listen, to either kind of news."""
        return len(self._on_modified) + len(self._on_news)

    # --- JobManager ------------------------------------------------------------------------------

    def jobs(self) -> list[JobSnapshot]:
        return sorted(self._jobs.values(), key=lambda job: job.position)

    def job_ids(self) -> list[str]:
        return [job.id for job in self.jobs()]

    async def timeline(self, job_id: str) -> list[TimelineEntry]:
        self.job(job_id)
        return self.timelines.get(job_id, [])

    async def probe(self, spec: ProbeSpec) -> Probe:
        self.probed.append(spec)
        try:
            await (asyncio.Event().wait() if spec.url in self.silent else asyncio.sleep(0))
        except asyncio.CancelledError:
            self.probes_stopped.append(spec.url)
            raise
        return self.probes.get(spec.url) or _guess(spec.url)

    def sources(self, job_id: str, number: int) -> tuple[FileSource, ...]:
        file = self._file(job_id, number)
        told = (FileSource(url, host_of(url)) for url in (file.url, *file.mirrors))
        return self.file_sources.get((job_id, number)) or tuple(told)

    def ranges(self, job_id: str, number: int) -> FileRanges:
        file = self._file(job_id, number)
        present = ((0, file.bytes_present),) if file.bytes_present else ()
        return self.file_ranges.get((job_id, number)) or FileRanges(file.size, present)

    def exchanges(self, job_id: str) -> list[Exchange]:
        self.job(job_id)
        return list(self.exchange_lists.get(job_id, []))

    def speed_history(self, job_id: str | None) -> SpeedHistory:
        if job_id is not None:
            self.job(job_id)
        return self.histories.get(job_id, SpeedHistory())

    def job(self, job_id: str) -> JobSnapshot:
        try:
            return self._jobs[job_id]
        except KeyError:
            raise NoSuchJobError(job_id) from None

    async def add(self, spec: JobSpec, *, start: bool = True) -> str:
        await asyncio.sleep(0)
        self._refuse_if_asked_to()
        url = spec.files[0].url
        if "refused" in url:
            raise RefusedError(f"The folder {spec.folder} cannot be written.")
        name = spec.files[0].name or url.rpartition("/")[2] or "index"
        timeout = spec.no_progress_timeout
        job = make_job(
            name,
            file={"url": url},
            folder=spec.folder,
            state=JobState.QUEUED if start else JobState.SUSPENDED,
            no_progress_timeout=timeout if isinstance(timeout, float | None) else 14 * DAY,
            has_secrets=bool(spec.headers or spec.login),
            secrets_last=self.trust.keyring.is_there,
        )
        self.added.append((spec, start))
        self.put(job)
        return job.id

    def resume(self, job_id: str) -> None:
        begins_anew = self.job(job_id).state is JobState.ERROR
        window = {"without_progress": None, "gives_up_in": None} if begins_anew else {}
        self.apply(job_id, JobEvent.RESUME, retry_in=None, gave_up=False, **window)

    def retry(self, job_id: str) -> None:
        self.apply(job_id, JobEvent.RETRY, retry_in=None, gave_up=False)

    def suspend(self, job_id: str) -> None:
        self.apply(job_id, JobEvent.SUSPEND, retry_in=None, rate=0.0, time_left=None)

    def cancel(self, job_id: str) -> None:
        self.apply(job_id, JobEvent.CANCEL, retry_in=None, gives_up_in=None)

    async def complete(self, job_id: str) -> None:
        await asyncio.sleep(0)
        self.apply(job_id, JobEvent.COMPLETE, transferred=NOW)

    async def remove(self, job_id: str, *, delete_files: bool = False) -> None:
        await asyncio.sleep(0)
        self._refuse_if_asked_to()
        self.job(job_id)
        self.commands.append(("remove", job_id, delete_files))
        if delete_files and job_id in self.stuck_files:
            raise RefusedError(self.stuck_files[job_id])
        del self._jobs[job_id]
        self._modified(job_id)

    def set_no_progress_timeout(self, job_id: str, seconds: float | None) -> None:
        elapsed = self.job(job_id).without_progress
        left = None if seconds is None or elapsed is None else max(0.0, seconds - elapsed)
        self.apply(job_id, JobEvent.CHANGE, no_progress_timeout=seconds, gives_up_in=left)

    def set_minimum_retry_delay(self, job_id: str, seconds: float) -> None:
        self.apply(job_id, JobEvent.CHANGE, minimum_retry_delay=max(5.0, seconds))

    def set_priority(self, job_id: str, priority: Priority) -> None:
        self.apply(job_id, JobEvent.CHANGE, priority=priority)

    def set_rate_limit(self, job_id: str, rate: int) -> None:
        self.apply(job_id, JobEvent.CHANGE, rate_limit=rate)

    def set_connections(self, job_id: str, count: int) -> None:
        self.apply(job_id, JobEvent.CHANGE, most_connections=count)

    def set_maximum_download_time(self, job_id: str, seconds: float | None) -> None:
        self.apply(job_id, JobEvent.CHANGE, maximum_download_time=seconds)

    def set_metered(self, job_id: str, policy: MeteredPolicy) -> None:
        self.apply(job_id, JobEvent.CHANGE, metered=policy)

    def run_anyway(self, job_id: str) -> None:
        self.apply(job_id, JobEvent.CHANGE, run_anyway=True)

    def move(self, job_id: str, move: Move) -> None:
        self.apply(job_id, JobEvent.CHANGE)
        self.commands.append(("move", job_id, move))

    def skip_file(self, job_id: str, number: int) -> None:
        self.apply(job_id, JobEvent.CHANGE)
        self.commands.append(("skip", job_id, number))

    def retry_file(self, job_id: str, number: int) -> None:
        self.apply(job_id, JobEvent.CHANGE)
        self.commands.append(("retry", job_id, number))

    async def change_link(
        self, job_id: str, number: int, url: str, headers: Headers | None = None
    ) -> None:
        await asyncio.sleep(0)
        link = parse_link(url).url
        state = self.job(job_id).state
        self.apply(job_id, JobEvent.CHANGE, files=self._with(job_id, number, url=link, error=None))
        if state is JobState.ERROR:
            self.resume(job_id)
        given = () if headers is None else (headers,)
        self.commands.append(("change_link", job_id, number, url, *given))

    async def rename_file(self, job_id: str, number: int, name: str) -> None:
        await asyncio.sleep(0)
        self._refuse_if_asked_to()
        job, file = self.job(job_id), self._file(job_id, number)
        path = file.path and file.path.with_name(name)
        files = self._with(job_id, number, name=name, requested_name=name, path=path)
        follows = len(job.files) == 1 and job.name == file.name
        self.put(replace(job, files=files, name=name if follows else job.name))
        self.commands.append(("rename", job_id, number, name))

    def change_settings(self, settings: Settings) -> None:
        self._refuse_if_asked_to()
        self.settings = settings

    def subscribe(self, on_change: Callable[[str], None]) -> Callable[[], None]:
        self._on_modified.append(on_change)
        return lambda: self._on_modified.remove(on_change)

    def subscribe_news(
        self, on_news: NewsHandler, concerns: Callable[[str], bool] = every_job
    ) -> Callable[[], None]:
        def hear(news: News) -> asyncio.Future[None] | None:
            return on_news(news) if concerns(news.job_id) else None

        self._on_news.append(hear)
        return lambda: self._on_news.remove(hear)

    async def close(self) -> None:
        await asyncio.sleep(0)
        self.is_closed = True

    # --- inside ----------------------------------------------------------------------------------

    def apply(self, job_id: str, event: JobEvent, **changes: Any) -> None:
        """Carry a command out, as the table of states allows."""
        self._refuse_if_asked_to()
        job = self.job(job_id)
        state = next_state(job.state, event)
        held = job.is_held and state is JobState.TRANSIENT_ERROR
        self.put(replace(job, state=state, is_held=held, **changes))

    def _file(self, job_id: str, number: int) -> FileSnapshot:
        for file in self.job(job_id).files:
            if file.number == number:
                return file
        raise RefusedError(f"The job has no file {number}.")

    def _with(self, job_id: str, number: int, **changes: Any) -> tuple[FileSnapshot, ...]:
        """The job's files, one of them changed."""
        changed = replace(self._file(job_id, number), **changes)
        files = self.job(job_id).files
        return tuple(changed if file.number == number else file for file in files)

    def _refuse_if_asked_to(self) -> None:
        if self.refuses is not None:
            raise self.refuses

    def _modified(self, job_id: str) -> None:
        for handler in list(self._on_modified):
            handler(job_id)


def refused_command(state: JobState, event: JobEvent) -> InvalidStateError:
    """What the engine raises where the table has no entry."""
    return InvalidStateError(state, event)


def _guess(url: str) -> Probe:
    link = parse_link(url).url
    name = link.rpartition("/")[2] or "index.html"
    return Probe(link, name, 100 * MB, True, redacted(link), etag='"v1"')
