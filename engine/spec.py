"""What a person asks for: the values a front end hands to `JobManager.add`."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from engine.job import MeteredPolicy, Priority
from engine.part import Checksum, Mirrors
from engine.sign_in import SignIn


class Default(enum.Enum):
    """Stands for "as the settings say", where None already means "never"."""

    DEFAULT = "default"


DEFAULT = Default.DEFAULT

Headers: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One link. `name` is the local name the person chose, None for the server's.

    `checksum_file` is a link or an absolute path: a file such as SHA256SUMS with a line for this
    file. It counts where no `checksum` is given. `mirrors` are other links to the same file.
    `proposed_name` is what somebody else would call it: it counts where the server gives no name.
    `headers` are for the origin of this link alone, and go to the keyring.
    """

    url: str
    name: str | None = None
    checksum: Checksum | None = None
    checksum_file: str | None = None
    mirrors: Mirrors | None = None
    proposed_name: str | None = None
    headers: Headers = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class JobSpec:
    """One job. Durations are seconds, `rate_limit` bytes per second (0: none).

    What is `DEFAULT` follows the settings; None for a timeout or a time is "never". A link may
    carry `user:password@`; like `headers`, the certificate's password and `login`, which is for the
    origins of all links that carry none, it goes to the keyring. `files` may come later, with
    `JobManager.add_files`.
    """

    files: tuple[FileSpec, ...]
    folder: Path
    name: str | None = None
    no_progress_timeout: float | Default | None = DEFAULT
    minimum_retry_delay: float | Default = DEFAULT
    priority: Priority = Priority.NORMAL
    connections: int | None = None
    rate_limit: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    ca_file: Path | None = None
    auto_complete: bool = True
    metered: MeteredPolicy | None = None
    """None follows the settings; the control socket can tell only one enum in a field."""
    maximum_download_time: float | Default | None = DEFAULT
    login: SignIn | None = None
    proxy: str | None = None
    """The way to the server: an address, "none" for straight, None as the settings say."""
    pins: tuple[str, ...] = ()
    """Certificates to trust: "host:port" and the SHA-256 in hex."""
    allow_downgrade: bool = False
    """A server may send the job from https to http."""
    client_certificate: Path | None = None
    """PEM with its key, or PKCS#12."""
    client_certificate_password: str = ""
    netrc: Path | None = None
    """Where sign-ins for the hosts of the links may be found; read once, when the job is made."""
