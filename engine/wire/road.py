"""Roads: how the connection of a route comes about, straight or through a proxy.

A proxy carries plain http itself, and leads to everything else through a tunnel. Where there is a
proxy nothing else is ever connected to, and no name is looked up here but for `socks5:`.
"""

from __future__ import annotations

import base64
import errno
import functools
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

import httpcore
import httpx

from engine.sign_in import SignIn
from engine.wire.challenges import parse_challenges
from engine.wire.proxies import Host, server_of
from engine.wire.spec import ClientCertificate
from engine.wire.tls import is_pin_of, tls_context

_LARGEST_HEAD = 1 << 16
_STATUS_LINE = re.compile(rb"HTTP/1\.[01] ([0-9]{3})(?: ([^\r\n]*))?\r?\n")
_CHALLENGE = re.compile(rb"\nproxy-authenticate:[ \t]*([^\r\n]*)", re.IGNORECASE)

# RFC 1928 and 1929.
_NO_SIGN_IN, _USER_AND_PASSWORD = 0, 2
_IPV4, _NAME, _IPV6 = 1, 3, 4
_SOCKS_REPLIES = {
    1: "general failure",
    2: "not allowed by its rules",
    3: "network unreachable",
    4: "host unreachable",
    5: "connection refused",
    6: "took too long",
    7: "it cannot connect",
    8: "it does not know such addresses",
}
# Those that are about the server, and what it is called when it happens here.
_OF_THE_SERVER = {
    3: errno.ENETUNREACH,
    4: errno.EHOSTUNREACH,
    5: errno.ECONNREFUSED,
    6: errno.ETIMEDOUT,
}


class Trust(NamedTuple):
    """Whom somebody trusts, and as whom he comes; see `TransferSpec`."""

    ca_file: Path | None = None
    pins: tuple[str, ...] = ()
    client_certificate: ClientCertificate | None = None


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

    @property
    def server(self) -> Host:
        """Who answers in the end."""
        return Host(*self.origin[1:])

    @property
    def is_forwarded(self) -> bool:
        """The proxy reads the requests, and carries them on."""
        return self.origin[0] == "http" and _is_http(self.proxy)


class SignInWanted(httpcore.ProxyError):
    """The proxy lets nobody in without a sign-in, or not with the one that it was given.

    `challenges` are its Proxy-Authenticate fields, `status` is 407 where it speaks HTTP.
    """

    def __init__(self, challenges: Iterable[str] | None, status: int | None = None) -> None:
        Exception.__init__(self, "the proxy asks for a sign-in")
        self.schemes = {challenge.scheme for challenge in parse_challenges(challenges or ())}
        self.status = status


class ServerUnreachable(httpcore.ConnectError):
    """The proxy is well, and cannot reach the server."""


def route_to(origin: tuple[str, str, int], proxy: str | None, trust: Trust) -> Route:
    """The route with what of `trust` is about it."""
    hosts = [Host(*origin[1:]), server_of(proxy)] if proxy else [Host(*origin[1:])]
    pins = {pin for pin in trust.pins for host in hosts if is_pin_of(pin, host)}
    return Route(origin, proxy, trust.ca_file, tuple(sorted(pins)), trust.client_certificate)


def open_transport(
    route: Route,
    sign_in: SignIn | None,
    met: Callable[[socket.socket], None],
    keep_for: float | None = None,
) -> httpx.HTTPTransport:
    """A pool of one connection: httpx's `Client` above it would cost as much as a request.

    `met` is handed the socket as soon as the proxy of a tunnel is connected to. An idle connection
    is kept for so many seconds.
    """
    limits = httpx.Limits(max_connections=1, keepalive_expiry=keep_for)
    if route.proxy is None:
        return httpx.HTTPTransport(verify=_tls_of(route), limits=limits, trust_env=False)
    if route.is_forwarded:
        fields = dict(_proxy_fields(sign_in))
        proxy = httpx.Proxy(route.proxy, headers=fields, ssl_context=_tls_of_proxy(route))
        return httpx.HTTPTransport(verify=_no_tls(), proxy=proxy, limits=limits, trust_env=False)
    tls = _tls_of(route)
    transport = httpx.HTTPTransport(verify=tls, trust_env=False)
    # httpx offers no way to bring a network of one's own, though httpcore does.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=tls,
        max_connections=1,
        keepalive_expiry=keep_for,
        network_backend=Tunnel(route, sign_in, met),
    )
    return transport


class Tunnel(httpcore.SyncBackend):
    """Connects to servers through a proxy, by CONNECT (RFC 9110 § 9.3.6) or SOCKS5 (RFC 1928)."""

    def __init__(
        self, route: Route, sign_in: SignIn | None, met: Callable[[socket.socket], None]
    ) -> None:
        assert route.proxy is not None
        self._scheme = route.proxy.partition(":")[0]
        self._proxy = server_of(route.proxy)
        self._tls = _tls_of_proxy(route)
        self._sign_in = sign_in
        self._met = met

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the server; `timeout` is for each of the steps on the way there."""
        stream = super().connect_tcp(
            self._proxy.name, self._proxy.port, timeout, local_address, socket_options
        )
        self._met(stream.get_extra_info("socket"))
        if self._tls:
            stream = stream.start_tls(self._tls, self._proxy.name, timeout)
        try:
            self._lead(_Talk(stream, timeout), Host(host, port))
        except BaseException:
            stream.close()
            raise
        return stream

    def _lead(self, talk: _Talk, server: Host) -> None:
        if _is_http(self._scheme):
            _connect(talk, server, self._sign_in)
        elif self._scheme == "socks5h":
            _socks(talk, server, self._sign_in)
        else:
            _socks(talk, Host(_looked_up(*server), server.port), self._sign_in)


def shake_hands(
    context: ssl.SSLContext, route: Route, sign_in: SignIn | None, timeout: float
) -> None:
    """A handshake with the server of a route, and the end of it; raises httpcore's errors."""
    network = httpcore.SyncBackend()
    if route.proxy:
        network = Tunnel(route, sign_in, lambda _socket: None)
    stream = network.connect_tcp(*route.server, timeout)
    try:
        stream = stream.start_tls(context, route.server.name, timeout)
    finally:
        stream.close()


class _Talk:
    """A few words with a proxy, which has one timeout for all of them."""

    def __init__(self, stream: httpcore.NetworkStream, timeout: float | None) -> None:
        self._stream = stream
        self._until = time.monotonic() + timeout if timeout else None
        self._read = b""

    def say(self, words: bytes) -> None:
        self._stream.write(words, self._time_left())

    def hear(self, count: int) -> bytes:
        """So many bytes."""
        while len(self._read) < count:
            self._hear_more()
        heard, self._read = self._read[:count], self._read[count:]
        return heard

    def hear_head(self) -> bytes:
        """An answer up to its empty line, of which nothing may follow yet."""
        while not (end := re.search(rb"\r?\n\r?\n", self._read)):
            self._hear_more()
        heard, self._read = self._read[: end.end()], self._read[end.end() :]
        return heard

    @property
    def is_over(self) -> bool:
        """Nothing was said that we did not hear out."""
        return not self._read

    def _hear_more(self) -> None:
        more = self._stream.read(4096, self._time_left())
        if not more:
            raise httpcore.ProxyError("it hung up")
        self._read += more
        if len(self._read) > _LARGEST_HEAD:
            raise httpcore.ProxyError("its answer has no end")

    def _time_left(self) -> float | None:
        if self._until is None:
            return None
        if (left := self._until - time.monotonic()) <= 0:
            raise httpcore.ReadTimeout("it took too long")
        return left


def _connect(talk: _Talk, server: Host, sign_in: SignIn | None) -> None:
    fields = [("Host", str(server)), *_proxy_fields(sign_in)]
    lines = [f"CONNECT {server} HTTP/1.1", *(f"{name}: {value}" for name, value in fields)]
    talk.say("\r\n".join((*lines, "", "")).encode())
    head, status, reason = b"", 100, ""
    while status // 100 == 1:
        head = talk.hear_head()
        status, reason = _status_of(head)
    # tinyproxy says 401 to a sign-in that is wrong.
    if status in (401, 407):
        challenges = (field.decode("latin-1") for field in _CHALLENGE.findall(head))
        raise SignInWanted(challenges, 407)
    if status // 100 != 2:
        raise httpcore.ProxyError(f"it answered {status} {reason}".rstrip())
    if not talk.is_over:
        raise httpcore.ProxyError("it spoke out of turn")


def _status_of(head: bytes) -> tuple[int, str]:
    match = _STATUS_LINE.match(head)
    if match is None:
        raise httpcore.ProxyError("it does not speak HTTP")
    reason = (match[2] or b"").decode("ascii", "replace")
    return int(match[1]), re.sub(r"[^\x20-\x7e]", "", reason)[:100]


def _socks(talk: _Talk, server: Host, sign_in: SignIn | None) -> None:
    methods = (_NO_SIGN_IN, _USER_AND_PASSWORD) if sign_in else (_NO_SIGN_IN,)
    talk.say(bytes((5, len(methods), *methods)))
    version, method = talk.hear(2)
    if version != 5:
        raise httpcore.ProxyError("it does not speak SOCKS5")
    if method not in methods:
        raise SignInWanted(None)
    if method == _USER_AND_PASSWORD and sign_in:
        talk.say(b"\x01" + _counted(sign_in.user) + _counted(sign_in.password))
        if talk.hear(2)[1]:
            raise SignInWanted(None)
    talk.say(bytes((5, 1, 0)) + _socks_address(server) + server.port.to_bytes(2))
    _, reply, _, kind = talk.hear(4)
    if reply:
        _complain(reply)
    length = {_IPV4: 4, _IPV6: 16}.get(kind) or talk.hear(1)[0]
    talk.hear(length + 2)
    if not talk.is_over:
        # A server that speaks first speaks no HTTP.
        raise httpcore.ProxyError("it spoke out of turn")


def _complain(reply: int) -> None:
    words = f"the proxy cannot reach the server: {_SOCKS_REPLIES.get(reply, f'error {reply}')}"
    number = _OF_THE_SERVER.get(reply)
    if number is None:
        raise httpcore.ProxyError(words)
    try:
        # httpcore takes causes away, but not what was being handled.
        raise OSError(number, words)
    except OSError as exc:
        raise ServerUnreachable(words) from exc


def _counted(text: str) -> bytes:
    words = text.encode()
    if len(words) > 255:
        raise httpcore.ProxyError("SOCKS5 has no room for so long a sign-in")
    return bytes((len(words),)) + words


def _socks_address(server: Host) -> bytes:
    try:
        address = ip_address(server.name)
    except ValueError:
        return bytes((_NAME,)) + _counted(server.name)
    return bytes((_IPV4 if address.version == 4 else _IPV6,)) + address.packed


def _looked_up(host: str, port: int) -> str:
    """An address, for a proxy that is to look up no names (`socks5:`)."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as exc:
        raise ServerUnreachable(str(exc)) from exc
    return str(found[0][4][0])


def _proxy_fields(sign_in: SignIn | None) -> list[tuple[str, str]]:
    """Basic (RFC 7617) in UTF-8, or a token (RFC 6750)."""
    if sign_in is None:
        return []
    if sign_in.token:
        return [("Proxy-Authorization", f"Bearer {sign_in.token}")]
    words = base64.b64encode(f"{sign_in.user}:{sign_in.password}".encode()).decode("ascii")
    return [("Proxy-Authorization", f"Basic {words}")]


def _is_http(proxy: str | None) -> bool:
    return (proxy or "").partition(":")[0] in ("http", "https")


def _tls_of(route: Route) -> ssl.SSLContext:
    if route.origin[0] != "https":
        return _no_tls()
    return tls_context(route.server, route.ca_file, route.pins, route.client_certificate)


def _tls_of_proxy(route: Route) -> ssl.SSLContext | None:
    """A client certificate is for the server, not for the proxy on the way there."""
    if not (route.proxy or "").startswith("https:"):
        return None
    return tls_context(server_of(route.proxy or ""), route.ca_file, route.pins)


@functools.cache
def _no_tls() -> ssl.SSLContext:
    """httpx wants a context in any case; this one trusts nobody."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
