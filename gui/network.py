"""The system's network for an engine: asked in time, and let go with it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine import QtNetwork

LONGEST_WAIT = 0.5
"""Seconds that an engine waits for the system's first answer; a later one counts as well."""


@contextlib.asynccontextmanager
async def system_network(*, after: float | None = None) -> AsyncIterator[QtNetwork]:
    """The network as the system tells of it.

    With `after` it is asked only so many seconds later, and nobody waits for the answer.
    """
    # Once Qt is there it looks into every module that is imported: so it comes late.
    from engine import QtNetwork

    network = QtNetwork()
    asking = asyncio.create_task(_ask(network, after or 0.0))
    try:
        if after is None:
            await asyncio.wait({asking}, timeout=LONGEST_WAIT)
        yield network
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


async def _ask(network: QtNetwork, after: float) -> None:
    await asyncio.sleep(after)
    await network.start()
