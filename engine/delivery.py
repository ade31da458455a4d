"""The end of a job's files: a rename that nobody can clobber, or removal of what is unfinished.

Called in a thread; touches the disk only.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from engine.job import FileState, Job, JobFile
from engine.wire import part_file
from engine.wire.classify import failures_classified
from engine.wire.origin import mark_origin


class PartMissing(Exception):
    """The bytes of a transferred file are gone, though its folder is there."""


def deliver(folder: Path, file: JobFile) -> Path:
    """Give a transferred file its name.

    Raises `TransferFailed`, after which it may be called again, and `PartMissing`. A file that got
    its name just before a crash is recognised.
    """
    assert file.part is not None
    if not (folder / file.part.part_name).exists() and folder.is_dir():
        return _named_before(folder / file.part.name, file.size)
    with failures_classified("", str(folder)):
        path = part_file.deliver(folder, file.part.name, modified=file.modified)
    mark_origin(path, file.part.final_url or file.url)
    return path


def discard_undelivered(job: Job) -> None:
    """Remove the part files of everything that was not delivered."""
    for file in job.files:
        if file.part is not None and file.state is not FileState.DELIVERED:
            with contextlib.suppress(OSError):
                part_file.discard_part(job.folder, file.part.name)


def _named_before(path: Path, size: int | None) -> Path:
    # The name was free when the part file was made, so a file of this size there is ours.
    if path.is_file() and path.stat().st_size == size:
        return path
    raise PartMissing
