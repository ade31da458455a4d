"""The engine for a comparison with its model: a clock and a wire that do nothing by themselves."""

from __future__ import annotations

import asyncio
import heapq
import threading
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from engine import ErrorKind, JobError, JobManager, News, Settings, threads
from engine.errors import ErrorContext
from fake_fetch import FakeWire, Try
from fakes import FakeClock
from reference_model import SIZE, ModelJob, Weather

KINDS = {
    "host": ErrorKind.CONNECTION_REFUSED,
    "server": ErrorKind.SERVER_BUSY,
    "changed": ErrorKind.FILE_CHANGED,
    "fatal": ErrorKind.NOT_FOUND,
    "hold": ErrorKind.DISK_AWAY,
}
CLEAR = Weather()


class ExactClock(FakeClock):
    """Engine time that can be moved from one deadline to the next."""

    def next_deadline(self, until: float) -> float:
        """The first deadline of somebody who still sleeps, at most `until`."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return min(self._sleepers[0][0], until) if self._sleepers else until


class Sky:
    """A script without an end: every try meets the weather of the moment."""

    def __init__(self) -> None:
        self.weather = Weather()

    def popleft(self) -> Try:
        weather = self.weather
        error = None
        if weather.end != "good":
            error = JobError(
                KINDS[weather.end], ErrorContext.REMOTE_FILE, retry_after=weather.retry_after
            )
        return Try(weather.reach, error, weather.hangs)


@dataclass(eq=False)
class Pair:
    """A job and its model."""

    id: str
    url: str
    folder: Path
    model: ModelJob
    sky: Sky
    weather: Weather = CLEAR
    """As it is while the folder is there."""
    is_away: bool = False
    back_at: float = 0.0
    began_at: float = 0.0
    excused: float = 0.0
    """Seconds of the wait in which another policy held."""

    @property
    def away(self) -> Path:
        return self.folder.with_suffix(".away")

    def change_weather(self, weather: Weather) -> None:
        """From now on, or when the folder is back; `reach` counts from what was here before."""
        self.weather = replace(weather, reach=_reach(weather, self.model.most))
        if not self.is_away:
            self.meets(self.weather)

    def meets(self, weather: Weather) -> None:
        """Every try from now on."""
        self.sky.weather = self.model.weather = weather


class Engine:
    """The real thing: manager, runners and store, on a fake wire, and what it told."""

    def __init__(self, place: Path) -> None:
        self.home = place / "home"
        self.wire = FakeWire()
        self.clock = ExactClock()
        self.told: Counter[tuple[str, str]] = Counter()
        self.manager: JobManager
        self._others = set(threading.enumerate())

    async def open(self, settings: Settings | None = None, *, run: bool = True) -> None:
        self.manager = await JobManager.open(
            self.home, clock=self.clock, run=run, begin_fetch=self.wire
        )
        self.manager.subscribe_news(self._take)
        if settings is not None:
            self.manager.change_settings(settings)

    def _take(self, news: News) -> None:
        self.told[news.job_id, news.kind.name] += 1

    async def quiet(self) -> None:
        """Return when nothing more happens at this time: what still works hangs on purpose."""
        ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
        async with asyncio.timeout(20):
            while True:
                # A thread says what it has to say before it ends.
                is_at_rest = self._working() == self._hanging()
                if is_at_rest and not ready:
                    return
                await asyncio.sleep(0 if is_at_rest else 0.0005)

    def _working(self) -> int:
        behind = threads.behind()
        others = set(threading.enumerate()) - self._others
        return behind + sum(thread.name not in ("store", threads.STARTER) for thread in others)

    def _hanging(self) -> int:
        fetches = [fetch for hanging in self.wire.hanging.values() for fetch in hanging]
        return sum(not fetch.released.is_set() for fetch in fetches)

    async def on_disk(self) -> None:
        """Return when all that happened is stored, and told, and it is stored that it was told."""
        for job in self.manager.jobs()[:1]:
            await self.manager.timeline(job.id)
            await self.quiet()
            await self.manager.timeline(job.id)


def _reach(weather: Weather, most: int) -> int:
    if weather.end == "good" and not weather.hangs:
        return SIZE
    if not weather.reach and weather.end not in ("changed", "good"):
        return 0
    # Of a file that comes in whole in the end, and of another version, something is here at once.
    return min(max(most + weather.reach, 1), SIZE - 1)
