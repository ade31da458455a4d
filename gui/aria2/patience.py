"""How long a refusal takes, and how many connections may come: arithmetic, no waiting."""

from __future__ import annotations

from collections.abc import Callable

Clock = Callable[[], float]

LONGEST_WAIT = 3.0
"""Seconds that one refusal takes at most: a program with an old secret asks every second."""
_FREE = 10
"""Refusals for which nobody waits longer than the shortest wait."""
_FORGIVEN = 1.0
"""Refusals a second that are forgotten."""
_STEP = 0.1
SECONDS_BETWEEN_LINES = 60.0


class Patience:
    """The more refusals there were lately, the longer the next one takes."""

    def __init__(self, clock: Clock, shortest: float = 0.0) -> None:
        self._clock = clock
        self._shortest = shortest
        self._level = 0.0
        self._then = clock()
        self._untold = 0
        self._told_at = -SECONDS_BETWEEN_LINES

    def wait(self) -> float:
        """Seconds that the refusal of this moment takes."""
        now = self._clock()
        self._level = max(0.0, self._level - (now - self._then) * _FORGIVEN) + 1
        self._then = now
        self._untold += 1
        return min(LONGEST_WAIT, self._shortest + max(0.0, self._level - _FREE) * _STEP)

    def to_tell(self) -> int:
        """How many refusals there were since this was said last; 0 when it is too soon to say."""
        now = self._clock()
        if not self._untold or now < self._told_at + SECONDS_BETWEEN_LINES:
            return 0
        count, self._untold, self._told_at = self._untold, 0, now
        return count


class Pace:
    """So many a second, and as many at once after a pause."""

    def __init__(self, clock: Clock, most: float) -> None:
        self._clock = clock
        self._most = most
        self._left = most
        self._then = clock()

    def wait(self) -> float:
        """Seconds until the next one may come, which is thereby on its way."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._then) * self._most)
        self._then = now
        self._left -= 1
        return max(0.0, -self._left / self._most)
