"""Who may come in at the door for other programs: decided by what a request says about itself.

Browsers let every page send requests to this computer. They do say who asks, though: in Origin, and
by which name they found us: in Host. A program may say what it likes; it needs the secret anyway.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from gui.translation import translate

NAMES = ("127.0.0.1", "localhost", "[::1]")
"""By which a request may have found us. A name that somebody else lets point to us is none."""

MOST_ORIGINS = 32
LONGEST_ORIGIN = 260
_EXTENSION = re.compile(r"(?:chrome|moz)-extension://[0-9a-z-]{1,64}")
_HOST = re.compile(r"[0-9a-z](?:[0-9a-z._-]*[0-9a-z])?|\[[0-9a-f:.]+\]")
# AriaNg sends more than the usual one where the person told it to.
_NAMES = re.compile(r"[A-Za-z0-9, _-]{1,300}")
_USUAL = "Content-Type"
_USUAL_PORTS = {"http": 80, "https": 443}


def _tr(text: str) -> str:
    return translate("aria2", text)


class Visitor(enum.Enum):
    """What asks."""

    PROGRAM = enum.auto()
    """No page of a browser."""
    PAGE = enum.auto()
    """An extension, or a page that the person allowed; it gets answers that it can read."""


class Request(NamedTuple):
    """The lines of its head that tell who asks, each as often as it came."""

    host: Sequence[str]
    origin: Sequence[str]
    site: Sequence[str]
    """Sec-Fetch-Site: all browsers send it, and no page can change it."""
    agent: Sequence[str]


class OriginError(ValueError):
    """What was written names no origin. The text is for people."""


class Gate:
    """Lets in whoever may come to our port."""

    def __init__(self, port: int, origins: Collection[str] = ()) -> None:
        self._hosts = {f"{name}:{port}" for name in NAMES}
        if port == _USUAL_PORTS["http"]:
            self._hosts |= set(NAMES)
        self._own = {f"http://{host}" for host in self._hosts}
        # Whatever stands in the file of the preferences.
        self._origins = {origin for origin in origins if _is_origin(origin)}

    def judge(self, request: Request) -> Visitor | None:
        """What it is that asks; None when it may not."""
        if len(request.host) != 1 or request.host[0].lower() not in self._hosts:
            return None
        if len(request.origin) > 1:
            return None
        if not request.origin:
            return None if _is_of_browser(request) else Visitor.PROGRAM
        return self._judge_origin(request.origin[0], request)

    def _judge_origin(self, origin: str, request: Request) -> Visitor | None:
        if origin in self._origins or _EXTENSION.fullmatch(origin):
            return Visitor.PAGE
        if origin.lower() in self._own and not _is_of_browser(request):
            # Python's websocket-client says so of itself. We serve no page that could.
            return Visitor.PROGRAM
        return None


def _is_of_browser(request: Request) -> bool:
    """Whether a page asks; not what a person wrote into the line for addresses."""
    if request.site:
        return any(site != "none" for site in request.site)
    return bool(request.origin) and any("Mozilla" in agent for agent in request.agent)


def parse_origin(text: str) -> str:
    """An origin as browsers write it, such as http://localhost:8080; raises `OriginError`."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        port, host = parts.port, _host_of(parts.hostname or "")
    except ValueError:
        raise OriginError(_not_an_origin(text)) from None
    if parts.scheme not in _USUAL_PORTS or not host or "@" in parts.netloc or port == 0:
        raise OriginError(_not_an_origin(text))
    if parts.path.strip("/") or parts.query or parts.fragment:
        short = f"{parts.scheme}://{parts.netloc}"
        words = _tr("Only the beginning of an address is meant: {origin}, without what follows.")
        raise OriginError(words.replace("{origin}", short))
    return _written(parts.scheme, host, port)


def _is_origin(text: str) -> bool:
    try:
        return parse_origin(text) == text
    except OriginError:
        return False


def parse_origins(text: str) -> tuple[str, ...]:
    """Several of them, with commas or blanks between; raises `OriginError`."""
    words = text.replace(",", " ").split()
    found = tuple(dict.fromkeys(parse_origin(word) for word in words))
    if len(found) > MOST_ORIGINS:
        told = _tr("Not more than {n} pages can be allowed.")
        raise OriginError(told.replace("{n}", str(MOST_ORIGINS)))
    return found


def problem_with_origins(text: str) -> str:
    """What is wrong with the list, in words; empty when nothing is."""
    try:
        parse_origins(text)
    except OriginError as mistake:
        return str(mistake)
    return ""


def cors_headers(origin: str, asked: Mapping[str, str], *, is_preflight: bool) -> dict[str, str]:
    """What lets the page at `origin`, and no other, read an answer or send its request."""
    headers = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"}
    if is_preflight:
        headers["Access-Control-Allow-Methods"] = "POST, OPTIONS"
        wanted = asked.get("Access-Control-Request-Headers", "")
        headers["Access-Control-Allow-Headers"] = wanted if _NAMES.fullmatch(wanted) else _USUAL
        headers["Access-Control-Max-Age"] = "600"
        if asked.get("Access-Control-Request-Private-Network") == "true":
            headers["Access-Control-Allow-Private-Network"] = "true"
    return headers


def _host_of(name: str) -> str:
    """As it is looked up: small letters, punycode."""
    if ":" in name:
        return f"[{name}]"
    if not name.isascii():
        name = name.encode("idna").decode()
    return name.lower()


def _written(scheme: str, host: str, port: int | None) -> str:
    origin = f"{scheme}://{host}"
    if port is not None and port != _USUAL_PORTS[scheme]:
        origin += f":{port}"
    if not _HOST.fullmatch(host) or len(origin) > LONGEST_ORIGIN:
        raise OriginError(_not_an_origin(origin))
    return origin


def _not_an_origin(text: str) -> str:
    words = _tr("“{text}” is no page: write it like http://localhost:8080.")
    return words.replace("{text}", text[:60])
