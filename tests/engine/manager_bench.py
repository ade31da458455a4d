"""A manager on a home of its own: real store, real runners, a fake wire, a clock moved by hand."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

from engine.manager import JobManager, NoSuchJobError
from engine.news import News, NewsKind
from engine.snapshot import JobSnapshot
from engine.spec import FileSpec, JobSpec
from engine.states import JobState
from fake_fetch import FakeWire
from fake_network import FakeNetwork
from fakes import FakeClock

URL = "http://files.example/one.bin"
OTHER = "http://files.example/two.bin"


class Bench:
    """A manager on a home of its own, its clock, its wire, and what it told."""

    def __init__(self, place: Path) -> None:
        self.home, self.folder = place / "home", place / "downloads"
        self.clock, self.wire, self.network = FakeClock(), FakeWire(), FakeNetwork()
        self.news: list[NewsKind] = []
        self.states: dict[str, list[JobState]] = {}
        self.manager: JobManager

    async def open(self, *, run: bool = True) -> None:
        self.manager = await JobManager.open(
            self.home,
            clock=self.clock,
            run=run,
            begin_fetch=self.wire,
            network=self.network,
        )
        self.manager.subscribe(self._note_state)
        self.manager.subscribe_news(self._note_news)

    def _note_state(self, job_id: str) -> None:
        with contextlib.suppress(NoSuchJobError):
            state = self.manager.job(job_id).state
            told = self.states.setdefault(job_id, [])
            if not told or told[-1] is not state:
                told.append(state)

    def _note_news(self, news: News) -> None:
        self.news.append(news.kind)

    def spec(self, *urls: str, **options: object) -> JobSpec:
        files = tuple(FileSpec(url) for url in urls or (URL,))
        return JobSpec(files, self.folder, **options)  # type: ignore[arg-type]

    async def until(self, job_id: str, state: JobState) -> JobSnapshot:
        """Wait for real threads; engine time stands still meanwhile."""
        await eventually(lambda: self.manager.job(job_id).state is state)
        return self.manager.job(job_id)

    async def while_time_passes(self, is_so: Callable[[], bool]) -> None:
        """Wait for what a look at the counters, four times a second, will show."""
        async with asyncio.timeout(10):
            while not is_so():
                await self.clock.advance(0.25)
                await asyncio.sleep(0.002)


async def eventually(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():
            await asyncio.sleep(0.002)
