"""The connections that fetch one file together, once there is more than one range to fetch.

Each takes a range, and the half of another's when it is done; they spread evenly over the places
that have the file. A connection that is refused or breaks is the crew's loss, never the transfer's:
the crew ends when the file is whole or nobody is left, and only then does the transfer decide what
that means.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed, TransferStopped
from engine.timeline import TimelineKind
from engine.wire.growth import Growth, Reading, Tail, slowest_tail
from engine.wire.http import Answer
from engine.wire.member import SMALLEST_RANGE, TICK_SECONDS, Connection, Orders
from engine.wire.ranges import Claim
from engine.wire.sources import Source

# A rate measured over less than this says little.
_STEADY_AFTER = 0.5
# A place that brings so much less than another, or nothing at all, for so many seconds is dropped.
_SLOW_AFTER = 5.0
_MUCH_SLOWER = 10
# What one answer says of itself, and nothing about how many connections the host will have.
_ABOUT_THE_ANSWER = frozenset(
    {
        ErrorKind.FILE_CHANGED,
        ErrorKind.RANGE_WRONG,
        ErrorKind.WEB_PAGE_INSTEAD,
        ErrorKind.CONTENT_ENCODED,
    }
)


class Crew:
    """Begins with one connection that was answered already, and runs until nobody is left."""

    def __init__(self, orders: Orders, growth: Growth) -> None:
        self._orders = orders
        self._plan = orders.landing.plan
        self._growth = growth
        self._changed = threading.Condition()
        self._open: list[Connection] = []
        self._left: list[Connection] = []
        self._first = orders.sources.current
        # The first connection's slot at its host is the transfer's own.
        self._slots = Counter({self._first: 1})
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

    def by_source(self) -> Counter[Source]:
        """How many connections each place has."""
        return Counter(one.source for one in tuple(self._open))

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
        first = Connection(self._orders, self._first, claim, answer, latency)
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
                self._changed.wait(TICK_SECONDS)
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
        self._drop_slow_places()
        for dropped in self._working():
            if dropped.source.failure:
                dropped.cut()
        working = self._working()
        wanted = self._growth.consider(self._reading(working))
        for surplus in (*working[wanted:], *self._spared(working[:wanted])):
            surplus.cut()
        for _ in range(len(working) + self._pauses(), wanted):
            if not self._open_another(working):
                break
        self._give_back_slots()

    def _spared(self, working: Sequence[Connection]) -> list[Connection]:
        """Others wait for their first connection to a host: the last one that we have there."""
        if len(working) < 2:
            return []
        last = {one.source.host: one for one in working}
        return [one for host, one in last.items() if self._orders.hosts.is_wanted(host)][:1]

    def _drop_slow_places(self) -> None:
        """Not under a speed limit, which makes all of them slow."""
        sources = self._orders.sources
        if len(self._orders.places()) < 2 or self._orders.limiter.quantum:
            return
        old = [one for one in self._working() if one.age > _SLOW_AFTER]
        best = max((one.rate for one in self._working() if one.age > _STEADY_AFTER), default=0.0)
        for one in old:
            is_silent = one.silence > _SLOW_AFTER
            rate = 0.0 if is_silent else one.rate
            takes_long = one.rest > rate * _SLOW_AFTER
            if takes_long and rate * _MUCH_SLOWER < best and sources.is_spare(one.source):
                detail = f"{rate:.0f} bytes/s, where another brings {best:.0f}"
                sources.drop(
                    one.source,
                    JobError(ErrorKind.TIMED_OUT, ErrorContext.REMOTE_FILE, detail),
                )

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
        for source in self._least_used():
            if self._has_slot(source):
                self._open_connection(Connection(self._orders, source, claim), None, 0)
                return True
        self._plan.release(claim)
        return False

    def _least_used(self) -> list[Source]:
        """The places that may have one more connection, those that have the fewest first."""
        with self._changed:
            # One that has just left is looked at first: it may have been refused.
            counts = Counter(one.source for one in (*self._open, *self._left))
        places = [one for one in self._orders.places() if one.allows(counts[one])]
        return sorted(places, key=lambda one: counts[one])

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

    def _has_slot(self, source: Source) -> bool:
        with self._changed:
            if self._count(source) < self._slots[source]:
                return True
            taken = self._orders.hosts.take(source.host, self._growth.most)
            self._slots[source] += taken
            return taken

    def _give_back_slots(self) -> None:
        with self._changed:
            for source in self._slots:
                while self._slots[source] > max(self._count(source), source is self._first):
                    self._slots[source] -= 1
                    self._orders.hosts.give_back(source.host)

    def _count(self, source: Source) -> int:
        """How many connections to a place there are, cut ones too; the lock is held."""
        return sum(one.source is source for one in self._open)

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
        if not connection.receiver.received and self._lose(connection.source, failure):
            return
        told = failure.detail or failure.kind.value
        others = f"; {len(self._open)} others go on" if self._open else ""
        if connection.was_answered:
            self._broke = failure
            self._orders.listener.noted(TimelineKind.RECONNECTED, told + others)
        elif told not in self._refusals:
            # Another is tried every minute for as long as the file takes.
            self._refusals.add(told)
            self._orders.listener.noted(TimelineKind.REFUSED, told + others)

    def _lose(self, source: Source, failure: JobError) -> bool:
        """A connection brought nothing at all; whether its place was dropped for that."""
        with self._changed:
            others = self._count(source)
        has_others = len(self._orders.places()) > 1
        if has_others and not others:
            self._orders.sources.drop(source, failure)
            return True
        if has_others:
            source.most = others
        else:
            self._growth.refused(time.monotonic(), others)
        if failure.kind not in _ABOUT_THE_ANSWER:
            self._orders.hosts.refused(source.host, others)
        return False

    def _cut_all(self) -> None:
        for one in tuple(self._open):
            one.cut()
