"""One run of one job: its files side by side, until nothing moves any more.

A run begins when the job gets a slot. A file that fails for a while is tried again inside the run
as long as others move; when nothing moves, the run ends and says why. What that means for the job
is the manager's decision.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeAlias

from engine.clock import Clock, wall_time
from engine.credentials import Credentials, Secret, login_key
from engine.errors import JobError, TransferFailed, TransferStopped
from engine.job import FileState, Job, JobFile
from engine.part import PartState
from engine.retry import Wait
from engine.speed import Speed
from engine.threads import in_thread
from engine.timeline import TimelineKind
from engine.wire.limiter import Limiter
from engine.wire.spec import TransferListener, TransferResult, TransferSpec, TransferStart
from engine.wire.transfer import Transfer

FILES_AT_ONCE = 4


class Fetch(Protocol):
    """What the runner needs of a transfer; `engine.wire.transfer.Transfer` is the real one."""

    @property
    def bytes_present(self) -> int:
        """How many bytes of the file are here."""

    @property
    def total(self) -> int | None:
        """The whole file's size in bytes, None while it is unknown."""

    @property
    def connections(self) -> int:
        """How many connections bring bytes now."""

    def run(self) -> TransferResult:
        """Bring the file in; blocks."""

    def stop(self) -> None:
        """Make `run` end soon."""


BeginFetch: TypeAlias = Callable[[TransferSpec, TransferListener, Limiter], Fetch]


class Desk(Protocol):
    """Whom the runner reports to, on the main thread."""

    def job_connected(self, job: Job) -> None:
        """The first validated answer of this run is here."""

    def window_closed(self, job: Job) -> None:
        """New bytes have come after an error."""

    def file_saved(self, job: Job, file: JobFile) -> None:
        """What is known of the file changed and must reach the store."""

    def file_transferred(self, job: Job, file: JobFile) -> None:
        """All bytes of the file are in, synced and checked."""

    def note(self, job: Job, kind: TimelineKind, text: str) -> None:
        """Something for the timeline."""


class Runner:
    """Runs a job's pending files; `run` once, `stop` from the main thread at any time."""

    def __init__(
        self,
        job: Job,
        desk: Desk,
        credentials: Credentials,
        begin: BeginFetch = Transfer,
    ) -> None:
        self.job = job
        self._desk = desk
        self._credentials = credentials
        self._begin = begin
        self._clock: Clock = job.clock
        self._limiter = Limiter(job.options.rate_limit)
        self._live: dict[int, Fetch] = {}
        self._speed = Speed()
        self._stopped = False

    def __repr__(self) -> str:
        how = "stopping" if self._stopped else "running"
        return f"<Runner of {self.job.id}, {how}, {len(self._live)} files moving>"

    def stop(self) -> None:
        """End the run soon; what is on disk stays and is checkpointed."""
        self._stopped = True
        for fetch in self._live.values():
            fetch.stop()

    def sample(self) -> None:
        """Read the counters of the wire: bytes here, progress, speed, connections."""
        for number, fetch in self._live.items():
            self._take_count(self.job.files[number], fetch)
        present = sum(file.bytes_present for file in self.job.files)
        self._speed.sample(present, self._clock.now())
        self.job.rate = self._speed.rate
        self.job.connections = sum(fetch.connections for fetch in self._live.values())

    async def run(self) -> JobError | None:
        """Why the job cannot be finished now; None when all files are in, or it was stopped."""
        secret = await self._recall_secret()
        fresh = list(reversed(self.job.pending_files))
        moving: dict[asyncio.Task[JobError | None], JobFile] = {}
        waiting: list[tuple[float, JobFile]] = []
        while not self._stopped:
            fresh += self._take_due(waiting)
            while fresh and len(moving) < FILES_AT_ONCE:
                file = fresh.pop()
                moving[asyncio.create_task(self._try(file, secret))] = file
            if not moving:
                break
            for task in await self._first_of(moving, waiting):
                self._wait_in_run(moving.pop(task), task.result(), waiting)
        await asyncio.gather(*moving)
        return self._verdict()

    async def _recall_secret(self) -> Secret:
        reference = self.job.options.secret
        return (reference and await self._credentials.recall(reference)) or Secret()

    async def _first_of(
        self,
        moving: dict[asyncio.Task[JobError | None], JobFile],
        waiting: list[tuple[float, JobFile]],
    ) -> list[asyncio.Task[JobError | None]]:
        """Return when a file has ended or a waiting one is due."""
        tasks: set[asyncio.Task[object]] = {*moving}
        if waiting:
            until_due = min(due for due, _ in waiting) - self._clock.now()
            tasks.add(asyncio.create_task(self._clock.sleep(until_due)))
        done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in rest - moving.keys():
            task.cancel()
        return [task for task in moving if task in done]

    def _take_due(self, waiting: list[tuple[float, JobFile]]) -> list[JobFile]:
        now = self._clock.now()
        due = [entry for entry in waiting if entry[0] <= now]
        for entry in due:
            waiting.remove(entry)
        return [file for _, file in due]

    def _wait_in_run(
        self, file: JobFile, error: JobError | None, waiting: list[tuple[float, JobFile]]
    ) -> None:
        """Have a file that failed for a while tried again while others move."""
        if error is None or not error.is_transient:
            return
        file.failures += 1
        wait = Wait(self._clock.now(), 0.0, file.failures, random.random(), error.retry_after)
        due = wait.retry_at(self.job.policy)
        if due is not None:
            waiting.append((due, file))

    def _verdict(self) -> JobError | None:
        """The error that decides about the job.

        What waits to retry goes before what waits for a hold, and both before what failed for good.
        """
        if self._stopped:
            return None
        pending = [file.error for file in self.job.pending_files if file.error]
        failed = [
            file.error for file in self.job.files if file.state is FileState.FAILED and file.error
        ]
        by_weight = sorted(pending, key=lambda error: not error.is_transient) + failed
        return by_weight[0] if by_weight else None

    async def _try(self, file: JobFile, secret: Secret) -> JobError | None:
        """Fetch one file once; the error when it failed."""
        fetch = self._begin(self._spec(file, secret), _Listener(self, file), self._limiter)
        try:
            result = await self._fetched(file, fetch)
        except TransferStopped:
            return None
        except TransferFailed as failure:
            self._fail(file, failure.error)
            return failure.error
        else:
            self._finish(file, result)
            return None
        finally:
            self._desk.file_saved(self.job, file)

    async def _fetched(self, file: JobFile, fetch: Fetch) -> TransferResult:
        """What comes of `fetch` in its thread; until then its counters can be sampled."""
        self._live[file.number] = fetch
        began = self._clock.now()
        try:
            return await in_thread(f"wire {self.job.id}", fetch.run)
        finally:
            del self._live[file.number]
            file.seconds += self._clock.now() - began
            self._take_count(file, fetch)

    def _spec(self, file: JobFile, secret: Secret) -> TransferSpec:
        return TransferSpec(
            url=file.url,
            folder=self.job.folder,
            requested_name=file.requested_name,
            headers=secret.headers,
            credentials=secret.logins.get(login_key(file.url)),
            ca_file=self.job.options.ca_file,
            checksum=file.checksum,
            connections=self.job.options.connections,
            part=file.part,
            high_water=file.high_water,
            known=file.known,
        )

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
        file.error = error
        if not error.remedy.keeps_part:
            file.start_over()
        if not (error.is_transient or error.is_hold):
            file.state = FileState.FAILED

    def _finish(self, file: JobFile, result: TransferResult) -> None:
        file.part = result.part
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
        file.state = FileState.DELIVERED if file.path else FileState.TRANSFERRED
        self._desk.file_transferred(self.job, file)

    # Called by `_Listener` on the main thread.

    def file_started(self, file: JobFile, start: TransferStart) -> None:
        """The server's answer was validated and the part file is there."""
        file.resumed_from = start.resumed_from
        file.size = start.part.size
        self.file_checkpointed(file, start.part)
        if not self._stopped:
            self._desk.job_connected(self.job)
        where = " ".join(filter(None, (start.address, start.protocol, start.tls)))
        self._desk.note(self.job, TimelineKind.CONNECTED, where)

    def file_checkpointed(self, file: JobFile, part: PartState) -> None:
        """These bytes are synced."""
        if file.state is FileState.PENDING:
            file.part = part
            self._desk.file_saved(self.job, file)

    def file_noted(self, kind: TimelineKind, text: str) -> None:
        """Something for the timeline."""
        self._desk.note(self.job, kind, text)


class _Listener:
    """Carries what a wire thread reports over to the main thread."""

    def __init__(self, runner: Runner, file: JobFile) -> None:
        self._loop = asyncio.get_running_loop()
        self._runner = runner
        self._file = file

    def started(self, start: TransferStart) -> None:
        """See `TransferListener`."""
        self._loop.call_soon_threadsafe(self._runner.file_started, self._file, start)

    def checkpointed(self, part: PartState) -> None:
        """See `TransferListener`."""
        self._loop.call_soon_threadsafe(self._runner.file_checkpointed, self._file, part)

    def noted(self, kind: TimelineKind, text: str) -> None:
        """See `TransferListener`."""
        self._loop.call_soon_threadsafe(self._runner.file_noted, kind, text)
