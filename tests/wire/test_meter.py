"""Heads of answers have bounds, in bytes and in time, whatever is said before them."""

from __future__ import annotations

import time

import httpcore
import pytest

from engine.wire.meter import LARGEST_HEAD, Meter

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Stream:
    """Hands out pieces, as a stream of httpcore does."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._pieces.pop(0)

    def drain(self) -> None:
        while self._pieces:
            self.read(1 << 16)


def counted(*pieces: bytes, until: float = 60.0) -> int:
    meter, stream = Meter(), Stream(*pieces)
    meter.expect(time.monotonic() + until)
    meter.attach(stream)
    stream.drain()
    return meter.count


@pytest.mark.parametrize("step", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("before", [b"", CONTINUE, CONTINUE * 3])
def test_only_the_body_is_counted(before, step):
    said = before + OK + b"hello\n\n\n"
    assert counted(*(said[at : at + step] for at in range(0, len(said), step))) == 8


def test_a_head_may_have_64_kib():
    room = LARGEST_HEAD - len(OK)
    assert counted(OK[:-2] + b"X: " + b"x" * (room - 5) + b"\r\n\r\n" + b"hello") == 5
    with pytest.raises(httpcore.RemoteProtocolError):
        counted(OK[:-2] + b"X: " + b"x" * (room - 4) + b"\r\n\r\n" + b"hello")


def test_a_head_without_an_end_is_given_up():
    with pytest.raises(httpcore.RemoteProtocolError):
        counted(OK[:-2], *[b"X-%d: y\r\n" % n for n in range(10_000)])


def test_a_flood_of_interim_answers_is_given_up():
    with pytest.raises(httpcore.RemoteProtocolError):
        counted(*[CONTINUE] * 10_000)
    with pytest.raises(httpcore.RemoteProtocolError):
        counted(CONTINUE * 10_000)


def test_interim_answers_do_not_stop_the_clock():
    with pytest.raises(httpcore.ReadTimeout):
        counted(CONTINUE, until=-1)
