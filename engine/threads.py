"""Blocking work off the main thread, one daemon thread a call.

Not an executor: a resolver that hangs blocks its thread for many seconds, and must neither starve
the others of a small pool nor keep the program from ending.

The main thread waits for none of them, not even for the first turn of a new one or the last of one
that is done: where wire threads keep processors and interpreter busy, either takes tens of
milliseconds.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import queue
import threading
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# Whoever is inside Qt when the interpreter ends takes the process down with it ("terminate called
# without an active exception"): a daemon thread is ended where it waits for Python, in the midst of
# C++. So it holds this meanwhile, and the interpreter takes it first and gives it back no more.
_ringing = threading.RLock()
atexit.register(_ringing.acquire)

STARTER = "starter"
"""The name of the thread that starts the others."""
_PAUSE = 0.1


class _Starter:
    """Starts threads, in order, on a thread of its own: `Thread.start` waits for their first turn.

    Where there is no room for another thread, the next ones wait until there is.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._waiting: queue.SimpleQueue[threading.Thread] = queue.SimpleQueue()
        self._begun = self._started = 0

    @property
    def behind(self) -> int:
        """How many had no turn yet."""
        return self._begun - self._started

    def begin(self, thread: threading.Thread) -> None:
        with self._lock:
            self._begun += 1
            self._waiting.put(thread)
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name=STARTER, daemon=True)
                self._thread.start()

    def _serve(self) -> None:
        while True:
            thread = self._waiting.get()
            while not _has_started(thread):
                time.sleep(_PAUSE)
            self._started += 1


def _has_started(thread: threading.Thread) -> bool:
    try:
        thread.start()
    except RuntimeError:
        return False
    return True


_starter = _Starter()


def begin(name: str, work: Callable[[], object]) -> threading.Thread:
    """Have `work` done by a daemon thread called `name`, soon."""
    thread = threading.Thread(target=work, name=name, daemon=True)
    _starter.begin(thread)
    return thread


def behind() -> int:
    """How many threads were begun and had no turn yet."""
    return _starter.behind


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

    thread = begin(name, work)
    try:
        return await outcome
    finally:
        if outcome.done() and not outcome.cancelled():
            # It has only to leave the call that woke the loop. That goes through Qt, and a program
            # that ends before it is out of there is aborted.
            while thread.is_alive():  # noqa: ASYNC110 - there is nobody to set an event
                await asyncio.sleep(0)
