"""The part of the bridge that is about trust: sign-ins, certificates, and the way to servers."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from engine import (
    InvalidStateError,
    KeyringState,
    NoSuchJobError,
    RefusedError,
    SavedSignIn,
    ServerCertificates,
    SignIn,
)
from gui import formatting

if TYPE_CHECKING:
    from engine import JobManager

Stop = Callable[[], None]
"""Ends a question; nothing is heard of it any more."""


class Errands(NamedTuple):
    """How the bridge carries out what is done at once, what takes a while, and a question."""

    attempt: Callable[[Callable[[], None]], None]
    soon: Callable[[Coroutine[Any, Any, object]], None]
    ask: Callable[[Coroutine[Any, Any, object]], Stop]


class TrustBridge(QObject):
    """Commands never raise: a refusal is the bridge's signal, or the answer of who asked."""

    changed = Signal()
    """Other sign-ins are kept for servers and proxies."""
    unkept = Signal(str)
    """The name of a keyring that did not take what it was given: that lasts for this run only."""

    def __init__(self, engine: JobManager, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._errands = errands

    # --- sign-ins --------------------------------------------------------------------------------

    def sign_in(self, job_id: str, sign_in: SignIn, *, for_host: bool = False) -> None:
        """Take this sign-in where the job was refused, and go on."""
        self._give(lambda: self._engine.trust.sign_in(job_id, sign_in, for_host=for_host))

    def sign_in_to_proxy(self, job_id: str, sign_in: SignIn) -> None:
        """Take this sign-in at the proxy that refused the job, and go on."""
        self._give(lambda: self._engine.trust.sign_in_to_proxy(job_id, sign_in))

    def keep_sign_in(self, address: str, sign_in: SignIn, *, is_proxy: bool) -> None:
        """Keep it for every job of a server, named by a link, or for a proxy."""
        self._give(lambda: self._engine.trust.keep_sign_in(address, sign_in, is_proxy=is_proxy))

    def saved(self) -> list[SavedSignIn]:
        """The servers and proxies for which there are sign-ins."""
        return self._engine.trust.saved()

    def forget(self, address: str) -> None:
        """Delete a sign-in that is kept for a server or a proxy."""
        self._change(lambda: self._engine.trust.forget(address))

    def forget_own_sign_in(self, job_id: str) -> None:
        """Delete the sign-ins that were given for this job alone."""
        self._change(lambda: self._engine.trust.forget_own_sign_in(job_id))

    def keyring_state(self, then: Callable[[KeyringState], None]) -> Stop:
        """Whether secrets outlive the program; `then` hears it, unless that is stopped before."""
        return self._errands.ask(self._look_at_keyring(then))

    # --- servers ---------------------------------------------------------------------------------

    def certificates(
        self,
        job_id: str,
        then: Callable[[ServerCertificates], None],
        failed: Callable[[str], None],
    ) -> Stop:
        """What the job's server shows now; `failed` hears why that cannot be known."""
        return self._errands.ask(self._look_at_certificates(job_id, then, failed))

    def accept_certificate(self, job_id: str, server: str, sha256: str) -> None:
        """Trust this very certificate for this job, and go on."""
        self._errands.soon(self._engine.trust.accept_certificate(job_id, server, sha256))

    def forget_certificate(self, job_id: str, pin: str) -> None:
        """Trust it no longer."""
        self._errands.attempt(lambda: self._engine.trust.forget_certificate(job_id, pin))

    # --- the way there ---------------------------------------------------------------------------

    def set_proxy(self, job_id: str, proxy: str | None) -> None:
        """An address, "none" for straight, None as the settings say."""
        self._errands.attempt(lambda: self._engine.trust.set_proxy(job_id, proxy))

    def set_allow_downgrade(self, job_id: str, allowed: bool) -> None:
        """Whether a server may send the job from https to http."""
        self._errands.attempt(lambda: self._engine.trust.set_allow_downgrade(job_id, allowed))

    def set_ca_file(self, job_id: str, path: Path | None) -> None:
        """Certificates that the job trusts beside the system's."""
        self._errands.attempt(lambda: self._engine.trust.set_ca_file(job_id, path))

    def set_client_certificate(self, job_id: str, path: Path | None, password: str) -> None:
        """What the job shows to servers that ask who we are."""
        self._give(lambda: self._engine.trust.set_client_certificate(job_id, path, password))

    # --- inside ----------------------------------------------------------------------------------

    def _change(self, command: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def carry_out() -> None:
            await command()
            self.changed.emit()

        self._errands.soon(carry_out())

    def _give(self, command: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """One with something for the keyring."""

        async def carry_out() -> None:
            await command()
            await self.look_whether_kept()

        self._change(carry_out)

    async def look_whether_kept(self) -> None:
        """The keyring was given something. Where there is none, that was said before."""
        state = await self._engine.trust.keyring_state()
        if state.name and not state.is_there:
            self.unkept.emit(state.name)

    async def _look_at_keyring(self, then: Callable[[KeyringState], None]) -> None:
        then(await self._engine.trust.keyring_state())

    async def _look_at_certificates(
        self,
        job_id: str,
        then: Callable[[ServerCertificates], None],
        failed: Callable[[str], None],
    ) -> None:
        try:
            seen = await self._engine.trust.certificates(job_id)
        except (RefusedError, NoSuchJobError, InvalidStateError, OSError) as refusal:
            failed(formatting.refusal(refusal))
        except Exception:
            # The bridge says where to read of it; here nobody is left waiting.
            failed(self.tr("The certificates of the server cannot be shown."))
            raise
        else:
            then(seen)
