"""One program run to its end: how long it took, what it cost, how much memory it held at most."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST_RUN = 900.0

_PEEK_MS = 20


class ProgramFailed(Exception):
    """It ended with an error, or not at all; the text has its last words."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Wall and processor time in seconds; resident memory at its peak in bytes."""

    wall: float
    cpu: float
    peak: int


def run(words: Sequence[str], output: Path, environment: Mapping[str, str]) -> Usage:
    """Run a program beside `output`, where its standard output goes; raises ProgramFailed.

    The processor time is the kernel's account of the process and of the children it waited for.
    """
    complaints = output.with_suffix(".err")
    with output.open("wb") as out, complaints.open("wb") as err:
        began = time.monotonic()
        process = subprocess.Popen(
            [*dying_with_us("KILL"), *words],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env=environment,
            cwd=output.parent,
        )
        try:
            peak = _peak_until_the_end(process.pid, began + LONGEST_RUN)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.monotonic() - began
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last_words = complaints.read_text(errors="replace")[-2000:]
        raise ProgramFailed(f"{words[0]} ended with {process.returncode}: {last_words}")
    return Usage(wall, usage.ru_utime + usage.ru_stime, peak)


def dying_with_us(signal: str) -> list[str]:
    """Words before a command that have the kernel end it when the bench is killed."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", signal] if setpriv else []


def _peak_until_the_end(pid: int, deadline: float) -> int:
    """Read the high-water mark while the process lives.

    The kernel's account at the end will not do: it begins with the memory of whoever started the
    process. The mark only rises, so that a look now and then misses what came after the last one.
    """
    peak, handle = 0, os.pidfd_open(pid)
    try:
        end = select.poll()
        end.register(handle, select.POLLIN)
        while not end.poll(_PEEK_MS):
            peak = max(peak, _high_water_mark(pid))
            if time.monotonic() > deadline:
                raise ProgramFailed(f"still running after {LONGEST_RUN:.0f} s")
    finally:
        os.close(handle)
    return peak


def _high_water_mark(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0
