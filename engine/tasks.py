"""Work that goes on by itself on the loop, and waits that a change ends."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from typing import Any, TypeVar

from engine.clock import Clock

T = TypeVar("T")

# So many of the things that there are many of are looked at in one turn of the loop.
A_FEW = 25
# What becomes possible for many at once is not done by all in the same moment.
SPREAD_SECONDS = 1.0


class Tasks:
    """Keeps what it began from being collected, until it is done or `cancel` ends it."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def __repr__(self) -> str:
        return f"<Tasks: {len(self._tasks)} under way>"

    def begin(self, work: Coroutine[Any, Any, Any]) -> None:
        """Have `work` done; nobody waits for it."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self, seconds: float) -> None:
        """Let everything come to its end, for at most so long."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    async def cancel(self) -> None:
        """End everything, and wait until it has ended."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


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


async def one_after_the_other(clock: Clock, things: Sequence[T], act: Callable[[T], None]) -> None:
    """Act on each at some time within a moment, in no order."""
    now = clock.now()
    turns = sorted((random.random() * SPREAD_SECONDS, number) for number in range(len(things)))
    for turn, number in turns:
        await clock.sleep(now + turn - clock.now())
        act(things[number])


async def a_few_at_a_time(things: Iterable[T]) -> AsyncIterator[T]:
    """All that there are now; the window and everybody else have a turn after each few."""
    for number, thing in enumerate(tuple(things)):
        if number and number % A_FEW == 0:
            await asyncio.sleep(0)
        yield thing
