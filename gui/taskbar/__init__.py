"""What the program's entry in the taskbar or dock shows: progress, how many jobs, and a call.

`look` is what is to be seen; `launcher` (Linux), `windows` and `dock` (macOS) show it. Nothing here
raises, or holds anybody up.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable

from gui.taskbar.dock import Dock
from gui.taskbar.launcher import Launcher
from gui.taskbar.look import NOTHING, Look, Shelf
from gui.taskbar.windows import WindowsTaskbar

__all__ = ["Taskbar", "system_shelf"]

log = logging.getLogger(__name__)

PAUSE = 0.5
"""Seconds between two looks at least."""
SILENCE = 60.0
"""Seconds for which a taskbar is left alone that could not be told."""
CLOSE_TIMEOUT = 0.5


def system_shelf(window_id: Callable[[], int]) -> Shelf:
    """The way of this system."""
    if sys.platform == "win32":
        return WindowsTaskbar(window_id)
    if sys.platform == "darwin":
        return Dock()
    return Launcher()


class Taskbar:
    """Shows how all jobs are: `show` it, at most twice a second, and only what changed."""

    def __init__(self, shelf: Shelf, clock: Callable[[], float] = time.monotonic) -> None:
        self._shelf = shelf
        self._clock = clock
        self._wanted = self._shown = NOTHING
        self._silent_until = float("-inf")
        self._worker: asyncio.Task[None] | None = None
        self._is_closed = False

    def show(self, progress: float | None, jobs: int) -> None:
        """The share that is here, None to hide the bar, and how many jobs are under way."""
        self._want(self._wanted.with_progress(progress, jobs))

    def call(self) -> None:
        """Something needs a look."""
        self._want(self._wanted._replace(is_urgent=True))

    def calm(self) -> None:
        """It was looked at."""
        self._want(self._wanted._replace(is_urgent=False))

    async def close(self) -> None:
        """Leave nothing behind: docks keep what they were told last."""
        self._is_closed = True
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait({self._worker}, timeout=CLOSE_TIMEOUT)
        if self._shown != NOTHING and self._clock() >= self._silent_until:
            last = asyncio.get_running_loop().create_task(self._tell(NOTHING))
            await asyncio.wait({last}, timeout=CLOSE_TIMEOUT)
            last.cancel()
        await self._shelf.close()

    def _want(self, look: Look) -> None:
        self._wanted = look
        if look != self._shown and self._worker is None and not self._is_closed:
            self._worker = asyncio.get_running_loop().create_task(self._work())
            self._worker.add_done_callback(self._settle)

    async def _work(self) -> None:
        while self._wanted != self._shown:
            look = self._wanted
            if self._clock() >= self._silent_until:
                await self._tell(look)
            self._shown = look
            await asyncio.sleep(PAUSE)

    async def _tell(self, look: Look) -> None:
        try:
            await self._shelf.show(look)
        except OSError as failure:
            log.debug("the taskbar was not told: %r", failure)
            self._silent_until = self._clock() + SILENCE

    def _settle(self, worker: asyncio.Task[None]) -> None:
        self._worker = None
        if not worker.cancelled() and (failure := worker.exception()):
            log.error("telling the taskbar failed unexpectedly", exc_info=failure)
