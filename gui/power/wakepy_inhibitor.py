"""Keeps Windows and macOS awake with wakepy, which ties that to a thread of ours.

Windows forgets it when the thread ends, macOS when a helper program does.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

LONGEST_WAIT = 10.0


class WakepyInhibitor:
    """See `Inhibitor`."""

    def __init__(self) -> None:
        self._release: threading.Event | None = None

    async def hold(self) -> str:
        """Keep the machine awake in a thread that lives until `let_go`."""
        await self.let_go()
        loop = asyncio.get_running_loop()
        method: asyncio.Future[str] = loop.create_future()
        release = threading.Event()

        def tell(name: str) -> None:
            # The loop may have ended, or nobody waits any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(
                    lambda: None if method.done() else method.set_result(name)
                )

        thread = threading.Thread(
            target=_stay_awake, args=(release, tell), name="awake", daemon=True
        )
        thread.start()
        self._release = release
        name = ""
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LONGEST_WAIT):
                    name = await method
        finally:
            if not name:
                await self.let_go()
        return name

    async def let_go(self) -> None:
        """The thread ends, and with it what it held."""
        if self._release is not None:
            self._release.set()
            self._release = None


def _stay_awake(release: threading.Event, tell: Callable[[str], None]) -> None:
    try:
        from wakepy import keep

        with keep.running(on_fail="pass") as mode:
            tell(str(mode.method or "wakepy") if mode.active else "")
            if mode.active:
                release.wait()
    except Exception as failure:  # noqa: BLE001 - a foreign package, without which we go on
        log.debug("wakepy does not keep the machine awake: %r", failure)
    tell("")
