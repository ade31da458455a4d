"""The door for other programs: who is heard, what they are told, and how it closes."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import socket

import aiohttp
import pytest

from door_callers import SECRET, Echo, ask, head, heard, opened, socket_to, until, words
from gui.aria2 import door as doors
from gui.aria2 import listening, tcp_peers
from gui.aria2.door import Door

pytestmark = pytest.mark.anyio

ALLOWED = "http://localhost:8080"
EXTENSION = "chrome-extension://mpkodccbngfoacfalldjimigbofkhgjn"
EVIL = "http://evil.example"
HELLO = words("aria2.echo", "hello")


@pytest.fixture
def echo():
    return Echo()


@pytest.fixture
async def door(echo):
    async with opened(echo, [ALLOWED]) as door:
        yield door


# --- requests ------------------------------------------------------------------------------------


async def test_a_program_is_answered(door):
    answer = await ask(door.port, HELLO)
    assert (answer.status, answer.says["result"]) == (200, ["hello"])
    assert answer.headers["content-type"] == "application/json-rpc"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("kind", [None, "application/json", "text/plain", "application/x-whatever"])
async def test_nobody_cares_what_it_calls_its_words(door, kind):
    assert (await ask(door.port, HELLO, Content_Type=kind)).status == 200


async def test_it_listens_on_both_addresses_of_this_computer_and_no_other(door):
    assert (await ask(door.port, HELLO, address="127.0.0.1")).status == 200
    assert (await ask(door.port, HELLO, address="::1", Host=f"[::1]:{door.port}")).status == 200
    with pytest.raises(ConnectionRefusedError):
        await ask(door.port, HELLO, address="127.0.0.2")


async def test_the_status_is_that_of_the_reply(door):
    assert (await ask(door.port, b"{")).status == 500
    assert (await ask(door.port, words("aria2.echo", secret="wrong"))).status == 400


@pytest.mark.parametrize("path", ["/", "/jsonrpc/", "/rpc", "/jsonrpc/../x", "http://evil/jsonrpc"])
async def test_there_is_nothing_at_other_paths(door, echo, path):
    answer = await ask(door.port, HELLO, path=path)
    assert (answer.status, answer.body) == (404, b"")
    assert echo.asked == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
async def test_only_post_asks(door, echo, method):
    """With GET and JSONP a script tag of any page could ask, and read the answer."""
    path = "/jsonrpc?method=aria2.echo&id=1&params=W10=&jsoncallback=steal"
    answer = await ask(door.port, method=method, path=path)
    assert (answer.status, answer.body) == (405, b"")
    assert echo.asked == []


async def test_several_requests_go_over_one_connection(door):
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    text = head(door.port, Content_Length=str(len(HELLO))) + HELLO
    writer.write(text * 50)
    for _ in range(50):
        assert (await heard(reader)).status == 200
    writer.close()
    await writer.wait_closed()


async def test_a_body_in_chunks_is_read_and_one_that_is_packed_is_not(door):
    text = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HELLO), HELLO)
    answer = await ask(door.port, text, Content_Length=None, Transfer_Encoding="chunked")
    assert answer.status == 200
    assert (await ask(door.port, HELLO, Content_Encoding="gzip")).status == 415


async def test_whoever_asks_first_whether_to_send_is_told_to(door):
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(head(door.port, Content_Length=str(len(HELLO)), Expect="100-continue"))
    assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    writer.write(HELLO)
    assert (await heard(reader)).status == 200
    writer.close()
    await writer.wait_closed()


# --- pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("origin", [EVIL, "null", "http://localhost", f"{ALLOWED}.evil.example"])
@pytest.mark.parametrize("method", ["POST", "GET", "OPTIONS"])
async def test_a_foreign_page_gets_nothing(door, echo, origin, method):
    body = HELLO if method == "POST" else b""
    answer = await ask(
        door.port,
        body,
        method=method,
        Origin=origin,
        Access_Control_Request_Method="POST",
        Access_Control_Request_Private_Network="true",
    )
    assert (answer.status, answer.body) == (403, b"")
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert echo.asked == []


@pytest.mark.parametrize("host", ["evil.example", "evil.example:6800", "127.0.0.1.evil.example"])
async def test_a_name_that_somebody_lets_point_here_is_not_answered(door, echo, host):
    assert (await ask(door.port, HELLO, Host=host)).status == 403
    assert (await ask(door.port, HELLO, Host=f"{host}:{door.port}")).status == 403
    assert echo.asked == []


async def test_a_request_without_a_name_is_not_answered(door):
    assert (await ask(door.port, HELLO, Host=None)).status in (400, 403)
    assert (await ask(door.port, HELLO, Host=["127.0.0.1:1", f"127.0.0.1:{door.port}"])).status in (
        400,
        403,
    )


@pytest.mark.parametrize("origin", [ALLOWED, EXTENSION])
async def test_an_allowed_page_may_ask_and_read(door, origin):
    answer = await ask(door.port, HELLO, Origin=origin, Sec_Fetch_Site="cross-site")
    assert answer.says["result"] == ["hello"]
    assert answer.headers["access-control-allow-origin"] == origin
    assert answer.headers["vary"] == "Origin"


async def test_an_allowed_page_may_read_errors_too(door):
    answer = await ask(door.port, words("aria2.echo", secret="wrong"), Origin=ALLOWED)
    assert answer.status == 400
    assert answer.says["error"]["message"] == "Unauthorized"
    assert answer.headers["access-control-allow-origin"] == ALLOWED


async def test_an_allowed_page_that_asks_first_is_told_what_it_may(door):
    answer = await ask(
        door.port,
        method="OPTIONS",
        Origin=ALLOWED,
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
        Access_Control_Request_Private_Network="true",
    )
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["access-control-allow-methods"] == "POST, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "content-type"
    assert answer.headers["access-control-allow-private-network"] == "true"


async def test_who_may_ask_can_change(door):
    door.allow([EVIL])
    assert (await ask(door.port, HELLO, Origin=ALLOWED)).status == 403
    assert (await ask(door.port, HELLO, Origin=EVIL)).status == 200


# --- WebSockets ----------------------------------------------------------------------------------


async def test_the_same_is_said_over_a_websocket(door):
    async with socket_to(door.port, Origin=EXTENSION) as line:
        await line.send_bytes(HELLO)
        assert json.loads(await line.receive_str())["result"] == ["hello"]
        await line.send_str(words("aria2.echo", 2).decode())
        assert json.loads(await line.receive_str())["result"] == [2]


@pytest.mark.parametrize("origin", [EVIL, "null", "file://", "http://127.0.0.1"])
async def test_a_foreign_page_opens_no_websocket(door, echo, origin):
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with socket_to(door.port, Origin=origin):
            pass
    assert refused.value.status == 403
    assert echo.asked == []


@pytest.mark.parametrize("path", ["/", "/jsonrpc"])
async def test_what_is_no_handshake_makes_no_websocket(door, path):
    for lines in ({}, {"Sec_WebSocket_Key": "short"}, {"Sec_WebSocket_Version": "99"}):
        answer = await ask(
            door.port, method="GET", path=path, Upgrade="websocket", Connection="Upgrade", **lines
        )
        assert (answer.status, answer.body) == (400 if path == "/jsonrpc" else 404, b"")


async def test_notices_come_after_the_answer_that_they_follow_from(door):
    async with socket_to(door.port, Origin=EXTENSION) as line:
        await line.send_bytes(words("aria2.addUri"))
        heard = [json.loads(await line.receive_str()) for _ in range(2)]
    assert "result" in heard[0]
    assert heard[1] == {
        "jsonrpc": "2.0",
        "method": "aria2.onDownloadStart",
        "params": [{"gid": "00000000000000aa"}],
    }


async def test_notices_are_for_those_who_showed_the_secret(door):
    async with (
        socket_to(door.port, Origin=EXTENSION) as stranger,
        socket_to(door.port, Origin=EXTENSION) as friend,
    ):
        await stranger.send_bytes(words("aria2.echo", secret="wrong"))
        await stranger.receive_str()
        await stranger.send_bytes(words("system.listMethods", secret=None))
        await stranger.receive_str()
        await friend.send_bytes(HELLO)
        await friend.receive_str()
        door.tell("aria2.onDownloadComplete", "ab")
        assert "onDownloadComplete" in await friend.receive_str()
        await stranger.send_bytes(words("system.listMethods", secret=None, number=7))
        assert json.loads(await stranger.receive_str())["id"] == 7


@pytest.mark.skipif(tcp_peers.sys.platform != "linux", reason="only Linux tells whose it is")
async def test_a_listener_of_the_same_person_that_is_no_page_need_not_show_it(door):
    """aria2p's does not, and the kernel tells whose it is."""
    own = f"http://127.0.0.1:{door.port}"
    async with socket_to(door.port) as one, socket_to(door.port, Origin=own, User_Agent="") as two:
        await until(lambda: len(door._lines) == 2)
        door.tell("aria2.onDownloadComplete", "ab")
        assert "onDownloadComplete" in await one.receive_str()
        assert "onDownloadComplete" in await two.receive_str()


@pytest.mark.parametrize("stranger", ["another system", "another person"])
async def test_who_is_not_known_for_the_same_person_has_to(door, monkeypatch, stranger):
    if stranger == "another system":
        monkeypatch.setattr(tcp_peers.sys, "platform", "elsewhere")
    else:
        monkeypatch.setattr(tcp_peers.os, "getuid", lambda: 4711)
    async with socket_to(door.port) as line:
        await until(lambda: door._lines)
        door.tell("aria2.onDownloadComplete", "ab")
        await line.send_bytes(HELLO)
        assert "hello" in await line.receive_str()
        door.tell("aria2.onDownloadComplete", "cd")
        assert '"cd"' in await line.receive_str()


async def test_another_secret_shuts_out_who_showed_the_old_one(door, echo):
    async with socket_to(door.port, Origin=EXTENSION) as line:
        await line.send_bytes(HELLO)
        await line.receive_str()
        await door.speak_for(Echo("another"))
        assert (await line.receive()).type is aiohttp.WSMsgType.CLOSE
    assert (await ask(door.port, HELLO)).status == 400
    assert (await ask(door.port, words("aria2.echo", secret="another"))).status == 200


# --- wrong secrets -------------------------------------------------------------------------------


async def test_a_wrong_secret_takes_longer_than_a_right_one(door):
    clock = asyncio.get_running_loop().time
    began = clock()
    await ask(door.port, HELLO)
    quick = clock() - began
    began = clock()
    await ask(door.port, words("aria2.echo", secret="wrong"))
    assert clock() - began > quick + doors._SHORTEST_PAUSE / 2


async def test_nobody_else_waits_for_it(door):
    wrong = [
        asyncio.create_task(ask(door.port, words("aria2.echo", secret=f"wrong{n}")))
        for n in range(20)
    ]
    await asyncio.sleep(0.05)
    assert (await ask(door.port, HELLO)).status == 200
    assert not all(task.done() for task in wrong)
    assert {answer.status for answer in await asyncio.gather(*wrong)} == {400}


async def test_it_is_logged_without_words_and_not_each_time(door, caplog):
    for n in range(3):
        await ask(door.port, words("aria2.echo", secret=f"guessed-{n}"))
    (record,) = [one for one in caplog.records if one.levelno == logging.WARNING]
    assert "wrong secret" in record.getMessage()
    assert "guessed" not in caplog.text


async def test_a_websocket_that_goes_on_guessing_is_closed(door, monkeypatch):
    monkeypatch.setattr(door._wrong, "wait", lambda: 0)
    async with socket_to(door.port, Origin=EXTENSION) as line:
        for n in range(doors.MOST_WRONG):
            await line.send_bytes(words("aria2.echo", secret=f"guess{n}"))
            assert "Unauthorized" in await line.receive_str()
        assert (await line.receive()).type is aiohttp.WSMsgType.CLOSE
        assert line.close_code == 1008


async def test_what_breaks_breaks_one_request_and_its_words_are_not_logged(door, caplog):
    answer = await ask(door.port, words("break", "hunter3"))
    assert (answer.status, answer.body) == (500, b"")
    async with socket_to(door.port, Origin=EXTENSION) as line:
        await line.send_bytes(words("break", "hunter3"))
        assert (await line.receive()).type is aiohttp.WSMsgType.CLOSE
        assert line.close_code == 1011
    assert (await ask(door.port, HELLO)).status == 200
    assert "ValueError" in caplog.text
    assert "hunter3" not in caplog.text


# --- opening and closing -------------------------------------------------------------------------


async def test_a_port_that_is_in_use_is_said_in_words(door, echo):
    with pytest.raises(OSError) as taken:  # noqa: PT011 - the number is looked at
        Door(echo).open(door.port)
    assert taken.value.errno == errno.EADDRINUSE
    words = listening.refusal(door.port, taken.value)
    assert words.startswith(f"Port {door.port} is in use by another program")


async def test_a_port_that_is_in_use_at_the_other_address_is_in_use(echo):
    """Who looks for `localhost` would find the other program, and show it the secret."""
    with socket.socket(socket.AF_INET6) as other:
        other.bind(("::1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            Door(echo).open(port)
        with socket.socket() as free:
            free.bind(("127.0.0.1", port))


async def test_where_there_is_no_ipv6_the_other_address_does(echo, monkeypatch):
    real = listening._listener

    def without_ipv6(family, address, port):
        if family is socket.AF_INET6:
            raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
        return real(family, address, port)

    monkeypatch.setattr(listening, "_listener", without_ipv6)
    async with opened(echo) as door:
        assert (await ask(door.port, HELLO)).status == 200


def test_other_reasons_are_said_in_words():
    assert "above 1023" in listening.refusal(80, PermissionError(errno.EACCES, "Permission denied"))
    words = listening.refusal(80, OSError(errno.EMFILE, "Too many open files"))
    assert words == "Nobody can be heard at port 80: Too many open files."


async def test_what_was_begun_is_answered_before_it_closes(echo):
    echo.go_on.clear()
    async with opened(echo) as door:
        asking = asyncio.create_task(ask(door.port, HELLO))
        await until(lambda: echo.asked)
        closing = asyncio.create_task(door.close())
        await until(lambda: not any(task for task in door._tasks if not task.done()))
        echo.go_on.set()
        assert (await asking).says["result"] == ["hello"]
        await closing
    assert echo.done == ["aria2.echo"]


async def test_what_was_begun_is_carried_out_though_whoever_asked_went(door, echo):
    echo.go_on.clear()
    _, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(head(door.port, Content_Length=str(len(HELLO))) + HELLO)
    await until(lambda: echo.asked)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    echo.go_on.set()
    await until(lambda: echo.done)


async def test_a_websocket_hears_the_answer_before_the_good_bye(echo):
    async with opened(echo) as door, socket_to(door.port, Origin=EXTENSION) as line:
        echo.go_on.clear()
        await line.send_bytes(HELLO)
        await until(lambda: echo.asked)
        closing = asyncio.create_task(door.close())
        asyncio.get_running_loop().call_later(0.1, echo.go_on.set)
        assert "hello" in await line.receive_str()
        assert (await line.receive()).type is aiohttp.WSMsgType.CLOSE
        await closing


async def test_nor_does_it_close_before_that_is_done(echo):
    echo.go_on.clear()
    async with opened(echo) as door:
        _, writer = await asyncio.open_connection("127.0.0.1", door.port)
        writer.write(head(door.port, Content_Length=str(len(HELLO))) + HELLO)
        await until(lambda: echo.asked)
        writer.close()
        await writer.wait_closed()
        await until(lambda: not len(door._visits))
        asyncio.get_running_loop().call_later(0.1, echo.go_on.set)
        await door.close()
        assert echo.done == ["aria2.echo"]


async def test_it_says_good_bye_to_websockets_and_the_port_is_free(echo):
    async with opened(echo) as door:
        async with socket_to(door.port, Origin=EXTENSION) as line:
            await line.send_bytes(HELLO)
            await line.receive_str()
            closing = asyncio.create_task(door.close())
            assert (await line.receive()).type is aiohttp.WSMsgType.CLOSE
            assert line.close_code == 1001
        await closing
        again = Door(echo)
        again.open(door.port)
        assert (await ask(door.port, HELLO)).status == 200
        await again.close()


async def test_it_shows_what_goes_on(door):
    async with socket_to(door.port, Origin=EXTENSION) as line:
        await line.send_bytes(HELLO)
        await line.receive_str()
        assert repr(door) == (
            f"<Door at {door.port}: 1 connections, 1 of them trusted, 1 WebSockets>"
        )
    assert SECRET not in repr(door)
