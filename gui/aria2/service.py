"""Opens the door of an engine to other programs, once everything it needs is loaded.

Knows no aiohttp before: loading it takes a while, and happens in a thread.
"""

from __future__ import annotations

import importlib
from collections.abc import Collection
from typing import TYPE_CHECKING

from engine import JobManager, in_thread
from gui import desktop

if TYPE_CHECKING:
    from gui.aria2.door import Door
    from gui.aria2.methods import Methods

KEY = "aria2"
"""The name of the secret among the engine's access keys."""
HOST = "127.0.0.1"
PATH = "/jsonrpc"


def address(port: int) -> str:
    """Where the door is."""
    return f"http://{HOST}:{port}{PATH}"


class Service:
    """An open door; `close` before the engine closes."""

    def __init__(self, methods: Methods, door: Door) -> None:
        self._methods = methods
        self._door = door

    def __repr__(self) -> str:
        return f"<Service: {self._door!r}>"

    @classmethod
    async def open(
        cls, manager: JobManager, key: str, port: int, origins: Collection[str]
    ) -> Service:
        """Hear programs that show the key; raises OSError when the port is not to be had."""
        await in_thread("loading", importlib.import_module, "gui.aria2.door")
        from gui.aria2.dialogue import Dialogue
        from gui.aria2.door import Door
        from gui.aria2.methods import Methods

        methods = Methods(manager, manager.home, lambda: desktop.default_folder(manager.settings))
        door = Door(Dialogue(methods, key), origins)
        try:
            door.open(port)
        except OSError:
            methods.close()
            raise
        methods.listen(door.tell)
        return cls(methods, door)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._door.port

    def allow(self, origins: Collection[str]) -> None:
        """Pages of these origins may ask, and no others."""
        self._door.allow(origins)

    async def renew(self, key: str) -> None:
        """Only who shows this key is heard from now on."""
        from gui.aria2.dialogue import Dialogue

        await self._door.speak_for(Dialogue(self._methods, key))

    async def close(self) -> None:
        """Hear nobody any more; what was begun is carried out and answered."""
        await self._door.close()
        self._methods.close()
