"""Frozen views of a job for anyone outside the engine: what is, at the moment of looking."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from pathlib import Path

from engine.errors import JobError
from engine.job import FileState, Job, JobFile, MeteredPolicy, Priority, Profile
from engine.part import Checksum, FileRanges, PartState, Validator
from engine.states import JobEvent, JobState, accepts

_NO_VALIDATOR = Validator()
_NEVER_GIVES_UP = (JobState.ERROR, JobState.ACKNOWLEDGED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class FileSnapshot:
    """One file of a job. Sizes are bytes, None while unknown; `path` is set at delivery."""

    url: str
    name: str | None
    state: FileState
    size: int | None
    bytes_present: int
    resumed_from: int
    seconds: float
    verified: str | None
    unchanged: bool
    path: Path | None
    error: JobError | None
    size_verified: bool = True
    number: int = 0
    """Names the file in commands; never changes."""
    requested_name: str | None = None
    """The name that the person chose."""
    checksum: Checksum | None = None
    checksum_file: str | None = None
    started_over: str = ""
    """Why the file begins anew, while less of it is here than once was; English."""
    after_restart: bool = False
    """`resumed_from` is what was here when the program started."""
    validator: Validator = _NO_VALIDATOR
    """What the server called the version of which bytes are here; stored, so known at once. Empty
    where only a mirror told of it.
    """
    mirrors: tuple[str, ...] = ()
    """Other links to the same file."""


@dataclass(frozen=True, slots=True)
class JobSnapshot:
    """One job. Times that run are seconds, dates are seconds since 1970, sizes are bytes.

    `retry_in` is None unless a try is due by itself; `gives_up_in` is None unless the retry window
    is open and the job does give up; `without_progress` is what the window has measured, None while
    it is closed.
    """

    id: str
    name: str
    folder: Path
    state: JobState
    priority: Priority
    profile: Profile
    position: int
    files: tuple[FileSnapshot, ...]
    size: int | None
    bytes_present: int
    rate: float
    time_left: float | None
    connections: int
    error: JobError | None
    error_count: int
    gave_up: bool
    is_held: bool
    asked_to_wait_longer: bool
    retry_in: float | None
    gives_up_in: float | None
    without_progress: float | None
    no_progress_timeout: float | None
    minimum_retry_delay: float
    auto_complete: bool
    created: float
    modified: float
    transferred: float | None
    rate_limit: int = 0
    """Bytes a second that the job may bring; 0 is no limit of its own."""
    metered: MeteredPolicy = MeteredPolicy.ALWAYS
    run_anyway: bool = False
    """No network holds the job."""
    maximum_download_time: float | None = None
    """Seconds that the job may take once it is resumed; None is for ever."""
    most_connections: int = 8
    """How many connections a file may have."""
    ca_file: Path | None = None
    has_secrets: bool = False
    """There are headers or sign-ins for the job, which nobody gets to see."""
    secrets_last: bool = True
    """False: they are forgotten when the program ends, because there is no keyring."""
    proxy: str | None = None
    pins: tuple[str, ...] = ()
    allow_downgrade: bool = False
    client_certificate: Path | None = None
    waits_for_host: bool = False
    """Other jobs' tries on its host decide when this one may try again."""
    last_progress: float | None = None
    """The date of the last new byte."""
    tries: int = 0
    """How often the job began to fetch."""

    servers: tuple[str, ...] = ()
    """The hosts that bring bytes now."""

    def accepts(self, event: JobEvent) -> bool:
        """Whether a command would be allowed; the window enables its actions by this alone."""
        return accepts(self.state, event)

    @property
    def url(self) -> str:
        """The first file's link; empty for a job that has no file yet."""
        return self.files[0].url if self.files else ""

    @property
    def fraction(self) -> float | None:
        """Share of the bytes that are here, 0 to 1; None while the size is unknown."""
        if self.size is None:
            return None
        return self.bytes_present / self.size if self.size else 1.0


def view(job: Job) -> JobSnapshot:
    """The job as it is now."""
    if not job.state.is_final:
        return _view(job)
    # No clock of it runs, and of thousands of jobs most are over.
    seen: JobSnapshot | None = job.seen
    if seen is None or any(map(_differs, job.files, seen.files)):
        job.seen = seen = _view(job)
    return seen


def _differs(file: JobFile, seen: FileSnapshot) -> bool:
    return file.seen is not seen


def _view(job: Job) -> JobSnapshot:
    wanted = [file for file in job.files if file.state is not FileState.SKIPPED]
    size = _sum_if_known([file.size for file in wanted])
    present = sum([file.bytes_present for file in wanted])
    times, policy, options, window, wait = (
        job.times,
        job.policy,
        job.options,
        job.window,
        job.wait,
    )
    state, retry_at = job.state, job.retry_at if wait else None
    is_open = window.is_open
    return JobSnapshot(
        id=job.id,
        name=job.name,
        folder=job.folder,
        state=state,
        priority=job.priority,
        profile=job.profile,
        position=job.position,
        files=tuple([file.seen or _look_at(file) for file in job.files]),
        size=size,
        bytes_present=present,
        rate=job.rate,
        time_left=_time_left(job, size, present),
        connections=job.connections,
        servers=job.servers,
        error=job.error,
        error_count=job.error_count,
        gave_up=job.gave_up,
        is_held=job.is_held,
        asked_to_wait_longer=wait is not None and wait.outlasts(policy),
        retry_in=None if retry_at is None else max(0.0, retry_at - job.clock.now()),
        gives_up_in=job.time_left if is_open and state not in _NEVER_GIVES_UP else None,
        without_progress=window.elapsed if is_open else None,
        no_progress_timeout=policy.no_progress_timeout,
        minimum_retry_delay=policy.minimum_retry_delay,
        auto_complete=job.auto_complete,
        created=times.created,
        modified=times.modified,
        transferred=times.transferred,
        rate_limit=options.rate_limit,
        metered=options.metered,
        run_anyway=options.run_anyway,
        maximum_download_time=options.maximum_download_time,
        most_connections=options.connections,
        ca_file=options.ca_file,
        has_secrets=options.secret is not None,
        secrets_last=job.secrets_last,
        proxy=options.proxy,
        pins=options.pins,
        allow_downgrade=options.allow_downgrade,
        client_certificate=options.client_certificate,
        waits_for_host=wait is not None and job.pause.opens_at == inf,
        last_progress=times.progress,
        tries=job.tries,
    )


def ranges_at_rest(file: JobFile) -> FileRanges:
    """Which bytes of a file are here that nobody fetches now."""
    if file.state is FileState.DELIVERED and file.size:
        return FileRanges(file.size, ((0, file.size),))
    return FileRanges(file.size, file.part.present if file.part else ())


def _look_at(file: JobFile) -> FileSnapshot:
    snapshot = FileSnapshot(
        url=file.url,
        name=file.name,
        state=file.state,
        size=file.size,
        bytes_present=file.bytes_present,
        resumed_from=file.resumed_from,
        seconds=file.seconds,
        verified=file.verified,
        unchanged=file.unchanged,
        path=file.path,
        error=file.error,
        size_verified=file.size_verified,
        number=file.number,
        requested_name=file.new_name or file.requested_name,
        checksum=file.checksum,
        checksum_file=file.checksum_file,
        started_over=file.started_over,
        after_restart=file.after_restart,
        validator=_validator_of(file.part),
        mirrors=file.mirrors.links if file.mirrors else (),
    )
    file.seen = snapshot
    return snapshot


def _validator_of(part: PartState | None) -> Validator:
    return _NO_VALIDATOR if part is None or part.source else part.validator


def _sum_if_known(sizes: list[int | None]) -> int | None:
    known = [size for size in sizes if size is not None]
    return sum(known) if known and len(known) == len(sizes) else None


def _time_left(job: Job, size: int | None, present: int) -> float | None:
    if size is None or job.rate <= 0 or job.state is not JobState.TRANSFERRING:
        return None
    return max(0, size - present) / job.rate
