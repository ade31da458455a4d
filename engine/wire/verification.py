"""Whether the file that came is the one that somebody promised, and who that is.

The person's checksum decides; else the line of the checksum file that the person named; else the
strongest digest that the server told of this version. Hashing keeps up with the transfer.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from engine.errors import (
    ErrorContext,
    ErrorKind,
    JobError,
    RefusedError,
    TransferFailed,
    TransferStopped,
)
from engine.part import ByteRange, Checksum, PartState
from engine.timeline import TimelineKind
from engine.wire import sums
from engine.wire.checksum import strongest
from engine.wire.classify import classify_status, failures_classified
from engine.wire.hashing import Hashing
from engine.wire.http import HttpClient, Remote, remote_of
from engine.wire.line import LinePool
from engine.wire.links import host_of
from engine.wire.spec import TransferListener, TransferSpec


class Verification:
    """Checks one file: `begin` for each version of it, `finish` once; `stop` from any thread."""

    def __init__(
        self,
        spec: TransferSpec,
        listener: TransferListener,
        pool: LinePool | None = None,
    ) -> None:
        self._spec = spec
        self._listener = listener
        self._pool = pool
        self._lock = threading.Lock()
        self._stopped = False
        self._begin_hashing: Callable[[str], Hashing] | None = None
        self._hashing: Hashing | None = None
        self._client: HttpClient | None = None

    def __repr__(self) -> str:
        return f"<Verification {self._hashing or 'of nothing yet'}>"

    def begin(
        self,
        part: PartState,
        read: Callable[[int, int], bytes],
        present: Callable[[], Iterable[ByteRange]],
    ) -> None:
        """Hash a version of the file as it comes in; what was hashed of an earlier one is void.

        `read` and `present` are as for `Hashing`. Starts no thread if nothing will be compared, or
        if it is not known yet what.
        """
        algorithm = self._likely_algorithm(part)
        with self._lock:
            self._begin_hashing = lambda algorithm: Hashing(algorithm, read, present, part.size)
            self._hash_with(algorithm)

    def finish(self, part: PartState, size: int) -> str | None:
        """The algorithm of the digest that matched, None if nobody promised any.

        Blocks while a linked checksum file is fetched and the rest is hashed. Raises
        `TransferStopped`; `TransferFailed` where the file is another one or has no line in its
        checksum file, or that one cannot be fetched; OSError.
        """
        wanted = self._wanted(part)
        if wanted is None:
            return None
        found = self._digest(wanted.algorithm, size)
        if found != wanted.value:
            raise TransferFailed(_mismatch(wanted, found))
        whose = wanted.source or "the checksum that was given"
        self._listener.noted(TimelineKind.CHECKED, f"{wanted.algorithm} matches {whose}")
        return wanted.algorithm

    def expects(self, part: PartState) -> bool:
        """Somebody has promised a digest, or named the file that has it."""
        return bool(self._spec.checksum or self._spec.checksum_file or strongest(part.digests))

    def stop(self) -> None:
        """Make `finish` end at once with `TransferStopped`; hash no more. Returns at once."""
        with self._lock:
            self._stopped = True
            if self._hashing:
                self._hashing.stop()
            if self._client:
                self._client.stop()

    def _likely_algorithm(self, part: PartState) -> str | None:
        """What will be compared, as far as it is known before the checksum file is."""
        if self._spec.checksum:
            return self._spec.checksum.algorithm
        if self._spec.checksum_file:
            return sums.likely_algorithm(sums.title_of(self._spec.checksum_file))
        promised = strongest(part.digests)
        return promised.algorithm if promised else None

    def _wanted(self, part: PartState) -> Checksum | None:
        if self._spec.checksum:
            return self._spec.checksum
        if self._spec.checksum_file:
            return self._line_for(part, self._spec.checksum_file)
        return strongest(part.digests)

    def _digest(self, algorithm: str, size: int) -> str:
        with self._lock:
            if self._hashing is None or self._hashing.algorithm != algorithm:
                self._hash_with(algorithm)
            hashing = self._hashing
        if hashing is None:
            raise TransferStopped
        return hashing.finish(size)

    def _hash_with(self, algorithm: str | None) -> None:
        """Void what was hashed and begin anew, unless stopped; the lock is held."""
        if self._hashing:
            self._hashing.stop()
        self._hashing = None
        if algorithm and self._begin_hashing and not self._stopped:
            self._hashing = self._begin_hashing(algorithm)

    def _line_for(self, part: PartState, place: str) -> Checksum:
        """What the checksum file says of our file, by its remote names, then by its local one."""
        name = sums.title_of(place)
        lines = self._fetched(place) if sums.is_link(place) else _local(place)
        checksum = sums.find(lines, sums.names_of(part.final_url, self._spec.url, part.name))
        if checksum is None:
            raise _no_checksum(name, f"no line for {part.name}, or several that differ")
        return checksum

    def _fetched(self, place: str) -> tuple[sums.Line, ...]:
        """The lines of a linked checksum file."""
        name = sums.title_of(place)
        subject = f"{host_of(place)} ({name})"
        try:
            with failures_classified(subject), self._client_for(place) as client:
                return sums.parse_sums(_content(client, name, subject), name)
        except TransferFailed:
            # A cut connection looks like one that broke.
            if self._stopped:
                raise TransferStopped from None
            raise

    @contextlib.contextmanager
    def _client_for(self, place: str) -> Iterator[HttpClient]:
        client = HttpClient(_remote(self._spec, place), self._pool, self._listener)
        with self._lock:
            if self._stopped:
                raise TransferStopped
            self._client = client
        try:
            yield client
        finally:
            self._client = None
            client.close()


def _content(client: HttpClient, name: str, subject: str) -> bytes:
    """What the link of a checksum file leads to; `subject` is what a refusal names."""
    with contextlib.closing(client.fetch({"Accept-Encoding": "identity"})) as answer:
        if answer.head.status != 200:
            error = classify_status(answer.head.status, answer.head.fields, subject=subject)
            raise TransferFailed(error)
        content = bytearray()
        for chunk in answer.chunks():
            content += chunk
            if len(content) > sums.LARGEST:
                raise _no_checksum(name, f"it has more than {sums.LARGEST} bytes")
        return bytes(content)


def _remote(spec: TransferSpec, place: str) -> Remote:
    """The checksum file's server is sent only what belongs to its origin."""
    return replace(remote_of(spec, place), credentials=spec.checksum_file_credentials)


def _local(place: str) -> tuple[sums.Line, ...]:
    try:
        return sums.read_sums(Path(place))
    except RefusedError as refusal:
        raise _no_checksum(sums.title_of(place), str(refusal)) from refusal


def _no_checksum(name: str, detail: str) -> TransferFailed:
    error = JobError(ErrorKind.CHECKSUM_MISSING, ErrorContext.REMOTE_FILE, detail, name)
    return TransferFailed(error)


def _mismatch(wanted: Checksum, found: str) -> JobError:
    whose = f" by {wanted.source}" if wanted.source else ""
    return JobError(
        ErrorKind.CHECKSUM_MISMATCH,
        ErrorContext.LOCAL_FILE,
        detail=f"{wanted.algorithm} is {found}, should be {wanted.value}{whose}",
        subject=" ".join(filter(None, (wanted.value, found, wanted.source))),
    )
