"""Notes through org.freedesktop.Notifications: what shows them on nearly every Linux desktop."""

from __future__ import annotations

import asyncio
import contextlib
import html
import logging
import os
from collections.abc import Callable, Coroutine, Iterable

from gui.desktop_entry import desktop_id
from gui.notifications.note import Kind, Note
from gui.session_bus import (
    CLOSE_TIMEOUT,
    Bus,
    BusError,
    Place,
    Rule,
    Signal,
    owner_changes,
    variant,
)
from resources import icon_path

log = logging.getLogger(__name__)

APP_NAME = "Holdfast"
SERVICE = "org.freedesktop.Notifications"
PLACE = Place(SERVICE, "/org/freedesktop/Notifications", SERVICE)

ANSWER_TIMEOUT = 5.0
LATEST_ANSWER = 600.0
"""A daemon that was frozen shows what it was sent all the same, once it goes on."""

_SHOWN_AS_USUAL = -1
_STAYS_UNTIL_DISMISSED = 0
_LOOKS: dict[Kind, tuple[str, int]] = {
    Kind.DONE: ("transfer.complete", _SHOWN_AS_USUAL),
    Kind.FAILED: ("transfer.error", _STAYS_UNTIL_DISMISSED),
}
_DISMISSED = 2


class DaemonNotifier:
    """Shows notes, and hears which button was pressed and what the person put away."""

    def __init__(
        self, on_action: Callable[[str, Note], None], on_dismissed: Callable[[Note], None]
    ) -> None:
        self._on_action = on_action
        self._on_dismissed = on_dismissed
        self._bus = Bus(
            listeners={
                Rule(SERVICE, path=PLACE.path, sender=SERVICE): self._on_signal,
                owner_changes(SERVICE): lambda _signal: self._forget(),
            },
            on_lost=self._forget,
        )
        self._capabilities: frozenset[str] | None = None
        self._draws_default = False
        self._shown: dict[int, Note] = {}
        self._calls: set[asyncio.Task[None]] = set()

    async def show(self, note: Note) -> None:
        """Show a note in place of the one with its key; raises BusError.

        One that comes late, because the daemon was frozen, has buttons that work nevertheless.
        """
        await self._get_to_know()
        call = self._begin(self._notify(note))
        await asyncio.wait({call}, timeout=ANSWER_TIMEOUT)
        if not call.done():
            raise BusError("the notification daemon does not answer")
        call.result()

    async def take_back(self, keys: Iterable[str]) -> None:
        """Let nothing be seen any more of these; never raises."""
        unwanted = frozenset(keys)
        for number in [number for number, note in self._shown.items() if note.key in unwanted]:
            del self._shown[number]
            await self._close_popup(number)

    async def close(self) -> None:
        """Take back what is still shown, whose buttons would soon do nothing, and hang up."""
        for call in self._calls:
            call.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
                for number in list(self._shown):
                    await self._close_popup(number)
        self._shown.clear()
        await self._bus.close()

    # --- showing ---------------------------------------------------------------------------------

    async def _get_to_know(self) -> None:
        if self._capabilities is None:
            capabilities = (await self._bus.call(PLACE, "GetCapabilities")).body[0]
            name = (await self._bus.call(PLACE, "GetServerInformation")).body[0]
            self._draws_default = name.lower().startswith("xfce")
            self._capabilities = frozenset(capabilities)

    async def _notify(self, note: Note) -> None:
        capabilities = self._capabilities or frozenset()
        category, stays = _LOOKS[note.kind]
        replaced = next((key for key, old in self._shown.items() if old.key == note.key), 0)
        answer = await self._bus.call(
            PLACE,
            "Notify",
            "susssasa{sv}i",
            APP_NAME,
            replaced,
            icon_path("holdfast").as_uri(),
            note.title,
            # The title is never parsed.
            html.escape(note.body, quote=False) if "body-markup" in capabilities else note.body,
            [text for action in self._buttons(note, capabilities) for text in action],
            {
                "urgency": variant("y", 1),
                "desktop-entry": variant("s", desktop_id()),
                "category": variant("s", category),
            },
            stays,
            timeout=LATEST_ANSWER,
        )
        self._shown.pop(replaced, None)
        self._shown[answer.body[0]] = note

    def _buttons(self, note: Note, capabilities: frozenset[str]) -> list[tuple[str, str]]:
        """A daemon of Xfce draws the default action as a button: another one would say the same."""
        if "actions" not in capabilities:
            return []
        default = dict(note.actions).get("default")
        return [
            (key, label)
            for key, label in note.actions
            if key == "default" or label != default or not self._draws_default
        ]

    async def _close_popup(self, number: int) -> None:
        try:
            await self._bus.call(PLACE, "CloseNotification", "u", number)
        except BusError as failure:
            log.debug("notification %d was not taken back: %r", number, failure)

    def _begin(self, call: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(call)
        self._calls.add(task)
        task.add_done_callback(self._end)
        return task

    def _end(self, call: asyncio.Task[None]) -> None:
        self._calls.discard(call)
        if not call.cancelled() and (failure := call.exception()):
            log.debug("no notification: %r", failure)

    # --- hearing ---------------------------------------------------------------------------------

    def _forget(self) -> None:
        """A new daemon counts from 1 again: the old one's numbers would be taken for others'."""
        self._shown.clear()
        self._capabilities = None

    def _on_signal(self, signal: Signal) -> None:
        # The numbers of other programs arrive here too.
        if len(signal.body) != 2 or signal.body[0] not in self._shown:
            return
        number, argument = signal.body
        if signal.member == "ActivationToken":
            # Qt takes it from here when a window is raised; Wayland raises none without it.
            os.environ["XDG_ACTIVATION_TOKEN"] = argument
        elif signal.member == "NotificationClosed":
            note = self._shown.pop(number)
            if argument == _DISMISSED:
                self._on_dismissed(note)
        elif signal.member == "ActionInvoked":
            self._pressed(number, argument)

    def _pressed(self, number: int, action: str) -> None:
        """Act once and close the note: daemons leave it open, or report one click twice."""
        note = self._shown.pop(number)
        self._begin(self._close_popup(number))
        if action in dict(note.actions):
            self._on_action(action, note)
