"""An instance that serves a fake engine, and those who speak to it over the real socket."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine import JobSpec
from fake_engine import FakeEngine
from gui.browsers.taking import Desk
from gui.instance import Instance
from gui.protocol import Event, read_event, to_line


class Engine(FakeEngine):
    async def add_or_resume(self, spec: JobSpec) -> str:
        return await self.add(spec)


class Peer:
    """The other end of the socket, in this same loop; speaks bytes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def say(self, *requests: Any) -> None:
        self._writer.write(b"".join(map(to_line, requests)))
        await self._writer.drain()

    async def say_bytes(self, text: bytes) -> None:
        self._writer.write(text)
        with contextlib.suppress(ConnectionError):
            await self._writer.drain()

    async def hear(self) -> Event:
        async with asyncio.timeout(5):
            return read_event(await self._reader.readline())

    async def until(self, kind: type[Any]) -> Any:
        """The next event of this kind."""
        while not isinstance(event := await self.hear(), kind):
            pass
        return event

    async def until_hung_up(self) -> bytes:
        """What was said before; nothing when we were still talking when the other side hung up."""
        async with asyncio.timeout(5):
            with contextlib.suppress(ConnectionError):
                return await self._reader.read()
        return b""

    def stop_reading(self) -> None:
        self._writer.transport.pause_reading()  # type: ignore[attr-defined]

    async def hang_up(self) -> None:
        self._writer.close()
        with contextlib.suppress(ConnectionError):
            await self._writer.wait_closed()


class House:
    """An instance that serves a fake engine, and those who speak to it."""

    def __init__(self, home: Path) -> None:
        instance = Instance.acquire(home)
        assert instance is not None
        self.instance = instance
        self.engine = Engine()
        self.raised: list[str] = []
        self.offered: list[tuple[Sequence[str], Sequence[str]]] = []
        self.asked_to_leave = False
        self._peers: list[Peer] = []

    @property
    def address(self) -> str:
        return (self.instance.home / "lock").read_text()

    @property
    def clients(self) -> int:
        """How many conversations are held."""
        assert self.instance._server is not None
        return len(self.instance._server._conversations)

    def serve(self, *, window: bool = True, desk: Desk | None = None) -> None:
        def leave() -> None:
            self.asked_to_leave = True

        self.instance.serve(
            self.engine,  # type: ignore[arg-type]
            self.raised.append if window else None,
            None if window else leave,
            self._hear_offer if window else None,
            desk,
        )

    def _hear_offer(self, links: Sequence[str], files: Sequence[str]) -> None:
        self.offered.append((links, files))

    async def visit(self) -> Peer:
        peer = Peer(*await asyncio.open_unix_connection(self.address))
        self._peers.append(peer)
        return peer

    async def ask(self, request: Any) -> Event:
        peer = await self.visit()
        await peer.say(request)
        return await peer.hear()

    async def close(self) -> None:
        for peer in self._peers:
            await peer.hang_up()
        self.instance.release()
