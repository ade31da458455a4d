"""One connection of a crew: it fetches a range from one place, then another range."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed, TransferStopped
from engine.part import Validator
from engine.wire.classify import failures_classified
from engine.wire.connection import Receiver
from engine.wire.hosts import Hosts
from engine.wire.http import Answer, HttpClient
from engine.wire.landing import Landing
from engine.wire.limiter import Limiter
from engine.wire.pieces import Provenance
from engine.wire.ranges import Claim
from engine.wire.sources import Source, Sources
from engine.wire.spec import TransferListener
from engine.wire.verdict import Ask, AskAgain, Body, Refused, Verdict, fields_for, judge

SMALLEST_RANGE = 1 << 20
TICK_SECONDS = 0.025
# A range is worth asking for if fetching it takes so many times as long as the answer to come: a
# new connection begins slowly, too.
_WORTH_ASKING = 3


@dataclass(frozen=True, slots=True)
class Orders:
    """What every connection of a crew needs to know.

    `mixes`: several places may bring the file side by side, for something tells in the end whether
    it is whole. `provenance` hears who brought what; `folder` is what a sentence about an error of
    the disk names.
    """

    landing: Landing
    listener: TransferListener
    limiter: Limiter
    hosts: Hosts
    sources: Sources
    provenance: Provenance
    folder: str
    stall_timeout: float
    reconnect_pause: float
    mixes: bool = False

    def places(self) -> Sequence[Source]:
        """Those that connections may be opened to."""
        usable = self.sources.usable()
        return usable if self.mixes else usable[:1]


class Connection:
    """One connection and its thread: fetches a range, then another, until none is left."""

    def __init__(
        self,
        orders: Orders,
        source: Source,
        claim: Claim,
        answer: Answer | None = None,
        latency: float = 0.0,
    ) -> None:
        self._orders = orders
        self.source = source
        self._cut = threading.Event()
        self._lock = threading.Lock()
        self._answer = answer
        self._client: HttpClient | None = None
        self.claim = claim
        self.receiver = Receiver(orders.limiter, self._cut.is_set, orders.stall_timeout)
        self.latency = latency
        self.best_rate = 0.0
        """Bytes a second over a whole answer, the fastest one so far."""
        self._asked_at = time.monotonic()
        self._received_before = 0
        self.was_answered = answer is not None
        self.failure: JobError | None = None

    def __repr__(self) -> str:
        return f"<Connection to {self.source.host} {self.claim}{' cut' if self.is_cut else ''}>"

    @property
    def is_cut(self) -> bool:
        """It was told to end."""
        return self._cut.is_set()

    @property
    def age(self) -> float:
        """Seconds since its last request."""
        return time.monotonic() - self._asked_at

    @property
    def rate(self) -> float:
        """Bytes a second since its last request."""
        received = self.receiver.received - self._received_before
        return received / max(self.age, TICK_SECONDS)

    @property
    def silence(self) -> float:
        """Seconds since it last heard from the server."""
        return time.monotonic() - max(self.receiver.heard_at, self._asked_at)

    @property
    def rest(self) -> int:
        """Bytes of its range that are still to come."""
        claim = self.claim
        return 0 if claim.stop is None else claim.stop - claim.position

    def cut(self) -> None:
        """End it at once, whatever it is doing; what it has received is written."""
        self._cut.set()
        with self._lock:
            answer, client = self._answer, self._client
        if answer:
            answer.cut()
        if client:
            client.stop()

    def work(self, chunks: Iterator[bytes] | None, end: int) -> None:
        """Take `chunks`, the body that was asked for already, if there is one; then go on asking.

        Ends when nothing is left to take, or with `failure` set.
        """
        try:
            with failures_classified(self.source.subject, self._orders.folder):
                if chunks is not None and self._answer:
                    with contextlib.closing(self._answer) as answer:
                        self._receive(answer, chunks, end)
                    self._take_next()
                while self.rest and not self.is_cut:
                    self._fetch()
                    self._take_next()
        except TransferStopped:
            pass
        except TransferFailed as failed:
            self.failure = failed.error
        finally:
            self._orders.landing.plan.release(self.claim)
            if self._client:
                self._client.close()

    def _take_next(self) -> None:
        plan = self._orders.landing.plan
        plan.release(self.claim)
        self.claim = plan.claim() or plan.halve(self._smallest_range()) or Claim(0, 0)

    def _smallest_range(self) -> int:
        """What this connection would still be asking for while the other one fetches it."""
        return max(SMALLEST_RANGE, int(_WORTH_ASKING * self.latency * self.rate))

    def _fetch(self) -> None:
        """One request for the claim; raises `TransferFailed` unless it is answered as asked."""
        landing, claim, source = self._orders.landing, self.claim, self.source
        self._asked_at, self.was_answered = time.monotonic(), False
        self._received_before = self.receiver.received
        ask = Ask(
            landing.state.name,
            start=claim.start,
            stop=claim.stop,
            fills=True,
            size=landing.plan.size,
            validator=source.validator or Validator(),
        )
        with contextlib.closing(
            self._own_client().fetch(fields_for(ask), source.told_by)
        ) as answer:
            self._hold(answer)
            body = judge(ask, answer.head)
            if not isinstance(body, Body) or body.starts_over or body.length is None:
                raise TransferFailed(_refusal(body))
            if source.validator is None:
                if body.size is None:
                    raise TransferFailed(_refusal(body))
                source.learn(body.validator, answer.head.url)
            self.latency = self.age
            self.was_answered = True
            self._receive(answer, answer.chunks(), body.start + body.length)

    def _own_client(self) -> HttpClient:
        with self._lock:
            if self._client is None:
                self._client = self._orders.sources.new_client(self.source)
            if self.is_cut:
                raise TransferStopped
            return self._client

    def _hold(self, answer: Answer) -> None:
        with self._lock:
            self._answer = answer
        if self.is_cut:
            raise TransferStopped

    def _receive(self, answer: Answer, chunks: Iterator[bytes], end: int) -> None:
        brought = partial(self._orders.provenance.brought, self.source)
        try:
            sink = self._orders.landing.sink(self.claim, end, brought)
            self.receiver.receive(answer, chunks, sink)
            self.best_rate = max(self.best_rate, self.rate)
        finally:
            with self._lock:
                self._answer = None


def _refusal(verdict: Verdict) -> JobError:
    """Why an answer is of no use to one connection among others."""
    match verdict:
        case Refused(error) | AskAgain(error):
            return error
        case _:
            detail = "another answer than the range that was asked for"
            return JobError(ErrorKind.RANGE_WRONG, ErrorContext.REMOTE_FILE, detail)
