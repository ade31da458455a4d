"""What was asked and what came back, for people: secrets are hidden before anybody keeps it.

Hidden is every field that a person gave by hand, whatever is named like a secret, and what is
secret in links; also where a server sends it back under another name.
"""

from __future__ import annotations

import functools
import re
import ssl
import time
from collections.abc import Iterable

import httpx

from engine.clock import wall_time
from engine.wire.line import Line
from engine.wire.links import redacted, redacted_text, secrets_of
from engine.wire.spec import Exchange, ExchangeListener

HIDDEN = "•••"
LONGEST_VALUE = 1024
MOST_FIELDS = 64

_LONGEST_URL = 2048
# What is shorter is found everywhere.
_SHORTEST_SECRET = 6
_SECRET_NAME = re.compile(
    r"auth|cookie|token|secret|passw|credential|session|signature|jwt|csrf|xsrf"
    r"|(?:api|access|private|security)[-_]?key|(?:^|[-_])(?:key|sig|sid|pwd|pin)(?:$|[-_])",
    re.IGNORECASE,
)
_TELLING_NAME = re.compile(r"(?:www|proxy)-authenticate|access-control-.*", re.IGNORECASE)
_MADE_BY_DIGEST = re.compile(r'\b(?:response|cnonce)="([^"]*)"')
_PLAIN_SUCCESS = frozenset({200, 206})
_MOMENT, _MOST_IN_A_MOMENT = 0.5, 20
_SCHEMES = frozenset({"Bearer", "bearer", "Digest", "digest"})
# Whoever gives these by hand says nothing that must not be found in an answer.
_PLAIN_NAMES = frozenset({"accept", "accept-language", "user-agent", "referer", "origin", "range"})


class Listening:
    """Makes an `Exchange` of each request of one client that its `listener` wants to hear of.

    `fields` are those that the person gave for the link, `secrets` what must be seen nowhere.
    """

    def __init__(
        self,
        listener: ExchangeListener,
        fields: Iterable[tuple[str, str]],
        secrets: Iterable[str],
    ) -> None:
        self._listener = listener
        given = {name.lower(): value for name, value in fields}
        self._given = frozenset(given)
        words = [word for name, value in given.items() for word in secret_words(name, value)]
        self._secrets = _secrets((*words, *secrets))

    def heard(self, request: httpx.Request, response: httpx.Response | None, line: Line) -> None:
        """A request was answered on `line`; None: it was not."""
        if not self._listener.wants_exchange(response.status_code if response else None):
            return
        url = str(request.url)
        secrets = self._secrets
        if "?" in url or "authorization" in request.headers:
            signature = request.headers.get("authorization", "")
            secrets = _secrets((*secrets, *secrets_of(url), *_signature_words(signature)))
        tls = _tls_of(response)
        self._listener.exchanged(
            Exchange(
                at=wall_time(),
                file_number=0,
                method=request.method,
                url=_cut(redacted(url), _LONGEST_URL),
                sent=self._shown(request.headers, secrets),
                status=response.status_code if response else None,
                reason=cleared(response.reason_phrase, secrets) if response else "",
                received=self._shown(response.headers, secrets) if response else (),
                address=line.address,
                protocol=response.http_version if response else "",
                tls=tls.version() if tls else None,
            )
        )

    def _shown(
        self, headers: httpx.Headers, secrets: tuple[str, ...]
    ) -> tuple[tuple[str, str], ...]:
        fields = [(_text(name), value) for name, value in headers.raw[:MOST_FIELDS]]
        return tuple(
            [
                (name, HIDDEN if self._hides(name) else cleared(_text(value), secrets))
                for name, value in fields
            ]
        )

    def _hides(self, name: str) -> bool:
        return _is_secret(name) or (bool(self._given) and name.lower() in self._given)


class Crowd:
    """Lets few of very many exchanges through that are all alike; for use from any thread.

    Thousands of small files must not pay for what only the last twenty will be looked at. What is
    no plain success always goes through.
    """

    def __init__(self) -> None:
        self._until = 0.0
        self._count = 0

    def lets_through(self, status: int | None) -> bool:
        """Whether somebody may want to look at this one."""
        if status not in _PLAIN_SUCCESS:
            return True
        now = time.monotonic()
        # Two threads may both think that they are first: then one more goes through.
        if now > self._until:
            self._until, self._count = now + _MOMENT, 0
        self._count += 1
        return self._count <= _MOST_IN_A_MOMENT


def _tls_of(response: httpx.Response | None) -> ssl.SSLObject | None:
    stream = response and response.extensions["network_stream"]
    tls: ssl.SSLObject | None = stream.get_extra_info("ssl_object") if stream else None
    return tls


def secret_words(name: str, value: str) -> list[str]:
    """What of a field that was given by hand must not be shown under another name either.

    Browsers hand over all cookies of a site, and "lang=en" must not make "en" a secret everywhere:
    of a cookie its value counts, not its name, and no piece that is short.
    """
    if name in _PLAIN_NAMES:
        return []
    if name == "cookie":
        pieces = [pair.partition("=")[2].strip(' "') for pair in value.split(";")]
    else:
        pieces = re.split(r"[\s;=,]+", value) if _is_secret(name) else []
    return [value, *_worth_looking_for(pieces)]


def _signature_words(authorization: str) -> list[str]:
    """What of a signature must not be shown if it comes back; not what the server itself said."""
    made = authorization.partition(" ")[2]
    return [authorization, made, *_MADE_BY_DIGEST.findall(made)]


@functools.lru_cache(maxsize=256)
def _is_secret(name: str) -> bool:
    return bool(_SECRET_NAME.search(name)) and not _TELLING_NAME.fullmatch(name)


def _secrets(words: Iterable[str]) -> tuple[str, ...]:
    """Those worth looking for; what holds another one goes first."""
    return tuple(sorted(_worth_looking_for(words), key=len, reverse=True))


def _worth_looking_for(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) >= _SHORTEST_SECRET} - _SCHEMES


def cleared(value: str, secrets: tuple[str, ...]) -> str:
    """A text for people without these, without what is secret in links, and no longer than that."""
    for secret in secrets:
        value = value.replace(secret, HIDDEN)
    if "//" in value or "?" in value:
        value = " ".join(redacted(word) for word in redacted_text(value).split(" "))
    return _cut(value, LONGEST_VALUE)


def _text(value: bytes) -> str:
    return value.decode(errors="replace")


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
