"""One run of one job: its files side by side, until nothing moves any more.

A run begins when the job gets a slot. A file that fails for a while is tried again inside the run
as long as others move; when nothing moves, the run ends and says why. What that means for the job
is the floor's decision.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from engine import story, unfold
from engine.clock import Clock, wall_time
from engine.credentials import Credentials, Secret
from engine.errors import JobError
from engine.fetch import BeginFetch, Fetch
from engine.fetch_spec import spec_of
from engine.job import FileState, Job, JobFile
from engine.job_names import follow_file
from engine.lanes import Lanes
from engine.mailbox import Mailbox
from engine.metalink import Metalink
from engine.part import PartState
from engine.pauses import is_of_host
from engine.redaction import without_known_secrets
from engine.retry import LONGEST_SILENCE, SMALLEST_RETRY_DELAY, Wait, silence_allowed
from engine.settler import Try
from engine.speed import Speed
from engine.tasks import sleep_or_change
from engine.timeline import TimelineKind
from engine.wire.exchanges import Crowd
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from engine.wire.line import LinePool
from engine.wire.spec import (
    Exchange,
    TransferResult,
    TransferStart,
)

FILES_AT_ONCE = 4
SECONDS_TO_STOP = 0.5
GONE = "no keyring gives its sign-in and headers: they were not kept"


class Desk(Protocol):
    """Whom the runner reports to, on the main thread."""

    def job_connected(self, job: Job) -> None:
        """The first validated answer of this run is here."""

    def window_closed(self, job: Job) -> None:
        """New bytes have come after an error."""

    def file_saved(self, job: Job, file: JobFile) -> None:
        """What is known of the file changed and must reach the store."""

    def files_transferred(self, job: Job, count: int) -> None:
        """All bytes of `count` more files are in, synced and checked."""

    def note(self, job: Job, kind: TimelineKind, text: str) -> None:
        """Something for the timeline."""

    def exchanged(self, job: Job, exchange: Exchange) -> None:
        """A server was asked for something."""


class Means(NamedTuple):
    """What all runs share: how a fetch is begun, the limits for all of them, idle connections."""

    begin: BeginFetch
    limit: Limiter
    hosts: Hosts
    pool: LinePool


class Runner:
    """Runs a job's pending files; `run` once, `stop` from the main thread at any time."""

    def __init__(self, job: Job, desk: Desk, credentials: Credentials, means: Means) -> None:
        self.job = job
        self._desk = desk
        self._credentials = credentials
        self._means = means
        self._clock: Clock = job.clock
        self._limiter = Limiter(job.options.rate_limit, parent=means.limit)
        self._mailbox = Mailbox()
        self._lanes = Lanes(job.id, FILES_AT_ONCE, self._fetch, self._report, _is_turned_away)
        self._secret = Secret()
        self._silence = LONGEST_SILENCE
        self._mount = job.mount
        # By number: what was put into the lanes and not reported yet.
        self._under_way: set[int] = set()
        # Of those: to be fetched from another link as soon as they have stopped.
        self._anew: set[int] = set()
        self._waiting: list[tuple[float, JobFile]] = []
        # What is not begun before the host has answered once.
        self._later: list[JobFile] = []
        self._heard = asyncio.Event()
        self._broke: Exception | None = None
        self._noted: set[str] = set()
        self._speed = Speed()
        self.crowd = Crowd()
        self.bytes_present = 0
        """Of all files, at the last sample."""
        self._connected = False
        self._stopped = False

    def __repr__(self) -> str:
        how = "stopping" if self._stopped else "running"
        return f"<Runner of {self.job.id}, {how}, {len(self._under_way)} files under way>"

    def stop(self) -> None:
        """End the run soon; what is on disk stays and is checkpointed."""
        self._stopped = True
        self._under_way -= _numbers(self._lanes.stop())
        self._heard.set()

    @property
    def is_connected(self) -> bool:
        """Whether a good answer came in this run."""
        return self._connected

    def add_files(self, files: Iterable[JobFile]) -> None:
        """Bring these too; one that is just being stopped, as soon as it has stopped."""
        busy = [file for file, _ in self._lanes.moving()]
        soon = self._clock.now() + SECONDS_TO_STOP
        for file in files:
            if any(one is file for one in busy):
                self._waiting.append((soon, file))
            else:
                self._put([file])

    def stop_file(self, file: JobFile) -> None:
        """Go on without the file, whose state says that it is not wanted."""
        self._waiting = [entry for entry in self._waiting if entry[1] is not file]
        self._later = [one for one in self._later if one is not file]
        if self._lanes.drop(file):
            self._under_way.discard(file.number)
            self._heard.set()

    def fetch_anew(self, file: JobFile) -> None:
        """Fetch the file from the link that it has now, whatever is under way from another."""
        self._waiting = [entry for entry in self._waiting if entry[1] is not file]
        if any(one is file for one in self._later):
            return
        if self._lanes.drop(file):
            self._under_way.discard(file.number)
        if file.number in self._under_way:
            self._anew.add(file.number)
        else:
            self._put([file])

    def fetch_of(self, file: JobFile) -> Fetch | None:
        """What brings the file now, if anything does."""
        return next((fetch for moving, fetch in self._lanes.moving() if moving is file), None)

    def follow_options(self) -> None:
        """Take over what may change in the middle of a run: the speed limit, the connections."""
        self._limiter.set_rate(self.job.options.rate_limit)
        for _, fetch in self._lanes.moving():
            fetch.allow(self.job.options.connections)

    def use(self, secret: Secret) -> None:
        """Other headers and sign-ins, for what is begun from now on."""
        self._secret = secret

    def sample(self) -> None:
        """Read the counters of the wire: bytes here, progress, speed, connections."""
        self._lanes.widen()
        self._choose_silence()
        moving = self._lanes.moving()
        for file, fetch in moving:
            self._take_count(file, fetch)
            if file.state is FileState.SKIPPED or file.number in self._anew:
                fetch.stop()
        self.bytes_present = self.job.bytes_present
        self._speed.sample(self.bytes_present, self._clock.now())
        self.job.rate = self._speed.rate
        self.job.connections = sum(fetch.connections for _, fetch in moving)
        sources = (one for _, fetch in moving for one in fetch.sources())
        self.job.servers = tuple(dict.fromkeys(one.host for one in sources if one.connections))

    async def run(self) -> JobFile | None:
        """The file whose error is why the job cannot be finished now; None when all files are in,
        or it was stopped.
        """
        self._secret = await self._recall_secret()
        self._choose_silence()
        try:
            pending = self.job.pending_files
            at_once = len(pending) if self.job.pause.is_open else 1
            self._later = pending[at_once:]
            self._put(pending[:at_once])
            while self._under_way:
                await self._hear_or_due()
                self._put(self._take_due())
        finally:
            self._mailbox.close()
        if self._broke:
            raise self._broke
        return self._verdict()

    async def _recall_secret(self) -> Secret:
        reference = self.job.options.secret
        secret = reference and await self._credentials.recall(reference)
        if reference and not secret:
            self._desk.note(self.job, TimelineKind.SETTING, GONE)
        return secret or Secret()

    def _choose_silence(self) -> None:
        """For the tries that begin now, in other threads, which read no clock of ours."""
        self._silence = silence_allowed(self.job.policy, self.job.window.elapsed)

    def _put(self, files: list[JobFile]) -> None:
        if files and not self._stopped:
            self._under_way |= _numbers(files)
            self._lanes.put(files)

    async def _hear_or_due(self) -> None:
        """Return when something was reported, or a file that waits is due."""
        dues = [due for due, file in self._waiting if file.number not in self._under_way]
        until_due = min(dues) - self._clock.now() if dues else None
        await sleep_or_change(self._clock, until_due, self._heard)

    def _take_due(self) -> list[JobFile]:
        now = self._clock.now()
        due = [
            file for at, file in self._waiting if at <= now and file.number not in self._under_way
        ]
        # One that is just being stopped is looked at again when it has stopped.
        self._waiting = [
            (at, file) for at, file in self._waiting if at > now or file.number in self._under_way
        ]
        return due

    def _wait_in_run(self, file: JobFile, error: JobError) -> None:
        """Have a file that failed for a while tried again while others move."""
        if not error.is_transient or file.state is not FileState.PENDING:
            return
        file.failures += 1
        wait = Wait(self._clock.now(), 0.0, file.failures, random.random(), error.retry_after)
        due = wait.retry_at(self.job.policy)
        if due is not None:
            self._waiting.append((due, file))

    def _keep_back(self, error: JobError) -> None:
        """The host has turned away too many: the others wait a little as well."""
        files = self._lanes.take_back()
        self._under_way -= _numbers(files)
        soon = self._clock.now() + max(error.retry_after or 0.0, SMALLEST_RETRY_DELAY)
        self._waiting += [(soon, file) for file in files]

    def _put_later_ones(self) -> None:
        """The host has answered the first: now the others."""
        files, self._later = self._later, []
        self._put(files)

    def _verdict(self) -> JobFile | None:
        """The file whose error decides about the job.

        What waits to retry goes before what waits for a hold, and both before what failed for good.
        """
        if self._stopped:
            return None
        unfinished = (FileState.PENDING, FileState.FAILED)
        failed = [file for file in self.job.files if file.error and file.state in unfinished]
        return min(failed, key=_weight, default=None)

    # Called in the threads of the lanes. Nobody else touches a file that is under way.

    def _fetch(self, file: JobFile) -> Fetch:
        listener = _Listener(self, self._mailbox, file)
        spec = spec_of(
            self.job,
            file,
            self._secret,
            self._credentials,
            stall_timeout=self._silence,
            mount=self._mount,
        )
        means = self._means
        return means.begin(spec, listener, self._limiter, pool=means.pool, hosts=means.hosts)

    def _report(self, tries: list[Try]) -> None:
        self._mailbox.post_at_once(self._tried, tries)

    # Called on the main thread, through the mailbox.

    def _tried(self, tries: Iterable[Try]) -> None:
        """These tries have ended; what was brought is on disk."""
        transferred = 0
        for one in tries:
            self._under_way.discard(one.file.number)
            one.file.seconds += one.seconds
            if one.fetch:
                self._take_count(one.file, one.fetch)
                _keep_sources(one.file, one.fetch)
            if one.file.state is FileState.SKIPPED or self._begins_anew(one):
                continue
            match one.outcome:
                case TransferResult() as result:
                    transferred += self._take(one.file, result)
                    self._put_later_ones()
                # One that comes after the stop is of a try that nobody wanted any more.
                case JobError() as error if not self._stopped:
                    self._fail(one.file, error)
                    self._wait_in_run(one.file, error)
                    if not _is_turned_away(one):
                        self._put_later_ones()
                    elif self._lanes.is_broken_off:
                        self._keep_back(error)
                case Exception() as broken:
                    self._broke = broken
                    self.stop()
            self._desk.file_saved(self.job, one.file)
        if transferred:
            self._desk.files_transferred(self.job, transferred)
        self._heard.set()

    def _take(self, file: JobFile, result: TransferResult) -> bool:
        """Whether the file is in; else it was a document that tells of others."""
        if result.metalink:
            self._unfold(file, result.metalink)
            return False
        self._finish(file, result)
        self.file_noted(file, TimelineKind.FINISHED, story.finished(file))
        return True

    def _unfold(self, file: JobFile, document: Metalink) -> None:
        """The link led to a Metalink: fetch the files that it tells of."""
        added = unfold.unfold(self.job, file, document)
        for one in added:
            self._desk.file_saved(self.job, one)
        told = f"it tells of {len(document.files)} files"
        self._desk.note(self.job, TimelineKind.METALINK, told)
        self._put([file, *added])

    def _begins_anew(self, one: Try) -> bool:
        """Whether the try was of a link that the file no longer has; another one is begun."""
        was_old = one.file.number in self._anew
        self._anew.discard(one.file.number)
        if not was_old or isinstance(one.outcome, TransferResult):
            return False
        self._desk.file_saved(self.job, one.file)
        self._put([one.file])
        return True

    def _take_count(self, file: JobFile, fetch: Fetch) -> None:
        if fetch.total is not None:
            # Also of a file that did not begin, because the disk has no room for that much.
            file.size = fetch.total
        if file.reached(fetch.bytes_present):
            file.failures = 0
            was_open = self.job.window.is_open
            self.job.progressed(wall_time())
            if was_open:
                self._desk.window_closed(self.job)

    def _fail(self, file: JobFile, error: JobError) -> None:
        file.error = error = without_known_secrets(error)
        if len(self.job.files) > 1:
            # That of the only file is told when the run ends.
            self.file_noted(file, TimelineKind.ERROR, story.failed(error))
        if not error.remedy.keeps_part:
            file.start_over()
        is_over = not (error.is_transient or error.is_hold)
        if is_over and file.state is FileState.PENDING:
            file.state = FileState.FAILED

    def _finish(self, file: JobFile, result: TransferResult) -> None:
        before, file.part = file.name, result.part
        file.size = result.size
        file.reached(result.size)
        file.resumed_from = result.resumed_from
        file.verified = result.verified
        file.size_verified = result.size_verified
        file.modified = result.modified
        file.unchanged = result.unchanged
        file.error = None
        if result.unchanged and file.known is not None:
            file.path = Path(file.known.path)
        follow_file(self.job, file, before)
        file.state = FileState.DELIVERED if file.path else FileState.TRANSFERRED

    def file_started(self, file: JobFile, start: TransferStart) -> None:
        """The server's answer was validated and the part file is there."""
        file.resumed_from = start.resumed_from
        file.after_restart = file.is_from_store and start.resumed_from > 0
        file.is_from_store = False
        file.size = start.part.size
        self._mount = self._mount or start.part.mount
        self.file_checkpointed(file, start.part)
        if not self._stopped and not self._connected:
            self._connected = True
            self._desk.job_connected(self.job)
            self._put_later_ones()
        where = " ".join(filter(None, (start.address, start.protocol, start.tls)))
        if where not in self._noted:
            # Once a run: of a thousand small files it says nothing new.
            self._noted.add(where)
            self._desk.note(self.job, TimelineKind.CONNECTED, where)

    def file_checkpointed(self, file: JobFile, part: PartState) -> None:
        """These bytes are synced."""
        # Also of one that was skipped meanwhile: what is here of it must be found in the end.
        if file.state not in (FileState.TRANSFERRED, FileState.DELIVERED):
            before, file.part = file.name, part
            follow_file(self.job, file, before)
            self._desk.file_saved(self.job, file)

    def file_exchanged(self, file: JobFile, exchange: Exchange) -> None:
        """A server was asked for something of the file."""
        self._desk.exchanged(self.job, replace(exchange, file_number=file.number))

    def file_noted(self, file: JobFile, kind: TimelineKind, text: str) -> None:
        """Something for the timeline."""
        if kind is TimelineKind.STARTED_OVER:
            file.started_over = text
        self._desk.note(self.job, kind, story.of_file(self.job, file, text))


def _keep_sources(file: JobFile, fetch: Fetch) -> None:
    """What became of each, for people to see when nothing moves any more."""
    sources = fetch.sources()
    if len(sources) > 1 or file.sources:
        file.sources = tuple(replace(one, connections=0) for one in sources)


def _is_turned_away(one: Try) -> bool:
    """Whether the next file of the host would fare no better."""
    if not isinstance(one.outcome, JobError):
        return False
    was_answered = one.fetch is not None and one.fetch.total is not None
    return is_of_host(one.outcome, was_answered=was_answered)


def _numbers(files: Iterable[JobFile]) -> set[int]:
    return {file.number for file in files}


def _weight(file: JobFile) -> int:
    if file.state is FileState.FAILED or file.error is None:
        return 2
    return 0 if file.error.is_transient else 1


class _Listener:
    """Carries what a wire thread reports over to the main thread."""

    def __init__(self, runner: Runner, mailbox: Mailbox, file: JobFile) -> None:
        self._runner = runner
        self._mailbox = mailbox
        self._file = file

    def started(self, start: TransferStart) -> None:
        """See `TransferListener`."""
        self._mailbox.post(self._runner.file_started, self._file, start)

    def checkpointed(self, part: PartState) -> None:
        """See `TransferListener`."""
        self._mailbox.post(self._runner.file_checkpointed, self._file, part)

    def noted(self, kind: TimelineKind, text: str) -> None:
        """See `TransferListener`."""
        self._mailbox.post(self._runner.file_noted, self._file, kind, text)

    def wants_exchange(self, status: int | None) -> bool:
        """See `ExchangeListener`."""
        return self._runner.crowd.lets_through(status)

    def exchanged(self, exchange: Exchange) -> None:
        """See `ExchangeListener`."""
        self._mailbox.post(self._runner.file_exchanged, self._file, exchange)
