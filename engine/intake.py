"""From what a person asks for to a job: links checked, the folder made, secrets taken out.

Everything that can be refused is refused here, before there is a job.
"""

from __future__ import annotations

import os
import re
import ssl
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from engine.clock import Clock, wall_time
from engine.credentials import Secret
from engine.errors import BG_E_TOO_MANY_FILES_IN_JOB, RefusedError
from engine.job import FileState, Job, JobFile, JobOptions, JobTimes
from engine.job_names import name_in
from engine.netrc_file import sign_ins_in
from engine.part import Checksum, KnownFile
from engine.retry import RetryPolicy
from engine.settings import Settings
from engine.sign_in import SignIn
from engine.spec import Default, FileSpec, Headers, JobSpec
from engine.states import JobState
from engine.unfold import checked_mirrors, links_asked_for
from engine.wire.links import origin_key, parse_link
from engine.wire.mounts import mount_of
from engine.wire.proxies import DIRECT, parse_proxy
from engine.wire.spec import ClientCertificate
from engine.wire.sums import Line, find, is_link, names_of, read_sums
from engine.wire.tls import check_client_certificate

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*")


@dataclass(frozen=True, slots=True)
class Order:
    """A job that was accepted, and the secrets that must not be stored with it."""

    job: Job
    secret: Secret
    proxy_sign_in: SignIn | None = None
    """What stood in the proxy's address; it is for that proxy, whoever uses it."""


class Proof(NamedTuple):
    """What a file will be compared with: a checksum, or a line of a checksum file by place."""

    checksum: Checksum | None = None
    checksum_file: str | None = None


def accept(spec: JobSpec, settings: Settings, clock: Clock) -> Order:
    """The job of `spec`, suspended, its folder made; raises `RefusedError`. Touches the disk."""
    _require_room(len(spec.files), settings.max_files_per_job)
    spec, proxy_sign_in = without_proxy_sign_in(spec)
    files = _files_of(spec.files, 0)
    secret = secret_in(spec)
    folder = prepare_folder(spec.folder)
    otherwise = JobOptions(
        connections=settings.connections,
        mount=mount_of(folder),
        metered=settings.metered,
        maximum_download_time=settings.maximum_download_time,
    )
    now = wall_time()
    job = Job(
        id=uuid.uuid4().hex[:12],
        name=spec.name or (files and files[0].name) or _name_of(files),
        folder=folder,
        files=files,
        times=JobTimes(created=now, modified=now),
        clock=clock,
        priority=spec.priority,
        profile=settings.profile,
        policy=chosen_policy(spec, settings.retry_policy(spec.priority)),
        options=chosen_options(spec, otherwise),
        auto_complete=spec.auto_complete,
    )
    return Order(job, secret, proxy_sign_in)


def more_files(job: Job, specs: Sequence[FileSpec], most: int) -> tuple[list[JobFile], Secret]:
    """Further files of the job, and the sign-ins that stand in their links; raises
    `RefusedError`.
    """
    _require_room(len(job.files) + len(specs), most)
    files = _files_of(specs, max((file.number for file in job.files), default=-1) + 1)
    return files, Secret(logins=_logins(specs), by_origin=_own_headers(specs))


def _require_room(count: int, most: int) -> None:
    if count > most:
        raise RefusedError(
            f"A job may have {most} files, and this one would have {count}.",
            BG_E_TOO_MANY_FILES_IN_JOB,
        )


def _files_of(specs: Sequence[FileSpec], first: int) -> list[JobFile]:
    links = [parse_link(file.url) for file in specs]
    return [
        JobFile(
            number,
            link.url,
            file.name,
            proof.checksum,
            checksum_file=proof.checksum_file,
            mirrors=checked_mirrors(file.mirrors),
            proposed_name=file.proposed_name,
        )
        for number, (link, file, proof) in enumerate(
            zip(links, specs, proofs_of(specs), strict=True), start=first
        )
    ]


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
    """How `spec` wants the files fetched; `otherwise` where it is silent. Raises `RefusedError`."""
    time = spec.maximum_download_time
    if spec.ca_file is not None:
        check_authorities(spec.ca_file)
    if spec.client_certificate is not None:
        password = spec.client_certificate_password
        check_client_certificate(ClientCertificate(spec.client_certificate, password))
    return checked_options(
        replace(
            otherwise,
            connections=spec.connections or otherwise.connections,
            rate_limit=spec.rate_limit,
            ca_file=spec.ca_file or otherwise.ca_file,
            metered=spec.metered or otherwise.metered,
            proxy=spec.proxy or otherwise.proxy,
            pins=(*otherwise.pins, *(pin for pin in spec.pins if pin not in otherwise.pins)),
            allow_downgrade=spec.allow_downgrade or otherwise.allow_downgrade,
            client_certificate=spec.client_certificate or otherwise.client_certificate,
            maximum_download_time=(
                otherwise.maximum_download_time if isinstance(time, Default) else time
            ),
        )
    )


def check_authorities(ca_file: Path) -> None:
    """Else every server would be said to have a bad certificate."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(ca_file)
    except ssl.SSLError as failure:
        raise RefusedError(f"There are no certificates (PEM) in {ca_file}.") from failure
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise RefusedError(f"Cannot read {ca_file}: {reason}.") from failure


def without_proxy_sign_in(spec: JobSpec) -> tuple[JobSpec, SignIn | None]:
    """The same with the proxy's plain address, and what stood in it; raises `RefusedError`."""
    if spec.proxy in (None, DIRECT):
        return spec, None
    assert spec.proxy is not None
    proxy = parse_proxy(spec.proxy)
    return replace(spec, proxy=proxy.address), proxy.sign_in


def require_headers(headers: Iterable[tuple[str, str]]) -> None:
    """Raises `RefusedError`, whose text quotes none: a header may hold a password."""
    if not all(_HEADER_NAME.fullmatch(name) and _HEADER.fullmatch(text) for name, text in headers):
        raise RefusedError("A header has characters that no header can have.")


def checked_options(options: JobOptions) -> JobOptions:
    """The same, unless a number makes no sense: then `RefusedError`."""
    if options.rate_limit < 0:
        raise RefusedError("A speed limit cannot be negative.")
    if options.connections < 1:
        raise RefusedError("A file needs one connection at least.")
    time = options.maximum_download_time
    if time is not None and not time > 0:
        raise RefusedError("The longest time for a download must be more than 0.")
    return options


def proofs_of(files: Sequence[FileSpec]) -> list[Proof]:
    """What each file will be compared with. Reads local checksum files; raises `RefusedError`.

    A line that is found under a name known now is taken now; the file's final name may be another.
    """
    places = {file.checksum_file for file in files if file.checksum_file}
    local = {place: read_sums(Path(place)) for place in places if not is_link(place)}
    return [_proof(file, local) for file in files]


def take_over_proofs(job: Job, proofs: Iterable[Proof]) -> list[JobFile]:
    """Compare unfinished files with what is asked for now, where it is; returns those changed."""
    changed = []
    for file, proof in zip(job.files, proofs, strict=True):
        is_same = proof == (file.checksum, file.checksum_file)
        if any(proof) and not is_same and file.state in (FileState.PENDING, FileState.FAILED):
            file.checksum, file.checksum_file = proof
            changed.append(file)
    return changed


def _proof(file: FileSpec, local: Mapping[str, Sequence[Line]]) -> Proof:
    place = file.checksum_file
    if file.checksum or not place:
        return Proof(file.checksum)
    if place not in local:
        return Proof(None, parse_link(place).url)
    names = names_of(parse_link(file.url).url, file.name or "")
    checksum = find(local[place], names)
    return Proof(checksum) if checksum else Proof(None, place)


def secret_in(spec: JobSpec) -> Secret:
    """The headers, passwords and sign-ins, those of the netrc file and of the links as well.

    Touches the disk; raises `RefusedError`.
    """
    require_headers(spec.headers)
    return Secret(
        spec.headers,
        _logins(spec.files, spec.login, spec.netrc),
        certificate_password=spec.client_certificate_password,
        by_origin=_own_headers(spec.files),
    )


def _own_headers(files: Iterable[FileSpec]) -> dict[str, Headers]:
    """What came with single links, by their origins."""
    given = [file for file in files if file.headers]
    for file in given:
        require_headers(file.headers)
    return {origin_key(parse_link(file.url).url): file.headers for file in given}


def _logins(
    files: Iterable[FileSpec], login: SignIn | None = None, netrc: Path | None = None
) -> dict[str, SignIn]:
    """What stands in a link goes before `login`, which is for all links that have none, and that
    before what the netrc file says.
    """
    files = list(files)
    links = [parse_link(file.url) for file in files]
    places = {file.checksum_file for file in files if file.checksum_file}
    linked = [parse_link(place) for place in places if is_link(place)]
    everywhere = [link.url for link in (*linked, *links)]
    found = sign_ins_in(netrc, everywhere) if netrc else {}
    noted = {origin_key(url): sign_in for url, sign_in in found.items()}
    given = {origin_key(link.url): SignIn(*login) for link in links} if login else {}
    told = {
        origin_key(link.url): SignIn(*link.credentials)
        for link in (*linked, *links)
        if link.credentials
    }
    return noted | given | told


def _name_of(files: Sequence[JobFile]) -> str:
    return name_in(files[0].url) if files else "New job"


def earlier_job(spec: JobSpec, jobs: Iterable[Job]) -> Job | None:
    """The newest job with the same links, folder and chosen names; raises `RefusedError`."""
    wanted = [(parse_link(file.url).url, file.name) for file in spec.files]
    folder = spec.folder.expanduser().absolute()
    # Thousands of jobs may be asked for one after the other.
    alike = [
        job
        for job in jobs
        if wanted and job.files and links_asked_for(job.files[:1])[0][0] == wanted[0][0]
    ]
    for job in sorted(alike, key=lambda job: -job.position):
        is_there = job.folder == folder and job.state is not JobState.CANCELLED
        if is_there and _is_asked_for(job, wanted):
            return job
    return None


def _is_asked_for(job: Job, wanted: Sequence[tuple[str, str | None]]) -> bool:
    """Whether the job was made of these links; what documents told of may have any name."""
    asked = links_asked_for(job.files)
    if len(asked) != len(wanted):
        return False
    documents = {file.mirrors.told_by for file in job.files if file.mirrors}
    pairs = zip(asked, wanted, strict=True)
    return all(one[0] == want[0] and (one == want or one[0] in documents) for one, want in pairs)


def again(spec: JobSpec, earlier: Job) -> JobSpec:
    """The same job once more, with the files that documents told it of in their place."""
    if not is_unfolded(earlier):
        return spec
    files = (
        FileSpec(
            file.url,
            file.requested_name,
            file.checksum,
            file.checksum_file,
            file.mirrors,
            file.proposed_name,
        )
        for file in earlier.files
    )
    return replace(spec, files=tuple(files))


def is_unfolded(job: Job) -> bool:
    """Some of its files were told by a document that a link led to."""
    return any(file.mirrors and file.mirrors.told_by for file in job.files)


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
