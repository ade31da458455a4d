"""One big file: `holdfast get` beside `curl -o`, taking turns in the same run, from nginx.

    make bench                 500 MB, from memory to memory-backed disk and to the real one
    python tests/bench/throughput.py --megabytes 2000 --rounds 5

Whole processes are timed, start-up included; `seconds` is what Holdfast says the transfer took.
Holdfast syncs the file before it says that it is done, curl does not.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from real_nginx import nginx  # noqa: E402 - found beside, not installed

MEMORY = Path("/dev/shm")
MEGABYTE = 1_000_000


def main() -> None:
    """Print one table."""
    options = _options()
    memory = MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(dir=memory) as root:
        make_file(Path(root) / "big.bin", options.megabytes)
        with nginx(Path(root)) as server:
            url = f"{server}/big.bin"
            print(f"one file of {options.megabytes} MB, medians of {options.rounds}")
            print(f"{'to':<12}{'what':<24}{'wall s':>8}{'MB/s':>8}{'x curl':>8}")
            for name, place in (("memory", memory), ("real disk", Path(options.disk))):
                _compare(name, place, url, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--disk", default=str(TESTS.parent), help="a folder on the real disk")
    return parser.parse_args()


def make_file(path: Path, megabytes: int) -> None:
    """Random content, so that nothing on the way can be clever about it."""
    block = os.urandom(MEGABYTE)
    with path.open("wb") as file:
        for _ in range(megabytes):
            file.write(block)


def _compare(name: str, place: Path, url: str, options: argparse.Namespace) -> None:
    takers: dict[str, Callable[[Path, str], tuple[float, float]]] = {
        "curl -o": _curl,
        "holdfast get": _holdfast,
    }
    taken: dict[str, list[tuple[float, float]]] = {taker: [] for taker in takers}
    for _ in range(options.rounds):
        for taker, take in takers.items():
            with tempfile.TemporaryDirectory(dir=place) as folder:
                taken[taker].append(take(Path(folder), url))
    curl = statistics.median(wall for wall, _ in taken["curl -o"])
    for taker, times in taken.items():
        wall = statistics.median(wall for wall, _ in times)
        _row(name, taker, wall, options.megabytes, curl)
    inner = statistics.median(seconds for _, seconds in taken["holdfast get"])
    _row(name, "  its transfer alone", inner, options.megabytes, curl)


def _row(name: str, what: str, seconds: float, megabytes: int, curl: float) -> None:
    rate = megabytes / seconds
    print(f"{name:<12}{what:<24}{seconds:>8.2f}{rate:>8.0f}{curl / seconds:>8.2f}", flush=True)


def _curl(folder: Path, url: str) -> tuple[float, float]:
    began = time.monotonic()
    subprocess.run(["curl", "-s", "-f", "-o", folder / "big.bin", url], check=True)
    wall = time.monotonic() - began
    return wall, wall


def _holdfast(folder: Path, url: str) -> tuple[float, float]:
    words = [sys.executable, "-m", "gui", "--home", folder / "home", "get", url]
    began = time.monotonic()
    done = subprocess.run(
        [*words, "--to", folder, "--json"], check=True, capture_output=True, cwd=TESTS.parent
    )
    wall = time.monotonic() - began
    events = [json.loads(line) for line in done.stdout.splitlines()]
    (file,) = [event for event in events if event["event"] == "file"]
    return wall, float(file["seconds"])


if __name__ == "__main__":
    main()
