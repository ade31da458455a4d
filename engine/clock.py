"""Time: what the engine needs of a clock, and the date for people."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Elapsed time, passed in everywhere; tests pass one that moves when told."""

    def now(self) -> float:
        """Seconds of engine time; the zero point has no meaning."""

    async def sleep(self, seconds: float) -> None:
        """Return when `seconds` of engine time have passed."""

    def on_standstill(self, tell: Callable[[float], None]) -> None:
        """Have `tell` hear that the machine slept or the process stood still, and how long."""


def wall_time() -> float:
    """Seconds since 1970, UTC: for dates that people read, never for deadlines."""
    return time.time()
