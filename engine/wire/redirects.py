"""Where a redirect leads, and when it is not followed."""

from __future__ import annotations

import httpx

from engine.errors import ErrorContext, ErrorKind, JobError, RefusedError, TransferFailed
from engine.wire.links import host_of, is_inside, parse_link, redacted

MOST_REDIRECTS = 20
REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})


def redirect_target(url: httpx.URL, location: str, *, allow_downgrade: bool) -> httpx.URL:
    """Where a redirect leads, without userinfo; `TransferFailed` if it must not be followed."""
    try:
        joined = url.join(location)
    except httpx.InvalidURL as exc:
        raise redirect_refused(f"to an unusable address: {exc}") from exc
    if joined.scheme not in ("http", "https") or not joined.host:
        raise redirect_refused(f"to {joined.scheme or 'nowhere'}:")
    try:
        # Whoever looks 127.1 up gets this computer: such ways to write an address end here.
        link = parse_link(str(joined)).url
    except RefusedError as refusal:
        raise redirect_refused(f"to an unusable address: {refusal}") from refusal
    target = httpx.URL(link)
    if url.scheme == "https" and target.scheme == "http" and not allow_downgrade:
        raise redirect_refused(f"from https to http: {redacted(link)}")
    if is_inside(link) and not is_inside(str(url)):
        raise redirect_refused(f"from outside into this computer or its network: {host_of(link)}")
    return target


def redirect_refused(detail: str) -> TransferFailed:
    """Why a redirect is not followed."""
    error = JobError(ErrorKind.REDIRECT_REFUSED, ErrorContext.REMOTE_FILE, f"redirect {detail}")
    return TransferFailed(error)
