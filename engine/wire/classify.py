"""The place where exceptions and HTTP statuses become a `JobError`; no other module decides that.

Transport failures hide their reason: httpx wraps httpcore, which wraps an errno, and a bare OSError
may come from a socket as well as from the disk. The tables tell them apart.
"""

from __future__ import annotations

import contextlib
import errno
import http.client
import logging
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from engine.errors import (
    ErrorContext,
    ErrorKind,
    JobError,
    RefusedError,
    TransferFailed,
    TransferStopped,
)
from engine.wire.mounts import is_pulled_out

_log = logging.getLogger(__name__)

_K = ErrorKind

_OF_THE_NETWORK: Mapping[int, ErrorKind] = {
    errno.ECONNREFUSED: _K.CONNECTION_REFUSED,
    errno.ECONNRESET: _K.CONNECTION_LOST,
    errno.ECONNABORTED: _K.CONNECTION_LOST,
    errno.ENETRESET: _K.CONNECTION_LOST,
    errno.ENOTCONN: _K.CONNECTION_LOST,
    errno.EPIPE: _K.CONNECTION_LOST,
    errno.ESHUTDOWN: _K.CONNECTION_LOST,
    errno.ETIMEDOUT: _K.TIMED_OUT,
    errno.EADDRNOTAVAIL: _K.NETWORK_UNREACHABLE,
    errno.EAFNOSUPPORT: _K.NETWORK_UNREACHABLE,
    errno.EHOSTDOWN: _K.NETWORK_UNREACHABLE,
    errno.EHOSTUNREACH: _K.NETWORK_UNREACHABLE,
    errno.ENETDOWN: _K.NETWORK_UNREACHABLE,
    errno.ENETUNREACH: _K.NETWORK_UNREACHABLE,
    errno.ENOBUFS: _K.NETWORK_UNREACHABLE,
    errno.EMFILE: _K.TOO_MANY_OPEN_FILES,
    errno.ENFILE: _K.TOO_MANY_OPEN_FILES,
}

_OF_THE_DISK: Mapping[int, ErrorKind] = {
    errno.ENOSPC: _K.DISK_FULL,
    errno.EDQUOT: _K.DISK_FULL,
    errno.EACCES: _K.FOLDER_NOT_WRITABLE,
    errno.EPERM: _K.FOLDER_NOT_WRITABLE,
    errno.EROFS: _K.FOLDER_NOT_WRITABLE,
    errno.ENAMETOOLONG: _K.FOLDER_NOT_WRITABLE,
    errno.ENOENT: _K.DISK_AWAY,
    errno.ENOTDIR: _K.DISK_AWAY,
    errno.ENODEV: _K.DISK_AWAY,
    errno.ENXIO: _K.DISK_AWAY,
    errno.ESTALE: _K.DISK_AWAY,
    # What a network share or a FUSE mount says when its server is gone.
    errno.ENOTCONN: _K.DISK_AWAY,
    errno.EHOSTDOWN: _K.DISK_AWAY,
    errno.EIO: _K.DISK_FAILED,
    errno.EFBIG: _K.FILE_TOO_LARGE,
    errno.EMFILE: _K.TOO_MANY_OPEN_FILES,
    errno.ENFILE: _K.TOO_MANY_OPEN_FILES,
}

# A firewall may forbid a connection with the words of a file system.
_OF_CONNECTING = {
    **_OF_THE_NETWORK,
    errno.EACCES: _K.NETWORK_UNREACHABLE,
    errno.EPERM: _K.NETWORK_UNREACHABLE,
}

# Derived classes come before their bases; what is not listed is our own mistake.
_OF_CLASSES: Mapping[type[Exception], ErrorKind] = {
    RefusedError: _K.LINK_UNUSABLE,
    httpx.InvalidURL: _K.LINK_UNUSABLE,
    httpx.UnsupportedProtocol: _K.LINK_UNUSABLE,
    httpx.TooManyRedirects: _K.REDIRECT_REFUSED,
    httpx.TimeoutException: _K.TIMED_OUT,
    httpx.ConnectError: _K.CONNECTION_REFUSED,
    httpx.NetworkError: _K.CONNECTION_LOST,
    httpx.ProxyError: _K.PROXY_FAILED,
    httpx.LocalProtocolError: _K.UNEXPECTED,
    httpx.ProtocolError: _K.ANSWER_MALFORMED,
    httpx.DecodingError: _K.ANSWER_MALFORMED,
    httpx.HTTPError: _K.CONNECTION_LOST,
}
# httpx should wrap what these raise; where something slips through, its home says enough.
_OF_PACKAGES: Mapping[str, ErrorKind] = {
    "httpcore": _K.CONNECTION_LOST,
    "h11": _K.ANSWER_MALFORMED,
    "h2": _K.ANSWER_MALFORMED,
    "hpack": _K.ANSWER_MALFORMED,
}
# What httpx, h11 and h2 say when the other side goes away in the middle of an answer.
_WENT_AWAY = ("without sending", "Server disconnected", "<StreamReset", "<ConnectionTerminated")
# Alerts about certificates (RFC 8446 § 6.2) are about ours: what the server shows, we judge.
_CERTIFICATE_WANTED = re.compile(
    r"alert[ _](?:certificate[ _]required|bad[ _]certificate|unsupported[ _]certificate"
    r"|certificate[ _](?:revoked|expired|unknown)|unknown[ _]ca|no[ _]certificate)",
    re.IGNORECASE,
)

# As BITS decides, with these additions. Transient besides: 202, the file is being made; 421, 423,
# 425 and 429. A hold: 511, a captive portal opens without anything being done to the job. Fatal
# besides: 506, 508 and 510, a server set up wrongly; 204 and 205 have no file to give. 507 stays
# transient: storage is freed. Busy is a server that has too much to do, by RFC 9110 or, with 509
# and 529, by custom; other fives tell of something that went wrong there.
_OF_STATUSES: Mapping[int, ErrorKind] = {
    202: _K.SERVER_BUSY,
    204: _K.NOT_FOUND,
    205: _K.NOT_FOUND,
    304: _K.ANSWER_MALFORMED,
    401: _K.CREDENTIALS_NEEDED,
    403: _K.ACCESS_DENIED,
    404: _K.NOT_FOUND,
    407: _K.PROXY_CREDENTIALS_NEEDED,
    408: _K.SERVER_BUSY,
    409: _K.SERVER_BUSY,
    410: _K.NOT_FOUND,
    412: _K.FILE_CHANGED,
    416: _K.RANGE_WRONG,
    421: _K.SERVER_BUSY,
    423: _K.SERVER_BUSY,
    425: _K.SERVER_BUSY,
    429: _K.SERVER_BUSY,
    451: _K.ACCESS_DENIED,
    501: _K.REQUEST_REFUSED,
    503: _K.SERVER_BUSY,
    505: _K.REQUEST_REFUSED,
    506: _K.REQUEST_REFUSED,
    508: _K.REQUEST_REFUSED,
    509: _K.SERVER_BUSY,
    510: _K.REQUEST_REFUSED,
    511: _K.CAPTIVE_PORTAL,
    529: _K.SERVER_BUSY,
}
_OF_HUNDREDS: Mapping[int, ErrorKind] = {
    3: _K.REDIRECT_REFUSED,
    4: _K.REQUEST_REFUSED,
    5: _K.SERVER_ERROR,
}

_LOCAL = {*_OF_THE_DISK.values()}
_TRANSPORT = {
    *_OF_THE_NETWORK.values(),
    _K.NAME_NOT_RESOLVED,
    _K.CERTIFICATE_REJECTED,
    _K.CLIENT_CERTIFICATE_NEEDED,
    _K.TLS_FAILED,
    _K.PROXY_FAILED,
    _K.PROXY_CREDENTIALS_NEEDED,
}

_LONGEST_DETAIL = 300
# One that says a year, by mistake or malice, must not keep a job that never gives up from trying.
_LONGEST_RETRY_AFTER = 86_400.0


class WayBlocked(httpx.TransportError):
    """A failure on the way to a server whose error is known: which proxy, whose certificate."""

    def __init__(self, error: JobError) -> None:
        super().__init__(error.detail)
        self.error = error


@contextlib.contextmanager
def failures_classified(subject: str = "", folder: str = "") -> Iterator[None]:
    """Only TransferFailed and TransferStopped leave the block, and what ends a process."""
    try:
        yield
    except (TransferFailed, TransferStopped):
        raise
    except Exception as exc:
        error = classify(exc, subject=subject, folder=folder)
        if error.kind is ErrorKind.UNEXPECTED:
            _log.exception("Unexpected failure of a transfer")
        raise TransferFailed(error) from exc


def classify(exc: BaseException, *, subject: str = "", folder: str = "") -> JobError:
    """What an exception means for the job; `subject` is the host, `folder` the job's folder."""
    if isinstance(exc, TransferFailed | WayBlocked):
        return exc.error
    if isinstance(exc, BaseExceptionGroup):
        return classify(exc.exceptions[0], subject=subject, folder=folder)
    if isinstance(exc, httpx.HTTPStatusError):
        return classify_status(exc.response.status_code, exc.response.headers, subject=subject)
    kind = _kind_of(exc)
    if kind is ErrorKind.DISK_FAILED and folder and is_pulled_out(Path(folder)):
        kind = ErrorKind.DISK_AWAY
    context = _context_of(kind)
    return JobError(
        kind,
        context,
        detail=_detail(exc, kind),
        subject=folder if context is ErrorContext.LOCAL_FILE else subject,
    )


def classify_status(status: int, headers: Mapping[str, str], *, subject: str = "") -> JobError:
    """What a status means that brings no file; `headers` has lower-case names or ignores case."""
    kind = _OF_STATUSES.get(status) or _OF_HUNDREDS.get(status // 100, ErrorKind.ANSWER_MALFORMED)
    return JobError(
        kind,
        ErrorContext.GENERAL_TRANSPORT if status in (407, 511) else ErrorContext.REMOTE_FILE,
        detail=f"HTTP {status} {http.client.responses.get(status, '')}".rstrip(),
        subject=subject,
        http_status=status,
        retry_after=_retry_after(headers),
    )


def parse_retry_after(value: str, date: str | None, now: datetime | None = None) -> float | None:
    """Seconds to wait (RFC 9110 § 10.2.3): 0 for a moment in the past, None for anything else.

    A date is by the server's clock, so it is measured from `date`, the answer's own Date; without
    one from `now`, by default the wall clock.
    """
    if re.fullmatch(r"[0-9]{1,10}", value.strip()):
        return float(value)
    until = _http_date(value)
    if until is None:
        return None
    sent = _http_date(date or "") or now or datetime.now(tz=UTC)
    return max(0.0, (until - sent).total_seconds())


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """The server's wish in seconds, a day at most."""
    wish = parse_retry_after(headers.get("retry-after", ""), headers.get("date"))
    return None if wish is None else min(wish, _LONGEST_RETRY_AFTER)


def _http_date(text: str) -> datetime | None:
    """IMF-fixdate, RFC 850 or asctime (RFC 9110 § 5.6.7), all of them UTC."""
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _kind_of(exc: BaseException) -> ErrorKind:
    if isinstance(exc, OSError):
        return _kind_of_os_error(exc)
    if isinstance(exc, httpx.RemoteProtocolError) and any(map(str(exc).__contains__, _WENT_AWAY)):
        return ErrorKind.CONNECTION_LOST
    if isinstance(exc, httpx.NetworkError) and (kind := _hidden_kind(exc)):
        return kind
    package = type(exc).__module__.partition(".")[0]
    by_class = (kind for known, kind in _OF_CLASSES.items() if isinstance(exc, known))
    return next(by_class, _OF_PACKAGES.get(package, ErrorKind.UNEXPECTED))


def _kind_of_os_error(exc: OSError) -> ErrorKind:
    """A bare one comes from the disk or from a socket; only the disk's name a file."""
    if exc.filename is None and (kind := _kind_of_socket_error(exc, _OF_THE_NETWORK)):
        return kind
    return _OF_THE_DISK.get(exc.errno or 0, ErrorKind.UNEXPECTED)


def _hidden_kind(exc: httpx.NetworkError) -> ErrorKind | None:
    """By what httpx wrapped: its own class says when it happened, but not what."""
    for cause in causes_of(exc):
        if isinstance(cause, ssl.SSLError) and isinstance(exc, httpx.ConnectError):
            return _kind_of_handshake_error(cause)
        if isinstance(cause, OSError) and (kind := _kind_of_socket_error(cause, _OF_CONNECTING)):
            return kind
    return None


def _kind_of_socket_error(exc: OSError, kinds: Mapping[int, ErrorKind]) -> ErrorKind | None:
    # The numbers of TLS and of the resolver are no errnos, so the classes come first.
    if isinstance(exc, ssl.SSLError):
        return _kind_of_broken_tls(exc)
    if isinstance(exc, socket.gaierror | socket.herror):
        return ErrorKind.NAME_NOT_RESOLVED
    if isinstance(exc, TimeoutError):
        return ErrorKind.TIMED_OUT
    fallback = ErrorKind.CONNECTION_LOST if isinstance(exc, ConnectionError) else None
    return kinds.get(exc.errno or 0, fallback)


def _kind_of_handshake_error(exc: ssl.SSLError) -> ErrorKind:
    if isinstance(exc, ssl.SSLCertVerificationError):
        return ErrorKind.CERTIFICATE_REJECTED
    if isinstance(exc, ssl.SSLEOFError | ssl.SSLZeroReturnError | ssl.SSLSyscallError):
        return ErrorKind.CONNECTION_LOST
    if _CERTIFICATE_WANTED.search(str(exc)):
        return ErrorKind.CLIENT_CERTIFICATE_NEEDED
    return ErrorKind.TLS_FAILED


def _kind_of_broken_tls(exc: ssl.SSLError) -> ErrorKind:
    """TLS that worked and breaks is a lost connection, unless it is about certificates.

    TLS 1.3 asks for a client's certificate only after the handshake (RFC 8446 § 4.4.2.4).
    """
    about_certificates = "certificate" in str(exc).lower() or _CERTIFICATE_WANTED.search(str(exc))
    return _kind_of_handshake_error(exc) if about_certificates else ErrorKind.CONNECTION_LOST


def causes_of(exc: BaseException) -> Iterator[BaseException]:
    """The exception and all it came from, the members of groups included; nearest first."""
    waiting, seen = [exc], set[int]()
    while waiting:
        cause = waiting.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        if isinstance(cause, BaseExceptionGroup):
            waiting.extend(cause.exceptions)
        # The context counts even where it is suppressed: httpcore raises its errors `from None`.
        waiting.extend(filter(None, (cause.__cause__, cause.__context__)))


def _context_of(kind: ErrorKind) -> ErrorContext:
    if kind is ErrorKind.UNEXPECTED:
        return ErrorContext.UNKNOWN
    if kind in _LOCAL:
        return ErrorContext.LOCAL_FILE
    return ErrorContext.GENERAL_TRANSPORT if kind in _TRANSPORT else ErrorContext.REMOTE_FILE


def _detail(exc: BaseException, kind: ErrorKind) -> str:
    """The class and the first words found along the chain, without what may be secret."""
    name = type(exc).__name__
    if kind in (ErrorKind.UNEXPECTED, ErrorKind.LINK_UNUSABLE) and not isinstance(
        exc, RefusedError
    ):
        return name  # these words may quote anything; the log has them
    words = next(filter(None, map(str, causes_of(exc))), "")
    words = re.sub(r"://[^/\s?#]*@", "://", words)
    words = re.sub(r"\?[^\s'\"]+", "?…", words)
    # h11 quotes what the server sent, cookies included.
    words = words.partition("bytearray(")[0]
    return f"{name}: {words}".rstrip(": ")[:_LONGEST_DETAIL]
