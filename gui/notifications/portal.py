"""Notes through org.freedesktop.portal.Notification: the way out of a sandbox, and only there.

Outside of one the portal does not know who calls; that of GTK crashed over it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable

from gui.notifications.note import Kind, Note
from gui.session_bus import CLOSE_TIMEOUT, Bus, BusError, Place, Rule, Signal, variant

log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.portal.Desktop"
PLACE = Place(SERVICE, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification")

_MOST_REMEMBERED = 200
"""The portal never tells that a note was closed."""
_PRIORITIES = {Kind.DONE: "normal", Kind.FAILED: "high"}


class PortalNotifier:
    """Shows notes, and hears which button was pressed."""

    def __init__(self, on_action: Callable[[str, Note], None]) -> None:
        self._on_action = on_action
        self._bus = Bus(
            listeners={Rule(PLACE.interface, "ActionInvoked", PLACE.path, SERVICE): self._on_signal}
        )
        self._shown: dict[str, Note] = {}

    async def show(self, note: Note) -> None:
        """Show a note in place of the one with its key; raises BusError."""
        buttons = [
            {"label": variant("s", label), "action": variant("s", key)}
            for key, label in note.actions
            if key != "default"
        ]
        content = {
            "title": variant("s", note.title),
            "body": variant("s", note.body),
            "priority": variant("s", _PRIORITIES[note.kind]),
            "default-action": variant("s", "default"),
            "buttons": variant("aa{sv}", buttons),
        }
        await self._bus.call(PLACE, "AddNotification", "sa{sv}", note.key, content)
        self._shown.pop(note.key, None)
        self._shown[note.key] = note
        while len(self._shown) > _MOST_REMEMBERED:
            del self._shown[next(iter(self._shown))]

    async def take_back(self, keys: Iterable[str]) -> None:
        """Let nothing be seen any more of these; never raises."""
        for key in keys:
            if self._shown.pop(key, None) is not None:
                await self._remove(key)

    async def close(self) -> None:
        """Take back what is still shown, whose buttons would soon do nothing, and hang up."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await self.take_back(list(self._shown))
        await self._bus.close()

    async def _remove(self, key: str) -> None:
        try:
            await self._bus.call(PLACE, "RemoveNotification", "s", key)
        except BusError as failure:
            log.debug("notification %s was not taken back: %r", key, failure)

    def _on_signal(self, signal: Signal) -> None:
        if len(signal.body) < 2 or signal.body[0] not in self._shown:
            return
        key, action = signal.body[:2]
        note = self._shown.pop(key)
        if action in dict(note.actions):
            self._on_action(action, note)
