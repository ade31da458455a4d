"""A stand-in for `JobManager.trust` that behaves: sign-ins are kept, jobs that waited go on."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Protocol

from engine import (
    ErrorKind,
    JobEvent,
    JobSnapshot,
    JobState,
    KeyringState,
    RefusedError,
    SavedSignIn,
    ServerCertificates,
    SignIn,
    host_of,
)


class House(Protocol):
    """What it needs of the engine around it."""

    commands: list[tuple[object, ...]]

    def jobs(self) -> list[JobSnapshot]: ...
    def job(self, job_id: str) -> JobSnapshot: ...
    def resume(self, job_id: str) -> None: ...
    def apply(self, job_id: str, event: JobEvent, **changes: Any) -> None: ...


class FakeTrust:
    """`chains` says what servers show, by host; `keyring` what there is to keep things in."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.keyring = KeyringState(True, "GNOME Keyring")
        self.chains: dict[str, ServerCertificates] = {}
        self.kept: dict[str, tuple[SignIn, bool]] = {}
        """By address: the sign-in, and whether it is a proxy's."""
        self.is_silent = False
        """Servers say nothing until somebody stops asking."""
        self.asked: list[str] = []
        """Jobs whose servers were asked for their certificates."""
        self.stopped = 0

    async def sign_in(self, job_id: str, sign_in: SignIn, *, for_host: bool = False) -> None:
        await asyncio.sleep(0)
        job = self._house.job(job_id)
        self._house.commands.append(("sign_in", job_id, tuple(sign_in), for_host))
        if for_host:
            self.kept[_root(job.url)] = (sign_in, False)
        for other in self._house.jobs():
            is_meant = other.id == job_id or (for_host and _root(other.url) == _root(job.url))
            if is_meant and _waits(other, ErrorKind.CREDENTIALS_NEEDED):
                self._house.resume(other.id)

    async def sign_in_to_proxy(self, job_id: str, sign_in: SignIn) -> None:
        await asyncio.sleep(0)
        job = self._house.job(job_id)
        self._house.commands.append(("sign_in_to_proxy", job_id, tuple(sign_in)))
        assert job.error is not None
        self.kept[job.error.subject] = (sign_in, True)
        for other in self._house.jobs():
            if _waits(other, ErrorKind.PROXY_CREDENTIALS_NEEDED):
                self._house.resume(other.id)

    async def keep_sign_in(self, address: str, sign_in: SignIn, *, is_proxy: bool = False) -> None:
        await asyncio.sleep(0)
        if "refused" in address:
            raise RefusedError("The link names no host.")
        self.kept[address] = (sign_in, is_proxy)

    def saved(self) -> list[SavedSignIn]:
        return [
            SavedSignIn(address, is_proxy, sign_in.user or None)
            for address, (sign_in, is_proxy) in sorted(self.kept.items())
        ]

    async def forget(self, address: str) -> None:
        await asyncio.sleep(0)
        self.kept.pop(address, None)

    async def forget_own_sign_in(self, job_id: str) -> None:
        await asyncio.sleep(0)
        self._house.commands.append(("forget_own_sign_in", job_id))
        self._house.apply(job_id, JobEvent.CHANGE, has_secrets=False)

    async def keyring_state(self) -> KeyringState:
        await asyncio.sleep(0)
        return self.keyring

    async def certificates(self, job_id: str) -> ServerCertificates:
        self.asked.append(job_id)
        try:
            await (asyncio.Event().wait() if self.is_silent else asyncio.sleep(0))
        except asyncio.CancelledError:
            self.stopped += 1
            raise
        host = host_of(self._house.job(job_id).url)
        if host not in self.chains:
            raise RefusedError("The server shows no certificate.")
        return self.chains[host]

    async def accept_certificate(self, job_id: str, server: str, sha256: str) -> None:
        await asyncio.sleep(0)
        self._house.apply(job_id, JobEvent.CHANGE, pins=(f"{server} {sha256}",))
        self._house.resume(job_id)

    def forget_certificate(self, job_id: str, pin: str) -> None:
        left = tuple(one for one in self._house.job(job_id).pins if one != pin)
        self._house.apply(job_id, JobEvent.CHANGE, pins=left)

    def set_proxy(self, job_id: str, proxy: str | None) -> None:
        self._house.apply(job_id, JobEvent.CHANGE, proxy=proxy)

    def set_allow_downgrade(self, job_id: str, allowed: bool) -> None:
        self._house.apply(job_id, JobEvent.CHANGE, allow_downgrade=allowed)

    def set_ca_file(self, job_id: str, path: Path | None) -> None:
        self._house.apply(job_id, JobEvent.CHANGE, ca_file=path)

    async def set_client_certificate(
        self, job_id: str, path: Path | None, password: str = ""
    ) -> None:
        await asyncio.sleep(0)
        self._house.commands.append(("client_certificate", job_id, path, password))
        self._house.apply(job_id, JobEvent.CHANGE, client_certificate=path)


def _waits(job: JobSnapshot, kind: ErrorKind) -> bool:
    return job.state is JobState.ERROR and job.error is not None and job.error.kind is kind


def _root(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"
