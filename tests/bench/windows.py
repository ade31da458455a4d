"""Scenes about the window: its start and its list with ten thousand jobs, a crowd, the tray."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import many_jobs
import measure
import places
from contest import MEGABYTE, Bench, say
from servers import own_server
from table import AT_MOST, Finding, Goal, median, short
from takers import environment

OURS = "**Holdfast**"
SLOW, FAST = 200_000, 64 * MEGABYTE


def start(bench: Bench) -> Iterator[Finding]:
    """From the start of the process to the first rows on the screen, and the memory then."""
    count = many_jobs.MANY // 10 if bench.is_quick else many_jobs.MANY
    say(f"Start with {count:,} jobs")
    homes = {0: bench.disk / "empty", count: bench.disk / "full"}
    for jobs, home in homes.items():
        many_jobs.fill(home, jobs)
    lines, ours = [], {}
    for jobs in homes:
        own = [_begin(bench, homes[jobs], jobs) for _ in range(bench.rounds)]
        ours[jobs] = _line(f"{OURS}, {jobs:,} jobs" if jobs else f"{OURS}, no jobs", own)
        lines.append(ours[jobs][0])
    empty = [_run(bench, "window_empty.py") for _ in range(bench.rounds)]
    lines.append(_line("an empty window of PySide6 on qasync", empty)[0])
    remark = (
        "From the start of the process to the first paint event that shows rows with names; the "
        "memory is resident, shared libraries included, when the start has settled. The window is "
        "without a screen, its home on the real disk; nothing but the jobs differs between runs."
    )
    headings = ["", "s to first rows", "s at worst", "resident MB"]
    finding = Finding("Window: start", headings, lines, remark)
    _, seconds, resident = ours[count]
    finding.goals += [
        Goal(f"Window: first rows with {count:,} jobs", seconds, AT_MOST, 1.5, "s"),
        Goal(f"Window: resident memory with {count:,} jobs", resident, AT_MOST, 250, "MB"),
    ]
    yield finding


def _begin(bench: Bench, home: Path, jobs: int, seconds: float = 0.1) -> dict:
    """One start of the program on a fresh copy of `home`."""
    place = bench.disk / "turn"
    shutil.copytree(home, place / "home")
    more = [] if jobs else ["--empty"]
    found = _run(bench, "window_start.py", str(place / "home"), str(seconds), *more)
    shutil.rmtree(place)
    return found


def _run(bench: Bench, script: str, *words: str) -> dict:
    """What the script says, and how long after its start it was `painted`, if it was."""
    place = bench.memory / "run"
    place.mkdir(mode=0o700)
    program = [sys.executable, str(Path(__file__).with_name(script)), *words]
    began = time.monotonic()
    measure.run(program, place / "output", environment(place))
    found = json.loads((place / "output").read_text())
    shutil.rmtree(place)
    if "painted" in found:
        found["painted"] -= began
    return found


def _line(name: str, runs: Sequence[dict]) -> tuple[list[str], float, float]:
    seconds = [run["painted"] for run in runs]
    resident = median(run["resident"] for run in runs) / MEGABYTE
    cells = [name, short(median(seconds)), short(max(seconds)), f"{resident:.0f}"]
    return cells, median(seconds), resident


def table(bench: Bench) -> Iterator[Finding]:
    """Sorting, filtering and selecting in the list."""
    count = many_jobs.MANY
    say(f"List of {count:,} jobs")
    home = bench.disk / "list"
    many_jobs.fill(home, count, resting=True)
    found = _run(bench, "window_list.py", str(home), str(3 * bench.rounds))
    theirs = found["peer"]
    lines = [
        [what, short(ours), short(most), short(theirs[what]) if what in theirs else "-"]
        for what, (ours, most) in found["ours"].items()
    ]
    remark = (
        "Milliseconds from the wish until the list is painted again and nothing is left to do, the "
        "median and the worst. Beside it a bare QTreeView over a QSortFilterProxyModel with the "
        "same rows; without sidebar, counts, commands or details to follow."
    )
    headings = ["", "ms", "ms at worst", "proxy, ms"]
    finding = Finding(f"Window: list of {count:,} jobs", headings, lines, remark)
    finding.goals += [
        Goal(f"Window, {count:,} rows: {what}", ours, AT_MOST, 50, "ms")
        for what, (ours, _) in found["ours"].items()
    ]
    yield finding


def crowd(bench: Bench) -> Iterator[Finding]:
    """A hundred active rows, and eight connections flat out."""
    say("Window, a hundred active rows")
    fast = places.make_file(bench.sources / "fast.bin", bench.less_if_quick(1024))
    slow = places.make_file(bench.sources / "slow.bin", 24 * places.MEBIBYTE)
    seconds = "3" if bench.is_quick else "10"
    with (
        own_server("capped_server.py", bench.sources, SLOW) as slow_url,
        own_server("capped_server.py", bench.sources, FAST) as fast_url,
    ):
        urls = f"{slow_url}/{slow.name}", f"{fast_url}/{fast.name}"
        place = bench.memory / "crowd"
        place.mkdir()
        found = _run(bench, "window_crowd.py", *urls, str(place), seconds, str(bench.rounds))
    shutil.rmtree(place)
    slow.unlink()
    fast.unlink()
    remark = (
        "A hundred jobs at 0.2 MB/s each, and one over eight connections at 64 MB/s each; servers "
        "and window share the processor. `own`: without the time for which the main thread was "
        "ready and the kernel ran others, be it servers, other programs or our own wire threads."
    )
    headings = ["", "p95 ms", "max ms", "own p95 ms", "own max ms"]
    headings += ["active rows", "MB/s of the fast one", "connections"]
    lines = [[name, *cells] for name, cells in found["lines"]]
    finding = Finding("Window: lateness with 100 active rows", headings, lines, remark)
    finding.goals += [
        Goal("Window lateness, 100 active rows, 95th percentile", found["p95"], AT_MOST, 16, "ms"),
        Goal("Window lateness, 100 active rows, most", found["max"], AT_MOST, 50, "ms"),
        Goal("Window lateness, 100 active rows, most of its own", found["own"], AT_MOST, 50, "ms"),
    ]
    yield finding


def tray(bench: Bench) -> Iterator[Finding]:
    """Nothing to do, and the window hidden: what that costs."""
    say("Rest in the tray")
    seconds = 5.0 if bench.is_quick else 20.0
    lines, worst = [], 0.0
    for count in (0, many_jobs.MANY):
        home = bench.disk / f"rest-{count}"
        many_jobs.fill(home, count, resting=True)
        found = _begin(bench, home, count, seconds)
        share = 100 * found["idle"]
        worst = max(worst, share)
        lines.append([f"{count:,} resting jobs" if count else "no jobs", f"{share:.2f}"])
    remark = f"The window hidden, over {seconds:.0f} s, in percent of one processor."
    finding = Finding("Window: at rest in the tray", ["", "CPU %"], lines, remark)
    finding.goals.append(Goal("CPU at rest in the tray", worst, AT_MOST, 0.5, "%"))
    yield finding


SCENES = {"start": start, "list": table, "crowd": crowd, "tray": tray}
