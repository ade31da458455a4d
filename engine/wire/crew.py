"""The connections that fetch one file together, once there is more than one range to fetch.

Each takes a range, and the half of another's when it is done. A connection that is refused or
breaks is the crew's loss, never the transfer's: the crew ends when the file is whole or nobody is
left, and only then does the transfer decide what that means.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed, TransferStopped
from engine.timeline import TimelineKind
from engine.wire.classify import failures_classified
from engine.wire.connection import Receiver
from engine.wire.growth import Growth, Reading, Tail, slowest_tail
from engine.wire.hosts import Hosts
from engine.wire.http import Answer, HttpClient
from engine.wire.landing import Landing
from engine.wire.limiter import Limiter
from engine.wire.ranges import Claim
from engine.wire.spec import TransferListener
from engine.wire.verdict import Ask, AskAgain, Body, Refused, Verdict, fields_for, judge

SMALLEST_RANGE = 1 << 20
_TICK_SECONDS = 0.025
# A rate measured over less than this says little.
_STEADY_AFTER = 0.5
# A range is worth asking for if fetching it takes so many times as long as the answer to come: a
# new connection begins slowly, too.
_WORTH_ASKING = 3
# What one answer says of itself, and nothing about how many connections the host will have.
_ABOUT_THE_ANSWER = frozenset(
    {
        ErrorKind.FILE_CHANGED,
        ErrorKind.RANGE_WRONG,
        ErrorKind.WEB_PAGE_INSTEAD,
        ErrorKind.CONTENT_ENCODED,
    }
)


@dataclass(frozen=True, slots=True)
class Orders:
    """What every connection of a crew needs to know.

    `new_client` makes the client of one more connection. `host` is the name by which `hosts`
    counts them; `subject` and `folder` are what a sentence about an error names.
    """

    landing: Landing
    listener: TransferListener
    limiter: Limiter
    hosts: Hosts
    host: str
    subject: str
    folder: str
    stall_timeout: float
    reconnect_pause: float
    new_client: Callable[[], HttpClient]


class Connection:
    """One connection and its thread: fetches a range, then another, until none is left."""

    def __init__(
        self,
        orders: Orders,
        claim: Claim,
        answer: Answer | None = None,
        latency: float = 0.0,
    ) -> None:
        self._orders = orders
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
        return f"<Connection {self.claim}{' cut' if self.is_cut else ''}>"

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
        return received / max(self.age, _TICK_SECONDS)

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
            with failures_classified(self._orders.subject, self._orders.folder):
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
        landing, claim = self._orders.landing, self.claim
        self._asked_at, self.was_answered = time.monotonic(), False
        self._received_before = self.receiver.received
        ask = Ask(
            landing.state.name,
            start=claim.start,
            stop=claim.stop,
            fills=True,
            size=landing.plan.size,
            validator=landing.state.validator,
        )
        with contextlib.closing(self._own_client().fetch(fields_for(ask))) as answer:
            self._hold(answer)
            body = judge(ask, answer.head)
            if not isinstance(body, Body) or body.starts_over or body.length is None:
                raise TransferFailed(_refusal(body))
            self.latency = self.age
            self.was_answered = True
            self._receive(answer, answer.chunks(), body.start + body.length)

    def _own_client(self) -> HttpClient:
        with self._lock:
            if self._client is None:
                self._client = self._orders.new_client()
            if self.is_cut:
                raise TransferStopped
            return self._client

    def _hold(self, answer: Answer) -> None:
        with self._lock:
            self._answer = answer
        if self.is_cut:
            raise TransferStopped

    def _receive(self, answer: Answer, chunks: Iterator[bytes], end: int) -> None:
        try:
            self.receiver.receive(answer, chunks, self._orders.landing.sink(self.claim, end))
            self.best_rate = max(self.best_rate, self.rate)
        finally:
            with self._lock:
                self._answer = None


class Crew:
    """Begins with one connection that was answered already, and runs until nobody is left."""

    def __init__(self, orders: Orders, growth: Growth) -> None:
        self._orders = orders
        self._plan = orders.landing.plan
        self._growth = growth
        self._changed = threading.Condition()
        self._open: list[Connection] = []
        self._left: list[Connection] = []
        # The first connection's slot at its host is the transfer's own.
        self._slots = 1
        self._paused_until: list[float] = []
        self._is_stopped = False
        self._received = 0
        self._worked = 0.0
        self._waited = 0.0
        self._best_rate = 0.0
        self._broke: JobError | None = None
        self._refusals: set[str] = set()
        self._fatal: JobError | None = None

    def __repr__(self) -> str:
        return f"<Crew of {self.connections}, {self._growth}>"

    @property
    def connections(self) -> int:
        """How many connections there are now."""
        return len(self._open)

    def stop(self) -> None:
        """Cut every connection; returns at once."""
        self._is_stopped = True
        self._cut_all()

    def run(
        self, answer: Answer, chunks: Iterator[bytes], claim: Claim, end: int, latency: float
    ) -> None:
        """Fetch until the file is whole or nobody is left; then nobody writes any more.

        `latency` is how many seconds the answer took to come, `end` where its body ends.
        Raises `TransferStopped`, and `TransferFailed` when the disk failed or a connection broke.
        Returning with an unfinished file means: ask again, alone, and judge by that answer.
        """
        first = Connection(self._orders, claim, answer, latency)
        self._open_connection(first, chunks, end)
        self._growth.consider(self._reading(self._working()))
        try:
            while self._wait():
                self._look_after()
        finally:
            self._end()
        if self._is_stopped:
            raise TransferStopped
        failure = self._fatal or (None if self._plan.is_whole else self._broke)
        if failure:
            raise TransferFailed(failure)

    def _wait(self) -> bool:
        """Let a moment pass; False when all have left."""
        with self._changed:
            if self._open and not self._left:
                self._changed.wait(_TICK_SECONDS)
            left, self._left = self._left, []
        for connection in left:
            self._see_off(connection)
        return bool(self._open or self._left)

    def _end(self) -> None:
        self._cut_all()
        with self._changed:
            while self._open:
                self._changed.wait()
        self._give_back_slots()

    def _look_after(self) -> None:
        if self._is_stopped or self._fatal or self._plan.is_whole:
            self._cut_all()
            return
        working = self._working()
        wanted = self._growth.consider(self._reading(working))
        if len(working) > 1 and self._orders.hosts.is_wanted(self._orders.host):
            wanted = min(wanted, len(working) - 1)
        for surplus in working[wanted:]:
            surplus.cut()
        for _ in range(len(working) + self._pauses(), wanted):
            if not self._open_another(working):
                break
        self._give_back_slots()

    def _working(self) -> list[Connection]:
        return [one for one in tuple(self._open) if not one.is_cut]

    def _reading(self, working: list[Connection]) -> Reading:
        answered = [one for one in working if one.was_answered]
        return Reading(
            at=time.monotonic(),
            received=self._received + sum(one.receiver.received for one in self._open),
            missing=(self._plan.size or 0) - self._plan.bytes_present,
            open=len(answered),
            worked=self._worked + sum(one.receiver.worked for one in self._open),
            heard=max((one.receiver.heard_at for one in answered), default=0.0),
            latency=max((one.latency for one in answered), default=0.0),
            waited=self._waited + sum(one.receiver.waited for one in self._open),
        )

    def _pauses(self) -> int:
        """How many connections broke so lately that their places stay empty yet."""
        now = time.monotonic()
        self._paused_until = [until for until in self._paused_until if until > now]
        return len(self._paused_until)

    def _open_another(self, working: list[Connection]) -> bool:
        """One more, for the largest range there is to take, or the slowest one to take over."""
        claim = self._plan.claim() or self._plan.halve(SMALLEST_RANGE) or self._hedge(working)
        if claim is None:
            return False
        if self._has_slot():
            self._open_connection(Connection(self._orders, claim), None, 0)
            return True
        self._plan.release(claim)
        return False

    def _hedge(self, working: list[Connection]) -> Claim | None:
        """The rest of a connection that is much slower than the best one was.

        Not under a speed limit, which makes all of them slow, and would pay for bytes twice.
        """
        if self._orders.limiter.quantum:
            return None
        steady = [one for one in working if one.age > _STEADY_AFTER]
        rates = [one.rate for one in steady] + [one.best_rate for one in working]
        self._best_rate = max([self._best_rate, *rates])
        tails = {Tail(one.rest, one.rate): one for one in steady}
        slowest = slowest_tail(tails, self._best_rate)
        return self._plan.hedge(tails[slowest].claim) if slowest else None

    def _has_slot(self) -> bool:
        with self._changed:
            if len(self._open) < self._slots:
                return True
            orders = self._orders
            taken = orders.hosts.take(orders.host, self._growth.most)
            self._slots += taken
            return taken

    def _give_back_slots(self) -> None:
        with self._changed:
            while self._slots > max(len(self._open), 1):
                self._slots -= 1
                self._orders.hosts.give_back(self._orders.host)

    def _open_connection(
        self, connection: Connection, chunks: Iterator[bytes] | None, end: int
    ) -> None:
        with self._changed:
            self._open.append(connection)
        threading.Thread(
            target=self._work, args=(connection, chunks, end), name="holdfast-wire", daemon=True
        ).start()

    def _work(self, connection: Connection, chunks: Iterator[bytes] | None, end: int) -> None:
        try:
            connection.work(chunks, end)
        finally:
            with self._changed:
                self._open.remove(connection)
                self._left.append(connection)
                self._changed.notify()

    def _see_off(self, connection: Connection) -> None:
        """A connection has left: done, cut, refused, broken, or because the disk failed."""
        self._received += connection.receiver.received
        self._worked += connection.receiver.worked
        self._waited += connection.receiver.waited
        self._best_rate = max(self._best_rate, connection.best_rate)
        failure = connection.failure
        if failure is None or connection.is_cut:
            return
        if failure.context is ErrorContext.LOCAL_FILE:
            self._fatal = failure
            return
        if connection.receiver.received:
            # Also where it was refused: the server may not have noticed yet that its last
            # connection is gone.
            self._paused_until.append(time.monotonic() + self._orders.reconnect_pause)
        told = failure.detail or failure.kind.value
        others = f"; {len(self._open)} others go on" if self._open else ""
        if connection.was_answered:
            self._broke = failure
            self._orders.listener.noted(TimelineKind.RECONNECTED, told + others)
        elif told not in self._refusals:
            # Another is tried every minute for as long as the file takes.
            self._refusals.add(told)
            self._orders.listener.noted(TimelineKind.REFUSED, told + others)
        if not connection.receiver.received:
            self._growth.refused(time.monotonic(), len(self._open))
            if failure.kind not in _ABOUT_THE_ANSWER:
                self._orders.hosts.refused(self._orders.host, len(self._open))

    def _cut_all(self) -> None:
        for one in tuple(self._open):
            one.cut()


def _refusal(verdict: Verdict) -> JobError:
    """Why an answer is of no use to one connection among others."""
    match verdict:
        case Refused(error) | AskAgain(error):
            return error
        case _:
            detail = "another answer than the range that was asked for"
            return JobError(ErrorKind.RANGE_WRONG, ErrorContext.REMOTE_FILE, detail)
