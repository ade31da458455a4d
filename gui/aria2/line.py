"""One WebSocket of another program: answers to what it asks, and notices once it may have them.

One task writes, in order, and never more than the program reads: who lags behind is hung up on.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque

from aiohttp import WSCloseCode, WSMsgType, web

from gui.aria2.patience import Clock

log = logging.getLogger(__name__)

LARGEST_MESSAGE = 1 << 20
"""Bytes. Sixty-four sockets, of whom nobody knows the secret, hold no more than as many times."""
MOST_NOTICES = 1000
LONGEST_UNREAD = 30.0
"""Seconds that a program may take to read what it is sent."""
_FAREWELL = 1.0


class Line:
    """Reads one message after the other; the next one once the answer to the last is read."""

    def __init__(self, clock: Clock, *, is_trusted: bool = False) -> None:
        self.is_trusted = is_trusted
        """Whether it has shown the secret, or is known not to need to for notices."""
        self.socket = web.WebSocketResponse(
            heartbeat=30, max_msg_size=LARGEST_MESSAGE, compress=False, timeout=_FAREWELL
        )
        self._clock = clock
        self._unsent: deque[str] = deque()
        self._held: list[str] = []
        self._is_answering = False
        self._is_over = False
        self._writing_since: float | None = None
        self._stirred = asyncio.Event()
        self._was_read = asyncio.Event()
        self._transport: asyncio.BaseTransport | None = None
        self._writer: asyncio.Task[None] | None = None

    async def open(self, request: web.BaseRequest) -> None:
        """Shake hands; raises `web.HTTPException` where that makes no WebSocket."""
        self._transport = request.transport
        await self.socket.prepare(request)
        self._writer = asyncio.get_running_loop().create_task(self._write())

    async def next_message(self) -> bytes | None:
        """What the program says next; None when it went, or said what makes no message."""
        message = await self.socket.receive()
        if message.type is WSMsgType.TEXT:
            return str(message.data).encode()
        if message.type is WSMsgType.BINARY:
            return bytes(message.data)
        return None

    def begin_answer(self) -> None:
        """Notices wait meanwhile: programs expect the answer before what follows from it."""
        self._is_answering = True

    async def answer(self, body: bytes, *, is_trusted: bool) -> None:
        """Send the answer, then what was held; returns when the program has read it."""
        self._is_answering = False
        self.is_trusted |= is_trusted
        held, self._held = self._held, []
        self._was_read.clear()
        self._unsent.append(body.decode())
        if self.is_trusted:
            self._unsent.extend(held)
        self._stirred.set()
        if not self._is_over:
            await self._was_read.wait()

    def tell(self, notice: str) -> None:
        """Something happened to a job."""
        if len(self._unsent) + len(self._held) >= MOST_NOTICES:
            self.drop()
        elif self._is_answering:
            self._held.append(notice)
        elif self.is_trusted:
            self._unsent.append(notice)
            self._stirred.set()

    @property
    def is_stuck(self) -> bool:
        """Whether the program does not read what it is sent."""
        since = self._writing_since
        return since is not None and self._clock() > since + LONGEST_UNREAD

    async def close(self, code: int = WSCloseCode.GOING_AWAY) -> None:
        """Say good-bye, and wait a moment for an answer."""
        with contextlib.suppress(ConnectionError, RuntimeError, TimeoutError):
            async with asyncio.timeout(_FAREWELL):
                await self.socket.close(code=code)
        self._end_writer()

    def drop(self) -> None:
        """Hang up without a word."""
        self._end_writer()
        if isinstance(self._transport, asyncio.Transport):
            self._transport.abort()

    def _end_writer(self) -> None:
        self._is_over = True
        self._was_read.set()
        if self._writer is not None:
            self._writer.cancel()

    async def _write(self) -> None:
        try:
            while True:
                while self._unsent:
                    self._writing_since = self._clock()
                    await self.socket.send_str(self._unsent.popleft())
                    self._writing_since = None
                self._was_read.set()
                self._stirred.clear()
                await self._stirred.wait()
        except (ConnectionError, RuntimeError):
            log.debug("another program went")
        finally:
            self._is_over = True
            self._was_read.set()
