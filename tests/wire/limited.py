"""Connections under a limit, on a clock that moves only when all of them sleep."""

from __future__ import annotations

from engine.wire.limiter import Limiter
from lockstep import Lockstep

BUFFER = 1 << 20


def never() -> bool:
    return False


def limiter(clock: Lockstep, rate: int, parent: Limiter | None = None) -> Limiter:
    return Limiter(rate, parent=parent, clock=clock.read, sleep=clock.sleep)


class Connection:
    """Has data waiting all the time; receives a quantum, `chunk` bytes at most, and takes."""

    def __init__(
        self,
        clock: Lockstep,
        limit: Limiter,
        *,
        seconds: float,
        chunk: int = BUFFER,
        pause: float = 0.0,
    ) -> None:
        self.arrivals: list[tuple[float, int]] = []
        self._clock, self._limit = clock, limit
        self._chunk, self._pause = chunk, pause
        self._until = clock.now + seconds

    def __call__(self) -> None:
        while self._clock.now < self._until:
            if self._pause:
                self._clock.sleep(self._pause)
            count = min(self._limit.quantum or self._chunk, self._chunk)
            self.arrivals.append((self._clock.now, count))
            assert len(self.arrivals) < 500_000, "nothing holds it back"
            self._limit.take(count, never)

    def brought(self, since: float = 0.0, until: float = 1e9) -> int:
        return sum(count for at, count in self.arrivals if since <= at < until)


def together(connections: list[Connection], since: float = 0.0, until: float = 1e9) -> int:
    return sum(connection.brought(since, until) for connection in connections)


# Exact.
