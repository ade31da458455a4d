"""One file from its link to a whole part file: which request comes next, and when it is enough.

One connection for now. What is missing and who fetches it is the range plan's business, so that
several connections change this module alone.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from engine.errors import (
    ErrorContext,
    ErrorKind,
    JobError,
    TransferFailed,
    TransferStopped,
)
from engine.part import ByteRange, PartState, Validator
from engine.timeline import TimelineKind
from engine.wire.checkpoints import Checkpoints
from engine.wire.checksum import digest_of
from engine.wire.classify import failures_classified
from engine.wire.connection import OverlapDiffers, Receiver, Sink, body_after
from engine.wire.http import Answer, HttpClient, Remote
from engine.wire.limiter import Limiter
from engine.wire.links import host_of, redacted
from engine.wire.naming import name_for
from engine.wire.part_file import PartFile
from engine.wire.ranges import Claim, RangePlan
from engine.wire.spec import TransferListener, TransferResult, TransferSpec, TransferStart
from engine.wire.verdict import (
    Ask,
    AskAgain,
    Body,
    Refused,
    Unchanged,
    Whole,
    fields_for,
    if_range,
    judge,
)

__all__ = ["Transfer", "TransferListener", "TransferResult", "TransferSpec", "TransferStart"]

_OVERLAP = 1 << 16
_RECONNECT_PAUSE = 1.0
# What may be cured by a new connection at once, if the last one brought something.
_BREAKS = frozenset({ErrorKind.CONNECTION_LOST, ErrorKind.TIMED_OUT})


class Transfer:
    """Fetches one file: `run` once, on a wire thread; the rest may be called from any thread."""

    def __init__(
        self,
        spec: TransferSpec,
        listener: TransferListener,
        limiter: Limiter | None = None,
        *,
        reconnect_pause: float = _RECONNECT_PAUSE,
    ) -> None:
        self._spec = spec
        self._listener = listener
        self._reconnect_pause = reconnect_pause
        self._client = HttpClient(
            Remote(
                spec.url,
                spec.headers,
                spec.credentials,
                spec.ca_file,
                spec.stall_timeout,
                spec.allow_downgrade,
            )
        )
        self._receiver = Receiver(limiter or Limiter(), self._client.is_stopped, spec.stall_timeout)
        self._checkpoints = Checkpoints(self._checkpoint)
        # Held while the part file starts over: no checkpoint may promise bytes of the old version.
        self._lock = threading.Lock()
        self._file: PartFile | None = None
        self._plan = RangePlan()
        self._state = PartState("")
        self._high_water = spec.high_water
        self._connections = 0
        self._created = False
        self._announced = False
        self._resumed_from = 0
        self._size_verified = True
        self._unchanged: TransferResult | None = None
        self._from_zero = ""
        self._restarts = 0
        self._ranged = True
        self._asked_at = 0.0

    def __repr__(self) -> str:
        total = "?" if self.total is None else self.total
        state = "stopped" if self._client.is_stopped() else f"{self._connections} open"
        return f"<Transfer {redacted(self._spec.url)} {self.bytes_present}/{total} bytes, {state}>"

    @property
    def bytes_present(self) -> int:
        """How many bytes of the file are written."""
        return self._plan.bytes_present

    @property
    def total(self) -> int | None:
        """The file's size in bytes, None while it is unknown."""
        return self._plan.size

    @property
    def connections(self) -> int:
        """How many connections bring bytes now."""
        return self._connections

    def stop(self) -> None:
        """Make `run` end at once with `TransferStopped`; returns immediately."""
        self._client.stop()

    def run(self) -> TransferResult:
        """Fetch what is missing. Blocks; returns when every byte is synced in the part file.

        Raises `TransferFailed` and `TransferStopped`, after a last checkpoint. If the error's
        remedy is not to keep the part, that promises nothing, and the next run starts from zero.
        """
        began = time.monotonic()
        try:
            with self._failures_classified():
                result = self._run()
        except TransferFailed as failure:
            error = failure.error
            stopped = self._client.is_stopped()
            self._put_down(keep=stopped or error.remedy.keeps_part)
            if stopped:
                raise TransferStopped from None
            named = replace(error, subject=error.subject or host_of(self._spec.url))
            raise TransferFailed(named) from failure
        except TransferStopped:
            self._put_down(keep=True)
            raise
        finally:
            self._checkpoints.stop()
            self._client.close()
        return replace(result, seconds=time.monotonic() - began)

    def _failures_classified(self) -> contextlib.AbstractContextManager[None]:
        return failures_classified(host_of(self._spec.url), str(self._spec.folder))

    def _run(self) -> TransferResult:
        self._reopen()
        self._checkpoints.start()
        while not self._plan.is_whole:
            self._try_once()
            if self._unchanged:
                return self._unchanged
        return self._finish()

    def _reopen(self) -> None:
        """Take up the part file that the store remembers, if it is still what it was."""
        part = self._spec.part
        if part is None:
            return
        self._file = PartFile.reopen(self._spec.folder, part)
        if self._file:
            self._state = part
            self._plan = RangePlan(part.size, part.present)
            self._gained()
        elif part.present:
            self._listener.noted(
                TimelineKind.STARTED_OVER, "the part file is missing or was changed"
            )

    def _try_once(self) -> None:
        """One request. A connection that breaks is no failure if it brought something new."""
        try:
            with self._failures_classified(), self._claimed() as claim:
                self._request(self._ask(claim), claim)
        except TransferFailed as failure:
            if not self._gained() or failure.error.kind not in _BREAKS:
                raise
            self._listener.noted(
                TimelineKind.RECONNECTED, failure.error.detail or failure.error.kind.value
            )
            self._client.wait(self._asked_at + self._reconnect_pause - time.monotonic())
        else:
            self._gained()

    def _gained(self) -> bool:
        """There are more bytes than ever before."""
        gained = self._plan.bytes_present > self._high_water
        if gained:
            self._high_water = self._plan.bytes_present
            self._restarts = 0
        return gained

    @contextlib.contextmanager
    def _claimed(self) -> Iterator[Claim]:
        claim = self._plan.claim()
        assert claim is not None, "a plan that is not whole has something to claim"
        try:
            yield claim
        finally:
            self._plan.release(claim)

    def _ask(self, claim: Claim) -> Ask:
        if self._from_zero or not self._plan.bytes_present:
            known = None if self._file else self._spec.known
            return Ask(self._promised_name(), ranged=self._ranged, known=known)
        overlap = 0 if if_range(self._state.validator) else self._present_before(claim.start)
        return Ask(
            self._state.name,
            start=claim.start - overlap,
            # An open end where there is one: the size we were told may be wrong.
            stop=None if claim.stop == self._plan.size else claim.stop,
            overlap=overlap,
            size=self._plan.size,
            validator=self._state.validator,
        )

    def _promised_name(self) -> str:
        """What the link makes a person expect."""
        path = unquote(urlsplit(self._spec.url).path)
        return self._state.name or self._spec.requested_name or PurePosixPath(path).name

    def _present_before(self, position: int) -> int:
        """How many bytes that end at `position` to fetch again and compare."""
        lengths = (piece.length for piece in self._plan.present() if piece.stop == position)
        return min(next(lengths, 0), _OVERLAP)

    def _request(self, ask: Ask, claim: Claim) -> None:
        self._asked_at = time.monotonic()
        with contextlib.closing(self._client.fetch(fields_for(ask))) as answer:
            match judge(ask, answer.head):
                case Body() as body:
                    self._take(ask, answer, body, claim)
                case Whole(size):
                    self._plan.learn_size(size)
                    self._announce(answer)
                case Unchanged(validator):
                    self._unchanged = self._unchanged_result(answer, validator)
                case AskAgain(error, ranged):
                    self._ask_from_zero(error.kind, ranged=ranged)
                case Refused(error):
                    raise TransferFailed(error)

    def _ask_from_zero(self, why: ErrorKind, *, ranged: bool) -> None:
        """The next request is for the whole file.

        The second time without new bytes in between, it asks for no range: what answers that is the
        whole file or a refusal, so there is no third time.
        """
        self._restarts += 1
        self._ranged = ranged and self._restarts == 1
        self._from_zero = _WHY_FROM_ZERO[why]

    def _take(self, ask: Ask, answer: Answer, body: Body, claim: Claim) -> None:
        """A validated body: into the part file with it."""
        if not ask.resumes or body.starts_over:
            self._begin(answer, body, claim, body.starts_over or self._from_zero)
        part_file = self._file
        assert part_file is not None
        try:
            chunks = body_after(answer, part_file.read(ask.start, ask.overlap))
        except OverlapDiffers:
            self._ask_from_zero(ErrorKind.FILE_CHANGED, ranged=True)
            return
        if body.size is not None:
            self._plan.learn_size(body.size)
        self._announce(answer)
        end = None if body.length is None else body.start + body.length
        sink = Sink(part_file, self._plan, claim, end, self._checkpoints.wrote)
        self._receive(answer, chunks, sink)
        if end is None:
            self._plan.learn_size(claim.position)
            self._size_verified = not body.ends_with_connection

    def _receive(self, answer: Answer, chunks: Iterator[bytes], sink: Sink) -> None:
        self._connections += 1
        try:
            self._receiver.receive(answer, chunks, sink)
        finally:
            self._connections -= 1

    def _begin(self, answer: Answer, body: Body, claim: Claim, why: str) -> None:
        """From zero, into a new part file or an emptied one."""
        with self._lock:
            if self._plan.bytes_present:
                self._listener.noted(TimelineKind.STARTED_OVER, why)
            if self._file:
                self._file.truncate(0)
            else:
                self._file = PartFile.create(self._spec.folder, self._name_for(answer))
                self._created = True
            self._plan.start_over(claim, body.size)
            url = answer.head.url
            self._state = PartState(self._file.name, body.size, body.validator, url)
        self._from_zero, self._ranged, self._announced = "", True, False
        if body.size:
            self._file.reserve(body.size)

    def _name_for(self, answer: Answer) -> str:
        fields = answer.head.fields
        return name_for(
            requested=self._spec.requested_name,
            content_disposition=fields.get("content-disposition"),
            url=_telling(answer.head.url, self._spec.url),
            content_type=fields.get("content-type"),
        )

    def _announce(self, answer: Answer | None) -> None:
        """Tell of the first validated answer, once a run and once more after a start from zero."""
        if self._announced:
            return
        self._announced = True
        part = self._part()
        self._resumed_from = part.bytes_present
        if answer:
            start = TransferStart(
                part,
                part.bytes_present,
                answer.address,
                answer.protocol,
                answer.tls,
                answer.head.fields.get("last-modified"),
            )
        else:
            start = TransferStart(part, part.bytes_present)
        self._listener.started(start)
        if self._resumed_from:
            self._listener.noted(TimelineKind.RESUMED, f"{self._resumed_from} bytes")

    def _part(self) -> PartState:
        return replace(self._state, size=self._plan.size, present=self._plan.present())

    def _checkpoint(self) -> None:
        """Sync, then promise what was written before the sync began."""
        with self._lock:
            if self._file:
                part = self._part()
                self._file.sync()
                self._listener.checkpointed(part)

    def _finish(self) -> TransferResult:
        part_file, size = self._file, self._plan.size
        assert part_file is not None
        assert size is not None
        self._announce(None)
        self._checkpoints.stop()
        # What was written after the last checkpoint before a crash may reach further.
        part_file.truncate(size)
        self._checkpoints.now()
        verified = self._verify()
        part_file.close()
        part = self._part()
        return TransferResult(
            part,
            size,
            seconds=0.0,
            resumed_from=self._resumed_from,
            verified=verified,
            modified=_epoch_seconds(part.validator.last_modified),
            size_verified=self._size_verified,
        )

    def _verify(self) -> str | None:
        """The algorithm of the checksum that was given and matched."""
        wanted = self._spec.checksum
        if wanted is None:
            return None
        path = self._spec.folder / self._state.part_name
        found = digest_of(path, wanted.algorithm, self._client.is_stopped)
        if found != wanted.value:
            raise TransferFailed(
                JobError(
                    ErrorKind.CHECKSUM_MISMATCH,
                    ErrorContext.LOCAL_FILE,
                    detail=f"{wanted.algorithm} is {found}, should be {wanted.value}",
                    subject=f"{wanted.value} {found}",
                )
            )
        self._listener.noted(TimelineKind.CHECKED, f"{wanted.algorithm} matches")
        return wanted.algorithm

    def _unchanged_result(self, answer: Answer, validator: Validator) -> TransferResult:
        known = self._spec.known
        assert known is not None
        whole = (ByteRange(0, known.size),)
        part = PartState(Path(known.path).name, known.size, validator, answer.head.url, whole)
        modified = _epoch_seconds(validator.last_modified)
        return TransferResult(part, known.size, seconds=0.0, modified=modified, unchanged=True)

    def _put_down(self, *, keep: bool) -> None:
        """Leave the part file so that the next run can go on, or knows that it must not."""
        self._checkpoints.stop()
        if self._file is None:
            return
        # Whatever fails here, the failure that led here is the one to tell.
        with contextlib.suppress(OSError):
            if self._created and not self._plan.bytes_present:
                self._file.discard()
                return
        with contextlib.suppress(OSError):
            if keep:
                self._checkpoints.now()
            else:
                self._listener.checkpointed(replace(self._state, present=()))
        with contextlib.suppress(OSError):
            self._file.close()


_WHY_FROM_ZERO = {
    ErrorKind.FILE_CHANGED: "the file changed on the server",
    ErrorKind.RANGE_WRONG: "the server sent another range than was asked for",
}


def _telling(final: str, first: str) -> str:
    """The address that looks like a file's: that at the end of the redirects, or the link."""
    for url in (final, first):
        if PurePosixPath(urlsplit(url).path).suffix:
            return url
    return final


def _epoch_seconds(date: str | None) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() if date else None
    except ValueError:
        return None
