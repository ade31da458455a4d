"""From what a person asks for to a job: links checked, the folder made, secrets taken out.

Everything that can be refused is refused here, before there is a job.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from engine.clock import Clock, wall_time
from engine.credentials import Secret, login_key
from engine.errors import RefusedError
from engine.job import FileState, Job, JobFile, JobOptions, JobTimes
from engine.part import KnownFile
from engine.retry import RetryPolicy
from engine.settings import Settings
from engine.spec import Default, JobSpec
from engine.states import JobState
from engine.wire.links import Link, host_of, parse_link


@dataclass(frozen=True, slots=True)
class Order:
    """A job that was accepted, and the secrets that must not be stored with it."""

    job: Job
    secret: Secret


def accept(spec: JobSpec, settings: Settings, clock: Clock) -> Order:
    """The job of `spec`, suspended, its folder made; raises `RefusedError`. Touches the disk."""
    if not spec.files:
        raise RefusedError("there is no link to fetch")
    links = [parse_link(file.url) for file in spec.files]
    folder = prepare_folder(spec.folder)
    files = [
        JobFile(number, link.url, file.name, file.checksum)
        for number, (link, file) in enumerate(zip(links, spec.files, strict=True))
    ]
    now = wall_time()
    job = Job(
        id=uuid.uuid4().hex[:12],
        name=spec.name or spec.files[0].name or name_in(links[0].url),
        folder=folder,
        files=files,
        times=JobTimes(created=now, modified=now),
        clock=clock,
        priority=spec.priority,
        profile=settings.profile,
        policy=chosen_policy(spec, settings.retry_policy(spec.priority)),
        options=chosen_options(spec, JobOptions(connections=settings.connections)),
        auto_complete=spec.auto_complete,
    )
    return Order(job, _secret(spec, links))


def prepare_folder(folder: Path) -> Path:
    """The folder, absolute, made where it was missing and writable; raises `RefusedError`."""
    try:
        place = folder.expanduser().absolute()
        place.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise RefusedError(f"cannot make the folder {folder}: {reason}") from failure
    if not os.access(place, os.W_OK | os.X_OK):
        raise RefusedError(f"cannot write to the folder {folder}")
    return place


def chosen_policy(spec: JobSpec, otherwise: RetryPolicy) -> RetryPolicy:
    """What `spec` says about retries; `otherwise` where it is silent. Raises `RefusedError`."""
    timeout, delay = spec.no_progress_timeout, spec.minimum_retry_delay
    try:
        return RetryPolicy(
            otherwise.no_progress_timeout if isinstance(timeout, Default) else timeout,
            otherwise.minimum_retry_delay if isinstance(delay, Default) else delay,
        )
    except ValueError as failure:
        raise RefusedError(str(failure)) from failure


def chosen_options(spec: JobSpec, otherwise: JobOptions) -> JobOptions:
    """How `spec` wants the files fetched; `otherwise` where it is silent."""
    return replace(
        otherwise,
        connections=spec.connections or otherwise.connections,
        rate_limit=spec.rate_limit,
        ca_file=spec.ca_file or otherwise.ca_file,
    )


def secret_in(spec: JobSpec) -> Secret:
    """The headers, and the sign-ins that stand in the links; raises `RefusedError`."""
    return _secret(spec, [parse_link(file.url) for file in spec.files])


def _secret(spec: JobSpec, links: Iterable[Link]) -> Secret:
    logins = {login_key(link.url): link.credentials for link in links if link.credentials}
    return Secret(spec.headers, logins)


def name_in(url: str) -> str:
    """What to call a job before the server has named its file: the link's last word or host."""
    return unquote(PurePosixPath(urlsplit(url).path).name) or host_of(url)


def earlier_job(spec: JobSpec, jobs: Iterable[Job]) -> Job | None:
    """The newest job with the same links, folder and chosen names; raises `RefusedError`."""
    wanted = [(parse_link(file.url).url, file.name) for file in spec.files]
    folder = spec.folder.expanduser().absolute()
    for job in sorted(jobs, key=lambda job: -job.position):
        same = [(file.url, file.requested_name) for file in job.files] == wanted
        if same and job.folder == folder and job.state is not JobState.CANCELLED:
            return job
    return None


def known_files(earlier: Job) -> list[KnownFile | None]:
    """The delivered files of a finished job that are still there, as they were left."""
    return [_known(file) for file in earlier.files]


def _known(file: JobFile) -> KnownFile | None:
    if file.state is not FileState.DELIVERED or file.path is None or file.part is None:
        return None
    try:
        is_same = file.path.stat().st_size == file.size
    except OSError:
        return None
    return KnownFile(str(file.path), file.size or 0, file.part.validator) if is_same else None
