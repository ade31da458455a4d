"""The door for programs that know aria2: POST and WebSocket at /jsonrpc, on this computer only.

Imports aiohttp (140 ms, 14 MB), so whoever opens no door imports no door. What is asked goes to a
dialogue; here is decided who may ask, how much, and how fast.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import Collection
from typing import Protocol

from aiohttp import WSCloseCode, web

from engine import in_thread
from gui import crashes
from gui.aria2 import listening
from gui.aria2.bodies import Bodies
from gui.aria2.dialogue import Reply
from gui.aria2.line import Line
from gui.aria2.patience import Pace, Patience
from gui.aria2.service import PATH
from gui.aria2.tcp_peers import is_same_person_at
from gui.aria2.visitors import Gate, Request, Visitor, cors_headers
from gui.aria2.visits import Visit, Visits

log = logging.getLogger(__name__)
# What aiohttp has to say of a request repeats the words of whoever sent it.
_nobody = logging.getLogger(f"{__name__}.aiohttp")
_nobody.disabled = True
logging.getLogger("aiohttp.websocket").setLevel(logging.ERROR)

MOST_CONNECTIONS = 64
"""At once. Who comes then takes the place of the one that is here longest without the secret."""
MOST_A_SECOND = 300.0
"""Connections; aria2p makes one for each call. Others wait in the kernel."""
LONGEST_LINE = 4096
"""Bytes of a line in the head of a request."""
LONGEST_SILENCE = 15.0
"""Seconds for the first request, between two, and for one that is begun."""
LONGEST_STRANGER = 30.0
"""Seconds that a WebSocket may be here without the secret."""
MOST_WRONG = 10
"""Wrong secrets, after which a WebSocket is closed."""
LONGEST_FAREWELL = 2.0
_SECONDS_BETWEEN_LOOKS = 3.0
_SHORTEST_PAUSE = 0.3
"""Seconds that a wrong secret takes."""
_JSON = "application/json-rpc"
_BARE = {
    "Server": "Holdfast",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Speaker(Protocol):
    """Whoever answers: `gui.aria2.dialogue.Dialogue`."""

    async def reply(self, request: bytes, /) -> Reply: ...


class Door:
    """Open from `open` to `close`; then it is of no more use."""

    def __init__(self, speaker: Speaker, origins: Collection[str] = ()) -> None:
        self._loop = asyncio.get_running_loop()
        self._speaker = speaker
        self._origins = tuple(origins)
        self._gate = Gate(0)
        self.port = 0
        self._visits = Visits(self._loop.time, MOST_CONNECTIONS)
        self._server = web.Server(self._receive)
        self._foreign = Patience(self._loop.time)
        self._wrong = Patience(self._loop.time, _SHORTEST_PAUSE)
        self._bodies = Bodies()
        self._lines: set[Line] = set()
        self._answering: set[asyncio.Task[Reply]] = set()
        self._listeners: list[socket.socket] = []
        self._tasks: list[asyncio.Task[None]] = []

    def __repr__(self) -> str:
        return f"<Door at {self.port}: {self._visits}, {len(self._lines)} WebSockets>"

    # --- opening and closing ---------------------------------------------------------------------

    def open(self, port: int) -> None:
        """Listen at the port, 0 for any; raises OSError when somebody else does."""
        self._listeners = listening.sockets_at(port)
        self.port = self._listeners[0].getsockname()[1]
        self._gate = Gate(self.port, self._origins)
        pace = Pace(self._loop.time, MOST_A_SECOND)
        self._tasks = [
            self._loop.create_task(self._welcome(listener, pace)) for listener in self._listeners
        ]
        self._tasks.append(self._loop.create_task(self._look_after_visits()))

    def allow(self, origins: Collection[str]) -> None:
        """Pages of these origins may ask, and no others."""
        self._origins = tuple(origins)
        self._gate = Gate(self.port, self._origins)

    async def speak_for(self, speaker: Speaker) -> None:
        """Another secret holds: whoever is here is hung up on, and has to show it."""
        self._speaker = speaker
        await self._say_good_bye()

    def tell(self, method: str, gid: str) -> None:
        """Something happened to a job: tell all who may know."""
        words = {"jsonrpc": "2.0", "method": method, "params": [{"gid": gid}]}
        notice = json.dumps(words, separators=(",", ":"))
        for line in list(self._lines):
            line.tell(notice)

    async def close(self) -> None:
        """Hear nobody any more; what was begun is carried out and answered."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for listener in self._listeners:
            listener.close()
        self._server.pre_shutdown()
        if self._answering:
            await asyncio.wait(self._answering, timeout=LONGEST_FAREWELL)
        await self._say_good_bye()
        await self._server.shutdown(LONGEST_FAREWELL)

    async def _say_good_bye(self) -> None:
        await asyncio.gather(*(line.close() for line in list(self._lines)))

    # --- connections -----------------------------------------------------------------------------

    async def _welcome(self, listener: socket.socket, pace: Pace) -> None:
        while True:
            try:
                connection = await listening.accepted(listener)
            except OSError as failure:
                # No more files can be opened, or the visitor went before we came.
                log.warning("another program could not be let in: %s", failure.strerror)
                await asyncio.sleep(1)
                continue
            try:
                if (wait := pace.wait()) > 0:
                    await asyncio.sleep(wait)
                await self._visits.make_room()
                await self._loop.connect_accepted_socket(self._greet, connection)
            except OSError:
                connection.close()
            except asyncio.CancelledError:
                connection.close()
                raise

    def _greet(self) -> asyncio.Protocol:
        visit = Visit(
            self._server,
            loop=self._loop,
            keepalive_timeout=LONGEST_SILENCE,
            logger=_nobody,
            access_log=_nobody,
            lingering_time=0,
            auto_decompress=False,
            max_line_size=LONGEST_LINE,
            max_field_size=LONGEST_LINE,
        )
        self._visits.begin(visit, LONGEST_SILENCE)
        return visit

    async def _look_after_visits(self) -> None:
        while True:
            await self._visits.anyone.wait()
            for line in [line for line in self._lines if line.is_stuck]:
                log.info("another program does not read what it asked for")
                line.drop()
            self._visits.end_late_ones()
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)

    # --- requests --------------------------------------------------------------------------------

    async def _receive(self, request: web.BaseRequest) -> web.StreamResponse:
        visit = request.protocol
        assert isinstance(visit, Visit)
        try:
            return await self._answer(request, visit)
        except (ConnectionError, web.RequestPayloadError):
            # It went, or what it sent has no end.
            return _bare(400)
        except Exception as failure:  # noqa: BLE001 - no request may harm whoever else is served
            _log_without_words(failure)
            return _bare(500)

    async def _answer(self, request: web.BaseRequest, visit: Visit) -> web.StreamResponse:
        visitor = self._gate.judge(_head_of(request))
        if visitor is None:
            return await self._turn_away()
        visit.expect(LONGEST_SILENCE)
        response = await self._serve(request, visit, visitor)
        visit.expect(LONGEST_SILENCE)
        if visitor is Visitor.PAGE and not response.prepared:
            is_preflight = request.method == "OPTIONS"
            origin = request.headers["Origin"]
            extra = cors_headers(origin, request.headers, is_preflight=is_preflight)
            response.headers.update(extra)
        return response

    async def _turn_away(self) -> web.Response:
        """Nothing: neither words nor leave to read that there are none."""
        wait = self._foreign.wait()
        if count := self._foreign.to_tell():
            log.warning("%d requests of foreign pages were refused", count)
        if wait:
            await asyncio.sleep(wait)
        return _bare(403)

    async def _serve(
        self, request: web.BaseRequest, visit: Visit, visitor: Visitor
    ) -> web.StreamResponse:
        if request.raw_path.partition("?")[0] != PATH:
            return _bare(404)
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._hold(request, visit, visitor)
        if request.method == "OPTIONS" and visitor is Visitor.PAGE:
            return _bare(204)
        if request.method != "POST":
            # Nor GET with its JSONP, which every page could ask with a mere script tag.
            return _bare(405, Allow="POST, OPTIONS")
        return await self._post(request, visit)

    async def _post(self, request: web.BaseRequest, visit: Visit) -> web.Response:
        body = await self._bodies.read(request)
        if isinstance(body, int):
            return _bare(body)
        visit.expect(None)
        reply = await self._ask(body)
        visit.is_trusted |= reply.is_trusted
        if _is_wrong(reply):
            await self._slow_down()
        return web.Response(status=reply.status, body=reply.body, content_type=_JSON, headers=_BARE)

    async def _ask(self, body: bytes) -> Reply:
        """Carried out to its end, also when whoever asked goes; and never without a turn of the
        loop, or what one program has sent ahead would be answered in one go.
        """
        task = self._loop.create_task(self._reply(body))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        return await asyncio.shield(task)

    async def _reply(self, body: bytes) -> Reply:
        return await self._speaker.reply(body)

    async def _slow_down(self) -> None:
        wait = self._wrong.wait()
        if count := self._wrong.to_tell():
            log.warning("other programs showed a wrong secret, %d times", count)
        await asyncio.sleep(wait)

    # --- WebSockets ------------------------------------------------------------------------------

    async def _hold(
        self, request: web.BaseRequest, visit: Visit, visitor: Visitor
    ) -> web.StreamResponse:
        is_known = visitor is Visitor.PROGRAM and await _is_of_same_person(request)
        line = Line(self._loop.time, is_trusted=is_known)
        try:
            await line.open(request)
        except web.HTTPException:
            return _bare(400)
        visit.is_trusted |= is_known
        visit.expect(None if is_known else LONGEST_STRANGER)
        self._lines.add(line)
        try:
            await self._converse(line, visit)
        except Exception as failure:  # noqa: BLE001 - as above
            _log_without_words(failure)
            await line.close(WSCloseCode.INTERNAL_ERROR)
        finally:
            self._lines.discard(line)
            await line.close()
        return line.socket

    async def _converse(self, line: Line, visit: Visit) -> None:
        wrong = 0
        while (message := await line.next_message()) is not None:
            line.begin_answer()
            reply = await self._ask(message)
            if _is_wrong(reply):
                wrong += 1
                await self._slow_down()
            await line.answer(reply.body, is_trusted=reply.is_trusted)
            if wrong >= MOST_WRONG:
                await line.close(WSCloseCode.POLICY_VIOLATION)
                return
            if reply.is_trusted:
                visit.is_trusted = True
                visit.expect(None)


async def _is_of_same_person(request: web.BaseRequest) -> bool:
    """A listener such as aria2p's shows no secret. The kernel knows whose it is."""
    transport = request.transport
    if transport is None:
        return False
    theirs, ours = transport.get_extra_info("peername"), transport.get_extra_info("sockname")
    if not theirs or not ours:
        return False
    return await in_thread("peer", is_same_person_at, theirs[:2], ours[:2])


def _head_of(request: web.BaseRequest) -> Request:
    lines = request.headers
    names = ("Host", "Origin", "Sec-Fetch-Site", "User-Agent")
    return Request(*(lines.getall(name, []) for name in names))


def _log_without_words(failure: Exception) -> None:
    log.error(
        "a request of another program failed: %s\n%s",
        type(failure).__name__,
        crashes.place_of(failure),
    )


def _is_wrong(reply: Reply) -> bool:
    return not reply.is_trusted and b'"Unauthorized"' in reply.body


def _bare(status: int, **headers: str) -> web.Response:
    """No words. The connection ends where more of the request may be on its way."""
    response = web.Response(status=status, headers={**_BARE, **headers})
    if status >= 400:
        response.force_close()
    return response
