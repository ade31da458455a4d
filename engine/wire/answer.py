"""One answer of a server: its head is here, its body is not."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping

import httpx

from engine.wire.line import Line
from engine.wire.links import redacted
from engine.wire.verdict import Head

# The body of a refusal is read for the sake of its connection; a new one costs less than this.
_WORTH_READING = 1 << 16
_LONGEST_READING = 2.0


class Answer:
    """One answer whose body has not been read; close it in any case."""

    def __init__(
        self, response: httpx.Response, line: Line, hang_up: Callable[[Line, bool], None]
    ) -> None:
        self._response = response
        self._stream = response.extensions["network_stream"]
        self._line = line
        self._hang_up = hang_up
        self._chunks = response.iter_raw()
        self._lock = threading.Lock()
        self._is_closed = False
        self.head = Head(response.status_code, _Fields(response.headers), str(response.url))

    def __repr__(self) -> str:
        return f"<Answer {self.head.status} from {redacted(self.head.url)}>"

    @property
    def status(self) -> int:
        """As HTTP knows it."""
        return self.head.status

    @property
    def challenges(self) -> list[str]:
        """Its `WWW-Authenticate` fields."""
        return self._response.headers.get_list("www-authenticate")

    @property
    def protocol(self) -> str:
        """For people: "HTTP/1.1"."""
        return self._response.http_version

    @property
    def address(self) -> str:
        """The IP address that was connected to: the server's or the proxy's."""
        return self._line.address

    @property
    def tls(self) -> str | None:
        """The version of TLS, None on a plain connection."""
        tls = self._stream.get_extra_info("ssl_object")
        return tls.version() if tls else None

    @property
    def socket(self) -> socket.socket | None:
        """Where the body goes on after its first chunk; None if it needs decoding on the way."""
        # With TLS inside TLS (an https proxy) the socket belongs to the outer one.
        if isinstance(self._stream.get_extra_info("ssl_object"), ssl.SSLObject):
            return None
        if "transfer-encoding" in self.head.fields:
            return None
        sock: socket.socket | None = self._stream.get_extra_info("socket")
        return sock

    def chunks(self) -> Iterator[bytes]:
        """The body as it comes, transfer coding removed, content coding kept; always the same."""
        return self._chunks

    def cut(self) -> None:
        """End this exchange at once, from any thread; without effect once it is closed."""
        with self._lock:
            if not self._is_closed:
                self._line.cut()

    def close(self) -> None:
        """End the exchange; a connection whose body was not read to its end is closed."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
        is_read = self._is_read
        if is_read:
            # Every byte is here: the decoder now sees the end of the body and frees the connection.
            for _ in self._chunks:
                pass
        self._response.close()
        self._hang_up(self._line, is_read and self._is_connected)

    def dismiss(self) -> None:
        """End the exchange, and keep the connection if the body is short enough to be read."""
        self._read_away()
        self.close()

    def hand_over(self) -> Line | None:
        """End the exchange, and hand out its connection; None if that had to be closed."""
        is_over = self._read_away() and self._is_connected and not self._line.is_cut
        if not is_over:
            self.close()
            return None
        with self._lock:
            self._is_closed = True
        self._response.close()
        return self._line

    def _read_away(self) -> bool:
        """Read the body to its end; False if there is too much of it, or it breaks."""
        length = self.head.fields.get("content-length", "")
        if length.isdecimal() and int(length) > _WORTH_READING:
            return False
        until, taken = time.monotonic() + _LONGEST_READING, 0
        with contextlib.suppress(httpx.TransportError):
            for chunk in self._chunks:
                taken += len(chunk)
                if taken > _WORTH_READING or time.monotonic() > until:
                    return False
            return True
        return False

    @property
    def _is_read(self) -> bool:
        """All that was promised was taken, and nothing else has come."""
        length = self.head.fields.get("content-length", "")
        taken = self._response.num_bytes_downloaded
        return length.isdecimal() and int(length) == taken == self._line.body_count

    @property
    def _is_connected(self) -> bool:
        sock: socket.socket | None = self._stream.get_extra_info("socket")
        return sock is not None and sock.fileno() != -1


class _Fields(Mapping[str, str]):
    """The fields of an answer by name, without regard to case.

    A judge looks at a score of them; `httpx.Headers` searches and decodes them all each time.
    """

    def __init__(self, headers: httpx.Headers) -> None:
        self._fields: dict[str, str] = {}
        for name, value in headers.multi_items():
            before = self._fields.get(name)
            self._fields[name] = value if before is None else f"{before}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)
