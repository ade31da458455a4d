"""How the machine is kept awake: something that can hold it and let it go, on each system."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol


class Inhibitor(Protocol):
    """Keeps the machine from falling asleep, never the screen; one call at a time."""

    async def hold(self) -> str:
        """Keep it awake; by which service, empty if there is none that would. Quick if it does."""

    async def let_go(self) -> None:
        """It may sleep; nothing is left behind."""


class NoInhibitor:
    """Where there is nothing that could."""

    async def hold(self) -> str:
        """Nobody does."""
        return ""

    async def let_go(self) -> None:
        """Nothing was held."""


def system_inhibitor(on_lost: Callable[[], None], platform: str = sys.platform) -> Inhibitor:
    """That of the system; `on_lost` hears that what held is gone, or something new could hold."""
    # Nobody waits for these at the start.
    if platform == "linux":
        from gui.power.bus_inhibitor import BusInhibitor

        return BusInhibitor(on_lost)
    if platform in ("win32", "darwin"):
        from gui.power.wakepy_inhibitor import WakepyInhibitor

        return WakepyInhibitor()
    return NoInhibitor()
