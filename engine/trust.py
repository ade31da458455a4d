"""Whom a job trusts, and as whom it comes: sign-ins, proxies, certificates. `JobManager.trust`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.sign_in import SignIn


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
    """Whether secrets outlive the program; `name` is the keyring's, for people, or empty."""

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
    """Commands raise `NoSuchJobError`, `InvalidStateError` and `RefusedError`, as all do."""

    async def sign_in(self, job_id: str, sign_in: SignIn, *, for_host: bool = False) -> None:
        """Take this sign-in where the job was refused, and go on; `for_host`: so do all jobs of
        that server, now and later.
        """
        raise NotImplementedError

    async def sign_in_to_proxy(self, job_id: str, sign_in: SignIn) -> None:
        """Take this sign-in at the proxy that refused the job; all jobs that it refused go on."""
        raise NotImplementedError

    async def keep_sign_in(self, address: str, sign_in: SignIn, *, is_proxy: bool = False) -> None:
        """Keep a sign-in for every job of a server, named by a link, or for a proxy."""
        raise NotImplementedError

    def saved(self) -> list[SavedSignIn]:
        """The servers and proxies for which there are sign-ins."""
        raise NotImplementedError

    async def forget(self, address: str) -> None:
        """Delete what `saved` names so; jobs that were given their own keep it."""
        raise NotImplementedError

    async def keyring_state(self) -> KeyringState:
        """Whether there is a keyring that keeps what it is given; asks it, and may take a while."""
        raise NotImplementedError

    async def certificates(self, job_id: str) -> ServerCertificates:
        """What the server shows that the job could not trust; connects anew, and asks nothing."""
        raise NotImplementedError

    async def accept_certificate(self, job_id: str, server: str, sha256: str) -> None:
        """Trust this very certificate of `server` ("host:port") for this job, and go on."""
        raise NotImplementedError

    def set_proxy(self, job_id: str, proxy: str | None) -> None:
        """Change the way to the server: an address, "none" for straight, None as the settings
        say.
        """
        raise NotImplementedError

    def set_allow_downgrade(self, job_id: str, allowed: bool) -> None:
        """Change whether a server may send the job from https to http."""
        raise NotImplementedError

    async def set_client_certificate(
        self, job_id: str, path: Path | None, password: str = ""
    ) -> None:
        """Change the certificate that the job shows to servers; the password goes to the
        keyring.
        """
        raise NotImplementedError

    async def forget_own_sign_in(self, job_id: str) -> None:
        """Delete the sign-ins that were given for this job alone; its headers stay."""
        raise NotImplementedError

    def forget_certificate(self, job_id: str, pin: str) -> None:
        """Trust a certificate, as `JobSnapshot.pins` names it, no longer."""
        raise NotImplementedError

    def set_ca_file(self, job_id: str, path: Path | None) -> None:
        """Change the file of certificates (PEM) that the job trusts beside the system's."""
        raise NotImplementedError
