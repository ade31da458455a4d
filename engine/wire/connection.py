"""The hot loop: one body from the network into the part file.

A body of known length is read straight from the socket into a reused buffer and written a mebibyte
at a time (measured: about 1.5 times as fast as curl, on TLS about as fast); any other goes through
httpx's decoder. Per chunk there is a receive, a look at the clock and one at the stop flag.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice

import httpx

from engine.errors import TransferStopped
from engine.wire.http import Answer
from engine.wire.limiter import Limiter
from engine.wire.part_file import PartFile
from engine.wire.ranges import Claim, RangePlan

_BUFFER_SIZE = 1 << 20
# TLS hands out 16 KiB a call whatever is asked: then it pays to stay in the processor's cache.
_TLS_BUFFER_SIZE = 1 << 18
# With so little room left the buffer is as good as full: another receive would bring little.
_SLACK = 1 << 14
# Of a shorter body the decoder has most in hand already.
_SHORTEST_FROM_SOCKET = 1 << 18
# A slow body is written at least this often, so that little is lost when the process dies.
_FLUSH_SECONDS = 0.25
_NO_END = 1 << 63


class OverlapDiffers(Exception):
    """The bytes before the resume point are not those on disk: the file is another one."""


class Sink:
    """Where the bytes of one claim go: to the part file first, then into the plan.

    `end` is where the server promised to stop, as an offset into the file (None: it did not say).
    `brought` hears where what is written begins and ends.
    """

    def __init__(
        self,
        part_file: PartFile,
        plan: RangePlan,
        claim: Claim,
        end: int | None,
        wrote: Callable[[int], None],
        brought: Callable[[int, int], None] | None = None,
    ) -> None:
        self._part_file = part_file
        self._plan = plan
        self._claim = claim
        self._end = _NO_END if end is None else end
        self._wrote = wrote
        self._brought = brought

    @property
    def room(self) -> int:
        """How many bytes to take yet: up to what was promised, and never beyond the claim.

        A body that goes on behind its claim takes what follows too, if nobody else has it.
        """
        claim = self._claim
        if claim.position == claim.stop and claim.stop < self._end:
            self._plan.extend(claim)
        end = self._end if claim.stop is None else min(claim.stop, self._end)
        return max(end - claim.position, 0)

    @property
    def is_bounded(self) -> bool:
        """It is known where to stop."""
        return self._end != _NO_END or self._claim.stop is not None

    def write(self, data: bytes | memoryview) -> None:
        """Write where the claim stands and move it on; raises `OSError` if the disk will not."""
        start = self._claim.position
        self._part_file.write(data, start)
        if self._brought:
            # First of all: what is present may be checked at once.
            self._brought(start, start + len(data))
        self._plan.advance(self._claim, len(data))
        self._wrote(len(data))


class Receiver:
    """Takes bodies off the network, one after the other; keeps its buffer.

    `heard_at` is when the last byte came, or was paid for; `worked` how many seconds of processor
    time its thread has used, `waited` how many it has spent waiting for the limiter: whoever
    watches may read them from another thread.
    """

    def __init__(
        self, limiter: Limiter, should_stop: Callable[[], bool], stall_timeout: float
    ) -> None:
        self._limiter = limiter
        self._should_stop = should_stop
        self._stall_timeout = stall_timeout
        self._buffer = memoryview(b"")
        self._filled = 0
        self._written = 0
        self.heard_at = 0.0
        self.worked = 0.0
        self.waited = 0.0

    @property
    def received(self) -> int:
        """Bytes of all bodies so far, whether written yet or not."""
        return self._written + self._filled

    def receive(self, answer: Answer, chunks: Iterator[bytes], sink: Sink) -> None:
        """Bring the body of `answer`, or what `body_after` left of it, into `sink`.

        Raises `TransferStopped`, httpx's errors for the network, also when the body ends before
        what was promised, and `OSError` for the disk. What came before is written.
        """
        sock = answer.socket
        if sock is None or not sink.is_bounded or sink.room < _SHORTEST_FROM_SOCKET:
            self._pour_chunks(chunks, sink)
        else:
            # The first chunk is all that the decoder had read ahead. `chunks` itself must live on:
            # when it is collected, it closes the connection.
            self._pour_chunks(islice(chunks, 1), sink)
            self._pour_socket(sock, sink)
        if sink.is_bounded and sink.room:
            raise httpx.ReadError(f"the body ended {sink.room} bytes early")

    def _pour_chunks(self, chunks: Iterator[bytes], sink: Sink) -> None:
        for chunk in chunks:
            if self._should_stop():
                raise TransferStopped
            self._write(sink, chunk)
            self._pay(len(chunk))
            if not sink.room:
                return

    def _pour_socket(self, sock: socket.socket, sink: Sink) -> None:
        self._buffer = self._buffer or memoryview(bytearray(_BUFFER_SIZE))
        size = _TLS_BUFFER_SIZE if isinstance(sock, ssl.SSLSocket) else _BUFFER_SIZE
        sock.settimeout(min(_FLUSH_SECONDS, self._stall_timeout))
        self.heard_at = time.monotonic()
        try:
            while room := sink.room:
                self._fill(self._buffer[: min(room, size)], sock)
                self._flush(sink)
        finally:
            self._flush(sink)

    def _fill(self, buffer: memoryview, sock: socket.socket) -> None:
        """Receive until `buffer` is nearly full, or for a moment; `_filled` is how far it went."""
        clock, should_stop, recv_into = time.monotonic, self._should_stop, sock.recv_into
        quantum = self._limiter.quantum
        most = quantum or len(buffer)
        enough = len(buffer) - _SLACK if len(buffer) > _SLACK else len(buffer)
        flush_at = clock() + _FLUSH_SECONDS
        while self._filled < enough and self.heard_at < flush_at:
            if should_stop():
                raise TransferStopped
            try:
                count = recv_into(buffer[self._filled : self._filled + most])
            except TimeoutError:
                self._check_silence()
                return
            except OSError as exc:
                raise httpx.ReadError(str(exc)) from exc
            if not count:
                raise httpx.ReadError("the connection ended in the middle of the body")
            self._filled += count
            self.heard_at = clock()
            if quantum:
                self._pay(count)

    def _pay(self, count: int) -> None:
        began = time.monotonic()
        self._limiter.take(count, self._should_stop)
        # Waiting for the limiter is not the server's silence.
        self.heard_at = time.monotonic()
        self.waited += self.heard_at - began

    def _flush(self, sink: Sink) -> None:
        filled, self._filled = self._filled, 0
        if filled:
            self._write(sink, self._buffer[:filled])
            self.worked = time.thread_time()

    def _write(self, sink: Sink, data: bytes | memoryview) -> None:
        self._written += len(data)
        sink.write(data[: sink.room])

    def _check_silence(self) -> None:
        if time.monotonic() - self.heard_at >= self._stall_timeout:
            raise httpx.ReadTimeout(f"no byte for {self._stall_timeout:g} s")


def body_after(answer: Answer, overlap: bytes) -> Iterator[bytes]:
    """The body without its first bytes, which must be `overlap`; raises `OverlapDiffers` if not."""
    chunks = answer.chunks()
    if not overlap:
        return chunks
    got = bytearray()
    for chunk in chunks:
        got += chunk
        if len(got) >= len(overlap):
            break
    if got[: len(overlap)] != overlap:
        raise OverlapDiffers
    return chain((bytes(got[len(overlap) :]),), chunks)
