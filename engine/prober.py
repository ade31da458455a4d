"""Asks servers about links before there is a job: a few at a time, and never for long."""

from __future__ import annotations

import asyncio

from engine.errors import ErrorContext, ErrorKind, JobError
from engine.threads import in_thread
from engine.wire.line import LinePool
from engine.wire.probe import Asking
from engine.wire.spec import Probe, ProbeSpec

PROBES_AT_ONCE = 8
LONGEST_PROBE = 30.0


class Prober:
    """Everything happens on the main thread; each probe has a wire thread of its own."""

    def __init__(self, pool: LinePool | None = None) -> None:
        """`pool` knows the ways to servers, and keeps what connections are left."""
        self._pool = pool
        self._turns = asyncio.Semaphore(PROBES_AT_ONCE)

    def __repr__(self) -> str:
        return f"<Prober, {'busy' if self._turns.locked() else 'free'}>"

    async def probe(self, spec: ProbeSpec) -> Probe:
        """What the server tells; cancelling cuts the connection. Raises `RefusedError`."""
        asking = Asking(spec, self._pool)
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
