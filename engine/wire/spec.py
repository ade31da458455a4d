"""The values that cross the border of the wire: what to fetch, what came of it, and who listens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from engine.errors import JobError
from engine.metalink import Metalink
from engine.part import Checksum, KnownFile, Mirrors, PartState
from engine.sign_in import SignIn
from engine.timeline import TimelineKind


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """What a person shows a server to be let in: a PEM file with the key, or a PKCS#12 file."""

    path: Path
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TransferSpec:
    """One file to fetch, and everything that is known of it.

    `url` is http(s) without userinfo; `headers` and `credentials` go to its origin only. `sign_ins`
    are for the origins that redirects and mirrors may lead to, by `engine.wire.links.origin_key`.
    `part` is what the store remembers of an earlier try. `high_water` is the largest count of
    payload bytes this file ever had: only bytes beyond it are progress. `known` is the finished
    file of an earlier job. `stall_timeout` is in seconds. `owner` tells our part file from others
    that have its name. `mount` is the mount point that must be there before a part file is made.
    `checksum_file` is the link or the local path of a checksum file with a line for this file, and
    `checksum_file_credentials` go to its origin. `proxy` is the file's own: None as the
    settings say, "none" directly, else an address without userinfo (see `engine.proxies`). `pins`
    are certificates that a person accepted for this job: "host:port sha256", in hexadecimal digits.
    `client_certificate` is shown to the origin of `url` only. `mirrors` are other places of the
    file, which are sent nothing of what belongs to `url`. `reads_metalinks`: what the link leads to
    is to be read if it is a Metalink, not kept. `proposed_name` counts where the server gives none.
    """

    url: str
    folder: Path
    requested_name: str | None = None
    proposed_name: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    credentials: SignIn | None = None
    ca_file: Path | None = None
    checksum: Checksum | None = None
    connections: int = 8
    stall_timeout: float = 30.0
    allow_downgrade: bool = False
    part: PartState | None = None
    high_water: int = 0
    known: KnownFile | None = None
    owner: str = ""
    mount: str | None = None
    checksum_file: str | None = None
    checksum_file_credentials: SignIn | None = None
    sign_ins: Mapping[str, SignIn] = field(default_factory=dict)
    proxy: str | None = None
    pins: tuple[str, ...] = ()
    client_certificate: ClientCertificate | None = None
    mirrors: Mirrors | None = None
    reads_metalinks: bool = False


@dataclass(frozen=True, slots=True)
class TransferStart:
    """The first validated answer of a run, and the part file its body goes to.

    `address` and `protocol` are empty if nothing was asked because every byte was there already.
    """

    part: PartState
    resumed_from: int
    address: str = ""
    protocol: str = ""
    tls: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class TransferResult:
    """A file that is whole and synced, in its part file; or `unchanged`, and not fetched at all.

    `seconds` is how long this run took. `verified` names the algorithm of the digest that matched,
    whoever promised it. `modified` is Last-Modified in seconds since 1970. `size_verified` is False
    where the end of the connection was all that told the end of the body (RFC 9112 § 8). With
    `metalink` it is none of these: the link led to a document that tells of other files.
    """

    part: PartState
    size: int
    seconds: float
    resumed_from: int = 0
    verified: str | None = None
    modified: float | None = None
    unchanged: bool = False
    size_verified: bool = True
    metalink: Metalink | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the head of its answer, for people: what is secret in it is hidden.

    `at` is seconds since 1970. `status` is None where no answer came, `address` the server's or the
    proxy's, `tls` None on a plain connection.
    """

    at: float
    file_number: int
    method: str
    url: str
    sent: tuple[tuple[str, str], ...]
    status: int | None
    reason: str
    received: tuple[tuple[str, str], ...]
    address: str
    protocol: str
    tls: str | None


@dataclass(frozen=True, slots=True)
class ProbeSpec:
    """A link to ask about before there is a job; `login` goes before what stands in the link.

    The rest is as in `TransferSpec`.
    """

    url: str
    headers: tuple[tuple[str, str], ...] = ()
    ca_file: Path | None = None
    login: SignIn | None = None
    proxy: str | None = None
    allow_downgrade: bool = False
    pins: tuple[str, ...] = ()
    client_certificate: ClientCertificate | None = None


@dataclass(frozen=True, slots=True)
class Probe:
    """What a server told of a link; `error` is why it told nothing.

    `url` has no sign-in, `final_url` nothing secret at all. `name` is the one that the file would
    get, `size` bytes, None while unknown. `metalink` is the document that the link leads to: what
    it tells of is fetched in its place.
    """

    url: str
    name: str | None = None
    size: int | None = None
    is_resumable: bool = False
    final_url: str = ""
    error: JobError | None = None
    etag: str | None = None
    last_modified: str | None = None
    metalink: Metalink | None = None


class ExchangeListener(Protocol):
    """Who wants to know what is said to servers; called on wire threads."""

    def wants_exchange(self, status: int | None) -> bool:
        """Whether to tell of one that was answered so; of thousands in a moment few are enough."""

    def exchanged(self, exchange: Exchange) -> None:
        """Something was asked, and answered or not; its `file_number` means nothing yet."""


class TransferListener(ExchangeListener, Protocol):
    """Who wants to know; called on wire threads, so quick, and never raising."""

    def started(self, start: TransferStart) -> None:
        """Bytes are about to come; again after a start from zero."""

    def checkpointed(self, part: PartState) -> None:
        """`part.present` is synced to disk."""

    def noted(self, kind: TimelineKind, text: str) -> None:
        """Something for the timeline."""
