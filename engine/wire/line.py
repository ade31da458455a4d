"""Connections: each can be cut at any moment by any thread, and serves one request after the other.

A connection whose answer was read to its end waits in a `LinePool` for the next request to the same
origin, so that many small files cost one connection, and one TLS handshake, not one each.
"""

from __future__ import annotations

import contextlib
import functools
import socket
import ssl
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import truststore

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed
from engine.sign_in import SignIn
from engine.wire.meter import Meter
from engine.wire.sign_ins import SignIns
from engine.wire.spec import ClientCertificate

# A head that comes drop by drop is given up after so many times the silence that is allowed.
_SILENCES_A_HEAD = 3
# Servers keep an idle connection for five seconds to a minute or so.
IDLE_SECONDS = 30.0


class Route(NamedTuple):
    """What two requests must share to share a connection; secrets travel with each request.

    `origin` is scheme, host and port. `ca_file` is trusted beside the system's own store. `pins`
    are the certificates accepted on this road: another job's connections are not taken for it.
    `person` is whom the server takes for the one who asks here, whatever the requests say (NTLM).
    """

    origin: tuple[str, str, int]
    proxy: str | None = None
    ca_file: Path | None = None
    pins: tuple[str, ...] = ()
    client_certificate: ClientCertificate | None = None
    person: SignIn | None = None


class Line:
    """One connection, for one request at a time."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.idle_since = 0.0
        self.connected = False
        self.address = ""
        """The IP address that was connected to: the server's or the proxy's."""
        self._lock = threading.Lock()
        self._handle: socket.socket | None = None
        self._cut = False
        self._transport: httpx.HTTPTransport | None = None
        self._meter = Meter()

    def __repr__(self) -> str:
        state = "cut" if self._cut else "open" if self.connected else "new"
        return f"<Line to {self.route.origin[1]}, {state}>"

    @property
    def is_cut(self) -> bool:
        """It carries nothing any more."""
        return self._cut

    @property
    def body_count(self) -> int:
        """How many bytes have come since the head of the last answer ended."""
        return self._meter.count

    def send(self, request: httpx.Request) -> httpx.Response:
        """The answer's head, on the connection that is there or the first one; blocks.

        Raises httpx's errors, and `TransferFailed` when the route's certificates cannot be read.
        """
        if self._transport is None:
            self._transport = _transport(self.route)
        request.extensions["trace"] = self.trace
        silence = request.extensions["timeout"]["read"]
        self._meter.expect(time.monotonic() + _SILENCES_A_HEAD * silence)
        response = self._transport.handle_request(request)
        response.request = request
        return response

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """httpcore's `trace` extension: hands out the stream as soon as there is one."""
        if event.endswith("connect_tcp.started") and self.connected:
            # httpcore found the idle connection closed. A new one is a new line's business, which
            # can be abandoned while it looks a name up.
            raise httpx.RemoteProtocolError("the idle connection was closed")
        if event.endswith("connect_tcp.complete"):
            self._hold(info["return_value"].get_extra_info("socket"))
            self._meter.attach(info["return_value"])
        elif event.endswith("start_tls.complete"):
            # Else a connection cut by an attacker looks like the end of a body (RFC 9112 § 9.8).
            sock = info["return_value"].get_extra_info("socket")
            sock.suppress_ragged_eofs = False
            self._meter.attach(info["return_value"])
            self._meter.reset()

    def cut(self) -> None:
        """Whoever reads or writes on the connection, or is about to, finds it at its end."""
        with self._lock:
            self._cut = True
            if self._handle:
                _shut_down(self._handle)

    def close(self) -> None:
        """Let go of the connection; if it is not there yet, it will be cut as soon as it is."""
        with self._lock:
            self._cut = True
            if self._handle:
                self._handle.close()
                self._handle = None
        if self._transport:
            self._transport.close()

    def _hold(self, sock: socket.socket) -> None:
        with self._lock:
            self.connected = True
            # The other side may be gone again already.
            with contextlib.suppress(OSError):
                self.address = str(sock.getpeername()[0])
            if self._cut:
                _shut_down(sock)
            else:
                # A duplicate, for TLS takes the original over.
                self._handle = sock.dup()


class LinePool:
    """Idle connections, and the ways to their origins; for use from any thread."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._idle: defaultdict[Route, list[Line]] = defaultdict(list)
        self._proxies: dict[str, str | None] = {}
        self.sign_ins = SignIns()

    def __repr__(self) -> str:
        return f"<LinePool {sum(map(len, self._idle.values()))} idle>"

    def take(self, route: Route) -> Line | None:
        """The connection that became idle last: it is the one most likely to be alive still."""
        with self._lock:
            lines = self._idle.get(route)
            return lines.pop() if lines else None

    def give_back(self, line: Line) -> None:
        """Keep a connection for the next request."""
        line.idle_since = self._clock()
        with self._lock:
            self._idle[line.route].append(line)

    def proxy_for(self, url: httpx.URL) -> str | None:
        """The system's proxy for `url`; asked once an origin, for that takes a while."""
        key = f"{url.scheme}://{url.netloc.decode('ascii')}"
        with self._lock:
            if key not in self._proxies:
                self._proxies[key] = _system_proxy(url)
            return self._proxies[key]

    def close_idle(self, for_seconds: float = 0.0) -> None:
        """Close what has been idle for so long, and ask for proxies anew."""
        latest = self._clock() - for_seconds
        with self._lock:
            lines = [line for lines in self._idle.values() for line in lines]
            old = [line for line in lines if line.idle_since <= latest]
            for line in old:
                self._idle[line.route].remove(line)
            self._proxies.clear()
        for line in old:
            line.close()


def _transport(route: Route) -> httpx.HTTPTransport:
    """A pool of one connection: httpx's `Client` above it would cost as much as a request."""
    needs_tls = "https" in (route.origin[0], (route.proxy or "").partition(":")[0])
    tls = _tls_context(route.ca_file) if needs_tls else _no_tls()
    return httpx.HTTPTransport(
        verify=tls,
        proxy=_proxy(route.proxy, tls) if route.proxy else None,
        limits=httpx.Limits(max_connections=1, keepalive_expiry=IDLE_SECONDS),
        trust_env=False,
    )


# One each: truststore locks its context while a handshake lasts.
def _tls_context(ca_file: Path | None) -> ssl.SSLContext:
    context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # Python has OpenSSL 3 take a cut connection for an orderly end (RFC 9112 § 9.8).
    context.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as exc:
            detail = f"the certificate file {ca_file} cannot be used: {exc}"
            error = JobError(ErrorKind.CERTIFICATE_REJECTED, ErrorContext.LOCAL_FILE, detail)
            raise TransferFailed(error) from exc
    return context


@functools.cache
def _no_tls() -> ssl.SSLContext:
    """httpx wants a context in any case; this one trusts nobody."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _proxy(address: str, tls: ssl.SSLContext) -> httpx.Proxy:
    """httpcore takes a TLS context only for a proxy that is itself spoken to over TLS."""
    return httpx.Proxy(address, ssl_context=tls if address.startswith("https:") else None)


def _system_proxy(url: httpx.URL) -> str | None:
    """From the system's settings or the environment."""
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy or urllib.request.proxy_bypass(url.netloc.decode("ascii")):
        return None
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    return proxy.replace("socks://", "socks5://", 1)


def _shut_down(sock: socket.socket) -> None:
    # It may be closed or unconnected already, which is as good.
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
