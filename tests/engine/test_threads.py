"""Blocking work off the main thread: what comes back, and what is left of its thread."""

from __future__ import annotations

import asyncio
import threading

import pytest

from engine.threads import in_thread


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
