"""Fakes that behave: a clock that moves when told."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable


class FakeClock:
    """Engine time that stands still until `advance`; sleepers wake in order of their deadlines."""

    def __init__(self, now: float = 1000.0) -> None:
        self._now = now
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._listeners: list[Callable[[float], None]] = []

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        waker: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + seconds, next(self._order), waker))
        await waker

    def on_standstill(self, tell: Callable[[float], None]) -> None:
        self._listeners.append(tell)

    def stand_still(self, seconds: float) -> None:
        """The machine has slept for `seconds`, of which engine time counts none."""
        for tell in self._listeners:
            tell(seconds)

    async def advance(self, seconds: float) -> None:
        """Let `seconds` pass; everything that falls due on the way happens at its time."""
        until = self._now + seconds
        await settle()
        while self._sleepers and self._sleepers[0][0] <= until:
            due, _, waker = heapq.heappop(self._sleepers)
            self._now = max(self._now, due)
            if not waker.done():
                waker.set_result(None)
            await settle()
        self._now = until
        await settle()


async def settle(rounds: int = 20) -> None:
    """Let every callback and task that is ready run."""
    for _ in range(rounds):
        await asyncio.sleep(0)
