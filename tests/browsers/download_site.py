"""A web site for browsers to download from, which remembers how it was asked."""

from __future__ import annotations

import http.server
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

CONTENT = bytes(range(256)) * 800
"""200 kB, more than a browser reads before it asks the extension."""


_DATE = "Thu, 01 Jan 2026 00:00:00 GMT"


@dataclass(frozen=True)
class Asked:
    """One request: `path` without its query."""

    method: str
    path: str
    headers: dict[str, str]

    @property
    def cookies(self) -> str:
        return self.headers.get("cookie", "")

    @property
    def is_ours(self) -> bool:
        """Whether it came from Holdfast: no browser asks for a range of something new."""
        return "range" in self.headers


class DownloadSite:
    """Serves on two hosts, `url` (127.0.0.1) and `other_url` (localhost), until the block ends.

    What is below a path's first part decides the answer; see `_DEEDS`.
    """

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.gate = threading.Event()
        """What /slow/ waits for."""
        self._served: Counter[str] = Counter()
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site._answer(self)

            do_POST = do_GET  # noqa: N815 - the name is http.server's

            def log_message(self, *_: Any) -> None:
                return

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    def __enter__(self) -> DownloadSite:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.gate.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def other_url(self) -> str:
        return f"http://localhost:{self._server.server_port}"

    def page(self, html: str) -> str:
        """The URL of a page with this in its body."""
        return f"{self.url}/page/?html={quote(html)}"

    def of(self, path: str) -> list[Asked]:
        """The requests for a path, in their order."""
        return [each for each in self.asked if each.path == path]

    def forget(self) -> None:
        """Begin a new story."""
        self.asked.clear()
        self.gate.clear()
        self._served.clear()

    # --- answers ----------------------------------------------------------------------------------

    def _answer(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("Content-Length") or 0)
        handler.rfile.read(length)
        headers = {name.lower(): value for name, value in handler.headers.items()}
        parts = urlsplit(handler.path)
        asked = Asked(handler.command, parts.path, headers)
        self.asked.append(asked)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        kind = parts.path.split("/")[1]
        try:
            _DEEDS.get(kind, _missing)(Call(self, handler, asked, query))
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True

    def times(self, path: str) -> int:
        """How often the path was asked for, this time included."""
        self._served[path] += 1
        return self._served[path]


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A browser that has seen enough hangs up as it likes."""


@dataclass
class Call:
    """A request that is being answered."""

    site: DownloadSite
    handler: Any
    asked: Asked
    query: dict[str, str]

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.asked.path.rsplit("/", 1)[1]

    def send(self, status: int, body: bytes = b"", **fields: str) -> None:
        """An answer; of a file with ranges the one that was asked for."""
        if status == 200 and "Accept_Ranges" in fields and self.asked.is_ours:
            status, body, fields["Content_Range"] = _cut(body, self.asked.headers["range"])
        self._answer(status, body, len(body), fields)

    def begin(self, body: bytes, size: int, **fields: str) -> None:
        """The first part of an answer of `size` bytes."""
        self._answer(200, body, size, fields)
        self.handler.wfile.flush()

    def _answer(self, status: int, body: bytes, size: int, fields: dict[str, str]) -> None:
        self.handler.send_response(status)
        for name, value in {**fields, "Content_Length": str(size)}.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.wfile.write(body)


def _cut(body: bytes, asked: str) -> tuple[int, bytes, str]:
    begin, _, end = asked.removeprefix("bytes=").partition("-")
    start, stop = int(begin), min(int(end) + 1 if end else len(body), len(body))
    return 206, body[start:stop], f"bytes {start}-{stop - 1}/{len(body)}"


def _page(call: Call) -> None:
    """Whatever the query wants in it."""
    call.send(200, call.query.get("html", "").encode(), Content_Type="text/html; charset=utf-8")


def _file(call: Call) -> None:
    """A file of `CONTENT`: type, size and disposition as the query says. With `again=no` nothing
    tells that it can be asked for twice.
    """
    body = CONTENT[: int(call.query.get("size", len(CONTENT)))]
    fields = {"Content_Type": call.query.get("type", "application/octet-stream")}
    if call.query.get("again") != "no":
        fields |= _again(call)
    if call.query.get("disposition") != "none":
        fields["Content_Disposition"] = _attachment(call)
    call.send(200, body, **fields)


def _attachment(call: Call) -> str:
    return f'attachment; filename="{call.name}"'


def _again(call: Call) -> dict[str, str]:
    """What says that it can be asked for again."""
    return {"Accept_Ranges": "bytes", "ETag": f'"{call.name}"', "Last_Modified": _DATE}


def _go(call: Call) -> None:
    """A redirect to `to`, which may set a cookie on the way."""
    fields = {"Set_Cookie": call.query["set"]} if "set" in call.query else {}
    status = int(call.query.get("status", 302))
    call.send(status, Location=call.query["to"], **fields)


def _members(call: Call) -> None:
    """A file for those with the cookie `session=open`; a page for signing in for others."""
    if "session=open" not in call.asked.cookies:
        call.send(403, b"<h1>Please sign in</h1>", Content_Type="text/html")
        return
    _file(call)


def _sign_in(call: Call) -> None:
    """Sets a cookie that no script sees, and one for another part of the site."""
    call.handler.send_response(200)
    for cookie in ("session=open; Path=/members; HttpOnly", "elsewhere=secret; Path=/elsewhere"):
        call.handler.send_header("Set-Cookie", cookie)
    call.handler.send_header("Content-Length", "2")
    call.handler.end_headers()
    call.handler.wfile.write(b"in")


def _once(call: Call) -> None:
    """A file that is there for the first who asks."""
    if call.site.times(call.asked.path) > 1:
        call.send(410, b"gone")
        return
    fields = {"Content_Type": "application/zip", "Cache_Control": "no-store"}
    call.send(200, CONTENT, **fields, Content_Disposition=_attachment(call))


def _slow(call: Call) -> None:
    """A file whose answer comes when the gate is open."""
    call.site.gate.wait(20)
    _file(call)


def _late(call: Call) -> None:
    """A file whose second half comes when the gate is open, to Holdfast at once."""
    fields = {"Content_Type": call.query.get("type", "application/zip")}
    if call.query.get("disposition") != "none":
        fields["Content_Disposition"] = _attachment(call)
    half = len(CONTENT) // 2
    call.begin(CONTENT[:half], len(CONTENT), **fields)
    if not call.asked.is_ours:
        call.site.gate.wait(20)
    call.handler.wfile.write(CONTENT[half:])


def _broken(call: Call) -> None:
    """A file whose first answer ends in its middle; the rest can be asked for."""
    if call.site.times(call.asked.path) > 1:
        _file(call)
        return
    fields = {"Content_Type": "application/octet-stream", "Content_Disposition": _attachment(call)}
    call.begin(CONTENT[: len(CONTENT) // 2], len(CONTENT), **fields, **_again(call))
    call.handler.close_connection = True


def _missing(call: Call) -> None:
    call.send(404)


_DEEDS: dict[str, Callable[[Call], None]] = {
    "page": _page,
    "file": _file,
    "go": _go,
    "members": _members,
    "sign-in": _sign_in,
    "once": _once,
    "slow": _slow,
    "late": _late,
    "broken": _broken,
}


def until(is_so: Callable[[], Any], seconds: float = 15) -> Any:
    """Wait for something to come true; what it came to, or the last that it was."""
    deadline = time.monotonic() + seconds
    while not (found := is_so()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return found
