"""Connections: each can be cut at any moment by any thread, and serves one request after the other.

A connection whose answer was read to its end waits in a `LinePool` for the next request to the same
origin, so that many small files cost one connection, and one TLS handshake, not one each.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import httpcore
import httpx

from engine.errors import ErrorContext, ErrorKind, JobError, TransferFailed
from engine.sign_in import SignIn
from engine.wire.classify import WayBlocked, causes_of, classify
from engine.wire.meter import Meter
from engine.wire.proxies import Host, find_in_environment, server_of
from engine.wire.proxy_sign_ins import ProxySignIns, nobody
from engine.wire.road import (
    Route,
    ServerUnreachable,
    SignInWanted,
    Trust,
    open_transport,
    route_to,
    shake_hands,
)
from engine.wire.sign_ins import SignIns
from engine.wire.tls import Chain, looking_context

# A head that comes drop by drop is given up after so many times the silence that is allowed.
_SILENCES_A_HEAD = 3
# Servers keep an idle connection for five seconds to a minute or so.
IDLE_SECONDS = 30.0

_ENDED_BY_SERVER = "alert handshake failure"
_LONGEST_LOOK = 5.0
_PROXY_SIGN_IN = 407
# What nginx says instead of ending the handshake.
_LARGEST_COMPLAINT = 4096
_COMPLAINTS = (b"No required SSL certificate was sent", b"The SSL certificate error")

_ABOUT_TLS = (
    ErrorKind.CERTIFICATE_REJECTED,
    ErrorKind.CLIENT_CERTIFICATE_NEEDED,
    ErrorKind.TLS_FAILED,
)

FindProxy = Callable[[str, str | None], str | None]
"""The proxy for a link, for somebody with a choice of his own (see `TransferSpec.proxy`)."""


class Line:
    """One connection, for one request at a time."""

    def __init__(self, route: Route, sign_ins: ProxySignIns | None = None) -> None:
        self.route = route
        self.idle_since = 0.0
        self.connected = False
        self.address = ""
        """The IP address that was connected to: the server's or the proxy's."""
        self._sign_ins = sign_ins or ProxySignIns(SignIns(), nobody)
        self._lock = threading.Lock()
        self._handle: socket.socket | None = None
        self._cut = False
        self._transport: httpx.HTTPTransport | None = None
        self._sign_in: SignIn | None = None
        self._is_through = False
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

        Raises httpx's errors, and `TransferFailed` when the route's certificates cannot be used.
        """
        request.extensions["trace"] = self.trace
        if not self.route.is_forwarded:
            request.headers.pop("Proxy-Authorization", None)
        proxy = self.route.proxy
        if proxy is None:
            return self._ask(request)
        was_idle = self._transport is not None
        try:
            return self._ask_through_proxy(
                request, self._sign_in if was_idle else self._sign_ins.known(proxy)
            )
        except SignInWanted as exc:
            wanted = exc
        if was_idle:
            # A new connection is a new line's business.
            raise httpx.RemoteProtocolError("the proxy wants another sign-in")
        return self._sign_ins.get_in(
            proxy,
            self._sign_in,
            wanted,
            lambda sign_in: self._ask_through_proxy(request, sign_in),
            lambda: self._cut,
        )

    def explained(self, exc: httpx.TransportError) -> httpx.TransportError:
        """The same failure, told of whom it is about: the proxy, or one server of several."""
        if isinstance(exc, WayBlocked) or any(
            isinstance(cause, ServerUnreachable) for cause in causes_of(exc)
        ):
            return exc
        error = classify(exc)
        proxy = self.route.proxy
        is_at_proxy = proxy is not None and not self._is_through
        if error.kind in _ABOUT_TLS:
            at_proxy = is_at_proxy or self.route.is_forwarded
            server = server_of(proxy or "") if at_proxy else self.route.server
            if not at_proxy and self._misses_certificate(error):
                detail = "the server asks for a client certificate, or does not take the one it got"
                kind = ErrorKind.CLIENT_CERTIFICATE_NEEDED
                error = replace(error, kind=kind, detail=detail)
            return WayBlocked(replace(error, subject=spelled(server)))
        if proxy is not None and is_at_proxy:
            detail = f"proxy {proxy}: {error.detail}"
            told = JobError(ErrorKind.PROXY_FAILED, ErrorContext.GENERAL_TRANSPORT, detail, proxy)
            return WayBlocked(told)
        return exc

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """httpcore's `trace` extension: hands out the stream as soon as there is one."""
        if event.endswith("connect_tcp.started") and self.connected:
            # httpcore found the idle connection closed. A new one is a new line's business, which
            # can be abandoned while it looks a name up.
            raise httpx.RemoteProtocolError("the idle connection was closed")
        if event.endswith("connect_tcp.complete"):
            if not self.connected:
                self._hold(info["return_value"].get_extra_info("socket"))
            self._meter.attach(info["return_value"])
            self._is_through = not self._is_tls_to_come
        elif event.endswith("start_tls.complete"):
            # Else a connection cut by an attacker looks like the end of a body (RFC 9112 § 9.8).
            sock = info["return_value"].get_extra_info("socket")
            sock.suppress_ragged_eofs = False
            self._meter.attach(info["return_value"])
            self._meter.reset()
            self._is_through = True

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

    @property
    def _is_tls_to_come(self) -> bool:
        """The proxy itself is spoken to over TLS, which httpcore begins where it forwards."""
        return self.route.is_forwarded and (self.route.proxy or "").startswith("https:")

    def _misses_certificate(self, error: JobError) -> bool:
        """Whether the server ended the handshake because of our certificate, or for want of one.

        Up to TLS 1.2 it has no word of its own for that; but by then it has shown its own.
        """
        if _ENDED_BY_SERVER not in error.detail:
            return False
        chain: Chain = []
        with contextlib.suppress(httpcore.NetworkError, httpcore.TimeoutException):
            shake_hands(looking_context(chain.extend), self.route, self._sign_in, _LONGEST_LOOK)
        return bool(chain)

    def _ask(self, request: httpx.Request) -> httpx.Response:
        if self._transport is None:
            self._transport = open_transport(self.route, self._sign_in, self._hold, IDLE_SECONDS)
        silence = request.extensions["timeout"]["read"]
        self._meter.expect(time.monotonic() + _SILENCES_A_HEAD * silence)
        response = self._transport.handle_request(request)
        response.request = request
        if response.status_code >= 400:
            self._look_at(response)
        return response

    def _ask_through_proxy(self, request: httpx.Request, sign_in: SignIn | None) -> httpx.Response:
        """Raises `SignInWanted` where the proxy does not let us in so."""
        if self._transport is not None and sign_in != self._sign_in:
            self._start_over()
        self._sign_in = sign_in
        try:
            return self._ask(request)
        except httpx.ProxyError as exc:
            if isinstance(exc.__cause__, SignInWanted):
                raise exc.__cause__ from None
            raise

    def _look_at(self, response: httpx.Response) -> None:
        """What an answer is that is no answer of the server to what it was asked."""
        if self.route.is_forwarded and _is_of_proxy(response):
            response.close()
            fields = response.headers.get_list("proxy-authenticate")
            raise SignInWanted(fields, _PROXY_SIGN_IN)
        if response.status_code == _PROXY_SIGN_IN:
            response.close()
            error = JobError(
                ErrorKind.REQUEST_REFUSED,
                ErrorContext.REMOTE_FILE,
                "the server takes itself for a proxy",
                http_status=_PROXY_SIGN_IN,
            )
            raise TransferFailed(error)
        if response.status_code == 400 and self.route.origin[0] == "https":
            self._look_for_complaint(response)

    def _look_for_complaint(self, response: httpx.Response) -> None:
        length = response.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > _LARGEST_COMPLAINT:
            return
        assert isinstance(response.stream, httpx.SyncByteStream)
        body = b"".join(response.stream)
        response.stream.close()
        # To be read once more by whoever asked.
        response.stream = httpx.ByteStream(body)
        if not any(complaint in body for complaint in _COMPLAINTS):
            return
        has_one = self.route.client_certificate is not None
        error = JobError(
            ErrorKind.CLIENT_CERTIFICATE_NEEDED,
            ErrorContext.GENERAL_TRANSPORT,
            f"the server {'refused' if has_one else 'asks for'} a client certificate",
            spelled(self.route.server),
        )
        raise WayBlocked(error)

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

    def _start_over(self) -> None:
        """The next request makes a connection anew."""
        with self._lock:
            self.connected = self._is_through = False
            if self._handle:
                self._handle.close()
                self._handle = None
        transport, self._transport = self._transport, None
        if transport:
            transport.close()


class LinePool:
    """Idle connections, and the ways to their origins; for use from any thread.

    `find_proxy` knows the way to a server, and may take a while; by default the environment says
    it. `recall_proxy` knows the sign-in for the address of a proxy.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        find_proxy: FindProxy = find_in_environment,
        recall_proxy: Callable[[str], SignIn | None] = nobody,
    ) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._idle: defaultdict[Route, list[Line]] = defaultdict(list)
        self._find_proxy = find_proxy
        self.sign_ins = SignIns()
        self.proxy_sign_ins = ProxySignIns(self.sign_ins, recall_proxy)

    def __repr__(self) -> str:
        return f"<LinePool {sum(map(len, self._idle.values()))} idle>"

    def take(self, route: Route) -> Line | None:
        """The connection that became idle last: it is the one most likely to be alive still."""
        with self._lock:
            lines = self._idle.get(route)
            return lines.pop() if lines else None

    def new_line(self, route: Route) -> Line:
        """A connection that is yet to be made."""
        return Line(route, self.proxy_sign_ins)

    def give_back(self, line: Line) -> None:
        """Keep a connection for the next request."""
        line.idle_since = self._clock()
        with self._lock:
            self._idle[line.route].append(line)

    def route_to(
        self, origin: tuple[str, str, int], trust: Trust, proxy: str | None = None
    ) -> Route:
        """The way there for somebody with this trust, and this choice of a proxy.

        Raises `TransferFailed` where there is to be a proxy that cannot be used.
        """
        scheme, name, port = origin
        return route_to(origin, self._find_proxy(f"{scheme}://{Host(name, port)}/", proxy), trust)

    def close_idle(self, for_seconds: float = 0.0) -> None:
        """Close what has been idle for so long."""
        latest = self._clock() - for_seconds
        with self._lock:
            lines = [line for lines in self._idle.values() for line in lines]
            old = [line for line in lines if line.idle_since <= latest]
            for line in old:
                self._idle[line.route].remove(line)
        for line in old:
            line.close()


def _is_of_proxy(response: httpx.Response) -> bool:
    """Whether it asks for a sign-in at the proxy; tinyproxy refuses one with 401."""
    is_refusal = response.status_code == 401
    return response.status_code == _PROXY_SIGN_IN or (
        is_refusal and response.headers.get("server", "").startswith("tinyproxy/")
    )


def spelled(server: Host) -> str:
    """As links have it."""
    return str(server).removesuffix(":443")


def _shut_down(sock: socket.socket) -> None:
    # It may be closed or unconnected already, which is as good.
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
