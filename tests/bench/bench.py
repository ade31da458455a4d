"""Holdfast beside aria2, curl and wget, in one run on loopback: `make bench`.

    make bench                                  everything; writes tests/bench/RESULTS.md
    make bench ARGS='--quick'                   a look: small files, one round, nothing written
    make bench ARGS='--only capped,many'        some scenes; prints, writes nothing
    make bench ARGS='--rounds 5 --megabytes 512 --date 2026-01-31'

Scenes: unhindered (one big file), capped (4 MB/s a connection), distant (50 ms round trip), lossy
(1 % loss, root only), many (2,000 small files), memory, killed (kill -9), window (lateness); and
with 10,000 jobs start (first rows, memory), list (sort, filter, select), crowd (100 active rows),
tray (at rest).
Linux only. The exit code says whether everything ran, not whether every goal was reached.
"""

from __future__ import annotations

import argparse
import datetime
import signal
import sys
from pathlib import Path
from typing import NoReturn

import big_files
import conditions
import machine
import places
import small_files
import windows
from contest import Bench, WrongBytes, say
from measure import ProgramFailed
from table import Finding, report

RESULTS = Path(__file__).with_name("RESULTS.md")
SCENES = {**big_files.SCENES, **small_files.SCENES, **conditions.SCENES, **windows.SCENES}


def main() -> int:
    """Run the scenes that were asked for; print the tables and, when it was all, write them."""
    options = _options()
    signal.signal(signal.SIGTERM, _leave)
    findings: list[Finding] = []
    broken = 0
    for name in options.only:
        say(f"== {name}")
        try:
            findings += _run(name, options)
        except (ProgramFailed, WrongBytes) as failure:
            broken += 1
            say(f"BROKEN: {failure!r}")
            findings.append(
                Finding(f"Scene {name}", ["", ""], [["broken", type(failure).__name__]])
            )
    former = options.results.read_text() if options.results and options.results.exists() else ""
    text = report(findings, _about(options), former)
    print(text)
    if options.results:
        options.results.write_text(text)
    return min(broken, 1)


def _run(name: str, options: argparse.Namespace) -> list[Finding]:
    with places.scratch(places.MEMORY) as memory, places.scratch(options.disk) as disk:
        sources = memory / "sources"
        sources.mkdir()
        bench = Bench(options.rounds, options.megabytes, options.quick, sources, memory, disk)
        return list(SCENES[name](bench))


def _about(options: argparse.Namespace) -> list[str]:
    rounds = f"medians of {options.rounds} rounds, the programs taking turns"
    return [
        f"{options.date}, {rounds}; every copy was compared with its source",
        *machine.description(options.disk),
        "The programs and the servers share the processor: ratios are what holds. `s` is wall time "
        "of the whole process, `s, synced` that until a sync of the file system had ended as well; "
        "`transfer alone` is what Holdfast says the file took, synced. MB are millions of bytes.",
    ]


def _leave(*_: object) -> NoReturn:
    """Asked to end: clean up on the way out."""
    sys.exit(1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Holdfast beside aria2, curl and wget.")
    add = parser.add_argument
    add("--only", type=_scenes, default=list(SCENES), help=f"of {', '.join(SCENES)}")
    add("--rounds", type=int, default=None, help="default: 3")
    add("--megabytes", type=int, default=None, help="the big file, in MiB (default: 2048)")
    add("--quick", action="store_true", help="one round, everything smaller")
    add("--disk", type=Path, default=Path("/var/tmp"), help="a folder on the real disk")
    add("--date", default=datetime.datetime.now(datetime.UTC).date().isoformat())
    add("--results", type=Path, help="write here too (default: RESULTS.md after a whole run)")
    options = parser.parse_args()
    options.rounds = options.rounds or (1 if options.quick else 3)
    options.megabytes = options.megabytes or (256 if options.quick else 2048)
    is_whole = options.only == list(SCENES) and not options.quick
    options.results = options.results or (RESULTS if is_whole else None)
    return options


def _scenes(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(SCENES):
        raise argparse.ArgumentTypeError(f"no such scene: {', '.join(sorted(unknown))}")
    return names


if __name__ == "__main__":
    sys.exit(main())
