"""The end of a job's files: a rename that nobody can clobber, or removal of what is unfinished.

Called in a thread; touches the disk only.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from engine.errors import JobError, RefusedError, TransferFailed
from engine.job import FileState, Job, JobFile
from engine.part import PartState
from engine.wire import part_file
from engine.wire.classify import failures_classified
from engine.wire.fingerprint import is_intact_at
from engine.wire.mounts import require_mount
from engine.wire.origin import mark_origin


class PartMissing(Exception):
    """The bytes of a transferred file are gone or were changed, though its folder is there."""


class Delivery(NamedTuple):
    """Where the files are now, in order; None for one whose part file was missing or changed.

    `error` is why the files after these have no name yet.
    """

    paths: list[Path | None]
    error: JobError | None = None


class Trashed(NamedTuple):
    """Files that are in the trash now, and those that it did not take."""

    gone: list[Path]
    stuck: list[Path]


def deliver_together(folder: Path, files: Sequence[JobFile]) -> Delivery:
    """Give transferred files their names, on disk when this returns; may be called again.

    Files that got their names just before a crash are recognised.
    """
    paths: list[Path | None] = []
    error = None
    for file in files:
        try:
            paths.append(deliver(folder, file))
        except PartMissing:
            paths.append(None)
        except TransferFailed as failure:
            error = failure.error
            break
    part_file.sync_folder(folder)
    return Delivery(paths, error)


def deliver(folder: Path, file: JobFile) -> Path:
    """Give a transferred file its name, which is on disk when its folder has been synced.

    Raises `TransferFailed`, after which it may be called again, and `PartMissing`.
    """
    part = file.part
    assert part is not None
    with failures_classified("", str(folder)):
        if _part_is_missing(folder, part):
            path = _named_before(folder, file)
        elif is_intact_at(folder / part.part_name, part):
            path = part_file.deliver(
                folder, part.name, modified=file.modified, new_name=file.new_name
            )
        else:
            path = None
    if path is None:
        raise PartMissing
    mark_origin(path, part.final_url or file.url)
    return path


def is_undelivered(file: JobFile) -> bool:
    """Whether there may be a part file."""
    return file.part is not None and file.state is not FileState.DELIVERED


def discard_undelivered(job: Job) -> None:
    """Remove the part files of everything that was not delivered."""
    for file in job.files:
        if file.part is not None and is_undelivered(file):
            with contextlib.suppress(OSError):
                part_file.discard_part(job.folder, file.part.name)


def discard_of_each(jobs: Iterable[Job]) -> None:
    """`discard_undelivered` for all of these."""
    for job in jobs:
        discard_undelivered(job)


def trash_undelivered(job: Job) -> list[Path]:
    """Put the part files of everything that was not delivered into the trash; returns which.

    Where a drive has no trash they stay: nothing is lost while nobody looks.
    """
    # Not before it is needed: once Qt is there, it looks into every module that is imported.
    from engine.trash import move_to_trash

    parts = [
        job.folder / file.part.part_name
        for file in job.files
        if file.part is not None and file.state is not FileState.DELIVERED
    ]
    return [part for part in parts if part.exists() and move_to_trash(part)]


def trash_delivered(job: Job) -> Trashed:
    """Put what was delivered into the trash; files that are not there any more are no trouble."""
    from engine.trash import move_to_trash

    paths = [file.path for file in job.files if file.state is FileState.DELIVERED and file.path]
    there = [path for path in paths if path.exists()]
    gone = [path for path in there if move_to_trash(path)]
    return Trashed(gone, [path for path in there if path not in gone])


def rename_delivered(path: Path, name: str) -> Path:
    """Another name for a delivered file, never over another one; raises `RefusedError`."""
    try:
        return part_file.rename(path, name)
    except FileExistsError as failure:
        raise RefusedError(f"There is already something called {name}.") from failure
    except FileNotFoundError as failure:
        raise RefusedError(f"{path.name} is no longer where it was put.") from failure
    except OSError as failure:
        raise RefusedError(f"{path.name} cannot be renamed: {failure.strerror}.") from failure


def _part_is_missing(folder: Path, part: PartState) -> bool:
    """Raises OSError where it may be on a disk that is away."""
    if (folder / part.part_name).exists() or not folder.is_dir():
        return False
    require_mount(part.mount)
    return True


def _named_before(folder: Path, file: JobFile) -> Path | None:
    """The file under its final name, if it is ours: a crash came before the store heard of it."""
    assert file.part is not None
    for name in filter(None, (file.new_name, file.part.name)):
        path = folder / name
        is_whole = path.is_file() and path.stat().st_size == file.size
        if is_whole and is_intact_at(path, file.part):
            return path
    return None
