"""A wire that behaves: brings bytes, fails, hangs until stopped, as a script says."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed, TransferStopped
from engine.part import ByteRange, FileRanges, FileSource, PartState
from engine.timeline import TimelineKind
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from engine.wire.line import LinePool
from engine.wire.spec import TransferListener, TransferResult, TransferSpec, TransferStart

SIZE = 1000
BUSY = JobError(ErrorKind.SERVER_BUSY, ErrorContext.REMOTE_FILE, "busy today", "h", http_status=503)
GONE = JobError(ErrorKind.NOT_FOUND, ErrorContext.REMOTE_FILE, subject="h", http_status=404)
FULL = JobError(ErrorKind.DISK_FULL, ErrorContext.LOCAL_FILE, subject="/d")
CHANGED = JobError(ErrorKind.FILE_CHANGED, ErrorContext.REMOTE_FILE, subject="h")


@dataclass(frozen=True)
class Try:
    """One try: have `reach` bytes of the file here, then fail with `error`, hang, or be done.

    `unsettled` is why the disk does not keep what was brought; one that `breaks` has a mistake in
    it.
    """

    reach: int = SIZE
    error: JobError | None = None
    hangs: bool = False
    unchanged: bool = False
    unsettled: JobError | None = None
    breaks: bool = False
    why_from_zero: str = ""
    """The wire drops what was here, and says so."""


@dataclass
class FakeWire:
    """Hands out fetches; `script[url]` is what the next tries of a link do, then they succeed.

    While it is `down` every try fails with that error.
    """

    script: dict[str, deque[Try]] = field(default_factory=lambda: defaultdict(deque))
    specs: list[TransferSpec] = field(default_factory=list)
    limiters: list[Limiter] = field(default_factory=list)
    hosts: list[Hosts] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    hanging: dict[str, list[FakeFetch]] = field(default_factory=lambda: defaultdict(list))
    begun: dict[str, list[FakeFetch]] = field(default_factory=lambda: defaultdict(list))
    settled: list[str] = field(default_factory=list)
    most_at_once: int = 0
    down: JobError | None = None

    def __call__(
        self,
        spec: TransferSpec,
        listener: TransferListener,
        limiter: Limiter,
        *,
        pool: LinePool,
        hosts: Hosts,
    ) -> FakeFetch:
        self.hosts.append(hosts)
        self.specs.append(spec)
        self.limiters.append(limiter)
        if self.down:
            return FakeFetch(self, spec, listener, Try(reach=0, error=self.down))
        tries = self.script[spec.url]
        return FakeFetch(self, spec, listener, tries.popleft() if tries else Try())

    def release(self, url: str) -> None:
        """Let the fetches of `url` that hang, or are on their way to it, come to their end."""
        for fetch in list(self.begun[url]):
            fetch.released.set()

    def tries_of(self, url: str) -> int:
        return sum(spec.url == url for spec in self.specs)


class FakeFetch:
    """One try of one file; writes a real part file, so that delivery is real."""

    def __init__(
        self, wire: FakeWire, spec: TransferSpec, listener: TransferListener, chosen: Try
    ) -> None:
        self._wire, self._spec, self._listener, self._try = wire, spec, listener, chosen
        self._stopped = False
        self.released = threading.Event()
        wire.begun[spec.url].append(self)
        self.bytes_present = spec.part.bytes_present if spec.part else 0
        self.connections = 0
        self.allowed = spec.connections
        self.total: int | None = None

    def stop(self) -> None:
        self._stopped = True
        self.released.set()

    def look(self) -> FileRanges | None:
        """One connection that brings all the rest."""
        if self.total is None:
            return None
        here = ((0, self.bytes_present),) if self.bytes_present else ()
        return FileRanges(self.total, here, ((self.bytes_present, self.total),))

    def sources(self) -> tuple[FileSource, ...]:
        """One that brings all of it."""
        return (FileSource(self._spec.url, "h", self.connections),)

    def allow(self, connections: int) -> None:
        self.allowed = connections

    def run(self) -> TransferResult:
        self._wire.running.append(self._spec.url)
        self._wire.most_at_once = max(self._wire.most_at_once, len(self._wire.running))
        try:
            return self._run()
        finally:
            self._wire.running.remove(self._spec.url)

    def settle(self) -> None:
        if self._try.unsettled:
            raise TransferFailed(self._try.unsettled)
        self._wire.settled.append(self._spec.url)

    def _run(self) -> TransferResult:
        if self._try.unchanged:
            assert self._spec.known is not None
            name = Path(self._spec.known.path).name
            return TransferResult(PartState(name, SIZE), SIZE, 0.0, 0, None, None, unchanged=True)
        if self._try.why_from_zero:
            self.bytes_present = 0
            self._listener.noted(TimelineKind.STARTED_OVER, self._try.why_from_zero)
        resumed_from = self.bytes_present
        part = self._part()
        self.total = SIZE
        if self._try.reach:
            self._listener.started(TransferStart(part, resumed_from, "h", "HTTP/1.1", None, None))
            self._write(part)
            self.bytes_present = self._try.reach
            part = self._part()
            self._listener.checkpointed(part)
        if self._try.hangs:
            self._wire.hanging[self._spec.url].append(self)
            self.released.wait(30)
        if self._stopped:
            raise TransferStopped
        if self._try.breaks:
            raise ZeroDivisionError
        if self._try.error:
            raise TransferFailed(self._try.error)
        return TransferResult(part, SIZE, 0.1, resumed_from, None, None)

    def _part(self) -> PartState:
        name = self._spec.part.name if self._spec.part else self._spec.url.rsplit("/", 1)[-1]
        present = (ByteRange(0, self.bytes_present),) if self.bytes_present else ()
        return PartState(name, SIZE, present=present)

    def _write(self, part: PartState) -> None:
        (self._spec.folder / part.part_name).write_bytes(b"x" * self._try.reach)
