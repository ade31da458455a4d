"""A bandwidth limit that any number of connections share: a token bucket that may go into debt."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

# How much idle time may be made up for: it swallows late wake-ups without letting a burst through.
_BURST_SECONDS = 0.2
_QUANTUM_SECONDS = 0.05
_SMALLEST_QUANTUM = 1024
_SHORTEST_NAP = 0.001
_LONGEST_NAP = 0.02


class Limiter:
    """At most `rate` bytes a second over all who `take`; a rate of 0 is no limit.

    Bytes are paid for after they arrived: `take` books them at once and blocks until the debt of
    all is paid, so the sum is exact however many connections share the limit.
    """

    def __init__(
        self,
        rate: int = 0,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._sleep = sleep
        self._rate = rate
        self._tokens = 0.0
        self._filled_at = clock()

    def __repr__(self) -> str:
        return f"<Limiter {self._rate} bytes/s>" if self._rate else "<Limiter off>"

    @property
    def rate(self) -> int:
        """Bytes a second; 0 is no limit."""
        return self._rate

    @property
    def quantum(self) -> int:
        """The most to receive before the next `take`, so that waits stay short; 0: any amount."""
        return max(int(self._rate * _QUANTUM_SECONDS), _SMALLEST_QUANTUM) if self._rate else 0

    def set_rate(self, rate: int) -> None:
        """Change the limit; who waits feels it at once."""
        with self._lock:
            self._fill()
            self._rate = rate
            if not rate:
                self._tokens = 0.0

    def take(self, count: int, should_stop: Callable[[], bool]) -> None:
        """Book `count` bytes and block until the limit allows more, or `should_stop` says so."""
        if not self._rate:
            return
        with self._lock:
            self._fill()
            self._tokens -= count
        while (wait := self._seconds_in_debt()) > 0 and not should_stop():
            self._sleep(min(max(wait, _SHORTEST_NAP), _LONGEST_NAP))

    def _seconds_in_debt(self) -> float:
        with self._lock:
            self._fill()
            return -self._tokens / self._rate if self._rate else 0.0

    def _fill(self) -> None:
        now = self._clock()
        earned = (now - self._filled_at) * self._rate
        self._filled_at = now
        self._tokens = min(self._tokens + earned, self._rate * _BURST_SECONDS)
