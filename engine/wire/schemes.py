"""The ways to sign in, strongest first, and what makes the `Authorization` field of each.

The fields are made by flows of httpx (`httpx.Auth`). Those of NTLM and Negotiate come with extras.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import httpx

from engine.sign_in import SignIn
from engine.wire.challenges import Challenge

Flow: TypeAlias = Generator[httpx.Request, httpx.Response, None]

_BY_STRENGTH = ("negotiate", "ntlm", "digest", "basic")
_HASHES = ("sha-512", "sha-512-sess", "sha-256", "sha-256-sess", "md5", "md5-sess")
_VISIBLE = re.compile(r"[!-~]+")

# It prints what is sent, and a stack for every ticket that is not there. The child, for the parent
# is set anew when it is imported.
logging.getLogger("httpx_gssapi.gssapi_").setLevel(logging.CRITICAL)
logging.getLogger("spnego").setLevel(logging.CRITICAL)


class CannotSignIn(Exception):
    """Nothing can be made of a challenge; the text says why, for people."""


class NoTicket(CannotSignIn):
    """Whoever gives out tickets (a KDC) does not take the password."""


class Method:
    """A sign-in made ready for one challenge; many threads may sign requests with it at a time.

    `binds`: the server takes whatever comes on the connection afterwards for that person's.
    `lasts`: what comes afterwards need not be signed.
    """

    def __init__(self, challenge: Challenge, auth: httpx.Auth, *, lasts: bool = False) -> None:
        self.challenge = challenge
        self.binds = challenge.scheme in ("negotiate", "ntlm")
        self.lasts = lasts
        self._auth = auth
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<Method {self.challenge.scheme}>"

    def begin(self, url: str) -> tuple[Flow, str]:
        """The flow for one request, and the first `Authorization` of it."""
        flow = self._auth.sync_auth_flow(_request(url))
        signed = self._step(lambda: next(flow))
        if "authorization" in signed.headers:
            return flow, signed.headers["authorization"]
        return flow, self.go_on(flow, url, self.challenge)

    def go_on(self, flow: Flow, url: str, challenge: Challenge) -> str:
        """The next `Authorization`, after the server has answered the last one with this."""
        refusal = httpx.Response(
            401,
            headers={b"WWW-Authenticate": str(_spelled(challenge)).encode()},
            request=_request(url),
        )
        if challenge.is_stale:
            # With the new nonce it begins again: a flow of httpx ends after its second request.
            flow = self._auth.sync_auth_flow(refusal.request)
            self._step(lambda: next(flow))
        signed = self._step(lambda: flow.send(refusal))
        authorization: str = signed.headers.get("authorization", "")
        if not authorization:
            raise CannotSignIn(f"there is no way to sign in with {_NAMES[self.challenge.scheme]}")
        return authorization

    def continued_by(self, challenges: Iterable[Challenge]) -> Challenge | None:
        """With what the server goes on with the conversation; None: it refused."""
        same = [one for one in challenges if one.scheme == self.challenge.scheme]
        if self.binds:
            return next((one for one in same if one.token), None)
        return next((one for one in same if one.is_stale and _can_answer(one)), None)

    def _step(self, step: Callable[[], httpx.Request]) -> httpx.Request:
        """Nonces are counted, so one at a time. Whatever a hostile challenge does to a flow, it
        is no more than a way that is closed.
        """
        try:
            with self._lock:
                return step()
        except CannotSignIn:
            raise
        except Exception as exc:
            name = _NAMES[self.challenge.scheme]
            raise CannotSignIn(f"{name} cannot be answered ({type(exc).__name__})") from exc


def _request(url: str) -> httpx.Request:
    request = httpx.Request("GET", url)
    # Else a name or a realm with an umlaut could not be signed for.
    request.headers.encoding = "utf-8"
    return request


def by_strength(sign_in: SignIn, challenges: Iterable[Challenge]) -> list[Challenge]:
    """Those that can be answered in principle with such a sign-in, strongest first."""
    if sign_in.token:
        # Many a server that takes tokens forgets to say so.
        found = list(challenges)
        return [one for one in found if one.scheme == "bearer"][:1] or (
            [] if found else [Challenge("bearer")]
        )
    known = [one for one in challenges if one.scheme in _BY_STRENGTH and _can_answer(one)]
    return sorted(known, key=lambda one: (_BY_STRENGTH.index(one.scheme), _weakness(one)))


Ways: TypeAlias = Iterator[tuple[Challenge, Callable[[], Method]]]


def ways(sign_in: SignIn, challenges: Iterable[Challenge], *, tickets: bool) -> Ways:
    """What can be tried, strongest first; making a method of one may raise `CannotSignIn`.

    Without `tickets` Negotiate is left out where it would ask for one with the password.
    """
    offered = by_strength(sign_in, challenges)
    for challenge in offered:
        scheme = challenge.scheme
        if scheme == "negotiate":
            if sign_in.password and not tickets:
                continue
            yield challenge, partial(_made, challenge, _negotiate, sign_in)
        if scheme == "ntlm" or (scheme == "negotiate" and _may_carry_ntlm(sign_in, offered)):
            yield challenge, partial(_made, challenge, _ntlm, sign_in)
        if scheme in _MAKERS:
            yield challenge, partial(_made, challenge, _MAKERS[scheme], sign_in)


def _may_carry_ntlm(sign_in: SignIn, offered: list[Challenge]) -> bool:
    """Outside a Windows domain that is what Negotiate is, if the server does not name it."""
    return bool(sign_in.password) and not any(one.scheme == "ntlm" for one in offered)


def _made(challenge: Challenge, make: Callable[[SignIn], httpx.Auth], sign_in: SignIn) -> Method:
    return Method(challenge, make(sign_in), lasts=make is _ntlm)


def names_of(challenges: Iterable[Challenge]) -> str:
    """The schemes that are asked for, for people."""
    schemes = dict.fromkeys(one.scheme for one in challenges)
    return ", ".join(_NAMES.get(scheme, scheme[:20].capitalize()) for scheme in schemes)


class _Bearer(httpx.Auth):
    """RFC 6750."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Flow:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _bearer(sign_in: SignIn) -> httpx.Auth:
    token = sign_in.token.strip()
    if not _VISIBLE.fullmatch(token):
        raise CannotSignIn("the token holds characters that no token can have")
    return _Bearer(token)


def _basic(sign_in: SignIn) -> httpx.Auth:
    return httpx.BasicAuth(sign_in.user, sign_in.password)


def _digest(sign_in: SignIn) -> httpx.Auth:
    return httpx.DigestAuth(sign_in.user, sign_in.password)


def _ntlm(sign_in: SignIn) -> httpx.Auth:
    try:
        from httpx_ntlm import HttpNtlmAuth
    except ImportError as exc:
        raise CannotSignIn(_missing("NTLM", "ntlm")) from exc
    auth: httpx.Auth = HttpNtlmAuth(sign_in.user, sign_in.password)
    return auth


def _negotiate(sign_in: SignIn) -> httpx.Auth:
    """With a password as that person, without one with the ticket that is there (kinit)."""
    try:
        import gssapi
        from gssapi.raw.misc import GSSError
        from httpx_gssapi import SPNEGO, HTTPSPNEGOAuth
    except (ImportError, OSError) as exc:
        raise CannotSignIn(_missing("Negotiate", "negotiate")) from exc
    credentials = None
    try:
        if sign_in.user:
            name = gssapi.Name(sign_in.user, gssapi.NameType.user)
            base = sign_in.password and gssapi.raw.acquire_cred_with_password(
                name, sign_in.password.encode(), mechs=[SPNEGO], usage="initiate"
            )
            credentials = (
                gssapi.Credentials(base.creds)
                if base
                else gssapi.Credentials(name=name, mechs=[SPNEGO], usage="initiate")
            )
    except (GSSError, UnicodeError) as exc:
        why = "Kerberos gave no ticket for this user"
        raise (NoTicket(why) if sign_in.password else CannotSignIn(why)) from exc
    negotiation: httpx.Auth = HTTPSPNEGOAuth(creds=credentials)
    return negotiation


def _missing(scheme: str, extra: str) -> str:
    return f'signing in with {scheme} needs the extra "{extra}": pip install "holdfast[{extra}]"'


def _can_answer(challenge: Challenge) -> bool:
    """Of Digest, what httpx can compute: a known hash, and nothing about the body."""
    if challenge.scheme != "digest":
        return True
    qop = challenge.parameters.get("qop")
    return (
        _algorithm(challenge) in _HASHES
        and "nonce" in challenge.parameters
        and "realm" in challenge.parameters
        and (qop is None or "auth" in re.split(r"[\s,]+", qop.lower()))
    )


def _algorithm(challenge: Challenge) -> str:
    return challenge.parameters.get("algorithm", "md5").lower()


def _weakness(challenge: Challenge) -> int:
    return _HASHES.index(_algorithm(challenge)) if challenge.scheme == "digest" else 0


def _spelled(challenge: Challenge) -> Challenge:
    """As the flows want to read it."""
    scheme = _NAMES[challenge.scheme]
    if challenge.scheme != "digest":
        return replace(challenge, scheme=scheme)
    # One of the two that may stand here, and httpx would not find it among several with spaces.
    qop = {"qop": "auth"} if "qop" in challenge.parameters else {}
    return replace(challenge, scheme=scheme, parameters={**challenge.parameters, **qop})


_NAMES = {
    "negotiate": "Negotiate",
    "ntlm": "NTLM",
    "digest": "Digest",
    "basic": "Basic",
    "bearer": "Bearer",
}
_MAKERS: dict[str, Callable[[SignIn], httpx.Auth]] = {
    "digest": _digest,
    "basic": _basic,
    "bearer": _bearer,
}
