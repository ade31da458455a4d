"""Servers that never end what they say: heads, interim answers, fields; each is given up soon."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator

import httpx
import pytest

from engine.errors import ErrorKind
from engine.wire.classify import classify
from engine.wire.http import HttpClient, Remote
from keep_alive_server import KeepAliveServer, answer

MOST_SENT = 64 << 20
"""Bytes after which the server gives up; the system itself takes some that nobody reads."""


def endless(first: bytes, more: bytes) -> tuple[Callable[[socket.socket], bool], list[int]]:
    """Says `first`, then `more` until the other side hangs up; and how many bytes that took."""
    sent = [0]

    def send(connection: socket.socket) -> bool:
        with contextlib.suppress(OSError):
            connection.sendall(first)
            while sent[0] < MOST_SENT:
                sent[0] += connection.send(more)
        return False

    return send, sent


@pytest.fixture
def keeper() -> Iterator[KeepAliveServer]:
    with KeepAliveServer() as server:
        yield server


@pytest.mark.parametrize(
    ("first", "more"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-Flood: " + b"y" * 1000 + b"\r\n"),
        (b"HTTP/1.1 200 OK\r\n", b"Set-Cookie: a=b\r\n"),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"y" * 4096),
        (b"HTTP/1.1 ", b"2" * 4096),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n"),
        (b"", b"\r\n"),
        (b"", b"\n"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\n"),
    ],
)
def test_a_flood_is_given_up(keeper, first, more):
    flood, sent = endless(first, more)
    keeper.script.append(flood)
    client = HttpClient(Remote(keeper.url, stall_timeout=5.0))
    with contextlib.closing(client), pytest.raises(httpx.TransportError) as failed:
        client.fetch({})
    assert classify(failed.value).kind is ErrorKind.ANSWER_MALFORMED
    assert sent[0] < MOST_SENT


def test_a_few_interim_answers_are_passed_over(keeper):
    ok = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
    keeper.script.append(answer(b"HTTP/1.1 100 Continue\r\n\r\n" * 5 + ok))
    client = HttpClient(Remote(keeper.url))
    with contextlib.closing(client):
        for _ in range(2):
            with contextlib.closing(client.fetch({})) as got:
                assert b"".join(got.chunks()) == b"hello"
    assert keeper.connections == [1, 1], "it can be used again, for its body was counted rightly"
