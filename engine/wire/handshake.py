"""A look at the certificates on the way to a server: a handshake, and not a word behind it."""

from __future__ import annotations

import ssl
from typing import NamedTuple

import httpcore

from engine.sign_in import SignIn
from engine.wire.classify import causes_of, failures_classified
from engine.wire.line import LinePool, spelled
from engine.wire.links import host_of, origin_of
from engine.wire.proxies import Host, server_of
from engine.wire.proxy_sign_ins import ProxySignIns
from engine.wire.road import Route, SignInWanted, Trust, shake_hands
from engine.wire.tls import Chain, OtherCertificateError, looking_context, tls_context

_TIMEOUT = 15.0
# What OpenSSL calls X509_V_ERR_….
_PROBLEMS = {
    9: "The certificate is not valid yet.",
    10: "The certificate has expired.",
    18: "The server vouches for itself; nobody else does.",
    19: "Nobody whom this computer trusts vouches for the server.",
    20: "Nobody whom this computer trusts vouches for the server.",
    21: "Nobody whom this computer trusts vouches for the server.",
    23: "The certificate has been revoked.",
    62: "The certificate is for another name.",
    64: "The certificate is for another address.",
}
_OTHER_CERTIFICATE = "The server shows another certificate than the one that was accepted."
_UNTRUSTED = "The certificate is not trusted: {reason}."
_NO_HANDSHAKE = "No secure connection came about: {reason}."


class Shown(NamedTuple):
    """Who showed these certificates (DER, its own first), and what is wrong with them, if any."""

    server: Host
    chain: tuple[bytes, ...]
    problem: str = ""


def look_at_certificates(
    pool: LinePool, link: str, subject: str, trust: Trust, proxy: str | None = None
) -> Shown | None:
    """What is shown on the way to `subject`, the server that an error is about; blocks.

    It is the link's own server, its proxy, or one that a redirect led to. None where nothing on the
    way is encrypted. Raises `TransferFailed` where nobody is there.
    """
    with failures_classified(subject or host_of(link)):
        route = pool.route_to(origin_of(link), trust, proxy)
        is_here = not subject or subject == host_of(link)
        if not is_here and not (route.proxy and subject == spelled(server_of(route.proxy))):
            others = Trust(trust.ca_file, trust.pins)
            route = pool.route_to(origin_of(f"https://{subject}/"), others, proxy)
        if route.proxy is None:
            return _look_along(route, None)
        return _look_through(pool.proxy_sign_ins, route, route.proxy)


def _look_through(sign_ins: ProxySignIns, route: Route, proxy: str) -> Shown | None:
    known = sign_ins.known(proxy)
    try:
        return _look_along(route, known)
    except SignInWanted as exc:
        wanted = exc
    return sign_ins.get_in(
        proxy, known, wanted, lambda sign_in: _look_along(route, sign_in), lambda: False
    )


def _look_along(route: Route, sign_in: SignIn | None) -> Shown | None:
    """The certificates of the proxy where they are wrong, else the server's."""
    shown = None
    if route.proxy and route.proxy.startswith("https:"):
        proxy = server_of(route.proxy)
        shown = _look(proxy, Route(("https", *proxy), None, route.ca_file, route.pins), None)
    if route.origin[0] != "https" or (shown and shown.problem):
        return shown
    return _look(route.server, route, sign_in)


def _look(server: Host, route: Route, sign_in: SignIn | None) -> Shown:
    chain: Chain = []
    problem = _problem(server, route, sign_in)
    try:
        shake_hands(looking_context(chain.extend), route, sign_in, _TIMEOUT)
    except httpcore.ConnectError:
        # A server that wants a certificate of us has shown its own all the same.
        if not chain:
            raise
    return Shown(server, tuple(chain), problem)


def _problem(server: Host, route: Route, sign_in: SignIn | None) -> str:
    """What a job of this route would say; empty when it would be content."""
    context = tls_context(server, route.ca_file, route.pins, route.client_certificate)
    try:
        shake_hands(context, route, sign_in, _TIMEOUT)
    except httpcore.ConnectError as failure:
        of_tls = [cause for cause in causes_of(failure) if isinstance(cause, ssl.SSLError)]
        if not of_tls:
            raise
        return _words(of_tls[0])
    return ""


def _words(failure: ssl.SSLError) -> str:
    if isinstance(failure, OtherCertificateError):
        return _OTHER_CERTIFICATE
    if isinstance(failure, ssl.SSLCertVerificationError):
        known = _PROBLEMS.get(getattr(failure, "verify_code", 0))
        reason = getattr(failure, "verify_message", "") or str(failure)
        return known or _UNTRUSTED.format(reason=reason)
    return _NO_HANDSHAKE.format(reason=failure.reason or "it was cut off")
