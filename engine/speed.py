"""How fast bytes come in, smoothed so that a number on the screen can be read."""

from __future__ import annotations

import math

SMOOTHING_TIME = 3.0
SHORTEST_STEP = 0.01


class Speed:
    """Bytes per second as a moving average that forgets with a time constant of three seconds."""

    def __init__(self) -> None:
        self._rate: float | None = None
        self._counted: int | None = None
        self._at = 0.0

    @property
    def rate(self) -> float:
        """Bytes per second; 0 before two samples were taken."""
        return self._rate or 0.0

    def sample(self, count: int, now: float) -> None:
        """Take note that `count` bytes are here at `now`; a smaller count began from zero.

        `now` is in seconds. What comes sooner than `SHORTEST_STEP` after the last sample says
        nothing about a rate, and waits for the next.
        """
        if self._counted is None:
            self._counted, self._at = count, now
            return
        passed = now - self._at
        if passed < SHORTEST_STEP:
            return
        latest = max(0, count - self._counted) / passed
        weight = 1 - math.exp(-passed / SMOOTHING_TIME)
        self._rate = latest if self._rate is None else self._rate + weight * (latest - self._rate)
        self._counted, self._at = count, now
