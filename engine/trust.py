"""Whom a job trusts, and as whom it comes: sign-ins, proxies, certificates. `JobManager.trust`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine import intake
from engine.credentials import Kept
from engine.errors import ErrorKind, RefusedError, TransferFailed
from engine.file_commands import FileCommands
from engine.floor import Floor
from engine.job import FileState, Job
from engine.job_secrets import NOT_KEPT
from engine.sign_in import SignIn
from engine.states import JobEvent, JobState
from engine.threads import in_thread
from engine.timeline import TimelineKind
from engine.wire.handshake import look_at_certificates
from engine.wire.links import origin_key, parse_link
from engine.wire.proxies import DIRECT, parse_proxy
from engine.wire.road import Trust
from engine.wire.spec import ClientCertificate
from engine.wire.tls import check_client_certificate

_ABOUT_CERTIFICATES = (
    ErrorKind.CERTIFICATE_REJECTED,
    ErrorKind.CLIENT_CERTIFICATE_NEEDED,
    ErrorKind.TLS_FAILED,
)
_PIN = re.compile(r"\S+:[0-9]+ [0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class SavedSignIn:
    """A sign-in for every job of a server, or for a proxy. What it says is in the keyring.

    `address` is the link of the server's root, or the proxy's address; `user` is None until the
    keyring was asked, and for a token.
    """

    address: str
    is_proxy: bool
    user: str | None = None


@dataclass(frozen=True, slots=True)
class KeyringState:
    """Whether secrets outlive the program; `name` is the keyring's, for people, or empty.

    A keyring that was asked and gave no answer, say because it stayed locked, has a name and is
    not there.
    """

    is_there: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class ServerCertificates:
    """What a server showed: its chain (DER), its own certificate first, and what is wrong."""

    host: str
    port: int
    chain: tuple[bytes, ...]
    problem: str = ""


class TrustCommands:
    """Commands raise `NoSuchJobError`, `InvalidStateError` and `RefusedError`, as all do.

    `job_of` finds a job by its id.
    """

    def __init__(self, floor: Floor, files: FileCommands, job_of: Callable[[str], Job]) -> None:
        self._floor = floor
        self._roster = floor.roster
        self._secrets = floor.secrets
        self._credentials = floor.secrets.credentials
        self.access_keys = self._credentials.access_keys
        """What other programs have to show."""
        self._files = files
        self._job_of = job_of

    # Sign-ins.

    async def sign_in(self, job_id: str, sign_in: SignIn, *, for_host: bool = False) -> None:
        """Take this sign-in where the job was refused, and go on; `for_host`: so do all jobs of
        that server, now and later.
        """
        job = self._changing(job_id)
        keys = _refused_at(job)
        if for_host:
            kept = [await self._credentials.keep_for(key, sign_in, is_proxy=False) for key in keys]
            self._tell_if_lost(job, kept)
        others = self._refused(ErrorKind.CREDENTIALS_NEEDED, keys) if for_host else []
        for one in {id(one): one for one in (job, *others)}.values():
            if for_host:
                # What was given for the job alone goes first, and it was refused.
                await self._secrets.drop_logins(one, keys)
            else:
                await self._secrets.add_logins(one, dict.fromkeys(keys, sign_in))
            self._go_on(one)

    async def sign_in_to_proxy(self, job_id: str, sign_in: SignIn) -> None:
        """Take this sign-in at the proxy that refused the job; all jobs that it refused go on."""
        job = self._changing(job_id)
        if job.error is None or job.error.kind is not ErrorKind.PROXY_CREDENTIALS_NEEDED:
            raise RefusedError("No proxy asks this job for a sign-in.")
        address = job.error.subject
        kept = await self._credentials.keep_for(address, sign_in, is_proxy=True)
        self._tell_if_lost(job, [kept])
        for one in list(self._roster.jobs.values()):
            is_refused = one.error and one.error.kind is ErrorKind.PROXY_CREDENTIALS_NEEDED
            if is_refused and one.error and one.error.subject == address:
                self._go_on(one)

    async def keep_sign_in(self, address: str, sign_in: SignIn, *, is_proxy: bool = False) -> None:
        """Keep a sign-in for every job of a server, named by a link, or for a proxy."""
        place = parse_proxy(address).address if is_proxy else origin_key(parse_link(address).url)
        await self._credentials.keep_for(place, sign_in, is_proxy=is_proxy)

    def saved(self) -> list[SavedSignIn]:
        """The servers and proxies for which there are sign-ins."""
        places = self._credentials.places
        return [
            SavedSignIn(_link_of(place) if not is_proxy else place, is_proxy, _user(sign_in))
            for is_proxy in (False, True)
            for place, sign_in in places(is_proxy=is_proxy).items()
        ]

    async def forget(self, address: str) -> None:
        """Delete what `saved` names so; jobs that were given their own keep it."""
        for is_proxy in (False, True):
            for place in self._credentials.places(is_proxy=is_proxy):
                if address == (place if is_proxy else _link_of(place)):
                    await self._credentials.forget_for(place, is_proxy=is_proxy)

    async def forget_own_sign_in(self, job_id: str) -> None:
        """Delete the sign-ins that were given for this job alone; its headers stay."""
        await self._secrets.drop_logins(self._changing(job_id))

    async def keyring_state(self) -> KeyringState:
        """Whether there is a keyring that keeps what it is given. It is not asked for anything: a
        person who only looks must not be asked to unlock it.
        """
        name = await in_thread("keyring", self._credentials.keyring_name)
        return KeyringState(bool(name) and not self._credentials.keyring_is_silent, name)

    # Certificates.

    async def certificates(self, job_id: str) -> ServerCertificates:
        """What the server shows that the job could not trust; connects anew, and asks nothing."""
        job = self._job_of(job_id)
        options, secret = job.options, await self._secrets.of(job)
        path = options.client_certificate
        certificate = ClientCertificate(path, secret.certificate_password) if path else None
        link, subject = _in_question(job)
        try:
            shown = await in_thread(
                "wire look",
                look_at_certificates,
                self._floor.pool,
                link,
                subject,
                Trust(options.ca_file, options.pins, certificate),
                options.proxy,
            )
        except TransferFailed as failure:
            why = failure.error.detail
            raise RefusedError(f"The server cannot be looked at: {why}") from failure
        if shown is None:
            raise RefusedError("Nothing on the way to the server is encrypted.")
        return ServerCertificates(*shown.server, shown.chain, shown.problem)

    async def accept_certificate(self, job_id: str, server: str, sha256: str) -> None:
        """Trust this very certificate of `server` ("host:port") for this job, and go on."""
        job = self._changing(job_id)
        pin = f"{server} {sha256.lower()}"
        if not _PIN.fullmatch(pin):
            raise RefusedError("This is no fingerprint of a certificate.")
        pins = tuple(dict.fromkeys((*job.options.pins, pin)))
        self._change_options(job, f"trusts a certificate of {server}", pins=pins)
        self._go_on(job)
        await self._roster.saved(job)

    def forget_certificate(self, job_id: str, pin: str) -> None:
        """Trust a certificate, as `JobSnapshot.pins` names it, no longer."""
        job = self._changing(job_id)
        pins = tuple(one for one in job.options.pins if one != pin)
        server = pin.rpartition(" ")[0]
        self._change_options(job, f"trusts a certificate of {server} no longer", pins=pins)

    def set_ca_file(self, job_id: str, path: Path | None) -> None:
        """Change the file of certificates (PEM) that the job trusts beside the system's."""
        job = self._changing(job_id)
        if path is not None:
            intake.check_authorities(path)
        self._change_options(
            job, f"certificate authorities: {path or 'the system’s'}", ca_file=path
        )

    async def set_client_certificate(
        self, job_id: str, path: Path | None, password: str = ""
    ) -> None:
        """Change the certificate that the job shows to servers; the password goes to the
        keyring.
        """
        job = self._changing(job_id)
        if path is not None:
            certificate = ClientCertificate(path, password)
            await in_thread("intake", check_client_certificate, certificate)
        await self._secrets.set_certificate_password(job, password if path else "")
        self._change_options(job, f"client certificate: {path or 'none'}", client_certificate=path)
        await self._roster.saved(job)

    # The way to the server.

    def set_proxy(self, job_id: str, proxy: str | None) -> None:
        """Change the way to the server: an address, "none" for straight, None as the settings
        say.
        """
        job = self._changing(job_id)
        if proxy is not None and proxy != DIRECT:
            parsed = parse_proxy(proxy)
            if parsed.sign_in is not None:
                raise RefusedError("Save the sign-in for the proxy by itself, not in its address.")
            proxy = parsed.address
        self._change_options(job, f"proxy: {proxy or 'as the settings say'}", proxy=proxy)

    def set_allow_downgrade(self, job_id: str, allowed: bool) -> None:
        """Change whether a server may send the job from https to http."""
        job = self._changing(job_id)
        verb = "may" if allowed else "must not"
        self._change_options(
            job, f"a server {verb} lead from https to http", allow_downgrade=allowed
        )

    # Inside.

    def _changing(self, job_id: str) -> Job:
        job = self._job_of(job_id)
        job.apply(JobEvent.CHANGE)
        return job

    def _change_options(self, job: Job, note: str, **change: Any) -> None:
        """What runs begins anew, by the other way or with other trust."""
        job.options = replace(job.options, **change)
        self._roster.note(job, TimelineKind.SETTING, note)
        self._roster.changed(job)
        self._floor.run_anew(job)

    def _go_on(self, job: Job) -> None:
        """Unless it is paused, or is over meanwhile."""
        if job.state in (JobState.ERROR, JobState.TRANSIENT_ERROR):
            self._files.go_on(job, JobEvent.RESUME)

    def _refused(self, kind: ErrorKind, keys: Collection[str]) -> list[Job]:
        """The other jobs that wait for a sign-in at one of these origins."""
        return [
            job
            for job in self._roster.jobs.values()
            if job.state is JobState.ERROR
            and job.error is not None
            and job.error.kind is kind
            and not set(keys).isdisjoint(_refused_at(job))
        ]

    def _tell_if_lost(self, job: Job, kept: Iterable[Kept]) -> None:
        if not all(one.for_good for one in kept):
            self._roster.note(job, TimelineKind.SETTING, NOT_KEPT)


def _refused_at(job: Job) -> list[str]:
    """The origins that want a sign-in; if none was heard of, those of all that is to be fetched."""
    unfinished = [file for file in job.files if file.state in (FileState.PENDING, FileState.FAILED)]
    # A redirect may have led to another one than the link's.
    refused = [
        file.error.origin or origin_key(file.url)
        for file in unfinished
        if file.error is not None and file.error.kind is ErrorKind.CREDENTIALS_NEEDED
    ]
    return list(dict.fromkeys(refused or [origin_key(one.url) for one in unfinished or job.files]))


def _in_question(job: Job) -> tuple[str, str]:
    """The link whose server was not trusted, and whom the error names; else the next one."""
    failed = [
        (file.url, file.error.subject)
        for file in job.files
        if file.error is not None and file.error.kind in _ABOUT_CERTIFICATES
    ]
    rest = sorted(job.files, key=lambda file: file.state is not FileState.PENDING)
    return next(iter(failed), (rest[0].url, "") if rest else ("", ""))


def _link_of(key: str) -> str:
    """The link of the root of an origin (see `origin_key`)."""
    scheme, _, place = key.partition(":")
    host, _, port = place.rpartition(":")
    shown = f"[{host}]" if ":" in host else host
    usual = {"http": "80", "https": "443"}.get(scheme)
    return f"{scheme}://{shown}" if port == usual else f"{scheme}://{shown}:{port}"


def _user(sign_in: SignIn | None) -> str | None:
    return (sign_in and sign_in.user) or None
