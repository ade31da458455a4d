"""The cookies that servers set while one file is fetched: each origin sees its own, and few."""

from __future__ import annotations

import threading
from http.cookiejar import Cookie

import httpx

from engine.wire.links import origin_of

MOST_COOKIES = 50
LARGEST_COOKIE = 4096
LARGEST_SUM = 8192
"""Bytes of all cookies of one origin: what servers take in one field of a request."""


class Cookies:
    """Kept in memory, for as long as the client of one file lives; any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jars: dict[tuple[str, str, int], httpx.Cookies] = {}

    def __repr__(self) -> str:
        return f"<Cookies of {len(self._jars)} origins>"

    def put_into(self, request: httpx.Request) -> None:
        """Add what the origin of `request` has set; what it brings already goes before that."""
        if not self._jars:
            return
        with self._lock:
            jar = self._jars.get(origin_of(str(request.url)))
            if jar is None:
                return
            # Where there are some, Python's own jar adds none.
            given = request.headers.pop("cookie", "")
            jar.set_cookie_header(request)
        set_here = request.headers.pop("cookie", "")
        names = set(map(_name_of, given.split(";")))
        more = [pair for pair in set_here.split("; ") if _name_of(pair) not in names]
        if cookies := [pair for pair in (given, *more) if pair]:
            request.headers["cookie"] = "; ".join(cookies)

    def take_from(self, response: httpx.Response) -> None:
        """Keep what the answer sets; of too much the oldest goes."""
        if "set-cookie" not in response.headers:
            return
        with self._lock:
            jar = self._jars.setdefault(origin_of(str(response.url)), httpx.Cookies())
            jar.extract_cookies(response)
            _bound(jar)


def _name_of(pair: str) -> str:
    return pair.partition("=")[0].strip()


def _bound(jar: httpx.Cookies) -> None:
    room = LARGEST_SUM
    for count, cookie in enumerate(reversed(list(jar.jar)), start=1):
        size = len(cookie.name) + len(cookie.value or "")
        room -= size
        if count > MOST_COOKIES or size > LARGEST_COOKIE or room < 0:
            _drop(jar, cookie)


def _drop(jar: httpx.Cookies, cookie: Cookie) -> None:
    jar.jar.clear(cookie.domain, cookie.path, cookie.name)
