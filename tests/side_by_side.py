"""Runs the tests in two processes: those of the whole program, which mostly wait, and all others.

    side_by_side.py [PYTEST'S OPTIONS]

Both get the options. What the first have to say is shown after the others; then comes the coverage
of both together. Exits with 1 when a test failed, none was found, or too little is covered.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WAITING = "tests/end_to_end"
NONE_FOUND = 5
PYTEST = ("-m", "pytest", "--cov", "--cov-report=", "--cov-fail-under=0")


def begin(half: str, words: list[str], output: int | None = None) -> subprocess.Popen[bytes]:
    """One half of the tests, with data on coverage of its own."""
    environment = {**os.environ, "COVERAGE_FILE": str(ROOT / f".coverage-{half}")}
    return subprocess.Popen(
        [sys.executable, *PYTEST, *words], cwd=ROOT, env=environment, stdout=output, stderr=output
    )


def cover() -> bool:
    """Show what both covered; whether it is enough."""
    halves = sorted(str(path) for path in ROOT.glob(".coverage-*"))
    combined = subprocess.run(
        [sys.executable, "-m", "coverage", "combine", "-q", *halves], cwd=ROOT
    )
    report = [sys.executable, "-m", "coverage", "report", "--skip-covered"]
    return combined.returncode == 0 and subprocess.run(report, cwd=ROOT).returncode == 0


def main(options: list[str]) -> int:
    """As the words say."""
    with tempfile.TemporaryFile() as said:
        waiting = begin("waiting", [WAITING, *options], said.fileno())
        others = begin("others", [f"--ignore={WAITING}", *options]).wait()
        results = {others, waiting.wait()}
        said.seek(0)
        sys.stdout.write(said.read().decode(errors="replace"))
        sys.stdout.flush()
    # Of a few that were asked for, the coverage would say nothing.
    is_covered = bool(options) or cover()
    has_passed = results <= {0, NONE_FOUND} and 0 in results
    return 0 if has_passed and is_covered else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
