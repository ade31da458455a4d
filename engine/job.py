"""A job: a named container of files, with a state, a priority and what the person chose.

`Job.apply` is the only place in the program that changes a state.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.clock import Clock
from engine.errors import JobError
from engine.part import Checksum, FileSource, KnownFile, Mirrors, PartState
from engine.pauses import HostPause
from engine.retry import AN_INSTANT, RetryPolicy, RetryWindow, Wait, time_left
from engine.states import (
    BG_E_INVALID_STATE,
    DO_E_INVALID_STATE,
    JobEvent,
    JobState,
    accepts,
    next_state,
)
from engine.stopwatch import Stopwatch

# What a person does to a job, or has done to it; it is not forgotten then.
_CARES = frozenset({JobEvent.RESUME, JobEvent.SUSPEND, JobEvent.RETRY, JobEvent.CHANGE})


_set = object.__setattr__


class Priority(enum.IntEnum):
    """Who may run first (BITS: BG_JOB_PRIORITY); FOREGROUND jobs always run."""

    FOREGROUND = 0
    HIGH = 1
    NORMAL = 2
    LOW = 3


class Profile(enum.Enum):
    """Which contract gives a job its default timeout and its error code: BITS or Delivery
    Optimization.
    """

    BITS = "bits"
    DO = "do"


class MeteredPolicy(enum.Enum):
    """Whether a job may run where bytes cost money (BITS: BITS_JOB_TRANSFER_POLICY)."""

    ALWAYS = "always"
    NEVER = "never"
    ASK = "ask"
    """Not before the person said so."""


class FileState(enum.Enum):
    """Where a file of a job is."""

    PENDING = "pending"
    TRANSFERRED = "transferred"
    DELIVERED = "delivered"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class JobOptions:
    """How the files of a job are fetched. Header values and passwords are in the keyring.

    `maximum_download_time` is how many seconds the job may spend in CONNECTING and TRANSFERRING
    until somebody resumes it; None is for ever.
    """

    connections: int = 8
    rate_limit: int = 0
    ca_file: Path | None = None
    secret: str | None = None
    """Reference to headers and credentials, for `engine.credentials`."""
    mount: str | None = None
    """The mount point the folder was under when the job was made; None: the root file system."""
    metered: MeteredPolicy = MeteredPolicy.ALWAYS
    run_anyway: bool = False
    """No network holds the job."""
    maximum_download_time: float | None = None
    proxy: str | None = None
    """The way to the server: an address without a sign-in, "none" for straight, None as the
    settings say.
    """
    pins: tuple[str, ...] = ()
    """Certificates that are trusted for this job: "host:port" and the SHA-256 in hex."""
    allow_downgrade: bool = False
    """A server may send the job from https to http."""
    client_certificate: Path | None = None
    """PEM with its key, or PKCS#12."""


@dataclass(slots=True)
class JobFile:
    """One remote name and one local name inside a job."""

    number: int
    url: str
    requested_name: str | None = None
    checksum: Checksum | None = None
    known: KnownFile | None = None
    new_name: str | None = None
    """Chosen after the file was begun: what it will be called in the end, if nobody has it."""
    checksum_file: str | None = None
    """Link or absolute path of a checksum file with a line for this file."""
    mirrors: Mirrors | None = None
    """Where else it can be had. Once there is a part file only a person changes it."""
    proposed_name: str | None = None
    """What it is called where neither the person nor the server names it."""
    state: FileState = FileState.PENDING
    part: PartState | None = None
    high_water: int = 0
    """The most payload bytes this file ever had; only bytes beyond it are progress."""
    bytes_present: int = 0
    size: int | None = None
    seconds: float = 0.0
    resumed_from: int = 0
    verified: str | None = None
    size_verified: bool = True
    """False when nothing but the end of the connection told the end of the file."""
    unchanged: bool = False
    """The server still had the version we already hold; nothing was fetched."""
    modified: float | None = None
    path: Path | None = None
    error: JobError | None = None
    failures: int = 0
    """Tries that failed in this run since the file's last progress."""
    started_over: str = ""
    """Why what was here was dropped; empty once more is here than ever before."""
    mirrors_changed: bool = field(default=False, compare=False)
    """Other mirrors were given in this run, maybe after it was begun."""
    is_from_store: bool = field(default=False, compare=False)
    """It was begun before the program started, and has not been taken up since."""
    after_restart: bool = False
    """What brings it now has taken up what was here when the program started."""
    sources: tuple[FileSource, ...] = field(default=(), repr=False, compare=False)
    """Who had it, and why some were dropped, in the last try; empty where only one has it."""
    seen: Any = field(default=None, init=False, repr=False, compare=False)
    """The snapshot of the file as it is (see `engine.snapshot`); None since its last change."""

    def __setattr__(self, name: str, value: object) -> None:
        """A job of thousands of files is looked at often, and few of them change in between."""
        _set(self, name, value)
        if name != "seen":
            _set(self, "seen", None)

    @property
    def name(self) -> str | None:
        """What the file is called, or will be, as far as is known."""
        if self.path:
            return self.path.name
        if self.new_name or self.part is None:
            return self.new_name or self.requested_name or self.proposed_name
        return self.part.name

    def start_over(self) -> None:
        """Forget the bytes on disk; keep the name, and how far we once were."""
        if self.part is not None:
            self.part = PartState(self.part.name, mount=self.part.mount)
        self.bytes_present = 0

    def reached(self, count: int) -> bool:
        """Take note of `count` payload bytes on disk; True when some of them are new."""
        self.bytes_present = count
        if count <= self.high_water:
            return False
        self.high_water = count
        self.started_over = ""
        return True


@dataclass(slots=True)
class JobTimes:
    """Dates for people, seconds since 1970 (BITS: BG_JOB_TIMES)."""

    created: float
    modified: float
    transferred: float | None = None
    progress: float | None = None


@dataclass(slots=True, eq=False)
class Job:
    """The engine's own record of a job; anyone outside gets a `JobSnapshot`."""

    id: str
    name: str
    folder: Path
    files: list[JobFile]
    times: JobTimes
    clock: Clock
    position: int = 0
    priority: Priority = Priority.NORMAL
    profile: Profile = Profile.BITS
    policy: RetryPolicy = field(default_factory=RetryPolicy)
    options: JobOptions = field(default_factory=JobOptions)
    auto_complete: bool = True
    error: JobError | None = None
    error_count: int = 0
    failures: int = 0
    tries: int = 0
    """How often it has begun to fetch."""
    wait: Wait | None = None
    is_parked: bool = False
    """Has waited long enough, but its host lets nobody in."""
    secrets_last: bool = True
    """False when nothing keeps what it was given in secret beyond the end of the program."""
    gave_up: bool = False
    """True in ERROR when the window ran out rather than a fatal error came."""
    rate: float = 0.0
    connections: int = 0
    servers: tuple[str, ...] = ()
    """The hosts that bring bytes now."""
    window: RetryWindow = field(init=False)
    download_time: Stopwatch = field(init=False)
    """Seconds in CONNECTING and TRANSFERRING since somebody last resumed the job."""
    idle: Stopwatch = field(init=False)
    """Seconds since the job made progress or somebody did something to it."""
    pause: HostPause = field(init=False)
    """Shared with all jobs on the host that this one fetches from next."""
    seen: Any = field(default=None, init=False, repr=False)
    """The snapshot of a final job as it is; None since its last change."""
    _state: JobState = field(init=False, default=JobState.SUSPENDED)

    def __post_init__(self) -> None:
        self.window = RetryWindow(self.clock)
        self.download_time = Stopwatch(self.clock)
        self.idle = Stopwatch(self.clock)
        self.idle.run()
        self.pause = HostPause("", self.clock)

    def __repr__(self) -> str:
        return f"<Job {self.id} {self.name!r} {self._state.name} {self.window!r}>"

    @property
    def state(self) -> JobState:
        """Where the job is in its life; only `apply` and `restore` change it."""
        return self._state

    @property
    def invalid_state_code(self) -> int:
        """What a refused command reports: each contract has its own code."""
        return DO_E_INVALID_STATE if self.profile is Profile.DO else BG_E_INVALID_STATE

    @property
    def retry_at(self) -> float | None:
        """Engine time of the next try while the job waits for one, and it is known."""
        return self.wait.retry_at(self.policy, self.pause.opens_at) if self.wait else None

    @property
    def time_left(self) -> float | None:
        """Seconds without progress until the job gives up; None when it never does or nothing is
        amiss.
        """
        return time_left(self.policy, self.window.elapsed) if self.window.is_open else None

    @property
    def is_held(self) -> bool:
        """Waiting for a hold to be lifted; no timer retries it."""
        waits = self._state is JobState.TRANSIENT_ERROR
        return waits and self.error is not None and self.error.is_hold

    @property
    def pending_files(self) -> list[JobFile]:
        """The files that still have to be fetched."""
        return [file for file in self.files if file.state is FileState.PENDING]

    @property
    def bytes_present(self) -> int:
        """How many bytes of all files are here."""
        return sum(file.bytes_present for file in self.files)

    @property
    def mount(self) -> str | None:
        """The mount point that the job's folder is under; None for the root file system."""
        parts = (file.part for file in self.files if file.part is not None)
        of_parts = (part.mount for part in parts if part.mount is not None)
        return self.options.mount or next(of_parts, None)

    def accepts(self, event: JobEvent) -> bool:
        """Whether `apply(event)` would be allowed now."""
        return accepts(self._state, event)

    def require(self, event: JobEvent) -> None:
        """Raise `InvalidStateError` unless `event` is allowed now."""
        next_state(self._state, event, self.invalid_state_code)

    def apply(self, event: JobEvent) -> bool:
        """Change the state by the table; True when it became another one.

        Raises `InvalidStateError` and changes nothing where the table has no entry.
        """
        before = self._state
        self._state = next_state(before, event, self.invalid_state_code)
        if event in _CARES:
            self.idle.set(0.0)
        if event in (JobEvent.RESUME, JobEvent.RETRY):
            self.download_time.set(0.0)
        if self._state is not before:
            self._follow(before)
        return self._state is not before

    def restore(self, state: JobState, window_spent: float | None) -> None:
        """Take up a stored state: nothing is loaded as running, an open window goes on where it
        was.
        """
        under_way = state.is_running or state is JobState.TRANSIENT_ERROR
        self._state = JobState.QUEUED if under_way else state
        if window_spent is not None:
            self.window.reopen(window_spent)

    def change_policy(self, policy: RetryPolicy) -> None:
        """Take another timeout or delay; a wait and a window under way follow it at once.

        Raises `InvalidStateError` in a final state.
        """
        self.apply(JobEvent.CHANGE)
        self.policy = policy

    def progressed(self, at: float) -> None:
        """New bytes came at `at` (seconds since 1970): the window closes, delays begin anew."""
        self.idle.set(0.0)
        self.times.progress = at
        # Bytes may still come in the moment after a hold, or the end of the time, stopped the run.
        if self._state not in (JobState.TRANSIENT_ERROR, JobState.ERROR):
            self.error = None
        self.failures = 0
        self.window.close()

    def hold(self, error: JobError) -> None:
        """It may not run now, which is nobody's fault: no count rises, the window stands still."""
        self.require(JobEvent.HELD)
        self.error = error
        self.apply(JobEvent.HELD)
        self._end_wait()
        self.window.hold()

    def fail(self, error: JobError, jitter: float = 0.0) -> None:
        """A try has failed, or met a hold: state, window and wait follow the error's remedy.

        `jitter` is a random share from 0 to 1.
        """
        if error.is_hold:
            self.hold(error)
            return
        self.require(JobEvent.TRANSIENT_FAILURE)
        self.error = error
        self.error_count += 1
        if not error.is_transient:
            self.apply(JobEvent.FATAL_FAILURE)
        elif self.policy.never_retries:
            self.apply(JobEvent.FATAL_FAILURE)
            self.gave_up = True
        else:
            self.failures += 1
            self._wait_to_retry(error.retry_after, jitter)

    def fail_with_others(self, error: JobError, jitter: float = 0.0) -> None:
        """Another job's try told that the host fails: this one waits with it, and its window opens.

        It made no try, so the error count does not rise.
        """
        self.error = error
        self.failures = max(self.failures, 1)
        self._wait_to_retry(None, jitter)

    def stop_downloading(self, error: JobError) -> None:
        """The maximum download time is over."""
        self.apply(JobEvent.DOWNLOAD_TIME_OVER)
        self.error = error

    def give_up(self) -> None:
        """The window has run out."""
        self.apply(JobEvent.NO_PROGRESS_TIMED_OUT)
        self.gave_up = True

    @property
    def is_due(self) -> bool:
        """True when the job itself has waited long enough; its host may still let nobody in."""
        due = self._own_retry_at
        return due is not None and due <= self.clock.now() + AN_INSTANT

    @property
    def has_run_out(self) -> bool:
        """True when a waiting job has gone without progress for the whole timeout."""
        if self._state is not JobState.TRANSIENT_ERROR or self.is_held:
            return False
        return self.policy.never_retries or self.time_left == 0

    @property
    def download_time_left(self) -> float | None:
        """Seconds that a running job may go on running; None when nothing limits it."""
        most = self.options.maximum_download_time
        if most is None or not self._state.is_running:
            return None
        left = most - self.download_time.elapsed
        return left if left > AN_INSTANT else 0.0

    @property
    def next_deadline(self) -> float | None:
        """Engine time at which the job is due, gives up or must stop; None when nothing runs."""
        if self.download_time_left is not None:
            return self.clock.now() + self.download_time_left
        if self._state is not JobState.TRANSIENT_ERROR or self.is_held:
            return None
        own = self._own_retry_at
        if own is None or self.is_parked:
            return self.gives_up_at
        return own if self.retry_at is None else self.retry_at

    @property
    def gives_up_at(self) -> float | None:
        """Engine time at which the open window runs out, if nothing stops it; None when it does
        not run out.
        """
        if self.time_left is None or not self.window.is_running:
            return None
        return self.clock.now() + self.time_left

    @property
    def _own_retry_at(self) -> float | None:
        return self.wait.retry_at(self.policy) if self.wait else None

    def _wait_to_retry(self, retry_after: float | None, jitter: float) -> None:
        self.window.open()
        began, elapsed = self.clock.now(), self.window.elapsed
        self.apply(JobEvent.TRANSIENT_FAILURE)
        self.wait = Wait(began, elapsed, self.failures, jitter, retry_after)

    def _end_wait(self) -> None:
        self.wait = None
        self.is_parked = False

    def _follow(self, before: JobState) -> None:
        """What a change of state means for the window and the wait."""
        if before is JobState.ERROR:
            self.gave_up = False
            self.failures = 0
            self.window.close()
        self._end_wait()
        if self._state.is_running:
            self.download_time.run()
        else:
            self.download_time.hold()
        if self._state.is_running or (self._state is JobState.TRANSIENT_ERROR and not self.is_held):
            self.window.run()
        else:
            self.window.hold()
