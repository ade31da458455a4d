"""Servers that want a sign-in: one per scheme, whose other side is somebody else's code.

`GuardedServer` is a small server of files whose gate a test chooses: NTLM by pyspnego, Negotiate by
GSSAPI with a real Kerberos behind it (`kerberos_realm`), Basic and Digest as a server writes them.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import parse_http_list

USER, PASSWORD = "ada", "s3cret-0pensesame"
ETAG = '"v1"'


# --- a server with a gate ------------------------------------------------------------------------


@dataclass
class Ticket:
    """What a gate says: `lets_in`, or the fields of a refusal."""

    lets_in: bool = False
    challenges: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


class Gate:
    """One for each connection; `check` sees the Authorization of each request, or None."""

    def check(self, authorization: str | None, path: str) -> Ticket:
        raise NotImplementedError


class Open(Gate):
    def check(self, authorization: str | None, path: str) -> Ticket:
        return Ticket(lets_in=True)


class Basic(Gate):
    def __init__(self, user: str = USER, password: str = PASSWORD, realm: str = "files") -> None:
        pair = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._right = f"Basic {pair}"
        self._challenge = f'Basic realm="{realm}", charset="UTF-8"'

    def check(self, authorization: str | None, path: str) -> Ticket:
        return Ticket(authorization == self._right, (self._challenge,))


class Bearer(Gate):
    def check(self, authorization: str | None, path: str) -> Ticket:
        return Ticket(authorization == f"Bearer {PASSWORD}", ('Bearer realm="api"',))


@dataclass
class Nonces:
    """Those that Digest gates have given out and still take."""

    good: set[str] = field(default_factory=set)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def new(self) -> str:
        nonce = secrets.token_hex(8)
        self.good.add(nonce)
        return nonce


class Digest(Gate):
    """RFC 7616, as the server computes it; each nonce count may come once."""

    def __init__(self, nonces: Nonces, algorithm: str = "SHA-256") -> None:
        self._nonces = nonces
        self._algorithm = algorithm

    def check(self, authorization: str | None, path: str) -> Ticket:
        told = self._told(authorization or "")
        if not told:
            return self._refusal()
        key = (told["nonce"], told["nc"])
        if told["nonce"] not in self._nonces.good or key in self._nonces.seen:
            return self._refusal(", stale=true")
        self._nonces.seen.add(key)
        return Ticket(True) if told["response"] == self._right(told, path) else self._refusal()

    def _refusal(self, more: str = "") -> Ticket:
        nonce = self._nonces.new()
        return Ticket(
            False,
            (
                f'Digest realm="the, \\"vault\\"", nonce="{nonce}", opaque="x", '
                f'qop="auth,auth-int", algorithm={self._algorithm}{more}',
            ),
        )

    @staticmethod
    def _told(authorization: str) -> dict[str, str]:
        scheme, _, rest = authorization.partition(" ")
        pairs = (pair.split("=", 1) for pair in parse_http_list(rest))
        return {k: v.strip('"') for k, v in pairs} if scheme == "Digest" else {}

    def _right(self, told: dict[str, str], path: str) -> str:
        name = self._algorithm.removesuffix("-sess").replace("-", "").lower()

        def digest(text: str) -> str:
            return hashlib.new(name, text.encode()).hexdigest()

        first = digest(f'{USER}:the, "vault":{PASSWORD}')
        if self._algorithm.endswith("-sess"):
            first = digest(f"{first}:{told['nonce']}:{told['cnonce']}")
        second = digest(f"GET:{path}")
        return digest(
            f"{first}:{told['nonce']}:{told['nc']}:{told['cnonce']}:{told['qop']}:{second}"
        )


class Ntlm(Gate):
    """The connection is signed in, not the request; spoken by pyspnego as a server speaks it."""

    def __init__(self, scheme: str = "NTLM") -> None:
        self._scheme = scheme
        self._context = None
        self.is_signed_in = False

    def check(self, authorization: str | None, path: str) -> Ticket:
        import spnego
        from spnego.exceptions import SpnegoError

        if authorization is None and self.is_signed_in:
            return Ticket(lets_in=True)
        scheme, _, token = (authorization or "").partition(" ")
        if scheme != self._scheme:
            return Ticket(False, (self._scheme,))
        if self._context is None or self.is_signed_in:
            self._context, self.is_signed_in = spnego.server(protocol="ntlm"), False
        try:
            answer = self._context.step(base64.b64decode(token))
        except SpnegoError:
            self._context = None
            return Ticket(False, (self._scheme,))
        if self._context.complete:
            self.is_signed_in = True
            return Ticket(lets_in=True)
        return Ticket(False, (f"{self._scheme} {base64.b64encode(answer).decode()}",))


class Negotiate(Gate):
    """Every request brings a ticket of its own, as with Apache's mod_auth_gssapi."""

    def __init__(self, keytab: Path, also: tuple[str, ...] = ()) -> None:
        self._keytab = keytab
        self._also = also

    def check(self, authorization: str | None, path: str) -> Ticket:
        import gssapi

        scheme, _, token = (authorization or "").partition(" ")
        if scheme != "Negotiate":
            return Ticket(False, ("Negotiate", *self._also))
        acceptor = gssapi.Credentials(usage="accept", store={"keytab": str(self._keytab)})
        context = gssapi.SecurityContext(creds=acceptor, usage="accept")
        try:
            context.step(base64.b64decode(token))
        except gssapi.exceptions.GSSError:
            return Ticket(False, ("Negotiate", *self._also))
        return Ticket(context.complete)


@dataclass(frozen=True)
class Visit:
    """One request as the server saw it; the names of `fields` are in lower case."""

    connection: int
    path: str
    status: int
    fields: Mapping[str, str]

    @property
    def authorization(self) -> str:
        return self.fields.get("authorization", "")


class GuardedServer:
    """Serves `content` under every path; `new_gate` makes the gate of each connection."""

    def __init__(self, content: bytes, new_gate: Callable[[], Gate]) -> None:
        self.content = content
        self.new_gate = new_gate
        self.refusal = b"<html>sign in first</html>"
        self.chunked_refusals = False
        self.more_fields: dict[str, str] = {}
        self.redirects: dict[str, str] = {}
        self.pause = 0.0
        """Seconds before each piece of 64 KiB."""
        self.visits: list[Visit] = []
        self.lock = threading.Lock()
        self.connections = 0
        server = self

        class Handler(_Handler):
            guarded = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))

    def __enter__(self) -> GuardedServer:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._http.shutdown()
        self._thread.join(5)
        self._http.server_close()

    @property
    def port(self) -> int:
        return self._http.server_address[1]

    @property
    def url(self) -> str:
        return self.url_for("/file.bin")

    def url_for(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def statuses(self) -> list[int]:
        return [visit.status for visit in self.visits]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    guarded: GuardedServer

    def setup(self) -> None:
        super().setup()
        self.gate = self.guarded.new_gate()
        with self.guarded.lock:
            self.guarded.connections += 1
            self.number = self.guarded.connections

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        ticket = self.gate.check(self.headers.get("Authorization"), self.path)
        with contextlib.suppress(OSError):
            if not ticket.lets_in:
                self._refuse(ticket)
            elif self.path in self.guarded.redirects:
                self._note(302)
                self.send_response(302)
                self.send_header("Location", self.guarded.redirects[self.path])
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self._serve()

    def _note(self, status: int) -> None:
        fields = {name.lower(): value for name, value in self.headers.items()}
        with self.guarded.lock:
            self.guarded.visits.append(Visit(self.number, self.path, status, fields))

    def _refuse(self, ticket: Ticket) -> None:
        self._note(401)
        self.send_response(401)
        for challenge in ticket.challenges:
            self.send_header("WWW-Authenticate", challenge)
        for name, value in {**ticket.fields, **self.guarded.more_fields}.items():
            self.send_header(name, value)
        body = self.guarded.refusal
        if self.guarded.chunked_refusals:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
            return
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _serve(self) -> None:
        content = self.guarded.content
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        changed = self.headers.get("If-Range", ETAG) != ETAG
        status, first, last = 200, 0, len(content) - 1
        if asked and not changed and len(content):
            status, first = 206, int(asked[1])
            last = min(int(asked[2] or last), last)
        self._note(status)
        self.send_response(status)
        if status == 206:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", ETAG)
        for name, value in self.guarded.more_fields.items():
            self.send_header(name, value)
        self.end_headers()
        step = (1 << 16) if self.guarded.pause else (1 << 20)
        for start in range(first, last + 1, step):
            time.sleep(self.guarded.pause)
            self.wfile.write(content[start : min(start + step, last + 1)])


@contextlib.contextmanager
def ntlm_users(place: Path) -> Iterator[None]:
    """The file by which pyspnego knows whom to let in."""
    users = place / "ntlm-users"
    users.write_text(f":{USER}:{PASSWORD}\n")
    before = os.environ.get("NTLM_USER_FILE")
    os.environ["NTLM_USER_FILE"] = str(users)
    try:
        yield
    finally:
        if before is None:
            del os.environ["NTLM_USER_FILE"]
        else:
            os.environ["NTLM_USER_FILE"] = before
