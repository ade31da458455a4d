"""A web server that gives each connection a fixed rate, smoothly: no burst at the start or later.

    capped_server.py FOLDER BYTES_A_SECOND

Serves the files of one folder over HTTP/1.1 with ranges, a strong ETag and If-Range. `/-/sent`
answers how many bytes of bodies it has sent in all. Prints its port; ends with its standard input.
"""

from __future__ import annotations

import os
import re
import socketserver
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

_SLICE_SECONDS = 0.005
_SMALLEST_SLICE = 16 * 1024
_LONGEST_LAG = 0.05
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class Pace:
    """When the next slice of a connection is due. Time that a client did not use is not made up."""

    def __init__(self, rate: int) -> None:
        self.slice = max(_SMALLEST_SLICE, int(rate * _SLICE_SECONDS))
        self._rate = rate
        self._due = time.monotonic()

    def wait(self) -> None:
        """Until what was spent is paid for."""
        now = time.monotonic()
        self._due = max(self._due, now - _LONGEST_LAG)
        if self._due > now:
            time.sleep(self._due - now)

    def spend(self, count: int) -> None:
        """`count` bytes have gone out."""
        self._due += count / self._rate


class CappedServer(socketserver.ThreadingTCPServer):
    """A thread for each connection; `sent` counts the bytes of all bodies."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, folder: Path, rate: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.rate = rate
        self.sent = 0
        self._counting = threading.Lock()

    def count(self, number: int) -> None:
        with self._counting:
            self.sent += number

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is none of our business."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: CappedServer

    def setup(self) -> None:
        super().setup()
        self._pace = Pace(self.server.rate)

    def do_GET(self) -> None:
        if self.path == "/-/sent":
            self._answer(str(self.server.sent).encode())
            return
        path = self.server.folder / self.path.lstrip("/")
        if not path.is_file():
            self.send_error(404)
            return
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
            asked = self._asked(status.st_size, etag)
            self._head(asked, status.st_size, etag)
            self._body(file.fileno(), asked or range(status.st_size))

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _asked(self, size: int, etag: str) -> range | None:
        """Which bytes; None is the whole file, also for whoever has another version of it."""
        found = _RANGE.fullmatch(self.headers.get("Range", ""))
        if not found or self.headers.get("If-Range", etag) != etag:
            return None
        return range(int(found[1]), min(size, int(found[2]) + 1) if found[2] else size)

    def _head(self, asked: range | None, size: int, etag: str) -> None:
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {asked.start}-{asked.stop - 1}/{size}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(len(asked or range(size))))
        self.end_headers()

    def _body(self, file: int, piece: range) -> None:
        out, at = self.connection.fileno(), piece.start
        while at < piece.stop:
            self._pace.wait()
            sent = os.sendfile(out, file, at, min(self._pace.slice, piece.stop - at))
            self._pace.spend(sent)
            self.server.count(sent)
            at += sent

    def log_message(self, *_: object) -> None:
        """Silence."""


def main() -> None:
    """Serve until standard input ends."""
    with CappedServer(Path(sys.argv[1]), int(sys.argv[2])) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
