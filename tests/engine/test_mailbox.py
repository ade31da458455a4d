"""Threads have calls made on the loop's thread: all of them, in order, at few wakings."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from engine.mailbox import Mailbox
from manager_bench import eventually


def post_all(mailbox: Mailbox, found: list[Any], things: range) -> None:
    for thing in things:
        mailbox.post(found.append, thing)


async def test_calls_are_made_in_order_on_the_loops_thread() -> None:
    mailbox, found = Mailbox(), list[Any]()
    threads: list[threading.Thread] = []

    def post() -> None:
        post_all(mailbox, found, range(100))
        mailbox.post(lambda: threads.append(threading.current_thread()))

    thread = threading.Thread(target=post)
    thread.start()
    await eventually(lambda: bool(threads))
    thread.join()
    assert found == list(range(100))
    assert threads == [threading.current_thread()]


async def test_many_threads_lose_no_call() -> None:
    mailbox, found = Mailbox(), list[int]()
    threads = [
        threading.Thread(target=post_all, args=(mailbox, found, range(n, n + 500)))
        for n in range(0, 4000, 500)
    ]
    for thread in threads:
        thread.start()
    await eventually(lambda: len(found) == 4000)
    assert sorted(found) == list(range(4000))


async def test_a_thousand_calls_wake_the_loop_once() -> None:
    loop, wakings = asyncio.get_running_loop(), list[object]()
    wake = loop.call_soon_threadsafe

    def counted(*args: Any) -> Any:
        wakings.append(args)
        return wake(*args)

    loop.call_soon_threadsafe = counted  # type: ignore[method-assign]
    mailbox, found = Mailbox(), list[int]()
    thread = threading.Thread(target=post_all, args=(mailbox, found, range(1000)))
    thread.start()
    # The loop does not run meanwhile.
    thread.join()
    assert len(wakings) == 1
    await eventually(lambda: len(found) == 1000)


async def test_a_call_that_somebody_waits_for_brings_those_before_it() -> None:
    mailbox, found = Mailbox(), list[int]()
    post_all(mailbox, found, range(3))
    mailbox.post_at_once(found.append, 3)
    mailbox.post(found.append, 4)
    await eventually(lambda: len(found) == 5)
    assert found == list(range(5))


async def test_a_call_that_fails_takes_no_other_with_it() -> None:
    mailbox, found, failures = Mailbox(), list[int](), list[object]()
    asyncio.get_running_loop().set_exception_handler(
        lambda _, context: failures.append(context["exception"])
    )
    mailbox.post(found.append, 1)
    mailbox.post(found.remove, 7)
    mailbox.post(found.append, 2)
    await eventually(lambda: found == [1, 2])
    assert [type(failure) for failure in failures] == [ValueError]


async def test_closing_makes_the_calls_that_wait() -> None:
    mailbox, found = Mailbox(), list[int]()
    post_all(mailbox, found, range(3))
    mailbox.close()
    assert found == [0, 1, 2]


def test_a_call_for_a_loop_that_has_ended_harms_nobody() -> None:
    async def make() -> Mailbox:
        return Mailbox()

    mailbox = asyncio.run(make())
    mailbox.post(print, "never")
    mailbox.post_at_once(print, "never")
