"""How fast a bundle starts beside the same program from source.

    bundle_start.py PROGRAM [--runs N]

PROGRAM is what `make package` has left in dist/work. Both are started in turns, N times each (20
unless said otherwise): for their version, for a list of jobs, and for the window on an X server of
its own, until it can be seen. Prints the medians of the time that passed and of the processor's
time. Wants Xvfb and xdotool; says something of the program on an idle machine only.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "end_to_end"))

from screen import screen  # noqa: E402

Run = tuple[float, float]
"""Seconds that passed, and seconds of the processor."""
TICKS = os.sysconf("SC_CLK_TCK")


def to_the_end(command: list[str], environment: dict[str, str]) -> Run:
    """From the start to the exit."""
    began = time.monotonic()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return took, usage.ru_utime + usage.ru_stime


def to_the_window(command: list[str], environment: dict[str, str]) -> Run:
    """From the start until the window is on the screen."""
    look = ["xdotool", "search", "--onlyvisible", "--name", "^Holdfast$"]
    began = time.monotonic()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=quiet, stderr=quiet)
    while subprocess.run(look, env=environment, stdout=quiet, stderr=quiet, check=False).returncode:
        if process.poll() is not None or time.monotonic() - began > 60:
            raise SystemExit(f"{command} shows no window")
    took = time.monotonic() - began
    words = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    process.terminate()
    process.wait(30)
    return took, (int(words[11]) + int(words[12])) / TICKS


def measured(
    measure: Callable[[list[str], dict[str, str]], Run],
    programs: dict[str, list[str]],
    words: list[str],
    runs: int,
    environment: dict[str, str],
) -> dict[str, list[Run]]:
    """The runs of each, in turns; one each before them, which nobody counts."""
    found: dict[str, list[Run]] = {name: [] for name in programs}
    for number in range(runs + 1):
        for name, program in programs.items():
            with tempfile.TemporaryDirectory(prefix="holdfast-start-") as home:
                run = measure([*program, *words], environment | {"HOLDFAST_HOME": home})
            if number:
                found[name].append(run)
    return found


def show(what: str, found: dict[str, list[Run]]) -> None:
    """A line for each program."""
    for name, runs in found.items():
        took, spent = (statistics.median(column) for column in zip(*runs, strict=True))
        fastest = min(run[0] for run in runs)
        print(f"{what:>9} {name:>7}: {took:.3f} s (fastest {fastest:.3f}), processor {spent:.3f} s")


def main(arguments: list[str]) -> int:
    """Measure all of it."""
    parser = argparse.ArgumentParser(description="Start a bundle and the sources in turns.")
    parser.add_argument("program", type=Path)
    parser.add_argument("--runs", type=int, default=20)
    asked = parser.parse_args(arguments)
    programs = {
        "source": [sys.executable, "-m", "gui"],
        "bundle": [str(asked.program.resolve())],
    }
    # Without them the sources would be compiled at each start, as no installed program is.
    unwanted = ("WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    print(f"load {os.getloadavg()[0]:.2f}, {asked.runs} runs each")
    show("--version", measured(to_the_end, programs, ["--version"], asked.runs, environment))
    show("list", measured(to_the_end, programs, ["list"], asked.runs, environment))
    with screen() as display:
        on_screen = environment | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        show("window", measured(to_the_window, programs, [], asked.runs, on_screen))
    print(f"load {os.getloadavg()[0]:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
