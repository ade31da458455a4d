"""The launcher's entry on Linux: a signal that KDE, Ubuntu's dock, Plank and others listen to.

https://wiki.ubuntu.com/Unity/LauncherAPI; nobody answers, so nobody need be there.
"""

from __future__ import annotations

from gui.desktop_entry import desktop_id
from gui.session_bus import Bus, variant
from gui.taskbar.look import Look

PATH = "/com/canonical/unity/launcherentry/1"
INTERFACE = "com.canonical.Unity.LauncherEntry"
ENTRY = "application://%s.desktop"


class Launcher:
    """Says how the entry looks now."""

    def __init__(self) -> None:
        self._bus = Bus()

    async def show(self, look: Look) -> None:
        """Show this from now on; raises BusError."""
        properties = {
            "progress": variant("d", (look.percent or 0) / 100),
            "progress-visible": variant("b", look.percent is not None),
            "count": variant("x", look.jobs),
            "count-visible": variant("b", look.jobs > 0),
            "urgent": variant("b", look.is_urgent),
        }
        entry = ENTRY % desktop_id()
        await self._bus.announce(PATH, INTERFACE, "Update", "sa{sv}", entry, properties)

    async def close(self) -> None:
        """Hang up."""
        await self._bus.close()
