"""The native host's line to Holdfast: the client's side of the control socket, in small.

The standard library only; see `gui.cli.client` for the one that has Qt.
"""

from __future__ import annotations

import contextlib
import json
import socket
import sys
import threading
import time
from typing import Any, Protocol, TypeAlias

from gui.peers import is_same_person

Event: TypeAlias = dict[str, Any]

SECONDS_TO_CONNECT = 2.0
LONGEST_ANSWER = 1024 * 1024
"""Bytes of a line; a browser would not take more from us either."""

_CHUNK = 64 * 1024
_IN_BETWEEN = ("job",)
"""What is told on the way; another line ends the answer."""


class NobodyError(Exception):
    """Nobody listens there, or somebody who is none of ours."""


class HungUpError(Exception):
    """It hung up, or talks nonsense."""


class SilentError(Exception):
    """It has not answered in time, though it may have heard."""


class End(Protocol):
    """Our end of what connects us."""

    def send(self, content: bytes, seconds: float) -> None:
        """Send all of it; raises OSError."""

    def receive(self, seconds: float) -> bytes:
        """What comes next, nothing once the other end is closed; raises OSError."""

    def close(self) -> None:
        """Hang up."""


class AppLine:
    """Open until `close`; what is asked is answered in turn."""

    def __init__(self, end: End) -> None:
        self._end = end
        self._read = b""

    def ask(self, request: Event, deadline: float) -> Event:
        """The line that ends the answer, or what was refused on the way to it.

        `deadline` is one of `time.monotonic`. Raises `HungUpError` and `SilentError`.
        """
        try:
            self._end.send(json.dumps(request).encode() + b"\n", _left(deadline))
            refused: Event | None = None
            while True:
                event = self._next(deadline)
                if event.get("event") == "refused" and refused is None:
                    refused = event
                is_over = event.get("event") != "refused" or event.get("job") is None
                if is_over and event.get("event") not in _IN_BETWEEN:
                    return refused or event
        except TimeoutError as late:
            raise SilentError from late
        except (OSError, ValueError, RecursionError) as failure:
            raise HungUpError from failure

    def close(self) -> None:
        """Hang up."""
        with contextlib.suppress(OSError):
            self._end.close()

    def _next(self, deadline: float) -> Event:
        while b"\n" not in self._read:
            chunk = self._end.receive(_left(deadline))
            if not chunk or len(self._read) > LONGEST_ANSWER:
                raise HungUpError
            self._read += chunk
        line, self._read = self._read.split(b"\n", 1)
        event = json.loads(line)
        if not isinstance(event, dict):
            raise HungUpError
        return event


def connect(address: str) -> AppLine:
    """A line to whoever listens at `address`; raises `NobodyError`."""
    try:
        return AppLine(_PipeEnd(address) if sys.platform == "win32" else _SocketEnd(address))
    except OSError as failure:
        raise NobodyError from failure


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _SocketEnd:
    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(SECONDS_TO_CONNECT)
            self._socket.connect(address)
            if not is_same_person(self._socket.fileno()):
                # What we tell holds cookies.
                raise PermissionError(address)
        except OSError:
            self._socket.close()
            raise

    def send(self, content: bytes, seconds: float) -> None:
        self._socket.settimeout(seconds)
        self._socket.sendall(content)

    def receive(self, seconds: float) -> bytes:
        self._socket.settimeout(seconds)
        return self._socket.recv(_CHUNK)

    def close(self) -> None:
        self._socket.close()


class _PipeEnd:
    """On Windows; it has never run. While one thread reads such a pipe, none can write to it, so
    that we read only where an answer is to come.
    """

    def __init__(self, address: str) -> None:
        self._pipe = open(rf"\\.\pipe\{address}", "r+b", buffering=0)  # noqa: PTH123, SIM115

    def send(self, content: bytes, seconds: float) -> None:
        # Nobody who listens leaves so little unread.
        del seconds
        while content:
            content = content[self._pipe.write(content) or 0 :]

    def receive(self, seconds: float) -> bytes:
        chunks: list[bytes] = []

        def read() -> None:
            with contextlib.suppress(OSError):
                chunks.append(self._pipe.read(_CHUNK) or b"")

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        reader.join(seconds)
        if reader.is_alive():
            raise TimeoutError
        return chunks[0] if chunks else b""

    def close(self) -> None:
        self._pipe.close()
