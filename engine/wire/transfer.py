"""One file from its link to a whole part file: which request comes next, and when it is enough.

The first request goes out alone. If its answer is long, and of a version that can be recognised, a
crew of connections takes over from there.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed, TransferStopped
from engine.part import FileRanges, FileSource, PartState
from engine.timeline import TimelineKind
from engine.wire.classify import failures_classified
from engine.wire.connection import OverlapDiffers, Receiver, body_after
from engine.wire.crew import Crew
from engine.wire.digest_fields import promised_digests
from engine.wire.growth import Growth
from engine.wire.hosts import Hosts
from engine.wire.http import Answer
from engine.wire.landing import Landing
from engine.wire.limiter import Limiter
from engine.wire.line import LinePool
from engine.wire.link_fields import mirrors_told
from engine.wire.links import redacted
from engine.wire.member import SMALLEST_RANGE, Orders
from engine.wire.metalink_reader import MetalinkReader
from engine.wire.naming import name_in_answer, name_promised
from engine.wire.outcomes import epoch_seconds, require_promised_size, unchanged
from engine.wire.pieces import PieceCheck
from engine.wire.ranges import Claim
from engine.wire.sources import Sources
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
from engine.wire.verification import Verification

__all__ = ["Transfer", "TransferListener", "TransferResult", "TransferSpec", "TransferStart"]

_RECONNECT_PAUSE = 1.0
# What may be cured by a new connection at once, if the last one brought something.
_BREAKS = frozenset({ErrorKind.CONNECTION_LOST, ErrorKind.TIMED_OUT})
# The file that came is not the one that was promised.
_ANOTHER_FILE = frozenset({ErrorKind.CHECKSUM_MISMATCH, ErrorKind.SIZE_MISMATCH})


class _WouldStartOver(TransferFailed):
    """To go on with this answer, what is here would have to go."""


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
        self._pool = pool
        self._sources = Sources(spec, listener, pool)
        self._receiver = Receiver(self._limiter, self._sources.is_stopped, spec.stall_timeout)
        self._landing = Landing(spec, listener)
        self._verification = Verification(spec, listener, pool)
        self._pieces = PieceCheck(spec.mirrors, self._sources, self._landing, listener, self._lost)
        self._reader = MetalinkReader(spec, listener)
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
        state = "stopped" if self._sources.is_stopped() else f"{self.connections} open"
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

    def sources(self) -> tuple[FileSource, ...]:
        """Who has the file, and what each does at the moment."""
        crew = self._crew
        alone = {self._sources.current: int(self._is_receiving)}
        return self._sources.look(crew.by_source() if crew else alone)

    def allow(self, connections: int) -> None:
        """Have so many connections at most from now on; one that began alone ends alone."""
        self._most = self._growth.most = connections

    def stop(self) -> None:
        """Make `run` end at once with `TransferStopped`; returns immediately."""
        self._sources.stop()
        self._verification.stop()
        self._pieces.stop()
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
            try:
                result = self._run()
            finally:
                self._pieces.close()
        return replace(result, seconds=time.monotonic() - began)

    def settle(self) -> None:
        """Make what `run` returned true on disk: sync and close the part file.

        Raises `TransferFailed`.
        """
        if self._unchanged is None and self._reader.document is None:
            with self._put_down_on_failure():
                self._landing.settle()

    @contextlib.contextmanager
    def _put_down_on_failure(self) -> Iterator[None]:
        try:
            with self._failures_classified():
                yield
        except TransferFailed as failure:
            error = failure.error
            stopped = self._sources.is_stopped()
            self._landing.put_down(keep=stopped or error.remedy.keeps_part)
            if stopped:
                raise TransferStopped from None
            named = replace(error, subject=error.subject or self._sources.current.subject)
            raise TransferFailed(named) from failure
        except TransferStopped:
            self._landing.put_down(keep=True)
            raise
        finally:
            self._sources.close()
            self._verification.stop()

    def _failures_classified(self) -> contextlib.AbstractContextManager[None]:
        return failures_classified(self._sources.current.subject, str(self._spec.folder))

    def _run(self) -> TransferResult:
        if self._landing.reopen():
            self._sources.begin_with(self._landing.state)
            self._gained()
            self._hash()
        while True:
            while not (self._landing.plan.is_whole and self._pieces.finish()):
                self._try_once()
                if self._unchanged:
                    return self._unchanged
                if self._reader.document:
                    return TransferResult(PartState(""), 0, 0.0, metalink=self._reader.document)
            try:
                with self._failures_classified():
                    return self._finish()
            except TransferFailed as failure:
                self._begin_again_elsewhere(failure.error)

    def _begin_again_elsewhere(self, error: JobError) -> None:
        """The whole file is not the promised one: fetch it once more, from one other place.

        With digests of its pieces that place would be known, so nobody is asked again.
        """
        may_help = error.kind in _ANOTHER_FILE and not self._pieces.applies
        source = self._sources.only_another() if may_help else None
        if source is None:
            raise TransferFailed(error)
        self._landing.start_anew()
        self._high_water = 0
        text = f"the file is not the promised one; now from {source.subject} alone"
        self._listener.noted(TimelineKind.STARTED_OVER, text)

    def _try_once(self) -> None:
        """One request, and what it leads to. A break is no failure if it brought something new."""
        self._sources.refresh()
        try:
            with self._failures_classified(), self._slot(), self._claimed() as claim:
                self._request(self._ask(claim), claim)
        except TransferFailed as failure:
            error = failure.error
            if self._gained() and error.kind in _BREAKS:
                self._listener.noted(TimelineKind.RECONNECTED, error.detail or error.kind.value)
                self._sources.wait(self._asked_at + self._reconnect_pause - time.monotonic())
            elif self._sources.is_stopped():
                raise
            else:
                set_aside = isinstance(failure, _WouldStartOver)
                self._sources.go_on_without(error, set_aside=set_aside)
                self._ranged, self._restarts = True, 0
        else:
            self._gained()

    def _gained(self) -> bool:
        """There are more bytes than ever before."""
        gained = self.bytes_present > self._high_water
        if gained:
            self._high_water = self.bytes_present
            self._restarts = 0
        return gained

    def _lost(self) -> None:
        """Bytes that were here were the wrong ones; the right ones are new."""
        self._high_water = min(self._high_water, self.bytes_present)
        self._hash_anew()

    def _slot(self) -> contextlib.AbstractContextManager[None]:
        host = self._sources.current.host
        return self._hosts.connection(host, self._most, self._sources.is_stopped)

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
            is_known = self._sources.current.is_home and not self._landing.has_file
            known = self._spec.known if is_known else None
            return Ask(self._promised_name(), ranged=self._ranged, known=known)
        validator = self._sources.validator()
        is_known = if_range(validator) is not None or self._pieces.applies
        overlap = 0 if is_known else self._landing.overlap_before(claim.start)
        if not (overlap or is_known or self._sources.current.is_home or self._mixes):
            raise _would_start_over("there is nothing to compare it with")
        return Ask(
            state.name,
            start=claim.start - overlap,
            # An open end where there is one: the size we were told may be wrong.
            stop=None if claim.stop == plan.size else claim.stop,
            overlap=overlap,
            fills=True,
            size=plan.size,
            validator=validator,
        )

    @property
    def _mixes(self) -> bool:
        """Bytes of several places may stand side by side: something tells whether they fit."""
        is_checked = self._pieces.applies or self._verification.expects(self._landing.state)
        return self._sources.several and is_checked

    def _promised_name(self) -> str:
        spec, name = self._spec, self._landing.state.name
        return name or spec.requested_name or spec.proposed_name or name_promised(spec.url)

    def _request(self, ask: Ask, claim: Claim) -> None:
        self._asked_at = time.monotonic()
        with contextlib.closing(self._sources.fetch(fields_for(ask))) as answer:
            match judge(ask, answer.head):
                case Body(starts_over=why) if why and self._sources.has_others:
                    raise _would_start_over(why)
                case AskAgain(error) if ask.resumes and self._sources.has_others:
                    raise _WouldStartOver(error)
                case Body() as body:
                    self._take(ask, answer, body, claim)
                case Whole(size):
                    self._landing.plan.learn_size(size)
                    self._announce(answer)
                case Unchanged(validator):
                    assert ask.known is not None
                    self._unchanged = unchanged(ask.known, validator, answer.head.url)
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
        if not ask.resumes and self._reader.takes(answer):
            return
        require_promised_size(self._spec, body.size)
        if not ask.resumes or body.starts_over:
            self._begin(answer, body, claim, body.starts_over or self._from_zero)
        try:
            chunks = body_after(answer, self._landing.read(ask.start, ask.overlap))
        except OverlapDiffers:
            if self._sources.has_others:
                raise _would_start_over("other bytes than those that are here") from None
            self._ask_from_zero(ErrorKind.FILE_CHANGED, ranged=True)
            return
        if body.size is not None:
            self._landing.plan.learn_size(body.size)
        if self._sources.current.validator is None:
            self._sources.current.learn(body.validator, answer.head.url)
        self._announce(answer)
        if body.length is not None and self._may_share(answer):
            self._share(answer, chunks, claim, body.start + body.length)
        else:
            self._receive(answer, chunks, body, claim)

    def _may_share(self, answer: Answer) -> bool:
        """Several connections may fetch what is left: it is long, and their answers comparable."""
        plan, others = self._landing.plan, len(self._sources.usable()) > 1 and self._mixes
        return (
            self._most > 1
            and answer.head.serves_ranges
            and (others or if_range(self._sources.validator()) is not None)
            and plan.size is not None
            and plan.size - plan.bytes_present >= 2 * SMALLEST_RANGE
        )

    def _share(self, answer: Answer, chunks: Iterator[bytes], claim: Claim, end: int) -> None:
        orders = Orders(
            landing=self._landing,
            listener=self._listener,
            limiter=self._limiter,
            hosts=self._hosts,
            sources=self._sources,
            provenance=self._pieces.provenance,
            folder=str(self._spec.folder),
            stall_timeout=self._spec.stall_timeout,
            reconnect_pause=self._reconnect_pause,
            mixes=self._mixes,
        )
        self._crew = crew = Crew(orders, self._growth)
        try:
            if self._sources.is_stopped():
                raise TransferStopped
            crew.run(answer, chunks, claim, end, time.monotonic() - self._asked_at)
        finally:
            self._crew = None
        if not self._landing.plan.is_whole:
            # The server may not have noticed yet that the connections are gone.
            self._sources.wait(self._reconnect_pause)

    def _receive(self, answer: Answer, chunks: Iterator[bytes], body: Body, claim: Claim) -> None:
        """All of it over this one connection."""
        end = None if body.length is None else body.start + body.length
        self._is_receiving = True
        brought = partial(self._pieces.provenance.brought, self._sources.current)
        try:
            self._receiver.receive(answer, chunks, self._landing.sink(claim, end, brought))
        finally:
            self._is_receiving = False
        if end is None:
            self._landing.plan.learn_size(claim.position)
            self._size_verified = not body.ends_with_connection

    def _begin(self, answer: Answer, body: Body, claim: Claim, why: str) -> None:
        """From zero, into a new part file or an emptied one."""
        # Whether this works or not, what was announced is no more.
        self._announced = False
        source = self._sources.current
        with self._pieces.held():
            self._landing.begin(
                claim,
                name=lambda: self._name_for(answer),
                size=body.size,
                validator=body.validator,
                url=answer.head.url,
                digests=promised_digests(answer.head),
                why=why,
                source="" if source.is_home else source.url,
            )
        source.learn(body.validator, answer.head.url)
        self._sources.add(mirrors_told(answer.head), self._spec)
        self._from_zero, self._ranged = "", True
        self._hash()

    def _hash(self) -> None:
        """Have the file hashed as it comes in, if there is something to compare it with."""
        self._pieces.begin()
        self._hash_anew()

    def _hash_anew(self) -> None:
        at = self._landing
        self._verification.begin(at.part, at.read, at.plan.present)

    def _name_for(self, answer: Answer) -> str:
        return name_in_answer(
            answer.head.fields,
            final=answer.head.url,
            link=self._spec.url,
            requested=self._spec.requested_name,
            proposed=self._spec.proposed_name,
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
        require_promised_size(self._spec, part.size)
        verified = self._verification.finish(part, part.size)
        return TransferResult(
            part,
            part.size,
            seconds=0.0,
            resumed_from=self._resumed_from,
            verified=verified,
            modified=epoch_seconds(part.validator.last_modified),
            size_verified=self._size_verified,
        )


_WHY_FROM_ZERO = {
    ErrorKind.FILE_CHANGED: "the file changed on the server",
    ErrorKind.RANGE_WRONG: "the server sent another range than was asked for",
}


def _would_start_over(why: str) -> _WouldStartOver:
    return _WouldStartOver(JobError(ErrorKind.FILE_CHANGED, ErrorContext.REMOTE_FILE, why))
