"""How much has come of an answer: its head, which has bounds, and the body behind it."""

from __future__ import annotations

import re
import time
from typing import Any

import httpcore

LARGEST_HEAD = 1 << 16
"""Bytes of one head, and of all that was said before it (100 Continue and the like)."""

_END_OF_HEAD = re.compile(rb"\n\r?\n")
# Something is yet to come behind these (RFC 9110 § 15.2).
_INTERIM = re.compile(rb"\s*HTTP/1\.\d 1")


class Meter:
    """Counts the bytes of the body of one answer, and whatever comes behind it.

    A server that sends more than it promised must not have the rest taken for the next answer, and
    httpcore does not tell what it has in hand. Nor does it bound the heads that it reads.
    """

    def __init__(self) -> None:
        self._head: bytes | None = b""
        self._head_until = 0.0
        self._interim = 0
        self.count = 0

    def expect(self, head_until: float) -> None:
        """The next byte begins an answer, whose head must be here at `head_until`."""
        self._head_until = head_until
        self.reset()

    def reset(self) -> None:
        """The next byte begins the answer; what came before was a proxy's."""
        self._head, self._interim, self.count = b"", 0, 0

    def attach(self, stream: Any) -> None:
        """Count what is read from `stream`, a stream of httpcore."""
        receive = stream.read

        def read(max_bytes: int, timeout: float | None = None) -> bytes:
            data: bytes = receive(max_bytes, timeout)
            self._feed(data)
            return data

        stream.read = read

    def _feed(self, data: bytes) -> None:
        if self._head is None:
            self.count += len(data)
            return
        known = len(self._head)
        self._head += data
        while end := _END_OF_HEAD.search(self._head, max(known - 2, 0)):
            if not _INTERIM.match(self._head):
                self._check(end.end())
                self.count = len(self._head) - end.end()
                self._head = None
                return
            self._interim += end.end()
            self._head, known = self._head[end.end() :], 0
        self._check(len(self._head))
        if time.monotonic() > self._head_until:
            raise httpcore.ReadTimeout("the head of the answer did not come to its end")

    def _check(self, length: int) -> None:
        if self._interim + length > LARGEST_HEAD:
            raise httpcore.RemoteProtocolError("the head of the answer is too large")
