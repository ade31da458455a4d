"""Time: what the engine needs of a clock, and the date for people."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Elapsed time, passed in everywhere; tests pass one that moves when told."""

    def now(self) -> float:
        """Seconds of engine time; the zero point has no meaning."""

    async def sleep(self, seconds: float) -> None:
        """Return when `seconds` of engine time have passed."""


async def sleep_or_change(clock: Clock, seconds: float | None, changed: asyncio.Event) -> None:
    """Return when so many seconds have passed, never if None, or at once when `changed` is set;
    clears it.
    """
    waits: set[asyncio.Task[object]] = {asyncio.create_task(changed.wait())}
    if seconds is not None:
        waits.add(asyncio.create_task(clock.sleep(seconds)))
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    changed.clear()


def wall_time() -> float:
    """Seconds since 1970, UTC: for dates that people read, never for deadlines."""
    return time.time()
