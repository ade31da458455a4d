"""The door for other programs under floods: it stays a door, and the window goes on.

Nothing here is timed: what is counted are turns of the loop, connections and bytes.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import socket
import struct

import pytest

from door_callers import Echo, ask, head, heard, opened, socket_to, until, words
from gui.aria2 import bodies, line
from gui.aria2 import door as doors
from gui.aria2.line import MOST_NOTICES

pytestmark = pytest.mark.anyio

EXTENSION = "moz-extension://3c9a7d62-2f6e-4f0e-9a55-6e3a4a6b7c11"
EVIL = "http://evil.example"
HELLO = words("aria2.echo", "hello")


@pytest.fixture
def echo():
    return Echo()


@pytest.fixture
async def door(echo):
    async with opened(echo) as door:
        yield door
        await until(lambda: not door._answering)
        assert door._bodies.in_hand == 0


class Crowd:
    """Connections that are kept open."""

    def __init__(self, port):
        self.port = port
        self.members = []

    async def grow(self, count, text=b""):
        for _ in range(count):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.write(text)
            self.members.append((reader, writer))

    @property
    def left(self):
        return [one for one in self.members if not (one[0]._eof or one[0].exception())]

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        for _, writer in self.members:
            writer.close()
        for _, writer in self.members:
            with contextlib.suppress(OSError):
                await writer.wait_closed()


# --- connections ---------------------------------------------------------------------------------


async def test_who_says_nothing_makes_room_for_who_does(door):
    async with Crowd(door.port) as crowd:
        await crowd.grow(3 * doors.MOST_CONNECTIONS)
        assert (await ask(door.port, HELLO)).status == 200
        assert len(door._visits) <= doors.MOST_CONNECTIONS
        await until(lambda: len(crowd.left) < doors.MOST_CONNECTIONS)


async def test_who_has_shown_the_secret_stays(door):
    async with Crowd(door.port) as crowd, socket_to(door.port, Origin=EXTENSION) as friend:
        await friend.send_bytes(HELLO)
        await friend.receive_str()
        await crowd.grow(2 * doors.MOST_CONNECTIONS)
        await until(lambda: len(crowd.left) < doors.MOST_CONNECTIONS)
        await friend.send_bytes(HELLO)
        assert "hello" in await friend.receive_str()


async def test_when_all_have_shown_it_others_wait_until_one_goes(door, monkeypatch):
    monkeypatch.setattr(door._visits, "_most", 2)
    async with socket_to(door.port, Origin=EXTENSION) as one:
        await one.send_bytes(HELLO)
        await one.receive_str()
        async with socket_to(door.port, Origin=EXTENSION) as two:
            await two.send_bytes(HELLO)
            await two.receive_str()
            waiting = asyncio.create_task(ask(door.port, HELLO))
            await asyncio.sleep(0.1)
            assert not waiting.done()
        assert (await waiting).status == 200


async def test_a_burst_waits_and_none_of_it_is_lost(door):
    """aria2p makes a connection for each call, and a script may call a lot."""
    async with asyncio.TaskGroup() as group:
        calls = [group.create_task(ask(door.port, HELLO)) for _ in range(400)]
    assert {call.result().status for call in calls} == {200}


async def test_no_more_than_so_many_come_in_a_second(echo, monkeypatch):
    monkeypatch.setattr(doors, "MOST_A_SECOND", 20.0)
    clock = asyncio.get_running_loop().time
    async with opened(echo) as door:
        began = clock()
        async with asyncio.TaskGroup() as group:
            calls = [group.create_task(ask(door.port, HELLO)) for _ in range(30)]
        assert clock() - began > 0.4
    assert {call.result().status for call in calls} == {200}


@pytest.mark.parametrize(
    "text",
    [b"", b"POST", b"POST /jsonrpc HTTP/1.1\r\nHost: 127", b"POST /jsonrpc HTTP/1.1\r\n" * 3],
)
async def test_who_never_finishes_a_head_is_hung_up_on(door, monkeypatch, text):
    monkeypatch.setattr(doors, "LONGEST_SILENCE", 0.2)
    monkeypatch.setattr(doors, "_SECONDS_BETWEEN_LOOKS", 0.05)
    async with Crowd(door.port) as crowd:
        await crowd.grow(5, text)
        await until(lambda: not crowd.left)


async def test_who_never_finishes_a_body_is_hung_up_on(door, echo, monkeypatch):
    monkeypatch.setattr(doors, "LONGEST_SILENCE", 0.3)
    monkeypatch.setattr(doors, "_SECONDS_BETWEEN_LOOKS", 0.05)
    text = head(door.port, Content_Length="1000")
    async with Crowd(door.port) as crowd:
        await crowd.grow(5, text)
        # A byte now and then does not help.
        for _ in range(200):
            if not crowd.left:
                break
            for _, writer in crowd.left:
                writer.write(b"x")
            await asyncio.sleep(0.01)
        await until(lambda: not crowd.left)
    assert echo.asked == []


async def test_a_websocket_without_the_secret_is_here_for_a_moment_only(door, monkeypatch):
    monkeypatch.setattr(doors, "LONGEST_STRANGER", 0.2)
    monkeypatch.setattr(doors, "_SECONDS_BETWEEN_LOOKS", 0.05)
    async with (
        socket_to(door.port, Origin=EXTENSION) as stranger,
        socket_to(door.port, Origin=EXTENSION) as friend,
    ):
        await friend.send_bytes(HELLO)
        await friend.receive_str()
        await stranger.receive()
        assert stranger.closed
        await friend.send_bytes(HELLO)
        assert "hello" in await friend.receive_str()


# --- bytes ---------------------------------------------------------------------------------------


async def test_a_body_that_is_too_large_is_not_read(door, echo):
    size = bodies.LARGEST + 1
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(head(door.port, Content_Length=str(size)))
    assert (await heard(reader)).status == 413
    writer.close()
    await writer.wait_closed()
    assert echo.asked == []


async def test_nor_is_one_that_does_not_say_how_large_it_is(door, echo, monkeypatch):
    monkeypatch.setattr(bodies, "MOST_IN_HAND", 1 << 40)
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(head(door.port, Transfer_Encoding="chunked"))
    piece = b"%x\r\n%s\r\n" % (1 << 16, b"x" * (1 << 16))
    left = 8 * bodies.LARGEST >> 16
    with contextlib.suppress(ConnectionError):
        while left and not reader.at_eof():
            writer.write(piece)
            await writer.drain()
            left -= 1
    assert left, "the rest was not even taken"
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()
    assert echo.asked == []


async def test_all_bodies_together_have_a_limit(door, echo, monkeypatch):
    monkeypatch.setattr(bodies, "MOST_IN_HAND", 1 << 20)
    text = head(door.port, Content_Length=str(1 << 19)) + b"x" * ((1 << 19) - 1)
    async with Crowd(door.port) as crowd:
        await crowd.grow(2, text)
        await until(lambda: door._bodies.in_hand == (1 << 20) - 2)
        assert (await ask(door.port, words("aria2.echo", "x" * 100))).status == 503
        crowd.members[0][1].close()
        await until(lambda: door._bodies.in_hand < 1 << 20)
        assert (await ask(door.port, words("aria2.echo", "x" * 100))).status == 200


async def test_a_message_that_is_too_large_closes_its_websocket(door, echo):
    async with socket_to(door.port, Origin=EXTENSION) as big:
        await big.send_str("x" * (line.LARGEST_MESSAGE + 1))
        await big.receive()
        assert big.close_code == 1009
    assert echo.asked == []
    assert (await ask(door.port, HELLO)).status == 200


@pytest.mark.parametrize("lines", [{"X": "y" * 10_000}, {f"X-{n}": "y" for n in range(500)}])
async def test_a_head_that_is_too_large_is_refused(door, lines):
    assert (await ask(door.port, HELLO, **lines)).status in (0, 400, 431)
    assert (await ask(door.port, HELLO)).status == 200


# --- those who do not read -----------------------------------------------------------------------


def stop_reading(line):
    """And let the system keep little of what is not read."""
    transport = line._response.connection.transport
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    transport.pause_reading()


def go_on_reading(line):
    with contextlib.suppress(AttributeError, RuntimeError):
        line._response.connection.transport.resume_reading()


async def test_a_listener_that_does_not_read_is_hung_up_on(door):
    async with socket_to(door.port, Origin=EXTENSION) as slow:
        await slow.send_bytes(HELLO)
        await slow.receive_str()
        stop_reading(slow)
        told = 0
        while door._lines:
            door.tell("aria2.onDownloadStart", f"{told:016x}")
            told += 1
            assert told < 200_000
            if told % 100 == 0:
                await asyncio.sleep(0)
        assert told > MOST_NOTICES
        go_on_reading(slow)


async def test_one_that_does_not_read_its_answers_is_not_answered_on_and_on(
    door, echo, monkeypatch
):
    monkeypatch.setattr(line, "LONGEST_UNREAD", 0.2)
    monkeypatch.setattr(doors, "_SECONDS_BETWEEN_LOOKS", 0.05)
    large = words("aria2.echo", "x" * 500_000)
    async with socket_to(door.port, Origin=EXTENSION) as slow:
        stop_reading(slow)
        with contextlib.suppress(ConnectionError, RuntimeError):
            async with asyncio.timeout(5):
                while door._lines or not echo.asked:
                    await slow.send_bytes(large)
                    await asyncio.sleep(0.01)
        assert len(echo.done) < 40
        go_on_reading(slow)


# --- turns ---------------------------------------------------------------------------------------


async def turns_while(work):
    """How often the loop came round meanwhile."""
    turns = 0

    async def count():
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    counting = asyncio.create_task(count())
    try:
        return await work, turns
    finally:
        counting.cancel()


async def test_thousands_of_messages_ahead_leave_the_window_its_turns(door):
    async def flood():
        async with socket_to(door.port, Origin=EXTENSION) as line:
            for number in range(2000):
                await line.send_bytes(words("aria2.echo", number=number))
            for _ in range(2000):
                await line.receive_str()

    _, turns = await turns_while(flood())
    assert turns > 2000


async def test_wrong_secrets_and_foreign_pages_in_masses_are_refused_one_by_one(
    door, echo, monkeypatch
):
    monkeypatch.setattr(door._wrong, "wait", lambda: 0)
    waits = []
    real = door._foreign.wait

    def wait():
        waits.append(real())
        return 0

    monkeypatch.setattr(door._foreign, "wait", wait)
    for _ in range(200):
        assert (await ask(door.port, HELLO, Origin=EVIL)).status == 403
    assert waits[-1] > 1, "each would take a second, were it not for the test"
    assert echo.asked == []
    assert (await ask(door.port, HELLO)).status == 200


# --- nonsense ------------------------------------------------------------------------------------


def frame(opcode, payload, *, fin=True, masked=True, rsv=0, length=None):
    """A WebSocket frame, right or wrong."""
    size = len(payload) if length is None else length
    first = (fin << 7) | (rsv << 4) | opcode
    if size < 126:
        text = struct.pack("!BB", first, (masked << 7) | size)
    elif size < 1 << 16:
        text = struct.pack("!BBH", first, (masked << 7) | 126, size)
    else:
        text = struct.pack("!BBQ", first, (masked << 7) | 127, size)
    if not masked:
        return text + payload
    mask = os.urandom(4)
    return text + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))


async def handshake(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        head(
            port,
            "GET",
            Upgrade="websocket",
            Connection="Upgrade",
            Origin=EXTENSION,
            Sec_WebSocket_Key="dGhlIHNhbXBsZSBub25jZQ==",
            Sec_WebSocket_Version="13",
        )
    )
    assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
    return reader, writer


BROKEN = {
    "not masked": frame(1, HELLO, masked=False),
    "reserved bits": frame(1, HELLO, rsv=7),
    "compressed, though nobody said so": frame(1, HELLO, rsv=4),
    "an unknown kind": frame(3, b"") + frame(11, b"x"),
    "a ping in pieces": frame(9, b"x", fin=False),
    "a ping that is too long": frame(9, b"x" * 126),
    "goes on with nothing": frame(0, b"x"),
    "two beginnings": frame(1, b"x", fin=False) + frame(1, b"y"),
    "a length without end": frame(1, b"", length=(1 << 63) - 1),
    "a length below zero": frame(1, b"", length=(1 << 64) - 1),
    "no letters": frame(1, b"\xff\xfe\xfd"),
    "half a letter": frame(1, b"\xc3", fin=False) + frame(0, b"\x28"),
    "an end of one byte": frame(8, b"x"),
    "an end with a wrong number": frame(8, struct.pack("!H", 999)),
    "an end that says no letters": frame(8, struct.pack("!H", 1000) + b"\xff"),
    "a thousand pings": frame(9, b"") * 1000,
    "a thousand pieces": frame(1, b"[", fin=False)
    + frame(0, b"[", fin=False) * 1000
    + frame(0, b""),
    "zeros": bytes(10_000),
    "a second handshake": head(1, "GET", Upgrade="websocket"),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_frames_that_are_none_harm_nobody(door, name, caplog):
    reader, writer = await handshake(door.port)
    writer.write(BROKEN[name])
    writer.write(frame(8, struct.pack("!H", 1000)))
    with contextlib.suppress(ConnectionError):
        async with asyncio.timeout(5):
            await reader.read()
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()
    assert (await ask(door.port, HELLO)).status == 200
    await until(lambda: not door._lines)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_frames_drawn_by_lot_harm_nobody(door, caplog):
    lots = random.Random(4711)
    for _ in range(60):
        reader, writer = await handshake(door.port)
        text = bytearray(frame(1, HELLO) * 3)
        for _ in range(lots.randint(1, 8)):
            text[lots.randrange(len(text))] = lots.randrange(256)
        writer.write(text[: lots.randint(1, len(text))])
        writer.write_eof()
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(5):
                await reader.read()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
    assert (await ask(door.port, HELLO)).status == 200
    await until(lambda: not door._lines)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_requests_drawn_by_lot_harm_nobody(door, caplog):
    lots = random.Random(4712)
    whole = head(door.port, Content_Length=str(len(HELLO)), Accept="*/*") + HELLO
    for _ in range(150):
        text = bytearray(whole)
        for _ in range(lots.randint(1, 6)):
            text[lots.randrange(len(text))] = lots.randrange(256)
        reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
        writer.write(text)
        writer.write_eof()
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(5):
                await reader.read()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
    assert (await ask(door.port, HELLO)).status == 200
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize(
    "lines",
    [
        {"Content_Length": ["5", "6"]},
        {"Content_Length": "5", "Transfer_Encoding": "chunked"},
        {"Content_Length": "-5"},
        {"Content_Length": "+5"},
        {"Transfer_Encoding": "chunked, chunked"},
        {"Transfer_Encoding": "x"},
    ],
)
async def test_a_request_whose_end_is_in_doubt_is_refused(door, echo, lines):
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(head(door.port, **lines) + b"0\r\n\r\n" + HELLO)
    writer.write_eof()
    assert (await heard(reader)).status in (0, 400, 500)
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()
    assert echo.done == []
