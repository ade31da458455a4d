"""Engine time: elapsed time that nobody can set, measured with `QElapsedTimer`.

No change of the system clock moves such a timer. Whether it runs while the machine sleeps differs
from system to system, so a gap between two readings counts for at most `LONGEST_BEAT`: a night
asleep, or a stopped process, moves no deadline on any of them. Whoever has a deadline keeps reading
(see `ElapsedClock.sleep`), so a long gap always means that we stood still.
"""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QElapsedTimer

HEARTBEAT = 1.0
LONGEST_BEAT = 2.0


class ElapsedClock:
    """Engine time on `QElapsedTimer`; safe to read from the main thread only."""

    def __init__(self) -> None:
        self._timer = QElapsedTimer()
        self._timer.start()
        self._last_ns = 0
        self._engine_ns = 0

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
        while (rest := until - self.now()) > 0:
            await asyncio.sleep(min(rest, HEARTBEAT))
