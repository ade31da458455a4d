"""A web server that misbehaves on demand, for tests and for trying things by hand.

In a test::

    with FaultServer(content) as server:
        server.faults.append(Fault(drop_after=200_000))   # the next request only
        server.fault = Fault(chunked=True)                # every other request
        ...
        assert server.requests[1].fields["range"] == "bytes=200000-"

By hand, `python tests/fault_server.py --port 8000` serves 4 MiB under `/NAME/file.bin`, where NAME
is one of the faults in `SCENES` below: `curl http://127.0.0.1:8000/drop/file.bin`.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import gzip
import hashlib
import re
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate

PAGE = b"<!doctype html><title>Sign in</title><form><input name=user></form>"
MODIFIED = "Mon, 01 Jan 2024 00:00:00 GMT"
_PIECE = 1 << 16
_TICK = 0.02


@dataclass(frozen=True)
class Fault:
    """How one request is answered; by default as it should be."""

    status: int | None = None
    """Answer with this status and `page`, whatever was asked."""
    page: bytes = b""
    fields: Mapping[str, str] = field(default_factory=dict)
    """More fields, or others in the place of the right ones; an empty value leaves one out."""
    redirect: str | None = None
    before: Callable[[FaultServer], None] | None = None
    """Called before the answer is made, for example to replace the content."""

    hang_up: bool = False
    """Close the connection instead of answering."""
    delay: float = 0.0
    """Seconds of silence before the answer."""
    drop_after: int | None = None
    """Close the connection after so many bytes of the body."""
    reset: bool = False
    """Close with RST instead of FIN."""
    stall_after: int | None = None
    """Fall silent after so many bytes of the body."""
    rate: int = 0
    """Bytes a second; 0: as fast as they go."""

    ignore_range: bool = False
    ignore_if_range: bool = False
    start_shift: int = 0
    """Send, and announce, bytes from so much further on than asked."""
    total_shift: int = 0
    """Announce a total that is so much larger than the content."""
    content_range: str | None = None
    """Announce exactly this; empty: nothing."""
    multipart: bool = False
    longest_part: int | None = None
    """Send at most so many bytes of a range."""

    gzip: bool = False
    html: bool = False
    """Send a sign-in page with status 200."""
    length_shift: int = 0
    """Announce a length that is so much larger than the body."""
    chunked: bool = False
    close_delimited: bool = False
    http10: bool = False


@dataclass(frozen=True)
class Request:
    """What a client sent; the names of `fields` are in lower case."""

    method: str
    path: str
    fields: Mapping[str, str]


@dataclass
class _Answer:
    status: int
    fields: dict[str, str]
    body: bytes


class FaultServer:
    """Serves `content` under every path of 127.0.0.1; `requests` is what was asked, in order.

    `etag` and `last_modified` may be None. `bytes_sent` counts those of bodies. `sign_in` is a name
    and a password to ask for.
    """

    def __init__(
        self,
        content: bytes = b"",
        *,
        etag: str | None = '"v1"',
        last_modified: str | None = MODIFIED,
        fault: Fault | None = None,
        sign_in: tuple[str, str] | None = None,
        tls: ssl.SSLContext | None = None,
        port: int = 0,
    ) -> None:
        self.content = content
        self.etag = etag
        self.last_modified = last_modified
        self.content_type = "application/octet-stream"
        self.fault = fault or Fault()
        self.faults: deque[Fault] = deque()
        self.scenes: Mapping[str, Fault] = {}
        self.choose: Callable[[Request], Fault | None] = lambda request: None
        """Another fault for some requests, by what they ask; goes before `fault`."""
        self.most_bodies = 0
        """Refuse with 429 what comes while so many bodies are being sent; 0: never."""
        self.bodies = 0
        self.peak = 0
        """The most bodies that were being sent at the same time."""
        self.sign_in = sign_in
        self.requests: list[Request] = []
        self.bytes_sent = 0
        self._tls = tls
        self._closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=128)
        self._connections: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()

    def __enter__(self) -> FaultServer:
        self._start(self._accept)
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        _shut_down(self._listener)
        with self._lock:
            connections = tuple(self._connections)
        for connection in connections:
            _shut_down(connection)
        for thread in self._threads:
            thread.join(timeout=5)
        self._listener.close()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        return self.url_for("/file.bin")

    def url_for(self, path: str) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}{path}"

    @property
    def ranges(self) -> list[str | None]:
        """The `Range` of each request."""
        return [request.fields.get("range") for request in self.requests]

    def replace(self, content: bytes, etag: str | None = '"v2"') -> None:
        """Put another version in the place of the content."""
        self.content, self.etag = content, etag
        if self.last_modified:
            self.last_modified = "Tue, 02 Jan 2024 00:00:00 GMT"

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._start(self._talk, connection)

    def _talk(self, connection: socket.socket) -> None:
        # A client that goes away, or refuses our certificate, is what the tests are about.
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            stack.callback(connection.close)
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
                stack.callback(connection.close)
            with self._lock:
                self._connections.add(connection)
            stack.callback(self._connections.discard, connection)
            request = _read_request(connection)
            if request:
                self._reply(connection, request)

    def _reply(self, connection: socket.socket, request: Request) -> None:
        with self._lock:
            self.requests.append(request)
            fault = self._fault_for(request)
            if fault.before:
                fault.before(self)
            if self.most_bodies and self.bodies >= self.most_bodies:
                fault = Fault(status=429)
            answer = self._answer(request, fault)
            self.bodies += answer.status in (200, 206)
            self.peak = max(self.peak, self.bodies)
        try:
            self._closing.wait(fault.delay)
            if not fault.hang_up:
                self._send(connection, answer, fault, head_only=request.method == "HEAD")
        finally:
            with self._lock:
                self.bodies -= answer.status in (200, 206)
        if fault.reset:
            # Linger for no time at all: the kernel sends RST.
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    def _fault_for(self, request: Request) -> Fault:
        if self.faults:
            return self.faults.popleft()
        chosen = self.choose(request)
        return chosen or self.scenes.get(request.path.split("/")[1], self.fault)

    def _answer(self, request: Request, fault: Fault) -> _Answer:
        if fault.redirect is not None:
            return _Answer(fault.status or 302, {"Location": fault.redirect}, b"")
        if fault.status is not None:
            return _Answer(fault.status, {}, fault.page)
        if self.sign_in and request.fields.get("authorization") != _basic(*self.sign_in):
            return _Answer(401, {"WWW-Authenticate": 'Basic realm="test"'}, b"")
        if fault.html:
            return _Answer(200, {"Content-Type": "text/html"}, PAGE)
        return self._answer_with_content(request, fault)

    def _answer_with_content(self, request: Request, fault: Fault) -> _Answer:
        fields = {"Content-Type": self.content_type, **self._validators()}
        if self._is_unmodified(request):
            return _Answer(304, fields, b"")
        first, last = self._range_of(request, fault)
        if first is None:
            return _whole(self.content, fields, fault)
        if first >= len(self.content):
            fields["Content-Range"] = f"bytes */{len(self.content)}"
            return _Answer(416, fields, b"")
        return _part(self.content, first + fault.start_shift, last, fields, fault)

    def _validators(self) -> dict[str, str]:
        validators = {"ETag": self.etag, "Last-Modified": self.last_modified}
        return {name: value for name, value in validators.items() if value}

    def _is_unmodified(self, request: Request) -> bool:
        if "if-none-match" in request.fields:
            return request.fields["if-none-match"] == self.etag
        return request.fields.get("if-modified-since", "-") == self.last_modified

    def _range_of(self, request: Request, fault: Fault) -> tuple[int | None, int]:
        """First and last byte asked for, as HTTP counts; None for the whole content."""
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", request.fields.get("range", ""))
        condition = request.fields.get("if-range")
        stale = condition is not None and condition not in (self.etag, self.last_modified)
        if asked is None or fault.ignore_range or (stale and not fault.ignore_if_range):
            return None, 0
        first, last = int(asked[1]), int(asked[2] or len(self.content) - 1)
        if fault.longest_part:
            last = min(last, first + fault.longest_part - 1)
        return first, min(last, len(self.content) - 1)

    def _send(
        self, connection: socket.socket, answer: _Answer, fault: Fault, *, head_only: bool
    ) -> None:
        connection.sendall(_head(answer, fault))
        if head_only:
            return
        body = _chunked(answer.body) if fault.chunked else answer.body
        ends = [end for end in (fault.drop_after, fault.stall_after) if end is not None]
        body = body[: min(ends, default=len(body))]
        for piece in self._paced(body, fault.rate):
            connection.sendall(piece)
            with self._lock:
                self.bytes_sent += len(piece)
        if fault.stall_after is not None:
            self._closing.wait(60)

    def _paced(self, body: bytes, rate: int) -> Iterator[bytes]:
        step = int(rate * _TICK) or _PIECE
        for start in range(0, len(body), step):
            yield body[start : start + step]
            if rate and self._closing.wait(_TICK):
                return


def _read_request(connection: socket.socket) -> Request | None:
    head = b""
    while b"\r\n\r\n" not in head:
        received = connection.recv(_PIECE)
        if not received:
            return None
        head += received
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.split(":", 1) for line in lines if ":" in line)
    method, path, _ = first.split(" ")
    return Request(method, path, {name.lower(): value.strip() for name, value in pairs})


def _whole(content: bytes, fields: dict[str, str], fault: Fault) -> _Answer:
    if fault.gzip:
        return _Answer(200, {**fields, "Content-Encoding": "gzip"}, gzip.compress(content))
    return _Answer(200, {**fields, "Accept-Ranges": "bytes"}, content)


def _part(content: bytes, first: int, last: int, fields: dict[str, str], fault: Fault) -> _Answer:
    body = content[first : last + 1]
    told = f"bytes {first}-{last}/{len(content) + fault.total_shift}"
    if fault.content_range is not None:
        told = fault.content_range
    if fault.multipart:
        fields["Content-Type"] = "multipart/byteranges; boundary=B"
        body = b"--B\r\nContent-Range: %s\r\n\r\n%s\r\n--B--\r\n" % (told.encode(), body)
        return _Answer(206, fields, body)
    if fault.gzip:
        fields["Content-Encoding"] = "gzip"
        body = gzip.compress(body)
    return _Answer(206, {**fields, "Content-Range": told}, body)


def _head(answer: _Answer, fault: Fault) -> bytes:
    fields = {"Date": formatdate(usegmt=True), "Connection": "close", **answer.fields}
    if fault.chunked:
        fields["Transfer-Encoding"] = "chunked"
    elif not fault.close_delimited:
        fields["Content-Length"] = str(len(answer.body) + fault.length_shift)
    fields.update(fault.fields)
    version = "1.0" if fault.http10 else "1.1"
    lines = [f"HTTP/{version} {answer.status} -"]
    lines += [f"{name}: {value}" for name, value in fields.items() if value]
    return "\r\n".join((*lines, "", "")).encode("latin-1")


def _chunked(body: bytes) -> bytes:
    pieces = (body[start : start + _PIECE] for start in range(0, len(body), _PIECE))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def _shut_down(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def some_content(size: int, seed: str = "A") -> bytes:
    """Bytes that look random and are the same every time."""
    return hashlib.shake_128(seed.encode()).digest(size)


SCENES: Mapping[str, Fault] = {
    "ok": Fault(),
    "drop": Fault(drop_after=500_000),
    "reset": Fault(drop_after=500_000, reset=True),
    "stall": Fault(stall_after=500_000),
    "slow": Fault(rate=200_000),
    "late": Fault(delay=5),
    "hang-up": Fault(hang_up=True),
    "no-range": Fault(ignore_range=True),
    "ignores-if-range": Fault(ignore_if_range=True),
    "short-range": Fault(longest_part=100_000),
    "wrong-start": Fault(start_shift=-1000),
    "wrong-total": Fault(total_shift=5000),
    "no-content-range": Fault(content_range=""),
    "bad-content-range": Fault(content_range="bytes 9-5/10"),
    "multipart": Fault(multipart=True),
    "gzip": Fault(gzip=True),
    "page": Fault(html=True),
    "short": Fault(length_shift=5000),
    "longer": Fault(length_shift=-5000),
    "chunked": Fault(chunked=True),
    "chunk-cut": Fault(chunked=True, drop_after=500_000),
    "until-closed": Fault(close_delimited=True),
    "http10": Fault(http10=True, ignore_range=True),
    "loop": Fault(redirect="/loop/file.bin"),
    "ftp": Fault(redirect="ftp://127.0.0.1/file.bin"),
    "hop": Fault(redirect="/ok/file.bin"),
    "busy": Fault(status=503, fields={"Retry-After": "5"}),
    "throttled": Fault(status=429, fields={"Retry-After": "5"}),
    "gone": Fault(status=404),
    "denied": Fault(status=403),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve 4 MiB under /NAME/file.bin, badly.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--size", type=int, default=4 << 20)
    options = parser.parse_args()
    with FaultServer(some_content(options.size), port=options.port) as server:
        server.scenes = SCENES
        for name in SCENES:
            print(server.url_for(f"/{name}/file.bin"))
        threading.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
