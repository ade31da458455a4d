"""How smooth the window stays with a hundred jobs under way and one more at full speed.

    window_crowd.py SLOW_URL FAST_URL FOLDER SECONDS ROUNDS

The real window and engine. A hundred jobs fetch SLOW_URL, whose server holds each of them back, so
that all are active to the end; another fetches FAST_URL, with eight connections, again and again.
Prints one JSON object: `p95` and `max`, the medians of the rounds in milliseconds, `own`, that of
the maxima without the waits for a processor, and `lines`, each a name and its cells (95th
percentile and maximum, both without those waits, active rows, MB/s and connections of the fast
one).
"""

from __future__ import annotations

import asyncio
import json
import shutil
import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from engine import FileSpec, JobManager, JobSnapshot, JobSpec, JobState, Settings
from gui import garbage, loop
from gui.app import Front
from window_lateness import Lateness, extent

CROWD = 100
PLENTY = 1000


@dataclass(slots=True)
class Crowd:
    """The jobs of one run, and what the rounds found."""

    manager: JobManager
    folder: Path
    fast_url: str
    found: list[tuple[float, float, float]] = field(default_factory=list)
    lines: list[tuple[str, list[str]]] = field(default_factory=list)
    _fast: str = ""
    _ended: int = 0

    async def gather(self, slow_url: str) -> None:
        """Until all of them are active."""
        for number in range(CROWD):
            file = FileSpec(slow_url, name=f"lecture-{number:03}.mp4")
            await self.manager.add(JobSpec((file,), self.folder, connections=1))
        async with asyncio.timeout(60):
            while self._active() < CROWD:
                await asyncio.sleep(0.1)

    async def watch(self, number: int, seconds: float) -> None:
        """One round."""
        hurry = asyncio.create_task(self._hurry())
        await asyncio.sleep(1)
        lateness, connections, before = Lateness(), 0, self._fetched
        for _ in range(round(seconds * 10)):
            await asyncio.sleep(0.1)
            if fast := self._job():
                connections = max(connections, fast.connections)
        p95, most = lateness.stop()
        own = extent(lateness.own)
        rate = (self._fetched - before) / 1e6 / seconds
        self.found.append((p95, most, own[1]))
        times = [f"{value:.1f}" for value in (p95, most, *own)]
        cells = [*times, str(self._active()), f"{rate:.0f}", str(connections)]
        self.lines.append((f"round {number + 1}", cells))
        hurry.cancel()
        await asyncio.gather(hurry, return_exceptions=True)
        await self._clear()

    @property
    def _fetched(self) -> int:
        fast = self._job()
        return self._ended + (fast.bytes_present if fast else 0)

    def _job(self) -> JobSnapshot | None:
        """The fast one; to look at all of them ten times a second would be in the figures."""
        return self.manager.job(self._fast) if self._fast else None

    async def _hurry(self) -> None:
        """The fast one, again and again."""
        while True:
            spec = JobSpec((FileSpec(self.fast_url, name="fast.bin"),), self.folder / "fast")
            self._fast = await self.manager.add(spec)
            while (job := self.manager.job(self._fast)).state is not JobState.ACKNOWLEDGED:
                await asyncio.sleep(0.05)
            self._ended += job.bytes_present
            await self._clear()

    async def _clear(self) -> None:
        fast, self._fast = self._fast, ""
        if fast:
            await self.manager.remove(fast)
        # In a thread: to let go of a gibibyte of memory-backed disk takes a tenth of a second.
        await asyncio.to_thread(shutil.rmtree, self.folder / "fast", ignore_errors=True)

    def _active(self) -> int:
        """Of the crowd."""
        jobs = self.manager.jobs()
        return sum(job.state is JobState.TRANSFERRING and job.id != self._fast for job in jobs)


async def measure(slow: str, fast: str, folder: Path, seconds: float, rounds: int) -> int:
    """Print the findings; 0."""
    with garbage.all_of_this_stays():
        manager = await JobManager.open(folder / "home")
    limits = Settings(
        max_active_jobs=PLENTY, max_active_jobs_per_host=PLENTY, connections_per_host=PLENTY
    )
    manager.change_settings(limits)
    with garbage.all_of_this_stays():
        front = Front(manager, folder / "home")
    front.begin([], hidden=False)
    crowd = Crowd(manager, folder, fast)
    await crowd.gather(slow)
    for number in range(rounds):
        await crowd.watch(number, seconds)
    p95, most, own = (statistics.median(values) for values in zip(*crowd.found, strict=True))
    found = {"p95": p95, "max": most, "own": own, "lines": crowd.lines}
    print(json.dumps(found), flush=True)
    front.hide()
    await front.close()
    await manager.close()
    return 0


def main() -> int:
    """As the words say."""
    slow, fast, folder, seconds, rounds = sys.argv[1:]
    return loop.run(
        QApplication(["holdfast"]),
        lambda: measure(slow, fast, Path(folder), float(seconds), int(rounds)),
    )


if __name__ == "__main__":
    sys.exit(main())
