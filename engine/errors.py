"""What can go wrong with a job, and what each kind of error calls for.

`ErrorKind` names the error in the user's terms; `REMEDIES` says who must act and whether the part
file is kept. `engine.wire.classify` is the only place that turns exceptions and status codes into a
`JobError`.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class ErrorContext(enum.Enum):
    """Where an error arose (BITS: BG_ERROR_CONTEXT)."""

    NONE = 0
    UNKNOWN = 1
    GENERAL_QUEUE_MANAGER = 2
    QUEUE_MANAGER_NOTIFICATION = 3
    LOCAL_FILE = 4
    REMOTE_FILE = 5
    GENERAL_TRANSPORT = 6
    REMOTE_APPLICATION = 7


class ErrorKind(enum.Enum):
    """Names are stored and shown in `--json`: one may be retired, never reused."""

    TIMED_OUT = "timed-out"
    CONNECTION_REFUSED = "connection-refused"
    CONNECTION_LOST = "connection-lost"
    NAME_NOT_RESOLVED = "name-not-resolved"
    NETWORK_UNREACHABLE = "network-unreachable"
    PROXY_FAILED = "proxy-failed"
    SERVER_BUSY = "server-busy"
    SERVER_ERROR = "server-error"
    ANSWER_MALFORMED = "answer-malformed"
    FILE_CHANGED = "file-changed"
    RANGE_WRONG = "range-wrong"
    TOO_MANY_OPEN_FILES = "too-many-open-files"

    DISK_FULL = "disk-full"
    DISK_AWAY = "disk-away"
    FOLDER_NOT_WRITABLE = "folder-not-writable"
    OFFLINE = "offline"
    CAPTIVE_PORTAL = "captive-portal"
    METERED = "metered"

    NOT_FOUND = "not-found"
    ACCESS_DENIED = "access-denied"
    CREDENTIALS_NEEDED = "credentials-needed"
    PROXY_CREDENTIALS_NEEDED = "proxy-credentials-needed"
    PROXY_UNUSABLE = "proxy-unusable"
    REQUEST_REFUSED = "request-refused"
    REDIRECT_REFUSED = "redirect-refused"
    CERTIFICATE_REJECTED = "certificate-rejected"
    CLIENT_CERTIFICATE_NEEDED = "client-certificate-needed"
    TLS_FAILED = "tls-failed"
    LINK_UNUSABLE = "link-unusable"
    WEB_PAGE_INSTEAD = "web-page-instead"
    CONTENT_ENCODED = "content-encoded"
    FILE_TOO_LARGE = "file-too-large"
    CHECKSUM_MISMATCH = "checksum-mismatch"
    SIZE_MISMATCH = "size-mismatch"
    CHECKSUM_MISSING = "checksum-missing"
    DISK_FAILED = "disk-failed"
    DOWNLOAD_TIME_OVER = "download-time-over"
    INACTIVE = "inactive"
    UNEXPECTED = "unexpected"


class Act(enum.Enum):
    """Who must act before another try makes sense."""

    RETRY = "transient"
    """The engine, after a delay; counts against the retry window."""
    WAIT = "hold"
    """The engine, as soon as the hold is lifted; the retry window stands still."""
    PERSON = "fatal"
    """A person; nothing is retried."""


class Remedy(NamedTuple):
    """What an error calls for: who must act, and whether the bytes on disk stay good."""

    act: Act
    keeps_part: bool = True


REMEDIES: Mapping[ErrorKind, Remedy] = {
    ErrorKind.TIMED_OUT: Remedy(Act.RETRY),
    ErrorKind.CONNECTION_REFUSED: Remedy(Act.RETRY),
    ErrorKind.CONNECTION_LOST: Remedy(Act.RETRY),
    ErrorKind.NAME_NOT_RESOLVED: Remedy(Act.RETRY),
    ErrorKind.NETWORK_UNREACHABLE: Remedy(Act.RETRY),
    ErrorKind.PROXY_FAILED: Remedy(Act.RETRY),
    ErrorKind.SERVER_BUSY: Remedy(Act.RETRY),
    ErrorKind.SERVER_ERROR: Remedy(Act.RETRY),
    ErrorKind.ANSWER_MALFORMED: Remedy(Act.RETRY),
    ErrorKind.FILE_CHANGED: Remedy(Act.RETRY, keeps_part=False),
    ErrorKind.RANGE_WRONG: Remedy(Act.RETRY, keeps_part=False),
    ErrorKind.TOO_MANY_OPEN_FILES: Remedy(Act.RETRY),
    ErrorKind.DISK_FULL: Remedy(Act.WAIT),
    ErrorKind.DISK_AWAY: Remedy(Act.WAIT),
    ErrorKind.FOLDER_NOT_WRITABLE: Remedy(Act.WAIT),
    ErrorKind.OFFLINE: Remedy(Act.WAIT),
    ErrorKind.CAPTIVE_PORTAL: Remedy(Act.WAIT),
    ErrorKind.METERED: Remedy(Act.WAIT),
    ErrorKind.NOT_FOUND: Remedy(Act.PERSON),
    ErrorKind.ACCESS_DENIED: Remedy(Act.PERSON),
    ErrorKind.CREDENTIALS_NEEDED: Remedy(Act.PERSON),
    ErrorKind.PROXY_CREDENTIALS_NEEDED: Remedy(Act.PERSON),
    ErrorKind.PROXY_UNUSABLE: Remedy(Act.PERSON),
    ErrorKind.REQUEST_REFUSED: Remedy(Act.PERSON),
    ErrorKind.REDIRECT_REFUSED: Remedy(Act.PERSON),
    ErrorKind.CERTIFICATE_REJECTED: Remedy(Act.PERSON),
    ErrorKind.CLIENT_CERTIFICATE_NEEDED: Remedy(Act.PERSON),
    ErrorKind.TLS_FAILED: Remedy(Act.PERSON),
    ErrorKind.LINK_UNUSABLE: Remedy(Act.PERSON),
    ErrorKind.WEB_PAGE_INSTEAD: Remedy(Act.PERSON),
    ErrorKind.CONTENT_ENCODED: Remedy(Act.PERSON),
    ErrorKind.FILE_TOO_LARGE: Remedy(Act.PERSON),
    ErrorKind.CHECKSUM_MISMATCH: Remedy(Act.PERSON, keeps_part=False),
    ErrorKind.SIZE_MISMATCH: Remedy(Act.PERSON, keeps_part=False),
    ErrorKind.CHECKSUM_MISSING: Remedy(Act.PERSON),
    ErrorKind.DISK_FAILED: Remedy(Act.PERSON),
    ErrorKind.DOWNLOAD_TIME_OVER: Remedy(Act.PERSON),
    ErrorKind.INACTIVE: Remedy(Act.PERSON),
    ErrorKind.UNEXPECTED: Remedy(Act.PERSON),
}

# Codes a BITS user would look up; HTTP statuses map by arithmetic (see `JobError.hresult`).
_HRESULTS: Mapping[ErrorKind, int] = {
    ErrorKind.TIMED_OUT: 0x80072EE2,
    ErrorKind.CONNECTION_REFUSED: 0x80072EFD,
    ErrorKind.CONNECTION_LOST: 0x80072EFE,
    ErrorKind.NAME_NOT_RESOLVED: 0x80072EE7,
    ErrorKind.NETWORK_UNREACHABLE: 0x80200010,
    ErrorKind.ANSWER_MALFORMED: 0x80072F78,
    ErrorKind.FILE_CHANGED: 0x80200073,
    ErrorKind.RANGE_WRONG: 0x80200013,
    ErrorKind.DISK_FULL: 0x80070070,
    ErrorKind.DISK_AWAY: 0x8020000D,
    ErrorKind.FOLDER_NOT_WRITABLE: 0x80070005,
    ErrorKind.OFFLINE: 0x80200010,
    ErrorKind.METERED: 0x80200059,
    ErrorKind.DOWNLOAD_TIME_OVER: 0x80200054,
    ErrorKind.PROXY_UNUSABLE: 0x8020003F,
    ErrorKind.CERTIFICATE_REJECTED: 0x80072F8F,
    ErrorKind.CLIENT_CERTIFICATE_NEEDED: 0x80072F0C,
    ErrorKind.CHECKSUM_MISMATCH: 0x80200053,
}
_HTTP_HRESULT_BASE = 0x80190000
LONGEST_DETAIL = 1000
"""Characters."""


@dataclass(frozen=True, slots=True)
class JobError:
    """One error in the user's terms.

    `detail` is for the log and the details pane, holds no secrets, and is cut where a server told
    a long story. `retry_after` is the server's
    wish in seconds. `subject` is what the sentence names: a host, a folder, a pair of checksums.
    `origin` is the "scheme:host:port" that wants a sign-in; a redirect may have led there.
    """

    kind: ErrorKind
    context: ErrorContext
    detail: str = ""
    subject: str = ""
    http_status: int | None = None
    retry_after: float | None = None
    origin: str = ""

    def __post_init__(self) -> None:
        """Every try that fails alike stores it anew."""
        if len(self.detail) > LONGEST_DETAIL:
            object.__setattr__(self, "detail", self.detail[: LONGEST_DETAIL - 1] + "…")

    @property
    def remedy(self) -> Remedy:
        """Who must act, and whether the part file is kept."""
        return REMEDIES[self.kind]

    @property
    def is_transient(self) -> bool:
        """Worth trying again unaided, after a delay."""
        return self.remedy.act is Act.RETRY

    @property
    def is_hold(self) -> bool:
        """A reason not to run now that is nobody's fault."""
        return self.remedy.act is Act.WAIT

    @property
    def hresult(self) -> int | None:
        """The code BITS would show, where one fits (0x80190000 + status for HTTP)."""
        if self.http_status is not None:
            return _HTTP_HRESULT_BASE + self.http_status
        return _HRESULTS.get(self.kind)


class TransferFailed(Exception):
    """The only failure that leaves the wire; carries the `JobError`."""

    def __init__(self, error: JobError) -> None:
        super().__init__(f"{error.kind.value}: {error.detail}")
        self.error = error


class TransferStopped(Exception):
    """The transfer was asked to stop; what is on disk is checkpointed."""


class RefusedError(ValueError):
    """Something that cannot be done with such a link, folder, number or option.

    The text is for people; `code` is what BITS would return, where one of its codes fits.
    """

    def __init__(self, text: str, code: int | None = None) -> None:
        super().__init__(text)
        self.code = code


BG_E_EMPTY = 0x80200003
BG_E_TOO_MANY_JOBS = 0x80200049
BG_E_TOO_MANY_FILES_IN_JOB = 0x80200051
