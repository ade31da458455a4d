"""Notes through desktop-notifier on Windows and macOS, where that optional package is installed.

Written by its documentation and tested against a stand-in: neither system was at hand.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from gui.notifications.note import Note
from gui.session_bus import CLOSE_TIMEOUT
from resources import icon_path

APP_NAME = "Holdfast"
ANSWER_TIMEOUT = 5.0


class UnavailableError(OSError):
    """There is no such way to show notes here."""


class ForeignNotifier:
    """Shows notes, and hears which button was pressed and what the person put away."""

    def __init__(
        self, on_action: Callable[[str, Note], None], on_dismissed: Callable[[Note], None]
    ) -> None:
        self._on_action = on_action
        self._on_dismissed = on_dismissed
        self._notifier: Any = None
        self._shown: dict[str, Note] = {}

    async def show(self, note: Note) -> None:
        """Show a note in place of the one with its key; raises OSError."""
        await self.take_back([note.key])
        with _failing_as_unavailable():
            notifier = self._get_notifier()
            async with asyncio.timeout(ANSWER_TIMEOUT):
                await self._send(notifier, note)

    async def take_back(self, keys: Iterable[str]) -> None:
        """Let nothing be seen any more of these; never raises."""
        unwanted = frozenset(keys)
        for number in [number for number, note in self._shown.items() if note.key in unwanted]:
            del self._shown[number]
            with contextlib.suppress(OSError, RuntimeError, KeyError):
                async with asyncio.timeout(CLOSE_TIMEOUT):
                    await self._notifier.clear(number)

    async def close(self) -> None:
        """Take back what is still shown, whose buttons would soon do nothing."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await self.take_back([note.key for note in self._shown.values()])

    async def _send(self, notifier: Any, note: Note) -> None:
        from desktop_notifier import Button, Urgency

        pressed: dict[str, str] = {}

        def hear(action: str) -> None:
            if (number := pressed.get("number", "")) in self._shown:
                del self._shown[number]
                self._on_action(action, note)

        def hear_dismissal() -> None:
            if self._shown.pop(pressed.get("number", ""), None) is not None:
                self._on_dismissed(note)

        pressed["number"] = await notifier.send(
            title=note.title,
            message=note.body,
            urgency=Urgency.Normal,
            buttons=[
                Button(title=label, on_pressed=partial(hear, key))
                for key, label in note.actions
                if key != "default"
            ],
            on_clicked=partial(hear, "default"),
            on_dismissed=hear_dismissal,
            thread=note.kind.value,
        )
        self._shown[pressed["number"]] = note

    def _get_notifier(self) -> Any:
        """One for the whole run: those that are thrown away take their notes with them."""
        if self._notifier is None:
            if sys.platform == "darwin" and not getattr(sys, "frozen", False):
                raise UnavailableError("macOS shows notes of signed bundles alone")
            from desktop_notifier import DesktopNotifier, Icon

            self._notifier = DesktopNotifier(
                app_name=APP_NAME, app_icon=Icon(path=icon_path("holdfast"))
            )
        return self._notifier


@contextlib.contextmanager
def _failing_as_unavailable() -> Iterator[None]:
    try:
        yield
    except (ImportError, RuntimeError, ValueError) as failure:
        raise UnavailableError(str(failure)) from failure
