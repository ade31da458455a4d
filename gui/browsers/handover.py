"""From what a browser tells of a download to what may be made of it. Pure, and trusts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from engine import (
    FileSpec,
    Headers,
    Probe,
    RefusedError,
    host_of,
    parse_link,
    safe_name,
)
from gui.browsers.messages import Cookie, Take
from gui.translation import translate

LONGEST_COOKIES = 32 * 1024
"""Bytes of all together; no server takes more in one field."""
LONGEST_VALUE = 8 * 1024
LONGEST_NAME = 1000
LARGEST_FILE = 1 << 60

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_COOKIE_NAME = re.compile(r"[^\x00-\x20\x7f=;,]*")


def _tr(text: str) -> str:
    return translate("browsers", text)


@dataclass(frozen=True, slots=True)
class Handover:
    """A download of a browser. Its `headers` are for the origin of `url`, and secret."""

    url: str
    headers: Headers = field(default=(), repr=False)
    first_url: str = ""
    """Where the redirects to it began."""
    name: str | None = None
    """What the browser would call it: safe, and nobody's choice."""
    size: int | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def file(self) -> FileSpec:
        """What a job is to fetch."""
        return FileSpec(self.url, proposed_name=self.name, headers=self.headers)

    @property
    def probe(self) -> Probe:
        """What its server told the browser: it need not be asked again, and a link that works only
        once could not be.
        """
        return Probe(
            self.url,
            name=self.name,
            size=self.size,
            etag=self.etag,
            last_modified=self.last_modified,
        )


def read(take: Take) -> Handover:
    """What the browser would hand over; raises `RefusedError`, whose sentence is for people."""
    if take.method != "GET":
        raise RefusedError(_tr("Holdfast can fetch again only what was asked for by GET."))
    url = parse_link(take.url).url
    size = take.size
    return Handover(
        url=url,
        headers=_headers(take, url),
        first_url=_first(take.first_url) or url,
        name=_name(take.name),
        size=size if size is not None and 0 <= size <= LARGEST_FILE else None,
        etag=_validator(take.etag),
        last_modified=_validator(take.last_modified),
    )


def referrer_for(url: str, referrer: str) -> str:
    """What of the page's address its server may be told: no sign-in, no fragment, nothing at all on
    the way from https to http; to others only its origin, as browsers do by themselves.
    """
    try:
        page = parse_link(referrer).url
    except RefusedError:
        return ""
    here, there = urlsplit(page), urlsplit(url)
    if (here.scheme, there.scheme) == ("https", "http"):
        return ""
    is_same = (here.scheme, here.netloc) == (there.scheme, there.netloc)
    return page if is_same else f"{here.scheme}://{host_of(page)}/"


def _headers(take: Take, url: str) -> Headers:
    cookies = _cookie_field(take.cookies)
    found = [
        ("Cookie", cookies),
        ("User-Agent", _checked(take.user_agent)),
        ("Referer", referrer_for(url, take.referrer or "")),
    ]
    return tuple((name, value) for name, value in found if value)


def _cookie_field(cookies: Sequence[Cookie]) -> str:
    pairs = [_pair(cookie) for cookie in cookies]
    if sum(len(pair.encode()) + 2 for pair in pairs) > LONGEST_COOKIES:
        raise _too_much()
    return "; ".join(pairs)


def _pair(cookie: Cookie) -> str:
    if not _COOKIE_NAME.fullmatch(cookie.name) or ";" in cookie.value:
        raise _no_header()
    value = _checked(cookie.value, LONGEST_COOKIES)
    # Browsers keep cookies without a name, and send them so.
    return f"{cookie.name}={value}" if cookie.name else value


def _checked(value: str | None, longest: int = LONGEST_VALUE) -> str:
    """Fit for a header; raises `RefusedError`, which quotes nothing."""
    value = (value or "").strip(" \t")
    if len(value) > longest:
        raise _too_much()
    if _CONTROL.search(value) or not _is_unicode(value):
        raise _no_header()
    return value


def _too_much() -> RefusedError:
    return RefusedError(_tr("The browser sends more with this link than a server would take."))


def _no_header() -> RefusedError:
    return RefusedError(
        _tr("What the browser sends with this link has characters that no header can have.")
    )


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _validator(value: str | None) -> str | None:
    """It is only compared: what is no validator fits nothing."""
    is_fine = value and len(value) <= LONGEST_VALUE and not _CONTROL.search(value)
    return value if is_fine else None


def _name(name: str | None) -> str | None:
    name = (name or "").strip()
    return safe_name(name[:LONGEST_NAME]) if name else None


def _first(url: str) -> str:
    try:
        return parse_link(url).url if url else ""
    except RefusedError:
        return ""


def plain(urls: Iterable[str]) -> set[str]:
    """The links without what changes from one day to the next: their queries."""
    return {url.partition("?")[0] for url in urls if url}
