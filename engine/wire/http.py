"""The door to the network: one GET after the other, through redirects, until there is an answer.

Only HTTP/1.1 is spoken: its bodies can be read straight from the socket, which is many times faster
than HTTP/2 in Python (measured: more than 1 GB/s against 140 MB/s).
"""

from __future__ import annotations

import base64
import logging
import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

import httpx

from engine._version import __version__
from engine.errors import JobError, TransferFailed, TransferStopped
from engine.sign_in import SignIn
from engine.wire.answer import Answer
from engine.wire.auth import REFUSED, SigningIn
from engine.wire.challenges import parse_challenges
from engine.wire.classify import classify_status
from engine.wire.cookies import Cookies
from engine.wire.exchanges import Listening, cleared, secret_words
from engine.wire.line import Line, LinePool
from engine.wire.links import host_of, origin_key, origin_of, redacted
from engine.wire.redirects import MOST_REDIRECTS, REDIRECTS, redirect_refused, redirect_target
from engine.wire.road import Route, Trust
from engine.wire.spec import ClientCertificate, ExchangeListener, TransferSpec

__all__ = ["Answer", "HttpClient", "Remote"]

_CONNECT_TIMEOUT = 20.0
_ALWAYS = (
    ("Accept", "*/*"),
    ("Connection", "keep-alive"),
    ("User-Agent", f"Holdfast/{__version__}"),
)
_BINDING = ("ntlm", "negotiate")
# They tell one version of a file from another, which is nobody's business but its server's.
_CONDITIONS = frozenset({"if-range", "if-none-match", "if-modified-since"})
# How a connection that the server closed while it was idle shows itself.
_END_OF_CONNECTION = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)

# At INFO and DEBUG they print URLs and fields, and with them passwords and tokens.
for _chatty in ("httpx", "httpcore"):
    logging.getLogger(_chatty).setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True, repr=False)
class Remote:
    """Where a file is, and what may be sent and trusted on the way there.

    `fields` and `credentials` belong to the origin of `url` and go nowhere else, but for the
    User-Agent; `sign_ins` are for others, by `origin_key`. `ca_file` is trusted beside the system's
    own store. `stall_timeout` is how many seconds the server may keep silent. `allow_downgrade`
    lets a redirect lead from https to http. For the rest see `engine.wire.spec.TransferSpec`.
    """

    url: str
    fields: tuple[tuple[str, str], ...] = ()
    credentials: SignIn | None = None
    ca_file: Path | None = None
    stall_timeout: float = 30.0
    allow_downgrade: bool = False
    proxy: str | None = None
    pins: tuple[str, ...] = ()
    client_certificate: ClientCertificate | None = None
    sign_ins: Mapping[str, SignIn] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Remote {redacted(self.url)}>"

    def sign_in_at(self, url: str) -> SignIn | None:
        """What may be shown to the server of `url`, once it asks."""
        if self.credentials is None and not self.sign_ins:
            return None
        key = origin_key(url)
        own = self.credentials if key == origin_key(self.url) else None
        found = own or self.sign_ins.get(key)
        # Whoever brings a name and a password alone means one, too.
        return SignIn(*found) if found else None


def remote_of(spec: TransferSpec, url: str) -> Remote:
    """A place of the file; what a person gave for its own link goes to no other origin."""
    is_home = origin_of(url) == origin_of(spec.url)
    return Remote(
        url,
        spec.headers if is_home else for_everybody(spec.headers),
        spec.credentials if is_home else None,
        spec.ca_file,
        spec.stall_timeout,
        spec.allow_downgrade,
        sign_ins=spec.sign_ins,
        proxy=spec.proxy,
        pins=spec.pins,
        client_certificate=spec.client_certificate if is_home else None,
    )


def for_everybody(fields: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Of what was given for one origin, what may be told to others: what asks, as with every
    browser. Hosts of files that look at it look at it on every hop.
    """
    return tuple(one for one in fields if one[0].lower() == "user-agent")


class HttpClient:
    """Asks for one remote file; `stop` ends whatever it is doing, from any thread.

    Connections come from `pool` and go back there when an answer was read to its end; without one
    the client has its own. `listener` hears of every request, of each hop of a redirect, what
    may be shown to people.
    """

    def __init__(
        self,
        remote: Remote,
        pool: LinePool | None = None,
        listener: ExchangeListener | None = None,
    ) -> None:
        self._remote = remote
        self._home = origin_of(remote.url)
        self._words = _words_of(remote)
        self._listening = listener and Listening(listener, remote.fields, self._words)
        self._pool = LinePool() if pool is None else pool
        self._owns_pool = pool is None
        self._lock = threading.Lock()
        self._cookies = Cookies()
        self._calls: set[Future[httpx.Response]] = set()
        self._lines: set[Line] = set()
        self._stopped = threading.Event()
        self.is_stopped = self._stopped.is_set
        """Whether `stop` was called; a bare method, for the hot loop asks it for every chunk."""

    def __repr__(self) -> str:
        state = "stopped" if self.is_stopped() else f"{len(self._lines)} open"
        return f"<HttpClient {redacted(self._remote.url)} {state}>"

    def wait(self, seconds: float) -> None:
        """Let time pass; raises `TransferStopped` as soon as `stop` is called."""
        if self._stopped.wait(max(seconds, 0.0)):
            raise TransferStopped

    def stop(self) -> None:
        """Cut every connection and wake everyone who waits; returns at once."""
        self._stopped.set()
        with self._lock:
            # Under the lock, for a line that was given back may serve somebody else.
            for line in self._lines:
                line.cut()
            calls = tuple(self._calls)
        for call in calls:
            call.cancel()

    def close(self) -> None:
        """Let go of every connection."""
        with self._lock:
            lines = tuple(self._lines)
            self._lines.clear()
        for line in lines:
            line.close()
        if self._owns_pool:
            self._pool.close_idle()

    def fetch(self, fields: Mapping[str, str], version_from: str = "") -> Answer:
        """The answer at the end of all redirects; each hop is sent only what belongs to its origin.

        `version_from` is the URL whose server told the version that `fields` name (`If-Range` and
        the like): it goes there and to the client's own origin. Raises `TransferStopped`,
        `TransferFailed` for a redirect that must not be followed and a sign-in that is wanted, and
        httpx's errors.
        """
        url = httpx.URL(self._remote.url)
        knowing = (self._home, origin_of(version_from))
        for _ in range(MOST_REDIRECTS + 1):
            may_know = origin_of(str(url)) in knowing
            answer = self._ask(url, fields if may_know else _without_conditions(fields))
            location = answer.head.fields.get("location")
            if answer.status not in REDIRECTS or location is None:
                return answer if may_know else self._of_version(answer, url, fields)
            answer.close()
            url = redirect_target(url, location, allow_downgrade=self._remote.allow_downgrade)
        raise redirect_refused(f"more than {MOST_REDIRECTS} redirects", host_of(str(url)))

    def _of_version(self, answer: Answer, url: httpx.URL, fields: Mapping[str, str]) -> Answer:
        """What a server that could not be told the version answers with a part of this version, or
        with the whole file.
        """
        version = fields.get("If-Range")
        told = (answer.head.fields.get("etag"), answer.head.fields.get("last-modified"))
        if version is None or answer.status not in (206, 416) or version in told:
            return answer
        answer.close()
        whole = {name: value for name, value in fields.items() if name != "Range"}
        return self._ask(url, _without_conditions(whole))

    def _ask(self, url: httpx.URL, fields: Mapping[str, str]) -> Answer:
        """The answer to one request, signed in if the server wants it and we can."""
        request = _Request(self, url, fields)
        sign_in = self._remote.sign_in_at(str(url))
        if sign_in is None:
            answer, why = request.ask("", None), ""
            if answer.status == 401 and request.is_signed_by_hand:
                why = REFUSED
        else:
            standing = self._pool.sign_ins.standing(origin_of(str(url)), sign_in)
            signing = SigningIn(request, str(url), sign_in, standing, self.is_stopped)
            request.sign_in = sign_in
            answer, why = signing.run()
        if answer.status == 401:
            answer.dismiss()
            raise TransferFailed(_sign_in_wanted(answer, why, self._words))
        return answer

    def ask_on(self, line: Line, request: httpx.Request) -> Answer | None:
        """The answer; None if `line` was idle and its end came before any answer (§ 9.3.1)."""
        was_idle = line.connected
        with self._lock:
            self._lines.add(line)
        try:
            if self.is_stopped():
                raise TransferStopped
            response = line.send(request) if was_idle else self._send(line, request)
        except httpx.TransportError as exc:
            self._hang_up(line, stays_open=False)
            if was_idle and self.is_stopped():
                raise TransferStopped from None
            if was_idle and isinstance(exc, _END_OF_CONNECTION):
                return None
            if self._listening and not self.is_stopped():
                self._listening.heard(request, None, line)
            told = line.explained(exc)
            if told is exc:
                raise
            raise told from exc
        except BaseException:
            self._hang_up(line, stays_open=False)
            raise
        self._cookies.take_from(response)
        if self._listening:
            self._listening.heard(request, response, line)
        return Answer(response, line, self._hang_up)

    def _hang_up(self, line: Line, stays_open: bool) -> None:
        """The exchange on `line` is over."""
        with self._lock:
            self._lines.discard(line)
        if stays_open and not line.is_cut:
            self._pool.give_back(line)
        else:
            line.close()

    def route_to(self, origin: tuple[str, str, int], person: SignIn | None) -> Route:
        """The way there, for requests that the server takes for `person`'s."""
        remote = self._remote
        certificate = remote.client_certificate if origin == self._home else None
        trust = Trust(remote.ca_file, remote.pins, certificate)
        route = self._pool.route_to(origin, trust, remote.proxy)
        return route if person is None else route._replace(person=person)

    def take(self, route: Route) -> Line | None:
        """A connection that is there already."""
        return self._pool.take(route)

    def new_line(self, route: Route) -> Line:
        """A connection that is yet to be made."""
        return self._pool.new_line(route)

    def fields_for(self, origin: tuple[str, str, int]) -> tuple[tuple[str, str], ...]:
        """What was given by hand; nothing else of it can reach another origin."""
        fields = self._remote.fields
        return fields if origin == self._home else for_everybody(fields)

    def request(self, url: httpx.URL, *groups: Iterable[tuple[str, str]]) -> httpx.Request:
        """A request with what all are sent, and these fields, and the cookies of its origin."""
        silence = self._remote.stall_timeout
        timeout = httpx.Timeout(silence, connect=min(silence, _CONNECT_TIMEOUT))
        request = httpx.Request(
            "GET",
            url,
            headers=_merged(_ALWAYS, *groups),
            extensions={"timeout": timeout.as_dict()},
        )
        self._cookies.put_into(request)
        return request

    def _send(self, line: Line, request: httpx.Request) -> httpx.Response:
        call: Future[httpx.Response] = Future()
        # Neither a name lookup nor a connect can be interrupted, only left alone.
        thread = threading.Thread(
            target=_send, args=(line, request, call), name="holdfast-call", daemon=True
        )
        with self._lock:
            self._calls.add(call)
        try:
            if self.is_stopped():
                raise TransferStopped
            thread.start()
            return self._result(call, line)
        except CancelledError:
            raise TransferStopped from None
        finally:
            with self._lock:
                self._calls.discard(call)

    def _result(self, call: Future[httpx.Response], line: Line) -> httpx.Response:
        """What the call brings. One that has no connection after a silence is left alone: a name
        lookup takes as long as it likes, and each address of a host may take a timeout of its own.
        """
        silence = self._remote.stall_timeout
        try:
            return call.result(silence)
        except TimeoutError as exc:
            if not line.connected and call.cancel():
                raise httpx.ConnectTimeout(f"no connection within {silence:g} s") from exc
        return call.result()


class _Request:
    """One request of a client, which can be put again with what a sign-in adds to it."""

    def __init__(self, client: HttpClient, url: httpx.URL, fields: Mapping[str, str]) -> None:
        self._client = client
        self._url = url
        self._fields = fields
        self._origin = origin_of(str(url))
        self._given = client.fields_for(self._origin)
        self.sign_in: SignIn | None = None

    @property
    def is_signed_by_hand(self) -> bool:
        """It brings an `Authorization` that somebody gave for it."""
        return bool(self._signed_by_hand)

    def ask(self, authorization: str, after: Answer | None) -> Answer:
        """See `engine.wire.auth.Counter`."""
        if after:
            after.dismiss()
        # Given by hand, it may bind the connection just as well.
        by_hand = "" if authorization else self._signed_by_hand
        person = SignIn(token=by_hand) if by_hand.lower().startswith(_BINDING) else None
        route = self._client.route_to(self._origin, person)
        line = self._client.take(route)
        answer = self._on(line, authorization) if line else None
        return answer or self._on_new(route, authorization)

    def ask_bound(self, authorization: str, after: Answer | None, *, must_stay: bool) -> Answer:
        """See `engine.wire.auth.Counter`."""
        route = self._client.route_to(self._origin, self.sign_in)
        line = after.hand_over() if after else self._client.take(route)
        if line:
            line.route = route
        answer = self._on(line, authorization) if line else None
        if answer is None and must_stay:
            raise httpx.RemoteProtocolError("Server disconnected in the middle of the sign-in")
        return answer or self._on_new(route, authorization)

    def ask_known(self) -> Answer | None:
        """See `engine.wire.auth.Counter`."""
        line = self._client.take(self._client.route_to(self._origin, self.sign_in))
        return self._on(line, "") if line else None

    @property
    def _signed_by_hand(self) -> str:
        given = (value for name, value in self._given if name.lower() == "authorization")
        return next(given, "")

    def _on_new(self, route: Route, authorization: str) -> Answer:
        answer = self._on(self._client.new_line(route), authorization)
        assert answer is not None, "only an idle connection may be found closed"
        return answer

    def _on(self, line: Line, authorization: str) -> Answer | None:
        signed = [("Authorization", authorization)] if authorization else []
        groups = (self._given, self._fields.items(), signed)
        return self._client.ask_on(line, self._client.request(self._url, *groups))


def _send(line: Line, request: httpx.Request, call: Future[httpx.Response]) -> None:
    try:
        response = line.send(request)
    except Exception as exc:  # noqa: BLE001 - raised again where the call is awaited
        if call.set_running_or_notify_cancel():
            call.set_exception(exc)
    else:
        if call.set_running_or_notify_cancel():
            call.set_result(response)
        else:
            response.close()


def _without_conditions(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name.lower() not in _CONDITIONS}


def _sign_in_wanted(answer: Answer, why: str, words: tuple[str, ...]) -> JobError:
    url = answer.head.url
    error = classify_status(answer.status, answer.head.fields, subject=host_of(url))
    realms = (challenge.realm for challenge in parse_challenges(answer.challenges))
    realm = next(filter(None, realms), "")
    detail = error.detail
    # Whoever was shown a secret may show it around.
    if realm and not any(word in realm for word in words):
        detail += f", realm \u201c{cleared(realm, words)}\u201d"
    return replace(error, detail=f"{detail}: {why}" if why else detail, origin=origin_key(url))


def _words_of(remote: Remote) -> tuple[str, ...]:
    """What must be seen nowhere, in every form in which it is sent."""
    sign_ins = filter(None, (remote.credentials, *remote.sign_ins.values()))
    found = [word for sign_in in sign_ins for word in _forms_of(SignIn(*sign_in))]
    given = [word for name, value in remote.fields for word in secret_words(name.lower(), value)]
    return tuple(dict.fromkeys(filter(None, (*found, *given))))


def _forms_of(sign_in: SignIn) -> Iterable[str]:
    pair = f"{sign_in.user}:{sign_in.password}" if sign_in.password else ""
    for secret in (sign_in.password, sign_in.token, pair):
        yield from (secret, quote(secret, safe=""), base64.b64encode(secret.encode()).decode())


def _merged(*groups: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """The fields of all groups; what a later group has replaces all of that name before it.

    Encoded, for httpx takes text for ASCII only.
    """
    merged: dict[str, list[tuple[bytes, bytes]]] = {}
    for group in groups:
        new: dict[str, list[tuple[bytes, bytes]]] = {}
        for name, value in group:
            new.setdefault(name.lower(), []).append((name.encode(), value.encode()))
        merged |= new
    return [field for fields in merged.values() for field in fields]
