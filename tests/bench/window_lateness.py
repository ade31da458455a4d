"""How smooth the window stays while a file comes in: how late a 16 ms timer fires.

    window_lateness.py URL FOLDER BYTES ROUNDS

The real window and engine, first at rest, then at full speed. Prints one JSON object: `p95`, the
median of the rounds' 95th percentiles in milliseconds, and `lines`, each a name and its cells
(95th percentile, maximum, MB/s, most connections).
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from engine import FileSpec, JobManager, JobSpec, JobState
from gui import loop
from gui.app import Front

PERIOD_MS = 16
REST_SECONDS = 1.0


class Lateness:
    """A precise timer that notes how much later than its period it fires, in milliseconds.

    Made on the main thread. `own` is what is left when the time is taken off for which the thread
    was ready to run and the kernel ran others: the servers, other programs, our own wire threads.
    """

    def __init__(self) -> None:
        self.late: list[float] = []
        self.own: list[float] = []
        self._accounts = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
        self._last, self._queued = time.perf_counter(), self._in_queue()
        self._timer = QTimer(interval=PERIOD_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)
        self._timer.start()

    def _fire(self) -> None:
        now, queued = time.perf_counter(), self._in_queue()
        late = (now - self._last) * 1000 - PERIOD_MS
        self.late.append(max(0.0, late))
        self.own.append(max(0.0, late - (queued - self._queued)))
        self._last, self._queued = now, queued

    def _in_queue(self) -> float:
        """Milliseconds that this thread has waited for a processor so far (sched-stats.rst)."""
        return int(os.pread(self._accounts, 100, 0).split()[1]) / 1e6

    def stop(self) -> tuple[float, float]:
        """The 95th percentile and the maximum."""
        self._timer.stop()
        os.close(self._accounts)
        return extent(self.late)


def extent(values: list[float]) -> tuple[float, float]:
    """The 95th percentile and the maximum."""
    ordered = sorted(values)
    return ordered[int(len(ordered) * 0.95)], ordered[-1]


@dataclass(slots=True)
class Watch:
    """Fetches `size` bytes again and again, and notes how the window bears it."""

    manager: JobManager
    url: str
    folder: Path
    size: int
    lines: list[tuple[str, list[str]]] = field(default_factory=list)

    async def rest(self) -> None:
        """Nothing to do."""
        lateness = Lateness()
        await asyncio.sleep(REST_SECONDS)
        p95, most = lateness.stop()
        self.lines.append(("at rest", [f"{p95:.1f}", f"{most:.1f}", "-", "-"]))

    async def fetch(self, number: int) -> float:
        """One transfer; the 95th percentile."""
        folder, connections = self.folder / str(number), 0
        lateness, began = Lateness(), time.monotonic()
        job_id = await self.manager.add(JobSpec((FileSpec(self.url),), folder))
        while (job := self.manager.job(job_id)).state is not JobState.ACKNOWLEDGED:
            if job.state is JobState.ERROR:
                raise RuntimeError(str(job.error))
            connections = max(connections, job.connections)
            await asyncio.sleep(0.05)
        rate = self.size / 1e6 / (time.monotonic() - began)
        p95, most = lateness.stop()
        cells = [f"{p95:.1f}", f"{most:.1f}", f"{rate:.0f}", str(connections)]
        self.lines.append((f"round {number + 1}", cells))
        await self.manager.remove(job_id)
        for file in folder.iterdir():
            file.unlink()
        return p95


async def measure(url: str, folder: Path, size: int, rounds: int) -> int:
    """Print the findings; 0."""
    manager = await JobManager.open(folder / "home")
    front = Front(manager, folder / "home")
    front.begin([], hidden=False)
    watch = Watch(manager, url, folder, size)
    await watch.rest()
    found = [await watch.fetch(n) for n in range(rounds)]
    print(json.dumps({"p95": statistics.median(found), "lines": watch.lines}), flush=True)
    front.hide()
    await front.close()
    await manager.close()
    return 0


def main() -> int:
    """As the words say."""
    url, folder, size, rounds = sys.argv[1:]
    application = QApplication(["holdfast"])
    return loop.run(application, lambda: measure(url, Path(folder), int(size), int(rounds)))


if __name__ == "__main__":
    sys.exit(main())
