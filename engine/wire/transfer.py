"""One file from its link to a whole part file: which request comes next, and when it is enough.

The first request goes out alone. If its answer is long, and of a version that can be recognised, a
crew of connections takes over from there.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path

from engine.errors import (
    ErrorKind,
    TransferFailed,
    TransferStopped,
)
from engine.part import ByteRange, FileRanges, PartState, Validator
from engine.timeline import TimelineKind
from engine.wire.classify import failures_classified
from engine.wire.connection import OverlapDiffers, Receiver, body_after
from engine.wire.crew import SMALLEST_RANGE, Crew, Orders
from engine.wire.digest_fields import promised_digests
from engine.wire.growth import Growth
from engine.wire.hosts import Hosts
from engine.wire.http import Answer, HttpClient, Remote
from engine.wire.landing import Landing
from engine.wire.limiter import Limiter
from engine.wire.line import LinePool
from engine.wire.links import host_of, origin_of, redacted
from engine.wire.naming import name_in_answer, name_promised
from engine.wire.ranges import Claim
from engine.wire.spec import (
    TransferListener,
    TransferResult,
    TransferSpec,
    TransferStart,
)
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
from engine.wire.verification import Verification

__all__ = ["Transfer", "TransferListener", "TransferResult", "TransferSpec", "TransferStart"]

_RECONNECT_PAUSE = 1.0
# What may be cured by a new connection at once, if the last one brought something.
_BREAKS = frozenset({ErrorKind.CONNECTION_LOST, ErrorKind.TIMED_OUT})


class Transfer:
    """Fetches one file: `run` and then `settle`, once, on a wire thread; the rest from any thread.

    `hosts` counts the connections of all transfers of the program; `growth` decides how many this
    one should have. Connections are taken from `pool`, and go back there if they can be kept.
    """

    def __init__(
        self,
        spec: TransferSpec,
        listener: TransferListener,
        limiter: Limiter | None = None,
        *,
        pool: LinePool | None = None,
        hosts: Hosts | None = None,
        growth: Growth | None = None,
        reconnect_pause: float = _RECONNECT_PAUSE,
    ) -> None:
        self._spec = spec
        self._listener = listener
        self._limiter = limiter or Limiter()
        self._hosts = hosts or Hosts()
        self._reconnect_pause = reconnect_pause
        self._remote = Remote(
            spec.url,
            spec.headers,
            spec.credentials,
            spec.ca_file,
            spec.stall_timeout,
            spec.allow_downgrade,
        )
        self._pool = pool
        self._client = HttpClient(self._remote, pool, listener)
        self._receiver = Receiver(self._limiter, self._client.is_stopped, spec.stall_timeout)
        self._landing = Landing(spec, listener)
        self._verification = Verification(spec, listener, pool)
        self._most = spec.connections
        self._growth = growth or Growth(spec.connections)
        self._crew: Crew | None = None
        self._is_receiving = False
        self._high_water = spec.high_water
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
        state = "stopped" if self._client.is_stopped() else f"{self.connections} open"
        return f"<Transfer {redacted(self._spec.url)} {self.bytes_present}/{total} bytes, {state}>"

    @property
    def bytes_present(self) -> int:
        """How many bytes of the file are written."""
        return self._landing.plan.bytes_present

    @property
    def total(self) -> int | None:
        """The file's size in bytes, None while it is unknown."""
        return self._landing.plan.size

    @property
    def connections(self) -> int:
        """How many connections bring bytes now."""
        crew = self._crew
        return crew.connections if crew else int(self._is_receiving)

    def look(self) -> FileRanges | None:
        """Which bytes are written and which are on their way; None before there is a part file."""
        return self._landing.plan.look() if self._landing.has_file else None

    def allow(self, connections: int) -> None:
        """Have so many connections at most from now on; one that began alone ends alone."""
        self._most = self._growth.most = connections

    def stop(self) -> None:
        """Make `run` end at once with `TransferStopped`; returns immediately."""
        self._client.stop()
        self._verification.stop()
        crew = self._crew
        if crew:
            crew.stop()

    def run(self) -> TransferResult:
        """Fetch what is missing. Blocks; returns when every byte is written and checked.

        The result is a promise only after `settle`. Raises `TransferFailed` and `TransferStopped`,
        after a last checkpoint. If the error's remedy is not to keep the part, that promises
        nothing, and the next run starts from zero.
        """
        began = time.monotonic()
        with self._put_down_on_failure():
            result = self._run()
        return replace(result, seconds=time.monotonic() - began)

    def settle(self) -> None:
        """Make what `run` returned true on disk: sync and close the part file.

        Raises `TransferFailed`.
        """
        if self._unchanged is None:
            with self._put_down_on_failure():
                self._landing.settle()

    @contextlib.contextmanager
    def _put_down_on_failure(self) -> Iterator[None]:
        try:
            with self._failures_classified():
                yield
        except TransferFailed as failure:
            error = failure.error
            stopped = self._client.is_stopped()
            self._landing.put_down(keep=stopped or error.remedy.keeps_part)
            if stopped:
                raise TransferStopped from None
            named = replace(error, subject=error.subject or host_of(self._spec.url))
            raise TransferFailed(named) from failure
        except TransferStopped:
            self._landing.put_down(keep=True)
            raise
        finally:
            self._client.close()
            self._verification.stop()

    def _failures_classified(self) -> contextlib.AbstractContextManager[None]:
        return failures_classified(host_of(self._spec.url), str(self._spec.folder))

    def _run(self) -> TransferResult:
        if self._landing.reopen():
            self._gained()
            self._hash()
        while not self._landing.plan.is_whole:
            self._try_once()
            if self._unchanged:
                return self._unchanged
        return self._finish()

    def _try_once(self) -> None:
        """One request, and what it leads to. A break is no failure if it brought something new."""
        try:
            with self._failures_classified(), self._slot(), self._claimed() as claim:
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
        gained = self.bytes_present > self._high_water
        if gained:
            self._high_water = self.bytes_present
            self._restarts = 0
        return gained

    def _slot(self) -> contextlib.AbstractContextManager[None]:
        return self._hosts.connection(
            _host_name(self._spec.url), self._most, self._client.is_stopped
        )

    @contextlib.contextmanager
    def _claimed(self) -> Iterator[Claim]:
        claim = self._landing.plan.claim()
        assert claim is not None, "a plan that is not whole has something to claim"
        try:
            yield claim
        finally:
            self._landing.plan.release(claim)

    def _ask(self, claim: Claim) -> Ask:
        plan, state = self._landing.plan, self._landing.state
        if self._from_zero or not plan.bytes_present:
            known = None if self._landing.has_file else self._spec.known
            return Ask(self._promised_name(), ranged=self._ranged, known=known)
        overlap = 0 if if_range(state.validator) else self._landing.overlap_before(claim.start)
        return Ask(
            state.name,
            start=claim.start - overlap,
            # An open end where there is one: the size we were told may be wrong.
            stop=None if claim.stop == plan.size else claim.stop,
            overlap=overlap,
            fills=True,
            size=plan.size,
            validator=state.validator,
        )

    def _promised_name(self) -> str:
        return (
            self._landing.state.name or self._spec.requested_name or name_promised(self._spec.url)
        )

    def _request(self, ask: Ask, claim: Claim) -> None:
        self._asked_at = time.monotonic()
        with contextlib.closing(self._client.fetch(fields_for(ask))) as answer:
            match judge(ask, answer.head):
                case Body() as body:
                    self._take(ask, answer, body, claim)
                case Whole(size):
                    self._landing.plan.learn_size(size)
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
        try:
            chunks = body_after(answer, self._landing.read(ask.start, ask.overlap))
        except OverlapDiffers:
            self._ask_from_zero(ErrorKind.FILE_CHANGED, ranged=True)
            return
        if body.size is not None:
            self._landing.plan.learn_size(body.size)
        self._announce(answer)
        if body.length is not None and self._may_share(answer):
            self._share(answer, chunks, claim, body.start + body.length)
        else:
            self._receive(answer, chunks, body, claim)

    def _may_share(self, answer: Answer) -> bool:
        """Several connections may fetch what is left: it is long, and their answers comparable."""
        plan = self._landing.plan
        return (
            self._most > 1
            and answer.head.serves_ranges
            and if_range(self._landing.state.validator) is not None
            and plan.size is not None
            and plan.size - plan.bytes_present >= 2 * SMALLEST_RANGE
        )

    def _share(self, answer: Answer, chunks: Iterator[bytes], claim: Claim, end: int) -> None:
        orders = Orders(
            landing=self._landing,
            listener=self._listener,
            limiter=self._limiter,
            hosts=self._hosts,
            host=_host_name(self._spec.url),
            subject=host_of(self._spec.url),
            folder=str(self._spec.folder),
            stall_timeout=self._spec.stall_timeout,
            reconnect_pause=self._reconnect_pause,
            new_client=lambda: HttpClient(self._remote, self._pool, self._listener),
        )
        self._crew = crew = Crew(orders, self._growth)
        try:
            if self._client.is_stopped():
                raise TransferStopped
            crew.run(answer, chunks, claim, end, time.monotonic() - self._asked_at)
        finally:
            self._crew = None
        if not self._landing.plan.is_whole:
            # The server may not have noticed yet that the connections are gone.
            self._client.wait(self._reconnect_pause)

    def _receive(self, answer: Answer, chunks: Iterator[bytes], body: Body, claim: Claim) -> None:
        """All of it over this one connection."""
        end = None if body.length is None else body.start + body.length
        self._is_receiving = True
        try:
            self._receiver.receive(answer, chunks, self._landing.sink(claim, end))
        finally:
            self._is_receiving = False
        if end is None:
            self._landing.plan.learn_size(claim.position)
            self._size_verified = not body.ends_with_connection

    def _begin(self, answer: Answer, body: Body, claim: Claim, why: str) -> None:
        """From zero, into a new part file or an emptied one."""
        # Whether this works or not, what was announced is no more.
        self._announced = False
        self._landing.begin(
            claim,
            name=lambda: self._name_for(answer),
            size=body.size,
            validator=body.validator,
            url=answer.head.url,
            digests=promised_digests(answer.head),
            why=why,
        )
        self._from_zero, self._ranged = "", True
        self._hash()

    def _hash(self) -> None:
        """Have the file hashed as it comes in, if there is something to compare it with."""
        landing = self._landing
        self._verification.begin(landing.part, landing.read, landing.plan.present)

    def _name_for(self, answer: Answer) -> str:
        return name_in_answer(
            answer.head.fields,
            final=answer.head.url,
            link=self._spec.url,
            requested=self._spec.requested_name,
        )

    def _announce(self, answer: Answer | None) -> None:
        """Tell of the first validated answer, once a run and once more after a start from zero."""
        if self._announced:
            return
        self._announced = True
        part = self._landing.part
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

    def _finish(self) -> TransferResult:
        self._announce(None)
        self._landing.cut_to_size()
        part = self._landing.part
        assert part.size is not None
        verified = self._verification.finish(part, part.size)
        return TransferResult(
            part,
            part.size,
            seconds=0.0,
            resumed_from=self._resumed_from,
            verified=verified,
            modified=_epoch_seconds(part.validator.last_modified),
            size_verified=self._size_verified,
        )

    def _unchanged_result(self, answer: Answer, validator: Validator) -> TransferResult:
        known = self._spec.known
        assert known is not None
        whole = (ByteRange(0, known.size),)
        part = PartState(Path(known.path).name, known.size, validator, answer.head.url, whole)
        modified = _epoch_seconds(validator.last_modified)
        return TransferResult(part, known.size, seconds=0.0, modified=modified, unchanged=True)


_WHY_FROM_ZERO = {
    ErrorKind.FILE_CHANGED: "the file changed on the server",
    ErrorKind.RANGE_WRONG: "the server sent another range than was asked for",
}


def _host_name(url: str) -> str:
    """By which the connections to a host are counted: its port belongs to it."""
    _, host, port = origin_of(url)
    return f"{host}:{port}"


def _epoch_seconds(date: str | None) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() if date else None
    except ValueError:
        return None
