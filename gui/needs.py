"""What a job that stopped needs of a person: a sign-in, a look at a certificate, a leave.

Pure functions. What the wire says of it stands in the error.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine import ErrorKind, JobError, JobSnapshot, JobState, host_of
from gui.foreign_text import one_line

# As the wire writes it: HTTP 401 Unauthorized, realm “Members”: the server refused the sign-in.
_DETAIL = re.compile(r"[^“:]*(?:, realm “(?P<realm>.*)”)?(?:: (?P<why>.+))?", re.DOTALL)
_REFUSED = "refused the sign-in"
_DOWNGRADE = "from https to http"
_LONGEST_REALM = 120


class Need(enum.Enum):
    """What only a person can give."""

    SIGN_IN = "a sign-in for the server"
    PROXY_SIGN_IN = "a sign-in for the proxy"
    CERTIFICATE = "trust in the server's certificate"
    DOWNGRADE = "leave to go on without encryption"


_NEEDS: Mapping[ErrorKind, Need] = {
    ErrorKind.CREDENTIALS_NEEDED: Need.SIGN_IN,
    ErrorKind.PROXY_CREDENTIALS_NEEDED: Need.PROXY_SIGN_IN,
    ErrorKind.CERTIFICATE_REJECTED: Need.CERTIFICATE,
}
SIGN_INS = frozenset({Need.SIGN_IN, Need.PROXY_SIGN_IN})


def need_of(job: JobSnapshot) -> Need | None:
    """What the job waits for; None where that is nothing of this kind."""
    if job.state is not JobState.ERROR or job.error is None:
        return None
    return Need.DOWNGRADE if is_downgrade(job.error) else _NEEDS.get(job.error.kind)


def needs_among(jobs: Iterable[JobSnapshot]) -> set[Need]:
    """All that these jobs wait for; quick, for of ten thousand that failed most failed alike."""
    found: set[Need] = set()
    last: ErrorKind | None = None
    for job in jobs:
        if job.state is not JobState.ERROR or job.error is None:
            continue
        kind = job.error.kind
        if kind is last and kind is not ErrorKind.REDIRECT_REFUSED:
            continue
        last = kind
        need = need_of(job)
        if need is not None:
            found.add(need)
    return found


def needs_sign_in(job: JobSnapshot) -> bool:
    """Whether a sign-in sets the job going again."""
    return need_of(job) in SIGN_INS


def is_downgrade(error: JobError) -> bool:
    """Whether a server sent the job from https to http."""
    return error.kind is ErrorKind.REDIRECT_REFUSED and _DOWNGRADE in error.detail


def was_sign_in_refused(error: JobError) -> bool:
    """Whether a sign-in was tried and not taken."""
    return _NEEDS.get(error.kind) in SIGN_INS and _REFUSED in error.detail


class Asked(NamedTuple):
    """Who asks for a sign-in. `host` has the port, unless it is the usual one."""

    host: str
    is_proxy: bool = False
    is_plain: bool = False
    """Nothing is encrypted on the way there."""
    realm: str = ""
    """What the server says that it guards."""
    was_refused: bool = False
    """The last sign-in was not taken."""
    why: str = ""
    """What else kept the sign-in from working; English."""


def asked_by(job: JobSnapshot) -> Asked:
    """Who asks for it; where nobody does, the server of the job's link."""
    error, need = job.error, need_of(job)
    if need is Need.PROXY_SIGN_IN and error is not None:
        address = error.subject
        is_plain = not address.startswith("https:")
        host = address.partition("://")[2] or address
        return _with_detail(Asked(host, is_proxy=True, is_plain=is_plain), error)
    if need is not Need.SIGN_IN or error is None:
        return Asked(host_of(job.url), is_plain=job.url.startswith("http:"))
    host, is_plain = _asking_server(job, error)
    return _with_detail(Asked(host, is_plain=is_plain), error)


def _asking_server(job: JobSnapshot, error: JobError) -> tuple[str, bool]:
    """Its host, and whether the way there is plain; a redirect may have led to it."""
    if error.origin:
        scheme, _, place = error.origin.partition(":")
        host, _, port = place.rpartition(":")
        shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
        usual = {"http": "80", "https": "443"}.get(scheme)
        return shown if port == usual else f"{shown}:{port}", scheme == "http"
    url = next((file.url for file in job.files if file.error == error), job.url)
    return host_of(url), url.startswith("http:")


def _with_detail(asked: Asked, error: JobError) -> Asked:
    refused, match = was_sign_in_refused(error), _DETAIL.fullmatch(error.detail)
    if match is None:
        return asked._replace(was_refused=refused)
    realm = one_line(match["realm"] or "").strip()[:_LONGEST_REALM]
    why = "" if refused else one_line(match["why"] or "")
    return asked._replace(realm=realm, was_refused=refused, why=why)
