"""Brings real jobs into the states that the pictures show, on a clock that can be put forward."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from engine import (
    FileSpec,
    JobManager,
    JobSnapshot,
    JobSpec,
    JobState,
    MeteredPolicy,
    NetworkState,
    Settings,
)
from engine.elapsed_clock import ElapsedClock
from scenes import (
    ALPINE,
    BACKUP,
    CLIMATE,
    FEDORA,
    IN_LIST,
    KRITA,
    LECTURE,
    MAP,
    MB,
    PHOTOS,
    PLANET,
    REPORT,
    Scene,
    Servers,
)

HOUR = 3600.0
DAY = 24 * HOUR
_NAP = 0.05


class HastyClock(ElapsedClock):
    """Engine time that can be put forward: nobody waits an hour for a picture."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead = 0.0

    def now(self) -> float:
        return super().now() + self._ahead

    def put_forward(self, seconds: float) -> None:
        """So much time has passed."""
        self._ahead += seconds

    async def sleep(self, seconds: float) -> None:
        until = self.now() + seconds
        while self.now() < until:
            await asyncio.sleep(_NAP)


class MeteredNetwork:
    """A network that costs money: it holds jobs that may not run on such a one."""

    state = NetworkState(is_metered=True)

    def subscribe(self, _on_change: Callable[[], None]) -> Callable[[], None]:
        """It stays as it is."""
        return lambda: None


class Stage:
    """The engine with all its jobs, and where each of them is."""

    def __init__(self, manager: JobManager, clock: HastyClock, servers: Servers, home: Path):
        self.manager = manager
        self._clock = clock
        self._servers = servers
        self._home = home
        self.ids: dict[str, str] = {}

    @classmethod
    async def build(cls, place: Path, servers: Servers) -> Stage:
        """An empty one."""
        clock = HastyClock()
        network = MeteredNetwork()
        manager = await JobManager.open(place / "home", clock=clock, network=network)
        manager.change_settings(Settings(max_active_jobs=20, folder=str(place / "Downloads")))
        return cls(manager, clock, servers, place)

    def job(self, scene: Scene) -> JobSnapshot:
        """How it is now."""
        return self.manager.job(self.ids[scene.name])

    async def play(self) -> None:
        """What has to have happened before the list looks as it should."""
        for scene in IN_LIST:
            self.ids[scene.name] = await self._add(scene)
        self._begin(BACKUP)
        await self._give_up(BACKUP)
        self._begin(PHOTOS, PLANET)
        await self._wait_long(PLANET)
        self._begin(CLIMATE, KRITA, ALPINE, REPORT, MAP)
        await until(lambda: self.job(KRITA).bytes_present > 39 * MB)
        self.manager.suspend(self.ids[KRITA.name])
        await until(lambda: self.job(CLIMATE).bytes_present > 58 * MB)
        self.manager.set_metered(self.ids[CLIMATE.name], MeteredPolicy.NEVER)
        self._begin(LECTURE, FEDORA)
        await until(lambda: self.job(MAP).state is JobState.ACKNOWLEDGED)
        await until(lambda: (self.job(FEDORA).fraction or 0) > 0.4)

    async def _add(self, scene: Scene) -> str:
        """Not yet begun, so that the list is in the order of the scenes."""
        file = FileSpec(scene.url, checksum=self._servers.checksum(scene))
        spec = JobSpec(
            (file,),
            self._home / scene.folder,
            name=scene.name,
            no_progress_timeout=HOUR if scene in (BACKUP, PLANET) else DAY,
            connections=scene.connections,
        )
        return await self.manager.add(spec, start=False)

    def _begin(self, *scenes: Scene) -> None:
        for scene in scenes:
            self.manager.resume(self.ids[scene.name])

    async def _give_up(self, scene: Scene) -> None:
        await until(lambda: self.job(scene).state is JobState.TRANSIENT_ERROR)
        while self.job(scene).state is not JobState.ERROR:
            self._clock.put_forward(HOUR / 12)
            await asyncio.sleep(0.5)

    async def _wait_long(self, scene: Scene) -> None:
        """The server is busy for the third time."""
        for _ in range(2):
            await until(lambda: self.job(scene).state is JobState.TRANSIENT_ERROR)
            self._clock.put_forward(self.job(scene).retry_in or 0.0)
            await asyncio.sleep(0.5)
        await until(lambda: (self.job(scene).retry_in or 0.0) > 200)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for real transfers to come as far as the picture needs them."""
    async with asyncio.timeout(90):
        while not is_so():
            await asyncio.sleep(_NAP)
