"""A server that keeps connections open, and does to the next request on one what a test says."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import TypeAlias

Next: TypeAlias = Callable[[socket.socket], bool]
"""What happens when a request has come; False ends the connection."""

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"


def answer(data: bytes, *, stays: bool = True) -> Next:
    """Send `data`."""

    def send(connection: socket.socket) -> bool:
        connection.sendall(data)
        return stays

    return send


def answer_slowly(gate: threading.Event) -> Next:
    """Send `OK` in two halves, the second when `gate` is open."""

    def send(connection: socket.socket) -> bool:
        connection.sendall(OK[:-3])
        gate.wait(30)
        connection.sendall(OK[-3:])
        return True

    return send


def hang_up(_connection: socket.socket) -> bool:
    """Close without a word."""
    return False


def reset(connection: socket.socket) -> bool:
    """Close so that the other side gets RST."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


class KeepAliveServer:
    """Answers `hello` to everything; `script` is what it does instead to the next requests.

    `requests` holds the heads of the requests, each with the number of its connection.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.script: deque[Next] = deque()
        self.requests: list[tuple[int, bytes]] = []
        self.waits = threading.Event()
        """Set when a request came whose answer `silence` keeps back."""
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._closing = threading.Event()
        self._threads = [threading.Thread(target=self._accept)]
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self._listener.getsockname()[1]}/file"

    def __enter__(self) -> KeepAliveServer:
        self._threads[0].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop_idle()
        for thread in self._threads:
            thread.join(5)

    @property
    def connections(self) -> list[int]:
        """Which connection each request came on."""
        return [number for number, _ in self.requests]

    @property
    def open_connections(self) -> int:
        """How many connections there are now."""
        return len(self._open)

    def silence(self, _connection: socket.socket) -> bool:
        """Never answer."""
        self.waits.set()
        self._closing.wait(30)
        return False

    def drop_idle(self) -> None:
        """Close every connection, as servers do with those that were idle for long."""
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                thread = threading.Thread(target=self._serve, args=(len(self._threads), connection))
                self._threads.append(thread)
                thread.start()

    def _serve(self, number: int, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            self._open.append(connection)
            with connection:
                self._converse(number, connection)
            self._open.remove(connection)

    def _converse(self, number: int, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while head := _read_head(connection):
                self.requests.append((number, head))
                then = self.script.popleft() if self.script else answer(OK)
                if not then(connection):
                    return


def _read_head(connection: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head:
        data = connection.recv(65536)
        if not data:
            return b""
        head += data
    return head
