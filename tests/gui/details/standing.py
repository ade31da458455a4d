"""Where the details stand in a window, and a wait for what they are told later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

LOW, TALL = (1012, 216), (380, 700)
"""Below the list, and beside it."""


async def until(holds: Callable[[], bool]) -> None:
    """Let the loop run until it is so."""
    for _ in range(500):
        if holds():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never came true")
