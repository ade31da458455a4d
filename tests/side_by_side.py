"""Runs the tests in five processes side by side, for most of them wait most of the time: those of
the whole program, those of it in which time passes, those of its doors with real browsers and
clients, those of the engine, and all others.

    side_by_side.py [PYTEST'S OPTIONS]

All get the options. What the first four have to say is shown after the others; then comes the
coverage of all together. Exits with 1 when a test failed, none was found, or too little is covered.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
WHOLE = "tests/end_to_end"


def _of_the_whole(*names: str) -> tuple[str, ...]:
    return tuple(f"{WHOLE}/test_{name}.py" for name in names)


DOORS = _of_the_whole(
    "browser_downloads", "browser_popup", "browsers_hand_over", "doors", "planted_secrets", "serve"
)
SLOW = _of_the_whole(
    *("clock", "frozen", "race", "silent_server", "standstill", "storm", "two_gets"),
    *("untold_news", "window_in_tray", "window_twice"),
)
BESIDE = {
    "whole": (WHOLE, *(f"--ignore={file}" for file in (*DOORS, *SLOW))),
    "slow": SLOW,
    "doors": ("tests/browsers", *DOORS),
    "engine": ("tests/contract", "tests/engine", "tests/store", "tests/wire"),
}
OTHERS = tuple(
    f"--ignore={place}" for words in BESIDE.values() for place in words if place[0] != "-"
)
NONE_FOUND = 5
PYTEST = ("-m", "pytest", "--cov", "--cov-report=", "--cov-fail-under=0")


def begin(part: str, words: list[str], output: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    """One part of the tests, with data on coverage of its own."""
    environment = {**os.environ, "COVERAGE_FILE": str(ROOT / f".coverage-{part}")}
    return subprocess.Popen(
        [sys.executable, *PYTEST, *words], cwd=ROOT, env=environment, stdout=output, stderr=output
    )


def run(options: list[str]) -> set[int]:
    """All parts; the exit codes of pytest."""
    beside: list[tuple[subprocess.Popen[bytes], IO[bytes]]] = []
    for part, folders in BESIDE.items():
        said = tempfile.TemporaryFile()  # noqa: SIM115 - lives until it is shown
        beside.append((begin(part, [*folders, *options], said), said))
    results = {begin("others", [*OTHERS, *options]).wait()}
    for process, said in beside:
        results.add(process.wait())
        said.seek(0)
        sys.stdout.write(said.read().decode(errors="replace"))
        sys.stdout.flush()
        said.close()
    return results


def cover() -> bool:
    """Show what all covered; whether it is enough."""
    parts = sorted(str(path) for path in ROOT.glob(".coverage-*"))
    combined = subprocess.run([sys.executable, "-m", "coverage", "combine", "-q", *parts], cwd=ROOT)
    report = [sys.executable, "-m", "coverage", "report", "--skip-covered"]
    return combined.returncode == 0 and subprocess.run(report, cwd=ROOT).returncode == 0


def main(options: list[str]) -> int:
    """As the words say."""
    results = run(options)
    # Of a few that were asked for, the coverage would say nothing.
    is_covered = bool(options) or cover()
    has_passed = results <= {0, NONE_FOUND} and 0 in results
    return 0 if has_passed and is_covered else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
