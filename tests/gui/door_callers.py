"""Those who come to the door for other programs, and somebody simple who answers there."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, NamedTuple

import aiohttp

from gui.aria2.door import Door

SECRET = "b7c5fb0a9c0c4e1f8d2a"
SECONDS = 10


class Reply(NamedTuple):
    status: int
    body: bytes
    is_trusted: bool


class Echo:
    """Gives back what it was asked, to who shows the secret; `deeds` are its methods."""

    def __init__(self, secret: str = SECRET) -> None:
        self.token = f"token:{secret}"
        self.asked: list[str] = []
        self.done: list[str] = []
        self.tell: Callable[[str, str], None] = lambda method, gid: None
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def reply(self, request: bytes) -> Reply:
        try:
            call = json.loads(request)
            method, params = call["method"], call.get("params", [])
        except (ValueError, KeyError, TypeError, RecursionError):
            return Reply(500, b'{"id":null,"jsonrpc":"2.0","error":{"code":-32700}}', False)
        self.asked.append(method)
        if method == "system.listMethods":
            return self._reply(call, 200, False, result=["aria2.echo"])
        if not params or params[0] != self.token:
            return self._reply(call, 400, False, error={"code": 1, "message": "Unauthorized"})
        if method == "break":
            raise ValueError(params)
        await self.go_on.wait()
        if method == "aria2.addUri":
            self.tell("aria2.onDownloadStart", "00000000000000aa")
        self.done.append(method)
        return self._reply(call, 200, True, result=params[1:])

    def _reply(self, call: dict[str, Any], status: int, is_trusted: bool, **words: Any) -> Reply:
        body = {"id": call.get("id"), "jsonrpc": "2.0", **words}
        return Reply(status, json.dumps(body).encode(), is_trusted)


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def says(self) -> Any:
        return json.loads(self.body)


def words(method: str, *params: Any, secret: str | None = SECRET, number: int = 1) -> bytes:
    """A request, with the secret unless there is none."""
    token = [] if secret is None else [f"token:{secret}"]
    call = {"jsonrpc": "2.0", "id": number, "method": method, "params": [*token, *params]}
    return json.dumps(call).encode()


def head(
    port: int, method: str = "POST", path: str = "/jsonrpc", **lines: str | Sequence[str] | None
) -> bytes:
    """A request's head as a browser writes it; a line that is None is left out."""
    wanted: dict[str, str | Sequence[str] | None] = {"Host": f"127.0.0.1:{port}"}
    wanted |= {name.replace("_", "-"): value for name, value in lines.items()}
    text = f"{method} {path} HTTP/1.1\r\n"
    for name, value in wanted.items():
        for one in [value] if isinstance(value, str) else value or ():
            text += f"{name}: {one}\r\n"
    return f"{text}\r\n".encode("latin-1")


async def ask(
    port: int,
    body: bytes = b"",
    method: str = "POST",
    path: str = "/jsonrpc",
    address: str = "127.0.0.1",
    **lines: str | Sequence[str] | None,
) -> Answer:
    """One request on a connection of its own; status 0 where it was hung up on."""
    async with asyncio.timeout(SECONDS):
        reader, writer = await asyncio.open_connection(address, port)
        try:
            length = {"Content_Length": str(len(body))} if method == "POST" else {}
            writer.write(head(port, method, path, **{**length, **lines}) + body)
            return await heard(reader)
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


async def heard(reader: asyncio.StreamReader) -> Answer:
    """The next answer."""
    try:
        text = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return Answer(0, {}, b"")
    first, *lines = text.decode("latin-1").split("\r\n")[:-2]
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        length = int(headers.get("content-length", 0))
        return Answer(int(first.split()[1]), headers, await reader.readexactly(length))
    return Answer(int(first.split()[1]), headers, b"")


@contextlib.asynccontextmanager
async def opened(echo: Echo, origins: Sequence[str] = ()) -> AsyncIterator[Door]:
    """A door at any port."""
    door = Door(echo, origins)
    door.open(0)
    echo.tell = door.tell
    try:
        yield door
    finally:
        async with asyncio.timeout(SECONDS):
            await door.close()


@contextlib.asynccontextmanager
async def socket_to(port: int, **lines: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A WebSocket. Without an origin it comes from a program of the same person."""
    headers = {name.replace("_", "-"): value for name, value in lines.items()}
    async with (
        asyncio.timeout(SECONDS),
        aiohttp.ClientSession() as session,
        session.ws_connect(f"ws://127.0.0.1:{port}/jsonrpc", headers=headers) as socket,
    ):
        yield socket


async def until(holds: Callable[[], object], seconds: float = SECONDS) -> None:
    """Wait until it does."""
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.005)
