"""Servers that want a sign-in: one per scheme, whose other side is somebody else's code.

`GuardedServer` is a small server of files whose gate a test chooses: NTLM by pyspnego, Negotiate by
GSSAPI with a real Kerberos behind it (`realm`), Basic and Digest as a server writes them.
`guarded_site` is a real nginx (Basic) or Apache (Basic, Digest).
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import re
import secrets
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import parse_http_list

from real_servers import KINDS, Kind, Site, serving

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


# --- a real Kerberos -----------------------------------------------------------------------------

_REALM = "HOLDFAST.TEST"
_KRB5_CONF = """
[libdefaults]
    default_realm = {realm}
    dns_lookup_kdc = false
    dns_lookup_realm = false
    dns_canonicalize_hostname = false
    rdns = false
    udp_preference_limit = 1
[realms]
    {realm} = {{
        kdc = 127.0.0.1:{port}
    }}
"""
_KDC_CONF = """
[kdcdefaults]
    kdc_ports = ""
    kdc_tcp_ports = 127.0.0.1:{port}
[realms]
    {realm} = {{
        database_name = {place}/principal
        key_stash_file = {place}/stash
        acl_file = {place}/acl
        max_life = 1h
    }}
[logging]
    kdc = FILE:{place}/kdc.log
"""


def why_no_kerberos() -> str:
    """Why a test with Kerberos is skipped; empty if nothing is missing."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    missing = [name for name in ("krb5kdc", "kadmin.local") if not shutil.which(name, path=path)]
    if missing:
        return f"not installed: apt-get install krb5-kdc krb5-admin-server ({', '.join(missing)})"
    try:
        import gssapi
        import httpx_gssapi
    except (ImportError, OSError) as failure:
        return f'not installed: pip install "holdfast[negotiate]" ({failure})'
    del gssapi, httpx_gssapi
    return ""


@contextlib.contextmanager
def realm(free_port: Callable[[], int]) -> Iterator[Path]:
    """A KDC that knows `USER` and HTTP/localhost; the path of the server's keytab.

    Meanwhile this process has that Kerberos, and an empty ticket cache.
    """
    with tempfile.TemporaryDirectory(prefix="holdfast-krb5-", dir="/tmp") as name:
        place, port = Path(name), free_port()
        facts = {"realm": _REALM, "port": port, "place": place}
        (place / "krb5.conf").write_text(_KRB5_CONF.format(**facts))
        (place / "kdc.conf").write_text(_KDC_CONF.format(**facts))
        own = {
            "KRB5_CONFIG": str(place / "krb5.conf"),
            "KRB5_KDC_PROFILE": str(place / "kdc.conf"),
            "KRB5CCNAME": f"FILE:{place}/tickets",
            "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin",
        }
        before = {name: os.environ.get(name) for name in own}
        os.environ.update(own)
        try:
            _run("kdb5_util", "create", "-s", "-P", "master", "-r", _REALM)
            keytab = place / "http.keytab"
            for command in (
                f"addprinc -pw {PASSWORD} {USER}",
                "addprinc -randkey HTTP/localhost",
                f"ktadd -k {keytab} HTTP/localhost",
            ):
                _run("kadmin.local", "-r", _REALM, "-q", command)
            with subprocess.Popen(["krb5kdc", "-n"], stdout=subprocess.DEVNULL) as kdc:
                try:
                    _wait_until_open(port)
                    yield keytab
                finally:
                    kdc.terminate()
        finally:
            for variable, value in before.items():
                if value is None:
                    os.environ.pop(variable, None)
                else:
                    os.environ[variable] = value


def kinit() -> None:
    """Put a ticket of `USER` into this process' cache."""
    subprocess.run(
        ["kinit", USER], input=PASSWORD.encode(), check=True, capture_output=True, timeout=20
    )


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def _wait_until_open(port: int) -> None:
    import socket

    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise RuntimeError("the KDC did not start")


# --- nginx and Apache ----------------------------------------------------------------------------

_NGINX = """
daemon off; worker_processes 1; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 256; }}
http {{
    log_format short '$status $remote_user $request_uri $connection';
    access_log {root}/../access.log short; sendfile on; default_type application/octet-stream;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            alias {root}/; auth_basic "files of nginx"; auth_basic_user_file {root}/../users;
        }}
        location /slow/ {{
            alias {root}/; auth_basic "files of nginx"; auth_basic_user_file {root}/../users;
            limit_rate {slow};
        }}
    }}
}}
"""
_APACHE = """
ServerRoot {place}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {place}/pid
ErrorLog {place}/error.log
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule authz_user_module {modules}/mod_authz_user.so
LoadModule authn_core_module {modules}/mod_authn_core.so
LoadModule authn_file_module {modules}/mod_authn_file.so
LoadModule auth_basic_module {modules}/mod_auth_basic.so
LoadModule auth_digest_module {modules}/mod_auth_digest.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule env_module {modules}/mod_env.so
LoadModule filter_module {modules}/mod_filter.so
LoadModule ratelimit_module {modules}/mod_ratelimit.so
LogFormat "%>s %u %U %k" short
CustomLog {root}/../access.log short
KeepAlive On
MaxKeepAliveRequests 0
Alias / {root}/
Alias /slow/ {root}/
<Directory {root}>
    AuthType Digest
    AuthName "files of apache"
    AuthDigestProvider file
    AuthUserFile {root}/../digests
    Require valid-user
</Directory>
<Location /slow/>
    SetOutputFilter RATE_LIMIT
    SetEnv rate-limit {slow_kib}
</Location>
"""
GUARDED = {
    "nginx": Kind(KINDS["nginx"].programs, "nginx", _NGINX, KINDS["nginx"].command),
    "apache": Kind(KINDS["apache"].programs, "apache2", _APACHE, KINDS["apache"].command),
}


@dataclass(frozen=True)
class GuardedSite:
    """A real server that wants `USER` and `PASSWORD`."""

    site: Site
    log: Path

    def statuses(self, answered: int) -> list[int]:
        """How it answered, request by request; waits until it has noted so many."""
        lines: list[str] = []
        until = time.monotonic() + 10
        while len(lines) < answered and time.monotonic() < until:
            lines = self.log.read_text().splitlines()
            time.sleep(0.01)
        return [int(line.split()[0]) for line in lines]


@contextlib.contextmanager
def guarded_site(kind: Kind) -> Iterator[GuardedSite]:
    """nginx with Basic or Apache with Digest, serving a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="holdfast-guarded-", dir="/tmp") as name:
        place = Path(name)
        place.chmod(0o755)
        root = place / "files"
        root.mkdir(mode=0o755)
        hashed = hashlib.sha1(PASSWORD.encode()).digest()
        (place / "users").write_text(f"{USER}:{{SHA}}{base64.b64encode(hashed).decode()}\n")
        known = hashlib.md5(f"{USER}:files of apache:{PASSWORD}".encode()).hexdigest()
        (place / "digests").write_text(f"{USER}:files of apache:{known}\n")
        log = place / "access.log"
        log.touch(mode=0o666)
        with serving(kind, root) as site:
            yield GuardedSite(site, log)
