"""Engine time: elapsed time that nobody can set, measured with `QElapsedTimer`.

No change of the system clock moves such a timer. Whether it runs while the machine sleeps differs
from system to system, so a gap between two readings counts for at most `LONGEST_BEAT`: a night
asleep, or a stopped process, moves no deadline on any of them. Whoever has a deadline keeps reading
(see `ElapsedClock.sleep`), so a long gap always means that we stood still. That is told to whoever
asked for it; such gaps are seen by a clock that runs while the machine sleeps.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer

HEARTBEAT = 1.0
LONGEST_BEAT = 2.0
STANDSTILL = 10.0
"""Seconds between two beats that are worth telling; a busy machine is late by less."""

# Linux' CLOCK_MONOTONIC stands while the machine sleeps, that of macOS runs. Windows has neither,
# and Python's own clock runs there.
_SLEEPLESS = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def sleepless_time() -> float:
    """Seconds that also pass while the machine sleeps."""
    return time.monotonic() if _SLEEPLESS is None else time.clock_gettime(_SLEEPLESS)


class ElapsedClock:
    """Engine time on `QElapsedTimer`; safe to read from the main thread only."""

    def __init__(self) -> None:
        self._timer = QElapsedTimer()
        self._timer.start()
        self._last_ns = 0
        self._engine_ns = 0
        self._beat = 0.0
        self._sleepers = 0
        self._listeners: list[Callable[[float], None]] = []

    def now(self) -> float:
        """Seconds of engine time: what passed since the last reading, at most `LONGEST_BEAT`, is
        added.
        """
        reading = self._timer.nsecsElapsed()
        self._engine_ns += min(reading - self._last_ns, int(LONGEST_BEAT * 1e9))
        self._last_ns = reading
        return self._engine_ns / 1e9

    async def sleep(self, seconds: float) -> None:
        """Nap for a heartbeat at most and read the clock again.

        qasync cannot sleep longer than 24.8 days and is up to 5 % late, and the readings are what
        keeps engine time running.
        """
        until = self.now() + seconds
        if not self._sleepers:
            # Nobody felt the pulse until now.
            self._beat = sleepless_time()
        self._sleepers += 1
        try:
            while (rest := until - self.now()) > 0:
                await asyncio.sleep(min(rest, HEARTBEAT))
                self._feel_pulse()
        finally:
            self._sleepers -= 1

    def on_standstill(self, tell: Callable[[float], None]) -> None:
        """Have `tell` hear, in a turn of the loop of its own, how long we stood still."""
        self._listeners.append(tell)

    def _feel_pulse(self) -> None:
        now = sleepless_time()
        gap, self._beat = now - self._beat, now
        if gap >= STANDSTILL:
            for tell in self._listeners:
                asyncio.get_running_loop().call_soon(tell, gap)
