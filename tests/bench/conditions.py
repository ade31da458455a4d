"""Scenes about what a transfer costs besides time: memory, work done twice, a window that waits."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import measure
import places
from contest import MEGABYTE, Bench, check, compete, rows, say
from servers import WebServer, nginx, own_server
from table import AT_MOST, Finding, Goal, Row, median, short
from takers import Order, environment, holdfast

NAME = "big.bin"


def memory(bench: Bench) -> Iterator[Finding]:
    """The peak with 16 connections, for a small and a large file, plain and encrypted."""
    full = places.size_that_fits(bench.megabytes * places.MEBIBYTE)
    found: list[tuple[str, Row]] = []
    with nginx(bench.sources, bench.memory / "nginx") as server:
        for size in sorted({min(256 * places.MEBIBYTE, full), full}):
            source = places.make_file(bench.sources / NAME, size)
            for base in (server.http, server.https):
                what = f"{size >> 20} MiB, {'HTTPS' if base == server.https else 'HTTP'}"
                say(f"Memory: {what}")
                found.append((what, _with_sixteen(bench, server, base, source)))
            source.unlink()
    cells = [
        [what, f"{row.peak:.0f}", str(row.connections), short(row.rate)] for what, row in found
    ]
    remark = "nginx limit_rate 32m; the memory is resident, shared libraries included."
    finding = Finding(
        "Peak memory with --connections 16", ["", "peak MB", "connections", "MB/s"], cells, remark
    )
    most = max(row.peak for _, row in found)
    finding.goals.append(Goal("Peak memory, 16 connections", most, AT_MOST, 150, "MB"))
    yield finding


def _with_sixteen(bench: Bench, server: WebServer, base: str, source: Path) -> Row:
    trust = server.certificates if base == server.https else None
    taker = holdfast(16)
    takes = compete(
        bench,
        [taker],
        lambda place: Order([f"{base}/at-32m/{NAME}"], place, trust),
        {NAME: source},
        bench.memory,
    )
    return rows([taker], takes, source.stat().st_size)[0]


@dataclass(frozen=True, slots=True)
class _Blow:
    """One `kill -9`: bytes a second before it, and bytes that were sent twice because of it."""

    rate: float
    twice: int

    @property
    def seconds(self) -> float:
        """How much of the time before was for nothing."""
        return self.twice / self.rate


def killed(bench: Bench) -> Iterator[Finding]:
    """`kill -9` at random moments, then the same command again; the server counts."""
    lines, worst = [], 0.0
    for cap, size in ((4 * MEGABYTE, 160), (25 * MEGABYTE, 1000)):
        source = places.make_file(bench.sources / NAME, size * places.MEBIBYTE)
        say(f"kill -9 at {cap // MEGABYTE} MB/s a connection")
        unharmed = _unharmed(bench, cap, source)
        blows = [_strike(bench, cap, source, n) for n in range(2 if bench.is_quick else 5)]
        source.unlink()
        lines.append(
            [
                f"{cap // MEGABYTE} MB/s a connection, {len(blows)} blows",
                short(median(blow.rate for blow in blows) / MEGABYTE),
                short(median(blow.twice for blow in blows) / MEGABYTE),
                short(median(blow.seconds for blow in blows)),
                short(max(blow.seconds for blow in blows)),
                short(unharmed / MEGABYTE),
            ]
        )
        worst = max(worst, *(blow.seconds for blow in blows))
    remark = (
        "To the real disk. Counted is what the server sent, so bytes that lay unread in the "
        "kernel are among them, and second requests for a slow rest; the last column is what a "
        "transfer that nobody killed fetched twice."
    )
    headings = ["", "MB/s", "MB twice", "s of data", "s at worst", "MB twice unharmed"]
    finding = Finding("Fetched twice after kill -9", headings, lines, remark)
    finding.goals.append(Goal("Fetched twice after kill -9, worst", worst, AT_MOST, 1.5, "s"))
    yield finding


def _unharmed(bench: Bench, cap: int, source: Path) -> int:
    """Bytes that one transfer fetches twice though nothing happens to it."""
    with own_server("capped_server.py", bench.sources, cap) as base:
        compete(
            replace(bench, rounds=1),
            [holdfast()],
            lambda place: Order([f"{base}/{NAME}"], place),
            {NAME: source},
            bench.disk,
        )
        return _sent(base) - source.stat().st_size


def _strike(bench: Bench, cap: int, source: Path, number: int) -> _Blow:
    """One blow between 2 and 4 seconds after the first byte."""
    place = bench.disk / "turn"
    with own_server("capped_server.py", bench.sources, cap) as base:
        order = Order([f"{base}/{NAME}"], place)
        words = holdfast().words(order)
        order.prepare()
        rate = _kill_in_the_middle(words, base, place, random.Random(number).uniform(1, 3))
        measure.run(words, place / "output", environment(place))
        twice = _sent(base) - source.stat().st_size
    check(order.copies, {NAME: source})
    shutil.rmtree(place)
    blow = _Blow(rate, twice)
    say(f"  {blow.rate / MEGABYTE:.0f} MB/s, {blow.seconds:.2f} s of it twice")
    return blow


def _kill_in_the_middle(words: list[str], base: str, place: Path, seconds: float) -> float:
    """Let it run for `seconds` after the first byte, and one more; the rate in that last one."""
    with subprocess.Popen(
        [*measure.dying_with_us("KILL"), *words],
        stdout=subprocess.DEVNULL,
        env=environment(place),
        cwd=place,
    ) as process:
        try:
            while not _sent(base) and process.poll() is None:
                time.sleep(0.01)
            time.sleep(seconds)
            before, began = _sent(base), time.monotonic()
            time.sleep(1)
            if process.poll() is not None:
                raise measure.ProgramFailed("it was over before the blow")
        finally:
            process.kill()
        return (_sent(base) - before) / (time.monotonic() - began)


def _sent(base: str) -> int:
    with urllib.request.urlopen(f"{base}/-/sent", timeout=10) as answer:
        return int(answer.read())


def window(bench: Bench) -> Iterator[Finding]:
    """How late a 16 ms timer of the real window fires while 8 connections run flat out."""
    lines, late = [], 0.0
    source = places.make_file(bench.sources / NAME, bench.less_if_quick(2048))
    say("Window")
    with (
        own_server("capped_server.py", bench.sources, 64 * MEGABYTE) as capped,
        nginx(bench.sources, bench.memory / "nginx") as server,
    ):
        for what, base in (("64 MB/s a connection", capped), ("nginx, no cap", server.http)):
            found = _lateness(bench, f"{base}/{NAME}", source.stat().st_size)
            lines += [[f"{what}, {name}", *cells] for name, cells in found["lines"]]
            late = max(late, found["p95"])
            say(f"  {what}: {found['p95']:.1f} ms late at the 95th percentile")
    source.unlink()
    headings = ["", "p95 ms", "max ms", "MB/s", "connections"]
    remark = "From memory to memory-backed disk, the window without a screen."
    finding = Finding("Window: lateness of a 16 ms timer", headings, lines, remark)
    finding.goals.append(Goal("Window lateness, 95th percentile", late, AT_MOST, 16, "ms"))
    yield finding


def _lateness(bench: Bench, url: str, size: int) -> dict:
    place = bench.memory / "turn"
    place.mkdir()
    script = str(Path(__file__).with_name("window_lateness.py"))
    words = [sys.executable, script, url, str(place), str(size), str(bench.rounds)]
    measure.run(words, place / "output", environment(place))
    found = json.loads((place / "output").read_text())
    shutil.rmtree(place)
    return found


SCENES = {"memory": memory, "killed": killed, "window": window}
