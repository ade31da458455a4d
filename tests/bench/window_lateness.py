"""How smooth the window stays while a gigabyte comes in: how late a 16 ms timer fires.

    make bench
    python tests/bench/window_lateness.py --megabytes 1000 --rounds 3

The real window and engine, nginx on loopback, memory to memory-backed disk. First at rest, then at
full speed. The goal is a lateness below 16 ms at the 95th percentile.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent), str(Path(__file__).parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer  # noqa: E402 - the platform is chosen first
from PySide6.QtWidgets import QApplication  # noqa: E402

from engine import FileSpec, JobManager, JobSpec, JobState  # noqa: E402
from gui import loop  # noqa: E402
from gui.app import Front  # noqa: E402
from real_nginx import nginx  # noqa: E402
from throughput import MEMORY, make_file  # noqa: E402

PERIOD_MS = 16
REST_SECONDS = 1.0
GOAL_MS = 16.0


class Lateness:
    """A precise timer that notes how much later than its period it fires, in milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=PERIOD_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)
        self._timer.start()

    def _fire(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - PERIOD_MS))
        self._last = now

    def stop(self) -> tuple[float, float]:
        """The 95th percentile and the maximum."""
        self._timer.stop()
        ordered = sorted(self.late)
        return ordered[int(len(ordered) * 0.95)], ordered[-1]


async def measure(url: str, place: Path, options: argparse.Namespace) -> int:
    """Print one line for the window at rest and one for each round; 1 when the goal is missed."""
    manager = await JobManager.open(place / "home")
    front = Front(manager, place / "home")
    front.begin([], hidden=False)
    print(f"{'':<24}{'p95 ms':>8}{'max ms':>8}{'MB/s':>8}")
    rest = Lateness()
    await asyncio.sleep(REST_SECONDS)
    print(f"{'at rest':<24}{'{:>8.1f}{:>8.1f}'.format(*rest.stop())}")
    found = [await _fetch(manager, url, place / str(n), options) for n in range(options.rounds)]
    middle = statistics.median(found)
    print(f"{'median of the rounds':<24}{middle:>8.1f}   goal: below {GOAL_MS:.0f}")
    front.hide()
    await front.close()
    await manager.close()
    return int(middle >= GOAL_MS)


async def _fetch(manager: JobManager, url: str, folder: Path, options: argparse.Namespace) -> float:
    lateness = Lateness()
    began = time.monotonic()
    job_id = await manager.add(JobSpec((FileSpec(url),), folder))
    while manager.job(job_id).state is not JobState.ACKNOWLEDGED:
        await asyncio.sleep(0.05)
    rate = options.megabytes / (time.monotonic() - began)
    p95, most = lateness.stop()
    print(f"{f'while {options.megabytes} MB come in':<24}{p95:>8.1f}{most:>8.1f}{rate:>8.0f}")
    await manager.remove(job_id)
    (folder / "big.bin").unlink()
    return p95


def main() -> int:
    """Run it all; the exit code says whether the goal was reached."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    memory = MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(dir=memory) as name:
        root = Path(name)
        make_file(root / "big.bin", options.megabytes)
        with nginx(root) as server:
            application = QApplication(["holdfast"])
            return loop.run(application, lambda: measure(f"{server}/big.bin", root, options))


if __name__ == "__main__":
    sys.exit(main())
