"""Where a redirect leads, and when it is not followed."""

from __future__ import annotations

import re

import httpx

from engine.errors import ErrorContext, ErrorKind, JobError, RefusedError, TransferFailed
from engine.wire.links import host_of, is_inside, parse_link, redacted

MOST_REDIRECTS = 20
_LONGEST_SHOWN = 100
_PLACE = re.compile(r"[a-z][a-z0-9+.-]{0,20}:(?://[^/?#\\]*)?", re.IGNORECASE)
REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})


def redirect_target(url: httpx.URL, location: str, *, allow_downgrade: bool) -> httpx.URL:
    """Where a redirect leads, without userinfo; `TransferFailed` if it must not be followed."""
    try:
        joined = url.join(location)
    except (httpx.InvalidURL, ValueError) as exc:
        raise redirect_refused(f"to an unusable address: {exc}", _shown(location)) from exc
    if joined.scheme not in ("http", "https") or not joined.raw_host:
        raise redirect_refused(f"to {joined.scheme or 'nowhere'}:", _shown(location))
    try:
        # Whoever looks 127.1 up gets this computer: such ways to write an address end here.
        link = parse_link(str(joined)).url
    except RefusedError as refusal:
        raise redirect_refused(f"to an unusable address: {refusal}", _shown(location)) from refusal
    target = httpx.URL(link)
    if url.scheme == "https" and target.scheme == "http" and not allow_downgrade:
        raise redirect_refused(f"from https to http: {redacted(link)}", host_of(link))
    if is_inside(link) and not is_inside(str(url)):
        detail = f"from outside into this computer or its network: {host_of(link)}"
        raise redirect_refused(detail, host_of(link))
    return target


def redirect_refused(detail: str, subject: str) -> TransferFailed:
    """Why a redirect is not followed; `subject` is where it leads."""
    error = JobError(
        ErrorKind.REDIRECT_REFUSED, ErrorContext.REMOTE_FILE, f"redirect {detail}", subject
    )
    return TransferFailed(error)


def _shown(location: str) -> str:
    """The place in what cannot be followed at all. A path may repeat what is to be hidden."""
    place = _PLACE.match(redacted(location))
    return place[0][:_LONGEST_SHOWN] if place else ""
