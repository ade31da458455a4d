"""Elapsed engine time, kept across pauses and restarts."""

from __future__ import annotations

from engine.clock import Clock


class Stopwatch:
    """Seconds of engine time while it runs; stands still until `run`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._spent = 0.0
        self._running_since: float | None = None

    def __repr__(self) -> str:
        how = "stopped" if self._running_since is None else "running"
        return f"<Stopwatch {how} at {self.elapsed:.1f} s>"

    @property
    def is_running(self) -> bool:
        """True while elapsed time grows."""
        return self._running_since is not None

    @property
    def elapsed(self) -> float:
        """Seconds that were measured so far."""
        if self._running_since is None:
            return self._spent
        return self._spent + self._clock.now() - self._running_since

    def run(self) -> None:
        """Go on measuring; one that runs is left alone."""
        if self._running_since is None:
            self._running_since = self._clock.now()

    def hold(self) -> None:
        """Stand still."""
        self._spent = self.elapsed
        self._running_since = None

    def set(self, spent: float) -> None:
        """Take up a stored measure, or 0; one that runs goes on running from there."""
        self._spent = spent
        if self._running_since is not None:
            self._running_since = self._clock.now()
