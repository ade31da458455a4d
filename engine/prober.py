"""Asks servers about links before there is a job: a few at a time, and never for long."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from engine.credentials import Credentials, Secret, learn
from engine.errors import ErrorContext, ErrorKind, JobError
from engine.sign_in import SignIn
from engine.threads import in_thread
from engine.wire.line import LinePool
from engine.wire.links import origin_key, parse_link
from engine.wire.probe import Asking
from engine.wire.spec import Probe, ProbeSpec

PROBES_AT_ONCE = 8
LONGEST_PROBE = 30.0


class Prober:
    """Everything happens on the main thread; each probe has a wire thread of its own."""

    def __init__(
        self, pool: LinePool | None = None, credentials: Credentials | None = None
    ) -> None:
        """`pool` knows the ways to servers, and keeps what connections are left; `credentials` the
        sign-ins that are kept for servers.
        """
        self._pool = pool
        self._credentials = credentials
        self._turns = asyncio.Semaphore(PROBES_AT_ONCE)

    def __repr__(self) -> str:
        return f"<Prober, {'busy' if self._turns.locked() else 'free'}>"

    async def probe(self, spec: ProbeSpec) -> Probe:
        """What the server tells; cancelling cuts the connection. Raises `RefusedError`."""
        asking = Asking(await self._signed_in(spec), self._pool)
        async with self._turns:
            try:
                async with asyncio.timeout(LONGEST_PROBE):
                    return await in_thread("wire probe", asking.run)
            except TimeoutError:
                detail = f"no answer within {LONGEST_PROBE:g} s"
                return asking.failed(
                    JobError(ErrorKind.TIMED_OUT, ErrorContext.REMOTE_FILE, detail)
                )
            finally:
                asking.stop()

    async def _signed_in(self, spec: ProbeSpec) -> ProbeSpec:
        """With what is kept for the server, unless a sign-in was given."""
        link = parse_link(spec.url)
        own = spec.login or (link.credentials and SignIn(*link.credentials))
        learn(Secret(spec.headers, {origin_key(link.url): SignIn(*own)} if own else {}))
        if own or self._credentials is None or not self._credentials.knows(link.url):
            return spec
        return replace(
            spec, login=await in_thread("keyring", self._credentials.for_server, link.url)
        )
