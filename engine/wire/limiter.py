"""A bandwidth limit that any number of connections share, and limits above limits.

Bytes are booked when they have arrived, as the seconds which the limit wants for them. The bookings
stand in one queue that is paid off at one second a second, and whoever booked waits until his
booking is paid: the sum is exact however many connections there are, and a sleep that lasts too
long is made up for, because time goes on for the queue.

The order of the queue is self-clocked fair queueing (Golestani 1994): each connection has a line of
its own in virtual time, and what would end there first is paid first. So all who have bytes waiting
get equal shares, whether they book much at a time or little.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

# Time in which nothing was booked, up to so much, was a late wake-up and is made up for. More was
# idle, and earns nothing. With what waits to be paid it stays below 5 % of 5 s.
_LATEST_WAKE_UP = 0.18
# How far, in virtual time, a connection that was late may lag behind and still catch up.
_LAG = 0.05
# How much all connections together may receive before they pay.
_QUANTUM_SECONDS = 0.05
_SMALLEST_QUANTUM = 256
# What is due sooner is not worth a sleep: it stays in the queue and delays the next.
_SHORTEST_NAP = 0.001
# Nobody tells a sleeper of another rate, or to stop.
_LONGEST_NAP = 0.05
# What a connection books first, so soon after a change, it may have received under the old rate.
_GRACE = 0.5
# What was booked before the rate fell may cost this much of the new rate's time.
_PATIENCE = 0.1


class Limiter:
    """At most `rate` bytes a second over all who `take`, and no more than `parent` allows.

    A rate of 0 is no limit. Shares are equal by connection, which is the thread that calls `take`:
    of two jobs with one and with eight connections under the same parent, the first gets a ninth.
    A share that a connection does not use goes to the others.
    """

    def __init__(
        self,
        rate: int = 0,
        *,
        parent: Limiter | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._rate = rate
        self._chain: tuple[Limiter, ...] = (self, *parent._chain) if parent else (self,)
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._queue = _Queue()
        self._place = _Place()
        self._changes = 0
        self._changed_at = float("-inf")

    def __repr__(self) -> str:
        return f"<Limiter {self._rate} bytes/s>" if self._rate else "<Limiter off>"

    @property
    def rate(self) -> int:
        """Bytes a second that this limit allows, whatever its parent says; 0 is no limit."""
        return self._rate

    @property
    def quantum(self) -> int:
        """The most to receive before the next `take`, so that waits stay short; 0: any amount."""
        return min((limit._quantum for limit in self._chain if limit._rate), default=0)

    def set_rate(self, rate: int) -> None:
        """Change the limit; who waits feels it at once.

        What is booked is paid at the new rate, but when the rate falls it delays nobody for more
        than a moment: the rest is forgiven.
        """
        with self._lock:
            before = self._rate
            if rate == before:
                return
            now = self._clock()
            self._queue.pay(now)
            if not rate:
                self._queue.forgive()
            elif not before:
                self._queue = _Queue()
            else:
                self._queue.stretch(before / rate, now)
            self._rate = rate
            self._changes += 1
            self._changed_at = now

    def take(self, count: int, should_stop: Callable[[], bool]) -> None:
        """Book `count` bytes that have arrived; block until they are paid, or `should_stop`."""
        for limit in self._chain:
            if limit._rate:
                self._pay(count, should_stop)
                return

    def _pay(self, count: int, should_stop: Callable[[], bool]) -> None:
        booked = [(limit, limit._book(count)) for limit in self._chain if limit._rate]
        while booked and not should_stop():
            wait = max(limit._seconds_until_paid(booking) for limit, booking in booked)
            if wait <= _SHORTEST_NAP:
                return
            self._sleep(min(wait, _LONGEST_NAP))

    @property
    def _quantum(self) -> int:
        share = self._rate * _QUANTUM_SECONDS / (len(self._queue) + 1)
        return max(int(share), _SMALLEST_QUANTUM)

    def _book(self, count: int) -> _Booking:
        with self._lock:
            now = self._clock()
            self._queue.pay(now)
            mine = self._place
            is_known = mine.changes == self._changes
            if not is_known and now < self._changed_at + _GRACE:
                count = min(count, self._quantum)
            seconds = count / self._rate if self._rate else 0.0
            booking = self._queue.book(seconds, mine.finish if is_known else None)
            mine.changes, mine.finish = self._changes, booking.finish
            return booking

    def _seconds_until_paid(self, booking: _Booking) -> float:
        with self._lock:
            now = self._clock()
            self._queue.pay(now)
            return self._queue.seconds_until_paid(booking, now)


class _Place(threading.local):
    """Where the calling thread's line ends in virtual time, as of so many changes of the rate."""

    changes = -1
    finish = 0.0


@dataclass(slots=True, eq=False)
class _Booking:
    """`seconds` of the limit's time, to be paid before everything that finishes later."""

    finish: float
    seconds: float
    is_paid: bool = False

    def __lt__(self, other: _Booking) -> bool:
        return self.finish < other.finish


class _Queue:
    """Bookings to be paid, one after the other; `now` never goes back."""

    def __init__(self) -> None:
        self._bookings: list[_Booking] = []
        self._owed = 0.0
        self._paid_until = float("-inf")
        self._virtual_time = 0.0

    def __len__(self) -> int:
        return len(self._bookings)

    def book(self, seconds: float, after: float | None = None) -> _Booking:
        """Queue up behind `after`, the finish of the same connection's last booking if it had one.

        Pay what is due before.
        """
        start = self._virtual_time
        if after is not None:
            start = max(after, start - _LAG)
        booking = _Booking(start + seconds, seconds)
        heapq.heappush(self._bookings, booking)
        self._owed += seconds
        return booking

    def pay(self, now: float) -> None:
        """Spend the time until `now` on what is first."""
        bookings = self._bookings
        while bookings and self._paid_until + bookings[0].seconds <= now:
            first = heapq.heappop(bookings)
            first.is_paid = True
            self._paid_until += first.seconds
            self._owed -= first.seconds
            self._virtual_time = max(self._virtual_time, first.finish)
        if not bookings:
            self._owed = 0.0
            if self._paid_until < now - _LATEST_WAKE_UP:
                self._paid_until = now

    def seconds_until_paid(self, booking: _Booking, now: float) -> float:
        """How long until `booking` is paid if nobody comes first; 0 or less when it is due."""
        if booking.is_paid:
            return 0.0
        longest = self._paid_until + self._owed - now
        if longest <= _SHORTEST_NAP:
            return longest
        before = sum(other.seconds for other in self._bookings if other.finish <= booking.finish)
        return self._paid_until + before - now

    def stretch(self, factor: float, now: float) -> None:
        """Let everything, also what is half paid, take `factor` times as long.

        Less, where that would be more than anyone has patience for.
        """
        if factor > 1 and self._owed:
            factor = min(factor, max(_PATIENCE / self._owed, 1.0))
        for booking in self._bookings:
            booking.seconds *= factor
            lead = booking.finish - self._virtual_time
            booking.finish = self._virtual_time + lead * factor
        self._owed *= factor
        self._paid_until = now - (now - self._paid_until) * factor

    def forgive(self) -> None:
        """Nobody owes anything any more."""
        for booking in self._bookings:
            booking.is_paid = True
        self._bookings.clear()
        self._owed = 0.0
