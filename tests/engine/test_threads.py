"""Blocking work off the main thread: what comes back, and what is left of its thread."""

from __future__ import annotations

import asyncio
import threading

import pytest

from engine import threads
from engine.threads import STARTER, begin, behind, in_thread


async def test_what_a_function_returns_or_raises_comes_back():
    assert await in_thread("sum", sum, [1, 2], start=3) == 6
    with pytest.raises(ZeroDivisionError):
        await in_thread("division", divmod, 1, 0)


@pytest.mark.parametrize("times", [200])
async def test_the_thread_is_gone_when_its_outcome_is_here(times):
    for _ in range(times):
        thread = await in_thread("short", threading.current_thread)
        assert not thread.is_alive()


async def test_who_is_cancelled_does_not_wait_for_the_thread():
    go_on = threading.Event()
    waiting = asyncio.create_task(in_thread("long", go_on.wait))
    await asyncio.sleep(0.01)
    waiting.cancel()
    async with asyncio.timeout(1):
        with pytest.raises(asyncio.CancelledError):
            await waiting
    go_on.set()


async def test_nobody_waits_until_a_thread_has_its_first_turn():
    """`Thread.start` would: here for a thread that the starter cannot come to for a while."""
    go_on = threading.Event()
    held_up, next_one = SlowToStart(go_on), []
    threads._starter.begin(held_up)
    thread = begin("next", lambda: next_one.append(threading.current_thread().name))
    assert behind() == 2
    assert not thread.is_alive()
    go_on.set()
    async with asyncio.timeout(5):
        while behind() or thread.is_alive():
            await asyncio.sleep(0.001)
    assert next_one == ["next"]
    assert held_up.started_in == STARTER


async def test_a_thread_that_found_no_room_is_started_once_there_is_some(monkeypatch):
    monkeypatch.setattr(threads, "_PAUSE", 0.001)
    crowded = NoRoomAtFirst()
    threads._starter.begin(crowded)
    assert await in_thread("after it", crowded.done.is_set) in (True, False)
    assert crowded.refused == 3
    assert crowded.done.wait(5)


async def test_the_loop_goes_on_while_the_thread_of_a_call_ends():
    """What a thread still does when its outcome is here must not stop the loop."""
    go_on, turns = threading.Event(), 0

    class Outcome:
        """Its end keeps the thread that made it."""

        def __del__(self) -> None:
            if threading.current_thread() is not threading.main_thread():
                go_on.wait(5)

    async def count() -> None:
        nonlocal turns
        while turns < 10:
            turns += 1
            await asyncio.sleep(0)
        go_on.set()

    def work() -> int:
        kept.append(threading.local())
        kept[-1].outcome = Outcome()
        return 1

    kept: list[threading.local] = []
    counting = asyncio.create_task(count())
    assert await in_thread("with an end", work) == 1
    await counting
    assert turns == 10


class SlowToStart(threading.Thread):
    """Its first turn comes when it is allowed."""

    def __init__(self, go_on: threading.Event) -> None:
        super().__init__(daemon=True)
        self._go_on = go_on
        self.started_in = ""

    def start(self) -> None:
        self.started_in = threading.current_thread().name
        self._go_on.wait(5)
        super().start()


class NoRoomAtFirst(threading.Thread):
    """The system refuses it three times."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.refused = 0
        self.done = threading.Event()

    def start(self) -> None:
        if self.refused < 3:
            self.refused += 1
            raise RuntimeError("can't start new thread")
        super().start()

    def run(self) -> None:
        self.done.set()
