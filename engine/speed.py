"""How fast bytes come in, smoothed so that a number on the screen can be read."""

from __future__ import annotations

import math

SMOOTHING_TIME = 3.0


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
        """Take note that `count` bytes are here at `now` (seconds); a smaller count began from
        zero.
        """
        if self._counted is not None and now > self._at:
            passed = now - self._at
            latest = max(0, count - self._counted) / passed
            weight = 1 - math.exp(-passed / SMOOTHING_TIME)
            self._rate = (
                latest if self._rate is None else self._rate + weight * (latest - self._rate)
            )
        self._counted, self._at = count, now
