"""How smooth the window stays with a hundred jobs under way and one more at full speed.

    window_crowd.py SLOW_URL FAST_URL FOLDER SECONDS ROUNDS

The real window and engine. A hundred jobs fetch SLOW_URL, whose server holds each of them back, so
that all are active to the end; another fetches FAST_URL, with eight connections, again and again.
Prints one JSON object: `p95` and `max`, the medians of the rounds in milliseconds, and `lines`,
each a name and its cells (95th percentile, maximum, active rows, MB/s and connections of the fast
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

from engine import FileSpec, JobManager, JobSpec, JobState, Settings
from gui import loop
from gui.app import Front
from window_lateness import Lateness

CROWD = 100
PLENTY = 1000


@dataclass(slots=True)
class Crowd:
    """The jobs of one run, and what the rounds found."""

    manager: JobManager
    folder: Path
    fast_url: str
    found: list[tuple[float, float]] = field(default_factory=list)
    lines: list[tuple[str, list[str]]] = field(default_factory=list)

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
            connections = max(connections, self._fast_connections())
        p95, most = lateness.stop()
        rate = (self._fetched - before) / 1e6 / seconds
        self.found.append((p95, most))
        cells = [f"{p95:.1f}", f"{most:.1f}", str(self._active()), f"{rate:.0f}", str(connections)]
        self.lines.append((f"round {number + 1}", cells))
        hurry.cancel()
        await asyncio.gather(hurry, return_exceptions=True)
        await self._clear()

    _ended: int = 0

    @property
    def _fetched(self) -> int:
        return self._ended + sum(job.bytes_present for job in self._fast())

    async def _hurry(self) -> None:
        """The fast one, again and again."""
        while True:
            spec = JobSpec((FileSpec(self.fast_url, name="fast.bin"),), self.folder / "fast")
            job_id = await self.manager.add(spec)
            while self.manager.job(job_id).state is not JobState.ACKNOWLEDGED:
                await asyncio.sleep(0.05)
            self._ended += self.manager.job(job_id).bytes_present
            await self._clear()

    async def _clear(self) -> None:
        for job in self._fast():
            await self.manager.remove(job.id)
        # In a thread: to let go of a gibibyte of memory-backed disk takes a tenth of a second.
        await asyncio.to_thread(shutil.rmtree, self.folder / "fast", ignore_errors=True)

    def _fast(self) -> list:
        return [job for job in self.manager.jobs() if job.folder.name == "fast"]

    def _fast_connections(self) -> int:
        return sum(job.connections for job in self._fast())

    def _active(self) -> int:
        return sum(job.state is JobState.TRANSFERRING for job in self.manager.jobs()) - len(
            self._fast()
        )


async def measure(slow: str, fast: str, folder: Path, seconds: float, rounds: int) -> int:
    """Print the findings; 0."""
    manager = await JobManager.open(folder / "home")
    limits = Settings(
        max_active_jobs=PLENTY, max_active_jobs_per_host=PLENTY, connections_per_host=PLENTY
    )
    manager.change_settings(limits)
    front = Front(manager, folder / "home")
    front.begin([], hidden=False)
    crowd = Crowd(manager, folder, fast)
    await crowd.gather(slow)
    for number in range(rounds):
        await crowd.watch(number, seconds)
    p95, most = (statistics.median(values) for values in zip(*crowd.found, strict=True))
    print(json.dumps({"p95": p95, "max": most, "lines": crowd.lines}), flush=True)
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
