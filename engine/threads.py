"""Blocking work off the main thread, one daemon thread a call.

Not an executor: a resolver that hangs blocks its thread for many seconds, and must neither starve
the others of a small pool nor keep the program from ending.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# Whoever is inside Qt when the interpreter ends takes the process down with it ("terminate called
# without an active exception"): a daemon thread is ended where it waits for Python, in the midst of
# C++. So it holds this meanwhile, and the interpreter takes it first and gives it back no more.
_ringing = threading.RLock()
atexit.register(_ringing.acquire)


def ring(loop: asyncio.AbstractEventLoop, callback: Callable[[], object]) -> None:
    """Have `callback` called on the thread of `loop`; from any thread, and never raises."""
    # The loop may have ended meanwhile: then nobody waits for it.
    with _ringing, contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(callback)


async def in_thread(name: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What `function` returns or raises, run in a thread called `name`.

    When the awaiting task is cancelled the thread goes on and its outcome is dropped.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[T] = loop.create_future()

    def report(settle: Callable[[], None]) -> None:
        ring(loop, lambda: None if outcome.done() else settle())

    def work() -> None:
        try:
            result = function(*args, **kwargs)
        except Exception as failure:  # noqa: BLE001 - handed on to whoever awaits
            refused = failure
            report(lambda: outcome.set_exception(refused))
        else:
            report(lambda: outcome.set_result(result))

    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    try:
        return await outcome
    finally:
        if outcome.done() and not outcome.cancelled():
            # It has only to leave the call that woke the loop. That goes through Qt, and a program
            # that ends before it is out of there is aborted.
            thread.join()
