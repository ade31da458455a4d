"""Jobs to rows and back. Rows are made on the main thread, so that the store thread never sees a
live job.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from engine.clock import Clock
from engine.errors import JobError
from engine.job import FileState, Job, JobFile, JobOptions, JobTimes, Priority, Profile
from engine.part import Checksum, KnownFile, Mirrors, PartState
from engine.retry import RetryPolicy
from engine.states import JobState

T = TypeVar("T")
Row = Mapping[str, Any]


def job_row(job: Job) -> Row:
    """The job's own columns, as they are now."""
    return {
        "id": job.id,
        "position": job.position,
        "name": job.name,
        "folder": str(job.folder),
        "state": job.state.name,
        "priority": job.priority.name,
        "profile": job.profile.name,
        "no_progress_timeout": job.policy.no_progress_timeout,
        "minimum_retry_delay": job.policy.minimum_retry_delay,
        "auto_complete": job.auto_complete,
        "options": _packed(job.options),
        "error": _packed(job.error),
        "error_count": job.error_count,
        "failures": job.failures,
        "tries": job.tries,
        "gave_up": job.gave_up,
        "created": job.times.created,
        "modified": job.times.modified,
        "transferred": job.times.transferred,
        "progress": job.times.progress,
        **clocks_row(job),
    }


def clocks_row(job: Job) -> Row:
    """The columns of the clocks that run for the job, and its id."""
    return {
        "id": job.id,
        "window_spent": job.window.elapsed if job.window.is_open else None,
        "download_spent": job.download_time.elapsed,
        "idle_spent": job.idle.elapsed,
    }


def file_row(job: Job, file: JobFile) -> Row:
    """The columns of one of the job's files, as they are now."""
    return {
        "job_id": job.id,
        "number": file.number,
        "url": file.url,
        "requested_name": file.requested_name,
        "checksum": _packed(file.checksum),
        "known": _packed(file.known),
        "state": file.state.name,
        "part": _packed(file.part),
        "high_water": file.high_water,
        "size": file.size,
        "seconds": file.seconds,
        "resumed_from": file.resumed_from,
        "verified": file.verified,
        "size_verified": file.size_verified,
        "unchanged": file.unchanged,
        "modified": file.modified,
        "path": None if file.path is None else str(file.path),
        "error": _packed(file.error),
        "checksum_file": file.checksum_file,
        "new_name": file.new_name,
        "proposed_name": file.proposed_name,
    }


def mirrors_row(job: Job, file: JobFile) -> Row | None:
    """The row of the file's mirrors; None if it has none, or is begun: it was written before."""
    was_written = file.part is not None and not file.mirrors_changed
    if file.mirrors is None or was_written:
        return None
    return {"job_id": job.id, "number": file.number, "mirrors": _packed(file.mirrors)}


def to_job(row: Row, file_rows: Sequence[Row], clock: Clock) -> Job:
    """The job of these rows; raises KeyError, ValueError or a msgspec error when they cannot be
    read.
    """
    job = Job(
        id=row["id"],
        name=row["name"],
        folder=_folder(row["folder"]),
        files=[_to_file(file_row) for file_row in file_rows],
        times=JobTimes(row["created"], row["modified"], row["transferred"], row["progress"]),
        clock=clock,
        position=row["position"],
        priority=Priority[row["priority"]],
        profile=Profile[row["profile"]],
        policy=RetryPolicy(row["no_progress_timeout"], row["minimum_retry_delay"]),
        options=_options(row["options"]),
        auto_complete=bool(row["auto_complete"]),
        error=_unpacked(row["error"], JobError),
        error_count=row["error_count"],
        failures=row["failures"],
        tries=row["tries"],
        gave_up=bool(row["gave_up"]),
    )
    job.restore(JobState[row["state"]], row["window_spent"])
    job.download_time.set(row["download_spent"])
    job.idle.set(row["idle_spent"])
    return job


def _to_file(row: Row) -> JobFile:
    part = _unpacked(row["part"], PartState)
    state = FileState[row["state"]]
    return JobFile(
        number=row["number"],
        url=row["url"],
        requested_name=row["requested_name"],
        checksum=_unpacked(row["checksum"], Checksum),
        known=_unpacked(row["known"], KnownFile),
        checksum_file=row["checksum_file"],
        new_name=row["new_name"],
        proposed_name=row["proposed_name"],
        mirrors=_unpacked(row["mirrors"], Mirrors),
        state=state,
        part=part,
        high_water=row["high_water"],
        bytes_present=part.bytes_present if part else row["high_water"],
        size=row["size"],
        seconds=row["seconds"],
        resumed_from=row["resumed_from"],
        verified=row["verified"],
        size_verified=bool(row["size_verified"]),
        unchanged=bool(row["unchanged"]),
        modified=row["modified"],
        path=None if row["path"] is None else Path(row["path"]),
        error=_unpacked(row["error"], JobError),
        is_from_store=part is not None,
    )


def _packed(value: object) -> str | None:
    return None if value is None else msgspec.json.encode(value, enc_hook=str).decode()


def _unpacked(text: str | None, kind: type[T]) -> T | None:
    return None if text is None else msgspec.json.decode(text, type=kind)


# Thousands of jobs have few different folders and options, and both are frozen.
@lru_cache(maxsize=256)
def _folder(text: str) -> Path:
    return Path(text)


@lru_cache(maxsize=256)
def _options(text: str) -> JobOptions:
    return msgspec.json.decode(text, type=JobOptions, dec_hook=_path)


def _path(kind: type, value: object) -> object:
    if issubclass(kind, Path):
        return kind(str(value))
    raise NotImplementedError
