"""The engine through its public face: a real wire against the fault server, a clock moved by hand.

Engine time moves only in `advance`; the wire lives in real time, and `until` waits for it. So a
window of fourteen days takes milliseconds, and yet real requests are made.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from engine import (
    Clock,
    FileSpec,
    InvalidStateError,
    JobManager,
    JobSnapshot,
    JobSpec,
    JobState,
    NetworkState,
    News,
    NewsKind,
    NoSuchJobError,
)
from fakes import FakeClock
from fault_server import FaultServer

BG_E_INVALID_STATE = 0x80200002
ACTIVE = (JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING)


class FakeNetwork:
    """A network that is as it is told to be."""

    def __init__(self) -> None:
        self.state = NetworkState()
        self._listeners: list[Callable[[], None]] = []

    def subscribe(self, on_change: Callable[[], None]) -> Callable[[], None]:
        self._listeners.append(on_change)
        return lambda: self._listeners.remove(on_change)

    def become(self, **how: bool) -> None:
        """Be online unless told otherwise, and tell so."""
        self.state = NetworkState(**how)
        for listener in tuple(self._listeners):
            listener()


class ContractBench:
    """A manager on a home of its own, its clock and its server, and what it told."""

    def __init__(self, place: Path, server: FaultServer) -> None:
        self.home, self.folder = place / "home", place / "downloads"
        self.server = server
        self.clock = FakeClock()
        self.network = FakeNetwork()
        self.news: list[News] = []
        self.states: dict[str, list[JobState]] = {}
        self.manager: JobManager

    async def open(self, *, clock: Clock | None = None, listens: bool = True) -> None:
        """Start the engine; `listens` when the bench takes note of its news."""
        self.manager = await JobManager.open(
            self.home, clock=clock or self.clock, network=self.network
        )
        self.manager.subscribe(self._note_state)
        if listens:
            self.manager.subscribe_news(self.news.append)

    async def restart(self, *, listens: bool = True) -> None:
        """Close the engine and start it again; a new clock begins somewhere else."""
        await self.manager.close()
        self.clock = FakeClock(now=7.0)
        await self.open(listens=listens)

    def _note_state(self, job_id: str) -> None:
        with contextlib.suppress(NoSuchJobError):
            state = self.manager.job(job_id).state
            told = self.states.setdefault(job_id, [])
            if not told or told[-1] is not state:
                told.append(state)

    # Jobs.

    def spec(self, *links: str, **options: Any) -> JobSpec:
        """A job for the server's `links`: paths, or whole addresses."""
        whole = [link if "://" in link else self.server.url_for(link) for link in links]
        return JobSpec(tuple(FileSpec(link) for link in whole), self.folder, **options)

    async def add(self, *links: str, start: bool = True, **options: Any) -> str:
        """A job for `links`, by default for one file."""
        return await self.manager.add(self.spec(*(links or ("/file.bin",)), **options), start=start)

    def job(self, job_id: str) -> JobSnapshot:
        return self.manager.job(job_id)

    def files_here(self) -> list[str]:
        """What lies in the download folder."""
        return sorted(os.listdir(self.folder))

    def kinds(self, job_id: str) -> list[NewsKind]:
        """The news of the job, in order."""
        return [news.kind for news in self.news if news.job_id == job_id]

    async def all_kinds(self, job_id: str) -> list[NewsKind]:
        """The news of the job, when there is none left on its way: the store works in order."""
        await self.manager.timeline(job_id)
        await self.clock.advance(1)
        return self.kinds(job_id)

    # Time.

    async def until(self, job_id: str, *states: JobState) -> JobSnapshot:
        """Wait for the wire; engine time stands still meanwhile."""
        await eventually(lambda: self.job(job_id).state in states)
        return self.job(job_id)

    async def until_quiet(self, job_id: str) -> JobSnapshot:
        """Wait until the try under way has ended, and the job waits for something or for us."""
        await eventually(lambda: self.job(job_id).state not in ACTIVE)
        return self.job(job_id)

    async def while_time_passes(self, is_so: Callable[[], bool]) -> None:
        """Wait for what a look at the counters, four times a second, will show."""
        async with asyncio.timeout(20):
            while not is_so():
                await self.clock.advance(0.25)
                await asyncio.sleep(0.002)

    async def until_here(self, job_id: str, count: int) -> None:
        """Let so many bytes of the job come in."""
        await self.while_time_passes(lambda: self.job(job_id).bytes_present >= count)

    async def until_on_disk(self, count: int) -> None:
        """Let so many bytes come in, while nobody looks at the counters."""
        part = self.folder / "file.bin.part"
        await eventually(lambda: part.exists() and part.stat().st_size >= count)

    async def next_try(self, job_id: str) -> JobSnapshot:
        """Let time pass until the job's next try, and wait for the end of that."""
        before = len(self.server.requests)
        wait = self.job(job_id).retry_in
        assert wait is not None, "no try is to come"
        await self.clock.advance(wait)
        await eventually(lambda: len(self.server.requests) > before)
        return await self.until_quiet(job_id)

    async def pass_time(self, job_id: str, seconds: float) -> None:
        """Let time pass; a try that falls due on the way ends before time goes on."""
        end = self.clock.now() + seconds
        while (left := end - self.clock.now()) > 0:
            job = await self.until_quiet(job_id)
            waits = [wait for wait in (job.retry_in, job.gives_up_in) if wait]
            await self.clock.advance(min([left, *waits]))
        await self.until_quiet(job_id)


async def eventually(is_so: Callable[[], bool]) -> None:
    """Wait for what happens in real time."""
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.002)


async def refusal_of(command: Callable[[], Awaitable[object] | object]) -> int:
    """The code with which `command` is refused because of the job's state."""
    try:
        result = command()
        if isinstance(result, Awaitable):
            await result
    except InvalidStateError as refused:
        return refused.code
    raise AssertionError("the command was not refused")


def every_example_is_here(monkeypatch: Any) -> None:
    """Have the system's resolver find every host under .example on this computer."""
    real = socket.getaddrinfo

    def resolve(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        return real("127.0.0.1" if str(name).endswith(".example") else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
