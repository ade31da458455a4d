"""Holds: reasons not to run now that are nobody's fault, and how to see that one is lifted.

Holds of the disk are looked at every few seconds; those of the network are lifted by its change. A
server's own word for a captive portal stands only for `PORTAL_RETRY_SECONDS`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.job import FileState, Job, MeteredPolicy
from engine.network import NetworkState, is_this_computer
from engine.wire.links import host_of
from engine.wire.mounts import is_mounted, is_pulled_out

POLL_SECONDS = 5.0
# A sign-in in the browser takes about as long, and where the system knows nothing of portals only
# another try can tell that it is done.
PORTAL_RETRY_SECONDS = 60.0
# Enough to go on with when the size of the file is not known.
ROOM_FOR_UNKNOWN_SIZE = 16 * 1024 * 1024

_DOINGS_OF_PORTALS = frozenset(
    {
        ErrorKind.WEB_PAGE_INSTEAD,
        ErrorKind.REDIRECT_REFUSED,
        ErrorKind.CERTIFICATE_REJECTED,
        ErrorKind.TLS_FAILED,
    }
)


@dataclass(frozen=True, slots=True)
class Need:
    """What a job needs of the disk: `room` bytes in `folder`, and `mount` to be a mount point."""

    folder: Path
    room: int
    mount: str | None


def need_of(job: Job) -> Need:
    """What the pending files of the job still lack."""
    room = sum(
        ROOM_FOR_UNKNOWN_SIZE if file.size is None else max(0, file.size - file.bytes_present)
        for file in job.pending_files
    )
    return Need(job.folder, room, job.mount)


def is_lifted(error: JobError, need: Need) -> bool:
    """Whether the reason is gone; looks at the disk, so it is asked in a thread."""
    try:
        if error.kind is ErrorKind.DISK_FULL:
            return shutil.disk_usage(need.folder).free > need.room
        is_writable = need.folder.is_dir() and os.access(need.folder, os.W_OK | os.X_OK)
        return is_writable and is_mounted(need.mount) and not is_pulled_out(need.folder)
    except OSError:
        return False


def network_hold(job: Job, state: NetworkState) -> JobError | None:
    """Why the network lets the job not run now; None when it may.

    The detail of METERED is the job's policy: with `MeteredPolicy.ASK` a person is to be asked.
    """
    if not state.may_hold or job.options.run_anyway:
        return None
    kind, detail = _kind_of_hold(job, state)
    if kind is None or all(map(_is_of_this_computer, _pending_links(job))):
        return None
    return JobError(kind, ErrorContext.GENERAL_TRANSPORT, detail)


def is_of_network(error: JobError | None) -> bool:
    """Whether the network's change lifts this hold, rather than a look at the disk."""
    return error is not None and error.kind in (
        ErrorKind.OFFLINE,
        ErrorKind.CAPTIVE_PORTAL,
        ErrorKind.METERED,
    )


def seen_through(error: JobError, state: NetworkState) -> JobError:
    """The error as it is meant: behind a captive portal, what came instead of the file is its own.

    A page, a way to another place, a certificate that does not fit: nothing of that is the
    server's, and none of it lasts.
    """
    if not state.is_behind_portal or error.kind not in _DOINGS_OF_PORTALS:
        return error
    if is_this_computer(error.subject):
        return error
    return replace(error, kind=ErrorKind.CAPTIVE_PORTAL, context=ErrorContext.GENERAL_TRANSPORT)


def _kind_of_hold(job: Job, state: NetworkState) -> tuple[ErrorKind | None, str]:
    if not state.is_online:
        return ErrorKind.OFFLINE, "the system tells of no network"
    if state.is_behind_portal:
        return ErrorKind.CAPTIVE_PORTAL, "the system tells of a captive portal"
    policy = job.options.metered
    if state.is_metered and policy is not MeteredPolicy.ALWAYS:
        return ErrorKind.METERED, policy.value
    return None, ""


def _pending_links(job: Job) -> Iterator[str]:
    for file in job.files:
        if file.state is FileState.PENDING:
            yield file.url
            if file.checksum_file and "://" in file.checksum_file:
                yield file.checksum_file


def _is_of_this_computer(link: str) -> bool:
    return is_this_computer(host_of(link))
