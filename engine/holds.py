"""Holds: reasons not to run now that are nobody's fault, and how to see that one is lifted."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from engine.errors import ErrorKind, JobError
from engine.job import Job

POLL_SECONDS = 5.0
# Enough to go on with when the size of the file is not known.
ROOM_FOR_UNKNOWN_SIZE = 16 * 1024 * 1024


def room_needed(job: Job) -> int:
    """Bytes that the pending files of the job still lack."""
    return sum(
        ROOM_FOR_UNKNOWN_SIZE if file.size is None else max(0, file.size - file.bytes_present)
        for file in job.pending_files
    )


def is_lifted(error: JobError, folder: Path, room: int) -> bool:
    """Whether the reason is gone; looks at the disk, so it is asked in a thread."""
    try:
        if error.kind is ErrorKind.DISK_FULL:
            return shutil.disk_usage(folder).free > room
        return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    except OSError:
        return False
