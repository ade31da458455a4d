"""Calls from many threads, made on the loop's thread, many of them at one waking.

Waking Qt's event loop costs as much as a small file; two thousand of them must not wake it, write
to the store and repaint a window two thousand times.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import ParamSpec

from engine.threads import ring

P = ParamSpec("P")

SECONDS_BETWEEN = 0.1


class Mailbox:
    """Made on the loop's thread; `post` from any. Calls are made in the order of their posting.

    The first one is made as soon as the loop can, what follows it within `SECONDS_BETWEEN` is made
    together after that time, unless it says that somebody waits for it.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._calls: deque[Callable[[], None]] = deque()
        self._is_woken = False
        self._pause: asyncio.TimerHandle | None = None

    def __repr__(self) -> str:
        return f"<Mailbox of {len(self._calls)} calls>"

    def post(self, function: Callable[P, None], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """Have `function` called in a moment; never blocks, never raises."""
        self._put(partial(function, *args, **kwargs), urgent=False)

    def post_at_once(
        self, function: Callable[P, None], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Have `function`, and all that was posted before, called as soon as the loop can."""
        self._put(partial(function, *args, **kwargs), urgent=True)

    def close(self) -> None:
        """Make the calls that wait, at once; on the loop's thread."""
        self._open()
        if self._pause:
            self._pause.cancel()
            self._pause = None

    def _put(self, call: Callable[[], None], *, urgent: bool) -> None:
        with self._lock:
            self._calls.append(call)
            if self._is_woken or (self._pause and not urgent):
                return
            self._is_woken = True
        ring(self._loop, self._open)

    def _open(self) -> None:
        with self._lock:
            waiting = len(self._calls)
            self._is_woken = False
            if self._pause:
                self._pause.cancel()
            self._pause = self._loop.call_later(SECONDS_BETWEEN, self._open) if waiting else None
        for _ in range(waiting):
            # One that raises leaves the others to the next time.
            self._calls.popleft()()
