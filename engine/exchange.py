"""The list of jobs as text that people, scripts and another Holdfast can read, and back again.

`export_jobs` writes JSON: what was asked for and how far it is, never a header, a user name or a
password; links stand there whole. `read_import` reads that, an input file of aria2, and links one
a line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from math import isfinite
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeAlias

import msgspec

from engine.errors import RefusedError
from engine.job import FileState, MeteredPolicy, Priority
from engine.link_lists import ImportedJob, read_list
from engine.part import Checksum
from engine.snapshot import FileSnapshot, JobSnapshot
from engine.spec import DEFAULT, Default, FileSpec, JobSpec
from engine.states import JobState
from engine.wire.checksum import parse_checksum
from engine.wire.links import parse_link, redacted

__all__ = ["ImportedJob", "export_jobs", "read_import"]

VERSION = 1
_WAITS_FOR_A_PERSON = frozenset({JobState.SUSPENDED, JobState.ERROR})
_IS_HERE = frozenset({FileState.DELIVERED, FileState.SKIPPED})
_LARGEST_NUMBER = 2**53

Never: TypeAlias = Literal["never"]
Seconds: TypeAlias = float | Never | None
"""None: as the settings say."""


class _File(msgspec.Struct):
    """One file in the text. `size`, `bytes` and `path` tell how far it is, for people."""

    url: str
    name: str | None = None
    checksum: str | None = None
    checksum_file: str | None = None
    state: str = FileState.PENDING.value
    size: int | None = None
    bytes: int = 0
    path: str | None = None
    cut: bool = False
    """The link had values that are secret, and they stayed where they were."""


class _Job(msgspec.Struct):
    """One job in the text. Durations are seconds, `limit` bytes a second.

    `has_secrets`: it had headers or sign-ins, which stayed where they were.
    """

    files: list[_File]
    name: str | None = None
    state: str = JobState.QUEUED.name
    folder: str = ""
    give_up_after: Seconds = None
    retry_delay: float | None = None
    max_time: Seconds = None
    priority: str = Priority.NORMAL.name.lower()
    limit: int = 0
    connections: int | None = None
    metered: str | None = None
    ca_file: str | None = None
    auto_complete: bool = True
    has_secrets: bool = False
    proxy: str | None = None
    allow_downgrade: bool = False
    client_certificate: str | None = None


class _Document(msgspec.Struct):
    holdfast: int
    jobs: list[Any]


def export_jobs(jobs: Iterable[JobSnapshot], *, whole_links: bool = False) -> str:
    """The jobs as a JSON document, without secrets; `whole_links`: but with those in links."""
    document = _Document(VERSION, [_exported(job, whole_links) for job in jobs])
    return json.dumps(msgspec.to_builtins(document), ensure_ascii=False, indent=1) + "\n"


def read_import(
    text: str, *, folder: Path, note: Callable[[str], None] = lambda _sentence: None
) -> list[ImportedJob]:
    """The jobs that a text asks for; `folder` is for those that name none.

    `note` is told in sentences what was passed over: jobs that are finished, options of aria2 that
    mean nothing here. Raises `RefusedError`, which names the line or the job, if any of it cannot
    be read.
    """
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _read_document(text, folder, note)
    return read_list(text, folder, note)


def _exported(job: JobSnapshot, whole_links: bool) -> _Job:
    return _Job(
        name=job.name,
        state=job.state.name,
        folder=str(job.folder),
        files=[_exported_file(file, whole_links) for file in job.files],
        give_up_after=_or_never(job.no_progress_timeout),
        retry_delay=job.minimum_retry_delay,
        max_time=_or_never(job.maximum_download_time),
        priority=job.priority.name.lower(),
        limit=job.rate_limit,
        connections=job.most_connections,
        metered=job.metered.value,
        ca_file=str(job.ca_file) if job.ca_file else None,
        auto_complete=job.auto_complete,
        has_secrets=job.has_secrets,
        proxy=job.proxy,
        allow_downgrade=job.allow_downgrade,
        client_certificate=str(job.client_certificate) if job.client_certificate else None,
    )


def _exported_file(file: FileSnapshot, whole_links: bool) -> _File:
    show = str if whole_links else redacted
    sums = file.checksum_file
    return _File(
        url=show(file.url),
        name=file.requested_name,
        checksum=str(file.checksum) if file.checksum else None,
        checksum_file=show(sums) if sums and "://" in sums else sums,
        state=file.state.value,
        size=file.size,
        bytes=file.bytes_present,
        path=str(file.path) if file.path else None,
        cut=show(file.url) != file.url,
    )


def _or_never(seconds: float | None) -> float | Never:
    return "never" if seconds is None else seconds


def _read_document(text: str, folder: Path, note: Callable[[str], None]) -> list[ImportedJob]:
    try:
        found = json.loads(text.lstrip("\ufeff"), parse_constant=_refuse_constant)
        document = msgspec.convert(found, _Document)
    except json.JSONDecodeError as mistake:
        why = f"this is no JSON here ({mistake.msg.lower()})."
        raise RefusedError(f"Line {mistake.lineno}: {why}") from mistake
    except msgspec.ValidationError as mistake:
        raise RefusedError("This is JSON, but no list of jobs of Holdfast.") from mistake
    except ValueError as mistake:
        raise RefusedError(f"This JSON cannot be read: {mistake}") from mistake
    except RecursionError as mistake:
        raise RefusedError("This JSON is nested too deep for a list of jobs.") from mistake
    if document.holdfast != VERSION:
        raise RefusedError("Another version of Holdfast wrote this list; please update.")
    imported = [
        _read_job(number, job, folder, note) for number, job in enumerate(document.jobs, start=1)
    ]
    return [job for job in imported if job]


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number.")


def _read_job(
    number: int, found: object, folder: Path, note: Callable[[str], None]
) -> ImportedJob | None:
    """None for a job from which nothing is left to fetch."""
    try:
        job = msgspec.convert(found, _Job)
        state = _named(JobState, job.state)
        files = [file for file in job.files if FileState(file.state) not in _IS_HERE]
        spec = _spec(job, files, folder)
    except ValueError as mistake:
        raise RefusedError(f"Job {number} in it cannot be read: {mistake}") from mistake
    called = f"Job {number} ({job.name or 'without a name'})"
    if state.is_final or (job.files and not files):
        note(f"{called} is finished or was cancelled, and is left out.")
        return None
    if len(files) < len(job.files):
        note(f"{called}: files that are here already or were skipped are left out.")
    if job.has_secrets:
        note(f"{called}: its headers and sign-ins are not in the list.")
    is_cut = any(file.cut for file in files)
    if is_cut:
        note(f"{called}: what is secret in its link is not in the list. Change the link to go on.")
    is_ready = bool(files) and not is_cut
    return ImportedJob(spec, start=is_ready and state not in _WAITS_FOR_A_PERSON)


def _spec(job: _Job, files: list[_File], folder: Path) -> JobSpec:
    _check_numbers(job)
    return JobSpec(
        files=tuple(map(_file, files)),
        folder=folder / _checked_path(job.folder),
        name=job.name,
        no_progress_timeout=_seconds(job.give_up_after),
        minimum_retry_delay=DEFAULT if job.retry_delay is None else job.retry_delay,
        maximum_download_time=_seconds(job.max_time),
        priority=_named(Priority, job.priority.upper()),
        connections=job.connections,
        rate_limit=job.limit,
        metered=None if job.metered is None else MeteredPolicy(job.metered),
        ca_file=_path(job.ca_file),
        auto_complete=job.auto_complete,
        proxy=job.proxy,
        allow_downgrade=job.allow_downgrade,
        client_certificate=_path(job.client_certificate),
    )


def _path(text: str | None) -> Path | None:
    return Path(_checked_path(text)) if text else None


def _file(file: _File) -> FileSpec:
    parse_link(file.url)
    checksum: Checksum | None = parse_checksum(file.checksum) if file.checksum else None
    return FileSpec(file.url, file.name, checksum, file.checksum_file)


def _check_numbers(job: _Job) -> None:
    """Raises ValueError."""
    numbers = (job.give_up_after, job.retry_delay, job.max_time, job.limit, job.connections)
    for number in numbers:
        if number is None or number == "never":
            continue
        if not (isfinite(number) and 0 <= number <= _LARGEST_NUMBER):
            raise ValueError(f"{number} is out of range.")
    if job.connections == 0:
        raise ValueError("without connections nothing comes.")


def _checked_path(text: str) -> str:
    if "\0" in text:
        raise ValueError("a path cannot contain a NUL.")
    return text


def _seconds(seconds: Seconds) -> float | Default | None:
    if seconds is None:
        return DEFAULT
    return None if seconds == "never" else seconds


def _named(kind: Any, name: str) -> Any:
    if name not in kind.__members__:
        raise ValueError(f"{name!r} is none of {', '.join(kind.__members__)}.")
    return kind[name]
