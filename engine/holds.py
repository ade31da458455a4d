"""Holds: reasons not to run now that are nobody's fault, and how to see that one is lifted."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from engine.errors import ErrorKind, JobError
from engine.job import Job
from engine.wire.mounts import is_mounted, is_pulled_out

POLL_SECONDS = 5.0
# Enough to go on with when the size of the file is not known.
ROOM_FOR_UNKNOWN_SIZE = 16 * 1024 * 1024


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
